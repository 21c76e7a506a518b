"""The course secret: made once, private, and there even where nothing can be written."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from autograder.course import secret
from autograder.course.model import Course
from autograder.course.secret import FOLDER, VARIABLE, course_secret


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the environment's secret out of it."""
    monkeypatch.delenv(VARIABLE, raising=False)


def test_the_secret_is_made_once_and_is_private(tmp_path: Path) -> None:
    """The first call makes a file that its owner alone can read; later calls read it."""
    made = course_secret(Course(tmp_path))
    path = tmp_path / FOLDER / "secret"
    assert path.stat().st_mode & 0o777 == 0o600
    assert course_secret(Course(tmp_path)) == made == path.read_text().strip()
    assert len(made) == 64 and set(made) <= set("0123456789abcdef")
    assert [one.name for one in path.parent.iterdir()] == ["secret"]


@pytest.mark.parametrize("mode", [0o644, 0o666, 0o640, 0o777])
def test_a_secret_that_others_may_read_is_closed(tmp_path: Path, mode: int) -> None:
    """A copied course keeps its secret, and its owner alone can read it again."""
    made = course_secret(Course(tmp_path))
    path = tmp_path / FOLDER / "secret"
    path.chmod(mode)
    assert course_secret(Course(tmp_path)) == made
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_file_is_no_secret(tmp_path: Path, text: str) -> None:
    """A full disk leaves one: inputs that anybody could compute would be seeded by it."""
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "secret").write_text(text)
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "test_a.py").write_text("a = 1")
    assert len(course_secret(Course(tmp_path))) == 64


def test_two_courses_have_two_secrets(tmp_path: Path) -> None:
    """The secret is drawn, not computed from anything."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert course_secret(Course(tmp_path / "a")) != course_secret(Course(tmp_path / "b"))


def test_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CI gives the secret in a variable; no file is made then."""
    monkeypatch.setenv(VARIABLE, "from the environment")
    assert course_secret(Course(tmp_path)) == "from the environment"
    assert not (tmp_path / FOLDER).exists()


def test_an_empty_variable_is_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unset CI secret arrives as an empty text: the file is used."""
    monkeypatch.setenv(VARIABLE, "")
    assert len(course_secret(Course(tmp_path))) == 64


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    """Whoever comes second takes the first one's secret."""
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda _: course_secret(Course(tmp_path)), range(40)))
    assert len(secrets) == 1
    assert [one.name for one in (tmp_path / FOLDER).iterdir()] == ["secret"]


def test_a_course_that_cannot_be_written_has_one_secret_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a read-only checkout the secret is a digest of the hidden tests: the same every time, and not guessable."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr(secret.tempfile, "mkstemp", refuse)
    (tmp_path / "nowhere" / "course").mkdir(parents=True)
    (tmp_path / "nowhere" / "course" / "test_a.py").write_text("a = 1")
    made = course_secret(Course(tmp_path / "nowhere"))
    assert len(made) == 64 and course_secret(Course(tmp_path / "nowhere")) == made
    (tmp_path / "nowhere" / "course" / "test_a.py").write_text("a = 2")
    assert course_secret(Course(tmp_path / "nowhere")) != made


def test_a_file_system_without_links_leaves_no_drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file cannot be put in place, the draft is removed, and every call still gives the same secret."""

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert course_secret(Course(tmp_path)) == course_secret(Course(tmp_path))
    assert list((tmp_path / FOLDER).iterdir()) == []
