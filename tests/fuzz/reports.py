"""Texts that a student chose, in every place of a result that can hold one: a report shows them as text and as nothing else."""

from __future__ import annotations

import io
import random
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from rich.console import Console

from autograder.course.model import Course
from autograder.language.localised import localised
from autograder.language.spoken import Language, language_of
from autograder.report.annotations import code_quality, github_outputs
from autograder.report.files import gradescope_json, json_text, junit_xml, markdown
from autograder.report.terminal import print_result
from autograder.result import FLAGS, ExerciseResult, Result, Status, TestResult, Verdict, as_json, from_json
from autograder.testing.kinds import SHARES
from tests.attacks.shown import misused

from . import draw as drawn

PIECES = (
    "<img src=x onerror=evil()>",
    "<script>evil()</script>",
    "]]>",
    "&#60;",
    "<!--",
    "-->",
    "](javascript:evil)",
    "![x](//evil)",
    "| a | b |",
    "\n# evil",
    "```",
    "`",
    "@evil",
    "\x1b]0;evil\x07",
    "\x1b[2J",
    "\x9b31m",
    "\x00",
    "\x08",
    "\r",
    "\n",
    "::set-output ",
    "::",
    "\n::add-mask::evil",
    "##[group]",
    "[bold]",
    "[/bold]",
    "=cmd|' /C calc'!A0",
    "+1",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\ud83d",
    "%0A::error::",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "${IFS}",
    "$(evil)",
    "\\",
    "'",
    '"',
    "%s%n",
    "\U000e0001",
    "é",
    "𝔁",
)

IN_GERMAN = 0.05  # of the results: a text that is no sentence of ours is compared with many
ON_TERMINAL = 0.3  # of the results: it takes twice as long as all other forms together


def text(draw: random.Random) -> str:
    """Return a text that somebody might obey."""
    return "".join(draw.choice(PIECES) if draw.random() < 0.8 else drawn.text(draw) for _ in range(draw.randrange(1, 5)))


def trial(draw: random.Random) -> None:
    """Write one result in every form."""
    result = _result(draw)
    if draw.random() < IN_GERMAN:
        result = localised(result, _german())
    terminal = io.StringIO()
    if draw.random() < ON_TERMINAL:
        print_result(Console(file=terminal, width=draw.choice((20, 80, 300)), height=25, force_terminal=False), result)
    shown = {
        "JSON": json_text([result]),
        "JUnit": junit_xml([result]),
        "Markdown": markdown([result]),
        "Gradescope": gradescope_json(result),
        "the page": "",
        "the terminal": terminal.getvalue(),
    }
    assert not misused(shown), misused(shown)
    github_outputs([result]).encode()
    code_quality([]).encode()
    assert from_json(as_json(result)).exercises == result.exercises


@cache
def _german() -> Language:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        (Path(folder) / "course.toml").write_text('language = "de"\n', encoding="utf-8")
        return language_of(Course(Path(folder)))


def _result(draw: random.Random) -> Result:
    exercises = tuple(_exercise(draw, f"exercise_{index}") for index in range(draw.randrange(3)))
    return Result(
        "toy",
        text(draw),
        1.0,
        4.0,
        "strict",
        "1",
        0.0,
        exercises,
        tuple(text(draw) for _ in range(draw.randrange(3))),
        tuple(flag for flag in FLAGS if draw.random() < 0.2),
    )


def _exercise(draw: random.Random, name: str) -> ExerciseResult:
    tests = tuple(_test(draw, f"test_{index}") for index in range(draw.randrange(3)))
    return ExerciseResult(name, 0.5, 4.0, draw.choice(tuple(Status)), tests, text(draw) if draw.random() < 0.5 else None)


def _test(draw: random.Random, name: str) -> TestResult:
    hint, note = (text(draw) if draw.random() < 0.5 else None for _ in range(2))
    kinds: Sequence[str] = tuple(SHARES)
    return TestResult(name, "It is right.", draw.choice(tuple(Verdict)), 1.0, hint, None, note, draw.choice(kinds))
