"""Measures everything in one run: each figure is of the same machine in the same state as the others; trusted side."""

from __future__ import annotations

import json
import os
import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.course.model import Course
from benchmarks import peers
from benchmarks.classes import mixed_class, notebooks, ordinary_part, solved_class
from benchmarks.processes import BIN, ROOT, CommandFailed, spent

PLAIN = "import numpy, matplotlib.pyplot, IPython"
ROUNDS = 2  # of what is measured once: the least counts
WAITS = 3  # `autograder autograde` ends with it where a row waits for a person
Say = Callable[[str], None]
Add = Callable[[str, str, float, float | None, int], None]


@dataclass(frozen=True)
class Sizes:
    """How many submissions each figure is measured with."""

    floor: int = 10
    judge: int = 20
    solved: int = 6
    mixed: int = 12
    peers: int = 1


QUICK = Sizes(2, 2, 2, 3, 1)


@dataclass(frozen=True)
class Row:
    """One way of grading: processor seconds a submission, once for the start, and of how many submissions."""

    key: str
    name: str
    each: float
    start: float | None
    submissions: int
    plain: float  # what the bare import took beside it: the machine is not the same all the time

    @property
    def times(self) -> float:
        """What a submission costs, in bare imports."""
        return self.each / self.plain


@dataclass
class Measured:
    """All figures of one run."""

    assignment: str
    rows: dict[str, Row] = field(default_factory=dict)
    students: list[float] = field(default_factory=list)  # of the made-up class, each
    along: list[list[float]] = field(default_factory=list)  # submissions, seconds so far, MiB of judge and zygote
    worker: float = 0.0  # MiB that a worker has for itself
    calls: int = 0
    missing: dict[str, str] = field(default_factory=dict)  # what could not be measured, and why


def measure(kit: Course, name: str, sizes: Sizes, folder: Path, say: Say) -> Iterator[Measured]:
    """Measure everything; yield what there is when the kit is measured, and again after each of the others, which take long."""
    found = Measured(name)
    add = _adder(found, say)
    add("plain", f"a bare `{PLAIN}`", _plain(), None, 1)
    bare = _task("floor", name, sizes.floor)
    found.calls = int(bare["calls"])
    add("floor", f"bare process: the cells and the same {found.calls} hidden calls", bare["each"], None, sizes.floor)
    judged = _task("judge", name, sizes.judge)
    found.along, found.worker = judged["along"], judged["worker"]
    add("judge", "the judge, solved", judged["each"], judged["start"], sizes.judge)
    _class_runs(kit, name, sizes, folder, found, add)
    add(
        "cold",
        "`autograder grade`, one solved file from cold",
        min(spent([BIN / "autograder", "grade", kit.source(name)]).seconds for _ in range(ROUNDS)),
        None,
        1,
    )
    add("watch", "`grade --watch`, one exercise changed (seconds of the clock)", _task("watch", name, ROUNDS), None, 1)
    yield found
    for peer in (_stock, _otter):
        try:
            peer(kit, name, sizes, folder, add)
        except (peers.NoPeer, CommandFailed) as error:
            found.missing[peer.__name__.strip("_")] = str(error)[-500:]
        yield found


def _adder(found: Measured, say: Say) -> Add:
    def add(key: str, name: str, each: float, start: float | None, submissions: int) -> None:
        found.rows[key] = row = Row(key, name, each, start, submissions, _plain())
        say(f"{name}: {each:.3f} CPU-s a submission, {row.times:.3f} of a bare import")

    return add


def _plain() -> float:
    return min(spent([sys.executable, "-c", PLAIN]).seconds for _ in range(ROUNDS))


def _task(task: str, name: str, argument: object) -> Any:
    """Run one of `tasks.py` in a process of its own."""
    return json.loads(spent([sys.executable, "-m", "benchmarks.tasks", task, name, str(argument)], ROOT).printed)


def _class_runs(kit: Course, name: str, sizes: Sizes, folder: Path, found: Measured, add: Add) -> None:
    """Measure `autograder autograde`: what a submission costs is the difference between a class of many and a class of one."""
    one, many = (_autograde(solved_class(kit, folder / f"solved{count}", name, count), name) for count in (1, 1 + sizes.solved))
    each = (many - one) / sizes.solved
    start = one - each
    add("solved", "`autograder autograde`, solved", each, start, 1 + sizes.solved)
    made_up = mixed_class(kit, folder / "mixed", name, sizes.mixed)
    found.students = _task("students", name, made_up.root)
    count = len(found.students)
    add("judge_mixed", "the judge, a made-up class", statistics.mean(found.students), None, count)
    start *= _plain() / found.rows["solved"].plain  # as it would be now
    add("mixed", "`autograder autograde`, a made-up class", (_autograde(made_up, name) - start) / count, start, count)


def _autograde(course: Course, name: str) -> float:
    command = [BIN / "autograder", "autograde", name, "--jobs", "1", "--course", course.root]
    return spent(command, also=(WAITS,)).seconds


def _stock(kit: Course, name: str, sizes: Sizes, folder: Path, add: Add) -> None:
    """Measure nbgrader's own autograde; it starts a kernel a notebook, and what it takes once is small beside that."""
    for kind, course in _peer_classes(kit, name, sizes, folder / "stock"):
        count = len(notebooks(course, name))
        each = peers.stock_nbgrader(course, name) / count
        add(f"stock_{kind}", f"stock `nbgrader autograde`, {kind} (study cells run as well)", each, None, count)


def _otter(kit: Course, name: str, sizes: Sizes, folder: Path, add: Add) -> None:
    peers.install_otter()
    for kind, course in _peer_classes(kit, name, sizes, folder / "otter"):
        work = folder / "otter" / f"run_{kind}"
        costs = peers.otter_run(course, peers.otter_assignment(kit, name, work), notebooks(course, name), work)
        add(f"otter_{kind}", f"`otter run`, {kind} (study cells run as well)", statistics.mean(costs), None, len(costs))


def _peer_classes(kit: Course, name: str, sizes: Sizes, folder: Path) -> list[tuple[str, Course]]:
    """Return a solved class, and the first of the made-up class that other graders can grade at all."""
    folder.mkdir(parents=True, exist_ok=True)
    solved = solved_class(kit, folder / "solved", name, sizes.peers)
    return [("solved", solved), ("mixed", ordinary_part(kit, folder / "mixed", name, sizes.mixed, sizes.peers))]


def load() -> float:
    """Return how many processes wanted a processor lately."""
    return os.getloadavg()[1]
