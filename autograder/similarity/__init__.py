"""Answers that are more alike than stub, solution and the rest of the class explain, for a person to judge; trusted side."""
