"""The gate of a notebook without exercises: it is in sync, runs from top to bottom, and shows something; trusted side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.course.model import Assignment, Course, SourceCell
from autograder.gate.files import Problem, check_files, check_metadata
from autograder.gate.handout import check_helpers
from autograder.gate.prompts import check_prompts
from autograder.grading.grader import secret_places
from autograder.worker.cell_outcome import CellOutcome
from autograder.worker.deadlines import Deadlines
from autograder.worker.session import Session
from autograder.worker.zygote import Zygote, ZygoteSettings

DEADLINES = Deadlines(cell=120.0, cells=400.0, submission=500.0)


def check_ungraded(course: Course, names: Sequence[str], isolation: str) -> Iterator[Problem]:
    """Yield what is wrong with each of these notebooks."""
    for name in names:
        assignment = course.assignment(name)
        for exercise in assignment.exercises:
            remedy = "Take the cell out, or move the notebook from ungraded to assignments in course.toml."
            yield f"{name}: {exercise.id}", "is a graded cell in a notebook that is said to hold none", remedy
        yield from check_files(course, assignment)
        yield from check_metadata(assignment)
        yield from check_helpers(course, assignment)
        yield from check_prompts(course, assignment)
        yield from _runs(assignment, isolation)


def _runs(assignment: Assignment, isolation: str) -> Iterator[Problem]:
    """Every cell runs, as the student gets it, and every study draws or prints."""
    cells = [cell for cell in assignment.cells if cell.kind == "code"]
    for cell, outcome in zip(cells, _outcomes(assignment, cells, isolation), strict=True):
        place = f"{assignment.path.name}: {cell.grade_id}"
        if not outcome.ok:
            error = (output["evalue"] for output in outcome.outputs if output["output_type"] == "error")
            yield place, f"does not run: {(outcome.lost or next(error, 'it was stopped'))[:200]}", "Mend the cell."
        elif cell.study and not any("image/png" in one.get("data", {}) or one.get("text") for one in outcome.outputs):
            yield place, "shows nothing", "Draw or print what it is for."


def _outcomes(assignment: Assignment, cells: Sequence[SourceCell], isolation: str) -> list[CellOutcome]:
    course = assignment.course
    helpers = tuple(assignment.helper_files)
    settings = ZygoteSettings(
        assignment.preload, isolation, secrets=secret_places(course), handout=course.handout, helpers=helpers
    )
    zygote = Zygote(settings)
    try:
        session = Session(zygote, [cell.source for cell in cells], DEADLINES, figures=True)
        try:
            return session.start()
        finally:
            session.close()
    finally:
        zygote.close()
