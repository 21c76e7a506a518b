"""Stored results: whole or not at all, keyed by what decides the grade, inside their folder whatever a student is called."""

from __future__ import annotations

import dataclasses
import gzip
import json
import os
from pathlib import Path

import pytest

from autograder.course.model import Assignment, Course, read_assignment
from autograder.grading import store
from autograder.grading.judgements import read_judgement
from autograder.grading.store import Stored, load_result, load_results, read_result, result_key, results_folder, save_result
from autograder.nbgrader_plugin.recorded import recorded_key
from autograder.result import ExerciseResult, Result, TestResult
from autograder.submission.read import Submission

from . import toy
from .handmade import blank, solved

RESULT = Result(
    "toy", "ada", 1.0, 2.0, "strict", "1.0", 0.5,
    (ExerciseResult("double", 1.0, 2.0, "partial", (TestResult("test_a", "A.", "PASSED", 100.0),)),), (),
)  # fmt: skip


@pytest.fixture
def own_course(tmp_path: Path) -> Course:
    """A course of this test's own."""
    return Course(tmp_path)


def test_a_stored_result_comes_back(own_course: Course) -> None:
    """What was saved is loaded, with its key."""
    stored = Stored("a key", "ada", RESULT)
    save_result(own_course, stored)
    assert load_result(own_course, "toy", "ada") == stored
    assert list(load_results(own_course, "toy")) == [stored]


def test_nothing_stored_is_none(own_course: Course) -> None:
    """Without a result there is None, and an assignment without results has none."""
    assert load_result(own_course, "toy", "ada") is None
    assert list(load_results(own_course, "toy")) == []


def test_saving_again_replaces(own_course: Course) -> None:
    """A regrade leaves one result, the new one, and no drafts."""
    save_result(own_course, Stored("old", "ada", RESULT))
    save_result(own_course, Stored("new", "ada", dataclasses.replace(RESULT, score=2.0)))
    loaded = load_result(own_course, "toy", "ada")
    assert loaded is not None and (loaded.key, loaded.result.score) == ("new", 2.0)
    assert [path.name for path in results_folder(own_course, "toy").iterdir()] == ["ada.json"]


def test_a_run_that_is_killed_while_saving_leaves_the_old_result(own_course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is replaced in one step at the very end: before it, the old result stands, and the draft is no result."""
    save_result(own_course, Stored("old", "ada", RESULT))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            save_result(own_course, Stored("new", "ada", RESULT))
    assert [one.key for one in load_results(own_course, "toy")] == ["old"]


DAMAGE = {
    "empty": "",
    "cut short": "{",
    "null": "null",
    "a list": "[]",
    "a number": "5",
    "no result": '{"key": "k"}',
    "a result that is a list": '{"key": "k", "student": "ada", "result": []}',
    "an exercise that is a number": '{"key": "k", "student": "ada", "result": {"exercises": [1]}}',
    "binary": "\x00\xff",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_an_unreadable_result_is_graded_again(own_course: Course, damage: str) -> None:
    """A stored result that is cut short or is something else counts as none."""
    save_result(own_course, Stored("key", "ada", RESULT))
    (results_folder(own_course, "toy") / "ada.json").write_text(damage, encoding="latin-1")
    assert load_result(own_course, "toy", "ada") is None
    assert list(load_results(own_course, "toy")) == []


HOSTILE = [
    "../../../etc/passwd",
    "..",
    ".",
    "",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "ada\0",
    "ada.json",
    ".hidden",
    "ada lovelace",
    "x" * 5000,
    "学" * 99,
    "ad\udce0",
    "<script>",
    "con\n",
]


@pytest.mark.parametrize("student", HOSTILE, ids=ascii)
def test_a_students_name_never_leads_out_of_the_folder(own_course: Course, student: str) -> None:
    """Whatever a student is called, their result is one file in the results folder, and is found again."""
    stored = Stored("key", student, dataclasses.replace(RESULT, submission=student))
    save_result(own_course, stored)
    files = [path for path in own_course.root.rglob("*") if path.is_file()]
    assert [path.parent for path in files] == [results_folder(own_course, "toy")]
    assert load_result(own_course, "toy", student) == stored


def test_no_two_names_share_a_file(own_course: Course) -> None:
    """Each of many awkward names keeps its own result."""
    for student in HOSTILE:
        save_result(own_course, Stored(student, student, RESULT))
    taken = [path.stem for path in results_folder(own_course, "toy").glob("*.json")]  # who is called like another's file
    for student in taken:
        save_result(own_course, Stored(student, student, RESULT))
    assert {one.student for one in load_results(own_course, "toy")} == {*HOSTILE, *taken}


def test_the_key_depends_on_all_that_decides_the_grade(toy_assignment: Assignment, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another answer, student, isolation, secret, hidden test or source notebook gives another key; nothing else does."""
    work, isolation = solved(toy_assignment), "strict"
    key = result_key(work, toy_assignment, isolation)
    assert result_key(work, toy_assignment, isolation) == key
    others = [
        result_key(blank(toy_assignment), toy_assignment, isolation),
        result_key(dataclasses.replace(work, name="bob"), toy_assignment, isolation),
        result_key(Submission("ada", (), "The file is empty."), toy_assignment, isolation),
        result_key(work, toy_assignment, "none"),
    ]
    with monkeypatch.context() as patch:
        patch.setenv("AUTOGRADER_COURSE_SECRET", "another")
        others.append(result_key(work, toy_assignment, isolation))
    with monkeypatch.context() as patch:
        patch.setattr(store, "grading_digest", lambda _: "another digest")
        others.append(result_key(work, toy_assignment, isolation))
    text = toy_assignment.path.read_text()
    toy_assignment.path.write_text(text + "\n")
    others.append(result_key(work, read_assignment(toy_assignment.path, toy_assignment.course), isolation))
    toy_assignment.path.write_text(text)
    assert len({key, *others}) == 1 + len(others)
    assert result_key(work, toy_assignment, isolation) == key


def test_metadata_that_grade_nothing_do_not_change_the_key(toy_assignment: Assignment) -> None:
    """Of a cell that has its grade_id, Jupyter's own id is not looked at: the stored result still counts."""
    work = solved(toy_assignment)
    cells = tuple(dataclasses.replace(one, cell_id="other") if one.grade_id else one for one in work.cells)
    assert any(one.grade_id for one in cells)
    other = dataclasses.replace(work, cells=cells)
    assert result_key(other, toy_assignment, "strict") == result_key(work, toy_assignment, "strict")


def test_the_toy_is_stored_under_its_own_name(own_course: Course) -> None:
    """Results of different assignments lie in different folders."""
    assert results_folder(own_course, toy.NAME) != results_folder(own_course, "warmup")


@pytest.mark.parametrize("spoil", ["cut", "flip", "deep", "text", "list", "no gzip"])
def test_a_spoilt_judgement_is_none(tmp_path: Path, spoil: str) -> None:
    """A bad sector, or a write that another program cut short: what stands there is judged again, and stops no class."""
    path = tmp_path / "ann.json.gz"
    whole = gzip.compress(json.dumps({"key": "k", "outputs": {}, "result": {"exercises": []} | dict.fromkeys("abcd")}).encode())
    spoilt = {
        "cut": whole[:-12],
        "flip": whole[:14] + bytes([whole[14] ^ 0xFF]) + whole[15:],
        "deep": gzip.compress(b"[" * 200_000),
        "text": gzip.compress(b'"text"'),
        "list": gzip.compress(b'{"key": "k", "outputs": [], "result": []}'),
        "no gzip": b"{}",
    }
    path.write_bytes(spoilt[spoil])
    assert read_judgement(path) is None
    (tmp_path / "ann.json").write_text("[" * 200_000 if spoil == "deep" else '{"key": "k", "result": []}', encoding="utf-8")
    assert read_result(tmp_path / "ann.json") is None and recorded_key(tmp_path / "ann.json") is None
