"""Late work in nbgrader's gradebook: the term's due dates, each student's extension, and the rule's penalty; trusted side."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties

from autograder.term.allowances import Allowances, read_allowances
from autograder.term.rules import LateRule, Term, read_term


class CourseLatePolicy(LateSubmissionPlugin):  # type: ignore[misc]  # nbgrader is untyped
    """nbgrader's plug-in for late work, which asks the term's rule."""

    rule: LateRule | None = None

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        """Return the points that are taken off; without a rule, what nbgrader's own plug-in is set to."""
        if self.rule is None:
            penalty: float | None = super().late_submission_penalty(student_id, score, total_seconds_late)
            return penalty
        return self.rule.penalty(score, total_seconds_late)


class CourseLatePenalties(AssignLatePenalties):  # type: ignore[misc]  # nbgrader is untyped
    """nbgrader's step that takes points off, once the student's own due date is known."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Write the due dates, then let nbgrader do the rest."""
        names, root = resources["nbgrader"], self._root()
        self._rule = read_term(root).late if root else None
        if root is not None:
            with Gradebook(names["db_url"]) as gradebook:
                write_due_dates(gradebook, names["assignment"], names["student"], read_term(root), read_allowances(root))
        answer: tuple[Any, Any] = super().preprocess(nb, resources)
        return answer

    def init_plugin(self) -> None:
        """Use the term's rule, unless the course's configuration names a plug-in of its own."""
        super().init_plugin()
        if self.plugin_class is LateSubmissionPlugin and self._rule is not None:
            self.plugin_inst = CourseLatePolicy(parent=self)
            self.plugin_inst.rule = self._rule

    def _root(self) -> Path | None:
        directory = getattr(getattr(self.parent, "parent", None), "coursedir", None)
        return Path(directory.root) if directory is not None else None


def write_due_dates(gradebook: Any, assignment: str, student: str, term: Term, allowances: Allowances) -> Any:
    """Write an assignment's due date and a student's extension into the gradebook; return the submission, or None without one.

    nbgrader keeps times in UTC without saying so. An extension that ends before the due date is none.
    """
    entry = gradebook.find_assignment(assignment)
    if assignment in term.due:
        entry.duedate = term.due[assignment].astimezone(UTC).replace(tzinfo=None)
    try:
        submission = gradebook.find_submission(assignment, student)
    except MissingEntry:
        submission = None
    until = allowances.until.get((assignment, student))
    if submission is not None and entry.duedate is not None:
        later = until.replace(tzinfo=None) - entry.duedate if until else None
        submission.extension = later if later and later.total_seconds() > 0 else None
    gradebook.db.commit()
    return submission


def due_date(gradebook: Any, assignment: str, term: Term) -> datetime | None:
    """Return when an assignment is due: as the term says, or else the gradebook."""
    if assignment in term.due:
        return term.due[assignment]
    try:
        known: datetime | None = gradebook.find_assignment(assignment).duedate
    except MissingEntry:
        return None
    return known.replace(tzinfo=UTC) if known else None


def settle_penalty(gradebook: Any, submission: Any, rule: LateRule) -> None:
    """Take off what the rule says now, without grading again."""
    for notebook in submission.notebooks:
        penalty = rule.penalty(notebook.score, submission.total_seconds_late)
        notebook.late_submission_penalty = min(penalty, notebook.score) or None
    gradebook.db.commit()
