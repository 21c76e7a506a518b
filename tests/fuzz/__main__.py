"""`make fuzz`: so many drawn frames, notebooks, values and reports, within bounds of memory; figures in docs/threat-model.md.

    python -m tests.fuzz [--frames N] [--notebooks N] [--values N] [--reports N] [--minutes M] [--jobs N]

Every trial has a seed of its own, so that a finding is repeated by `--only KIND --seed S`; its traceback lies in build/fuzz.
What was tried is kept there too: a run that is stopped goes on where it was, until as much was tried as is asked for.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from rich.console import Console

from autograder.commands.progress import progress_bar
from tests.tally import THREAT_MODEL, Tally, put

from . import frames, values
from .pieces import KINDS, Found, piece

LONG = {"frames": 10_000_000, "notebooks": 100_000, "values": 1_000_000, "reports": 100_000}
PIECE = {"frames": 10_000, "notebooks": 500, "values": 200, "reports": 1000}  # trials
A_TRIAL = {"frames": frames.FRAMES, "values": values.TRIED}  # how much one of them tries
GUIDED = "guided frames"  # `python -m tests.fuzz.guided`
ENDED = "the process ended"


@dataclass(frozen=True)
class Piece:
    """Trials of one kind with seeds in a row."""

    kind: str
    seed: int
    count: int


def main() -> int:
    """Run what is missing of what is asked for; returns 1 where anything was found at this state of the engine."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Drawn frames, notebooks, values and reports.")
    for kind, count in LONG.items():
        parser.add_argument(f"--{kind}", type=int, default=count, help=f"how many in all (default {count:,})")
    parser.add_argument("--minutes", type=float, default=1e9, help="begin nothing new after so many")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--only", choices=KINDS, help="one trial of this kind, with its traceback")
    parser.add_argument("--seed", type=int, default=0, help="of the trial with --only")
    given = parser.parse_args()
    if given.only:
        KINDS[given.only](random.Random(f"{given.only} {given.seed}"))
        return 0
    tally = Tally("fuzz")
    pieces = missing(tally, {kind: getattr(given, kind) for kind in KINDS})
    label = "fuzzing"
    with progress_bar(Console(stderr=True), label, len(pieces), lines_every=max(1, len(pieces) // 40)) as advance:
        for one, found in tried(pieces, given.jobs, time.monotonic() + 60 * given.minutes):
            keep(tally, one, found)
            advance(None)
    lines = table(tally)
    print("\n".join(lines))
    put(THREAT_MODEL, "fuzz", lines)
    return int(any(entry["failures"] for entry in tally.entries if entry["state"] == tally.state))


def missing(tally: Tally, counts: Mapping[str, int]) -> list[Piece]:
    """Return what is left to try, every kind in turn, so that a run that ends early has tried something of each."""
    found = []
    for kind, count in counts.items():
        own = [entry for entry in tally.entries if entry["kind"] == kind]
        first = max((entry["seed"] + entry["count"] for entry in own), default=0)
        left = -(-(count - sum(entry["tried"] for entry in own)) // A_TRIAL.get(kind, 1))
        starts = range(0, max(0, left), PIECE[kind])
        found += [(start / left, Piece(kind, first + start, min(PIECE[kind], left - start))) for start in starts]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def tried(pieces: list[Piece], jobs: int, until: float) -> Iterator[tuple[Piece, Found]]:
    """Yield each piece with what it found; a process that is ended by a trial is a finding, and another takes its place."""
    waiting = pieces[::-1]
    while waiting and time.monotonic() < until:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), max_tasks_per_child=200) as pool:
            running: dict[Future[Found], Piece] = {}
            broken = False
            while running or (waiting and not broken and time.monotonic() < until):
                while waiting and not broken and len(running) < jobs and time.monotonic() < until:
                    one = waiting.pop()
                    running[pool.submit(piece, one.kind, one.seed, one.count)] = one
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    one = running.pop(future)
                    try:
                        yield one, future.result()
                    except BrokenProcessPool:
                        broken = True
                        yield one, Found(one.kind, failures={ENDED: [one.seed]})


def keep(tally: Tally, one: Piece, found: Found) -> None:
    """Note what was tried, and write what was found into a file of its own, with the command that repeats it."""
    tally.add(
        kind=one.kind, seed=one.seed, count=one.count, tried=found.trials, seconds=round(found.seconds, 2),
        memory=found.memory, failures=found.failures,
    )  # fmt: skip
    for failure, seeds in found.failures.items():
        place = tally.place.parent / "findings" / f"{one.kind}-{seeds[0]}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        command = f"python -m tests.fuzz --only {one.kind} --seed {seeds[0]}"
        place.write_text(f"{command}\n{failure}\n\n{found.traces.get(failure, '')}", encoding="utf-8", errors="replace")
        print(f"{failure}\n  {command}", flush=True)


def table(tally: Tally) -> list[str]:
    """Return the figures of all runs."""
    rows = ["| Drawn | tried | findings | a CPU second | most memory of a process |", "|---|---:|---:|---:|---:|"]
    for kind in [*KINDS, GUIDED]:
        own = [entry for entry in tally.entries if entry["kind"] == kind]
        if not own:
            continue
        count, seconds = sum(entry["tried"] for entry in own), sum(entry["seconds"] for entry in own)
        most = max(entry["memory"] for entry in own) >> 20
        failures = Counter[str]()
        for entry in own:
            failures.update({text: len(seeds) for text, seeds in entry["failures"].items()})
        rows.append(f"| {kind} | {count:,} | {failures.total():,} | {count / max(seconds, 1e-9):,.0f} | {most} MB |")
    return [*rows, "", tally.measured_at()]


if __name__ == "__main__":
    sys.exit(main())
