"""The network that notebooks without exercises hand out answers no exercise of any notebook in which networks are built."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lesson.network import Network

from autograder.gate import handout_callables
from autograder.gate.handout import suspicious
from autograder.gate.held_out_session import LocalJudge
from autograder.gate.stand_in import with_entries

from .lessons import COURSE

BUILDING = ("neuron_activations", "one_hidden_layer", "check_and_init", "deep_network", "optimizers", "regularization")


def gives_back(value: Callable[..., Any]) -> bool:
    """Say whether a callable returns what it is given, which everybody can write, and which is right where nothing is done."""
    given = object()
    try:
        return value(given) is given
    except Exception:  # it wants something else
        return False


@pytest.mark.parametrize("name", BUILDING)
def test_no_callable_of_the_network_answers_a_call_of_an_exercise(name: str) -> None:
    """Each is tried on the calls that hidden tests make of the solution; a class is compared by the names of its methods."""
    assignment = COURSE.assignment(name)
    given = {key: value for key, value in handout_callables.callables(["lesson.network"]).items() if not gives_back(value)}
    judge = LocalJudge(assignment, "s")  # in this process: tests/diagnosis/test_bank_claims.py says that it sees the same
    try:
        solved = judge.judge(with_entries(assignment, ()), "somebody", upstream_is_right=True).outcomes
    finally:
        judge.close()
    for exercise in assignment.exercises:
        tests = [outcome.transcript.records for outcome in solved[exercise.id]]
        for function in exercise.functions:
            asked = {record.name for records in tests for record in records if record.name.startswith(function)}
            assert asked, f"the tests of {exercise.id} call {function}"
            methods = {one.removeprefix(f"{function}.") for one in asked if "." in one}
            found = [] if methods else suspicious(function, given, tests)
            assert found == [] and methods & set(dir(Network)) <= {"parameters"}, function  # a list there, a dictionary here
