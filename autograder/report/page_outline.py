"""A notebook's cells as the student's page shows them, and which of them belong to which exercise; trusted side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from autograder.submission.student_text import Picture, line

_HEADING = re.compile(r"^#{1,4}[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_POINTS = re.compile(r"\s*\([\d.]+ points?\)$")


class CellRole(StrEnum):
    """What a cell is on the page."""

    ANSWER = "answer"
    BY_HAND = "by hand"
    OWN = "own"
    GRADE = "grade"
    PROSE = "prose"
    PROVIDED = "provided"


ANSWER, BY_HAND, OWN, GRADE, PROSE, PROVIDED = CellRole


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
class PageAnswer:
    """An answer that a person grades, under the heading that it stands below."""

    id: str
    title: str | None
    cell: NotebookCell


@dataclass(frozen=True)
class Outline:
    title: str | None
    titles: dict[str, str]
    cells: dict[str, list[NotebookCell]]
    answers: list[PageAnswer]
    others: list[NotebookCell]


def outline_of(cells: Sequence[NotebookCell]) -> Outline:
    """Give each exercise its heading and its cells: the answers above its grade cell, and the student's own around them.

    A cell that the student added right after a grade cell still belongs to that exercise; behind the next text it belongs
    to what follows.
    """
    found = Outline(_first_heading(cells), {}, {}, [], [])
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
