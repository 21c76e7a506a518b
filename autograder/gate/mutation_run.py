"""Judges the mutants of the solutions in the gate's processes, and says which of them nothing explains; trusted side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from autograder.course.content import content_module
from autograder.course.model import Assignment, Course
from autograder.gate.checks import Caught, Finding, Report, Task, judge_entry, run_task
from autograder.gate.mutants import Mutant, mutants_of
from autograder.gate.pool import Gate, all_tasks, run_tasks
from autograder.grading.grader import Grader
from autograder.testing.equivalent import Equivalent

MUTANTS = "mutants"
MUTANTS_A_TASK = 10


@dataclass(frozen=True)
class Tally:
    """What became of one assignment's mutants; `refuted` are entries of the table that a test does catch, with its name."""

    assignment: str
    caught: tuple[Mutant, ...]
    equivalent: tuple[Mutant, ...]
    unexplained: tuple[Mutant, ...]
    breaking: tuple[tuple[Mutant, str], ...]
    refuted: tuple[tuple[Equivalent, str], ...]
    stale: tuple[Equivalent, ...]
    faults: tuple[Finding, ...]

    @property
    def total(self) -> int:
        """How many mutants were judged."""
        return len(self.caught) + len(self.equivalent) + len(self.unexplained)

    @property
    def clean(self) -> bool:
        """Is every survivor explained, and every explanation of a mutant that there is?"""
        return not (self.unexplained or self.breaking or self.refuted or self.stale or self.faults)


def mutation_tasks(gate: Gate, sample: int | None) -> list[Task]:
    """Return the pieces of a run: a few mutants each."""
    counts = {name: len(mutants_of(gate.course.assignment(name), sample)) for name in gate.assignments}
    return [Task(name, MUTANTS, first) for name, count in counts.items() for first in range(0, count, MUTANTS_A_TASK)]


def run_mutation(gate: Gate, sample: int | None, on_report: Callable[[Report], None]) -> list[Tally]:
    """Judge every mutant of the gate's assignments, or a sample of so many an assignment.

    Raises:
        KitBroken: a process died.
    """
    reports = run_tasks(gate, mutation_tasks(gate, sample), partial(judge_mutants, sample=sample), on_report)
    return [tally(gate.course.assignment(name), reports, sample) for name in gate.assignments]


def all_mutation_tasks(gate: Gate) -> list[Task]:
    """Return the pieces of a run with every mutant of those of the gate's assignments that have hidden tests."""
    return mutation_tasks(replace(gate, assignments=_tested(gate)), None)


def run_gate_and_mutation(gate: Gate, on_report: Callable[[Report], None]) -> tuple[list[Report], list[Tally]]:
    """Run the gate and judge every mutant, in processes that each get ready for an assignment once, instead of twice.

    Raises:
        KitBroken: a process died.
    """
    checks = all_tasks(gate)
    reports = run_tasks(gate, [*checks, *all_mutation_tasks(gate)], check_or_judge, on_report)
    judged = reports[len(checks) :]
    return reports[: len(checks)], [tally(gate.course.assignment(name), judged, None) for name in _tested(gate)]


def _tested(gate: Gate) -> tuple[str, ...]:
    return tuple(name for name in gate.assignments if gate.course.has_hidden_tests(name))


def check_or_judge(task: Task, course: Course, grader: Grader) -> Report:
    """Do a task of the gate, or judge its mutants."""
    return judge_mutants(task, course, grader, None) if task.kind == MUTANTS else run_task(task, course, grader)


def judge_mutants(task: Task, course: Course, grader: Grader, sample: int | None) -> Report:
    """Judge one task's mutants, each up to the first hidden test that it fails."""
    mutants = mutants_of(grader.assignment, sample)[task.first : task.first + MUTANTS_A_TASK]
    return Report(task, (), tuple(judge_entry(mutant.entry, MUTANTS, grader, hasty=True) for mutant in mutants))


def read_equivalents(assignment: Assignment) -> tuple[Equivalent, ...]:
    """Return an assignment's table of equivalent mutants, its `equivalent.py`; an assignment may have none."""
    module = content_module(assignment.course, f"{assignment.name}.equivalent")
    table: tuple[Equivalent, ...] = module.EQUIVALENT if module is not None else ()
    return table


def tally(assignment: Assignment, reports: Sequence[Report], sample: int | None) -> Tally:
    """Sort one assignment's mutants by what became of them, with the help of its table of equivalent ones."""
    mine = [report for report in reports if report.task.assignment == assignment.name]
    fates = {one.entry: one for report in mine for one in report.caught}
    table = read_equivalents(assignment)
    explained = {one.key for one in table}
    judged = [mutant for mutant in mutants_of(assignment, sample) if mutant.entry.name in fates]
    survivors = [mutant for mutant in judged if not fates[mutant.entry.name].failed]
    return Tally(
        assignment.name,
        caught=tuple(mutant for mutant in judged if fates[mutant.entry.name].failed),
        equivalent=tuple(mutant for mutant in survivors if mutant.key in explained),
        unexplained=tuple(mutant for mutant in survivors if mutant.key not in explained),
        breaking=tuple((mutant, name) for mutant in judged for name in fates[mutant.entry.name].failed if "(broken" in name),
        refuted=tuple(_refuted(table, judged, fates)),
        stale=tuple(stale_entries(assignment, table)),
        faults=tuple(finding for report in mine for finding in report.findings),
    )


def stale_entries(assignment: Assignment, table: Sequence[Equivalent]) -> list[Equivalent]:
    """Return the entries that name no mutant, or one that an earlier entry names: the solution or the operators changed."""
    there = {mutant.key for mutant in mutants_of(assignment)}
    counts = Counter(one.key for one in table)
    return [one for one in table if one.key not in there or counts[one.key] > 1]


def _refuted(
    table: Sequence[Equivalent], judged: Sequence[Mutant], fates: Mapping[str, Caught]
) -> list[tuple[Equivalent, str]]:
    """Return the entries that a hidden test does tell from the solution, so that their reason cannot be true."""
    failed = {mutant.key: fates[mutant.entry.name].failed for mutant in judged}
    return [(one, failed[one.key][0]) for one in table if failed.get(one.key)]
