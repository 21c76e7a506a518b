"""One worker process as the judge sees it: messages within bounds and deadlines, and the kill; trusted side.

A worker that breaks a rule, dies or is late is killed through its pidfd: the caller gets an exception and may start another.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import struct
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from autograder.errors import KitBroken
from autograder.sandbox import kernel, wire
from autograder.worker.clock import LOOK_SECONDS, Deadline, Meter

START_SECONDS = 90.0
GRACE_SECONDS = 1.0  # between a deadline, at which the worker gets an alarm, and the kill
ENDED = "it ended"
_LOOK_TIME = struct.pack("ll", 0, int(LOOK_SECONDS * 1e6))  # as the kernel's timeval: so long does a read wait
FEW_BYTES, MANY_BYTES = 1 << 14, 1 << 18  # read at once: nearly all messages are short


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
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, _LOOK_TIME)
        self.meter = Meter(kernel.pid_of(pidfd))
        hello = self.receive(Deadline(START_SECONDS, self.meter))
        if hello.get("ready") is not True:
            self.close()
            raise KitBroken(f"A worker could not be locked up: {hello.get('message', 'it said nothing')}.")

    def send(self, message: dict[str, object], deadline: Deadline) -> None:
        """Send one message; never waits much longer than `deadline` for a worker that does not read.

        Raises:
            WorkerLost: the worker is gone, late, or answers without reading.
        """
        view = memoryview(wire.frame(message))
        with contextlib.suppress(OSError):  # nearly always there is room at once
            view = view[self.channel.send(view, socket.MSG_DONTWAIT) :]
        while view:
            late = deadline.left_or_less() < -GRACE_SECONDS  # checked each time: a worker that trickles is readable for ever
            readable, writable, _ = select.select([self.channel], [self.channel], [], 0.0 if late else LOOK_SECONDS)
            if late:
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

    def receive(self, deadline: Deadline) -> dict[Any, Any]:
        """Return the worker's next message; at the deadline the worker gets an alarm, and soon after it is killed.

        Raises:
            WorkerLate: the message did not come in time.
            WorkerLost: the worker is gone, or what it sent is no message of ours.
        """
        late = warned = False
        while (body := self._take()) is None:
            if late:
                raise self._lost(WorkerLate("it did not answer in time"))
            left = deadline.left_or_less()
            if left <= 0 and not warned:
                warned = True
                with contextlib.suppress(ProcessLookupError):  # it has ended, which the channel tells
                    signal.pidfd_send_signal(self.pidfd, signal.SIGALRM)
            late = left < -GRACE_SECONDS
            wait = 0.0 if late else min(LOOK_SECONDS, max(0.0, left) or LOOK_SECONDS)
            if wait == LOOK_SECONDS:  # nearly always: then the read itself does the waiting, and the kernel is asked once
                self._fill(0)
            elif select.select([self.channel], [], [], wait)[0]:
                self._fill()  # and once more when it is late: perhaps it was we who had no time
        try:
            message, self.weight = wire.weighed(body)
        except wire.WireError as error:
            raise self._lost(WorkerLost(f"it sent an unreadable message ({error})")) from None
        if type(message) is not dict:
            raise self._lost(WorkerLost("it sent something that is no message"))
        return message

    def run_cells(
        self,
        cells: Sequence[str],
        seconds: float,
        *,
        figures: bool,
        read: Callable[[dict[Any, Any]], Any] = dict,
    ) -> list[Any]:
        """Run cells one after another, each with `seconds`; a failing cell does not stop the next.

        `read` is given each cell's message as it comes; what it returns is kept, so that a flood of messages is not.

        Raises:
            WorkerLost: with `results`, what came back before.
        """
        results: list[Any] = []
        try:
            request = {"op": "cells", "cells": list(cells), "seconds": seconds, "figures": figures}
            self.send(request, Deadline(seconds, self.meter))
            while True:
                message = self.receive(Deadline(seconds, self.meter))
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
        self.meter.close()
        os.close(self.pidfd)
        self.channel.close()
        self.zygote.wait_for_exit(self.number, self.control)

    def _fill(self, flags: int = socket.MSG_DONTWAIT) -> None:
        try:
            data = self.channel.recv(self._missing(), flags)
        except BlockingIOError:  # what makes it readable need not be part of the stream: an urgent byte is not
            return
        except OSError:
            data = b""
        if not data:
            raise self._ended()
        self.buffer += data
        if len(self.buffer) > wire.MAX_FRAME + (1 << 20):
            raise self._lost(WorkerLost("it sent more than is allowed"))

    def _missing(self) -> int:
        """Return how much to read: all that is announced, and little otherwise, since reading much costs its room at once."""
        size = wire.HEADER.unpack_from(self.buffer)[0] if len(self.buffer) >= wire.HEADER.size else 0
        return min(max(size + wire.HEADER.size - len(self.buffer), FEW_BYTES), MANY_BYTES)

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
