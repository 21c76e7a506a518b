"""nbgrader's CSV export with a status in every row, so that an ungraded submission is not taken for a 0; trusted side."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.plugins import CsvExportPlugin

GRADED, REVIEW, UNGRADED, NOT_SUBMITTED = "graded", "needs manual grading", "ungraded", "not submitted"
COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score", "status",
)  # fmt: skip


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
            writer.writerows(rows)
        for row in rows:
            if row["status"] in (UNGRADED, REVIEW):
                self.log.warning("%s of %s: %s.", row["assignment"], row["student_id"], row["status"])

    def _rows(self, gradebook: Any) -> Iterator[dict[str, Any]]:
        wanted, students = {str(name) for name in self.assignment}, {str(name) for name in self.student}
        for assignment in gradebook.assignments:
            for student in gradebook.students:
                if (not wanted or assignment.name in wanted) and (not students or student.id in students):
                    yield _row(gradebook, assignment, student)


def _row(gradebook: Any, assignment: Any, student: Any) -> dict[str, Any]:
    row = {name: getattr(student, name) or "" for name in ("last_name", "first_name", "email")}
    row |= {"assignment": assignment.name, "duedate": assignment.duedate or "", "student_id": student.id}
    row |= {"raw_score": 0.0, "late_submission_penalty": 0.0, "score": 0.0, "max_score": assignment.max_score}
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        return {**row, "status": NOT_SUBMITTED}
    row |= {"timestamp": submission.timestamp or "", "status": _status(submission)}
    if row["status"] == UNGRADED:
        return {**row, "raw_score": "", "late_submission_penalty": "", "score": ""}
    raw, penalty = round(submission.score, 4), submission.late_submission_penalty or 0.0
    return {**row, "raw_score": raw, "late_submission_penalty": penalty, "score": max(0.0, raw - penalty)}


def _status(submission: Any) -> str:
    """Say how far grading got: no score was written where nbgrader stopped; what has no points needs nobody."""
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    if all(grade.auto_score is None and grade.manual_score is None for grade in grades):
        return UNGRADED
    return REVIEW if any(grade.needs_manual_grade and grade.max_score for grade in grades) else GRADED
