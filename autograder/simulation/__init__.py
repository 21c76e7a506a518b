"""A made-up class for one assignment, so that reports and class runs can be seen before there is a real one; trusted side."""
