"""Everything that the text of a notebook tells, without running it; untrusted side."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lesson.precheck_cells import check_answers, check_cells, with_marks
from lesson.precheck_code import check_code
from lesson.precheck_expected import Expected
from lesson.precheck_findings import MEND, NOTE, Finding, finding
from lesson.precheck_names import Missing, bindings, locals_of, missing_names, near
from lesson.precheck_notebook import Cell
from lesson.precheck_python import of_python, parsed

USUAL = {"np": "import numpy as np", "plt": "import matplotlib.pyplot as plt", "pd": "import pandas as pd"}


def check_text(cells: Sequence[Cell], expected: Expected, remembered: Collection[str] = ()) -> list[Finding]:
    """Everything that can be said without running; `remembered` are the names that a running kernel knows."""
    marked = with_marks(cells, expected)
    found = [*check_cells(cells, expected), *check_answers(marked, expected), *check_code(marked, expected)]
    return found + list(check_names(graded_cells(marked, expected), marked, remembered))


def graded_cells(marked: Sequence[Cell], expected: Expected) -> list[Cell]:
    """The code cells that run while grading: given ones as they were given, and put back where they are missing."""
    given = {name: cell for name, cell in expected.by_id.items() if not cell.solution and cell.graded}
    here = {cell.grade_id for cell in marked}
    lost = [replace(cell, number=0) for name, cell in given.items() if name not in here]
    first = [cell for cell in lost if cell.grade_id == "setup"]
    kept = [
        replace(cell, source=given[cell.grade_id].source) if cell.grade_id in given and expected.pristine else cell
        for cell in marked
        if cell.graded
    ]
    starts = next((number for number, cell in enumerate(kept) if cell.grade_id == "setup"), -1) + 1
    return [*first, *kept[:starts], *(cell for cell in lost if cell not in first), *kept[starts:]]


def check_names(graded: Sequence[Cell], marked: Sequence[Cell], remembered: Collection[str]) -> Iterator[Finding]:
    """Names that are not there when they are needed."""
    code = of_python(list(graded))
    defined = {name for _, tree in code for name in bindings(tree)}
    trees = dict(code)
    asks = {name for cell in marked if cell.check and cell.kind == "code" for name in bindings(parsed(cell.source))} - defined
    study = {name: cell for cell in marked if cell.study and cell.kind == "code" for name in bindings(parsed(cell.source))}
    broken = {name: cell for cell in marked if cell not in trees for name in _definitions_of(cell.source)}
    for one in missing_names(code):
        if one.use.name in asks:
            what = f"This cell uses {one.use.name}, which the checks define: it runs here, and not while you are graded."
            yield finding(
                "asks-the-checks", NOTE, one.cell, what, "It costs nothing. Delete it when you need it no more.", one.use.line
            )
        elif one.use.name not in broken:
            yield _missing(one, trees[one.cell], defined, study, remembered)


def check_file_name(path: Path, expected: Expected) -> Iterator[Finding]:
    """A notebook that is not called as it was handed out, and copies beside it that are newer."""
    if path.suffix != ".ipynb" or not expected.pristine:
        return
    wanted = f"{expected.name}.ipynb"
    if path.name != wanted:
        there = (path.parent / wanted).is_file()
        what = f"The notebook is called {path.name}; what is collected is {wanted}."
        remedy = f"Rename it to {wanted}" + (
            ", once you are sure that it, and not the file of that name, is yours." if there else "."
        )
        yield Finding("file-name", MEND, "the file's name", what, remedy)
    copies = [other for other in path.parent.glob(f"{expected.name}?*.ipynb") if other != path and other.is_file()]
    newer = sorted(other.name for other in copies if other.stat().st_mtime > path.stat().st_mtime)
    if newer and path.name == wanted:
        what = f"Beside it lies {', '.join(newer[:3])}, which was changed later."
        yield Finding("newer-copy", NOTE, "the file's name", what, f"Is your work in {wanted}? Only that file is collected.")


def _missing(one: Missing, tree: ast.Module, defined: set[str], study: dict[str, Cell], remembered: Collection[str]) -> Finding:
    name, function = one.use.name, one.use.function
    user = f"{function} uses" if function else "This cell uses"
    level = MEND if function or one.cell.solution or name not in study else NOTE
    if one.deleted is not None:
        what = f"{user} the name {name}, which cell {one.deleted.number} deletes (`del`)."
        remedy = "Take the `del` out, or define the name again below it."
    elif one.later is not None:
        what = f"{user} the name {name}, which only cell {one.later.number}, further down, defines."
        remedy = "Move the cell that defines it above this one: a fresh run goes from top to bottom."
    elif name in study:
        what = f"{user} the name {name}, which only the given cell {study[name].grade_id} makes: it is not run while grading."
        remedy = (
            "Should it be an argument, or be computed here?"
            if level == MEND
            else "That is fine as long as no answer of yours needs it."
        )
    else:
        what = f"{user} the name {name}, which is defined nowhere in the file"
        what += "; your running notebook still remembers it from a cell that is gone." if name in remembered else "."
        what, remedy = _nowhere(name, what, [*defined, *locals_of(tree, function)])
    return finding("undefined-name", level, one.cell, what, remedy, one.use.line)


def _nowhere(name: str, what: str, candidates: list[str]) -> tuple[str, str]:
    if name in USUAL or (name in sys.stdlib_module_names and not name.startswith("_")):
        return what, f"Is `{USUAL.get(name, f'import {name}')}` missing in a cell above?"
    if meant := near(name, candidates):
        return f"{what[:-1]}; {meant} is.", f"Do you mean `{meant}`?"
    return what, "Should it be an argument, or be computed in the function, or is the cell gone that defined it?"


def _definitions_of(source: str) -> list[str]:
    """The names that a cell which is no Python looks as if it would define."""
    found = re.findall(r"^(?:def|class)\s+(\w+)|^(\w+)\s*=", source, re.MULTILINE)
    return [function or variable for function, variable in found]
