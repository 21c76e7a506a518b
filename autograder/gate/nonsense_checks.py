"""The part of the release gate that hands in nonsense, exercise by exercise: it must earn next to nothing; trusted side."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.gate.files import Problem
from autograder.gate.nonsense import guesses
from autograder.gate.right_work import share_of
from autograder.gate.stand_in import behind_the_solution
from autograder.grading.grader import Grader
from autograder.result import PASSED

MOST = 0.05  # of an exercise
NOT_YET = (
    "deep_network",
    "regularization",
    "beyond_binary",
)  # their tests have not been looked at for this


def check_nonsense(grader: Grader) -> Iterator[Problem]:
    """No constant, no random number, no argument handed back and no table of the visible checks earns more than a trifle."""
    for exercise in grader.assignment.exercises:
        if grader.assignment.name in NOT_YET or exercise.id not in grader.judge.exercises:
            continue
        for label, source in guesses(grader.assignment, exercise):
            spoilt = behind_the_solution(grader.assignment, source)
            outcomes = grader.judge.judge(
                spoilt, "nonsense", exercises=[exercise.id], upstream_is_right=True, shared=True
            ).outcomes[exercise.id]
            share = share_of(outcomes)
            if share > MOST:
                passed = ", ".join(f"{one.name} ({one.kind})" for one in outcomes if one.verdict == PASSED)
                what = f"{label} earn {share:.0%} of it: {passed}"
                remedy = "Ask in these tests for something that this does not have, or for other inputs than the checks'."
                yield f"test_{exercise.id}.py", what, remedy
