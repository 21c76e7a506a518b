"""Of a submission's folder, only plain files are copied, of bounded number, size and depth, and what is graded comes first."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from autograder.submission import plain_files as module
from autograder.submission.plain_files import plain_files
from autograder.submission.read import MAX_BYTES


def _names(folder: Path, ignored: tuple[str, ...] = ()) -> list[str]:
    return [os.path.relpath(path, folder) for path in plain_files(folder, ignored)[0]]


def test_what_is_no_plain_file_is_left_out_and_counted(tmp_path: Path) -> None:
    """Links, pipes and a file that would fill the disk where it is copied to; files and folders stay."""
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "a.txt")
    (tmp_path / "folder link").symlink_to(tmp_path / "sub")
    (tmp_path / "terabyte").touch()
    os.truncate(tmp_path / "terabyte", MAX_BYTES + 1)
    assert _names(tmp_path) == ["a.txt", "sub/b.txt"]
    assert plain_files(tmp_path)[1] == 4


@pytest.mark.parametrize(("limit", "value"), [("MAX_FILES", 2), ("MAX_IN_ALL", 2)])
def test_what_is_graded_is_copied_before_anything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    """A flood of files beside a notebook cannot keep it out of an attempt."""
    monkeypatch.setattr(module, limit, value)
    for name in (*(f"a{number}" for number in range(9)), "work.ipynb", "timestamp.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert _names(tmp_path) == ["timestamp.txt", "work.ipynb"]
    assert plain_files(tmp_path)[1] == 9


def test_folders_deeper_than_any_recursion_end_nothing(tmp_path: Path) -> None:
    """nbgrader walks them by recursion, as does copying a tree: the row would be lost."""
    (tmp_path / "a.ipynb").write_text("{}", encoding="utf-8")
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1_500):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    assert _names(tmp_path) == ["a.ipynb"]
    subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)  # pytest would remove it by recursion as well


def test_patterns_of_the_course_leave_out_files_and_whole_folders(tmp_path: Path) -> None:
    """As nbgrader reads them: by the last part of the name, and a star does not stand for a dot in front."""
    for name in ("__pycache__/x.txt", "deep/__pycache__/y.txt", "deep/z.pyc", "deep/kept.txt", "[ab]/kept.txt", ".pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert sorted(_names(tmp_path, ("__pycache__", "*.pyc"))) == [".pyc", "[ab]/kept.txt", "deep/kept.txt"]
    assert plain_files(tmp_path, ("__pycache__", "*.pyc"))[1] == 0


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """Else an attempt without files would be kept in its place."""
    with pytest.raises(FileNotFoundError):
        plain_files(tmp_path / "gone")
