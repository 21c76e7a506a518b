"""The students' helper package: which of its modules an assignment needs, so that it gets no others; trusted side.

A helper that one notebook needs may answer an exercise of another: each release, and each worker, holds only what its own
notebook imports, and what those modules import in turn.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path


def needed(imported: Iterable[str], handout: Path) -> tuple[str, ...]:
    """Return the helper modules, by dotted name, that these imports load: packages, the modules, and theirs in turn."""
    found: set[str] = set()
    waiting = list(imported)
    while waiting:
        name = waiting.pop()
        path = module_file(name, handout)
        if path is None or name in found:
            continue  # numpy, say, or a name that a module defines
        found.add(name)
        package = name if path.stem == "__init__" else name.rpartition(".")[0]
        waiting += [name.rpartition(".")[0], *imports(path.read_text(encoding="utf-8"), package)]
    return tuple(sorted(found))


def module_file(name: str, handout: Path) -> Path | None:
    """Return the file of a helper module or package, or None where the handout has none of this name."""
    if not name:
        return None
    path = handout.joinpath(*name.split("."))
    candidates = (path.with_name(f"{path.name}.py"), path / "__init__.py")
    return next((file for file in candidates if file.is_file()), None)


def files(modules: Iterable[str], handout: Path) -> list[Path]:
    """Return the files of helper modules."""
    found = (module_file(name, handout) for name in modules)
    return sorted(path for path in found if path is not None)


def imports(source: str, package: str = "") -> set[str]:
    """Return what a cell or a file imports: `from lesson import data` counts as lesson and as lesson.data.

    Imports that begin with a dot are read as a module of this package means them. Lines of IPython's own
    syntax are passed over; where the rest does not parse either, its lines are read one by one.
    """
    lines = [line for line in source.split("\n") if not re.match(r"\s*[%!]", line)]
    try:
        trees = [ast.parse("\n".join(lines))]
    except (SyntaxError, ValueError):
        trees = [tree for tree in map(_parsed, lines) if tree is not None]
    return {name for tree in trees for node in _statements(tree) for name in _names(node, package)}


def preloadable(source: str) -> set[str]:
    """Return the packages that the lines of a cell import, for a zygote to import once."""
    found = (re.match(r"\s*(?:from|import)\s+([\w.]+)", line) for line in source.split("\n"))
    return {match[1] for match in found if match}


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the statements in a node, wherever they stand; expressions, which are most of a file, hold no import."""
    for field in ("body", "handlers", "orelse", "finalbody", "cases"):
        inner = getattr(node, field, ())
        for one in inner if isinstance(inner, list) else ():
            yield one
            yield from _statements(one)


def _parsed(line: str) -> ast.Module | None:
    try:
        return ast.parse(line.strip())
    except (SyntaxError, ValueError):
        return None


def _names(node: ast.AST, package: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    base = ".".join([*above, *([node.module] if node.module else [])])
    return [base, *(f"{base}.{alias.name}" for alias in node.names)] if base else []
