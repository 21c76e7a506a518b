"""Combines an exercise's two runs: with the student's own upstream functions, and with right ones; trusted side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from autograder.result import BROKEN, PASSED

if TYPE_CHECKING:
    from autograder.judge_plugin import Outcome


def better(first: Outcome, second: Outcome) -> Outcome:
    """Return the better verdict of two runs, with the second's calls: there only the exercise's own mistakes show."""
    if second.verdict == BROKEN:
        return first
    if PASSED in (first.verdict, second.verdict):
        return replace(second, verdict=PASSED, error=None)
    return second
