"""Graders that have no bank, so that only the structure of the answers can speak, and graders with the whole bank."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course.model import find_course
from autograder.diagnosis.diagnose import Diagnostician
from autograder.gate.checks import solution_submission
from autograder.grading.grader import Grader, GradingSettings
from autograder.result import FAILED, ExerciseResult, TestResult
from autograder.submission.read import Submission

Graders = Callable[..., Grader]
Exercise = Callable[..., ExerciseResult]


@pytest.fixture(scope="package")
def graders() -> Iterator[Graders]:
    """Return a grader for an assignment, with or without the bank; each is started once."""
    started: dict[tuple[str, bool], Grader] = {}

    def grader(assignment: str, *, bank: bool = False) -> Grader:
        if (assignment, bank) not in started:
            made = Grader(
                find_course(Path(__file__).parent).assignment(assignment), GradingSettings(secret="tests of the diagnosis")
            )
            started[assignment, bank] = made
            if not bank:
                made.diagnostician = Diagnostician(made.assignment, made.judge.returns, entries=())
        return started[assignment, bank]

    yield grader
    for one in started.values():
        one.close()


def submission(grader: Grader, *wrong: str) -> Submission:
    """Return the solution with wrong functions written behind the right ones, in their own cells."""
    solution = solution_submission(grader.assignment)
    cells = list(solution.cells)
    for source in wrong:
        name = source.strip().partition("def ")[2].partition("(")[0]
        last = grader.assignment.exercise(name).solution_cells[-1]
        cells = [replace(c, source=f"{c.source}\n\n{source}") if c.grade_id == last else c for c in cells]
    return replace(solution, cells=tuple(cells))


_Key = tuple[int, tuple[str, ...], str]


@pytest.fixture(scope="package")
def graded() -> dict[_Key, ExerciseResult]:
    """What has been graded already: several claims look at the same wrong function."""
    return {}


@pytest.fixture(scope="package")
def exercise(graded: dict[_Key, ExerciseResult]) -> Exercise:
    """Grade the solution with these wrong functions; return the exercise of the first, or the one named."""

    def grade(grader: Grader, *wrong: str, name: str | None = None) -> ExerciseResult:
        first = name or wrong[0].strip().partition("def ")[2].partition("(")[0]
        wanted = grader.assignment.exercise(first).id
        key = id(grader), wrong, wanted
        if key not in graded:
            (graded[key],) = grader.grade(submission(grader, *wrong), exercises=[wanted]).result.exercises
        return graded[key]

    return grade


def failed(result: ExerciseResult) -> list[TestResult]:
    """Return the tests that failed; there is one at least."""
    tests = [test for test in result.tests if test.verdict == FAILED]
    assert tests, f"{result.id} passed everything"
    return tests


def notes(result: ExerciseResult) -> set[str]:
    """Return what the failed tests say."""
    return {test.note or "" for test in failed(result)}
