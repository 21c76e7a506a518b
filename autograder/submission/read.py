"""Reads a submission, .ipynb or .py, within limits; whatever is wrong with it, the answer is a `Submission`; trusted side."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.submission.bounds import MAX_CONTAINERS, too_many_containers, within_bounds
from autograder.submission.file import MAX_BYTES, CannotBeRead, read_bytes, submission_name
from autograder.submission.outputs import without_outputs
from autograder.submission.plain_python import MAX_STATEMENTS, statements
from autograder.submission.problems import conflict_markers, kind_of_file, why_no_json
from autograder.submission.text import decode, one_kind_of_line_end

__all__ = ["MAX_BYTES", "Submission", "SubmittedCell", "read_notebook", "read_python", "read_submission", "submission_name"]

MAX_SOURCE_BYTES = 20 << 20  # of a notebook without its outputs, which are dropped while reading
MAX_CELLS = 2_000
MAX_CELL_CHARACTERS = 200_000
_PERCENT = re.compile(r"^# ?%%", re.MULTILINE)


@dataclass(frozen=True)
class SubmittedCell:
    """One cell as submitted: of its metadata only the grade_id is looked at, and where that is lost the cell's id.

    `line` is where the text begins in the file that was handed in, for a plain Python file.
    """

    kind: str  # "code", "markdown" or "raw"
    source: str
    grade_id: str | None = None
    cell_id: str | None = None
    line: int | None = None


@dataclass(frozen=True)
class Submission:
    """What a student handed in; `problem` says why nothing could be read, `remarks` what was odd, for the student to read."""

    name: str
    cells: tuple[SubmittedCell, ...]
    problem: str | None = None
    remarks: tuple[str, ...] = ()


def read_submission(path: Path, name: str | None = None, *, root: Path | None = None) -> Submission:
    """Read a notebook or a Python file; a file that cannot be read gives a submission without cells, and says why.

    The name is `name`, or the student's folder where the file lies as nbgrader collects it, or the file's own name. No
    symbolic link is followed: neither as the file nor as a folder that the student may have made (all below `root`, or
    else the file's folder and the one around it).
    """
    name = name or submission_name(path)
    try:
        data = read_bytes(path, root)
    except CannotBeRead as error:
        return _unreadable(name, str(error))
    return read_python(data, name) if path.suffix.lower() == ".py" else read_notebook(data, name)


def read_notebook(data: bytes, name: str) -> Submission:
    """Read a notebook's bytes."""
    if not data.strip():
        return _unreadable(name, "the file is empty.")
    what = kind_of_file(data)
    if what is not None:
        return _unreadable(name, what)
    text = decode(data)
    if len(text) > MAX_SOURCE_BYTES:
        lean = without_outputs(text.encode("utf-8", "replace"))
        if lean is None or len(lean) > MAX_SOURCE_BYTES:
            much = f"the file holds more than {MAX_SOURCE_BYTES >> 20} MB besides its outputs."
            return _unreadable(name, f"{much} Take large data and pictures out of the cells' texts and hand it in again.")
        text = lean.decode("utf-8", "replace")
    if too_many_containers(text):
        return _unreadable(name, f"the file holds more than {MAX_CONTAINERS:,} lists and objects, which no notebook needs.")
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        return _unreadable(name, why_no_json(text, error))
    return _from_document(notebook, name)


def _from_document(notebook: Any, name: str) -> Submission:
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        version = notebook.get("nbformat") if isinstance(notebook, dict) else None
        older = " It is in an old format: open it in Jupyter and save it again." if version in (1, 2, 3) else ""
        return _unreadable(name, f"the file is no notebook of format 4: it has no list of cells.{older}")
    if notebook.get("nbformat") != 4:
        return _unreadable(name, "the notebook is not of format 4: open it in a current Jupyter and save it again.")
    if len(notebook["cells"]) > MAX_CELLS:
        return _unreadable(name, f"the notebook has more than {MAX_CELLS:,} cells.")
    cells, remarks = within_bounds([one for cell in notebook["cells"] if (one := _read_cell(cell)) is not None])
    return Submission(name, cells, None, remarks)


def read_python(data: bytes, name: str) -> Submission:
    """Read a Python file: cells in percent format, or each statement as a cell, so that one that fails costs only itself."""
    what = kind_of_file(data)
    if what is not None:
        return _unreadable(name, what)
    text = one_kind_of_line_end(decode(data, python=True))
    if text.lstrip().startswith("{") and '"cells"' in text:
        return read_notebook(data, name)  # a notebook under another name
    if len(text) > MAX_CELL_CHARACTERS * 5:
        return _unreadable(name, "the file is too long.")
    marker = conflict_markers(text)
    remarks = (f"The file {marker}: what stands between them does not count.",) if marker else ()
    if not _PERCENT.search(text):
        parts = statements(text)[:MAX_STATEMENTS]
        bounded, more = within_bounds([SubmittedCell("code", part.text, line=part.line) for part in parts])
        return Submission(name, bounded, None, (*remarks, *more))
    import jupytext  # here, because it imports nbformat, which takes longer than grading

    try:
        notebook = jupytext.reads(text, fmt="py:percent")
    except Exception as error:  # the file is a student's: whatever jupytext makes of it must not stop the run
        return _unreadable(name, f"the cells could not be read ({type(error).__name__}).")
    cells = [cell for one in notebook.cells if (cell := _read_cell(one)) is not None]
    bounded, more = within_bounds([cell for cell in cells if cell.kind != "raw" or cell.grade_id])
    return Submission(name, bounded, None, (*remarks, *more))


def _read_cell(cell: Any) -> SubmittedCell | None:
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
        return None
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return None
    source = one_kind_of_line_end(source[:MAX_CELL_CHARACTERS]).encode("utf-8", "replace").decode()
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    grading = metadata.get("nbgrader")
    grade_id = grading.get("grade_id") if isinstance(grading, dict) else None
    cell_id = cell.get("id", metadata.get("id"))  # Colab keeps the id among the metadata
    return SubmittedCell(
        cell["cell_type"],
        source,
        grade_id if isinstance(grade_id, str) else None,
        cell_id if isinstance(cell_id, str) else None,
    )


def _unreadable(name: str, problem: str) -> Submission:
    return Submission(name, (), problem[0].upper() + problem[1:])
