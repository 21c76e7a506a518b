"""`autograder verify`: the release gate with a progress bar, its findings, and the table of what it saw; trusted side."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape

from autograder.commands.progress import progress_bar
from autograder.course import bank
from autograder.course.model import Course
from autograder.errors import UsageError
from autograder.gate.checks import Caught, Finding, Report
from autograder.gate.pool import Gate, all_tasks, run_gate

PASSED, FAILED = 0, 3
LINES_EVERY = 25
TABLE = "docs/exercises.md"
HEADER = """\
# Exercises, hidden tests, mistakes and variants

Made by `autograder verify --table`, and checked by `make test`: do not edit. Cells that are graded by hand are not listed.
"""


def run_verify(course: Course, names: Sequence[str], *, table: bool, jobs: int | None, isolation_level: str) -> int:
    """Run the gate for the assignments named, or all; return the exit code.

    Raises:
        UsageError: a name is unknown, or there is nothing to verify.
    """
    unknown = sorted(set(names) - set(course.names()))
    if unknown or not course.names():
        raise UsageError(
            f"There is no assignment {', '.join(unknown) or 'at all'}; the course has: {', '.join(course.names())}."
        )
    gate = Gate(course, tuple(names or course.names()), jobs or os.cpu_count() or 1, isolation_level)
    console = Console(stderr=table)
    started = time.perf_counter()
    reports = _run_with_progress(gate, console)
    found = [finding for report in reports for finding in report.findings]
    _print_findings(console, found)
    rows = [row for name in gate.assignments for row in _rows(course, name, reports)]
    if table:
        print(as_markdown(rows), end="")
    else:
        for name in gate.assignments:
            mine = [row for row in rows if row[0] == name]
            console.print(f"[bold]{name}[/bold]  " + _summary(mine), highlight=False)
    stale = _stale_table(course, as_markdown(rows)) if not names and not table else []
    _print_findings(console, stale)
    findings = len(found) + len(stale)
    verdict = (
        "[green]The gate is open.[/green]" if not findings else f"[red]{findings} findings: nothing should be released.[/red]"
    )
    console.print(f"{verdict}  {time.perf_counter() - started:.0f} s, {gate.jobs} processes")
    return FAILED if findings else PASSED


def _run_with_progress(gate: Gate, console: Console) -> list[Report]:
    with progress_bar(console, "verifying", len(all_tasks(gate)), lines_every=LINES_EVERY) as advance:
        return run_gate(gate, lambda report: advance(report.task.label))


Row = tuple[str, str, float, int, int, int, int, int]


def _rows(course: Course, name: str, reports: Sequence[Report]) -> list[Row]:
    """Return a row an exercise: points, tests, mistakes caught of how many, variants accepted of how many."""
    assignment = course.assignment(name)
    caught = [one for report in reports if report.task.assignment == name for one in report.caught]
    rows = []
    for exercise in assignment.exercises:
        mine = [one for one in caught if one.function in exercise.functions]
        mistakes = [one for one in mine if one.kind == bank.MISTAKES]
        variants = [one for one in mine if one.kind == bank.VARIANTS]
        tests = max((one.tests for one in mine), default=0)
        accepted = [one for one in variants if _accepted(one)]
        rows.append(
            (
                name,
                exercise.id,
                exercise.points,
                tests,
                sum(bool(one.failed) for one in mistakes),
                len(mistakes),
                len(accepted),
                len(variants),
            )
        )
    return rows


def _accepted(one: Caught) -> bool:
    return all(test.endswith("(purity)") for test in one.failed)


def as_markdown(rows: Sequence[Row]) -> str:
    """Return the table that stands in docs/exercises.md."""
    lines = [
        HEADER,
        "| assignment | exercise | points | hidden tests | mistakes caught | variants accepted |",
        "|---|---|---:|---:|---:|---:|",
    ]
    for assignment, exercise, points, tests, caught, mistakes, accepted, variants in rows:
        lines.append(
            f"| {assignment} | {exercise} | {points:g} | {tests} | {caught} of {mistakes} | {accepted} of {variants} |"
        )
    total = [sum(row[index] for row in rows) for index in range(2, 8)]  # type: ignore[misc]  # columns 2 to 7 are numbers
    lines.append(
        f"| **all** | {len(rows)} exercises | {total[0]:g} | {total[1]} | {total[2]} of {total[3]} | {total[4]} of {total[5]} |"
    )
    return "\n".join(lines) + "\n"


def _summary(rows: Sequence[Row]) -> str:
    tests, caught, mistakes, accepted, variants = (sum(row[index] for row in rows) for index in range(3, 8))  # type: ignore[misc]  # numbers
    bank_says = f"{caught} of {mistakes} mistakes caught, {accepted} of {variants} variants accepted"
    return f"{len(rows)} exercises, {tests} tests, {bank_says}"


def _print_findings(console: Console, findings: Sequence[Finding]) -> None:
    for finding in findings:
        console.print(f"[red]✗[/red] [bold]{escape(finding.place)}[/bold] {escape(finding.problem)}", highlight=False)
        console.print(f"  → {escape(finding.remedy)}", highlight=False)


def _stale_table(course: Course, table: str) -> list[Finding]:
    """Compare the table in the docs, where there is one, with what has just been seen."""
    page = course.root / TABLE
    if not page.is_file() or page.read_text(encoding="utf-8") == table:
        return []
    return [Finding(TABLE, "is not what the gate has seen", f"Run `autograder verify --table > {TABLE}`.")]
