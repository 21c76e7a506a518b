"""A process that grades all in orders of its own: `python -m tests.determinism.leg LEVEL SEED MISTAKES ORDERS NAME ..`.

It prints a line of JSON for each submission: its name, and a digest of its result without the times and the level.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from autograder.course.model import Assignment, Course, find_course
from autograder.grading.grader import Graded, Grader, GradingSettings
from autograder.result import as_json, timeless

from .submissions import shipped

SECRET = "the secret of a course that is graded many times"


def digest_of(graded: Graded) -> str:
    """Return a digest of the result as its JSON is written, and of what the cells printed."""
    result = replace(timeless(graded.result), isolation="")
    printed = [[index, list(one.outputs)] for index, one in sorted(graded.outputs.items())]
    return hashlib.sha256(json.dumps([as_json(result), printed], sort_keys=True).encode()).hexdigest()


def graded_in_orders(assignment: Assignment, level: str, seed: int, mistakes: int, orders: int) -> Iterator[dict[str, str]]:
    """Grade what is shipped of an assignment in so many orders of the seed's, one after another; yield the digests of each."""
    submissions, draw = list(shipped(assignment, mistakes)), random.Random(seed)
    with Grader(assignment, GradingSettings(isolation=level, secret=SECRET)) as grader:
        for _ in range(orders):
            draw.shuffle(submissions)
            yield {f"{assignment.name}/{one.name}": digest_of(grader.grade(one)) for one in submissions}


def main(level: str, seed: int, mistakes: int, orders: int, names: list[str], course: Course) -> None:
    """Grade the assignments in an order of the seed's as well."""
    random.Random(seed).shuffle(names)
    for name in names:
        for found in graded_in_orders(course.assignment(name), level, seed, mistakes, orders):
            print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]), sys.argv[5:], find_course(Path(__file__).resolve().parent))
