"""Classes to be graded: one whose students all handed in the solution, and a made-up one of every kind; trusted side."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from autograder.course.model import Assignment, Course
from autograder.simulation.course import Simulation, make_course
from autograder.simulation.draw import Rates, SimulatedStudent, draw_class

SEED = 7


def solved_class(kit: Course, folder: Path, name: str, count: int) -> Course:
    """Write a course folder in which so many students handed in the solution."""
    course = make_course(kit, folder, Simulation(name, count, SEED, Rates()), ())
    for number in range(count):
        path = folder / "submitted" / f"s{number:04}" / name / f"{name}.ipynb"
        path.parent.mkdir(parents=True)
        shutil.copyfile(kit.source(name), path)
    return course


def mixed_class(kit: Course, folder: Path, name: str, count: int) -> Course:
    """Write the folder of a made-up class, the same for the same count."""
    return make_course(kit, folder, Simulation(name, count, SEED, Rates()), drawn(kit.assignment(name), count))


def drawn(assignment: Assignment, count: int) -> list[SimulatedStudent]:
    """Draw so many students, with right and wrong styles, and with accidents."""
    return list(draw_class(assignment, count, SEED, Rates()))


def ordinary_part(kit: Course, folder: Path, name: str, of: int, count: int) -> Course:
    """Write a class of the first students whom other graders can grade as well: none that hangs, crashes or cannot be read."""
    students: Sequence[SimulatedStudent] = [
        one for one in drawn(kit.assignment(name), of) if one.accident is None and one.answers
    ]
    return make_course(kit, folder, Simulation(name, count, SEED, Rates()), [replace(one) for one in students[:count]])


def notebooks(course: Course, name: str) -> list[Path]:
    """Return what was handed in, by student."""
    return sorted((course.root / "submitted").glob(f"*/{name}/{name}.ipynb"))


def put_tests_into_source(course: Course, name: str) -> None:
    """Put the hidden tests into the source notebook's grade cells, as an instructor who has only nbgrader writes them."""
    path = course.source(name)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    tested = {one.stem.removeprefix("test_") for one in (course.hidden(name) / "tests").glob("test_*.py")}
    for cell in notebook["cells"]:
        grading = cell["metadata"].get("nbgrader", {})
        if grading.get("grade") and not grading.get("solution") and grading["grade_id"] in tested:
            call = f"peer_tests.score({name!r}, {grading['grade_id']!r}, globals(), {grading['points']})"
            hidden = f"### BEGIN HIDDEN TESTS\nfrom benchmarks import peer_tests\n{call}\n### END HIDDEN TESTS"
            cell["source"] = "".join(cell["source"]) + "\n" + hidden
    path.write_text(json.dumps(notebook), encoding="utf-8")
