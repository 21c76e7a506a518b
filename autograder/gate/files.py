"""The part of the release gate that reads files: pairs, metadata, and what the release gives away; trusted side."""

from __future__ import annotations

import ast
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from autograder.course import bank
from autograder.course.model import TESTS, Assignment, Course, SourceCell
from autograder.gate.build import folder_contents, make_release, synced
from autograder.gate.expected import expected_file, expected_text, has_expected
from autograder.packaging.student_environment import environment_files

Problem = tuple[str, str, str]

MIN_TELLTALE = 12  # a solution line shorter than this (`return Z`) may well stand in a stub or a text
COMMON = frozenset({"return True", "return False", "return None"})  # lines that tell nothing of a solution
ASIDE = ("guess_", "recall_", "try_")  # cells in which a student writes for himself: they are not run while grading


def check_files(course: Course, assignment: Assignment) -> Iterator[Problem]:
    """The pair is in sync, and the release is what nbgrader makes of the source now."""
    name = assignment.name
    _, script, notebook = synced(course, name)
    wanted_files = [(course.script(name), script), (course.source(name), notebook)]
    wanted_files += [(expected_file(course, name), expected_text(assignment))] if has_expected(assignment) else []
    for path, wanted in wanted_files:
        if not path.is_file() or path.read_text(encoding="utf-8") != wanted:
            yield (str(path), "is not in sync with its pair", f"Run `autograder build {name}`.")
    for path, wanted in environment_files(course, assignment).items():
        if not path.is_file() or path.read_text(encoding="utf-8") != wanted:
            yield (str(path), "does not name what the notebook imports now", f"Run `autograder build {name}`.")
    with tempfile.TemporaryDirectory() as folder:
        make_release(course, [name], Path(folder))
        if folder_contents(Path(folder) / name) != folder_contents(course.release(name).parent):
            yield (f"release/{name}", "is not what nbgrader makes of the source now", f"Run `autograder build {name}`.")


def check_metadata(assignment: Assignment) -> Iterator[Problem]:
    """Every code cell has nbgrader's metadata, and they say the right thing."""
    place = assignment.path.name
    seen: set[str] = set()
    for cell in assignment.cells:
        label = f"{place}: {cell.grade_id or repr(cell.source.strip()[:40])}"
        if cell.kind == "code" and cell.grade_id is None:
            yield (label, "is a code cell without nbgrader metadata", "Give it a grade_id and lock it.")
        if cell.grade_id in seen:
            yield (label, "has a grade_id that occurs twice", "Rename one of them.")
        seen.update([cell.grade_id] if cell.grade_id else [])
        if cell.study and (cell.solution or cell.grade or not (cell.locked or str(cell.grade_id).startswith(ASIDE))):
            aside = "or, if no answer can need what is written there, begin its name with " + " or ".join(ASIDE)
            remedy = f"Lock it, take the tag off, {aside}."
            yield (label, "is tagged study but can be edited or graded", remedy)
        if cell.grade and not cell.solution and not cell.locked:
            yield (label, "holds checks that students could change", "Lock it.")
        if cell.solution and cell.released.strip() == cell.source.strip():
            yield (
                label,
                "would be released with its solution",
                "Mark the solution with ### BEGIN SOLUTION and ### END SOLUTION.",
            )
    for exercise in assignment.exercises:
        if not exercise.solution_cells or not exercise.functions:
            yield (f"{place}: {exercise.id}", "has no solution cell above it that defines a function", "Add one.")


def check_release(course: Course, assignment: Assignment) -> Iterator[Problem]:
    """No line of a solution, no name of a hidden test and nothing of an oracle stands in the release."""
    released = {line.strip() for text in _release_texts(course, assignment.name) for line in text.split("\n")}
    for cell in assignment.cells:
        for line in sorted(_solution_lines(cell) & released):
            yield (f"release/{assignment.name}", f"gives away the solution line {line!r}", "Move it into the solution region.")
    everything = "\n".join(_release_texts(course, assignment.name))
    for name in sorted(_hidden_names(assignment)):
        if name in everything and re.search(rf"\b{re.escape(name)}\b", everything):
            yield (f"release/{assignment.name}", f"mentions {name!r} of the hidden tests", "Take it out of the notebook.")


def _release_texts(course: Course, name: str) -> list[str]:
    import json

    notebook = json.loads(course.release(name).read_text(encoding="utf-8"))
    handed_out = [path.read_text(encoding="utf-8") for path in sorted(course.handout.rglob("*.py"))]
    return ["".join(cell["source"]) for cell in notebook["cells"]] + handed_out


def _solution_lines(cell: SourceCell) -> set[str]:
    """Return the telling lines of a solution that are not released with the cell itself."""
    if not cell.solution or cell.kind != "code":
        return set()
    kept = {line.strip() for line in cell.released.split("\n")}
    lines = {line.strip() for line in cell.source.split("\n")} - kept
    return {
        line for line in lines - COMMON if len(line) >= MIN_TELLTALE and not line.startswith("#") and "SOLUTION" not in line
    }


def _hidden_names(assignment: Assignment) -> set[str]:
    """Return the names of hidden tests, mistakes and variants, and the oracles' module names."""
    content = assignment.course.content
    names = {f"oracles.{path.stem}" for path in (content / "oracles").glob("*.py")} | {f"{content.name}.oracles"}
    names |= {entry.name for kind in (bank.MISTAKES, bank.VARIANTS) for entry in bank.read_bank(assignment.hidden, kind)}
    for path in (assignment.hidden / TESTS).glob("test_*.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        names |= {node.name for node in body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}
    return names
