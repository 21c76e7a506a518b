"""Results made up for the class report's tests: a few numbers become exercises, results and classes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from autograder.class_report.gather import ClassResults, Student
from autograder.course.model import Course
from autograder.result import (
    FAILED,
    NEEDS_REVIEW,
    NOT_STARTED,
    PARTIAL,
    PASSED,
    SKIPPED,
    SOLVED,
    WRONG,
    ExerciseResult,
    Result,
    TestResult,
)

HOSTILE = "<script>alert(1)</script>"
POINTS = {"first": 2.0, "second": 3.0, "third": 5.0}
SOURCE = {
    "first": "def first(x):\n    return x + 1",
    "second": "def second(x):\n    return 2 * x",
    "third": "def third(x):\n    return x**2",
}


def passed(weight: float = 1.0, title: str = "It is right.") -> TestResult:
    return TestResult("test_right", title, PASSED, weight)


def failed(mistake: str | None = None, hint: str | None = None, weight: float = 1.0, title: str = "It is right.") -> TestResult:
    return TestResult("test_wrong", title, FAILED, weight, hint, mistake)


def exercise(name: str, score: float, *tests: TestResult, seconds: float = 0.0, **fields: object) -> ExerciseResult:
    """Return an exercise with this score; its status is what the score says, if it is not given."""
    maximum = POINTS[name]
    status = SOLVED if score == maximum else WRONG if score == 0 else PARTIAL
    made = ExerciseResult(name, score, maximum, status, tests or (passed(),), seconds=seconds)
    return replace(made, **fields)  # type: ignore[arg-type]


def not_started(name: str) -> ExerciseResult:
    return exercise(name, 0.0, TestResult("test_right", "It is right.", SKIPPED, 1.0), status=NOT_STARTED)


def in_review(name: str) -> ExerciseResult:
    return exercise(name, 0.0, status=NEEDS_REVIEW)


def result(student: str, *exercises: ExerciseResult, **fields: object) -> Result:
    score, maximum = sum(one.score for one in exercises), sum(one.max_score for one in exercises)
    made = Result("made_up", student, score, maximum, "strict", "1.0", 0.1, exercises, ())
    return replace(made, **fields)  # type: ignore[arg-type]


def scored(student: str, *scores: float) -> Result:
    """Return a result with these scores, exercise by exercise."""
    return result(student, *(exercise(name, score) for name, score in zip(POINTS, scores, strict=True)))


def course_in(folder: Path) -> Course:
    """Write a course with one assignment of three exercises."""
    cells = []
    for name, points in POINTS.items():
        common = {"locked": False, "schema_version": 3, "task": False}
        body, value = SOURCE[name].rsplit("\n", 1)
        solution = f"{body}\n    ### BEGIN SOLUTION\n{value}\n    ### END SOLUTION"
        cells.append(_cell(solution, {**common, "grade": False, "solution": True, "grade_id": f"{name}_solution"}))
        checks = {**common, "grade": True, "solution": False, "locked": True, "grade_id": name, "points": points}
        cells.append(_cell("assert True", checks))
    path = folder / "source" / "made_up" / "made_up.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    return Course(folder)


def submit(course: Course, student: str, **answers: str) -> Path:
    """Write a student's submission, with these texts in the solution cells."""
    source = json.loads(course.source("made_up").read_text())
    for cell in source["cells"]:
        name = cell["metadata"]["nbgrader"]["grade_id"].removesuffix("_solution")
        if cell["metadata"]["nbgrader"]["solution"] and name in answers:
            cell["source"] = answers[name]
    path = course.root / "submitted" / student / "made_up" / "made_up.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(source))
    return path


def class_of(course: Course, *results: Result, **fields: object) -> ClassResults:
    """Return a class with these results; submissions are found where `submit` has put them."""
    students = []
    for one in sorted(results, key=lambda one: one.submission):
        notebook = course.root / "submitted" / one.submission / "made_up" / "made_up.ipynb"
        there = notebook if notebook.is_file() else None
        students.append(Student(one.submission, one.submission, one, notebook=there, page=there, **fields))  # type: ignore[arg-type]
    return ClassResults(course.assignment("made_up"), tuple(students))


def _cell(source: str, grading: dict[str, object]) -> dict[str, object]:
    metadata = {"nbgrader": grading}
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}
