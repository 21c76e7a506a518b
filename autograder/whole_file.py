"""Files that are written whole or not at all; trusted side."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

from autograder.errors import UsageError

_HANDED_IN = (".ipynb", ".py")
_NO_DRAFT = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EROFS)  # a file that others own the folder of, or mounted by itself


def write_whole(path: Path, data: bytes | str, *, mode: int = 0o600) -> None:
    """Put data (text as UTF-8) in a file's place at one stroke: a reader, or a crash, finds the old file or the new one.

    The folder is made where it is missing. Where the write fails (OSError: a full disk, a closed folder), the old file stands
    and no draft is left beside it. `mode` is the new file's, whatever the old one's was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
        os.chmod(draft, mode)
        os.replace(draft, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise


def write_wanted(path: Path, data: bytes | str, remedy: str = "Choose another place.", *, mode: int | None = None) -> None:
    """Write a file that somebody asked a command for: whole or not at all, wherever that can be.

    What is no file (/dev/stdout, a pipe) is written to, and so is a file in a folder where none can be made. What a link
    leads to is replaced. Without a `mode` the file keeps its own, and a new one gets what is usual.

    Raises:
        UsageError: it cannot be written; `remedy` says what to do then.
    """
    refuse_to_overwrite(path)
    try:
        _write(path if _is_no_file(path) else Path(os.path.realpath(path)), data, mode)
    except (OSError, ValueError) as error:  # a ValueError is a name that no file can have
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UsageError(f"{path} cannot be written: {reason}. {remedy}") from error


def refuse_to_overwrite(*paths: Path | None) -> None:
    """Refuse a report's place where a notebook or a Python file lies: with a name too few, it is what was to be graded.

    Raises:
        UsageError: there is one.
    """
    for path in paths:
        if path is not None and path.name.lower().endswith(_HANDED_IN) and os.path.lexists(path):
            remedy = "Name another file to write to, before those that are read; or take this one away."
            raise UsageError(f"{path} is there already, and is no report: it was not overwritten. {remedy}")


def _write(path: Path, data: bytes | str, mode: int | None) -> None:
    if not _is_no_file(path):
        file = path.is_file()
        try:
            return write_whole(path, data, mode=mode or (stat.S_IMODE(path.stat().st_mode) if file else _usual_mode()))
        except OSError as error:
            if not file or error.errno not in _NO_DRAFT:
                raise
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return None


def _is_no_file(path: Path) -> bool:
    return path.exists() and (not path.is_file() or path.absolute().parts[1] in ("dev", "proc"))


def _usual_mode() -> int:
    mask = os.umask(0o077)  # there is no other way to ask
    os.umask(mask)
    return 0o666 & ~mask
