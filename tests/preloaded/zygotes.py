"""Zygotes that start at once: forked from a process that has imported NumPy, matplotlib and IPython already.

A zygote spends nearly all of its 1.5 CPU-seconds on these imports, and the tests start hundreds. Everything that isolates
comes after them and is done by each zygote itself. Where isolation is the claim (tests/sandbox and tests/attacks), zygotes
are started as always, and so they are in every process that is not the tests' own: commands, judges' processes, nbgrader.
"""

from __future__ import annotations

import atexit
import json
import os
import platform
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from autograder.worker import zygote

from .zygote_server import SYS_CLONE

REPOSITORY = Path(__file__).parents[2]
SERVER = Path(__file__).with_name("zygote_server.py")
COMMAND = [sys.executable, "-s", "-B"]


class Server:
    """The process that has imported the libraries; `active` is off while zygotes are to be started as always."""

    def __init__(self) -> None:
        self.active = False
        self._owner = os.getpid()
        self._asking: socket.socket | None = None
        self._lock = threading.Lock()

    @property
    def usable(self) -> bool:
        """Can processes be forked so here?"""
        return sys.platform == "linux" and platform.machine() in SYS_CLONE

    def start(self) -> None:
        """Start it, once, in the main thread: whoever's thread has forked it is its parent, and ends it by ending."""
        if self._asking is None and self.usable:
            self._asking = start_server([str(SERVER)])

    def adopt(self, asking: socket.socket) -> None:
        """In a process that was forked: ask this server from now on, which is a child of that process."""
        self._asking, self._owner, self.active = asking, os.getpid(), True

    def popen(self, command: Sequence[str], *, pass_fds: Sequence[int], env: dict[str, str], **rest: Any) -> Any:
        """Do what `subprocess.Popen` does for a zygote's command."""
        if not self.active or self._asking is None or os.getpid() != self._owner or list(command[:3]) != COMMAND:
            return subprocess.Popen(command, pass_fds=pass_fds, env=env, **rest)
        (control,) = pass_fds
        with self._lock:
            socket.send_fds(self._asking, [json.dumps([command[4:5], env]).encode()], [control, 2])
            pid = int(self._asking.recv(64))
        return child(pid, command)


def start_server(command: Sequence[str]) -> socket.socket:
    """Start a server with the variables and options of a zygote; return the socket to ask at. It ends when this one does."""
    home = tempfile.TemporaryDirectory(prefix="preloaded-")
    asking, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    environment = {"HOME": home.name, "MPLCONFIGDIR": home.name, "IPYTHONDIR": home.name, "PATH": "/usr/bin:/bin"}
    environment |= {"PYTHONSAFEPATH": "1", "PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}
    environment |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    environment |= {"MPLBACKEND": "Agg", "LANG": "C.UTF-8", "JOBLIB_MULTIPROCESSING": "0"}
    if command[0] == "-m":  # a module of these tests
        environment["PYTHONPATH"] = str(REPOSITORY)
    if "LD_LIBRARY_PATH" in os.environ:
        environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    server = subprocess.Popen(
        [*COMMAND, *command, str(theirs.fileno())], pass_fds=[theirs.fileno()], env=environment, cwd="/",
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    theirs.close()
    atexit.register(_end, asking, server, home, os.getpid())
    return asking


def _end(asking: socket.socket, server: subprocess.Popen[bytes], home: tempfile.TemporaryDirectory[str], owner: int) -> None:
    if os.getpid() == owner:
        asking.close()
        server.wait()
        home.cleanup()


def child(pid: int, command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Return what `subprocess.Popen` would be for a child that this process has already."""
    popen: Any = subprocess.Popen.__new__(subprocess.Popen)
    popen.args, popen.pid, popen.returncode = command, pid, None
    popen.stdin = popen.stdout = popen.stderr = None
    popen._child_created, popen._waitpid_lock, popen._communication_started = True, threading.Lock(), False
    popen._input, popen._sigint_wait_secs, popen.encoding, popen.errors = None, 0.25, None, None
    started: subprocess.Popen[bytes] = popen
    return started


SERVERS = Server()
# the one module that starts zygotes; what else it uses of `subprocess` is the same
zygote.subprocess = SimpleNamespace(Popen=SERVERS.popen, DEVNULL=subprocess.DEVNULL, TimeoutExpired=subprocess.TimeoutExpired)  # type: ignore[assignment]
