"""A class run on a Dask cluster: each of its workers owns a judge, and only names and keys cross; trusted side.

The course's folder has to be the same one everywhere. A judgement is stored there under its key, whole or not at all: a piece
that a dying worker has done and another does again is stored as the same file, and told of once.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from typing import Any

from autograder.course.model import Course
from autograder.errors import KitBroken, KitError, UsageError
from autograder.grading.class_work import ClassWork, Judged
from autograder.grading.judgements import load_judgement
from autograder.grading.pool import Lost, Piece

try:
    from distributed import Client, WorkerPlugin, as_completed, get_worker
except ImportError as error:
    raise UsageError("--dask needs Dask: pip install 'autograder[dask]', here and where the workers run.") from error

NAME = "autograder-judge"
CONNECTING_SECONDS = "15s"
ELSEWHERE = (
    "The Dask workers write their judgements somewhere else than {root}: the course's folder must be the same one, under the "
    "same path, on every machine."
)


class JudgePlugin(WorkerPlugin):  # type: ignore[misc]  # distributed has no types
    """What a Dask worker keeps warm for one assignment; a worker that joins late gets it as well."""

    name = NAME

    def __init__(self, work: ClassWork, assignment: str) -> None:
        self.work, self.assignment = work, assignment

    def setup(self, worker: Any) -> None:
        """Prepare; the judge itself is started by the first student who needs it."""
        self._stack, self._lock = ExitStack(), threading.Lock()
        self._do = self._stack.enter_context(self.work.warm(self.assignment))

    def teardown(self, worker: Any) -> None:
        """End the judge and everything below it."""
        with self._lock:
            self._stack.close()

    def judge(self, student: str) -> dict[str, Any]:
        """Judge one student: one at a time, however many threads the worker has."""
        with self._lock:
            return asdict(self._do(student))


def judged_on_cluster(url: str, work: ClassWork, pieces: Sequence[Piece]) -> Generator[tuple[Piece, Judged | Lost]]:
    """Yield each piece, a student, with what became of it, as it is done; closing the iterator takes back what waits.

    Raises:
        KitError: the scheduler cannot be reached, isolation is missing on a worker, or the folder is not shared.
    """
    try:
        client = Client(url, timeout=CONNECTING_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"There is no Dask scheduler at {url}: {error}.") from error
    with client:
        client.register_plugin(JudgePlugin(work, pieces[0].group))
        futures = {client.submit(_judge, piece.what, pure=False): piece for piece in pieces}
        try:
            for future in as_completed(futures, loop=client.loop):
                answer = _answer(future)
                _check_shared(work.course, futures[future], answer)
                yield futures[future], answer
        finally:
            client.cancel(list(futures))
            client.unregister_worker_plugin(NAME)


def _judge(student: str) -> dict[str, Any]:
    """Judge one student on the Dask worker that this runs on; an error of the kit crosses as its text."""
    try:
        plugin = get_worker().plugins[NAME]
        assert isinstance(plugin, JudgePlugin)
        return plugin.judge(student)
    except KitError as error:
        return {"kit": str(error)}


def _answer(future: Any) -> Judged | Lost:
    """Return what a worker said; one that kept dying over this student is a loss of this student alone.

    Raises:
        KitError: nothing can be judged there.
    """
    error = future.exception()
    if error is not None:
        return Lost(f"{type(error).__name__}: {error}")
    found = future.result()
    if "kit" in found:
        raise KitBroken(f"A Dask worker cannot judge: {found['kit']}")
    return Judged(**found)


def _check_shared(course: Course, piece: Piece, answer: Judged | Lost) -> None:
    if isinstance(answer, Judged) and answer.key and not answer.reused:
        stored = load_judgement(course, piece.group, piece.what)
        if stored is None or stored.key != answer.key:
            raise KitBroken(ELSEWHERE.format(root=course.root))
