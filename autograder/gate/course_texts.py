"""Everything that a course says to students, assignment by assignment: what the course's catalogues hold; trusted side."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from autograder.course.bank import MISTAKES, read_bank
from autograder.course.model import TESTS, Assignment, Course
from autograder.grading.visible_checks import probe
from autograder.grading.where import numbers
from autograder.language.engine_texts import Text
from autograder.language.python_texts import sentences

PRECHECK = "precheck"  # the domain of the check before handing in, which is the same for every assignment
PRECHECK_FILES = "precheck*.py"
PRECHECK_COUNTS = ("{number} thing", "{number} things", "{number} further line", "{number} further lines")


def course_texts(assignment: Assignment) -> list[Text]:
    """Return the titles and hints of the hidden tests, the hints of the known mistakes, and what is said of where to look."""
    found: dict[str, list[str]] = {}
    for key, file in _all(assignment):
        text = " ".join(key.split())
        if text and file not in found.setdefault(text, []):
            found[text].append(file)
    return [Text(key, "", tuple(files)) for key, files in found.items()]


def precheck_texts(course: Course) -> list[Text]:
    """Return what the check before handing in says; nothing where a course has none."""
    found: dict[str, list[str]] = {}
    if any(course.handout.glob(f"*/{PRECHECK_FILES}")):
        found |= {word: ["counted"] for word in PRECHECK_COUNTS}
    for path in sorted(course.handout.glob(f"*/{PRECHECK_FILES}")):
        for text in sentences(path.read_text(encoding="utf-8")):
            found.setdefault(text, []).append(f"{path.parent.name}/{path.name}")
    return [Text(key, "", tuple(files)) for key, files in found.items()]


def _all(assignment: Assignment) -> Iterator[tuple[str, str]]:
    names = {exercise.id for exercise in assignment.exercises}
    for path in sorted((assignment.hidden / TESTS).glob("test_*.py")):
        yield from ((text, f"{TESTS}/{path.name}") for text in _of_tests(path))
    yield from ((entry.text, entry.file) for entry in read_bank(assignment.hidden, MISTAKES))
    yield from ((text, "numbers") for name, text in numbers(assignment).items() if name in names)
    for cell in assignment.cells:
        if cell.grade and not cell.solution and cell.grade_id in names:
            yield from ((check.why, f"checks of {cell.grade_id}") for check in probe(cell.released).checks.values())


def _of_tests(path: Path) -> Iterator[str]:
    """Yield the titles of a file's tests, and what they ask."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Constant)
    }
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield ast.get_docstring(node) or ""
            yield from _hints(node.decorator_list, constants)


def _hints(decorators: Sequence[ast.expr], constants: Mapping[str, object]) -> Iterator[str]:
    for one in decorators:
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "hint" and one.args:
            asked = one.args[0]
            value = constants.get(asked.id) if isinstance(asked, ast.Name) else getattr(asked, "value", None)
            if isinstance(value, str):
                yield value
