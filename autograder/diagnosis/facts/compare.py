"""Compares recorded calls with the reference's answers to them, and chooses the tensor to speak of; trusted side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder import errors
from autograder.diagnosis.facts.arguments import Given, given
from autograder.diagnosis.facts.cases import Case
from autograder.diagnosis.facts.rounding import is_rounded
from autograder.diagnosis.facts.tensors import THE_ANSWER, Array, Tensor, kind_of, layer_of, take_apart
from autograder.judge.proxy import Record
from autograder.judge.replay import Replayed
from autograder.sandbox import wire
from autograder.testing.returns import Returns

Implementation = Callable[..., Any]


@dataclass(frozen=True)
class Call:
    """One recorded call beside the reference's answer to it; `redrawn` is its answer with other random numbers."""

    record: Record
    answer: Replayed
    redrawn: Replayed | None
    failed: bool  # was it made by a test that failed?


@dataclass(frozen=True)
class Function:
    """The function that is looked at: its name, the reference, and what it returns, as a structure."""

    name: str
    reference: Implementation
    returns: Mapping[str, Returns]


@dataclass(frozen=True)
class Compared:
    """One call, compared: its tensors, or which side gave an error instead."""

    name: str
    given: Given
    tensors: tuple[Tensor, ...] = ()
    free: frozenset[str] = frozenset()  # the tensors that depend on the random draw
    raised: bool = False
    accepted: bool = False
    failed: bool = False
    overwritten: bool = False  # has the test written into something that it had passed in before?

    @property
    def right(self) -> bool:
        """Is all of the answer right?"""
        return not self.raised and not self.accepted and all(tensor.right for tensor in self.tensors)

    @property
    def first_wrong(self) -> Tensor | None:
        """The first wrong tensor in data-flow order, of those that the draw does not touch if there is one."""
        wrong = [tensor for tensor in self.tensors if not tensor.right]
        wrong.sort(key=lambda tensor: is_rounded(tensor.actual, tensor.expected))  # a test may well accept what is rounded
        return next((tensor for tensor in wrong if tensor.name not in self.free), wrong[0] if wrong else None)

    @property
    def case(self) -> Case | None:
        """The first wrong tensor as a case; None where it is missing or holds no numbers."""
        tensor = self.first_wrong
        if tensor is None or tensor.actual is None or tensor.expected is None:
            return None
        others: dict[str, Array] = {
            t.name: t.expected for t in self.tensors if t.name != tensor.name and t.expected is not None
        }
        return Case(tensor.name, tensor.actual, tensor.expected, tensor.plain, self.given, others)


@dataclass(frozen=True)
class Focus:
    """The wrong tensor that a finding speaks of: its name, its cases, and the calls that they come from."""

    name: str
    function: str
    cases: tuple[Case, ...]
    calls: tuple[Compared, ...]

    @property
    def words(self) -> str:
        """What to call it within a sentence."""
        return f"what {self.function} returns" if self.name == THE_ANSWER else self.name

    @property
    def place(self) -> str:
        """Say which tensor is the first wrong one, and which before it are right."""
        if self.name == THE_ANSWER:
            return f"What {self.function} returns is wrong"
        before: list[str] = []
        for tensor in self.calls[0].tensors:
            if tensor.name == self.cases[0].name:
                break
            before.append(tensor.name)
        named = [name for name in before if all(t.right for one in self.calls for t in one.tensors if t.name == name)]
        if not named or self.name != self.cases[0].name:
            return f"{self.name} is wrong"
        return f"{listed(named)} {'is' if len(named) == 1 else 'are'} right, {self.name} is wrong"

    @property
    def drawn(self) -> bool:
        """Does the tensor depend on the random draw in all calls?"""
        return all(case.name in one.free for case, one in zip(self.cases, self.calls, strict=True))


def compare(function: Function, scripts: Sequence[Sequence[Call]]) -> list[Compared]:
    """Compare all calls of all tests; behind the first wrong answer of an object's life the rest is its consequence."""
    found: list[Compared] = []
    for script in scripts:
        alive = any(call.record.name != function.name for call in script)
        overwritten = False
        for call in script:
            overwritten |= call.record.action == "overwrite"
            if call.record.name == function.name or call.record.name.startswith(function.name + "."):
                found.append(_compared(function, call, overwritten))
                if alive and not found[-1].right:
                    break
    return found


DEEP = 3  # from so many layers on, "the last layer" says more than a number


def focus_of(wrong: Sequence[Compared]) -> Focus | None:
    """Choose the tensor to speak of: the first wrong one of most calls."""
    found = [(one, case) for one in wrong if (case := one.case) is not None]
    if not found:
        return None
    kinds = Counter(kind_of(case.name) for _, case in found)
    pairs = [(one, case) for one, case in found if kind_of(case.name) == kinds.most_common(1)[0][0]]
    groups: dict[str, list[tuple[Compared, Case]]] = {}
    for one, case in pairs:
        groups.setdefault(case.name, []).append((one, case))
    depths = {max(layer_of(tensor.name) for tensor in one.tensors) for one, _ in pairs}
    last = [layer_of(case.name) == max(layer_of(tensor.name) for tensor in one.tensors) for one, case in pairs]
    layers_vary = (len(groups) > 1 and len(depths) > 1) or (all(last) and min(depths) >= DEEP)
    if layers_vary:
        part = "the last layer" if all(last) else "an earlier layer" if not any(last) else "a layer"
        name, chosen = f"{kind_of(pairs[0][1].name).strip().removesuffix(' of layer')} of {part}", pairs
    else:
        name = max(groups, key=lambda one: len(groups[one]))
        chosen = groups[name]
    return Focus(name, wrong[0].name, tuple(case for _, case in chosen), tuple(one for one, _ in chosen))


def listed(names: Sequence[str]) -> str:
    """Return the names as words, the middle left out where they are many."""
    if len(names) > 3:
        return f"{names[0]} to {names[-1]}"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _compared(function: Function, call: Call, overwritten: bool) -> Compared:
    name, outcome = call.record.name, call.record.outcome
    method = getattr(function.reference, name.partition(".")[2], None) if "." in name else function.reference
    arguments = given(method, call.record.arguments) if callable(method) else Given({})
    raised, refused = isinstance(outcome, errors.StudentFault), call.answer.fault is not None
    if isinstance(outcome, errors.StudentFault) or refused:
        return Compared(name, arguments, raised=raised and not refused, accepted=refused and not raised, failed=call.failed)
    if isinstance(call.answer.value, wire.Opaque):
        return Compared(name, arguments, failed=call.failed)
    tensors = take_apart(outcome.value, call.answer.value, function.returns.get(name))
    free: frozenset[str] = frozenset()
    if call.redrawn is not None and call.redrawn.fault is None:
        again = take_apart(call.redrawn.value, call.answer.value, function.returns.get(name))
        free = frozenset(tensor.name for tensor in again if not tensor.right)
    return Compared(name, arguments, tuple(tensors), free, failed=call.failed, overwritten=overwritten)
