"""What the check before handing in has to say: one `Finding` a matter, with cell, line and remedy; untrusted side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lesson.display import Mark, Row, count
from lesson.precheck_expected import defined
from lesson.precheck_notebook import Cell

MEND, NOTE, FINE = "mend", "note", "fine"
MARKS = {MEND: Mark.WRONG, NOTE: Mark.NOTE, FINE: Mark.RIGHT}
MOST = 60  # rows


@dataclass(frozen=True)
class Finding:
    """One matter: what kind it is, how much it matters, where it is, what is the case, and what to do."""

    kind: str
    level: str
    where: str
    what: str
    remedy: str = ""
    cell: int | None = None
    line: int | None = None


def finding(kind: str, level: str, cell: Cell, what: str, remedy: str = "", line: int | None = None) -> Finding:
    """A finding in one cell."""
    return Finding(kind, level, place(cell, line), what, remedy, cell.number or None, line)


def place(cell: Cell, line: int | None = None) -> str:
    """How a student finds a cell again: what it holds, and its number from the top."""
    if cell.own:
        name = f"your own cell, number {cell.number} from the top"
    elif cell.solution:
        functions = defined(cell.source)
        name = f"{', '.join(functions) or cell.grade_id} (cell {cell.number} from the top)"
    else:
        name = f"the given cell {cell.grade_id} (number {cell.number} from the top)"
    return name + (f", line {line}" if line else "")


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """What is to mend first, then what is worth knowing, from the top of the notebook to its end; each once."""
    order = [MEND, NOTE, FINE]
    once = dict.fromkeys(findings)
    return sorted(once, key=lambda one: (order.index(one.level), one.cell or 0, one.line or 0))


def title(name: str, findings: Sequence[Finding]) -> str:
    """The headline."""
    mend = sum(one.level == MEND for one in findings)
    notes = sum(one.level == NOTE for one in findings)
    know = f", {count(notes, 'thing')} worth knowing" if notes else ""
    if not mend:
        return f"Before you hand in {name}: nothing to mend{know}"
    return f"Before you hand in {name}: {count(mend, 'thing')} to mend{know}"


def rows(findings: Sequence[Finding]) -> list[Row]:
    """The findings as rows of a table; what is said alike of several places is said once, with all of them."""
    places: dict[tuple[Mark, str, str], list[str]] = {}
    for one in findings:
        places.setdefault((_mark(one), one.what, one.remedy), []).append(one.where)
    table = [Row(mark, "\n".join(where), what, remedy) for (mark, what, remedy), where in places.items()]
    left = len(table) - MOST
    return table[:MOST] + ([Row(Mark.NOTE, "and more", f"{count(left, 'further line')} not shown.")] if left > 0 else [])


def _mark(one: Finding) -> Mark:
    return Mark.WAITING if one.kind in ("not-started", "empty-text") else MARKS[one.level]
