"""The demo's folder: a course of its own with one assignment, an exchange, and a home for each student; trusted side."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course.model import Course
from autograder.course.settings import write_settings
from autograder.errors import UsageError

ASSIGNMENT = "one_hidden_layer"
COURSE_ID = "neural_networks"
CONFIG = '''"""The demo's nbgrader configuration: the kit plugged in, and an exchange inside this folder."""

from autograder.nbgrader_plugin import configure

c = get_config()  # noqa: F821  # nbgrader defines it

c.CourseDirectory.course_id = {course_id!r}
c.CourseDirectory.root = {root!r}
c.Exchange.root = {exchange!r}
c.Exchange.cache = {cache!r}
c.ExchangeCollect.check_owner = False  # one system user plays all students
configure(c)
'''


@dataclass(frozen=True)
class Student:
    """Someone who hands in: a name, and which of the shipped submissions is theirs."""

    name: str
    answers: str
    about: str


STUDENTS = (
    Student("alice", "good", "everything right, in a style of her own"),
    Student("bob", "typical", "three different mistakes"),
    Student("mallory", "hostile", "one exercise solved; the rest reads files, patches numpy, exits and floods"),
)


@dataclass(frozen=True)
class Demo:
    """Where everything lies."""

    folder: Path
    kit: Course

    @property
    def course(self) -> Course:
        """The instructor's course."""
        return Course(self.folder / "course")

    @property
    def exchange(self) -> Path:
        """The folder through which instructor and students pass files."""
        return self.folder / "exchange"

    def home(self, student: Student) -> Path:
        """Return a student's own folder."""
        return self.folder / "home" / student.name

    def cache(self, student: Student) -> Path:
        """Return where a student's nbgrader keeps what was handed in."""
        return self.folder / "cache" / student.name

    def answers(self, student: Student) -> Path:
        """Return the student's answers, as shipped."""
        return self.kit.root / "tests" / "submissions" / ASSIGNMENT / f"{student.answers}.py"


def make_demo(kit: Course, folder: Path) -> Demo:
    """Make the demo's folder anew.

    Raises:
        UsageError: what is needed is not there, or something else lies in the folder.
    """
    demo = Demo(folder.resolve(), kit)
    missing = [path for path in (kit.source(ASSIGNMENT), *(demo.answers(one) for one in STUDENTS)) if not path.is_file()]
    if missing:
        raise UsageError(f"The demo needs {missing[0]}, which is not there: run it in a complete checkout of the kit.")
    if demo.folder.exists() and any(demo.folder.iterdir()) and not (demo.course.root / "nbgrader_config.py").is_file():
        raise UsageError(f"{demo.folder} holds something that is no demo: name another folder, or remove it.")
    _remove(demo.folder)
    ignored = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    shutil.copytree(kit.source(ASSIGNMENT).parent, demo.course.source(ASSIGNMENT).parent, ignore=ignored)  # links become files
    for path in (demo.exchange, *(demo.home(student) for student in STUDENTS)):
        path.mkdir(parents=True)
    demo.exchange.chmod(0o777)  # as on a shared machine: nbgrader requires it
    places: dict[str, Any] = {
        "root": str(demo.course.root),
        "exchange": str(demo.exchange),
        "cache": str(demo.folder / "cache"),
    }
    write_settings(demo.course.root, kit.settings)
    text = CONFIG.format(course_id=COURSE_ID, **places)
    (demo.course.root / "nbgrader_config.py").write_text(text, encoding="utf-8")
    return demo


def _remove(folder: Path) -> None:
    """Remove an earlier demo: nbgrader leaves some of its folders read-only."""
    if not folder.exists():
        return
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(folder)
