"""How long a submission, its cells and a call may take; trusted side."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Deadlines:
    """How long things may take, in seconds of wall time; a call in seconds of the worker's own computing.

    What a call needs shall not depend on what else the machine does. `patience` times as long on the clock is enough for one
    that sleeps, or that a busy machine lets wait.
    """

    call: float = 4.0
    cell: float = 20.0
    cells: float = 120.0  # all cells of the notebook together in one run, and as much again for the student's own
    submission: float = 240.0  # everything: cells, tests, second chances and the restarts of lost workers
    patience: float = 3.0
