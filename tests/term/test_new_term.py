"""A new term: everything of the last one in an archive, all or nothing, and another secret."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course.model import Course
from autograder.course.secret import VARIABLE, course_secret
from autograder.errors import UsageError
from autograder.term.new_term import begin_new_term


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course after its term: work, grades, a due date and a secret."""
    monkeypatch.delenv(VARIABLE, raising=False)
    for name in ("source/a1", "submitted/ann/a1", ".autograder/results"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("course.toml", "term.toml", "gradebook.db", "submitted/ann/a1/a1.ipynb", ".autograder/allowances.json"):
        (tmp_path / name).write_text("")
    return Course(tmp_path)


def test_the_last_term_is_archived_and_the_secret_is_another(course: Course) -> None:
    """Nothing of the term is left in the course, everything is in the archive, and nobody else can read it."""
    before = course_secret(course)
    done = CliRunner().invoke(main, ["new", "term", "2026-autumn", "--course", str(course.root)])
    assert done.exit_code == 0 and "fresh secret" in done.output, done.output
    archive = course.root / "archive" / "2026-autumn"
    assert {path.name for path in archive.iterdir()} == {"submitted", "gradebook.db", "term.toml", ".autograder"}
    assert {path.name for path in course.root.iterdir()} == {"source", "course.toml", "archive", ".autograder"}
    assert [path.name for path in (course.root / ".autograder").iterdir()] == ["secret"]
    assert archive.stat().st_mode & 0o077 == 0 and (archive / ".autograder" / "secret").read_text() == before
    assert course_secret(course) != before


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", ".hidden"])
def test_a_name_that_is_no_folder_moves_nothing(course: Course, name: str) -> None:
    """It would lead out of the archive."""
    with pytest.raises(UsageError, match="no name for a folder"):
        begin_new_term(course, name)
    assert (course.root / "gradebook.db").is_file()


def test_a_second_new_term_has_nothing_to_archive(course: Course) -> None:
    """A taken name is refused; and the fresh secret alone is no term."""
    begin_new_term(course, "one")
    with pytest.raises(UsageError, match="is there already"):
        begin_new_term(course, "one")
    with pytest.raises(UsageError, match="nothing of a last term"):
        begin_new_term(course, "two")


def test_what_cannot_be_moved_leaves_everything_where_it_was(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in use stops it; what was moved before is put back."""
    rename = os.rename

    def refuses(old: Path, new: Path) -> None:
        if old.name == ".autograder" and "archive" in new.parts:
            raise PermissionError(13, "Permission denied")
        rename(old, new)

    monkeypatch.setattr(os, "rename", refuses)
    with pytest.raises(UsageError, match="Nothing was moved"):
        begin_new_term(course, "one")
    assert (course.root / "submitted" / "ann" / "a1" / "a1.ipynb").is_file() and not (course.root / "archive" / "one").exists()


def test_a_secret_of_the_environment_is_said_to_be_the_old_one(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command cannot change it, and says where to."""
    monkeypatch.setenv(VARIABLE, "x")
    done = CliRunner().invoke(main, ["new", "term", "one", "--course", str(course.root)])
    assert done.exit_code == 0 and f"{VARIABLE}: set a new one" in " ".join(done.output.split())
