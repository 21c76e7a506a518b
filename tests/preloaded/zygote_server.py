"""Imports what a zygote needs of other people, then becomes a new zygote for each who asks, as a child of the one who asks.

Started as a zygote is, with its variables and options. Nothing of the kit is imported here: a zygote imports that itself.
"""

from __future__ import annotations

import array
import ctypes
import importlib
import json
import os
import platform
import runpy
import signal
import socket
import sys

CLONE_PARENT = 0x8000
SYS_CLONE = {"x86_64": 56, "aarch64": 220}
PR_SET_PDEATHSIG = 1
LIBRARIES = ("IPython.core.interactiveshell", "matplotlib.pyplot", "msgpack", "numpy", "traitlets.config")
DESCRIPTORS = 2  # the zygote's control socket, and where its errors go


def clone() -> int:
    """Fork, but as a child of this process's parent, who can then wait for it and kill it as one that it started itself."""
    libc = ctypes.CDLL(None, use_errno=True)
    pid: int = libc.syscall(SYS_CLONE[platform.machine()], CLONE_PARENT | signal.SIGCHLD, 0, 0, 0, 0)
    if pid < 0:
        raise OSError(ctypes.get_errno(), "clone")
    return pid


def become(arguments: list[str], variables: dict[str, str], control: int, errors: int) -> None:
    """Be what `python ARGUMENTS` with these variables would be by now, and end as it does."""
    os.dup2(errors, 2)
    os.close(errors)
    os.environ.clear()
    os.environ.update(variables)
    sys.path[:0] = [path for path in variables.get("PYTHONPATH", "").split(os.pathsep) if path]
    sys.argv = [arguments[0], str(control)]
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)


def serve(asking: socket.socket) -> None:
    """Return in a zygote that has ended, and never in the server, which ends with its parent."""
    while True:
        fds = array.array("i")
        text, ancillary, _, _ = asking.recvmsg(1 << 16, socket.CMSG_SPACE(DESCRIPTORS * fds.itemsize))
        if not text:
            os._exit(0)
        for _, _, data in ancillary:
            fds.frombytes(data)
        arguments, variables = json.loads(text)
        pid = clone()
        if pid == 0:
            asking.close()
            become(arguments, variables, *fds)
            return
        for one in fds:
            os.close(one)
        asking.send(str(pid).encode())


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    for library in LIBRARIES:
        importlib.import_module(library)
    serve(socket.socket(fileno=int(sys.argv[1])))
