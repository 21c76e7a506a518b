"""The export: nbgrader's columns, and which rows are no grades."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGrader
from nbgrader.coursedir import CourseDirectory

from autograder.nbgrader_plugin.environment import put_tools_on_path
from autograder.nbgrader_plugin.export import COLUMNS, MarkedCsvExport

# nbgrader builds its rows in an order that SQLAlchemy remarks on
pytestmark = [pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"), pytest.mark.long]


@pytest.fixture
def gradebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A gradebook with one exercise of 4 points and a prediction of none, and a student in every state."""
    monkeypatch.setenv("PATH", os.environ["PATH"])
    put_tools_on_path()
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db", "a_course") as book:
        book.add_assignment("a1")
        book.add_notebook("a1", "a1")
        book.add_grade_cell("exercise", "a1", "a1", max_score=4, cell_type="code")
        book.add_grade_cell("prediction", "a1", "a1", max_score=0, cell_type="markdown")
        for name in ("absent", "crashed", "graded", "review"):
            book.add_student(name, last_name='O"Neill, Ann' if name == "graded" else None)
        for name in ("crashed", "graded", "review"):
            book.add_submission("a1", name)
        _score(book, "graded", 3.5, manual=False)
        _score(book, "review", None, manual=True)
        yield book


def _score(book: Any, student: str, score: float | None, *, manual: bool) -> None:
    grade = book.find_grade("exercise", "a1", "a1", student)
    grade.auto_score, grade.needs_manual_grade = score, manual
    prediction = book.find_grade("prediction", "a1", "a1", student)
    if manual:  # nobody answered it; the other student did, and it is worth nothing
        prediction.auto_score, prediction.needs_manual_grade = 0.0, False
    book.db.commit()


def _export(gradebook: Any, path: Path, **options: Any) -> dict[str, dict[str, str]]:
    MarkedCsvExport(to=str(path), **options).export(gradebook)
    with path.open(encoding="utf-8", newline="") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def test_submission_that_crashed_is_no_zero(gradebook: Any, tmp_path: Path) -> None:
    """A submission without any score has an empty score and is marked; nbgrader itself writes 0.0."""
    rows = _export(gradebook, tmp_path / "g.csv")
    assert (rows["crashed"]["score"], rows["crashed"]["status"]) == ("", "ungraded")


def test_other_rows_say_what_they_are(gradebook: Any, tmp_path: Path) -> None:
    """A grade, a row that waits for a person, and a student who handed in nothing."""
    rows = _export(gradebook, tmp_path / "g.csv")
    assert {name: (row["score"], row["status"]) for name, row in rows.items() if name != "crashed"} == {
        "absent": ("0.0", "not submitted"), "graded": ("3.5", "graded"), "review": ("0.0", "needs manual grading"),
    }  # fmt: skip


def test_columns_are_nbgraders_and_names_cannot_break_them(gradebook: Any, tmp_path: Path) -> None:
    """nbgrader's columns come first, in its order; a name with a comma stays in its column."""
    rows = _export(gradebook, tmp_path / "g.csv")
    assert tuple(rows["graded"]) == COLUMNS and COLUMNS[-1] == "status"
    assert rows["graded"]["last_name"] == 'O"Neill, Ann' and rows["graded"]["max_score"] == "4.0"


def test_what_was_handed_in_is_never_called_not_submitted(gradebook: Any, tmp_path: Path) -> None:
    """A folder of submissions without a row in the gradebook is ungraded, also of a student whom it does not know."""
    course = tmp_path / "course"
    for name in ("absent", "unknown"):
        (course / "submitted" / name / "a1").mkdir(parents=True)
    plugin = MarkedCsvExport(to=str(tmp_path / "h.csv"), parent=NbGrader(coursedir=CourseDirectory(root=str(course))))
    rows = {row["student_id"]: (row["score"], row["status"]) for row in plugin._rows(gradebook)}
    assert rows["absent"] == rows["unknown"] == ("", "ungraded")
    assert rows["graded"] == (3.5, "graded")


def test_students_can_be_chosen(gradebook: Any, tmp_path: Path) -> None:
    """`nbgrader export --student` works as ever."""
    assert set(_export(gradebook, tmp_path / "g.csv", student=["graded"], assignment=["a1"])) == {"graded"}
    assert _export(gradebook, tmp_path / "h.csv", assignment=["a2"]) == {}
