"""Claims about what the bank of known mistakes says, and when it says nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.course import bank
from autograder.course.model import find_course
from autograder.diagnosis.diagnose import Diagnostician, conclude
from autograder.gate.held_out_session import LocalJudge
from autograder.gate.stand_in import with_entry
from autograder.judge.judge import Judge

from .conftest import Exercise, Graders, failed
from .wrong import _BACKWARD

pytestmark = pytest.mark.long


def test_entries_with_different_hints_say_nothing() -> None:
    """On a tie between two hints, none is given; with one hint in two entries, it is."""
    one, other = bank.read_bank(find_course().hidden("one_hidden_layer"), bank.MISTAKES)[:2]
    assert one.text != other.text
    assert conclude("layer_sizes", [one, other]) is None
    tied = conclude("layer_sizes", [one, replace(other, text=one.text)])
    assert tied is not None and tied.hint == one.text


def test_a_known_mistake_gets_its_own_hint(graders: Graders, exercise: Exercise) -> None:
    """A mistake of the bank, in a submission, is given the hint that stands there."""
    grader = graders("one_hidden_layer", bank=True)
    entry = next(
        e
        for e in bank.read_bank(find_course().hidden("one_hidden_layer"), bank.MISTAKES)
        if e.name == "layer_sizes__inputs_from_columns"
    )
    assert {test.hint for test in failed(exercise(grader, entry.source))} == {entry.text}


def test_stopping_with_the_same_error_is_no_match(graders: Graders, exercise: Exercise) -> None:
    """A function that only ever stops with an error is not taken for a mistake that does so too."""
    source = "def forward_propagation(X, parameters):\n    return misspelt\n"
    for test in failed(exercise(graders("one_hidden_layer", bank=True), source)):
        assert test.mistake is None


def test_another_error_of_the_same_kind_is_no_match(graders: Graders, exercise: Exercise) -> None:
    """A product taken entry by entry is right with one output, and stops with a ValueError otherwise, as a known mistake does."""
    source = """def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    dZ1 = parameters["W2"].T * dZ2 * (1 - cache["A1"] ** 2)
    dW2, db2 = dZ2 @ cache["A1"].T / m, dZ2.sum(axis=1, keepdims=True) / m
    return {"dW1": dZ1 @ X.T / m, "db1": dZ1.sum(axis=1, keepdims=True) / m, "dW2": dW2, "db2": db2}
"""
    found = failed(exercise(graders("one_hidden_layer", bank=True), source))
    assert found and all(test.mistake is None and "Whose inputs" not in (test.hint or "") for test in found)


def test_two_known_mistakes_in_one_function(graders: Graders, exercise: Exercise) -> None:
    """With two mistakes in one function, what is said is about the first wrong tensor."""
    source = _BACKWARD % "dW1, db1 = dW1.T, np.sum(dZ1) / m"
    said = {(test.hint, test.note) for test in failed(exercise(graders("one_hidden_layer", bank=True), source))}
    assert all("dW1" in f"{hint} {note}" for hint, note in said), said


def test_measuring_sees_what_grading_sees(graders: Graders) -> None:
    """Entries that are judged in this process get the same verdicts and diagnoses as in a worker."""
    grader = graders("one_hidden_layer", bank=True)
    assignment, secret = grader.assignment, grader.settings.secret or ""
    local = LocalJudge(assignment, secret)
    diagnostician = Diagnostician(assignment, local.returns)
    try:
        for entry in bank.read_bank(assignment.hidden, bank.MISTAKES)[::25]:
            exercise_of = assignment.exercise(entry.function)
            judges: tuple[Judge, ...] = (grader.judge, local)
            inside, here = (
                j.judge(with_entry(assignment, entry), "x", exercises=[exercise_of.id]).outcomes[exercise_of.id] for j in judges
            )
            assert [o.verdict for o in inside] == [o.verdict for o in here], entry.name
            assert diagnostician.diagnose(exercise_of, inside) == diagnostician.diagnose(exercise_of, here), entry.name
    finally:
        local.close()
