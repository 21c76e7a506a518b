"""Parts of a measurement: kept whole, read again at the same state only, and never measured twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.commands import measure
from autograder.course.model import Course
from autograder.gate.held_out import NONE, RIGHT, HeldOut, Pair
from autograder.gate.kept import Kept, state_digest

from . import toy

ROWS = (
    HeldOut("double__adds_two", True, RIGHT, NONE, RIGHT, NONE, False, True, ("offset", "direction")),
    Pair("double__adds_two", "half__adds_two", False, RIGHT),
)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A toy course, on which no part is measured yet."""
    return toy.write_course(tmp_path)


def test_a_part_comes_back_as_it_was_kept(course: Course) -> None:
    """Rows, day and seconds of a part are what was written down."""
    kept = Kept(course.assignment(toy.NAME))
    assert kept.find("all") is None
    part = kept.keep("all", ROWS, 1.5)
    assert kept.find("all") == part
    assert part.rows == ROWS


def test_a_part_of_another_state_is_not_read(course: Course) -> None:
    """After an edit of a hidden test the part is measured again; a broken file is as good as none."""
    assignment = course.assignment(toy.NAME)
    Kept(assignment).keep("all", ROWS, 1.5)
    before = state_digest(assignment)
    test = next((assignment.hidden / "tests").glob("test_*.py"))
    text = test.read_text(encoding="utf-8")
    test.write_text(f"{text}# another state\n", encoding="utf-8")
    assert state_digest(assignment) != before
    assert Kept(assignment).find("all") is None
    test.write_text(text, encoding="utf-8")
    assert Kept(assignment).find("all") is not None
    for path in (course.root / ".autograder" / "measured").iterdir():
        path.write_text('{"rows": [{"kind": "HeldOut"', encoding="utf-8")
    assert Kept(assignment).find("all") is None


def test_what_is_kept_is_not_measured_again(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """A measurement that was stopped asks the pool for the missing parts alone, and the table tells what all have cost."""
    kept = Kept(course.assignment(toy.NAME))
    asked: list[str] = []

    def measured(_work: object, pieces: list[measure.Piece], _jobs: int) -> list[tuple[measure.Piece, object]]:
        asked.extend(piece.what.part(None) for piece in pieces)
        return [(piece, kept.keep(piece.what.part(None), ROWS[1:], 2.0)) for piece in pieces]

    monkeypatch.setattr(measure, "run_pieces", measured)
    kept.keep("all-held-out-0", ROWS[:1], 3.0)
    first = measure.measured_tables(course, [toy.NAME], sample=None, jobs=1)
    assert asked == ["all-two-exercises-0", "all-two-tensors-0"]
    again = measure.measured_tables(course, [toy.NAME], sample=None, jobs=1)
    assert asked == ["all-two-exercises-0", "all-two-tensors-0"]
    assert again == first
    assert "7 seconds of computing, in 3 parts" in again
