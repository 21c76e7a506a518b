"""What a command costs: processor time of all that it starts, and memory that nobody shares; trusted side."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
KIB = 1024
TICKS = os.sysconf("SC_CLK_TCK")
SHOWN = 2000


class CommandFailed(Exception):
    """A command that is measured ended with another code than those that it may end with."""


@dataclass(frozen=True)
class Spent:
    """What a command took, user and system together, and what it printed."""

    seconds: float
    printed: str


def spent(
    command: Sequence[str | Path],
    folder: Path = ROOT,
    *,
    also: tuple[int, ...] = (),
    environment: Mapping[str, str] | None = None,
) -> Spent:
    """Run a command, and return its processor time with that of every process below it which it waited for.

    Raises:
        CommandFailed: it ended with a code that is neither 0 nor one of `also`.
    """
    names = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **(environment or {})}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command, cwd=folder, env=names, stdout=out, stderr=err, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = [_whole(stream.fileno()) for stream in (out, err)]
    if process.returncode not in (0, *also):
        shown = "\n".join(text[-SHOWN:] for text in texts)
        raise CommandFailed(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{shown}")
    return Spent(usage.ru_utime + usage.ru_stime, texts[0])


def _whole(descriptor: int) -> str:
    return os.pread(descriptor, os.fstat(descriptor).st_size, 0).decode(errors="replace")


def descendants(pid: int | str) -> Iterator[str]:
    """Yield every process below this one."""
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in path.read_text().split():
            yield child
            yield from descendants(child)


def tree_seconds() -> float:
    """Return the processor time of this process, of those that it waited for, and of those that live below it."""
    own = os.times()
    return sum(own[:4]) + sum(map(_process_seconds, descendants("self")))


def _process_seconds(pid: str) -> float:
    """Return the processor time of a process and of the children that it has waited for."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # it ended meanwhile
        return 0.0
    return sum(map(int, fields[11:15])) / TICKS


def private_mebibytes(pid: int | str) -> float:
    """Return what a process has for itself alone; 0 where this user may not look."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / KIB
