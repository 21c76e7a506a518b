"""Reads names out of students' cells without running them: what is defined, used, and absent; pure functions; trusted side.

Everything here looks at texts that may not parse, may hold IPython's own syntax, and may be hostile: where a text cannot be
read, there is less to say, and never an exception.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import difflib
import math
import re
import symtable
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

import numpy as np

BUILTINS = frozenset(dir(builtins)) | {"get_ipython", "display", "__name__", "__file__", "__doc__"}
MAX_CODE = 80  # of a line that is quoted
MAX_NAME = 60  # letters of a name that may be a slip: comparing takes the square of them
MAX_KNOWN = 1_000  # names that one is compared with
_MODULES = {"numpy": np, "math": math}  # whose attributes are looked up, by name and never by asking them
_DYNAMIC = re.compile(
    r"\bimport[ \t(]+\*|\b(?:exec|eval|globals|locals|vars|setattr)[ \t]*\(|^[ \t]*%(?:run|load|pylab)\b", re.MULTILINE
)
_MAGIC = re.compile(r"^([ \t]*)[%!].*$", re.MULTILINE)
_UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


@dataclass(frozen=True)
class Binding:
    """A name that one statement of a cell binds at its top level."""

    name: str
    line: int
    end: int
    node: ast.stmt


@dataclass(frozen=True)
class Place:
    """A line of a cell, as it may be quoted."""

    line: int
    code: str


def parsed(source: str) -> ast.Module | None:
    """Parse a cell, with its magics and shell lines passed over; None where it is no Python."""
    for text in (source, _MAGIC.sub(r"\1pass", source)):
        with contextlib.suppress(*_UNREADABLE), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes in a student's text are not ours to report
            return ast.parse(text)
    return None


def place(source: str, line: int) -> Place:
    """Return a line of a cell, short enough to be quoted."""
    lines = source.split("\n")
    text = " ".join(lines[line - 1].split()) if 0 < line <= len(lines) else ""
    return Place(line, text if len(text) <= MAX_CODE else text[: MAX_CODE - 1] + "…")


def bindings(source: str) -> list[Binding]:
    """Return what a cell binds at its top level, in order; of a cell that does not parse, what its lines look like."""
    tree = parsed(source)
    if tree is None:
        return list(_by_their_looks(source))
    return [
        Binding(name, _first_line(node), node.end_lineno or node.lineno, node) for node in tree.body for name in _bound_by(node)
    ]


def is_dynamic(source: str) -> bool:
    """Can the cell bind names that nobody sees in its text?"""
    return _DYNAMIC.search(source) is not None


def used(node: ast.stmt) -> dict[str, int]:
    """Return the names that functions within a statement take from around them, each with the first line that uses it."""
    wanted = {name for table in tables_of(node)[1:] for name in _taken(table)}
    return _lines_of(node, wanted)


def mentioned(node: ast.stmt, how: type[ast.expr_context] = ast.Load) -> set[str]:
    """Return every name that a statement reads (or binds, or deletes), whatever it belongs to."""
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, how)}


def near(name: str, known: Iterable[str]) -> str | None:
    """Return the one known name that this one was probably meant to be: other capitals, or a slip of the finger."""
    if len(name) > MAX_NAME:
        return None
    others = sorted({one for one in known if one != name and not one.startswith("_") and len(one) <= MAX_NAME})[:MAX_KNOWN]
    plain = [one for one in others if one.lower().replace("_", "") == name.lower().replace("_", "")]
    if plain:
        return plain[0] if len(plain) == 1 else None
    close = difflib.get_close_matches(name, others, 2, cutoff=0.8) if len(name) > 3 else []
    return close[0] if len(close) == 1 else None


@dataclass(frozen=True)
class Inside:
    """Which functions bind a name for themselves alone, and does one of them define a function of this name?"""

    homes: tuple[str, ...] = ()
    as_function: bool = False


def only_inside(sources: Iterable[str]) -> dict[str, Inside]:
    """Return the names that functions bind for themselves alone, all at once: going through the cells takes long."""
    found: dict[str, Inside] = {}
    for tree in map(parsed, sources):
        for top in tree.body if tree else []:
            if not isinstance(top, ast.FunctionDef | ast.ClassDef):
                continue
            inner = (one for one in ast.walk(top) if isinstance(one, ast.FunctionDef | ast.ClassDef) and one is not top)
            defined = {one.name for one in inner}
            for name in set().union(*map(local_to, tables_of(top)[1:])):
                known = found.get(name, Inside())
                homes = known.homes if top.name in known.homes else (*known.homes, top.name)
                found[name] = Inside(homes, known.as_function or name in defined)
    return found


def own_asserts(node: ast.stmt) -> list[int]:
    """Return the lines of the asserts within a statement."""
    return sorted(one.lineno for one in ast.walk(node) if isinstance(one, ast.Assert))


def imported_within(node: ast.stmt) -> dict[str, int]:
    """Return the modules that functions within a statement import, each with its line."""
    found: dict[str, int] = {}
    for one in ast.walk(node):
        if isinstance(one, ast.Import):
            found |= {alias.name: one.lineno for alias in one.names}
        elif isinstance(one, ast.ImportFrom) and one.module and not one.level:
            found[one.module] = one.lineno
    return found


def decorators(node: ast.stmt) -> dict[str, int]:
    """Return the last names of a function's decorators, each with its line: `functools.lru_cache(None)` is `lru_cache`."""
    found: dict[str, int] = {}
    for one in node.decorator_list if isinstance(node, ast.FunctionDef) else []:
        target = one.func if isinstance(one, ast.Call) else one
        name = target.attr if isinstance(target, ast.Attribute) else target.id if isinstance(target, ast.Name) else ""
        found[name] = one.lineno
    return found


def signature(node: ast.stmt) -> str | None:
    """Return a function's `def` line, or that of a class's `__init__`, without annotations."""
    if isinstance(node, ast.ClassDef):
        node = next((one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"), node)
    if not isinstance(node, ast.FunctionDef):
        return None
    try:
        text = re.sub(r"\s+", " ", f"def {node.name}({ast.unparse(node.args)})")
    except _UNREADABLE:
        return None
    return text if len(text) <= MAX_CODE else text[: MAX_CODE - 1] + "…"


def module_names(sources: Iterable[str]) -> dict[str, str]:
    """Return what the cells call the modules that they import: {"np": "numpy"}."""
    found: dict[str, str] = {}
    for tree in map(parsed, sources):
        for node in ast.walk(tree) if tree else []:
            if isinstance(node, ast.Import):
                found |= {
                    a.asname or a.name.partition(".")[0]: a.name if a.asname else a.name.partition(".")[0] for a in node.names
                }
    return found


def absent_attributes(node: ast.stmt, modules: dict[str, str]) -> dict[str, tuple[int, str]]:
    """Return the names, such as `np.float`, that their module does not have, each with its line and the module."""
    found: dict[str, tuple[int, str]] = {}
    for one in ast.walk(node):
        chain = _chain(one)
        if len(chain) > 1 and modules.get(chain[0]) in _MODULES:
            missing = _first_absent(_MODULES[modules[chain[0]]], chain[1:])
            if missing:
                found.setdefault(".".join(chain[: 1 + missing]), (one.lineno, modules[chain[0]]))  # type: ignore[attr-defined]  # a chain is an expression
    return found


def _first_absent(module: ModuleType, attributes: list[str]) -> int:
    """Return how many attributes lead to the first that is not there; 0 where all are, or no module is left to look into."""
    here: object = module
    for count, attribute in enumerate(attributes, 1):
        if not isinstance(here, ModuleType):
            return 0
        if attribute not in dir(here):
            return count
        here = vars(here).get(attribute)
    return 0


def _chain(node: ast.AST) -> list[str]:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return [node.id, *reversed(parts)] if isinstance(node, ast.Name) else []


def _by_their_looks(source: str) -> Iterator[Binding]:
    looks = re.compile(r"(?:async +)?(?:def|class) +(\w+)|(\w+) *=(?!=)")
    for number, text in enumerate(source.split("\n"), 1):
        if match := looks.match(text):
            yield Binding(match[1] or match[2], number, number, ast.Pass())


def _bound_by(node: ast.stmt) -> list[str]:
    tables = tables_of(node)
    gone = mentioned(node, ast.Del) - mentioned(node, ast.Store)  # Python's table counts a name that is deleted as assigned
    top = [s for table in tables[:1] for s in table.get_symbols() if s.is_assigned() or s.is_imported()]
    within = [s for table in tables[1:] for s in table.get_symbols() if s.is_declared_global() and s.is_assigned()]
    return [s.get_name() for s in (*top, *within) if s.get_name() not in gone]


def tables_of(node: ast.stmt) -> list[symtable.SymbolTable]:
    """Return Python's own tables of a statement's names: the top level's, and those of every function and class within."""
    try:
        found = [symtable.symtable(ast.unparse(node), "<cell>", "exec")]
    except _UNREADABLE:
        return []
    for table in found:
        found += table.get_children()
    return found


def _taken(table: symtable.SymbolTable) -> list[str]:
    return [one.get_name() for one in table.get_symbols() if one.is_global() and one.is_referenced()]


def local_to(table: symtable.SymbolTable) -> set[str]:
    """Return what a function binds for itself: its own variables and what it is given."""
    if table.get_type() != "function":
        return set()
    return {s.get_name() for s in table.get_symbols() if s.is_local() and (s.is_assigned() or s.is_namespace())}


def _lines_of(node: ast.stmt, names: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in sorted(
        (one for one in ast.walk(node) if isinstance(one, ast.Name)), key=lambda one: (one.lineno, one.col_offset)
    ):
        if one.id in names and isinstance(one.ctx, ast.Load):
            found.setdefault(one.id, one.lineno)
    return found


def _first_line(node: ast.stmt) -> int:
    decorated = node.decorator_list if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
    return min([node.lineno, *(one.lineno for one in decorated)])
