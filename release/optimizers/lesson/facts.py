"""What one structural fact makes every wrong entry of an array wrong: a factor, a sign, a transpose, ..."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from lesson.display import count

Array = npt.NDArray[Any]
RELATIVE = 1e-6
LOGARITHMS = (1 / np.log(2), 1 / np.log(10))
TENS = {10, 100, 1000}
MOST_DECIMALS = 6  # who rounds to more is right by any tolerance


def near(got: Array, want: Array, atol: float, rtol: float = RELATIVE) -> npt.NDArray[np.bool_]:
    """Entry by entry: is it close enough? nan is close to nan alone."""
    got, want = got.astype(float), want.astype(float)
    with np.errstate(all="ignore"):
        close = np.abs(got - want) <= atol + rtol * np.abs(want)
    return np.asarray(close & np.isfinite(want) | (got == want) | (np.isnan(got) & np.isnan(want)))


def value_fact(got: Array, want: Array, atol: float, examples: Collection[int]) -> str:
    """The first structural fact that explains all entries at once, or an empty text."""
    if got.ndim and got.dtype.kind in "iu" and not np.array_equal(want, np.round(want)):
        return f"the dtype is {got.dtype}: where did the decimals go?"
    got, want = got.astype(float), want.astype(float)
    if not np.isfinite(want).all():
        return ""
    if not np.isfinite(got).all():
        return _not_finite(got)
    return next((fact for rule in RULES for fact in rule(got, want, atol, examples)), "")


def _not_finite(got: Array) -> str:
    kind = "nan" if np.isnan(got).any() else "infinite"
    many = int(np.isnan(got).sum() or np.isinf(got).sum())
    amount = "it is" if got.ndim == 0 else f"{many} of {count(got.size, 'entry')} {'is' if many == 1 else 'are'}"
    return f"{amount} {kind}: which step divides by 0, takes the log of 0, or overflows?"


def rounded_to(got: Array, want: Array) -> int:
    """The number of decimals to which `got` is `want`, rounded; 0 where it is not."""
    if got.shape != want.shape or not want.size:
        return 0
    for digits in range(1, MOST_DECIMALS + 1):
        if np.array_equal(got, np.round(got, digits)):
            half = 0.5000001 * 10.0**-digits
            return digits if digits > 1 and np.all(np.abs(got - want) <= half) else 0
    return 0


def _is_rounded(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    if digits := rounded_to(got, want):
        yield f"right to {digits} decimals: is something rounded on the way?"


def _is_zero(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    if got.size > 1 and not got.any():
        yield "every entry is 0"


def _is_multiple(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    """A constant ratio; one number alone must have a telling one."""
    used = np.abs(want) > max(atol, 1e-14)
    if not used.any() or not near(got[~used], want[~used], atol).all():
        return
    ratios, sizes = got[used] / want[used], np.abs(want[used])
    factor = float(ratios.flat[int(np.argmax(sizes))])  # the largest number is the one that rounding on paper moved least
    spread = 1e-5 + atol / sizes
    if abs(factor) < 1e-12 or abs(factor - 1) < 1e-4 or np.any(np.abs(ratios - factor) > spread * abs(factor)):
        return
    size = max(abs(factor), 1 / abs(factor))
    whole = round(size) if abs(size - round(size)) < max(1e-4, atol / sizes.max()) * size else 0
    factor = float(np.sign(factor)) * (whole if abs(factor) > 1 else 1 / whole) if whole else factor
    log = any(abs(abs(factor) - base) < 1e-4 for base in LOGARITHMS)
    squares = {m * m for m in examples} | {*examples}
    plain = bool(np.all(want == np.round(want)) and np.all(got == np.round(got)))  # counts and labels: chance
    telling = whole in {1, *squares} or log or (whole in {2, *TENS} and not plain) or _is_percent(got, want, whole)
    if telling or used.sum() > (2 if plain else 1):
        if _is_percent(got, want, whole):
            yield f"it is 100 times too {'large' if factor > 1 else 'small'}: percent or fraction?"
        yield _multiple_text(factor, size, whole, log, whole in squares and whole > 1, got.size == 1, examples)


def _multiple_text(
    factor: float, size: float, whole: int, log: bool, counted: bool, single: bool, examples: Collection[int]
) -> str:
    if whole == 1:
        return "the sign is flipped" if single else "every sign is flipped"
    subject = "it is" if single else "every entry is"
    shown = whole or format(size, ".4g" if size > 1.01 else ".6g")
    text = f"{subject} {shown} times too {'large' if abs(factor) > 1 else 'small'}"
    text += " and has the opposite sign" if factor < 0 else ""
    if counted:
        m = whole if whole in examples else round(whole**0.5)
        return f"{text}, and there are {m} examples"
    return f"{text}: which logarithm is it?" if log else text


def _is_percent(got: Array, want: Array, whole: int) -> bool:
    """Whether one number is a fraction and the other may be its percentage."""
    low, high = sorted([float(np.abs(got).max()), float(np.abs(want).max())])
    return got.ndim == 0 and whole == 100 and low <= 1 < high <= 100


def _is_transposed(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    if got.ndim == 2 and got.shape == got.T.shape and near(got.T, want, atol).all():
        yield "the answer is the transpose of what was expected"


def _is_complement(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    telling = np.ptp(want) > 0 or 0 < float(want.flat[0]) < 1
    if telling and 0 <= want.min() <= want.max() <= 1 and near(1 - got, want, atol).all():
        labels = want.size > 1 and np.isin(want, (0, 1)).all()
        yield f"it is 1 minus what was expected{': which class is which?' if labels else ''}"


def _has_signs_wrong(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    if got.size > 1 and near(np.abs(got), np.abs(want), atol).all():
        wrong = int((~near(got, want, atol)).sum())
        yield f"the sizes are right, the sign of {wrong} of {got.size} entries is not"


def _is_shifted(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    shift = got - want
    if got.size > 2 and np.ptp(shift) <= atol:
        amount = float(shift.flat[0])
        yield f"every entry is {abs(amount):.4g} too {'large' if amount > 0 else 'small'}"


def _is_reordered(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    """The same numbers elsewhere; labels and masks, with two values alone, are always that where they are as many."""
    if len(np.unique(want)) > 2 and near(np.sort(got, axis=None), np.sort(want, axis=None), atol).all():
        yield "these are the right numbers in another order"


Rule = Callable[[Array, Array, float, Collection[int]], Iterator[str]]
RULES: tuple[Rule, ...] = (
    _is_zero, _is_rounded, _is_multiple, _is_transposed, _is_complement, _has_signs_wrong, _is_shifted, _is_reordered,
)  # fmt: skip


def where(wrong: npt.NDArray[np.bool_]) -> str:
    """Which entries are wrong: one row, one column, or how many."""
    if wrong.all():
        return "no entry is right" if wrong.size > 1 else ""
    if wrong.ndim == 2:
        for axis, name in ((1, "row"), (0, "column")):
            lines = np.flatnonzero(wrong.any(axis=axis))
            if len(lines) == 1 and wrong.shape[1 - axis] > 2:
                last = " (the last)" if lines[0] == wrong.shape[1 - axis] - 1 else ""
                return f"only {name} {lines[0]}{last} is wrong"
    return f"{int(wrong.sum())} of {wrong.size} entries differ"
