"""The judge answers a worker's questions within its own means, and changes nothing of the process around it."""

from __future__ import annotations

import random
import resource
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from autograder.judge.proxy import Record
from autograder.judge.replay import replay
from autograder.worker.callbacks import MAX_ENTRIES, largest_table, serve
from autograder.worker.session import Answer
from course.oracles import passes, shallow

TOO_LARGE: Sequence[list[Any]] = (
    [10_000, 10_000, 1],
    [-10_000, 10_000],
    [10**400],
    [np.int64(2**62)],
    [np.array([10_000, 10_000])],
    [{"layers": [(10_000, 10_000)]}],
    [np.zeros((100_000, 1)), np.zeros((1, 100_000))],
    [np.zeros((1, 100_000)), 100_000],
)
SMALL: Sequence[list[Any]] = ([2, 4, 1], [np.zeros((500, 400))], [np.zeros((2, 400)), 10_000], [1e300, None, "x" * 10**6], [])


@pytest.mark.parametrize("arguments", TOO_LARGE)
def test_a_table_that_could_not_be_sent_is_not_made(arguments: list[Any]) -> None:
    """The sizes are looked at before the function is called, wherever among the arguments they stand."""
    called: list[object] = []
    assert largest_table(arguments)[0] > MAX_ENTRIES
    for message in ({"args": arguments, "kwargs": {}}, {"args": [], "kwargs": {"sizes": arguments}}):
        assert serve({"callback": 0, **message}, {0: lambda *a, **k: called.append(a)}) == {"ok": False}
    assert not called


def test_many_tables_that_could_be_sent_one_by_one_are_not_made() -> None:
    """A network of many layers, each of which fits, keeps two tables a layer: 25 GB from a message of 3 MB, before."""
    layers = {f"W{k}": np.zeros((2000, 1) if k % 2 else (1, 2000), np.int8) for k in range(1, 801)}
    layers |= {f"b{k}": np.zeros((2000 if k % 2 else 1, 1), np.int8) for k in range(1, 801)}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    message = {"callback": 0, "args": [np.zeros((1, 2000), np.int8), layers], "kwargs": {}}
    assert serve(message, {0: passes.plain_forward}) == {"ok": False}
    assert serve({**message, "args": [[2000] * 1000]}, {0: lambda sizes: sizes}) == {"ok": False}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_what_a_student_answered_is_replayed_only_at_an_ordinary_size() -> None:
    """A hidden test hands a student's caches on: the reference would make 2 GB of a message of 3 MB, before."""
    tall = np.zeros((16_000, 7))
    caches = [{"A_prev": tall, "Z": tall, "W": np.zeros((16_000, 1)), "b": np.zeros((1, 1))}]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    call = Record("call", "deep_backward", (tall, np.zeros((1, 7)), caches, "tanh"), None, Answer({}, True, None))
    (answer,) = replay("deep_backward", passes.plain_backward, [call])
    assert answer.fault == "MemoryError"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_a_large_number_is_replayed() -> None:
    """Whether a number is a prime is asked of large ones as well: a number of the test's own is no size."""
    call = Record("call", "half", (10**12,), None, Answer(5 * 10**11, True, None))
    assert next(replay("half", lambda n: n // 2, [call])).value == 5 * 10**11


@pytest.mark.parametrize("arguments", SMALL)
def test_what_exercises_ask_for_is_answered(arguments: list[Any]) -> None:
    """Numbers of iterations, texts and ordinary data are no sizes to be afraid of."""
    assert serve({"callback": 0, "args": arguments, "kwargs": {}}, {0: lambda *a: 1.0}) == {"ok": True, "value": 1.0}


def test_a_reference_called_with_huge_layers_makes_nothing() -> None:
    """The innocent case: a function that passes the numbers of examples where those of units belong."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert serve({"callback": 0, "args": [10_000, 10_000, 1], "kwargs": {}}, {0: shallow.initialize_parameters}) == {
        "ok": False
    }
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kilobytes, of the 800,000 that W1 takes


def test_neither_limits_nor_generators_of_the_process_change() -> None:
    """Whoever hosts the judge (formgrader, a notebook) finds its limits and its random numbers as they were."""
    limit = resource.getrlimit(resource.RLIMIT_AS)
    seen: list[tuple[int, int]] = []
    np.random.seed(5)
    random.seed(5)
    expected = np.random.RandomState(5).rand(), random.Random(5).random()
    serve({"callback": 0, "args": [], "kwargs": {}}, {0: lambda: seen.append(resource.getrlimit(resource.RLIMIT_AS))})
    record = Record("call", "draw", (), 7, None)  # type: ignore[arg-type]  # how it was answered is not looked at
    (answer,) = replay("draw", lambda: float(np.random.rand() + random.random()), [record])
    assert answer.value == np.random.RandomState(7).rand() + random.Random(7).random()
    assert (np.random.rand(), random.random()) == expected
    assert seen == [limit] == [resource.getrlimit(resource.RLIMIT_AS)]
