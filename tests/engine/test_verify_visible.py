"""The figure of mistakes that no visible check sees: when it refuses, and what it says."""

from __future__ import annotations

import pytest

from autograder.gate.visible import Unseen, findings


@pytest.mark.parametrize(
    ("known", "passing", "refused"), [(40, 2, False), (40, 3, True), (13, 1, True), (13, 0, False), (0, 0, False)]
)
def test_more_than_a_twentieth_is_refused(known: int, passing: int, refused: bool) -> None:
    """Up to 5% of an exercise's known mistakes may pass its visible checks."""
    one = Unseen("compute_cost", known, tuple(f"compute_cost__number_{i}" for i in range(passing)))
    assert one.too_many is refused and bool(list(findings([one], "toy"))) is refused


def test_a_refusal_names_the_exercise_and_the_mistakes() -> None:
    """Whoever must add a check reads which mistakes it has to see."""
    (finding,) = findings([Unseen("layer_sizes", 4, ("layer_sizes__swapped",))], "toy")
    assert "layer_sizes" in finding.place and "layer_sizes__swapped" in finding.problem and "1 of 4" in finding.problem
