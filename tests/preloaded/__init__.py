"""Commands that start at once: forked from a process that has imported other people's libraries already.

An nbgrader command spends 2.7 of its 3 CPU-seconds on imports, and the tests run dozens. Nothing of the kit is imported
beforehand: what a command runs of it, it imports itself, from where its own PYTHONPATH says.
"""

from __future__ import annotations

import atexit
import functools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent


@functools.cache
def nbgrader() -> str:
    """Start the process that has imported nbgrader; return the path of a program that stands in for `nbgrader`."""
    folder = tempfile.TemporaryDirectory(prefix="preloaded-")
    program, address = Path(folder.name) / "nbgrader", Path(folder.name) / "socket"
    client = (HERE / "client.py").read_text(encoding="utf-8")
    program.write_text(f"#!{sys.executable} -IS\nADDRESS = {str(address)!r}\n{client}", encoding="utf-8")
    program.chmod(0o755)
    Path(folder.name).chmod(0o755)
    command = [sys.executable, "-I", str(HERE / "server.py"), str(address)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    # its input ends when this process does, and with it the server
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd="/")
    assert server.stdout is not None and server.stdout.readline() == b"ready\n", "the server did not start"
    atexit.register(_end, server, folder)
    return str(program)


def _end(server: subprocess.Popen[bytes], folder: tempfile.TemporaryDirectory[str]) -> None:
    server.communicate()
    folder.cleanup()
