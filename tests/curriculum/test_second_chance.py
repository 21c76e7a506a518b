"""The second chance of a training loop: short runs with right functions below say what the long training would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course import bank
from autograder.course.bank import Entry
from autograder.course.model import find_course
from autograder.gate.stand_in import with_entries
from autograder.judge.judge import Judge
from autograder.judge.plugin import Outcome
from autograder.result import FAILED, PASSED
from autograder.sandbox.wire import Rng
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


def moons(judge: Judge, *entries: Entry) -> Outcome:
    """Return the long training's outcome where these stand in for the solution's functions."""
    found = judge.judge(with_entries(ASSIGNMENT, entries), "somebody", exercises=["update_parameters", "nn_model"])
    return next(one for one in found.outcomes["nn_model"] if one.name == "test_moons")


def test_right_loop_over_a_wrong_function_passes_by_a_short_training(judge: Judge) -> None:
    """A mistake below costs once: the loop passes with right functions, in a fifth of the iterations."""
    outcome = moons(judge, BELOW)
    assert outcome.verdict == PASSED
    (call,) = outcome.transcript.records
    assert call.arguments[3] == 400 and isinstance(call.arguments[5], Rng)


@pytest.mark.parametrize("name", ["nn_model__update_thrown_away", "nn_model__gives_up_on_a_plateau"])
def test_wrong_loop_over_a_wrong_function_fails_as_the_long_training_does(judge: Judge, name: str) -> None:
    """A loop that goes nowhere, or stops on the plateau before the border, is found out by the short training as well."""
    assert moons(judge, MISTAKES[name]).verdict == FAILED
    assert moons(judge, BELOW, MISTAKES[name]).verdict == FAILED
