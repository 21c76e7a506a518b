"""Finds the known mistake behind one of several wrong tensors, where a function holds more than one mistake; trusted side.

A mistake explains a part when whatever it gets wrong is wrong in the student's answer too, with the same numbers, in all
calls; elsewhere the student may be right or wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from autograder.diagnosis.facts.tensors import Tensor, take_apart
from autograder.errors import StudentFault
from autograder.judge.proxy import Record
from autograder.judge.replay import Replayed, equal
from autograder.testing.returns import Returns

Call = tuple[Record, Replayed]  # with the reference's answer


def explained_tensors(calls: Sequence[Call], answers: Iterable[Replayed], spec: Returns | None) -> int | None:
    """Count the wrong tensors that these answers explain; None where they contradict the student or miss the first one."""
    count = 0
    for (record, right), answer in zip(calls, answers, strict=True):
        if isinstance(record.outcome, StudentFault) and right.fault is not None and answer.fault is not None:
            continue
        if isinstance(record.outcome, StudentFault) or right.fault is not None or answer.fault is not None:
            return None
        student = take_apart(record.outcome.value, right.value, spec)
        mistake = {tensor.name: tensor for tensor in take_apart(answer.value, right.value, spec)}
        if mistake.keys() != {tensor.name for tensor in student}:
            return None  # another number of items
        if not all(mistake[tensor.name].right or _same(tensor, mistake[tensor.name]) for tensor in student):
            return None
        wrong = [tensor.name for tensor in student if not tensor.right]
        if wrong and mistake[wrong[0]].right:
            return None
        count += sum(not mistake[name].right for name in wrong)
    return count


def _same(student: Tensor, mistake: Tensor) -> bool:
    if student.actual is None or mistake.actual is None:
        return False
    return student.actual.shape == mistake.actual.shape and equal(student.actual.astype(float), mistake.actual.astype(float))
