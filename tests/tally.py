"""What long runs have found so far, kept below build/ so that counts add up over runs, and their figures in a docs page."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
THREAT_MODEL = ROOT / "docs" / "threat-model.md"


def engine_digest(*others: Path) -> str:
    """Return a short digest of the engine and of these other files: the state that something was measured at."""
    digest = hashlib.sha256(sys.version.encode())
    engine = (path for path in (ROOT / "autograder").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for path in sorted([*engine, *others]):
        if path.suffix != ".md":
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


class Tally:
    """Entries of one kind of run, a line each; every entry bears the state of the engine that it was found at."""

    def __init__(self, name: str, place: Path | None = None) -> None:
        self.place, self.state = place or ROOT / "build" / name / "tally.jsonl", engine_digest()
        self.entries = list[Mapping[str, Any]]()
        if self.place.exists():
            whole = self.place.read_text(encoding="utf-8").split("\n")[:-1]  # a line that a kill cut short is played again
            self.entries = [json.loads(line) for line in whole]

    def add(self, **entry: Any) -> None:
        """Keep one entry, on disk at once."""
        entry["state"] = self.state
        self.entries.append(entry)
        self.place.parent.mkdir(parents=True, exist_ok=True)
        with self.place.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")

    def measured_at(self) -> str:
        """Return a sentence that says at which states of the engine the entries were found."""
        states = list(dict.fromkeys(entry["state"] for entry in self.entries))
        version = sys.version.split()[0]
        if len(states) == 1:
            return f"Measured at state {states[0]} of the engine, with Python {version}."
        own = sum(entry["state"] == states[-1] for entry in self.entries) / max(1, len(self.entries))
        return (
            f"Measured at {len(states)} states of the engine, {own:.0%} of it at the last, {states[-1]}; with Python {version}."
        )


def put(page: Path, label: str, lines: Sequence[str]) -> None:
    """Write lines between the two comments of a page that name the command `make LABEL`.

    Raises:
        ValueError: the page has no such place.
    """
    begin, end = f"<!-- {label}: written by `make {label}` -->", f"<!-- end of {label} -->"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    if not after:
        raise ValueError(f"{page} has no place for these figures: {begin} ... {end}")
    page.write_text("\n".join((f"{before}{begin}", *lines, f"{end}{after}")), encoding="utf-8")
