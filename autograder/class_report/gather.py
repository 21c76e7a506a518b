"""Reads what a class report is made of: stored results, submissions, and the gradebook where there is one; trusted side."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.course.model import Assignment, Course
from autograder.grading.store import load_results
from autograder.result import UNREADABLE, Result
from autograder.submission.timestamps import read_timestamp

CONFIG = "nbgrader_config.py"


@dataclass(frozen=True)
class Student:
    """One student's part in an assignment; `page` is what to open to see the submission."""

    id: str
    name: str
    result: Result | None = None
    seconds_late: float = 0.0
    notebook: Path | None = None
    page: Path | None = None

    @property
    def is_unreadable(self) -> bool:
        """Could the file not be read?"""
        return self.result is not None and UNREADABLE in self.result.flags


@dataclass(frozen=True)
class ClassResults:
    """Everything known of a class and an assignment, by student; `notices` say what could not be read."""

    assignment: Assignment
    students: tuple[Student, ...]
    notices: tuple[str, ...] = ()

    @property
    def graded(self) -> list[Student]:
        """The students with a result of a file that could be read."""
        return [student for student in self.students if student.result is not None and not student.is_unreadable]

    @property
    def unreadable(self) -> list[Student]:
        """The students whose file could not be read: nobody knows what they started."""
        return [student for student in self.students if student.is_unreadable]

    @property
    def waiting(self) -> list[Student]:
        """The students who have handed something in, and have no result yet."""
        return [student for student in self.students if student.result is None]

    @property
    def results(self) -> list[Result]:
        """The results there are of files that could be read."""
        return [student.result for student in self.graded if student.result is not None]


@dataclass(frozen=True)
class _Records:
    """What the gradebook knows: the students' names, who was late by how much, and the due date."""

    names: Mapping[str, str] = field(default_factory=dict)
    seconds_late: Mapping[str, float] = field(default_factory=dict)
    due: datetime | None = None


def gather(course: Course, name: str) -> ClassResults:
    """Read one class's results.

    Raises:
        UsageError: there is no such assignment.
    """
    assignment = course.assignment(name)
    results = {stored.student: replace(stored.result, submission=stored.student) for stored in load_results(course, name)}
    folders = {path.parent.name: path for path in (course.root / "submitted").glob(f"*/{name}") if path.is_dir()}
    records, notices = _read_gradebook(course, name)
    students = []
    for student in sorted(results.keys() | folders.keys()):
        notebook = course.root / "submitted" / student / name / f"{name}.ipynb"
        feedback = course.root / "feedback" / student / name / f"{name}.html"
        late = records.seconds_late.get(student, _late_by_timestamp(folders.get(student), records.due))
        students.append(
            Student(
                id=student,
                name=records.names.get(student) or student,
                result=results.get(student),
                seconds_late=late,
                notebook=notebook if notebook.is_file() else None,
                page=next((path for path in (feedback, notebook) if path.is_file()), None),
            )
        )
    return ClassResults(assignment, tuple(students), notices)


def _read_gradebook(course: Course, name: str) -> tuple[_Records, tuple[str, ...]]:
    """Read names and lateness; a gradebook that cannot be read costs the report nothing else."""
    url = _gradebook_url(course)
    file = Path(url.removeprefix("sqlite:///"))
    if url.startswith("sqlite:///") and not file.is_file():
        return _Records(), ()
    try:
        return _read_records(url, name), ()
    except Exception as error:  # locked, of another version, on a server that is away: sqlalchemy's errors are many
        problem = f"The gradebook could not be read ({type(error).__name__}): names and late submissions are missing."
        return _Records(), (problem,)


def _read_records(url: str, name: str) -> _Records:
    from nbgrader.api import Gradebook, MissingEntry  # here, because it takes a second

    with Gradebook(url) as gradebook:
        names = {one.id: f"{one.first_name or ''} {one.last_name or ''}".strip() for one in gradebook.students}
        try:
            due: datetime | None = gradebook.find_assignment(name).duedate
        except MissingEntry:
            return _Records(names)
        late = {one.student.id: float(one.total_seconds_late) for one in gradebook.assignment_submissions(name)}
    return _Records(names, late, due)


def _gradebook_url(course: Course) -> str:
    """Return where the course's configuration says the gradebook is, or nbgrader's default."""
    if (course.root / CONFIG).is_file():
        from traitlets.config.loader import PyFileConfigLoader

        with contextlib.suppress(Exception):  # a configuration that cannot be read is `nbgrader`'s to complain of
            config: Any = PyFileConfigLoader(CONFIG, path=str(course.root)).load_config()
            if "db_url" in config.CourseDirectory:
                return str(config.CourseDirectory.db_url)
    return f"sqlite:///{course.root / 'gradebook.db'}"


def _late_by_timestamp(folder: Path | None, due: datetime | None) -> float:
    """Return how late a submission that is not in the gradebook yet was, by the timestamp that nbgrader put beside it."""
    if folder is None or due is None:
        return 0.0
    when, _ = read_timestamp(folder)
    return max(0.0, (when - due).total_seconds()) if when is not None else 0.0  # the gradebook keeps naive times in UTC
