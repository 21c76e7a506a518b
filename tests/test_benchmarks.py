"""The bench's own parts: costs are of the whole process tree, peers run the judge's own tests, targets compare rightly."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from autograder.course.bank import reference_namespace
from autograder.course.model import find_course
from benchmarks.measure import Measured, Row
from benchmarks.peer_tests import hidden_tests_of, run_test
from benchmarks.plots import draw
from benchmarks.processes import CommandFailed, spent
from benchmarks.results import table, targets
from benchmarks.scale_pages import line_through, page, picture
from benchmarks.scaling import Costs, simulate

NAME = "one_hidden_layer"
SPIN = "import time\nwhile time.process_time() < 0.2: pass"


def test_a_cost_includes_what_a_command_starts() -> None:
    """A child that computes counts, and so does its own."""
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {SPIN!r}], check=True)"
    assert spent([sys.executable, "-c", start]).seconds >= 0.2


def test_a_command_that_fails_is_no_figure() -> None:
    """A failed command would cost little and look fast."""
    with pytest.raises(CommandFailed, match="ended with 3"):
        spent([sys.executable, "-c", "raise SystemExit(3)"])
    assert spent([sys.executable, "-c", "raise SystemExit(3)"], also=(3,)).seconds > 0


def test_peers_run_the_hidden_tests_and_tell_wrong_from_right() -> None:
    """In a plain namespace the solution passes a hidden test, and a wrong function fails it."""
    names = reference_namespace(find_course(Path(__file__).parent).assignment(NAME))
    tests = hidden_tests_of(NAME, "compute_cost")
    for name in tests:
        run_test(NAME, "compute_cost", name, names)
    failed = 0
    for name in tests:
        try:
            run_test(NAME, "compute_cost", name, {**names, "compute_cost": lambda A2, Y: 0.5})
        except Exception:
            failed += 1
    assert failed


def _measured() -> Measured:
    """Return figures of which some meet their targets and some do not."""
    found = Measured(
        NAME,
        students=[0.2, 4.0],
        along=[[1, 0.5, 40.0, 80.0], [2, 1.0, 40.0, 80.0], [10, 5.0, 41.0, 120.0]],
        worker=8.0,
        calls=3,
    )
    each = {
        "plain": 0.45,
        "floor": 0.1,
        "judge": 0.2,
        "solved": 0.3,
        "mixed": 0.3,
        "judge_mixed": 0.2,
        "cold": 1.0,
        "stock_solved": 3.0,
    }
    found.rows = {key: Row(key, key, seconds, 1.0, 2, 0.45) for key, seconds in each.items()}
    found.missing["otter"] = "no network"
    return found


def test_targets_say_what_is_met_and_what_is_not(tmp_path: Path) -> None:
    """Twice the floor is too much, ten times stock too little; a peer that is missing is said to be."""
    met = {one.name: one.met for one in targets(_measured())}
    assert not met["the judge on a solved notebook, times the bare process"] and not met["times faster than stock, solved"]
    assert met["one file from cold, scaled CPU-s"] and not met["a made-up class, the dearest, scaled CPU-s"]
    assert not met["the zygote's memory, last over first reading"] and met["the judge's memory, last over first reading"]
    page = table(_measured(), 1.0, 0.5)
    assert "Not measured: otter (no network)." in page and "| at least 25 | 10.00 | no |" in page
    draw(_measured(), tmp_path / "plot.svg")
    assert "CPU seconds a submission" in (tmp_path / "plot.svg").read_text(encoding="utf-8")


def test_simulated_cores_share_the_work_until_the_writer_is_the_limit() -> None:
    """Two cores take half as long as one; with a slow writer, many cores are no faster than it."""
    costs = Costs([1.0], record=0.0, start=0.0)
    one, two = (simulate(costs, 1000, cores) for cores in (1, 2))
    assert one.makespan == pytest.approx(2 * two.makespan, rel=0.02) and one.busy == two.busy
    slow = simulate(Costs([1.0], record=0.5, start=0.0), 1000, 64)
    assert slow.makespan >= 500.0 and slow.limit == "the one writer"


def test_a_line_is_told_from_a_curve() -> None:
    """Cost that grows evenly is a straight line, whatever it starts with; cost that grows with the square is none."""
    start, slope, fit = line_through([(count, 2.0 + 0.5 * count) for count in (10, 50, 200, 1000)])
    assert (start, slope, fit) == pytest.approx((2.0, 0.5, 1.0))
    assert line_through([(count, float(count) ** 2) for count in (10, 50, 200, 1000)])[2] < 0.99


@pytest.mark.parametrize("name", ["memory", "linear", "workers", "class"])
def test_every_part_of_the_scale_bench_is_written(name: str, tmp_path: Path) -> None:
    """Each part's figures become a page that says what was measured and on what machine, and a picture."""
    common = {"assignment": NAME, "cores": 2, "load": 1.0, "bare_import": 0.9, "scaled": 0.5, "minutes": 0.5, "clock": 31.0}
    reading = {"judge": 40.0, "zygote": 80.0, "descriptors": 6, "zygote_descriptors": 9, "processes": 2, "files": 6}
    run = {"kind": "--jobs", "workers": 2, "clock": 10.0, "cpu": 18.0}
    found = common | {
        "readings": [{"submissions": count, "seconds": 0.25 * count, **reading} for count in (10, 500, 1000, 2000)],
        "tests": [[10, 0.1], [20, 0.2], [30, 0.3]],
        "cells": [[0, 0.3], [50, 0.35], [100, 0.4]],
        "runs": [run, {**run, "kind": "--dask"}],
        "students": 40,
        "missing": "Dask is not installed here",
    }
    text = page(name, "A title", 3, found)
    wanted = {
        "memory": ("0.250 CPU-s a submission", "judge's memory in the last three quarters: +0.00 MiB"),
        "linear": ("10.00 ms for each", "1.00 ms for each"),
        "workers": ("| `--dask` | 2 | 10.0 | 18.0 | 240 |", "Dask is not installed here"),
        "class": ("| `--jobs` | 2 | 10.0 | 18.0 | 240 |",),
    }
    assert all(one in text for one in (*wanted[name], "times 0.50 gives scaled seconds", "budget: 3"))
    picture(name, found, tmp_path / "picture.svg")
    assert (tmp_path / "picture.svg").stat().st_size > 1000
