"""Cuts a plain Python file into its statements, also where it does not parse as a whole; trusted side."""

from __future__ import annotations

import ast
import re
import sys
import warnings
from dataclasses import dataclass

MAX_STATEMENTS = 1_500
REACH = 40  # so many pieces are tried together where one alone is no statement
MAX_TRIES = 2_000
_GOES_ON = re.compile(r"[ \t)\]}]|(?:else|elif|except|finally)\b|$")


@dataclass(frozen=True)
class Statement:
    """A statement with the comments and decorators above it, and the line of the file where it begins."""

    text: str
    line: int


def parsed(source: str) -> ast.Module | None:
    """Return the syntax tree, or None where the text is no Python of this version."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an unknown escape in a student's string is nobody's business here
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def graded_with(kind: str) -> str:
    """Name the version of Python behind an error of this kind: a newer one may know the syntax that this one does not."""
    if kind not in ("SyntaxError", "IndentationError", "TabError"):
        return ""
    return f" (graded with Python {sys.version_info.major}.{sys.version_info.minor})"


def dumped(node: ast.AST) -> str:
    """Return what tells a piece of Python from others, whatever its layout; one that cannot be written is like no other.

    That is one that nests too deeply, or holds a number of so many digits (in hexadecimals) that Python writes it no more.
    """
    try:
        return ast.dump(node)
    except (RecursionError, ValueError):
        return f"cannot be written: {id(node)}"


def statements(text: str, tries: int = MAX_TRIES) -> list[Statement]:
    """Return a file's statements in order; a piece that is no Python is one of them, and costs only itself."""
    lines = text.split("\n")
    tree = parsed(text)
    begins = _by_tree(tree) if tree is not None else _by_indentation(lines, tries)
    return _cut(lines, begins)


def _by_tree(tree: ast.Module) -> list[int]:
    """Return the first line of each statement, counted from 0; statements on one line are one."""
    begins: list[int] = []
    end = 0
    for node in tree.body:
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(one.lineno for one in decorators)])
        if first > end:
            begins.append(first - 1)
        end = max(end, node.end_lineno or node.lineno)
    return begins


def _by_indentation(lines: list[str], budget: int) -> list[int]:
    """Return where statements begin in a file that does not parse: at unindented lines, together where only so they parse."""
    pieces: list[int] = []
    for number, line in enumerate(lines):
        decorated = bool(pieces) and all(one.startswith(("@", "#")) or not one for one in lines[pieces[-1] : number])
        if not _GOES_ON.match(line) and not line.startswith("#") and not decorated:
            pieces.append(number)
    begins: list[int] = []
    place = tries = 0
    while place < len(pieces):
        begins.append(pieces[place])
        size = 1
        for more in range(1, REACH + 1):
            if place + more > len(pieces) or tries > budget:
                break
            tries += 1
            end = pieces[place + more] if place + more < len(pieces) else len(lines)
            if parsed("\n".join(lines[pieces[place] : end])) is not None:
                size = more
                break
        place += size
    return begins


def _cut(lines: list[str], begins: list[int]) -> list[Statement]:
    """Cut the lines at these beginnings, moved up over the comments and blank lines that lead to each."""
    starts: list[int] = []
    for begin in begins:
        first = begin
        floor = starts[-1] + 1 if starts else 0
        while first > floor and lines[first - 1].startswith("#"):
            first -= 1
        starts.append(first)
    if not starts:
        return [Statement(text, 1)] if (text := "\n".join(lines)).strip() else []
    starts[0] = next((number for number in range(starts[0]) if lines[number].strip()), starts[0])
    texts = ["\n".join(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    texts[:-1] = [text.rstrip() for text in texts[:-1]]
    return [Statement(text, start + 1) for text, start in zip(texts, starts, strict=True)]
