"""What is measured within one process over many submissions, for `benchmarks.scale`; trusted side.

python -m benchmarks.scale_tasks along|tests|cells ASSIGNMENT NUMBER     (prints JSON)
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from autograder.course.model import Assignment, find_course
from autograder.gate.stand_in import solution_submission
from autograder.grading.grader import Grader
from autograder.simulation.draw import Rates, draw_class
from autograder.simulation.notebooks import notebook_text
from autograder.submission.read import Submission, SubmittedCell, read_notebook
from benchmarks.processes import ROOT, descendants, private_mebibytes, tree_seconds
from benchmarks.tasks import SETTINGS

DRAWN, SEED = 40, 7  # students whose work is graded again and again, each time as somebody else's
READINGS = 25
FIRST = (10, 50, 200, 500, 1000)  # submissions after which there is a reading in any case
STEPS, ROUNDS = 5, 3
OWN_CELL = "own_{number} = [{number} * step for step in range(10)]"


@dataclass(frozen=True)
class Reading:
    """What is held after so many submissions: seconds so far, MiB that nobody shares, and what the system lends."""

    submissions: int
    seconds: float
    judge: float
    zygote: float
    descriptors: int  # of the judge's process
    zygote_descriptors: int
    processes: int  # below the judge
    files: int  # in the zygote's folder


def along(assignment: Assignment, count: int) -> list[dict[str, float]]:
    """Grade so many submissions in one process, right and wrong ones in turn, and read what it holds on the way."""
    work, found = list(_work(assignment)), list[Reading]()
    stops = {*FIRST, *range(count // READINGS, count, max(1, count // READINGS)), count}
    with Grader(assignment, SETTINGS) as grader:
        grader.grade(work[0])
        started = tree_seconds()
        for done in range(1, count + 1):
            grader.grade(replace(work[done % len(work)], name=f"student{done}"))
            if done in stops:
                found.append(_reading(grader, done, tree_seconds() - started))
    return [vars(one) for one in found]


def _work(assignment: Assignment) -> Iterator[Submission]:
    """Yield the solution and a drawn class without its accidents: an endless loop would be what is measured."""
    yield solution_submission(assignment)
    released = json.loads(assignment.course.release(assignment.name).read_text(encoding="utf-8"))
    for student in draw_class(assignment, DRAWN, SEED, Rates()):
        if student.accident is None:
            yield read_notebook(notebook_text(student, assignment, released).encode(), student.id)


def _reading(grader: Grader, done: int, seconds: float) -> Reading:
    below = list(descendants("self"))
    files = sum(1 for _ in grader.zygote.work.rglob("*"))
    own, theirs = _descriptors("self"), sum(map(_descriptors, below))
    zygote = sum(map(private_mebibytes, below))
    return Reading(done, seconds, private_mebibytes("self"), zygote, own, theirs, len(below), files)


def _descriptors(pid: str) -> int:
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:  # another user's, or gone
        return 0


def tests(assignment: Assignment, rounds: int) -> list[tuple[float, float]]:
    """Return, for more and more of an assignment's exercises, how many tests they have and what the solution costs."""
    submission, found = solution_submission(assignment), list[tuple[float, float]]()
    with Grader(assignment, SETTINGS) as grader:
        names = list(grader.judge.exercises)
        grader.grade(submission)
        for end in range(1, len(names) + 1):
            count = sum(len(grader.judge.tests(name)) for name in names[:end])
            found.append((count, _least(partial(grader.grade, submission, exercises=names[:end]), rounds)))
    return found


def cells(assignment: Assignment, most: int) -> list[tuple[float, float]]:
    """Return, for more and more cells that a student has added, how many there are and what the submission costs."""
    submission, found = solution_submission(assignment), list[tuple[float, float]]()
    with Grader(assignment, SETTINGS) as grader:
        grader.grade(submission)
        for step in range(STEPS + 1):
            count = most * step // STEPS
            own = tuple(SubmittedCell("code", OWN_CELL.format(number=number), None) for number in range(count))
            larger = replace(submission, cells=submission.cells + own)
            found.append((count, _least(partial(grader.grade, larger), ROUNDS)))
    return found


def _least(work: Callable[[], object], rounds: int) -> float:
    """Return the least that some work costs: whatever else the machine does only adds to it."""
    costs = []
    for _ in range(rounds):
        before = tree_seconds()
        work()
        costs.append(tree_seconds() - before)
    return min(costs)


TASKS: dict[str, Callable[[Assignment, int], object]] = {"along": along, "tests": tests, "cells": cells}


if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](find_course(Path(ROOT)).assignment(sys.argv[2]), int(sys.argv[3]))))
