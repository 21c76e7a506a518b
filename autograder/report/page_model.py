"""What the student's page shows, as frozen records, and how it is put together of a result and its notebook; trusted side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

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
    counting,
)
from autograder.submission.student_text import Picture, line


class CellRole(StrEnum):
    """What a cell is on the page."""

    ANSWER = "answer"
    BY_HAND = "by hand"
    OWN = "own"
    GRADE = "grade"
    PROSE = "prose"
    PROVIDED = "provided"


ANSWER, BY_HAND, OWN, GRADE, PROSE, PROVIDED = CellRole
MAX_OWN_CELLS = 30  # of one exercise
_HEADING = re.compile(r"^#{1,4}[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_POINTS = re.compile(r"\s*\([\d.]+ points?\)$")
_SAME = 1e-6


@dataclass(frozen=True)
class Output:
    """One output of a cell: printed text, a value, an error, or a picture."""

    kind: str  # "printed", "value", "error" or "picture"
    text: str = ""
    picture: Picture | None = None


@dataclass(frozen=True)
class Grade:
    """What the gradebook holds of a graded cell."""

    score: float
    max_score: float
    waiting: bool  # a person has to look at it


@dataclass(frozen=True)
class NotebookCell:
    """One cell of a rebuilt submission, from wherever it was read; `role` says whose it is and what it is for."""

    role: CellRole
    kind: str  # "code" or "markdown"
    source: str
    grade_id: str | None = None
    outputs: tuple[Output, ...] = ()
    points: float = 0.0
    answered: bool = True
    comment: str | None = None
    grade: Grade | None = None


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
    left_out: int = 0  # cells of the student's own that would be too many to show

    @property
    def passed(self) -> int:
        """How many tests passed."""
        return sum(test.verdict == PASSED for test in self.tests)

    @property
    def sole_hint(self) -> str | None:
        """The one hint that all failures share."""
        hints = [test.hint for test in self.tests if test.hint]
        return hints[0] if len(hints) == 1 else None

    @property
    def gain(self) -> float:
        """The points that are still to be had."""
        return max(0.0, self.max_score - self.score)

    @property
    def first_hint(self) -> str | None:
        """What to think about first."""
        failed = [test for test in self.tests if test.verdict == FAILED]
        hints = [test.hint for test in failed if test.hint] + [test.note for test in failed if test.note]
        return next(iter(hints), self.note)


@dataclass(frozen=True)
class PageAnswer:
    """An answer that a person grades, under the heading that it stands below."""

    id: str
    title: str | None
    cell: NotebookCell


@dataclass(frozen=True)
class Page:
    """One student's page for one notebook."""

    student: str
    assignment: str
    title: str
    score: float
    max_score: float
    late_penalty: float
    exercises: tuple[PageExercise, ...]
    answers: tuple[PageAnswer, ...]
    others: tuple[NotebookCell, ...]  # the student's own cells after the last exercise
    messages: tuple[str, ...]
    graded_by: str

    @property
    def next(self) -> list[PageExercise]:
        """The exercises that can still give points, the most first."""
        open_ones = [one for one in self.exercises if one.status not in (SOLVED, NEEDS_REVIEW)]
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


def make_page(student: str, result: Result, cells: Sequence[NotebookCell], totals: Totals | None = None) -> Page:
    """Put a page together; without a gradebook's totals the result's own count."""
    totals = totals or Totals(result.score, result.max_score, 0.0)
    outline = _outline(cells)
    grades = {cell.grade_id: cell.grade for cell in cells if cell.role == GRADE}
    return Page(
        student=line(student) or "unknown student",
        assignment=result.assignment,
        title=outline.title or result.assignment,
        score=totals.score,
        max_score=totals.max_score,
        late_penalty=totals.late_penalty,
        exercises=tuple(_exercise(one, grades.get(one.id), outline) for one in result.exercises),
        answers=tuple(outline.answers),
        others=tuple(outline.others[:MAX_OWN_CELLS]),
        messages=tuple(line(message) for message in result.messages),
        graded_by=f"autograder {result.engine}, isolation {result.isolation}",
    )


@dataclass(frozen=True)
class _Outline:
    title: str | None
    titles: dict[str, str]
    cells: dict[str, list[NotebookCell]]
    answers: list[PageAnswer]
    others: list[NotebookCell]


def _outline(cells: Sequence[NotebookCell]) -> _Outline:
    """Give each exercise its heading and its cells: the answers above its grade cell, and the student's own around them.

    A cell that the student added right after a grade cell still belongs to that exercise; behind the next text it belongs
    to what follows.
    """
    found = _Outline(_first_heading(cells), {}, {}, [], [])
    heading: str | None = None
    heading_here: str | None = None  # the one above the first cell that waits
    waiting: list[NotebookCell] = []
    behind: str | None = None
    for cell in cells:
        if cell.role == OWN and behind is not None:
            found.cells[behind].append(cell)
        elif cell.role in (OWN, ANSWER):
            heading_here = heading if cell.role == ANSWER and heading_here is None else heading_here
            waiting.append(cell)
        elif cell.role == GRADE and cell.grade_id is not None:
            found.cells[cell.grade_id], behind, waiting = waiting, cell.grade_id, []
            if title := heading_here or heading:
                found.titles[cell.grade_id] = title
            heading_here = None
        else:
            behind = None
            if cell.role == BY_HAND and cell.grade_id is not None:
                found.answers.append(PageAnswer(cell.grade_id, heading, cell))
            elif cell.role == PROSE:
                heading = next(reversed(_headings(cell.source)), heading)
    found.others.extend(waiting)
    return found


def _headings(source: str) -> list[str]:
    titles = (_POINTS.sub("", match.replace("`", "").replace("$", "")) for match in _HEADING.findall(source))
    return [line(title) for title in titles]


def _first_heading(cells: Sequence[NotebookCell]) -> str | None:
    return next((title for cell in cells if cell.role == PROSE for title in _headings(cell.source)), None)


def _exercise(result: ExerciseResult, grade: Grade | None, outline: _Outline) -> PageExercise:
    changed = _changed_by_hand(result, grade)
    score = grade.score if grade is not None else result.score
    cells = outline.cells.get(result.id, [])
    return PageExercise(
        id=result.id,
        title=outline.titles.get(result.id),
        status=_status_of(score, result.max_score) if changed else result.status,
        score=score,
        max_score=result.max_score,
        by_tests=result.score if changed else None,
        note=line(result.note) if result.note and result.status != NOT_STARTED else None,
        tests=_tests(result),
        cells=tuple(cells[:MAX_OWN_CELLS]),
        comments=tuple(cell.comment for cell in cells if cell.comment),
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
    """Return the tests with their share of the points; a hint or note is said once."""
    total = sum(test.weight for test in result.tests if test.verdict != BROKEN)
    earning = {test.name for test in counting(result.tests)}
    said: set[str] = set()

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
