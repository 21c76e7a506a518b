"""A fresh copy of the course, as a clone has it, and the environment of somebody who has just opened a terminal there."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from .courses import ASSIGNMENT, KIT

LOCAL = (
    ".venv", ".git", ".demo", ".autograder", ".*_cache", "exchange", "submitted", "autograded", "feedback", "downloaded",
    "gradebook.db", "reports", "grades.csv", "build", "dist", "*.egg-info", ASSIGNMENT,
)  # fmt: skip
ANYWHERE = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")


def fresh_copy(folder: Path) -> Path:
    """Return a copy of the course without anything that was made in it, and with this environment as its .venv."""
    course, local = folder / "clone", shutil.ignore_patterns(*LOCAL)

    def ignored(where: str, names: list[str]) -> set[str]:
        return {*ANYWHERE(where, names), *(local(where, names) if Path(where) == KIT.root else ())}

    shutil.copytree(KIT.root, course, symlinks=True, ignore=ignored)
    (course / ".venv").symlink_to(sys.prefix)
    return course


def environment(course: Path, home: Path) -> dict[str, str]:
    """Return the variables of a new terminal; the copy's code is what runs."""
    home.mkdir(exist_ok=True)
    found = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(course), "LANG": "C.UTF-8", "USER": "ada"}
    return {**found, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
