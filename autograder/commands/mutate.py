"""`autograder mutate`: small wrong changes to the solutions, and which of them no hidden test notices; trusted side."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console

from autograder.commands.progress import progress_bar
from autograder.course.model import Course
from autograder.errors import UsageError
from autograder.gate.mutants import Mutant
from autograder.gate.mutation_run import Tally, mutation_tasks, run_mutation
from autograder.gate.pool import Gate
from autograder.report.text import in_markup

EXPLAINED, UNEXPLAINED = 0, 3


@dataclass(frozen=True)
class MutateOptions:
    """The options of the command."""

    sample: int | None
    table: bool
    jobs: int | None
    isolation: str


def run_mutate(course: Course, names: Sequence[str], options: MutateOptions) -> int:
    """Judge the mutants of the assignments named, or of all that have hidden tests; return the exit code.

    Raises:
        UsageError: a name is unknown, or there is nothing to mutate.
    """
    chosen = tuple(names) or tuple(name for name in course.names() if course.assignment(name).has_hidden_tests)
    without = [name for name in chosen if not course.assignment(name).has_hidden_tests]
    if without or not chosen:
        raise UsageError(f"There are no hidden tests for {', '.join(without) or 'any assignment'}: write them first.")
    gate = Gate(course, chosen, options.jobs or os.cpu_count() or 1, options.isolation)
    console = Console(stderr=options.table)
    started = time.perf_counter()
    tallies = judge_mutants(console, gate, options.sample)
    return print_tallies(console, tallies, f"{time.perf_counter() - started:.0f} s, {gate.jobs} processes", table=options.table)


def print_tallies(console: Console, tallies: Sequence[Tally], cost: str, *, table: bool = False) -> int:
    """Say what became of the mutants; return the exit code."""
    for one in tallies:
        _print_problems(console, one)
    if table:
        print(as_markdown(tallies), end="")
    for one in tallies:
        console.print(f"[bold]{one.assignment}[/bold]  {_counts(one)}", highlight=False)
    clean = all(one.clean for one in tallies)
    verdict = "[green]Every survivor is explained.[/green]" if clean else "[red]Not every survivor is explained.[/red]"
    console.print(f"{verdict}  {sum(one.total for one in tallies)} mutants, {cost}", highlight=False)
    return EXPLAINED if clean else UNEXPLAINED


def as_markdown(tallies: Sequence[Tally]) -> str:
    """Return the table that stands in docs/mutation.md."""
    lines = ["| assignment | mutants | caught | equivalent | unexplained |", "|---|---:|---:|---:|---:|"]
    rows = [(one.total, len(one.caught), len(one.equivalent), len(one.unexplained)) for one in tallies]
    for one, row in zip(tallies, rows, strict=True):
        lines.append(f"| {one.assignment} | {' | '.join(str(number) for number in row)} |")
    lines.append(f"| **all** | {' | '.join(str(sum(column)) for column in zip(*rows, strict=True))} |")
    return "\n".join(lines) + "\n"


def judge_mutants(console: Console, gate: Gate, sample: int | None) -> list[Tally]:
    """Judge the mutants, with a progress bar; return a tally an assignment."""
    with progress_bar(console, "mutating", len(mutation_tasks(gate, sample))) as advance:
        return run_mutation(gate, sample, lambda report: advance(report.task.label))


def _counts(one: Tally) -> str:
    unexplained = f"{len(one.unexplained)} unexplained"
    unexplained = f"[red]{unexplained}[/red]" if one.unexplained else unexplained
    return f"{one.total} mutants, {len(one.caught)} caught, {len(one.equivalent)} equivalent, {unexplained}"


def _print_problems(console: Console, one: Tally) -> None:
    table = f"{one.assignment}/equivalent.py"
    for mutant in one.unexplained:
        _print_problem(console, f"{one.assignment}: {mutant.place}", "passes every hidden test with this change:")
        _print_change(console, mutant)
        _print_remedy(console, f"Add a hidden test that it fails, or say in {table} why it is right work:")
        _print_remedy(console, f"Equivalent{mutant.key[:4]!r}"[:-1] + (f", nth={mutant.nth}" if mutant.nth > 1 else "") + ")")
    for mutant, test in one.breaking:
        _print_problem(console, f"{one.assignment}: {mutant.place}", f"breaks {test} with this change:")
        _print_change(console, mutant)
        _print_remedy(console, "Check the answer with compare.* before computing with it.")
    for entry, test in one.refuted:
        _print_problem(console, f"{table}: {entry.place}", f"{entry.after} is called equivalent, and fails {test}.")
        _print_remedy(console, "Take the entry out, or mend the test.")
    for entry in one.stale:
        _print_problem(
            console, f"{table}: {entry.place}", f"{entry.before} → {entry.after} is no mutant, or stands there twice."
        )
        _print_remedy(console, "Take the entry out, or write it as the solution is written now.")
    for finding in one.faults:
        _print_problem(console, finding.place, finding.problem)
        _print_remedy(console, finding.remedy)


def _print_problem(console: Console, place: str, problem: str) -> None:
    console.print(f"[red]✗[/red] [bold]{in_markup(place)}[/bold] {in_markup(problem)}", highlight=False, soft_wrap=True)


def _print_change(console: Console, mutant: Mutant) -> None:
    before, after = mutant.line
    console.print(f"  [red]- {in_markup(before)}[/red]", highlight=False, soft_wrap=True)
    console.print(f"  [green]+ {in_markup(after)}[/green]  ({mutant.operator})", highlight=False, soft_wrap=True)


def _print_remedy(console: Console, text: str) -> None:
    console.print(f"  → {in_markup(text)}", highlight=False, soft_wrap=True)
