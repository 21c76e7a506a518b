"""`make determinism`: everything that is shipped, graded again and again in several ways; and thousands in one run.

    python -m tests.determinism [--times N] [--orders N] [--mistakes N] [--many N] [--jobs N] [ASSIGNMENT ...]

Each way is a user (root, ordinary) and a level (strict, portable); a process of one way grades in several orders, and two run
at a time. What is compared
is the result's JSON and the cells' outputs, byte for byte, without the times. What was found stands in docs/threat-model.md.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import Any

from rich.console import Console

from autograder.commands.progress import progress_bar
from autograder.course.model import find_course
from tests.attacks.__main__ import NEEDED
from tests.engine import toy
from tests.sandbox.prison import ORDINARY_UID, ROOT, python_for_ordinary_users
from tests.tally import THREAT_MODEL, Tally, put

from .flat import grade_many, growth

LEGS = tuple(itertools.product(("root", "user"), ("strict", "portable")))


def main() -> int:
    """Grade, compare, and return 1 where anything differs or grows."""
    parser = argparse.ArgumentParser(prog="python -m tests.determinism")
    parser.add_argument("assignments", nargs="*")
    parser.add_argument("--times", type=int, default=200, help="how often each submission is graded, over all ways")
    parser.add_argument("--orders", type=int, default=10, help="in how many orders a process grades everything")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time")
    parser.add_argument("--mistakes", type=int, default=6, help="of the bank, an assignment")
    parser.add_argument("--many", type=int, default=5000, help="submissions in one run")
    given = parser.parse_args()
    names = given.assignments or [one.name for one in find_course(Path(__file__).resolve().parent).assignments()]
    tally = Tally("determinism")
    different = _compared(tally, names, given) if given.times else 0
    grown = _flat(tally, given.many) if given.many else []
    put(THREAT_MODEL, "determinism", _lines(tally))
    return int(bool(different or grown))


def _lines(tally: Tally) -> list[str]:
    """Return what all runs have found."""
    compared = [one for one in tally.entries if one["kind"] == "compared"]
    flat = max((one for one in tally.entries if one["kind"] == "flat"), key=lambda one: one["count"], default=None)
    lines = []
    if compared:
        gradings, differ = sum(one["gradings"] for one in compared), sum(one["differ"] for one in compared)
        ways = max(one["ways"] for one in compared)
        of = ", ".join(sorted({name for one in compared for name in one["of"]}))
        most = max(one["submissions"] for one in compared)
        what = f"{most} submissions (released, solved, with known mistakes) of {of} were graded {gradings:,} times in all"
        what = f"{what}, in {ways} ways (user, isolation level) and in other orders"
        lines.append(f"- **The same result**: {what}: {differ} differ in anything but the times.")
    if flat is not None:
        held = ", ".join(f"{flat[name]} {name}" for name in ("descriptors", "processes", "threads", "files"))
        memory = f"{flat['early'] >> 20} MB of memory after a quarter, {flat['late'] >> 20} MB at the end"
        grown = "; ".join(flat["grown"]) or "nothing has grown"
        lines.append(
            f"- **No leak**: {flat['count']:,} submissions in one run, no two alike: {grown}; {memory}; {held} at the end."
        )
    return [*lines, "", tally.measured_at()] if lines else ["Not run yet."]


def _compared(tally: Tally, names: list[str], given: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="determinism-") as text:
        folder = Path(text)
        folder.chmod(0o755)
        needed = NEEDED | {"scikit-learn", "jupytext", "nbformat"}
        python = python_for_ordinary_users(folder, needed) if os.geteuid() == 0 else None
        possible = {"root": os.geteuid() == 0, "user": python is not None}
        ways = [way for way in LEGS if possible[way[0]]]
        ways = ways or [("as we are", level) for _, level in LEGS[:2]]
        orders = min(given.orders, given.times)
        legs = [(*ways[number % len(ways)], number) for number in range(-(-given.times // orders))]
        found: dict[str, dict[str, list[str]]] = {}

        def graded(leg: tuple[str, str, int]) -> tuple[tuple[str, str, int], list[tuple[str, str]]]:
            return leg, _leg(leg, python, folder, [given.mistakes, orders], names)

        label = "grading again"
        with ThreadPool(given.jobs) as pool, progress_bar(Console(stderr=True), label, len(legs), lines_every=4) as advance:
            for leg, digests in pool.imap_unordered(graded, legs):
                for name, digest in digests:
                    found.setdefault(name, {}).setdefault(digest, []).append(" ".join(map(str, leg)))
                advance(None)
    different = {name: digests for name, digests in found.items() if len(digests) > 1}
    for name, digests in sorted(different.items()):
        print(f"{name} differs: {' | '.join(f'{len(legs)} times, as by {legs[0]}' for legs in digests.values())}")
    gradings = sum(len(legs) for digests in found.values() for legs in digests.values())
    print(f"{len(found)} submissions graded {gradings} times in {len(ways)} ways: {len(different)} differ")
    assignments = sorted({name.partition("/")[0] for name in found})
    tally.add(kind="compared", submissions=len(found), gradings=gradings, ways=len(ways), differ=len(different), of=assignments)
    return len(different)


def _leg(
    leg: tuple[str, str, int], python: str | None, folder: Path, numbers: list[int], names: list[str]
) -> list[tuple[str, str]]:
    user, level, seed = leg
    as_other: dict[str, Any] = {}
    home = folder / f"home_{seed}"
    home.mkdir()
    if user == "user":
        os.chown(home, ORDINARY_UID, ORDINARY_UID)
        as_other = {"user": ORDINARY_UID, "group": ORDINARY_UID, "extra_groups": []}
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'course' / 'handout'}", "PATH": "/usr/bin:/bin", "HOME": str(home)}
    environment |= {"TMPDIR": str(home), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    executable = python if user == "user" and python else sys.executable
    command = [executable, "-B", "-m", "tests.determinism.leg", level, *map(str, [seed, *numbers]), *names]
    done = subprocess.run(command, env=environment, cwd="/", capture_output=True, text=True, check=False, **as_other)
    if done.returncode != 0:
        raise RuntimeError(f"{leg}: {done.stderr[-2000:]}")
    return [pair for line in done.stdout.splitlines() for pair in json.loads(line).items()]


def _flat(tally: Tally, count: int) -> list[str]:
    label = "one run"
    with (
        tempfile.TemporaryDirectory(prefix="flat-") as folder,
        progress_bar(Console(stderr=True), label, count, lines_every=max(1, count // 20)) as advance,
    ):
        found = grade_many(toy.write_course(Path(folder)).assignment(toy.NAME), count, advance)
    for name, one in (("early", found[len(found) // 4]), ("at the end", found[-1])):
        counts = f"{one.descriptors} descriptors, {one.processes} processes, {one.threads} threads, {one.files} files"
        print(f"{name}: {one.memory / (1 << 20):.1f} MB, {counts}")
    grown = growth(found)
    print(f"{count} submissions in one run: {'; '.join(grown) or 'nothing has grown'}")
    late = asdict(found[-1])
    tally.add(kind="flat", count=count, grown=grown, early=found[len(found) // 4].memory, late=late.pop("memory"), **late)
    return grown


if __name__ == "__main__":
    sys.exit(main())
