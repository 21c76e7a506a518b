"""One mistake fails a dozen tests, each with its own question: a student reads a few of them, and the best one first."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from autograder.report.page import render_page
from autograder.report.page_model import make_page
from autograder.report.terminal import print_result
from autograder.report.text import MAX_HINTS, exercise_text, questions, reasons
from autograder.result import FAILED, PASSED, WRONG, ExerciseResult, Result, TestResult

KINDS = ("purity", "shapes", "stability", "properties", "values", "values", "properties", "shapes", "values")


def exercise(many: int, mistake: int | None = None) -> ExerciseResult:
    """An exercise in which so many tests failed, each with a question of its own; one may know the mistake."""
    tests = [
        TestResult(f"t{n}", f"Title {n}.", FAILED, 1.0, f"Question {n}?", "known" if n == mistake else None, kind=KINDS[n])
        for n in range(many)
    ]
    return ExerciseResult("one", 0.0, 10.0, WRONG, (*tests, TestResult("p", "Passed.", PASSED, 1.0, kind="values")))


def outputs(one: ExerciseResult) -> dict[str, str]:
    """What the terminal, the notebook, a job's annotation and the part of the page that is open say of an exercise."""
    result = Result("toy", "ann", 0.0, 10.0, "strict", "1", 0.0, (one,), ())
    console = Console(record=True, width=200, file=io.StringIO())
    print_result(console, result)
    page = render_page(make_page("ann", result, ()))
    opened = page.partition("more question")[0]
    return {
        "terminal": console.export_text(), "notebook": exercise_text(one), "reasons": " ".join(reasons(one)),
        "page": opened[opened.index('id="one"') :] if 'id="one"' in opened else opened,
    }  # fmt: skip


@pytest.mark.parametrize("many", [1, 2, 3, 4, 9])
def test_a_student_reads_a_few_questions_at_once(many: int) -> None:
    """In each place at most three; the page has the others folded away, and none twice."""
    one = exercise(many)
    for place, text in outputs(one).items():
        assert sum(f"Question {n}?" in text for n in range(many)) == min(many, MAX_HINTS), place
    page = make_page("ann", Result("toy", "ann", 0.0, 10.0, "strict", "1", 0.0, (one,), ()), ())
    shown = [test.hint for test in page.exercises[0].tests if test.hint]
    assert sorted([*shown, *page.exercises[0].more_hints]) == [f"Question {n}?" for n in range(many)]
    assert (f"{many - MAX_HINTS} more question" in render_page(page)) == (many > MAX_HINTS)


def test_the_question_that_fits_best_comes_first() -> None:
    """A known mistake's before all, then what the values ask, in the tests' order, and the purity of a wrong formula last."""
    assert questions(exercise(9, mistake=1).tests)[:2] == ["Question 1?", "Question 4?"]
    assert questions(exercise(9).tests)[0] == "Question 4?" and questions(exercise(9).tests)[-1] == "Question 0?"
    result = Result("toy", "ann", 0.0, 10.0, "strict", "1", 0.0, (exercise(9, mistake=0),), ())
    (shown,) = make_page("ann", result, ()).exercises
    assert shown.lead_hint == shown.first_hint == "Question 0?"


def test_the_same_question_of_many_tests_is_one() -> None:
    """Nothing is folded away where all failures have one hint."""
    tests = tuple(TestResult(f"t{n}", "Title.", FAILED, 1.0, "Why?", "known", kind="values") for n in range(9))
    result = Result("toy", "ann", 0.0, 10.0, "strict", "1", 0.0, (ExerciseResult("one", 0.0, 10.0, WRONG, tests),), ())
    (shown,) = make_page("ann", result, ()).exercises
    assert shown.lead_hint == "Why?" and not shown.more_hints
