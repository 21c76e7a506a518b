"""A page of the documentation that can be followed literally: its files, its commands, and what these print."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LEFT_OUT = "..."
SECONDS = 300.0
_PATH = re.compile(r"`([\w./-]+)`")
_FENCE = "```"


@dataclass(frozen=True)
class File:
    """A block that a line with its path introduces."""

    path: str
    text: str


@dataclass(frozen=True)
class Commands:
    """A block of commands; how they end, and the lines that they print."""

    line: int
    text: str
    code: int
    printed: tuple[str, ...]


Step = File | Commands


def read_page(text: str) -> list[Step]:
    """Return what a page tells one to do, in its order."""
    steps: list[Step] = []
    for number, info, introduction, body in _blocks(text.split("\n")):
        path = _PATH.fullmatch(introduction)
        if path:
            steps.append(File(path[1], body))
        elif info.startswith("sh"):
            failing = re.fullmatch(r"sh fails with (\d+)", info)
            steps.append(Commands(number, body, int(failing[1]) if failing else 0, ()))
        elif info == "text":
            before = steps[-1]
            assert isinstance(before, Commands), f"line {number}: what is printed stands below no command"
            steps[-1] = Commands(before.line, before.text, before.code, tuple(body.rstrip("\n").split("\n")))
        else:
            raise AssertionError(f"line {number}: a block {info!r} that is neither a file, a command nor what one prints")
    return steps


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, str, str, str]]:
    """Yield each fenced block's line, what stands behind its fence, the last line of text before it, and its text."""
    introduction, start, info = "", None, ""
    for number, line in enumerate(lines, 1):
        if start is None and line.startswith(_FENCE):
            start, info = number, line.removeprefix(_FENCE)
        elif start is not None and line == _FENCE:
            yield start, info, introduction, "\n".join(lines[start : number - 1]) + "\n"
            start, introduction = None, ""
        elif start is None and line:
            introduction = line


def run(commands: Commands, folder: Path, environment: Mapping[str, str]) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Run a block as if it were typed in `folder`; return the folder that one is in afterwards, and what was printed."""
    reading, writing = os.pipe()
    script = f"set -e\n{commands.text}\npwd >&{writing}"
    try:
        done = subprocess.run(
            ["bash", "-c", script], cwd=folder, env=dict(environment), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, timeout=SECONDS, check=False, pass_fds=[writing],
        )  # fmt: skip
    finally:
        os.close(writing)
    with os.fdopen(reading) as pipe:
        there = pipe.read().strip()
    return Path(there) if there else folder, done


def missing_line(printed: Sequence[str], output: str) -> str | None:
    """Return the first line that the page says is printed, and that does not follow in the output; None where all do."""
    said, position = " ".join(output.split()), 0
    for line in printed:
        for piece in line.split(LEFT_OUT):
            wanted = " ".join(piece.split())
            found = said.find(wanted, position)
            if found < 0:
                return line
            position = found + len(wanted)
    return None
