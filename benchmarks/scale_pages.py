"""Writes what `benchmarks.scale` measured as Markdown pages and pictures; trusted side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

COLOUR = "#4477aa"
Found = dict[str, Any]
Points = Sequence[tuple[float, float]]


def line_through(points: Points) -> tuple[float, float, float]:
    """Return the straight line that fits best (what there is at zero, and a unit's share) and how far R² it explains."""
    x, y = np.array(points, dtype=float).T
    slope, start = np.polyfit(x, y, 1)
    spread = float(np.sum((y - y.mean()) ** 2))
    left = float(np.sum((y - start - slope * x) ** 2))
    return float(start), float(slope), 1.0 - left / spread if spread else 1.0


def page(name: str, title: str, minutes: float, found: Found) -> str:
    """Return the page of one part."""
    lines = [f"# {title}", "", f"Made by `python -m benchmarks.scale {name}`; do not edit. Assignment: {found['assignment']}."]
    lines += ["", *_TABLES[name](found), ""]
    bare = f"the bare import took {found['bare_import']:.2f} CPU-s (times {found['scaled']:.2f} gives scaled seconds)"
    lines.append(f"{found['cores']} cores, load {found['load']:.1f}; {bare}.")
    lines.append(f"The run took {found['minutes']:.1f} CPU-minutes (budget: {minutes:g}), {found['clock']:.0f} s of the clock.")
    return "\n".join(lines) + "\n"


def _memory(found: Found) -> Iterator[str]:
    yield "| submissions | CPU-s so far | judge, MiB | zygote, MiB | judge's descriptors | below it | processes below | files |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|"
    for one in found["readings"]:
        held = f"{one['judge']:.1f} | {one['zygote']:.1f} | {one['descriptors']} | {one['zygote_descriptors']}"
        yield f"| {one['submissions']} | {one['seconds']:.1f} | {held} | {one['processes']} | {one['files']} |"
    _, slope, fit = line_through(_seconds(found))
    yield ""
    yield f"Time against submissions: {slope:.3f} CPU-s a submission (R² of the straight line {fit:.4f})."
    late = [one for one in found["readings"] if one["submissions"] >= found["readings"][-1]["submissions"] / 4]
    for key in ("judge", "zygote"):
        grown = line_through([(one["submissions"], one[key]) for one in late])[1] if len(late) > 1 else 0.0
        yield f"The {key}'s memory in the last three quarters: {round(1000 * grown, 2) + 0.0:+.2f} MiB a thousand submissions."


def _seconds(found: Found) -> Points:
    return [(one["submissions"], one["seconds"]) for one in found["readings"]]


def _linear(found: Found) -> Iterator[str]:
    for key, what in (("tests", "hidden tests"), ("cells", "cells of a student's own")):
        start, slope, fit = line_through(found[key])
        yield f"| {what} | CPU-s |"
        yield "|---:|---:|"
        yield from (f"| {count:.0f} | {seconds:.3f} |" for count, seconds in found[key])
        yield ""
        yield f"A straight line: {start:.3f} CPU-s and {1000 * slope:.2f} ms for each (R² {fit:.3f})."
        yield ""


def _runs(found: Found) -> Iterator[str]:
    yield "| | workers | seconds of the clock | CPU-s | submissions a minute |"
    yield "|---|---:|---:|---:|---:|"
    for one in found["runs"]:
        rate = 60 * found["students"] / one["clock"]
        yield f"| `{one['kind']}` | {one.get('workers', '')} | {one['clock']:.1f} | {one['cpu']:.1f} | {rate:.0f} |"
    yield ""
    yield f"{found['students']} submissions; a run's start is part of it."
    if found.get("missing"):
        yield f"Not measured: {found['missing']}."


_TABLES: dict[str, Callable[[Found], Iterator[str]]] = {
    "memory": _memory,
    "linear": _linear,
    "workers": _runs,
    "class": _runs,
}


def picture(name: str, found: Found, path: Path) -> None:
    """Write the picture of one part."""
    mpl.rcParams["svg.hashsalt"] = "scale"  # the same figures give the same file
    figure, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
    if name == "memory":
        _line(axes[0], _seconds(found), "submissions", "CPU seconds so far")
        for key in ("judge", "zygote"):
            axes[1].plot([one["submissions"] for one in found["readings"]], [one[key] for one in found["readings"]], label=key)
        axes[1].set(xlabel="submissions", ylabel="private memory (MiB)")
        axes[1].set_ylim(bottom=0)
        axes[1].legend()
    elif name == "linear":
        _line(axes[0], found["tests"], "hidden tests", "CPU seconds")
        _line(axes[1], found["cells"], "cells of a student's own", "CPU seconds")
    else:
        names = [f"{one['kind']} {one.get('workers', '')}".strip() for one in found["runs"]]
        for one, (key, what) in zip(axes, (("clock", "seconds of the clock"), ("cpu", "CPU seconds")), strict=True):
            one.bar_label(one.bar(names, [run[key] for run in found["runs"]], color=COLOUR), fmt="%.1f")
            one.set_ylabel(what)
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def _line(axes: Axes, points: Points, along: str, up: str) -> None:
    start, slope, _ = line_through(points)
    x, y = np.array(points, dtype=float).T
    axes.plot(x, y, "o", color=COLOUR)
    axes.plot(x, start + slope * x, color="#999999")
    axes.set(xlabel=along, ylabel=up)
    axes.set_ylim(bottom=0)
