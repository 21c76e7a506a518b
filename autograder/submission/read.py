"""Reads a submission, .ipynb or .py, within limits; whatever is wrong with it, the answer is a `Submission`; trusted side."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAX_BYTES = 20 << 20
MAX_CELLS = 2_000
MAX_CELL_CHARACTERS = 200_000
_PERCENT = re.compile(r"^# ?%%", re.MULTILINE)


@dataclass(frozen=True)
class SubmittedCell:
    """One cell as submitted: of its metadata only the grade_id is looked at."""

    kind: str  # "code" or "markdown"
    source: str
    grade_id: str | None = None
    cell_id: str | None = None


@dataclass(frozen=True)
class Submission:
    """What a student handed in; `problem` says why nothing could be read, for the student to read."""

    name: str
    cells: tuple[SubmittedCell, ...]
    problem: str | None = None


def read_submission(path: Path, name: str | None = None) -> Submission:
    """Read a notebook or a Python file; a file that cannot be read gives a submission without cells, and says why.

    The name is `name`, or the student's folder where the file lies as nbgrader collects it, or the file's own name.
    """
    name = name or submission_name(path)
    try:
        if path.exists() and not path.is_file():  # a folder, or a pipe or device that has no end
            return _unreadable(name, "there is no readable file (it is something else).")
        if path.stat().st_size > MAX_BYTES:
            return _unreadable(name, f"the file is larger than {MAX_BYTES >> 20} MB. Clear its outputs and hand it in again.")
        data = path.read_bytes()
    except FileNotFoundError:
        return _unreadable(name, _missing(path))
    except OSError as error:
        return _unreadable(name, f"there is no readable file ({error.strerror or error}).")
    return read_python(data, name) if path.suffix == ".py" else read_notebook(data, name)


def submission_name(path: Path) -> str:
    """Return the student's name in nbgrader's folders (<student>/<assignment>/<notebook>), else the file's name."""
    path = Path(os.path.abspath(path))  # without following links: the name says where the file lies
    if path.parent.name == path.stem and path.parent.parent.name:
        return path.parent.parent.name
    return path.stem


def read_notebook(data: bytes, name: str) -> Submission:
    """Read a notebook's bytes."""
    if not data.strip():
        return _unreadable(name, "the file is empty.")
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError) as error:
        return _unreadable(name, f"the file is no notebook: it cannot be read as JSON ({type(error).__name__}).")
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        version = notebook.get("nbformat") if isinstance(notebook, dict) else None
        older = " It is in an old format: open it in Jupyter and save it again." if version in (1, 2, 3) else ""
        return _unreadable(name, f"the file is no notebook of format 4: it has no list of cells.{older}")
    if notebook.get("nbformat") != 4:
        return _unreadable(name, "the notebook is not of format 4: open it in a current Jupyter and save it again.")
    if len(notebook["cells"]) > MAX_CELLS:
        return _unreadable(name, f"the notebook has more than {MAX_CELLS:,} cells.")
    cells = [_read_cell(cell) for cell in notebook["cells"]]
    return Submission(name, tuple(cell for cell in cells if cell is not None))


def read_python(data: bytes, name: str) -> Submission:
    """Read a Python file: cells in percent format, or the whole file as one cell."""
    text = data.decode("utf-8-sig", "replace")
    if len(text) > MAX_CELL_CHARACTERS * 5:
        return _unreadable(name, "the file is too long.")
    if not _PERCENT.search(text):
        return Submission(name, (SubmittedCell("code", text),) if text.strip() else (), None)
    import jupytext  # here, because it imports nbformat, which takes longer than grading

    try:
        notebook = jupytext.reads(text, fmt="py:percent")
    except Exception as error:  # the file is a student's: whatever jupytext makes of it must not stop the run
        return _unreadable(name, f"the cells could not be read ({type(error).__name__}).")
    cells = [_read_cell(cell) for cell in notebook.cells]
    return Submission(name, tuple(cell for cell in cells if cell is not None))


def _read_cell(cell: Any) -> SubmittedCell | None:
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown"):
        return None
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return None
    source = source[:MAX_CELL_CHARACTERS].encode("utf-8", "replace").decode()
    metadata = cell.get("metadata")
    grading = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = grading.get("grade_id") if isinstance(grading, dict) else None
    cell_id = cell.get("id")
    return SubmittedCell(
        cell["cell_type"],
        source,
        grade_id if isinstance(grade_id, str) else None,
        cell_id if isinstance(cell_id, str) else None,
    )


def _missing(path: Path) -> str:
    """Say what was handed in instead."""
    others = sorted(other.name for other in path.parent.glob("*.ipynb"))
    instead = f"; {others[0]!r} was handed in. Give it the right name" if others else ". Check that it is there"
    return f"there is no readable file named {path.name!r}{instead} and hand it in again."


def _unreadable(name: str, problem: str) -> Submission:
    return Submission(name, (), problem[0].upper() + problem[1:])
