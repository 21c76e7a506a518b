"""The second chance of a training loop: over right functions, its tests see its own mistakes and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course import bank
from autograder.course.bank import Entry
from autograder.course.model import find_course
from autograder.gate.stand_in import with_entries
from autograder.judge.judge import Judge
from autograder.result import FAILED, PASSED
from autograder.worker.deadlines import Deadlines
from autograder.worker.zygote import Zygote, ZygoteSettings

ASSIGNMENT = find_course(Path(__file__).parent).assignment("one_hidden_layer")
MISTAKES = {entry.name: entry for entry in bank.read_bank(ASSIGNMENT.hidden, bank.MISTAKES)}
BELOW = next(entry for entry in MISTAKES.values() if entry.function == "update_parameters")


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    """A judge of the assignment, patient: how busy this machine is shall decide nothing here."""
    settings = ZygoteSettings(ASSIGNMENT.preload, handout=ASSIGNMENT.course.handout, helpers=tuple(ASSIGNMENT.helper_files))
    with Zygote(settings) as zygote, Judge(ASSIGNMENT, zygote, "secret", Deadlines(submission=900.0)) as made:
        made._plugin.modules["nn_model"].SECONDS = 300
        yield made


def failed(judge: Judge, *entries: Entry) -> set[str]:
    """Return the tests of nn_model that are failed where these stand in for the solution's functions."""
    found = judge.judge(with_entries(ASSIGNMENT, entries), "somebody", exercises=["update_parameters", "nn_model"])
    verdicts = {one.name: one.verdict for one in found.outcomes["nn_model"]}
    assert set(verdicts.values()) <= {PASSED, FAILED}
    return {name for name, verdict in verdicts.items() if verdict == FAILED}


def test_right_loop_over_a_wrong_function_passes(judge: Judge) -> None:
    """A mistake below costs once: the loop passes with right functions."""
    assert not failed(judge, BELOW)


@pytest.mark.parametrize("name", ["nn_model__update_thrown_away", "nn_model__gives_up_on_a_plateau"])
def test_wrong_loop_over_a_wrong_function_fails_as_over_a_right_one(judge: Judge, name: str) -> None:
    """A loop that goes nowhere, or stops where the cost no longer falls, is found out by short trainings as well."""
    assert failed(judge, MISTAKES[name]) == failed(judge, BELOW, MISTAKES[name]) != set()
