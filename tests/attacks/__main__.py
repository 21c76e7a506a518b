"""`make attacks`: every attack in every environment that this machine has, and the table in docs/threat-model.md.

The control runs as an ordinary user where it can, in folders of its own, within bounds of time and memory.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import Any

from tests.sandbox.prison import ORDINARY_UID, ROOT, python_for_ordinary_users

from . import suite
from .keeper import CONTROL
from .suite import Attack
from .table import BESIDE_NOTE, write_table

ENVIRONMENTS = (("root", "strict"), ("root", "portable"), ("user", "strict"), ("user", "portable"))
NEEDED = frozenset("numpy ipython matplotlib msgpack pytest click rich jinja2 markupsafe mistune pygments".split())
SECONDS = 600.0  # only to tell a judge that hangs


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

    def reasons(self, attack: Attack) -> list[str]:
        """Return how the attack succeeded."""
        if self.process is None or self.process.poll() is not None:
            self.start()
        assert self.process is not None and self.process.stdin is not None
        print(attack.name, file=self.process.stdin, flush=True)
        answer = self._answer()
        if answer is None:
            self.close()
            return ["the judge ended or hangs"]
        return list(answer["reasons"])

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


def try_all(keeper: Keeper, attacks: Sequence[Attack]) -> Mapping[str, list[str]] | None:
    """Return how each attack succeeded in one environment, or None where there is no such environment here."""
    if keeper.refused:
        print(f"{keeper.user} {keeper.level}: {keeper.refused}", file=sys.stderr)
        return None
    found = {}
    for attack in attacks:
        found[attack.name] = keeper.reasons(attack)
        if found[attack.name] and keeper.level != CONTROL:
            print(f"{keeper.user} {keeper.level}: {attack.name}: {'; '.join(found[attack.name])}", file=sys.stderr, flush=True)
        if not found[attack.name] and keeper.level == CONTROL:
            print(f"control: {attack.name} does not bite", file=sys.stderr, flush=True)
    return found


def main() -> int:
    """Run everything, write the table, and return 1 where an attack succeeded."""
    wanted = sys.argv[1:]
    attacks = [one for one in suite.attacks() if one.kind != suite.BESIDE and (not wanted or one.family in wanted)]
    results: dict[str, Mapping[str, list[str]]] = {}
    with environments() as keepers:
        for keeper in keepers:  # started one after another: starting changes what the process's children inherit
            keeper.start()
        bite = [one for one in attacks if one.bites]
        tasks = [(keeper, bite if keeper.level == CONTROL else attacks) for keeper in keepers]
        with ThreadPool(len(tasks)) as pool:
            outcomes = pool.starmap(try_all, tasks, chunksize=1)
        for keeper, found in zip(keepers, outcomes, strict=True):
            if found is not None:
                name = CONTROL if keeper.level == CONTROL else f"{keeper.user}, {keeper.level}"
                results[name] = found
                print(f"{name}: {sum(map(bool, found.values()))} of {len(found)} succeeded", flush=True)
    if not wanted:
        write_table(ROOT / "docs" / "threat-model.md", attacks, results)
    print(BESIDE_NOTE)
    return int(any(reasons for name, found in results.items() if name != CONTROL for reasons in found.values()))


if __name__ == "__main__":
    sys.exit(main())
