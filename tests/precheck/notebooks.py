"""Notebooks with troubles, made from the solved and the released ones."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lesson.precheck import examine
from lesson.precheck_expected import Expected, expected_of, read_expected
from lesson.precheck_findings import Finding
from lesson.precheck_notebook import Cell, cells_of

from autograder.course.model import find_course

COURSE = find_course(Path(__file__).parent)
Document = dict[str, Any]
Change = Callable[[Document], None]


def solved(name: str = "neuron_activations") -> Document:
    """A notebook with every answer in it."""
    document: Document = json.loads(COURSE.source(name).read_text(encoding="utf-8"))
    return document


def released(name: str = "neuron_activations") -> Expected:
    """What was handed out."""
    expected = read_expected(COURSE.release(name).parent / "lesson" / "expected.json")
    assert expected is not None
    return expected


def cells(document: Document) -> list[Cell]:
    """The cells, as read from a file."""
    return cells_of(copy.deepcopy(document))


def cell(document: Document, grade_id: str) -> Document:
    """One marked cell."""
    found: Document = next(c for c in document["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)
    return found


def own(source: str, kind: str = "code") -> Document:
    """A cell that a student adds."""
    extra = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {"cell_type": kind, "metadata": {}, "source": source, "id": "own", **extra}


def answer(grade_id: str, source: str) -> Change:
    """The change that writes another answer."""
    return lambda document: cell(document, grade_id).update(source=source)


def add(source: str, after: str = "relu") -> Change:
    """The change that adds a cell of one's own behind a marked one."""

    def change(document: Document) -> None:
        document["cells"].insert(document["cells"].index(cell(document, after)) + 1, own(source))

    return change


def found(change: Change, *, name: str = "neuron_activations", run: bool = False, pristine: bool = True) -> list[Finding]:
    """What is said of a solved notebook after a change."""
    document = solved(name)
    change(document)
    there = cells(document)
    expected = released(name) if pristine else expected_of(name, there, pristine=False)
    return examine(there, expected, run=run)


def save(folder: Path, document: Document, name: str) -> Path:
    """Write it into a folder."""
    path = folder / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path
