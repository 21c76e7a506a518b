"""A class run loses nothing: stopped, refused or broken anywhere, the next run goes on, and whoever judges finds the same."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from autograder.cli import main
from autograder.commands import autograde as command
from autograder.commands.autograde import nbgrader_api
from autograder.commands.progress import Advance
from autograder.commands.regraded import as_csv, changes
from autograder.course.model import Course, find_course
from autograder.course.settings import write_settings
from autograder.errors import UsageError
from autograder.grading import class_work, grader
from autograder.grading.judgements import load_judgement
from autograder.grading.pool import Lost, Piece
from autograder.grading.store import Stored, load_result, save_result
from autograder.nbgrader_plugin.recorder import GradebookRefused, recorder
from autograder.result import ExerciseResult, timeless
from autograder.result import Result as Graded

pytestmark = pytest.mark.long

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = "neuron_activations"
STUDENTS = ("ann", "ben", "cleo")


def autograde(course: Course, *arguments: str) -> Result:
    """Run the command in this process."""
    command_line = ["autograde", ASSIGNMENT, *arguments, "--course", str(course.root)]
    return CliRunner().invoke(main, command_line, env={"COLUMNS": "160"})


def make_class(root: Path) -> Course:
    """Set up a course in which two students solved everything and one nothing."""
    shutil.copytree(KIT.source(ASSIGNMENT).parent, root / "source" / ASSIGNMENT)
    shutil.copyfile(KIT.root / "nbgrader_config.py", root / "nbgrader_config.py")
    write_settings(root, KIT.settings)
    for student in STUDENTS:
        path = root / "submitted" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        path.parent.mkdir(parents=True)
        shutil.copyfile(KIT.release(ASSIGNMENT) if student == "ben" else KIT.source(ASSIGNMENT), path)
    return Course(root)


@pytest.fixture(scope="module", autouse=True)
def _path() -> Iterator[None]:
    """The command puts nbgrader's tools on PATH: put it back."""
    before = os.environ["PATH"]
    yield
    os.environ["PATH"] = before


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    """A class that was killed in the middle and graded to the end by a second run, with two processes."""
    made = make_class(tmp_path_factory.mktemp("class"))
    kill_in_the_middle(made)
    done = autograde(made, "--jobs", "2")
    assert done.exit_code == 0, done.output
    assert "0 ungraded" in done.output and " 0 reused" not in done.output
    yield made
    shutil.rmtree(made.root)


def kill_in_the_middle(course: Course) -> None:
    """Start a run, kill it as soon as one judgement is stored, and see that none of its processes lives on."""
    arguments = [sys.executable, "-m", "autograder", "autograde", ASSIGNMENT, "--jobs", "1", "--course", str(course.root)]
    run = subprocess.Popen(arguments, cwd=KIT.root, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        until = time.monotonic() + 120
        while load_judgement(course, ASSIGNMENT, "ann") is None and run.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        children = _descendants(run.pid)
    finally:
        run.kill()
        run.wait()
    assert run.returncode == -signal.SIGKILL, "the run was over before it could be killed"
    until = time.monotonic() + 60
    while any(Path(f"/proc/{pid}").exists() for pid in children) and time.monotonic() < until:
        time.sleep(0.05)
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []


def _descendants(pid: int) -> list[int]:
    try:
        children = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return [*children, *(below for child in children for below in _descendants(child))]


def _notebook(course: Course, student: str) -> str:
    path = course.root / "autograded" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    return path.read_text(encoding="utf-8")


def _without_times(text: str) -> Any:
    return json.loads(text, object_hook=lambda one: {key: value for key, value in one.items() if key != "seconds"})


def _scores(course: Course) -> dict[str, tuple[float, float | None]]:
    with nbgrader_api(course).gradebook as gradebook:
        rows = [gradebook.find_submission(ASSIGNMENT, student) for student in STUDENTS]
        return {row.student.id: (row.score, row.notebooks[0].grades[0].manual_score) for row in rows}


def test_a_killed_run_is_resumed(course: Course) -> None:
    """After kill -9 in the middle, the next run records everybody, and nothing is left over from the first."""
    assert {name: score for name, (score, _) in _scores(course).items()} == {"ann": 10, "ben": 0, "cleo": 10}
    assert not list((course.root / ".autograder").rglob("*.part"))


def test_nbgrader_uses_what_is_stored(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """`nbgrader autograde`, even when forced, judges nothing again, and writes the same bytes."""
    before = _notebook(course, "ann")
    with monkeypatch.context() as patch:
        patch.setattr(grader, "Grader", None)  # it cannot be started
        answer = nbgrader_api(course).autograde(ASSIGNMENT, "ann", force=True)
    assert answer["success"], answer
    assert _notebook(course, "ann") == before


def test_nbgrader_alone_finds_the_same(course: Course) -> None:
    """Where nothing is stored, nbgrader's own run judges, and all but the times is as a class run wrote it."""
    before = _notebook(course, "cleo")
    (course.root / ".autograder" / "judgements" / ASSIGNMENT / "cleo.json.gz").unlink()
    answer = nbgrader_api(course).autograde(ASSIGNMENT, "cleo", force=True)
    assert answer["success"], answer
    assert _without_times(_notebook(course, "cleo")) == _without_times(before)
    assert load_judgement(course, ASSIGNMENT, "cleo") is not None


def test_regrading_says_whose_score_changed_and_keeps_what_a_person_gave(course: Course, tmp_path: Path) -> None:
    """One process finds what two found; a score that is another one is in the table and the CSV, with the reason."""
    before = {name: load_result(course, ASSIGNMENT, name) for name in STUDENTS}
    ann = before["ann"]
    assert ann is not None
    save_result(course, replace(ann, result=replace(ann.result, score=7.0), digests={**ann.digests, "engine": "older"}))
    with nbgrader_api(course).gradebook as gradebook:
        gradebook.find_submission(ASSIGNMENT, "ben").notebooks[0].grades[0].manual_score = 1.5
        gradebook.db.commit()
    done = autograde(course, "--regrade", "--jobs", "1", "--csv", str(tmp_path / "changes.csv"))
    assert done.exit_code == 0 and "1 of 3 scores changed" in done.output and "3 graded, 0 reused" in done.output
    rows = list(csv.reader((tmp_path / "changes.csv").read_text().splitlines()))
    assert rows == [["student", "before", "after", "change", "why"], ["ann", "7.0", "10.0", "3.0", "engine"]]
    for name, old in before.items():
        new = load_result(course, ASSIGNMENT, name)
        assert old is not None and new is not None and timeless(new.result) == timeless(old.result)
    assert _scores(course)["ben"][1] == 1.5


def test_a_regrade_that_was_stopped_goes_on_and_tells_of_all_its_changes(
    course: Course, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Who was done is not judged again, and a score that changed before the stop is in the table of the run that ends it."""
    ann = load_result(course, ASSIGNMENT, "ann")
    assert ann is not None
    save_result(course, replace(ann, result=replace(ann.result, score=7.0)))
    with monkeypatch.context() as patch:
        patch.setattr(command, "progress_bar", _stops_after_one)
        stopped = autograde(course, "--regrade", "--jobs", "1")
    assert stopped.exit_code == 3 and "goes on from there" in stopped.output
    done = autograde(course, "--regrade", "--jobs", "1", "--csv", str(tmp_path / "changes.csv"))
    assert done.exit_code == 0 and "1 are done" in done.output and "2 graded, 1 reused" in done.output
    rows = list(csv.reader((tmp_path / "changes.csv").read_text().splitlines()))
    assert [row[:3] for row in rows[1:]] == [["ann", "7.0", "10.0"]]
    again = autograde(course, "--regrade", "--jobs", "1")
    assert "are done" not in again.output and "3 graded, 0 reused" in again.output


@contextmanager
def _stops_after_one(*_: object, **__: object) -> Iterator[Advance]:
    """Stand for a bar during which somebody presses Ctrl-C."""

    def advance(_: str | None) -> None:
        raise KeyboardInterrupt

    yield advance


def test_a_student_whose_process_died_waits_for_a_person_and_is_graded_by_the_next_run(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row says why, the exit code is 3, and it is no grade that stands."""
    with monkeypatch.context() as patch:
        patch.setattr(command, "run_pieces", lambda *_: (pair for pair in [(Piece(ASSIGNMENT, "cleo"), Lost("planted"))]))
        done = autograde(course, "--student", "cleo", "--regrade")
    assert done.exit_code == 3 and "to review by hand" in done.output and "planted" in done.output
    with nbgrader_api(course).gradebook as gradebook:
        assert all(grade.needs_manual_grade for grade in gradebook.find_submission(ASSIGNMENT, "cleo").notebooks[0].grades)
    with class_work.ClassWork(course).warm(ASSIGNMENT) as judge:  # as a run does that is killed before it records
        assert not judge("cleo").reused
    again = autograde(course, "--student", "cleo", "--jobs", "1")
    assert again.exit_code == 0 and "10 / 10" in again.output and "0 graded, 1 reused" in again.output


def test_locked_gradebook_loses_nothing(course: Course) -> None:
    """Locked at first, nothing is graded and a sentence says so; locked later, who is refused is recorded afterwards."""
    lock = sqlite3.connect(course.root / "gradebook.db", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    done = autograde(course)
    assert done.exit_code == 2 and "locked" in done.output and "Nothing was graded" in " ".join(done.output.split())
    lock.execute("ROLLBACK")
    before = _notebook(course, "ann")
    with nbgrader_api(course).gradebook as gradebook:
        gradebook.find_submission(ASSIGNMENT, "ann").notebooks[0].grades[
            0
        ].auto_score = 0.5  # so that there is something to write
        gradebook.db.commit()
    with recorder(nbgrader_api(course), ASSIGNMENT) as writer:
        lock.execute("BEGIN IMMEDIATE")
        with pytest.raises(GradebookRefused, match="locked"):
            writer.record("ann")
        lock.execute("ROLLBACK")
        assert writer.record("ann") is None
    lock.close()
    assert _notebook(course, "ann") == before and _scores(course)["ann"][0] == 10


def test_submission_that_moves_is_not_graded_half(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is being written while it is read, or is gone, gets a sentence and no score."""
    assignment = course.assignment(ASSIGNMENT)
    folder = course.root / "submitted" / "dora" / ASSIGNMENT
    with pytest.raises(UsageError, match="is gone"):
        class_work.read_settled(course, assignment, "dora")
    folder.mkdir(parents=True)
    reading = class_work.read_submitted

    def written_meanwhile(*arguments: Any) -> Any:
        with (folder / f"{ASSIGNMENT}.ipynb").open("a") as file:
            file.write("{")
        return reading(*arguments)

    monkeypatch.setattr(class_work, "read_submitted", written_meanwhile)
    monkeypatch.setattr(class_work, "SETTLING_SECONDS", 0)
    with pytest.raises(UsageError, match="being written"):
        class_work.read_settled(course, assignment, "dora")
    shutil.rmtree(folder.parent)


def _stored(key: str, score: float, points: float = 2, **digests: str) -> Stored:
    exercise = ExerciseResult("one", score, points, "partial", ())
    return Stored(key, "s", Graded("a", "s", score, points, "strict", "e", 0, (exercise,), ()), digests)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (_stored("a-x", 1), _stored("b-x", 2), "submission"),
        (_stored("a-x", 1, notebook="1", engine="1"), _stored("a-y", 2, notebook="2", engine="1"), "notebook"),
        (_stored("a-x", 1, notebook="1"), _stored("a-y", 2, points=3, notebook="2"), "points; notebook"),
        (_stored("a-x", 1), _stored("a-y", 2, engine="1"), "hidden tests, engine or notebook"),
        (_stored("a-x", 1, engine="1"), _stored("a-y", 2, engine="1"), "course secret or isolation"),
        (_stored("a-x", 1, engine="1"), _stored("a-x", 2, engine="1"), "nothing that is known: a test may be random"),
    ],
)
def test_reasons_name_what_has_changed(before: Stored, after: Stored, why: str) -> None:
    """Of everything that decides a grade, the parts that are another are named, and a formula of a name is a text."""
    (row,) = list(csv.reader(as_csv(changes({"=s": before}, {"=s": after})).splitlines()))[1:]
    assert row == ["'=s", str(before.result.score), str(after.result.score), "1", why]
