"""Draws what was measured: cost of a submission, memory along a class, time against submissions; trusted side."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from benchmarks.measure import Measured

COLOUR = "#4477aa"


def draw(found: Measured, path: Path) -> None:
    """Write the picture."""
    mpl.rcParams["svg.hashsalt"] = "bench"  # the same figures give the same file
    figure, (left, middle, right) = plt.subplots(1, 3, figsize=(16, 4.5), width_ratios=(3, 2, 2), layout="constrained")
    _costs(left, found)
    _memory(middle, found)
    right.plot([row[0] for row in found.along], [row[1] for row in found.along], marker="o", color=COLOUR)
    right.set_xlabel("submissions graded")
    right.set_ylabel("CPU seconds so far")
    right.set_title("Time against submissions: a straight line")
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def _costs(axes: Axes, found: Measured) -> None:
    shown = [row for row in found.rows.values() if row.key != "plain"][::-1]
    names = [row.name.replace("`", "").partition(" (")[0] for row in shown]
    bars = axes.barh(names, [row.each for row in shown], color=COLOUR)
    axes.bar_label(bars, [f"{row.each:.2f}" for row in shown], padding=3)
    axes.set_xscale("log")
    axes.margins(x=0.15)
    axes.set_xlabel("CPU seconds a submission (logarithmic)")
    axes.set_title(f"{found.assignment}: what a submission costs")


def _memory(axes: Axes, found: Measured) -> None:
    for column, label in ((2, "judge"), (3, "zygote")):
        axes.plot([row[0] for row in found.along], [row[column] for row in found.along], marker="o", label=label)
    axes.set_ylim(bottom=0)
    axes.set_xlabel("submissions graded")
    axes.set_ylabel("private memory (MiB)")
    axes.set_title("Memory along a class")
    axes.legend()
