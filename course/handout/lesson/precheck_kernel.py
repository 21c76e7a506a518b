"""What the running notebook knows: which file it is, what was run in it, and where the file differs; untrusted side."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lesson.precheck_expected import Expected, defined, likeness
from lesson.precheck_findings import MEND, NOTE, Finding, finding
from lesson.precheck_notebook import Cell, Unreadable, cells_of, read_file


@dataclass(frozen=True)
class Found:
    """The notebook that is running: its cells, its file where there is one, and a remark on how it was found."""

    cells: tuple[Cell, ...]
    path: Path | None
    remark: str = ""


def find_notebook(names: Mapping[str, Any], history: Sequence[str], expected: Expected | None) -> Found:
    """Find the notebook that is running, by what VS Code, Jupyter or Colab say, or in the folder; else what was run.

    Raises:
        Unreadable: the file is named, and cannot be read.
    """
    for path in _named(names):
        return Found(tuple(read_file(path)), path)
    if colab := _colab():
        return Found(tuple(colab), None)
    if likely := _in_folder(history, expected):
        return Found(tuple(read_file(likely)), likely)
    remark = "The notebook's file was not found, so this looks at what you have run since the kernel started."
    return Found(tuple(_of_history(history, expected)), None, remark)


def check_saved(cells: Sequence[Cell], history: Sequence[str], expected: Expected) -> Iterator[Finding]:
    """Answers of which another version was run than the one in the file, and answers that were run and are not in it."""
    run = {_text(source): number for number, source in enumerate(history)}
    latest = {name: source for source in history for name in defined(source)}
    in_file = {_text(cell.source) for cell in cells if cell.kind == "code"}
    wanted = [name for cell in expected.answers if cell.kind == "code" for name in defined(cell.source)]
    for cell in cells:
        functions = [name for name in defined(cell.source) if name in wanted]
        if not functions or not cell.by_student:
            continue
        newer = [name for name in functions if name in latest and _text(latest[name]) not in in_file]
        if newer:
            what = f"The file holds another version of {newer[0]} than the one that you ran last."
            remedy = "Save the notebook (Ctrl+S, or Cmd+S), run this cell, then check again."
            yield finding("not-saved", MEND, cell, what, remedy)
        elif history and _text(cell.source) not in run:
            what = "This answer was not run since the kernel started."
            yield finding("not-run", NOTE, cell, what, "Run all cells once before you hand in.")


def _named(names: Mapping[str, Any]) -> Iterator[Path]:
    """Yield the file that the editor names."""
    for name in (names.get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME")):
        if not isinstance(name, str) or not name.endswith(".ipynb"):
            continue
        for path in (Path(unquote(name)), Path(name), Path(Path(name).name)):
            if path.is_file():
                yield path.resolve()
                break


def _in_folder(history: Sequence[str], expected: Expected | None) -> Path | None:
    """The notebook in the working folder that this kernel is likely to run: the one that holds most of what was run."""
    run = {_text(source) for source in history if source.strip()}
    best: tuple[tuple[int, int, float], Path] | None = None
    for path in sorted(Path.cwd().glob("*.ipynb"))[:50]:
        try:
            cells = read_file(path)
        except Unreadable:
            continue
        shared = len(run & {_text(cell.source) for cell in cells if cell.kind == "code"})
        if not shared and (expected is None or not likeness(cells, expected)):
            continue
        key = (shared, likeness(cells, expected) if expected else 0, path.stat().st_mtime)
        if best is None or key > best[0]:
            best = (key, path)
    return best[1] if best else None


def _colab() -> list[Cell] | None:
    """The notebook as Colab's page holds it; None anywhere else."""
    if "google.colab" not in sys.modules:
        return None
    try:
        from google.colab import _message  # type: ignore[import-not-found]  # there is no other way to ask

        return cells_of(_message.blocking_request("get_ipynb", timeout_sec=10)["ipynb"])
    except Exception:
        return None


def _of_history(history: Sequence[str], expected: Expected | None) -> Iterator[Cell]:
    """Take what was run for the notebook: an answer is the last run that defines its functions, all in the given order."""
    last: dict[str, Cell] = {}
    for source in history:
        if source.strip():
            grade_id = _grade_id(source, expected) if expected else None
            last[grade_id or _text(source)] = Cell(len(last) + 1, "code", source, grade_id)
    for number, cell in enumerate(last.values(), 1):
        yield replace(cell, number=number)


def _grade_id(source: str, expected: Expected) -> str | None:
    """The grade_id of the cell that was run."""
    names = set(defined(source))
    for cell in expected.cells:
        functions = set(defined(cell.source))
        same = not cell.solution and _text(cell.source) == _text(source)
        if same or (cell.solution and functions and functions <= names):
            return cell.grade_id
    return None


def _text(source: str) -> str:
    return "\n".join(line.rstrip() for line in source.strip().split("\n"))
