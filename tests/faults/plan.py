"""The faults: each spoils one run of the class at a moment that its seed decides, and is over when the next run begins."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.course.model import Course
from autograder.course.secret import FOLDER

from . import classroom

SMALL = 24 << 20  # bytes of a small disk
ROOM = 96 << 10  # bytes that are left on a disk that is nearly full


@dataclass(frozen=True)
class Spoilt:
    """One run that is spoilt: its course, what decides when and how, the command's process, and how long it takes otherwise."""

    course: Course
    draw: random.Random
    command: Any
    usual: float
    struck: list[str] = field(default_factory=list)  # a process each that was ended

    def wait(self, parts: int = 1) -> None:
        """Let some part of the run go by, or of one of so many parts."""
        self.command.join(self.draw.uniform(0.0, self.usual / parts))


Fault = Callable[[Spoilt], AbstractContextManager[None]]


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


def _kill(role: str, *signals: signal.Signals, times: int = 1) -> Fault:
    """Return a fault that ends so many processes of a part, each at a moment of its own."""

    @contextmanager
    def fault(run: Spoilt) -> Iterator[None]:
        for _ in range(times):
            run.wait(times)
            victims = _found(run, role)
            if not victims:
                break
            with contextlib.suppress(ProcessLookupError):
                os.kill(run.draw.choice(victims), run.draw.choice(signals or (signal.SIGKILL,)))
                run.struck.append(role)
        yield

    return fault


def _found(run: Spoilt, role: str) -> list[int]:
    """Return the processes of a part, once there are any; none where the run ends first."""
    until = time.monotonic() + run.usual
    while run.command.is_alive() and time.monotonic() < until:
        if victims := _victims(run.command.pid, role):
            return victims
        time.sleep(0.005)
    return []


@contextmanager
def _locked(run: Spoilt) -> Iterator[None]:
    """Somebody else writes into the gradebook, from some moment on until the command ends."""
    run.wait()
    lock = sqlite3.connect(run.course.root / "gradebook.db", isolation_level=None, timeout=30.0)
    with contextlib.closing(lock):
        lock.execute("BEGIN IMMEDIATE")
        yield
        lock.execute("ROLLBACK")


@contextmanager
def _read_only(run: Spoilt) -> Iterator[None]:
    """The gradebook cannot be written by anybody any more."""
    book = str(run.course.root / "gradebook.db")
    run.wait()
    subprocess.run(["mount", "--bind", book, book], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", book], check=True)
        yield
    finally:
        subprocess.run(["umount", book], check=True)


@contextmanager
def _vanishes(run: Spoilt) -> Iterator[None]:
    """A submission is gone, and comes back when the run is over."""
    student = run.draw.choice(classroom.STUDENTS)
    aside = run.course.root / "aside"
    run.wait()
    (run.course.root / "submitted" / student).rename(aside)
    yield
    aside.rename(run.course.root / "submitted" / student)


@contextmanager
def _changes(run: Spoilt) -> Iterator[None]:
    """A submission is written again and again while it is read; at the end it is as it was."""
    path = next((classroom.folder_of(run.course, run.draw.choice(classroom.STUDENTS))).glob("*.ipynb"))
    before = path.read_bytes()
    until = time.monotonic() + run.draw.uniform(0.2, 2.0) * run.usual
    while run.command.is_alive() and time.monotonic() < until:
        path.write_bytes(before[: run.draw.randrange(len(before))])
        time.sleep(run.draw.uniform(0.0, 0.05))
    path.write_bytes(before)
    yield


@contextmanager
def _disk_full(run: Spoilt) -> Iterator[None]:
    """There is hardly any room where the course lies (a small tmpfs, see `small_disk`)."""
    filler = run.course.root / "filler"
    run.wait()
    status = os.statvfs(run.course.root)
    with contextlib.suppress(OSError), filler.open("wb") as file:
        file.write(bytes(max(0, status.f_bavail * status.f_frsize - run.draw.randrange(ROOM))))
    yield
    filler.unlink()


@contextmanager
def _no_temporary_room(run: Spoilt) -> Iterator[None]:
    """There is hardly any room where temporary files are made, a worker's folder among them."""
    folder = Path(tempfile.gettempdir())
    with small_disk(folder):
        folder.chmod(0o755)
        (folder / "filler").write_bytes(bytes(SMALL - run.draw.randrange(ROOM) - (64 << 10)))
        yield


@contextmanager
def _store_is_gone(run: Spoilt) -> Iterator[None]:
    """Somebody removes what is stored of the class while it is graded; the secret stays, as it has to for the same inputs."""
    run.wait()
    for name in ("results", "judgements"):
        shutil.rmtree(run.course.root / FOLDER / name, ignore_errors=True)
    yield


@contextmanager
def _clock(run: Spoilt) -> Iterator[None]:
    """What is handed in and what is stored bears times of another year; see also `jump`."""
    for path in (*run.course.root.rglob("*.ipynb"), *run.course.root.rglob("*.json*")):
        when = run.draw.choice((0, 10**9, 4 * 10**9))
        with contextlib.suppress(OSError):
            os.utime(path, (when, when))
    yield


FAULTS: Mapping[str, Fault] = {
    "kill the command": _kill("command"),
    "end the command": _kill("command", signal.SIGTERM, signal.SIGHUP, signal.SIGINT),
    "kill a judge": _kill("judge", times=2),
    "kill a zygote": _kill("zygote", times=3),
    "kill a worker": _kill("worker", times=6),
    "the gradebook is locked": _locked,
    "the stored results are removed": _store_is_gone,
    "a submission vanishes": _vanishes,
    "a submission changes": _changes,
    "the clock jumps": _clock,
    "the disk is full": _disk_full,
    "no temporary room is left": _no_temporary_room,
    "the gradebook is read-only": _read_only,
}
NEEDS_ROOT = ("the disk is full", "no temporary room is left", "the gradebook is read-only")
ENDED = ("kill the command", "end the command")  # no exit code of ours is to be expected


def jump(seed: int) -> Callable[[], None]:
    """Return what makes the command's clock jump by a day, forwards or back, every now and then."""

    def prepare() -> None:
        real, draw = time.time, random.Random(seed)
        time.time = lambda: real() + draw.choice((-86_400.0, 0.0, 86_400.0))

    return prepare


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mount a small disk on a folder; it is not there any more afterwards."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL},mode=0755", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def copy(snapshot: Path, root: Path) -> Course:
    """Return the class as it was."""
    shutil.copytree(snapshot, root, dirs_exist_ok=True, symlinks=True)
    return Course(root)
