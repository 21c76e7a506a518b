"""What counts: shapes, stability and purity only beside a right value; and the sentences that say so."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from autograder.grading.scoring import score_exercise
from autograder.language.spoken import ENGLISH
from autograder.report.terminal import _reasons
from autograder.report.text import exercise_text
from autograder.result import BROKEN, COMPANIONS, FAILED, PASSED, SKIPPED, ExerciseResult, Result, TestResult, as_json
from autograder.testing.kinds import SHARES, weigh

ALL = tuple(SHARES)


def scored(verdicts: dict[str, str], note: str | None = None) -> ExerciseResult:
    """Score an exercise with one test of each kind, or with two where a kind is named with a digit."""
    kinds = [name.rstrip("2") for name in verdicts]
    tests = tuple(
        TestResult(f"test_{name}", "A title.", verdict, weight, kind=kind)
        for (name, verdict), kind, weight in zip(verdicts.items(), kinds, weigh(kinds), strict=True)
    )
    return score_exercise("x", 10.0, tests, note, started=True)


@pytest.mark.parametrize("passed", [c for n in range(4) for c in itertools.combinations(COMPANIONS, n)], ids="-".join)
def test_companions_earn_nothing_without_a_value(passed: tuple[str, ...]) -> None:
    """Whatever a constant gets right besides the values, it earns nothing."""
    result = scored({kind: PASSED if kind in passed else FAILED for kind in ALL})
    assert (result.score, result.status) == (0.0, "wrong")
    assert (result.note is not None) == bool(passed)


@pytest.mark.parametrize("companion", COMPANIONS)
def test_one_right_value_makes_companions_count(companion: str) -> None:
    """One test of the values that is passed is enough: partly right work loses nothing else."""
    verdicts = {"values": PASSED, "values2": FAILED, **dict.fromkeys(ALL[1:], FAILED), companion: PASSED}
    assert scored(verdicts).score == pytest.approx((SHARES["values"] / 2 + SHARES[companion]) / 10)


def test_without_values_the_properties_decide() -> None:
    """An exercise that has no test of values counts its shapes where a property holds."""
    assert scored({"properties": FAILED, "shapes": PASSED}).score == 0.0
    assert scored({"properties": PASSED, "shapes": PASSED}).score == 10.0


def test_an_exercise_of_shapes_alone_counts_them() -> None:
    """The first kind that an exercise has is its main kind."""
    assert scored({"shapes": PASSED, "purity": FAILED}).score > 0
    assert scored({"purity": PASSED}).score == 10.0


@pytest.mark.parametrize("holding", range(5))
def test_properties_count_without_a_value_where_most_of_them_hold(holding: int) -> None:
    """Most of the relations are partial credit of their own; a single one is what a constant satisfies as well."""
    verdicts = [PASSED if i < holding else FAILED for i in range(4)]
    tests = (
        TestResult("test_v", "A value.", FAILED, 50.0, kind="values"),
        *(TestResult(f"test_{i}", "A relation.", one, 12.5, kind="properties") for i, one in enumerate(verdicts)),
    )
    assert score_exercise("x", 8.0, tests, None, started=True).score == (holding if holding > 2 else 0)


def test_values_that_the_kit_broke_take_nothing_away() -> None:
    """Where nobody knows whether a value is right, the rest counts."""
    assert scored({"values": BROKEN, "shapes": PASSED}).score == 10.0


def test_stored_results_without_kinds_count_as_they_did() -> None:
    """Results of an older kit name no kinds: every passed test counts."""
    tests = (TestResult("a", "A.", FAILED, 50.0), TestResult("b", "B.", PASSED, 50.0))
    assert score_exercise("x", 4.0, tests, None, started=True).score == 2.0


def test_an_assignment_without_points_counts_the_same_tests() -> None:
    """The percentage of the warm-up follows the same rule as points do."""
    exercise = replace(scored({"values": FAILED, "shapes": PASSED}), max_score=0.0, score=0.0)
    assert Result("toy", "ada", 0.0, 0.0, "strict", "1", 1.0, (exercise,), ()).percent == 0.0


@pytest.mark.parametrize("lost", [c for n in range(1, 4) for c in itertools.combinations(COMPANIONS, n)], ids="-".join)
def test_who_loses_companions_alone_reads_that_the_formula_is_right(lost: tuple[str, ...]) -> None:
    """The first sentence says it, in the record, the terminal and the notebook, before anything about a failed test.

    Of a formula that fails extreme numbers it is not said: the misplaced epsilon of a known mistake would be called right.
    """
    result = scored({kind: FAILED if kind in lost else PASSED for kind in ALL})
    first = f"Every value test passed{'' if 'stability' in lost else ': the formula is right'}. What is left: "
    assert result.note is not None and result.note.startswith(first)
    assert exercise_text(result).startswith(first)
    assert next(iter(_reasons(result, ENGLISH))).plain.startswith(first)
    whole = Result("toy", "ada", result.score, 10.0, "strict", "1", 1.0, (result,), ())
    assert as_json(whole)["exercises"][0]["note"] == result.note


@pytest.mark.parametrize("verdict", [FAILED, SKIPPED])
@pytest.mark.parametrize("kind", ["values", "properties"])
def test_the_formula_is_not_called_right_too_soon(kind: str, verdict: str) -> None:
    """One value or property that is not passed, and nothing of the kind is said."""
    note = scored({**dict.fromkeys(ALL, PASSED), "purity": FAILED, f"{kind}2": verdict}).note
    assert note is None


def test_full_marks_need_no_remark() -> None:
    """Solved work reads nothing but what there was to say about its cell."""
    assert scored(dict.fromkeys(ALL, PASSED)).note is None
    assert scored(dict.fromkeys(ALL, PASSED), "The cell says so.").note == "The cell says so."


def test_a_note_about_the_cell_stays() -> None:
    """What was to be said anyway is said behind the first sentence."""
    note = scored({"values": PASSED, "purity": FAILED}, "The cell did not run to its end: x").note
    assert note is not None and note.startswith("Every value") and note.endswith("The cell did not run to its end: x")
