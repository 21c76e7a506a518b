"""`make faults N=200`: so many spoilt class runs, of every kind in turn; prints what was lost, which is to be nothing."""

from __future__ import annotations

import argparse
import os
import sys

from rich.console import Console

from autograder.commands.progress import progress_bar

from .plan import FAULTS, NEEDS_ROOT
from .play import Playground


def main() -> int:
    """Play the faults; returns 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="of the first")
    parser.add_argument("--only", choices=FAULTS)
    given = parser.parse_args()
    kinds = [given.only] if given.only else [name for name in FAULTS if os.geteuid() == 0 or name not in NEEDS_ROOT]
    played, wrong = dict.fromkeys(kinds, 0), list[str]()
    with (
        Playground() as playground,
        progress_bar(Console(stderr=True), "faults", given.times, lines_every=5) as advance,
    ):
        for number in range(given.times):
            name = kinds[number % len(kinds)]
            found = playground.play(name, given.seed + number)
            for one in found:
                print(one, flush=True)
            wrong += found
            played[name] += 1
            advance(None)
    for name, count in played.items():
        print(f"{name}: {count} times")
    print(f"{sum(played.values())} spoilt runs, {len(wrong)} complaints")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
