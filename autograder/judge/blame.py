"""Tells a hidden test that a student's values broke from one that is broken itself; trusted side.

A test that stops with anything but an assertion has met what it was not written for. Where every answer that it was given is
the reference's, the kit is at fault, and nobody loses marks by it. Where one is not, the student's value was what it met.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.errors import KitError
from autograder.judge.proxy import Record
from autograder.judge.replay import records_of, replay, same_answer, same_form


def stems_from_student(error: BaseException, records: Sequence[Record], reference: Mapping[str, Any]) -> bool:
    """Say whether a test that stopped with `error` was given anything that right work would not have given it."""
    if isinstance(error, KitError):
        return False
    names = dict.fromkeys(record.name.partition(".")[0] for record in records)
    return any(_differs(name, records, reference) for name in names if name in reference)


def _differs(name: str, records: Sequence[Record], reference: Mapping[str, Any]) -> bool:
    own, implementation = records_of(name, records), reference[name]
    try:
        random = "rng" in inspect.signature(implementation).parameters
        answers = replay(name, implementation, own)
        return not all(
            same_answer(record, answer, purity=False) or (random and same_form(record, answer))
            for record, answer in zip(own, answers, strict=True)
        )
    except Exception:  # whatever the comparison stumbles over, the reference's own answers are compared without it
        return True
