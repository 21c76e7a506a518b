"""Grades, feedback and graders in the files of learning management systems and of Gradescope; trusted side."""
