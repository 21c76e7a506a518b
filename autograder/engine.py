"""Starts zygotes and workers and talks to them within bounds and deadlines; trusted side.

A `Zygote` is a warm, isolated process that forks one worker at a time; a `Worker` is one such process and its channel. A
worker that breaks a rule, dies or is late is killed through its pidfd: the caller gets an exception and may start another.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from autograder import isolation
from autograder.errors import IsolationMissing, KitBroken
from autograder.isolation import Layers
from autograder.sandbox import kernel, wire
from autograder.sandbox.limits import Limits

PACKAGE = Path(__file__).resolve().parent
FIRST_WORKER_UID = 64_100
SLOT_MEGABYTES = 32
SLOT_FILES = 2_000
SLOT_CHECK_SECONDS = 0.1
START_SECONDS = 90.0
EXIT_SECONDS = 10.0
GRACE_SECONDS = 1.0  # between a soft deadline in the worker and the kill
ENDED = "it ended"


class WorkerLost(Exception):
    """The worker ended, or was killed because it broke a rule; `reason` is for the log and for reports to instructors."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WorkerLate(WorkerLost):
    """The worker did not answer in time and was killed."""


@dataclass(frozen=True)
class ZygoteSettings:
    """What one zygote is started with."""

    preload: tuple[str, ...] = ()
    isolation: str = isolation.AUTO
    limits: Limits = field(default_factory=Limits)
    secrets: tuple[Path, ...] = ()


class Zygote:
    """A warm, isolated process that forks workers; a context manager."""

    def __init__(self, settings: ZygoteSettings) -> None:
        """Start the zygote with the best isolation that the machine gives.

        Raises:
            IsolationMissing: the level asked for is not to be had.
            KitBroken: the process did not start.
        """
        _close_own_memory()
        self.settings = settings
        self.work = Path(tempfile.mkdtemp(prefix="autograder-"))
        os.chmod(self.work, 0o711)
        (self.work / "root").mkdir()
        self.started = 0
        self._exited: set[int] = set()
        self.no_namespaces = ""  # why there are none, if they were tried
        try:
            self.layers = self._start()
        except BaseException:
            shutil.rmtree(self.work, ignore_errors=True)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def spawn(self) -> Worker:
        """Fork a worker, locked up and ready.

        Raises:
            KitBroken: the worker could not be started or locked up.
        """
        if self.process.poll() is not None:
            self._start()
        self.started += 1
        ours, theirs = socket.socketpair()
        number, control = self.started, self.control
        order = {"number": self.started, "zygote_size": self._size()}
        try:
            socket.send_fds(control, [json.dumps(order).encode()], [theirs.fileno()])
            descriptor = None
            while descriptor is None:  # another worker may have ended meanwhile: its exit is announced first
                descriptor = self._next_message(START_SECONDS)
        except OSError as error:
            ours.close()
            raise KitBroken(f"The zygote did not start a worker: {error}.") from error
        finally:
            theirs.close()
        return Worker(self, ours, descriptor, number, control)

    def wait_for_exit(self, number: int, control: socket.socket) -> None:
        """Wait until the zygote has reaped this worker and emptied its folder, or restart a zygote that does not answer."""
        if control is not self.control or control.fileno() < 0:
            return  # it went with the zygote that it came from
        try:
            while number not in self._exited:
                self._next_message(EXIT_SECONDS)
        except OSError:
            self._stop()
        self._exited.discard(number)

    def _next_message(self, seconds: float) -> int | None:
        """Note one exit, or return the pidfd of a new worker.

        Raises:
            OSError: the zygote did not answer, or is gone.
        """
        self.control.settimeout(seconds)
        text, descriptors, _, _ = socket.recv_fds(self.control, 4096, 1)
        if not text:
            raise OSError("it ended")
        message = json.loads(text)
        if "exited" in message:
            self._exited.add(message["exited"])
        return descriptors[0] if descriptors else None

    def slot_overfull(self) -> bool:
        """Say whether the worker's folder holds too much, where no tmpfs limits it."""
        if self.layers.namespaces:
            return False
        size = count = 0
        folders = [str(self.work / "slot")]
        while folders:
            try:
                with os.scandir(folders.pop()) as entries:
                    for entry in entries:
                        count += 1
                        size += _blocks(entry)
                        if count > SLOT_FILES or size > SLOT_MEGABYTES << 20:
                            return True
                        if entry.is_dir(follow_symlinks=False):
                            folders.append(entry.path)
            except FileNotFoundError:
                continue  # removed meanwhile
            except OSError:
                return True  # made unreadable, or too deep to be looked into
        return False

    def close(self) -> None:
        """End the zygote and whatever it runs, and remove its folder."""
        self._stop()
        shutil.rmtree(self.work, ignore_errors=True)

    def _start(self) -> Layers:
        """Try with namespaces, then without; return the layers in force."""
        wanted = self.settings.isolation
        tries = [False] if wanted in ("portable", "none") or sys.platform != "linux" else [True, False]
        refusal = ""
        for namespaces in tries:
            layers = isolation.available(namespaces=namespaces, wanted=wanted)
            if layers.level == "none" and wanted != "none":
                continue
            if wanted == "strict" and not namespaces:
                break
            answer = self._launch(layers)
            if answer.get("ready"):
                isolation.require(layers, wanted)
                return layers
            refusal = str(answer.get("no_namespaces", "it ended at once"))
            self.no_namespaces = refusal
            self._stop()
            if not answer.get("no_namespaces"):
                raise KitBroken(f"The zygote did not start: {refusal}. Its own message stands above, if it left one.")
        isolation.require(Layers(False, 0, False), wanted)
        raise IsolationMissing(f"Namespaces are refused here: {refusal}.")

    def _launch(self, layers: Layers) -> dict[str, Any]:
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environment = {"PYTHONPATH": str(PACKAGE.parent), "PYTHONSAFEPATH": "1", "PATH": "/usr/bin:/bin"}
        environment |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        if "LD_LIBRARY_PATH" in os.environ:
            environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
        self.process = subprocess.Popen(
            [sys.executable, "-s", "-B", "-m", "autograder.sandbox.zygote", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd="/",
        )
        theirs.close()
        self.control.settimeout(START_SECONDS)
        try:
            self.control.send(json.dumps(self._configuration(layers)).encode())
            answer: dict[str, Any] = json.loads(self.control.recv(4096) or b"{}")
        except OSError:
            answer = {}
        return answer

    def _configuration(self, layers: Layers) -> dict[str, Any]:
        own_uid = os.geteuid() == 0 and layers.level != "none"
        if own_uid and not layers.namespaces:
            own_uid = _others_can_reach(Path(sys.base_prefix)) and _others_can_reach(Path(sys.prefix))
        counted = os.geteuid() == 0 and layers.level != "none" and not own_uid
        uid = FIRST_WORKER_UID + os.getpid() % 1000
        return {
            "namespaces": layers.namespaces,
            "landlock": layers.landlock,
            "seccomp": layers.seccomp,
            "base": str(self.work / "root"),
            "scratch": str(self.work),
            "readable": isolation.readable_paths(PACKAGE, list(self.settings.secrets)),
            "worker_uid": uid if own_uid else None,
            "counted_uid": uid if counted else None,
            "slot_megabytes": SLOT_MEGABYTES,
            "limits": asdict(self.settings.limits),
            "preload": list(self.settings.preload),
            "handout": str(PACKAGE / "handout"),
        }

    def _size(self) -> int:
        """Return the bytes that the zygote maps, seen from outside: inside its namespace there is no /proc."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split() if self.layers.namespaces else []
        pages = int(Path(f"/proc/{children[0] if children else pid}/statm").read_text().split()[0])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def _stop(self) -> None:
        self.control.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Worker:
    """One locked-up process with one submission's code; every method has a deadline."""

    def __init__(self, zygote: Zygote, channel: socket.socket, pidfd: int, number: int, control: socket.socket) -> None:
        self.zygote, self.channel, self.pidfd, self.number, self.control = zygote, channel, pidfd, number, control
        self.next_slot_check = 0.0
        self.buffer = bytearray()
        self.alive = True
        hello = self.receive(time.monotonic() + START_SECONDS)
        if hello.get("ready") is not True:
            self.close()
            raise KitBroken(f"A worker could not be locked up: {hello.get('message', 'it said nothing')}.")

    def send(self, message: dict[str, object], deadline: float) -> None:
        """Send one message; never waits longer than `deadline` for a worker that does not read.

        Raises:
            WorkerLost: the worker is gone, late, or answers without reading.
        """
        view = memoryview(wire.frame(message))
        while view:
            left = deadline - time.monotonic()  # checked each time: a worker that trickles is readable for ever
            readable, writable, _ = select.select([self.channel], [self.channel], [], max(0.0, left))
            if left <= 0 or not (readable or writable):
                raise self._lost(WorkerLate("it did not read in time"))
            try:
                if readable:  # a worker that floods while we write must not block both sides
                    self._fill()
                if writable:
                    view = view[self.channel.send(view, socket.MSG_DONTWAIT) :]
            except BlockingIOError:
                continue
            except OSError as error:
                raise self._lost(WorkerLost(ENDED)) from error

    def receive(self, deadline: float) -> dict[Any, Any]:
        """Return the worker's next message.

        Raises:
            WorkerLate: it did not come before `deadline`.
            WorkerLost: the worker is gone, or what it sent is no message of ours.
        """
        while True:
            self._check_slot()
            body = self._take()
            if body is not None:
                try:
                    message = wire.decode(body)
                except wire.WireError as error:
                    raise self._lost(WorkerLost(f"it sent an unreadable message ({error})")) from None
                if type(message) is not dict:
                    raise self._lost(WorkerLost("it sent something that is no message"))
                return message
            left = deadline - time.monotonic()
            if left <= 0:
                raise self._lost(WorkerLate("it did not answer in time"))
            readable, _, _ = select.select([self.channel], [], [], min(left, 0.1))
            if readable:
                self._fill()

    def run_cells(
        self,
        cells: Sequence[str],
        seconds: float,
        *,
        figures: bool,
        total: float | None = None,
        read: Callable[[dict[Any, Any]], Any] = dict,
    ) -> list[Any]:
        """Run cells one after another, each with `seconds`, all with `total`; a failing cell does not stop the next.

        `read` is given each cell's message as it comes; what it returns is kept, so that a flood of messages is not.

        Raises:
            WorkerLost: with `results`, what came back before.
        """
        results: list[Any] = []
        end = time.monotonic() + (total or seconds * (1 + len(cells)))
        try:
            request = {"op": "cells", "cells": list(cells), "seconds": seconds, "figures": figures}
            self.send(request, time.monotonic() + 10 + seconds)
            while True:
                message = self.receive(min(time.monotonic() + seconds, end) + GRACE_SECONDS)
                if message.get("done") is True:
                    return results
                number = message.get("cell")
                if type(number) is not int or number != len(results) or number >= len(cells):
                    raise self._lost(WorkerLost("it answered what was not asked"))
                results.append(read(message))
        except WorkerLost as error:
            error.results = results  # type: ignore[attr-defined]  # the cells that did run, for the caller's second try
            raise

    def close(self) -> None:
        """Kill the worker and wait until its folder is empty."""
        if not self.alive:
            return
        self.alive = False
        try:
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)
        except ProcessLookupError:
            pass  # it has ended already
        os.close(self.pidfd)
        self.channel.close()
        self.zygote.wait_for_exit(self.number, self.control)

    def _check_slot(self) -> None:
        """Look at the worker's folder now and then, also while it talks: a thread of it may write meanwhile."""
        if time.monotonic() >= self.next_slot_check:
            if self.zygote.slot_overfull():
                raise self._lost(WorkerLost("it wrote more files than are allowed"))
            self.next_slot_check = time.monotonic() + SLOT_CHECK_SECONDS

    def _fill(self) -> None:
        try:
            data = self.channel.recv(1 << 18)
        except OSError:
            data = b""
        if not data:
            raise self._lost(WorkerLost(ENDED))
        self.buffer += data
        if len(self.buffer) > wire.MAX_FRAME + (1 << 20):
            raise self._lost(WorkerLost("it sent more than is allowed"))

    def _take(self) -> bytes | None:
        if len(self.buffer) < wire.HEADER.size:
            return None
        (size,) = wire.HEADER.unpack_from(self.buffer)
        if size > wire.MAX_FRAME:
            raise self._lost(WorkerLost("it announced a message larger than is allowed"))
        end = wire.HEADER.size + size
        if len(self.buffer) < end:
            return None
        body = bytes(self.buffer[wire.HEADER.size : end])
        del self.buffer[:end]
        return body

    def _lost(self, error: WorkerLost) -> WorkerLost:
        self.close()
        return error


def _others_can_reach(path: Path) -> bool:
    """Say whether any user may enter every folder on the way to `path`."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.resolve().parents))


def _blocks(entry: os.DirEntry[str]) -> int:
    """Return the bytes that a file takes on the disk."""
    try:
        return entry.stat(follow_symlinks=False).st_blocks * 512
    except FileNotFoundError:
        return 0  # removed meanwhile


def _close_own_memory() -> None:
    """Make this process undumpable: a worker with the same user id can then read neither its memory nor its descriptors."""
    if sys.platform == "linux":
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
