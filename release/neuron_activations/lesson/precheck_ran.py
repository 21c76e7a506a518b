"""What a fresh run tells: which cells stop and where, which checks are still to go, and what takes long; untrusted side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lesson.precheck_expected import Expected
from lesson.precheck_findings import FINE, MEND, NOTE, Finding, finding
from lesson.precheck_fresh import ALL_SECONDS, CELL_SECONDS, Ran
from lesson.precheck_notebook import Cell

LONG = 5.0  # seconds of an own cell that are worth a word
LIMIT = f"A cell may take {CELL_SECONDS:.0f} seconds while grading, and all together {ALL_SECONDS:.0f}."
SHORTER = "Use fewer iterations, or turn the cell into text (Esc, then M) before you hand in."


def check_run(ran: Sequence[Ran], wanted: Sequence[Cell], expected: Expected, before: Sequence[Finding]) -> list[Finding]:
    """Say what went wrong in a fresh run; `before` is known already, and is not said twice."""
    found: list[Finding] = []
    blamed = {one.cell for one in before if one.level == MEND}
    waiting = any(one.kind in ("not-started", "missing-cell") for one in before)
    for one in ran:
        found += _slow(one)
        if one.error is None or one.error["kind"] == "TooSlow":
            continue
        unstarted = waiting and one.error["kind"] in ("NotImplementedError", "NameError") and not one.cell.solution
        if one.cell.check:
            answers = _answers(one.cell, expected, wanted)
            if not answers & blamed and not unstarted and answers:
                found += _checks(one, waiting)
        elif one.cell.number not in blamed and not unstarted:
            found.append(_stops(one, ran))
    found += _together(ran)
    if (
        len(ran) == len(wanted)
        and not found
        and not any(one.error for one in ran)
        and not any(one.kind == "syntax" for one in before)
    ):
        took = sum(one.seconds for one in ran)
        what = f"A fresh run from top to bottom works: {len(ran)} cells in {took:.1f} seconds, without the studies."
        found.append(Finding("fresh-run", FINE, "a fresh run", what))
    elif len(ran) < len(wanted):
        what = f"The cells below it were not tried: {len(wanted) - len(ran)} of {len(wanted)}."
        found.append(Finding("not-tried", NOTE, "a fresh run", what, "Mend the cell in which the run ended, then check again."))
    return found


def _answers(check: Cell, expected: Expected, wanted: Sequence[Cell]) -> set[int | None]:
    """The numbers of the answer cells that a cell of checks looks at."""
    for released, answers in expected.exercises():
        if released.grade_id == check.grade_id:
            ids = {answer.grade_id for answer in answers}
            return {cell.number for cell in wanted if cell.grade_id in ids}
    return set()


def _checks(one: Ran, waiting: bool) -> Iterator[Finding]:
    error = one.error or {}
    if error["kind"] != "CheckFailed":
        yield finding(
            "checks", MEND, one.cell, f"The checks cannot run: {_said(error)}", "Look at the cell above it.", error["line"]
        )
    elif not (waiting and "not started" in error["words"]):
        remedy = "Run it, and read the lines that are marked ✗."
        yield finding("checks", MEND, one.cell, f"Not all visible checks pass yet: {error['words']}.", remedy)


def _stops(one: Ran, ran: Sequence[Ran]) -> Finding:
    """A cell that does not run to its end; where another cell's function stopped, that line is named too."""
    error = one.error or {}
    line = error["line"]
    here = f"<cell {next((index for index, other in enumerate(ran) if other is one), -1)}>"
    inside = ""
    if error["cell"] not in (None, here) and (found := re.fullmatch(r"<cell (\d+)>", str(error["cell"]))):
        culprit = ran[int(found[1])].cell
        inside, line = f" (in {error['function']}, cell {culprit.number}, line {line})", None
    what = f"In a fresh run this cell stops: {_said(error)}{inside}"
    remedy = "Restart the kernel and run all cells: you will see the same, and what stands before it."
    return finding("stops", MEND, one.cell, what, remedy, line)


def _said(error: dict[str, Any]) -> str:
    words = " ".join(str(error["words"]).split())
    words = re.sub(r" \(<cell \d+>, line \d+\)", "", words)
    return f"{error['kind']}: {words}" if words else f"{error['kind']}."


def _slow(one: Ran) -> Iterator[Finding]:
    stopped = one.ended == "slow" or (one.error is not None and one.error["kind"] == "TooSlow")
    if one.ended == "died":
        what = "The run ended in this cell, all of a sudden: it ends Python, or needs too much memory."
        yield finding("died", MEND, one.cell, what, "Look for exit(), endless recursion, or very large arrays.")
    elif one.ended == "all":
        return
    elif not one.cell.by_student:
        if stopped:
            remedy = "Is something else running? Check again, and ask if it stays so."
            yield finding("slow", NOTE, one.cell, "This given cell takes very long on this computer.", remedy)
    elif stopped or one.seconds > CELL_SECONDS:
        what = f"This cell was stopped after {CELL_SECONDS:.0f} seconds. {LIMIT}"
        yield finding("slow", MEND, one.cell, what, f"Does every loop end? {SHORTER}")
    elif one.seconds > LONG and one.cell.by_student:
        yield finding("slow", NOTE, one.cell, f"This cell takes {one.seconds:.0f} seconds. {LIMIT}", SHORTER)


def _together(ran: Sequence[Ran]) -> Iterator[Finding]:
    took = sum(one.seconds for one in ran if one.cell.by_student)
    if took <= ALL_SECONDS and not any(one.ended == "all" for one in ran):
        return
    long = sorted((one for one in ran if one.cell.by_student), key=lambda one: -one.seconds)[:4]
    cells = ", ".join(f"cell {one.cell.number} ({one.seconds:.0f} s)" for one in sorted(long, key=lambda one: one.cell.number))
    what = (
        f"The cells together take longer than {ALL_SECONDS:.0f} seconds, which is all that they get; the longest are {cells}."
    )
    yield Finding("slow-together", MEND, "all your cells together", what, SHORTER)
