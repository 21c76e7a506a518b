"""The material of a fact: one wrong tensor in several calls, and what can be said of it; trusted side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from autograder.diagnosis.facts.arguments import Given
from autograder.diagnosis.facts.kinds import Fact
from autograder.diagnosis.facts.tensors import Array

RTOL, ATOL = 1e-6, 1e-9


@dataclass(frozen=True)
class Case:
    """One tensor in one call: what the student gave, what is right, and what stood around it."""

    name: str
    actual: Array
    expected: Array
    plain: bool
    given: Given
    others: Mapping[str, Array]  # the other right tensors of the same answer, by name

    @cached_property
    def same_shape(self) -> bool:
        """Have both the same shape?"""
        return self.actual.shape == self.expected.shape

    @cached_property
    def a(self) -> Array:
        """The student's numbers as floats."""
        return self.actual.astype(float)

    @cached_property
    def e(self) -> Array:
        """The right numbers as floats."""
        return self.expected.astype(float)


Detector = Callable[[Sequence[Case]], Fact | None]


def near(a: Array, e: Array) -> bool:
    """Are two arrays the same up to rounding, in shape and in every entry?"""
    if a.shape != e.shape:
        return False
    scale = float(np.max(np.abs(e[np.isfinite(e)]), initial=0.0))
    return bool(np.allclose(a, e, rtol=RTOL, atol=min(ATOL, 1e-6 * scale) if scale else 1e-300, equal_nan=False))


def varied(array: Array) -> bool:
    """Does the array hold different numbers, so that agreeing with it is no accident?"""
    return array.size > 1 and bool(np.ptp(array) > 0) if np.all(np.isfinite(array)) else False


def finite(case: Case) -> bool:
    """Are both sides finite?"""
    return bool(np.all(np.isfinite(case.a)) and np.all(np.isfinite(case.e)))
