"""A notebook's visible checks one by one, and as a cell that stops at the first one that fails; trusted side.

A grade cell holds checks in a `with` block (`check("f(x)", ...)`, a line each) or asserts. The text of a check is what the
notebook shows: what students can run there themselves.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

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


def probe(source: str, *, checking: bool = True) -> Probe:
    """Return a grade cell taken apart; without `checking` only what it defines, which later cells may use."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Probe("")
    lines: list[str] = []
    checks: dict[int, VisibleCheck] = {}
    for text, check in _parts(body):
        if check is not None and not checking:
            continue
        first = len(lines) + 1
        lines += text.split("\n")
        if check is not None:
            checks |= dict.fromkeys(range(first, len(lines) + 1), check)
    return Probe("\n".join(lines), checks)


def _parts(body: list[ast.stmt]) -> Iterator[tuple[str, VisibleCheck | None]]:
    """Yield statements, each check in a `with` of its own; what is no check comes with None."""
    for statement in body:
        if isinstance(statement, ast.With):
            for one in statement.body:
                if isinstance(one, _KEPT):
                    yield ast.unparse(one), None
                else:
                    yield ast.unparse(ast.With(statement.items, [one], lineno=1)), _check(one)
        elif isinstance(statement, ast.Assert):
            why = _text(statement.msg) if statement.msg is not None else ""
            yield ast.unparse(statement), _bounded(ast.unparse(statement.test), why)
        else:
            yield ast.unparse(statement), None


def _check(statement: ast.stmt) -> VisibleCheck:
    """Return what a statement of a `with` block checks: the first text that a call in it passes, and the last as the reason."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Call) and node.args and (call := _text(node.args[0])):
            why = _text(node.args[-1]) if len(node.args) > 1 else ""
            return _bounded(call, why if " " in why else "")
    return _bounded(ast.unparse(statement), "")


def _text(node: ast.expr) -> str:
    """Return a text as it is written, with an ellipsis where a value is put in; nothing for what is no text."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _bounded(call: str, why: str) -> VisibleCheck:
    call = " ".join(call.split())
    return VisibleCheck(call if len(call) <= MAX_CALL else "", " ".join(why.split()))
