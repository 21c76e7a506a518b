"""Facts about a tensor of the wrong shape: an entry, row or column too few, or axes; trusted side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.diagnosis.facts.cases import Case, Detector, near
from autograder.diagnosis.facts.kinds import Fact, of_kind

_AXES = ("rows", "columns")
_AMOUNTS = {-1: "too few", 1: "too many"}


def one_off(cases: Sequence[Case]) -> Fact | None:
    """One entry, row or column too few or too many, at the beginning or at the end; the others right."""
    for sign, word in ((-1, "missing"), (1, "too many")):
        for axis in (0, 1):
            if not all(_one_off_shape(case, axis, sign) for case in cases):
                continue
            thing = "entry" if all(case.e.ndim == 1 for case in cases) else ("row", "column")[axis]
            for place in ("first", "last"):
                if all(_matches_without(case, axis, sign, place) for case in cases):
                    return of_kind("off by one", place=place, thing=thing, word=word)
            return of_kind("off by one/number", thing=thing, word=_AMOUNTS[sign])
    return None


def other_shape(cases: Sequence[Case]) -> Fact | None:
    """Say in which way the shape is wrong."""
    if any(case.same_shape for case in cases):
        return None
    fewer, more = (all(test(case.a.ndim, case.e.ndim) for case in cases) for test in (int.__lt__, int.__gt__))
    if fewer or more:
        return of_kind("axes", word="too few" if fewer else "too many")
    if not all(case.a.ndim == case.e.ndim for case in cases):
        return of_kind("shape")
    wrong = {axis for case in cases for axis in range(case.e.ndim) if case.a.shape[axis] != case.e.shape[axis]}
    if len(wrong) == 1 and all(case.e.ndim == 2 for case in cases):
        axis = wrong.pop()
        signs = {int(np.sign(case.a.shape[axis] - case.e.shape[axis])) for case in cases}
        amount = _AMOUNTS[signs.pop()] if len(signs) == 1 else "the wrong number of"
        ones = all(case.a.shape[axis] == 1 for case in cases)
        says = f"its {_AXES[axis]} are squeezed into one" if ones else f"it has {amount} {_AXES[axis]}"
        return of_kind("shape/lines", says=says, line=_AXES[axis][:-1])
    if all(case.e.ndim == 1 for case in cases):
        larger = {bool(case.a.size > case.e.size) for case in cases}
        return of_kind("length", word="many" if True in larger else "few") if len(larger) == 1 else None
    return of_kind("shape")


SHAPE_DETECTORS: tuple[Detector, ...] = (one_off, other_shape)


def _one_off_shape(case: Case, axis: int, sign: int) -> bool:
    if case.a.ndim != case.e.ndim or case.e.ndim <= axis:
        return False
    return all(n - m == (sign if i == axis else 0) for i, (n, m) in enumerate(zip(case.a.shape, case.e.shape, strict=True)))


def _matches_without(case: Case, axis: int, sign: int, place: str) -> bool:
    long, short = (case.a, case.e) if sign > 0 else (case.e, case.a)
    index = 0 if place == "first" else long.shape[axis] - 1
    return near(np.delete(long, index, axis), short)
