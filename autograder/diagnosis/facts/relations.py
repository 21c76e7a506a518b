"""Facts that relate a wrong tensor to another tensor, or to a size, of the same call; trusted side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.diagnosis.facts.cases import Case, finite, near, varied
from autograder.diagnosis.facts.factors import factor_within
from autograder.diagnosis.facts.kinds import Fact, of_kind
from autograder.diagnosis.facts.tensors import Array


def another_tensor(cases: Sequence[Case]) -> Fact | None:
    """The right numbers of another tensor, or an argument, in its place."""
    if not any(varied(case.a) for case in cases):
        return None
    for kind, sources in (("other", lambda case: case.others), ("argument", lambda case: case.given.arrays)):
        names = [
            name
            for name in sources(cases[0])
            if all(name in sources(case) and near(case.a, sources(case)[name].astype(float)) for case in cases)
        ]
        if len(names) == 1 and names[0] != cases[0].name:
            return of_kind("another tensor" if kind == "other" else "another tensor/argument", name=names[0])
    return None


def a_multiple_of(cases: Sequence[Case]) -> Fact | None:
    """What is missing, or too much, is a multiple of one known tensor."""
    if not all(finite(case) for case in cases):
        return None
    tables = [{**case.given.arrays, **case.others} for case in cases]
    names = []
    for name in tables[0]:
        if name != cases[0].name or name in cases[0].given.arrays:
            pairs = [
                (case.a - case.e, table[name].astype(float)) for case, table in zip(cases, tables, strict=True) if name in table
            ]
            if (
                len(pairs) == len(cases)
                and all(_multiple(gap, base) for gap, base in pairs)
                and any(varied(base) for _, base in pairs)
            ):
                names.append(name)
    if len(names) != 1:
        return None
    return of_kind("residual", name=names[0])


def times_a_tensor(cases: Sequence[Case]) -> Fact | None:
    """Multiplied, or divided, entry by entry by a known tensor."""
    if not all(finite(case) for case in cases):
        return None
    for inverse in (False, True):
        tables = [{**case.given.arrays, **case.others} for case in cases]
        names = []
        for name in tables[0]:
            pairs = [(case, table[name].astype(float)) for case, table in zip(cases, tables, strict=True) if name in table]
            if len(pairs) == len(cases) and any(varied(base) for _, base in pairs):
                large, small = (
                    [(case.e, case.a) if inverse else (case.a, case.e) for case, _ in pairs],
                    [base for _, base in pairs],
                )
                if all(
                    base.shape == one.shape and near(one, other * base) for (one, other), base in zip(large, small, strict=True)
                ):
                    names.append(name)
        if len(names) == 1:
            return of_kind("times/small" if inverse else "times", name=names[0])
    return None


def by_a_size(cases: Sequence[Case]) -> Fact | None:
    """A number that is off by a quantity of the arguments: one width, the number of layers, the number of examples."""
    if not all(case.e.ndim == 0 and finite(case) for case in cases) or len(cases) < 2:
        return None
    gaps = [float(case.a - case.e) for case in cases]
    if not (all(gap > 0 for gap in gaps) or all(gap < 0 for gap in gaps)):
        return None
    tables = [dict(case.given.symbols()) for case in cases]
    names = [
        name for name in tables[0]
        if all(name in table and np.isclose(abs(gap), table[name], rtol=1e-9) for gap, table in zip(gaps, tables, strict=True))
        and len({table[name] for table in tables}) > 1
    ]  # fmt: skip
    word = "large" if gaps[0] > 0 else "small"
    if len(names) == 1:
        asks = "What is counted too often in {t}?" if gaps[0] > 0 else "What is not counted in {t}?"
        return of_kind("by a size", word=word, name=names[0], asks=asks)
    return None


def _multiple(gap: Array, base: Array) -> bool:
    if gap.shape != base.shape or base.size < 2:
        return False
    factor = factor_within(gap, base)
    return factor is not None and not np.isnan(factor)
