"""Starts and stops zygotes: warm, isolated processes that fork a worker for each submission; trusted side."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import weakref
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from autograder.errors import IsolationMissing, KitBroken
from autograder.sandbox import kernel
from autograder.sandbox.limits import Limits
from autograder.worker import isolation
from autograder.worker.abandoned import PREFIX, hold
from autograder.worker.isolation import Layers
from autograder.worker.leftovers import Leftovers, remove_abandoned
from autograder.worker.process import START_SECONDS, Worker
from autograder.worker.slot_watch import SLOT_MEGABYTES, SlotWatch

PACKAGE = Path(__file__).resolve().parents[1]
FIRST_WORKER_UID = 64_100
EXIT_SECONDS = 10.0


@dataclass(frozen=True)
class ZygoteSettings:
    """What one zygote is started with."""

    preload: tuple[str, ...] = ()
    isolation: str = isolation.AUTO
    limits: Limits = field(default_factory=Limits)
    secrets: tuple[Path, ...] = ()
    handout: Path | None = None  # where the students' helper packages lie
    helpers: tuple[Path, ...] = ()  # of those the modules that the notebook needs: all of a course that a worker may read
    setup: tuple[str, ...] = ()  # cells of ours that each worker runs first: they write the files beside the notebook


class Zygote:
    """A warm, isolated process that forks workers; a context manager."""

    def __init__(self, settings: ZygoteSettings) -> None:
        """Start the zygote with the best isolation that the machine gives.

        Raises:
            IsolationMissing: the level asked for is not available.
            KitBroken: the process did not start.
        """
        _close_own_memory()
        self.settings = settings
        self.work = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._lock = hold(self.work)
        self.leftovers = Leftovers(self.work / "used")
        self._watches: dict[int, SlotWatch] = {}
        self._living: weakref.ref[Worker] | None = None
        self.started = 0
        self._exited: set[int] = set()
        self.no_namespaces = ""  # why there are none, if they were tried
        try:
            os.chmod(self.work, 0o711)
            for folder in ("root", "home"):
                (self.work / folder).mkdir()
                os.chmod(self.work / folder, 0o755)
            for path in _font_lists():  # matplotlib would make the list anew, from every font on the machine
                with contextlib.suppress(OSError):
                    shutil.copy(path, self.work / "home")
            remove_abandoned(self.work.parent)
            self.layers = self._start()
        except BaseException:
            self.leftovers.remove_all(self.work)
            os.close(self._lock)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def spawn(self) -> Worker:
        """Fork a worker, locked up and ready; one that still lives is ended first, since both would have one folder.

        Raises:
            KitBroken: the worker could not be started or locked up.
        """
        self._end_living()
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
        if not self.layers.namespaces:  # else the folder is a small tmpfs
            self._watches[number] = SlotWatch(self.work / "box" / "slot", descriptor)
        worker = Worker(self, ours, descriptor, number, control)
        self._living = weakref.ref(worker)
        return worker

    def wait_for_exit(self, number: int, control: socket.socket) -> None:
        """Wait until the zygote has reaped this worker and put its folder aside, or end a zygote that does not answer."""
        watch = self._watches.pop(number, None)
        if watch is not None:
            watch.stop()
        if control is not self.control or control.fileno() < 0:
            return  # it went with the zygote that it came from
        try:
            while number not in self._exited:
                self._next_message(EXIT_SECONDS)
        except OSError:
            self._stop()
        self._exited.discard(number)
        self.leftovers.sweep()

    def overfull(self, number: int) -> bool:
        """Say whether this worker was killed because its folder held too much."""
        return number in self._watches and self._watches[number].overfull

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

    def close(self) -> None:
        """End the zygote and whatever it runs, and remove its folder, also where a signal interrupts the end."""
        try:
            self._end_living()
            self._stop()
            for number in list(self._watches):
                self._watches.pop(number).stop()
        finally:
            self.leftovers.remove_all(self.work)
            if self._lock >= 0:
                os.close(self._lock)
                self._lock = -1

    def _end_living(self) -> None:
        worker = self._living() if self._living is not None else None
        if worker is not None:
            worker.close()

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
        home = str(self.work / "home")  # without one, libraries make themselves folders in /tmp and leave them there
        environment = {"HOME": home, "MPLCONFIGDIR": home, "IPYTHONDIR": home}
        environment |= {"PYTHONPATH": str(PACKAGE.parent), "PYTHONSAFEPATH": "1", "PATH": "/usr/bin:/bin"}
        # large pages: fork copies page tables, and a worker then starts in a third less time (make bench)
        environment |= {"PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}
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
            "readable": isolation.readable_paths(PACKAGE, list(self.settings.secrets), self.settings.helpers),
            "worker_uid": uid if own_uid else None,
            "counted_uid": uid if counted else None,
            "slot_megabytes": SLOT_MEGABYTES,
            "limits": asdict(self.settings.limits),
            "preload": list(self.settings.preload),
            "handout": str(self.settings.handout) if self.settings.handout else None,
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


def _font_lists() -> list[str]:
    """Return the files in which this user's matplotlib has listed the machine's fonts; none where it never ran."""
    if folder := os.environ.get("MPLCONFIGDIR"):
        return [str(path) for path in sorted(Path(folder).glob("fontlist-v*.json"))]
    try:
        caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # a user without a home
        return []
    return [str(path) for path in sorted((caches / "matplotlib").glob("fontlist-v*.json"))]


def _others_can_reach(path: Path) -> bool:
    """Say whether any user may enter every folder on the way to `path`."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.resolve().parents))


def _close_own_memory() -> None:
    """Make this process undumpable: a worker with the same user id can then read neither its memory nor its descriptors."""
    if sys.platform == "linux":
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
