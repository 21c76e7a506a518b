"""A graded submission's cells as the student's page shows them: whose each is, and what it printed and drew; trusted side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from autograder.course.model import Exercise
from autograder.grading.grader import Graded
from autograder.language.spoken import ENGLISH, Language, language_of
from autograder.report.page_model import Page, make_page
from autograder.report.page_outline import ANSWER, BY_HAND, GRADE, OWN, PROSE, PROVIDED, NotebookCell, Output
from autograder.submission.canonical import Canonical, CanonicalCell
from autograder.submission.excerpt import definition
from autograder.submission.student_text import clean, line, picture, printed
from autograder.worker.cell_outcome import CellOutcome

MAX_OUTPUTS = 20  # of one cell


def page_of(graded: Graded) -> Page:
    """Return the page of a submission that was graded without nbgrader."""
    language = language_for(graded)
    return make_page(graded.result.submission, graded.result, notebook_cells(graded, language), language=language)


def language_for(graded: Graded) -> Language:
    """Return the language of the course that a submission was graded in."""
    assignment = graded.canonical.assignment
    return language_of(assignment.course, assignment.name)


def notebook_cells(graded: Graded, language: Language = ENGLISH) -> list[NotebookCell]:
    """Return a graded submission's cells, with functions that were written elsewhere put where they belong."""
    canonical = graded.canonical
    cells: list[NotebookCell] = []
    for index, cell in enumerate(canonical.cells):
        outcome = graded.outputs.get(index)
        cells.append(_notebook_cell(cell, outcome, _written_elsewhere(canonical, cell), language))
    return cells


def outputs_of(
    outputs: Iterable[Mapping[str, Any]], lost: str | None = None, language: Language = ENGLISH
) -> tuple[Output, ...]:
    """Return a cell's outputs, in the notebook format, as the page shows them."""
    shown = [one for output in outputs if (one := _output(output)) is not None][:MAX_OUTPUTS]
    if lost:
        shown.append(Output("error", language.say(f"The cell was stopped: {line(lost)}.")))
    return tuple(shown)


def _notebook_cell(cell: CanonicalCell, outcome: CellOutcome | None, elsewhere: str | None, language: Language) -> NotebookCell:
    origin = cell.origin
    if origin is None:
        return NotebookCell(OWN, cell.kind, cell.source, outputs=_shown(outcome, language))
    if origin.manual:
        role = BY_HAND
    elif origin.answer:
        role = ANSWER
    elif origin.grade:
        return NotebookCell(GRADE, cell.kind, "", origin.grade_id)
    else:
        role = PROSE if cell.kind == "markdown" else PROVIDED
    answered = elsewhere is not None or cell.source.strip() != origin.released.strip()
    return NotebookCell(
        role, cell.kind, elsewhere or cell.source, origin.grade_id, _shown(outcome, language), origin.points, answered=answered
    )


def _shown(outcome: CellOutcome | None, language: Language) -> tuple[Output, ...]:
    return outputs_of(outcome.outputs, outcome.lost, language) if outcome is not None else ()


def _written_elsewhere(canonical: Canonical, cell: CanonicalCell) -> str | None:
    """Return the functions of an unanswered cell as the student wrote them in a cell, or a plain Python file, of their own."""
    exercise = _exercise_of(canonical, cell)
    if exercise is None or cell.run:
        return None
    own = [one.source for one in canonical.cells if one.by_student and one.run]
    wanted = [name for name in exercise.functions if cell.origin is not None and name in cell.origin.source]
    found = [definition(own, name, "") for name in wanted]
    return "\n\n\n".join(one.source for one in found if one is not None) or None


def _exercise_of(canonical: Canonical, cell: CanonicalCell) -> Exercise | None:
    name = cell.origin.grade_id if cell.origin is not None else None
    return next((one for one in canonical.assignment.exercises if name in one.solution_cells), None)


def _output(output: Mapping[str, Any]) -> Output | None:
    kind = output.get("output_type")
    if kind == "stream":
        return _text_output("printed", output.get("text"))
    if kind == "error":
        lines = output.get("traceback")
        text = "\n".join(str(one) for one in lines) if isinstance(lines, list | tuple) else ""
        return _text_output("error", text or f"{output.get('ename')}: {output.get('evalue')}")
    data = output.get("data")
    if kind not in ("display_data", "execute_result") or not isinstance(data, Mapping):
        return None
    if isinstance(data.get("image/png"), str):
        return Output("picture", picture=picture(data["image/png"]))
    return _text_output("value", data.get("text/plain"))


def _text_output(kind: str, text: object) -> Output | None:
    joined = "".join(map(str, text)) if isinstance(text, list | tuple) else text
    return Output(kind, clean(printed(joined))) if isinstance(joined, str) and joined.strip() else None
