"""The five kinds of hidden test and what share of an exercise each kind is worth; trusted side.

A kind's share is divided equally among the tests of that kind in one exercise, and the shares of the kinds that an
exercise really has are scaled up to the whole. So a test is added without touching any other test's weight.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., object])

SHARES: dict[str, float] = {"values": 50.0, "properties": 25.0, "shapes": 10.0, "stability": 10.0, "purity": 5.0}

KIND_ATTRIBUTE = "autograder_kind"
HINT_ATTRIBUTE = "autograder_hint"
CHAOTIC_ATTRIBUTE = "autograder_chaotic"


def _kind(name: str) -> Callable[[Test], Test]:
    def mark(test: Test) -> Test:
        setattr(test, KIND_ATTRIBUTE, name)
        return test

    return mark


values = _kind("values")
"""The answer itself is right."""
properties = _kind("properties")
"""A gradient check or a relation between answers holds."""
shapes = _kind("shapes")
"""Shapes and dtypes are right."""
stability = _kind("stability")
"""Extreme numbers give neither nan nor overflow."""
purity = _kind("purity")
"""The caller's arrays and dictionaries are left as they were."""


def hint(question: str) -> Callable[[Test], Test]:
    """Give a test the question that is asked when it fails and no known mistake explains the failure.

    The question must be right for every implementation that can fail the test, and must not contain the fix.
    """

    def mark(test: Test) -> Test:
        setattr(test, HINT_ATTRIBUTE, question)
        return test

    return mark


def chaotic(test: Test) -> Test:
    """Mark a long training: where a step is wrong, rounding grows until no two runs end alike, so it identifies no mistake.

    It trains no longer than it needs: every call of a function below can be a message to the judge.
    """
    setattr(test, CHAOTIC_ATTRIBUTE, True)
    return test


def weigh(kinds: list[str]) -> list[float]:
    """Return each test's weight, summing to 100, from the kinds of all the tests of one exercise."""
    present = {kind: kinds.count(kind) for kind in kinds}
    total = sum(SHARES[kind] for kind in present)
    return [100.0 * SHARES[kind] / total / present[kind] for kind in kinds]
