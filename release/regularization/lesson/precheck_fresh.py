"""A fresh run from top to bottom, as grading runs it: in a process of its own, within bounds; untrusted side.

The cells run in an empty folder that holds `lesson` and nothing else. Studies are left out, as they are while grading.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lesson import precheck_run
from lesson.precheck_notebook import Cell

CELL_SECONDS = 20.0  # what a cell may take while grading
ALL_SECONDS = 120.0  # and all of them together
START_SECONDS = 60.0  # a cold disk may take its time to import IPython
GRACE = 2.0
LINES = 10_000
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Ran:
    """One cell's run: how long it took, what stopped it, and whether the whole run was ended in it."""

    cell: Cell
    seconds: float
    error: dict[str, Any] | None = None
    ended: str = ""


class CannotRun(Exception):
    """No process of its own can be started here."""


def fresh_run(cells: Sequence[Cell], lesson: Path = HERE) -> list[Ran]:
    """Run these code cells in order; those behind the one in which the run ended are not in the answer.

    Raises:
        CannotRun: with the reason.
    """
    order = [replace(cell, number=index) for index, cell in enumerate(cells)]  # cells that were put back share a number
    sent = [{"number": cell.number, "source": cell.source, "seconds": _seconds(cell)} for cell in order]
    try:
        with tempfile.TemporaryDirectory(prefix="precheck", ignore_cleanup_errors=True) as folder:
            shutil.copytree(lesson, Path(folder) / "lesson", ignore=shutil.ignore_patterns("__pycache__"))
            return _run_in(Path(folder), cells, {"cells": sent})
    except (OSError, RuntimeError, shutil.Error) as error:
        raise CannotRun(getattr(error, "strerror", None) or "no process can be started here") from error


def _run_in(folder: Path, cells: Sequence[Cell], task: dict[str, Any]) -> list[Ran]:
    process = _started(folder)
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    try:
        threading.Thread(target=_feed, args=(process, task), daemon=True).start()
        threading.Thread(target=_read, args=(process, lines), daemon=True).start()
        return list(_followed(cells, lines))
    finally:
        _end(process)


def _followed(cells: Sequence[Cell], lines: queue.SimpleQueue[str]) -> Iterator[Ran]:
    """Yield each cell's end as it is told, within its time and the time of all."""
    current: Cell | None = None
    ready = False
    now = time.monotonic()
    until, latest, begun = now + START_SECONDS, now + START_SECONDS + ALL_SECONDS, now
    while True:
        now = time.monotonic()
        event = _next(lines, min(until, latest) - now)
        if event is None or event.get("event") == "gone":
            if current is not None:
                why = "died" if event else "all" if time.monotonic() >= latest else "slow"
                yield Ran(current, time.monotonic() - begun, None, why)
            elif not ready:
                raise CannotRun("its process ended at once" if event else "it did not start within a minute")
            return
        if event["event"] == "ready":
            ready, until = (
                True,
                time.monotonic() + ALL_SECONDS + (START_SECONDS if any(not c.by_student for c in cells) else 0.0),
            )
            latest = until
        elif event["event"] == "start":
            current, begun = cells[event["cell"]], time.monotonic()
            until = begun + _seconds(current) + GRACE
        elif event["event"] == "end" and current is not None:
            error = event.get("error")
            yield Ran(current, event["seconds"], error if isinstance(error, dict) else None)
            current, until = None, latest
        elif event["event"] == "done":
            return


def _seconds(cell: Cell) -> float:
    """What a cell may take: a given one imports what a cold disk or a busy machine takes long to read, and is not to blame."""
    return CELL_SECONDS if cell.by_student else START_SECONDS


def _next(lines: queue.SimpleQueue[str], seconds: float) -> dict[str, Any] | None:
    """The next event; None when the time is over, and `gone` when the process is."""
    try:
        line = lines.get(timeout=max(seconds, 0.001))
    except queue.Empty:
        return None
    try:
        event = json.loads(line)
        return event if isinstance(event, dict) and isinstance(event.get("event"), str) else {"event": "?"}
    except ValueError:
        return {"event": "gone" if not line else "?"}


def _started(folder: Path) -> subprocess.Popen[str]:
    environment = {
        **os.environ, "MPLBACKEND": "Agg", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1",
        "LESSON_PRECHECK": "running", "IPYTHONDIR": str(folder / ".ipython"), "PYTHONWARNINGS": "ignore",
        "PYTHONIOENCODING": "utf-8",
    }  # fmt: skip
    environment.pop("PYTHONPATH", None)  # nothing but what is installed, and `lesson`
    return subprocess.Popen(
        [sys.executable, str(precheck_run.__file__)], cwd=folder, env=environment, text=True, encoding="utf-8",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def _feed(process: subprocess.Popen[str], task: dict[str, Any]) -> None:
    with contextlib.suppress(OSError, ValueError):
        assert process.stdin is not None
        process.stdin.write(json.dumps(task))
        process.stdin.close()


def _read(process: subprocess.Popen[str], lines: queue.SimpleQueue[str]) -> None:
    with contextlib.suppress(OSError, ValueError):
        assert process.stdout is not None
        for number, line in enumerate(process.stdout):
            if number >= LINES:
                break
            lines.put(line)
    lines.put("")


def _end(process: subprocess.Popen[str]) -> None:
    """End the process and what it has started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(OSError, ValueError):
            if stream is not None:
                stream.close()
