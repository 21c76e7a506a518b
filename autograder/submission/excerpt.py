"""Cuts one function out of a student's cells, as it stands, and turns it into a bank entry; nothing is run; trusted side."""

from __future__ import annotations

import ast
import builtins
import re
import warnings
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from autograder.submission import names

MAX_LINES = 80
QUESTION = "Write the question here that lets a student find the mistake; never the fix."
_ALWAYS = frozenset(dir(builtins)) | {"np", "math", "random"}


@dataclass(frozen=True)
class Excerpt:
    """A piece of a student's code; `name` is the function that it defines, or None where it could not be parsed."""

    source: str
    name: str | None
    helpers: tuple[str, ...] = ()  # names that it takes from elsewhere in the student's cells


def definition(cells: Sequence[str], name: str, fallback: str) -> Excerpt | None:
    """Return the last definition of a function or class; `fallback` where there is none; None without any text."""
    plain = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells]  # so that lines are what Python counts
    known = {bound for cell in plain for bound in bound_names(cell)}
    for cell in reversed(plain):
        tree = _parsed(cell)
        for node in reversed(tree.body if tree else []):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name:
                return Excerpt(_lines(cell, node), name, tuple(sorted((_used(node) & known) - {name})))
    return Excerpt(fallback.strip("\n"), None) if fallback.strip() else None


def as_bank_entry(code: Excerpt, entry: str, provided: Collection[str]) -> str | None:
    """Return the function renamed, with a docstring to fill in; None where the code is no function that can be written again.

    `provided` are the notebook's own names, which an entry finds around it; what else it needs is said in a comment.
    """
    tree = _parsed(code.source)
    if code.name is None or tree is None or not isinstance(tree.body[0], ast.FunctionDef | ast.ClassDef):
        return None
    node = tree.body[0]
    try:
        text = _with_question(code.source, node, entry)
        if not _does_the_same(text, node):
            text = _written_anew(node, entry)  # an unusual layout: its comments are lost
    except (ValueError, RecursionError, MemoryError):  # numbers of too many digits; it nests too deeply
        return None
    needs = [name for name in code.helpers if name not in provided and name not in _ALWAYS]
    comment = f"# It also uses {', '.join(needs)}: copy what is missing, with names that begin with _.\n" if needs else ""
    return comment + text


def bound_names(source: str) -> set[str]:
    """Return the names that a cell binds at its top level; none where it does not parse."""
    return {binding.name for binding in names.bindings(source)} if _parsed(source) else set()


def shortened(source: str) -> str:
    """Return at most so many lines, and say how many are left out."""
    lines = source.split("\n")
    if len(lines) <= MAX_LINES:
        return source
    return "\n".join([*lines[:MAX_LINES], f"# ... and {len(lines) - MAX_LINES} more lines: see the submission"])


def _lines(cell: str, node: ast.FunctionDef | ast.ClassDef) -> str:
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    return "\n".join(cell.split("\n")[first - 1 : node.end_lineno])


def _with_question(source: str, node: ast.FunctionDef | ast.ClassDef, entry: str) -> str:
    """Rename a function and put the question in its docstring's place, with every other line left as it is."""
    lines = source.split("\n")
    first = node.body[0]
    indent = re.match(r"[ \t]*", lines[first.lineno - 1])[0]  # type: ignore[index]  # it always matches
    head = "\n".join(lines[node.lineno - 1 : first.lineno - 1])
    head = re.sub(rf"\b(def|class)(\s+){re.escape(node.name)}\b", rf"\1\2{entry}", head, count=1)
    rest = lines[(first.end_lineno or first.lineno) if ast.get_docstring(node) is not None else first.lineno - 1 :]
    return "\n".join([head, f'{indent}"""{QUESTION}"""', *rest])


def _does_the_same(text: str, node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Is the text one definition with the question for its docstring, and otherwise the same statements?"""
    tree = _parsed(text)
    again = tree.body[0] if tree is not None else None
    if not isinstance(again, ast.FunctionDef | ast.ClassDef) or ast.get_docstring(again) != QUESTION:
        return False
    return [ast.dump(one) for one in again.body[1:]] == [ast.dump(one) for one in _statements(node)]


def _statements(node: ast.FunctionDef | ast.ClassDef) -> list[ast.stmt]:
    return node.body[1:] if ast.get_docstring(node) is not None else node.body


def _written_anew(node: ast.FunctionDef | ast.ClassDef, entry: str) -> str:
    body = [ast.Expr(ast.Constant(QUESTION)), *_statements(node)]
    node.name, node.decorator_list, node.body = entry, [], body
    return ast.unparse(ast.fix_missing_locations(node))


def _used(node: ast.AST) -> set[str]:
    """Return the names that a definition takes from outside itself."""
    names = [one for one in ast.walk(node) if isinstance(one, ast.Name)]
    own = {one.id for one in names if isinstance(one.ctx, ast.Store)}
    own |= {one.arg for one in ast.walk(node) if isinstance(one, ast.arg)}
    return {one.id for one in names if isinstance(one.ctx, ast.Load)} - own


def _parsed(source: str) -> ast.Module | None:
    """Parse a student's text; whatever is wrong with it, there is no exception."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes in a student's text are not ours to report
            tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return tree if tree.body else None
