"""Notebooks without exercises: named in course.toml, no assignments, and checked before a release like all others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.course.model import Course, find_course
from autograder.course.settings import read_settings
from autograder.errors import UsageError
from autograder.gate.build import build
from autograder.gate.checks import run_task
from autograder.gate.pool import Gate, GateWork, all_tasks
from autograder.gate.ungraded import check_ungraded

from . import toy
from .handmade import cell

NAME = "aside"
FREE = {"grade": False, "solution": False, "locked": False, "task": False}


def course_with(folder: Path, *sources: str) -> Course:
    """Return the toy course, and beside it a built notebook with these locked cells that are not run while grading."""
    course = toy.write_course(folder)
    (folder / "course.toml").write_text(f'content = "{toy.CONTENT}"\nungraded = ["{NAME}"]\n', encoding="utf-8")
    cells = [cell("# Aside", kind="markdown"), cell("guess = ...", "own_it", **FREE)]
    cells += [toy.study(source, f"study_{place}") for place, source in enumerate(sources)]
    path = course.source(NAME)
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}), encoding="utf-8")
    build(Course(folder), NAME)
    return Course(folder)


def test_it_is_no_assignment(tmp_path: Path) -> None:
    """Nothing that grades, counts points or simulates a class meets it; whoever asks for it by name finds it."""
    course = course_with(tmp_path, "print(1)")
    assert course.names() == [toy.NAME] and course.ungraded() == [NAME]
    assert course.assignment(NAME).exercises == () and course.release(NAME).is_file()


def test_one_that_runs_and_shows_something_is_in_order(tmp_path: Path) -> None:
    """A guess may be left out, as students get it."""
    assert list(check_ungraded(course_with(tmp_path, "print(guess)"), [NAME], "auto")) == []


def test_one_that_stops_or_shows_nothing_is_named_by_its_cell(tmp_path: Path) -> None:
    """A cell that raises, and one that shows nothing, are two findings of one of the gate's tasks."""
    gate = Gate(course_with(tmp_path, "1 / 0", "x = 1"), (toy.NAME,), 1, "auto", ungraded=(NAME,))
    (task,) = [one for one in all_tasks(gate) if one.assignment == NAME]
    with GateWork(gate, run_task).warm(NAME) as do:
        problems = do(task).findings
    assert [one.place for one in problems] == [f"{NAME}.ipynb: study_0", f"{NAME}.ipynb: study_1"]
    assert "division" in problems[0].problem and "shows nothing" in problems[1].problem


def test_an_old_release_is_found(tmp_path: Path) -> None:
    """What students get is what the source says now."""
    course = course_with(tmp_path, "print(1)")
    path = course.release(NAME)
    path.write_text(path.read_text(encoding="utf-8").replace("print(1)", "print(2)"), encoding="utf-8")
    assert any("release" in place for place, _, _ in check_ungraded(course, [NAME], "auto"))


def test_a_notebook_cannot_be_both(tmp_path: Path) -> None:
    """A name in both lists is an error that names it."""
    (tmp_path / "course.toml").write_text('assignments = ["a"]\nungraded = ["a"]\n', encoding="utf-8")
    with pytest.raises(UsageError, match="a cannot be both"):
        read_settings(tmp_path)


def test_the_graded_notebooks_do_not_get_the_network_to_look_into() -> None:
    """`lesson.network` holds what graded notebooks ask for: only ungraded ones import it."""
    course = find_course(Path(__file__).parent)
    users = [name for name in (*course.names(), *course.ungraded()) if "lesson.network" in course.assignment(name).helpers]
    assert users and set(users) <= set(course.ungraded())
