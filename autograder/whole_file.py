"""Files that are written whole or not at all; trusted side."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


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
