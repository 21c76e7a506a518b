"""`python -m autograder.demo`: the whole nbgrader loop on three submissions, in a folder of its own; trusted side."""
