"""The bank of known mistakes and variants, as source text that can stand in for a notebook's functions; trusted side."""

from __future__ import annotations

import ast
import contextlib
import io
import math
import random
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from autograder.course.bank_patches import Base, Definition, Patch, compile_patch, read_bases, read_patches, read_statements
from autograder.course.content import importable
from autograder.course.model import Assignment
from autograder.course.plots import without_unused_plots
from autograder.errors import KitBroken

MISTAKES, VARIANTS, ASSUMPTIONS = "mistakes", "variants", "assumptions"
KINDS = (MISTAKES, VARIANTS, ASSUMPTIONS)


@dataclass(frozen=True)
class Entry:
    """One wrong (or unusual) implementation: `function` is what it stands in for, `text` its hint or description."""

    assignment: str
    function: str
    name: str
    text: str
    source: str
    file: str = ""  # of the assignment's folder, where there is something to mend

    @property
    def mutates(self) -> bool:
        """Is this a variant that may lose the purity tests?"""
        return self.text.startswith("Mutates")


@lru_cache(maxsize=256)
def read_bank(hidden: Path, kind: str, function: str | None = None) -> tuple[Entry, ...]:
    """Return the entries of an assignment, or only those that stand in for one function; none where there are no files.

    Variants are the functions of `variants.py`, in the file's order. Mistakes are the tables of `mistakes.toml` in their order:
    each is a patch, or, where it is empty, the function of that name in `mistakes.py`; the functions of `mistakes.py` that no
    table names follow. Imports, constants and private helpers of the files come along with every entry.

    Raises:
        KitBroken: an entry has no hint, or two have the same name; a patch does not fit its base.
    """
    names = _in_order(hidden, _files(hidden, kind))
    return tuple(_entry(hidden, kind, name) for name in names if function in (None, name.partition("__")[0]))


@lru_cache(maxsize=8192)  # to compile an assignment's hundreds of patches takes half a second, and most runs need a few
def _entry(hidden: Path, kind: str, name: str) -> Entry:
    files = _files(hidden, kind)
    node = files.whole[name] if name in files.whole else compile_patch(files.patches[name], files.bases)
    node.name = name.partition("__")[0]
    text = " ".join((ast.get_docstring(node) or "").split())
    file = f"{kind}.py" if name in files.whole else "mistakes.toml"
    return Entry(hidden.name, node.name, name, text, f"{files.prelude}\n\n{ast.unparse(node)}\n", file)


@dataclass(frozen=True)
class _Files:
    """What the files of one kind hold: whole functions by name, what is patched and how, and what comes along with each."""

    whole: Mapping[str, Definition]
    bases: Mapping[str, Base]
    patches: Mapping[str, Patch]
    prelude: str


@lru_cache(maxsize=32)
def _files(hidden: Path, kind: str) -> _Files:
    path, bases = hidden / f"{kind}.py", hidden / "bases.py"
    if kind != MISTAKES:
        return _Files(_read_functions(path), {}, {}, _prelude(path))
    patches = {patch.name: patch for patch in read_patches(hidden / "mistakes.toml")}
    return _Files(_read_functions(path), read_bases(bases), patches, _prelude(bases, path))


def _in_order(hidden: Path, files: _Files) -> list[str]:
    """Return the entries' names: those of `mistakes.toml` in its order, and then those that only the other file has."""
    for patch in files.patches.values():
        if patch.whole and patch.name not in files.whole:
            raise KitBroken(
                f"{patch.place}: {patch.name} has neither a patch here nor a function in {hidden / 'mistakes.py'}: give it one."
            )
        if not patch.whole and patch.name in files.whole:
            raise KitBroken(f"{patch.place}: {patch.name} stands in mistakes.py as well: rename one of them.")
    return [*files.patches, *(name for name in files.whole if name not in files.patches)]


def _read_functions(path: Path) -> dict[str, Definition]:
    """Return the whole entries of a file by name."""
    nodes: dict[str, Definition] = {}
    twice = []
    for node in read_statements(path):
        if isinstance(node, Definition) and not node.name.startswith("_"):
            if not ast.get_docstring(node) or not all(node.name.partition("__")):
                raise KitBroken(f"{path}:{node.lineno}: {node.name} needs a docstring and a name like compute_cost__no_mean.")
            twice += [node.name] if node.name in nodes else []
            nodes[node.name] = node
    if twice:
        raise KitBroken(f"{path}: these names occur twice: {', '.join(sorted(set(twice)))}.")
    return nodes


def _prelude(*paths: Path) -> str:
    """Return imports, constants and private helpers of the files, each once."""
    statements = [ast.unparse(node) for path in paths for node in read_statements(path) if _is_prelude(node)]
    return "\n".join(dict.fromkeys(statements))


def reference_namespace(assignment: Assignment) -> dict[str, Any]:
    """Run the source notebook's own cells here and return their names: the reference functions and their helpers."""
    namespace: dict[str, Any] = {"__name__": "reference", "print": _print_nothing}
    cells = [cell for cell in assignment.cells if cell.runs_while_grading]
    sources = without_unused_plots([cell.source for cell in cells], assignment.course.handout)
    with importable(assignment), contextlib.redirect_stdout(io.StringIO()):  # some cells show the data
        for cell, source in zip(cells, sources, strict=True):
            exec(compile(source, f"<{assignment.name}: {cell.grade_id}>", "exec"), namespace)
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
