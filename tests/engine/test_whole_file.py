"""Files are written whole or not at all: the old one or the new one stands, and nothing beside it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.whole_file import write_wanted, write_whole


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failed_write_leaves_the_old_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """A full disk, or a Ctrl-C, costs the new text only."""
    path = tmp_path / "result.json"
    write_whole(path, "old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(type(error)):
        write_whole(path, "new")
    assert [one.name for one in tmp_path.iterdir()] == ["result.json"]
    assert path.read_text() == "old"


def test_a_file_is_closed_to_others_unless_it_is_opened(tmp_path: Path) -> None:
    """The mode is the one asked for, in a folder that did not exist, whatever the old file's was."""
    path = tmp_path / "new" / "folder" / "names.json"
    write_whole(path, "é")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == "é".encode()
    write_whole(path, b"\xff", mode=0o644)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert path.read_bytes() == b"\xff"


def test_a_wanted_file_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    """A table of grades that was closed to others stays closed; a link still leads to what was written."""
    path, link = tmp_path / "grades.csv", tmp_path / "link.csv"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_wanted(link, "new")
    assert link.is_symlink() and path.read_text() == "new" and stat.S_IMODE(path.stat().st_mode) == 0o640
    before = os.umask(0o077)
    try:
        write_wanted(tmp_path / "other.csv", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "other.csv").stat().st_mode) == 0o600


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    """A pipe is not replaced by a file, and a device that refuses is said so."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_wanted(pipe, "text")
    assert os.read(reader, 10) == b"text" and stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)
    with pytest.raises(UsageError, match=r"/dev/full cannot be written: No space left on device\. Look elsewhere\."):
        write_wanted(Path("/dev/full"), "text", "Look elsewhere.")


@pytest.mark.parametrize("name", ["ann.ipynb", "ann.py", "Ann.IPYNB", "link.ipynb"])
def test_no_report_is_written_over_what_was_handed_in(tmp_path: Path, name: str) -> None:
    """`grade --json submitted/*.ipynb` names the first student's notebook as the report's place."""
    path = tmp_path / name
    path.symlink_to(tmp_path / "gone") if name.startswith("link") else path.write_text("a student's")
    with pytest.raises(UsageError, match="is there already, and is no report"):
        write_wanted(path, "{}")
    assert not path.exists() or path.read_text() == "a student's"


@pytest.mark.parametrize("name", ["a\0b.json", "x" * 300 + ".json", "file/below.json"])
def test_a_place_that_cannot_be_is_said(tmp_path: Path, name: str) -> None:
    """Whatever is wrong with it: the problem and the place, and no traceback."""
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot be written"):
        write_wanted(tmp_path / name, "{}")
