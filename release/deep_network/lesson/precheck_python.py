"""A cell as Python: parsed as IPython would run it, or the reason why it cannot be; untrusted side."""

from __future__ import annotations

import ast
import re
import sys
import warnings
from collections.abc import Iterable
from dataclasses import dataclass

from lesson.precheck_notebook import Cell

SHELL = ("system", "getoutput", "run_line_magic", "run_cell_magic")
TRANSPARENT = ("time", "capture", "prun")  # cell magics whose body runs as the cell's own code
_PLAIN = r"""["']?(?:\./)?(\w[\w\-]*(?:/\w[\w\-]*)*(?:\.\w+)?)["']?"""
_WRITES = (
    re.compile(rf"\A\s*%%(?:writefile|file)[ \t]+(?:-a[ \t]+|--append[ \t]+)?{_PLAIN}[ \t]*$", re.MULTILINE),
    re.compile(rf"""\bopen\([ \t]*(?=["']){_PLAIN},[ \t]*(?:mode[ \t]*=[ \t]*)?["'][wax]"""),
)
_MAGIC_CELL = re.compile(r"\A\s*%%(\w+)[^\n]*(?:\n|\Z)")


@dataclass(frozen=True)
class Broken:
    """Why a cell is no Python: the words, and the line."""

    words: str
    line: int | None


def parse(source: str) -> ast.Module | Broken:
    """Parse a cell; lines keep their numbers."""
    text = source
    if (found := _MAGIC_CELL.match(source)) and found[1] in TRANSPARENT:
        text = "\n" * found[0].count("\n") + source[found.end() :]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(_plain(text))
    except SyntaxError as error:
        return Broken(error.msg, error.lineno)
    except (ValueError, RecursionError, MemoryError) as error:
        return Broken(str(error) or type(error).__name__, None)


def parsed(source: str) -> ast.Module:
    """Parse a cell; what is no Python is an empty one."""
    tree = parse(source)
    return tree if isinstance(tree, ast.Module) else ast.Module([], [])


def shell_calls(tree: ast.AST) -> list[tuple[str, str, int, bool]]:
    """The magics and shell lines of a cell: which of IPython's calls, its text, the line, and whether its result is used."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    found = []
    for call in calls:
        of = call.func.value if isinstance(call.func, ast.Attribute) else None
        if isinstance(of, ast.Call) and isinstance(of.func, ast.Name) and of.func.id == "get_ipython":
            texts = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            if name in SHELL:
                text = " ".join(texts[:2] if "magic" in name else texts[:1]).strip()
                found.append((name, text, call.lineno, id(call) not in bare))
    return found


def files_written(sources: Iterable[str]) -> frozenset[str]:
    """The files that a notebook writes beside itself by a cell magic or `open`: those are there while grading as well."""
    texts = list(sources)
    return frozenset(found[1] for pattern in _WRITES for text in texts for found in pattern.finditer(text))


def of_python(cells: list[Cell]) -> list[tuple[Cell, ast.Module]]:
    """The code cells that are Python, parsed."""
    trees = [(cell, parse(cell.source)) for cell in cells if cell.kind == "code"]
    return [(cell, tree) for cell, tree in trees if isinstance(tree, ast.Module)]


def newer_syntax(source: str, tree: ast.Module) -> tuple[str, int] | None:
    """Syntax that Python 3.11, the oldest that the course runs on, does not have: what it is, and its line."""
    for node in ast.walk(tree):
        if type(node).__name__ == "TypeAlias" or getattr(node, "type_params", None):
            return "type parameters", getattr(node, "lineno", 1)
    lines = source.split("\n")
    for node in ast.walk(tree) if sys.version_info >= (3, 12) else ():
        if not isinstance(node, ast.JoinedStr) or node.lineno != node.end_lineno:
            continue
        text = lines[node.lineno - 1].encode()[node.col_offset : node.end_col_offset].decode("utf-8", "replace")
        quote = text.lstrip("rRfFbB")[:1]
        if quote and text.count(quote) > 2 and not text.lstrip("rRfF").startswith(quote * 3) and f"\\{quote}" not in text:
            return "the same quotes inside an f-string", node.lineno
    return None


def _plain(source: str) -> str:
    """IPython's own lines as Python; without IPython they are taken for blank ones."""
    try:
        from IPython.core.inputtransformer2 import TransformerManager
    except ImportError:
        return re.sub(r"^([ \t]*)[%!].*$", r"\1pass", source, flags=re.MULTILINE)
    blank = len(source) - len(source.lstrip("\n"))  # IPython drops blank lines at the top, and lines would lose their numbers
    try:
        return "\n" * blank + str(TransformerManager().transform_cell(source))
    except SyntaxError:
        return source
