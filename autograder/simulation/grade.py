"""Grades a simulated class in a few processes and stores the results, as a class run does; trusted side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from autograder.course.bank import Entry
from autograder.course.model import Assignment, Course
from autograder.diagnosis.calls import Script
from autograder.diagnosis.diagnose import Diagnostician
from autograder.errors import KitBroken
from autograder.grading.grader import Grader, GradingSettings
from autograder.grading.pool import Lost, Piece, run_pieces
from autograder.grading.store import Stored, result_key, save_result
from autograder.submission.read import read_submission
from autograder.testing.returns import Returns


@dataclass(frozen=True)
class ClassRun:
    """What to grade, and how; the mistakes named in `held_out` are unknown to the diagnosis."""

    course: Course
    assignment: str
    held_out: frozenset[str]
    isolation: str
    jobs: int


class _Forgetful(Diagnostician):
    """A diagnostician that does not know some of the bank."""

    def __init__(self, assignment: Assignment, returns: Mapping[str, Returns], held_out: frozenset[str]) -> None:
        super().__init__(assignment, returns)
        self._held_out = held_out

    def explaining(self, function: str, scripts: Sequence[Script]) -> list[Entry]:
        """Return the known mistakes that answer as the student did."""
        return [entry for entry in super().explaining(function, scripts) if entry.name not in self._held_out]


@dataclass(frozen=True)
class _Grading:
    """What a process of the pool does for a simulated class."""

    run: ClassRun

    @contextmanager
    def warm(self, group: str) -> Iterator[Callable[[str], None]]:
        """Grade with one grader, whose diagnosis does not know all of the bank."""
        assignment = self.run.course.assignment(group)
        with Grader(assignment, GradingSettings(isolation=self.run.isolation)) as grader:
            grader.diagnostician = _Forgetful(assignment, grader.judge.returns, self.run.held_out)
            yield lambda student: _grade(self.run, student, grader)


def _grade(run: ClassRun, student: str, grader: Grader) -> None:
    path = run.course.root / "submitted" / student / run.assignment / f"{run.assignment}.ipynb"
    submission = read_submission(path, student)
    result = grader.grade(submission).result
    save_result(run.course, Stored(result_key(submission, grader.assignment, result.isolation), student, result))


def grade_class(run: ClassRun, students: Sequence[str], on_done: Callable[[str], None]) -> None:
    """Grade the students and store each result; `on_done` is called with each one's id.

    Raises:
        KitError: isolation is missing, or a student could not be graded.
    """
    for piece, answer in run_pieces(_Grading(run), [Piece(run.assignment, student) for student in students], run.jobs):
        if isinstance(answer, Lost):  # a class with a row left out is not the one that was drawn
            raise KitBroken(f"{piece.what} could not be graded: {answer.reason}. Try again with --jobs 1.")
        on_done(piece.what)
