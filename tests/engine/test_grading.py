"""Grading whole submissions: the record that comes out, twice the same, and what no report may say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import pytest

from autograder.course import bank
from autograder.course.model import Assignment
from autograder.grading.grader import Grader, GradingSettings
from autograder.result import CRASHED, FAILED, PASSED, UNREADABLE, ExerciseResult, as_json, timeless
from autograder.submission.read import Submission, SubmittedCell, read_notebook

from .handmade import answers, blank, one_wrong, solved


@pytest.fixture(scope="module")
def grader(shallow: Assignment) -> Iterator[Grader]:
    """A grader of the assignment with the most exercises."""
    with Grader(shallow, GradingSettings(secret="the tests' secret")) as grader:
        yield grader


ONLY = ("compute_cost", "layer_sizes")  # what the tests below are about: the training exercise would only take its time


def text(grader: Grader, submission: Submission, exercises: Sequence[str] | None = None) -> str:
    """Return a submission's result as JSON, without its times."""
    return json.dumps(as_json(timeless(grader.grade(submission, exercises=exercises).result)))


def cost_result(grader: Grader, source: str, name: str = "ada") -> ExerciseResult:
    """Return how the solution with another compute_cost does in that exercise."""
    result = grader.grade(one_wrong(grader.assignment, "compute_cost_solution", source, name), exercises=ONLY).result
    return next(one for one in result.exercises if one.id == "compute_cost")


def test_the_solution_gets_everything_and_the_blank_notebook_nothing(grader: Grader) -> None:
    """Full marks without a word for the one, nothing and "not started" for the other."""
    full = grader.grade(solved(grader.assignment)).result
    assert full.score == full.max_score == 25.0 and not full.messages and not full.flags
    assert {one.status for one in full.exercises} == {"solved"}
    empty = grader.grade(blank(grader.assignment)).result
    assert empty.score == 0.0 and {one.status for one in empty.exercises} == {"not started"}


def test_a_mistake_in_two_exercises_does_not_cost_the_training(grader: Grader) -> None:
    """With a wrong cost and a wrong backward pass, nn_model keeps its marks: it is judged with the right ones as well."""
    texts = {c.grade_id: c.source for c in grader.assignment.cells if c.answer and c.grade_id}
    texts["compute_cost_solution"] = "def compute_cost(A2, Y):\n    return 0.0"
    texts["backward_propagation_solution"] = (
        "def backward_propagation(parameters, cache, X, Y):\n"
        "    return {'d' + name: np.zeros_like(value) for name, value in parameters.items()}"
    )
    result = grader.grade(answers(grader.assignment, texts)).result
    status = {one.id: one.status for one in result.exercises}
    assert status["nn_model"] == "solved"
    assert status["compute_cost"] in ("wrong", "partial") and status["backward_propagation"] in ("wrong", "partial")
    assert all(one.score == one.max_score for one in result.exercises if one.status == "solved")


def test_grading_twice_is_byte_identical(grader: Grader) -> None:
    """A regrade of right work, of wrong work and of work that ends the process differs in nothing but its times."""
    assert text(grader, solved(grader.assignment)) == text(grader, solved(grader.assignment))
    for submission in (
        one_wrong(grader.assignment, "compute_cost_solution", "def compute_cost(A2, Y):\n    return float(np.sum(A2 - Y))"),
        one_wrong(grader.assignment, "layer_sizes_solution", "def layer_sizes(X, Y, n_h=4):\n    import os\n    os._exit(1)"),
    ):
        assert text(grader, submission, ONLY) == text(grader, submission, ONLY)


def test_the_order_of_submissions_does_not_matter(grader: Grader) -> None:
    """A hostile submission in between leaves nothing behind for the next student."""
    before = text(grader, solved(grader.assignment), ONLY)
    vandal = "import builtins, numpy\nnumpy.log = numpy.exp = None\nbuiltins.sum = None\ndef layer_sizes(*_): return None"
    result = grader.grade(one_wrong(grader.assignment, "layer_sizes_solution", vandal, name="mallory"), exercises=ONLY).result
    assert result.score < result.max_score
    assert text(grader, solved(grader.assignment), ONLY) == before


def test_a_known_mistake_is_named_with_its_question(grader: Grader) -> None:
    """A cost that forgets the mean is recognised, and the failed tests carry the bank's own hint."""
    entry = next(
        one
        for one in bank.read_bank(grader.assignment.hidden, bank.MISTAKES)
        if one.function == "compute_cost" and "sums" in one.name
    )
    exercise = cost_result(grader, entry.source)
    failed = [test for test in exercise.tests if test.verdict == FAILED]
    assert failed and {test.mistake for test in failed} == {entry.name}
    assert entry.text in {test.hint for test in failed}


def test_what_the_students_code_printed_or_raised_in_hidden_tests_is_not_quoted(grader: Grader) -> None:
    """A function that prints and raises its inputs cannot smuggle them into the result."""
    spy = "def compute_cost(A2, Y):\n    print('LOOT', A2)\n    raise ValueError(f'LOOT {A2} {Y}')"
    graded = grader.grade(one_wrong(grader.assignment, "compute_cost_solution", spy), exercises=ONLY)
    assert "LOOT" not in json.dumps(as_json(graded.result))
    assert not any("LOOT" in str(outcome.outputs) for outcome in graded.outputs.values())
    notes = [test.note or "" for one in graded.result.exercises if one.id == "compute_cost" for test in one.tests]
    assert notes and all("ValueError" in note for note in notes)


def test_an_exception_class_of_the_students_own_is_reported_by_its_kind(grader: Grader) -> None:
    """The name of an exception can carry text: only the built-in kind that it descends from is told."""
    spy = "def compute_cost(A2, Y):\n    raise type(f'LOOT{A2[0, 0]}', (KeyError,), {})()"
    notes = {test.note or "" for test in cost_result(grader, spy).tests}
    assert len(notes) == 1 and "KeyError" in notes.pop()


def test_a_cell_that_does_not_run_is_explained_once(grader: Grader) -> None:
    """A syntax error is no hidden test: the exercise's note says where it went wrong, in the student's own words."""
    exercise = cost_result(grader, "def compute_cost(A2, Y:\n    return 1")
    assert exercise.score == 0.0 and exercise.note is not None and "SyntaxError" in exercise.note


def test_an_unreadable_submission_is_a_result_like_any_other(grader: Grader) -> None:
    """A corrupt file gives a row with nothing earned, a flag, and a sentence that says why."""
    result = grader.grade(read_notebook(b"{", "ada")).result
    assert (result.score, result.max_score, result.flags) == (0.0, 25.0, (UNREADABLE,))
    assert len(result.exercises) == len(grader.assignment.exercises) and "cannot be read as JSON" in result.messages[0]


def test_a_students_own_top_level_exit_costs_only_that_cell(grader: Grader) -> None:
    """A stray cell that ends the process is blanked; the nine exercises keep their marks and the instructor sees a flag."""
    cells = (*solved(grader.assignment).cells, SubmittedCell("code", "import os\nos._exit(1)"))
    result = grader.grade(Submission("ada", cells)).result
    assert result.score == 25.0 and result.flags == (CRASHED,)
    assert any("process" in message for message in result.messages)


def test_every_style_of_helper_is_found(grader: Grader) -> None:
    """An answer that calls a helper from a cell of the student's own, placed anywhere before the end, passes."""
    answer = "def compute_cost(A2, Y):\n    return _mine(A2, Y)"
    helper = SubmittedCell(
        "code",
        "def _mine(A2, Y):\n    A = np.clip(A2, 1e-12, 1 - 1e-12)\n"
        "    return -np.mean(np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A), axis=0))",
    )
    texts = {c.grade_id: c.source for c in grader.assignment.cells if c.answer and c.grade_id}
    submission = answers(grader.assignment, texts | {"compute_cost_solution": answer}, [helper])
    exercise = next(one for one in grader.grade(submission).result.exercises if one.id == "compute_cost")
    assert {test.verdict for test in exercise.tests} == {PASSED}


def test_two_students_with_the_same_wrong_function_have_the_same_fingerprint(grader: Grader) -> None:
    """A wrong function that no mistake explains is known by its answers: equal for two students, other for another fault."""

    def fingerprint(body: str, name: str) -> str:
        return cost_result(grader, f"def compute_cost(A2, Y):\n    return {body}", name).behaviour["compute_cost"]

    first = fingerprint("float(np.sum(A2) ** 3 + 17)", "ada")
    assert first == fingerprint("float(17 + np.sum(A2) * np.sum(A2) * np.sum(A2))", "bob")
    assert first != fingerprint("float(np.sum(A2) ** 3 + 18)", "ada")
