"""Whether numbers are the right ones, rounded to a few decimals; trusted side.

Some tests accept a rounded answer and others do not: where anything else is wrong as well, that comes first, and nobody is
told that an accepted answer is too small.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.diagnosis.facts.cases import Case, Fact
from autograder.diagnosis.facts.tensors import Array

FEWEST, MOST = 2, 6  # decimals: one may be chance, and who keeps more is right by any tolerance
WORDS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def decimals(array: Array) -> int:
    """Return how many decimals the numbers have, or one more than MOST."""
    return next((n for n in range(MOST + 1) if np.array_equal(array, np.round(array, n))), MOST + 1)


def is_rounded(actual: Array | None, expected: Array | None) -> bool:
    """Are these the right numbers, rounded to FEWEST to MOST decimals?"""
    if actual is None or expected is None or actual.shape != expected.shape or not expected.size:
        return False
    a, e = actual.astype(float), expected.astype(float)
    return bool(np.all(np.isfinite(a)) and np.all(np.isfinite(e))) and _is_rounded_to(decimals(a), a, e)


def rounded(cases: Sequence[Case]) -> Fact | None:
    """The right numbers, all rounded to as many decimals."""
    if not all(case.same_shape and np.all(np.isfinite(case.a)) and np.all(np.isfinite(case.e)) for case in cases):
        return None
    many = max(decimals(case.a) for case in cases)
    if not all(_is_rounded_to(many, case.a, case.e) for case in cases):
        return None
    return Fact("rounded", f"it is right to {WORDS[many]} decimals, and no further", "How many digits of {t} reach the caller?")


def _is_rounded_to(many: int, actual: Array, expected: Array) -> bool:
    return FEWEST <= many <= MOST and bool(np.all(np.abs(actual - expected) <= 0.5000001 * 10.0**-many))
