"""`autograder export`: grades, or feedback, in the files that an LMS takes; trusted side."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from autograder.commands.autograde import nbgrader_api
from autograder.course.model import Course
from autograder.errors import UsageError
from autograder.lms.downloaded import downloads_of, lms_numbers
from autograder.lms.feedback import archive, gather_feedback
from autograder.lms.fill import Filled, FillOptions, fill
from autograder.lms.layout import CANVAS, KNOWN, MOODLE
from autograder.lms.table import read_table
from autograder.nbgrader_plugin.grades import Grade, class_grades, handed_in
from autograder.report.text import number
from autograder.submission.student_text import in_spreadsheet, inert
from autograder.term.allowances import read_allowances
from autograder.whole_file import write_wanted

CSV = "csv"
SYSTEMS = (CANVAS, MOODLE, CSV)
WRITTEN, AMBIGUOUS = 0, 1
FOLDER = "reports"
MAX_NAMES = 20
ELSEWHERE = "Choose another file with --output."
COLUMNS = (
    "student_id", "last_name", "first_name", "email", "lms_id", "timestamp",
    "raw_score", "late_penalty", "score", "max_score", "status", "late",
)  # fmt: skip


@dataclass(frozen=True)
class ExportOptions:
    """The options of the command."""

    to: str
    gradebook: Path | None
    output: Path | None
    fill: FillOptions


def run_export(course: Course, assignment: str, options: ExportOptions) -> int:
    """Write an assignment's grades into a file for the LMS, say for whom and for whom not, and return the exit code.

    Raises:
        UsageError: the assignment has no grades, or the LMS's file is missing, is another one, or knows nobody.
    """
    grades = read_grades(course, course.assignment(assignment).name)
    output = options.output or course.root / FOLDER / f"{assignment}-{'grades' if options.to == CSV else options.to}.csv"
    console = Console()
    if options.to == CSV:
        write_wanted(output, csv_text(grades), ELSEWHERE)
        console.print(Text(f"{len(grades)} students, with what became of each: {output}"), soft_wrap=True)
        return WRITTEN
    if options.gradebook is None:
        raise UsageError(f"{options.to.title()} takes only its own file back: name its gradebook export with --gradebook FILE.")
    if output.exists() and output.samefile(options.gradebook):
        raise UsageError(f"{output} is the LMS's own export, which stays as it is: choose another file with --output.")
    numbers = lms_numbers(downloads_of(nbgrader_api(course).coursedir, assignment), options.to)
    filled = fill(read_table(options.gradebook, KNOWN), options.to, assignment, grades, options.fill, numbers)
    if not filled.matches.rows:
        ours = ", ".join(one.student for one in grades[:3]) or "nobody"
        theirs = ", ".join(_rows(filled, filled.layout.students[:3])) or "nobody"
        remedy = "Tell nbgrader the LMS's ids: nbgrader db student add STUDENT --lms-user-id=ID"
        raise UsageError(f"{options.gradebook} ({theirs}, ...) names no student of nbgrader's ({ours}, ...). {remedy}")
    write_wanted(output, filled.table.to_bytes(), ELSEWHERE)
    _print_filled(console, filled, grades, options)
    console.print(Text(f"To upload: {output}"), soft_wrap=True)
    return AMBIGUOUS if filled.matches.ambiguous else WRITTEN


def run_export_feedback(course: Course, assignment: str, output: Path | None) -> int:
    """Write everybody's feedback into one archive for the LMS, say whose is not in it, and return the exit code.

    Raises:
        UsageError: there is no feedback yet, or the archive cannot be written.
    """
    name = course.assignment(assignment).name
    api = nbgrader_api(course)
    feedback = gather_feedback(api.coursedir, name, read_allowances(course.root).dropped)
    if not feedback.pages:
        raise UsageError(f"There is no feedback on {name} yet: make it with nbgrader generate_feedback {name}")
    output = output or course.root / FOLDER / f"{name}-feedback.zip"
    write_wanted(output, archive(feedback.pages), ELSEWHERE)
    console = Console()
    _print_names(console, "came through the LMS and has no page: generate it", feedback.without_page)
    _print_names(console, "did not come through the LMS, so the page is called by nbgrader's name", feedback.without_name)
    console.print(Text(inert(f"{len(feedback.pages)} pages, to upload: {output}")), soft_wrap=True)
    return WRITTEN


def read_grades(course: Course, assignment: str) -> list[Grade]:
    """Return everybody's grade from nbgrader's gradebook.

    Raises:
        UsageError: the gradebook does not know the assignment.
    """
    api = nbgrader_api(course)
    from nbgrader.api import MissingEntry

    with api.gradebook as gradebook:
        try:
            entry = gradebook.find_assignment(assignment)
        except MissingEntry:
            remedy = f"Grade it first: autograder autograde {assignment}"
            raise UsageError(f"nbgrader's gradebook has no grades of {assignment} yet. {remedy}") from None
        folders = handed_in(api.coursedir, assignment)
        return list(class_grades(gradebook, entry, folders, read_allowances(course.root)))


def csv_text(grades: Sequence[Grade]) -> str:
    """Return a table of everybody: no score where there is none, and never a formula."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in grades:
        names = (one.student, one.last_name, one.first_name, one.email, one.lms_id)
        points = ("" if one.raw is None else value for value in (one.raw, one.penalty, one.score))
        late = "late" if one.seconds_late else ""
        writer.writerow([*map(in_spreadsheet, names), one.timestamp, *points, one.max_score, one.status, late])
    return file.getvalue()


def _print_filled(console: Console, filled: Filled, grades: Sequence[Grade], options: ExportOptions) -> None:
    """Say what was written where, and name everybody for whom nothing was."""
    said = [f"{filled.written} {'grade' if filled.written == 1 else 'grades'} into {filled.column!r}"]
    said += [f"{len(filled.changed)} of them changed what stood there"] if filled.changed else []
    said += [f"{filled.late} late, their penalty taken off"] if filled.late else []
    console.print(Text(inert("; ".join(said)), style="bold"), soft_wrap=True)
    for why, names in sorted(filled.left.items()):
        _print_names(console, f"{why}, left as it was", names)
    matches = filled.matches
    _print_names(console, "told by their names alone: look at these", _rows(filled, matches.by_name))
    _print_names(console, "not in the LMS's file", [one.student for one in matches.unknown])
    _print_names(console, "in the LMS's file only, left as they were", _rows(filled, matches.left))
    for student, rows in matches.ambiguous.items():
        _print_names(
            console, f"error: {student} could be any of, or shares with another: nothing written", _rows(filled, rows), "red"
        )
    if matches.ambiguous:
        console.print("  Tell nbgrader who is who: nbgrader db student add STUDENT --lms-user-id=ID", highlight=False)
    if filled.other_points is not None and not options.fill.scale:
        ours, theirs = number(next(one.max_score for one in grades)), number(filled.other_points)
        console.print(f"[yellow]note[/yellow]  The LMS gives {theirs} points, the course {ours}: "
                      "set it there, or convert with --scale.", highlight=False)  # fmt: skip


def _print_names(console: Console, why: str, names: Sequence[str], style: str = "yellow") -> None:
    if names:
        more = f" and {len(names) - MAX_NAMES} more" if len(names) > MAX_NAMES else ""
        text = inert(f"{', '.join(names[:MAX_NAMES])}{more}")
        console.print(Text.assemble("  ", (inert(f"{why} ({len(names)})"), style), f": {text}"), soft_wrap=True)


def _rows(filled: Filled, rows: Sequence[int]) -> list[str]:
    return [filled.layout.shown(filled.table.rows[row]) for row in rows]
