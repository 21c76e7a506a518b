"""One process that grades everything in an order of its own: `python -m tests.determinism.leg LEVEL SEED MISTAKES NAME ...`.

It prints a line of JSON for each submission: its name, and a digest of its result without the times and the level.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
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


def graded_in_order(assignment: Assignment, level: str, seed: int, mistakes: int) -> dict[str, str]:
    """Grade what is shipped of an assignment in an order of the seed's, and return the digests."""
    submissions = list(shipped(assignment, mistakes))
    random.Random(seed).shuffle(submissions)
    with Grader(assignment, GradingSettings(isolation=level, secret=SECRET)) as grader:
        return {f"{assignment.name}/{one.name}": digest_of(grader.grade(one)) for one in submissions}


def main(level: str, seed: int, mistakes: int, names: list[str], course: Course) -> None:
    """Grade the assignments in an order of the seed's as well."""
    random.Random(seed).shuffle(names)
    for name in names:
        print(json.dumps(graded_in_order(course.assignment(name), level, seed, mistakes)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:], find_course(Path(__file__).resolve().parent))
