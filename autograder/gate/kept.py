"""Keeps the parts of a long measurement, so that it goes on where it was stopped; trusted side.

A part is kept under a digest of all that it depends on, the measuring code included: a part that was measured at another
state is never read again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from autograder.course.digest import deciding_files
from autograder.course.model import Assignment
from autograder.course.secret import FOLDER
from autograder.gate.held_out import HeldOut, Pair
from autograder.whole_file import write_whole

_MEASURING = ("held_out.py", "held_out_session.py", "stand_in.py")
_ROWS = {kind.__name__: kind for kind in (HeldOut, Pair)}


@dataclass(frozen=True)
class Part:
    """A part of a measurement: what was measured, on which day, and in how many seconds of computing."""

    rows: tuple[HeldOut | Pair, ...]
    day: str
    seconds: float


class Kept:
    """The kept parts of one assignment's measurement, at the state that it and the engine are in now."""

    def __init__(self, assignment: Assignment) -> None:
        self._folder = assignment.course.root / FOLDER / "measured"
        self._state = f"{assignment.name}-{state_digest(assignment)}"

    def find(self, part: str) -> Part | None:
        """Return a part, if it is there; what cannot be read is measured again."""
        try:
            found = json.loads(self._path(part).read_text(encoding="utf-8"))
            return Part(tuple(map(_row, found["rows"])), str(found["day"]), float(found["seconds"]))
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def keep(self, part: str, rows: Sequence[HeldOut | Pair], seconds: float) -> Part:
        """Write a part down, whole or not at all, and return it."""
        kept = Part(tuple(rows), date.today().isoformat(), seconds)
        told = [{"kind": type(row).__name__, **asdict(row)} for row in rows]
        write_whole(self._path(part), json.dumps({"rows": told, "day": kept.day, "seconds": seconds}))
        return kept

    def _path(self, part: str) -> Path:
        return self._folder / f"{self._state}-{part}.json"


def state_digest(assignment: Assignment) -> str:
    """Return a digest of everything that a measurement of this assignment depends on."""
    digest = hashlib.sha256()
    measuring = [(f"gate/{name}", Path(__file__).with_name(name)) for name in _MEASURING]
    for place, path in (*deciding_files(assignment), *measuring):
        digest.update(place.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _row(told: Mapping[str, Any]) -> HeldOut | Pair:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items() if name != "kind"
    }
    return _ROWS[str(told["kind"])](**values)
