"""What became of each attack in each environment, kept below build/ so that a run which was stopped goes on where it was.

An entry is found by the digest of the case, of the environment and of the product: after a change of any of them, the
attack is played again.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterable
from pathlib import Path

from tests.tally import ROOT, engine_digest

from .suite import Attack

PLAYS = ("control", "keeper", "shown", "suite", "target", "trial")  # the modules that decide what becomes of an attack
PLACE = ROOT / "build" / "attacks" / "results.jsonl"


def product_digest() -> str:
    """Return a digest of everything that is attacked, and of what attacks it: the engine, and the suite without its cases."""
    suite = (ROOT / "tests" / "attacks" / f"{name}.py" for name in PLAYS)
    return engine_digest(*suite, *(ROOT / "tests" / "engine" / name for name in ("toy.py", "handmade.py")))


class Ledger:
    """How each attack succeeded, by environment; every entry is written as soon as it is known."""

    def __init__(self, place: Path = PLACE) -> None:
        self.place, self.product = place, product_digest()
        self._lock = threading.Lock()
        self._known: dict[str, list[str]] = {}
        place.parent.mkdir(parents=True, exist_ok=True)
        for line in place.read_text(encoding="utf-8").split("\n")[:-1] if place.exists() else ():
            entry = json.loads(line)
            self._known[entry["key"]] = entry["reasons"]

    def reasons(self, environment: str, attack: Attack) -> list[str] | None:
        """Return how an attack succeeded, or None where it has not been played."""
        return self._known.get(self._key(environment, attack))

    def note(self, environment: str, attack: Attack, reasons: Iterable[str]) -> None:
        """Remember how an attack succeeded."""
        key, found = self._key(environment, attack), list(reasons)
        line = json.dumps({"key": key, "environment": environment, "attack": attack.name, "reasons": found})
        with self._lock:
            self._known[key] = found
            with self.place.open("a", encoding="utf-8") as file:
                file.write(line + "\n")

    def _key(self, environment: str, attack: Attack) -> str:
        return hashlib.sha256("\0".join((self.product, environment, attack.name, attack.text)).encode()).hexdigest()
