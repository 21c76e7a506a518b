"""The gate finds a question that a release has lost, however it was lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.course.model import Course, released
from autograder.gate.prompts import check_prompts

from . import toy
from .handmade import cell

QUESTION = "What will the next cell draw, and why do you think so?"
ANSWER = "=== BEGIN SOLUTION ===\nA line.\n=== END SOLUTION ==="
SCHEME = ANSWER.replace("SOLUTION", "MARK SCHEME")
KEPT = {
    "the question in the cell": [(f"{QUESTION}\n\n{ANSWER}", True)],
    "the question above": [(QUESTION, False), (f"Your answer:\n\n{ANSWER}", True)],
    "the question above a cell that is all answer": [(QUESTION, False), ("A line. Or is it two?", True)],
    "the question below the answer": [(f"{ANSWER}\n\n{QUESTION}", True)],
}
LOST = {
    "a mark of another kind": [(f"{QUESTION}\n\n{SCHEME}", True)],
    "a mark of another kind, with a text above": [("Compare this with your answer.", False), (f"{QUESTION}\n\n{SCHEME}", True)],
    "the question inside the solution": [(ANSWER.replace("A line.", f"{QUESTION} A line."), True)],
    "no region at all": [(QUESTION, True)],
    "only a label": [("## Part", False), (f"Your answer:\n\n{ANSWER}", True)],
    "an answer cell above": [(f"{QUESTION}\n\n{ANSWER}", True), (f"Your answer:\n\n{ANSWER}", True)],
}


def _problems(folder: Path, cells: list[tuple[str, bool]], *, points: float = 0) -> list[str]:
    """Return what the gate says of a course with these texts, released as nbgrader releases them."""
    graded = {**toy._BY_HAND, "points": points}
    made = [
        cell(text, f"cell_{index}", "markdown", **(graded if answer else toy._LOCKED))
        for index, (text, answer) in enumerate(cells)
    ]
    course: Course = toy.write_course(folder, tuple(made))
    for (text, answer), one in zip(cells, made, strict=True):
        one["source"] = released(text, "markdown", solution=answer)
    path = course.release(toy.NAME)
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made}))
    return [f"{place} {problem}" for place, problem, _ in check_prompts(course, course.assignment(toy.NAME))]


@pytest.mark.parametrize("cells", KEPT.values(), ids=KEPT.keys())
def test_a_question_that_is_there_is_no_finding(tmp_path: Path, cells: list[tuple[str, bool]]) -> None:
    """Wherever the question stands that a student reads, the gate is content."""
    assert _problems(tmp_path, cells) == []


@pytest.mark.parametrize("points", [0, 2])
@pytest.mark.parametrize("cells", LOST.values(), ids=LOST.keys())
def test_a_question_that_is_lost_is_a_finding(tmp_path: Path, cells: list[tuple[str, bool]], points: float) -> None:
    """Whatever swallowed it, with points or without, the cell that asks nothing is named."""
    found = _problems(tmp_path, cells, points=points)
    assert found and f"cell_{len(cells) - 1}" in found[0]


def test_a_text_that_the_release_lacks_is_a_finding(tmp_path: Path, course: Course) -> None:
    """Every paragraph of every notebook is in its release; with one taken out, the gate says which."""
    for name in course.names():
        assert not list(check_prompts(course, course.assignment(name))), name
    copy, name = Course(tmp_path), "optimizers"
    notebook = json.loads(course.release(name).read_text())
    asked = next(one for one in notebook["cells"] if "Before you run" in "".join(one["source"]))
    asked["source"] = "YOUR ANSWER HERE"
    copy.release(name).parent.mkdir(parents=True)
    copy.release(name).write_text(json.dumps(notebook))
    (found, *_) = check_prompts(copy, course.assignment(name))
    assert found[0].endswith(asked["metadata"]["nbgrader"]["grade_id"])
