"""`make scale`: what shows only over a whole class, or with several workers; writes benchmarks/results/scale-*; trusted side.

    python -m benchmarks.scale [memory] [linear] [workers] [class]      (make scale ARGS="memory --quick")

Each part has its budget in processor minutes (on a machine where the bare import takes 1.2 s): they are 38 together.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course.model import Course, find_course
from benchmarks.classes import mixed_class, solved_class
from benchmarks.measure import PLAIN, WAITS
from benchmarks.processes import BIN, ROOT, spent, tree_seconds
from benchmarks.results import REFERENCE_PLAIN
from benchmarks.scale_pages import page, picture

RESULTS = ROOT / "benchmarks" / "results"
CHEAP, USUAL = "warmup", "one_hidden_layer"
MANY_TESTS = "neuron_activations"  # of no training: one test costs about what another does
PATIENCE = 60.0  # seconds for a scheduler to come up


@dataclass(frozen=True)
class Sizes:
    """How much is measured: submissions for the memory, rounds and added cells for the lines, students a class."""

    along: int = 2000
    rounds: int = 5
    cells: int = 200
    workers: tuple[int, ...] = (1, 2, 4)
    shared: int = 40  # submissions that the workers share
    students: int = 400


QUICK = Sizes(along=12, rounds=1, cells=10, workers=(1,), shared=2, students=2)


@dataclass(frozen=True)
class Part:
    """One thing to measure: what it is called, the processor minutes that it may take, and how."""

    title: str
    minutes: float
    measure: Callable[[Course, Sizes, Path], dict[str, Any]]


def memory(kit: Course, sizes: Sizes, folder: Path) -> dict[str, Any]:
    """Read what one judge holds while it grades submission after submission of a cheap assignment."""
    return {"assignment": CHEAP, "readings": _task("along", CHEAP, sizes.along)}


def linear(kit: Course, sizes: Sizes, folder: Path) -> dict[str, Any]:
    """Read what a submission costs with more tests, and with more cells of a student's own."""
    tests, cells = _task("tests", MANY_TESTS, sizes.rounds), _task("cells", CHEAP, sizes.cells)
    return {"assignment": f"{MANY_TESTS} (tests), {CHEAP} (cells)", "tests": tests, "cells": cells}


def workers(kit: Course, sizes: Sizes, folder: Path) -> dict[str, Any]:
    """Time one class with more and more processes: the pool's, and workers of a Dask cluster on this machine."""
    runs = []
    for number in sizes.workers:
        course = solved_class(kit, folder / f"jobs{number}", CHEAP, sizes.shared)
        runs.append({"kind": "--jobs", "workers": number, **_autograde(course, CHEAP, "--jobs", str(number))})
    missing = _dask_missing()
    for number in () if missing else sizes.workers:
        course = solved_class(kit, folder / f"dask{number}", CHEAP, sizes.shared)
        with _cluster(number, folder) as address:
            runs.append({"kind": "--dask", "workers": number, **_autograde(course, CHEAP, "--dask", address)})
    return {"assignment": CHEAP, "students": sizes.shared, "runs": runs, "missing": missing}


def whole_class(kit: Course, sizes: Sizes, folder: Path) -> dict[str, Any]:
    """Grade a whole made-up class with all its accidents, as an instructor does, and as it is again when nothing changed."""
    course = mixed_class(kit, folder / "class", USUAL, sizes.students)
    runs = [{"kind": kind, **_autograde(course, USUAL)} for kind in ("first", "again")]
    return {"assignment": USUAL, "students": sizes.students, "runs": runs}


PARTS = {
    "memory": Part("Memory and what the system lends, over one judge's submissions", 14, memory),
    "linear": Part("Time against tests and cells", 2, linear),
    "workers": Part("One class with 1, 2 and 4 workers", 6, workers),
    "class": Part("A made-up class of 400", 16, whole_class),
}


def _task(task: str, name: str, number: int) -> Any:
    return json.loads(spent([sys.executable, "-m", "benchmarks.scale_tasks", task, name, str(number)], ROOT).printed)


def _autograde(course: Course, name: str, *options: str) -> dict[str, float]:
    """Return the seconds of the clock that a class run takes, and of the processors, workers elsewhere included."""
    before, started = tree_seconds(), time.perf_counter()
    command = [BIN / "autograder", "autograde", name, "--course", course.root, *options]
    spent(command, also=(WAITS,))
    return {"clock": time.perf_counter() - started, "cpu": tree_seconds() - before}


def _dask_missing() -> str:
    """Return why there is no Dask here; nothing where there is."""
    found = subprocess.run([sys.executable, "-c", "import distributed"], capture_output=True, check=False)
    return "" if found.returncode == 0 else "Dask is not installed here: pip install -e '.[dask]'"


@contextlib.contextmanager
def _cluster(number: int, folder: Path) -> Iterator[str]:
    """Start a scheduler and so many workers, each a process with one thread; end them afterwards."""
    place = folder / f"scheduler{number}.json"
    common = ["--scheduler-file", str(place)]
    start: list[Sequence[str]] = [
        ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", *common],
        *[["distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", *common]] * number,
    ]
    running: list[subprocess.Popen[bytes]] = []
    try:
        for arguments in start:
            command = [sys.executable, "-m", *arguments]
            running.append(subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            _wait_for(place)
        yield json.loads(place.read_text(encoding="utf-8"))["address"]
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait(PATIENCE)


def _wait_for(place: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not place.is_file():
        if time.monotonic() > end:
            raise TimeoutError("the Dask scheduler did not come up")
        time.sleep(0.1)


def main() -> None:
    """Measure the parts that are named, or all, and write each when it is done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; by default all")
    parser.add_argument("--quick", action="store_true", help="little of each, to see that it works")
    parser.add_argument("--into", default=RESULTS, type=Path, help="the folder for tables and pictures")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}: choose from {', '.join(PARTS)}")
    options.into.mkdir(parents=True, exist_ok=True)
    sizes = QUICK if options.quick else Sizes()
    for name in options.parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="scale-") as folder:
            text = measured(name, sizes, Path(folder), options.into)
        print(text, flush=True)


def measured(name: str, sizes: Sizes, folder: Path, into: Path) -> str:
    """Measure one part, write its figures, its page and its picture, and return the page."""
    part, before, started = PARTS[name], tree_seconds(), time.perf_counter()
    plain = min(spent([sys.executable, "-c", PLAIN]).seconds for _ in range(2))
    found = part.measure(find_course(ROOT), sizes, folder)
    found |= {"bare_import": plain, "scaled": REFERENCE_PLAIN / plain, "cores": os.cpu_count(), "load": os.getloadavg()[1]}
    found |= {"minutes": (tree_seconds() - before) / 60, "clock": time.perf_counter() - started}
    (into / f"scale-{name}.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    picture(name, found, into / f"scale-{name}.svg")
    text = page(name, part.title, part.minutes, found)
    (into / f"scale-{name}.md").write_text(text, encoding="utf-8")
    return text


if __name__ == "__main__":
    main()
