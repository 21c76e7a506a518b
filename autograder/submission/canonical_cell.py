"""One cell of a rebuilt submission, and what to call it in a sentence; trusted side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.course.model import Assignment, SourceCell

FILE = "your file"


@dataclass(frozen=True)
class CanonicalCell:
    """One cell of a rebuilt submission: `origin` is the source cell, or None for a cell that the student added.

    `line` is where the text begins in the file that was handed in, for a plain Python file.
    """

    kind: str
    source: str
    origin: SourceCell | None
    run: bool
    line: int | None = None

    @property
    def by_student(self) -> bool:
        """Did the student write this text?"""
        return self.origin is None or self.origin.answer


def called(cells: Sequence[CanonicalCell], assignment: Assignment, index: int) -> str:
    """Return what to call a cell: the answer of an exercise, a cell of the notebook's, or the student's own by its count."""
    cell = cells[index]
    name = cell.origin.grade_id if cell.origin is not None else None
    if is_answer(cell):
        exercise = next((one.id for one in assignment.exercises if name in one.solution_cells), name)
        return f"your cell of {exercise}"
    if cell.origin is not None:
        return f"the notebook's cell {name}" if name else "a cell of the notebook's"
    own = [position for position, one in enumerate(cells) if one.origin is None and one.kind == "code"]
    alone = cell.line is not None or (len(own) == 1 and not any(is_answer(one) and one.run for one in cells))
    return FILE if alone else f"your own cell {own.index(index) + 1}"


def is_answer(cell: CanonicalCell) -> bool:
    """Does a student write here, in a cell of the notebook's?"""
    return cell.origin is not None and cell.origin.answer


def line_in_file(cell: CanonicalCell, number: int) -> int:
    """Return what a student calls a line of this cell: of a plain file, the file's own line."""
    return number + (cell.line or 1) - 1
