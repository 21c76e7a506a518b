"""Several attempts: each is kept with its result and its page, and the last or the best one counts everywhere."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from autograder.cli import main
from autograder.commands.autograde import nbgrader_api
from autograder.course.model import Course, find_course
from autograder.course.settings import write_settings
from autograder.errors import UsageError
from autograder.grading.judgements import Judgement
from autograder.grading.store import Stored
from autograder.result import SOLVED, ExerciseResult, TestResult, Verdict
from autograder.result import Result as Graded
from autograder.term.attempts import Attempt, Lateness, _put_in_place, best_of, keep_attempt, read_attempts
from autograder.term.rules import LateRule

KIT = find_course(Path(__file__))
ASSIGNMENT, STUDENT = "neuron_activations", "ann"
DUE = datetime(2026, 3, 1, 12, tzinfo=UTC)
RULE = LateRule(50.0)


def _result(score: float) -> Graded:
    tests = (TestResult("t", "It is right.", Verdict.PASSED, 1.0),)
    exercise = ExerciseResult("one", score, 10.0, SOLVED, tests)
    return Graded("a", STUDENT, score, 10.0, "strict", "1", 0.0, (exercise,), ())


def _attempt(name: str, hours: float | None, score: float) -> Attempt:
    when = None if hours is None else DUE + timedelta(hours=hours)
    return Attempt(Path(name), when, Stored(name, STUDENT, _result(score)))


@pytest.mark.parametrize(
    ("attempts", "best"),
    [
        ([("a", -2, 4.0), ("b", -1, 8.0)], "b"),
        ([("a", -2, 8.0), ("b", -1, 4.0)], "a"),
        ([("a", -2, 8.0), ("b", -1, 8.0)], "b"),  # of equal ones the last
        ([("a", -1, 6.0), ("b", 1, 10.0)], "a"),  # late: half of it is gone
        ([("a", -1, 4.0), ("b", 1, 10.0)], "b"),  # and still worth more
        ([("a", None, 5.0), ("b", -1, 4.0)], "a"),  # nobody knows when: nothing is taken off
    ],
)
def test_the_best_is_worth_most_after_what_being_late_costs(attempts: list[tuple[str, float | None, float]], best: str) -> None:
    """What is compared is what would count: the tests' points less the attempt's own penalty."""
    found = best_of([_attempt(*one) for one in attempts], STUDENT, Lateness(DUE, {}, RULE))
    assert found.folder == Path(best)


def test_an_extension_is_the_students_own() -> None:
    """With more time the same attempt is in time, and counts whole; an extension that ends before the due date is none."""
    late = _attempt("b", 1, 10.0)
    assert Lateness(DUE, {STUDENT: DUE + timedelta(hours=2)}, RULE).worth(STUDENT, late) == 10.0
    assert Lateness(DUE, {"ben": DUE + timedelta(hours=2), STUDENT: DUE - timedelta(days=1)}, RULE).worth(STUDENT, late) == 5.0


def test_an_attempt_is_kept_once(tmp_path: Path) -> None:
    """Graded again, the same files are one attempt with the newest result; a copy that fails overwrites nothing and says so."""
    course, submitted = Course(tmp_path), tmp_path / "submitted"
    submitted.mkdir()
    (submitted / "a.ipynb").write_text("{}", encoding="utf-8")
    (submitted / "timestamp.txt").write_text("2026-03-01 10:00:00 UTC", encoding="utf-8")
    for score in (3.0, 4.0):
        keep_attempt(course, submitted, STUDENT, Judgement("0123456789-rest", _result(score), {}))
    (one,) = read_attempts(course, "a", STUDENT)
    assert (one.stored.result.score, one.when) == (4.0, datetime(2026, 3, 1, 10, tzinfo=UTC))
    with pytest.raises(UsageError, match="make room"):
        keep_attempt(course, tmp_path / "gone", STUDENT, Judgement("other-rest", _result(9.0), {}))
    assert len(read_attempts(course, "a", STUDENT)) == 1


def test_what_counts_is_the_last_or_the_best(tmp_path: Path) -> None:
    """A slip in course.toml is named with the file: nobody's grade shall hang on it."""
    (tmp_path / "course.toml").write_text('attempts = "first"\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"course\.toml: attempts = 'first', but what counts is the last or the best attempt"):
        _ = Course(tmp_path).settings


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    """A course in which the best attempt counts."""
    shutil.copytree(KIT.source(ASSIGNMENT).parent, tmp_path / "source" / ASSIGNMENT)
    shutil.copyfile(KIT.root / "nbgrader_config.py", tmp_path / "nbgrader_config.py")
    write_settings(tmp_path, replace(KIT.settings, attempts="best"))
    (tmp_path / "term.toml").write_text(
        f"[due]\n{ASSIGNMENT} = {DUE.isoformat()}\n[late]\npercent_a_day = 50\n", encoding="utf-8"
    )
    before = os.environ["PATH"]
    yield Course(tmp_path)
    os.environ["PATH"] = before


def _hand_in(course: Course, notebook: Path, hours: float) -> None:
    folder = course.root / "submitted" / STUDENT / ASSIGNMENT
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(notebook, folder / f"{ASSIGNMENT}.ipynb")
    (folder / "timestamp.txt").write_text(f"{DUE + timedelta(hours=hours):%Y-%m-%d %H:%M:%S} UTC", encoding="utf-8")


def _autograde(course: Course) -> Result:
    command = ["autograde", ASSIGNMENT, "--jobs", "1", "--course", str(course.root)]
    done = CliRunner().invoke(main, command, env={"COLUMNS": "160"})
    assert done.exit_code == 0, done.output
    return done


def test_a_worse_attempt_costs_nothing(course: Course) -> None:
    """The gradebook holds the better attempt with its own time and penalty, and a person's points; each attempt has a page."""
    _hand_in(course, KIT.source(ASSIGNMENT), hours=1)  # solved, and a day begun late
    _autograde(course)
    with nbgrader_api(course).gradebook as gradebook:
        gradebook.find_submission(ASSIGNMENT, STUDENT).notebooks[0].grades[0].manual_score = 0.25
        gradebook.db.commit()
        score = gradebook.find_submission(ASSIGNMENT, STUDENT).score
    _hand_in(course, KIT.release(ASSIGNMENT), hours=2)  # blank
    assert "Attempt 1 of 2 counts (best)." in _autograde(course).output
    with nbgrader_api(course).gradebook as gradebook:
        row = gradebook.find_submission(ASSIGNMENT, STUDENT)
        assert (row.score, row.late_submission_penalty) == (score, 5.0)
        assert row.timestamp.replace(tzinfo=UTC) == DUE + timedelta(hours=1)
    assert "Unchanged since it was graded" in _autograde(course).output
    answer = nbgrader_api(course).generate_feedback(ASSIGNMENT, STUDENT, force=True)
    assert answer["success"], answer
    folder = course.root / "feedback" / STUDENT / ASSIGNMENT
    page = (folder / f"{ASSIGNMENT}.html").read_text(encoding="utf-8")
    assert "Your attempts: the best one counts" in page
    assert page.count("this one counts") == 1 and "less 5, because it came late; <strong>this one counts" in page
    pages = sorted((folder / "attempts").glob("*.html"))
    assert ["<strong>10</strong> of 10" in path.read_text("utf-8") for path in pages] == [True, False]


def test_a_folder_of_any_depth_gives_way_to_the_attempt_that_counts(tmp_path: Path) -> None:
    """What a student has handed in may nest deeper than Python can follow, and deeper than a path may be long."""
    kept, submitted = tmp_path / "kept", tmp_path / "submitted" / "ann" / "a1"
    kept.mkdir()
    (kept / "a1.ipynb").write_text("best")
    submitted.mkdir(parents=True)
    here = os.open(submitted, os.O_RDONLY)
    try:
        for _ in range(1_500):
            os.mkdir("deeper", dir_fd=here)
            below = os.open("deeper", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = below
    finally:
        os.close(here)
    _put_in_place(kept, submitted)
    assert [path.name for path in submitted.parent.iterdir()] == ["a1"]
    assert [path.read_text() for path in submitted.iterdir()] == ["best"]


@pytest.mark.parametrize(
    "what", ["pipe", "socket", "link", "link to a folder", "file without rights", "sparse file of a terabyte"]
)
def test_what_is_no_file_beside_a_notebook_costs_nobody_the_attempt(tmp_path: Path, what: str) -> None:
    """It is left out of what is kept: the attempt counts, and nothing is read through a link."""
    submitted, secret = tmp_path / "submitted" / STUDENT / "a", tmp_path / "secret"
    submitted.mkdir(parents=True)
    secret.mkdir()
    (secret / "solution.ipynb").write_text("the solution", encoding="utf-8")
    (submitted / "a.ipynb").write_text("{}", encoding="utf-8")
    odd = submitted / "data"
    make: dict[str, Callable[[], object]] = {
        "pipe": lambda: os.mkfifo(odd),
        "socket": lambda: os.mknod(odd, stat.S_IFSOCK | 0o600),
        "link": lambda: odd.symlink_to(secret / "solution.ipynb"),
        "link to a folder": lambda: odd.symlink_to(secret),
        "file without rights": lambda: odd.touch(mode=0o000),
        "sparse file of a terabyte": lambda: (odd.touch(), os.truncate(odd, 1 << 40)),
    }
    make[what]()
    kept = keep_attempt(Course(tmp_path), submitted, STUDENT, Judgement("0123456789-rest", _result(3.0), {}))
    found = sorted(path.name for path in kept.files.rglob("*"))
    assert found == ["a.ipynb"] or (what == "file without rights" and os.geteuid() == 0)


@pytest.mark.parametrize("depth", [0, 1])
def test_nothing_is_kept_of_a_folder_that_is_a_link(tmp_path: Path, depth: int) -> None:
    """Else what it leads to would lie in `submitted/` as the student's own, once this attempt counts."""
    secret = tmp_path / "secret"
    (secret / "a").mkdir(parents=True)
    for folder in (secret, secret / "a"):
        (folder / "a.ipynb").write_text("the solution", encoding="utf-8")
    link = (tmp_path / "submitted" / STUDENT / "a").parents[depth - 1] if depth else tmp_path / "submitted" / STUDENT / "a"
    link.parent.mkdir(parents=True)
    link.symlink_to(secret)
    judgement = Judgement("0123456789-rest", _result(0.0), {})
    kept = keep_attempt(Course(tmp_path), tmp_path / "submitted" / STUDENT / "a", STUDENT, judgement)
    assert list(kept.files.iterdir()) == []
