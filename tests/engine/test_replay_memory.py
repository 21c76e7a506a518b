"""What is replayed is remembered for the same calls, and only for those."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from autograder import errors
from autograder.diagnosis import memory as memory_module
from autograder.diagnosis.memory import ReplayMemory, key_of
from autograder.judge.proxy import Record
from autograder.judge.replay import ATOL, RTOL, equal, replay, same_answer
from autograder.sandbox import said
from autograder.worker.session import Answer


def call(*arguments: object, seed: int | None = None) -> Record:
    """Return a recorded call of `double`."""
    return Record("call", "double", arguments, seed, Answer(None, True, None))


class Counted:
    """A function that knows how often it was called."""

    def __init__(self, function: Callable[[float], object]) -> None:
        self.function, self.calls = function, 0

    def __call__(self, x: float) -> object:
        self.calls += 1
        return self.function(x)


def replayed(memory: ReplayMemory, function: Counted, records: Sequence[Record], owner: str = "it") -> list[object]:
    """Return all the answers, through the memory."""
    answers = memory.replay((owner,), key_of(records), "double", lambda: function, records)
    return [answer.value for answer in answers]


def test_the_same_calls_are_not_made_again() -> None:
    """A second replay of the same calls answers alike and runs nothing; other calls, or another owner, do run."""
    memory, double = ReplayMemory(), Counted(lambda x: 2 * x)
    assert replayed(memory, double, [call(1.0), call(2.0)]) == replayed(memory, double, [call(1.0), call(2.0)]) == [2.0, 4.0]
    assert double.calls == 2
    assert replayed(memory, double, [call(1.0), call(3.0)]) == [2.0, 6.0] and double.calls == 4
    assert replayed(memory, double, [call(1.0), call(2.0)], "another") == [2.0, 4.0] and double.calls == 6


def test_what_nobody_asked_for_is_not_computed() -> None:
    """Answers are made one by one, and go on where the last reader stopped."""
    memory, double = ReplayMemory(), Counted(lambda x: 2 * x)
    records = [call(1.0), call(2.0), call(3.0)]
    first = memory.replay(("it",), key_of(records), "double", lambda: double, records)
    assert next(first).value == 2.0 and double.calls == 1
    assert replayed(memory, double, records) == [2.0, 4.0, 6.0] and double.calls == 3


def test_a_function_has_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What answers took is counted, remembered or not, and once only."""
    monkeypatch.setattr("autograder.judge.replay.time.perf_counter", itertools.count(0.0, memory_module.SECONDS).__next__)
    memory, double = ReplayMemory(), Counted(lambda x: 2 * x)
    assert replayed(memory, double, [call(1.0)]) == [2.0] and not memory.is_late
    assert replayed(memory, double, [call(1.0)]) == [2.0] and not memory.is_late
    assert replayed(memory, double, [call(2.0)]) == [4.0] and memory.is_late


def test_the_oldest_is_forgotten() -> None:
    """The memory holds so many transcripts and no more."""
    memory, double = ReplayMemory(limit=2), Counted(lambda x: 2 * x)
    for x in (1.0, 2.0, 3.0, 1.0):
        replayed(memory, double, [call(x)])
    assert double.calls == 4


@pytest.mark.parametrize(
    "other",
    [call(np.array([1, 2])), call(np.array([[1.0, 2.0]])), call(np.array([1.0, 2.5])), call(np.array([1.0, 2.0]), seed=1)],
)
def test_calls_that_differ_have_other_keys(other: Record) -> None:
    """A dtype, a shape, a number or a seed makes another call."""
    same = [call(np.array([1.0, 2.0])) for _ in range(2)]
    assert key_of(same[:1]) == key_of(same[1:]) != key_of([other])


def test_calls_with_functions_are_not_remembered() -> None:
    """Two functions cannot be compared, so their calls have no key."""
    assert key_of([call(lambda x: x)]) is None


def test_word_for_word_tells_two_errors_of_one_kind_apart() -> None:
    """An exception of the right kind with another text is no match where nothing else speaks, and is one elsewhere."""

    def raises(_: object) -> object:
        raise TypeError("only one")

    (answer,) = replay("double", raises, [call(1.0)])
    alike, other = (
        Record("call", "double", (1.0,), None, errors.Raised("double", "TypeError", said.digest_of(TypeError(text))))
        for text in ("only one", "another")
    )
    assert same_answer(alike, answer, purity=False, word_for_word=True)
    assert not same_answer(other, answer, purity=False, word_for_word=True)
    assert same_answer(other, answer, purity=False)


def test_a_students_own_exception_is_never_asked_for_its_text() -> None:
    """A class that somebody wrote could do anything when it is turned into text."""

    class Sly(Exception):
        def __str__(self) -> str:
            raise AssertionError("it was asked")

    assert said.digest_of(Sly()) == ""
    assert len(said.digest_of(ValueError("x"))) == said.LENGTH


EXTREME = (0.0, -0.0, 1.0, 1 + 1e-7, 1 + 2e-6, math.nan, math.inf, -math.inf, 1e308, -1e308, 5e-324, 1e-10, 2e-9, 1e-8)


@pytest.mark.parametrize("kind", [np.float64, np.float32])
def test_two_answers_are_equal_where_numpy_says_so(kind: type) -> None:
    """Whatever is looked at first, the first number or all, the verdict is that of `np.allclose`, with nan equal to nan."""
    with np.errstate(all="ignore"):
        for one, other, last in itertools.product(EXTREME, repeat=3):
            for a, b in (([one, last], [other, last]), ([last, one], [last, other])):
                first, second = np.array(a, kind), np.array(b, kind)
                wanted = np.allclose(first.astype(complex), second.astype(complex), RTOL, ATOL, equal_nan=True)
                assert equal(first, second) == wanted, (a, b)
