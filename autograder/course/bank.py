"""The bank of known mistakes and variants, as source text that can stand in for a notebook's functions; trusted side."""

from __future__ import annotations

import ast
import contextlib
import io
import math
import random
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from autograder.course.content import importable
from autograder.course.model import Assignment
from autograder.errors import KitBroken

MISTAKES, VARIANTS, ASSUMPTIONS = "mistakes", "variants", "assumptions"
KINDS = (MISTAKES, VARIANTS, ASSUMPTIONS)


@dataclass(frozen=True)
class Entry:
    """One wrong (or unusual) implementation: `function` is what it stands in for, `text` its docstring."""

    assignment: str
    function: str
    name: str
    text: str
    source: str

    @property
    def mutates(self) -> bool:
        """Is this a variant that may lose the purity tests?"""
        return self.text.startswith("Mutates")


@lru_cache(maxsize=32)
def read_bank(hidden: Path, kind: str) -> tuple[Entry, ...]:
    """Return the entries of an assignment's `mistakes.py` or `variants.py`, in the file's order; none where there is no file.

    Raises:
        KitBroken: an entry has no docstring, or two have the same name.
    """
    path = hidden / f"{kind}.py"
    if not path.is_file():
        return ()
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    prelude = "\n".join(ast.unparse(node) for node in tree.body if _is_prelude(node))
    entries = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            text = ast.get_docstring(node)
            function, separator, _ = node.name.partition("__")
            if not text or not separator:
                raise KitBroken(f"{path}:{node.lineno}: {node.name} needs a docstring and a name like compute_cost__no_mean.")
            name, node.name = node.name, function
            entries.append(Entry(hidden.name, function, name, " ".join(text.split()), f"{prelude}\n\n{ast.unparse(node)}\n"))
    names = [entry.name for entry in entries]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise KitBroken(f"{path}: these names occur twice: {', '.join(twice)}.")
    return tuple(entries)


def reference_namespace(assignment: Assignment) -> dict[str, Any]:
    """Run the source notebook's own cells here and return their names: the reference functions and their helpers."""
    namespace: dict[str, Any] = {"__name__": "reference", "print": _print_nothing}
    with importable(assignment.course.handout), contextlib.redirect_stdout(io.StringIO()):  # some cells show the data
        for cell in assignment.cells:
            if cell.runs_while_grading:
                exec(compile(cell.source, f"<{assignment.name}: {cell.grade_id}>", "exec"), namespace)
    return namespace


def implement(entry: Entry, reference: dict[str, Any]) -> Callable[..., Any]:
    """Return the entry as a function (or class) that finds the reference's other functions around it."""
    namespace = {**reference, "np": np, "math": math, "random": random, "print": _print_nothing}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(entry.source, f"<{entry.name}>", "exec"), namespace)
    implementation: Callable[..., Any] = namespace[entry.function]
    return implementation


def _print_nothing(*values: object, **options: object) -> None:
    """Stand in for `print`: what an entry would print was computed from hidden inputs, and belongs on no terminal."""


def entries_for(entries: Sequence[Entry], functions: Sequence[str]) -> list[Entry]:
    """Return the entries that stand in for one of these functions."""
    return [entry for entry in entries if entry.function in functions]


def _is_prelude(node: ast.stmt) -> bool:
    """Imports and private helpers come along with every entry."""
    if isinstance(node, ast.ImportFrom):
        return node.module != "__future__"
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.name.startswith("_")
    return isinstance(node, ast.Import | ast.Assign)
