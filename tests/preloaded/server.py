"""Imports nbgrader once, and what the kit's plug-in needs of other people, then becomes a new command for each who asks."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import sys
from typing import NoReturn

import numpy  # noqa: F401  # this and the next ones for the plug-in
import pytest  # noqa: F401
import rich.progress
import rich.table  # noqa: F401
from nbgrader.apps.nbgraderapp import main

Asked = tuple[list[str], str, dict[str, str], int]


def receive(caller: socket.socket) -> tuple[Asked, list[int]]:
    """Return what a caller asks for, and its input, output and errors."""
    size, terminal, _, _ = socket.recv_fds(caller, 8, 3)
    asked = b""
    while len(asked) < int.from_bytes(size, "big"):
        asked += caller.recv(1 << 20) or sys.exit("the caller left")
    arguments, folder, variables, mask = json.loads(asked)
    return (arguments, folder, variables, mask), terminal


def become(asked: Asked, terminal: list[int]) -> None:
    """Make this process what a new one would be."""
    arguments, folder, variables, mask = asked
    for number, open_file in enumerate(terminal):
        os.dup2(open_file, number)
        os.close(open_file)
    os.chdir(folder)
    os.umask(mask)
    os.environ.clear()
    os.environ.update(variables)
    sys.argv = arguments
    sys.path[:0] = [path for path in variables.get("PYTHONPATH", "").split(os.pathsep) if path]


def watch(command: int, caller: socket.socket) -> NoReturn:
    """Wait for a command, and tell its caller how it ended; kill it when the caller is gone."""
    done = os.pidfd_open(command)
    ready, _, _ = select.select([done, caller], [], [])
    if done not in ready:
        os.kill(command, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(command, 0)[1])
    caller.sendall((code if code >= 0 else 128 - code).to_bytes(4, "big"))
    os._exit(0)


def serve(address: str) -> None:
    """Return in a process that is to be the command; never in the server itself, which ends with its parent."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        os.chmod(address, 0o666)
        listening.listen()
        print("ready", flush=True)
        while listening in select.select([listening, sys.stdin], [], [])[0]:
            caller, _ = listening.accept()
            if os.fork() == 0:
                listening.close()
                asked, terminal = receive(caller)
                command = os.fork()
                if command:
                    for open_file in terminal:
                        os.close(open_file)
                    watch(command, caller)
                caller.close()
                become(asked, terminal)
                return
            caller.close()
            with contextlib.suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
    sys.exit()


if __name__ == "__main__":
    serve(sys.argv[1])
    sys.exit(main())
