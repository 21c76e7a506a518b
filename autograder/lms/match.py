"""Tells which row of an LMS's gradebook is which student of nbgrader's; trusted side."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder.lms.layout import EMAILS, LOGINS, NUMBERS, Layout
from autograder.lms.table import Table
from autograder.nbgrader_plugin.grades import Grade

Keys = Mapping[str, Sequence[int]]  # what a row is known by -> the rows


@dataclass(frozen=True)
class _Way:
    """One way to tell a student: keys of a grade, and of the rows; `sure` ones may show that two claim one row."""

    key_of: Callable[[Grade], list[str]]
    keys: Keys
    sure: bool
    by_name: bool = False


@dataclass(frozen=True)
class Matches:
    """Who is who, and what could not be told."""

    rows: dict[int, Grade]  # row -> its grade
    by_name: tuple[int, ...]  # the rows that only a name told: worth a look
    ambiguous: dict[str, tuple[int, ...]]  # student -> the rows that it could be, or that another student could be as well
    unknown: tuple[Grade, ...]  # no row is theirs
    left: tuple[int, ...]  # rows that are nobody's


def match(table: Table, layout: Layout, grades: Sequence[Grade], numbers: Mapping[str, str]) -> Matches:
    """Match students with rows: by the LMS's own id, then by the column that knows most of them, by email, login, and name.

    `numbers` are the LMS's own for students whose files it has named.

    A number counts in one column only: Canvas's ids and a university's look alike, and one student's can be another's.
    """
    waiting, found = list(grades), dict[int, Grade]()
    weak: list[int] = []
    ambiguous: dict[str, set[int]] = defaultdict(set)
    for way in _ways(table, layout, grades, numbers):
        claims: dict[int, list[Grade]] = defaultdict(list)
        for grade in waiting:
            rows = {row for key in way.key_of(grade) if key for row in way.keys.get(key, ()) if way.sure or row not in found}
            if len(rows) > 1:
                ambiguous[grade.student] |= rows
            for row in rows:
                claims[row].append(grade)
        for row, claimants in claims.items():
            everybody = [*claimants, *([found[row]] if row in found else [])]
            if len(everybody) > 1:
                for one in everybody:
                    ambiguous[one.student].add(row)
        for row, claimants in claims.items():
            found.setdefault(row, claimants[0])
            weak += [row] if way.by_name else []
        found = {row: one for row, one in found.items() if one.student not in ambiguous}
        settled = {one.student for one in found.values()} | set(ambiguous)
        waiting = [one for one in waiting if one.student not in settled]
    taken = {*found, *(row for rows in ambiguous.values() for row in rows)}
    unclear = {student: tuple(sorted(rows)) for student, rows in sorted(ambiguous.items())}
    left = tuple(row for row in layout.students if row not in taken)
    return Matches(found, tuple(row for row in weak if row in found), unclear, tuple(waiting), left)


def _ways(table: Table, layout: Layout, grades: Sequence[Grade], numbers: Mapping[str, str]) -> Iterator[_Way]:
    """Yield the ways to tell a student, the surest first."""
    columns = {kind: [at for at, one in layout.identity.items() if one == kind] for kind in (NUMBERS, LOGINS, EMAILS)}
    keys = {at: _keys(table, layout, at) for kind in columns.values() for at in kind}
    ids = {_key(one.student) for one in grades}
    for at in columns[NUMBERS] + columns[LOGINS]:
        yield _Way(lambda one: [_key(one.lms_id)], keys[at], sure=True)
    if layout.own_id is not None:
        yield _Way(lambda one: [_key(numbers.get(one.student, ""))], keys[layout.own_id], sure=True)
    by_use = sorted(keys, key=lambda at: len(ids & set(keys[at])), reverse=True)
    for place, at in enumerate(by_use):
        yield _Way(_any_id if place == 0 else _no_number, keys[at], sure=True)
    for at in columns[EMAILS] + columns[LOGINS]:
        yield _Way(lambda one: [_key(one.email)], keys[at], sure=True)
    for at in columns[NUMBERS]:  # as zip_collect names two students of one name: doejane_12345
        yield _Way(lambda one: [_number(one.student)], keys[at], sure=True)
    if columns[NUMBERS]:  # a spreadsheet drops the zeros in front of a number
        short = {
            at: _grouped((_unpadded(key), row) for key, rows in keys[at].items() for row in rows) for at in columns[NUMBERS]
        }
        at = max(short, key=lambda one: len(set(map(_unpadded, ids)) & set(short[one])))
        yield _Way(lambda one: [_unpadded(_key(one.student))], short[at], sure=False)
    for at in columns[LOGINS] + columns[EMAILS]:
        yield _Way(_local, _grouped((_before_at(key), row) for key, rows in keys[at].items() for row in rows), sure=False)
    names = _grouped((_name(name), row) for row in layout.students for name in layout.names(table.rows[row]))
    yield _Way(_names, names, sure=False, by_name=True)


def _any_id(grade: Grade) -> list[str]:
    return [_key(grade.student)]


def _no_number(grade: Grade) -> list[str]:
    return [] if grade.student.isdigit() else _any_id(grade)


def _local(grade: Grade) -> list[str]:
    return sorted({_before_at(_key(text)) for text in (grade.student, grade.email) if not text.isdigit()})


def _before_at(key: str) -> str:
    return key.partition("@")[0]


def _keys(table: Table, layout: Layout, column: int) -> Keys:
    return _grouped((_key(table.rows[row].value(column)), row) for row in layout.students)


def _grouped(pairs: Iterator[tuple[str, int]]) -> Keys:
    groups: dict[str, list[int]] = defaultdict(list)
    for key, row in pairs:
        if key and row not in groups[key]:
            groups[key].append(row)
    return groups


def _key(text: str) -> str:
    """Return what two ways to write an id have in common; Moodle's worksheets write Participant before a number."""
    plain = unicodedata.normalize("NFC", text).strip().casefold()  # macOS writes an umlaut as two signs
    return re.sub(r"^(participant|teilnehmer/in)\s*(?=\d+$)", "", plain)


def _unpadded(key: str) -> str:
    """Return a number without the zeros in front of it; nothing for what is no number."""
    return key.lstrip("0") if key.isdigit() else ""


def _number(student: str) -> str:
    """Return the number behind a name, where there is one."""
    found = re.fullmatch(r"\D.*_(\d+)", student)
    return found[1] if found else ""


def _name(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFC", text).casefold() if sign.isalnum())


def _names(grade: Grade) -> list[str]:
    known = {f"{grade.first_name} {grade.last_name}", f"{grade.last_name} {grade.first_name}"}
    both = bool(grade.first_name and grade.last_name)
    return sorted({_name(one) for one in {grade.student, *(known if both else ())}})
