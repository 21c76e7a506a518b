"""Combines an exercise's two runs: with the student's own upstream functions, and with right ones; trusted side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from autograder.result import BROKEN, PASSED

if TYPE_CHECKING:
    from autograder.judge.plugin import Outcome


def better(first: Outcome, second: Outcome, upstream: Mapping[str, Callable[..., object]]) -> Outcome:
    """Return the better verdict of two runs; where both failed, the second: there only the exercise's own mistakes show."""
    if first.verdict == PASSED or second.verdict == BROKEN:
        return first
    return replace(second, upstream=upstream)
