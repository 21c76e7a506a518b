"""Says what is wrong with a function by comparing its recorded answers with the reference's, without the bank; trusted side.

A finding is a fact that is true of every recorded call that it speaks of: which tensor is the first wrong one in data-flow
order, and how it differs. It names quantities (the number of examples) and never a hidden number. Each function here yields
what it finds, the best first; the first one is the finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder import errors
from autograder.diagnosis.facts.arguments import given
from autograder.diagnosis.facts.calls import conditions
from autograder.diagnosis.facts.cases import Case, Detector
from autograder.diagnosis.facts.compare import Call as Call
from autograder.diagnosis.facts.compare import Compared, Focus, Implementation, compare, focus_of, listed
from autograder.diagnosis.facts.compare import Function as Function
from autograder.diagnosis.facts.kinds import KINDS, Fact, of_kind
from autograder.diagnosis.facts.regions import REGION_DETECTORS
from autograder.diagnosis.facts.shapes import SHAPE_DETECTORS
from autograder.diagnosis.facts.tensors import THE_ANSWER, Tensor
from autograder.diagnosis.facts.values import VALUE_DETECTORS, direction, not_finite
from autograder.judge.proxy import Record
from autograder.judge.replay import replay, same_answer
from autograder.sandbox import wire
from autograder.worker.session import Answer


@dataclass(frozen=True)
class Finding:
    """What is known: `kind` for the measurement, a question for the student, and the fact behind it."""

    kind: str
    hint: str
    note: str
    specific: bool = True  # or does it only say where to look?


def findings(function: Function, scripts: Sequence[Sequence[Call]], twins: Mapping[str, Implementation]) -> Iterator[Finding]:
    """Yield what is wrong with a function, from the scripts of all tests that call it.

    `twins` are the reference's other functions that take the same arguments.
    """
    compared = compare(function, scripts)
    if not any(one.failed and not one.right for one in compared):
        yield from _of_dtype(function.name, [one for one in compared if one.failed])
        return
    wrong = [one for one in compared if not one.right]  # those of tests that passed must bear a fact out as well
    by_value = [one for one in wrong if not one.raised and not one.accepted]
    name = (by_value or wrong)[0].name
    wrong = [one for one in wrong if one.name == name]
    right = [one for one in compared if one.right and one.name == name]
    if by_value:
        yield from _of_values([one for one in by_value if one.name == name], right, twins)
    else:
        yield from _of_errors(name, wrong, right)


def extreme_findings(function: Function, scripts: Sequence[Sequence[Call]]) -> Iterator[Finding]:
    """Yield how a function that is right on ordinary inputs goes wrong on extreme ones."""
    compared = compare(function, scripts)
    wrong = [one for one in compared if one.failed and not one.right]
    if len({one.name for one in wrong}) != 1:
        return
    name = wrong[0].name
    right = [one for one in compared if one.right and one.name == name]
    whens = list(conditions([one.given for one in wrong], [one.given for one in right]))
    focus = focus_of(wrong)
    fact = not_finite(focus.cases) if focus else None
    if focus is not None and fact is not None:
        for when in [*whens, "on extreme inputs"]:
            yield Finding(fact.kind, _asked(fact, focus), f"{focus.place}: {fact.says} {when}.")
    elif all(one.raised for one in wrong):
        for when in [*whens, "on extreme inputs"]:
            yield _finding("raises/extreme", name=name, when=when)
    elif focus is not None:
        yield from _conditional(focus, whens)


def aliasing_findings(function: Function, scripts: Sequence[Sequence[Call]]) -> Iterator[Finding]:
    """Yield which arguments come back changed, where the reference leaves them alone."""
    names: list[str] = []
    for call in (call for script in scripts for call in script):
        outcome = call.record.outcome
        if isinstance(outcome, errors.StudentFault) or outcome.unchanged or call.answer.fault or not call.answer.unchanged:
            continue
        before = given(function.reference, call.record.arguments).values
        after = given(function.reference, outcome.arguments or ()).values
        names += [name for name, value in before.items() if not _untouched(value, after.get(name))]
    if names:
        yield _finding("aliasing", name=function.name, changed=listed(list(dict.fromkeys(names))))


def _of_values(wrong: list[Compared], right: list[Compared], twins: Mapping[str, Implementation]) -> Iterator[Finding]:
    focus = focus_of(wrong)
    if focus is None:
        return
    givens = [one.given for one in wrong], [one.given for one in right]
    settings = list(conditions(*givens, settings_only=True))
    if all(one.overwritten for one in wrong):
        yield _finding("aliasing/later", focus.words, place=focus.place)
    for fact in (*_twins_of(focus, twins), *_facts(focus.cases)):
        if fact.kind not in ("factor", "step") or not fact.complete:
            for when in settings:
                yield Finding(fact.kind, _asked(fact, focus), f"{focus.place}: {fact.says} ({when}).")
        yield Finding(fact.kind, _asked(fact, focus), f"{focus.place}: {fact.says}.")
    if focus.drawn:
        return  # another way of drawing is not wrong, and nothing more is known
    yield from _conditional(focus, list(conditions(*givens)))
    towards = direction(focus.cases)
    if towards is not None:
        yield Finding(towards.kind, _asked(towards, focus), f"{focus.place}: {towards.says}.", KINDS["direction"].specific)
    if focus.name != THE_ANSWER:
        yield _finding("first wrong", focus.words, place=focus.place)


def _conditional(focus: Focus, whens: Sequence[str]) -> Iterator[Finding]:
    for when in whens:
        then = when.removeprefix("unless ")
        yield _finding("condition" if then == when else "condition/unless", focus.words, place=focus.place, when=then)


def _of_errors(name: str, wrong: list[Compared], right: list[Compared]) -> Iterator[Finding]:
    if all(one.raised for one in wrong):
        for when in conditions([one.given for one in wrong], [one.given for one in right]):
            then = when.removeprefix("unless ")
            yield _finding("raises" if then == when else "raises/unless", name=name, when=then)
    if all(one.accepted for one in wrong):
        yield _finding("accepts", name=name)


def _of_dtype(function: str, failed: Sequence[Compared]) -> Iterator[Finding]:
    """All numbers are right, and one tensor holds integers or truth values where floats are needed."""
    tensors = [tensor for one in failed for tensor in one.tensors if not tensor.plain and _other_dtype(tensor)]
    for name in dict.fromkeys(tensor.name for tensor in tensors):
        if all(_other_dtype(tensor) for one in failed for tensor in one.tensors if tensor.name == name):
            where = f"what {function} returns" if name == THE_ANSWER else name
            kinds = {tensor.actual.dtype.kind for tensor in tensors if tensor.name == name and tensor.actual is not None}
            yield _finding("integer dtype/truth" if kinds == {"b"} else "integer dtype/integers", where)


def _twins_of(focus: Focus, twins: Mapping[str, Implementation]) -> Iterator[Fact]:
    """The right answer of another function of the notebook that takes the same arguments."""
    cases = focus.cases
    if any(case.name != THE_ANSWER or not case.same_shape for case in cases) or sum(case.e.size for case in cases) < 4:
        return
    for name, implementation in twins.items():
        records = [
            Record("call", name, tuple(case.given.values.values()), None, Answer(case.actual, True, None)) for case in cases
        ]
        answers = zip(records, replay(name, implementation, records), strict=True)
        if all(same_answer(record, answer, purity=False) for record, answer in answers):
            yield of_kind("twin", name=name, function=focus.function)


def _facts(cases: Sequence[Case]) -> Iterator[Fact]:
    shaped = [case for case in cases if not case.same_shape]
    series = all(case.plain and case.e.ndim == 1 for case in cases)
    detectors: Sequence[Detector]
    if len(shaped) * 2 >= len(cases) and not series:
        detectors, cases = SHAPE_DETECTORS, shaped
    elif shaped:
        detectors = REGION_DETECTORS if series else ()
    else:
        detectors = (*VALUE_DETECTORS, *REGION_DETECTORS)
    for detector in detectors:
        fact = detector(cases)
        if fact is not None:
            yield fact


def _finding(kind: str, tensor: str = "", **words: str) -> Finding:
    """Return a finding whose kind says a whole sentence of its own."""
    fact = of_kind(kind, **words)
    says, asks = (text.replace("{t}", tensor) for text in (fact.says, fact.asks))
    return Finding(fact.kind, asks, says, KINDS[kind].specific)


def _asked(fact: Fact, focus: Focus) -> str:
    return fact.asks.replace("{t}", focus.words)


def _other_dtype(tensor: Tensor) -> bool:
    if tensor.actual is None or tensor.expected is None:
        return False
    return tensor.expected.dtype.kind == "f" and tensor.actual.dtype.kind in "biu"


def _untouched(before: object, after: object) -> bool:
    try:
        return isinstance(before, wire.Rng) or wire.encode(before) == wire.encode(after)
    except wire.WireError:
        return True
