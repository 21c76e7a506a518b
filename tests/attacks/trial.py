"""Runs one attack on a grader and says how it succeeded, if it did; an honest submission is graded right after it."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import resource
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from autograder.course.model import Assignment, Course
from autograder.grading.grader import Grader, GradingSettings
from autograder.result import BROKEN, Result
from autograder.submission.folder import read_submitted
from autograder.submission.read import Submission, SubmittedCell
from autograder.worker.deadlines import Deadlines
from tests.engine import handmade, toy

from . import suite, target
from .shown import CANARY, told
from .suite import Attack

DEADLINES = Deadlines(call=0.6, cell=1.5, cells=5.0, submission=20.0)
PATIENT = Deadlines(call=3.0, cell=7.5, cells=25.0, submission=100.0)  # for one that is played again, alone
NONSENSE = 0.05  # of an exercise: what an answer of no worth may earn
MEMORY = 400 << 20  # bytes that the judge may grow by over the whole suite
FEW = 4
WORK = 60.0  # seconds of the judge's own processor time: however busy the machine is, an attack that ends takes less


@dataclass(frozen=True)
class Verdict:
    """How an attack succeeded: no reason at all means that it failed.

    What is `lost` may have been lost because the machine was busy: it counts where it is lost again, alone and with patience.
    """

    attack: str
    reasons: tuple[str, ...]
    lost: tuple[str, ...]
    seconds: float


class World:
    """What there is to be harmed beside the grades: a file, a process and a port on which somebody listens."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="attacked-"))
        self.folder.chmod(0o777)
        self.canary = self.folder / "canary"
        self.restore()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.bystander = subprocess.Popen(["sleep", "3600"])

    def restore(self) -> None:
        """Put back what an attack may have changed."""
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        self.canary.write_text(CANARY)
        self.canary.chmod(0o666)
        os.utime(self.canary, (1_000_000, 1_000_000))

    def cell(self) -> str:
        """Return the cell that tells an attacker where everything is."""
        known = {"canary": str(self.canary), "folder": str(self.folder), "port": self.listener.getsockname()[1]}
        return f"world = {known | {'bystander': self.bystander.pid, 'judge': os.getpid()}!r}"

    def harmed(self) -> list[str]:
        """Return what was done to it."""
        found = []
        with contextlib.suppress(OSError):
            if self.canary.read_text() != CANARY:
                found.append("a file outside was changed")
            if sorted(self.folder.iterdir()) != [self.canary]:
                found.append("a file outside was made or removed")
        if not self.canary.exists():
            found.append("a file outside was removed")
        with contextlib.suppress(BlockingIOError):
            self.listener.accept()[0].close()
            found.append("the network was reached")
        if self.bystander.poll() is not None:
            found.append("another process was ended")
            self.bystander = subprocess.Popen(["sleep", "3600"])
        return found

    def close(self) -> None:
        """Remove it all."""
        self.listener.close()
        self.bystander.kill()
        self.bystander.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Trial:
    """A grader of the course under attack, and the world around it; a context manager."""

    def __init__(self, folder: Path, isolation: str = "auto", *, short: bool = False) -> None:
        """Start the grader; `short` judges a few exercises of each attack, other ones from attack to attack."""
        self.short = short
        self.course: Course = target.write_target(folder / "course")
        self.inbox = folder / "inbox"
        self.assignment: Assignment = self.course.assignment(toy.NAME)
        kept = f"{target.KEPT}_solution"
        self.texts = {kept: self.assignment.by_id[kept].source}
        self.honest = handmade.answers(self.assignment, self.texts, name="bob")
        settings = GradingSettings(isolation=isolation, deadlines=DEADLINES, secret=target.SECRET)
        self.grader = Grader(self.assignment, settings)
        self.world = World()
        self.solution = self.grader.grade(handmade.solved(self.assignment)).result
        self.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.world.close()
        self.grader.close()

    def run(self, attack: Attack, *, patient: bool = False) -> Verdict:
        """Grade the hostile submission and then an honest one, and look at everything that may have been harmed."""
        started, worked = time.perf_counter(), time.process_time()
        self.grader.judge.deadlines = PATIENT if patient else DEADLINES
        self.world.restore()
        graded = self.grader.grade(self.submission(attack), exercises=self._judged(attack))
        reasons = [
            *self._gained(attack, graded.result),
            *self.world.harmed(),
            *told(graded, page=attack.kind != suite.CALL or attack.family == "objects", of_class=attack.kind == suite.NAME),
        ]
        lost = self._lost(attack, graded.result)
        (honest,) = self.grader.grade(self.honest, exercises=[target.KEPT]).result.exercises
        if honest.score != honest.max_score:
            lost.append("the next student's grade is another one")
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10) - self.memory
        if grown > MEMORY:
            reasons.append(f"the judge grew by {grown >> 20} MB")
            self.memory += grown
        if time.process_time() - worked > WORK:
            reasons.append("it took the judge's time")
        return Verdict(attack.name, _once(reasons), _once(lost), time.perf_counter() - started)

    def _judged(self, attack: Attack) -> Sequence[str]:
        """Return the exercises that are judged: those under attack (in the short form some of them), and the kept one."""
        names = attack.at.split() or list(target.ATTACKED)
        if self.short and not attack.at:
            names = random.Random(attack.name).sample(names, FEW)
        return [name for name in target.NAMES if name in names or name == target.KEPT]

    def submission(self, attack: Attack) -> Submission:
        """Return what is handed in."""
        own = [SubmittedCell("code", self.world.cell())]
        if attack.kind == suite.CALL:
            bound = "\n".join(f"{name} = attack" for name in attack.at.split() or target.ATTACKED)
            own += [SubmittedCell("code", attack.text), SubmittedCell("code", bound)]
            return handmade.answers(self.assignment, self.texts, own, name="mallory")
        if attack.kind == suite.CELLS:
            own += [SubmittedCell("code", part) for part in re.split(r"^# %%.*\n", attack.text, flags=re.MULTILINE)]
            return handmade.answers(self.assignment, self.texts, own, name="mallory")
        made = attack.executed()
        if attack.kind == suite.NAME:
            said = f"text = {made.TEXT!r}\nprint(text)\n"
            own.append(SubmittedCell("code", said))
            own.append(SubmittedCell("code", f"{said}raise ValueError(text)"))
            own.append(SubmittedCell("code", "\n".join(f"def {n}(*_):\n    raise ValueError(text)" for n in target.ATTACKED)))
            own.append(SubmittedCell("markdown", made.TEXT))
            return handmade.answers(self.assignment, self.texts, own, name=made.NAME)
        return self._file(made.make)

    def _file(self, make: object) -> Submission:
        shutil.rmtree(self.inbox, ignore_errors=True)
        folder = self.inbox / "mallory" / toy.NAME
        folder.mkdir(parents=True)
        assert callable(make)
        make(folder, json.loads(self.assignment.path.read_text()))
        try:
            return read_submitted(folder, self.assignment, "mallory")
        finally:
            shutil.rmtree(self.inbox, ignore_errors=True)

    def _gained(self, attack: Attack, result: Result) -> list[str]:
        """Say what was gained that should not have been."""
        found = []
        for one in result.exercises:
            if one.id != target.KEPT and attack.must == suite.GAIN_NOTHING and one.score > NONSENSE * one.max_score:
                found.append(f"{one.id} earned {one.score:g} of {one.max_score:g}")
            if any(test.verdict == BROKEN for test in one.tests):
                found.append(f"{one.id} is BROKEN")
        if [one.id for one in result.exercises] != self._judged(attack):
            found.append("a row is incomplete")
        return found

    @staticmethod
    def _lost(attack: Attack, result: Result) -> list[str]:
        """Say what was lost that should not have been."""
        found = []
        for one in result.exercises:
            if attack.must == suite.LOSE_NOTHING and one.score < one.max_score:
                found.append(f"{one.id} lost {one.max_score - one.score:g}")
            if one.id == target.KEPT and attack.kind != suite.FILE and not attack.may and one.score < one.max_score:
                found.append("the exercise that was solved lost marks")
        return found


def _once(reasons: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reasons))
