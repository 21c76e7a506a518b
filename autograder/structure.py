"""Says what is wrong with a function by comparing its recorded answers with the reference's, without the bank; trusted side.

A finding is a fact that is true of every recorded call that it speaks of: which tensor is the first wrong one in data-flow
order, and how it differs. It names quantities (the number of examples) and never a hidden number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder import errors
from autograder.hidden.returns import Returns
from autograder.replay import Replayed, replay, same_answer
from autograder.sandbox import wire
from autograder.structure_arguments import Given, given
from autograder.structure_calls import condition
from autograder.structure_cases import Case, Fact
from autograder.structure_regions import REGION_DETECTORS
from autograder.structure_shapes import SHAPE_DETECTORS
from autograder.structure_tensors import THE_ANSWER, Array, Tensor, kind_of, layer_of, take_apart
from autograder.structure_values import VALUE_DETECTORS, direction, not_finite
from autograder.session import Answer
from autograder.student import Record

Implementation = Callable[..., Any]


@dataclass(frozen=True)
class Call:
    """One recorded call beside the reference's answer to it; `redrawn` is its answer with other random numbers."""

    record: Record
    answer: Replayed
    redrawn: Replayed | None
    failed: bool  # was it made by a test that failed?


@dataclass(frozen=True)
class Finding:
    """What is known: `kind` for the measurement, a question for the student, and the fact behind it."""

    kind: str
    hint: str
    note: str
    specific: bool = True  # or does it only say where to look?


@dataclass(frozen=True)
class _Compared:
    """One call, compared: its tensors, or which side gave an error instead."""

    name: str
    given: Given
    tensors: tuple[Tensor, ...]
    free: frozenset[str]  # the tensors that depend on the random draw
    raised: bool
    accepted: bool
    failed: bool

    @property
    def right(self) -> bool:
        return not self.raised and not self.accepted and all(tensor.right for tensor in self.tensors)

    @property
    def first_wrong(self) -> Tensor | None:
        """The first wrong tensor in data-flow order, of those that the draw does not touch if there is one."""
        wrong = [tensor for tensor in self.tensors if not tensor.right]
        return next((tensor for tensor in wrong if tensor.name not in self.free), wrong[0] if wrong else None)


def find(
    function: str,
    implementation: Implementation,
    scripts: Sequence[Sequence[Call]],
    returns: Mapping[str, Returns],
    twins: Mapping[str, Implementation],
) -> Finding | None:
    """Return what is wrong with a function, from the scripts of all tests that call it; None where nothing is sure.

    `twins` are the reference's other functions that take the same arguments.
    """
    compared = [one for script in scripts for one in _until_wrong(function, implementation, script, returns)]
    if not any(one.failed and not one.right for one in compared):
        return _of_dtype(function, [one for one in compared if one.failed])
    wrong = [one for one in compared if not one.right]  # those of tests that passed must bear a fact out as well
    by_value = [one for one in wrong if not one.raised and not one.accepted]
    name = (by_value or wrong)[0].name
    wrong = [one for one in wrong if one.name == name]
    right = [one for one in compared if one.right and one.name == name]
    by_value = [one for one in by_value if one.name == name]
    if by_value:
        return _of_values(by_value, right, twins)
    when = condition([one.given for one in wrong], [one.given for one in right])
    if all(one.raised for one in wrong) and when is not None:
        return Finding("raises", f"What is special about a call of {name} {when}?", f"{name} stops with an error {when}, and only then.")
    if all(one.accepted for one in wrong):
        note = f"{name} gives an answer where an error is asked for."
        return Finding("accepts", f"What should {name} do with an argument that it has no answer for?", note)
    return None


def find_extreme(
    function: str, implementation: Implementation, scripts: Sequence[Sequence[Call]], returns: Mapping[str, Returns]
) -> Finding | None:
    """Say how a function that is right on ordinary inputs goes wrong on extreme ones."""
    compared = [one for script in scripts for one in _until_wrong(function, implementation, script, returns)]
    wrong = [one for one in compared if one.failed and not one.right]
    right = [one for one in compared if one.right]
    if not wrong or not right or len({one.name for one in wrong}) > 1:
        return None
    name = wrong[0].name
    focus, chosen = _focus(wrong)
    fact = not_finite([case for _, case in chosen]) if chosen else None
    when = condition([one.given for one in wrong], [one.given for one in right if one.name == name])
    where = f"what {name} returns" if focus in (THE_ANSWER, "") else focus
    if fact is not None:
        says = f"{fact.says} {when}" if when else fact.says
        return Finding(fact.kind, fact.asks.replace("{t}", where), f"{_place(focus, name, wrong)}: {says}.")
    if all(one.raised for one in wrong):
        return Finding("raises", f"What is special about a call of {name} that stops?", f"{name} stops with an error {when or 'on extreme inputs'}.")
    if when is not None and chosen:
        return Finding("condition", f"What is special about {where} {when}?", f"{where[0].upper() + where[1:] if focus == THE_ANSWER else where} is wrong {when}, and right otherwise.")
    return None


def find_aliasing(function: str, implementation: Implementation, scripts: Sequence[Sequence[Call]]) -> Finding | None:
    """Say which argument comes back changed, where the reference leaves it alone."""
    names: list[str] = []
    for call in (call for script in scripts for call in script):
        outcome = call.record.outcome
        if isinstance(outcome, errors.StudentFault) or outcome.unchanged or call.answer.fault or not call.answer.unchanged:
            continue
        before = given(implementation, call.record.arguments).arrays
        after = given(implementation, outcome.arguments or ()).arrays
        names += [name for name in before if name not in after or not np.array_equal(before[name], after[name], equal_nan=True)]
    if not names:
        return None
    changed = _listed(list(dict.fromkeys(names)))
    asks = f"Which line of {function} writes into an array or dictionary that it was given?"
    return Finding("aliasing", asks, f"{function} changes {changed}, which was passed in.")


def _until_wrong(
    function: str, implementation: Implementation, script: Sequence[Call], returns: Mapping[str, Returns]
) -> list[_Compared]:
    """Compare the calls of one test; behind the first wrong answer of an object's life the rest is its consequence."""
    found: list[_Compared] = []
    alive = any(call.record.name != function for call in script)
    for call in script:
        if call.record.name == "held" or not (call.record.name == function or call.record.name.startswith(function + ".")):
            continue
        one = _compare(implementation, call, returns)
        found.append(one)
        if alive and not one.right:
            break
    return found


def _compare(implementation: Implementation, call: Call, returns: Mapping[str, Returns]) -> _Compared:
    name = call.record.name
    method = getattr(implementation, name.partition(".")[2], None) if "." in name else implementation
    arguments = given(method, call.record.arguments) if callable(method) else Given({})
    outcome = call.record.outcome
    if isinstance(outcome, errors.StudentFault) or call.answer.fault is not None:
        raised = isinstance(outcome, errors.StudentFault)
        refused = call.answer.fault is not None
        return _Compared(name, arguments, (), frozenset(), raised and not refused, refused and not raised, call.failed)
    if isinstance(call.answer.value, wire.Opaque):
        return _Compared(name, arguments, (), frozenset(), False, False, call.failed)
    tensors = take_apart(outcome.value, call.answer.value, returns.get(name))
    free: frozenset[str] = frozenset()
    if call.redrawn is not None and call.redrawn.fault is None:
        again = take_apart(call.redrawn.value, call.answer.value, returns.get(name))
        free = frozenset(tensor.name for tensor in again if not tensor.right)
    return _Compared(name, arguments, tuple(tensors), free, False, False, call.failed)


def _of_dtype(function: str, failed: Sequence[_Compared]) -> Finding | None:
    """All numbers are right, and one tensor holds integers or truth values where floats are needed."""
    tensors = [tensor for one in failed for tensor in one.tensors if not tensor.plain and _other_dtype(tensor)]
    names = {tensor.name for tensor in tensors}
    if not names or any(not _other_dtype(t) for one in failed for t in one.tensors if t.name in names and t.expected is not None):
        return None
    name = next(iter(dict.fromkeys(tensor.name for tensor in tensors)))
    where = f"what {function} returns" if name == THE_ANSWER else name
    what = "truth values" if all(t.actual is not None and t.actual.dtype.kind == "b" for t in tensors) else "integers"
    note = f"The numbers of {where} are right, but they are {what}."
    return Finding("integer dtype", f"Which dtype does {where} have, and where does it get it from?", note)


def _other_dtype(tensor: Tensor) -> bool:
    both = tensor.actual is not None and tensor.expected is not None
    return both and tensor.expected.dtype.kind == "f" and tensor.actual.dtype.kind in "biu"  # type: ignore[union-attr]  # both are there


def _of_values(wrong: list[_Compared], right: list[_Compared], twins: Mapping[str, Implementation]) -> Finding | None:
    focus, chosen = _focus(wrong)
    if not chosen:
        return None
    function = wrong[0].name
    where = f"what {function} returns" if focus == THE_ANSWER else focus
    cases = [case for _, case in chosen]
    fact = _twin(function, cases, twins) or _fact(cases)
    givens = [one.given for one in wrong], [one.given for one in right]
    place = _place(focus, function, wrong)
    if fact is not None:
        setting = condition(*givens, settings_only=True)
        says = f"{fact.says} ({setting})" if setting is not None and fact.kind not in ("factor", "step") else fact.says
        return Finding(fact.kind, fact.asks.replace("{t}", where), f"{place}: {says}.")
    when = condition(*givens)
    if all(case.name in one.free for one, case in chosen):
        return None  # another way of drawing is not wrong, and nothing more is known
    if when is not None:
        note = f"{place.removesuffix(' is wrong')} is wrong {when}, and right otherwise."
        return Finding("condition", f"What is special about {where} {when}?", note)
    towards = direction(cases)
    if towards is not None:
        return Finding(towards.kind, towards.asks.replace("{t}", where), f"{place}: {towards.says}.", specific=False)
    if focus != THE_ANSWER:
        return Finding("first wrong", f"What is {where} made from, and what should happen to it on the way?", f"{place}.", specific=False)
    return None


def _twin(function: str, cases: Sequence[Case], twins: Mapping[str, Implementation]) -> Fact | None:
    """The right answer of another function of the notebook that takes the same arguments."""
    if any(case.name != THE_ANSWER or not case.same_shape for case in cases) or sum(case.e.size for case in cases) < 4:
        return None
    for name, implementation in twins.items():
        records = [Record("call", name, tuple(case.given.values.values()), None, Answer(case.actual, True, None)) for case in cases]
        if all(same_answer(record, one, purity=False) for record, one in zip(records, replay(name, implementation, records), strict=True)):
            return Fact("twin", f"it is what {name} should return", f"What makes {function} different from {name}?")
    return None


def _focus(wrong: list[_Compared]) -> tuple[str, list[tuple[_Compared, Case]]]:
    """Choose the tensor to speak of: the first wrong one of most calls; return its name and its cases."""
    pairs = [(one, case) for one in wrong if (case := _first_case(one)) is not None]
    groups: dict[str, list[tuple[_Compared, Case]]] = {}
    for one, case in pairs:
        groups.setdefault(case.name, []).append((one, case))
    if not groups:
        return "", []
    if len(groups) > 1 and len({kind_of(name) for name in groups}) == 1:
        last = [layer_of(case.name) == max(layer_of(tensor.name) for tensor in one.tensors) for one, case in pairs]
        part = "the last layer" if all(last) else "an earlier layer" if not any(last) else "a layer"
        kind = kind_of(pairs[0][1].name).strip().removesuffix(" of layer")
        return f"{kind} of {part}", pairs
    name = max(groups, key=lambda one: len(groups[one]))
    return name, groups[name]


def _first_case(one: _Compared) -> Case | None:
    tensor = one.first_wrong
    if tensor is None or tensor.actual is None or tensor.expected is None:
        return None
    others: dict[str, Array] = {t.name: t.expected for t in one.tensors if t.name != tensor.name and t.expected is not None}
    return Case(tensor.name, tensor.actual, tensor.expected, False, tensor.plain, one.given, others)


def _fact(cases: Sequence[Case]) -> Fact | None:
    shaped = [case for case in cases if not case.same_shape]
    if len(shaped) * 2 >= len(cases) and not all(case.plain and case.e.ndim == 1 for case in cases):
        detectors, subject = SHAPE_DETECTORS, shaped
    else:
        detectors, subject = (*VALUE_DETECTORS, *REGION_DETECTORS), [case for case in cases if case.same_shape or case.e.ndim == 1]
    for detector in detectors:
        usable = subject if detector in REGION_DETECTORS or detectors is SHAPE_DETECTORS else [c for c in subject if c.same_shape]
        fact = detector(usable) if usable and len(usable) == len(subject) else None
        if fact is not None:
            return fact
    return None


def _place(focus: str, function: str, wrong: list[_Compared]) -> str:
    """Say which tensor is the first wrong one, and which before it are right."""
    if focus == THE_ANSWER:
        return f"What {function} returns is wrong"
    before: list[str] = []
    for tensor in wrong[0].tensors:
        if tensor.name == focus:
            break
        before.append(tensor.name)
    all_right = [n for n in before if all(t.right for one in wrong for t in one.tensors if t.name == n)]
    if not all_right:
        return f"{focus} is wrong"
    return f"{_listed(all_right)} {'is' if len(all_right) == 1 else 'are'} right, {focus} is wrong"


def _listed(names: Sequence[str]) -> str:
    if len(names) > 3:
        return f"{names[0]} to {names[-1]}"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
