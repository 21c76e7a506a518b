"""Numbers that Python reads and never writes (over 4,300 digits, in hexadecimals) stand in a cell like any others."""

from __future__ import annotations

import ast
import json

import pytest

from autograder.course.guesses import Question, guess_in, has_text
from autograder.course.model import Assignment
from autograder.grading.affected import affected_exercises
from autograder.similarity.pairs import answers_of
from autograder.submission.canonical import canonicalise
from autograder.submission.excerpt import as_bank_entry, definition
from autograder.submission.own_cells import roles
from autograder.submission.read import Submission, read_notebook

from . import handmade

NUMBER = f"0x{'f' * 5000}"
PLACES = [
    "x = {0}", "double({0})", "assert double({0}) == {0}", "raise ValueError(-{0})", "class double:\n    x = {0}",
    "def double(x, a={0}):\n    return x", "def double(x):\n    return x * {0}", "def double(x) -> {0}:\n    return x",
    "@f({0})\ndef double(x):\n    return x", "def double(x):\n    match x:\n        case {0}:\n            return 1",
    "guess_height = {0}", "guess_height = [{0}, 1]", "f'{{x:{0}}}'", "x: {0} = 1",
]  # fmt: skip
QUESTIONS = (Question("height", "How high?", 1.0, near=1.0), Question("height", "Which?", "a", choices=("a", "b")))


@pytest.mark.parametrize("place", PLACES)
def test_a_number_that_cannot_be_written_stops_no_reader(toy_assignment: Assignment, place: str) -> None:
    """In any cell, locked ones too: the submission is rebuilt, compared and reported like any other."""
    source = place.format(NUMBER)
    blank = canonicalise(Submission("ada", ()), toy_assignment)
    cells = json.loads(toy_assignment.path.read_text())["cells"]
    for index in range(6):  # locked and unlocked, code and text
        changed = [{**one, "source": source} if at == index else one for at, one in enumerate(cells)]
        canonical = canonicalise(read_notebook(handmade.notebook(changed), "ada"), toy_assignment)
        assert [cell.origin for cell in canonical.cells if cell.origin is not None] == list(toy_assignment.cells)
        roles(canonical)
        answers_of(canonical)
        affected_exercises(blank, canonical, {})
    assert all(guess_in(question, [source]) is None for question in QUESTIONS)
    has_text(QUESTIONS[0], source)


@pytest.mark.parametrize("place", [place for place in PLACES if place.startswith(("def", "class", "@"))])
@pytest.mark.parametrize("layout", ["{0}", "{0}; y = 1"])
def test_no_bank_entry_is_made_of_what_cannot_be_written(place: str, layout: str) -> None:
    """The class report shows the answer, and offers nothing to paste, or something that does the same."""
    source = layout.format(place.format(NUMBER))
    entry = as_bank_entry(definition([source], "double", source), "double__new", ())
    assert entry is None or ast.parse(entry)
