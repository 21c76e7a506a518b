"""One grader that grades thousands of submissions: what it holds at the end is what it held near the beginning."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.course.model import Assignment
from autograder.grading.grader import Grader, GradingSettings
from autograder.submission.read import Submission, SubmittedCell
from autograder.worker.deadlines import Deadlines
from tests.engine import handmade
from tests.faults.plan import descendants

MEMORY = 8 << 20  # bytes that allocators may move by
POINTS = 20
DEADLINES = Deadlines(call=0.5, cell=0.25, cells=2.0, submission=5.0)  # one in forty never ends: not for twenty seconds each


@dataclass(frozen=True)
class Held:
    """What the judge holds at one moment."""

    memory: int
    descriptors: int
    processes: int
    threads: int
    files: int


def held(work: Path) -> Held:
    """Look at this process and at its zygote's folder, from which what was left is removed in the background."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    files = sum(len(names) + len(folders) for _, folders, names in os.walk(work))
    threads = len(os.listdir("/proc/self/task"))
    counted = len(os.listdir("/proc/self/fd")), len(descendants(os.getpid())), threads, files
    return Held(pages * os.sysconf("SC_PAGE_SIZE"), *counted)


def grade_many(assignment: Assignment, count: int, advance: Callable[[object], None] = lambda _: None) -> list[Held]:
    """Grade so many submissions, no two of them the same, and return what was held at twenty moments."""
    found = []
    with Grader(assignment, GradingSettings(deadlines=DEADLINES)) as grader:
        for number in range(count):
            advance(None)
            grader.grade(_submission(assignment, number))
            if number >= 20 and (number + 1) % max(1, count // POINTS) == 0:
                grader.grade(handmade.solved(assignment))  # the same at each look
                found.append(held(grader.zygote.work))
    return found


def _submission(assignment: Assignment, number: int) -> Submission:
    draw = random.Random(number)
    texts = {c.grade_id: c.source for c in assignment.cells if c.answer and c.grade_id and draw.random() < 0.7}
    own = [SubmittedCell("code", f"x = {number}\nprint(x)\nopen('f', 'w').write('x' * {number})")]
    if draw.random() < 0.1:
        own.append(
            SubmittedCell(
                "code", draw.choice(("import os\nos._exit(1)", "1 / 0", "while True: pass", "def double(x): return x"))
            )
        )
    return handmade.answers(assignment, texts, own, name=f"student_{number}")


def growth(found: list[Held]) -> list[str]:
    """Say what has grown from the first quarter on to the last."""
    quarter = max(1, len(found) // 4)
    early, late = found[quarter : 2 * quarter] or found[:1], found[-quarter:]
    said = []
    for name, room in (("memory", MEMORY), ("descriptors", 0), ("processes", 0), ("threads", 0), ("files", 2)):
        before, after = (max(getattr(one, name) for one in some) for some in (early, late))
        if after > before + room:
            said.append(f"{name}: {before:,} -> {after:,}")
    return said
