"""nbgrader's saving step: scores into the gradebook, with what the kit could not judge left for a person; trusted side."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import SaveAutoGrades

from autograder.result import NEEDS_REVIEW


class SaveJudgedGrades(SaveAutoGrades):  # type: ignore[misc]  # nbgrader is untyped
    """Saves scores as nbgrader does; an exercise with a broken hidden test gets no score but waits for a person."""

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
            self.gradebook.db.commit()
