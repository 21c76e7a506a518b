"""Which assignment a submission is of: told from its grade_ids, or from the functions in it."""

from __future__ import annotations

from autograder.course.model import Assignment
from autograder.submission.canonical import recognise
from autograder.submission.read import Submission, SubmittedCell

from .handmade import blank


def test_an_assignment_is_recognised_by_its_grade_ids(assignments: list[Assignment]) -> None:
    """Every assignment's blank notebook is recognised as itself."""
    for assignment in assignments:
        assert recognise(blank(assignment), assignments) is assignment


def test_an_assignment_is_recognised_by_its_functions(assignments: list[Assignment]) -> None:
    """A plain .py file with an assignment's functions is recognised, for every assignment."""
    for assignment in assignments:
        names = [name for exercise in assignment.exercises for name in exercise.functions]
        text = "\n".join(f"def {name}(*_): pass" for name in names)
        assert recognise(Submission("x", (SubmittedCell("code", text),)), assignments) is assignment


def test_nothing_is_recognised_in_a_notebook_of_another_course(assignments: list[Assignment]) -> None:
    """The imports cell, which all notebooks share, and unknown functions say nothing about the assignment."""
    cells = (SubmittedCell("code", "import numpy as np", "setup"), SubmittedCell("code", "def unknown(): pass", "other"))
    assert recognise(Submission("x", cells), assignments) is None
    assert recognise(Submission("x", (), "The file is empty."), assignments) is None
