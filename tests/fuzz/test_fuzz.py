"""A few of `make fuzz`'s trials, chosen by Hypothesis: whatever is drawn, nothing is raised that nobody is ready for."""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from autograder.sandbox import wire
from autograder.testing import compare
from tests.tally import Tally

from . import __main__ as fuzz
from . import draw, frames, notebooks, reports, values
from .pieces import Found

MANY = settings(max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """NumPy warns of what a student's numbers do; the judge says so to nobody."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@MANY
@given(st.binary(max_size=200))
@example(b"\xc7\x00\x06")
@example(b"\xdf\xff\xff\xff\xff")
def test_any_bytes_are_a_message_or_a_wire_error(body: bytes) -> None:
    """The decoder reads a body or refuses it, and what it reads can be sent back."""
    frames.read(body)


_LEAVES = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=8) | st.binary(max_size=8)
_VALUES = st.recursive(
    _LEAVES | st.complex_numbers() | st.builds(lambda n: np.full((2, n), 1.5), st.integers(0, 3)),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4) | st.tuples(inner, inner)
    ),
    max_leaves=8,
)


@MANY
@given(_VALUES, st.integers(0, 10**6), st.integers(0, 255))
def test_a_message_with_one_byte_changed_is_read_or_refused(value: object, place: int, byte: int) -> None:
    """Nearly right is as harmless as garbage."""
    body = bytearray(wire.encode({"i": 1, "ok": True, "value": value}))
    body[place % len(body)] = byte
    frames.read(bytes(body))


@MANY
@given(_VALUES)
def test_what_a_worker_sends_arrives_as_it_was(value: object) -> None:
    """Plain data crosses exactly; encoding it again gives the same bytes."""
    body = wire.encode(value)
    assert wire.encode(wire.decode(body)) == body


TRIALS = {
    "frames": (frames.trial, 40),
    "values": (values.trial, 40),
    "notebooks": (notebooks.trial, 15),
    "reports": (reports.trial, 50),
}


@pytest.mark.parametrize("kind", TRIALS)
def test_drawn_trials_find_nothing(kind: str) -> None:
    """The first seeds of the long run, of each kind; what they find is raised here."""
    trial: Callable[[random.Random], object]
    trial, count = TRIALS[kind]
    for seed in range(count):
        trial(random.Random(f"{kind} {seed}"))


def test_the_trials_would_see_an_error_that_nobody_is_ready_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison that lets NumPy's own errors through is found at once."""
    monkeypatch.setattr(compare, "_array", lambda actual, _: np.asarray(actual))
    with pytest.raises(ValueError, match="inhomogeneous"):
        for seed in range(2000):
            values.compared(random.Random(seed), values.arrived(draw.value(random.Random(seed))))


def test_a_trial_leaves_nothing_behind_for_the_next() -> None:
    """What a seed draws does not depend on what was drawn before: a finding can be repeated."""
    before = repr(notebooks.NUISANCES)
    for seed in range(60):
        document = {"cells": [{"cell_type": "code", "source": "x", "metadata": {"a": [1, {"b": 2}]}} for _ in range(3)]}
        drawn = random.Random(seed)
        for _ in range(40):
            notebooks._nuisance(drawn, document)
    assert repr(notebooks.NUISANCES) == before


def test_nearly_right_answers_are_often_wrong_and_sometimes_right() -> None:
    """Else facts would only ever see values that they give up on at once."""
    right = {"W1": np.ones((2, 3)), "b1": np.zeros((2, 1))}
    found = [draw.nearly(random.Random(seed), right) for seed in range(300)]
    dicts = [one for one in found if isinstance(one, dict) and one.keys() == right.keys()]
    shaped = [one for one in dicts if all(getattr(one[name], "shape", None) == right[name].shape for name in right)]
    assert len(dicts) > 150 and 30 < len(shaped) < len(dicts)


def test_a_long_run_goes_on_where_it_was(tmp_path: Path) -> None:
    """What was tried is not tried again; the next seeds follow, and every kind has its turn."""
    tally = Tally("fuzz", tmp_path / "tally.jsonl")
    piece = fuzz.PIECE["frames"]
    wanted = {"frames": piece * frames.FRAMES * 5 // 2, "values": 12_000}
    first = fuzz.missing(tally, wanted)
    assert [one.seed for one in first if one.kind == "frames"] == [0, piece, 2 * piece]
    assert sum(one.count for one in first if one.kind == "values") * values.TRIED == 12_000
    for one in first[:4]:
        fuzz.keep(tally, one, Found(one.kind, one.count * fuzz.A_TRIAL.get(one.kind, 1), 1.0, 1 << 20))
    again = fuzz.missing(Tally("fuzz", tally.place), wanted)
    assert sorted((one.kind, one.seed, one.count) for one in again) == sorted(
        (one.kind, one.seed, one.count) for one in first[4:]
    )


def test_what_was_found_is_a_file_with_its_command(tmp_path: Path) -> None:
    """A finding is repeated on any checkout."""
    tally = Tally("fuzz", tmp_path / "tally.jsonl")
    found = Found("values", 4, 1.0, 1 << 20, {"TypeError in x.py": [7]}, {"TypeError in x.py": "the traceback"})
    fuzz.keep(tally, fuzz.Piece("values", 7, 1), found)
    text = (tmp_path / "findings" / "values-7.txt").read_text()
    assert "--only values --seed 7" in text and "the traceback" in text
    assert "| values | 4 | 1 |" in "\n".join(fuzz.table(tally))
