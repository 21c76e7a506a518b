"""The watch over a worker's folder: what it cannot see yet, what closes itself, and what has ended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.worker import slot_watch
from autograder.worker.slot_watch import SLOT_MEGABYTES, SlotWatch

TOO_MUCH = (SLOT_MEGABYTES + 1) << 20


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    """A process that waits to be killed."""
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as process:
        yield process
        process.kill()


def watched(
    process: subprocess.Popen[bytes], folder: Path, looks: Callable[[int], int | None], patch: pytest.MonkeyPatch
) -> bool:
    """Watch a process whose nameless files are what `looks` says at each look; return whether it was found overfull."""
    seen: list[int | None] = []

    def held(_pid: int) -> int | None:
        seen.append(looks(len(seen)))
        return seen[-1]

    patch.setattr(slot_watch, "LOOK_SECONDS", 0.01)
    patch.setattr(slot_watch, "_held_bytes", held)
    pidfd = os.pidfd_open(process.pid)
    watch = SlotWatch(folder, pidfd)
    end = time.monotonic() + 20
    while len(seen) < 20 and not watch.overfull and time.monotonic() < end:
        time.sleep(0.02)
    watch.stop()
    os.close(pidfd)
    assert seen
    return watch.overfull


@pytest.mark.parametrize("closed", [0, 1, 5])
def test_a_worker_that_opens_itself_late_is_counted(
    process: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: int
) -> None:
    """On a busy machine the first looks come before the worker has locked itself up: they decide nothing."""
    assert watched(process, tmp_path, lambda look: None if look < closed else TOO_MUCH, monkeypatch)
    assert process.wait(10) == -9


def test_a_worker_that_closes_itself_counts_as_full(
    process: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could be seen and can be seen no longer is taken for an attempt to hide."""
    assert watched(process, tmp_path, lambda look: 0 if look < 3 else None, monkeypatch)


def test_a_worker_that_never_could_be_seen_is_judged_by_its_folder(
    process: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where this user may not look at processes at all, the folder alone is counted."""
    assert not watched(process, tmp_path, lambda _look: None, monkeypatch)


def test_a_worker_that_has_ended_holds_nothing(
    process: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An ended process cannot be looked at either, reaped or not, and that is no attempt to hide."""
    process.kill()
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert not watched(process, tmp_path, lambda look: 0 if look < 3 else None, monkeypatch)
