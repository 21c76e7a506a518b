"""What is measured within a process: `python -m benchmarks.tasks TASK ASSIGNMENT ARGUMENT` prints it as JSON; trusted side."""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from autograder.commands.watch import saves
from autograder.course.content import importable
from autograder.course.model import Assignment, Course, find_course
from autograder.gate.stand_in import solution_submission
from autograder.grading.again import grade_again
from autograder.grading.grader import Grader, GradingSettings
from autograder.judge.proxy import Record
from autograder.sandbox.wire import Rng
from autograder.submission.canonical import canonicalise
from autograder.submission.folder import read_submitted
from autograder.worker.session import Session
from benchmarks.processes import ROOT, descendants, private_mebibytes, tree_seconds

SETTINGS = GradingSettings(secret="benchmark")
PAUSE = 0.5  # seconds before a save
POINTS = 20  # along a class, at which memory and time are read


def floor(assignment: Assignment, count: int) -> dict[str, float]:
    """Run the cells and the hidden tests' calls in a bare process, as a script of the same content would."""
    with Grader(assignment, SETTINGS) as grader:
        judged = grader.judge.judge(canonicalise(solution_submission(assignment), assignment), "x")
    records = [record for tests in judged.outcomes.values() for test in tests for record in test.transcript.records]
    cells = [cell.source for cell in assignment.cells if cell.runs_while_grading]
    with importable(assignment):
        _bare(cells, records)
        before = time.process_time()
        for _ in range(count):
            _bare(cells, records)
    return {"each": (time.process_time() - before) / count, "calls": len(records)}


def _bare(cells: list[str], records: list[Record]) -> None:
    namespace: dict[str, object] = {"__name__": "bare"}
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        for source in cells:
            exec(source, namespace)  # the course's own solution
        for record in records:
            function = namespace[record.name]
            assert callable(function)
            arguments = [np.random.default_rng(one.seed) if isinstance(one, Rng) else one for one in record.arguments]
            with contextlib.suppress(Exception):  # some calls are meant to be refused
                function(*arguments)


def judge(assignment: Assignment, count: int) -> dict[str, object]:
    """Grade the solution again and again in one process; read time and memory along the way."""
    submission, rows = solution_submission(assignment), []
    started = tree_seconds()
    with Grader(assignment, SETTINGS) as grader:
        grader.grade(submission)
        start = tree_seconds() - started
        for done in range(1, count + 1):
            grader.grade(replace(submission, name=f"student{done:06d}"))  # each has inputs of its own, as in a class
            if done == 1 or done % max(1, count // POINTS) == 0:
                zygote = sum(map(private_mebibytes, descendants("self")))
                rows.append([done, tree_seconds() - started - start, private_mebibytes("self"), zygote])
        worker = _worker(grader, submission.cells and [cell.source for cell in assignment.cells if cell.runs_while_grading])
    return {"start": start, "each": rows[-1][1] / count, "along": rows, "worker": worker}


def _worker(grader: Grader, cells: list[str]) -> float:
    """Return the private memory of a worker in which the cells have run."""
    session = Session(grader.zygote, cells, grader.settings.deadlines)
    try:
        session.start()
        youngest = max(descendants("self"), key=int)
        return private_mebibytes(youngest)
    finally:
        session.close()


def students(assignment: Assignment, folder: Path) -> list[float]:
    """Grade what lies in a course's submitted/, and return the processor time of each submission."""
    course, found = Course(folder), []
    with Grader(assignment, SETTINGS) as grader:
        grader.grade(solution_submission(assignment))
        for path in sorted((course.root / "submitted").glob(f"*/{assignment.name}")):
            submission = read_submitted(path, assignment, path.parent.name)
            before = tree_seconds()
            grader.grade(submission)
            found.append(tree_seconds() - before)
    return found


def watch(assignment: Assignment, count: int) -> float:
    """Grade again after a change to one exercise that no other builds on; return the least seconds of the clock from a save."""
    submission, found = solution_submission(assignment), []
    last = assignment.exercises[-1].solution_cells[-1]
    with Grader(assignment, SETTINGS) as grader:
        before = grade_again(grader, submission, None).graded
        for number in range(count):
            cells = tuple(
                replace(cell, source=_changed(cell.source, number)) if cell.grade_id == last else cell
                for cell in submission.cells
            )
            started = time.perf_counter()
            again = grade_again(grader, replace(submission, cells=cells), before)
            found.append(time.perf_counter() - started)
            assert again.judged == {assignment.exercises[-1].id}
    return min(found) + min(_heard(count))


def _heard(count: int) -> list[float]:
    """Return how long after each of some saves the command hears of it."""
    found, wrote = list[float](), [0.0]

    def save(path: Path) -> None:
        time.sleep(PAUSE)
        wrote[0] = time.perf_counter()
        path.write_text("saved", encoding="utf-8")

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notebook.ipynb"
        coming = saves(path)
        next(coming)
        for _ in range(count):
            threading.Thread(target=save, args=(path,)).start()
            next(coming)
            found.append(time.perf_counter() - wrote[0])
    return found


def _changed(source: str, number: int) -> str:
    """Return the cell with another value in the last function's first statement after its docstring."""
    lines = source.split("\n")
    at = max(index for index, line in enumerate(lines) if line.strip().startswith("return "))
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    return "\n".join([*lines[:at], f"{indent}_ = {number}", *lines[at:]])


COUNTED: dict[str, Callable[[Assignment, int], object]] = {"floor": floor, "judge": judge, "watch": watch}


def main(task: str, name: str, argument: str) -> None:
    """Do one task."""
    assignment = find_course(ROOT).assignment(name)
    found = COUNTED[task](assignment, int(argument)) if task in COUNTED else students(assignment, Path(argument))
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
