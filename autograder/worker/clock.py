"""The time that a submission takes, without what its processes waited for a processor; trusted side.

What a submission may take shall not depend on what else the machine does. The kernel counts for each process how long it was
ready to run and was not let; that is taken off. One that sleeps does not wait, and gets no time for it; one that keeps itself
waiting, with many threads, is stopped by what they compute.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time

from autograder.sandbox import kernel

LOOK_SECONDS = 0.1  # between two looks at what a process has waited and computed
MOST_AT_ONCE = max(1, os.cpu_count() or 1)  # threads of one process that compute at the same time
PATIENCE = 3.0  # times as long on the clock, where the kernel does not count what a process waits


class Meter:
    """What a worker's process has computed, and what it and the judge's thread have waited for a processor, in seconds."""

    def __init__(self, pid: int) -> None:
        self._pid: int | None = pid
        self._files = list[int]()
        self._waited, self._computed = [0.0, 0.0], 0.0
        with contextlib.suppress(OSError):
            for task in (threading.get_native_id(), pid):
                self._files.append(os.open(f"/proc/{task}/schedstat", os.O_RDONLY | os.O_CLOEXEC))
        self.counts = len(self._files) == 2

    def read(self) -> tuple[float, float]:
        """Return what was waited and what was computed; when the process has ended, as it was read last."""
        for index, file in enumerate(self._files):
            with contextlib.suppress(OSError, ValueError, IndexError):
                self._waited[index] = int(os.pread(file, 100, 0).split()[1]) * 1e-9
        if self._pid is not None:
            with contextlib.suppress(OSError):
                self._computed = kernel.computed(self._pid)
        return sum(self._waited), self._computed

    def close(self) -> None:
        """Read it for the last time: the process's number may soon be another's."""
        self.read()
        self._pid = None
        while self._files:
            os.close(self._files.pop())


class Stopwatch:
    """Counts seconds, and stands still while those whom it watches wait; what they compute counts in any case."""

    def __init__(self, *meters: Meter) -> None:
        self._start = time.monotonic()
        self._meters = [(one, *one.read()) for one in meters]

    def watch(self, meter: Meter) -> None:
        """Watch this one as well from now on."""
        self._meters.append((meter, *meter.read()))

    def seconds(self) -> float:
        """Return the seconds since it was made."""
        passed, computed = time.monotonic() - self._start, 0.0
        if not all(meter.counts for meter, _, _ in self._meters):
            passed /= PATIENCE
        for meter, waited_before, computed_before in self._meters:
            waited, computing = meter.read()
            passed -= waited - waited_before
            computed += computing - computed_before
        return max(passed, computed)


class Deadline(Stopwatch):
    """So many seconds from now.

    Asking the kernel costs a tenth of what a call does, and nearly every call is over at once. So it is not asked again before
    a tenth of a second has passed: until then, what is left is known well enough from below.
    """

    def __init__(self, seconds: float, *meters: Meter) -> None:
        super().__init__(*meters)
        self._whole = self._known = seconds
        self._known_at = self._start

    def left(self) -> float:
        """Return the seconds that are left; they are negative when it has passed."""
        self._known_at = time.monotonic()
        self._known = self._whole - self.seconds()
        return self._known

    def left_or_less(self) -> float:
        """Return what is left, or less, without asking the kernel; where it may have passed, exactly what is left."""
        since = time.monotonic() - self._known_at
        least = self._known - since * MOST_AT_ONCE
        return least if since < LOOK_SECONDS and least > 0.0 else self.left()
