"""The check before handing in: `from lesson.precheck import precheck; precheck()` in the notebook's last cell.

It reads the notebook as the grader will, runs it afresh in a process of its own, and says what is worth mending, with cell,
line and remedy. It changes nothing, and knows nothing of hidden tests. Untrusted side: it runs on the student's own machine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lesson.display import Mark, Row, show
from lesson.precheck_cells import with_marks
from lesson.precheck_expected import FILE, Expected, expected_of, likeness, read_expected
from lesson.precheck_findings import FINE, MEND, NOTE, Finding, in_order, rows, title
from lesson.precheck_fresh import HERE, CannotRun, fresh_run
from lesson.precheck_kernel import Found, check_saved, find_notebook
from lesson.precheck_notebook import Cell, Unreadable
from lesson.precheck_ran import check_run
from lesson.precheck_static import check_file_name, check_text, graded_cells
from lesson.validating import validating

INCOMPLETE = ("not-started", "missing-cell", "turned-cell", "lost-marks", "missing-function")
NO_CELLS = "Nothing was run yet, and the notebook's file was not found."


def precheck(*, run: bool = True) -> None:
    """Show what is to mend before you hand in; `run=False` leaves the fresh run out."""
    if os.environ.get("LESSON_PRECHECK") or validating():
        return  # this is the fresh run itself, or nbgrader's, which has little patience and shows no output
    try:
        _precheck(run)
    except Unreadable as problem:
        show("Before you hand in: the file cannot be read", [Row(Mark.WRONG, "the notebook's file", *map(str, problem.args))])
    except Exception as error:  # a check that stops with a traceback helps nobody
        note = f"The check itself could not finish ({type(error).__name__}). That says nothing about your work."
        show("Before you hand in", [Row(Mark.NOTE, "the check", note, "Restart the kernel, run all cells, and look yourself.")])


def examine(
    cells: Sequence[Cell], expected: Expected, *, run: bool = True, remembered: Collection[str] = (), lesson: Path = HERE
) -> list[Finding]:
    """Everything there is to say about a notebook's cells, by reading and, with `run`, by a fresh run."""
    found = check_text(cells, expected, remembered)
    if any(one.kind == "wrong-file" for one in found):
        return in_order(found)
    if expected.answers and not any(one.level == MEND and one.kind in INCOMPLETE for one in found):
        found.append(_all_there(expected))
    if run:
        found += _run(cells, expected, found, lesson)
    return in_order(found)


def _precheck(run: bool) -> None:
    print("Looking at your notebook as the grader will.", flush=True)
    names, history = _kernel()
    expected = read_expected(HERE / FILE)
    found = find_notebook(names, history, expected)
    if not found.cells:
        show("Before you hand in", [Row(Mark.NOTE, "the notebook", NO_CELLS, "Run all cells from the top, then this one.")])
        return
    expected = expected or expected_of(found.path.stem if found.path else "your notebook", found.cells, pristine=False)
    if run:
        print("Your answers run afresh, from top to bottom. This takes two minutes at most.", flush=True)
    findings = _in_notebook(found, names, history, expected, run)
    show(title(expected.name, findings), rows(findings))


def _in_notebook(found: Found, names: Collection[str], history: Sequence[str], expected: Expected, run: bool) -> list[Finding]:
    """What is said in the notebook itself: of the file where there is one, else of what was run."""
    if found.remark:
        return _from_history(found, expected, run)
    findings = examine(found.cells, expected, run=run, remembered=names)
    findings += check_saved(found.cells, history, expected)
    if found.path is not None:
        findings += check_file_name(found.path, expected)
    return in_order(findings)


def _from_history(found: Found, expected: Expected, run: bool) -> list[Finding]:
    """Without a file there are no texts and no cells that were not run: only what was run can be looked at."""
    here = {cell.grade_id for cell in found.cells}
    looked_at = replace(expected, cells=tuple(cell for cell in expected.cells if cell.grade_id in here))
    findings = [Finding("no-file", NOTE, "the notebook's file", found.remark, "Save it in any case (Ctrl+S, or Cmd+S).")]
    for cell in expected.answers:
        if cell.kind == "code" and cell.grade_id not in here:
            what = "This answer was not run since the kernel started, so nothing can be said about it."
            findings.append(Finding("not-run", MEND, str(cell.grade_id), what, "Run all cells from the top, then this one."))
    kept = [one for one in examine(found.cells, looked_at, run=run) if one.kind != "all-there"]
    return in_order([*findings, *kept])


def choose(cells: Sequence[Cell], candidates: Sequence[Expected]) -> Expected | None:
    """The assignment that these cells look like most; None where they look like none."""
    best = max(candidates, key=lambda one: likeness(cells, one), default=None)
    return best if best is not None and likeness(cells, best) else None


def _all_there(expected: Expected) -> Finding:
    words = sum(cell.kind == "markdown" for cell in expected.answers)
    code = len(expected.answers) - words
    what = f"All {code} answers in code are there" + (f", and the cells of {words} in words." if words else ".")
    return Finding("all-there", FINE, "your answers", what)


def _run(cells: Sequence[Cell], expected: Expected, before: Sequence[Finding], lesson: Path) -> list[Finding]:
    wanted = _to_run(with_marks(cells, expected), expected)
    try:
        return check_run(fresh_run(wanted, lesson), wanted, expected, before)
    except CannotRun as error:
        what = f"A fresh run could not be tried here: {error}."
        return [Finding("no-run", NOTE, "a fresh run", what, "Restart the kernel and run all cells instead.")]


def _to_run(marked: Sequence[Cell], expected: Expected) -> list[Cell]:
    """What runs while grading, and the visible checks as they were given, in the notebook's order."""
    given = expected.by_id
    checks = [replace(cell, source=given[str(cell.grade_id)].source) for cell in marked if cell.check and cell.kind == "code"]
    order: list[tuple[float, Cell]] = [(cell.number, cell) for cell in checks]
    above = 0.0
    for cell in graded_cells(marked, expected):
        above = cell.number or above + 0.001  # a cell that was put back has no number, and stays where it was put
        order.append((above, cell))
    return [cell for _, cell in sorted(order, key=lambda one: one[0])]


def _kernel() -> tuple[dict[str, Any], list[str]]:
    """The names and the history of the running notebook; nothing of either anywhere else."""
    if "IPython" not in sys.modules:
        return {}, []
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()
    if shell is None:
        return {}, []
    history = [source for source in shell.user_ns.get("In", []) if isinstance(source, str)]
    return shell.user_ns, history
