"""What a class believed before it looked: guesses are read as text, counted beside the truth, and shown on the page."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path
from typing import Any

import pytest

from autograder.class_report.beliefs import FEW, Belief, find_beliefs, most_surprising
from autograder.class_report.exports import report_csv, report_json
from autograder.class_report.page import render_page
from autograder.class_report.report import make_report
from autograder.course.guesses import Question, guess_in, has_text, read_questions
from autograder.course.model import Course
from autograder.errors import UsageError
from autograder.gate.guesses import check_guesses
from autograder.simulation.guess import draw_beliefs, draw_guesses
from autograder.worker.cell_outcome import CellOutcome
from tests.class_report.made_up import HOSTILE, class_of, course_in, scored, submit

HEIGHT = Question("height", "How high?", 80.0, near=2.0, unit="metres")
COLOUR = Question("colour", "Which colour?", "Red", choices=("Red", "blue"))
FILE = """
[colour]
asks = "Which colour?"
choices = ["Red", "blue"]
truth = "Red"
[height]
asks = "How high?"
unit = "metres"
truth = 80
near = 2
"""


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("guess_height = 84", 84.0),
        ("guess_height = -3.5  # low", -3.5),
        ("guess_height = '84 %'", 84.0),
        ("guess_height = ...", None),
        ("guess_height = 84%", None),
        ("guess_height = 80 + 4", None),
        ("guess_height = True", None),
        ("guess_height = [84]", None),
        ("guess_height = float('nan')", None),
        ("guess_height = 'nan'", None),
        ("guess_height = 10 ** 400", None),
        (f"guess_height = {'9' * 400}", None),
        ("other = 84", None),
        ("", None),
        ("guess_height = 1\nguess_height = 2", 2.0),
        ("def f():\n    guess_height = 84", None),
        ("(" * 5000, None),
        ("guess_height = __import__('os')", None),
    ],
)
def test_a_number_is_read_and_nothing_is_run(text: str, guess: float | None) -> None:
    """A number that stands there is a guess; what would have to be computed is none."""
    assert guess_in(HEIGHT, [text]) == guess


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("'red'", "Red"),
        ("' BLUE '", "blue"),
        ("'green'", None),
        ("7", None),
        ("None", None),
        (f"'{HOSTILE}'", None),
        ("b'red'", None),
    ],
)
def test_a_choice_is_one_of_ours(text: str, guess: str | None) -> None:
    """Written in any case; what is no choice never reaches the page."""
    assert guess_in(COLOUR, [f"guess_colour = {text}"]) == guess


@pytest.mark.parametrize(("text", "told"), [("guess_height = ...  # metres", False), ("", False), ("guess_height = 84%", True)])
def test_the_blank_is_no_text(text: str, told: bool) -> None:
    """Only who wrote something that cannot be read is counted as such."""
    assert has_text(HEIGHT, text) is told


def course_that_asks(folder: Path, text: str = FILE) -> Course:
    """Return the made-up course, with questions."""
    course = course_in(folder)
    path = course.hidden("made_up") / "guesses.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return course


@pytest.mark.parametrize(
    "text",
    [
        "[height]\nasks = 'x'",
        "[height]\nasks = 'x'\ntruth = 'red'",
        "[height]\nasks = 'x'\ntruth = 1",
        "[height]\nasks = 'x'\ntruth = true\nnear = 1",
        "[c]\nasks = 'x'\ntruth = 'a'\nchoices = ['b']",
        "height = 3",
        "[height]\nasks = 'x'\ntruth = 1\nnear = 1\nextra = 2",
        "[",
    ],
)
def test_a_question_that_is_none_is_refused_with_its_place(tmp_path: Path, text: str) -> None:
    """The error names the file, and the entry where there is one."""
    with pytest.raises(UsageError, match=r"guesses\.toml"):
        read_questions(course_that_asks(tmp_path, text).assignment("made_up"))


def guessed(course: Course, student: str, *lines: str) -> None:
    """Hand in a notebook with these lines in cells of their own."""
    path = submit(course, student)
    notebook = json.loads(path.read_text())
    for line in lines:
        name = line.partition(" ")[0]
        grading = {"grade": False, "solution": False, "locked": False, "grade_id": name, "schema_version": 3, "task": False}
        cell = {"cell_type": "code", "id": name, "metadata": {"nbgrader": grading}, "outputs": [], "execution_count": None}
        notebook["cells"].append({**cell, "source": line})
    path.write_text(json.dumps(notebook))


@pytest.fixture
def believing(tmp_path: Path) -> Any:
    """A class of seven: nobody foresees the height, most the colour; one cannot be read, and one attacks."""
    course = course_that_asks(tmp_path)
    for place in range(5):
        guessed(course, f"s{place}", f"guess_height = {40 + place}", f"guess_colour = {'red' if place else 'blue'!r}")
    guessed(course, "s5", "guess_height = 84%", "guess_colour = ...")
    guessed(course, "s6", f"guess_height = '{HOSTILE}'", f"guess_colour = '{HOSTILE}'")
    return course, class_of(course, *(scored(f"s{place}", 2, 3, 5) for place in range(7)))


def test_a_class_is_counted_beside_the_truth(believing: Any) -> None:
    """Medians, choices, who was near, and who wrote what is no guess."""
    _, made = believing
    beliefs = {one.question.name: one for one in find_beliefs(made)}
    height, colour = beliefs["height"], beliefs["colour"]
    assert (height.n, height.right, height.unreadable, height.middle, height.half) == (5, 0, 2, 42.0, (41.0, 43.0))
    assert (colour.n, colour.right, colour.unreadable) == (5, 4, 1) and colour.counts == (("Red", 4), ("blue", 1))


def test_the_page_names_the_question_that_surprised_most(believing: Any) -> None:
    """It stands there with what was believed and what happened, and nothing that a student wrote is markup."""
    course, made = believing
    page = render_page(make_report(made), course.root)
    assert "The question that surprised most:</strong> How high?" in page
    assert "median 42, half of the class from 41 to 43" in page and "It was 80 metres" in page
    assert "Red: 4, blue: 1" in page and HOSTILE not in page


def test_the_files_hold_every_guess(believing: Any) -> None:
    """JSON has the figures, CSV a column a question; who did not guess has an empty field."""
    _, made = believing
    report = make_report(made)
    data = json.loads(report_json(report))
    assert data["surprised_most"] == "height"
    assert {one["question"]: one["right"] for one in data["guesses"]} == {"colour": 4, "height": 0}
    rows = list(csv.DictReader(io.StringIO(report_csv(report))))
    assert [row["guess_height"] for row in rows] == ["40", "41", "42", "43", "44", "", ""]
    assert [row["guess_colour"] for row in rows] == ["blue", *["Red"] * 4, "", ""]


def test_a_course_without_questions_has_no_such_part(tmp_path: Path) -> None:
    """Neither a heading nor a column."""
    course = course_in(tmp_path)
    report = make_report(class_of(course, scored("ann", 2, 3, 5)))
    assert "believed before" not in render_page(report, tmp_path) and "guess_" not in report_csv(report)


def test_few_guesses_and_a_class_that_knew_surprise_nobody() -> None:
    """An anecdote is no surprise, and neither is what everybody foresaw."""
    few = Belief(HEIGHT, {str(place): 1.0 for place in range(FEW - 1)})
    known = Belief(COLOUR, {str(place): "Red" for place in range(FEW)})
    assert most_surprising([few, known, Belief(HEIGHT)]) is None
    surprised = Belief(HEIGHT, {str(place): 1.0 for place in range(FEW)})
    assert most_surprising([few, known, surprised]) is surprised


def test_a_simulated_class_believes_something_of_every_question() -> None:
    """About the share asked for guesses, the same seed guesses alike, and what is written can mostly be read."""
    questions = (HEIGHT, COLOUR)
    beliefs = draw_beliefs(questions, 3)
    texts = [draw_guesses(f"s{place}", beliefs, 3, 0.5) for place in range(400)]
    assert texts == [draw_guesses(f"s{place}", draw_beliefs(questions, 3), 3, 0.5) for place in range(400)]
    for question in questions:
        written = [one[question.cell] for one in texts if question.cell in one]
        read = [guess_in(question, [text]) for text in written]
        assert 140 < len(written) < 260 and 0.9 < sum(guess is not None for guess in read) / len(read) <= 1
    assert draw_guesses("s0", beliefs, 3, 0.0) == {}


def outcome(*lines: str) -> CellOutcome:
    """Return a study that printed these lines."""
    return CellOutcome(True, ({"output_type": "stream", "text": "".join(f"{line}\n" for line in lines)},))


BLANK = ["guess_height = ...  # metres", "guess_colour = ..."]


def asking(folder: Path, *cells: str, study: bool = True) -> Any:
    """Return the made-up assignment with these guess cells."""
    course = course_that_asks(folder)
    path = course.source("made_up")
    notebook = json.loads(path.read_text())
    for text in cells:
        name = text.partition(" ")[0]
        grading = {"grade": False, "solution": False, "locked": False, "grade_id": name, "schema_version": 3, "task": False}
        metadata = {"nbgrader": grading, "tags": ["study"] * study}
        notebook["cells"].append({"cell_type": "code", "id": name, "metadata": metadata, "outputs": [], "source": text})
    path.write_text(json.dumps(notebook))
    return course.assignment("made_up")


def test_the_gate_is_open_where_every_guess_meets_the_truth(tmp_path: Path) -> None:
    """Near is near enough, and a choice is the choice."""
    shown = [outcome("height: 81.5 metres   (no guess)", "colour: Red   (no guess)")]
    assert list(check_guesses(asking(tmp_path, *BLANK), shown)) == []


@pytest.mark.parametrize(
    ("cells", "study", "lines", "problem"),
    [
        (BLANK, True, ["height: 83 metres   (", "colour: Red   ("], "says 80.0, and the solution shows 83"),
        (BLANK, True, ["height: 80 metres   (", "colour: blue   ("], "says Red, and the solution shows blue"),
        (BLANK, True, ["height: 80 metres   ("], "is never shown"),
        (BLANK[:1], True, ["height: 80 metres   (", "colour: Red   ("], "has no cell guess_colour"),
        (["guess_height = 80", BLANK[1]], True, ["height: 80   (", "colour: Red   ("], "that is no blank"),
        (BLANK, False, ["height: 80   (", "colour: Red   ("], "that is no blank"),
        ([*BLANK, "guess_weight = ..."], True, ["height: 80   (", "colour: Red   ("], "is a guess that no report reads"),
    ],
)
def test_the_gate_refuses(tmp_path: Path, cells: list[str], study: bool, lines: list[str], problem: str) -> None:
    """A truth that is none, a question without cell or answer, a cell that gives it away, a guess without a question."""
    found = [text for _, text, _ in check_guesses(asking(tmp_path, *cells, study=study), [outcome(*lines)])]
    assert any(problem in text for text in found), found


def test_drawn_numbers_are_around_a_belief_that_many_hold() -> None:
    """With many students the median is the common belief."""
    (common,) = draw_beliefs([HEIGHT], 1)
    dice = random.Random(0)
    numbers = [
        guess_in(HEIGHT, [text])
        for place in range(300)
        for text in draw_guesses(f"{dice.random()}{place}", [common], 1, 1.0).values()
    ]
    told = sorted(float(one) for one in numbers if one is not None)
    assert abs(told[len(told) // 2] - common.value) < common.spread
