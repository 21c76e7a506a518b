"""`make fuzz`: so many drawn frames, notebooks, values and reports, within bounds of memory, with the figures at the end.

    python -m tests.fuzz [--frames N] [--notebooks N] [--values N] [--reports N] [--minutes M] [--seed S]

Every trial has a seed of its own, so that a finding is repeated by `--only KIND --seed S`.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from rich.console import Console

from autograder.commands.progress import progress_bar

from .pieces import KINDS, Found, piece

LONG = {"frames": 10_000_000, "notebooks": 100_000, "values": 1_000_000, "reports": 100_000}
PIECE = {"frames": 20_000, "notebooks": 250, "values": 1_000, "reports": 500}
SHOWN = 20


def main() -> int:
    """Run what is asked for; returns 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Drawn frames, notebooks, values and reports.")
    for kind, count in LONG.items():
        parser.add_argument(f"--{kind}", type=int, default=count, help=f"how many (default {count:,})")
    parser.add_argument("--minutes", type=float, default=1e9, help="begin nothing new after so many")
    parser.add_argument("--seed", type=int, default=0, help="of the first trial of each kind")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--only", choices=KINDS, help="one trial of this kind, with its traceback")
    given = parser.parse_args()
    if given.only:
        KINDS[given.only](random.Random(f"{given.only} {given.seed}"))
        return 0
    return _report(_all({kind: getattr(given, kind) for kind in KINDS}, given.seed, given.jobs, 60 * given.minutes))


def _all(counts: Mapping[str, int], seed: int, jobs: int, seconds: float) -> list[Found]:
    """Run pieces of every kind in turn, so that a run that ends early has tried something of each."""
    pieces = [
        (start / counts[kind], kind, seed + start, min(PIECE[kind], counts[kind] - start))
        for kind in KINDS
        for start in range(0, counts[kind], PIECE[kind])
    ]
    until, found = time.monotonic() + seconds, list[Found]()
    label = "fuzzing"
    with (
        progress_bar(Console(stderr=True), label, len(pieces), lines_every=max(1, len(pieces) // 40)) as advance,
        ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), max_tasks_per_child=200) as pool,
    ):
        waiting, running = [one[1:] for one in sorted(pieces)][::-1], set[Future[Found]]()
        while running or waiting:
            while waiting and len(running) < 2 * jobs and time.monotonic() < until:
                running.add(pool.submit(piece, *waiting.pop()))
            if not running:
                break
            done = next(as_completed(running))
            running.discard(done)
            found.append(done.result())
            advance(None)
    return found


def _report(found: list[Found]) -> int:
    failed = False
    for kind in KINDS:
        own = [one for one in found if one.kind == kind]
        trials, seconds = sum(one.trials for one in own), sum(one.seconds for one in own)
        if not trials:
            continue
        failures = Counter[str]()
        seeds: dict[str, int] = {}
        for one in own:
            for text, numbers in one.failures.items():
                failures[text] += len(numbers)
                seeds.setdefault(text, numbers[0])
        most = max(one.memory for one in own) >> 20
        print(f"{kind}: {trials:,} tried, {sum(failures.values()):,} findings; {trials / seconds:,.0f} a CPU second, {most} MB")
        for text, count in failures.most_common(SHOWN):
            print(f"  {count:,} times, first --only {kind} --seed {seeds[text]}: {text}")
        failed |= bool(failures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
