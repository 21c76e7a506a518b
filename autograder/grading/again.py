"""Grades a submission again after a change, only the exercises that the change can affect; trusted side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from autograder.course.model import TESTS, Assignment
from autograder.grading.affected import affected_exercises
from autograder.grading.grader import Graded, Grader
from autograder.result import PASSED, Result
from autograder.submission.canonical import canonicalise
from autograder.submission.read import Submission


@dataclass(frozen=True)
class Again:
    """What grading again gave, and the exercises that were judged for it, or None where all were."""

    graded: Graded
    judged: frozenset[str] | None


def grade_again(grader: Grader, submission: Submission, before: Graded | None, *, figures: bool = False) -> Again:
    """Grade a submission; what cannot have changed since `before` is taken from there, if that holds nothing doubtful."""
    if before is None or before.result.broken or before.result.flags:
        return Again(grader.grade(submission, figures=figures), None)
    canonical = canonicalise(submission, grader.assignment)
    affected = affected_exercises(before.canonical, canonical, _tests(grader.assignment))
    if affected is None or canonical.flags:
        return Again(grader.grade(submission, figures=figures), None)
    if not affected:
        return Again(before, affected)
    solved = frozenset(
        one.id for one in before.result.exercises if one.id not in affected and all(t.verdict == PASSED for t in one.tests)
    )
    part = grader.grade(submission, figures=figures, exercises=sorted(affected - canonical.not_started), solved=solved)
    if part.result.broken or part.result.flags:
        return Again(grader.grade(submission, figures=figures), None)
    return Again(replace(part, result=_merged(before.result, part.result, canonical.not_started & affected, grader)), affected)


def _merged(before: Result, part: Result, not_started: frozenset[str], grader: Grader) -> Result:
    """Return the whole result: each exercise as it was judged last."""
    newest = {one.id: one for one in before.exercises} | {one.id: one for one in part.exercises}
    newest |= {name: grader.not_started(name) for name in not_started}
    exercises = tuple(newest[one.id] for one in before.exercises)
    return replace(part, exercises=exercises, score=round(sum(one.score for one in exercises), 4), max_score=before.max_score)


def _tests(assignment: Assignment) -> dict[str, str]:
    folder = assignment.hidden / TESTS
    paths = {one.id: folder / f"test_{one.id}.py" for one in assignment.exercises}
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items() if path.is_file()}
