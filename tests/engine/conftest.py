"""The real course, and a toy one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course.model import Assignment, Course, find_course
from autograder.grading.grader import Grader, GradingSettings
from autograder.worker.deadlines import Deadlines

from . import toy

DEADLINES = Deadlines(call=1.0, cell=3.0, cells=10.0, submission=60.0)


@pytest.fixture(scope="session")
def course() -> Course:
    """The kit's own course."""
    return find_course(Path(__file__).parent)


@pytest.fixture(scope="session")
def assignments(course: Course) -> list[Assignment]:
    """All assignments of the kit's own course."""
    return course.assignments()


@pytest.fixture(scope="session")
def shallow(course: Course) -> Assignment:
    """The assignment with the most exercises."""
    return course.assignment("one_hidden_layer")


@pytest.fixture(scope="module")
def toy_course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The toy course."""
    root = tmp_path_factory.mktemp("toy")
    return toy.write_course(root)


@pytest.fixture(scope="module")
def toy_assignment(toy_course: Course) -> Assignment:
    """The toy course's one assignment."""
    return toy_course.assignment(toy.NAME)


@pytest.fixture(scope="module")
def toy_grader(toy_assignment: Assignment) -> Iterator[Grader]:
    """A grader of the toy, with short deadlines."""
    with Grader(toy_assignment, GradingSettings(deadlines=DEADLINES, secret="a toy's secret")) as grader:
        yield grader
