"""Values that a student's function could return, for every consumer: structures, comparisons, replay, fingerprints, facts."""

from __future__ import annotations

import copy
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from autograder.course.model import Exercise
from autograder.diagnosis.behaviour import fingerprints
from autograder.diagnosis.facts import describe
from autograder.diagnosis.memory import key_of
from autograder.diagnosis.parts import explained_tensors
from autograder.errors import Died, Raised, StudentFault, TimedOut, Unsendable
from autograder.judge.plugin import Outcome
from autograder.judge.proxy import Record, Student, Transcript
from autograder.judge.replay import Replayed, equal, redrawn, replay, same_answer, same_form
from autograder.result import FAILED
from autograder.sandbox import wire
from autograder.testing import compare
from autograder.testing.described import kind_of_value
from autograder.testing.returns import Malformed
from autograder.worker.callbacks import largest_table, serve
from autograder.worker.session import Answer

from . import draw as drawn
from .functions import ASKED, RETURNS, Asked, drawn_arguments

FAULTS: Sequence[StudentFault] = (
    Raised("f", "ValueError", "ab12"),
    Raised("f", "Evil"),
    Died("f"),
    TimedOut("f"),
    Unsendable("f"),
)

READY_FOR = (ArithmeticError, LookupError, TypeError, ValueError)  # what the diagnosis catches


def arrived(value: Any) -> Any:
    """Return a value as it arrives; None in the place of one that is refused."""
    try:
        return wire.decode(wire.encode(value))
    except wire.WireError:
        return None


PLAIN: Sequence[Any] = (
    "x", 1.5, True, None, [1.0, 2.0], (1.0, None), {1, 2}, {"W1": np.ones((2, 3)), "x": [1, (True, "x")]}, [[0.0] * 3] * 2, {},
)  # fmt: skip
CALLS = 4  # of one function, each with a value of its own
ROUNDS = 5  # of calls in a trial; facts, which take as long as all else together, are looked for in the last
TRIED = CALLS * ROUNDS  # values in a trial
SCRIPTS = 24  # of arguments for each function, with their right answers: made once, for making them takes longer than a trial


@dataclass(frozen=True)
class Script:
    """Calls of one function, what the reference answers to them, and to the same calls with other draws."""

    asked: Asked
    calls: Sequence[Record]
    answers: Sequence[Replayed]
    others: Sequence[Replayed | None]


@cache
def scripts() -> Sequence[Script]:
    """Return scripts for every function."""
    draw, found = random.Random(1), list[Script]()
    for asked in ASKED:
        for _ in range(SCRIPTS):
            arguments = [drawn_arguments(draw, asked) for _ in range(CALLS)]
            calls = [Record("call", asked.name, given, None, Answer(None, True, None)) for given in arguments]
            answers = list(replay(asked.name, asked.function, calls, watch=True))
            others: Sequence[Replayed | None] = list(replay(asked.name, asked.function, redrawn(calls)))
            found.append(Script(asked, calls, answers, others or [None] * CALLS))
    return found


def trial(draw: random.Random) -> int:
    """Put values, one of any kind and some made of right answers, before every consumer; returns how many."""
    with np.errstate(all="ignore"):
        script = draw.choice(scripts())
        for _ in range(ROUNDS):
            records = answered(draw, script, arrived(drawn.value(draw)))
            for record in records:
                if isinstance(record.outcome, Answer):
                    looked_at(draw, record.outcome.value)
                    compared(draw, record.outcome.value)
            replayed(draw, script, records)
        explained(script, records)
    return TRIED


def looked_at(draw: random.Random, value: Any) -> None:
    """What reads a value by itself: its structure, its kind in words, its way back as an argument."""
    asked = draw.choice(ASKED)
    student = Student(None, RETURNS, Transcript())  # type: ignore[arg-type]  # nothing is asked
    try:
        student._read(value, asked.name)
    except Malformed as error:
        error.sentence.encode()
    kind_of_value(value).encode()
    copy.deepcopy(value)
    largest_table([value])
    serve({"callback": 0, "args": [value], "kwargs": {"x": value} if draw.random() < 0.3 else {}}, {0: asked.function})
    serve({"callback": value, "args": value, "kwargs": value}, {0: asked.function})
    key_of([Record("call", asked.name, (value,), None, Answer(value, True, None))])


def compared(draw: random.Random, value: Any) -> None:
    """What hidden tests compare with: it agrees, or is a mismatch."""
    wanted = np.ones(np.shape(value)[:4]) if isinstance(value, np.ndarray) and draw.random() < 0.8 else np.ones((2, 3))
    checks = (
        lambda: compare.number(value, 1.0),
        lambda: compare.close(value, wanted),
        lambda: compare.close(value, wanted, kinds=compare.ANY_NUMBER),
        lambda: compare.shape(value, wanted.shape),
        lambda: compare.gradient(value, wanted),
        lambda: compare.finite(value),
        lambda: compare.holds(value, "it is true"),
        lambda: compare.same(value, draw.choice(PLAIN)),
        lambda: compare.tensors(value, {"W1": wanted}, ["W1"]) if isinstance(value, dict) else None,
    )
    for check in checks:
        try:
            check()
        except compare.Mismatch as error:
            str(error).encode()


def answered(draw: random.Random, script: Script, value: Any) -> list[Record]:
    """Return the calls with a student's answers: one is the value, the others are nearly right, and few are faults."""
    seed, place = draw.randrange(2**32), draw.randrange(CALLS)
    records = []
    for index, (record, answer) in enumerate(zip(script.calls, script.answers, strict=True)):
        same = random.Random(seed)  # the same mistake in each call, most of the time
        outcome: Answer | StudentFault
        if index != place and draw.random() < 0.05:
            outcome = draw.choice(FAULTS)
        else:
            found = value if index == place else drawn.nearly(same if draw.random() < 0.85 else draw, answer.value)
            changed = draw.random() < 0.1
            given = [one for one in record.arguments if not isinstance(one, wire.Rng)] if changed else []
            after = tuple(arrived(drawn.nearly(draw, one)) for one in given)
            outcome = Answer(arrived(found), not changed, after if changed else None)
        records.append(Record(record.action, record.name, record.arguments, None, outcome))
    return records


def replayed(draw: random.Random, script: Script, records: Sequence[Record]) -> None:
    """Comparing with an implementation's answers says yes or no, in either order."""
    asked, answers = script.asked, script.answers
    for record, answer in zip(records, answers, strict=True):
        assert type(same_answer(record, answer, purity=True)) is bool
        assert type(same_answer(record, answer, purity=False, word_for_word=True)) is bool
        assert type(same_form(record, answer)) is bool
        if isinstance(record.outcome, Answer):
            value = record.outcome.value
            assert equal(value, answer.value) in (True, False) and equal(answer.value, value) in (True, False)
            assert equal(value, value) in (True, False)
    explained_tensors(list(zip(records, answers, strict=True)), iter(answers), asked.returns)
    exercise = Exercise(asked.name, 1.0, (), (asked.name,))
    outcome = Outcome(
        asked.name, "test", "It is right.", "values", 1.0, None, FAILED, AssertionError(), Transcript(list(records)), False
    )
    found = fingerprints(exercise, [outcome], [])
    assert set(found) == {asked.name} and (draw.random() < 0.9 or found == fingerprints(exercise, [outcome], []))


def explained(script: Script, records: Sequence[Record]) -> None:
    """What is said of the calls is text, and nothing is raised that the diagnosis is not ready for."""
    asked = script.asked
    told = [describe.Call(r, a, o, True) for r, a, o in zip(records, script.answers, script.others, strict=True)]
    subject = describe.Function(asked.name, asked.function, RETURNS)
    twins = {one.name: one.function for one in ASKED if one.arguments.__code__.co_code == asked.arguments.__code__.co_code}
    twins = {name: function for name, function in twins.items() if name in ("centre", "scale") and name != asked.name}
    for found in (
        describe.findings(subject, [told], twins),
        describe.extreme_findings(subject, [told]),
        describe.aliasing_findings(subject, [told]),
    ):
        try:
            one = next(found, None)
        except READY_FOR:
            continue  # the finding is lost, as the diagnosis says, and nothing else
        if one is not None:
            f"{one.kind}{one.hint}{one.note}".encode()
