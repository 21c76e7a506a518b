"""A class run on a Dask cluster on this machine: nothing is lost, nothing comes twice, and no process is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from autograder.commands.autograde import AutogradeOptions, run_autograde
from autograder.course.model import Course
from autograder.errors import UsageError
from autograder.grading.class_work import ClassWork, Judged
from autograder.grading.judgements import load_judgement
from autograder.grading.pool import Piece

from .test_class_run import ASSIGNMENT, STUDENTS, make_class

distributed = pytest.importorskip("distributed", reason="Dask is an extra: pip install -e '.[dask]'")
PATIENCE = 120.0


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A scheduler without workers, in this process; its address."""
    cluster = distributed.LocalCluster(n_workers=0, dashboard_address=None, silence_logs=50)
    yield cluster.scheduler_address
    cluster.close()


@contextmanager
def worker(address: str, *, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Dask worker in a process of its own, as on another machine."""
    command = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    process = subprocess.Popen(
        [*command, "--local-directory", str(folder), "--death-timeout", "60"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def below(pid: int) -> set[int]:
    """Return every process below this one."""
    found: set[int] = set()
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, path.read_text().split()):
            found |= {child} | below(child)
    return found


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for something that comes."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks at processes through /proc, which is Linux's")
def test_a_worker_that_is_killed_and_one_that_joins_late_lose_nothing(scheduler: str, tmp_path: Path) -> None:
    """Every student comes once, whoever judged; what the killed worker kept ends with it, and the others end theirs."""
    from autograder.grading.cluster import judged_on_cluster

    course = make_class(tmp_path / "course")
    pieces = [Piece(ASSIGNMENT, name) for name in STUDENTS]
    with worker(scheduler, folder=tmp_path) as first:
        answers = judged_on_cluster(scheduler, ClassWork(course), pieces)
        piece, answer = next(answers)
        assert isinstance(answer, Judged)
        came = {piece.what: answer.key}
        kept = below(first.pid)
        assert kept, "the worker keeps a zygote"
        os.kill(first.pid, signal.SIGKILL)
        with worker(scheduler, folder=tmp_path) as second:
            for piece, answer in answers:
                assert isinstance(answer, Judged) and piece.what not in came
                came[piece.what] = answer.key
            wait_until(lambda: not below(second.pid))
        wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in kept))
    assert came.keys() == set(STUDENTS)
    stored = {name: load_judgement(course, ASSIGNMENT, name) for name in STUDENTS}
    assert {name: one.key for name, one in stored.items() if one} == came


def test_without_a_scheduler_there_is_a_sentence_and_nothing_is_graded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address is wrong, or nothing listens there."""
    from autograder.grading import cluster

    monkeypatch.setattr(cluster, "CONNECTING_SECONDS", "1s")
    course: Course = make_class(tmp_path / "course")
    with pytest.raises(UsageError, match="There is no Dask scheduler at tcp"):
        run_autograde(course, ASSIGNMENT, AutogradeOptions(dask="tcp://127.0.0.1:9"))
    assert not (course.root / "autograded").exists()
