"""What a visible check takes for an answer of the right kind, grading takes, and the other way round."""

from __future__ import annotations

import sys
from collections import ChainMap, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum, IntEnum
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest

from autograder.errors import KitError
from autograder.sandbox import wire
from autograder.testing.compare import Mismatch, same
from autograder.testing.returns import (
    Array,
    Complex,
    Dict,
    ListOf,
    Malformed,
    Number,
    Returns,
    SetOf,
    Text,
    Truth,
    Tuple,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "course" / "handout"))

from lesson.compare import difference, shape_difference
from lesson.display import describe

Pair = namedtuple("Pair", "a b")


class OwnMapping(Mapping[str, Any]):
    """Behaves like a dictionary, and is none."""

    def __init__(self, entries: dict[str, Any]) -> None:
        self.entries = entries

    def __getitem__(self, key: str) -> Any:
        return self.entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


class OwnFloat(float):
    """A number of a class of its own."""


class OwnText(str):
    """A text of a class of its own."""


class OwnArray(np.ndarray):  # type: ignore[type-arg]
    """An array of a class of its own."""


class OwnSet(set):  # type: ignore[type-arg]
    """A set of a class of its own."""


class OwnFraction(Fraction):
    """A fraction of a class of its own."""


Level = IntEnum("Level", {"LOW": 2})
Label = Enum("Label", {"A": "a"}, type=str)
ROW, TWO = np.array([[1.5, 2.5]]), 2.0

NUMBERS = [
    2, 2.0, True, 2 + 0j, "2", None, np.float64(2), np.float32(2), np.float16(2), np.longdouble(2), np.int8(2), np.bool_(True),
    np.complex128(2), np.array(2.0), np.array(2), np.array([2.0]), np.array([[2.0]]), [2.0], (2.0,), {2.0}, Fraction(2),
    Decimal(2), Decimal("nan"), Decimal("sNaN"), Decimal("1e999"), Fraction(10**400), OwnFraction(2), OwnFloat(2), Level.LOW,
    2 * 10**30, 10**400, np.ma.array(2.0), np.ma.masked, np.matrix([[2.0]]), np.array(2.0, dtype=object),
    np.array(2.0).view(OwnArray), lambda: 2.0, np.str_("2"), float("nan"), float("inf"), np.datetime64("2020"),
    range(2), object(),
]  # fmt: skip
ARRAYS = [
    ROW, ROW.tolist(), ROW.astype(np.longdouble), np.asfortranarray(ROW), ROW.astype(object), ROW.astype(complex),
    ROW.astype(str), np.asmatrix(ROW), ROW.view(OwnArray), np.ma.array(ROW), np.ma.array(ROW, mask=[[0, 1]]),
    np.ma.array(ROW, mask=True), ROW[0], ROW.T, ROW[None], ROW[:, :1], ROW * np.nan, ROW.view([("x", float)]), (ROW,), [ROW],
    1.5, None, np.float64(1.5), memoryview(ROW), Fraction(3, 2),
]  # fmt: skip
ENTRIES: dict[str, Any] = {"a": 1.5, "b": Fraction(2)}
DICTS = [
    ENTRIES, OrderedDict(ENTRIES), defaultdict(float, ENTRIES), UserDict(ENTRIES), ChainMap(ENTRIES), MappingProxyType(ENTRIES),
    OwnMapping(ENTRIES), {**ENTRIES, "c": None}, {"a": 1.5}, {OwnText("a"): 1.5, np.str_("b"): Decimal(2)},
    {Label.A: 1.5, "b": 2}, list(ENTRIES), list(ENTRIES.items()), Pair(1.5, 2), {"a": OwnMapping({}), "b": 2}, None, "ab",
]  # fmt: skip
TUPLES = [
    (1.5, 2), [1.5, 2], Pair(1.5, Fraction(2)), (Decimal("1.5"), OwnFloat(2)), np.array([1.5, 2]), deque([1.5, 2]),
    UserList([1.5, 2]), (1.5,), (1.5, 2, 3), iter((1.5, 2)), {1.5, 2}, {1.5: 2}, (np.array(1.5), np.float32(2)),
    (np.array([1.5]), 2), None,
]  # fmt: skip
TRUTHS = [
    True,
    np.bool_(True),
    1,
    2,
    0,
    1.0,
    "True",
    None,
    np.array(True),
    np.array([True]),
    Fraction(1),
    Level.LOW,
    np.int8(1),
    [1],
]
TEXTS = ["a", OwnText("a"), np.str_("a"), Label.A, b"a", ["a"], np.array("a"), "b", None]
SETS = [{"a"}, frozenset("a"), OwnSet("a"), ["a"], {"a": 1}, {OwnText("a")}, {"b"}, set(), None]
COMPLEXES = [
    1 + 2j,
    np.complex64(1 + 2j),
    np.array(1 + 2j),
    1.0,
    "1+2j",
    [1 + 2j],
    np.array([1 + 2j]),
    np.clongdouble(1 + 2j),
    True,
    None,
]

KINDS: dict[str, tuple[Returns, Any, list[Any]]] = {
    "a number": (Number(), TWO, NUMBERS),
    "an array": (Array(), ROW, ARRAYS),
    "a dictionary": (Dict(("a", "b"), Number()), {"a": 1.5, "b": 2.0}, DICTS),
    "a tuple": (Tuple((Number(), Number())), (1.5, 2.0), TUPLES),
    "a list": (ListOf(Number()), [1.5, 2.0], TUPLES),
    "a truth value": (Truth(), True, TRUTHS),
    "a text": (Text(), "a", TEXTS),
    "a set": (SetOf(Text()), {"a"}, SETS),
    "a complex number": (Complex(), 1 + 2j, COMPLEXES),
}
CASES = [(kind, answer) for kind, (_, _, answers) in KINDS.items() for answer in answers]


def graded(structure: Returns, answer: Any, expected: Any) -> bool:
    """Say whether grading takes an answer: sent, read by its structure, and compared."""
    try:
        arrived = wire.decode(wire.encode(answer))
        same(structure.read(arrived, "the answer"), expected, rtol=1e-6, atol=1e-6)
    except (wire.WireError, Malformed, Mismatch, KitError):
        return False
    return True


def seen(answer: Any, expected: Any) -> bool:
    """Say whether a visible check takes it; one that cannot be compared is wrong."""
    try:
        return difference(answer, expected) is None
    except Exception:
        return False


@pytest.mark.parametrize(
    ("kind", "answer"), CASES, ids=[f"{kind}-{n}-{type(one).__name__}" for n, (kind, one) in enumerate(CASES)]
)
def test_visible_check_and_grading_take_the_same(kind: str, answer: Any) -> None:
    """One rule, whatever class an answer is made by; and a refused one is described without its own methods failing."""
    structure, expected, _ = KINDS[kind]
    assert seen(answer, expected) == graded(structure, answer, expected)
    assert describe(answer)


@pytest.mark.parametrize("answer", ARRAYS, ids=lambda one: type(one).__name__)
def test_check_of_a_shape_takes_what_grading_takes_for_an_array(answer: Any) -> None:
    """An array in which entries are masked has no shape that counts; one of another class has."""
    arrived = wire.decode(wire.encode(answer))
    wanted = isinstance(arrived, np.ndarray) and arrived.shape == ROW.shape
    assert (shape_difference(answer, ROW.shape) is None) == wanted


def test_fractions_and_decimals_are_said_as_numbers() -> None:
    """A wrong one is described by its value, as any number is."""
    assert difference(Fraction(1, 3), 0.5) == difference(1 / 3, 0.5)
    assert difference(Decimal("0.25"), 0.5) == difference(0.25, 0.5)
    assert difference([Fraction(1, 3)], [0.5]) == difference([1 / 3], [0.5])


def test_numbers_of_few_digits_are_told_before_grading_refuses_them() -> None:
    """What was computed in float32 is right to seven digits; where that is exact enough, it passes as it does there."""
    exact, thirds = np.array([[0.5, 2.0]]), np.array([[1.0, 2.0]]) / 3
    assert difference(exact.astype(np.float32), exact) is None and difference(exact.astype(np.float16), exact) is None
    rough = (thirds.astype(np.float32) * np.float32(1.1)) / np.float32(1.1) * (1 + np.float32(3e-7))
    assert "float32, which keep some 7 digits" in str(difference(rough, thirds))
    assert difference(rough.astype(float), thirds) is None
