"""Tables of the documentation that are made from the course: where they stand, and whether they are current; trusted side.

A page holds a table between two comments, `<!-- autograder tables: NAME -->` and `<!-- end of NAME -->`, and `autograder
tables` writes what stands between them. What can be counted without running anything is compared by every `autograder
verify`. What was measured carries the digest that it was measured at.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course import bank
from autograder.course.digest import deciding_files
from autograder.course.model import Assignment, Course
from autograder.gate.coverage import check_coverage, coverage_table
from autograder.gate.files import Problem
from autograder.gate.length import check_gaps, check_times, length_table

POINTS, EXERCISES, MUTATION, DIAGNOSIS = "points", "exercises", "mutation", "diagnosis"
COVERAGE, LENGTH = "coverage", "length"
NAMES = (POINTS, COVERAGE, LENGTH, EXERCISES, MUTATION, DIAGNOSIS)
COUNTED: dict[str, Callable[[Course], str]] = {COVERAGE: coverage_table, LENGTH: length_table}  # from the notebooks alone
MEASURED = (MUTATION, DIAGNOSIS)
_REGION = re.compile(
    r"<!-- autograder tables: (?P<name>\w+)(?:, measured at (?P<digest>\w+))? -->\n(?P<text>.*?)<!-- end of (?P=name) -->\n",
    re.DOTALL,
)
_BAR = re.compile(r"(?<!\\)\|")  # in a table, \| is a character of a cell
_NUMBER = re.compile(r"[\d.]+")


@dataclass(frozen=True)
class Table:
    """One table as a page holds it."""

    page: Path
    name: str
    digest: str
    text: str


def tables_of(course: Course, name: str | None = None) -> list[Table]:
    """Return the tables that the course's README and the pages of docs/ hold, or those of one name."""
    pages = [page for page in (course.root / "README.md", *sorted((course.root / "docs").glob("*.md"))) if page.is_file()]
    found = [
        Table(page, match["name"], match["digest"] or "", match["text"])
        for page in pages
        for match in _REGION.finditer(page.read_text(encoding="utf-8"))
    ]
    return [one for one in found if name in (None, one.name)]


def region(name: str, text: str, digest: str = "") -> str:
    """Return a table between its two comments."""
    measured = f", measured at {digest}" if digest else ""
    return f"<!-- autograder tables: {name}{measured} -->\n{text}<!-- end of {name} -->\n"


def write_table(table: Table, text: str, digest: str = "") -> bool:
    """Put a text in the place of a table; return whether that changed the page."""
    before = table.page.read_text(encoding="utf-8")
    new = region(table.name, text, digest)
    after = _REGION.sub(lambda match: new if match["name"] == table.name else match[0], before)
    if after != before:
        table.page.write_text(after, encoding="utf-8")
    return after != before


def points_table(table: Table, assignments: Sequence[Assignment]) -> str:
    """Return the table of assignments with their points; what authors wrote behind the points, or beside them, stays."""
    rows = [_cells(line) for line in table.text.split("\n") if line.startswith("|")]
    head, known = table.text.split("\n")[:2], {row[0]: row for row in rows[2:]}
    width = len(rows[0]) if rows else 2
    if len(rows) < 2:
        head = ["| assignment | points |", "|---|---:|"]
    lines = []
    for one in assignments:
        row = known.get(one.name, [one.name, "0", *[""] * (width - 2)])
        worth = sum(cell.points for cell in one.cells if cell.grade)  # what a person grades is worth its points as well
        points = _NUMBER.sub(f"{worth:g}", row[1], count=1)
        lines.append(f"| {' | '.join([row[0], points, *row[2:]])} |")
    return "\n".join([*head, *lines]) + "\n"


def measured_digest(course: Course) -> str:
    """Return a digest of everything that a measured figure depends on: what decides grades, and what tests the tests."""
    digest = hashlib.sha256()
    for assignment in course.assignments():
        tests = [(path.name, path) for path in sorted(assignment.hidden.glob("*.py"))]
        for place, path in (*deciding_files(assignment), *tests):
            digest.update(place.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def check_tables(course: Course) -> Iterator[Problem]:
    """Yield each table whose counts are not the course's, each promised item that no notebook teaches, and what is too long."""
    yield from check_coverage(course)
    yield from check_times(course)
    yield from check_gaps(course)
    for table in tables_of(course):
        place = table.page.relative_to(course.root).as_posix()
        if table.name not in NAMES:
            yield place, f"has a table named {table.name!r}, which nothing makes", f"Known are {', '.join(NAMES)}."
        elif table.name == POINTS and table.text != points_table(table, course.assignments()):
            yield place, "does not have the assignments' points", "Run `autograder tables points`."
        elif table.name in COUNTED and table.text != COUNTED[table.name](course):
            yield place, f"is not what the notebooks' {table.name} is now", f"Run `autograder tables {table.name}`."
        elif table.name == EXERCISES and (stale := _stale_rows(course, table.text)):
            what = f"does not say what the course holds of {', '.join(stale[:4])}{' and others' if len(stale) > 4 else ''}"
            yield place, what, "Run `autograder tables exercises`."


def old_measurements(course: Course) -> list[Table]:
    """Return the tables whose figures were measured at another state of engine or course: true then, perhaps not now."""
    measured = [table for table in tables_of(course) if table.name in MEASURED]
    current = measured_digest(course) if measured else ""
    return [table for table in measured if table.digest != current]


def _stale_rows(course: Course, text: str) -> list[str]:
    """Return the exercises whose row has other counts than the notebook and the bank, has no exercise, or is missing."""
    said = {tuple(row[:2]): row for line in text.split("\n") if len(row := _cells(line)) == 7 and row[1] != "exercise"}
    said = {key: row for key, row in said.items() if not key[0].startswith(("**", "---"))}
    counted = {(one.name, row[1]): row for one in course.assignments() for row in _counts(one)}
    same = {key for key, row in counted.items() if key in said and _comparable(said[key]) == row}
    return [key[1] for key in dict.fromkeys([*counted, *said]) if key not in same]


def _counts(assignment: Assignment) -> Iterator[tuple[str, ...]]:
    for exercise in assignment.exercises:
        totals = [
            str(len(bank.entries_for(bank.read_bank(assignment.hidden, kind), exercise.functions)))
            for kind in (bank.MISTAKES, bank.VARIANTS)
        ]
        yield (assignment.name, exercise.id, f"{exercise.points:g}", *totals)


def _comparable(row: Sequence[str]) -> tuple[str, ...]:
    """Leave out of a row what only running the tests can tell."""
    return (*row[:3], *(row[column].rpartition(" ")[2] for column in (4, 6)))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _BAR.split(line.strip())[1:-1]] if line.startswith("|") else []
