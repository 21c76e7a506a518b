"""What a student's code is made of, whatever its names, layout and order: hashed pieces of syntax trees; trusted side.

Every statement and every larger expression is a feature. Names that a student chose are all alike in it; numbers, keys,
NumPy's names and those that the notebook gives are kept. So renaming, reformatting, another order or comments change little.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import hashlib
import io
import re
import tokenize
import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass

SMALLEST = 7  # nodes of an expression that counts by itself; a smaller one is in everybody's code
MANY = 4_000  # features of one function: more is a list of numbers, or was made to cost time
LONG = 60_000  # characters of a cell that are looked at
COMMENT_WORDS = 4  # of a comment that counts: a shorter one is a heading
_LEFT_OUT = ("ctx", "type_comment", "kind", "annotation", "returns")
_NO_STATEMENT = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
_ANYBODY = frozenset(dir(builtins)) | {"np", "numpy", "math", "plt"}


@dataclass(frozen=True)
class Piece:
    """The features of one function, by its name; what stands outside all functions has the name ""."""

    name: str
    features: frozenset[str]


def pieces(source: str, given: Collection[str] = ()) -> tuple[Piece, ...]:
    """Return the features of a cell, function by function; none where it is no Python. `given` names keep what they are."""
    source = source[:LONG]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    kept = _ANYBODY | frozenset(given)
    found: dict[str, set[str]] = {}
    for node in body:
        name = node.name if isinstance(node, ast.FunctionDef | ast.ClassDef) else ""
        with contextlib.suppress(RecursionError, ValueError):  # nested too deep, or a number too long to be written
            found.setdefault(name, set()).update(_features(node, kept))
    for name, text in _comments(source, body):
        found.setdefault(name, set()).add(_hashed(f"# {text}"))
    return tuple(Piece(name, frozenset(features)) for name, features in found.items() if features)


def _features(node: ast.stmt, kept: frozenset[str]) -> set[str]:
    """Return the statements and larger expressions of a definition, without docstrings, annotations and what it is called."""
    found: set[str] = set()
    _shape(node, kept, found)
    return found if len(found) <= MANY else set()


def _shape(node: object, kept: frozenset[str], found: set[str]) -> tuple[str, int]:
    """Return a tree as text, in which all names of the student's own are alike, and its size; add what counts to `found`."""
    if isinstance(node, ast.Name):
        return (node.id if node.id in kept else "_"), 1
    if isinstance(node, ast.arg):
        return "_", 1
    if isinstance(node, list):
        return _listed(node, kept, found)
    if not isinstance(node, ast.AST):
        return repr(node), 0
    fields = [(name, value) for name, value in ast.iter_fields(node) if name not in _LEFT_OUT]
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        fields = [("body", node.body)]
    fields = [(name, "_" if _is_own(node, name, kept) else value) for name, value in fields]
    parts = [_shape(value, kept, found) for _, value in fields]
    texts = [text for text, _ in parts]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mult):
        texts.sort()  # the order of a sum is nobody's idea
    text, size = f"{type(node).__name__}({','.join(texts)})", 1 + sum(count for _, count in parts)
    is_statement = isinstance(node, ast.stmt) and not isinstance(node, _NO_STATEMENT) and not _is_docstring(node)
    if is_statement or (isinstance(node, ast.expr) and size >= SMALLEST):
        text = _hashed(text)
        found.add(text)
    return text, size


def _is_own(node: ast.AST, field: str, kept: frozenset[str]) -> bool:
    """Whether a field of a node is a name that the student chose: of an attribute of `self`."""
    if not isinstance(node, ast.Attribute) or field != "attr" or node.attr in kept:
        return False
    return isinstance(node.value, ast.Name) and node.value.id == "self"


def _listed(nodes: list[object], kept: frozenset[str], found: set[str]) -> tuple[str, int]:
    """Return a list's items; the lines of a block are features of their own, and no part of what stands above them."""
    parts = [(one, _shape(one, kept, found)) for one in nodes]
    here = [part for one, part in parts if not isinstance(one, ast.stmt)]
    return f"[{','.join(text for text, _ in here)}]", sum(size for _, size in here)


def _comments(source: str, body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Yield the words of each longer comment, with the function that it stands in."""
    places = [(one.lineno, one.end_lineno or one.lineno, one.name) for one in body
              if isinstance(one, ast.FunctionDef | ast.ClassDef)]  # fmt: skip
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):
        return
    for token in tokens:
        if token.type == tokenize.COMMENT:
            words = re.findall(r"\w+", token.string.lower())
            if len(words) >= COMMENT_WORDS:
                name = next((name for first, last, name in places if first <= token.start[0] <= last), "")
                yield name, " ".join(words)


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _hashed(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
