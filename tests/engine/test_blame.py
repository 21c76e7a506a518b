"""Whose fault it is when a hidden test stops with an error of its own: also where the answers are drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.errors import Raised
from autograder.judge.blame import stems_from_student
from autograder.judge.proxy import Record
from autograder.judge.right_student import CannotTell, RightStudent
from autograder.sandbox.wire import Rng
from autograder.testing.returns import Array
from autograder.worker.session import Answer

X = np.array([3.0, 1.0, 2.0])


def drawn(x: Any, rng: np.random.Generator) -> Any:
    """Return what is given, in another order."""
    if len(x) == 0:
        raise ValueError("nothing")
    return rng.permutation(x)


REFERENCE = {"drawn": drawn, "Thing": type("Thing", (), {"__init__": lambda self, rng: None})}


def record(value: object) -> Record:
    """Return a call of `drawn`, answered so."""
    return Record("call", "drawn", (X, Rng(7)), 7, Answer(value, True, None))


@pytest.mark.parametrize(
    ("value", "rerun", "expected"),
    [
        (np.array([np.nan, 1e300, -np.inf]), lambda: None, True),
        (np.array([np.nan, 1e300, -np.inf]), lambda: ZeroDivisionError(), False),
        (np.array([2.0, 3.0, 1.0]), lambda: ZeroDivisionError(), False),
        (np.random.default_rng(7).permutation(X), lambda: None, False),
        (np.zeros(2), lambda: ZeroDivisionError(), True),
        ("text", lambda: ZeroDivisionError(), True),
    ],
)
def test_a_test_that_stops_on_drawn_numbers_is_broken_only_where_right_ones_stop_it_too(
    value: object, rerun: Callable[[], BaseException | None], expected: bool
) -> None:
    """Nonsense of the right form was taken for right work, and BROKEN costs no marks."""
    assert stems_from_student(IndexError("x"), [record(value)], REFERENCE, rerun) is expected


def test_the_reference_stands_in_for_a_student() -> None:
    """It answers calls of functions alike, is seeded alike, and says where it cannot tell."""
    right = RightStudent(None, {"drawn": Array()}, REFERENCE)  # type: ignore[arg-type]  # it asks no session
    assert np.array_equal(right.within(9.0).seeded(3).drawn(X, Rng(7)), np.random.default_rng(7).permutation(X))
    with pytest.raises(Raised) as caught:
        right.drawn(X[:0], Rng(7))
    assert caught.value.kind == "ValueError"
    for ask in (lambda: right.Thing(Rng(1)), lambda: right.value("drawn"), lambda: right.hold(X), lambda: right.unknown()):
        with pytest.raises(CannotTell):
            ask()
