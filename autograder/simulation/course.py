"""Makes the course folder of a simulated class: source, release, submissions, and a gradebook with a due date; trusted side."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from autograder.course.model import Assignment, Course
from autograder.course.secret import FOLDER
from autograder.course.settings import write_settings
from autograder.errors import UsageError
from autograder.grading.store import results_folder
from autograder.nbgrader_plugin.environment import put_tools_on_path
from autograder.simulation.draw import Rates, SimulatedStudent
from autograder.simulation.notebooks import notebook_text

DUE = datetime(2026, 3, 2, 18, 0)
CONFIG = "nbgrader_config.py"
MARKER = "simulated.json"


@dataclass(frozen=True)
class Simulation:
    """What was asked for."""

    assignment: str
    students: int
    seed: int
    rates: Rates


def make_course(kit: Course, folder: Path, simulation: Simulation, students: Sequence[SimulatedStudent]) -> Course:
    """Write the folder, in place of an earlier simulation of the same assignment, and return it as a course.

    Raises:
        UsageError: the folder holds something else, or the assignment has no release.
    """
    assignment = kit.assignment(simulation.assignment)
    release = kit.release(assignment.name)
    if not release.is_file():
        raise UsageError(f"There is no {release}: run `autograder build {assignment.name}`.")
    _check(folder)
    course = Course(folder)
    _clear(course, assignment.name)
    for part in ("source", "release"):  # symlinked helpers arrive as files
        ignored = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(kit.root / part / assignment.name, folder / part / assignment.name, ignore=ignored)
    write_settings(folder, kit.settings)
    if (kit.root / CONFIG).is_file():
        shutil.copyfile(kit.root / CONFIG, folder / CONFIG)
    (folder / FOLDER).mkdir(exist_ok=True)
    (folder / FOLDER / MARKER).write_text(json.dumps(asdict(simulation), indent=1) + "\n", encoding="utf-8")
    secret = hashlib.sha256(f"a simulated class has no secrets {simulation.seed}".encode()).hexdigest()
    (folder / FOLDER / "secret").write_text(secret, encoding="utf-8")  # fixed, so that a class is graded alike every time
    _submit(course, assignment, json.loads(release.read_text(encoding="utf-8")), students)
    _fill_gradebook(course, assignment.name, students)
    return course


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: choose another place with --into.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / FOLDER / MARKER).is_file():
        raise UsageError(f"{folder} holds something that is no simulated class: choose an empty folder with --into.")


def _clear(course: Course, name: str) -> None:
    """Take away an earlier simulation of the assignment."""
    old = [results_folder(course, name), course.root / "source" / name, course.root / "release" / name]
    for stage in ("submitted", "autograded", "feedback"):
        old += (course.root / stage).glob(f"*/{name}")
    for path in old:
        shutil.rmtree(path, ignore_errors=True)


def _submit(course: Course, assignment: Assignment, released: Any, students: Sequence[SimulatedStudent]) -> None:
    for student in students:
        folder = course.root / "submitted" / student.id / assignment.name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{assignment.name}.ipynb").write_text(notebook_text(student, assignment, released), encoding="utf-8")
        when = DUE + timedelta(hours=student.hours_late or -2)
        (folder / "timestamp.txt").write_text(f"{when:%Y-%m-%d %H:%M:%S.%f} UTC", encoding="utf-8")


def _fill_gradebook(course: Course, name: str, students: Sequence[SimulatedStudent]) -> None:
    """Record names and the due date; the submissions' rows are nbgrader's own business."""
    put_tools_on_path()
    from nbgrader.api import Gradebook, Student  # here, because it takes a second

    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        gradebook.update_or_create_assignment(name, duedate=DUE)
        for student in students:
            gradebook.db.merge(Student(id=student.id, first_name=student.first_name, last_name=student.last_name))
        gradebook.db.commit()  # one commit for all: add_student makes one each
