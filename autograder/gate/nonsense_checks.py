"""The part of the release gate that hands in nonsense, exercise by exercise: it must earn next to nothing; trusted side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from autograder.gate.files import Problem
from autograder.gate.nonsense import guesses
from autograder.gate.right_work import STUDENT, share_of
from autograder.gate.stand_in import override_solution
from autograder.grading.grader import Grader
from autograder.judge.plugin import Outcome
from autograder.judge.replay import records_of
from autograder.result import PASSED
from autograder.worker.session import Answer

MOST = 0.05  # of an exercise


def check_nonsense(grader: Grader) -> Iterator[Problem]:
    """No constant, no random number, no argument handed back and no table of the visible checks earns more than a trifle."""
    for exercise in grader.assignment.exercises:
        if exercise.id not in grader.judge.exercises:
            continue
        right = _judged(grader, exercise.id, "")
        functions = [name for name in exercise.functions if not _is_zeros(right, name)]
        for label, source in guesses(grader.assignment, exercise, functions):
            outcomes = _judged(grader, exercise.id, source)
            share = share_of(outcomes)
            if share > MOST:
                passed = ", ".join(f"{one.name} ({one.kind})" for one in outcomes if one.verdict == PASSED)
                what = f"{label} earn {share:.0%} of it: {passed}"
                remedy = "Ask in these tests for something that this does not have, or for other inputs than the checks'."
                yield f"test_{exercise.id}.py", what, remedy


def _judged(grader: Grader, exercise: str, source: str) -> Sequence[Outcome]:
    """Judge one exercise of the solution with other definitions behind it."""
    cells = override_solution(grader.assignment, source)
    return grader.judge.judge(cells, STUDENT, exercises=[exercise], upstream_is_right=True, shared=True).outcomes[exercise]


def _is_zeros(right: Sequence[Outcome], function: str) -> bool:
    """Is zero everything that this function ever answers, so that there is nothing to guess?"""
    records = (record for outcome in right for record in records_of(function, outcome.transcript.records))
    answers = [record.outcome.value for record in records if isinstance(record.outcome, Answer)]
    return bool(answers) and not any(_says_something(one) for answer in answers for one in _parts(answer))


def _parts(answer: object) -> Iterator[object]:
    """Yield the arrays, numbers and other things that an answer holds, however deep."""
    inner = answer.values() if isinstance(answer, dict) else answer if isinstance(answer, list | tuple) else None
    if inner is None:
        yield answer
    for one in inner or ():
        yield from _parts(one)


def _says_something(part: object) -> bool:
    return not isinstance(part, np.ndarray | np.number | float | int) or bool(np.any(part))
