"""What students are told after a regrade: who gained or lost, by how much, where and why; and nobody else."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.commands.notices import TABLE, write_notices
from autograder.commands.regraded import changes
from autograder.errors import UsageError
from autograder.grading.store import Stored
from autograder.result import PARTIAL, ExerciseResult, Result

BEFORE = Stored(
    "work-then",
    "=ann",
    Result("a1", "=ann", 3.0, 5.0, "strict", "1", 0.1,
           (ExerciseResult("cost", 1.0, 2.0, PARTIAL, ()), ExerciseResult("update", 2.0, 3.0, PARTIAL, ())), ()),
    {"hidden tests": "x", "engine": "e"},
)  # fmt: skip


def graded_again(score: float, *, key: str = "work-now", tests: str = "y") -> Stored:
    """Return the same submission with another score in its first exercise."""
    first, second = BEFORE.result.exercises
    result = replace(BEFORE.result, score=score + 2.0, exercises=(replace(first, score=score), second))
    return replace(BEFORE, key=key, result=result, digests={"hidden tests": tests, "engine": "e"})


def told(folder: Path, after: Stored) -> dict[str, str]:
    """Return the texts that were written, by student, as the table has them."""
    before, now = {"=ann": BEFORE}, {"=ann": after}
    count = write_notices(folder, changes(before, now), before, now)
    rows = list(csv.DictReader(io.StringIO((folder / TABLE).read_text(encoding="utf-8"))))
    assert len(rows) == count == len(list(folder.glob("*.txt")))
    return {row["student"]: row["text"] for row in rows}


def test_who_gained_reads_where_and_why(tmp_path: Path) -> None:
    """The exercise whose points changed, and what has changed; the name can do nothing in a spreadsheet."""
    text = told(tmp_path, graded_again(2.0))["'=ann"]
    assert "this has changed: hidden tests." in text and "It had 3 of 5 points, and has 4 of 5 now: 1 point more." in text
    assert "cost: 1 of 2 before, 2 of 2 now" in text and "update" not in text and "Nothing is to be done." in text


def test_who_lost_can_ask(tmp_path: Path) -> None:
    """A loss is said as plainly, with a way to object."""
    text = told(tmp_path, graded_again(0.0))["'=ann"]
    assert "has 2 of 5 now: 1 point less." in text and "answer this message" in text


def test_new_work_and_equal_scores_get_no_notice(tmp_path: Path) -> None:
    """Who handed in again knows; who has the same score has nothing to know."""
    assert told(tmp_path / "again", graded_again(2.0, key="other-then", tests="x")) == {}
    assert told(tmp_path / "same", graded_again(1.0)) == {}


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """With the option that names another."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="--notices"):
        write_notices(tmp_path / "file", [], {}, {})
