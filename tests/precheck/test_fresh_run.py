"""The fresh run, bounded: what stops, what is slow, what dies, and that the student's file and folder stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from .notebooks import COURSE, add, answer, cells, found, released, solved

from lesson import precheck_fresh  # isort: skip  # found through .notebooks
from lesson.precheck_fresh import fresh_run  # isort: skip
from lesson.precheck_notebook import Cell  # isort: skip


def code(*sources: str) -> list[Cell]:
    """Cells of one's own."""
    return [Cell(number, "code", source) for number, source in enumerate(sources, 1)]


def test_a_solved_notebook_runs_afresh() -> None:
    """Answers, given cells and all visible checks run to their end."""
    said = found(lambda document: None, run=True)
    assert {one.kind for one in said} == {"all-there", "fresh-run"}


def test_a_wrong_answer_fails_its_visible_checks_and_an_own_cell_stops() -> None:
    """Both are told at their cell, and each only once."""

    def change(document: dict[str, object]) -> None:
        answer("leaky_relu_solution", "def leaky_relu(z):\n    return z\n\n\ndef leaky_relu_derivative(z):\n    return z")(
            document
        )
        add("print(1 / 0)")(document)

    said = [one for one in found(change, run=True) if one.level == "mend"]
    assert {(one.kind, one.cell is not None) for one in said} >= {("checks", True), ("stops", True)}
    assert any("ZeroDivisionError" in one.what and one.line == 1 for one in said)


def test_each_cell_is_reported_with_its_error_and_line() -> None:
    """An error names its kind, its words, and the line of the cell in which it arose."""
    ran = fresh_run(code("def f(a):\n    return a / 0", "x = 1\nf(x)", "raise KeyError('k')", "x"))
    assert [one.error["kind"] if one.error else None for one in ran] == [None, "ZeroDivisionError", "KeyError", None]
    assert ran[1].error is not None
    assert (ran[1].error["cell"], ran[1].error["line"], ran[1].error["function"]) == ("<cell 0>", 2, "f")


@pytest.mark.parametrize("source", ["while True: pass", "import time\ntime.sleep(600)"])
def test_a_cell_that_does_not_end_is_stopped_and_the_next_ones_run(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of a cell costs that cell only."""
    monkeypatch.setattr(precheck_fresh, "CELL_SECONDS", 1.0)
    ran = fresh_run(code(source, "done = 1"))
    assert ran[0].error is not None
    assert ran[0].error["kind"] == "TooSlow"
    assert ran[1].error is None


def test_a_cell_that_refuses_to_end_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """What catches everything is ended with its process."""
    monkeypatch.setattr(precheck_fresh, "CELL_SECONDS", 1.0)
    monkeypatch.setattr(precheck_fresh, "GRACE", 1.0)
    stubborn = "import time\nwhile True:\n    try:\n        time.sleep(60)\n    except BaseException:\n        pass"
    ran = fresh_run(code(stubborn, "done = 1"))
    assert [one.ended for one in ran] == ["slow"]


def test_all_cells_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells that are each allowed may be too much together."""
    monkeypatch.setattr(precheck_fresh, "ALL_SECONDS", 2.0)
    ran = fresh_run(code(*["import time\ntime.sleep(1.5)"] * 4))
    assert ran[-1].ended == "all" and len(ran) < 4


@pytest.mark.parametrize(
    "source", ["import os\nos._exit(0)", "import os\nos.abort()", "import os, signal\nos.kill(os.getpid(), 9)"]
)
def test_a_process_that_dies_is_told(source: str) -> None:
    """The cell in which it died is known."""
    assert [one.ended for one in fresh_run(code("a = 1", source, "b = 2"))] == ["", "died"]


@pytest.mark.parametrize("source", ["input()", "print('x' * 10**6)", "import sys; sys.stdout = None; print(1)"])
def test_questions_and_floods_do_not_stop_the_run(source: str) -> None:
    """Nobody is asked, and whatever is printed goes nowhere."""
    assert len(fresh_run(code(source, "b = 2"))) == 2


def test_cells_run_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files beside the notebook are not there, as when it is graded, and nothing is written into its folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data.csv").write_text("1")
    ran = fresh_run(code("open('data.csv')", "open('new.txt', 'w').write('x')", "import lesson.checks", "import checks"))
    assert [one.error["kind"] if one.error else None for one in ran] == ["FileNotFoundError", None, None, "ModuleNotFoundError"]
    assert [path.name for path in tmp_path.iterdir()] == ["data.csv"]


def test_its_limits_are_the_graders() -> None:
    """What is said about time is what holds while grading."""
    from autograder.worker.deadlines import Deadlines

    assert (Deadlines().cell, Deadlines().cells) == (precheck_fresh.CELL_SECONDS, precheck_fresh.ALL_SECONDS)


def test_the_release_holds_what_is_needed() -> None:
    """Each release carries the check, and what was handed out, without a solution in it."""
    for name in COURSE.names():
        folder = COURSE.release(name).parent / "lesson"
        assert (folder / "precheck.py").is_file() and (folder / "precheck_run.py").is_file()
        assert all("BEGIN SOLUTION" not in cell.source for cell in released(name).cells)
        assert len(cells(solved(name))) > len(released(name).cells)
