"""What courses of other subjects need: texts, sets, iterators, objects with a state, data files and modules of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from autograder.course.digest import grading_digest
from autograder.course.model import Course
from autograder.gate.nonsense import guesses
from autograder.grading.grader import Grader, GradingSettings
from autograder.result import Result
from autograder.submission.read import Submission, SubmittedCell
from autograder.testing import compare
from autograder.testing.returns import (
    Array,
    Complex,
    Malformed,
    Maybe,
    Nothing,
    Number,
    Record,
    Returns,
    SetOf,
    Stream,
    Text,
    Whole,
)

from . import toy
from .conftest import DEADLINES
from .handmade import cell

COUNT = "def count(words):\n    for size in map(len, words):\n        yield size + OFFSET"
_SETUP = "from own_helper import OFFSET\n\nwith open('words.txt') as file:\n    WORDS = file.read().split()"
CELLS = (
    cell(_SETUP, "setup", **toy._LOCKED),
    cell(f"### BEGIN SOLUTION\n{COUNT}\n### END SOLUTION", "count_solution", **toy._SOLUTION),
    cell("assert list(count(['a', 'bc'])) == [11, 12]", "count", points=2, **toy._CHECKS),
    cell(toy.solution("def longest(words):", "return set(np.unique([w for w in words if len(w) > 2]))"), "longest_solution",
         **toy._SOLUTION),
    cell("assert longest(['abc']) == {'abc'}", "longest", points=2, **toy._CHECKS),
)  # fmt: skip
FILES = {
    "signatures.py": """
from autograder.testing.returns import Number, SetOf, Stream, Text

RETURNS = {"count": Stream(Number(), lists=False), "longest": SetOf(Text())}
""",
    "test_count.py": '''
from autograder.testing import compare
from autograder.testing.kinds import values


@values
def test_three(student):
    """Each word has its size."""
    compare.same(student.take(student.count(["abc", "d", ""]), 10), [13, 11, 10])


@values
def test_beginning(student):
    """The first sizes come first, however many words follow."""
    compare.same(student.take(student.count(["ab"] * 50), 2), [12, 12])
''',
    "test_longest.py": '''
from autograder.testing import compare
from autograder.testing.kinds import values


@values
def test_two(student):
    """All long words are there."""
    compare.same(student.longest(["long", "no", "word"]), {"long", "word"})
''',
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course whose notebook reads a file and imports a module, both beside it."""
    setup = cell("import numpy as np", "numpy", **toy._LOCKED)
    made = toy.write_course(tmp_path_factory.mktemp("words"), (setup, *CELLS), FILES)
    folder = made.source(toy.NAME).parent
    (folder / "words.txt").write_text("a bc", encoding="utf-8")
    (folder / "own_helper.py").write_text("OFFSET = 10\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def grader(course: Course) -> Iterator[Grader]:
    """A grader of that course."""
    with Grader(course.assignment(toy.NAME), GradingSettings(deadlines=DEADLINES, secret="words")) as made:
        yield made


def graded(grader: Grader, **answers: str) -> Result:
    """Grade these answers, with the solution in the place of the others."""
    cells = [
        SubmittedCell(one.kind, answers.get(one.grade_id or "", one.source), one.grade_id, one.cell_id)
        for one in grader.assignment.cells
    ]
    return grader.grade(Submission("x", tuple(cells))).result


def test_a_notebook_finds_the_files_beside_it(grader: Grader) -> None:
    """Cells of students read the data and import the module that were handed out with the notebook."""
    assert graded(grader).score == 4
    again = "import own_helper\n\ndef count(words):\n    return (len(w) + own_helper.OFFSET for w in words[: 25 * len(WORDS)])"
    assert graded(grader, count_solution=again).score == 4


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        ("def count(words):\n    return [len(w) + 10 for w in words]", "What count returned is a list; an iterator is needed."),
        ("def count(words):\n    yield from 5", "count stopped with a TypeError."),
        ("def count(words):\n    yield 'a'", "Item 0 of count is a text; one number is needed."),
        ("def count(words):\n    return iter", "What count returned cannot be run through."),
    ],
)
def test_wrong_iterators_cost_their_exercise_alone(grader: Grader, answer: str, note: str) -> None:
    """A list, a broken or an ill-formed iterator fails its tests; what is said of it is said in the exercise's words."""
    result = graded(grader, count_solution=answer)
    assert result.score == 2
    assert result.exercises[0].score == 0
    said = {test.note for test in result.exercises[0].tests if test.note}
    assert note in said, said
    assert not any("__next__" in text for text in said), said


def test_a_file_beside_the_notebook_decides(course: Course) -> None:
    """Who changes the data makes the grades stale."""
    assignment = course.assignment(toy.NAME)
    before, path = grading_digest(assignment), assignment.path.with_name("words.txt")
    path.write_text("a bc d", encoding="utf-8")
    after = grading_digest(assignment)
    path.write_text("a bc", encoding="utf-8")
    assert before != after == after
    assert before == grading_digest(assignment)


def test_nonsense_of_every_kind_is_no_answer(grader: Grader) -> None:
    """What the gate hands in as guesses earns nothing where texts, sets or iterators are asked for."""
    assignment = grader.assignment
    for exercise in assignment.exercises:
        for label, source in list(guesses(assignment, exercise, exercise.functions))[::6]:
            name = f"{exercise.id}_solution"
            right = next(one.source for one in assignment.cells if one.grade_id == name)
            result = graded(grader, **{name: f"{right}\n{source}"})
            assert result.score <= 2, (exercise.id, label)


READS: tuple[tuple[Returns, object, object], ...] = (
    (Text(), "a", "a"),
    (Nothing(), None, None),
    (Maybe(Number()), None, None),
    (Maybe(Number()), 2, 2.0),
    (Complex(), 1j, 1j),
    (Complex(), np.float64(2.0), 2 + 0j),
    (Record({"n": Whole(), "name": Text()}), {"n": 3, "name": "x", "more": []}, {"n": 3, "name": "x"}),
    (SetOf(Text()), {"a"}, frozenset({"a"})),
    (Stream(Number()), [1, 2], [1.0, 2.0]),
)
REFUSES: tuple[tuple[Returns, object], ...] = (
    (Text(), 1), (Text(), None), (Nothing(), 0), (Maybe(Number()), "a"), (Complex(), True), (Complex(), "1j"),
    (Record({"n": Whole()}), {}), (Record({"n": Whole()}), {"n": "a"}), (Record({"n": Whole()}), [3]), (SetOf(Text()), ["a"]),
    (SetOf(Text()), {1}), (Stream(Number(), lists=False), [1]), (Stream(Number()), 3), (Stream(Number()), ["a"]),
)  # fmt: skip


def test_structures_read_what_they_name_and_refuse_the_rest() -> None:
    """Each structure returns an answer in its usual form, or says in a sentence what is needed."""
    for spec, answer, read in READS:
        assert spec.read(answer, "it") == read, spec
    for spec, answer in REFUSES:
        with pytest.raises(Malformed, match="it"):
            spec.read(answer, "it")


def test_lists_may_be_arrays_where_it_is_said() -> None:
    """Nested lists of numbers are read as the array that they make; texts, and without leave any list, are refused."""
    read = Array(lists=True).read([[1, 2.5], (3, 4)], "it")
    assert isinstance(read, np.ndarray) and read.tolist() == [[1, 2.5], [3, 4]]
    for spec, answer in ((Array(lists=True), ["a"]), (Array(lists=True), [None]), (Array(), [1.0]), (Array(lists=True), 1.0)):
        with pytest.raises(Malformed, match="it"):
            spec.read(answer, "it")


SAME: tuple[tuple[object, object], ...] = (
    ({"a": 1.0, "b": ["x", None]}, {"a": 1 + 1e-12, "b": ("x", None)}),
    (frozenset({"a"}), {"a"}), (3, 3.0), (1j, 1j), (True, np.bool_(True)), (np.array([1.0]), np.array([1.0])), ([], ()),
)  # fmt: skip
DIFFERENT: tuple[tuple[object, object], ...] = (
    ({"a": 1}, {"a": 1, "b": 2}), ({"a": 1}, {"a": 2}), (["a"], ["b"]), (["a"], ["a", "a"]), (1, True), (True, 1), ("1", 1),
    (None, 0.0), (None, ""), ({"a"}, {"b"}), (["a"], {"a"}), (float("nan"), float("nan")), (1 + 2j, 1 + 3j), (2.0, 2 + 1j),
    ("a", b"a"), ([1.0], np.array([1.0])), ({}, []),
)  # fmt: skip


def test_plain_data_is_compared_strictly() -> None:
    """Numbers are close, and everything else is the same, at any depth."""
    for actual, expected in SAME:
        compare.same(actual, expected)
    for actual, expected in DIFFERENT:
        with pytest.raises(compare.Mismatch):
            compare.same(actual, expected)


def test_imaginary_parts_are_compared() -> None:
    """An array of complex numbers is right only where both parts are."""
    compare.close(np.array([1 + 2j]), np.array([1 + 2j]))
    with pytest.raises(compare.Mismatch):
        compare.close(np.array([1 + 2j]), np.array([1 + 3j]))


def test_a_folder_that_is_not_there_holds_no_files(tmp_path: Path) -> None:
    """A notebook that stands alone has nothing beside it."""
    made = toy.write_course(tmp_path)
    assert list(made.assignment(toy.NAME).beside) == []
