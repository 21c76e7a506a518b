"""The part of the release gate that runs a notebook from top to bottom, solved or blank, as its reader would; trusted side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.course.model import Assignment
from autograder.gate.files import Problem
from autograder.gate.guesses import check_guesses
from autograder.worker.cell_outcome import CellOutcome
from autograder.worker.deadlines import Deadlines
from autograder.worker.session import Session
from autograder.worker.zygote import Zygote

DEADLINES = Deadlines(cell=120.0, cells=400.0, submission=500.0)


def check_runs(assignment: Assignment, zygote: Zygote) -> Iterator[Problem]:
    """Every cell of the source notebook runs, every study draws something or prints, and every guess meets the truth."""
    cells = [cell for cell in assignment.cells if cell.kind == "code"]
    outcomes = _outcomes(zygote, [cell.source for cell in cells])
    for cell, outcome in zip(cells, outcomes, strict=True):
        place = f"{assignment.path.name}: {cell.grade_id}"
        if not outcome.ok:
            error = (output["evalue"] for output in outcome.outputs if output["output_type"] == "error")
            yield place, f"does not run: {(outcome.lost or next(error, 'it was stopped'))[:200]}", "Mend the cell."
        elif (
            cell.study
            and cell.locked
            and not any(one["output_type"] == "display_data" or one.get("text") for one in outcome.outputs)
        ):
            yield place, "shows nothing", "Draw or print what it is for."
    yield from check_guesses(assignment, outcomes)


def check_blank(assignment: Assignment, zygote: Zygote) -> Iterator[Problem]:
    """Every visible check fails on the stub."""
    cells = [cell for cell in assignment.cells if cell.kind == "code" and not cell.study]
    for cell, outcome in zip(cells, _outcomes(zygote, [cell.released for cell in cells]), strict=True):
        if cell.grade and not cell.solution and outcome.ok:
            place = f"{assignment.path.name}: {cell.grade_id}"
            yield place, "passes before anything is solved", "Check what the stub cannot do."


def _outcomes(zygote: Zygote, sources: Sequence[str]) -> list[CellOutcome]:
    session = Session(zygote, sources, DEADLINES, figures=True)
    try:
        return session.start()
    finally:
        session.close()
