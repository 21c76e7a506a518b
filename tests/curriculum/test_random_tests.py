"""No hidden test fails right work by chance: every test with random inputs holds under 200 seeds."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from autograder import bank
from autograder.hidden.weights import SHARES

from .lessons import COURSE, reference
from .stand_in import HiddenTest, hidden_tests

SEEDS = range(200)
FEW_SEEDS = range(25)  # for what trains a network or differences a cost many times: the same claim, on what time allows
LONG = {
    ("one_hidden_layer", "nn_model"),
    ("check_and_init", "gradient_check"),
    ("optimizers", "test_it_goes_downhill"),
    ("optimizers", "test_it_arrives_at_the_bottom"),
    ("deep_network", "test_twelve_layers"),
    ("deep_network", "neural_network"),
}
RANDOM_EXERCISES = [
    ("one_hidden_layer", "initialize_parameters"),
    ("check_and_init", "initialize_deep"),
    ("deep_network", "deep_forward"),
    ("optimizers", "create_mini_batches"),
    ("regularization", "split_train_validation"),
    ("regularization", "dropout"),
]


@cache
def solution(assignment: str) -> dict[str, Any]:
    """Return the reference functions of an assignment."""
    return vars(reference(assignment))


def seeds_for(test: HiddenTest) -> range:
    """Return the seeds that a test is run under."""
    long = {(test.assignment, test.exercise), (test.assignment, test.function.__name__)} & LONG
    return FEW_SEEDS if long else SEEDS


def failures(test: HiddenTest, names: dict[str, Any], seeds: range) -> list[str]:
    """Return what goes wrong under which seed."""
    return [f"seed {seed}: {error!r}" for seed in seeds if (error := test.failure(names, seed)) is not None]


SEEDED = [test for name in COURSE.names() for test in hidden_tests(name) if test.seeded]
EXERCISES = list(dict.fromkeys((test.assignment, test.exercise) for test in SEEDED))


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES, ids="-".join)
def test_the_solution_passes_under_every_seed(assignment: str, exercise: str) -> None:
    """The reference solution passes each test with random inputs, whoever the student is."""
    for test in SEEDED:
        if (test.assignment, test.exercise) == (assignment, exercise):
            assert failures(test, solution(assignment), seeds_for(test)) == [], test.function.__name__


def two_variants(assignment: str, exercise: str) -> list[bank.Entry]:
    """Return the first two right implementations in other styles that leave their arguments alone."""
    functions = COURSE.assignment(assignment).exercise(exercise).functions
    entries = bank.entries_for(bank.read_bank(assignment, bank.VARIANTS), functions)
    return [entry for entry in entries if not entry.mutates][:2]


@pytest.mark.parametrize(("assignment", "exercise"), RANDOM_EXERCISES, ids="-".join)
def test_other_right_work_passes_under_every_seed(assignment: str, exercise: str) -> None:
    """Two variants of each exercise that draws random numbers pass all its tests, whatever is drawn."""
    variants = two_variants(assignment, exercise)
    assert len(variants) == 2
    for entry in variants:
        names = solution(assignment) | {entry.function: bank.implement(entry, solution(assignment))}
        for test in hidden_tests(assignment):
            if test.exercise == exercise:
                seeds = seeds_for(test) if test.seeded else range(1)
                assert failures(test, names, seeds) == [], (entry.name, test.function.__name__)


def test_the_stand_in_finds_what_is_wrong() -> None:
    """A mistake of the bank fails here as it does in a worker: the claims above could fail."""
    entry = next(one for one in bank.read_bank("regularization", bank.MISTAKES) if one.function == "dropout_forward")
    names = solution("regularization") | {entry.function: bank.implement(entry, solution("regularization"))}
    tests = [test for test in hidden_tests("regularization") if test.exercise == "dropout"]
    assert any(test.failure(names, 0) is not None for test in tests)


def test_every_hidden_test_passes_here_as_in_a_worker() -> None:
    """All hidden tests of all assignments, seeded or not, run on the stand-in, and each has one of the five kinds."""
    for name in COURSE.names():
        for test in hidden_tests(name):
            assert test.failure(solution(name), 1) is None, test.function.__qualname__
            assert test.kind in SHARES
