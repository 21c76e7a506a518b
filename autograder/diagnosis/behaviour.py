"""Fingerprints of wrong functions: equal where two submissions gave the same answers to the same inputs; trusted side."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np

from autograder.course.model import Exercise
from autograder.errors import StudentFault
from autograder.judge.plugin import Outcome
from autograder.judge.proxy import Record
from autograder.judge.replay import records_of
from autograder.result import FAILED
from autograder.sandbox import wire

SIGNIFICANT_DIGITS = 6


def fingerprints(exercise: Exercise, outcomes: Sequence[Outcome], explained: Iterable[str]) -> dict[str, str]:
    """Return a fingerprint for each function that failed a test and is not explained by a known mistake.

    Only tests whose inputs are the same for every student count.
    """
    known = set(explained)
    found = {}
    for function in exercise.functions:
        own = [(o, records_of(function, o.transcript.records)) for o in outcomes]
        if function in known or not any(records and o.verdict == FAILED for o, records in own):
            continue
        digest = hashlib.sha256()
        for outcome, records in own:
            if records and not outcome.seeded:
                digest.update(outcome.name.encode())
                for record in records:
                    digest.update(_text(record).encode())
        found[function] = digest.hexdigest()[:16]
    return found


def _text(record: Record) -> str:
    if isinstance(record.outcome, StudentFault):
        return f"{type(record.outcome).__name__} {getattr(record.outcome, 'kind', '')}"
    return _value(record.outcome.value)


def _value(value: object) -> str:
    """Return a value as text, with numbers rounded so that two ways of computing the same thing agree."""
    if isinstance(value, dict):
        return "{" + ",".join(sorted(f"{_plain(key)}:{_value(item)}" for key, item in value.items())) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_value(item) for item in value) + "]"
    if isinstance(value, bool | int | float | complex | np.generic | np.ndarray):
        array = np.asarray(value)
        if array.dtype.kind == "O":
            return _plain(value)  # an int beyond 64 bits
        numbers = " ".join(f"{number:.{SIGNIFICANT_DIGITS}g}" for number in array.astype(complex).real.ravel().tolist())
        return f"{array.shape}{array.dtype.kind if array.ndim else ''} {numbers}"
    return "object" if isinstance(value, wire.Opaque) else _plain(value)


def _plain(value: object) -> str:
    """Return a value as text; Python writes no int of more than 4,300 digits in decimals."""
    try:
        return repr(value)
    except ValueError:
        return hex(value) if isinstance(value, int) else type(value).__name__
