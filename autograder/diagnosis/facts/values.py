"""Facts about a tensor of the right shape with wrong numbers: nan, a factor, a step, another tensor; trusted side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from autograder.diagnosis.facts.cases import Case, Detector, Fact, finite, near, varied
from autograder.diagnosis.facts.factors import Factor, factor_within, name_factor
from autograder.diagnosis.facts.relations import a_multiple_of, another_tensor, by_a_size, times_a_tensor
from autograder.diagnosis.facts.rounding import rounded
from autograder.diagnosis.facts.tensors import THE_ANSWER, Array

ENOUGH = 10


def not_finite(cases: Sequence[Case]) -> Fact | None:
    """Entries that are no finite numbers, where the right ones are."""
    if all(np.any(np.isnan(case.a)) and np.all(np.isfinite(case.e)) for case in cases):
        return Fact(
            "nan", "it holds nan", "Which step on the way to {t} can give nan: 0/0, log of a negative number, inf minus inf?"
        )
    if all(not np.all(np.isfinite(case.a)) and np.all(np.isfinite(case.e)) for case in cases):
        return Fact(
            "overflow",
            "it holds values that are not finite",
            "Which step on the way to {t} can overflow, divide by zero, or take the log of zero?",
        )
    return None


def whole_numbers(cases: Sequence[Case]) -> Fact | None:
    """Integers where fractions are needed."""
    if not all(case.actual.dtype.kind in "biu" and case.expected.dtype.kind == "f" for case in cases):
        return None
    if any(varied(case.e) and not np.array_equal(case.e, np.round(case.e)) for case in cases) or all(
        not case.e.ndim for case in cases
    ):
        return Fact("integer dtype", "it holds whole numbers only", "Which dtype does {t} have, and where does it get it from?")
    return None


def truth(cases: Sequence[Case]) -> Fact | None:
    """A truth value that is always wrong in the same direction."""
    if not all(case.plain and case.expected.dtype.kind == "b" and case.e.ndim == 0 for case in cases):
        return None
    answers = {bool(case.a) for case in cases}
    if len(answers) != 1:
        return None
    early = answers.pop()
    return Fact("truth", f"it is {early} where {not early} is right", f"In which situation exactly should {{t}} be {early}?")


def constant(cases: Sequence[Case]) -> Fact | None:
    """The same number everywhere, where different ones are right."""
    if not all(case.a.size and np.ptp(case.a) == 0 and varied(case.e) for case in cases):
        return None
    if all(case.a.flat[0] == 0 for case in cases):
        return Fact("zeros", "it is zero everywhere", "What should {t} depend on, and does that reach it?")
    return Fact("constant", "all its entries are the same", "Which entries of {t} should differ from each other, and why?")


def one_factor(cases: Sequence[Case]) -> Fact | None:
    """One factor between all entries and the right ones."""
    return _factor([(case.a, case.e, case) for case in cases], "factor", lambda factor: (factor.too_large, factor.question))


def complement(cases: Sequence[Case]) -> Fact | None:
    """One minus the right numbers."""
    if all(near(1.0 - case.a, case.e) for case in cases) and any(varied(case.e) for case in cases):
        return Fact(
            "complement", "every entry and the right one add up to one", "Of which of the two outcomes should {t} be the share?"
        )
    return None


def step(cases: Sequence[Case]) -> Fact | None:
    """An update whose step from the old tensor of the same name is wrong by one factor."""
    if not all(_old(case) is not None for case in cases):
        return None
    if all(near(case.a, _old(case)) and not near(case.e, _old(case)) for case in cases):  # type: ignore[arg-type]  # not None, see above
        return Fact("no step", "it comes back as it went in", "What should change {t}, and where does the changed one go?")

    def words(factor: Factor) -> tuple[str, str]:
        if factor.value == -1.0:
            return (
                "the step away from the old one goes the opposite way",
                "Which way should {t} move, when its gradient is positive?",
            )
        return f"in the step away from the old one, {factor.too_large}", factor.question.replace("{t}", "the step of {t}")

    return _factor([(case.a - _old(case), case.e - _old(case), case) for case in cases], "step", words)


def transformed(cases: Sequence[Case]) -> Fact | None:
    """A simple function of the right numbers."""
    if (
        not any(varied(case.e) and case.e.size > 2 for case in cases)
        and len({float(case.e) for case in cases if case.e.ndim == 0}) < 3
    ):
        return None
    for says, asks, function in _TRANSFORMS:
        with np.errstate(all="ignore"):
            if all(near(case.a, np.asarray(function(case.e))) for case in cases):
                return Fact("transform", says, asks)
    return None


def offset(cases: Sequence[Case]) -> Fact | None:
    """The same amount added to every entry."""
    if not all(finite(case) for case in cases):
        return None
    gaps = [case.a - case.e for case in cases]
    if all(
        case.expected.dtype.kind in "iu" and case.e.ndim == 0 and abs(float(gap)) == 1
        for case, gap in zip(cases, gaps, strict=True)
    ):
        signs = {float(gap) for gap in gaps}
        if len(signs) == 1:
            return Fact(
                "off by one",
                f"it is one too {'large' if signs == {1.0} else 'small'}",
                "Where does the counting of {t} begin, and is the last one counted?",
            )
    if all(
        varied(case.e) and gap.size > 2 and near(gap, np.full(gap.shape, float(gap.flat[0]))) and gap.flat[0]
        for case, gap in zip(cases, gaps, strict=True)
    ):
        return Fact("offset", "every entry is off by the same amount", "What is added to every entry of {t} alike?")
    return None


def by_lines(cases: Sequence[Case]) -> Fact | None:
    """One factor for each row, or for each column."""
    for axis, line in ((1, "row"), (0, "column")):
        if all(
            case.e.ndim == 2 and case.e.shape[axis] > 2 and min(case.e.shape) > 1 and _factor_by_line(case, axis)
            for case in cases
        ):
            return Fact(
                "by lines",
                f"every {line} is off by a factor of its own",
                f"Which sum or scale belongs to a whole {line} of {{t}}, and over which axis is it taken?",
            )
    return None


def swapped(cases: Sequence[Case]) -> Fact | None:
    """Two values, each in the place of the other."""
    cases = [case for case in cases if case.e.size and np.ptp(case.e) > 0]
    if cases and all(len(np.unique(case.e)) == 2 and near(case.a, np.max(case.e) + np.min(case.e) - case.e) for case in cases):
        return Fact("swapped", "its two values have changed places", "Which of the two values of {t} belongs to which side?")
    return None


def direction(cases: Sequence[Case]) -> Fact | None:
    """Always too large, or always too small: this only says where to look."""
    usable = [case for case in cases if case.same_shape and case.e.size and finite(case) and case.expected.dtype.kind != "b"]
    if len(usable) < max(3, len(cases)):
        return None
    single = all(case.e.ndim == 0 for case in cases)
    if not single and sum(int(np.sum(np.abs(case.a - case.e) > 1e-12)) for case in cases) < ENOUGH:
        return None  # a few entries are often on one side by chance
    for word, other, sign in (("large", "small", 1), ("small", "large", -1)):
        if all(np.all(sign * (case.a - case.e) >= -1e-12) for case in cases):
            what = "it is" if single else f"no entry is too {other}, and some are"
            return Fact("direction", f"{what} too {word}", f"What makes {{t}} too {word}?")
    return None


def reordered(cases: Sequence[Case]) -> Fact | None:
    """The right numbers in another order."""
    if not all(finite(case) and varied(case.e) and len(np.unique(case.e)) > 2 for case in cases):
        return None
    for axis, line in ((0, "rows"), (1, "columns")):
        if all(case.e.ndim > axis and near(np.flip(case.a, axis), case.e) for case in cases):
            thing = "entries" if cases[0].e.ndim == 1 else line
            return Fact(
                "reversed", f"its {thing} stand in the opposite order", f"In which order should the {thing} of {{t}} stand?"
            )
    if all(near(np.sort(case.a, axis=None), np.sort(case.e, axis=None)) for case in cases):
        return Fact(
            "reordered",
            "its entries are right, and stand in the wrong places",
            "In which order should the entries of {t} stand?",
        )
    return None


VALUE_DETECTORS: tuple[Detector, ...] = (
    not_finite, truth, whole_numbers, rounded, step, constant, one_factor, complement, another_tensor, offset, transformed,
    swapped, by_a_size, times_a_tensor, reordered, a_multiple_of, by_lines,
)  # fmt: skip

_TRANSFORMS: tuple[tuple[str, str, Callable[[Array], Array]], ...] = (
    ("every entry is the square of the right one", "Is anything squared on the way to {t}?", np.square),
    ("every entry is the square root of the right one", "Is a root taken on the way to {t}?", np.sqrt),
    ("every entry is one over the right one", "Which is divided by which on the way to {t}?", lambda e: 1.0 / e),
    ("every entry has lost its sign", "Can {t} be negative?", np.abs),
    (
        "every entry is the exponential of the right one",
        "What should still be done to {t} at the end, or should no longer?",
        np.exp,
    ),
    (
        "every entry is the logarithm of the right one",
        "What should still be done to {t} at the end, or should no longer?",
        np.log,
    ),
    ("every entry is rounded", "Should {t} be whole, or can it lie in between?", np.round),
    ("every entry is cut down to a whole number", "Should {t} be whole, or can it lie in between?", np.trunc),
    ("every entry is the tanh of the right one", "How many times is {t} squashed?", np.tanh),
    ("every entry is the sigmoid of the right one", "How many times is {t} squashed?", lambda e: 1.0 / (1.0 + np.exp(-e))),
    ("negative entries are zero", "Can {t} be negative?", lambda e: np.maximum(e, 0.0)),
    ("every entry is cut off at one", "How large can {t} become?", lambda e: np.minimum(e, 1.0)),
    (
        "every entry is the right one times one minus itself",
        "Is a slope taken on the way to {t}, and of what?",
        lambda e: e * (1 - e),
    ),
    (
        "every entry is one minus the square of the right one",
        "Is a slope taken on the way to {t}, and of what?",
        lambda e: 1 - e**2,
    ),
)


def _old(case: Case) -> Array | None:
    """Return the argument that has the tensor's own name: an update starts from it."""
    old = case.given.arrays.get(case.name.partition(" of ")[0])
    return old.astype(float) if old is not None and old.shape == case.e.shape and case.name != THE_ANSWER else None


def _factor(triples: Sequence[tuple[Array, Array, Case]], kind: str, words: Callable[[Factor], tuple[str, str]]) -> Fact | None:
    ratios = [(factor_within(numbers, base), case) for numbers, base, case in triples]
    if any(ratio is None for ratio, _ in ratios):
        return None
    used = [
        (float(ratio), case) for ratio, case in ratios if ratio is not None and not np.isnan(ratio) and abs(ratio - 1) > 1e-6
    ]
    if not used:
        return None
    entries = max(case.e.size for _, case in used)
    if entries < 3 and len({float(np.sum(case.e)) for _, case in used}) < 2:
        return None  # the same number again and again: any other is some factor away from it
    wrong = [ratio for ratio, _ in used]
    factor = name_factor([(ratio, case.given) for ratio, case in used], wrong)
    if factor is None or (factor.symbol is None and factor.value is None and not _telling(used)):
        return None
    return Fact(kind, *words(factor), complete=factor.symbol is not None or factor.value is not None)


def _telling(used: Sequence[tuple[float, Case]]) -> bool:
    """Is an unnamed factor more than an accident? A single number is always some factor away from another."""
    if min(case.e.size for _, case in used) >= 3:
        return True
    same = np.allclose([ratio for ratio, _ in used], used[0][0], rtol=1e-6)
    return bool(same) and len({float(np.sum(case.e)) for _, case in used}) >= 3


def _factor_by_line(case: Case, axis: int) -> bool:
    if not finite(case):
        return False
    lines = zip(np.moveaxis(case.a, axis, -1), np.moveaxis(case.e, axis, -1), strict=True)
    return all(factor_within(a, e) is not None for a, e in lines)
