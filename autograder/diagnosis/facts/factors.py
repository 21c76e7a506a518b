"""Names the factor between two sets of numbers: minus one, two, the number of examples, a width, an argument; trusted side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from autograder.diagnosis.facts.arguments import EXAMPLES, Given
from autograder.diagnosis.facts.tensors import Array

RTOL = 1e-6
_SIMPLE = {-1.0: "minus one", 2.0: "two", 0.5: "half"}


@dataclass(frozen=True)
class Factor:
    """A factor that is the same within each call; `symbol` is what it equals, or None where it has no name."""

    symbol: str | None
    inverse: bool = False
    negative: bool = False
    below_one: bool = False  # is the quantity below one, so that "too large" would mislead?
    value: float | None = None  # for the simple ones

    @property
    def too_large(self) -> str:
        """Complete "every entry is ..."."""
        if self.value == -1.0:
            return "every entry has the opposite sign"
        if self.value == 2.0:
            return "every entry is twice as large as it should be"
        if self.value == 0.5:
            return "every entry is half of what it should be"
        if self.symbol is None:
            return "every entry is off by one common factor"
        sign = ", with the opposite sign" if self.negative else ""
        if self.below_one:
            how = f"divided by {self.symbol}" if self.inverse else f"multiplied by {self.symbol}"
            return f"every entry is what it should be, {how}{sign}"
        return f"every entry is too {'small' if self.inverse else 'large'} by a factor equal to {self.symbol}{sign}"

    @property
    def question(self) -> str:
        """Ask about the factor."""
        if self.value == -1.0:
            return "Which sign should {t} have, and where does its sign come from?"
        if self.value in (2.0, 0.5):
            return "Is anything on the way to {t} counted twice, or only half?"
        if self.symbol == EXAMPLES:
            return "If every example appeared twice, what should happen to {t}?"
        if self.symbol is None:
            return "Which one factor do all entries of {t} share?"
        return f"What should happen to {{t}} when {self.symbol} doubles?"


def factor_within(numbers: Array, base: Array) -> float | None:
    """Return the one factor between two arrays; nan where both are zero, None where there is no one factor."""
    if not (np.all(np.isfinite(numbers)) and np.all(np.isfinite(base))):
        return None
    large = np.max(np.abs(base), initial=0.0)
    used = np.abs(base) > 1e-9 * large
    if not large or not np.any(used):
        return float("nan") if np.max(np.abs(numbers), initial=0.0) < 1e-12 else None
    with np.errstate(over="ignore"):
        ratios = numbers[used] / base[used]
    middle = float(np.median(ratios))
    if not np.isfinite(middle):
        return None
    fits = np.allclose(ratios, middle, rtol=RTOL, atol=0) and np.allclose(
        numbers[~used], 0.0, atol=1e-9 * max(abs(middle) * large, 1e-300)
    )
    return middle if fits and middle else None


def name_factor(pairs: Sequence[tuple[float, Given]], wrong: Sequence[float]) -> Factor | None:
    """Name the factor of all calls: `pairs` holds the right ones too, where it is one; `wrong` only the wrong calls' own."""
    names = _names([(ratio, given) for ratio, given in pairs])
    simple = next((value for value in _SIMPLE if all(abs(ratio - value) < RTOL for ratio in wrong)), None)
    changing = [name for name in names if name.changes]
    if changing:
        names = changing
    if simple is not None and not changing:
        # a size that never changes could be this number by accident: it takes its name only if no size is that large
        return Factor(None) if names else Factor(None, value=simple)
    best = [name for name in names if name.factor.symbol == EXAMPLES] or names
    if changing or len({name.factor for name in best}) == 1:
        return best[0].factor  # quantities that change together are one and the same
    return Factor(None)


@dataclass(frozen=True)
class _Name:
    factor: Factor
    changes: bool  # did the quantity differ between the calls, so that it is no accident?


def _names(pairs: Sequence[tuple[float, Given]]) -> list[_Name]:
    """Return the quantities that the factor equals in all calls."""
    tables = [dict(given.symbols()) for _, given in pairs]
    common = [symbol for symbol in tables[0] if all(symbol in table for table in tables)] if tables else []
    found = []
    for symbol in common:
        sizes = [table[symbol] for table in tables]
        if any(size <= 0 for size in sizes) or all(size == 1 for size in sizes):
            continue
        for inverse in (False, True):
            for negative in (False, True):
                wanted = [(-1 if negative else 1) * (1 / size if inverse else size) for size in sizes]
                if all(abs(ratio - want) <= RTOL * abs(want) for (ratio, _), want in zip(pairs, wanted, strict=True)):
                    factor = Factor(symbol, inverse, negative, below_one=any(size < 1 for size in sizes))
                    found.append(_Name(factor, len(set(sizes)) > 1))
    return found
