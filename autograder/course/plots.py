"""Takes out of a notebook's cells the plotting that none of them uses: importing it takes the grader a second; trusted side."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

LIBRARY = "matplotlib"


def without_unused_plots(sources: Sequence[str], handout: Path) -> list[str]:
    """Return the cells without what they import for plots (the library, or helpers that import it) and never mention.

    Lines keep their numbers. What a cell does with plots where it runs stays, and so does every other import.
    """
    trees = [ast.parse(source) for source in sources]
    mentioned = {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return [_without(source, tree, mentioned, handout) for source, tree in zip(sources, trees, strict=True)]


def _without(source: str, tree: ast.Module, mentioned: set[str], handout: Path) -> str:
    lines = source.split("\n")
    for node in tree.body:
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        kept = [one for one in node.names if _bound(one) in mentioned or not _plots(node, one, handout)]
        first, last = node.lineno - 1, node.end_lineno or node.lineno
        alone = sum(one.lineno <= last and (one.end_lineno or one.lineno) > first for one in tree.body) == 1
        if len(kept) < len(node.names) and alone:
            node.names = kept
            lines[first:last] = [ast.unparse(node) if kept else "", *[""] * (last - first - 1)]
    return "\n".join(lines)


def _bound(name: ast.alias) -> str:
    return name.asname or name.name.partition(".")[0]


def _plots(node: ast.Import | ast.ImportFrom, name: ast.alias, handout: Path) -> bool:
    """Is this the plotting library, or a helper of the handout that speaks of it?"""
    module = name.name if isinstance(node, ast.Import) else node.module or ""
    if module.partition(".")[0] == LIBRARY:
        return True
    place = handout.joinpath(*module.split("."))
    files = [path for path in (place.with_suffix(".py"), place / f"{name.name}.py") if path.is_file()]
    return any(LIBRARY in path.read_text(encoding="utf-8") for path in files)
