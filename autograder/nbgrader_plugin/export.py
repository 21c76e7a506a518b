"""nbgrader's CSV export with a status in every row, so that an ungraded submission is not taken for a 0; trusted side."""

from __future__ import annotations

import csv
import glob
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.plugins import CsvExportPlugin

from autograder.submission.student_text import in_spreadsheet

GRADED, REVIEW, UNGRADED, NOT_SUBMITTED = "graded", "needs manual grading", "ungraded", "not submitted"
COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score", "status",
)  # fmt: skip

_TEXTS = ("student_id", "last_name", "first_name", "email")  # people choose these, and open the file in a spreadsheet
_NO_SCORE = {"raw_score": "", "late_submission_penalty": "", "score": "", "status": UNGRADED}


class MarkedCsvExport(CsvExportPlugin):  # type: ignore[misc]  # nbgrader is untyped
    """Writes nbgrader's columns and a status; a submission that could not be graded has no score, where nbgrader writes 0.0."""

    def export(self, gradebook: Any) -> None:
        """Write the file that `--to` names, or grades.csv."""
        path = Path(self.to or "grades.csv")
        self.log.info("Exporting grades to %s", path)
        rows = list(self._rows(gradebook))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(
                {name: in_spreadsheet(one) if name in _TEXTS else one for name, one in row.items()} for row in rows
            )
        for row in rows:
            if row["status"] in (UNGRADED, REVIEW):
                self.log.warning("%s of %s: %s.", row["assignment"], row["student_id"], row["status"])

    def _rows(self, gradebook: Any) -> Iterator[dict[str, Any]]:
        wanted, students = {str(name) for name in self.assignment}, {str(name) for name in self.student}
        for assignment in gradebook.assignments:
            if wanted and assignment.name not in wanted:
                continue
            handed_in = self._handed_in(assignment.name)
            for student in gradebook.students:
                if not students or student.id in students:
                    yield _row(gradebook, assignment, student, handed_in)
            unknown = handed_in - {student.id for student in gradebook.students}
            for name in sorted(unknown if not students else unknown & students):
                yield {**_empty_row(assignment, name), **_NO_SCORE}

    def _handed_in(self, assignment: str) -> set[str]:
        """Return the students whose submissions lie in the course's folder, graded or not."""
        directory = getattr(self.parent, "coursedir", None)
        if directory is None:
            return set()
        step = directory.submitted_directory
        pattern = re.compile(directory.format_path(step, "(?P<student>[^/]+)", re.escape(assignment), escape=True))
        folders = glob.glob(directory.format_path(step, "*", glob.escape(assignment)))
        return {found["student"] for folder in folders if (found := pattern.fullmatch(folder)) and Path(folder).is_dir()}


def _empty_row(assignment: Any, student: str) -> dict[str, Any]:
    row = {"assignment": assignment.name, "duedate": assignment.duedate or "", "student_id": student}
    return row | {"raw_score": 0.0, "late_submission_penalty": 0.0, "score": 0.0, "max_score": assignment.max_score}


def _row(gradebook: Any, assignment: Any, student: Any, handed_in: Collection[str]) -> dict[str, Any]:
    row = {name: getattr(student, name) or "" for name in ("last_name", "first_name", "email")}
    row |= _empty_row(assignment, student.id)
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        return row | (_NO_SCORE if student.id in handed_in else {"status": NOT_SUBMITTED})
    row |= {"timestamp": submission.timestamp or "", "status": _status(submission)}
    if row["status"] == UNGRADED:
        return row | _NO_SCORE
    raw, penalty = round(submission.score, 4), submission.late_submission_penalty or 0.0
    return {**row, "raw_score": raw, "late_submission_penalty": penalty, "score": max(0.0, raw - penalty)}


def _status(submission: Any) -> str:
    """Say how far grading got: no score was written where nbgrader stopped; what has no points needs nobody."""
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    if all(grade.auto_score is None and grade.manual_score is None for grade in grades):
        return UNGRADED
    return REVIEW if any(grade.needs_manual_grade and grade.max_score for grade in grades) else GRADED
