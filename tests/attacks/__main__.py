"""`make attacks`: every attack in every environment that this machine has, and the table in docs/threat-model.md.

A run that is stopped goes on where it was (`ledger.py`). An attack that only made something be lost is played again when
nothing else is, with patience: on a busy machine honest work is late as well.

The control runs as an ordinary user where it can, in folders of its own, within bounds of time and memory.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import Any

from rich.console import Console

from autograder.commands.progress import progress_bar
from tests.sandbox.prison import ORDINARY_UID, ROOT, python_for_ordinary_users

from . import suite
from .keeper import AGAIN, CONTROL
from .ledger import Ledger
from .suite import Attack
from .table import BESIDE_NOTE, write_table

ENVIRONMENTS = (("root", "strict"), ("root", "portable"), ("user", "strict"), ("user", "portable"))
NEEDED = frozenset("numpy ipython matplotlib msgpack pytest click rich jinja2 markupsafe mistune pygments".split())
SECONDS = 600.0  # only to tell a judge that hangs


@dataclass(frozen=True)
class Found:
    """How an attack succeeded; what was lost counts only where it is lost again when the attack is played alone."""

    reasons: list[str]
    lost: list[str]


class Keeper:
    """One environment: a keeper process that is started again where an attack ends it."""

    def __init__(self, user: str, level: str, python: str, folder: Path) -> None:
        self.user, self.level, self.python, self.folder, self.starts = user, level, python, folder, 0
        self.process: subprocess.Popen[str] | None = None
        self.refused: str | None = None

    def start(self) -> None:
        """Start the process in a new folder."""
        self.starts += 1
        own = self.folder / f"{self.user}-{self.level}-{self.starts}"
        own.mkdir(mode=0o755)
        as_other: dict[str, Any] = {}
        if self.user == "user" and os.geteuid() == 0:
            os.chown(own, ORDINARY_UID, ORDINARY_UID)
            as_other = {"user": ORDINARY_UID, "group": ORDINARY_UID, "extra_groups": []}
        environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(own), "TMPDIR": str(own)}
        environment |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
        self.process = subprocess.Popen(
            [self.python, "-B", "-m", "tests.attacks.keeper", self.level, str(own)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            cwd="/", env=environment, **as_other,
        )  # fmt: skip
        hello = self._answer()
        self.refused = hello.get("refused") if hello else "the keeper did not start"

    @property
    def name(self) -> str:
        """What the table calls it."""
        return CONTROL if self.level == CONTROL else f"{self.user}, {self.level}"

    def play(self, attack: Attack, *, patient: bool = False) -> Found:
        """Play one attack."""
        if self.process is None or self.process.poll() is not None:
            self.start()
        assert self.process is not None and self.process.stdin is not None
        print(f"{AGAIN if patient else ''}{attack.name}", file=self.process.stdin, flush=True)
        answer = self._answer()
        if answer is None:
            self.close()
            return Found([], ["the judge ended or hangs"])
        return Found(list(answer["reasons"]), list(answer["lost"]))

    def close(self) -> None:
        """End the process."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _answer(self) -> dict[str, Any] | None:
        assert self.process is not None and self.process.stdout is not None
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=lambda out: lines.put(out.readline()), args=(self.process.stdout,), daemon=True).start()
        try:
            answer: dict[str, Any] | None = json.loads(lines.get(timeout=SECONDS) or "null")
        except queue.Empty:
            return None
        return answer


@contextmanager
def environments() -> Iterator[list[Keeper]]:
    """Yield a keeper for each environment that this machine has, and the control."""
    with tempfile.TemporaryDirectory(prefix="attacks-") as text:
        folder = Path(text)
        folder.chmod(0o755)
        python: str | None = sys.executable
        if os.geteuid() == 0:
            (folder / "python").mkdir(mode=0o755)
            python = python_for_ordinary_users(folder / "python", NEEDED)
        users = {"root": sys.executable if os.geteuid() == 0 else None, "user": python}
        keepers = [Keeper(user, level, where, folder) for user, level in ENVIRONMENTS if (where := users[user])]
        if python:
            keepers.append(Keeper("user", CONTROL, python, folder))
        try:
            yield keepers
        finally:
            for keeper in keepers:
                keeper.close()


def play_all(keepers: Sequence[Keeper], attacks: Sequence[Attack], ledger: Ledger, jobs: int) -> None:
    """Play what has not been played; what may have been lost to a busy machine, again and alone."""
    waiting = {
        keeper.name: [one for one in _meant(keeper, attacks) if ledger.reasons(keeper.name, one) is None] for keeper in keepers
    }
    doubtful: list[tuple[Keeper, Attack]] = []
    total = sum(map(len, waiting.values()))
    with progress_bar(Console(stderr=True), "attacks", total, lines_every=50) as advance, ThreadPool(jobs) as pool:

        def play(keeper: Keeper) -> None:
            for attack in waiting[keeper.name]:
                found = keeper.play(attack)
                if found.lost and not found.reasons:
                    doubtful.append((keeper, attack))
                else:
                    _note(ledger, keeper, attack, found.reasons)
                advance(None)

        pool.map(play, keepers, chunksize=1)
    with progress_bar(Console(stderr=True), "again, alone", len(doubtful), lines_every=20) as advance:
        for keeper, attack in doubtful:
            found = keeper.play(attack, patient=True)
            _note(ledger, keeper, attack, found.reasons + found.lost)
            advance(None)


def _meant(keeper: Keeper, attacks: Sequence[Attack]) -> list[Attack]:
    """Return the attacks that are played in an environment: in the control those that bite there, by what they say."""
    return [one for one in attacks if one.bites or keeper.level != CONTROL]


def _note(ledger: Ledger, keeper: Keeper, attack: Attack, reasons: list[str]) -> None:
    ledger.note(keeper.name, attack, reasons)
    if reasons and keeper.level != CONTROL:
        print(f"{keeper.name}: {attack.name}: {'; '.join(reasons)}", file=sys.stderr, flush=True)
    if not reasons and keeper.level == CONTROL:
        print(f"control: {attack.name} does not bite", file=sys.stderr, flush=True)


def main() -> int:
    """Play everything that is new, write the table, and return 1 where an attack succeeded.

    Usage: `python -m tests.attacks [--jobs N] [FAMILY or FAMILY/NAME ...]`; with these, the table is left alone.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.attacks")
    parser.add_argument("families", nargs="*", help="play these alone, and leave the table as it is")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="environments at a time")
    given = parser.parse_args()
    attacks = [one for one in suite.attacks() if one.kind != suite.BESIDE]
    attacks = [one for one in attacks if not given.families or {one.family, one.name} & set(given.families)]
    ledger, results = Ledger(), dict[str, Mapping[str, list[str]]]()
    with environments() as keepers:
        for keeper in keepers:  # started one after another: starting changes what the process's children inherit
            keeper.start()
            if keeper.refused:
                print(f"{keeper.name}: {keeper.refused}", file=sys.stderr)
        there = [keeper for keeper in keepers if not keeper.refused]
        play_all(there, attacks, ledger, given.jobs)
        for keeper in there:
            found = {one.name: ledger.reasons(keeper.name, one) or [] for one in _meant(keeper, attacks)}
            results[keeper.name] = found
            print(f"{keeper.name}: {sum(map(bool, found.values()))} of {len(found)} succeeded", flush=True)
            for name, reasons in found.items():
                if reasons and keeper.level != CONTROL:
                    print(f"  {name}: {'; '.join(reasons)}", flush=True)
    if not given.families:
        write_table(ROOT / "docs" / "threat-model.md", attacks, results, ledger.product)
    print(BESIDE_NOTE)
    return int(any(reasons for name, found in results.items() if name != CONTROL for reasons in found.values()))


if __name__ == "__main__":
    sys.exit(main())
