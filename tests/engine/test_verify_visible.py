"""The figure of mistakes that no visible check sees: when it refuses, and what it says."""

from __future__ import annotations

import pytest

from autograder.gate.visible import Unseen, blind_checks


@pytest.mark.parametrize(
    ("known", "passing", "refused"), [(40, 2, False), (40, 3, True), (13, 1, True), (13, 0, False), (0, 0, False)]
)
def test_more_than_a_twentieth_is_refused(known: int, passing: int, refused: bool) -> None:
    """Up to 5% of an exercise's known mistakes may pass its visible checks."""
    one = Unseen("compute_cost", known, tuple(f"compute_cost__number_{i}" for i in range(passing)))
    assert one.too_many is refused and bool(list(blind_checks([one], "toy"))) is refused


def test_a_refusal_names_the_exercise_and_the_mistakes() -> None:
    """Whoever must add a check reads which mistakes it has to see."""
    ((place, problem, _),) = blind_checks([Unseen("layer_sizes", 4, ("layer_sizes__swapped",))], "toy")
    assert "layer_sizes" in place and "layer_sizes__swapped" in problem and "1 of 4" in problem


@pytest.mark.parametrize(("passing", "refused"), [(0, True), (3, False), (4, True)])
def test_a_measured_share_may_not_grow_and_is_taken_out_when_it_is_small(passing: int, refused: bool) -> None:
    """What stands in NOT_YET may stay as it was measured; it may not get worse, and may not stand there when it is good."""
    one = Unseen("momentum", 10, tuple(f"momentum__number_{i}" for i in range(passing)))
    assert bool(list(blind_checks([one], "toy", {"momentum": (3, 10)}))) is refused
