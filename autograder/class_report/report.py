"""One class report as data, from which the page and the files are made; trusted side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from autograder.class_report.beliefs import Belief, find_beliefs, most_surprising
from autograder.class_report.clusters import Cluster, find_clusters
from autograder.class_report.gather import ClassResults, Student
from autograder.class_report.statistics import (
    Item,
    MistakeCount,
    ScoreSummary,
    count_mistakes,
    item_statistics,
    summarise_scores,
)
from autograder.class_report.teach import Left, Sentences, what_to_teach
from autograder.result import CRASHED, TAMPERED, TIMED_OUT, UNREADABLE, VIOLATION
from autograder.similarity.pairs import SimilarPair, similar_pairs
from autograder.submission.folder import read_submitted

UNGRADED, REVIEW, LATE = "ungraded", "needs review", "late"
KINDS = (VIOLATION, TAMPERED, CRASHED, TIMED_OUT, UNREADABLE, REVIEW, UNGRADED, LATE)
EXPLANATIONS = {
    VIOLATION: "The process broke the rules of its conversation with the judge, which seldom happens by accident: read it.",
    TAMPERED: "A locked cell had been changed. It was put back before grading, so nothing was gained.",
    CRASHED: "The Python process ended: an exit, too much memory, or a crash. The tests that caused it count as failed.",
    TIMED_OUT: "A cell or a call did not end in time: most often an endless loop.",
    UNREADABLE: "The file could not be read: 0 points, and no part of the figures of this report. Ask for it again.",
    REVIEW: "The kit could not judge an exercise. It costs nothing, and waits for you in formgrader.",
    UNGRADED: "There is a submission, but no result yet.",
    LATE: "Handed in after the due date.",
}


@dataclass(frozen=True)
class Remark:
    """Something about one submission that a person should look at."""

    kind: str
    student: Student
    detail: str


@dataclass(frozen=True)
class ClassReport:
    """Everything that the report says."""

    results: ClassResults
    scores: ScoreSummary
    items: tuple[Item, ...]
    mistakes: tuple[MistakeCount, ...]
    clusters: tuple[Cluster, ...]
    teach: Sentences
    remarks: tuple[Remark, ...]
    notices: tuple[str, ...]
    beliefs: tuple[Belief, ...] = ()
    similar: tuple[SimilarPair, ...] = ()

    @property
    def surprise(self) -> Belief | None:
        """The question that surprised the class most; None where too few guessed."""
        return most_surprising(self.beliefs)

    @property
    def has_points(self) -> bool:
        """Does the assignment have points, or are shares of tests all there is?"""
        return self.results.assignment.points > 0


def make_report(results: ClassResults) -> ClassReport:
    """Work everything out."""
    graded = [student.result for student in results.graded if student.result is not None]
    items = tuple(item_statistics(graded, exercise.id, exercise.points) for exercise in results.assignment.exercises)
    mistakes, clusters = count_mistakes(graded), find_clusters(results)
    points = results.assignment.points > 0
    left = Left(len(results.waiting), len(results.unreadable))
    return ClassReport(
        results=results,
        scores=summarise_scores([result.percent for result in graded]),
        items=items,
        mistakes=mistakes,
        clusters=clusters,
        teach=what_to_teach(len(graded), _that_count(items, points=points), mistakes, clusters, points=points, left=left),
        remarks=tuple(sorted(_remarks(results), key=_gravity)),
        notices=(*results.notices, *_notices(results)),
        beliefs=find_beliefs(results),
        similar=tuple(_similar(results)),
    )


def _that_count(items: tuple[Item, ...], *, points: bool) -> tuple[Item, ...]:
    """Leave out the exercises that are worth no points where others are: who skips one has lost nothing."""
    return tuple(item for item in items if item.points or not points)


def _similar(results: ClassResults) -> list[SimilarPair]:
    """Compare what the students handed in, where the files are still there and hidden content says what everybody has."""
    if not results.assignment.has_hidden_tests:
        return []
    there = [(student.id, student.notebook.parent) for student in results.students if student.notebook is not None]
    return similar_pairs(results.assignment, (read_submitted(folder, results.assignment, name) for name, folder in there))


def _gravity(remark: Remark) -> tuple[int, float, str]:
    return KINDS.index(remark.kind), -remark.student.seconds_late, remark.student.id


def _remarks(results: ClassResults) -> Iterator[Remark]:
    for student in results.students:
        if student.seconds_late > 0:
            yield Remark(LATE, student, duration(student.seconds_late))
        if student.result is None:
            yield Remark(UNGRADED, student, "" if student.notebook else "there is a folder without a notebook")
            continue
        if student.result.broken:
            yield Remark(REVIEW, student, ", ".join(student.result.broken))
        for flag in student.result.flags:
            yield Remark(flag, student, " ".join(student.result.messages))


def _notices(results: ClassResults) -> Iterator[str]:
    unreadable = len(results.unreadable)
    if unreadable:
        files = "1 submission" if unreadable == 1 else f"{unreadable} of {unreadable + len(results.graded)} submissions"
        yield f"{files} could not be read: left out of all figures, and listed below. Ask for those files again."
    unprotected = sum(result.isolation == "none" for result in results.results)
    if unprotected:
        total = len(results.results)
        yield f"{unprotected} of {total} results were graded without isolation: their scores could have been forged."
    engines = {result.engine for result in results.results}
    if len(engines) > 1:
        yield "The results were made with different versions of the hidden tests or the engine: grade again with --regrade."


def duration(seconds: float) -> str:
    """Return a time span in words, rounded to what matters."""
    for size, unit in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = round(seconds / size)
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return "less than a minute"
