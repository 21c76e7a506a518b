"""A piece of work of the fuzzer: so many trials, each with a seed of its own, within bounds of memory and time."""

from __future__ import annotations

import os
import random
import resource
import signal
import time
import traceback
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from autograder.sandbox import kernel

from . import frames, notebooks, reports, values

KINDS: Mapping[str, Callable[[random.Random], object]] = {
    "frames": frames.trial, "notebooks": notebooks.trial, "values": values.trial, "reports": reports.trial,
}  # fmt: skip
MEMORY = 2 << 30  # address space of a process: what takes more is a finding
SLOW = 10.0  # seconds of computing that one trial may take


@dataclass
class Found:
    """What a piece of work found: how much was tried, what it took, and each kind of failure with the seeds that show it."""

    kind: str
    trials: int = 0
    seconds: float = 0.0
    memory: int = 0
    failures: dict[str, list[int]] = field(default_factory=dict)
    traces: dict[str, str] = field(default_factory=dict)  # by failure, of the first


def piece(kind: str, seed: int, count: int) -> Found:
    """Run trials with the seeds from `seed` on."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)  # it ends with the command
    warnings.simplefilter("ignore")  # of NumPy, about a student's numbers
    found, trial = Found(kind), KINDS[kind]
    started = time.process_time()
    for number in range(seed, seed + count):
        began = time.process_time()
        failure, tried = "", None
        try:
            tried = trial(random.Random(f"{kind} {number}"))
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            failure = f"{type(error).__name__} in {os.path.basename(place.filename)}, line {place.lineno}: {str(error)[:80]!r}"
            found.traces.setdefault(failure, traceback.format_exc())
        if time.process_time() - began > SLOW:
            failure = failure or "it took the judge's time"
        if failure:
            found.failures.setdefault(failure, []).append(number)
        found.trials += tried if type(tried) is int else 1
    found.seconds = time.process_time() - started
    found.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
    return found
