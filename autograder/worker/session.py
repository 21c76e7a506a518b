"""One submission in a worker: runs its cells, answers calls, and replaces a worker that was lost; trusted side."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder import errors
from autograder.result import TIMED_OUT, Flag
from autograder.sandbox import said, wire
from autograder.worker import callbacks
from autograder.worker.cell_outcome import CellOutcome, as_text
from autograder.worker.cell_run import CellRun, Role, flag_of
from autograder.worker.clock import Deadline
from autograder.worker.deadlines import Deadlines
from autograder.worker.process import GRACE_SECONDS, Worker, WorkerLate, WorkerLost
from autograder.worker.zygote import Zygote


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
    callbacks: callbacks.Callbacks = field(default_factory=dict)


MAX_TRIES = 12  # workers in which the cells are begun, before the notebook counts as one that does not run
MAX_LOST_BY_NAME = 2
MAX_CALLBACKS = 200_000
ANSWER_ROOM = 16 << 20  # bytes that all answers of one function may take together: the judge keeps and compares them


class Session:
    """One submission's code, ready to be called; survives the loss of its worker."""

    def __init__(
        self,
        zygote: Zygote,
        cells: Sequence[str],
        deadlines: Deadlines,
        *,
        roles: Sequence[Role] = (),
        figures: bool = False,
        upstream: Mapping[str, Callable[..., object]] | None = None,
    ) -> None:
        self.zygote, self.deadlines, self.figures, self.roles = zygote, deadlines, figures, list(roles)
        self.upstream = dict(upstream or {})
        self.generation = 0
        self._worker: Worker | None = None
        self._requests = 0
        self._begin(cells)

    def _begin(self, cells: Sequence[str]) -> None:
        """Start with nothing known against the cells, and the whole time before them."""
        self.cells = list(cells)
        self._end = Deadline(self.deadlines.submission)
        self.run = CellRun(self.cells, self.roles, self.deadlines, self._end)
        self._forget()

    def _forget(self) -> None:
        """Hold nothing against any function."""
        self._violations, self._flags = list[str](), set[Flag]()
        self._lost_by_name: dict[str, WorkerLost] = {}
        self._losses: dict[str, int] = {}
        self._room: dict[str, int] = {}

    def again(self, upstream: Mapping[str, Callable[..., object]]) -> Session:
        """Return a session of the same cells with what is known of them, and with no more time; this one must be closed."""
        other = Session(self.zygote, self.cells, self.deadlines, roles=self.roles, upstream=upstream)
        other.run, other._end = self.run, self._end
        return other

    @property
    def over(self) -> bool:
        """Has the submission's time passed?"""
        return self._end.left_or_less() < 0.0

    @property
    def outcomes(self) -> list[CellOutcome]:
        """What each cell did."""
        return self.run.outcomes

    @property
    def violations(self) -> list[str]:
        """What the submission did that costs it something beside its verdicts, in sentences."""
        return [*self.run.messages(), *self._violations]

    @property
    def flags(self) -> set[Flag]:
        """What an instructor should look at."""
        return self.run.flags | self._flags

    def start(self) -> list[CellOutcome]:
        """Run all cells, if they have not been run; return what each did."""
        self._ready()
        return self.outcomes

    def renew(self, cells: Sequence[str]) -> None:
        """Go on with cells of which only the last is new; a worker that lives runs that one alone, for the gate's own code."""
        before = self.run
        self._begin(cells)
        if self._worker is None or not self._worker.alive:
            return
        self.generation += 1  # objects of the code before are gone
        with contextlib.suppress(WorkerLost):  # then all cells are run in a new worker
            self.run.go_on(before, self._worker)

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
        if self._room.get(call.name, ANSWER_ROOM) < 0:
            raise errors.Unsendable(call.name)
        if self.over:
            raise errors.TimedOut(call.name)
        worker = self._ready()
        seconds = seconds or self.deadlines.call
        if self._end.left_or_less() < seconds:
            seconds = min(seconds, max(1.0, self._end.left()))
        try:
            return self._converse(worker, call, seconds)
        except WorkerLost as lost:
            self._remember(lost, call.name)
            raise self._fault(lost, call.name) from None
        except errors.TimedOut:  # the worker stopped it at the soft deadline, and lives
            self._count(WorkerLate("it did not answer in time"), call.name)
            raise
        except errors.Unsendable:  # making it took its time and memory as well: after the second one nobody asks again
            self._room[call.name] = self._room.get(call.name, ANSWER_ROOM) - ANSWER_ROOM // 2 - 1
            raise
        except wire.WireError:  # an answer of the student's that goes back as an argument can be too large for it
            worker.close()
            raise errors.Unsendable(call.name) from None

    def _converse(self, worker: Worker, call: Call, seconds: float) -> Answer:
        self._requests += 1
        number = self._requests
        deadline = Deadline(seconds, worker.meter)
        request: dict[str, object] = {"op": "call", "i": number, "action": call.action, "target": call.target}
        request |= {"args": list(call.arguments), "attribute": call.attribute, "seed": call.seed, "seconds": seconds}
        worker.send(request, deadline)
        for _ in range(MAX_CALLBACKS):
            message = worker.receive(deadline)
            if "callback" not in message:
                return self._answer(worker, message, number, call)
            if deadline.left_or_less() < -GRACE_SECONDS:
                break
            self._reply(worker, callbacks.serve(message, call.callbacks), deadline)
        worker.close()
        raise WorkerLate("it asked too often")

    @staticmethod
    def _reply(worker: Worker, reply: dict[str, object], deadline: Deadline) -> None:
        """Send a callback's answer; one that is too large to be sent is none."""
        try:
            worker.send(reply, deadline)
        except wire.WireError:
            worker.send({"ok": False}, deadline)

    def _answer(self, worker: Worker, message: dict[Any, Any], number: int, call: Call) -> Answer:
        self._room[call.name] = self._room.get(call.name, ANSWER_ROOM) - worker.weight
        if self._room[call.name] < 0:
            raise errors.Unsendable(call.name)
        arguments = message.get("arguments")
        fits = arguments is None or (type(arguments) is list and len(arguments) == len(call.arguments))
        if not _is(message.get("i"), number) or type(message.get("ok")) is not bool or not fits:
            worker.close()
            raise WorkerLost("it answered what was not asked")
        if not message["ok"]:
            fault = _student_fault(call.name, message)
            self._flags |= {TIMED_OUT} if isinstance(fault, errors.TimedOut) else set()
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
        for _ in range(MAX_TRIES):
            if self.generation and self.over:
                break
            worker = self._spawn()
            try:
                if self.zygote.settings.setup:
                    worker.run_cells(self.zygote.settings.setup, self.deadlines.cell, figures=False)
                self.run.run(worker, figures=self.figures)
                self._bind_upstream(worker)
            except WorkerLost:
                continue
            self._worker = worker
            return worker
        self.run.give_up("there was no time left for it" if self.over else "the process ended again and again")
        self._worker = self._spawn()
        return self._worker

    def _spawn(self) -> Worker:
        worker = self.zygote.spawn()
        self.generation += 1
        self._end.watch(worker.meter)
        return worker

    def _bind_upstream(self, worker: Worker) -> None:
        if not self.upstream:
            return
        self._requests += 1
        names = {name: index for index, name in enumerate(self.upstream)}
        deadline = Deadline(self.deadlines.call, worker.meter)
        worker.send({"op": "bind", "i": self._requests, "names": names}, deadline)
        worker.receive(deadline)

    def _remember(self, lost: WorkerLost, name: str) -> None:
        self._violations.append(f"While {name} ran, its process was lost: {lost.reason}.")
        self._flags.add(flag_of(lost))
        self._count(lost, name)

    def _count(self, lost: WorkerLost, name: str) -> None:
        """Give up on a function that has been late or has ended the process often enough."""
        self._losses[name] = self._losses.get(name, 0) + 1
        if self._losses[name] >= MAX_LOST_BY_NAME:
            self._lost_by_name[name] = lost

    @staticmethod
    def _fault(lost: WorkerLost, name: str) -> errors.StudentFault:
        return errors.TimedOut(name) if isinstance(lost, WorkerLate) else errors.Died(name)


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
