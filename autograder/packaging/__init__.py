"""What a course needs where others run it: pinned requirements, and a grader for Gradescope; trusted side."""
