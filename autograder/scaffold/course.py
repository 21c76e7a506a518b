"""Makes the folder of a new course; trusted side."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from autograder.course.model import Course
from autograder.course.settings import DEFAULT_CONTENT, FILE
from autograder.errors import UsageError
from autograder.scaffold.render import rendered, write_new

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TAKEN = frozenset({DEFAULT_CONTENT, "oracles", "handout", "tests", "autograder"})


def checked_name(name: str, what: str) -> str:
    """Return a name that can be a folder and a Python module.

    Raises:
        UsageError: it cannot.
    """
    if (
        not _NAME.fullmatch(name)
        or keyword.iskeyword(name)
        or name in (DEFAULT_CONTENT, "oracles", "handout", "tests", "autograder")
    ):
        raise UsageError(
            f"{name!r} cannot name {what}: use small letters, digits and _, a letter first, no word of Python's or the kit's."
        )
    return name


def new_course(parent: Path, name: str, title: str | None = None) -> list[Path]:
    """Make `parent/name` with its settings, nbgrader's configuration and an empty package for hidden content.

    Raises:
        UsageError: the name cannot be used, or the folder holds something.
    """
    root = parent / checked_name(name, "a course")
    if root.exists() and any(root.iterdir()):
        raise UsageError(f"{root} holds something already: choose another name, or an empty folder.")
    values = {"name": name, "title": title or name.replace("_", " ").capitalize(), "content": DEFAULT_CONTENT}
    files = {
        FILE: "course.toml", "nbgrader_config.py": "nbgrader_config.py", "README.md": "README.md", ".gitignore": "gitignore",
        f"{DEFAULT_CONTENT}/__init__.py": "content.py", f"{DEFAULT_CONTENT}/oracles/__init__.py": "oracles.py",
    }  # fmt: skip
    made = [write_new(root / path, rendered(f"course/{template}.j2", values)) for path, template in files.items()]
    (root / "source").mkdir()
    return made


def require_course(course: Course) -> Course:
    """Return a course that has settings of its own.

    Raises:
        UsageError: it has none: an exercise needs a place for its hidden tests.
    """
    if not (course.root / FILE).is_file():
        raise UsageError(f"There is no {FILE} in {course.root}: make a course with `autograder new course NAME`.")
    return course
