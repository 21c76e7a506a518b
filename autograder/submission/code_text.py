"""Reads and trims the text of code cells: what they define, what is a stub, whether two say the same; trusted side."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from autograder.submission.plain_python import dumped, parsed, statements

LARGEST_BROKEN = 20_000  # characters: longer texts that are no Python are not looked through statement by statement
FEW_TRIES = 80  # a notebook has many cells, and each is looked at several times
_DOCSTRING = re.compile(r"""^[ \t]*[rRuU]?(\"{3}|'{3}).*?\1""", re.MULTILINE | re.DOTALL)
_SAYS_NOTHING = re.compile(r"pass|\.\.\.|return( None)?|raise NotImplementedError(\(.*\))?")
_Defining = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Definition:
    """A name that a cell binds at its top level by def, class or assignment; lines are counted from 0, `end` excluded."""

    name: str
    written: bool  # is there more to it than a stub?
    start: int
    end: int


def is_stub(text: str, released: str) -> bool:
    """Is this the released stub or less: does no line of it say anything that the stub does not say?

    Comments, blank lines, docstrings, raises of NotImplementedError and lines such as `pass` say nothing. Whether the rest
    parses does not matter: a stub whose raise was deleted is still a stub.
    """
    return _bare(text) <= _bare(released)


def defines(text: str, name: str) -> bool:
    """Does any line of this text, which need not parse, define or assign the name?"""
    return bool(re.search(rf"^[ \t]*(?:(?:def|class)[ \t]+{re.escape(name)}\b|{re.escape(name)}[ \t]*=)", text, re.MULTILINE))


@lru_cache(maxsize=256)  # a cell is asked for several times while a submission is rebuilt, and parsing can be slow
def definitions(source: str) -> tuple[Definition, ...]:
    """Return what a cell defines at its top level, in order; of a cell that does not parse, what its whole statements do."""
    found: list[Definition] = []
    if len(source) > LARGEST_BROKEN and parsed(source) is None:
        return ()
    for part in statements(source, FEW_TRIES):
        tree = parsed(part.text)
        for node in tree.body if tree is not None else ():
            for name in _bound(node):
                written = not (isinstance(node, _Defining) and _unwritten(node))
                lines = [node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))]
                start, end = part.line - 2 + min(lines), part.line - 1 + (node.end_lineno or node.lineno)
                found.append(Definition(name, written, start, end))
    return tuple(found)


def written_names(source: str) -> set[str]:
    """Return the names that a cell defines by more than a stub."""
    return {one.name for one in definitions(source) if one.written}


def without(source: str, names: Collection[str], why: str) -> str:
    """Return a cell's text without these definitions, with a comment in the place of each; all other lines stay in place."""
    lines = source.split("\n")
    for one in definitions(source):
        if one.name in names:
            lines[one.start : one.end] = [f"# {one.name}: {why}", *[""] * (one.end - one.start - 1)]
    return "\n".join(lines)


def says_something(source: str) -> bool:
    """Is there a line in this text that is neither blank nor a comment?"""
    return bool(_bare(source))


def left_raises(source: str) -> Iterator[str]:
    """Yield the functions and methods (`Class.method`) that are written, and still hold `raise NotImplementedError`."""
    if source.isascii() and "NotImplementedError" not in source:  # nearly all; other letters could be read as these
        return
    tree = parsed(source)
    for node in tree.body if tree is not None else ():
        if isinstance(node, ast.ClassDef):
            methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
            left = [one for one in methods if _raises(one) and not _unwritten(one)]
            yield from (f"{node.name}.{one.name}" for one in left)
            yield from (node.name for one in left if one.name == "__init__")
        elif isinstance(node, ast.FunctionDef) and _raises(node) and not _unwritten(node):
            yield node.name


def same_content(one: str, other: str, kind: str) -> bool:
    """Do two texts differ in nothing but blanks, line ends and, for code, in the way it is laid out?"""
    if words(one) == words(other):
        return True
    if kind != "code":
        return False
    first, second = parsed(one), parsed(other)
    return first is not None and second is not None and dumped(first) == dumped(second)


def as_code(text: str) -> str:
    """Return the code in a cell that was turned into text: without the mark of a heading or the fence around it."""
    fenced = re.fullmatch(r"\s*```\w*\n(.*?)\n?```\s*", text, re.DOTALL)
    if fenced:
        return fenced[1]
    heading = re.match(r"#{1,6} (?=(?:def|class|import|from|@)\b)", text)
    return text[heading.end() :] if heading else text


def added_statements(source: str, original: str) -> list[str]:
    """Return the statements of a changed cell that the original has not, but for changed ones that bind nothing new.

    What was added can be run in a cell of its own; what was changed is the course's text and stays as it was.
    """
    tree = parsed(original)
    body = tree.body if tree is not None else []
    there = {dumped(node) for node in body}
    bound = {name for node in ast.walk(tree) for name in _bound(node)} if tree is not None else set()
    found = []
    for part in statements(source):
        own = parsed(part.text)
        if own is None or not own.body or all(dumped(node) in there for node in own.body):
            continue
        names = {name for node in own.body for name in _bound(node)}
        if names and not names & bound:
            found.append(part.text)
    return found


def remaining(source: str, added: Collection[str]) -> str:
    """Return a changed cell's text without the statements that `added_statements` found."""
    return "\n".join(part.text for part in statements(source) if part.text not in added)


def statement_keys(source: str) -> set[str]:
    """Return what tells a cell's statements from others, whatever their layout and comments."""
    tree = parsed(source)
    return {dumped(node) for node in tree.body} if tree is not None else set()


def definition_keys(source: str, names: Collection[str]) -> dict[str, str]:
    """Return what tells a cell's last definition of each of these names from others, whatever its layout and comments."""
    tree = parsed(source) if any(name in source for name in names) else None
    return {one.name: dumped(one) for one in tree.body if isinstance(one, _Defining) and one.name in names} if tree else {}


def _bound(node: ast.AST) -> list[str]:
    """Return the names that one statement binds."""
    if isinstance(node, _Defining):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(one.asname or one.name).partition(".")[0] for one in node.names]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]


def _unwritten(node: ast.stmt) -> bool:
    """Does a definition's body say nothing: docstrings, pass, and raises of NotImplementedError?"""
    if isinstance(node, ast.ClassDef):
        return all(_unwritten(one) for one in node.body)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return all(_says_nothing(one) for one in node.body)
    return _says_nothing(node)


def _says_nothing(node: ast.stmt) -> bool:
    constant = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    empty = isinstance(node, ast.Return) and (
        node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)
    )
    return constant or empty or isinstance(node, ast.Pass) or _is_raise(node)


def _is_raise(node: ast.AST) -> bool:
    raised = node.exc if isinstance(node, ast.Raise) else None
    raised = raised.func if isinstance(raised, ast.Call) else raised
    return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"


def _raises(node: ast.AST) -> bool:
    return any(_is_raise(one) for one in ast.walk(node))


def words(text: str) -> str:
    """Return a text with every run of blanks made one, to look it up by."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\ufeff", "").replace("\u200b", "")).split())


def _bare(text: str) -> set[str]:
    """Return the lines that say something."""
    lines = (re.sub(r"\s+", " ", line.split("#")[0]).strip().rstrip(";") for line in _DOCSTRING.sub("", text).split("\n"))
    return {line for line in lines if line and not _SAYS_NOTHING.fullmatch(line)}
