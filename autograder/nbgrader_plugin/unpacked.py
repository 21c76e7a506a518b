"""Unpacks what an LMS gives: its own archive whole, students' archives within bounds, and what fails alone; trusted side.

nbgrader ends the collection of the whole class at a file that is called hw.zip and is no archive, unpacks 300 GB from 300 KB,
and unpacks an archive that holds itself without an end.
"""

from __future__ import annotations

import os
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from autograder.submission.file import MAX_BYTES
from autograder.submission.plain_files import MAX_FILES, MAX_IN_ALL

MAX_WITHIN = 3  # archives in archives
_CHUNK = 1 << 20

Warn = Callable[[str], object]
Member = tuple[str, Callable[[], IO[bytes] | None]]


@dataclass
class Room:
    """What may still be unpacked."""

    files: float = MAX_FILES
    bytes: float = MAX_IN_ALL


class _Full(Exception):
    """There is no room for more."""


def unpack(archive: Path, folder: Path, endings: Sequence[str], warn: Warn) -> None:
    """Unpack an archive into a folder, and each archive within it into a folder of its own beside it.

    Only plain files are made, and only below the folder. What cannot be unpacked is left out, and `warn` is told.
    """
    for file in _unpack(archive, folder, Room(float("inf"), float("inf")), warn):
        if file.suffix in endings:
            _unpack_within(file, endings, Room(), warn, 1)


def folder_of(archive: Path) -> Path:
    """Return the folder that an archive is unpacked into: work.zip and work.tar.gz into work."""
    plain = archive.with_suffix("")
    return plain.with_suffix("") if plain.suffix == ".tar" else plain


def _unpack_within(archive: Path, endings: Sequence[str], room: Room, warn: Warn, level: int) -> None:
    for file in _unpack(archive, folder_of(archive), room, warn):
        if file.suffix not in endings:
            continue
        if level < MAX_WITHIN:
            _unpack_within(file, endings, room, warn, level + 1)
        else:
            warn(f"{file} is left as it is: it is an archive in too many others.")


def _unpack(archive: Path, folder: Path, room: Room, warn: Warn) -> list[Path]:
    """Unpack one archive; return the files that were made."""
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, opened in _members(archive):
            try:
                made.append(_write(_path(folder, name), opened, room))
            except _Full:
                raise
            except Exception as error:  # a student's archive: anything can be wrong with it, and the others go on
                warn(f"{name!r} in {archive} is left out: {error or type(error).__name__}")
    except _Full:
        warn(f"What else is in {archive} is left out: it holds more than {MAX_FILES:,} files or {MAX_IN_ALL >> 20} MB.")
    except Exception as error:
        warn(f"{archive} cannot be unpacked, and is left as it is: {error or type(error).__name__}")
    return made


def _members(archive: Path) -> Iterator[Member]:
    """Yield the plain files in an archive.

    Raises:
        ValueError: a member is too large to go past it.
        Exception: whatever zipfile and tarfile make of a file that is no archive.
    """
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as opened:
            for info in opened.infolist():
                if not info.is_dir():
                    yield info.filename, lambda info=info: opened.open(info)  # type: ignore[misc]  # called at once
        return
    with tarfile.open(archive) as tar:
        for one in tar:
            if one.size > MAX_BYTES:  # what follows can only be reached through it
                raise ValueError(f"{one.name!r} in it is larger than {MAX_BYTES >> 20} MB")
            if one.isreg():
                yield one.name, lambda one=one: tar.extractfile(one)  # type: ignore[misc]  # called at once


def _path(folder: Path, name: str) -> Path:
    """Return where a member goes.

    Raises:
        ValueError: its name leads out of the folder.
    """
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if name.startswith("/") or not parts or ".." in parts or any(os.sep in part or "\0" in part for part in parts):
        raise ValueError("its name leads nowhere below the archive's folder")
    return folder.joinpath(*parts)


def _write(path: Path, opened: Callable[[], IO[bytes] | None], room: Room) -> Path:
    """Write one member, as far as there is room; of several with one name the last stays.

    Raises:
        _Full: there is no room for it.
        ValueError: it is too large.
    """
    room.files -= 1
    if room.files < 0:
        raise _Full
    source = opened()
    if source is None:
        raise ValueError("it is no file")
    path.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with source, path.open("wb") as target:
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            room.bytes -= len(chunk)
            if size > MAX_BYTES or room.bytes < 0:
                break
            target.write(chunk)
    if room.bytes < 0 or size > MAX_BYTES:
        path.unlink()
        if room.bytes < 0:
            raise _Full
        raise ValueError(f"it is larger than {MAX_BYTES >> 20} MB")
    return path
