"""Facts about a tensor of the wrong shape: transposed, an axis lost or summed away, one entry too few; trusted side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.diagnosis.facts.cases import Case, Detector, Fact, near
from autograder.diagnosis.facts.tensors import Array

_AXES = ("rows", "columns")


def transposed(cases: Sequence[Case]) -> Fact | None:
    """The right numbers with the two axes swapped."""
    if all(case.a.ndim == 2 and case.a.shape == case.e.T.shape and min(case.a.shape) > 0 for case in cases):
        says, asks = "rows and columns have changed places", "What does a row of {t} stand for, and what does a column?"
        if all(near(case.a.T, case.e) for case in cases):
            return Fact("transpose", f"the numbers are right, but {says}", asks)
        if all(case.a.shape != case.e.shape for case in cases) and any(min(case.a.shape) > 1 for case in cases):
            return Fact("transposed shape", f"its shape has {says}", asks)
    return None


def lost_axis(cases: Sequence[Case]) -> Fact | None:
    """The right numbers without (or with one too many) axis of length one."""
    if not all(case.a.size == case.e.size and near(case.a.ravel(), case.e.ravel()) for case in cases):
        return None
    if all(case.a.ndim < case.e.ndim for case in cases):
        return Fact(
            "lost axis",
            "the numbers are right, but an axis of length one is gone",
            "How many axes should {t} have, and where was one lost?",
        )
    if all(case.a.ndim > case.e.ndim for case in cases):
        return Fact(
            "extra axis",
            "the numbers are right, but there is an axis too many",
            "How many axes should {t} have, and where did another one come from?",
        )
    if all(case.a.ndim == case.e.ndim for case in cases):
        return Fact(
            "reshaped",
            "the numbers are right and in order, but rows and columns are cut differently",
            "What does a row of {t} stand for, and what does a column?",
        )
    return None


def reduced(cases: Sequence[Case]) -> Fact | None:
    """An axis that should be there was summed or averaged away."""
    for axis in (None, 0, 1):
        for word, function in (("summed", np.sum), ("averaged", np.mean)):
            if all(case.a.size < case.e.size and _is_reduction(case.a, case.e, axis, function) for case in cases):
                what = "everything is" if axis is None else f"the {_AXES[axis]} are"
                return Fact(
                    "axis away", f"{what} {word} into one", "Which axes should still be there in {t}, once it is computed?"
                )
    return None


def kept(cases: Sequence[Case]) -> Fact | None:
    """An axis that should have been summed or averaged away is still there."""
    for axis in (None, 0, 1):
        for word, function in (("summed", np.sum), ("averaged", np.mean)):
            if all(case.a.size > case.e.size and _is_reduction(case.e, case.a, axis, function) for case in cases):
                what = "nothing is" if axis is None else f"its {_AXES[axis]} are not"
                return Fact(
                    "axis kept", f"{what} {word} yet", "Should {t} hold one number for each example, or one for all of them?"
                )
    return None


def one_off(cases: Sequence[Case]) -> Fact | None:
    """One entry, row or column too few or too many, at the beginning or at the end; the others right."""
    for sign, word in ((-1, "missing"), (1, "too many")):
        for axis in (0, 1):
            if not all(_one_off_shape(case, axis, sign) for case in cases):
                continue
            thing = "entry" if all(case.e.ndim == 1 for case in cases) else ("row", "column")[axis]
            for place in ("first", "last"):
                if all(_matches_without(case, axis, sign, place) for case in cases):
                    says = f"the {place} {thing} is {word}, and the rest is right"
                    return Fact("off by one", says, "Where does {t} begin, where does it end, and is each end counted?")
            return Fact(
                "off by one",
                f"there is one {thing} {'too few' if sign < 0 else 'too many'}",
                "How many entries should {t} have, and which one is special?",
            )
    return None


def as_a_number(cases: Sequence[Case]) -> Fact | None:
    """A number where an array is needed, or the other way round."""
    if all(case.a.ndim == 0 < case.e.ndim for case in cases):
        return Fact(
            "number for array",
            "it is one number where an array is needed",
            "Which axes should still be there in {t}, once it is computed?",
        )
    if all(case.e.ndim == 0 < case.a.ndim for case in cases):
        return Fact(
            "array for number",
            "it is an array where one number is needed",
            "Should {t} be one number for all, or one for each?",
        )
    return None


def other_shape(cases: Sequence[Case]) -> Fact | None:
    """Say in which way the shape is wrong, where nothing better is known."""
    if any(case.same_shape for case in cases):
        return None
    asks = "What does a row of {t} stand for, and what does a column?"
    fewer, more = (all(test(case.a.ndim, case.e.ndim) for case in cases) for test in (int.__lt__, int.__gt__))
    if fewer or more:
        return Fact(
            "axes",
            f"it has {'too few' if fewer else 'too many'} axes",
            "How many axes should {t} have, and what does each stand for?",
        )
    if not all(case.a.ndim == case.e.ndim for case in cases):
        return Fact("shape", "its shape is wrong", asks)
    wrong = {axis for case in cases for axis in range(case.e.ndim) if case.a.shape[axis] != case.e.shape[axis]}
    if len(wrong) == 1 and all(case.e.ndim == 2 for case in cases):
        axis = wrong.pop()
        signs = {np.sign(case.a.shape[axis] - case.e.shape[axis]) for case in cases}
        amount = (
            {-1: "too few", 1: "too many"}.get(int(signs.pop()), "the wrong number of")
            if len(signs) == 1
            else "the wrong number of"
        )
        ones = all(case.a.shape[axis] == 1 for case in cases)
        says = f"its {_AXES[axis]} are squeezed into one" if ones else f"it has {amount} {_AXES[axis]}"
        return Fact("shape", says, f"What does a {_AXES[axis][:-1]} of {{t}} stand for, and how many are there?")
    if all(case.e.ndim == 1 for case in cases):
        signs = {bool(case.a.size > case.e.size) for case in cases}
        return (
            Fact("length", f"it has too {'many' if True in signs else 'few'} entries", "How many entries should {t} have?")
            if len(signs) == 1
            else None
        )
    return Fact("shape", "its shape is wrong", asks)


SHAPE_DETECTORS: tuple[Detector, ...] = (transposed, lost_axis, one_off, reduced, kept, as_a_number, other_shape)


def _is_reduction(small: Array, large: Array, axis: int | None, function: Callable[..., Any]) -> bool:
    if large.ndim == 0 or (axis is not None and axis >= large.ndim) or not np.all(np.isfinite(large)) or large.size < 2:
        return False
    result = np.asarray(function(large, axis=axis))
    return result.size == small.size and near(small.ravel(), result.ravel())


def _one_off_shape(case: Case, axis: int, sign: int) -> bool:
    if case.a.ndim != case.e.ndim or case.e.ndim <= axis:
        return False
    return all(n - m == (sign if i == axis else 0) for i, (n, m) in enumerate(zip(case.a.shape, case.e.shape, strict=True)))


def _matches_without(case: Case, axis: int, sign: int, place: str) -> bool:
    long, short = (case.a, case.e) if sign > 0 else (case.e, case.a)
    index = 0 if place == "first" else long.shape[axis] - 1
    return near(np.delete(long, index, axis), short)
