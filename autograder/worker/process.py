"""One worker process as the judge sees it: messages within bounds and deadlines, and the kill; trusted side.

A worker that breaks a rule, dies or is late is killed through its pidfd: the caller gets an exception and may start another.
"""

from __future__ import annotations

import contextlib
import math
import os
import select
import signal
import socket
import time
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from autograder.errors import KitBroken
from autograder.sandbox import kernel, wire

START_SECONDS = 90.0
LOOK_SECONDS = 0.1
GRACE_SECONDS = 1.0  # between a soft deadline in the worker and the kill
ENDED = "it ended"


class WorkerLost(Exception):
    """The worker ended, or was killed because it broke a rule; `reason` is for the log and for reports to instructors."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WorkerLate(WorkerLost):
    """The worker did not answer in time and was killed."""


class Keeper(Protocol):
    """What a worker needs of the zygote that forked it."""

    def wait_for_exit(self, number: int, control: socket.socket) -> None:
        """Wait until the worker has been reaped and its folder put aside."""

    def overfull(self, number: int) -> bool:
        """Say whether the worker was killed because its folder held too much."""


class Worker:
    """One locked-up process with one submission's code; every method has a deadline."""

    def __init__(self, zygote: Keeper, channel: socket.socket, pidfd: int, number: int, control: socket.socket) -> None:
        self.zygote, self.channel, self.pidfd, self.number, self.control = zygote, channel, pidfd, number, control
        self.buffer = bytearray()
        self.weight = 0  # of the message that came last, in bytes of memory
        self.alive = True
        self._pid = kernel.pid_of(pidfd)
        hello = self.receive(time.monotonic() + START_SECONDS)
        if hello.get("ready") is not True:
            self.close()
            raise KitBroken(f"A worker could not be locked up: {hello.get('message', 'it said nothing')}.")

    def send(self, message: dict[str, object], deadline: float) -> None:
        """Send one message; never waits longer than `deadline` for a worker that does not read.

        Raises:
            WorkerLost: the worker is gone, late, or answers without reading.
        """
        view = memoryview(wire.frame(message))
        with contextlib.suppress(OSError):  # nearly always there is room at once
            view = view[self.channel.send(view, socket.MSG_DONTWAIT) :]
        while view:
            left = deadline - time.monotonic()  # checked each time: a worker that trickles is readable for ever
            readable, writable, _ = select.select([self.channel], [self.channel], [], max(0.0, left))
            if left <= 0 or not (readable or writable):
                raise self._lost(WorkerLate("it did not read in time"))
            try:
                if readable:  # a worker that floods while we write must not block both sides
                    self._fill()
                if writable:
                    view = view[self.channel.send(view, socket.MSG_DONTWAIT) :]
            except BlockingIOError:
                continue
            except OSError as error:
                raise self._ended() from error

    def receive(self, deadline: float, computing: float = math.inf) -> dict[Any, Any]:
        """Return the worker's next message.

        Raises:
            WorkerLate: it did not come before `deadline`, or the worker has `computed` longer than `computing`.
            WorkerLost: the worker is gone, or what it sent is no message of ours.
        """
        late = False
        while (body := self._take()) is None:
            if late:
                raise self._lost(WorkerLate("it did not answer in time"))
            late = time.monotonic() >= deadline or self.computed() > computing
            wait = 0.0 if late else min(deadline - time.monotonic(), LOOK_SECONDS)
            readable, _, _ = select.select([self.channel], [], [], max(0.0, wait))
            if readable:  # looked at once more when it is late: perhaps it was we who had no time
                self._fill()
        try:
            message, self.weight = wire.weighed(body)
        except wire.WireError as error:
            raise self._lost(WorkerLost(f"it sent an unreadable message ({error})")) from None
        if type(message) is not dict:
            raise self._lost(WorkerLost("it sent something that is no message"))
        return message

    def computed(self) -> float:
        """Return how many seconds the worker has computed."""
        try:
            return kernel.computed(self._pid)
        except OSError:
            return 0.0  # it has ended, which the channel tells

    def run_cells(
        self,
        cells: Sequence[str],
        seconds: float,
        *,
        figures: bool,
        total: float | None = None,
        read: Callable[[dict[Any, Any]], Any] = dict,
    ) -> list[Any]:
        """Run cells one after another, each with `seconds`, all with `total`; a failing cell does not stop the next.

        `read` is given each cell's message as it comes; what it returns is kept, so that a flood of messages is not.

        Raises:
            WorkerLost: with `results`, what came back before.
        """
        results: list[Any] = []
        end = time.monotonic() + (total or seconds * (1 + len(cells)))
        try:
            request = {"op": "cells", "cells": list(cells), "seconds": seconds, "figures": figures}
            self.send(request, time.monotonic() + seconds + GRACE_SECONDS)
            while True:
                message = self.receive(min(time.monotonic() + seconds, end) + GRACE_SECONDS)
                if message.get("done") is True and len(results) == len(cells):
                    return results
                number = message.get("cell")
                if type(number) is not int or number != len(results) or number >= len(cells):
                    raise self._lost(WorkerLost("it answered what was not asked"))
                results.append(read(message))
        except WorkerLost as error:
            error.results = results  # type: ignore[attr-defined]  # the cells that did run, for the caller's second try
            raise

    def close(self) -> None:
        """Kill the worker and wait until its folder is empty."""
        if not self.alive:
            return
        self.alive = False
        with contextlib.suppress(ProcessLookupError):  # it may have ended already
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)
        os.close(self.pidfd)
        self.channel.close()
        self.zygote.wait_for_exit(self.number, self.control)

    def _fill(self) -> None:
        try:
            data = self.channel.recv(1 << 18)
        except OSError:
            data = b""
        if not data:
            raise self._ended()
        self.buffer += data
        if len(self.buffer) > wire.MAX_FRAME + (1 << 20):
            raise self._lost(WorkerLost("it sent more than is allowed"))

    def _take(self) -> bytes | None:
        if len(self.buffer) < wire.HEADER.size:
            return None
        (size,) = wire.HEADER.unpack_from(self.buffer)
        if size > wire.MAX_FRAME:
            raise self._lost(WorkerLost("it announced a message larger than is allowed"))
        end = wire.HEADER.size + size
        if len(self.buffer) < end:
            return None
        body = bytes(self.buffer[wire.HEADER.size : end])
        del self.buffer[:end]
        return body

    def _ended(self) -> WorkerLost:
        overfull = self.zygote.overfull(self.number)
        return self._lost(WorkerLost("it wrote more files than are allowed" if overfull else ENDED))

    def _lost(self, error: WorkerLost) -> WorkerLost:
        self.close()
        return error
