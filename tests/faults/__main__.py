"""`make faults N=200`: class runs that are spoilt, of every kind in turn, until so many were played; prints what was lost.

    python -m tests.faults [--times N] [--minutes M] [--only FAULT [--seed S]]

What was played is kept in build/faults: a run that is stopped goes on where it was, and the figures of all runs stand in
docs/threat-model.md. With a seed, one play is repeated, and nothing is written.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter

from rich.console import Console

from autograder.commands.progress import progress_bar
from tests.tally import THREAT_MODEL, Tally, put

from .plan import FAULTS, NEEDS_ROOT
from .play import Playground


def main() -> int:
    """Play the faults; returns 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="how many faults in all, those of earlier runs among them")
    parser.add_argument("--minutes", type=float, default=1e9, help="begin nothing new after so many")
    parser.add_argument("--only", choices=FAULTS)
    parser.add_argument("--seed", type=int, help="repeat one play, of --only")
    given = parser.parse_args()
    kinds = [given.only] if given.only else [name for name in FAULTS if os.geteuid() == 0 or name not in NEEDS_ROOT]
    if given.seed is not None:
        with Playground() as playground:
            found = playground.play(kinds[0], given.seed)
        print("\n".join(found) or "nothing is lost")
        return int(bool(found))
    tally = Tally("faults")
    _play(tally, kinds, given.times, time.monotonic() + 60 * given.minutes)
    lines = _table(tally)
    print("\n".join(lines))
    if not given.only:
        put(THREAT_MODEL, "faults", lines)
    return int(any(entry["complaints"] for entry in tally.entries if entry["state"] == tally.state))


def _play(tally: Tally, kinds: list[str], times: int, until: float) -> None:
    """Play the kind of which there have been fewest faults so far, until there were as many or the time is over."""
    played, struck = Counter(entry["fault"] for entry in tally.entries), _struck(tally)
    struck.update(dict.fromkeys(kinds, 0))
    done = sum(struck[name] for name in kinds)
    if done >= times or time.monotonic() >= until:
        return
    with Playground() as playground, progress_bar(Console(stderr=True), "faults", times - done, lines_every=10) as advance:
        while sum(struck[name] for name in kinds) < times and time.monotonic() < until:
            name = min(kinds, key=lambda one: struck[one])
            before = playground.struck
            complaints = playground.play(name, played[name])
            print("\n".join(complaints), end="\n" if complaints else "", flush=True)
            found = playground.struck - before
            tally.add(fault=name, seed=played[name], struck=found, complaints=complaints)
            played[name] += 1
            struck[name] += found
            for _ in range(found):
                advance(None)


def _struck(tally: Tally) -> Counter[str]:
    """Return how many faults there have been of each kind: some plays have several."""
    found = Counter[str]()
    for entry in tally.entries:
        found[entry["fault"]] += entry.get("struck", 1)
    return found


def _table(tally: Tally) -> list[str]:
    played = Counter[str](entry["fault"] for entry in tally.entries)
    wrong = Counter[str](entry["fault"] for entry in tally.entries if entry["complaints"])
    struck = _struck(tally)
    rows = [f"| {name} | {played[name]} | {struck[name]} | {wrong[name]} |" for name in FAULTS if played[name]]
    total = f"| **all** | {played.total()} | {struck.total()} | {wrong.total()} |"
    head = ["| A class run during which | played | faults | something lost or left |", "|---|---:|---:|---:|"]
    return [*head, *rows, total, "", tally.measured_at()]


if __name__ == "__main__":
    sys.exit(main())
