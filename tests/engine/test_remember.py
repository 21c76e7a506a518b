"""What an oracle remembers changes no answer, is bounded, and belongs to nobody."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.testing import remember
from autograder.testing.remember import remembered


class Asked:
    """Counts the calls of a function that answers with what it was given."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, *values: Any, **named: Any) -> Any:
        self.times += 1
        return [*values, named]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> tuple[Asked, Any]:
    """Return a counter, and the remembered function that counts with it."""
    count = Asked()

    @remembered
    def function(*values: Any, **named: Any) -> Any:
        return count(*values, **named)

    return count, function


@pytest.mark.parametrize(
    "value",
    [
        1,
        -0.0,
        float("nan"),
        True,
        None,
        "x",
        np.float64(2.0),
        np.arange(6.0).reshape(2, 3),
        {"W1": np.eye(2)},
        [(1, 2.0), None],
    ],
    ids=repr,
)
def test_plain_data_is_computed_once(asked: tuple[Asked, Any], value: Any) -> None:
    """The same question is answered from memory, with the same answer."""
    count, function = asked
    first, second = function(value, also=value), function(value, also=value)
    assert count.times == 1
    assert remember._key(first) == remember._key(second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        (1, True),
        (0.0, -0.0),
        (2.0, np.float64(2.0)),
        ([1, 2], (1, 2)),
        (np.zeros((2, 3)), np.zeros((3, 2))),
        (np.zeros(2), np.zeros(2, dtype=int)),
        (np.array([0.0]), np.array([-0.0])),
        (np.ones((2, 2)), np.asfortranarray(np.ones((2, 2)))),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": {"b": 1}}, {"a": [("b", 1)]}),
        ((np.arange(2.0), np.arange(2.0)), (np.arange(4.0).reshape(2, 2),)),
    ],
    ids=repr,
)
def test_what_differs_in_anything_is_computed_anew(asked: tuple[Asked, Any], one: Any, other: Any) -> None:
    """Values that Python or NumPy holds for equal are different questions."""
    count, function = asked
    function(one)
    function(other)
    assert count.times == 2


def test_no_answer_can_be_spoilt(asked: tuple[Asked, Any]) -> None:
    """Who changes an answer, or afterwards an argument, changes nobody else's answer."""
    count, function = asked
    array = np.zeros(2)
    answer = function(array, {"W1": array})
    answer[0][:] = 7.0
    answer[1].clear()
    function(np.zeros(2), {"W1": np.zeros(2)})[0][:] = 8.0
    again = function(np.zeros(2), {"W1": np.zeros(2)})
    assert count.times == 1
    assert again[0].tolist() == [0.0, 0.0]
    assert again[1].keys() == {"W1"}


@pytest.mark.parametrize(
    "value",
    [len, np.random.default_rng(0), object(), {1: 2}, np.array([None]), np.ma.array([1.0])],
    ids=["function", "generator", "object", "numbered", "objects", "masked"],  # their repr has an address in it
)
def test_what_is_no_plain_data_is_asked_every_time(asked: tuple[Asked, Any], value: Any) -> None:
    """A function's or a generator's next answer is its own affair."""
    count, function = asked
    function([value])
    function([value])
    assert count.times == 2


def test_an_exception_is_not_remembered() -> None:
    """A question that was refused is asked again."""
    count = Asked()

    @remembered
    def function(value: int) -> int:
        count()
        raise ValueError(value)

    for _ in range(2):
        with pytest.raises(ValueError, match="3"):
            function(3)
    assert count.times == 2


def test_memory_is_bounded_whatever_is_asked(asked: tuple[Asked, Any]) -> None:
    """What was not asked for longest is forgotten, and what is too large is never kept."""
    count, function = asked
    function(0, np.zeros(2000))
    for number in range(1, 1000):
        function(number, np.zeros(2000))  # 16 kB, and as much for the answer
    function(999, np.zeros(2000))
    assert count.times == 1000
    function(0, np.zeros(2000))
    assert count.times == 1001
    for _ in range(2):
        function(np.zeros(remember.LARGEST))
    assert count.times == 1003
