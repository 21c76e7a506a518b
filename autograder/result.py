"""The result of grading one submission: frozen records that every report only reads; trusted side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from autograder.testing.kinds import SHARES


class Verdict(StrEnum):
    """What became of one hidden test: BROKEN is the kit's own fault, SKIPPED was not run."""

    PASSED = "PASSED"
    FAILED = "FAILED"
    SKIPPED = "SKIPPED"
    BROKEN = "BROKEN"


class Status(StrEnum):
    """How an exercise ended."""

    SOLVED = "solved"
    PARTIAL = "partial"
    WRONG = "wrong"
    NOT_STARTED = "not started"
    NEEDS_REVIEW = "needs review"


class Flag(StrEnum):
    """What an instructor should look at, gravest first."""

    VIOLATION = "violation"  # it broke the rules of its conversation with the judge
    TAMPERED = "tampered"  # a locked cell was changed
    CRASHED = "crashed"  # the process ended
    TIMED_OUT = "timed out"  # it did not answer in time
    UNREADABLE = "unreadable"  # the file could not be read


PASSED, FAILED, SKIPPED, BROKEN = Verdict
SOLVED, PARTIAL, WRONG, NOT_STARTED, NEEDS_REVIEW = Status
VIOLATION, TAMPERED, CRASHED, TIMED_OUT, UNREADABLE = FLAGS = tuple(Flag)

# What a constant has as well: the right shape, no nan, inputs left alone. It counts only beside an answer that is right.
COMPANIONS = ("shapes", "stability", "purity")


@dataclass(frozen=True)
class TestResult:
    """One hidden test's verdict; `hint` asks, `note` says what happened, `mistake` names the bank's entry.

    `kind` is one of `testing.kinds.SHARES`; results that were stored by an older kit have none.
    """

    __test__ = False  # the name begins with Test, but pytest shall not collect it

    name: str
    title: str
    verdict: Verdict
    weight: float
    hint: str | None = None
    mistake: str | None = None
    note: str | None = None
    kind: str = ""


@dataclass(frozen=True)
class Where:
    """Where to look, in words of what was handed out: a section of the notebook, a number worked out on paper, a visible check.

    `call` is the first visible check that fails; `passes` says that all of them pass, and is None where that is not known.
    """

    section: str
    anchor: str = ""  # of the section, as Jupyter links to it
    number: str = ""
    call: str = ""
    why: str = ""  # what the notebook says beside the check
    passes: bool | None = None


@dataclass(frozen=True)
class ExerciseResult:
    """One exercise's score and its tests."""

    id: str
    score: float
    max_score: float
    status: Status
    tests: tuple[TestResult, ...]
    note: str | None = None
    seconds: float = 0.0
    behaviour: dict[str, str] = field(
        default_factory=dict
    )  # function -> fingerprint, where it is wrong and no mistake is known
    where: Where | None = None  # of an exercise that is not solved


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
    flags: tuple[Flag, ...] = ()  # in the order of the enum

    @property
    def percent(self) -> float:
        """The score as a percentage; an assignment without points counts its passed weight."""
        if self.max_score:
            return 100.0 * self.score / self.max_score
        tests = [test for exercise in self.exercises for test in exercise.tests]
        total = sum(test.weight for test in tests)
        passed = sum(test.weight for exercise in self.exercises for test in counting(exercise.tests))
        return 100.0 * passed / total if total else 0.0

    @property
    def broken(self) -> list[str]:
        """The exercises that the kit itself could not judge."""
        return [exercise.id for exercise in self.exercises if exercise.status == NEEDS_REVIEW]


def counting(tests: Sequence[TestResult]) -> list[TestResult]:
    """Return the passed tests that earn their weight: the others than the main kind only where the answer is right somewhere.

    The main kind is the values, or what an exercise has in their place. Where none of its tests is passed, properties count
    if most of them hold, and companions never. Where the kit itself broke one of its tests, nobody knows whether that answer
    is right, and every passed test counts.
    """
    passed = [test for test in tests if test.verdict == PASSED]
    main = next((kind for kind in SHARES if any(test.kind == kind for test in tests)), None)
    if main is None or any(test.kind == main and test.verdict in (PASSED, BROKEN) for test in tests):
        return passed
    relations = [test for test in tests if test.kind not in COMPANIONS and test.kind != main]
    holding = [test for test in passed if test in relations]
    return holding if 2 * len(holding) > len(relations) else []


def in_order(flags: Collection[Flag]) -> tuple[Flag, ...]:
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
        "where": asdict(exercise.where) if exercise.where is not None else None,
        "tests": [
            {
                "name": test.name,
                "title": test.title,
                "verdict": test.verdict,
                "weight": round(test.weight, 4),
                "hint": test.hint,
                "mistake": test.mistake,
                "note": test.note,
                "kind": test.kind,
            }
            for test in exercise.tests
        ],
    }


def from_json(data: dict[str, Any]) -> Result:
    """Return the result that `as_json` wrote.

    Raises:
        ValueError, KeyError or TypeError: it is not one.
    """
    exercises = tuple(_exercise_from(entry) for entry in data["exercises"])
    flags = tuple(Flag(flag) for flag in data.get("flags", ()))
    return Result(**{**data, "exercises": exercises, "messages": tuple(data["messages"]), "flags": flags})


def _exercise_from(entry: dict[str, Any]) -> ExerciseResult:
    tests = tuple(TestResult(**{**test, "verdict": Verdict(test["verdict"])}) for test in entry["tests"])
    where = Where(**entry["where"]) if entry.get("where") else None  # results that were stored by an older kit have none
    return ExerciseResult(**{**entry, "status": Status(entry["status"]), "tests": tests, "where": where})
