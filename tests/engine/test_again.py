"""Grading again after a change finds what grading anew finds, and judges only what the change can affect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course.model import find_course
from autograder.gate.stand_in import solution_submission
from autograder.grading.affected import affected_exercises
from autograder.grading.again import grade_again
from autograder.grading.grader import Grader
from autograder.result import timeless
from autograder.submission.canonical import canonicalise
from autograder.submission.read import Submission, SubmittedCell

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = KIT.assignment("one_hidden_layer")
SOLUTION = solution_submission(ASSIGNMENT)
ALL = {exercise.id for exercise in ASSIGNMENT.exercises}
TESTS = {name: (ASSIGNMENT.hidden / "tests" / f"test_{name}.py").read_text() for name in ALL}
ACCURACY = "predict_and_compute_accuracy"
ACCURACY_CELL = f"{ACCURACY}_solution"


def edited(submission: Submission, grade_id: str, before: str, after: str) -> Submission:
    """Return the submission with one text of a cell replaced."""
    cells = tuple(
        replace(cell, source=cell.source.replace(before, after)) if cell.grade_id == grade_id else cell
        for cell in submission.cells
    )
    assert cells != submission.cells, "the text was not there"
    return replace(submission, cells=cells)


def with_own(submission: Submission, source: str) -> Submission:
    """Return the submission with a code cell of the student's own at the end."""
    return replace(submission, cells=(*submission.cells, SubmittedCell("code", source, None, None)))


def affected(before: Submission, after: Submission) -> frozenset[str] | None:
    """Return what the change affects."""
    return affected_exercises(canonicalise(before, ASSIGNMENT), canonicalise(after, ASSIGNMENT), TESTS)


LAST = edited(SOLUTION, ACCURACY_CELL, "def compute_accuracy", "def helper():\n    return 1\n\n\ndef compute_accuracy")


def test_what_nothing_builds_on_affects_itself_alone() -> None:
    """A change in the last exercise leaves the others, and one in the first reaches what is built on it."""
    assert affected(SOLUTION, SOLUTION) == frozenset()
    assert affected(SOLUTION, LAST) == {ACCURACY}
    below = affected(
        SOLUTION, edited(SOLUTION, "update_parameters_solution", "def update", "def spare():\n    pass\n\n\ndef update")
    )
    assert below is not None and {"update_parameters", "nn_model"} <= below and "layer_sizes" not in below


@pytest.mark.parametrize(
    "own",
    [
        "helper = 3\n\ndef forward_propagation_of(X):\n    return helper\nlayer_sizes = forward_propagation_of",
        "def layer_sizes(X, Y, n_h=4):\n    return compute_accuracy(X, Y)",
        "SEEN = []\ndef layer_sizes(X, Y, n_h=4):\n    return SEEN\nSEEN.append(compute_accuracy)",
    ],
)
def test_names_are_followed_through_the_students_own_cells(own: str) -> None:
    """What is made of a changed function, directly or by way of the student's data, is affected with it."""
    found = affected(with_own(SOLUTION, own), with_own(LAST, own))
    assert found is None or "layer_sizes" in found


@pytest.mark.parametrize(
    "own",
    [
        "globals()['layer_sizes'] = 3",
        "np.tanh = abs",
        "def f():\n    np.random.seed = None",
        "from math import *",
        "this is no Python",
        "%matplotlib inline\nf = getattr(np, 'tanh')",
    ],
)
def test_where_names_do_not_tell_everything_is_judged(own: str) -> None:
    """Names reached by their text, modules written into, and text that cannot be read: it could be any exercise."""
    assert affected(with_own(SOLUTION, own), with_own(LAST, own)) is None


@pytest.mark.parametrize(
    "changed",
    [
        with_own(SOLUTION, "x = 1"),
        edited(SOLUTION, ACCURACY_CELL, "def compute_accuracy", "np.random.seed(1)\n\n\ndef compute_accuracy"),
        edited(SOLUTION, ACCURACY_CELL, "def compute_accuracy", "@print\ndef compute_accuracy"),
        edited(
            SOLUTION, ACCURACY_CELL, "def compute_accuracy(", "def helper(x=print(1)):\n    pass\n\n\ndef compute_accuracy("
        ),
    ],
)
def test_changes_that_do_more_than_define_judge_everything(changed: Submission) -> None:
    """Another cell, a statement that runs, a decorator or a default that is computed: it could be any exercise."""
    assert affected(SOLUTION, changed) is None


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    """A grader that is warm for the assignment."""
    with Grader(ASSIGNMENT) as made:
        yield made


def test_grading_again_finds_what_grading_anew_finds(grader: Grader) -> None:
    """Made wrong, handed back as a stub, and mended: each time only that is judged, and the result is as if all had been."""
    before = grade_again(grader, SOLUTION, None)
    assert before.judged is None
    stub = ASSIGNMENT.by_id[ACCURACY_CELL].released
    source = ASSIGNMENT.by_id[ACCURACY_CELL].source
    for changed in (edited(SOLUTION, ACCURACY_CELL, "100", "10"), edited(SOLUTION, ACCURACY_CELL, source, stub), LAST):
        again = grade_again(grader, changed, before.graded)
        assert again.judged == {ACCURACY}
        assert timeless(again.graded.result) == timeless(grader.grade(changed).result)
        before = again
