"""Tells which variables a function reads above the line that first binds them; trusted side."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.submission.names import local_to, tables_of

_SCOPES = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_Use = tuple[int, int, str]  # line, column, "read" or "written"


def too_early(node: ast.stmt) -> dict[str, int]:
    """Return the local names of a function that are read above the line that first binds them."""
    if not isinstance(node, ast.FunctionDef):
        return {}
    own = {name for table in tables_of(node)[1:2] for name in local_to(table)}
    first: dict[str, _Use] = {}
    for name, use in _uses(node):
        if name in own:
            first[name] = min(use, first.get(name, use))
    return {name: first[name][0] for name in sorted(first) if first[name][2] == "read"}


def _uses(node: ast.FunctionDef) -> Iterator[tuple[str, _Use]]:
    """Yield where a function reads and binds each of its variables, in one pass: both may be ten thousand."""
    for one in ast.walk(node.args):
        if isinstance(one, ast.arg):
            yield one.arg, (0, 0, "written")
    assigned: set[int] = set()  # targets, which are bound once the value beside them has been read
    todo: list[ast.AST] = list(node.body)
    while todo:
        here = todo.pop()
        if isinstance(here, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = here.targets if isinstance(here, ast.Assign) else [here.target]
            for part in (part for target in targets for part in ast.walk(target)):
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                    assigned.add(id(part))
                    yield part.id, _assigned_at(here)
        elif isinstance(here, ast.Name) and id(here) not in assigned:
            yield here.id, (here.lineno, here.col_offset, "read" if isinstance(here.ctx, ast.Load) else "written")
        else:
            for name in _named_by(here):
                yield name, (here.lineno, here.col_offset, "written")  # type: ignore[attr-defined]  # all of them are statements or handlers
        if not isinstance(here, _SCOPES):
            todo.extend(ast.iter_child_nodes(here))


def _assigned_at(node: ast.Assign | ast.AnnAssign | ast.AugAssign) -> _Use:
    if isinstance(node, ast.AugAssign):
        return node.lineno, node.col_offset, "read"
    return node.end_lineno or node.lineno, node.end_col_offset or 0, "written"


def _named_by(node: ast.AST) -> list[str]:
    """Return the names that a definition, an import or a handler binds, which are no names in the tree."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.ExceptHandler):
        return [node.name] if node.name else []
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
    return []
