"""Imports what a judging process needs, then becomes a new one for each who asks, as a child of the one who asks.

What the course hides is imported by the judging process itself, after the fork, as always. Its zygotes come from a process
that is forked before, and has forgotten the kit's modules: they import these themselves, as always.
"""

from __future__ import annotations

import array
import ctypes
import importlib
import os
import pickle
import signal
import socket
import sys
import traceback
from multiprocessing.connection import Connection
from types import SimpleNamespace
from typing import Any

from autograder.grading import pool
from tests.preloaded import zygote_server
from tests.preloaded.zygotes import REPOSITORY, SERVERS

KIT = ("autograder.gate.pool", "autograder.grading.class_work", "autograder.grading.grader", "autograder.judge.plugin")
DESCRIPTORS = 4  # what it is asked to be, the pipe to its parent, its output, its errors


def become(asked: int, pipe: int, output: int, errors: int) -> int:
    """Be the judging process that a new one would be by now; return the code to end with."""
    for number, given in ((1, output), (2, errors)):
        os.dup2(given, number)
        os.close(given)
    with open(asked, "rb") as file:
        parent, folder, variables, path, work = pickle.load(file)
    connection = Connection(pipe)
    fork_zygotes(connection)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    sys.path[:] = path
    stand_in: Any = SimpleNamespace(parent_process=lambda: SimpleNamespace(pid=parent))
    pool.multiprocessing = stand_in
    try:
        pool._serve(pickle.loads(work), connection)
    except Exception:
        traceback.print_exc()
        return 1
    return 0


def fork_zygotes(connection: Connection) -> None:
    """Let zygotes be forked, as children of this process, by a process that knows nothing of what is judged."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    if os.fork():
        theirs.close()
        SERVERS.adopt(ours)
        return
    ctypes.CDLL(None).prctl(zygote_server.PR_SET_PDEATHSIG, signal.SIGKILL)
    ours.close()
    connection.close()
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)
    sys.path.remove(str(REPOSITORY))
    for name in [name for name in sys.modules if name.partition(".")[0] in ("autograder", "tests")]:
        del sys.modules[name]
    zygote_server.serve(theirs)
    raise SystemExit


def serve(asking: socket.socket) -> int:
    """Return in a judging process that has ended, and never in the server, which ends with its parent."""
    while True:
        fds = array.array("i")
        text, ancillary, _, _ = asking.recvmsg(64, socket.CMSG_SPACE(DESCRIPTORS * fds.itemsize))
        if not text:
            os._exit(0)
        for _, _, data in ancillary:
            fds.frombytes(data)
        pid = zygote_server.clone()
        if pid == 0:
            asking.close()
            return become(*fds)
        for one in fds:
            os.close(one)
        asking.send(str(pid).encode())


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(zygote_server.PR_SET_PDEATHSIG, signal.SIGKILL)
    for library in (*zygote_server.LIBRARIES, *KIT):
        importlib.import_module(library)
    sys.exit(serve(socket.socket(fileno=int(sys.argv[1]))))
