"""`autograder grade --watch`: a save is graded at once, and whatever is on the disk meanwhile ends nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.commands import watch
from autograder.course.model import find_course

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = "neuron_activations"
PATIENCE = 240


def test_saves_are_heard_of_however_they_are_made(tmp_path: Path) -> None:
    """A file written in place, or put in the old one's place as editors do, is heard of; another file is not."""
    path = tmp_path / "a.ipynb"
    path.write_text("one")
    heard = watch.saves(path)
    next(heard)
    for save in (lambda: path.write_text("two"), lambda: _replace(path)):
        later = threading.Timer(0.1, lambda save=save: (tmp_path / "other").write_text("x") and save())
        later.start()
        next(heard)
        later.join()
    heard.close()  # type: ignore[attr-defined]  # it is a generator


def _replace(path: Path) -> None:
    (path.parent / "draft").write_text("three")
    os.replace(path.parent / "draft", path)


class Watching:
    """The command in a process of its own, which is read line by line."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-u", "-m", "autograder", "grade", str(path), "--watch"]
        self.process = subprocess.Popen(
            command, cwd=KIT.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # tests that run behind an `&` ignore it
        )  # fmt: skip
        self.end = threading.Timer(PATIENCE, self.process.kill)
        self.end.start()

    def until(self, text: str) -> str:
        """Return what is printed, up to a line with this text."""
        assert self.process.stdout is not None
        said = ""
        for line in self.process.stdout:
            said += line
            if text in line:
                return said
        raise AssertionError(f"{text!r} was never said, but:\n{said}")


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Watching]]:
    """The solved notebook, watched."""
    path = tmp_path / "mine.ipynb"
    path.write_bytes(KIT.source(ASSIGNMENT).read_bytes())
    watching = Watching(path)
    yield path, watching
    watching.end.cancel()
    watching.process.kill()
    watching.process.communicate()


def test_saved_work_is_graded_again_as_far_as_it_changed(watched: tuple[Path, Watching]) -> None:
    """Unreadable is waited for, unchanged is said, one changed function is judged alone, and Ctrl-C ends with 0."""
    path, watching = watched
    watching.until("graded in")
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole[:1000], encoding="utf-8")
    watching.until("Waiting for the next save")
    path.write_text(whole, encoding="utf-8")
    watching.until("no exercise has changed")
    path.write_text(whole.replace("np.maximum(0.0, z)", "np.maximum(0.1, z)", 1), encoding="utf-8")
    assert "the others as before" in watching.until("graded in")
    watching.process.send_signal(signal.SIGINT)
    watching.until("No longer watching")
    assert watching.process.wait(60) == 0


def test_watching_takes_one_file(tmp_path: Path) -> None:
    """Two files, or a threshold that no exit code will tell of, are refused with a sentence."""
    for arguments in (["a.ipynb", "b.ipynb"], ["a.ipynb", "--fail-under", "50"]):
        said = CliRunner().invoke(main, ["grade", "--watch", *arguments])
        assert said.exit_code == 2 and "one file" in said.output
