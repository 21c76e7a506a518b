"""A notebook as the check before handing in sees it, read from any file; untrusted side, in the student's own hands.

Whatever is wrong with a file, the answer is a sentence that names it, the line and the remedy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAX_BYTES = 50 << 20
KINDS = ("code", "markdown", "raw")
CONFLICT = re.compile(rb"^(?:<{7}|={7}|>{7})(?: |\r?$)", re.MULTILINE)
_PERCENT = re.compile(r"^# ?%%.*$", re.MULTILINE)
_AGAIN = "Download or copy it once more, or save it again in Jupyter."


class Unreadable(Exception):
    """A file that is no notebook: the first argument says what it is, the second what to do."""


@dataclass(frozen=True)
class Cell:
    """One cell: its place from the top, its text, and what nbgrader's marks say about it."""

    number: int
    kind: str
    source: str
    grade_id: str | None = None
    grade: bool = False
    solution: bool = False
    locked: bool = False
    points: float = 0.0
    study: bool = False
    marked_kind: str | None = None  # the kind that the course gave it

    @property
    def check(self) -> bool:
        """Does it hold the visible checks of an exercise?"""
        return self.grade and not self.solution

    @property
    def own(self) -> bool:
        """Did the student add it?"""
        return self.grade_id is None

    @property
    def by_student(self) -> bool:
        """Did the student write its text?"""
        return self.own or self.solution

    @property
    def graded(self) -> bool:
        """Is it code that runs while grading: neither a study nor visible checks?"""
        return self.kind == "code" and not self.study and not self.check


def read_file(path: Path) -> list[Cell]:
    """Read a notebook or a Python file.

    Raises:
        Unreadable: it is neither, or it cannot be read.
    """
    try:
        if path.is_dir():
            raise Unreadable(f"{path.name} is a folder.", "Name the notebook inside it.")
        if not path.is_file():
            raise Unreadable(f"There is no file {path.name}.", _instead(path))
        if path.stat().st_size > MAX_BYTES:
            size = "Clear its outputs (Edit, Clear Outputs of All Cells), save, and try again."
            raise Unreadable(f"{path.name} is larger than {MAX_BYTES >> 20} MB.", size)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is no file name"
        raise Unreadable(f"{str(path)[:200]!r} cannot be read: {why}.", "Check its name and its place.") from error
    return read_python(data) if path.suffix == ".py" else read_notebook(data)


def read_notebook(data: bytes) -> list[Cell]:
    """Read a notebook's bytes.

    Raises:
        Unreadable: they are no notebook of format 4.
    """
    text = _decoded(data)
    if found := CONFLICT.search(data):
        line = data.count(b"\n", 0, found.start()) + 1
        remedy = "Decide which half you want, delete the other and the marks, or take the file as it was before the merge."
        raise Unreadable(f"Line {line} holds a merge conflict mark ({found[0].decode().strip()}).", remedy)
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        what = f"The file is no notebook: its JSON breaks off or goes wrong in line {error.lineno}, column {error.colno}."
        raise Unreadable(what, _AGAIN) from error
    except (ValueError, RecursionError) as error:
        raise Unreadable("The file is no notebook: its JSON is nested too deeply.", _AGAIN) from error
    return cells_of(document)


def read_python(data: bytes) -> list[Cell]:
    """Read a Python file: cells where it has percent marks, else its whole text as one cell.

    Raises:
        Unreadable: it is no text.
    """
    text = _decoded(data)
    starts = [found.start() for found in _PERCENT.finditer(text)]
    parts = [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)] if starts else [text]
    cells: list[Cell] = []
    for part in (part for part in parts if part.strip()):
        kind = "markdown" if re.match(r"# ?%%.*\[markdown\]", part) else "code"
        found = re.search(r'"grade_id": "(\w+)"', part.split("\n", 1)[0])
        tags = 'tags=["study"]' in part.split("\n", 1)[0]
        flags = {name: bool(re.search(f'"{name}": true', part.split("\n", 1)[0])) for name in ("grade", "solution", "locked")}
        cells.append(Cell(len(cells) + 1, kind, part, found[1] if found else None, study=tags, marked_kind=kind, **flags))
    return cells


def cells_of(document: Any) -> list[Cell]:
    """The cells of a notebook's document.

    Raises:
        Unreadable: it is no notebook of format 4.
    """
    if not isinstance(document, dict) or not isinstance(document.get("cells"), list):
        old = isinstance(document, dict) and "worksheets" in document
        remedy = "Open it in a current Jupyter and save it again." if old else _AGAIN
        raise Unreadable("The file is no notebook: it has no list of cells.", remedy)
    if document.get("nbformat") != 4:
        raise Unreadable("The notebook is not of format 4.", "Open it in a current Jupyter and save it again.")
    if not document["cells"]:
        raise Unreadable("The notebook is empty: it has no cells.", _AGAIN)
    return list(_read(document["cells"]))


def _read(cells: Iterable[Any]) -> Iterable[Cell]:
    for number, cell in enumerate(cells, 1):
        if not isinstance(cell, dict) or cell.get("cell_type") not in KINDS:
            continue
        source = cell.get("source", "")
        if isinstance(source, list):
            source = "".join(line for line in source if isinstance(line, str))
        if not isinstance(source, str):
            continue
        metadata = cell.get("metadata")
        marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        tags = metadata.get("tags") if isinstance(metadata, dict) else None
        text = source.replace("\r\n", "\n").encode("utf-8", "replace").decode()
        study = isinstance(tags, list) and "study" in tags
        yield _marked(Cell(number, cell["cell_type"], text, study=study), marks if isinstance(marks, dict) else {})


def _marked(cell: Cell, marks: dict[str, Any]) -> Cell:
    name, points, kind = marks.get("grade_id"), marks.get("points"), marks.get("cell_type")
    return Cell(
        cell.number, cell.kind, cell.source,
        grade_id=name if isinstance(name, str) else None,
        grade=marks.get("grade") is True, solution=marks.get("solution") is True, locked=marks.get("locked") is True,
        points=float(points) if isinstance(points, int | float) else 0.0,
        study=cell.study,
        marked_kind=kind if kind in KINDS else None,
    )  # fmt: skip


def _decoded(data: bytes) -> str:
    """The text of a file, by its byte order mark where there is one."""
    if not data.strip():
        raise Unreadable("The file is empty.", "Save the notebook, or download it once more.")
    for start, what in ((b"PK\x03\x04", "a zip archive"), (b"%PDF", "a PDF"), (b"\x1f\x8b", "a gzip archive")):
        if data.startswith(start):
            raise Unreadable(f"The file is {what}, not a notebook.", "Unpack it, and name the .ipynb file inside.")
    if data.lstrip()[:200].lower().startswith((b"<!doctype", b"<html")):
        raise Unreadable("The file is a web page, not a notebook.", "Download the notebook itself ('Raw', or File, Download).")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"Line {line} is not UTF-8 text.", "Save the file in UTF-8.") from error


def _instead(path: Path) -> str:
    others = sorted(other.name for other in path.parent.glob("*.ipynb")) if path.parent.is_dir() else []
    return f"Here is {', '.join(others[:3])}: is it that one?" if others else "Check its name and its folder."
