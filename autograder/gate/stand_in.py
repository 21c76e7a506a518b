"""The reference solution as a submission, with other definitions standing in for some of its functions; trusted side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from autograder.course.bank import Entry
from autograder.course.model import Assignment
from autograder.submission.canonical import Canonical, CanonicalCell, canonicalise
from autograder.submission.read import Submission, SubmittedCell

# data too: what stood in before may have changed them in place
_REMEMBER = """
import copy as _copy, numpy as _numpy
def _copied(data, copied=_copy.deepcopy):
    copies = {}
    for name, value in data.items():
        try:
            copies[name] = copied(value)
        except Exception:  # it holds something that cannot be copied
            pass
    return copies
_data = {n: v for n, v in globals().items() if isinstance(v, (_numpy.ndarray, dict, list, set))}
_data = _copied({n: v for n, v in _data.items() if not n.startswith('_') and n not in ('In', 'Out')})
def _start_again(names=dict(globals()), data=_data, copied=_copied):
    here, itself = globals(), _start_again
    here.clear()
    here.update(names, **copied(data), _start_again=itself)
"""


def solution_submission(assignment: Assignment) -> Submission:
    """Return the reference solution as a student would hand it in."""
    cells = tuple(SubmittedCell(cell.kind, cell.source, cell.grade_id, cell.cell_id) for cell in assignment.cells)
    return Submission("solution", cells)


@lru_cache(maxsize=16)  # the gate asks thousands of times for what takes twenty milliseconds to rebuild
def _solution(assignment: Assignment) -> Canonical:
    return canonicalise(solution_submission(assignment), assignment)


def with_entry(assignment: Assignment, entry: Entry) -> Canonical:
    return replace(with_entries(assignment, (entry,)), name=entry.name)


def with_entries(assignment: Assignment, entries: Sequence[Entry]) -> Canonical:
    """Return the reference solution, rebuilt, with bank entries behind the functions that they stand in for."""
    canonical = _solution(assignment)
    behind = {assignment.exercise(entry.function).solution_cells[-1]: entry.source for entry in entries}
    sources = [
        f"{cell.source}\n\n{behind.get(cell.origin.grade_id, '') if cell.origin and cell.origin.grade_id else ''}"
        for cell in canonical.cells
        if cell.run
    ]
    return replace(canonical, cells=as_one_cell(sources))


def override_solution(assignment: Assignment, source: str) -> Canonical:
    """Return the reference solution as one cell, and other definitions as a second one, which others can take the place of."""
    canonical = _solution(assignment)
    solution = as_one_cell([*(cell.source for cell in canonical.cells if cell.run), _REMEMBER])
    return replace(canonical, cells=(*solution, CanonicalCell("code", f"_start_again()\n{source}", None, run=True)))


def as_one_cell(sources: Sequence[str]) -> tuple[CanonicalCell, ...]:
    """Return the cells that run as one: the gate judges thousands of them, and a cell costs more than its code."""
    return (CanonicalCell("code", "\n\n".join(sources), None, run=True),)
