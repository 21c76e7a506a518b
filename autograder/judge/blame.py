"""Tells a hidden test that a student's values broke from one that is broken itself; trusted side.

A test that stops with anything but an assertion has met what it was not written for. Where every answer that it was given is
the reference's, the kit is at fault, and nobody loses marks by it. Where one is not, the student's value was what it met.
Numbers that are drawn need not be the reference's: then the test is run on the reference, and its error is the kit's if it
comes again.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

from autograder.errors import KitError
from autograder.judge.proxy import Record
from autograder.judge.replay import records_of, replay, same_answer, same_form


class Likeness(Enum):
    """How like the reference's answers a student's are."""

    SAME = "the same"
    FORM = "of the same form, drawn anew"
    OTHER = "another"


def stems_from_student(
    error: BaseException,
    records: Sequence[Record],
    reference: Mapping[str, Any],
    rerun: Callable[[], BaseException | None],
) -> bool:
    """Say whether a test that stopped with `error` was given anything that right work would not have given it.

    `rerun` runs the test on the reference and returns what it was stopped by, None where it passes.
    """
    if isinstance(error, KitError):
        return False
    names = dict.fromkeys(record.name.partition(".")[0] for record in records)
    found = {_likeness(name, records, reference) for name in names if name in reference}
    return Likeness.OTHER in found or (Likeness.FORM in found and rerun() is None)


def _likeness(name: str, records: Sequence[Record], reference: Mapping[str, Any]) -> Likeness:
    """Say how like the reference's a function's answers are."""
    own, implementation = records_of(name, records), reference[name]
    try:
        random = "rng" in inspect.signature(implementation).parameters
        pairs = list(zip(own, replay(name, implementation, own), strict=True))
        if all(same_answer(record, answer, purity=False) for record, answer in pairs):
            return Likeness.SAME
        alike = random and all(same_answer(one, other, purity=False) or same_form(one, other) for one, other in pairs)
        return Likeness.FORM if alike else Likeness.OTHER
    except Exception:  # whatever the comparison stumbles over, the reference's own answers are compared without it
        return Likeness.OTHER
