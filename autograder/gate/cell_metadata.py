"""What nbgrader would stop at in a source notebook's cells, said with the cell before nbgrader is asked; trusted side."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autograder.errors import UsageError

_BEGIN, _END = "BEGIN SOLUTION", "END SOLUTION"
_ID = re.compile(r"[A-Za-z0-9_\-]+")


def refuse_wrong_cells(path: Path) -> None:
    """Refuse a source notebook that no release can be made of.

    Raises:
        UsageError: with every cell at fault, and what is wrong with it.
    """
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    if problems := list(_problems(cells)):
        raise UsageError(f"{path.parent.name}: no release can be made of it. " + " ".join(problems))


def _problems(cells: list[dict[str, Any]]) -> Iterator[str]:
    seen: set[str] = set()
    for number, cell in enumerate(cells, 1):
        found, source = cell["metadata"].get("nbgrader", {}), "".join(cell["source"])
        name = found.get("grade_id")
        where = f"cell {name!r}" if name else f"cell {number} ({source.strip()[:40]!r})"
        if name is not None and not (isinstance(name, str) and _ID.fullmatch(name)):
            yield f"The grade_id {name!r} of cell {number} may hold letters, digits, _ and - alone."
        if name in seen:
            yield f"Two cells have the grade_id {name!r}: give each a name of its own."
        seen |= {name} if isinstance(name, str) else set()
        points = found.get("points")
        if (found.get("grade") or found.get("task")) and (isinstance(points, bool) or not isinstance(points, int | float)):
            yield f"The points of {where} are {points!r}: a number is needed, such as 2 or 2.5."
        elif isinstance(points, int | float) and points < 0:
            yield f"The points of {where} are {points:g}: 0 is the least."
        if source.count(_BEGIN) != source.count(_END):
            yield f"In {where}, {_BEGIN} stands {source.count(_BEGIN)} times and {_END} {source.count(_END)} times."
