"""What grading one submission gave: a record that needs neither the judge nor its libraries; trusted side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.result import Result
from autograder.submission.canonical import Canonical
from autograder.worker.cell_outcome import CellOutcome


@dataclass(frozen=True)
class Graded:
    """A result, with the rebuilt submission and its cells' outputs, for feedback."""

    result: Result
    canonical: Canonical
    outputs: Mapping[int, CellOutcome]
