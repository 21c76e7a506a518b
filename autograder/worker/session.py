"""One submission in a worker: runs its cells, answers calls, and replaces a worker that was lost; trusted side."""

from __future__ import annotations

import contextlib
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder import errors
from autograder.result import CRASHED, TIMED_OUT, VIOLATION
from autograder.sandbox import said, wire
from autograder.worker.cell_outcome import CellOutcome, as_text, read_outcome
from autograder.worker.process import ENDED, GRACE_SECONDS, Worker, WorkerLate, WorkerLost
from autograder.worker.zygote import Zygote

Callbacks = Mapping[int, Callable[..., object]]


@dataclass(frozen=True)
class Deadlines:
    """How long things may take, in seconds of wall time."""

    call: float = 4.0
    cell: float = 20.0
    cells: float = 120.0  # all cells of one run together
    submission: float = 240.0  # everything, worker starts included


@dataclass(frozen=True)
class Answer:
    """What a call gave: the value, and whether the arguments were left alone."""

    value: object
    unchanged: bool
    arguments: tuple[object, ...] | None  # as they are afterwards, when they changed


@dataclass(frozen=True)
class Call:
    """What the worker is asked: a named function, or an object that it keeps, called, read or overwritten."""

    action: str  # "call", "get", "hold" or "overwrite"
    target: str | int | None
    arguments: tuple[object, ...] = ()
    attribute: str | None = None
    seed: int | None = None
    name: str = "the function"
    callbacks: Callbacks = field(default_factory=dict)


MAX_LOST_IN_CELLS = 3
MAX_LOST_BY_NAME = 2
MAX_CALLBACKS = 200_000
CALLBACK_MEMORY = 1 << 30


class Session:
    """One submission's code, ready to be called; survives the loss of its worker."""

    def __init__(
        self,
        zygote: Zygote,
        cells: Sequence[str],
        deadlines: Deadlines,
        *,
        figures: bool = False,
        upstream: Mapping[str, Callable[..., object]] | None = None,
    ) -> None:
        self.zygote, self.deadlines, self.figures = zygote, deadlines, figures
        self.cells = list(cells)
        self.upstream = dict(upstream or {})
        self.generation = 0
        self._worker: Worker | None = None
        self._requests = 0
        self._forget()

    def _forget(self) -> None:
        """Start with nothing known against the cells, and the whole time before them."""
        self.outcomes, self.violations, self.flags = list[CellOutcome](), list[str](), set[str]()
        self._blanked: dict[int, str] = {}
        self._lost_by_name: dict[str, WorkerLost] = {}
        self._losses: dict[str, int] = {}
        self._end = time.monotonic() + self.deadlines.submission

    def start(self) -> list[CellOutcome]:
        """Run all cells, if they have not been run; return what each did."""
        self._ready()
        return self.outcomes

    def renew(self, cells: Sequence[str]) -> None:
        """Go on with cells of which only the last is new; a worker that lives runs that one alone, for the gate's own code."""
        before, self.cells = self.outcomes, list(cells)
        self._forget()
        if self._worker is None or not self._worker.alive:
            return
        self.generation += 1  # objects of the code before are gone
        with contextlib.suppress(WorkerLost):  # then all cells are run in a new worker
            last = self._worker.run_cells(self.cells[-1:], self.deadlines.cell, figures=False, read=read_outcome)
            self.outcomes = [*before[:-1], *last]

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def ask(self, call: Call, seconds: float | None = None) -> Answer:
        """Return the worker's answer.

        Raises:
            StudentFault: there is none.
        """
        if call.name in self._lost_by_name:  # it had its chances; the other tests shall not wait for it as well
            raise self._fault(self._lost_by_name[call.name], call.name)
        if time.monotonic() > self._end:
            raise errors.TimedOut(call.name)
        worker = self._ready()
        seconds = min(seconds or self.deadlines.call, max(1.0, self._end - time.monotonic()))
        try:
            return self._converse(worker, call, seconds)
        except WorkerLost as lost:
            self._remember(lost, call.name)
            raise self._fault(lost, call.name) from None
        except errors.TimedOut:  # the worker stopped it at the soft deadline, and lives
            self._count(WorkerLate("it did not answer in time"), call.name)
            raise
        except wire.WireError:  # an answer of the student's that goes back as an argument can be too large for it
            worker.close()
            raise errors.Unsendable(call.name) from None

    def _converse(self, worker: Worker, call: Call, seconds: float) -> Answer:
        self._requests += 1
        number = self._requests
        deadline = time.monotonic() + seconds + GRACE_SECONDS
        request: dict[str, object] = {"op": "call", "i": number, "action": call.action, "target": call.target}
        request |= {"args": list(call.arguments), "attribute": call.attribute, "seed": call.seed, "seconds": seconds}
        worker.send(request, deadline)
        limit: int | None = None
        for _ in range(MAX_CALLBACKS):
            message = worker.receive(deadline)
            if "callback" not in message:
                return self._answer(worker, message, number, call)
            if time.monotonic() > deadline:
                break
            limit = limit or _memory_limit()  # for all callbacks of one call together
            worker.send(_serve_callback(message, call.callbacks, limit), deadline)
        worker.close()
        raise WorkerLate("it asked too often")

    def _answer(self, worker: Worker, message: dict[Any, Any], number: int, call: Call) -> Answer:
        arguments = message.get("arguments")
        fits = arguments is None or (type(arguments) is list and len(arguments) == len(call.arguments))
        if not _is(message.get("i"), number) or type(message.get("ok")) is not bool or not fits:
            worker.close()
            raise WorkerLost("it answered what was not asked")
        if not message["ok"]:
            fault = _student_fault(call.name, message)
            self.flags |= {TIMED_OUT} if isinstance(fault, errors.TimedOut) else set()
            raise fault
        return Answer(
            message.get("value"),
            message.get("unchanged") is True,
            tuple(arguments) if isinstance(arguments, list) else None,
        )

    def _ready(self) -> Worker:
        """Return a live worker in which the cells have run."""
        if self._worker is not None and self._worker.alive:
            return self._worker
        for _ in range(MAX_LOST_IN_CELLS + 1):
            if self.generation and time.monotonic() > self._end:
                break
            worker = self.zygote.spawn()
            self.generation += 1
            try:
                self._run_cells(worker)
                self._bind_upstream(worker)
            except WorkerLost:
                continue
            self._worker = worker
            return worker
        self.cells = ["" for _ in self.cells]  # four cells ended the process: nothing of it can be run
        self.outcomes = self.outcomes or self._with_lost([CellOutcome(False) for _ in self.cells])
        self._worker = self.zygote.spawn()
        self.generation += 1
        return self._worker

    def _run_cells(self, worker: Worker) -> None:
        """Run the cells; one that loses the worker is blanked, so that the next try gets past it."""
        first = not self.outcomes
        seconds = min(self.deadlines.cell, max(1.0, self._end - time.monotonic()))
        try:
            figures = self.figures and first
            total = min(self.deadlines.cells, max(1.0, self._end - time.monotonic()))
            outcomes = worker.run_cells(self.cells, seconds, figures=figures, total=total, read=read_outcome)
            if first:
                self.outcomes = self._with_lost(outcomes)
        except WorkerLost as lost:
            done = len(getattr(lost, "results", []))
            if done < len(self.cells):
                if not self.cells[done]:  # the loss was not this cell's doing: nothing is left to blank
                    self.cells = ["" for _ in self.cells]
                self.cells[done] = ""
                self.violations.append(f"While a cell ran, its process was lost: {lost.reason}.")
                self.flags.add(_flag(lost))
                self._blanked[done] = lost.reason
            raise

    def _with_lost(self, outcomes: list[CellOutcome]) -> list[CellOutcome]:
        """Put what became of the cells that were blanked in the place of their empty successors."""
        blanked = self._blanked
        return [CellOutcome(False, (), blanked[i]) if i in blanked else outcome for i, outcome in enumerate(outcomes)]

    def _bind_upstream(self, worker: Worker) -> None:
        if not self.upstream:
            return
        self._requests += 1
        names = {name: index for index, name in enumerate(self.upstream)}
        deadline = time.monotonic() + self.deadlines.call
        worker.send({"op": "bind", "i": self._requests, "names": names}, deadline)
        worker.receive(deadline)

    def _remember(self, lost: WorkerLost, name: str) -> None:
        self.violations.append(f"While {name} ran, its process was lost: {lost.reason}.")
        self.flags.add(_flag(lost))
        self._count(lost, name)

    def _count(self, lost: WorkerLost, name: str) -> None:
        """Give up on a function that has been late or has ended the process often enough."""
        self._losses[name] = self._losses.get(name, 0) + 1
        if self._losses[name] >= MAX_LOST_BY_NAME:
            self._lost_by_name[name] = lost

    @staticmethod
    def _fault(lost: WorkerLost, name: str) -> errors.StudentFault:
        return errors.TimedOut(name) if isinstance(lost, WorkerLate) else errors.Died(name)


def _flag(lost: WorkerLost) -> str:
    """Tell a worker that ended or was late, which happens to anyone, from one that broke the rules."""
    if isinstance(lost, WorkerLate):
        return TIMED_OUT
    return CRASHED if lost.reason == ENDED else VIOLATION


def _serve_callback(message: dict[Any, Any], callbacks: Callbacks, limit: int) -> dict[str, object]:
    """Answer one call of a judge's function; whatever it is given, the worker only learns that it was wrong."""
    function = callbacks.get(message["callback"]) if type(message["callback"]) is int else None
    arguments, keywords = message.get("args"), message.get("kwargs")
    if function is None or not isinstance(arguments, list) or not isinstance(keywords, dict):
        return {"ok": False}
    try:
        with _memory_capped(limit):
            return {"ok": True, "value": function(*arguments, **{str(key): value for key, value in keywords.items()})}
    except Exception:  # the arguments are a student's: anything can be wrong with them
        return {"ok": False}


def _memory_limit() -> int:
    """Return how large this process may become while it answers callbacks: a student chooses the sizes of the arrays."""
    if sys.platform != "linux":
        return resource.RLIM_INFINITY
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() + CALLBACK_MEMORY
    ceilings = [limit for limit in resource.getrlimit(resource.RLIMIT_AS) if limit != resource.RLIM_INFINITY]
    return min([size, *ceilings])


@contextlib.contextmanager
def _memory_capped(limit: int) -> Iterator[None]:
    """Let this process grow up to the limit, in bytes of address space, and no further."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _student_fault(name: str, message: dict[Any, Any]) -> errors.StudentFault:
    kind = as_text(message.get("kind"))
    simple: dict[str, type[errors.StudentFault]] = {"timeout": errors.TimedOut, "missing": errors.Missing}
    simple |= {"uncallable": errors.NotCallable, "arity": errors.WrongArity, "unsendable": errors.Unsendable}
    if kind in simple:
        return simple[kind](name)
    return errors.Raised(name, as_text(message.get("type")), as_text(message.get("said"))[: said.LENGTH])


def _is(value: object, number: int) -> bool:
    """Compare with care: a student's value can be an array, whose comparison is no bool."""
    return type(value) is int and value == number
