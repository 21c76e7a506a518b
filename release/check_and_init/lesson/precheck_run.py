"""Runs a notebook's cells from top to bottom in a process of its own, and reports each: `python precheck_run.py`.

Untrusted side. It reads the cells as JSON from its input and writes one line of JSON an event to its first output;
whatever the cells print goes nowhere. It imports nothing of `lesson`, so that the cells get it as they would when graded.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from typing import Any, TextIO

LONGEST = 300
MEMORY = 6 << 30


class TooSlow(BaseException):
    """A cell has used up its time."""


def main() -> None:
    """Run what the input holds."""
    sys.path[0] = ""  # where it is started, not where it lies: the cells must not find `data` or `checks` by accident
    task = json.loads(sys.stdin.read())
    events = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    _bound_memory()
    shell = _shell()
    _tell(events, event="ready")
    for cell in task["cells"]:
        _tell(events, event="start", cell=cell["number"])
        started = time.perf_counter()
        error = _run(shell, cell, cell["seconds"])
        _tell(events, event="end", cell=cell["number"], seconds=time.perf_counter() - started, error=error)
    _tell(events, event="done")
    os._exit(0)  # threads and exit handlers of the cells have no say


def _shell() -> Any:
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")
    return shell


def _run(shell: Any, cell: dict[str, Any], seconds: float) -> dict[str, Any] | None:
    """Run one cell within its time; return what stopped it."""
    shell.compile.get_code_name = lambda *_: f"<cell {cell['number']}>"
    try:
        with _within(seconds):
            result = shell.run_cell(cell["source"], store_history=False)
        error = result.error_before_exec or result.error_in_exec
    except BaseException as caught:
        error = caught
    return None if error is None else _described(error)


def _described(error: BaseException) -> dict[str, Any]:
    """What the parent needs to know; the words of an exception may be a student's own code."""
    try:
        words = str(error)[:LONGEST]
    except Exception:
        words = ""
    frames = traceback.walk_tb(error.__traceback__)
    places = [
        (frame.f_code.co_filename, line, frame.f_code.co_name)
        for frame, line in frames
        if frame.f_code.co_filename.startswith("<cell ")
    ]
    where = places[-1] if places else (None, getattr(error, "lineno", None), "")
    name = getattr(error, "name", None)
    return {
        "kind": type(error).__name__, "words": words, "cell": where[0], "line": where[1], "function": where[2],
        "name": name if isinstance(name, str) else None,
    }  # fmt: skip


@contextlib.contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raise TooSlow where the system has an alarm; elsewhere the parent ends the process."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tell(events: TextIO, **event: object) -> None:
    events.write(json.dumps(event) + "\n")


if __name__ == "__main__":
    main()
