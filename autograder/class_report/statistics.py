"""Item and score statistics of a class, as pure functions over results; trusted side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from autograder.result import (
    FAILED,
    NEEDS_REVIEW,
    NOT_STARTED,
    PASSED,
    ExerciseResult,
    Result,
    Status,
)

STATUSES = tuple(Status)
BINS = 10


@dataclass(frozen=True)
class ScoreSummary:
    """The distribution of the scores, in percent; `counts` are of ten bins, the last one with 100."""

    n: int
    mean: float | None
    median: float | None
    low: float | None
    high: float | None
    deviation: float | None
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Item:
    """One exercise in classical test theory.

    `difficulty` is the mean share of what could be won: the higher, the easier. `discrimination` is the corrected
    item-total correlation. None: not defined for these results.
    """

    id: str
    points: float
    n: int
    mean: float | None
    difficulty: float | None
    discrimination: float | None
    completion: float | None
    seconds: float | None
    statuses: dict[Status, int]


@dataclass(frozen=True)
class MistakeCount:
    """One known mistake: who made it, the hint they got, and what it cost them all."""

    exercise: str
    mistake: str
    hint: str
    students: tuple[str, ...]
    cost: float

    @property
    def n(self) -> int:
        """How many made it."""
        return len(self.students)


def share(exercise: ExerciseResult) -> float:
    """Return the share of an exercise that was solved; one without points counts its passed weight."""
    if exercise.max_score:
        return exercise.score / exercise.max_score
    total = sum(test.weight for test in exercise.tests)
    return sum(test.weight for test in exercise.tests if test.verdict == PASSED) / total if total else 0.0


def worth(exercise: ExerciseResult, result: Result) -> float:
    """Return what an exercise counts for: its points, or 1 in an assignment without points."""
    return exercise.max_score if result.max_score else 1.0


def summarise_scores(percents: Sequence[float]) -> ScoreSummary:
    """Summarise scores given in percent."""
    counts = [0] * BINS
    for percent in percents:
        counts[min(int(percent * BINS / 100), BINS - 1)] += 1
    if not percents:
        return ScoreSummary(0, None, None, None, None, None, tuple(counts))
    centre = fmean(percents)
    deviation = math.sqrt(sum((p - centre) ** 2 for p in percents) / (len(percents) - 1)) if len(percents) > 1 else None
    return ScoreSummary(
        len(percents), centre, median(percents), min(percents), max(percents), deviation, tuple(counts)
    )  # fmt: skip


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return Pearson's correlation, or None where one of the two does not vary (or there are fewer than three pairs)."""
    if len(first) < 3:
        return None
    x, y = fmean(first), fmean(second)
    xx = sum((value - x) ** 2 for value in first)
    yy = sum((value - y) ** 2 for value in second)
    if xx < 1e-12 or yy < 1e-12:
        return None
    r = sum((a - x) * (b - y) for a, b in zip(first, second, strict=True)) / math.sqrt(xx * yy)
    return max(-1.0, min(1.0, r))


def discrimination(results: Sequence[Result], name: str) -> float | None:
    """Return the corrected item-total correlation: the exercise against the total without it.

    Blank submissions are left out, since they would make every exercise look as if it told students apart; so are
    those whose score still waits for a person.
    """
    items, rests = [], []
    for result in results:
        own = next((one for one in result.exercises if one.id == name), None)
        if own is None or result.broken or is_blank(result):
            continue
        items.append(share(own) * worth(own, result))
        rests.append(sum(share(one) * worth(one, result) for one in result.exercises if one.id != name))
    return correlation(items, rests)


def is_blank(result: Result) -> bool:
    """Was nothing at all started?"""
    return all(exercise.status == NOT_STARTED for exercise in result.exercises)


def item_statistics(results: Sequence[Result], name: str, points: float) -> Item:
    """Return one exercise's statistics; what waits for a person counts only among the statuses."""
    own = [exercise for result in results for exercise in result.exercises if exercise.id == name]
    statuses = {status: sum(exercise.status == status for exercise in own) for status in STATUSES}
    judged = [exercise for exercise in own if exercise.status != NEEDS_REVIEW]
    started = [exercise for exercise in own if exercise.status != NOT_STARTED]
    facility = fmean([share(exercise) for exercise in judged]) if judged else None
    return Item(
        id=name,
        points=points,
        n=len(own),
        mean=fmean([exercise.score for exercise in judged]) if judged else None,
        difficulty=facility,
        discrimination=discrimination(results, name),
        completion=len(started) / len(own) if own else None,
        seconds=median([exercise.seconds for exercise in started]) if started else None,
        statuses=statuses,
    )


def count_mistakes(results: Sequence[Result]) -> tuple[MistakeCount, ...]:
    """Count the mistakes that were diagnosed, the most frequent first; among equals the costlier."""
    who: dict[tuple[str, str], list[str]] = {}
    hints: dict[tuple[str, str], str] = {}
    costs: dict[tuple[str, str], float] = {}
    for result in results:
        for exercise in result.exercises:
            total = sum(test.weight for test in exercise.tests) or 1.0
            for test in exercise.tests:
                if test.mistake is None or test.verdict != FAILED:
                    continue
                key = (exercise.id, test.mistake)
                hints.setdefault(key, test.hint or "")
                costs[key] = costs.get(key, 0.0) + worth(exercise, result) * test.weight / total
                if result.submission not in who.setdefault(key, []):
                    who[key].append(result.submission)
    counts = [MistakeCount(*key, hints[key], tuple(sorted(names)), round(costs[key], 4)) for key, names in who.items()]
    return tuple(sorted(counts, key=lambda one: (-one.n, -one.cost, one.mistake)))
