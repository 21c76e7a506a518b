"""nbgrader's feedback as the student's page, from the autograded notebook and the gradebook; trusted side."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.exporter import Exporter
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import GetGrades
from nbgrader.utils import compute_checksum

from autograder.course.model import Course
from autograder.language.spoken import ENGLISH, Language, language_of
from autograder.nbgrader_plugin.attempt_pages import shown_attempts, write_attempt_pages
from autograder.report.page import render_page
from autograder.report.page_cells import outputs_of
from autograder.report.page_model import Page, Totals, make_page
from autograder.report.page_outline import ANSWER, BY_HAND, GRADE, OWN, PROSE, PROVIDED, CellRole, Grade, NotebookCell
from autograder.result import Result, from_json
from autograder.term.attempts import BEST
from autograder.term.rules import Term, Times, handing_in, late_note, read_term

OWN_CELL_ID = "own"  # how `canonicalise` begins the ids of the student's own cells
_NO_ANSWER = "No response."  # nbgrader's own comment on an unchanged cell: the page says it in its own way


class ReadGrades(GetGrades):  # type: ignore[misc]  # nbgrader is untyped
    """nbgrader's step that copies scores and comments into the cells, which also says what waits for a person."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Read the grades of one notebook, and how late it came."""
        answer: tuple[Any, Any] = super().preprocess(nb, resources)
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            submission = gradebook.find_submission(names["assignment"], names["student"])
            names["seconds_late"] = float(submission.total_seconds_late if submission.assignment.duedate else 0.0)
            moments = (submission.assignment.duedate, submission.duedate, submission.timestamp)
            names["times"] = Times(*(one.replace(tzinfo=UTC) if one else None for one in moments))  # nbgrader's are in UTC
        return answer

    def _get_score(self, cell: Any, resources: Any) -> None:
        super()._get_score(cell, resources)
        names = (cell.metadata.nbgrader["grade_id"], self.notebook_id, self.assignment_id, self.student_id)
        cell.metadata.nbgrader["waiting"] = bool(self.gradebook.find_grade(*names).needs_manual_grade)


class FeedbackExporter(HTMLExporter):
    """The student's page; a notebook that this kit did not judge gets nbgrader's own feedback."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(self.parent, GenerateFeedback):
            leave_pages_out(self.parent)

    def from_notebook_node(  # type: ignore[override]  # as every exporter of text, it returns text
        self, nb: Any, resources: Any = None, **kwargs: Any
    ) -> tuple[str, Any]:
        """Convert one autograded notebook."""
        names = (resources or {}).get("nbgrader", {})
        result = result_of(nb) if self._judged_by_us(names) else None
        if result is not None:
            graded, ours = Exporter.from_notebook_node(self, nb, resources, **kwargs)
            try:
                language = self._language(result.assignment)
                course = self._course()
                attempts = (
                    ()
                    if course is None
                    else shown_attempts(course, result.assignment, ours["nbgrader"], self._term(), language)
                )
                made = page_of(graded, result, ours["nbgrader"], self._term(), language)
                if course is not None and attempts:
                    made = replace(made, attempts=attempts, best_counts=course.settings.attempts == BEST)
                    self._write_attempts(course, result.assignment, ours["nbgrader"])
                page = render_page(made, language)
            except Exception:  # whatever is wrong with one student's notebook, the others get their pages
                self.log.exception("The page of %s could not be made: this is nbgrader's own.", names.get("student"))
            else:
                return page, {**ours, "output_extension": self.file_extension}
        stock: tuple[str, Any] = super().from_notebook_node(nb, resources, **kwargs)
        return stock

    def _term(self) -> Term:
        directory: Any = getattr(self.parent, "coursedir", None)
        return read_term(Path(directory.root)) if directory is not None else Term()

    def _course(self) -> Course | None:
        directory: Any = getattr(self.parent, "coursedir", None)
        return Course(Path(directory.root)) if directory is not None else None

    def _language(self, assignment: str) -> Language:
        course = self._course()
        return language_of(course, assignment) if course is not None else ENGLISH

    def _write_attempts(self, course: Course, assignment: str, names: Any) -> None:
        directory: Any = self.parent.coursedir  # type: ignore[union-attr]  # nbgrader always sets it
        folder = directory.format_path(directory.feedback_directory, names["student"], assignment)
        write_attempt_pages(course, assignment, str(names["student"]), Path(folder))

    def _judged_by_us(self, names: Any) -> bool:
        """Does the course hold hidden tests for this notebook?

        One that stock nbgrader graded keeps the metadata that the student handed in: anything can stand there.
        """
        notebook = str(names.get("notebook", ""))
        directory: Any = getattr(self.parent, "coursedir", None)
        return notebook.isidentifier() and directory is not None and Course(Path(directory.root)).has_hidden_tests(notebook)


def leave_pages_out(feedback: GenerateFeedback) -> None:
    """Copy no page of a submission's own into feedback/: release_feedback hands out every page that it finds there.

    Everywhere else such a page stays what it is, a file of the course's or of the student's.
    """
    directory = copy.copy(feedback.coursedir)  # the app's own serves other commands too
    directory.ignore = [*directory.ignore, "*.html"]
    feedback.coursedir = directory


def result_of(nb: Any) -> Result | None:
    """Return the result that the judge left in a notebook, or None where there is none."""
    try:
        return from_json(nb.metadata["autograder"]["result"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def page_of(nb: Any, result: Result, names: Any, term: Term | None = None, language: Language = ENGLISH) -> Page:
    """Return the page of an autograded notebook whose grades nbgrader has read, in a language."""
    term, penalty = term or Term(), float(names["late_penalty"])
    note = language.say(late_note(term.late, float(names.get("seconds_late") or 0.0), penalty))
    times = handing_in(term, result.assignment, names.get("times") or Times(), language)
    totals = Totals(float(names["score"]), float(names["max_score"]), penalty, note, times)
    return make_page(str(names["student"]), result, [_cell(cell, language) for cell in nb.cells], totals, language)


def _cell(cell: Any, language: Language) -> NotebookCell:
    grading = cell.metadata.get("nbgrader", {})
    comment = grading.get("comment")
    return NotebookCell(
        role=_role(cell, grading),
        kind=cell.cell_type,
        source=cell.source,
        grade_id=grading.get("grade_id"),
        outputs=outputs_of(cell.get("outputs", ()), language=language),
        points=float(grading.get("points") or 0.0),
        answered=not grading or compute_checksum(cell) != grading.get("checksum"),
        comment=comment if comment and comment != _NO_ANSWER else None,
        grade=_grade(grading),
    )


def _role(cell: Any, grading: Any) -> CellRole:
    if grading.get("solution"):
        return BY_HAND if grading.get("grade") else ANSWER
    if grading.get("grade"):
        return GRADE
    if not grading and str(cell.get("id", "")).startswith(OWN_CELL_ID):
        return OWN
    return PROSE if cell.cell_type == "markdown" else PROVIDED


def _grade(grading: Any) -> Grade | None:
    if not grading.get("grade") or "score" not in grading:
        return None
    return Grade(float(grading["score"] or 0.0), float(grading.get("points") or 0.0), bool(grading.get("waiting", False)))
