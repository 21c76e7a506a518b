"""The most typical mistakes, made by hand and none taken from the bank: what the visible checks say first of each.

`typical_mistakes_*.toml` holds them, with what the page asks and the verdict of the one who read it (docs/typical-mistakes/).
"""

from __future__ import annotations

import contextlib
import io
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from autograder.course.content import importable
from autograder.gate.messages import Line, _failed
from autograder.grading.visible_checks import probe
from tests.curriculum.lessons import COURSE


@dataclass(frozen=True)
class Typical:
    """A mistake: the visible check that fails first, a part of what is said there, and what the page asks (for the reader)."""

    assignment: str
    exercise: str
    name: str
    check: str
    says: str
    page: str
    verdict: str
    source: str
    slow: bool = False  # a long training: read by hand, and not replayed


FILES = sorted(Path(__file__).parent.glob("typical_mistakes_*.toml"))
ALL = [Typical(**one) for file in FILES for one in tomllib.loads(file.read_text(encoding="utf-8"))["mistake"]]
REPLAYED = [one for one in ALL if not one.slow]


@cache
def _cells(assignment: str) -> tuple[CodeType, ...]:
    """The cells that run while grading, and what the visible checks define."""
    cells = [cell for cell in COURSE.assignment(assignment).cells if cell.kind == "code"]
    wanted = {one.id for one in COURSE.assignment(assignment).exercises}
    parts = [
        cell.source if cell.runs_while_grading else probe(cell.released, checking=False).source
        for cell in cells
        if cell.runs_while_grading or cell.grade_id in wanted
    ]
    return tuple(compile(part, f"<{assignment}>", "exec") for part in parts)


def at_the_desk(assignment: str, exercise: str, source: str) -> list[Line]:
    """Put a source in the place of the solution, run the exercise's visible checks, and return the lines that fail."""
    shown, names = io.StringIO(), dict[str, Any]({"__name__": "desk"})
    with importable(COURSE.assignment(assignment)), contextlib.redirect_stdout(shown):
        for cell in _cells(assignment):
            exec(cell, names)
        exec(source, names)
        with contextlib.suppress(AssertionError):
            exec(COURSE.assignment(assignment).by_id[exercise].released, names)
    return list(_failed(shown.getvalue()))


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("one", REPLAYED, ids=lambda one: f"{one.exercise}-{one.name}")
def test_the_desk_says_first_what_was_approved(one: Typical) -> None:
    """A typical mistake is seen at the desk, by the check that was read, in the words that were read."""
    lines = at_the_desk(one.assignment, one.exercise, one.source)
    assert lines, "no visible check fails"
    assert lines[0].call == one.check
    assert one.says in lines[0].note
