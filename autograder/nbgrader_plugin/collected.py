"""Collects from nbgrader's exchange, where every student may write: no link, and nobody's fault ends it; trusted side.

nbgrader follows a link in a student's folder with the instructor's rights (to the solution, to another's work), lets a folder
that somebody else made replace a student's own, and stops for everybody at a name without a time, a pipe, or 100 MB.
"""

from __future__ import annotations

import datetime
import logging
import os
import pwd
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nbgrader.exchange.default.collect import ExchangeCollect

from autograder.submission.plain_files import plain_files

_path_to_record = ExchangeCollect._path_to_record
_init_src = ExchangeCollect.init_src
_sort_by_timestamp = ExchangeCollect._sort_by_timestamp
_copy_files = ExchangeCollect.copy_files
_do_copy = ExchangeCollect.do_copy
_EACH = "Processing 1 submissions"
_CHUNK = 1 << 20


def mend_collect() -> None:
    """Put our versions in the place of nbgrader's; doing it twice changes nothing."""
    ExchangeCollect._path_to_record = _read_record
    ExchangeCollect.init_src = _init_src_without_others
    ExchangeCollect._sort_by_timestamp = _sort_own_first
    ExchangeCollect.copy_files = _copy_each_alone
    ExchangeCollect.do_copy = _copy_plain_files


def _read_record(self: Any, path: str) -> dict[str, Any]:
    """Return what a folder's name says; whose it is, is None where it is no folder, or the name holds no time."""
    try:
        about = os.lstat(path)
        if not stat.S_ISDIR(about.st_mode):
            raise ValueError("it is no folder")
        record: dict[str, Any] = _path_to_record(self, path)
    except Exception as error:  # every student can make a folder there, and call it anything
        self.log.warning("%r in the exchange is passed over: %s", os.path.basename(path), error)
        return {"username": None, "filename": os.path.basename(path), "timestamp": datetime.datetime.min}
    return {**record, "others": self.check_owner and _name_of(about.st_uid) != record["username"]}


def _name_of(user: int) -> str | None:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return None


def _sort_own_first(self: Any, records: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the newest first; what somebody else left in a student's name counts only where the student left nothing."""
    own = [record for record in records if not record.get("others")]
    found: list[dict[str, Any]] = _sort_by_timestamp(self, own or records)
    return found


def _init_src_without_others(self: Any) -> None:
    _init_src(self)
    self.src_records = [record for record in self.src_records if record["username"] is not None]


def _copy_each_alone(self: Any) -> None:
    """Copy one student's folder after another; one that goes or closes meanwhile costs nobody else."""
    records = self.src_records
    if not records:
        _copy_files(self)  # which says so
        return
    log = getattr(self.log, "logger", self.log)
    log.info("Processing %d submissions of %r", len(records), self.coursedir.assignment_id)
    log.addFilter(_is_of_all)
    try:
        for record in records:
            self.src_records = [record]
            try:
                _copy_files(self)
            except OSError as error:
                log.error("%r was not collected: %s", record["username"], error)
    finally:
        log.removeFilter(_is_of_all)
        self.src_records = records


def _is_of_all(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith(_EACH)


def _copy_plain_files(self: Any, src: str, dest: str, log: Any = None) -> None:
    """Copy what nbgrader would, but plain files alone, and as many as its own limit on a folder has room for."""
    found, left_out = plain_files(src, self.coursedir.ignore)
    room = 1000 * self.coursedir.max_dir_size
    with tempfile.TemporaryDirectory(prefix="collected-") as folder:
        for path in found:
            relative = os.path.relpath(path, src)
            try:
                room -= _copied(src, relative, Path(folder, relative), room)
            except OSError:
                left_out += 1
        if left_out:
            self.log.warning("%s: %d files are not collected: links, pipes, unreadable, or more than is kept", src, left_out)
        os.chmod(folder, stat.S_IMODE(os.stat(src).st_mode) | 0o700)
        _do_copy(self, folder, dest)


def _copied(root: str, relative: str, target: Path, room: int) -> int:
    """Copy one file below a folder without following a link on the way; return its size.

    Raises:
        OSError: it is no plain file (any more), cannot be read, or is larger than there is room for.
    """
    *folders, name = relative.split(os.sep)
    place = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        for folder in folders:
            inner = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=place)
            os.close(place)
            place = inner
        file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=place)
    finally:
        os.close(place)
    with open(file, "rb") as source:
        about = os.fstat(file)
        if not stat.S_ISREG(about.st_mode) or about.st_size > room:
            raise OSError("no plain file that there is room for")
        target.parent.mkdir(parents=True, exist_ok=True)
        left = about.st_size
        with target.open("wb") as copy:
            while left > 0 and (chunk := source.read(min(left, _CHUNK))):
                left -= copy.write(chunk)
    os.chmod(target, stat.S_IMODE(about.st_mode) | 0o600)
    os.utime(target, ns=(about.st_atime_ns, about.st_mtime_ns))
    return about.st_size
