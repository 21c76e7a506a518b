"""Mistakes that were made by hand in the second half of the course are seen at the desk, and are told what they were told."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from autograder.course.model import find_course
from autograder.gate.messages import Line, failed
from autograder.gate.visible import visible_session
from autograder.grading.grader import Grader, GradingSettings

pytestmark = pytest.mark.long

COURSE = find_course(Path(__file__).parent)
DATA: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("second_half.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", DATA)
def test_a_typical_mistake_is_seen_at_the_desk(name: str) -> None:
    """What was written from the text alone is green; of each change of it a check says what is wrong."""
    assignment = COURSE.assignment(name)
    missed = []
    with Grader(assignment, GradingSettings(isolation="none")) as grader, visible_session(grader) as shown:
        for exercise, work in DATA[name].items():
            checks = assignment.by_id[exercise].source
            assert not list(failed(shown(work["right"], checks))), f"{exercise}: right work is red"
            for mistake in work["mistakes"]:
                red = list(failed(shown(_made(work["right"], mistake["replace"]), checks)))
                if not any(_is(line, mistake) for line in red):
                    missed.append((exercise, mistake["name"], red[:2]))
    assert not missed


def _made(right: str, pairs: list[tuple[str, str]]) -> str:
    for old, new in pairs:
        assert old in right, old
        right = right.replace(old, new)
    return right


def _is(line: Line, mistake: dict[str, Any]) -> bool:
    return line.call == mistake["red"] and mistake["says"] in line.note
