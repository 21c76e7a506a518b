"""Runs the release gate's tasks in a few processes, each with a warm grader; trusted side."""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from typing import Any

from autograder.course.model import Course
from autograder.errors import KitBroken
from autograder.gate.checks import Finding, Report, Task, run_task, tasks_for
from autograder.grading.grader import Grader, GradingSettings

GATE_SECRET = "the gate grades with the same inputs on every machine"
Runner = Callable[[Task, Course, Grader], Report]
_POLL_SECONDS = 1.0


@dataclass(frozen=True)
class Gate:
    """What to check, and how."""

    course: Course
    assignments: tuple[str, ...]
    jobs: int
    isolation: str


def all_tasks(gate: Gate) -> list[Task]:
    """Return every task, one assignment after another, so that a process seldom has to warm up anew."""
    return [task for name in gate.assignments for task in tasks_for(gate.course.assignment(name))]


def run_gate(gate: Gate, on_report: Callable[[Report], None]) -> list[Report]:
    """Run all the gate's tasks; `on_report` is called as each is done.

    Raises:
        KitBroken: a process died; what it was doing is named.
    """
    return run_tasks(gate, all_tasks(gate), run_task, on_report)


def run_tasks(gate: Gate, tasks: Sequence[Task], run: Runner, on_report: Callable[[Report], None]) -> list[Report]:
    """Run tasks in the gate's processes; `run` is sent to them, so it must be picklable.

    Raises:
        KitBroken: a process died; what it was doing is named.
    """
    context = multiprocessing.get_context("spawn")
    waiting, done = context.Queue(), context.Queue()
    for batch in _batches(tasks, gate.jobs):
        waiting.put(batch)
    workers = [context.Process(target=_work, args=(gate, run, waiting, done), daemon=True) for _ in range(gate.jobs)]
    for worker in workers:
        waiting.put(None)
        worker.start()
    reports = []
    for report in _collected(len(tasks), workers, done):
        on_report(report)
        reports.append(report)
    for worker in workers:
        worker.join(30)
    order = {task: index for index, task in enumerate(tasks)}
    return sorted(reports, key=lambda report: order[report.task])


def _batches(tasks: Sequence[Task], jobs: int) -> list[list[Task]]:
    """Return an assignment's tasks as one batch, so that one process warms up and remembers; the longest batches first.

    Where there are too few assignments to keep every process busy, each is cut into as many batches as there are processes.
    """
    names = list(dict.fromkeys(task.assignment for task in tasks))
    batches = [[task for task in tasks if task.assignment == name] for name in names]
    if len(batches) < 2 * jobs:
        batches = [part for batch in batches for part in _cut(batch, jobs)]
    return sorted(batches, key=len, reverse=True)


def _cut(batch: list[Task], parts: int) -> list[list[Task]]:
    size = -(-len(batch) // parts)
    return [batch[start : start + size] for start in range(0, len(batch), size)]


def _collected(count: int, workers: Sequence[BaseProcess], done: Any) -> Iterator[Report]:
    while count:
        try:
            yield done.get(timeout=_POLL_SECONDS)
            count -= 1
        except queue.Empty:
            dead = [worker for worker in workers if worker.exitcode not in (None, 0)]
            if dead:
                raise KitBroken(f"A process of the gate ended with exit code {dead[0].exitcode}: run with --jobs 1.") from None


def _work(gate: Gate, run: Runner, waiting: Any, done: Any) -> None:
    """Run batches until there are no more; a task that fails is a finding, not the end."""
    settings = GradingSettings(isolation=gate.isolation, secret=GATE_SECRET)
    while (batch := waiting.get()) is not None:
        with contextlib.ExitStack() as stack:
            grader: Grader | None = None
            for task in batch:
                try:
                    grader = grader or stack.enter_context(Grader(gate.course.assignment(task.assignment), settings))
                    done.put(run(task, gate.course, grader))
                except Exception as error:
                    what = f"could not be checked: {type(error).__name__}: {error}\n{traceback.format_exc(limit=-4)}"
                    remedy = "This is a fault of the kit or of its content: mend it."
                    done.put(Report(task, (Finding(task.label, what, remedy),)))
