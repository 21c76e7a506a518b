"""How far a class run scales: measured with a few processes, and simulated from measured costs for many; trusted side.

    python -m benchmarks.scaling            (after make bench: it reads benchmarks/results/one_hidden_layer.json)

The simulation is a model, and says so: each submission costs what a measured one did, drawn with replacement; some take many
times as long (stragglers); the one writer records in the order of arrival.
"""

from __future__ import annotations

import heapq
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.processes import ROOT
from benchmarks.results import REFERENCE_PLAIN

RESULTS = ROOT / "benchmarks" / "results"
SEED = 11
STRAGGLERS, TIMES = 0.01, 10.0  # of a hundred submissions one takes ten times as long: a slow machine, an endless loop
SUBMISSIONS, CORES = (2_000, 20_000, 100_000), (1, 2, 4, 16, 64, 200)
SLOWEST = 50.0  # seconds: a submission's deadline ends what takes longer


@dataclass(frozen=True)
class Costs:
    """What was measured, in seconds on one core."""

    each: Sequence[float]  # of judging, a submission
    record: float  # by the one writer, a submission
    start: float  # once a judge


@dataclass(frozen=True)
class Run:
    """What a simulated class run took."""

    submissions: int
    cores: int
    makespan: float
    busy: float  # core seconds that judged
    written: float  # seconds that the writer was at work

    @property
    def efficiency(self) -> float:
        """What share of the cores' time was judging."""
        return self.busy / (self.cores * self.makespan)

    @property
    def limit(self) -> str:
        """Name what the run waited for."""
        return "the one writer" if self.written > 0.9 * self.makespan else "judging"


def simulate(costs: Costs, submissions: int, cores: int) -> Run:
    """Play a run: whoever is free takes the next submission, and the writer records what has come in."""
    dice = np.random.default_rng(SEED)
    took = dice.choice(np.asarray(costs.each), submissions)
    took = np.minimum(np.where(dice.random(submissions) < STRAGGLERS, took * TIMES, took), SLOWEST)
    free = [costs.start] * cores
    arrived = []
    for seconds in took:
        end = heapq.heappop(free) + float(seconds)
        heapq.heappush(free, end)
        arrived.append(end)
    written = 0.0
    for end in sorted(arrived):
        written = max(written, end) + costs.record
    return Run(submissions, cores, max(written, *free), float(took.sum()), submissions * costs.record)


def measured_costs(path: Path) -> Costs:
    """Read what `make bench` has measured, in seconds of the reference machine.

    What the writer takes is at most what a class run takes over the judge: pictures that the judge draws are in that.
    """
    found = json.loads(path.read_text(encoding="utf-8"))
    rows = found["rows"]
    times = {key: REFERENCE_PLAIN * row["each"] / row["plain"] for key, row in rows.items()}
    each = [REFERENCE_PLAIN * seconds / rows["judge_mixed"]["plain"] for seconds in found["students"]]
    start = REFERENCE_PLAIN * rows["judge"]["start"] / rows["judge"]["plain"]
    return Costs(each, max(0.0, times["solved"] - times["judge"]), start)


def table(costs: Costs) -> str:
    """Return the simulated runs as Markdown."""
    lines = [
        "| submissions | cores | hours | core-hours of judging | of the cores' time | waits for |",
        "|---:|---:|---:|---:|---:|---|",
    ]
    for submissions in SUBMISSIONS:
        for cores in CORES:
            run = simulate(costs, submissions, cores)
            hours, busy = run.makespan / 3600, run.busy / 3600
            lines.append(f"| {submissions:,} | {cores} | {hours:.2f} | {busy:.1f} | {run.efficiency:.0%} | {run.limit} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, and write it beside the measured one."""
    name = sys.argv[1] if len(sys.argv) > 1 else "one_hidden_layer"
    costs = measured_costs(RESULTS / f"{name}.json")
    head = [
        f"# {name}: many submissions on many cores, simulated",
        "",
        f"Made by `python -m benchmarks.scaling`; a model, not a measurement: {len(costs.each)} measured submissions drawn",
        f"with replacement (mean {np.mean(costs.each):.2f} s), one of {1 / STRAGGLERS:.0f} taking {TIMES:g} times as long,",
        f"{costs.start:.1f} s to start a judge, {costs.record:.2f} s a row for the one writer;",
        f"in seconds of a machine where the bare import takes {REFERENCE_PLAIN}.",
    ]
    text = "\n".join(head) + "\n\n" + table(costs) + "\n"
    (RESULTS / f"{name}-scaling.md").write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
