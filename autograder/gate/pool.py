"""Runs the release gate's tasks in the pool of judges; trusted side."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from autograder.course.model import Course
from autograder.gate.checks import Finding, Report, Task, run_task, tasks_for
from autograder.gate.ungraded import check_ungraded
from autograder.grading.grader import Grader, GradingSettings
from autograder.grading.pool import Lost, Piece, run_pieces

GATE_SECRET = "the gate grades with the same inputs on every machine"
Runner = Callable[[Task, Course, Grader], Report]
UNGRADED = "a notebook without exercises"
REMEDY = "This is a fault of the kit or of its content: mend it."


@dataclass(frozen=True)
class Gate:
    """What to check, and how."""

    course: Course
    assignments: tuple[str, ...]
    jobs: int
    isolation: str
    ungraded: tuple[str, ...] = ()  # notebooks without exercises


@dataclass(frozen=True)
class GateWork:
    """What a process of the pool does for the gate."""

    gate: Gate
    run: Runner

    @contextlib.contextmanager
    def warm(self, group: str) -> Iterator[Callable[[Task], Report]]:
        """Run an assignment's tasks with one grader, which is started by the first that can have it."""
        with contextlib.ExitStack() as stack:
            graders: list[Grader] = []

            def do(task: Task) -> Report:
                try:
                    if task.kind == UNGRADED:
                        return Report(task, tuple(self._ungraded(task.assignment)))
                    if not graders:
                        settings = GradingSettings(isolation=self.gate.isolation, secret=GATE_SECRET)
                        graders.append(stack.enter_context(Grader(self.gate.course.assignment(group), settings)))
                    return self.run(task, self.gate.course, graders[0])
                except Exception as error:  # a task that fails is a finding, not the end
                    return could_not(task, f"{type(error).__name__}: {error}\n{traceback.format_exc(limit=-4)}")

            yield do

    def _ungraded(self, name: str) -> Iterator[Finding]:
        for place, problem, remedy in check_ungraded(self.gate.course, [name], self.gate.isolation):
            yield Finding(place, problem, remedy)


def could_not(task: Task, reason: str) -> Report:
    """Return the report of a task that could not be done."""
    return Report(task, (Finding(task.label, f"could not be checked: {reason}", REMEDY),))


def all_tasks(gate: Gate) -> list[Task]:
    """Return every task, one assignment after another."""
    graded = [task for name in gate.assignments for task in tasks_for(gate.course.assignment(name))]
    return graded + [Task(name, UNGRADED) for name in gate.ungraded]


def run_gate(gate: Gate, on_report: Callable[[Report], None]) -> list[Report]:
    """Run all the gate's tasks; `on_report` is called as each is done.

    Raises:
        KitBroken: the processes keep dying.
    """
    return run_tasks(gate, all_tasks(gate), run_task, on_report)


def run_tasks(gate: Gate, tasks: Sequence[Task], run: Runner, on_report: Callable[[Report], None]) -> list[Report]:
    """Run tasks in the pool, and return their reports in the tasks' order; `run` must be picklable.

    Raises:
        KitBroken: the processes keep dying.
    """
    reports: dict[Task, Report] = {}
    pieces = [Piece(task.assignment, task) for task in tasks]
    for piece, answer in run_pieces(GateWork(gate, run), pieces, gate.jobs):
        report = could_not(piece.what, answer.reason) if isinstance(answer, Lost) else answer
        reports[piece.what] = report
        on_report(report)
    return [reports[task] for task in tasks]
