"""Fills an assignment's column of an LMS's gradebook export, and leaves everything else as it was; trusted side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from autograder.lms.layout import CANVAS, Layout, as_number, grade_column, maximum_points, read_layout
from autograder.lms.match import Matches, match
from autograder.lms.table import Table
from autograder.nbgrader_plugin.grades import DROPPED, EXCUSED, GRADED, NOT_SUBMITTED, REVIEW, Grade

EXCUSED_MARK = {CANVAS: "EX"}  # Moodle has no such mark: there the cell is left alone
NOT_ASSIGNED, NOT_CHANGEABLE = "not assigned in the LMS", "locked in the LMS"
_LOCKED = ("no", "nein")
_SAME = 0.005  # what both systems show as one grade


@dataclass(frozen=True)
class FillOptions:
    """What the instructor asked for beyond the plain grades."""

    column: str | None = None
    partial: bool = False  # also what waits for a person
    zero_missing: bool = False  # 0 for who handed in nothing
    scale: bool = False  # to the LMS's points


@dataclass(frozen=True)
class Filled:
    """The filled table, and everything that an instructor has to know about it."""

    table: Table
    layout: Layout
    column: str
    matches: Matches
    written: int
    changed: tuple[str, ...]  # whose grade in the LMS was another one
    late: int
    left: dict[str, list[str]] = field(default_factory=dict)  # why nothing was written -> whose
    other_points: float | None = None  # what the LMS takes for all points, where that is not what the course says


@dataclass(frozen=True)
class _Entry:
    """One student's cell: what stands in it, and what is written there, or why nothing is."""

    row: int
    grade: Grade
    before: str
    text: str | None
    why: str
    maximum: float | None


def fill(
    table: Table, system: str, assignment: str, grades: Sequence[Grade], options: FillOptions, numbers: Mapping[str, str]
) -> Filled:
    """Write grades into the assignment's column; a student without a result keeps what stands there.

    `numbers` are the LMS's own for students whose files it has named.

    Raises:
        UsageError: the table is no export of the system, or no single column is the assignment's.
    """
    layout = read_layout(table, system)
    column = grade_column(table, layout, assignment, options.column)
    matches = match(table, layout, [one for one in grades if one.status != DROPPED], numbers)
    entries = [_entry(table, layout, column, row, grade, options) for row, grade in sorted(matches.rows.items())]
    comma, rows = _writes_commas(table, layout), list(table.rows)
    changed, left = [], defaultdict(list)
    for one in entries:
        if one.text is None:
            left[one.why].append(one.grade.student)
        elif _differs(one.before, one.text):
            changed += [one.grade.student] if one.before.strip("- ") else []
            text = one.text.replace(".", ",") if comma else one.text
            rows[one.row] = rows[one.row].with_value(column, text, table.delimiter)
    written = [one for one in entries if one.text is not None]
    return Filled(
        table=replace(table, rows=tuple(rows)), layout=layout, column=table.rows[layout.header].value(column),
        matches=matches, written=len(written), changed=tuple(changed), left=dict(left),
        late=sum(one.grade.seconds_late > 0 and one.why != EXCUSED for one in written),
        other_points=next((one.maximum for one in entries if _other_points(one)), None),
    )  # fmt: skip


def _entry(table: Table, layout: Layout, column: int, row: int, grade: Grade, options: FillOptions) -> _Entry:
    before = table.rows[row].value(column)
    maximum = maximum_points(table, layout, row, column)
    locked = layout.locked is not None and table.rows[row].value(layout.locked).casefold() in _LOCKED
    why, value = (NOT_CHANGEABLE, None) if locked else _cell(grade, before, layout, options)
    if isinstance(value, float):
        scale = maximum / grade.max_score if options.scale and maximum and grade.max_score else 1.0
        value = f"{value * scale:.4f}".rstrip("0").rstrip(".")
    return _Entry(row, grade, before, value, why, maximum)


def _other_points(one: _Entry) -> bool:
    return one.maximum is not None and bool(one.grade.max_score) and abs(one.maximum - one.grade.max_score) > _SAME


def _cell(grade: Grade, before: str, layout: Layout, options: FillOptions) -> tuple[str, float | str | None]:
    """Return what to write for a grade, or None and why nothing is written."""
    if layout.system == CANVAS and before.casefold() == "n/a":
        return NOT_ASSIGNED, None
    if grade.status == EXCUSED:
        return EXCUSED, EXCUSED_MARK.get(layout.system)
    if grade.status == GRADED or (grade.status == REVIEW and options.partial):
        return grade.status, grade.score
    if grade.status == NOT_SUBMITTED and options.zero_missing:
        return grade.status, 0.0
    return grade.status, None


def _differs(before: str, text: str) -> bool:
    old, new = as_number(before), as_number(text)
    if old is None or new is None:
        return before.casefold() != text.casefold()
    return abs(old - new) > 1e-6


def _writes_commas(table: Table, layout: Layout) -> bool:
    """Does the file write its numbers with a decimal comma? Where commas part its cells, such a number is quoted."""
    values = [value.strip() for at in layout.students for value in table.rows[at].values]
    with_comma = sum("," in one and as_number(one) is not None for one in values)
    return with_comma > sum("." in one and as_number(one) is not None for one in values)
