"""Opens the file that a student handed in, and follows no link on the way to it; trusted side.

A symbolic link in a submission could lead to the solution or to anybody's file. Hard links cannot be told from files: where
students can write beside the course, protect it by its permissions (and `fs.protected_hardlinks`).
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

MAX_BYTES = 200 << 20
STUDENTS_LEVELS = 3  # the file, the assignment's folder and the student's folder: whatever lies above is the course's


class CannotBeRead(Exception):
    """There is nothing to read; the message says why, for the student."""


def submission_name(path: Path) -> str:
    """Return the student's name in nbgrader's folders (<student>/<assignment>/<notebook>), else the file's name."""
    path = Path(os.path.abspath(path))  # without following links: the name says where the file lies
    if path.parent.name == path.stem and path.parent.parent.name:
        return path.parent.parent.name
    return path.stem


def read_bytes(path: Path, root: Path | None = None) -> bytes:
    """Return a submitted file's bytes.

    Raises:
        CannotBeRead: it is not there, is no regular file, is too large, or a link leads to it.
    """
    path = Path(os.path.abspath(path))  # what is looked at is what is opened: no link is hidden behind ..
    link = link_towards(path, root)
    if link is not None:
        which = "it" if link == path else f"the folder {link.name!r}"
        advice = "Hand in the file itself." if link == path else "Give the file by its own path."
        raise CannotBeRead(f"there is no readable file: {which} is a symbolic link, and links are not followed. {advice}")
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):  # a pipe or device that has no end
                raise CannotBeRead("there is no readable file (it is something else).")
            if status.st_size > MAX_BYTES:
                advice = "Clear its outputs and hand it in again."
                raise CannotBeRead(f"the file is larger than {MAX_BYTES >> 20} MB. {advice}")
            return file.read(MAX_BYTES)
    except FileNotFoundError:
        raise CannotBeRead(_missing(path)) from None
    except IsADirectoryError:
        raise CannotBeRead("there is no readable file (it is a folder).") from None
    except (OSError, ValueError) as error:  # a ValueError is a name that no file can have
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CannotBeRead(f"there is no readable file ({reason}).") from None


def link_towards(path: Path, root: Path | None = None) -> Path | None:
    """Return the outermost symbolic link on the student's part of the way to a file; links in / do not count."""
    path = Path(os.path.abspath(path))
    ways = [path, *path.parents]
    count = STUDENTS_LEVELS
    if root is not None:
        count = max(count, sum(Path(os.path.abspath(root)) in one.parents for one in ways))
    found = [one for one in ways[:count] if one.parent != one.parent.parent and one.is_symlink()]
    return found[-1] if found else None


def _missing(path: Path) -> str:
    """Say what was handed in instead."""
    others = sorted(other.name for other in path.parent.glob("*.ipynb"))
    instead = f"; {others[0]!r} was handed in. Give it the right name" if others else ". Check that it is there"
    return f"there is no readable file named {path.name!r}{instead} and hand it in again."
