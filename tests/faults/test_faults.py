"""`make faults` would see what is lost; in CI, tests/commands/test_class_run.py kills, locks and moves."""

from __future__ import annotations

import errno
import random
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import InvalidEntry
from nbgrader.api import app_log as nbgrader_log
from sqlalchemy.exc import OperationalError

from autograder.course.model import Course
from autograder.grading import class_work
from autograder.nbgrader_plugin import recorder
from autograder.nbgrader_plugin.environment import quiet_nbgrader
from autograder.result import CRASHED
from tests.engine import toy

from . import classroom, plan
from .classroom import Row
from .play import Playground

KEY = "judgement 1"
RIGHT = {
    "cleo": Row(3.0, (None, 1.25), {"score": 2.0, "flags": []}, (KEY, KEY, KEY)),
    "eve": Row(4.0, (None, None), {"score": 4.0, "flags": []}, (KEY, KEY, KEY)),
}
EVE = RIGHT["eve"]


def complaints(monkeypatch: pytest.MonkeyPatch, rows: dict[str, Row], fault: str = "kill a judge") -> list[str]:
    """Return what is said of these rows, where RIGHT is what there must be."""
    playground = Playground()
    playground.expected = RIGHT
    monkeypatch.setattr(classroom, "rows", lambda _: rows)
    return list(playground._wrong(Course(Path("nowhere")), fault))


def test_nothing_is_said_of_a_class_as_it_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a person gave a grade, the gradebook's score is not the judge's."""
    assert complaints(monkeypatch, RIGHT) == []


LOST: dict[str, tuple[Any, str]] = {
    "a row": (None, "rows of"),
    "a grade by hand": (replace(EVE, manual=(None, 2.0)), "a grade by hand of eve"),
    "a judgement": (replace(EVE, keys=(KEY, None, KEY)), "different judgements of eve"),
    "an older notebook": (replace(EVE, keys=(KEY, KEY, "judgement 0")), "different judgements of eve"),
    "a score": (replace(EVE, score=3.0), "eve has 3.0 in the gradebook"),
    "a result": (replace(EVE, score=3.0, result={"score": 3.0, "flags": []}), "the result of eve is another one"),
}


@pytest.mark.parametrize("what", LOST)
def test_what_is_lost_is_seen(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """A row, a grade that a person gave, or anything in which gradebook and store do not agree."""
    row, said = LOST[what]
    rows = {"cleo": RIGHT["cleo"]} | ({"eve": row} if row is not None else {})
    assert any(said in one for one in complaints(monkeypatch, rows))


def test_a_worker_that_was_killed_may_cost_its_call_only_where_the_row_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can tell it from code that ended its own process; an instructor sees the flag."""
    silent = replace(EVE, score=3.0, result={"score": 3.0, "flags": []})
    told = replace(silent, result={"score": 3.0, "flags": [CRASHED]})
    assert complaints(monkeypatch, RIGHT | {"eve": told}, "kill a worker") == []
    assert complaints(monkeypatch, RIGHT | {"eve": silent}, "kill a worker") != []
    assert complaints(monkeypatch, RIGHT | {"eve": told}, "kill a judge") != []


def test_times_of_another_year_are_set_everywhere(tmp_path: Path) -> None:
    """The fault that is a clock does reach the files."""
    for name in ("a.ipynb", "b.json", "c.json.gz"):
        (tmp_path / name).touch()
    with plan.FAULTS["the clock jumps"](plan.Spoilt(Course(tmp_path), random.Random(1), None, 0.0)):
        assert all(path.stat().st_mtime in (0, 10**9, 4 * 10**9) for path in tmp_path.iterdir())


def test_a_row_that_cannot_be_stored_is_a_sentence_and_ends_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk not even the row of a lost student can be written: the others go on."""
    course = toy.write_course(tmp_path)
    classroom.hand_in(course, "ada", solved=True)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(class_work, "save_judgement", full)
    judged = class_work.store_lost(course, course.assignment(toy.NAME), "ada", "planted")
    assert not judged.key and "No space left on device" in judged.problem and "make room" in judged.problem


@pytest.mark.parametrize("said", ["database or disk is full", "disk I/O error", "database is locked"])
def test_a_gradebook_without_room_is_a_refusal(said: str) -> None:
    """nbgrader wraps the database's error into one of its own; what is refused is told apart from a row that is wrong."""
    try:
        try:
            raise OperationalError("INSERT", {}, sqlite3.OperationalError(said))
        except OperationalError as error:
            raise InvalidEntry(*error.args)  # noqa: B904  # as nbgrader does
    except InvalidEntry as error:
        found = recorder._refusal(error)
    assert isinstance(found, OperationalError) and recorder._first_line(found) == said


def test_what_the_gradebook_is_refused_is_no_traceback_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    """nbgrader's gradebook writes each refusal to tornado's log, with its traceback, before it raises it."""
    with quiet_nbgrader():
        try:
            raise ValueError("planted")
        except ValueError:
            nbgrader_log.exception("Rolling back session due to database error")
    assert capfd.readouterr() == ("", "")
    assert not nbgrader_log.disabled
