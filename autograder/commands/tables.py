"""`autograder tables`: writes the documentation's tables that are made from the course, measured where needed; trusted side."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from datetime import date

from rich.console import Console

from autograder.commands.measure import measured_tables
from autograder.commands.mutate import as_markdown as mutation_table
from autograder.commands.mutate import judge_mutants
from autograder.commands.verify import as_markdown as exercises_table
from autograder.commands.verify import exercise_rows, gate_of, run_with_progress
from autograder.course.model import Course
from autograder.errors import UsageError
from autograder.gate.tables import (
    COUNTED,
    DIAGNOSIS,
    EXERCISES,
    MEASURED,
    MUTATION,
    NAMES,
    POINTS,
    Table,
    measured_digest,
    points_table,
    region,
    tables_of,
    write_table,
)

WRITTEN, INCOMPLETE = 0, 3


def run_tables(course: Course, names: Sequence[str], *, jobs: int | None, isolation_level: str) -> int:
    """Write the tables named, or all that pages hold; return the exit code.

    Raises:
        UsageError: no page holds a table of that name.
    """
    console, jobs = Console(), jobs or os.cpu_count() or 1
    found = tables_of(course)
    wanted = [name for name in NAMES if name in (names or {one.name for one in found})]
    missing = [name for name in wanted if name not in {one.name for one in found}]
    if missing or not wanted:
        example = region((missing or NAMES)[0], "")
        raise UsageError(
            f"No page holds the table {', '.join(missing) or 'of any name'}: put these lines where it shall stand:\n{example}"
        )
    code = WRITTEN
    for name in wanted:
        digest = measured_digest(course) if name in MEASURED else ""
        started = time.perf_counter()
        text, whole = _made(course, name, console, jobs, isolation_level)
        code = code if whole else INCOMPLETE
        spent = f"\nMeasured on {_today()}: {time.perf_counter() - started:.0f} seconds, {jobs} processes.\n"
        measured = spent if name == MUTATION else ""  # the diagnosis tells itself when its parts were measured
        for table in (one for one in found if one.name == name):
            mine = points_table(table, course.assignments()) if name == POINTS else text + measured
            _say(console, course, table, changed=write_table(table, mine, digest))
    return code


def _made(course: Course, name: str, console: Console, jobs: int, isolation_level: str) -> tuple[str, bool]:
    """Return a table's text, and whether what it counts is as it should be."""
    if name == POINTS:
        return "", True
    if name in COUNTED:
        return COUNTED[name](course), True
    gate = gate_of(course, (), jobs, isolation_level)
    if name == EXERCISES:
        reports = run_with_progress(gate, console)
        found = [finding for report in reports for finding in report.findings]
        if found:
            console.print(f"[yellow]The gate has {len(found)} findings: see `autograder verify`.[/yellow]")
        return exercises_table(exercise_rows(gate, reports)), not found
    if name == MUTATION:
        tallies = judge_mutants(console, gate, None)
        return mutation_table(tallies), all(one.clean for one in tallies)
    assert name == DIAGNOSIS
    return measured_tables(course, gate.assignments, sample=None, jobs=jobs), True


def _say(console: Console, course: Course, table: Table, *, changed: bool) -> None:
    page = table.page.relative_to(course.root)
    console.print(f"{page}: {table.name} {'written' if changed else 'is current'}", highlight=False)


def _today() -> str:
    today = date.today()
    return f"{today.day} {today:%B %Y}"
