"""Whose score a class run has changed, by how much and why: as a table and as CSV; trusted side."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from autograder.grading.store import Stored
from autograder.report.text import in_markup, number
from autograder.submission.student_text import in_spreadsheet

HEADER = ("student", "before", "after", "change", "why")
SUBMISSION, POINTS, SECRET = "submission", "points", "course secret or isolation"


@dataclass(frozen=True)
class Change:
    """One student's score before and after, and what had changed meanwhile."""

    student: str
    before: float
    after: float
    why: tuple[str, ...]


def changes(before: Mapping[str, Stored], after: Mapping[str, Stored]) -> list[Change]:
    """Return whose score is another one than before, by student."""
    return [
        Change(name, before[name].result.score, after[name].result.score, reasons(before[name], after[name]))
        for name in sorted(before.keys() & after.keys())
        if before[name].result.score != after[name].result.score
    ]


def reasons(before: Stored, after: Stored) -> tuple[str, ...]:
    """Name everything that decides a grade and is not what it was."""
    found = []
    if before.key.partition("-")[0] != after.key.partition("-")[0]:
        found.append(SUBMISSION)
    if _points(before) != _points(after):
        found.append(POINTS)
    if before.digests and after.digests:
        found += [part for part, digest in after.digests.items() if before.digests.get(part) != digest]
    elif before.key.partition("-")[2] != after.key.partition("-")[2]:
        found.append("hidden tests, engine or notebook")  # stored by an older kit, which did not keep them apart
    if not found and before.key != after.key:
        found.append(SECRET)
    if before.result.broken or after.result.broken:
        found.append("the kit could not judge everything")
    return tuple(found) or ("nothing that is known: a test may be random",)


def _points(stored: Stored) -> dict[str, float]:
    return {exercise.id: exercise.max_score for exercise in stored.result.exercises}


def as_csv(found: Sequence[Change]) -> str:
    """Return the changes as CSV, with a header."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for one in found:
        writer.writerow(
            (in_spreadsheet(one.student), one.before, one.after, round(one.after - one.before, 4), "; ".join(one.why))
        )
    return text.getvalue()


def print_changes(console: Console, found: Sequence[Change], graded: int) -> None:
    """Print the table, or that there is none."""
    if not found:
        console.print(f"Graded again: {graded}. No score has changed.", highlight=False)
        return
    table = Table(title=f"{len(found)} of {graded} scores changed", title_justify="left")
    for column in HEADER:
        table.add_column(column, justify="right" if column in HEADER[1:4] else "left")
    for one in found:
        change = one.after - one.before
        row = (
            in_markup(one.student),
            number(one.before),
            number(one.after),
            f"{'+' if change > 0 else '-'}{number(abs(change))}",
        )
        table.add_row(*row, ", ".join(one.why))
    console.print(table)
