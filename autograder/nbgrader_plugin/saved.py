"""Scores into the gradebook, with all rows of a submission fetched at once and written in one transaction; trusted side."""

from __future__ import annotations

from functools import cached_property
from types import SimpleNamespace
from typing import Any, Self

from nbgrader.api import BaseCell, Comment, Grade
from nbgrader.preprocessors import SaveAutoGrades

from autograder.result import NEEDS_REVIEW


class SaveJudgedGrades(SaveAutoGrades):  # type: ignore[misc]  # nbgrader is untyped
    """Saves scores as nbgrader does; an exercise with a broken hidden test gets no score but waits for a person."""

    @property
    def gradebook(self) -> _OneSubmission:
        """The gradebook, as far as this step uses it."""
        return self._rows

    @gradebook.setter
    def gradebook(self, opened: Any) -> None:
        """Take the gradebook that nbgrader has opened for one notebook."""
        self._rows = _OneSubmission(opened, (self.notebook_id, self.assignment_id, self.student_id))

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Save one notebook's scores."""
        result = nb.metadata.get("autograder", {}).get("result", {})
        self._review = {one["id"] for one in result.get("exercises", []) if one["status"] == NEEDS_REVIEW}
        answer: tuple[Any, Any] = super().preprocess(nb, resources)
        return answer

    def _add_score(self, cell: Any, resources: Any) -> None:
        super()._add_score(cell, resources)
        name = cell.metadata["nbgrader"]["grade_id"]
        if name in self._review:
            grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
            grade.auto_score, grade.needs_manual_grade = None, True


class _OneSubmission:
    """The grades and comments of one notebook, a query each and one commit: nbgrader asks and commits for every cell."""

    def __init__(self, gradebook: Any, names: tuple[str, str, str]) -> None:
        self._gradebook, self._names = gradebook, names
        self.db = SimpleNamespace(commit=lambda: None)

    def __enter__(self) -> Self:
        self._gradebook.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        try:
            if error[0] is None:
                self._gradebook.db.commit()
        finally:
            self._gradebook.__exit__(*error)

    def find_grade(self, cell: str, *names: str) -> Any:
        """Return a cell's grade."""
        return self._grades[cell] if cell in self._grades else self._gradebook.find_grade(cell, *names)

    def find_comment(self, cell: str, *names: str) -> Any:
        """Return a cell's comment."""
        return self._comments[cell] if cell in self._comments else self._gradebook.find_comment(cell, *names)

    @cached_property
    def _grades(self) -> dict[str, Any]:
        return self._rows(Grade)

    @cached_property
    def _comments(self) -> dict[str, Any]:
        return self._rows(Comment)

    def _rows(self, kind: Any) -> dict[str, Any]:
        """Return the rows by the cell's name; where a task has the name of another cell, that other cell's."""
        notebook = self._gradebook.find_submission_notebook(*self._names).id
        query = self._gradebook.db.query(BaseCell.name, BaseCell.type, kind).join(kind, kind.cell_id == BaseCell.id)
        found = query.filter(kind.notebook_id == notebook).all()
        return {name: row for name, _, row in sorted(found, key=lambda one: one[1] != "TaskCell")}
