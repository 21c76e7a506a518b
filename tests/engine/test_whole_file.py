"""Files are written whole or not at all: the old one or the new one stands, and nothing beside it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from autograder.whole_file import write_whole


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
