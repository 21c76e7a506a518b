"""Attacks of every family, as the current user at the best level that this machine gives; `make attacks` plays all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from . import suite
from .suite import Attack
from .trial import Trial

pytestmark = pytest.mark.long

ATTACKS = [one for one in suite.attacks() if one.kind != suite.BESIDE]
EVERY = 8  # one in so many is played here, evenly through every family: all of them take minutes


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    """One grader for all: what one attack leaves behind meets the next."""
    with Trial(tmp_path_factory.mktemp("attacked"), short=True) as trial:
        yield trial


def test_the_target_can_be_solved(trial: Trial) -> None:
    """The reference gets full marks: an attack that earns nothing has failed for its own sake."""
    assert trial.solution.score == trial.solution.max_score > 0


@pytest.mark.parametrize("attack", ATTACKS[::EVERY], ids=lambda one: one.name)
def test_attack_gains_nothing_and_costs_nobody(trial: Trial, attack: Attack) -> None:
    """No score gained, no row lost, nothing outside changed, nothing hidden shown, no text more than text, no memory taken."""
    verdict = trial.run(attack)
    if verdict.lost:  # by the attack, or to a busy machine: with patience it is the attack
        verdict = trial.run(attack, patient=True)
    assert verdict.reasons + verdict.lost == ()


def test_there_are_enough_attacks_of_every_family() -> None:
    """The suite is data, and none of it is lost by a typing error in a name."""
    assert len(ATTACKS) >= 200
    assert len({one.tries for one in ATTACKS}) == len(ATTACKS)
