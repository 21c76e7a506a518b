"""Whatever a student's function returns, the exercise fails or passes, and nothing is raised outside it."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.course.model import Assignment
from autograder.diagnosis.behaviour import fingerprints
from autograder.errors import StudentFault
from autograder.grading.grader import Grader
from autograder.judge.plugin import Outcome
from autograder.judge.proxy import Record, Remote, Student, Transcript
from autograder.judge.replay import Replayed, equal, same_answer, same_form
from autograder.report.files import gradescope_json, json_text, junit_xml, markdown
from autograder.result import BROKEN, FAILED
from autograder.sandbox import wire
from autograder.submission.canonical import canonicalise
from autograder.submission.read import Submission, SubmittedCell
from autograder.testing import compare
from autograder.testing.returns import (
    Anything,
    Array,
    Complex,
    Dict,
    ListOf,
    Malformed,
    Maybe,
    Nothing,
    Number,
    Numbers,
    Returns,
    SetOf,
    Stream,
    Text,
    Truth,
    Tuple,
    Whole,
)  # fmt: skip
from autograder.testing.returns import (
    Record as Fields,
)
from autograder.worker.session import Answer

from . import toy

pytestmark = pytest.mark.long

HUGE = 10**5000

# What can arrive on the wire, by itself or inside a container.
ARRIVES: Sequence[object] = (
    None, True, 0, -1, 7, HUGE, -HUGE, 2**63, 2**64, -(2**63) - 1, 1.5, -0.0, math.inf, -math.inf, math.nan, 5e-324, 1e308,
    1j, complex(math.nan, math.inf), "", "x", "a\0b", "\x1b[31mred", "<script>", "=cmd()", "::add-mask::", "x" * 5000, b"",
    b"\xff\0", frozenset(), frozenset({1, "a", HUGE}), wire.Opaque("NeuralNetwork", 3), wire.Opaque("method", 4),
    wire.Opaque("\x1b[31m", 0), np.float64(2.5), np.float64("nan"), np.bool_(True), np.int8(-128), np.uint64(2**64 - 1),
    np.complex64(1j), np.float16("inf"), np.array(3.0), np.array(7), np.array([]), np.zeros((0, 3)), np.zeros((2, 0)),
    np.zeros((1,) * 32), np.full((2, 2), np.nan), np.full((1, 1), np.inf), np.array([[True, False]]), np.arange(6, dtype="u1"),
    np.arange(6, dtype=">i4").reshape(2, 3), np.ones((2, 3), "f2"), np.array([1 + 2j]), np.array([5e-324, 1e308]),
)  # fmt: skip
KEYS: Sequence[Any] = ("W1", "b1", "", "\x1b[0m", "a\0b", 0, 1, -1, HUGE, -HUGE, 1.5, math.nan, b"W1", (1, "a"), (HUGE,), True)


def values(seed: int, depth: int = 0) -> Any:
    """Return some value that can arrive."""
    draw = random.Random(seed)
    kind = draw.randrange(6 if depth < 4 else 1)
    inner = [draw.randrange(2**32) for _ in range(draw.randrange(4))]
    if kind == 0 or kind == 5:
        return draw.choice(ARRIVES)
    if kind == 1:
        return [values(one, depth + 1) for one in inner]
    if kind == 2:
        return tuple(values(one, depth + 1) for one in inner)
    if kind == 3:
        return {draw.choice(KEYS): values(one, depth + 1) for one in inner}
    nested: Any = draw.choice(ARRIVES)
    for _ in range(draw.randrange(25)):
        nested = [nested]
    return nested


SOME = [*ARRIVES, *({key: 1.0} for key in KEYS), *(values(seed) for seed in range(500))]  # `make fuzz` draws millions
SPECS: Sequence[Returns] = (
    Anything(), Number(), Whole(), Truth(), Array(), Numbers(), Dict(), Dict(("W1", "b1")), Dict(each=Number()),
    ListOf(Number()), Tuple((Array(), Dict()), names=("A", "the cache")), ListOf(Tuple((Array(), Array()), names=("X", "Y"))),
    Complex(), Text(), Nothing(), Maybe(Text()), Fields({"n": Whole(), "name": Text()}), SetOf(Text()), Stream(Number()),
)  # fmt: skip


def test_a_hostile_value_is_read_or_malformed() -> None:
    """A structure gives the value in its usual form, or a sentence that can be written everywhere."""
    student = Student(None, {f"f{index}": spec for index, spec in enumerate(SPECS)}, Transcript())  # type: ignore[arg-type]  # nothing is asked
    for spec in range(len(SPECS)):
        for value in SOME:
            try:
                student._read(value, f"f{spec}")
            except Malformed as error:
                str(error).encode()


CHECKS: Sequence[Callable[[Any], None]] = (
    lambda value: compare.number(value, 1.0),
    lambda value: compare.close(value, np.ones((2, 3))),
    lambda value: compare.close(value, np.ones((2, 2)), kinds=compare.ANY_NUMBER),
    lambda value: compare.shape(value, (2, 3)),
    lambda value: compare.gradient(value, np.zeros((2, 2))),
    lambda value: compare.finite(value),
    lambda value: compare.holds(value, "it is true"),
)


@pytest.mark.parametrize("value", [1e160, 1e200, -1e308, 5e153, 1e30, 2.0, 1e-3])
@pytest.mark.parametrize("kind", [np.float64, np.float32])
def test_no_wrong_gradient_is_near_however_large_it_is(value: float, kind: type[np.floating[Any]]) -> None:
    """The squares of what is huge are infinite, and infinity is no larger than a part of itself: it counted as right."""
    with np.errstate(all="ignore"):
        got = np.full((2, 3), value).astype(kind)
    for wanted in (np.ones((2, 3)), np.zeros((2, 3)), -got.astype(float), np.full((2, 3), 1e250)):
        with pytest.raises(compare.Mismatch):
            compare.gradient(got, wanted)
    if np.all(np.isfinite(got)):
        compare.gradient(got, got.astype(float) * (1 + 1e-8))


@pytest.mark.parametrize("check", CHECKS)
def test_a_hostile_value_matches_or_mismatches(check: Callable[[Any], None]) -> None:
    """A comparison says yes or raises a Mismatch, and nothing else."""
    for value in SOME:
        try:
            with np.errstate(all="ignore"):
                check(value)
        except compare.Mismatch:
            continue


def test_two_hostile_values_are_equal_or_not() -> None:
    """Comparing an answer with an implementation's raises nothing, in either order; what is the same is equal."""
    others = SOME[:: len(SOME) // 40]
    for value in SOME:
        for other in others:
            assert equal(value, other) in (True, False) and equal(other, value) in (True, False)
    assert equal(HUGE, 10**5000) and not equal(HUGE, HUGE + 1) and not equal(HUGE, 1.0) and not equal(np.ones(1), HUGE)


def record(value: object) -> Record:
    """Return a call that was answered with this value."""
    return Record("call", "double", (2.0,), None, Answer(value, True, None))


def test_a_hostile_value_has_a_fingerprint_and_a_diagnosis(toy_assignment: Assignment, toy_grader: Grader) -> None:
    """Every consumer of a recorded answer is ready for it."""
    exercise = toy_assignment.exercise("double")
    (empty, *_) = toy_grader.judge.tests("double")
    for value in SOME:
        outcome: Outcome = replace(empty, verdict=FAILED, error=AssertionError(), transcript=Transcript([record(value)]))
        found = fingerprints(exercise, [outcome], [])
        assert set(found) == {"double"} and found == fingerprints(exercise, [outcome], [])
        toy_grader.diagnostician.diagnose(exercise, [outcome])
        toy_grader.diagnostician.aliasing(exercise, [replace(outcome, kind="purity")])
        assert same_answer(record(value), Replayed(4.0), purity=True) in (True, False)
        assert same_form(record(value), Replayed(4.0)) in (True, False)


def test_a_hostile_value_goes_back_as_an_argument() -> None:
    """It is encoded again, byte for byte the same, or refused by the wire's own error."""
    for value in SOME:
        body = wire.encode(value)
        assert wire.encode(wire.decode(body)) == body


@pytest.mark.parametrize("value", [np.broadcast_to(1.0, (10**6, 10**6)), [[0] * 1000] * 1000, ["x" * 10**6] * 20])
def test_what_is_too_large_is_not_copied_first(value: object) -> None:
    """A message is counted while it is made: what repeats itself takes no memory before it is refused."""
    with pytest.raises(wire.WireError):
        wire.frame({"value": value})


OPERATIONS: Sequence[Callable[[Any], object]] = (
    lambda r: r + 1, lambda r: 1 + r, lambda r: r @ np.ones(2), lambda r: np.ones(2) @ r, lambda r: -r, lambda r: r < 1,
    lambda r: r >= np.ones(2), lambda r: len(r), lambda r: list(r), lambda r: bool(r), lambda r: float(r), lambda r: int(r),
    lambda r: r[0], lambda r: "W1" in r, lambda r: f"{r}", lambda r: str(r), lambda r: np.asarray(r), lambda r: np.sum(r),
    lambda r: np.abs(r), lambda r: np.allclose(r, 1), lambda r: np.ones(2) * r, lambda r: np.concatenate([r, r]),
    lambda r: dict(r), lambda r: round(r), lambda r: math.isclose(r, 1), lambda r: sum(r), lambda r: abs(r),
    lambda r: np.float64(1) - r, lambda r: np.testing.assert_allclose(r, 1), lambda r: range(r), lambda r: np.linalg.norm(r),
)  # fmt: skip


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_object_where_data_is_expected_is_malformed(operation: Callable[[Any], object]) -> None:
    """Whatever a hidden test does to it that only data can stand fails the test with a sentence for the student."""
    remote = Remote(None, 1, "NeuralNetwork.parameters", 1)  # type: ignore[arg-type]  # nothing is asked
    with pytest.raises((Malformed, StudentFault)) as caught:
        operation(remote)
    assert "NeuralNetwork.parameters is an object" in str(caught.value)
    assert remote != 1 and remote != np.float64(1)


# What a student's function returns before anything is sent: source text, run in a worker.
RETURNS: Sequence[str] = (
    "10 ** 5000", "{10 ** 5000: 1}", "[-10 ** 400]", "__import__('decimal').Decimal(4)", "__import__('fractions').Fraction(4)",
    "4 + 0j", "bytes(4)", "bytearray(4)", "memoryview(b'4')", "range(4)", "(4 for _ in 'x')", "lambda: 4", "int", "np", "...",
    "NotImplemented", "slice(4)", "'\\ud800'", "{'\\ud800': 4}", "np.array('4')", "np.array([4], object)", "np.array([None])",
    "np.zeros(1, 'i4,f8')", "np.zeros(1, 'V8')", "np.array('2020', 'M8[D]')", "np.timedelta64(4)", "np.ma.array([4.0])",
    "np.matrix([[4.0]])", "np.broadcast_to(4.0, (10 ** 5, 10 ** 5))", "np.empty((0, 10 ** 9))", "np.ones(4)[::-1]",
    "np.random.default_rng()", "np.longdouble(4)", "np.float16(4)", "np.recarray(2, [('a', int)])",
    "set(map(float, 'nan nan'.split()))",
    "Cyclic()", "Deep()", "Endless()", "EndlessDict()", "Selfish()", "Liar(4.0)", "Raises()", "Hangs()", "Text('4')",
    "Whole(4)", "Table({'a': 4})", "Pair((4, 4))", "Grid(4)", "RaisingKey.table()", "Frame()", "object()", "exit", "print",
)  # fmt: skip
CLASSES = """
import time
import numpy as np
def Cyclic():
    one = []; one.append(one); return one
def Deep():
    one = 4.0
    for _ in range(5000): one = [one]
    return one
class Endless(list):
    def __len__(self): return 1
    def __iter__(self):
        while True: yield 4.0
class EndlessDict(dict):
    def __len__(self): return 1
    def items(self):
        n = 0
        while True:
            n += 1
            yield n, 4.0
class Selfish(list):
    def __iter__(self): return iter([Selfish(), Selfish()])
class Liar(float):
    def __eq__(self, other): return True
    def __hash__(self): return id(self)
    def __float__(self): return 4.0
class Raises:
    def __getattribute__(self, name): raise ValueError(name)
    def __repr__(self): raise ValueError
    __eq__ = __hash__ = __len__ = __iter__ = __array__ = __bool__ = __repr__
class Hangs(dict):
    def __len__(self): time.sleep(60)
    items = __iter__ = __repr__ = __len__
class Text(str): pass
class Whole(int): pass
class Table(dict): pass
class Pair(tuple): pass
class Grid(np.ndarray):
    def __new__(cls, n): return np.ones(n).view(cls)
    def __array__(self, *a, **k): raise ValueError
class RaisingKey:
    def __hash__(self): return 1
    def __repr__(self): raise ValueError
    @classmethod
    def table(cls): return {cls(): 4}
class Frame:
    values = property(lambda self: 1 / 0)
    shape = (2, 2)
    def __array__(self, *a, **k): return np.ones((2, 2))
"""


@pytest.mark.parametrize("names", [("double",), ("double", "half", "third", "chain", "odd")], ids=["one", "all"])
def test_no_hostile_value_costs_another_exercise(toy_grader: Grader, names: tuple[str, ...]) -> None:
    """In a worker of its own, each is judged, reported in every form, and the other exercises keep their marks."""
    for text in RETURNS:
        spoilt = CLASSES + "".join(f"def {name}(*_): return {text}\n" for name in names)
        cells = [SubmittedCell(c.kind, c.source, c.grade_id) for c in toy_grader.assignment.cells]
        result = toy_grader.grade(Submission("mallory", (*cells, SubmittedCell("code", spoilt)))).result
        scores = {one.id: one for one in result.exercises}
        broken = [t.name for one in result.exercises for t in one.tests if t.verdict == BROKEN and t.name != toy.FAULTY]
        assert not broken, text
        assert scores["double"].score < 4.0, text
        assert len(names) > 1 or scores["pair"].score == 6.0, text
        for report in (json_text([result]), junit_xml([result]), markdown([result]), gradescope_json(result)):
            report.encode()
        json.loads(json_text([result]))


def test_whatever_breaks_in_one_row_the_next_is_graded(toy_grader: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw makes the row's exercises wait for a person, with the reason; the others are as ever."""
    assignment = toy_grader.assignment
    cells = tuple(SubmittedCell(c.kind, c.source, c.grade_id) for c in assignment.cells)
    judge = toy_grader.judge.judge

    def breaks(canonical: Any, student: str, **options: Any) -> Any:
        if student == "eve":
            raise RecursionError("a secret of the hidden tests")
        return judge(canonical, student, **options)

    monkeypatch.setattr(toy_grader.judge, "judge", breaks)
    eve, bob = (toy_grader.grade(Submission(name, cells)) for name in ("eve", "bob"))
    assert len(eve.result.broken) == len(eve.result.exercises) and eve.result.score == 0.0
    (message,) = eve.result.messages
    assert "a person has to: RecursionError" in message and "secret" not in message
    assert [cell.source for cell in eve.canonical.cells] == [
        cell.source for cell in canonicalise(Submission("", ()), assignment).cells
    ]
    assert {one.id: one.score for one in bob.result.exercises}["double"] == 4.0


def test_a_diagnosis_that_breaks_costs_no_marks(toy_grader: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    """The verdicts stand; only the hint is missing."""

    def breaks(*_: object) -> Any:
        raise RecursionError

    monkeypatch.setattr(toy_grader.diagnostician, "diagnose", breaks)
    wrong = [SubmittedCell(c.kind, c.source, c.grade_id) for c in toy_grader.assignment.cells]
    wrong.append(SubmittedCell("code", "def third(x): return x"))
    result = toy_grader.grade(Submission("ada", tuple(wrong))).result
    found = {one.id: one for one in result.exercises}
    assert found["pair"].status == "partial" and found["double"].score == 4.0
