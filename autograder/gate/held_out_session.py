"""Judges the kit's own bank entries in this process, to measure the diagnosis quickly; trusted side, not for student code.

It answers a call as a worker does, message for message, so that a measurement sees what grading would see; a test holds
the two together.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import random
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder import errors
from autograder.course.content import importable
from autograder.course.model import Assignment
from autograder.judge.judge import Judge, Judgement
from autograder.judge.plugin import Outcome
from autograder.judge.replay import as_asked
from autograder.judge.second_chance import better
from autograder.result import PASSED
from autograder.sandbox import said, wire
from autograder.submission.canonical import Canonical
from autograder.worker.session import Answer, Call

HANDS_OFF = 4.0  # seconds for a call: entries that never end shall not hold a measurement up


class TimeIsUp(BaseException):
    """The call has not ended in time."""


class LocalSession:
    """A submission whose code runs here; the part of `Session` that judging uses."""

    def __init__(self, cells: Sequence[str], upstream: Mapping[str, Callable[..., object]] | None = None) -> None:
        self.upstream = dict(upstream or {})
        self.generation = 1
        self._kept: dict[int, object] = {}
        self._hung: set[str] = set()
        self._namespace: dict[str, Any] = {"__name__": "__main__"}
        for cell in cells:
            with contextlib.suppress(Exception), _quiet():
                exec(compile(cell, "<cell>", "exec"), self._namespace)
        for name, function in self.upstream.items():
            self._namespace[name] = as_asked(function)

    def ask(self, call: Call, seconds: float | None = None) -> Answer:
        """Return the answer, or raise the fault, that a worker's session would.

        Raises:
            StudentFault: there is no answer.
        """
        if call.name in self._hung:
            raise errors.TimedOut(call.name)
        try:
            arguments = wire.decode(wire.encode(list(call.arguments)), self._opener(call))
            reply = self._answer(call, arguments, seconds or HANDS_OFF)
            return Answer(wire.decode(wire.encode(reply[0], self._keep)), reply[1], _afterwards(arguments, reply[1]))
        except TimeIsUp:
            self._hung.add(call.name)
            raise errors.TimedOut(call.name) from None
        except wire.WireError:
            raise errors.Unsendable(call.name) from None
        except BaseException as error:
            raise _fault(call.name, error) from None

    def _answer(self, call: Call, arguments: list[Any], seconds: float) -> tuple[object, bool]:
        if call.action == "hold":
            return wire.Opaque("held", self._keep(arguments[0])), False
        subject: Any = self._kept.get(call.target) if isinstance(call.target, int) else self._named(call)
        if call.action == "overwrite":
            for item in subject.values() if isinstance(subject, dict) else [subject]:
                item[...] = arguments[0]
            return None, False
        if call.action == "get":
            return (getattr(subject, call.attribute) if call.attribute else subject), False
        if call.seed is not None:
            np.random.seed(call.seed)
            random.seed(call.seed)
        before = wire.encode(arguments, _identity)
        with _bounded(seconds), _quiet():
            value = subject(*arguments)
        return value, wire.encode(arguments, _identity) == before

    def _named(self, call: Call) -> object:
        if call.target not in self._namespace:
            raise errors.Missing(call.name)
        return self._namespace[str(call.target)]

    def _keep(self, value: object) -> int:
        self._kept[len(self._kept) + 1] = value
        return len(self._kept)

    def _opener(self, call: Call) -> Callable[[int, Any], object]:
        def opened(code: int, value: Any) -> object:
            if code == wire.RNG:
                return np.random.default_rng(value)
            return self._kept.get(value) if code == wire.REF else as_asked(call.callbacks[value])

        return opened


class LocalJudge(Judge):
    """The hidden tests on code that runs in this process."""

    def __init__(self, assignment: Assignment, secret: str) -> None:
        super().__init__(assignment, None, secret)  # type: ignore[arg-type]  # no zygote: nothing here starts a worker

    def _judge(self, request: Any) -> Judgement:
        """Judge as `Judge` does, with local sessions."""
        with importable(self.assignment):  # the cells import `lesson`
            return self._judge_locally(request)

    def _judge_locally(self, request: Any) -> Judgement:
        canonical: Canonical = request.canonical
        cells = [cell.source for cell in canonical.cells if cell.run]
        outcomes: dict[str, tuple[Outcome, ...]] = {}
        for exercise in request.exercises or self.exercises:
            session: Any = LocalSession(cells)
            outcomes[exercise] = self._run_exercise(exercise, session, request.student, brief=request.shared)
        for exercise, first in outcomes.items() if not request.upstream_is_right else ():
            upstream = self._unsolved_upstream(exercise, outcomes, request.solved)
            if upstream and any(outcome.verdict != PASSED for outcome in first):
                session = LocalSession(cells, upstream)
                passed = {outcome.name: outcome for outcome in first if outcome.verdict == PASSED}
                second = self._run_exercise(exercise, session, request.student, passed, brief=request.shared)
                again = {outcome.name: outcome for outcome in second}
                outcomes[exercise] = tuple(better(old, again[old.name], upstream) for old in first if old.name in again)
        return Judgement({}, outcomes, ())


def _afterwards(arguments: list[Any], unchanged: bool) -> tuple[object, ...] | None:
    return None if unchanged else tuple(wire.decode(wire.encode(arguments, _identity)))


def _identity(value: object) -> int:
    return id(value) % 2**31


def _fault(name: str, error: BaseException) -> errors.StudentFault:
    if isinstance(error, errors.StudentFault):
        return error
    depth, trace = 0, error.__traceback__
    while trace is not None:
        depth, trace = depth + 1, trace.tb_next
    if isinstance(error, TypeError) and depth <= 2:  # refused before the first line of the function
        return errors.WrongArity(name)
    names = [parent.__name__ for parent in type(error).__mro__ if parent.__module__ == "builtins"]
    return errors.Raised(name, names[0] if names else "Exception", said.digest_of(error))


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    """Raise `TimeIsUp` in this thread once the time has passed; pure Python loops end by it, and the bank has no others."""
    thread = ctypes.c_ulong(threading.get_ident())
    timer = threading.Timer(seconds, ctypes.pythonapi.PyThreadState_SetAsyncExc, (thread, ctypes.py_object(TimeIsUp)))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
