"""A notebook's visible checks one by one, and as a cell that stops at the first one that fails; trusted side.

A grade cell holds checks in a `with` block (`check("f(x)", ...)`, a line each) or asserts. The text of a check is what the
notebook shows: what students can run there themselves.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

MAX_CALL = 300  # characters; a longer check is no line that anybody would type again
_KEPT = (ast.Assign, ast.AnnAssign, ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


@dataclass(frozen=True)
class VisibleCheck:
    """One check: what is called, and the reason that stands beside it."""

    call: str
    why: str = ""


@dataclass(frozen=True)
class Probe:
    """A cell that runs checks one after another; `checks` tells by line which one the cell stopped at."""

    source: str
    checks: Mapping[int, VisibleCheck] = field(default_factory=dict)


def probe(source: str, *, checking: bool = True, keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> Probe:
    """Return a grade cell taken apart; without `checking` only what it defines, which later cells may use.

    `keys` are those of the dictionaries that earlier cells made: a loop over one is taken apart as well.
    """
    body = _body(source)
    known = {**keys, **dictionary_keys(source)}
    lines: list[str] = []
    checks: dict[int, VisibleCheck] = {}
    for text, check in _parts(body, known):
        if check is not None and not checking:
            continue
        first = len(lines) + 1
        lines += text.split("\n")
        if check is not None:
            checks |= dict.fromkeys(range(first, len(lines) + 1), check)
    return Probe("\n".join(lines), checks)


def dictionary_keys(source: str) -> dict[str, tuple[str, ...]]:
    """Return the keys of each dictionary that a cell writes down under one name, where all of them are texts."""
    found = {}
    for node in _body(source):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and isinstance(node.targets[0], ast.Name):
            keys = [key.value for key in node.value.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
            if len(keys) == len(node.value.keys):
                found[node.targets[0].id] = tuple(keys)
    return found


def _body(source: str) -> list[ast.stmt]:
    try:
        return ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


def _parts(body: list[ast.stmt], keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, VisibleCheck | None]]:
    """Yield statements, each check in a `with` of its own; what is no check comes with None."""
    for statement in body:
        if isinstance(statement, ast.With):
            for one in statement.body:
                if isinstance(one, _KEPT):
                    yield ast.unparse(one), None
                    continue
                for part, values in _rounds(one, keys):
                    yield ast.unparse(ast.With(statement.items, [part], lineno=1)), _check(part, values)
        elif isinstance(statement, ast.Assert):
            why = _text(statement.msg) if statement.msg is not None else ""
            yield ast.unparse(statement), _bounded(ast.unparse(statement.test), why)
        else:
            yield ast.unparse(statement), None


def _rounds(statement: ast.stmt, keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[ast.stmt, Mapping[str, str]]]:
    """Yield each check of a loop over a dictionary alone, with the key that it is about; any other statement as it is."""
    loop = re.fullmatch(r"for (?:\(?(\w+), \w+\)? in (\w+)\.items\(\)|(\w+) in (\w+)):", ast.unparse(statement).split("\n")[0])
    variable, of = (loop[1] or loop[3], loop[2] or loop[4]) if loop else ("", "")
    if not isinstance(statement, ast.For) or of not in keys:
        yield statement, {}
        return
    for key in keys[of]:
        pair = ast.parse(f"[({key!r}, {of}[{key!r}])]" if loop and loop[1] else f"[{key!r}]", mode="eval").body
        for one in statement.body:
            yield ast.For(statement.target, pair, [one], [], lineno=1), {variable: key}


def _check(statement: ast.stmt, values: Mapping[str, str] = MappingProxyType({})) -> VisibleCheck:
    """Return what a statement of a `with` block checks: the first text that a call in it passes, and the last as the reason."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Call) and node.args and (call := _text(node.args[0], values)):
            why = _text(node.args[-1], values) if len(node.args) > 1 else ""
            return _bounded(call, why if " " in why else "")
    return _bounded(ast.unparse(statement), "")


def _text(node: ast.expr, values: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a text as it is written, with an ellipsis where an unknown value is put in; nothing for what is no text."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part, values) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return values.get(ast.unparse(node.value), "…") if node.conversion == -1 and node.format_spec is None else "…"
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _bounded(call: str, why: str) -> VisibleCheck:
    call = " ".join(call.split())
    return VisibleCheck(call if len(call) <= MAX_CALL else "", " ".join(why.split()))
