"""nbgrader's CSV export with a status in every row, so that an ungraded submission is not taken for a 0; trusted side."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.plugins import CsvExportPlugin

from autograder.nbgrader_plugin.grades import DROPPED, EXCUSED, NOT_SUBMITTED, REVIEW, UNGRADED, Grade, class_grades, handed_in
from autograder.submission.student_text import in_spreadsheet
from autograder.term.allowances import Allowances, read_allowances

COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score", "status",
)  # fmt: skip

_TEXTS = ("student_id", "last_name", "first_name", "email")  # people choose these, and open the file in a spreadsheet
_NO_SCORE = {"raw_score": "", "late_submission_penalty": "", "score": ""}


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
        directory = getattr(self.parent, "coursedir", None)
        allowances = read_allowances(Path(directory.root)) if directory is not None else Allowances()
        for assignment in gradebook.assignments:
            if wanted and assignment.name not in wanted:
                continue
            folders = handed_in(directory, assignment.name) if directory is not None else set()
            for grade in class_grades(gradebook, assignment, folders, allowances):
                if not students or grade.student in students:
                    yield _row(assignment, grade)


def _row(assignment: Any, grade: Grade) -> dict[str, Any]:
    """Return a row with nbgrader's columns: who handed in nothing has 0.0 as there, unless nothing is asked of them."""
    row = {"assignment": assignment.name, "duedate": assignment.duedate or "", "timestamp": grade.timestamp}
    row |= {"student_id": grade.student, "last_name": grade.last_name, "first_name": grade.first_name, "email": grade.email}
    row |= {"max_score": grade.max_score, "status": grade.status}
    if grade.status in (UNGRADED, EXCUSED) or (grade.status == DROPPED and grade.raw is None):
        return row | _NO_SCORE
    if grade.status == NOT_SUBMITTED:
        return row | {"raw_score": 0.0, "late_submission_penalty": 0.0, "score": 0.0}
    return row | {"raw_score": grade.raw, "late_submission_penalty": grade.penalty, "score": grade.score}
