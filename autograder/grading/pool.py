"""One pool for everything that judges: a few processes, each warm for the assignment that it works on; trusted side.

Pieces are handed out as processes ask for them, so that nothing waits but here, and a process that dies costs the piece it
was doing, which is tried once more in a fresh one. The processes end with their parent, however that ends: with a closed
pipe, or by the signal that the kernel sends when it was killed.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import tempfile
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Protocol

from autograder.errors import KitBroken, KitError
from autograder.sandbox import kernel
from autograder.worker.leftovers import remove_abandoned

SUBMISSIONS_A_PROCESS = 4  # it takes as long to begin as they take to be judged
AHEAD = 4  # pieces that a process has before it, so that it need not wait while its answers are dealt with
ATTEMPTS = 2
DEATHS_IN_A_ROW = 8  # without an answer between them: then it is no single piece that does it
GRACE_SECONDS, CLOSING_SECONDS = 3.0, 20.0
_READY = "ready"


class Work(Protocol):
    """What the processes do; it is sent to them, so it must be picklable."""

    def warm(self, group: str) -> AbstractContextManager[Callable[[Any], Any]]:
        """Prepare for the pieces of a group, an assignment's, and return what does one."""
        ...


@dataclass(frozen=True)
class Piece:
    """One piece of work: pieces of one group share what was warmed up. `what` is small: names and numbers, no answers."""

    group: str
    what: Any


@dataclass(frozen=True)
class Lost:
    """What stands in the place of an answer that no process could give, with the reason."""

    reason: str


def processes_for(pieces: int, a_process: int = SUBMISSIONS_A_PROCESS) -> int:
    """Return how many processes do so many pieces where nobody says: one a core, and one for every `a_process` of them."""
    return max(1, min(os.cpu_count() or 1, -(-pieces // a_process)))


def run_pieces(work: Work, pieces: Sequence[Piece], jobs: int) -> Generator[tuple[Piece, Any]]:
    """Yield each piece with its answer as it is done, or with `Lost`; closing the iterator ends the processes.

    Raises:
        KitError: the work cannot be done at all: isolation is missing, or the processes keep dying.
    """
    remove_abandoned(Path(tempfile.gettempdir()))  # here as well as by each zygote: there may be nothing left to judge
    pool = _Pool(work, pieces)
    try:
        yield from pool.run(min(jobs, len(pieces)))
    finally:
        pool.close()


class _Process:
    """One process, and the pieces that it has before it; the first of them is the one it is doing."""

    def __init__(self, work: Work) -> None:
        context = multiprocessing.get_context("spawn")  # a judge keeps threads, which a fork would not
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(work, theirs), daemon=True)
        self.process.start()
        theirs.close()
        self.group: str | None = None
        self.sent: deque[Piece] = deque()

    def send(self, piece: Piece) -> None:
        self.sent.append(piece)
        self.group = piece.group
        with contextlib.suppress(OSError):  # it has just died: receiving says so
            self.connection.send(piece)


class _Pool:
    def __init__(self, work: Work, pieces: Sequence[Piece]) -> None:
        self._work = work
        self._waiting: dict[str, deque[Piece]] = {}
        for piece in pieces:
            self._waiting.setdefault(piece.group, deque()).append(piece)
        self._open = len(pieces)
        self._attempts: dict[int, int] = {}  # by the piece's identity: two pieces may be equal
        self._deaths = 0
        self._processes: dict[Connection, _Process] = {}

    def run(self, jobs: int) -> Iterator[tuple[Piece, Any]]:
        for _ in range(jobs):
            self._start()
        while self._open:
            for connection in wait(list(self._processes)):
                assert isinstance(connection, Connection)  # nothing else is waited for
                process = self._processes[connection]
                try:
                    answer = connection.recv()
                except (EOFError, OSError):
                    yield from self._after_death(process)
                    continue
                if answer != _READY:
                    self._deaths = 0
                    self._open -= 1
                    piece = process.sent.popleft()
                    if isinstance(answer, KitError):
                        raise answer
                    self._hand_out(process)
                    yield piece, answer
                else:
                    self._hand_out(process)

    def close(self) -> None:
        """End the processes: those that wait at once, those at work after their piece or when patience ends."""
        processes, self._processes = list(self._processes.values()), {}
        for one in processes:
            one.connection.close()
        until = time.monotonic() + GRACE_SECONDS
        for one in processes:
            one.process.join(max(0.0, until - time.monotonic()))
        for one in processes:
            one.process.terminate()  # it still puts its folder away
        until = time.monotonic() + CLOSING_SECONDS
        for one in processes:
            one.process.join(max(0.0, until - time.monotonic()))
            one.process.kill()
            one.process.join()

    def _start(self) -> _Process:
        process = _Process(self._work)
        self._processes[process.connection] = process
        return process

    def _hand_out(self, process: _Process) -> None:
        """Give a process a few pieces: fewer near the end, where the last ones should be shared."""
        while len(process.sent) < self._share() and (piece := self._next(process.group)) is not None:
            process.send(piece)

    def _share(self) -> int:
        waiting = sum(map(len, self._waiting.values()))
        return max(1, min(AHEAD, waiting // (2 * len(self._processes))))

    def _next(self, group: str | None) -> Piece | None:
        """Return a piece of the group that the process is warm for, else of one that nobody is at, else of any.

        What a process warms up for a group, and what it remembers while it works on it, another one would make again.
        """
        left = {name: pieces for name, pieces in self._waiting.items() if pieces}
        if not left:
            return None
        if group not in left:
            others = {process.group for process in self._processes.values()}
            free = [name for name in left if name not in others] or list(left)
            group = max(free, key=lambda name: len(left[name]))
        return left[group].popleft()

    def _after_death(self, process: _Process) -> Iterator[tuple[Piece, Any]]:
        """Put another process in the place of a dead one, and give its piece a second and last chance there."""
        del self._processes[process.connection]
        process.connection.close()
        process.process.join(CLOSING_SECONDS)
        reason = _ending(process.process.exitcode)
        self._deaths += 1
        if self._deaths >= DEATHS_IN_A_ROW:
            raise KitBroken(f"The judging processes keep ending ({reason}): is there memory enough? Try --jobs 1.")
        current = process.sent.popleft() if process.sent else None
        for piece in reversed(process.sent):  # it had not begun with these
            self._waiting[piece.group].appendleft(piece)
        fresh = self._start()
        if current is None:
            return
        self._attempts[id(current)] = self._attempts.get(id(current), 0) + 1
        if self._attempts[id(current)] < ATTEMPTS:
            fresh.send(current)
        else:
            self._open -= 1
            yield current, Lost(f"the process that judged it ended, twice: {reason}")


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"it was ended by {signal.Signals(-code).name}"
    return f"it ended with exit code {code}"


def _serve(work: Work, connection: Connection) -> None:
    """Do pieces until the parent closes the pipe or is no more; an error of the kit goes to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal: the parent decides
    signal.signal(signal.SIGTERM, _leave)
    if sys.platform == "linux":
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGTERM)
    parent = multiprocessing.parent_process()
    if parent is None or os.getppid() != parent.pid:
        return  # it was killed meanwhile
    with contextlib.suppress(EOFError, OSError), ExitStack() as stack:
        connection.send(_READY)
        group: str | None = None
        do: Callable[[Any], Any] = _nothing
        try:
            while True:
                piece: Piece = connection.recv()
                try:
                    if piece.group != group:
                        stack.close()
                        group = None
                        do = stack.enter_context(work.warm(piece.group))
                        group = piece.group
                    answer = do(piece.what)
                except KitError as error:
                    answer = error
                except Exception as error:  # of one piece, and no other is lost with it
                    answer = Lost(f"{type(error).__name__}: {error}\n{traceback.format_exc(limit=-4)}")
                connection.send(answer)
        finally:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)  # tidying up takes its time on a busy machine, and is bounded


def _nothing(what: Any) -> Any:
    raise AssertionError(f"nothing is warm for {what}")


def _leave(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once: the rest is tidying up
    raise SystemExit(1)
