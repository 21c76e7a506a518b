"""The faults: each spoils one run of the class at a moment that its seed decides, and is over when the next run begins."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from autograder.course.model import Course

from . import classroom

LATEST = 4.0  # seconds of a run within which a process is killed
ROOM = 96 << 10  # bytes that are left on a disk that is nearly full
Fault = Callable[[Course, random.Random, Any], AbstractContextManager[None]]


def descendants(pid: int) -> list[int]:
    """Return the processes below one, the nearest first."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(one) for task in tasks for one in (task / "children").read_text().split()]
    except OSError:
        return []
    return children + [below for child in children for below in descendants(child)]


def _role(pid: int) -> str:
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""
    if "multiprocessing.spawn" in line:
        return "judge"
    return "zygote" if "autograder.sandbox.zygote" in line else ""


def _victims(command: int, role: str) -> list[int]:
    """Return the processes of a run that play this part: a worker is a zygote's youngest descendant."""
    if role == "command":
        return [command]
    found = [pid for pid in descendants(command) if _role(pid) == ("zygote" if role == "worker" else role)]
    if role == "worker":
        return [pid for pid in found if not descendants(pid)][-1:]
    return [pid for pid in found if role == "judge" or _role(_parent(pid)) == "judge"]


def _parent(pid: int) -> int:
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return 0


def _kill(role: str) -> Fault:
    @contextmanager
    def fault(course: Course, draw: random.Random, command: Any) -> Iterator[None]:
        time.sleep(draw.uniform(0.0, LATEST))
        until = time.monotonic() + LATEST
        while command.is_alive() and time.monotonic() < until:
            if victims := _victims(command.pid, role):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(draw.choice(victims), signal.SIGKILL)
                break
            time.sleep(0.01)
        yield

    return fault


@contextmanager
def _locked(course: Course, draw: random.Random, command: Any) -> Iterator[None]:
    """Somebody else writes into the gradebook, from some moment on until the command ends."""
    time.sleep(draw.uniform(0.0, LATEST))
    lock = sqlite3.connect(course.root / "gradebook.db", isolation_level=None, timeout=30.0)
    with contextlib.closing(lock):
        lock.execute("BEGIN IMMEDIATE")
        yield
        lock.execute("ROLLBACK")


@contextmanager
def _read_only(course: Course, draw: random.Random, command: Any) -> Iterator[None]:
    """The gradebook cannot be written by anybody any more."""
    book = str(course.root / "gradebook.db")
    time.sleep(draw.uniform(0.0, LATEST))
    subprocess.run(["mount", "--bind", book, book], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", book], check=True)
        yield
    finally:
        subprocess.run(["umount", book], check=True)


@contextmanager
def _vanishes(course: Course, draw: random.Random, command: Any) -> Iterator[None]:
    """A submission is gone, and comes back when the run is over."""
    student = draw.choice(classroom.STUDENTS)
    aside = course.root / "aside"
    time.sleep(draw.uniform(0.0, LATEST))
    (course.root / "submitted" / student).rename(aside)
    yield
    aside.rename(course.root / "submitted" / student)


@contextmanager
def _changes(course: Course, draw: random.Random, command: Any) -> Iterator[None]:
    """A submission is written again and again while it is read; at the end it is as it was."""
    path = next((classroom.folder_of(course, draw.choice(classroom.STUDENTS))).glob("*.ipynb"))
    before = path.read_bytes()
    until = time.monotonic() + draw.uniform(0.5, 2 * LATEST)
    while command.is_alive() and time.monotonic() < until:
        path.write_bytes(before[: draw.randrange(len(before))])
        time.sleep(draw.uniform(0.0, 0.05))
    path.write_bytes(before)
    yield


@contextmanager
def _disk_full(course: Course, draw: random.Random, command: Any) -> Iterator[None]:
    """There is hardly any room where the course lies (a small tmpfs, see `small_disk`)."""
    filler = course.root / "filler"
    time.sleep(draw.uniform(0.0, LATEST))
    status = os.statvfs(course.root)
    with contextlib.suppress(OSError), filler.open("wb") as file:
        file.write(bytes(max(0, status.f_bavail * status.f_frsize - draw.randrange(ROOM))))
    yield
    filler.unlink()


@contextmanager
def _clock(course: Course, draw: random.Random, command: Any) -> Iterator[None]:
    """What is handed in and what is stored bears times of another year; see also `jump`."""
    for path in (*course.root.rglob("*.ipynb"), *course.root.rglob("*.json*")):
        when = draw.choice((0, 10**9, 4 * 10**9))
        with contextlib.suppress(OSError):
            os.utime(path, (when, when))
    yield


FAULTS: Mapping[str, Fault] = {
    "kill the command": _kill("command"),
    "kill a judge": _kill("judge"),
    "kill a zygote": _kill("zygote"),
    "kill a worker": _kill("worker"),
    "the gradebook is locked": _locked,
    "a submission vanishes": _vanishes,
    "a submission changes": _changes,
    "the clock jumps": _clock,
    "the disk is full": _disk_full,
    "the gradebook is read-only": _read_only,
}
NEEDS_ROOT = ("the disk is full", "the gradebook is read-only")


def jump(seed: int) -> Callable[[], None]:
    """Return what makes the command's clock jump by a day, forwards or back, every now and then."""

    def prepare() -> None:
        real, draw = time.time, random.Random(seed)
        time.time = lambda: real() + draw.choice((-86_400.0, 0.0, 86_400.0))

    return prepare


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mount a small disk on a folder; it is not there any more afterwards."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m,mode=0755", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def copy(snapshot: Path, root: Path) -> Course:
    """Return the class as it was."""
    shutil.copytree(snapshot, root, dirs_exist_ok=True, symlinks=True)
    return Course(root)
