"""Temporary courses with an exchange, and nbgrader's real commands in them."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from autograder.course.model import Course, find_course
from autograder.course.settings import write_settings
from autograder.demo.assemble import assemble
from tests.preloaded import nbgrader

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = "one_hidden_layer"
SHIPPED = KIT.root / "tests" / "submissions" / ASSIGNMENT
CONFIG = """
from autograder.nbgrader_plugin import configure

c = get_config()
c.CourseDirectory.course_id = "neural_networks"
c.CourseDirectory.root = {root!r}
c.Exchange.root = {exchange!r}
c.ExchangeCollect.check_owner = False
configure(c)
"""
STUDENT_CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "neural_networks"
c.Exchange.root = {exchange!r}
c.Exchange.cache = {cache!r}
"""


@dataclass(frozen=True)
class Place:
    """A course, its exchange, and a home for each student."""

    folder: Path
    assignment: str = ASSIGNMENT

    @property
    def course(self) -> Course:
        """The instructor's course."""
        return Course(self.folder / "course")

    def home(self, student: str) -> Path:
        """Return a student's own folder, with the configuration that a student has."""
        home = self.folder / "home" / student
        if not home.is_dir():
            home.mkdir(parents=True)
            places = {"exchange": str(self.folder / "exchange"), "cache": str(self.folder / "cache" / student)}
            (home / "nbgrader_config.py").write_text(STUDENT_CONFIG.format(**places), encoding="utf-8")
        return home

    def nbgrader(self, *arguments: str, at: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run one nbgrader command as one would type it, in the course's folder or a student's."""
        environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        environment |= {"HOME": str(self.folder), "JUPYTER_CONFIG_DIR": str(self.folder / "no-config")}
        return subprocess.run(
            [nbgrader(), *arguments],
            cwd=at or self.course.root,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def submitted(self, student: str) -> Path:
        """Return where a student's notebook lies once it is collected."""
        return self.course.root / "submitted" / student / self.assignment / f"{self.assignment}.ipynb"

    def hand_in(self, student: str, text: str | bytes) -> Path:
        """Put a file where nbgrader collects a student's notebook."""
        path = self.submitted(student)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def exported(self) -> dict[str, tuple[float, float]]:
        """Return everybody's score and maximum from grades.csv."""
        with (self.course.root / "grades.csv").open(encoding="utf-8", newline="") as file:
            return {row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in csv.DictReader(file)}


def make_place(folder: Path, assignment: str = ASSIGNMENT) -> Place:
    """Make a course with one assignment, taken from the kit, and an empty exchange."""
    place = Place(folder, assignment)
    ignored = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    shutil.copytree(KIT.source(assignment).parent, place.course.source(assignment).parent, ignore=ignored)
    write_settings(place.course.root, KIT.settings)
    (folder / "exchange").mkdir()
    (folder / "exchange").chmod(0o777)
    text = CONFIG.format(root=str(place.course.root), exchange=str(folder / "exchange"))
    (place.course.root / "nbgrader_config.py").write_text(text, encoding="utf-8")
    return place


def notebook(name: str) -> str:
    """Return a shipped submission as a notebook: good, typical or hostile."""
    return assemble(KIT.release(ASSIGNMENT), SHIPPED / f"{name}.py")


def solved(assignment: str) -> str:
    """Return an assignment's notebook as somebody hands it in who wrote what the solution says."""
    document = json.loads(KIT.source(assignment).read_text(encoding="utf-8"))
    for cell in document["cells"]:
        lines = "".join(cell["source"]).splitlines(keepends=True)
        cell["source"] = "".join(line for line in lines if not re.search(r"(BEGIN|END) SOLUTION", line))
    return json.dumps(document)
