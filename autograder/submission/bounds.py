"""Bounds what rebuilding a submission may cost: code beyond a total is kept as text that nobody analyses or runs; trusted side.

A cell's code is parsed several times while a submission is rebuilt and its faults are explained, and some texts (a tower of
decorators, a sum of 40,000 terms) take Python 10 to 20 microseconds a character each time. All code of a course's notebooks
together is a tenth of what is allowed here (docs/decisions/0051).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.submission.read import SubmittedCell

MAX_CODE_CHARACTERS = 300_000  # of all code cells together
MAX_CONTAINERS = (
    1_000_000  # lists and objects in a notebook's JSON: each takes 60 to 90 bytes when it is read, and 3 in the file
)


def too_many_containers(text: str) -> bool:
    """Would reading this JSON take far more memory than the text itself? Brackets within texts count as well."""
    return text.count("[") + text.count("{") > MAX_CONTAINERS


def within_bounds(cells: Sequence[SubmittedCell]) -> tuple[tuple[SubmittedCell, ...], tuple[str, ...]]:
    """Return the cells, with code that goes beyond the total as text, and a remark that says so.

    Cells that have a grade_id come first, so that no own cell takes an answer's room; then the notebook's order decides.
    """
    room = MAX_CODE_CHARACTERS
    beyond: set[int] = set()
    for index in sorted(range(len(cells)), key=lambda index: cells[index].grade_id is None):
        if cells[index].kind != "code":
            continue
        if len(cells[index].source) > room:
            beyond.add(index)
        else:
            room -= len(cells[index].source)
    if not beyond:
        return tuple(cells), ()
    kept = tuple(_as_text(cell) if index in beyond else cell for index, cell in enumerate(cells))
    which = "One code cell is" if len(beyond) == 1 else f"{len(beyond)} code cells are"
    remark = (
        f"{which} not run: the notebook holds more than {MAX_CODE_CHARACTERS:,} characters of code. Take large data out of it."
    )
    return kept, (remark,)


def _as_text(cell: SubmittedCell) -> SubmittedCell:
    if cell.grade_id is not None:
        return replace(cell, source="# This cell's text was too long to be looked at.")
    return replace(cell, kind="markdown")
