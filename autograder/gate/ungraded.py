"""The gate of a notebook without exercises: it is in sync, runs from top to bottom, and shows something; trusted side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.course.model import Assignment, Course
from autograder.gate.files import Problem, check_files, check_metadata
from autograder.gate.handout import check_helpers
from autograder.gate.notebook_run import check_runs
from autograder.gate.prompts import check_prompts
from autograder.grading.grader import zygote_settings
from autograder.worker.zygote import Zygote


def check_ungraded(course: Course, names: Sequence[str], isolation: str) -> Iterator[Problem]:
    """Yield what is wrong with each of these notebooks."""
    for name in names:
        assignment = course.assignment(name)
        for exercise in assignment.exercises:
            remedy = "Take the cell out, or move the notebook from ungraded to assignments in course.toml."
            yield f"{name}: {exercise.id}", "is a graded cell in a notebook that is said to hold none", remedy
        yield from check_files(course, assignment)
        yield from check_metadata(assignment)
        yield from check_helpers(course, assignment)
        yield from check_prompts(course, assignment)
        yield from _runs(assignment, isolation)


def _runs(assignment: Assignment, isolation: str) -> Iterator[Problem]:
    zygote = Zygote(zygote_settings(assignment, isolation))
    try:
        yield from check_runs(assignment, zygote)
    finally:
        zygote.close()
