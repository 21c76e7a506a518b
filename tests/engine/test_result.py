"""Scores and the record of a result: the arithmetic, the documented JSON, and what is never counted."""

from __future__ import annotations

import itertools
import json

import pytest

from autograder.grading.scoring import score_exercise
from autograder.result import (
    BROKEN,
    CRASHED,
    FAILED,
    PASSED,
    SKIPPED,
    TAMPERED,
    VIOLATION,
    ExerciseResult,
    Result,
    TestResult,
    as_json,
    from_json,
    in_order,
    timeless,
)
from autograder.testing.kinds import SHARES, weigh

VERDICTS = (PASSED, FAILED, SKIPPED, BROKEN)


def judged(*verdicts: str, weights: list[float] | None = None) -> tuple[TestResult, ...]:
    """Return tests with these verdicts."""
    shares = weights or [100.0 / len(verdicts)] * len(verdicts)
    return tuple(TestResult(f"test_{i}", "A title.", v, w) for i, (v, w) in enumerate(zip(verdicts, shares, strict=True)))


def score(points: float, *verdicts: str, weights: list[float] | None = None, started: bool = True) -> ExerciseResult:
    """Score an exercise with these verdicts."""
    return score_exercise("x", points, judged(*verdicts, weights=weights), None, started=started)


def result(*exercises: ExerciseResult, seconds: float = 1.0) -> Result:
    """Return a result with these exercises."""
    total = sum(one.max_score for one in exercises)
    earned = sum(one.score for one in exercises)
    return Result("toy", "ada", earned, total, "strict", "1.0+abc", seconds, exercises, ("A message.",), (TAMPERED,))


def test_weights_always_sum_to_100() -> None:
    """Whatever kinds of test an exercise has, the weights of its tests are 100 together and none is nothing."""
    for count in range(1, 6):
        for kinds in itertools.combinations_with_replacement(SHARES, count):
            weights = weigh(list(kinds))
            assert sum(weights) == pytest.approx(100.0) and min(weights) > 0, kinds


def test_kinds_share_as_the_curriculum_says() -> None:
    """With all five kinds present: values 50, properties 25, shapes and stability 10 each, purity 5."""
    kinds = ["values", "values", "properties", "shapes", "stability", "purity"]
    assert weigh(kinds) == [25.0, 25.0, 25.0, 10.0, 10.0, 5.0]


def test_a_second_test_of_one_kind_leaves_the_other_kinds_alone() -> None:
    """Adding a values test halves the weight of the one that was there, and changes nothing else."""
    assert weigh(["values", "purity"])[1] == weigh(["values", "values", "purity"])[2]


def test_a_score_is_between_nothing_and_the_points() -> None:
    """No mix of verdicts earns more than the points or less than nothing, and only passed tests earn."""
    for points, verdicts in itertools.product((0.0, 1.0, 7.0), itertools.product(VERDICTS, repeat=3)):
        scored = score(points, *verdicts, weights=[60.0, 30.0, 10.0])
        assert 0.0 <= scored.score <= scored.max_score == points, verdicts
        assert (scored.score > 0) == (points > 0 and PASSED in verdicts), verdicts


def test_a_score_is_the_passed_share_of_the_points() -> None:
    """Six points with 60 of 100 weight passed are 3.6."""
    assert score(6.0, PASSED, FAILED, weights=[60.0, 40.0]).score == 3.6


def test_all_passed_is_exactly_the_maximum() -> None:
    """Thirds do not add up to 100 in binary; full marks are full marks all the same."""
    for count in range(1, 40):
        scored = score(7.0, *[PASSED] * count)
        assert (scored.score, scored.status) == (7.0, "solved")


def test_a_broken_test_costs_no_marks() -> None:
    """What the kit itself could not judge is left out of the sum, and a person is asked to look."""
    scored = score(4.0, PASSED, BROKEN)
    assert (scored.score, scored.status) == (4.0, "needs review")
    assert score(4.0, PASSED, FAILED, BROKEN).score == 2.0


def test_only_broken_tests_earn_nothing_and_need_review() -> None:
    """Where nothing at all was judged there is no score to guess, and a person decides."""
    assert (score(4.0, BROKEN, BROKEN).score, score(4.0, BROKEN, BROKEN).status) == (0.0, "needs review")


def test_a_skipped_test_earns_nothing() -> None:
    """A function that was not started loses its share; the rest counts."""
    scored = score(4.0, PASSED, SKIPPED)
    assert (scored.score, scored.status) == (2.0, "partial")


@pytest.mark.parametrize(
    ("verdicts", "started", "status"),
    [
        ([PASSED, PASSED], True, "solved"),
        ([PASSED, FAILED], True, "partial"),
        ([FAILED, FAILED], True, "wrong"),
        ([FAILED, SKIPPED], True, "wrong"),
        ([SKIPPED, SKIPPED], True, "not started"),
        ([SKIPPED, SKIPPED], False, "not started"),
        ([BROKEN, FAILED], True, "needs review"),
        ([BROKEN, SKIPPED], True, "needs review"),
    ],
)
def test_the_status_says_what_happened(verdicts: list[str], started: bool, status: str) -> None:
    """Five words for five situations."""
    assert score(1.0, *verdicts, started=started).status == status


def test_scores_are_rounded_to_four_places() -> None:
    """A score is printed, exported and compared as the same number everywhere."""
    assert score(1.0, PASSED, FAILED, FAILED).score == 0.3333
    assert score(2.0, PASSED, PASSED, FAILED).score == 1.3333


def test_percent_of_an_assignment_without_points_is_the_passed_weight() -> None:
    """The warm-up has no points; its percentage still says how much of it is right."""
    assert result(score(0.0, PASSED, FAILED)).percent == 50.0
    assert result().percent == 0.0
    assert result(score(4.0, PASSED, FAILED)).percent == 50.0


def test_flags_come_gravest_first() -> None:
    """Flags are a set; in a result they have one order."""
    assert in_order({CRASHED, TAMPERED, VIOLATION}) == (VIOLATION, TAMPERED, CRASHED)


FULL = ExerciseResult(
    "x",
    1.5,
    2.0,
    "partial",
    (TestResult("test_a", "A title.", PASSED, 60.0), TestResult("test_b", "B.", FAILED, 40.0, "Why?", "f__wrong", "A note.")),
    "The cell did not run.",
    0.25,
    {"f": "0123"},
)


def test_a_result_survives_json() -> None:
    """What is written can be read again, without loss."""
    before = result(FULL, score(1.0, BROKEN))
    assert from_json(json.loads(json.dumps(as_json(before)))) == before


def test_a_result_without_flags_can_be_read() -> None:
    """A result stored before there were flags is read as one without any."""
    data = as_json(result(FULL))
    del data["flags"]
    assert from_json(data).flags == ()


def test_the_documented_keys_are_there() -> None:
    """The JSON of one result has the keys of the contract, in plain types."""
    data = as_json(result(FULL))
    assert {"assignment", "submission", "score", "max_score", "isolation", "engine", "seconds", "exercises", "messages"} <= set(
        data
    )
    (exercise,) = data["exercises"]
    assert {"id", "score", "max_score", "status", "tests"} <= set(exercise)
    keys = {"name", "title", "verdict", "weight", "hint", "mistake"}
    assert all(keys <= set(test) for test in exercise["tests"])
    assert isinstance(data["messages"], list) and isinstance(data["score"], float)
    assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_timeless_removes_the_times_and_nothing_else() -> None:
    """Two runs of one submission differ in their seconds alone."""
    slow, fast = result(FULL, seconds=9.0), result(FULL, seconds=0.1)
    assert slow != fast and timeless(slow) == timeless(fast)
    assert timeless(slow).exercises[0].tests == slow.exercises[0].tests
