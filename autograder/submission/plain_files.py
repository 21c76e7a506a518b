"""Says which files of a submission's folder are copied anywhere: plain ones, of bounded number and size; trusted side.

nbgrader copies them into autograded/, and each attempt that is kept holds them. A link leads to what is not the student's, a
pipe has no end, and a file of a terabyte that takes no room where it lies takes it all where it is copied to.
"""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path

from autograder.submission.file import MAX_BYTES, link_towards
from autograder.submission.timestamps import FILE as TIMESTAMP

MAX_FILES = 2_000
MAX_IN_ALL = 2 * MAX_BYTES
MAX_LEVELS = 20  # of folders in folders
MAX_ENTRIES = 20_000  # that are looked at
_FIRST = (".ipynb", ".ipynb.txt", ".ipynb.json", ".py", TIMESTAMP)  # what a grade is made of, where there is not room for all


def plain_files(folder: str | os.PathLike[str], ignored: Sequence[str] = ()) -> tuple[list[str], int]:
    """Return the paths of the files that are copied, and how many others are not; what `ignored` names is neither.

    Raises:
        OSError: the folder cannot be listed; one below it that cannot be is passed over.
    """
    if link_towards(Path(folder) / "any") is not None:
        return [], 1
    sizes = dict(_entries(os.fspath(folder), ignored))
    found: list[str] = []
    total = 0
    for path in sorted(sizes, key=lambda one: not one.lower().endswith(_FIRST)):
        size = sizes[path]
        if size is not None and len(found) < MAX_FILES and total + size <= MAX_IN_ALL:
            found.append(path)
            total += size
    return found, len(sizes) - len(found)


def _entries(folder: str, ignored: Sequence[str]) -> Iterator[tuple[str, int | None]]:
    """Yield what is no folder, those next to the top first, with its size; None for what is no plain file."""
    waiting, left = deque([(folder, 0)]), MAX_ENTRIES
    while waiting and left > 0:
        place, level = waiting.popleft()
        try:
            with os.scandir(place) as listed:
                entries = sorted(islice(listed, left), key=lambda one: one.name)
        except OSError:
            if level == 0:
                raise
            yield place, None
            continue
        left -= len(entries)
        for entry in entries:
            if _is_ignored(entry.name, ignored):
                continue
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path, _size(entry.path)
            elif level < MAX_LEVELS:
                waiting.append((entry.path, level + 1))
            else:
                yield entry.path, None


def _is_ignored(name: str, patterns: Sequence[str]) -> bool:
    """Does one of nbgrader's patterns, which are a shell's, name this?"""
    return any(fnmatchcase(name, one) and (one.startswith(".") or not name.startswith(".")) for one in patterns)


def _size(path: str) -> int | None:
    """Return the size of a file that may be copied."""
    try:
        about = os.lstat(path)
    except OSError:
        return None
    fit = stat.S_ISREG(about.st_mode) and about.st_size <= MAX_BYTES and os.access(path, os.R_OK)
    return about.st_size if fit else None
