"""`autograder verify`: the release gate with a progress bar, its findings, and the table of what it saw; trusted side."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console

from autograder.commands.mutate import print_tallies
from autograder.commands.options import need_hidden_tests, refuse_unknown
from autograder.commands.progress import progress_bar
from autograder.course import bank
from autograder.course.model import Course
from autograder.errors import UsageError
from autograder.gate.checks import Caught, Finding, Report
from autograder.gate.floors import check_placeholders
from autograder.gate.length import measure
from autograder.gate.mutation_run import Tally, all_mutation_tasks, run_gate_and_mutation
from autograder.gate.pool import Gate, all_tasks, run_gate
from autograder.gate.tables import EXERCISES, check_tables, old_measurements, region, tables_of
from autograder.gate.ungraded import check_ungraded
from autograder.grading.pool import processes_for
from autograder.report.text import in_markup

PASSED, FAILED = 0, 3
LINES_EVERY = 25
TASKS_A_PROCESS = 16  # fewer are done before another process has begun
HEADER = """\
# Exercises, hidden tests, mistakes and variants

Made by `autograder tables`, and checked by `autograder verify`: do not edit. Cells that are graded by hand are not listed.

"""


def run_verify(
    course: Course, names: Sequence[str], *, table: bool, jobs: int | None, isolation_level: str, mutants: bool = False
) -> int:
    """Run the gate for the assignments named, or all, and judge `mutants` of the solutions; return the exit code.

    Raises:
        UsageError: a name is unknown, or there is nothing to verify.
    """
    read_only = [name for name in course.ungraded() if name in names or not names]
    if names and set(names) <= set(read_only):
        return _verify_ungraded(course, read_only, isolation_level)
    gate = gate_of(course, [name for name in names if name not in read_only], jobs, isolation_level)
    gate = replace(gate, ungraded=tuple(read_only))
    console = Console(stderr=table)
    if left := [Finding(*one) for name in gate.assignments for one in check_placeholders(course.assignment(name))]:
        _print_findings(console, left)
        console.print(
            f"[red]{len(left)} findings: nothing should be released.[/red] The rest is checked when they are filled in."
        )
        return FAILED
    started = time.perf_counter()
    reports, tallies = run_with_mutants(gate, console) if mutants else (run_with_progress(gate, console), [])
    found = [finding for report in reports for finding in report.findings]
    _print_findings(console, found)
    rows = exercise_rows(gate, reports)
    if table:
        print(HEADER + region(EXERCISES, as_markdown(rows)), end="")
    else:
        for name in gate.assignments:
            mine = [row for row in rows if row[0] == name]
            console.print(f"[bold]{name}[/bold]  {_summary(mine)}; {_length(course, name)}", highlight=False, soft_wrap=True)
        _print_ungraded(console, course, read_only)
    stale = [] if table else _stale_tables(course, as_markdown(rows) if not names else None)
    _print_findings(console, stale)
    _print_old(console, course)
    findings = len(found) + len(stale)
    verdict = (
        "[green]The gate is open.[/green]" if not findings else f"[red]{findings} findings: nothing should be released.[/red]"
    )
    cost = f"{time.perf_counter() - started:.0f} s, {gate.jobs} processes"
    console.print(f"{verdict}  {cost}")
    code = print_tallies(console, tallies, cost) if mutants else PASSED
    return FAILED if findings else code


def _verify_ungraded(course: Course, names: Sequence[str], isolation_level: str) -> int:
    """Run the gate for notebooks that hold no exercise alone."""
    console = Console()
    found = [Finding(*one) for one in (*check_ungraded(course, names, isolation_level), *check_tables(course))]
    _print_findings(console, found)
    _print_ungraded(console, course, names)
    many = f"[red]{len(found)} findings: nothing should be released.[/red]"
    console.print(many if found else "[green]The gate is open.[/green]")
    return FAILED if found else PASSED


def _print_ungraded(console: Console, course: Course, names: Sequence[str]) -> None:
    for name in names:
        console.print(
            f"[bold]{name}[/bold]  not graded, no exercises; {_length(course, name)}", highlight=False, soft_wrap=True
        )


def _length(course: Course, name: str) -> str:
    one = measure(course.assignment(name))
    return (
        f"about {one.minutes} minutes, {one.words_a_task} words a task, "
        f"at most {one.gap_words} words and {one.gap_cells} cells between two tasks"
    )


def gate_of(course: Course, names: Sequence[str], jobs: int | None, isolation_level: str) -> Gate:
    """Return the gate for the assignments named, or for all that the course holds anything hidden for.

    Raises:
        UsageError: a name is unknown, an assignment has no hidden tests, or there is nothing to verify.
    """
    refuse_unknown(names, course.names())
    chosen = tuple(names or (name for name in course.names() if course.hidden(name).is_dir()))
    if not chosen:
        raise UsageError("There is nothing to verify: no assignment has hidden tests. Begin with `autograder new exercise`.")
    for name in chosen:
        need_hidden_tests(course.assignment(name))
    gate = Gate(course, chosen, jobs or 1, isolation_level)
    return gate if jobs else replace(gate, jobs=processes_for(len(all_tasks(gate)), TASKS_A_PROCESS))


def run_with_progress(gate: Gate, console: Console) -> list[Report]:
    """Run the gate's tasks, with a progress bar."""
    with progress_bar(console, "verifying", len(all_tasks(gate)), lines_every=LINES_EVERY) as advance:
        return run_gate(gate, lambda report: advance(report.task.label))


def run_with_mutants(gate: Gate, console: Console) -> tuple[list[Report], list[Tally]]:
    """Run the gate's tasks and judge the mutants, with one progress bar."""
    many = len(all_tasks(gate)) + len(all_mutation_tasks(gate))
    with progress_bar(console, "verifying", many, lines_every=LINES_EVERY) as advance:
        return run_gate_and_mutation(gate, lambda report: advance(report.task.label))


Row = tuple[str, str, float, int, int, int, int, int, int]


def exercise_rows(gate: Gate, reports: Sequence[Report]) -> list[Row]:
    """Return what the gate has seen of every exercise."""
    return [row for name in gate.assignments for row in _rows(gate.course, name, reports)]


def _rows(course: Course, name: str, reports: Sequence[Report]) -> list[Row]:
    """Return a row an exercise: points, tests, mistakes caught of how many, variants accepted of how many, mistakes unseen."""
    assignment = course.assignment(name)
    caught = [one for report in reports if report.task.assignment == name for one in report.caught]
    unseen = {one.exercise: len(one.names) for report in reports if report.task.assignment == name for one in report.unseen}
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
                unseen.get(exercise.id, 0),
            )
        )
    return rows


def _accepted(one: Caught) -> bool:
    return all(test.endswith("(purity)") for test in one.failed)


def as_markdown(rows: Sequence[Row]) -> str:
    """Return the table that stands in docs/exercises.md."""
    lines = [
        "| assignment | exercise | points | hidden tests | mistakes caught | no visible check sees | variants accepted |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for assignment, exercise, points, *numbers in rows:
        lines.append(f"| {assignment} | {exercise} | {points:g} | {_cells(numbers)} |")
    total = [sum(row[index] for row in rows) for index in range(2, 9)]  # type: ignore[misc]  # columns 2 to 8 are numbers
    lines.append(f"| **all** | {len(rows)} exercises | {total[0]:g} | {_cells(total[1:])} |")
    return "\n".join(lines) + "\n"


def _cells(numbers: Sequence[float]) -> str:
    tests, caught, mistakes, accepted, variants, unseen = numbers
    return f"{tests} | {caught} of {mistakes} | {unseen} of {mistakes} | {accepted} of {variants}"


def _summary(rows: Sequence[Row]) -> str:
    tests, caught, mistakes, accepted, variants, unseen = (sum(row[index] for row in rows) for index in range(3, 9))  # type: ignore[misc]  # numbers
    bank_says = (
        f"{caught} of {mistakes} mistakes caught ({unseen} by no visible check), {accepted} of {variants} variants accepted"
    )
    return f"{len(rows)} exercises, {tests} tests, {bank_says}"


def _print_findings(console: Console, findings: Sequence[Finding]) -> None:
    for finding in findings:
        console.print(
            f"[red]✗[/red] [bold]{in_markup(finding.place)}[/bold] {in_markup(finding.problem)}",
            highlight=False,
            soft_wrap=True,
        )
        console.print(f"  → {in_markup(finding.remedy)}", highlight=False, soft_wrap=True)


def _stale_tables(course: Course, seen: str | None) -> list[Finding]:
    """Compare the tables of the documentation with the course, and with what a run of the whole gate has `seen`."""
    stale = [Finding(*problem) for problem in check_tables(course)]
    for table in tables_of(course, EXERCISES) if seen is not None and not stale else ():
        if table.text != seen:
            place = table.page.relative_to(course.root).as_posix()
            stale.append(Finding(place, "is not what the gate has seen", "Run `autograder tables exercises`."))
    return stale


def _print_old(console: Console, course: Course) -> None:
    """Say which measured figures may have changed: they are no reason to close the gate, and take minutes to measure."""
    for table in old_measurements(course):
        place = table.page.relative_to(course.root).as_posix()
        what = f"the figures of {table.name} were measured at another state ({table.digest or 'not said which'})"
        console.print(f"[yellow]![/yellow] {in_markup(place)}: {what}: `autograder tables {table.name}`", highlight=False)
