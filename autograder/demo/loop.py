"""Plays the nbgrader loop in one process: what each command would do, through nbgrader's own classes; trusted side."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.commands.autograde import nbgrader_api
from autograder.demo.assemble import assemble
from autograder.demo.course import ASSIGNMENT, STUDENTS, Demo, Student
from autograder.errors import KitBroken


@dataclass(frozen=True)
class Step:
    """One command of the loop: what one would type, what it is for, and what does it."""

    command: str
    about: str
    run: Callable[[], None]


def steps(demo: Demo) -> Iterator[Step]:
    """Yield the steps in their order; each is to be run before the next is asked for."""
    api = nbgrader_api(demo.course)
    a = ASSIGNMENT
    points = demo.course.assignment(a).points
    names = ", ".join(student.name for student in STUDENTS)
    each = f"--student=... for {names}"
    yield Step(
        f"nbgrader generate_assignment {a}", f"stubs in place of the solutions; {points:g} points", lambda: _generate(api)
    )
    yield Step(f"nbgrader release_assignment {a}", "into the exchange", lambda: _done(api.release_assignment(a)))
    yield Step(f"nbgrader fetch_assignment {a} {each}", "out of the exchange", lambda: _fetch(demo))
    for student in STUDENTS:
        yield Step(f"{student.name} works on it", student.about, lambda student=student: _work(demo, student))  # type: ignore[misc]  # mypy cannot type a lambda's default
    yield Step(f"nbgrader submit {a} {each}", "into the exchange", lambda: _submit(demo))
    yield Step(f"nbgrader collect {a}", "into submitted/", lambda: _done(api.collect(a)))
    yield Step(f"nbgrader autograde {a}", "the judge, in locked-up workers", lambda: _done(api.autograde(a, "*")))
    yield Step(f"nbgrader generate_feedback {a}", "one page a student", lambda: _done(api.generate_feedback(a)))
    yield Step(f"nbgrader release_feedback {a}", "into the exchange", lambda: _done(api.release_feedback(a)))
    yield Step(f"nbgrader fetch_feedback {a} {each}", "out of the exchange", lambda: _fetch_feedback(demo))
    yield Step("nbgrader export", "the gradebook as grades.csv", lambda: _export(demo, api))


def exported(demo: Demo) -> dict[str, tuple[float, float]]:
    """Return each student's score and the maximum, as nbgrader exported them."""
    with (demo.course.root / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["assignment"] == ASSIGNMENT]
    return {row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in rows}


def feedback_page(demo: Demo, student: Student) -> Path | None:
    """Return the feedback page that a student fetched."""
    pages = sorted((demo.home(student) / ASSIGNMENT / "feedback").glob("*/*.html"))
    return pages[-1] if pages else None


def _generate(api: Any) -> None:
    _done(api.generate_assignment(ASSIGNMENT, force=True, create=True))


def _fetch(demo: Demo) -> None:
    for student, api in _student_apis(demo):
        _exchange(api, api.exchange.FetchAssignment, student)


def _work(demo: Demo, student: Student) -> None:
    notebook = demo.home(student) / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    notebook.write_text(assemble(notebook, demo.answers(student)), encoding="utf-8")


def _submit(demo: Demo) -> None:
    for student, api in _student_apis(demo):
        _exchange(api, api.exchange.Submit, student)


def _fetch_feedback(demo: Demo) -> None:
    for student, api in _student_apis(demo):
        _done(api.fetch_feedback(ASSIGNMENT, student.name))


def _export(demo: Demo, api: Any) -> None:
    from autograder.nbgrader_plugin.export import MarkedCsvExport

    with api.gradebook as gradebook:
        MarkedCsvExport(parent=api, to=str(demo.course.root / "grades.csv")).export(gradebook)


def _student_apis(demo: Demo) -> Iterator[tuple[Student, Any]]:
    """Yield each student with nbgrader as it stands in their own folder, with a cache of their own."""
    for student in STUDENTS:
        api = nbgrader_api(demo.course)
        api.config.Exchange.assignment_dir = str(demo.home(student))
        api.config.Exchange.cache = str(demo.cache(student))
        yield student, api


def _exchange(api: Any, kind: Any, student: Student) -> None:
    from nbgrader.utils import capture_log, temp_attrs

    with temp_attrs(api.coursedir, assignment_id=ASSIGNMENT, student_id=student.name):
        _done(capture_log(kind(coursedir=api.coursedir, authenticator=api.authenticator, parent=api)))


def _done(answer: dict[str, Any]) -> None:
    """Go on if nbgrader did.

    Raises:
        KitBroken: with nbgrader's own words.
    """
    if not answer["success"]:
        raise KitBroken(f"nbgrader stopped:\n{answer.get('log', '')}\n{answer.get('error', '')}".rstrip())
