"""Makes a new exercise: its cells, structure, tests, oracle, first mistakes and variants, and a design note; trusted side."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

from autograder.course.model import TESTS, Course, defined_names
from autograder.errors import UsageError
from autograder.gate.build import build
from autograder.scaffold.course import checked_name, require_course
from autograder.scaffold.render import append, rendered, write_new


def new_exercise(course: Course, assignment: str, name: str, points: float) -> list[Path]:
    """Add an exercise to an assignment, which is made where it is new; return the files that an author fills in.

    Everything runs as it stands, for a function that doubles its argument; each place that is to be replaced says FILL IN.

    Raises:
        UsageError: a name cannot be used, or is taken.
        KitBroken: nbgrader could not make the release.
    """
    require_course(course)
    checked_name(assignment, "an assignment")
    checked_name(name, "an exercise")
    if not math.isfinite(points):
        raise UsageError(f"An exercise cannot be worth {points} points: name a number, such as --points 3.")
    if course.script(assignment).is_file() or course.source(assignment).is_file():
        build(course, assignment)  # what was edited last is in both forms before anything is added
    if name in _taken(course, assignment):
        raise UsageError(f"{assignment} has an exercise, a function or a test named {name!r} already: choose another name.")
    points_text = int(points) if points == int(points) else points
    values = {"assignment": assignment, "name": name, "points": points_text, "content": course.content.name}
    made = _notebook(course, assignment, values)
    made += _hidden(course, assignment, name, values)
    build(course, assignment, "script")
    return made


def _taken(course: Course, assignment: str) -> set[str]:
    """Return the names that the assignment has given away: adding one of them again would mix two exercises up."""
    tests = {path.stem.removeprefix("test_") for path in (course.hidden(assignment) / TESTS).glob("test_*.py")}
    if not course.source(assignment).is_file():
        return tests
    cells = course.assignment(assignment).cells
    return tests | {name for cell in cells for name in (str(cell.grade_id), *defined_names(cell.source))}


def _notebook(course: Course, assignment: str, values: Mapping[str, object]) -> list[Path]:
    """Write the exercise's cells into the readable pair; `build` makes the notebook and the release from it."""
    script = course.script(assignment)
    if not script.is_file():
        write_new(script, rendered("exercise/notebook.py.j2", values))
    return [append(script, rendered("exercise/cells.py.j2", values))]


def _hidden(course: Course, assignment: str, name: str, values: Mapping[str, object]) -> list[Path]:
    folder = course.hidden(assignment)
    if not (folder / "__init__.py").exists():
        write_new(folder / "__init__.py", rendered("exercise/hidden.py.j2", values))
        write_new(folder / TESTS / "__init__.py", "")
    begun = {"signatures.py": "signatures_head.py", "bases.py": "bases_head.py", "variants.py": "variants_head.py"}
    for file, template in begun.items():
        if not (folder / file).exists():
            write_new(folder / file, rendered(f"exercise/{template}.j2", values))
    oracle = course.content / "oracles" / f"{assignment}.py"
    if not oracle.exists():
        write_new(oracle, rendered("exercise/oracle_head.py.j2", values))
    made = [write_new(folder / TESTS / f"test_{name}.py", rendered("exercise/test.py.j2", values))]
    added = {
        oracle: "oracle.py", folder / "signatures.py": "signatures.py", folder / "bases.py": "bases.py",
        folder / "mistakes.toml": "mistakes.toml", folder / "variants.py": "variants.py", folder / "design.md": "design.md",
    }  # fmt: skip
    return made + [append(path, rendered(f"exercise/{template}.j2", values)) for path, template in added.items()]
