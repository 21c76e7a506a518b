"""Runs a submission's cells in one worker after another, each kind within its own time; trusted side.

Order is kept: what a notebook's names mean depends on it. Provided cells and answers have their time for themselves. Own cells
share another, of which those that no answer needs get what is left; a cell of a kind that has used its time up still gets
a moment if an answer needs it, since most cells only define something. In a second worker, a cell that no answer needs and
that took long is not run again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from autograder.result import CRASHED, TIMED_OUT, VIOLATION, Flag
from autograder.worker.cell_outcome import CellOutcome, read_outcome
from autograder.worker.clock import Deadline, Stopwatch
from autograder.worker.deadlines import Deadlines
from autograder.worker.process import ENDED, Worker, WorkerLate, WorkerLost


class Purpose(StrEnum):
    """What a cell is run for, in the order in which its kind is given up."""

    STUDY = "study"
    HELPER = "helper"
    PROVIDED = "provided"


STUDY, HELPER, PROVIDED = Purpose
MOMENT = 1.0  # seconds that a cell gets which an answer needs, whatever the others took
QUICK = 0.5  # a cell that nothing needs is run again in the next worker if it took no longer: it may change what others see
OUTPUT_ROOM = 64 << 20  # bytes of all cells' outputs together; what comes later is not kept
MAX_LOST = 3  # cells that end the process, before all cells of the least needed kind are given up


@dataclass(frozen=True)
class Role:
    """What a cell is for, and how to call it in a sentence."""

    kind: Purpose = PROVIDED
    label: str = "a cell"


class CellRun:
    """The cells of one submission; remembers what each did at its first run, over all workers and sessions."""

    def __init__(self, cells: Sequence[str], roles: Sequence[Role], deadlines: Deadlines, end: Deadline) -> None:
        self.cells, self.deadlines, self.end = list(cells), deadlines, end
        self.roles = list(roles) or [Role() for _ in self.cells]
        self.violations, self.flags = list[str](), set[Flag]()
        self._found: list[CellOutcome | None] = [None for _ in self.cells]
        self._given_up: dict[int, str] = {}  # cells that are run in no further worker, and why
        self._stopped: dict[int, str] = {}
        self._lost = 0
        self._room = OUTPUT_ROOM
        self.unkept = set[int]()  # cells whose outputs there was no more room for

    @property
    def outcomes(self) -> list[CellOutcome]:
        """What each cell did, where any worker got as far."""
        if all(one is None for one in self._found):
            return []
        return [one or CellOutcome(False, (), self._given_up.get(index)) for index, one in enumerate(self._found)]

    def run(self, worker: Worker, *, figures: bool) -> None:
        """Run the cells in a new worker; one that loses it is left out, so that the next try gets past it.

        Raises:
            WorkerLost: a cell ended the worker; try again with the next.
        """
        spent = {PROVIDED: 0.0, HELPER: 0.0, STUDY: 0.0}
        for index, source in enumerate(self.cells):
            kind = self.roles[index].kind
            if index in self._given_up or not source:
                self._found[index] = self._found[index] or CellOutcome(not source, (), self._given_up.get(index))
                continue
            seconds = self._seconds(index, spent)
            if seconds <= 0.0:
                self._leave_out(index)
                continue
            watch = Stopwatch(worker.meter)
            try:
                new = self._found[index] is None
                outcome, weight = _run_one(worker, source, seconds, figures=figures and new)
            except WorkerLost as lost:
                self._lose(index, lost)
                raise
            took = watch.seconds()
            spent[kind] += took
            if new:
                self._room -= weight
                if self._room < 0:
                    self.unkept.add(index)
                self._found[index] = outcome if self._room >= 0 else CellOutcome(outcome.ok)
                self._note(index, outcome, took, seconds)

    def go_on(self, before: CellRun, worker: Worker) -> None:
        """Run the last cell alone in a worker in which the others, the same as those `before`, have run.

        Raises:
            WorkerLost: it ended the worker.
        """
        self._found[:-1] = before._found[:-1]
        (self._found[-1],) = worker.run_cells(self.cells[-1:], self.deadlines.cell, figures=False, read=read_outcome)

    def give_up(self, reason: str) -> None:
        """Run none of the cells any more."""
        self._give_up_all(Purpose, reason)

    def messages(self) -> list[str]:
        """Say which cells were stopped or left out, in sentences for the student."""
        said = list(self.violations)
        for reason in dict.fromkeys(self._stopped.values()):
            named = [self.roles[index].label for index, why in sorted(self._stopped.items()) if why == reason]
            said.append(f"Stopped, because {reason}: {'; '.join(named)}.")
        return said

    def _seconds(self, index: int, spent: dict[Purpose, float]) -> float:
        """Return how long a cell may run: 0 where there is no time for it."""
        kind, limits = self.roles[index].kind, self.deadlines
        left = self.end.left()
        moment = min(MOMENT, limits.cell)
        if kind == PROVIDED:
            return min(left, max(moment, min(limits.cell, limits.cells - spent[PROVIDED])))
        own = limits.cells - spent[HELPER] - spent[STUDY]
        if kind == HELPER:
            return min(left, max(moment, min(limits.cell, own)))
        if any(role.kind == HELPER for role in self.roles[index:]):
            own = min(own, limits.cells / 2 - spent[STUDY])  # helpers are still to come
        return min(limits.cell, own, left - limits.submission / 3)  # the answers and their tests are still to come

    def _note(self, index: int, outcome: CellOutcome, took: float, seconds: float) -> None:
        if not outcome.ok and (outcome.late or took >= seconds):
            alone = seconds >= self.deadlines.cell
            self._stopped[index] = f"a cell may take {self.deadlines.cell:g} s" if alone else self._together(index)
        if took > QUICK and self.roles[index].kind == STUDY:
            self._given_up[index] = "it took long, and no answer needs it"

    def _leave_out(self, index: int) -> None:
        if self._found[index] is None:
            self._stopped[index] = self._together(index)
            self._found[index] = CellOutcome(False, (), self._stopped[index])

    def _together(self, index: int) -> str:
        whose = "the notebook's cells" if self.roles[index].kind == PROVIDED else "your own cells"
        return f"{whose} together took longer than there is time for them ({self.deadlines.cells:g} s)"

    def _lose(self, index: int, lost: WorkerLost) -> None:
        self._given_up[index] = lost.reason
        self._found[index] = CellOutcome(False, (), lost.reason)
        self.violations.append(f"While {self.roles[index].label} ran, its process was lost: {lost.reason}.")
        self.flags.add(flag_of(lost))
        self._lost += 1
        if self._lost > MAX_LOST:
            left = [kind for kind in Purpose if self._live(kind)]
            self._give_up_all(left[:1], "other cells of its kind ended the process")
            self._lost = 0

    def _live(self, kind: str) -> bool:
        return any(role.kind == kind and index not in self._given_up for index, role in enumerate(self.roles))

    def _give_up_all(self, kinds: Iterable[Purpose], reason: str) -> None:
        for index, role in enumerate(self.roles):
            if role.kind in kinds and index not in self._given_up:
                self._given_up[index] = reason
                if role.kind != STUDY or self._found[index] is None:  # what it defined went with its process
                    self._found[index] = CellOutcome(False, (), reason)


def _run_one(worker: Worker, source: str, seconds: float, *, figures: bool) -> tuple[CellOutcome, int]:
    """Run a cell, and return what it did and how much its message weighed."""

    def read(message: dict[Any, Any]) -> tuple[CellOutcome, int]:
        return read_outcome(message), worker.weight

    found: tuple[CellOutcome, int] = worker.run_cells([source], seconds, figures=figures, read=read)[0]
    return found


def flag_of(lost: WorkerLost) -> Flag:
    """Tell a worker that ended or was late, which happens to anyone, from one that broke the rules."""
    if isinstance(lost, WorkerLate):
        return TIMED_OUT
    return CRASHED if lost.reason == ENDED else VIOLATION
