"""Scores an exercise, and says what the score alone would not: that the formula is right, or that none is; trusted side."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.result import (
    BROKEN,
    FAILED,
    NEEDS_REVIEW,
    NOT_STARTED,
    PARTIAL,
    PASSED,
    SKIPPED,
    SOLVED,
    WRONG,
    ExerciseResult,
    TestResult,
    counting,
)

ANSWERS = ("values", "properties")
UNUSED = {
    "properties": "a relation holds",
    "shapes": "the shape or the type is right",
    "stability": "extreme numbers give neither nan nor infinity",
    "purity": "the inputs are left alone",
}
LEFT = {
    "shapes": "sizes that are met less often, and the types of what comes back",
    "stability": "extreme numbers",
    "purity": "leaving the inputs as they were",
}


def score_exercise(id: str, points: float, tests: tuple[TestResult, ...], note: str | None, *, started: bool) -> ExerciseResult:
    """Score an exercise: points times passed weight that counts, over total weight.

    A BROKEN test is the kit's own fault: it counts neither for nor against, and the exercise needs a person's review. Where
    every test is SKIPPED (all functions raise NotImplementedError), the exercise is not started, whatever its cell looks like.
    """
    started = started and not (tests and all(test.verdict == SKIPPED for test in tests))
    judged = [test for test in tests if test.verdict != BROKEN]
    total = sum(test.weight for test in judged)
    passed = [test for test in judged if test.verdict == PASSED]
    counted = counting(tests)
    share = sum(test.weight for test in counted) / total if total else 0.0
    broken = len(judged) < len(tests) or not tests
    if not started:
        status = NOT_STARTED
    elif broken:
        status = NEEDS_REVIEW
    else:
        status = SOLVED if share >= 1.0 - 1e-9 else WRONG if share == 0.0 else PARTIAL
    said = _not_counted(passed, counted) or _formula_is_right(judged) if started else None
    note = " ".join(text for text in (said, note) if text) or None
    return ExerciseResult(id, round(points * share, 4), points, status, tests, note)


def _not_counted(passed: Sequence[TestResult], counted: Sequence[TestResult]) -> str | None:
    """Say why tests that are passed earn nothing."""
    kinds = {test.kind for test in passed} - {test.kind for test in counted}
    if not kinds:
        return None
    what = _listed([text for kind, text in UNUSED.items() if kind in kinds])
    return f"No test of the values passed yet. That {what} counts as soon as one value is right."


def _formula_is_right(judged: Sequence[TestResult]) -> str | None:
    """Tell a student who has lost only a companion's share that nothing else is wrong.

    Where extreme numbers are what is lost, a part of the formula may be: where epsilon stands shows in them alone.
    """
    answers = [test for test in judged if test.kind in ANSWERS]
    failed = {test.kind for test in judged if test.verdict == FAILED}
    if not failed or not any(test.kind == "values" for test in answers) or any(t.verdict != PASSED for t in answers):
        return None
    what = _listed([text for kind, text in LEFT.items() if kind in failed])
    if "stability" in failed:
        return f"Every value test passed. What is left: {what}."
    return f"Every value test passed: the formula is right. What is left: {what}."


def _listed(texts: Sequence[str]) -> str:
    return " and ".join((", ".join(texts[:-1]), texts[-1]) if len(texts) > 1 else texts)
