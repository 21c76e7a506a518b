"""The worker: runs a submission's cells, then answers the judge's calls on one descriptor; untrusted side.

Nothing here is secret and nothing it says is trusted. A student's code can do anything to this process: the judge bounds,
checks and if need be kills it from outside.
"""

from __future__ import annotations

import contextlib
import inspect
import os
import random
import signal
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import numpy as np

from autograder.sandbox import said, wire
from autograder.sandbox.own import Own
from autograder.sandbox.own_modules import make_importable
from autograder.sandbox.shell import Shell, Stream

MAX_KEPT = 10_000
MAX_TRACED = 4  # levels of containers
FEW_BYTES, MANY_BYTES = 1 << 14, 1 << 20  # read at once
_ALARMS = (signal.SIGALRM, signal.SIGPROF)  # sent by the judge, and when the process has computed long enough


class TimeIsUp(BaseException):
    """The soft deadline has passed; not an Exception, so that `except Exception` does not swallow it."""


class Refused(Exception):
    """A call that was refused: what is called is no function, or takes other arguments."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Alarm:
    """Stops what computes longer than so many seconds, and lets the judge's signal stop it, which alone knows the time."""

    def __init__(self) -> None:
        self.set = False  # else the judge's signal came when the work was done already
        self._held = self._rang = False

    def __call__(self, number: int, _frame: object) -> None:
        """Be the handler of both signals."""
        if self.set or number != signal.SIGALRM:
            if self._held:
                self._rang = True
                return
            raise TimeIsUp

    def hold(self) -> None:
        """Hold back: half a frame read would lose the thread of the conversation."""
        self._held = True

    def release(self) -> None:
        """Hold back no more; what rang meanwhile rings now."""
        self._held = False
        if self._rang:
            self._rang = False
            raise TimeIsUp

    @contextlib.contextmanager
    def after(self, computing: float) -> Iterator[None]:
        """Set the alarm for what is done inside."""
        self.set = True
        signal.setitimer(signal.ITIMER_PROF, computing)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            self.set = False


class Channel:
    """Frames on one descriptor, and the objects that the judge may refer to by number."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self._unread = b""
        self.kept: dict[int, object] = {}
        self.own = Own()
        self.alarm = Alarm()

    def send(self, message: dict[str, object]) -> None:
        """Write one message."""
        self._write(wire.frame(message, self.keep))

    def read(self) -> dict[str, Any]:
        """Return the judge's next message; ends the process when the judge is gone."""
        (size,) = wire.HEADER.unpack(self._exactly(wire.HEADER.size))
        message = wire.decode(self._exactly(size), self._open)
        return message if isinstance(message, dict) else {}

    def keep(self, value: object) -> int:
        """Keep an object that is not plain data, and return its number (0 when there are too many)."""
        if len(self.kept) >= MAX_KEPT:
            return 0
        number = len(self.kept) + 1
        self.kept[number] = value
        return number

    def asker(self, number: int, name: str = "function") -> Callable[..., object]:
        """Return a function that has the judge answer for it."""

        def ask(*args: object, **kwargs: object) -> object:
            self.alarm.hold()
            try:
                self.send({"callback": number, "args": list(args), "kwargs": kwargs})
                answer = self.read()
            finally:
                self.alarm.release()
            if not answer.get("ok"):
                raise ValueError(answer.get("message", "the arguments are not what this function takes"))
            return answer["value"]

        ask.__name__ = name
        return ask

    def _open(self, code: int, value: Any) -> object:
        if code == wire.RNG:
            return np.random.default_rng(value)
        return self.kept.get(value) if code == wire.REF else self.asker(value)

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self.descriptor, view) :]

    def _exactly(self, size: int) -> bytes:
        data = self._unread
        while len(data) < size:
            # header and message nearly always come together; room for much would cost more than all the rest of a call
            more = os.read(self.descriptor, min(max(size - len(data), FEW_BYTES), MANY_BYTES))
            if not more:
                os._exit(0)
            data += more
        self._unread = data[size:]
        return data[:size]


def serve(descriptor: int, shell: Shell) -> NoReturn:
    """Answer the judge's messages until it closes the channel."""
    sys.stdout = sys.__stdout__ = Stream(shell.recorder, "stdout")  # type: ignore[assignment,misc]  # replaced on purpose
    sys.stderr = sys.__stderr__ = Stream(shell.recorder, "stderr")  # type: ignore[assignment,misc]  # replaced on purpose
    sys.stdin = open(0, closefd=False)
    make_importable(os.getcwd())
    channel = Channel(descriptor)
    for one in _ALARMS:
        signal.signal(one, channel.alarm)
    answers: dict[str, Callable[[Channel, Shell, dict[str, Any]], None]] = {
        "cells": _run_cells,
        "call": _call,
        "bind": _bind,
    }
    channel.send({"ready": True})
    while True:
        request = channel.read()
        answer = answers.get(str(request.get("op")))
        if answer is not None:  # else a callback's answer that came too late
            answer(channel, shell, request)


def report_failure(descriptor: int, message: str) -> None:
    """Tell the judge that this worker could not be locked up; it then runs nothing in it."""
    for candidate in (3, descriptor):
        with contextlib.suppress(OSError):
            os.write(candidate, wire.frame({"ready": False, "message": message}))
            return


def _run_cells(channel: Channel, shell: Shell, request: dict[str, Any]) -> None:
    channel.kept.clear()  # the judge asks for nothing that was there before
    channel.own.clear()
    for index, source in enumerate(request["cells"]):
        shell.recorder.start(draw_figures=bool(request["figures"]), quiet=source.rstrip().endswith(";"))
        failed = False
        try:
            with channel.alarm.after(request["seconds"]):
                failed = not shell.run_through(source)
                shell.recorder.take_figures()
        except BaseException as error:  # what escapes IPython: a late alarm, a failing figure
            failed = True
            shell.recorder.error(type(error).__name__, "the cell was stopped", [])
        stopped = list(shell.recorder.stopped or ()) if failed else []
        done = {"cell": index, "ok": not failed, "outputs": shell.recorder.outputs}
        channel.send({**done, "stopped": stopped, "passed": shell.recorder.passed})
    channel.send({"done": True})


def _call(channel: Channel, shell: Shell, request: dict[str, Any]) -> None:
    shell.recorder.start(draw_figures=False)
    try:
        with channel.alarm.after(request["seconds"]):  # an answer, too, can be endless, or take for ever to show itself
            data = wire.frame(_answer(channel, shell, request), channel.keep, lambda reply: channel.own.note(reply["value"]))
    except BaseException as error:
        data = wire.frame({"i": request["i"], "ok": False, **_fault(error)})
    channel._write(data)


def _answer(channel: Channel, shell: Shell, request: dict[str, Any]) -> dict[str, object]:
    action, target, arguments = request["action"], request["target"], request["args"]
    if action == "hold":
        return {"i": request["i"], "ok": True, "value": wire.Opaque("held", channel.keep(arguments[0])), "unchanged": True}
    subject = channel.kept.get(target) if isinstance(target, int) else _named(shell, target)
    if action == "overwrite":
        _overwrite(subject, arguments[0])
        subject = None
    if action in ("get", "overwrite"):
        value = getattr(subject, request["attribute"]) if request.get("attribute") else subject
        return {"i": request["i"], "ok": True, "value": value, "unchanged": True}
    if request["seed"] is not None:
        np.random.seed(request["seed"])
        random.seed(request["seed"])
    arguments = [channel.own.given_back(argument) for argument in arguments]
    before = _traces(arguments)
    value = _called(subject, arguments)
    unchanged = _traces(arguments) == before
    reply: dict[str, object] = {"i": request["i"], "ok": True, "value": value, "unchanged": unchanged}
    return reply if unchanged else {**reply, "arguments": arguments}


def _traces(value: Any, depth: int = 0) -> object:
    """Return what tells whether a value was changed: of arrays and containers of them at the least cost."""
    kind = type(value)
    if kind is np.ndarray and value.dtype.kind in "fiub":
        return value.shape, value.dtype.str, value.tobytes()
    if kind in (int, bool, str, type(None)):
        return kind, value
    if kind is list and depth < MAX_TRACED:
        return [_traces(item, depth + 1) for item in value]
    if kind is dict and depth < MAX_TRACED and all(type(key) is str for key in value):
        return [(key, _traces(item, depth + 1)) for key, item in value.items()]
    return wire.encode(value, lambda one: id(one) % 2**31)


def _called(subject: Any, arguments: list[Any]) -> object:
    """Call it; a call that is refused before the student's first line says what was refused."""
    try:
        return subject(*arguments)
    except TypeError as error:
        if _depth(error.__traceback__) > 1:
            raise
        if not callable(subject):
            raise Refused("uncallable") from error
        try:
            inspect.signature(subject).bind(*arguments)
        except TypeError:
            raise Refused("arity") from error
        except ValueError:  # a function written in C, which tells nobody what it takes
            pass
        raise


def _named(shell: Shell, name: str) -> object:
    if name not in shell.user_ns:
        raise LookupError("missing")
    return shell.user_ns[name]


def _overwrite(held: object, number: float) -> None:
    for item in held.values() if isinstance(held, dict) else [held]:
        item[...] = number  # type: ignore[index]  # the judge only holds arrays and dictionaries of arrays


def _bind(channel: Channel, shell: Shell, request: dict[str, Any]) -> None:
    for name, number in request["names"].items():
        shell.user_ns[name] = channel.asker(number, name)
    channel.send({"i": request["i"], "ok": True, "value": None, "unchanged": True})


def _fault(error: BaseException) -> dict[str, object]:
    """Describe an exception by its kind and a digest of its text: the text itself could carry the hidden test's inputs."""
    if isinstance(error, TimeIsUp):
        return {"kind": "timeout", "type": ""}
    if isinstance(error, wire.WireError):
        return {"kind": "unsendable", "type": ""}
    if isinstance(error, LookupError) and error.args == ("missing",):
        return {"kind": "missing", "type": ""}
    kind = error.kind if isinstance(error, Refused) else "raised"
    error = error.__cause__ if isinstance(error, Refused) and error.__cause__ else error
    names = [parent.__name__ for parent in type(error).__mro__ if parent.__module__ == "builtins"]
    return {"kind": kind, "type": names[0] if names else "Exception", "said": said.digest_of(error)}


def _depth(trace: types.TracebackType | None) -> int:
    """Count the frames of a traceback: one, of our own, means that the call was refused before the student's first line."""
    depth = 0
    while trace is not None:
        depth, trace = depth + 1, trace.tb_next
    return depth
