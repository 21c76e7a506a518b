"""Where an LMS's gradebook export holds its students and an assignment's grades: Canvas and Moodle; trusted side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from autograder.errors import UsageError
from autograder.lms.table import Row, Table

CANVAS, MOODLE = "canvas", "moodle"
NUMBERS, LOGINS, EMAILS = "numbers", "logins", "emails"  # what a column knows a student by
_COLUMNS = {
    CANVAS: {
        "id": NUMBERS, "sis user id": NUMBERS, "integration id": NUMBERS, "sis login id": LOGINS,
        "student": "name", "lastname": "last", "firstname": "first", "section": "", "root account": "",
    },
    MOODLE: {
        "identifier": NUMBERS, "id number": NUMBERS, "username": LOGINS, "email address": EMAILS, "email": EMAILS,
        "full name": "name", "last name": "last", "surname": "last", "first name": "first",
        "id": NUMBERS, "id-nummer": NUMBERS, "matrikelnummer": NUMBERS, "anmeldename": LOGINS, "e-mail-adresse": EMAILS,
        "vollständiger name": "name", "nachname": "last", "vorname": "first",
    },
}  # fmt: skip
KNOWN = tuple(name for columns in _COLUMNS.values() for name in columns)
_HOW = {
    CANVAS: "In Canvas: Grades, Export, Export Entire Gradebook.",
    MOODLE: "In Moodle: Grades, Export, Plain text file; or the assignment's grading worksheet (Download grading worksheet).",
}
_TOTALS = re.compile(r"(Current|Final) (Score|Points|Grade)\b|Override (Score|Grade|Status)\b")
_MOODLE_OTHERS = re.compile(
    r"\((Percentage|Letter|Feedback|Prozentsatz|Noten?)\)$|^(Last downloaded|Course total|Zuletzt von|Kurs gesamt)",
    re.IGNORECASE,
)
_MOODLE_TITLE = re.compile(r"^[^:()]+:\s*|\s*\((Real|Punkte)\)$")  # what stands around an assignment's title
_OWN_IDS = {CANVAS: ("id",), MOODLE: ("identifier", "id")}
_TEST_STUDENTS = ("student, test", "test student")
_WORKSHEETS = (  # Moodle's grading worksheet, in English and in German: a student, a grade, its maximum, whether it may change
    ("identifier", "grade", "maximum grade", "grade can be changed"),
    ("id", "bewertung", "bestwertung", "bewertung kann geändert werden"),
)


@dataclass(frozen=True)
class Layout:
    """An export that is understood: which columns know students by what, which rows are students, where grades may go."""

    system: str
    header: int  # the row of the headers
    identity: dict[int, str]  # column -> what it knows a student by
    students: tuple[int, ...]  # the rows of students
    points: int | None  # Canvas's row of points possible
    maximum: int | None  # the column of the maximum, in Moodle's grading worksheet
    locked: int | None  # the column of it that says whether a grade may be changed
    own_id: int | None  # the column of the number by which the system names a student's files

    def names(self, row: Row) -> list[str]:
        """Return the ways in which the row's student may be named, as the system's own downloads name them."""
        part = {kind: row.value(column) for column, kind in self.identity.items() if kind in ("name", "last", "first")}
        last, first = part.get("last", ""), part.get("first", "")
        if "name" in part and ", " in part["name"]:
            last, first = part["name"].split(", ", 1)
        names = {part.get("name", ""), f"{first} {last}".strip(), f"{last} {first}".strip()}
        return sorted(names - {""})

    def shown(self, row: Row) -> str:
        """Return the row's student for a message: a name, and what the system knows him or her by."""
        known = next((row.value(at) for at, kind in self.identity.items() if kind in (LOGINS, EMAILS) and row.value(at)), "")
        number = next((row.value(at) for at, kind in self.identity.items() if kind == NUMBERS and row.value(at)), "")
        name = next(iter(self.names(row)), "")
        return f"{name} ({known or number})" if name else known or number


def read_layout(table: Table, system: str) -> Layout:
    """Find the header, the students and the columns that know them.

    Raises:
        UsageError: the file is no export of this system.
    """
    known = _COLUMNS[system]
    header = next((at for at, row in enumerate(table.rows[:5]) if _is_header(row, known)), None)
    if header is None:
        other = MOODLE if system == CANVAS else CANVAS
        here = f"This is no export of {system.title()}'s gradebook, whose first row names its columns."
        raise UsageError(f"{here} {_HOW[system]} For {other.title()}'s file, say --to {other}.")
    names = _headers(table.rows[header])
    identity = {at: known[name] for at, name in enumerate(names) if known.get(name)}
    points = next((at for at, row in _below(table, header) if row.value(0) == "Points Possible"), None)
    first = (points if points is not None else header) + 1
    students = [at for at, row in _below(table, first - 1) if _is_student(row, identity)]
    place = {name: at for at, name in enumerate(names)}
    worksheet = next((one for one in _WORKSHEETS if one[0] in place and one[1] in place), None)
    maximum, locked = (place.get(worksheet[2]), place.get(worksheet[3])) if worksheet else (None, None)
    own_id = next((place[name] for name in _OWN_IDS[system] if name in place), None)
    return Layout(system, header, identity, tuple(students), points if system == CANVAS else None, maximum, locked, own_id)


def grade_column(table: Table, layout: Layout, assignment: str, title: str | None) -> int:
    """Return the column of an assignment: the one that is called so, or else the one whose title holds its name.

    Raises:
        UsageError: there is none, or more than one.
    """
    columns = dict(_gradable(table, layout))
    header = table.rows[layout.header]
    if title is not None:
        found = [at for at in columns if title in (header.value(at), columns[at])]
    else:
        name = _plain(assignment)
        found = [at for at in columns if _plain(columns[at]) == name] or [at for at in columns if name in _plain(columns[at])]
        if not found and layout.maximum is not None:
            found = list(columns)  # a grading worksheet is of one assignment, and does not say which
    if len(found) == 1:
        return found[0]
    shown = ", ".join(repr(header.value(at)) for at in found or columns) or "none"
    if found:
        raise UsageError(f"Several columns could be {title or assignment}: {shown}. Say which with --column.")
    raise UsageError(f"No column is called {title or assignment}. Those that take grades: {shown}. Name one with --column.")


def maximum_points(table: Table, layout: Layout, row: int, column: int) -> float | None:
    """Return what the LMS takes for all points, where the export says so."""
    if layout.points is not None:
        return as_number(table.rows[layout.points].value(column))
    return as_number(table.rows[row].value(layout.maximum)) if layout.maximum is not None else None


def as_number(text: str) -> float | None:
    """Return a number that is written with a point or a comma; None where there is none."""
    try:
        return float(text.replace(" ", "").replace(",", "."))
    except ValueError:
        return None


def _below(table: Table, row: int) -> Iterator[tuple[int, Row]]:
    return ((at, one) for at, one in enumerate(table.rows) if at > row)


def _headers(row: Row) -> list[str]:
    return [value.strip().casefold() for value in row.values]


def _is_header(row: Row, known: Mapping[str, str]) -> bool:
    kinds = [known[name] for name in _headers(row) if known.get(name)]
    return len(kinds) >= 2 and any(kind in (NUMBERS, LOGINS, EMAILS) for kind in kinds)


def _is_student(row: Row, identity: dict[int, str]) -> bool:
    """Is this the row of somebody who is graded? Rows about columns name nobody, and Canvas's test student is no student."""
    named = " ".join(row.value(at) for at, kind in identity.items() if kind in ("name", "last", "first")).strip()
    return any(row.value(at) for at, kind in identity.items() if kind in (NUMBERS, LOGINS, EMAILS)) and (
        named.casefold() not in _TEST_STUDENTS
    )


def _gradable(table: Table, layout: Layout) -> Iterator[tuple[int, str]]:
    """Yield the columns that take grades, with their assignments' titles."""
    for at, header in enumerate(table.rows[layout.header].values):
        name = header.strip()
        if name.casefold() in _COLUMNS[layout.system] or not name:
            continue
        if layout.system == CANVAS:
            possible = table.rows[layout.points].value(at) if layout.points is not None else ""
            if not _TOTALS.search(name) and as_number(possible or "0") is not None:
                yield at, re.sub(r"\s*\(\d+\)$", "", name)
        elif layout.maximum is not None:
            if any(name.casefold() == grade for _, grade, _, _ in _WORKSHEETS):
                yield at, name
        elif not _MOODLE_OTHERS.search(name):
            yield at, _MOODLE_TITLE.sub("", name)


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
