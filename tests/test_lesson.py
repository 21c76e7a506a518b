"""The students' own package: checks say what is wrong and how; data and plots are what the notebooks count on."""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unittest import mock

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "course" / "handout"))

import matplotlib.pyplot as plt
from lesson import data, plots
from lesson.checks import CheckFailed, Checks
from lesson.compare import difference
from lesson.display import Mark, Row, as_html, as_text, describe

STUDENT = """
import numpy as np

X = np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]])
Y = np.array([[1.0, 0.0, 0.0]])
half = np.full((1, 3), 0.5)
P = {"W1": np.ones((2, 2)), "b1": np.zeros((2, 1))}

def cost(A, Y):
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))

def summed(A, Y):
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))

def forgot(A, Y):
    answer = 1

def stub(A, Y):
    # YOUR CODE HERE
    raise NotImplementedError()

def on_top(A, Y):
    return 2 * stub(A, Y)

def crashes(A, Y):
    Z = A @ Y
    return Z

def one_argument(A):
    return A

def three_arguments(A, Y, m):
    return A

def spoils(A, Y):
    A *= 2
    Y[0, 0] = 9
    return 0.5

def spoils_parameters(P):
    P["W1"] -= 1
    P["extra"] = 1
    del P["b1"]
    return P

class Stopper:
    def __init__(self, patience):
        raise NotImplementedError()

class Strange:
    def __eq__(self, other):
        raise RuntimeError("no")
    def __repr__(self):
        raise RuntimeError("no")
"""


@pytest.fixture
def student() -> dict[str, Any]:
    """A student's notebook: its namespace."""
    namespace: dict[str, Any] = {}
    exec(compile(STUDENT, "student's cell", "exec"), namespace)
    return namespace


def outcome(namespace: dict[str, Any], run: Callable[[Checks], None]) -> tuple[list[Row], str]:
    """The rows of the table and the message of the final error (empty where there is none)."""
    shown: list[Row] = []
    message = ""
    with mock.patch("lesson.checks.show", lambda title, rows: shown.extend(rows)):
        try:
            with Checks("exercise", namespace) as check:
                run(check)
        except CheckFailed as failed:
            message = str(failed)
    return shown, message


def note(namespace: dict[str, Any], call: str, expected: object) -> str:
    """What the table says about one check."""
    (row,) = outcome(namespace, lambda check: check(call, expected, "why"))[0]
    return row.note


# --- verdicts ---------------------------------------------------------------------------------------------------


def test_right_answers_pass_in_silence(student: dict[str, Any]) -> None:
    """Every kind of check passes on right work, and nothing is raised."""

    def run(check: Checks) -> None:
        check("cost(half, Y)", np.log(2), "a coin flip costs ln 2")
        check("np.asarray(cost(half, Y))", np.log(2))
        check("(1, 'a', X)", (1, "a", student["X"].copy()))
        check("{'W1': X, 'extra': 3}", {"W1": student["X"].copy()})
        check("X > 0", np.array([[1, 1, 0], [1, 1, 0]]))
        check("np.True_", True)
        check.shape("X.T", (3, 2), "transposed")
        check.that("cost(half, Y) >= 0", "never negative")
        check.that("np.allclose(X, X + 1e-12)")
        check.that("forgot(half, Y) is None")
        check.unchanged("cost(half, Y)", "half", "Y")
        check.raises("int('x')", ValueError, "no number")

    rows, message = outcome(student, run)
    assert [row.mark for row in rows] == [Mark.RIGHT] * 12
    assert message == ""


def test_every_check_runs_and_one_short_error_ends_them(student: dict[str, Any]) -> None:
    """A wrong answer stops nothing; at the end there is one line."""

    def run(check: Checks) -> None:
        check("cost(half, Y)", 1.0)
        check("cost(half, Y)", np.log(2))
        check.shape("X", (3, 2))

    rows, message = outcome(student, run)
    assert [row.mark for row in rows] == [Mark.WRONG, Mark.RIGHT, Mark.WRONG]
    assert message == "exercise: 2 of 3 checks to go"


def test_the_error_is_one_line_in_jupyter_and_hides_no_context() -> None:
    """IPython asks the exception for its own traceback."""
    assert CheckFailed("cost: 1 of 3 checks to go")._render_traceback_() == ["CheckFailed: cost: 1 of 3 checks to go"]
    assert issubclass(CheckFailed, AssertionError)


def test_an_interrupt_is_never_masked(student: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """Stopping a slow cell stops it, with no table and no other error."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    student["interrupted"] = interrupted
    with pytest.raises(KeyboardInterrupt), Checks("exercise", student) as check:
        check("cost(half, Y)", 1.0)
        check("interrupted()", 1.0)
    assert capsys.readouterr().out == ""


# --- work that has not begun ------------------------------------------------------------------------------------


def test_an_unfilled_stub_is_one_line_however_many_checks_need_it(student: dict[str, Any]) -> None:
    """Not started is said once, also where another function calls the stub."""

    def run(check: Checks) -> None:
        check("stub(half, Y)", 1.0)
        check.that("stub(half, Y) < 1")
        check.shape("on_top(half, Y)", (1, 3))
        check.raises("stub(half, Y)", Exception)

    (row,), message = outcome(student, run)
    assert (row.mark, row.call) == (Mark.WAITING, "stub")
    assert row.note.startswith("not started") and "4 checks" in row.note
    assert message == "exercise: not started yet"


def test_the_stub_of_one_function_hides_no_other(student: dict[str, Any]) -> None:
    """Checks of a function that is there are shown beside one that is not."""

    def run(check: Checks) -> None:
        check("stub(half, Y)", 1.0)
        check("summed(half, Y)", np.log(2))
        check("Stopper(3)", 1.0)

    rows, message = outcome(student, run)
    assert [(row.mark, row.call) for row in rows] == [
        (Mark.WRONG, "summed(half, Y)"), (Mark.WAITING, "stub"), (Mark.WAITING, "Stopper"),
    ]  # fmt: skip
    assert message == "exercise: 3 of 3 checks to go"


def test_a_function_that_is_not_defined_is_one_line(student: dict[str, Any]) -> None:
    """A cell that was not run yet is named as the reason."""

    def run(check: Checks) -> None:
        check("nowhere(half, Y)", 1)
        check("nowhere(X, Y)", 2)

    rows, message = outcome(student, run)
    assert [(row.mark, row.call) for row in rows] == [(Mark.WAITING, "nowhere")]
    assert "not defined yet: run the cell above" in rows[0].note
    assert message


def test_a_stub_called_while_the_checks_are_prepared_is_not_started_too(student: dict[str, Any]) -> None:
    """An expected value that needs the student's function is caught like a call."""
    rows, message = outcome(student, lambda check: check("cost(half, Y)", student["stub"](1, 2)))
    assert [(row.mark, row.call) for row in rows] == [(Mark.WAITING, "stub")]
    assert message == "exercise: not started yet"


# --- what the sentences say -------------------------------------------------------------------------------------

G = np.array([[-1 / 6, 0.1], [1 / 6, -0.1]])
B = np.array([[1 / 6], [-1 / 6], [0.5], [0.25]])
Y_ROW = np.array([[1.0, 0.0, 0.0]])
SENTENCES = [
    ("forgot(half, Y)", 1.0, "returned None: does every path end in `return`?"),
    ("forgot(half, Y)[0]", 1.0, "returned None: does every path end in `return`?"),
    ("summed(half, Y)", np.log(2), "it is 3 times too large, and there are 3 examples"),
    ("cost(half, Y) / 3 * Y.mean() * 3 / Y.mean() / Y.shape[1]", np.log(2), "3 times too small, and there are 3"),
    ("3 * X * half", np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]]) / 2, "every entry is 3 times too large, and"),
    ("summed(half, Y) * 3", np.log(2), "it is 9 times too large, and there are 3 examples"),
    ("cost(half, Y) / np.log(2)", np.log(2), "which logarithm is it?"),
    ("-cost(half, Y)", np.log(2), "returned -0.69315, expected 0.69315: the sign is flipped"),
    ("-X", np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]]), "every sign is flipped"),
    ("np.abs(X)", np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]]), "the sign of 2 of 6 entries is not"),
    ("0.97", 97.0, "100 times too small: percent or fraction?"),
    ("X + 0.1", np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]]), "every entry is 0.1 too large"),
    ("X[:, ::-1]", np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]]), "the right numbers in another order"),
    ("X * 0", np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]]), "every entry is 0"),
    ("1 - Y", np.array([[1.0, 0.0, 0.0]]), "1 minus what was expected: which class is which?"),
    ("np.array([[1/6, 0.1], [-1/6, -0.1]])[::-1].T", G.T, "the sizes are right"),
    ("X.T", np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]]), "the answer is the transpose of what was expected"),
    ("np.array([[1.0, 2.0], [5.0, 4.0]])", np.array([[1.0, 5.0], [2.0, 4.0]]), "the answer is the transpose"),
    (
        "np.arange(4.0)",
        np.zeros((4, 1)),
        "an array of shape (4,), expected shape (4, 1): where did the axis of length 1 go?",
    ),
    ("0.5", np.array([[0.5]]), "expected an array of shape (1, 1): where did its axes go?"),
    ("0.5", B, "returned one number, 0.5, expected an array of shape (4, 1): is everything combined into one number?"),
    ("np.zeros((2, 1, 1))", np.zeros((2, 1)), "is there an axis of length 1 too many?"),
    ("half.T + half", np.ones((1, 3)), "expected shape (1, 3): did two shapes broadcast into a square?"),
    ("X.sum(axis=1, keepdims=True)", np.ones((2, 3)), "has an axis been summed that should stay, or is something left out?"),
    ("X", np.ones((2, 1)), "should the axis of length 3 still be there?"),
    ("np.zeros((3, 2))", np.ones((2, 3)), "are rows and columns swapped?"),
    ("np.zeros((5, 2))", np.ones((2, 3)), "returned an array of shape (5, 2), expected shape (2, 3)"),
    ("np.array([[0.7]])", 0.7, "an array of shape (1, 1), expected one number, 0.7: which axes are left?"),
    ("-Y * np.log(half)", 0.7, "an array of shape (1, 3), expected one number, 0.7: is something still to be"),
    ("(0 * np.inf) * X[0, 0]", 0.7, "it is nan: which step"),
    ("np.where(Y == 1, 0 * np.inf, Y)", np.ones((1, 3)), "1 of 3 entries is nan: which step"),
    ("np.where(Y == 0, -np.inf, Y)", np.ones((1, 3)), "2 of 3 entries are infinite: which step"),
    ("np.array([0, 0, 1])", np.array([0.0, 0.1, 1.0]), "the dtype is int64: where did the decimals go?"),
    ("X > 0", np.array([[1.0, 1.0, 0.0], [1.0, 1.0, 0.0]]), "truth values (dtype bool), expected numbers"),
    ("X.tolist()", np.ones((2, 3)), "returned a list of 2 values, expected an array of shape (2, 3)"),
    ("cost", 1.0, "a function (are its parentheses missing?)"),
    ("True", 1.0, "returned True, expected one number, 1"),
    ("X > 0", True, "expected True: must all of them hold, or any?"),
    ("False", True, "returned False, expected True"),
    ("'xavier'", "he", "returned 'xavier', expected 'he'"),
    ("(2, 4)", (2, 4, 1), "returned (2, 4), expected (2, 4, 1)"),
    ("(2, 3, 1)", (2, 4, 1), "returned (2, 3, 1), expected (2, 4, 1)"),
    ("X", (np.ones(2), np.ones(2)), "expected 2 values"),
    ("(X, X, X)", (np.ones(2), np.ones(2)), "returned 3 values, expected 2"),
    ("(X, X * 2)", (np.array([[1, 0.5, -0.5], [0.3, 1, -0.1]]),) * 2, "value 1 right, value 2 wrong: "),
    ("{'dW1': X}", {"dW1": 1, "db1": 2}, 'returned a dictionary without "db1"; it has "dW1"'),
    ("X", {"dW1": 1}, 'expected a dictionary with "dW1"'),
    ("{'dW1': X}['db1']", 1.0, 'the answer has no entry "db1"'),
    ("one_argument(half, Y)", 1.0, "one_argument takes 1 argument, called with 2: is the `def` line"),
    ("three_arguments(half, Y)", 1.0, "three_arguments takes 3 arguments, called with 2: is the `def` line"),
    ("cost(half, Y, m=3)", 1.0, "cost takes no argument called 'm'"),
    ("crashes(half, Y)", 1.0, "raised ValueError: the inner sizes of a matrix product are 3 and 1"),
    ("Strange()", 1.0, "returned a value of type Strange, expected one number"),
    ("[Strange()]", ["a"], "Strange"),
    ("1 + Y * 0", np.zeros((1, 3)), "every entry is 1 too large"),
    ("0.1 + Y * 0", np.full((1, 3), 0.001), "every entry is 100 times too large"),
    ("-1 / 6", -1 / 60, "it is 10 times too large"),
    ("np.asarray(0.5)", B, "expected shape (4, 1): is everything combined into one number?"),
    ("tuple(range(10))", (0, *range(2, 11)), "9 of 10 wrong: value 2: 1, expected 2"),
    ("bool(X)", 1.0, "raised ValueError: one True or False was needed, and there is a whole array"),
    ("float(X)", 1.0, "raised TypeError: one number was needed, and there is a whole array"),
    ("X ^ 2", 1.0, "raised TypeError: `^` is no power in Python"),
    ("np.max(0, X)", 1.0, "raised TypeError: an array stands where one whole number is needed"),
    ("range(X)", 1.0, "raised TypeError: "),
    ("(X, Y) > 0.5", 1.0, "raised TypeError: a tuple of several values stands where one is needed"),
    ("X - (X, {})", 1.0, "things of different shapes stand where one array is needed"),
    ("2.0 * (X, {})", 1.0, "a tuple of several values"),
    ("(X, {}).T", 1.0, "a tuple of several values"),
    ("X(2)", 1.0, "raised TypeError: an array or number stands before parentheses"),
    ("(lambda: (X, Y))()['dW1']", 1.0, "the answer is a tuple, where a dictionary was expected"),
    ("X[:, 0][0, 0]", 1.0, "the answer has fewer axes than expected"),
    ("[X][1]", 1.0, "the answer has fewer values than expected"),
    ("np.array([[0.3]]) + 0 * X[0, 0]", np.array([[0.1]]), "it is 3 times too large, and there are 3 examples"),
    ("exit(3)", 1.0, "raised SystemExit: 3"),
]


UNSAID = [  # call, expected, what is said instead, what would point away from the mistake
    ("{'mask': None}['mask']", np.ones((2, 2)), "this part of the answer is None", "return"),
    ("[None][0]", 1.0, "this part of the answer is None", "return"),
    ("np.minimum(np.nan, cost(half, Y))", 0.5, "returned nan, expected 0.5", "which step"),
    ("np.array([[0, 0, 1]])", np.array([[1, 0, 0]]), "2 of 3 entries differ", "another order"),
    ("np.array([[True, False, False, True]])", np.array([[0, 1, 1, 0]]), "", "another order"),
    ("np.array([1.0])", np.array([1.0, 2.0]), "something left out?", "combined into one number"),
    ("X * 0.9995", np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]]), "1.0005 times too small", " 1 times"),
]


@pytest.mark.parametrize(("call", "expected", "instead", "unsaid"), UNSAID, ids=[case[0] for case in UNSAID])
def test_a_sentence_does_not_point_away(
    student: dict[str, Any], call: str, expected: object, instead: str, unsaid: str
) -> None:
    """What would be said by a coincidence of the numbers, or of a call that hands nan over itself, is left out."""
    said = note(student, call, expected)
    assert instead in said and unsaid not in said


def test_signs_are_spoken_of_only_where_every_comparison_is_off_by_them(student: dict[str, Any]) -> None:
    """On numbers that are too convenient a message sent to the wrong place looks like a wrong sign."""
    student["H"] = np.array([[1.0, -2.0, 3.0]])

    def checks(check: Checks) -> None:
        check("np.abs(H)", student["H"])
        check("H * H + 7", student["H"])

    rows, _ = outcome(student, checks)
    assert not any("sign of" in row.note for row in rows)


@pytest.mark.parametrize(("call", "expected", "sentence"), SENTENCES, ids=[case[0] for case in SENTENCES])
def test_a_wrong_answer_is_told_what_is_wrong(student: dict[str, Any], call: str, expected: object, sentence: str) -> None:
    """Each structural fault has its own exact and kind sentence."""
    student["exit"] = sys.exit
    assert sentence in note(student, call, expected)


def test_a_dictionary_says_which_tensors_are_right_and_which_are_wrong() -> None:
    """Right tensors are named before wrong ones, with the reason of the first wrong one."""
    want = {"dW1": G, "db1": B, "dW2": np.ones((1, 2))}
    assert difference({"dW1": G, "db1": B, "dW2": np.ones((1, 2)), "more": 1}, want) is None
    text = difference({"dW1": G, "db1": B[:, 0], "dW2": 2 * np.ones((1, 2))}, want)
    assert text is not None
    assert text.startswith("dW1 right, db1, dW2 wrong: db1: an array of shape (4,), expected shape (4, 1)")
    assert difference({"dW1": G, "db1": B, "dW2": None}, want) == "dW1, db1 right, dW2 wrong: it is None"


def test_large_arrays_are_not_poured_into_the_table() -> None:
    """Beyond a few entries the first wrong place stands for all."""
    want = np.arange(40.0).reshape(4, 10) + 0.25
    got = want.copy()
    got[2, 3] += 1
    text = difference(got, want)
    assert text == "came back with 24.25 at [2, 3], expected 23.25: only row 2 is wrong"
    got[:, 9] += 0.5
    got[2, 3] -= 1
    assert "only column 9 (the last) is wrong" in str(difference(got, want))


def test_values_that_look_alike_are_shown_with_the_digits_that_differ() -> None:
    """A difference in the sixth digit is visible, and is no structural fault."""
    assert difference(0.69314918, 0.69314718) == "returned 0.69314918, expected 0.69314718"


def test_a_chance_ratio_of_two_counts_is_not_made_a_reason() -> None:
    """Six layers instead of two is not three times too large."""
    assert difference(6, 2, examples={4}) == "returned 6, expected 2"


def test_only_data_say_how_many_examples_there_are(student: dict[str, Any]) -> None:
    """The columns of a weight matrix are not examples."""
    student["theta"] = np.ones((3, 3))
    assert note(student, "3 * theta[0, 0] / 7", 1 / 7) == "returned 0.42857, expected 0.14286"
    assert "there are 3 examples" in note(student, "3 * theta[0, 0] / 7 + 0 * X[0, 0]", 1 / 7)


def test_percent_is_asked_about_only_where_it_can_be_meant() -> None:
    """A step that is a hundred times too long is no percentage."""
    assert "percent" in str(difference(0.5, 50.0)) and "percent" in str(difference(50.0, 0.5))
    assert "percent" not in str(difference(0.1, 0.001))


def test_tolerance_can_be_chosen(student: dict[str, Any]) -> None:
    """`atol` widens a comparison and nothing else does."""
    assert outcome(student, lambda check: check("0.51", 0.5, atol=0.02))[1] == ""
    assert outcome(student, lambda check: check("0.51", 0.5))[1]


def test_the_students_own_line_is_shown_with_an_exception(student: dict[str, Any], tmp_path: Path) -> None:
    """Kind, text, function, line number and the line itself."""
    cell = tmp_path / "cell.py"
    cell.write_text("def divide(a):\n    b = 0\n    return a / b\n")
    exec(compile(cell.read_text(), str(cell), "exec"), student)
    assert note(student, "divide(1)", 1) == "raised ZeroDivisionError: division by zero (in divide, line 3: return a / b)"
    inside = "np.sum([divide(n) for n in [1]])"
    assert "(in divide, line 3: return a / b)" in note(student, inside, 1)


def test_both_sides_of_a_false_statement_are_shown(student: dict[str, Any]) -> None:
    """Comparisons show what was compared; they are evaluated once."""
    calls: list[int] = []

    def draw() -> float:
        calls.append(1)
        return 0.7

    student["draw"] = draw

    def run(check: Checks) -> None:
        check.that("draw() < 0.5")
        check.that("np.allclose(3 * X, X)")
        check.that("forgot(half, Y) < 1")
        check.that("len(X) == 3 and True")
        check.that("0 < draw() < 0.5")
        check.that("1.0000001 == 1")

    rows, _ = outcome(student, run)
    assert rows[0].note == "the left side is 0.7, the right side is 0.5"
    assert rows[1].note.endswith("every entry is 3 times too large")
    assert rows[2].note == "returned None: does every path end in `return`?"
    assert rows[3].note == "len(X) == 3: the left side is 2, the right side is 3"
    assert rows[4].note == "the value in the middle is 0.7"
    assert rows[5].note == "the left side is 1.0000001, the right side is 1"
    assert len(calls) == 2


def test_the_expected_error_must_come_and_be_of_its_kind(student: dict[str, Any]) -> None:
    """No error, or another one, is wrong."""

    def run(check: Checks) -> None:
        check.raises("1", ValueError)
        check.raises("1 / 0", ValueError)

    rows, _ = outcome(student, run)
    assert [row.note for row in rows] == [
        "returned 1, expected a ValueError",
        "raised ZeroDivisionError: division by zero, expected a ValueError",
    ]


# --- inputs -----------------------------------------------------------------------------------------------------


def test_inputs_that_change_are_named(student: dict[str, Any]) -> None:
    """`unchanged` says which variables did not survive the call, dictionaries included."""

    def run(check: Checks) -> None:
        check.unchanged("spoils(half, X)", "half", "Y")
        check.unchanged("spoils_parameters(P)", "P")
        check.unchanged("spoils_parameters(P)", "P['W1']")
        check.unchanged("forgot(half, Y)", "half")

    rows, _ = outcome(student, run)
    assert [row.note.split(":")[0] for row in rows] == [
        "the call has changed half", "the call has changed P", "the call has changed P['W1']", "returned None",
    ]  # fmt: skip


def test_a_function_that_changes_its_inputs_cannot_spoil_other_checks(student: dict[str, Any]) -> None:
    """Variables that a call names are put back in place, also after an exception and inside a lambda."""
    half, P, W1 = student["half"], student["P"], student["P"]["W1"]
    view = half[:, 1:]

    def run(check: Checks) -> None:
        check("spoils(half, Y)", 0.5)
        check("spoils_parameters(P)['W1']", np.zeros((2, 2)))
        check("(lambda: spoils(half, Y) / 0)()", 0.5)
        check("cost(half, Y)", np.log(2))

    rows, _ = outcome(student, run)
    assert [row.mark for row in rows] == [Mark.RIGHT, Mark.RIGHT, Mark.WRONG, Mark.RIGHT]
    assert student["half"] is half and student["P"] is P and P["W1"] is W1
    assert np.all(half == 0.5) and np.all(view == 0.5) and np.all(W1 == 1)
    assert list(P) == ["W1", "b1"]


# --- the table --------------------------------------------------------------------------------------------------

ROWS = [
    Row(Mark.RIGHT, "f(1) < 2", "", "small & <b>bold</b>"),
    Row(Mark.WRONG, "g('<i>')", "returned '<script>alert(1)</script>', expected 1", ""),
    Row(Mark.WAITING, "h", "not started"),
]


class Tags(HTMLParser):
    """Collects the tags and the visible text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_reshape_in_place_spoils_no_other_check(student: dict[str, Any]) -> None:
    """An array that a call has given another shape is put back, so that each check sees it as it was."""
    exec("def reshapes(v):\n    v.shape = (1, -1)\n    return v", student)
    student["flat"] = np.array([1.0, 0.0, 0.0])

    def run(check: Checks) -> None:
        check.shape("reshapes(flat)", (1, 3))
        check.unchanged("reshapes(flat)", "flat")

    rows, _ = outcome(student, run)
    assert [row.mark for row in rows] == [Mark.RIGHT, Mark.WRONG]
    assert student["flat"].shape == (3,)


def test_html_shows_students_values_as_text() -> None:
    """Nothing that a student's call, value or exception contains becomes markup."""
    page = Tags()
    page.feed(as_html("cost <1>", ROWS))
    assert page.tags == {"table", "caption", "tbody", "tr", "td", "code", "div", "span"}
    for text in ("cost <1>", "f(1) < 2", "small & <b>bold</b>", "g('<i>')", "'<script>alert(1)</script>'"):
        assert text in page.text


def test_html_needs_nothing_from_outside_and_never_colour_alone() -> None:
    """No link, script or image; each verdict has a symbol and a name; text keeps the theme's own colour."""
    source = as_html("cost", [*ROWS, Row(Mark.NOTE, "cell 3")])
    page = Tags()
    page.feed(source)
    assert {name for name, _ in page.attributes} <= {"style", "role", "title", "aria-label"}
    assert "url(" not in source and "http" not in source
    assert all(symbol in page.text for symbol in "✓✗○•")
    assert {value for name, value in page.attributes if name == "aria-label"} == {
        "right",
        "not right yet",
        "not started",
        "worth knowing",
    }
    colours = set(re.findall(r"[^-]color:([^;\"]+)", source))
    assert colours == {"inherit"} | {mark.value[3] for mark in Mark}


@pytest.mark.parametrize("mark", list(Mark))
@pytest.mark.parametrize("background", ["#FFFFFF", "#1E1E1E", "#111111"])
def test_symbols_stand_out_in_light_and_dark_themes(mark: Mark, background: str) -> None:
    """The contrast that accessibility guidelines ask of symbols, 3 to 1, on each theme's background."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted([luminance(mark.value[3]), luminance(background)])
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_plain_text_is_printed_outside_jupyter(student: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """A script prints a readable table, then fails with the one line."""
    with pytest.raises(CheckFailed, match="cost: 1 of 2 checks to go"), Checks("cost", student) as check:
        check("cost(half, Y)", np.log(2), "a coin flip costs ln 2")
        check("summed(half, Y)", np.log(2))
    assert capsys.readouterr().out == (
        "cost: 1 of 2 checks pass\n"
        "  ✓ cost(half, Y)   (a coin flip costs ln 2)\n"
        "  ✗ summed(half, Y)\n"
        "      returned 2.0794, expected 0.69315: it is 3 times too large, and there are 3 examples\n"
    )


def test_a_terminal_without_symbols_gets_ascii(student: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """An old Windows console prints words, and does not crash."""
    console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", console)
    with Checks("cost", student) as check:
        check("cost(half, Y)", np.log(2), "ln 2 ≈ 0.69")
    console.flush()
    text = console.buffer.getvalue().decode()
    assert text == "cost: 1 of 1 checks pass\n  ok cost(half, Y)   (ln 2 ? 0.69)\n"


@pytest.fixture
def shell() -> Iterator[Any]:
    """An IPython shell without a kernel, such as the one that grading runs notebooks in."""
    from IPython.core.interactiveshell import InteractiveShell

    InteractiveShell.clear_instance()
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def test_a_shell_shows_html_and_text_in_one_output(shell: Any) -> None:
    """Both forms are in one display, so that every front end finds its own."""
    from IPython.utils.capture import capture_output

    with capture_output() as captured:
        shell.run_cell(STUDENT)
        shell.run_cell("from lesson.checks import Checks\nwith Checks('c', globals()) as check:\n    check('X', 1, '<b>')")
    (output,) = captured.outputs
    assert set(output.data) == {"text/plain", "text/html"}
    assert output.data["text/plain"].startswith("c: 0 of 1 checks pass\n  ✗ X   (<b>)")
    assert "&lt;b&gt;" in output.data["text/html"]
    assert captured.stdout.strip() == "CheckFailed: c: 1 of 1 checks to go"


def test_describing_runs_no_code_of_a_student(student: dict[str, Any]) -> None:
    """A `__repr__` that raises is never called, also inside containers."""
    strange = student["Strange"]()
    assert describe(strange) == "a value of type Strange"
    assert describe([strange]) == "a list of 1 value"
    assert "dtype object" in describe(np.array([strange, 1], dtype=object))
    assert as_text("t", [Row(Mark.WRONG, "f()", describe(strange))])


# --- data -------------------------------------------------------------------------------------------------------

POINTS: list[tuple[Callable[[], Any], int]] = [
    (data.tiny, 3), (data.xor, 4), (data.moons, 400), (data.circles, 300), (data.concentric, 1000),
    (data.blobs, 400), (data.complete, 2000),
]  # fmt: skip


@pytest.mark.parametrize(("make", "m"), POINTS)
def test_datasets_hold_one_example_a_column(make: Callable[[], Any], m: int) -> None:
    """X is (2, m), Y is (1, m) of 0 and 1, both float64; the same call gives the same data."""
    X, Y = make()
    assert (X.shape, Y.shape) == ((2, m), (1, m))
    assert X.dtype == Y.dtype == np.float64
    assert set(np.unique(Y)) == {0.0, 1.0}
    assert np.array_equal(X, make()[0]) and np.array_equal(Y, make()[1])


def test_digits_are_split_and_scaled() -> None:
    """Pixels lie between 0 and 1; one fifth is kept for testing."""
    X_train, Y_train, X_test, Y_test = data.digits_01()
    assert (X_train.shape, Y_train.shape, X_test.shape, Y_test.shape) == ((64, 288), (1, 288), (64, 72), (1, 72))
    assert X_train.min() == 0 and X_train.max() == 1 and Y_train.dtype == np.float64
    X, y, X_new, y_new = data.digits10()
    assert (X.shape, y.shape, X_new.shape, y_new.shape) == ((64, 1437), (1437,), (64, 360), (360,))
    assert y.dtype == np.int64 and set(y_new) == set(range(10))


def test_the_paper_parameters_are_the_curriculums() -> None:
    """P0 makes every prediction one half, and each call gives fresh arrays."""
    p = data.p0()
    assert {name: value.shape for name, value in p.items()} == {
        "W1": (2, 2), "b1": (2, 1), "W2": (1, 2), "b2": (1, 1),
    }  # fmt: skip
    assert np.array_equal(p["W2"], [[1, -1]]) and not p["W1"].any() and not p["b1"].any() and not p["b2"].any()
    p["W1"] += 1
    assert not data.p0()["W1"].any()


def test_the_graders_parameters_are_not_in_the_handout() -> None:
    """No file that students get holds the weights of P1."""
    secret = {0.1, 0.2, 0.4, 0.3, 0.5, 0.6, 0.7, 0.8}
    for path in Path(data.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.List | ast.Tuple):
                numbers = {inner.value for inner in ast.walk(node) if isinstance(inner, ast.Constant)}
                assert len(secret & {n for n in numbers if isinstance(n, float)}) < 5, path


def test_moons_give_logistic_regression_its_measured_accuracy() -> None:
    """84.00%, which fixes noise and seed of the moons."""
    from sklearn.linear_model import LogisticRegression

    X, Y = data.moons()
    assert LogisticRegression().fit(X.T, Y[0]).score(X.T, Y[0]) == pytest.approx(0.84, abs=1e-12)


def test_no_classifier_beats_the_ceiling_that_the_rings_promise() -> None:
    """The best radius of all on many new examples is right on 91.9% of them."""
    X, Y = data.concentric(200_000, seed=1)
    order = np.argsort(np.hypot(*X))
    inside = np.cumsum(2 * Y[0, order] - 1)
    best = (inside.max() + np.sum(Y == 0)) / Y.size
    assert best == pytest.approx(0.919, abs=0.002)


# --- plots ------------------------------------------------------------------------------------------------------


def half_plane(X: np.ndarray) -> np.ndarray:
    """A model: class 1 to the right of a line."""
    return (X[:1] > 0.5).astype(float)


MOONS = data.moons(60)
SINGLE: dict[str, Callable[..., Any]] = {
    "learning_curve": lambda ax: plots.learning_curve([1, 0.5, 0.2], label="run", ax=ax),
    "learning_curves": lambda ax: plots.learning_curves({"a": [1, 0.1], "b": [1, 0.2]}, log=True, ax=ax),
    "points": lambda ax: plots.points(*MOONS, "the data", ax),
    "decision_boundary": lambda ax: plots.decision_boundary(half_plane, *MOONS, "a line", ax),
    "curves": lambda ax: plots.curves({"a": ([0, 1], [1, 2])}, "x", "y", "t", ax),
    "bars": lambda ax: plots.bars({"a": 1.0, "b": 2.0}, "accuracy", "t", "model", ax),
    "confusion": lambda ax: plots.confusion(np.eye(3, dtype=int), "abc", ax=ax),
    "embedding": lambda ax: plots.embedding(MOONS[0].T, MOONS[1], ax=ax),
    "magnitudes": lambda ax: plots.magnitudes({"tanh": [1e-3, 1e-2]}, ax=ax),
    "distribution": lambda ax: plots.distribution({"a": [1, 2, 3], "b": [2.0]}, "value", "t", ax=ax),
}
MANY: dict[str, Callable[[], Any]] = {
    "boundaries": lambda: plots.boundaries([(half_plane, "a"), (half_plane, "b")], *MOONS),
    "activations": lambda: plots.activations([(np.tanh, np.cos, "tanh"), (np.sin, np.cos, "sine")]),
    "history": lambda: plots.history({"train_cost": [1, 0.5], "val_cost": [1, 0.6], "val_accuracy": [0.5, 0.9]}, 1),
}


@pytest.fixture(autouse=True)
def no_figures_left() -> Iterator[None]:
    """Each test closes what it drew."""
    yield
    plt.close("all")


@pytest.mark.parametrize("name", SINGLE)
def test_a_plot_draws_on_the_given_axes_with_labels_and_a_title(name: str) -> None:
    """The Axes come back, labelled; the figure can be drawn; without Axes there is a new figure."""
    ax = plt.subplots()[1]
    assert SINGLE[name](ax) is ax
    assert ax.get_xlabel() and ax.get_ylabel() and ax.get_title()
    ax.figure.canvas.draw()
    assert SINGLE[name](None).figure is not ax.figure


@pytest.mark.parametrize("name", MANY)
def test_a_plot_of_several_panels_labels_each(name: str) -> None:
    """Every panel has its labels and its title."""
    axes = MANY[name]()
    assert len(axes) == 2
    assert all(ax.get_xlabel() and ax.get_ylabel() and ax.get_title() for ax in axes)
    axes[0].figure.canvas.draw()


def test_images_are_titled_and_wrong_predictions_are_marked_by_more_than_colour() -> None:
    """A wrong prediction has a cross in its title."""
    X, y, *_ = data.digits10()
    axes = plots.image_grid(X, y, predictions=np.where(np.arange(y.size) == 3, y + 1, y))
    assert len(axes) == 10
    assert ["✗" in ax.get_title() for ax in axes] == [i == 3 for i in range(10)]
    assert axes[0].figure.get_supxlabel() and axes[0].figure.get_supylabel()
    axes = plots.weight_images(np.random.default_rng(0).normal(size=(16, 64)))
    assert len({ax.images[0].get_clim() for ax in axes}) == 1
    assert axes[0].figure.get_supxlabel() and all(ax.get_title() for ax in axes)


def test_classes_differ_in_marker_and_curves_in_line_style() -> None:
    """Nothing is told by colour alone."""
    ax = plots.decision_boundary(half_plane, *MOONS)
    points = [drawn for drawn in ax.collections if np.shape(drawn.get_offsets())[0] > 1]
    markers = [np.asarray(drawn.get_paths()[0].vertices).tobytes() for drawn in points]
    assert len(markers) == len(set(markers)) == 2
    ax = plots.learning_curves({str(i): [1, 2] for i in range(4)})
    assert len({line.get_linestyle() for line in ax.lines}) == 4
    assert len({line.get_color() for line in ax.lines}) == 4


@pytest.mark.parametrize("answer", [0.0, 1.0, True])
def test_a_boundary_is_drawn_for_a_model_that_knows_one_class_only(answer: float) -> None:
    """A network before training puts everything in one class; the figure still draws."""
    ax = plots.decision_boundary(lambda X: np.full((1, X.shape[1]), answer), *MOONS)
    ax.figure.canvas.draw()
    assert ax.get_title() == "Decision boundary"


def test_a_figure_is_the_same_each_time() -> None:
    """Nothing in a plot is random."""
    pictures = []
    for _ in range(2):
        figure, ax = plt.subplots()
        plots.decision_boundary(half_plane, *MOONS, ax=ax)
        figure.canvas.draw()
        pictures.append(np.asarray(figure.canvas.buffer_rgba()).copy())  # type: ignore[attr-defined]
    assert np.array_equal(pictures[0], pictures[1])


def test_a_sentence_is_said_twice_at_most(student: dict[str, Any]) -> None:
    """Below that it is said that it is the same; other sentences and lines that pass stay as they are."""

    def run(check: Checks) -> None:
        for _ in range(4):
            check("forgot(half, Y)", np.log(2))
        check("len(X)", 2)
        check("len(X)", 3)

    rows, _ = outcome(student, run)
    notes = [row.note for row in rows]
    assert notes[:2] == [notes[0]] * 2 and notes[2:4] == ["the same as above"] * 2
    assert notes[4] == "" and notes[5].startswith("returned 2")


def test_a_ratio_is_named_where_every_answer_is_off_by_one(student: dict[str, Any]) -> None:
    """One ratio may be chance: a line that is off otherwise takes the others' remark away."""

    def alone(check: Checks) -> None:
        check("summed(half, Y)", np.log(2))

    def among_others(check: Checks) -> None:
        check("summed(half, Y)", np.log(2))
        check("summed(half, Y) + 1", np.log(2))

    assert outcome(student, alone)[0][0].note.endswith("and there are 3 examples")
    assert outcome(student, among_others)[0][0].note == "returned 2.0794, expected 0.69315"

    def two_ratios(check: Checks) -> None:
        check("summed(half, Y)", np.log(2))
        check("summed(half, Y) / 9 + 0 * X[0, 0]", np.log(2))
        check("Y[0]", Y_ROW)

    rows, _ = outcome(student, two_ratios)
    assert rows[0].note.endswith("3 times too large") and rows[1].note.endswith("3 times too small")

    def small_counts_too(check: Checks) -> None:
        check("2.0 * cost(half, Y)", np.log(2))
        check("2", 1)

    assert outcome(student, small_counts_too)[0][0].note.endswith("2 times too large")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("X", "returned an array of shape (2, 3), expected several values: what does the docstring promise"),
        ("{'A2': Y}", 'returned a dictionary with "A2", expected several values'),
        ("0.5", "returned 0.5, expected several values"),
        ("None", "returned None: does every path end in `return`?"),
        ("(Y,)", "the answer has fewer values than expected: 1 value"),
    ],
)
def test_one_thing_where_several_are_promised_is_called_that(student: dict[str, Any], answer: str, says: str) -> None:
    """Neither its shape nor a missing entry is blamed, and nothing is left behind among the student's names."""
    student["given"] = eval(f"lambda: {answer}", student)
    before = set(student)
    assert note(student, "given()[1]['Z1']", 1.0).startswith(says)
    assert set(student) == before


@pytest.mark.parametrize(
    ("got", "want", "says"),
    [
        (0.6931, np.log(2), "right to 4 decimals"),
        (np.array([[0.167], [-0.333]]), np.array([[1 / 6], [-1 / 3]]), "right to 3 decimals"),
        (np.array([[0.0], [0.333]]), np.array([[0.0004], [1 / 3]]), "right to 3 decimals"),
    ],
)
def test_a_rounded_answer_is_called_rounded(got: Any, want: Any, says: str) -> None:
    """Right up to some decimals, and nothing behind them."""
    assert says in str(difference(got, want))


@pytest.mark.parametrize("got", [0.5, 0.69, 0.7, 0.6932])
def test_other_short_numbers_are_not_called_rounded(got: float) -> None:
    """What is not the right number rounded is plainly wrong; and one decimal proves nothing."""
    assert ("decimals" in str(difference(got, np.log(2)))) is (got == 0.69)


def test_a_ratio_is_seen_through_numbers_that_were_rounded_on_paper() -> None:
    """The tolerance of the check is that of the ratio too."""
    half = np.array([-0.066839, -0.020052])
    assert "every entry is 2 times too small" in str(difference(half, np.array([-0.1337, -0.0401]), 1e-4))
    assert "every sign is flipped" in str(difference(-2 * half, np.array([-0.1337, -0.0401]), 1e-4))
    assert "it is 2 times too large" in str(difference(2e-9, 1e-9, 1e-13))


@pytest.mark.parametrize("kind", [float, np.dtype("int64"), np.ndarray])
def test_a_type_is_called_a_type(kind: Any) -> None:
    """Not a function whose parentheses are missing."""
    assert describe(kind).startswith("the type ") and "parentheses" not in describe(kind)


@pytest.mark.parametrize(("call", "asks"), [("1 - Y", True), ("0.2 + 0 * len(X)", False)])
def test_classes_are_asked_for_only_where_there_are_labels(student: dict[str, Any], call: str, asks: bool) -> None:
    """A share that is 1 minus what was expected has no classes."""
    rows, _ = outcome(student, lambda check: check(call, np.array([[1.0, 0.0, 0.0]]) if asks else 0.8))
    assert "1 minus what was expected" in rows[0].note and ("class" in rows[0].note) is asks


def test_sets_of_names_and_equal_sides_are_shown(student: dict[str, Any]) -> None:
    """Names that are compared are listed; two sides that are the same, and should not be, are said once."""

    def run(check: Checks) -> None:
        check.that("{'dW1', 'db1'} <= {'W1'}")
        check.that("len(X) != len(X)")

    rows, _ = outcome(student, run)
    assert rows[0].note == 'the left side is the set of "dW1", "db1", the right side is the set of "W1"'
    assert rows[1].note == "both sides are 2"
