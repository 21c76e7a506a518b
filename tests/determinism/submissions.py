"""What is graded again and again: each assignment as it is released, as it is solved, and with known mistakes in it."""

from __future__ import annotations

import random
from collections.abc import Iterator

from autograder.course import bank
from autograder.course.model import Assignment
from autograder.simulation.notebooks import solved_text
from autograder.submission.read import Submission
from tests.engine import handmade


def shipped(assignment: Assignment, mistakes: int) -> Iterator[Submission]:
    """Yield the released notebook, the solution, and so many solutions with a mistake of the bank in one cell."""
    yield handmade.answers(assignment, {}, name="released")
    yield handmade.solved(assignment)
    entries = list(bank.read_bank(assignment.hidden, bank.MISTAKES))
    answers = {cell.grade_id: cell for cell in assignment.cells if cell.answer and cell.grade_id and cell.kind == "code"}
    for entry in random.Random(assignment.name).sample(entries, min(mistakes, len(entries))):
        for name, cell in answers.items():
            if f"def {entry.function}(" in cell.source or f"class {entry.function}" in cell.source:
                yield handmade.one_wrong(assignment, name, solved_text(cell, [entry]), name=entry.name)
                break
