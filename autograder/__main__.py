"""`python -m autograder`; trusted side."""

from autograder.cli import main

main()
