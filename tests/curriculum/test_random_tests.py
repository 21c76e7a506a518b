"""No hidden test fails right work by chance: every test with random inputs holds under many seeds.

CI plays 10; `make seeds` plays 200, which is for whoever writes a test that draws.
"""

from __future__ import annotations

import os
from typing import Any

import pytest

from autograder.course import bank
from autograder.testing.kinds import SHARES

from .lessons import COURSE, notebook
from .stand_in import HiddenTest, hidden_tests

pytestmark = pytest.mark.long

SEEDS = range(int(os.environ.get("AUTOGRADER_SEEDS", "10")))
FEW_SEEDS = range(10)  # for what trains a network or differences a cost many times: as many as time allows
LONG = {
    ("one_hidden_layer", "nn_model"),
    ("check_and_init", "gradient_check"),
    ("deep_network", "deep_forward"),
    ("deep_network", "deep_backward"),
    ("deep_network", "neural_network"),
    ("optimizers", "adam"),
    ("optimizers", "momentum"),
    ("regularization", "l2"),
    ("regularization", "deep_passes"),
    ("beyond_binary", "batchnorm"),
    ("beyond_binary", "extra_optimizers"),
}
VARIANTS = (  # two styles of each exercise that draws: another generator, another distribution, another order of draws
    "initialize_parameters__global_generator",
    "initialize_parameters__one_draw",
    "initialize_deep__uniform_with_that_deviation",
    "initialize_deep__transposed_draws",
    "deep_forward__global_generator",
    "deep_forward__masks_first",
    "create_mini_batches__random_keys",
    "create_mini_batches__standard_library",
    "split_train_validation__boolean_mask",
    "split_train_validation__scikit_learn",
    "dropout_forward__binomial",
    "dropout_forward__choice",
)


def solution(assignment: str) -> dict[str, Any]:
    """Return the reference functions of an assignment."""
    return vars(notebook(assignment))


def seeds_for(test: HiddenTest) -> range:
    """Return the seeds that a test is run under; where dropout is drawn, chance decides, and all are needed."""
    long = {(test.assignment, test.exercise), (test.assignment, test.function.__name__)} & LONG
    return FEW_SEEDS if long and not (test.draws and test.exercise == "deep_passes") else SEEDS


def failures(test: HiddenTest, names: dict[str, Any], seeds: range) -> list[str]:
    """Return what goes wrong under which seed."""
    return [f"seed {seed}: {error!r}" for seed in seeds if (error := test.failure(names, seed)) is not None]


SEEDED = [test for name in COURSE.names() for test in hidden_tests(name) if test.seeded]
EXERCISES = list(dict.fromkeys((test.assignment, test.exercise) for test in SEEDED))


@pytest.mark.parametrize(
    ("assignment", "exercise"), EXERCISES, ids=[f"{assignment}-{exercise}" for assignment, exercise in EXERCISES]
)
def test_the_solution_passes_under_every_seed(assignment: str, exercise: str) -> None:
    """The reference solution passes each test with random inputs, whoever the student is."""
    for test in SEEDED:
        if (test.assignment, test.exercise) == (assignment, exercise):
            assert failures(test, solution(assignment), seeds_for(test)) == [], test.function.__name__


def entry_of(name: str) -> bank.Entry:
    """Return the variant of this name."""
    found = [
        entry for one in COURSE.names() for entry in bank.read_bank(COURSE.hidden(one), bank.VARIANTS) if entry.name == name
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("name", VARIANTS)
def test_other_right_work_passes_under_every_seed(name: str) -> None:
    """A right implementation in another style passes every test of its exercise in which it draws, whatever it draws."""
    entry = entry_of(name)
    exercise = COURSE.assignment(entry.assignment).exercise(entry.function).id
    names = solution(entry.assignment) | {entry.function: bank.implement(entry, solution(entry.assignment))}
    tests = [test for test in SEEDED if (test.assignment, test.exercise) == (entry.assignment, exercise) and test.draws]
    assert len(tests) > 2
    for test in tests:
        assert failures(test, names, seeds_for(test)) == [], test.function.__name__


def test_the_stand_in_finds_what_is_wrong() -> None:
    """A mistake of the bank fails here as it does in a worker: the claims above could fail."""
    entry = next(
        one for one in bank.read_bank(COURSE.hidden("regularization"), bank.MISTAKES) if one.function == "dropout_forward"
    )
    names = solution("regularization") | {entry.function: bank.implement(entry, solution("regularization"))}
    tests = [test for test in hidden_tests("regularization") if test.exercise == "dropout"]
    assert any(test.failure(names, 0) is not None for test in tests)


def test_every_hidden_test_passes_here_as_in_a_worker() -> None:
    """All hidden tests of all assignments, seeded or not, run on the stand-in, and each has one of the five kinds."""
    for name in COURSE.names():
        for test in hidden_tests(name):
            assert test.failure(solution(name), 1) is None, test.function.__qualname__
            assert test.kind in SHARES
