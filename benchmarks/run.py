"""`make bench`: measures grading, beside a bare process and other graders, and writes benchmarks/results/; trusted side."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path

from autograder.course.model import find_course
from benchmarks.measure import QUICK, Measured, Sizes, load, measure
from benchmarks.plots import draw
from benchmarks.processes import ROOT
from benchmarks.results import table

RESULTS = ROOT / "benchmarks" / "results"


def main() -> None:
    """Measure and write."""
    options = _options()
    sizes = QUICK if options.quick else Sizes()
    if options.students:
        sizes = replace(sizes, mixed=options.students, judge=options.students)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for found in measure(find_course(ROOT), options.assignment, sizes, Path(folder), lambda text: print(text, flush=True)):
            text = _write(found, Path(options.into), time.perf_counter() - started)
    print(text, end="")


def _write(found: Measured, into: Path, seconds: float) -> str:
    """Write what there is so far: a run that is stopped during the other graders has measured the kit."""
    into.mkdir(parents=True, exist_ok=True)
    text = table(found, seconds, load())
    (into / f"{found.assignment}.md").write_text(text, encoding="utf-8")
    (into / f"{found.assignment}.json").write_text(json.dumps(asdict(found), indent=1) + "\n", encoding="utf-8")
    draw(found, into / f"{found.assignment}.svg")
    return text


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("assignment", nargs="?", default="one_hidden_layer")
    parser.add_argument("--students", type=int, help="how large the made-up class is, and how long memory is watched")
    parser.add_argument("--quick", action="store_true", help="a few submissions of each, to see that it works")
    parser.add_argument("--into", default=RESULTS, help="the folder for the table and the plot")
    return parser.parse_args()


if __name__ == "__main__":
    main()
