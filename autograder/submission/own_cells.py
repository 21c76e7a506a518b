"""Tells which of a student's own cells the answers need, so that the others can be stopped first; trusted side.

A cell is needed when it binds a name that an answer, a provided cell or another needed cell uses. What a cell does is not
looked at, only its names: where that cannot be told, it is needed.
"""

from __future__ import annotations

import re
import symtable
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.submission.canonical import Canonical
from autograder.worker.cell_run import HELPER, PROVIDED, STUDY, Role

_NEEDS_IPYTHON = re.compile(r"^[ \t]*[%!?].*$", re.MULTILINE)
_FILES = re.compile(r"^[ \t]*%(?:run\b|%writefile\b|%file\b)", re.MULTILINE)
_REACHES_ANYTHING = frozenset({"open", "Path", "exec", "eval", "globals", "setattr", "get_ipython", "__import__", "*"})
LABEL_CHARACTERS = 40


@dataclass(frozen=True)
class _Names:
    """The names of a cell's module that it binds, those of them that it only imports, and those that it uses."""

    binds: frozenset[str]
    imports: frozenset[str]
    uses: frozenset[str]


def roles(canonical: Canonical) -> list[Role]:
    """Return the role of each cell that is run, in the notebook's order, with how to call it in a sentence."""
    run = [cell for cell in canonical.cells if cell.run]
    names = [_names(cell.source) for cell in run]
    own = [index for index, cell in enumerate(run) if cell.origin is None]
    provided = [names[index] for index, cell in enumerate(run) if cell.origin is not None]
    needed = _needed(canonical, names, own, provided)
    found = []
    for index, cell in enumerate(run):
        if cell.origin is not None:
            found.append(Role(PROVIDED, f"the cell {cell.origin.grade_id or _begins(cell.source)}"))
        else:
            kind = HELPER if index in needed else STUDY
            found.append(Role(kind, f"your own cell {own.index(index) + 1} of {len(own)} ({_begins(cell.source)})"))
    return found


def _needed(
    canonical: Canonical, names: Sequence[_Names | None], own: Sequence[int], provided: Sequence[_Names | None]
) -> set[int]:
    """Return the own cells that bind what is used, and what those use in turn."""
    imported = {name for one in provided if one is not None for name in one.imports}
    used = {name for exercise in canonical.assignment.exercises for name in exercise.functions}
    used |= {name for one in provided if one is not None for name in one.uses}
    needed = {index for index in own if names[index] is None}
    while True:
        new = set()
        for index in own:
            one = names[index]
            if index not in needed and one is not None and (one.binds - (one.imports & imported)) & used:
                new.add(index)
                used |= one.uses
        if not new:
            return needed
        needed |= new


def _names(source: str) -> _Names | None:
    """Return a cell's names, or None where they cannot be told, or where it writes or runs a file that others may use."""
    if _FILES.search(source):
        return None
    try:
        table = symtable.symtable(_NEEDS_IPYTHON.sub("", source), "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    top = table.get_symbols()
    binds = {one.get_name() for one in top if one.is_assigned() or one.is_imported() or one.is_namespace()}
    imports = {one.get_name() for one in top if one.is_imported() and not one.is_assigned()}
    uses = {one.get_name() for one in top if one.is_referenced()}
    inner = list(table.get_children())
    while inner:
        scope = inner.pop()
        inner += scope.get_children()
        shared = [one for one in scope.get_symbols() if one.is_global()]
        uses |= {one.get_name() for one in shared if one.is_referenced()}
        binds |= {one.get_name() for one in shared if one.is_assigned() or one.is_imported()}
    if _REACHES_ANYTHING & (uses | binds) or re.search(r"^[ \t]*from .* import \*", source, re.MULTILINE):
        return None
    return _Names(frozenset(binds), frozenset(imports), frozenset(uses))


def _begins(source: str) -> str:
    """Quote the beginning of a cell's first line of code."""
    lines = [line.strip() for line in source.split("\n")]
    line = next((line for line in lines if line and not line.startswith(("#", "import ", "from "))), lines[0])
    printable = "".join(one if one.isprintable() else " " for one in line)
    return printable if len(printable) <= LABEL_CHARACTERS else printable[: LABEL_CHARACTERS - 1].rstrip() + "…"
