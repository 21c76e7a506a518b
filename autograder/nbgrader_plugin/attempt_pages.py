"""Several attempts in nbgrader's feedback: the page lists them, and the folder holds a page of each; trusted side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.course.model import Course
from autograder.language.spoken import Language, language_of
from autograder.report.page import render_page
from autograder.report.page_cells import page_of
from autograder.report.page_model import PageAttempt
from autograder.term.attempts import Attempt, Lateness, graded_attempt, read_attempts
from autograder.term.rules import Term, Times, in_zone, spelled_date

FOLDER = "attempts"  # beside the page of the attempt that counts


def shown_attempts(course: Course, assignment: str, names: Any, term: Term, language: Language) -> tuple[PageAttempt, ...]:
    """Return a student's attempts as the page lists them; nothing where there is only one.

    `names` are nbgrader's: the student, and when the submission that counts was due and handed in.
    """
    student, times = str(names["student"]), names.get("times") or Times()
    found = read_attempts(course, assignment, student)
    if len(found) < 2:
        return ()
    lateness = Lateness(times.due, {student: times.until} if times.until else {}, term.late)
    zone = term.due[assignment].tzinfo if assignment in term.due else None
    counting = _counting(found, times.handed_in)
    return tuple(
        PageAttempt(
            when=spelled_date(in_zone(one.when, zone), language) if one.when else f"{place}.",
            score=one.stored.result.score,
            max_score=one.stored.result.max_score,
            penalty=lateness.penalty(student, one.when, one.stored.result.score),
            counts=one is counting,
        )
        for place, one in enumerate(found, 1)
    )


def write_attempt_pages(course: Course, assignment: str, student: str, folder: Path) -> list[Path]:
    """Write a page of each kept attempt into a student's feedback folder; return them, the first attempt's first."""
    found = read_attempts(course, assignment, student)
    if len(found) < 2:
        return []
    language, source = language_of(course, assignment), course.assignment(assignment)
    written = []
    for one in found:
        graded = graded_attempt(source, one)
        if graded is not None:
            path = folder / FOLDER / f"{one.folder.name}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(render_page(page_of(graded), language), encoding="utf-8")
            written.append(path)
    return written


def _counting(found: Sequence[Attempt], handed_in: datetime | None) -> Attempt:
    """Return the attempt that lies in `submitted/`: that of this moment; the last one where nobody knows."""
    same = [
        one for one in found if one.when is not None and handed_in is not None and abs(one.when - handed_in).total_seconds() < 1
    ]
    return (same or [one for one in found if one.when is None] or list(found))[-1]
