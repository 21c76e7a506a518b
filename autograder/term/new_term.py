"""Begins a new term: what belongs to the last one goes into an archive, and the course gets a fresh secret; trusted side."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from autograder.course.model import Course
from autograder.course.secret import FOLDER, VARIABLE, course_secret
from autograder.errors import UsageError
from autograder.term.rules import FILE

ARCHIVE = "archive"
# of a term: people's work and grades, due dates, and .autograder with the secret, the extensions and what was judged
PARTS = ("submitted", "autograded", "feedback", "downloaded", "reports", "exchange", "gradebook.db", FILE, FOLDER)


@dataclass(frozen=True)
class NewTerm:
    """What was archived and where; `kept_secret` says that the secret comes from the environment, and is the old one."""

    archive: Path
    moved: tuple[str, ...]
    kept_secret: bool


def begin_new_term(course: Course, name: str) -> NewTerm:
    """Move the last term's files into archive/NAME, all of them or none, and make a new secret.

    Raises:
        UsageError: the name is none for a folder or taken, there is nothing to archive, or a file cannot be moved.
    """
    if not name or name != Path(name).name or name.startswith("."):
        raise UsageError(f"{name!r} is no name for a folder: write it like 2026-autumn.")
    target = course.root / ARCHIVE / name
    if target.exists():
        raise UsageError(f"{target} is there already: choose another name for the term that ends.")
    there = [part for part in PARTS if (course.root / part).exists()]
    if (there == [FOLDER] and [path.name for path in (course.root / FOLDER).iterdir()] == ["secret"]) or not there:
        raise UsageError(f"There is nothing of a last term in {course.root}: it can begin as it is.")
    target.parent.mkdir(mode=0o700, exist_ok=True)
    target.mkdir(mode=0o700)  # it holds people's work and grades, and the old secret
    _move(there, course.root, target)
    course_secret(course)
    return NewTerm(target, tuple(there), VARIABLE in os.environ)


def _move(parts: list[str], root: Path, target: Path) -> None:
    """Move files and folders; where one cannot be, put back what was moved."""
    moved: list[str] = []
    try:
        for part in parts:
            os.rename(root / part, target / part)  # on one file system: whole or not at all
            moved.append(part)
    except OSError as error:
        for part in moved:
            os.rename(target / part, root / part)
        shutil.rmtree(target, ignore_errors=True)
        remedy = "Nothing was moved. Close what uses it (formgrader, a shared folder), and run the command again."
        raise UsageError(f"{root / parts[len(moved)]} cannot be moved: {error.strerror}. {remedy}") from error
