"""The notebooks' own code as Python names: reference solutions, provided tools, and what studies define."""

from __future__ import annotations

import ast
import contextlib
import io
import os
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from autograder.course import bank
from autograder.course.model import find_course

COURSE = find_course(Path(__file__).parent)


def starts(*seeds: int) -> tuple[int, ...]:
    """Return the starts that a claim of a notebook's is tried from: the first alone, and all of them with `make seeds`.

    Each is seconds of training; where the notebook names a start, it is the first.
    """
    return seeds if "AUTOGRADER_SEEDS" in os.environ else seeds[:1]


def reference(name: str, *studies: str, **given: object) -> Any:
    """Return the names of a notebook: the cells that run while grading, and what these study cells define.

    Of a study only functions, classes and constants in capitals are taken; what it trains and draws is left out. `given` are
    further names that its functions use.
    """
    assignment = COURSE.assignment(name)
    with contextlib.redirect_stdout(io.StringIO()):  # some notebooks print their data
        names = bank.reference_namespace(assignment) | given
    for study in studies:
        tree = ast.parse(assignment.by_id[study].source)
        tree.body = [node for node in tree.body if _defines(node)]
        exec(compile(tree, f"<{name}: {study}>", "exec"), names)
    return SimpleNamespace(**names)


@cache
def notebook(name: str, *studies: str) -> Any:
    """Return the same names to whoever asks: for functions that leave nothing behind."""
    return reference(name, *studies)


def _defines(node: ast.stmt) -> bool:
    if isinstance(node, ast.Assign):
        return all(isinstance(target, ast.Name) and target.id.isupper() for target in node.targets)
    return isinstance(node, ast.FunctionDef | ast.ClassDef)


@cache
def cells(notebook: str, *wanted: str) -> dict[str, Any]:
    """Return the names that these cells of a notebook define."""
    names: dict[str, Any] = {}
    by_id = COURSE.assignment(notebook).by_id
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in wanted:
            exec(compile(by_id[cell].source, f"<{notebook}: {cell}>", "exec"), names)
    return names
