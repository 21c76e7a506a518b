"""Objects that live in the worker, as arguments: axes to draw into, values that are held, several of them in a list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.course.model import Course
from autograder.grading.grader import Grader, GradingSettings
from autograder.result import Result
from autograder.submission.read import Submission, SubmittedCell

from . import toy
from .conftest import DEADLINES
from .handmade import cell

_SETUP = """class Canvas:
    def __init__(self):
        self.lines = []

    def line(self, y):
        self.lines.append(y)


def new_canvas():
    return Canvas()"""
DRAW = "    for y in heights:\n        canvas.line(y)"
CELLS = (
    cell(_SETUP, "setup", **toy._LOCKED),
    cell(toy.solution("def draw(canvas, heights):", f"{DRAW.strip()}"), "draw_solution", **toy._SOLUTION),
    cell("c = new_canvas()\ndraw(c, [1, 2])\nassert c.lines == [1, 2]", "draw", points=2, **toy._CHECKS),
    cell(toy.solution("def count(canvases):", "return sum(len(c.lines) for c in canvases)"), "count_solution", **toy._SOLUTION),
    cell("assert count([]) == 0", "count", points=2, **toy._CHECKS),
    cell(toy.solution("def spread(values):", "return max(values) - min(values)"), "spread_solution", **toy._SOLUTION),
    cell("assert spread([1, 3]) == 2", "spread", points=2, **toy._CHECKS),
)
_HEAD = "from autograder.testing import compare\nfrom autograder.testing.kinds import properties, values\n"
FILES = {
    "signatures.py": """
from autograder.testing.returns import Instance, Nothing, Number, Numbers, Whole

RETURNS = {"new_canvas": Instance(), "new_canvas.lines": Numbers(), "draw": Nothing(), "count": Whole(), "spread": Number()}
""",
    "test_draw.py": _HEAD
    + '''

@values
def test_lines(student):
    """There is a line at each height."""
    canvas = student.new_canvas()
    student.draw(canvas, [3.0, 1.0])
    compare.same(canvas.lines, [3.0, 1.0])


@properties
def test_none(student):
    """Without a height there is no line, with one there is."""
    canvas = student.new_canvas()
    student.draw(canvas, [])
    compare.same(canvas.lines, [])
    student.draw(canvas, [7.0])
    compare.same(canvas.lines, [7.0])
''',
    "test_count.py": _HEAD
    + '''

@values
def test_two(student):
    """The lines of all canvases are counted, in a list or within a dictionary's values."""
    one, other = student.new_canvas(), student.new_canvas()
    one.line(1.0)
    one.line(2.0)
    other.line(3.0)
    compare.same(student.count([one, other]), 3)
    compare.same(student.count((other,)), 1)
''',
    "test_spread.py": _HEAD
    + '''

@values
def test_held(student):
    """The spread of values that are kept is right."""
    held = student.hold([4.0, 9.0, 1.0])
    compare.number(student.spread(held), 8.0)
    compare.number(student.spread(held), 8.0)
''',
    "bases.py": 'def spread(values):\n    """Right."""\n    return max(values) - min(values)\n',
    "mistakes.toml": (
        "[spread__ends]\nhint = 'Where in the list do the largest and the smallest stand?'\n"
        "replace = [['max(values) - min(values)', 'values[-1] - values[0]']]\n"
    ),
}


@pytest.fixture(scope="module")
def grader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grader]:
    """A grader of a course whose functions take objects."""
    course: Course = toy.write_course(tmp_path_factory.mktemp("objects"), CELLS, FILES)
    with Grader(course.assignment(toy.NAME), GradingSettings(deadlines=DEADLINES, secret="objects")) as made:
        yield made


def graded(grader: Grader, **answers: str) -> Result:
    """Grade these answers, with the solution in the place of the others."""
    cells = [
        SubmittedCell(one.kind, answers.get(one.grade_id or "", one.source), one.grade_id, one.cell_id)
        for one in grader.assignment.cells
    ]
    return grader.grade(Submission("x", tuple(cells))).result


def test_right_work_has_full_marks(grader: Grader) -> None:
    """Objects go to a function alone, in a list or in a tuple, and show what became of them."""
    assert graded(grader).score == 6


@pytest.mark.parametrize("body", ["    pass", "    canvas.line(1.0)", "    canvas.lines = [1.0]"])
def test_no_fact_is_told_where_the_right_answer_is_not_known(grader: Grader, body: str) -> None:
    """The reference cannot draw into an object of the worker's: that it fails there says nothing of the student."""
    draw = graded(grader, draw_solution=f"def draw(canvas, heights):\n{body}").exercises[0]
    assert draw.score < 2
    said = [text for test in draw.tests for text in (test.note, test.hint) if text]
    assert not said, said


def test_a_mistake_in_what_is_done_with_a_held_value_is_recognised(grader: Grader) -> None:
    """A value that the judge itself put into the worker is known here as well."""
    spread = graded(grader, spread_solution="def spread(values):\n    return values[-1] - values[0]").exercises[2]
    assert spread.score == 0
    assert {test.mistake for test in spread.tests} == {"spread__ends"}
