"""What the student's page shows, as frozen records, and how it is put together of a result and its notebook; trusted side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.language.localised import localised
from autograder.language.spoken import ENGLISH, Language
from autograder.report.page_outline import GRADE, Grade, NotebookCell, Outline, PageAnswer, outline_of
from autograder.report.text import MAX_HINTS, questions
from autograder.result import (
    BROKEN,
    FAILED,
    NEEDS_REVIEW,
    NOT_STARTED,
    PARTIAL,
    PASSED,
    SOLVED,
    WRONG,
    ExerciseResult,
    Result,
    Status,
    TestResult,
    Verdict,
    Where,
    counting,
)
from autograder.submission.student_text import line

MAX_OWN_CELLS = 30  # of one exercise
_SAME = 1e-6


@dataclass(frozen=True)
class PageTest:
    """One hidden test; `hint` is None where an earlier test of the exercise gave the same."""

    title: str
    verdict: Verdict
    points: float
    max_points: float
    hint: str | None
    note: str | None


@dataclass(frozen=True)
class PageExercise:
    """One exercise: its verdicts beside the student's own cells."""

    id: str
    title: str | None
    status: Status
    score: float
    max_score: float
    by_tests: float | None  # what the tests alone gave, where a person has changed the score
    note: str | None
    tests: tuple[PageTest, ...]
    cells: tuple[NotebookCell, ...]
    comments: tuple[str, ...]
    where: Where | None = None  # to look
    best_hint: str | None = None
    more_hints: tuple[str, ...] = ()  # beyond those that stand under their tests, folded away
    left_out: int = 0  # cells of the student's own that would be too many to show

    @property
    def passed(self) -> int:
        """How many tests passed."""
        return sum(test.verdict == PASSED for test in self.tests)

    @property
    def lead_hint(self) -> str | None:
        """The hint to begin with: the only one, or the one that fits best of more than can be thought about at once."""
        alone = sum(test.hint is not None for test in self.tests) == 1
        return self.best_hint if alone or self.more_hints else None

    @property
    def gain(self) -> float:
        """The points that are still to be had."""
        return max(0.0, self.max_score - self.score)

    @property
    def first_hint(self) -> str | None:
        """What to think about first."""
        failed = [test for test in self.tests if test.verdict == FAILED]
        return self.best_hint or next((test.note for test in failed if test.note), self.note)


@dataclass(frozen=True)
class PageAttempt:
    """One of several attempts: when it was handed in, what the tests gave, and what being late costs it."""

    when: str
    score: float
    max_score: float
    penalty: float
    counts: bool


@dataclass(frozen=True)
class Page:
    """One student's page for one notebook."""

    student: str
    assignment: str
    title: str
    score: float
    max_score: float
    late_penalty: float
    late_note: str  # how late it came, and the rule, where nbgrader's gradebook says so
    times: tuple[tuple[str, str], ...]  # when it was due and handed in, likewise: a name and a text each
    exercises: tuple[PageExercise, ...]
    answers: tuple[PageAnswer, ...]
    others: tuple[NotebookCell, ...]  # the student's own cells after the last exercise
    messages: tuple[str, ...]
    graded_by: str
    attempts: tuple[PageAttempt, ...] = ()  # where there are several, the first one first
    best_counts: bool = False  # or the last

    @property
    def next(self) -> list[PageExercise]:
        """The exercises that can still give points, the most first; all that are open where none is worth any."""
        open_ones = [one for one in self.exercises if one.status not in (SOLVED, NEEDS_REVIEW)]
        open_ones = [one for one in open_ones if one.gain or not self.max_score]
        return sorted(open_ones, key=lambda one: -one.gain)

    @property
    def percent(self) -> float:
        """The share of the points."""
        return 100.0 * self.score / self.max_score if self.max_score else 0.0


@dataclass(frozen=True)
class Totals:
    """What counts in the end, as the gradebook has it."""

    score: float
    max_score: float
    late_penalty: float
    late_note: str = ""
    times: tuple[tuple[str, str], ...] = ()


def make_page(
    student: str, result: Result, cells: Sequence[NotebookCell], totals: Totals | None = None, language: Language = ENGLISH
) -> Page:
    """Put a page together, with what is said in a language; without a gradebook's totals the result's own count."""
    result = localised(result, language)
    totals = totals or Totals(result.score, result.max_score, 0.0)
    outline, grades = outline_of(cells), {cell.grade_id: cell.grade for cell in cells if cell.role == GRADE}
    return Page(
        student=line(student) or language.say("unknown student"),
        assignment=result.assignment,
        title=outline.title or result.assignment,
        score=totals.score,
        max_score=totals.max_score,
        late_penalty=totals.late_penalty,
        late_note=line(totals.late_note),
        times=totals.times,
        exercises=tuple(_exercise(one, grades.get(one.id), outline) for one in result.exercises),
        answers=tuple(outline.answers),
        others=tuple(outline.others[:MAX_OWN_CELLS]),
        messages=tuple(line(message) for message in result.messages),
        graded_by=language.say(f"autograder {result.engine}, isolation {result.isolation}"),
    )


def _exercise(result: ExerciseResult, grade: Grade | None, outline: Outline) -> PageExercise:
    changed = _changed_by_hand(result, grade)
    score = grade.score if grade is not None else result.score
    status = _status_of(score, result.max_score) if changed else result.status
    cells = outline.cells.get(result.id, [])
    asked = [line(hint) for hint in questions(result.tests)]
    return PageExercise(
        id=result.id,
        title=outline.titles.get(result.id),
        status=status,
        score=score,
        max_score=result.max_score,
        by_tests=result.score if changed else None,
        note=line(result.note) if result.note and result.status != NOT_STARTED else None,
        tests=_tests(result),
        cells=tuple(cells[:MAX_OWN_CELLS]),
        comments=tuple(cell.comment for cell in cells if cell.comment),
        where=None if status == SOLVED else result.where,
        best_hint=asked[0] if asked else None,
        more_hints=tuple(asked[MAX_HINTS:]),
        left_out=max(0, len(cells) - MAX_OWN_CELLS),
    )


def _changed_by_hand(result: ExerciseResult, grade: Grade | None) -> bool:
    if grade is None:
        return False
    if result.status == NEEDS_REVIEW:
        return not grade.waiting
    return abs(grade.score - result.score) > _SAME


def _status_of(score: float, max_score: float) -> Status:
    return SOLVED if score >= max_score - _SAME else PARTIAL if score > _SAME else WRONG


def _tests(result: ExerciseResult) -> tuple[PageTest, ...]:
    """Return the tests with their share of the points; a hint or note is said once, and of many hints the best few."""
    total = sum(test.weight for test in result.tests if test.verdict != BROKEN)
    earning = {test.name for test in counting(result.tests)}
    said = set(questions(result.tests)[MAX_HINTS:])

    def once(text: str | None) -> str | None:
        if not text or text in said:
            return None
        said.add(text)
        return line(text)

    def one(test: TestResult) -> PageTest:
        worth = result.max_score * test.weight / total if total and test.verdict != BROKEN else 0.0
        return PageTest(
            line(test.title), test.verdict, worth if test.name in earning else 0.0, worth, once(test.hint), once(test.note)
        )

    return tuple(one(test) for test in result.tests)
