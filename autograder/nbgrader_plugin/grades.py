"""Everybody's grade for an assignment as nbgrader's gradebook has it, with how far grading got; trusted side."""

from __future__ import annotations

import glob
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry

from autograder.term.allowances import Allowances

GRADED, REVIEW, UNGRADED, NOT_SUBMITTED = "graded", "needs manual grading", "ungraded", "not submitted"
EXCUSED, DROPPED = "excused", "dropped"


@dataclass(frozen=True)
class Grade:
    """One student's grade; `raw` is None where there is none, and `status` says why."""

    student: str
    status: str
    max_score: float
    raw: float | None = None
    penalty: float = 0.0
    seconds_late: float = 0.0
    timestamp: str = ""
    last_name: str = ""
    first_name: str = ""
    email: str = ""
    lms_id: str = ""

    @property
    def score(self) -> float | None:
        """What counts: the points, less what being late costs."""
        return None if self.raw is None else round(max(0.0, self.raw - self.penalty), 4)


def class_grades(gradebook: Any, assignment: Any, folders: Collection[str], allowances: Allowances) -> Iterator[Grade]:
    """Yield a grade for every student of the gradebook, and for everybody else who handed something in."""
    known = set()
    for student in gradebook.students:
        known.add(student.id)
        yield _grade(gradebook, assignment, student, folders, allowances)
    for name in sorted(set(folders) - known):
        yield Grade(name, _allowed(allowances, assignment.name, name) or UNGRADED, assignment.max_score)


def handed_in(coursedir: Any, assignment: str) -> set[str]:
    """Return the students whose submissions lie in the course's folder, graded or not."""
    step = coursedir.submitted_directory
    pattern = re.compile(coursedir.format_path(step, "(?P<student>[^/]+)", re.escape(assignment), escape=True))
    folders = glob.glob(coursedir.format_path(step, "*", glob.escape(assignment)))
    return {found["student"] for folder in folders if (found := pattern.fullmatch(folder)) and Path(folder).is_dir()}


def _grade(gradebook: Any, assignment: Any, student: Any, folders: Collection[str], allowances: Allowances) -> Grade:
    names: dict[str, Any] = {name: getattr(student, name) or "" for name in ("last_name", "first_name", "email")}
    names["lms_id"] = getattr(student, "lms_user_id", None) or ""
    allowed = _allowed(allowances, assignment.name, student.id)
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        status = allowed or (UNGRADED if student.id in folders else NOT_SUBMITTED)
        return Grade(student.id, status, assignment.max_score, **names)
    status = _status(submission)
    scored = status != UNGRADED
    return Grade(
        student.id, allowed or status, assignment.max_score,
        raw=round(submission.score, 4) if scored else None,
        penalty=(submission.late_submission_penalty or 0.0) if scored else 0.0,
        seconds_late=float(submission.total_seconds_late if assignment.duedate else 0.0),
        timestamp=str(submission.timestamp or ""), **names,
    )  # fmt: skip


def _allowed(allowances: Allowances, assignment: str, student: str) -> str | None:
    if student in allowances.dropped:
        return DROPPED
    return EXCUSED if (assignment, student) in allowances.excused else None


def _status(submission: Any) -> str:
    """Say how far grading got: no score was written where nbgrader stopped; what has no points needs nobody."""
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    if all(grade.auto_score is None and grade.manual_score is None for grade in grades):
        return UNGRADED
    return REVIEW if any(grade.needs_manual_grade and grade.max_score for grade in grades) else GRADED
