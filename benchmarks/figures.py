"""Draws every figure of the notebooks at two widths onto one page, for a person to look at; trusted side.

    python benchmarks/figures.py [NOTEBOOK ...]      (or: make figures)

It runs the source notebooks, solutions included, in this process, and writes `build/figures/index.html`: each figure as a
student with a wide window sees it, and beside it as one with a narrow window does.
"""

from __future__ import annotations

import contextlib
import html
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

from autograder.course.content import importable
from autograder.course.model import Assignment, Course, find_course

WIDE, NARROW = 1000, 420  # pixels on the page
SKIPPED = "precheck"  # looks for the student's own file
STYLE = (
    "figure{margin:1em 0} img{vertical-align:top;border:1px solid #ccc;height:auto} "
    f".wide{{max-width:{WIDE}px}} .narrow{{width:{NARROW}px}}"
)


def draw(assignment: Assignment, folder: Path) -> Iterator[tuple[str, str]]:
    """Run a notebook; yield the cell and the file of each figure that it draws.

    Raises:
        Exception: whatever a cell raises; the notebook must run from top to bottom.
    """
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in assignment.cells:
        if cell.kind != "code" or cell.grade_id == SKIPPED:
            continue
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(cell.source, f"<{assignment.name}: {cell.grade_id}>", "exec"), names)
        for count, number in enumerate(plt.get_fignums()):
            path = folder / f"{assignment.name}-{cell.grade_id}-{count}.png"
            plt.figure(number).savefig(path, dpi=100)
            yield str(cell.grade_id), path.name
        plt.close("all")


def page(course: Course, names: list[str], folder: Path) -> str:
    """Return the page with all figures of these notebooks."""
    parts = [f"<!doctype html><meta charset='utf-8'><title>Figures</title><style>{STYLE}</style>"]
    for name in names:
        with importable(course.assignment(name)):
            parts.append(f"<h2>{html.escape(name)}</h2>")
            for cell, file in draw(course.assignment(name), folder):
                pictures = "".join(f"<img class='{size}' src='{file}' alt=''>" for size in ("wide", "narrow"))
                parts.append(f"<figure><figcaption>{html.escape(cell)}</figcaption>{pictures}</figure>")
            print(f"{name}: drawn", flush=True)
    return "\n".join(parts)


def main() -> None:
    """Write the page."""
    course = find_course(Path(__file__).parent)
    folder = course.root / "build" / "figures"
    folder.mkdir(parents=True, exist_ok=True)
    names = sys.argv[1:] or [*course.names(), *course.ungraded()]
    (folder / "index.html").write_text(page(course, names, folder), encoding="utf-8")
    print(folder / "index.html")


if __name__ == "__main__":
    main()
