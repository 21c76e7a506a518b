"""Finds folders of zygotes whose judge was killed, so that the next one removes them; trusted side.

A judge holds a lock on a file in its folder as long as it lives. The kernel lets go of it however the judge ends, and knows it
across containers that share /tmp, where process numbers would not do.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

PREFIX = "autograder-"
LOCK = "lock"
_NAME = re.compile(rf"{PREFIX}[a-z0-9_]{{8}}")  # as mkdtemp makes them
_PARTS = {"root", "home", "used", "box"}
YOUNG_SECONDS = 60.0  # a folder that is just being made has no lock yet


def hold(folder: Path) -> int:
    """Mark a folder as in use until the descriptor that is returned is closed, or this process ends."""
    descriptor = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return descriptor


def abandoned(place: Path) -> Iterator[Path]:
    """Yield the folders of this user whose judge is no more."""
    for folder in place.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # gone meanwhile, or somebody else's
            locked = (folder / LOCK).exists()
            if not locked and not _is_a_rest(folder):
                continue
            status = (folder / LOCK if locked else folder).lstat()
            age = abs(time.time() - status.st_mtime)  # the clock may have been put back meanwhile: nothing is made tomorrow
            if status.st_uid == os.geteuid() and age > YOUNG_SECONDS and (not locked or _free(folder / LOCK)):
                yield folder


def _is_a_rest(folder: Path) -> bool:
    """Say whether a folder without a lock is one of ours whose making or removal was cut short, and not somebody's own."""
    return _NAME.fullmatch(folder.name) is not None and not folder.is_symlink() and set(os.listdir(folder)) <= _PARTS


def _free(lock: Path) -> bool:
    descriptor = os.open(lock, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True
