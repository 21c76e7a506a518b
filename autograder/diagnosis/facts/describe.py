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
from autograder.diagnosis.facts.cases import Case, Detector, Fact
from autograder.diagnosis.facts.compare import Call as Call
from autograder.diagnosis.facts.compare import Compared, Focus, Implementation, compare, focus_of, listed
from autograder.diagnosis.facts.compare import Function as Function
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
            yield Finding(
                "raises", f"What is special about a call of {name} that stops?", f"{name} stops with an error {when}."
            )
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
        changed = listed(list(dict.fromkeys(names)))
        asks = f"Which line of {function.name} writes into an array or dictionary that it was given?"
        yield Finding("aliasing", asks, f"{function.name} changes what was passed in: {changed}.")


def _of_values(wrong: list[Compared], right: list[Compared], twins: Mapping[str, Implementation]) -> Iterator[Finding]:
    focus = focus_of(wrong)
    if focus is None:
        return
    givens = [one.given for one in wrong], [one.given for one in right]
    settings = list(conditions(*givens, settings_only=True))
    if all(one.overwritten for one in wrong):
        note = f"{focus.place}: it changes when what was passed in is changed later."
        yield Finding("aliasing", f"Is {focus.words} an array of its own, or another name for one that was passed in?", note)
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
        yield Finding(towards.kind, _asked(towards, focus), f"{focus.place}: {towards.says}.", specific=False)
    if focus.name != THE_ANSWER:
        asks = f"What is {focus.words} made from, and what should happen to it on the way?"
        yield Finding("first wrong", asks, f"{focus.place}.", specific=False)


def _conditional(focus: Focus, whens: Sequence[str]) -> Iterator[Finding]:
    for when in whens:
        then = when.removeprefix("unless ")
        if then != when:
            note = f"{focus.place}, and right only when {then}."
            yield Finding("condition", f"Why is {focus.words} right when {then}, and only then?", note)
        else:
            note = f"{focus.place} {when}, and right otherwise."
            yield Finding("condition", f"What is special about {focus.words} {when}?", note)


def _of_errors(name: str, wrong: list[Compared], right: list[Compared]) -> Iterator[Finding]:
    if all(one.raised for one in wrong):
        for when in conditions([one.given for one in wrong], [one.given for one in right]):
            then = when.removeprefix("unless ")
            if then != when:
                note = f"{name} stops with an error, but for calls in which {then}."
                yield Finding("raises", f"Why does {name} give an answer when {then}, and only then?", note)
            else:
                note = f"{name} stops with an error {when}, and only then."
                yield Finding("raises", f"What is special about a call of {name} {when}?", note)
    if all(one.accepted for one in wrong):
        note = f"{name} gives an answer where an error is asked for."
        yield Finding("accepts", f"What should {name} do with an argument that it has no answer for?", note)


def _of_dtype(function: str, failed: Sequence[Compared]) -> Iterator[Finding]:
    """All numbers are right, and one tensor holds integers or truth values where floats are needed."""
    tensors = [tensor for one in failed for tensor in one.tensors if not tensor.plain and _other_dtype(tensor)]
    for name in dict.fromkeys(tensor.name for tensor in tensors):
        if all(_other_dtype(tensor) for one in failed for tensor in one.tensors if tensor.name == name):
            where = f"what {function} returns" if name == THE_ANSWER else name
            kinds = {tensor.actual.dtype.kind for tensor in tensors if tensor.name == name and tensor.actual is not None}
            note = f"The numbers of {where} are right, but they are {'truth values' if kinds == {'b'} else 'integers'}."
            yield Finding("integer dtype", f"Which dtype does {where} have, and where does it get it from?", note)


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
            yield Fact("twin", f"it is what {name} should return", f"What makes {focus.function} different from {name}?")


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
