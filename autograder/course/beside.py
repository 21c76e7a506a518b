"""The files beside a source notebook, data and modules of its own: a notebook finds them where it runs; trusted side."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from pathlib import Path

FILE_ROOM = 8 << 20  # bytes of all the files beside a notebook together: each worker is sent them
MAX_FILES = 500
_OF_THE_KIT = ("requirements.txt", "environment.yml")  # for students' own machines: no notebook reads them
_OF_NBGRADER = ("timestamp.txt", "submission_secret.txt")

Files = Sequence[tuple[str, Path]]  # each with its name as the notebook knows it


def files_beside(folder: Path, handout: Path | None = None) -> Files:
    """Return the files in a notebook's folder but for notebooks, links, and what this kit puts there.

    That are the copies of the students' helper package in `handout`, and the lists of what to install.
    """
    found = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        ours = name in _OF_THE_KIT or (handout is not None and (handout / name.partition("/")[0]).exists())
        if path.suffix != ".ipynb" and path.is_file() and not path.is_symlink() and not _hidden(name) and not ours:
            found.append((name, path))
    return found


def modules_of(files: Files) -> set[str]:
    """Return the names of the modules and packages that these files make importable."""
    return {name.partition("/")[0].removesuffix(".py") for name, _ in files if name.endswith(".py")}


def texts_of_modules(files: Files) -> list[str]:
    """Return the texts of the modules among these files."""
    return [path.read_text(encoding="utf-8", errors="replace") for name, path in files if name.endswith(".py")]


def file_cells(files: Iterable[tuple[str, Path]]) -> tuple[list[str], list[str]]:
    """Return cells that put files into the worker's own folder, for notebooks to find there, and what did not fit."""
    cells = ["import os as _os, sys as _sys\n_sys.path.insert(0, _os.getcwd())\ndel _os, _sys"]
    left_out, room = [], FILE_ROOM
    for name, path in files:
        room -= path.stat().st_size
        if room < 0 or len(cells) > MAX_FILES:
            left_out.append(f"{name} and what follows it are too much to be there while the notebook runs.")
            break
        cells.append(_writing(name, path.read_bytes()))
    return cells, left_out


def _writing(name: str, data: bytes) -> str:
    lines = (
        "import base64 as _base64, pathlib as _pathlib",
        f"_path = _pathlib.Path({name!r})",
        "_path.parent.mkdir(parents=True, exist_ok=True)",
        f"_path.write_bytes(_base64.b64decode({base64.b64encode(data).decode()!r}))",
        "del _base64, _pathlib, _path",
    )
    return "\n".join(lines) + ";"


def _hidden(name: str) -> bool:
    """Is this what Python, Jupyter or nbgrader put there: nothing that a notebook reads?"""
    parts = name.split("/")
    return any(part.startswith(".") or part == "__pycache__" for part in parts) or parts[-1] in _OF_NBGRADER
