"""How long a submission, its cells and a call may take; trusted side."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Deadlines:
    """How long things may take, in seconds without those that a process waits for a processor (`clock`)."""

    call: float = 4.0
    cell: float = 20.0
    cells: float = 120.0  # all cells of the notebook together in one run, and as much again for the student's own
    submission: float = 240.0  # everything: cells, tests, second chances and the restarts of lost workers
