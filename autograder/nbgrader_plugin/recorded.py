"""What a graded notebook says it was made of; trusted side."""

from __future__ import annotations

import json
from pathlib import Path

from autograder.result import from_json


def recorded_key(path: Path) -> str | None:
    """Return the key of the judgement in a graded notebook; None where there is none, or recording it was never finished."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))["metadata"]["autograder"]
        return str(data["key"]) if "result" in data else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def standing_key(path: Path) -> str | None:
    """Return that key where the judgement stands: what the kit could not judge is a row that waits for the next run."""
    try:
        result = from_json(json.loads(path.read_text(encoding="utf-8"))["metadata"]["autograder"]["result"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return None if result.broken else recorded_key(path)


def recorded_digest(path: Path) -> str | None:
    """Return the digest of the submission that a graded notebook was made of; None likewise."""
    key = recorded_key(path)
    return key.partition("-")[0] if key else None
