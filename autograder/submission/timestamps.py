"""Reads when a submission was handed in, from nbgrader's timestamp.txt; one that is none is a remark; trusted side."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from autograder.submission.file import CannotBeRead, read_bytes
from autograder.submission.text import decode

FILE = "timestamp.txt"
MAX_BYTES = 1000
MAX_QUOTED = 40
CLOCKS_DIFFER = timedelta(days=1)


def read_timestamp(folder: Path) -> tuple[datetime | None, str | None]:
    """Return when the submission in this folder was handed in, in UTC and naive as the gradebook has it, and a remark."""
    path = folder / FILE
    if not os.path.lexists(path):
        return None, None
    try:
        text = decode(read_bytes(path)[:MAX_BYTES]).strip()
    except CannotBeRead:
        return None, f"When it was handed in is not known: {FILE} is no readable file."
    if not text:
        return None, None
    try:
        when = _parsed(text)
    except Exception:  # dateutil's errors on a text that is no time are many
        quoted = " ".join(text.split())
        quoted = quoted if len(quoted) <= MAX_QUOTED else f"{quoted[:MAX_QUOTED]}..."
        return None, f"When it was handed in is not known: {FILE} says {quoted!r}."
    if when > datetime.now(UTC).replace(tzinfo=None) + CLOCKS_DIFFER:
        return when, f"It was handed in at a time that has not come yet: {FILE} says {when:%Y-%m-%d %H:%M} UTC."
    return when, None


def _parsed(text: str) -> datetime:
    from nbgrader.utils import parse_utc  # here, because it takes a while to import

    when = parse_utc(text)
    if not isinstance(when, datetime):
        raise ValueError(text)
    return when
