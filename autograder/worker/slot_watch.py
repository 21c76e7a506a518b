"""Watches one worker's folder while the worker lives, and kills the worker when it holds too much; trusted side.

It looks from a thread of its own: a worker can write while the judge sends, computes or waits. What counts is what the folder
holds, and files that have lost their name and are held open or mapped, as far as this user may look at the worker.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import stat
import threading
import time
from pathlib import Path

from autograder.sandbox import kernel

SLOT_MEGABYTES = 32
SLOT_FILES = 2_000
LOOK_SECONDS = 0.1
MAX_VANISHING = 5  # looks in a row at which a folder went before it was opened, or changed while it was read: someone hides it
_SHARED_MEMORY = (
    b"/dev/zero (deleted)\n"  # what shared memory without a file is called: the whole of it, as files have any name
)
_ENTRY_BYTES, _LISTED_AT_ONCE = 24, 1 << 15  # a name's in a listing, and a listing's that comes in one piece
_CLOCK_STEP = 10_000_000  # nanoseconds: two changes within one can bear the same time
MAX_MAPPED = 2  # nameless files that are mapped: how large they are cannot be seen


class SlotWatch:
    """Looks at the folder of one worker until it is stopped; `overfull` says whether it has killed the worker."""

    def __init__(self, slot: Path, pidfd: int) -> None:
        self.slot, self.overfull = slot, False
        self._pidfd = os.dup(pidfd)
        self._pid = kernel.pid_of(pidfd)
        self._has_looked = False  # a worker opens itself to the judge only when it locks itself up, before any student's line
        self._vanishing = 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="slot-watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._end.set()
        self._thread.join()

    def _watch(self) -> None:
        try:
            while not self._end.wait(LOOK_SECONDS):
                if self._holds_too_much():
                    self.overfull = True
                    with contextlib.suppress(ProcessLookupError):
                        signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
                    return
        finally:
            os.close(self._pidfd)

    def _holds_too_much(self) -> bool:
        held = _held_bytes(self._pid)
        if _has_ended(self._pidfd):
            return False
        if held is None and self._has_looked:
            return True  # it has closed itself to us
        self._has_looked = held is not None
        found, vanished = _overfull(self.slot, held or 0)
        self._vanishing = self._vanishing + 1 if vanished else 0
        return found or self._vanishing >= MAX_VANISHING


def _overfull(slot: Path, size: int) -> tuple[bool, bool]:
    """Say whether a folder holds too much beside `size` bytes, and whether a folder in it vanished or changed meanwhile."""
    count, vanished = 0, False
    folders = [str(slot)]
    while folders:
        folder, listed = folders.pop(), 0
        try:
            before = _changed_at(folder)
            with os.scandir(folder) as entries:
                for entry in entries:
                    count += 1
                    listed += len(os.fsencode(entry.name)) + _ENTRY_BYTES
                    size += _blocks(entry)
                    if count > SLOT_FILES or size > SLOT_MEGABYTES << 20:
                        return True, vanished
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
            vanished |= listed > _LISTED_AT_ONCE and _changed_at(folder) != before
        except FileNotFoundError:
            vanished = True
        except OSError:
            return True, vanished  # made unreadable, or too deep to be looked into
    return size > SLOT_MEGABYTES << 20, vanished


def _changed_at(folder: str) -> int:
    """Return when a folder was changed, in nanoseconds; another number each time where that is only just past."""
    changed, now = os.stat(folder, follow_symlinks=False).st_mtime_ns, time.time_ns()
    return now if 0 <= now - changed < _CLOCK_STEP else changed


def _blocks(entry: os.DirEntry[str]) -> int:
    """Return the bytes that a file takes on the disk."""
    try:
        return entry.stat(follow_symlinks=False).st_blocks * 512
    except FileNotFoundError:
        return 0  # removed meanwhile


def _held_bytes(pid: int) -> int | None:
    """Return the bytes of nameless files that a process holds open or mapped; None where this user may not look.

    A thread that has ended shows nothing, be it the main one: the threads have all in common, and any that lives will do.
    """
    try:
        for task in sorted(os.listdir(f"/proc/{pid}/task"), key=int):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                if (found := _held_by(f"/proc/{pid}/task/{task}")) is not None:
                    return found
    except (FileNotFoundError, ProcessLookupError):
        return 0  # it is ending
    except OSError:
        return None
    return 0


def _held_by(task: str) -> int | None:
    """Return what a thread holds; None where it has ended, and has no memory any more."""
    size, lives = 0, False
    for name in os.listdir(f"{task}/fd"):
        with contextlib.suppress(FileNotFoundError):
            about = os.stat(f"{task}/fd/{name}")
            if stat.S_ISREG(about.st_mode) and about.st_nlink == 0:
                size += about.st_blocks * 512
    mapped = set()
    with open(f"{task}/maps", "rb") as lines:
        for line in lines:
            lives = True
            if line.endswith(b" (deleted)\n"):
                *_, device, inode, path = line.split(maxsplit=5)
                if path != _SHARED_MEMORY:
                    mapped.add((device, inode))
    if not lives:
        return None
    return size if len(mapped) <= MAX_MAPPED else SLOT_MEGABYTES << 21


def _has_ended(pidfd: int) -> bool:
    """Say whether a process has ended, reaped or not; from then on its number may be another's."""
    return bool(select.select([pidfd], [], [], 0)[0])
