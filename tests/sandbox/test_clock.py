"""What a submission's processes wait for a processor is not the submission's time."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time

import pytest

from autograder.worker.clock import Deadline, Meter, Stopwatch

SPIN = "import time\nend = time.monotonic() + 3.0\nwhile time.monotonic() < end: pass"


def crowded(code: str, rivals: int) -> subprocess.Popen[bytes]:
    """Start Python on one processor, beside others that use it all."""
    processor = {min(os.sched_getaffinity(0))}
    command = (
        "import os, subprocess, sys\n"
        f"os.sched_setaffinity(0, {processor})\n"
        f"rivals = [subprocess.Popen([sys.executable, '-c', {SPIN!r}]) for _ in range({rivals})]\n" + code
    )
    return subprocess.Popen([sys.executable, "-c", command])


@pytest.mark.skipif(not os.path.exists("/proc/self/schedstat"), reason="this kernel does not count what a task waits")
def test_waiting_for_a_processor_is_told_from_sleeping() -> None:
    """One that spins beside three others waits most of the time; one that sleeps does not wait."""
    crowd, sleeper = crowded(SPIN, rivals=3), subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30)"])
    meters = [Meter(crowd.pid), Meter(sleeper.pid)]
    try:
        time.sleep(2.0)
        (waited, computed), (slept, _) = (meter.read() for meter in meters)
    finally:
        sleeper.kill()
        sleeper.wait()
        crowd.wait()
    assert waited - slept > 0.3 and computed > 0.1  # both have the judge's own part
    watch = Stopwatch(meters[0])
    meters[0].close()
    assert watch.seconds() < 1.0  # what it had waited is not forgotten with the process: the clock does not jump


def test_one_that_keeps_itself_waiting_is_stopped_by_what_it_computes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many threads that hinder each other gain no time."""
    meter = Meter(os.getpid())
    waited = itertools.count(0.0, 50.0)
    monkeypatch.setattr(meter, "read", lambda: (next(waited), time.process_time()))
    deadline = Deadline(0.1, meter)
    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass
    assert deadline.left() < 0.0


def test_a_closed_meter_reads_no_stranger() -> None:
    """When a worker is gone, another process may get its number: what that one computes is not the worker's."""
    meter = Meter(os.getpid())
    meter.close()
    before = meter.read()
    end = time.process_time() + 0.05
    while time.process_time() < end:
        pass
    assert meter.read() == before


def test_what_is_left_is_known_from_below_and_asked_for_rarely(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two looks at the kernel a deadline says no more than what is left; one that has passed is looked at exactly."""
    meter, asked = Meter(os.getpid()), itertools.count()
    monkeypatch.setattr(meter, "read", lambda: (next(asked) * 0.0, 0.0))
    deadline = Deadline(60.0, meter)
    assert all(0.0 < deadline.left_or_less() <= 60.0 for _ in range(100))
    assert next(asked) < 50  # of a hundred times, on however slow a machine
    passed = Deadline(0.01, meter)
    time.sleep(0.02)
    assert passed.left_or_less() < 0.0
