"""Remarks for GitHub and GitLab: at which line, and that nothing in them is a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.report.annotations import Annotation, annotate, code_quality, github_commands, github_outputs
from autograder.result import FAILED, NOT_STARTED, PASSED, SOLVED, WRONG, ExerciseResult, Result, TestResult


def result(name: str, *exercises: tuple[str, str, str | None]) -> Result:
    """Return a result with one test an exercise: its id, status and hint."""
    made = tuple(
        ExerciseResult(one, 1.0 if status == SOLVED else 0.0, 1.0, status,
                       (TestResult("t", "A title", PASSED if status == SOLVED else FAILED, 1.0, hint=hint),))
        for one, status, hint in exercises
    )  # fmt: skip
    return Result("a1", name, sum(one.score for one in made), float(len(made)), "strict", "1", 0.1, made, ("a message",))


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a1.py", "import numpy\n\n\ndef f(x):\n    return x\n", 4),
        ("a1.ipynb", '{"cells": [\n {"source": [\n  "x = 1\\n",\n  "def f(x):\\n"]}]}', 4),
        ("a1.py", "class f:\n    pass\n", 1),
        ("a1.py", "# def f(x) is missing\n", None),
        ("a1.py", "def ff(x):\n    pass\n", None),
    ],
)
def test_a_remark_stands_at_the_functions_line(tmp_path: Path, name: str, text: str, line: int | None) -> None:
    """In a Python file and in a notebook's JSON; where the function is not there, the remark is about the file."""
    (tmp_path / name).write_text(text)
    one, message = annotate(result(name, ("f", WRONG, "Why?")), tmp_path / name, tmp_path, {"f": ("f",)})
    assert (one.path, one.line, one.level, one.message) == (name, line, "error", "Why?") and message.message == "a message"


def test_solved_exercises_have_no_remark(tmp_path: Path) -> None:
    """What is solved is not mentioned; what is not started is a notice and no error."""
    found = annotate(result("a", ("f", SOLVED, None), ("g", NOT_STARTED, None)), tmp_path / "no file", tmp_path, {})
    assert [(one.title.partition(":")[0], one.level) for one in found] == [("g", "notice"), ("a1", "warning")]


@pytest.mark.parametrize(
    "text", ["a\n::error::forged", "a\r\n::set-output name=x::y", "100% %0A::error::x", "a,line=9::b", "::stop-commands::x"]
)
def test_no_text_is_a_command_of_its_own(text: str) -> None:
    """Whatever a title, a path or a message holds, each remark is one line, and its properties are the three that we wrote."""
    said = github_commands([Annotation(text, 3, "error", text, text)], [result("a", ("f", SOLVED, None))]).splitlines()
    assert [one.partition(" ")[0] for one in said] == ["::error", "::notice", "::notice"]
    properties = said[0].removeprefix("::error ").partition("::")[0].split(",")
    assert [one.partition("=")[0] for one in properties] == ["file", "line", "title"]


def test_code_quality_tells_remarks_apart(tmp_path: Path) -> None:
    """GitLab needs a fingerprint for each, the same as long as the remark is the same."""
    found = annotate(result("a", ("f", WRONG, "Why?"), ("g", WRONG, "Why?")), tmp_path / "x", tmp_path, {})
    marks = [one["fingerprint"] for one in json.loads(code_quality(found))]
    assert len(set(marks)) == len(marks) == 3 and code_quality(found) == code_quality(found)
    assert github_outputs([result("a", ("f", WRONG, None), ("g", SOLVED, None))]) == "score=1\nmax-score=2\npercent=50.00\n"
