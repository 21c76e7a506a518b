"""Writes a simulated student's notebook: the released one, filled in with the reference and bank entries; trusted side."""

from __future__ import annotations

import ast
import json
import random
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from autograder.course.bank import Entry
from autograder.course.model import Assignment, SourceCell
from autograder.simulation.draw import CRASH, HANG, SYNTAX, TAMPER, UNREADABLE, SimulatedStudent

_ENDS_THE_PROCESS = "import os\n\nos._exit(0)  # start afresh"
_SAYS_ALL_IS_WELL = 'print("All checks passed.")'
_NEVER_RETURNS = """def {name}(*arguments):
    step = 1.0
    while step > 0:
        step = step / 2 + 1e-9
    return step
"""


def notebook_text(student: SimulatedStudent, assignment: Assignment, released: Mapping[str, Any]) -> str:
    """Return the notebook file that the student hands in."""
    dice = random.Random(student.id)
    notebook = json.loads(json.dumps(released))
    texts = answers_in(student, assignment)
    if texts and student.accident == SYNTAX:
        texts[dice.choice(sorted(texts))] += "\n    return ("
    if texts and student.accident == HANG:
        name = dice.choice(sorted(texts))
        exercise = next(one for one in assignment.exercises if name in one.solution_cells)
        texts[name] = _NEVER_RETURNS.format(name=exercise.functions[0])
    for cell in notebook["cells"]:
        grading = cell["metadata"].get("nbgrader", {})
        if grading.get("grade_id") in texts:
            cell["source"] = _split(texts[grading["grade_id"]])
        elif grading.get("grade_id") in student.guesses:
            cell["source"] = _split(student.guesses[grading["grade_id"]])
    if student.accident == TAMPER:
        checks = [cell for cell in notebook["cells"] if _is_locked_grade(cell["metadata"].get("nbgrader", {}))]
        dice.choice(checks)["source"] = _split(_SAYS_ALL_IS_WELL)
    if student.accident == CRASH:
        extra: dict[str, Any] = {"cell_type": "code", "id": "extra", "metadata": {}, "outputs": [], "execution_count": None}
        notebook["cells"].append({**extra, "source": _split(_ENDS_THE_PROCESS)})
    text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    return text[: len(text) // 2] if student.accident == UNREADABLE else text


def solved_text(cell: SourceCell, entries: Sequence[Entry]) -> str:
    """Return a solution cell with the bank's entries in place of the functions that they stand in for."""
    text = "\n".join(line for line in cell.source.split("\n") if "BEGIN SOLUTION" not in line and "END SOLUTION" not in line)
    for entry in entries:
        text = _replaced(text, entry)
    return text


def answers_in(student: SimulatedStudent, assignment: Assignment) -> dict[str, str]:
    """Return the texts of the solution cells that the student has filled in, by grade_id."""
    texts = {}
    for answer in student.answers:
        if answer.started:
            for name in assignment.exercise(answer.exercise).solution_cells:
                texts[name] = solved_text(assignment.by_id[name], answer.entries)
    return texts


def _replaced(text: str, entry: Entry) -> str:
    """Replace one function; it keeps the reference's docstring, because the entry's own is the hint."""
    lines = text.split("\n")
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == entry.function:
            new = _written(entry, ast.get_docstring(node, clean=False))
            return "\n".join([*lines[: node.lineno - 1], new, *lines[node.end_lineno :]])
    return text


@lru_cache(maxsize=1024)
def _written(entry: Entry, docstring: str | None) -> str:
    """Return an entry's code with what it needs of its file's imports and helpers."""
    tree = ast.parse(entry.source)
    *prelude, function = tree.body
    assert isinstance(function, ast.FunctionDef | ast.ClassDef)
    body = function.body[1:] or [ast.Pass()]
    function.body = [ast.Expr(ast.Constant(docstring)), *body] if docstring else body
    needed, kept = _used(function), []
    for node in reversed(prelude):
        if _bound(node) & needed:
            needed |= _used(node)
            kept.append(node)
    return "\n\n".join(ast.unparse(node) for node in [*reversed(kept), function])


def _used(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _bound(node: ast.stmt) -> set[str]:
    """Return what a statement of the prelude binds; NumPy is in every notebook already."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name for alias in node.names} - {"np"}
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}


def _is_locked_grade(grading: Mapping[str, Any]) -> bool:
    return bool(grading.get("grade")) and not grading.get("solution")


def _split(text: str) -> list[str]:
    """Return a cell's text as notebooks keep it."""
    return text.splitlines(keepends=True)
