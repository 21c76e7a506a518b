"""Names that a notebook uses and does not define: cell by cell at its top level, function by function inside.

Untrusted side. It reads text only: nothing of the student's is run here.
"""

from __future__ import annotations

import ast
import builtins
import difflib
import importlib
import re
import symtable
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lesson.precheck_notebook import Cell

EVERYWHERE = frozenset(dir(builtins)) | set(
    "__name__ __file__ __doc__ __annotations__ __builtins__ get_ipython display In Out exit quit _ __ ___ _ih _oh _dh".split()
)
_COMPREHENSIONS = {"listcomp", "setcomp", "dictcomp", "genexpr"}
_DYNAMIC = {"exec", "globals"}


@dataclass(frozen=True)
class Use:
    """A name that a cell reads: in which function (None at its top level), and in which line."""

    name: str
    function: str | None
    line: int


@dataclass(frozen=True)
class Missing:
    """A name that is not there when it is needed: the cell and the use, and where else it is: `later`, `deleted`."""

    cell: Cell
    use: Use
    later: Cell | None = None
    deleted: Cell | None = None


def missing_names(code: Sequence[tuple[Cell, ast.Module]]) -> list[Missing]:
    """The names that these cells, run from top to bottom, do not have when they need them."""
    if any(cell.by_student and _is_dynamic(tree) for cell, tree in code):
        return []
    known: set[str] = set(EVERYWHERE)
    deleted: dict[str, Cell] = {}
    bound = [(cell, bindings(tree)) for cell, tree in code]
    missing: list[Missing] = []
    for (cell, tree), (_, here) in zip(code, bound, strict=True):
        known |= here
        for use in uses(tree):
            if use.function is None and use.name not in known:
                later = next((other for other, names in bound if use.name in names), None)
                missing.append(Missing(cell, use, later, deleted.get(use.name)))
        for name in _deleted(tree):
            known.discard(name)
            deleted[name] = cell
    for cell, tree in code:
        gone = [use for use in uses(tree) if use.function is not None and use.name not in known]
        missing += [Missing(cell, use, None, deleted.get(use.name)) for use in gone]
    return [one for one in missing if one.cell.by_student and not re.fullmatch(r"_i?\d+", one.use.name)]


def uses(tree: ast.Module) -> Iterator[Use]:
    """The names of the notebook that a cell reads, each once a function."""
    source = ast.unparse(tree)
    try:
        table = symtable.symtable(source, "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError):
        return
    seen = dict.fromkeys(_read(table, None))
    for name, function in seen:
        yield Use(name, function, _line(tree, name, function))


def bindings(tree: ast.AST) -> set[str]:
    """The names that a cell gives the notebook."""
    names = set(_bound(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            names |= set(node.names)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            names |= _star(node.module or "")
    return names


def near(name: str, candidates: Iterable[str]) -> str | None:
    """A name that is likely to be meant: the same in other letters, or nearly the same."""
    known = sorted(set(candidates) - {name})
    alike = [one for one in known if one.replace("_", "").lower() == name.replace("_", "").lower()]
    return next(iter(alike or difflib.get_close_matches(name, known, 1, 0.78)), None)


def locals_of(tree: ast.Module, function: str | None) -> set[str]:
    """The arguments and variables of one function."""
    nodes = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == function]
    inner = [one for node in nodes for one in ast.walk(node)]
    stored = {one.id for one in inner if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    return stored | {one.arg for one in inner if isinstance(one, ast.arg)}


def _read(table: symtable.SymbolTable, function: str | None) -> Iterator[tuple[str, str | None]]:
    """Yield what this scope and those inside read of the notebook; a function counts for the outermost one around it."""
    top = table.get_type() == "module"
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (top or symbol.is_global()):
            yield symbol.get_name(), function
    for child in table.get_children():
        at_once = str(child.get_type()) == "class" or child.get_name() in _COMPREHENSIONS
        later = function or (None if at_once else child.get_name())
        if str(child.get_type()) == "class" and top:
            yield from _class(child)
        else:
            yield from _read(child, later)


def _class(table: symtable.SymbolTable) -> Iterator[tuple[str, str | None]]:
    """Yield what a class at the top level reads: its body at once, its methods later."""
    for symbol in table.get_symbols():
        if symbol.is_referenced() and symbol.is_global():
            yield symbol.get_name(), None
    for child in table.get_children():
        yield from _read(child, table.get_name())


def _line(tree: ast.Module, name: str, function: str | None) -> int:
    roots: list[ast.stmt] = [node for node in tree.body if getattr(node, "name", None) == function] if function else []
    for root in roots or tree.body:
        for node in ast.walk(root):
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
                return node.lineno
    return 1


def _bound(node: ast.AST) -> Iterator[str]:
    """Yield what running a node binds in its own scope."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
        return
    if isinstance(node, ast.Lambda):
        return
    if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        yield from (one.target.id for one in ast.walk(node) if isinstance(one, ast.NamedExpr))
        return
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield from ((alias.asname or alias.name).split(".")[0] for alias in node.names)
    if isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name
    if isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest
    if type(node).__name__ == "TypeAlias":
        yield from (one.id for one in ast.iter_child_nodes(node) if isinstance(one, ast.Name))
    for child in ast.iter_child_nodes(node):
        yield from _bound(child)


def _deleted(tree: ast.Module) -> set[str]:
    """The names that are gone when the cell has run."""
    gone: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Delete):
            gone |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        else:
            gone -= set(_bound(node))
    return gone


def _star(module: str) -> set[str]:
    """What `from module import *` brings, of modules that are safe to import; of others nothing is known."""
    top = module.split(".")[0]
    if top not in {"numpy", "lesson"} and top not in sys.stdlib_module_names:
        return set()
    try:
        loaded = importlib.import_module(module)
    except Exception:
        return set()
    return set(getattr(loaded, "__all__", None) or (name for name in vars(loaded) if not name.startswith("_")))


def _is_dynamic(tree: ast.AST) -> bool:
    """Does it make names in ways that a reader of the text cannot follow?"""
    stars = any(
        isinstance(node, ast.ImportFrom) and node.names[0].name == "*" and not _star(node.module or "")
        for node in ast.walk(tree)
    )
    return stars or any(isinstance(node, ast.Name) and node.id in _DYNAMIC for node in ast.walk(tree))
