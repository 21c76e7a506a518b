"""What a killed judge leaves in /tmp is removed by the next one, and nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from autograder.worker.abandoned import LOCK, YOUNG_SECONDS, abandoned, hold

KILLED = """
import os, signal, sys
from pathlib import Path
from autograder.worker.abandoned import hold
hold(Path(sys.argv[1]))
os.kill(os.getpid(), signal.SIGKILL)
"""


def _age(folder: Path) -> None:
    old = (folder / LOCK).stat().st_mtime - 2 * YOUNG_SECONDS
    os.utime(folder / LOCK, (old, old))


def test_only_folders_of_the_dead_are_abandoned(tmp_path: Path) -> None:
    """A killed process's folder is found; a living one's, one that is just being made, and one without a lock are not."""
    dead, living, young, other = (tmp_path / f"autograder-{name}" for name in ("dead", "living", "young", "other"))
    for folder in (dead, living, young, other):
        folder.mkdir()
    for folder in (dead, young):
        subprocess.run([sys.executable, "-c", KILLED, str(folder)], cwd=Path(__file__).parents[2], check=False)
    lock = hold(living)
    _age(dead)
    _age(living)
    try:
        assert list(abandoned(tmp_path)) == [dead]
    finally:
        os.close(lock)
    assert sorted(abandoned(tmp_path)) == [dead, living]


def test_a_clock_that_was_put_back_hides_no_folder(tmp_path: Path) -> None:
    """A folder with a time that is still to come belongs to nobody either."""
    folder = tmp_path / "autograder-dead"
    folder.mkdir()
    os.close(hold(folder))
    later = (folder / LOCK).stat().st_mtime + 86_400
    os.utime(folder / LOCK, (later, later))
    assert list(abandoned(tmp_path)) == [folder]


def test_a_rest_without_a_lock_is_found_and_nobody_elses_folder(tmp_path: Path) -> None:
    """A removal that was cut short may have taken the lock first; a folder that only begins like ours is not touched."""
    rest, fresh, named, filled = (tmp_path / f"autograder-{name}" for name in ("0a_b1c2d", "12345678", "my-notes", "abcdefgh"))
    for folder in (rest, fresh, named, filled):
        (folder / "box").mkdir(parents=True)
    (filled / "thesis.txt").touch()
    for folder in (rest, named, filled):
        os.utime(folder, (1, 1))
    assert list(abandoned(tmp_path)) == [rest]
