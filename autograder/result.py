"""The result of grading one submission: frozen records that every report only reads; trusted side."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

PASSED, FAILED, SKIPPED, BROKEN = "PASSED", "FAILED", "SKIPPED", "BROKEN"

SOLVED, PARTIAL, WRONG, NOT_STARTED, NEEDS_REVIEW = "solved", "partial", "wrong", "not started", "needs review"

# What an instructor should look at, as `Result.flags` names it: a locked cell was changed; the file could not be read; the
# process ended; it did not answer in time; it broke the rules of its conversation with the judge.
TAMPERED, UNREADABLE, CRASHED, TIMED_OUT, VIOLATION = "tampered", "unreadable", "crashed", "timed out", "violation"
FLAGS = (VIOLATION, TAMPERED, CRASHED, TIMED_OUT, UNREADABLE)


@dataclass(frozen=True)
class TestResult:
    """One hidden test's verdict; `hint` asks, `note` says what happened, `mistake` names the bank's entry."""

    __test__ = False  # the name begins with Test, but pytest shall not collect it

    name: str
    title: str
    verdict: str
    weight: float
    hint: str | None = None
    mistake: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class ExerciseResult:
    """One exercise's score and its tests."""

    id: str
    score: float
    max_score: float
    status: str
    tests: tuple[TestResult, ...]
    note: str | None = None
    seconds: float = 0.0
    behaviour: dict[str, str] = field(
        default_factory=dict
    )  # function -> fingerprint, where it is wrong and no mistake is known


@dataclass(frozen=True)
class Result:
    """One submission's result."""

    assignment: str
    submission: str
    score: float
    max_score: float
    isolation: str
    engine: str
    seconds: float
    exercises: tuple[ExerciseResult, ...]
    messages: tuple[str, ...]
    flags: tuple[str, ...] = ()  # of FLAGS, in that order

    @property
    def percent(self) -> float:
        """The score as a percentage; an assignment without points counts its passed weight."""
        if self.max_score:
            return 100.0 * self.score / self.max_score
        tests = [test for exercise in self.exercises for test in exercise.tests]
        total = sum(test.weight for test in tests)
        return 100.0 * sum(test.weight for test in tests if test.verdict == PASSED) / total if total else 0.0

    @property
    def broken(self) -> list[str]:
        """The exercises that the kit itself could not judge."""
        return [exercise.id for exercise in self.exercises if exercise.status == NEEDS_REVIEW]


def score_exercise(id: str, points: float, tests: tuple[TestResult, ...], note: str | None, *, started: bool) -> ExerciseResult:
    """Score an exercise: points times passed weight over total weight.

    A BROKEN test is the kit's own fault: it counts neither for nor against, and the exercise needs a person's review. Where
    every test is SKIPPED (all functions raise NotImplementedError), the exercise is not started, whatever its cell looks like.
    """
    started = started and not (tests and all(test.verdict == SKIPPED for test in tests))
    judged = [test for test in tests if test.verdict != BROKEN]
    total = sum(test.weight for test in judged)
    share = sum(test.weight for test in judged if test.verdict == PASSED) / total if total else 0.0
    broken = len(judged) < len(tests) or not tests
    if not started:
        status = NOT_STARTED
    elif broken:
        status = NEEDS_REVIEW
    else:
        status = SOLVED if share >= 1.0 - 1e-9 else WRONG if share == 0.0 else PARTIAL
    return ExerciseResult(id, round(points * share, 4), points, status, tests, note)


def in_order(flags: Collection[str]) -> tuple[str, ...]:
    """Return the flags that are raised, gravest first."""
    return tuple(flag for flag in FLAGS if flag in flags)


def timeless(result: Result) -> Result:
    """Return the result without its times, which are all that may differ when a submission is graded again."""
    return replace(result, seconds=0.0, exercises=tuple(replace(one, seconds=0.0) for one in result.exercises))


def as_json(result: Result) -> dict[str, Any]:
    """Return the result as the documented JSON object."""
    return {
        "assignment": result.assignment,
        "submission": result.submission,
        "score": result.score,
        "max_score": result.max_score,
        "isolation": result.isolation,
        "engine": result.engine,
        "seconds": round(result.seconds, 3),
        "exercises": [_exercise_json(exercise) for exercise in result.exercises],
        "messages": list(result.messages),
        "flags": list(result.flags),
    }


def _exercise_json(exercise: ExerciseResult) -> dict[str, Any]:
    return {
        "id": exercise.id,
        "score": exercise.score,
        "max_score": exercise.max_score,
        "status": exercise.status,
        "note": exercise.note,
        "seconds": round(exercise.seconds, 3),
        "behaviour": exercise.behaviour,
        "tests": [
            {
                "name": test.name,
                "title": test.title,
                "verdict": test.verdict,
                "weight": round(test.weight, 4),
                "hint": test.hint,
                "mistake": test.mistake,
                "note": test.note,
            }
            for test in exercise.tests
        ],
    }


def from_json(data: dict[str, Any]) -> Result:
    """Return the result that `as_json` wrote."""
    exercises = tuple(
        ExerciseResult(**{**entry, "tests": tuple(TestResult(**test) for test in entry["tests"])})
        for entry in data["exercises"]
    )
    return Result(
        **{**data, "exercises": exercises, "messages": tuple(data["messages"]), "flags": tuple(data.get("flags", ()))}
    )
