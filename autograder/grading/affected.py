"""Says which exercises a change of a submission's cells can affect, or that it could be any; trusted side.

Told from names alone, and whenever in doubt: any. A definition depends on the names that it mentions, and may also change the
data among them; a statement may change whatever it mentions. Where code reaches names by their text, as `eval` does, or puts
something into a module, nothing can be told.
"""

from __future__ import annotations

import ast
import builtins
import re
import symtable
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from autograder.submission.canonical import Canonical, CanonicalCell

_BY_TEXT = frozenset(
    {"eval", "exec", "globals", "locals", "vars", "getattr", "setattr", "delattr", "get_ipython", "compile", "open"}
    | {"__import__", "__builtins__", "__main__", "__dict__", "__globals__", "__code__", "__defaults__", "__class__", "modules"}
)
_STILL = (
    ast.Name,
    ast.Constant,
    ast.Attribute,
    ast.Load,
    ast.UnaryOp,
    ast.USub,
    ast.Subscript,
    ast.Tuple,
    ast.BinOp,
    ast.BitOr,
)
"""What may stand in a default or an annotation, and does nothing there."""


class _Unclear(Exception):
    """What a statement depends on or changes cannot be told from its names."""


@dataclass(frozen=True)
class _Statement:
    """A statement at the top of a cell, with the global names that it binds and those that it mentions."""

    binds: frozenset[str]
    mentions: frozenset[str]
    definition: bool
    imports: bool = False


def affected_exercises(before: Canonical, after: Canonical, tests: Mapping[str, str]) -> frozenset[str] | None:
    """Return the exercises whose outcome can be another one, or None where that cannot be told.

    `tests` holds the text of each exercise's hidden tests: they may call another exercise's functions.
    """
    try:
        edited = list(_statements(_changed(before, after)))
        statements = [*_statements(before.cells), *_statements(after.cells)]
    except (_Unclear, SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not all(one.definition for one in edited):
        return None
    reached = _reached((name for one in edited for name in one.binds), statements)
    return frozenset(
        exercise.id
        for exercise in after.assignment.exercises
        if reached.intersection(exercise.functions) or reached.intersection(re.findall(r"\w+", tests.get(exercise.id, "")))
    )


def _changed(before: Canonical, after: Canonical) -> list[CanonicalCell]:
    """Return the code cells that differ, as they were and as they are.

    Raises:
        _Unclear: more differs than answers.
    """
    if len(before.cells) != len(after.cells):
        raise _Unclear
    pairs = [(old, new) for old, new in zip(before.cells, after.cells, strict=True) if not _same(old, new)]
    if not all(old.origin is not None and old.origin is new.origin and old.origin.answer for old, new in pairs):
        raise _Unclear
    return [cell for pair in pairs for cell in pair]


def _same(one: CanonicalCell, other: CanonicalCell) -> bool:
    return (one.kind, one.source, one.run) == (other.kind, other.source, other.run) and one.origin is other.origin


def _statements(cells: Iterable[CanonicalCell]) -> Iterator[_Statement]:
    for cell in cells:
        if cell.kind == "code" and cell.run:
            for statement in ast.parse(cell.source).body:
                yield _read(statement, by_student=cell.by_student)


def _read(statement: ast.stmt, *, by_student: bool) -> _Statement:
    """Return what a statement binds and mentions.

    Raises:
        _Unclear: that cannot be told.
    """
    if isinstance(statement, ast.Import | ast.ImportFrom):
        names = frozenset((alias.asname or alias.name).partition(".")[0] for alias in statement.names)
        if "*" in names:
            raise _Unclear
        return _Statement(names, frozenset(), definition=False, imports=True)
    definition = _only_defines(statement)
    if by_student:
        _require_plain(statement, definition=definition)
    mentions = frozenset(_global_names(symtable.symtable(ast.unparse(statement), "cell", "exec"))) - _BUILTINS
    if isinstance(statement, ast.FunctionDef | ast.ClassDef) and definition:
        shared = {name for node in ast.walk(statement) if isinstance(node, ast.Global) for name in node.names}
        return _Statement(frozenset({statement.name, *shared}), mentions, definition=True)
    return _Statement(mentions, mentions, definition)


_BUILTINS = frozenset(dir(builtins))


def _global_names(table: symtable.SymbolTable) -> Iterator[str]:
    top = table.get_type() == "module"
    yield from (symbol.get_name() for symbol in table.get_symbols() if top or symbol.is_global())
    for child in table.get_children():
        yield from _global_names(child)


def _require_plain(statement: ast.stmt, *, definition: bool) -> None:
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and node.id in _BY_TEXT:
            raise _Unclear
        if isinstance(node, ast.Attribute):
            of_self = definition and isinstance(node.value, ast.Name) and node.value.id == "self"
            if node.attr in _BY_TEXT or (isinstance(node.ctx, ast.Store | ast.Del) and not of_self):
                raise _Unclear


def _only_defines(statement: ast.stmt) -> bool:
    """Does a statement do nothing but to bind a function or a class, or is it a text?"""
    if isinstance(statement, ast.FunctionDef):
        given: list[ast.AST] = [*statement.args.defaults, *(one for one in statement.args.kw_defaults if one is not None)]
        arguments = (node for node in ast.walk(statement.args) if isinstance(node, ast.arg))
        given += [one for one in (statement.returns, *(node.annotation for node in arguments)) if one is not None]
        return not statement.decorator_list and all(isinstance(node, _STILL) for one in given for node in ast.walk(one))
    if isinstance(statement, ast.ClassDef):
        plain = not (statement.decorator_list or statement.keywords or statement.bases)
        return plain and all(_only_defines(one) for one in statement.body)
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _reached(names: Iterable[str], statements: list[_Statement]) -> set[str]:
    """Return the names, all that is made of them, and all data that may be changed by what is among them."""
    imported = {name for one in statements if one.imports for name in one.binds}
    data = {name for one in statements if not (one.imports or one.definition) for name in one.binds}
    data -= {name for one in statements if one.definition for name in one.binds} | imported
    reached, size = set(names), -1
    while len(reached) > size:
        size = len(reached)
        for one in statements:
            if one.definition and one.binds & reached:
                reached |= one.mentions & data
            if one.mentions & reached:
                reached |= one.binds - imported
    return reached
