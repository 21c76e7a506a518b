"""Keeps source notebooks and their Python pairs in sync, and has nbgrader make the release from them; trusted side."""

from __future__ import annotations

import copy
import functools
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from traitlets.config import Config

from autograder.course.model import Course
from autograder.errors import KitBroken, UsageError
from autograder.gate.cell_metadata import refuse_wrong_cells
from autograder.gate.expected import expected_file, expected_text, has_expected
from autograder.nbgrader_plugin.environment import put_tools_on_path
from autograder.packaging.student_environment import environment_files
from autograder.term.rules import read_term

SCRIPT, NOTEBOOK = "script", "notebook"
SCRIPT_FORMAT = {"extension": ".py", "format_name": "percent"}
_HEADER = {
    "formats": "source///ipynb,solutions///py:percent",
    "cell_metadata_filter": "nbgrader,tags,-all",
    "notebook_metadata_filter": "kernelspec,jupytext,-all",
}
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


@dataclass(frozen=True)
class Built:
    """What building one assignment did: which side of the pair was taken, and which files changed."""

    assignment: str
    taken_from: str
    changed: tuple[str, ...]


def build(course: Course, name: str, prefer: str | None = None) -> Built:
    """Sync one pair, link the students' helper files and make the release.

    Raises:
        UsageError: neither side of the pair is there, or a cell is such that no release can be made.
        KitBroken: nbgrader could not make the release.
    """
    taken, text, notebook = synced(course, name, prefer)
    changed = [_write(path, wanted) for path, wanted in ((course.script(name), text), (course.source(name), notebook))]
    refuse_wrong_cells(course.source(name))
    link_helpers(course, name)
    assignment = course.assignment(name)
    if has_expected(assignment):
        changed.append(_write(expected_file(course, name), expected_text(assignment)))
    changed += [_write(path, wanted) for path, wanted in environment_files(course, assignment).items()]
    with tempfile.TemporaryDirectory() as folder:
        make_release(course, [name], Path(folder))
        changed += _replace_folder(Path(folder) / name, course.release(name).parent)
    return Built(name, taken, tuple(path for path in changed if path))


def synced(course: Course, name: str, prefer: str | None = None) -> tuple[str, str, str]:
    """Return which side was taken, and both sides' texts as they should be.

    `prefer` is `script` or `notebook`; without it the side that was changed last is taken where they differ.
    """
    script, source = course.script(name), course.source(name)
    if not script.is_file() and not source.is_file():
        raise UsageError(f"There is neither {script} nor {source}.")
    from_script = notebook_text(script.read_text(encoding="utf-8")) if script.is_file() else None
    if from_script is not None and source.is_file() and from_script == source.read_text(encoding="utf-8"):
        return "both alike", script.read_text(encoding="utf-8"), from_script
    if prefer is None:
        newer = from_script is not None and (not source.is_file() or script.stat().st_mtime >= source.stat().st_mtime)
        prefer = SCRIPT if newer else NOTEBOOK
    if prefer == SCRIPT and from_script is not None:
        return SCRIPT, script.read_text(encoding="utf-8"), from_script
    text = script_text(source.read_text(encoding="utf-8"))
    return NOTEBOOK, text, notebook_text(text)


def notebook_text(script: str) -> str:
    """Return the notebook of a percent script: no outputs, and cell ids that depend on nothing but the cells."""
    notebook = jupytext.reads(script, fmt="py:percent")
    notebook.metadata = nbformat.from_dict({"kernelspec": _KERNEL, "jupytext": _HEADER})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    taken: set[str] = set()
    for cell in notebook.cells:
        cell["id"] = _cell_id(cell, taken)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if "nbgrader" in cell.metadata:
            cell.metadata["nbgrader"].setdefault("cell_type", cell.cell_type)
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook)) + "\n"


def script_text(notebook: str) -> str:
    """Return the percent script of a notebook."""
    document = nbformat.reads(notebook, as_version=4)
    document.metadata = nbformat.from_dict({"kernelspec": _KERNEL, "jupytext": _HEADER})
    for cell in document.cells:
        cell.metadata.get("nbgrader", {}).pop("checksum", None)
        cell.metadata.get("nbgrader", {}).pop("cell_type", None)
        cell.metadata = nbformat.from_dict(dict(sorted(cell.metadata.items(), reverse=True)))  # tags are read first
    text: str = jupytext.writes(document, fmt=SCRIPT_FORMAT)
    text = re.sub(r"^(#     cell_metadata_filter: .*\n)(#     formats: .*\n)", r"\2\1", text, flags=re.MULTILINE)
    return re.sub(r"^#       (?:format_version|jupytext_version): .*\n", "", text, flags=re.MULTILINE)


def link_helpers(course: Course, name: str) -> None:
    """Link the helper modules that the notebook needs beside it, and no others: nbgrader copies what the links point at."""
    folder, wanted = course.source(name).parent, course.assignment(name).helper_files
    for file in sorted(course.handout.rglob("*.py")):
        link = folder / file.relative_to(course.handout)
        if file not in wanted:
            _unlink(link, file, folder)
        elif not link.exists():
            link.parent.mkdir(parents=True, exist_ok=True)
            link.unlink(missing_ok=True)
            link.symlink_to(os.path.relpath(file, link.parent))


def _unlink(link: Path, file: Path, folder: Path) -> None:
    """Remove a link to a helper, or a copy of it, and folders that this empties, but nothing that a course put there itself."""
    if link.is_symlink() or (link.is_file() and link.read_bytes() == file.read_bytes()):
        link.unlink()
    for parent in link.relative_to(folder).parents[:-1]:
        if (folder / parent).is_dir() and not any((folder / parent).iterdir()):
            (folder / parent).rmdir()


def make_release(course: Course, names: Sequence[str], target: Path) -> None:
    """Have nbgrader make the release notebooks of these assignments, in `target`.

    Raises:
        UsageError: `term.toml` cannot be read.
        KitBroken: with nbgrader's own words.
    """
    from nbgrader.apps import NbGraderAPI  # takes a second, which other commands need not spend

    from autograder.nbgrader_plugin.due_dates import write_due_dates_into_releases
    from autograder.nbgrader_plugin.helper_files import fetch_where_named

    read_term(course.root)  # what is wrong with it is said here, in our words: nbgrader would say it in a traceback
    put_tools_on_path()
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch, "gradebook.db").write_bytes(_empty_gradebook())
        config = Config()
        config.CourseDirectory.root = str(course.root)
        config.CourseDirectory.release_directory = str(target)
        config.CourseDirectory.db_url = f"sqlite:///{scratch}/gradebook.db"
        config.CourseDirectory.ignore = ["__pycache__", "*.pyc", ".ipynb_checkpoints"]
        write_due_dates_into_releases(config)
        fetch_where_named(config)
        api = NbGraderAPI(config=copy.deepcopy(config))
        for name in names:
            answer: dict[str, Any] = api.generate_assignment(name, force=True, create=True)
            if not answer["success"]:
                raise KitBroken(f"nbgrader could not make the release of {name}:\n{answer.get('log') or answer.get('error')}")


@functools.cache
def _empty_gradebook() -> bytes:
    """Return nbgrader's database without any course in it: making one takes seconds, copying it none."""
    from nbgrader.api import Gradebook

    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "gradebook.db")
        Gradebook(f"sqlite:///{path}").close()
        return path.read_bytes()


def folder_contents(folder: Path) -> dict[str, bytes]:
    """Return a folder's files by relative path, leaving out what Python and Jupyter put there."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    kept = (path for path in files if not {"__pycache__", ".ipynb_checkpoints"} & set(path.parts))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in kept}


def _cell_id(cell: Any, taken: set[str]) -> str:
    wanted = cell.metadata.get("nbgrader", {}).get("grade_id") or hashlib.sha256(cell.source.encode()).hexdigest()[:12]
    base = re.sub(r"[^A-Za-z0-9_-]", "-", wanted)[:56]
    chosen, count = base, 1
    while chosen in taken:
        count += 1
        chosen = f"{base}-{count}"
    taken.add(chosen)
    return chosen


def _write(path: Path, text: str) -> str:
    """Write a file if its text is new; return its name if so."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.name


def _replace_folder(new: Path, old: Path) -> list[str]:
    before, after = folder_contents(old) if old.is_dir() else {}, folder_contents(new)
    if before == after:
        return []
    shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(new, old)
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
