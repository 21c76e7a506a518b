"""The class report's statistics are what a person gets with pencil and paper."""

import math

import pytest

from autograder.class_report.statistics import (
    correlation,
    count_mistakes,
    discrimination,
    item_statistics,
    share,
    summarise_scores,
)
from autograder.result import NOT_STARTED, PARTIAL, SOLVED, WRONG
from tests.class_report.made_up import exercise, failed, in_review, not_started, passed, result, scored

CLASS = [scored("ann", 2, 3, 5), scored("bo", 2, 1, 3), scored("cy", 1, 2, 1), scored("di", 0, 0, 1)]


def test_discrimination_is_the_correlation_with_the_total_minus_the_item():
    """The first exercise is 2, 2, 1, 0 and the rest 8, 4, 3, 1: r = 7 / sqrt(2.75 * 26)."""
    assert discrimination(CLASS, "first") == pytest.approx(7 / math.sqrt(2.75 * 26))


def test_discrimination_does_not_count_the_item_in_the_total():
    """Against the whole total (10, 6, 4, 1) the same exercise would have 9.25 / sqrt(2.75 * 42.75)."""
    assert discrimination(CLASS, "first") != pytest.approx(9.25 / math.sqrt(2.75 * 42.75))


def test_discrimination_is_negative_where_the_strong_fail():
    """An exercise that only the weakest solve has a negative discrimination."""
    results = [scored("ann", 0, 3, 5), scored("bo", 1, 2, 2), scored("cy", 2, 0, 0)]
    assert discrimination(results, "first") == pytest.approx(correlation([0, 1, 2], [8, 4, 0]))
    assert discrimination(results, "first") == pytest.approx(-1.0)


@pytest.mark.parametrize("results", [[], CLASS[:1], CLASS[:2], [scored(name, 2, 3, 5) for name in "abcd"]])
def test_discrimination_is_undefined_without_enough_that_varies(results):
    """With none, one or two results, or where all have the same, there is no correlation."""
    assert discrimination(results, "first") is None


def test_blank_submissions_and_open_reviews_do_not_change_discrimination():
    """A notebook in which nothing was started says nothing of an exercise, nor does one that waits for a person."""
    blank = result("ed", *(not_started(name) for name in ("first", "second", "third")))
    waiting = result("flo", exercise("first", 2.0), exercise("second", 3.0), in_review("third"))
    assert discrimination([*CLASS, blank, waiting], "first") == discrimination(CLASS, "first")


def test_item_statistics_match_hand_computed_values():
    """Mean, difficulty, completion, median time and the counts of one exercise of five students."""
    own = [
        exercise("second", 3.0, seconds=0.1),
        exercise("second", 1.5, seconds=0.4),
        exercise("second", 0.0, seconds=0.2),
        not_started("second"),
        exercise("second", 3.0, seconds=0.9),
    ]
    item = item_statistics([result(str(place), one) for place, one in enumerate(own)], "second", 3.0)
    assert item.mean == pytest.approx(7.5 / 5)
    assert item.difficulty == pytest.approx(0.5)
    assert item.completion == pytest.approx(4 / 5)
    assert item.seconds == pytest.approx(0.3)  # the median of those who started: 0.1, 0.2, 0.4, 0.9
    assert (item.n, item.points) == (5, 3.0)
    assert {status: item.statuses[status] for status in (SOLVED, PARTIAL, WRONG, NOT_STARTED)} == {
        SOLVED: 2,
        PARTIAL: 1,
        WRONG: 1,
        NOT_STARTED: 1,
    }


def test_an_exercise_that_waits_for_a_person_lowers_no_mean():
    """Its score is not known yet: it is counted, and left out of the mean."""
    item = item_statistics([result("a", exercise("first", 2.0)), result("b", in_review("first"))], "first", 2.0)
    assert item.mean == 2.0 and item.difficulty == 1.0 and item.n == 2


def test_item_statistics_of_nobody_are_undefined():
    """Without results there is no mean, and nothing is divided by zero."""
    item = item_statistics([], "first", 2.0)
    assert (item.mean, item.difficulty, item.discrimination, item.completion, item.seconds) == (None,) * 5


def test_scores_are_summarised_and_binned():
    """100 is in the last bin, a border belongs to the upper bin, and the deviation divides by n - 1."""
    scores = summarise_scores([0.0, 9.99, 10.0, 100.0])
    assert scores.counts == (2, 1, 0, 0, 0, 0, 0, 0, 0, 1)
    assert scores.mean == pytest.approx(29.9975) and scores.median == pytest.approx(9.995)
    squares = sum((score - 29.9975) ** 2 for score in (0.0, 9.99, 10.0, 100.0))
    assert scores.deviation == pytest.approx(math.sqrt(squares / 3))
    assert (scores.low, scores.high) == (0.0, 100.0)


def test_scores_of_nobody_and_of_one_are_undefined_where_they_must_be():
    """No score has no mean; one score has no deviation."""
    assert summarise_scores([]).mean is None and summarise_scores([]).n == 0
    assert summarise_scores([50.0]).deviation is None and summarise_scores([50.0]).mean == 50.0


def test_share_counts_weights_where_there_are_no_points():
    """In an assignment without points the passed weight decides."""
    assert share(exercise("first", 0.0, passed(1.0), failed(weight=3.0), max_score=0.0)) == pytest.approx(0.25)
    assert share(exercise("first", 0.0, max_score=0.0, tests=())) == 0.0


def test_mistakes_are_counted_once_a_student_and_cost_what_their_tests_were_worth():
    """Two tests with the same mistake are one mistake of one student, and cost both tests' points."""
    wrong = exercise("second", 1.5, failed("second__a", "Why?", 1.0), failed("second__a", "Why?", 2.0), passed(3.0))
    other = exercise("second", 1.5, failed("second__b", "How?", 1.0), passed(1.0))
    again = exercise("second", 2.5, failed("second__a", "Why?", 1.0), passed(5.0))
    counts = count_mistakes([result("ann", wrong), result("bo", other), result("cy", again)])
    assert [(one.mistake, one.students) for one in counts] == [("second__a", ("ann", "cy")), ("second__b", ("bo",))]
    assert [one.cost for one in counts] == [pytest.approx(3 * 3 / 6 + 3 / 6), pytest.approx(1.5)]
    assert [one.hint for one in counts] == ["Why?", "How?"]
