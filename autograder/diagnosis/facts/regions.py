"""Facts about a tensor that is right in some entries: where the wrong ones stand, what they share; trusted side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from autograder.diagnosis.facts.cases import RTOL, Case, Detector
from autograder.diagnosis.facts.kinds import Fact, of_kind
from autograder.diagnosis.facts.tensors import Array

Region = tuple[str, str, Array]


def history(cases: Sequence[Case]) -> Fact | None:
    """A series that is right at its beginning, shifted by one, or of another length."""
    if not all(case.plain and case.e.ndim == 1 == case.a.ndim and case.e.size > 2 and case.a.size for case in cases):
        return None
    if all(_close(case.a[1:], case.e[:-1]) for case in cases if case.same_shape) and all(case.same_shape for case in cases):
        return of_kind("shifted")
    if all(_close(case.a[:-1], case.e[1:]) for case in cases if case.same_shape) and all(case.same_shape for case in cases):
        return of_kind("shifted/late")
    prefixes = [_prefix(case.a, case.e) for case in cases]
    shortest = [min(case.a.size, case.e.size) for case in cases]
    if all(prefix == short and not case.same_shape for prefix, short, case in zip(prefixes, shortest, cases, strict=True)):
        short = all(case.a.size < case.e.size for case in cases)
        return of_kind("length/early" if short else "length/late")
    if all(1 < prefix < short for prefix, short in zip(prefixes, shortest, strict=True)):
        return of_kind("at first")
    return None


def part(cases: Sequence[Case]) -> Fact | None:
    """The wrong entries stand in one region in all calls (where Z is negative, in the last column); all others are right."""
    if not all(case.same_shape and case.e.size for case in cases):
        return None
    wrong = [_wrong(case) for case in cases]
    if sum(int(np.sum(~mask)) for mask in wrong) < 3:
        return None
    for regions in (_by_arguments, _by_place):
        if regions is _by_place and (len(cases) < 2 or sum(int(np.sum(mask)) for mask in wrong) < 3):
            return None  # the first column of one call can be an accident
        tables = [{name: (says, mask) for name, says, mask in regions(case)} for case in cases]
        for name, (says, _) in tables[0].items():
            if all(name in table for table in tables) and _fits([table[name][1] for table in tables], wrong):
                return of_kind("part", where=says, region=says.removeprefix("only "))
    return None


def _fits(regions: Sequence[Array], wrong: Sequence[Array]) -> bool:
    """Are all wrong entries in the region, and most of the region wrong? An entry can be right by accident."""
    if any(np.any(mask & ~region) for region, mask in zip(regions, wrong, strict=True)):
        return False
    inside, bad = sum(int(np.sum(region)) for region in regions), sum(int(np.sum(mask)) for mask in wrong)
    return bad >= 0.6 * inside and sum(int(np.sum(~region)) for region in regions) >= 3


REGION_DETECTORS: tuple[Detector, ...] = (history, part)


def _by_arguments(case: Case) -> Iterator[Region]:
    """Yield the regions that an argument of the same shape makes, the smaller ones first."""
    arrays = [(name, array) for name, array in case.given.arrays.items() if array.shape == case.e.shape]
    tables = [list(_by_value(name, array)) for name, array in arrays]
    for group in zip(*tables, strict=False):
        yield from group


def _by_place(case: Case) -> Iterator[Region]:
    """Yield the regions that rows, columns and the diagonal make."""
    shape = case.e.shape
    for axis, line in ((0, "row"), (1, "column")) if case.e.ndim == 2 else ((0, "entry"),) if case.e.ndim == 1 else ():
        if shape[axis] > 1:
            index = np.moveaxis(np.indices(shape), 0, -1)[..., axis]
            for place, position in (("first", 0), ("last", shape[axis] - 1)):
                yield f"{place} {line}", f"only in the {place} {line}", index == position
            for place, position in (("first", 0), ("last", shape[axis] - 1)):
                yield f"not {place} {line}", f"everywhere but in the {place} {line}", index != position
    if case.e.ndim == 2 and shape[0] == shape[1] and shape[0] > 1:
        yield "diagonal", "only on the diagonal", np.eye(shape[0], dtype=bool)
        yield "not diagonal", "only off the diagonal", ~np.eye(shape[0], dtype=bool)


def _by_value(name: str, array: Array) -> Iterator[Region]:
    """Yield the regions that the values of an argument of the same shape make."""
    if np.all(np.isin(array, (0, 1))):
        yield f"{name} one", f"where {name} is one", array == 1
        yield f"{name} zero", f"where {name} is zero", array == 0
        return
    tests: tuple[tuple[str, Callable[[Array], Array]], ...] = (
        ("exactly zero", lambda x: x == 0), ("positive", lambda x: x > 0), ("negative", lambda x: x < 0),
        ("zero or positive", lambda x: x >= 0), ("zero or negative", lambda x: x <= 0), ("not zero", lambda x: x != 0),
    )  # fmt: skip
    with np.errstate(invalid="ignore"):
        for word, test in tests:
            yield f"{name} {word}", f"where {name} is {word}", test(array)


def _wrong(case: Case) -> Array:
    return ~np.isclose(case.a, case.e, rtol=RTOL, atol=1e-12)


def _close(a: Array, e: Array) -> bool:
    return bool(np.allclose(a, e, rtol=RTOL, atol=1e-12))


def _prefix(a: Array, e: Array) -> int:
    """Count the entries that are right from the beginning."""
    size = min(a.size, e.size)
    wrong = np.flatnonzero(~np.isclose(a[:size], e[:size], rtol=RTOL, atol=1e-12))
    return int(wrong[0]) if wrong.size else size
