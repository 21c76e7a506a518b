"""Makes the folder of a new course; trusted side."""

from __future__ import annotations

import builtins
import json
import keyword
import re
from pathlib import Path

from autograder.course.model import Course
from autograder.course.settings import DEFAULT_CONTENT, FILE
from autograder.errors import UsageError
from autograder.scaffold.render import rendered, write_new
from autograder.testing.kinds import SHARES

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_OF_THE_KIT = frozenset({DEFAULT_CONTENT, "oracles", "handout", "tests", "autograder"})
_OF_THE_TESTS = frozenset(
    {"np", "student", "rng", "seed", "compare", "hint", "chaotic", *SHARES}
)  # what a test's own names are


def checked_name(name: str, what: str) -> str:
    """Return a name that can be a folder, a Python module and a function beside those that tests use.

    Raises:
        UsageError: it cannot.
    """
    if not _NAME.fullmatch(name) or keyword.iskeyword(name):
        raise UsageError(
            f"{name!r} cannot name {what}: use small letters, digits and _, a letter first, and no word of Python's."
        )
    if name in _OF_THE_KIT | _OF_THE_TESTS or hasattr(builtins, name):
        raise UsageError(f"{name!r} cannot name {what}: Python or the kit calls something else so. Choose another name.")
    return name


def new_course(parent: Path, name: str, title: str | None = None) -> list[Path]:
    """Make `parent/name` with its settings, nbgrader's configuration and an empty package for hidden content.

    Raises:
        UsageError: the name cannot be used, or the folder holds something.
    """
    root = parent / checked_name(name, "a course")
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise UsageError(f"{root} holds something already: choose another name, or an empty folder.")
    title = " ".join((title or name.replace("_", " ").capitalize()).split())
    quoted = json.dumps(title, ensure_ascii=False)  # JSON's texts are TOML's too
    values = {"name": name, "title": title, "quoted_title": quoted, "content": DEFAULT_CONTENT}
    files = {
        FILE: "course.toml", "nbgrader_config.py": "nbgrader_config.py", "README.md": "README.md", ".gitignore": "gitignore",
        f"{DEFAULT_CONTENT}/__init__.py": "content.py", f"{DEFAULT_CONTENT}/oracles/__init__.py": "oracles.py",
    }  # fmt: skip
    made = [write_new(root / path, rendered(f"course/{template}.j2", values)) for path, template in files.items()]
    (root / "source").mkdir(exist_ok=True)
    return made


def require_course(course: Course) -> Course:
    """Return a course that has settings of its own.

    Raises:
        UsageError: it has none: an exercise needs a place for its hidden tests.
    """
    if not (course.root / FILE).is_file():
        raise UsageError(f"There is no {FILE} in {course.root}: make a course with `autograder new course NAME`.")
    return course
