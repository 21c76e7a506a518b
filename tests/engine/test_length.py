"""How long a notebook is: what counts as words and tasks, and a stated time that is not the count closes the gate."""

from __future__ import annotations

from pathlib import Path

from autograder.gate.length import check_gaps, check_times, length_table, measure

from . import toy
from .handmade import Cell, cell

FREE = {"grade": False, "solution": False, "locked": False, "task": False}


def text(words: int) -> Cell:
    """Return a text cell of so many words."""
    return cell(" ".join(["word"] * words), kind="markdown")


def measured(folder: Path, *cells: Cell):  # type: ignore[no-untyped-def]  # a Length
    """Measure a notebook of these cells."""
    return measure(toy.write_course(folder, cells).assignment(toy.NAME))


def test_words_are_prose_and_not_formulas(tmp_path: Path) -> None:
    """A displayed formula has no words, one within a line and a piece of code have one each."""
    assert measured(tmp_path, cell("Two words $a + b + c$ and `x = 1` here.\n\n$$a b c d$$", kind="markdown")).words == 6


def test_a_gap_ends_where_the_student_writes(tmp_path: Path) -> None:
    """Exercises, predictions and cells to try end a gap; figures, checks and given code do not."""
    prediction = cell(toy._QUESTION, "predict_more", "markdown", points=0, grade=True, solution=True, locked=False, task=False)
    attempt = cell("mine = 3", "try_it", **FREE)
    found = measured(
        tmp_path, text(30), *toy.CELLS[1:3], text(40), toy.study("1", "s1"), text(50), prediction, text(5), attempt
    )
    assert (found.tasks, found.gap_words, found.gap_cells) == (3, 90, 3)
    assert found.words == 30 + 40 + 50 + 5 + 8 and found.words_a_task == round(found.words / 3)


def test_more_to_read_and_to_do_takes_longer(tmp_path: Path) -> None:
    """Ten minutes of prose are ten minutes, and never are there none."""
    assert measured(tmp_path / "long", text(1300)).minutes == 10
    assert measured(tmp_path / "short", text(1)).minutes == 5


def test_a_time_that_is_not_the_count_is_found(tmp_path: Path) -> None:
    """The first cell may state the time; if it does, it is the one that is counted."""
    for stated, findings in ((5, 0), (60, 1)):
        first = cell(f"# A toy\n\n**Time**: about {stated} minutes.", kind="markdown")
        problems = list(check_times(toy.write_course(tmp_path / str(stated), (first,))))
        assert len(problems) == findings and all("60" in problem and "5" in problem for _, problem, _ in problems)


def test_what_is_too_long_is_set_in_bold(tmp_path: Path) -> None:
    """Beyond 250 words between two tasks the table says so."""
    table = length_table(toy.write_course(tmp_path, (text(251), *toy.CELLS[1:3])))
    assert "**251**" in table


def test_a_gap_above_the_limit_closes_the_gate_where_a_time_is_stated(tmp_path: Path) -> None:
    """The finding names the cell before which it lies; a notebook that promises no time is its author's own affair."""
    for first, findings in (("# A toy\n\n**Time**: about 5 minutes.", 1), ("# A toy", 0)):
        cells = (cell(first, kind="markdown"), text(251), *toy.CELLS[1:3], text(20))
        problems = list(check_gaps(toy.write_course(tmp_path / str(findings), cells)))
        assert len(problems) == findings
        assert [place for place, _, _ in problems] == ["toy: before double_solution"] * findings


def test_seven_cells_in_a_row_are_too_many_however_short(tmp_path: Path) -> None:
    """Words and cells are counted apart."""
    timed = cell("# A toy\n\n**Time**: about 5 minutes.", kind="markdown")
    for more, findings in ((4, 0), (5, 1)):  # beside the title and the setup
        cells = (timed, *(toy.study("1", f"s{k}") for k in range(more)), *toy.CELLS[1:3])
        assert len(list(check_gaps(toy.write_course(tmp_path / str(more), cells)))) == findings


def test_a_bracket_that_stands_alone_takes_no_time(tmp_path: Path) -> None:
    """A solution is as long as its lines with a word in them: how a dictionary is laid out changes nothing."""
    lines = "\n".join(f"    {letter}=1," for letter in "abcdefgh")
    closed, wide = f"x = dict(\n{lines}\n)", f"x = dict(\n{lines}" + "\n)" + "\n()" * 90
    one, other = (measured(tmp_path / name, cell(code, "given")) for name, code in (("a", closed), ("b", wide)))
    assert one.minutes == other.minutes


def test_what_is_worth_no_points_stands_beside_the_minutes(tmp_path: Path) -> None:
    """Who leaves it empty needs no time for it; who does it reads how long it takes, and a stated time is held to that."""
    free = [{**one, "metadata": {"nbgrader": {**one["metadata"]["nbgrader"]}}} for one in toy.CELLS[4:6]]
    free[1]["metadata"]["nbgrader"]["points"] = 0
    required = measured(tmp_path / "without", *toy.CELLS[1:4])
    for stated, findings in ((20, 1), (5, 0)):
        extra = cell(f"**More** (about {stated} minutes, worth no points)", kind="markdown")
        course = toy.write_course(tmp_path / str(stated), (*toy.CELLS[1:4], extra, *free))
        both = measure(course.assignment(toy.NAME))
        assert required.optional == 0 and (both.minutes, both.optional) == (required.minutes, 5)
        assert len(list(check_times(course))) == findings
