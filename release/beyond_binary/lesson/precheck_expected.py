"""What a notebook looked like when it was handed out: from `expected.json`, a released copy, or its own marks.

Untrusted side: it holds nothing that the released notebook does not hold.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lesson.precheck_notebook import KINDS, Cell, Unreadable, read_notebook

FILE = "expected.json"  # beside this module, made with the release


@dataclass(frozen=True)
class Expected:
    """The marked cells as released. `pristine` is False where they are the student's own, for want of a release."""

    name: str
    cells: tuple[Cell, ...]
    pristine: bool = True

    @property
    def by_id(self) -> dict[str, Cell]:
        """Its cells by grade_id."""
        return {cell.grade_id: cell for cell in self.cells if cell.grade_id}

    @property
    def answers(self) -> list[Cell]:
        """The cells that a student fills in."""
        return [cell for cell in self.cells if cell.solution]

    @property
    def optional(self) -> set[str]:
        """The grade_ids of the answers whose checks are worth no points, where others are worth some."""
        pairs = list(self.exercises())
        free = [answers for check, answers in pairs if not check.points] if any(check.points for check, _ in pairs) else []
        return {str(answer.grade_id) for answers in free for answer in answers}

    def exercises(self) -> Iterator[tuple[Cell, list[Cell]]]:
        """Each cell of visible checks with the answer cells that it checks."""
        waiting: list[Cell] = []
        for cell in self.cells:
            if cell.solution and not cell.grade and cell.kind == "code":
                waiting.append(cell)
            elif cell.check:
                yield cell, waiting
                waiting = []


def expected_of(name: str, cells: Sequence[Cell], *, pristine: bool = True) -> Expected:
    """The expectations that a notebook's own marks hold: the first cell of each grade_id, of the kind that it was given."""
    first: dict[str, Cell] = {}
    for cell in cells:
        if cell.grade_id:
            first.setdefault(cell.grade_id, replace(cell, kind=cell.marked_kind or cell.kind))
    return Expected(name, tuple(first.values()), pristine)


def read_expected(file: Path) -> Expected | None:
    """Read an `expected.json` or a released notebook; None where it is neither."""
    try:
        if file.suffix == ".ipynb":
            return expected_of(file.stem, read_notebook(file.read_bytes()))
        document = json.loads(file.read_text(encoding="utf-8"))
        cells = tuple(_cell(number, one) for number, one in enumerate(document["cells"], 1))
        return Expected(str(document["assignment"]), cells)
    except (OSError, ValueError, KeyError, TypeError, Unreadable, RecursionError):
        return None


def likeness(cells: Sequence[Cell], expected: Expected) -> int:
    """How much cells look like this assignment's: by grade_ids that are its answers, or else by function names."""
    ids = {cell.grade_id for cell in cells if cell.grade_id}
    functions = {name for cell in cells if cell.kind == "code" for name in defined(cell.source)}
    wanted = {name for cell in expected.answers for name in defined(cell.source)}
    return 1000 * len(ids & {cell.grade_id for cell in expected.answers}) + len(functions & wanted)


def defined(source: str) -> list[str]:
    """The functions and classes that a text defines at its top level, or looks as if it did where it is no Python."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return re.findall(r"^(?:def|class)[ \t]+(\w+)", source, re.MULTILINE)
    return [node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def _cell(number: int, one: dict[str, Any]) -> Cell:
    if one["kind"] not in KINDS:
        raise ValueError(one["kind"])
    return Cell(number, marked_kind=one["kind"], **one)
