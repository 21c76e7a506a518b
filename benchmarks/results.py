"""Writes what was measured as a Markdown table, with each target and whether it is met; trusted side."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from benchmarks.measure import Measured

REFERENCE_PLAIN = 0.45  # CPU-s of the bare import on the machine that the absolute targets were set for


@dataclass(frozen=True)
class Target:
    """What was aimed at, in one unit, beside what was measured; `least` where more is better."""

    name: str
    wanted: float
    measured: float
    least: bool = False

    @property
    def met(self) -> bool:
        """Is it?"""
        return self.measured >= self.wanted if self.least else self.measured <= self.wanted


def targets(found: Measured) -> Iterator[Target]:
    """Yield every target; each cost counts in bare imports, measured beside it."""
    each = {key: REFERENCE_PLAIN * row.times for key, row in found.rows.items()}
    start, dearest = found.rows["solved"], found.rows["judge_mixed"]
    yield Target("the judge on a solved notebook, times the bare process", 1.25, each["judge"] / each["floor"])
    yield Target("a made-up class, mean, scaled CPU-s a submission", 0.4, each["mixed"])
    yield Target("a made-up class, the dearest, scaled CPU-s", 3.0, REFERENCE_PLAIN * max(found.students) / dearest.plain)
    yield Target("`autograder autograde` over the judge, scaled CPU-s", 0.15, each["solved"] - each["judge"])
    yield Target("one file from cold, scaled CPU-s", 1.5, each["cold"])
    yield Target("start of a class run, scaled CPU-s", 2.5, REFERENCE_PLAIN * (start.start or 0.0) / start.plain)
    if "watch" in each:
        yield Target("`grade --watch`, from the save to the verdict, scaled seconds of the clock", 0.3, each["watch"])
    for peer, least in (("stock", 25.0), ("otter", 50.0)):
        for kind in ("solved", "mixed"):
            if f"{peer}_{kind}" in each:
                yield Target(f"times faster than {peer}, {kind}", least, each[f"{peer}_{kind}"] / each[kind], least=True)
    yield Target("a worker's own memory, MiB", 60.0, found.worker)
    yield Target("the judge's memory, last over first reading", 1.1, _growth(found, 2))
    yield Target("the zygote's memory, last over first reading", 1.1, _growth(found, 3))


def _growth(found: Measured, column: int) -> float:
    """Return by how much memory has grown since the first readings, as a factor."""
    first, last = found.along[min(1, len(found.along) - 1)], found.along[-1]
    return last[column] / first[column] if first[column] else 1.0


def table(found: Measured, seconds: float, load: float) -> str:
    """Return the page."""
    floor = found.rows["floor"].times
    lines = [f"# {found.assignment}: what a submission costs", "", "Made by `make bench`; do not edit. Processor seconds", ""]
    lines[2] += (
        " (user and system) of every process of a run. A busy machine changes from minute to minute: beside each stands what"
    )
    lines[2] += " the bare import took just then, and ratios compare in that unit. Scaled means: on a machine where it takes"
    lines[2] += f" {REFERENCE_PLAIN} CPU-s."
    lines += ["| | CPU-s a submission | bare import | times the bare process | CPU-s once | submissions |"]
    lines += ["|---|---:|---:|---:|---:|---:|"]
    for row in found.rows.values():
        once = "" if row.start is None else f"{row.start:.2f}"
        times = "" if row.key == "plain" else f"{row.times / floor:.1f}"
        lines.append(f"| {row.name} | {row.each:.3f} | {row.plain:.2f} | {times} | {once} | {row.submissions} |")
    lines += ["", "| target | wanted | measured | met |", "|---|---:|---:|---|"]
    lines += [_target_line(one) for one in targets(found)]
    lines += ["", *_remarks(found), "", _machine(seconds, load)]
    return "\n".join(lines) + "\n"


def _target_line(one: Target) -> str:
    sign = "at least" if one.least else "at most"
    return f"| {one.name} | {sign} {one.wanted:g} | {one.measured:.2f} | {'yes' if one.met else 'no'} |"


def _remarks(found: Measured) -> Iterator[str]:
    """Yield what the tables do not say."""
    costs = found.students
    yield f"Of the made-up class, the median cost {statistics.median(costs):.2f} CPU-s, the dearest {max(costs):.2f}."
    first, last = found.along[min(1, len(found.along) - 1)], found.along[-1]
    shown = f"the judge {first[2]:.1f} and {last[2]:.1f} MiB, its zygote {first[3]:.1f} and {last[3]:.1f} MiB"
    yield f"Private memory after {first[0]:.0f} and after {last[0]:.0f} submissions: {shown}."
    yield "The other graders grade the ordinary part of the made-up class: without those that hang, crash or cannot be read."
    for peer, why in found.missing.items():
        yield f"Not measured: {peer} ({why.splitlines()[-1] if why else 'no reason'})."


def _machine(seconds: float, load: float) -> str:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f}"
    return f"Measured on {datetime.now(UTC):%Y-%m-%d} on {machine}; the run took {seconds:.0f} s."
