"""Plays one fault: a run that is spoilt, the run after it, and what must be true then."""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from autograder.course.model import Course
from autograder.result import CRASHED, VIOLATION
from autograder.worker.abandoned import LOCK, PREFIX

from . import classroom, plan
from .classroom import Row

WAIT = 60.0  # seconds within which everything of a run that was killed has ended
RUN = 300.0  # seconds that a spoilt run may take
KINDLY = (0, 2, 3)  # exit codes: graded; a sentence says what is wrong; somebody waits for a person
_PR_SET_CHILD_SUBREAPER = 36


class Playground:
    """A class as it is before each fault, and as it must be after it; a context manager."""

    def __init__(self) -> None:
        self._stack, self.struck = ExitStack(), 0  # faults so far: some plays have several

    def __enter__(self) -> Playground:
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # what loses its parent becomes a child of ours
        self.place = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="faults-", ignore_cleanup_errors=True)))
        self.scratch = self.place / "tmp"
        self.scratch.mkdir(mode=0o755)
        self.place.chmod(0o755)
        self._stack.enter_context(_temporary_folder(self.scratch))
        self.snapshot = self.place / "snapshot"
        classroom.make(self.snapshot)
        expected = plan.copy(self.snapshot, self.place / "expected")
        started = time.monotonic()
        assert classroom.run(expected) == 0
        self.usual = time.monotonic() - started
        self.expected = classroom.rows(expected)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def play(self, name: str, seed: int) -> list[str]:
        """Spoil a run, run again, and return what is not as it must be."""
        draw, root = random.Random(f"{name} {seed}"), self.place / "played"
        root.mkdir(mode=0o755)
        with ExitStack() as stack:
            stack.callback(_removed, root)
            if name == "the disk is full":
                stack.enter_context(plan.small_disk(root))
            course = plan.copy(self.snapshot, root)
            return [f"{name} {seed}: {what}" for what in self._played(course, name, draw)]

    def _played(self, course: Course, name: str, draw: random.Random) -> Iterator[str]:
        log = self.place / "log"
        log.write_text("")
        prepare = plan.jump(draw.randrange(2**32)) if name == "the clock jumps" else None
        command = classroom.start(
            course, log, prepare, jobs=draw.choice((1, 1, classroom.JOBS))
        )  # a judge takes longest to start
        spoilt = plan.Spoilt(course, draw, command, self.usual)
        with plan.FAULTS[name](spoilt):
            command.join(RUN)
        self.struck += max(1, len(spoilt.struck))
        if command.is_alive():
            yield "the run does not end"
            command.kill()
            command.join()
        elif name not in plan.ENDED and command.exitcode not in KINDLY:
            yield f"the command ended with {command.exitcode}: {log.read_text()[-300:]!r}"
        if "Traceback" in log.read_text():
            yield f"a traceback is shown: {log.read_text().partition('Traceback')[2][:600]!r}"
        yield from self._left_running()
        for place in (*self.scratch.glob(f"{PREFIX}*/{LOCK}"), *self.scratch.glob(f"{PREFIX}*")):
            os.utime(place, (1, 1))  # as if the next run were later: a folder that is a minute old belongs to nobody
        code = classroom.run(course, log, jobs=1)
        if code != 0:
            yield f"the run after it ended with {code}: {log.read_text()[-300:]!r}"
        yield from self._left_running()
        yield from self._wrong(course, name)
        yield from self._left_over(course)

    def _wrong(self, course: Course, name: str) -> Iterator[str]:
        found = classroom.rows(course)
        if found.keys() != self.expected.keys():
            yield f"there are rows of {sorted(found)}"
        for student, row in found.items():
            if len(set(row.keys)) != 1 or None in row.keys:
                yield f"gradebook and store are of different judgements of {student}: {row.keys}"
            if row.manual != self.expected[student].manual:
                yield f"a grade by hand of {student} is {row.manual}"
            if row.result is None or (row.result["score"] != row.score and student != classroom.BY_HAND):
                yield f"{student} has {row.score} in the gradebook, and another score in the store"
            if row.result != self.expected[student].result and not _says_it_crashed(row, name):
                yield f"the result of {student} is another one: {_difference(row.result, self.expected[student].result)}"

    def _left_running(self) -> Iterator[str]:
        until = time.monotonic() + WAIT
        while (alive := _alive()) and time.monotonic() < until:
            time.sleep(0.05)
        if alive:
            yield f"processes are left: {[Path(f'/proc/{pid}/cmdline').read_bytes()[:80] for pid in alive]}"

    def _left_over(self, course: Course) -> Iterator[str]:
        until = time.monotonic() + WAIT
        while (left := sorted(self.scratch.iterdir())) and time.monotonic() < until:
            time.sleep(0.05)
        if left:
            parts = {path.name: sorted(one.name for one in path.iterdir()) if path.is_dir() else [] for path in left}
            yield f"temporary files are left: {parts}"
            for path in left:
                shutil.rmtree(path, ignore_errors=True)  # it is said once
        if drafts := sorted(course.root.rglob("*.part")):
            yield f"drafts are left: {[path.name for path in drafts]}"


def _says_it_crashed(row: Row, name: str) -> bool:
    """A worker that was killed costs its call, like one that ended itself: nobody can tell them apart, and the row says so."""
    return name == "kill a worker" and row.result is not None and bool(set(row.result["flags"]) & {CRASHED, VIOLATION})


def _difference(found: Any, expected: Any) -> str:
    if found is None or expected is None:
        return str(found)
    return ", ".join(f"{name}: {str(found[name])[:200]}" for name in found if found[name] != expected.get(name))


def _alive() -> list[int]:
    """Return what still runs below this process, and take leave of what has ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue
    return [pid for pid in plan.descendants(os.getpid()) if b"resource_tracker" not in _line(pid)]


def _line(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


@contextmanager
def _temporary_folder(folder: Path) -> Iterator[None]:
    """Have everything temporary made in a folder of ours, where nothing may be left."""
    before, tempfile.tempdir = (os.environ.get("TMPDIR"), tempfile.tempdir), str(folder)
    os.environ["TMPDIR"] = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before[1]
        os.environ.pop("TMPDIR")
        if before[0] is not None:
            os.environ["TMPDIR"] = before[0]


def _removed(root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
