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
