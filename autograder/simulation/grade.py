"""Grades a simulated class in a few processes and stores the results, as a class run does; trusted side."""

from __future__ import annotations

import multiprocessing
import queue
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from typing import Any

from autograder.course.bank import Entry
from autograder.course.model import Assignment, Course
from autograder.diagnosis.calls import Script
from autograder.diagnosis.diagnose import Diagnostician
from autograder.errors import KitBroken, KitError
from autograder.grading.grader import Grader, GradingSettings
from autograder.grading.store import Stored, result_key, save_result
from autograder.submission.read import read_submission
from autograder.testing.returns import Returns

_POLL_SECONDS = 1.0


@dataclass(frozen=True)
class ClassRun:
    """What to grade, and how; the mistakes named in `held_out` are unknown to the diagnosis."""

    course: Course
    assignment: str
    held_out: frozenset[str]
    isolation: str
    jobs: int


class _Forgetful(Diagnostician):
    """A diagnostician that does not know some of the bank."""

    def __init__(self, assignment: Assignment, returns: Mapping[str, Returns], held_out: frozenset[str]) -> None:
        super().__init__(assignment, returns)
        self._held_out = held_out

    def explaining(self, function: str, scripts: Sequence[Script]) -> list[Entry]:
        """Return the known mistakes that answer as the student did."""
        return [entry for entry in super().explaining(function, scripts) if entry.name not in self._held_out]


def grade_class(run: ClassRun, students: Sequence[str], on_done: Callable[[str], None]) -> None:
    """Grade the students and store each result; `on_done` is called with each one's id.

    Raises:
        KitError: isolation is missing, or a process ended.
    """
    context = multiprocessing.get_context("spawn")
    waiting, done = context.Queue(), context.Queue()
    count = min(run.jobs, len(students))
    workers = [context.Process(target=_work, args=(run, waiting, done), daemon=True) for _ in range(count)]
    for student in [*students, *(None for _ in workers)]:
        waiting.put(student)
    for worker in workers:
        worker.start()
    try:
        for _ in students:
            on_done(_next(workers, done))
    finally:
        for worker in workers:
            worker.join(_POLL_SECONDS * 10)
            worker.terminate()


def _next(workers: Sequence[BaseProcess], done: Any) -> str:
    while True:
        try:
            answer = done.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            dead = [worker.exitcode for worker in workers if worker.exitcode not in (None, 0)]
            if dead:
                raise KitBroken(f"A grading process ended with exit code {dead[0]}: try again with --jobs 1.") from None
            continue
        if isinstance(answer, KitError):
            raise answer
        return str(answer)


def _parent_lives() -> bool:
    """A parent that was killed could not end us: then nobody waits for the rest of the class."""
    parent = multiprocessing.parent_process()
    return parent is None or parent.is_alive()


def _work(run: ClassRun, waiting: Any, done: Any) -> None:
    """Grade until there is nothing left; an error of the kit goes to the parent."""
    try:
        assignment = run.course.assignment(run.assignment)
        with Grader(assignment, GradingSettings(isolation=run.isolation)) as grader:
            grader.diagnostician = _Forgetful(assignment, grader.judge.returns, run.held_out)
            while _parent_lives() and (student := waiting.get()) is not None:
                path = run.course.root / "submitted" / student / run.assignment / f"{run.assignment}.ipynb"
                submission = read_submission(path, student)
                result = grader.grade(submission).result
                save_result(run.course, Stored(result_key(submission, assignment, result.isolation), student, result))
                done.put(student)
    except KitError as error:
        done.put(error)
