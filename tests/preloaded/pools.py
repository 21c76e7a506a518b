"""Judging processes that start at once: forked from a process that has imported the kit and its libraries already.

A judging process of the pool spends 2 CPU-seconds on imports, its own and its zygote's, and the tests start dozens for three
submissions each. Where the start of a process is the claim (tests/sandbox, tests/attacks, tests/engine/test_pool.py), and in
every process that is not the tests' own, they are started as always.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import SimpleNamespace
from typing import Any

from autograder.grading import pool

from .zygotes import SERVERS, child, start_server

SERVER = "tests.preloaded.pool_server"


class Pools:
    """The process that judging processes are forked from; it is started by the first that is asked for."""

    def __init__(self) -> None:
        self.active = False
        self._owner = os.getpid()
        self._asking: socket.socket | None = None

    def process(self, target: Callable[..., None], args: tuple[Any, Connection], daemon: bool) -> Any:
        """Do what `Process` of multiprocessing does for the pool."""
        main = threading.current_thread() is threading.main_thread()  # the parent of whoever is cloned
        if not (self.active and SERVERS.usable and main and os.getpid() == self._owner and target is pool._serve):
            return multiprocessing.get_context("spawn").Process(target=target, args=args, daemon=daemon)
        if self._asking is None:
            self._asking = start_server(["-m", SERVER])
        return Process(self._asking, *args)


class Process:
    """What the pool uses of a process of multiprocessing."""

    def __init__(self, asking: socket.socket, work: Any, connection: Connection) -> None:
        self._asking, self._connection = asking, connection
        self._asked = pickle.dumps((os.getpid(), os.getcwd(), dict(os.environ), sys.path, pickle.dumps(work)))
        self._popen: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Have it forked."""
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        with tempfile.TemporaryFile() as asked:
            asked.write(self._asked)
            asked.seek(0)
            socket.send_fds(self._asking, [b"one"], [asked.fileno(), self._connection.fileno(), 1, 2])
            self._popen = child(int(self._asking.recv(64)), [SERVER])

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end, for so long."""
        assert self._popen is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._popen.wait(timeout)

    @property
    def exitcode(self) -> int | None:
        """How it ended; None while it lives."""
        assert self._popen is not None
        return self._popen.poll()

    def terminate(self) -> None:
        """Ask it to end."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self._signal(signal.SIGKILL)

    def _signal(self, number: signal.Signals) -> None:
        assert self._popen is not None
        self._popen.send_signal(number)


POOLS = Pools()
# the one module that starts judging processes
_context = SimpleNamespace(Pipe=multiprocessing.get_context("spawn").Pipe, Process=POOLS.process)
_stand_in: Any = SimpleNamespace(get_context=lambda _: _context, parent_process=multiprocessing.parent_process)
pool.multiprocessing = _stand_in
