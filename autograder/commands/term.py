"""`autograder extend`, `excuse` and `drop`: what single students are allowed; trusted side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rich.console import Console
from rich.text import Text

from autograder.commands.autograde import nbgrader_api
from autograder.course.model import Course
from autograder.errors import UsageError
from autograder.nbgrader_plugin.late import due_date, settle_penalty, write_due_dates
from autograder.report.text import number
from autograder.submission.student_text import inert
from autograder.term.allowances import allowances_file, read_allowances, write_allowances
from autograder.term.rules import FILE, read_term, spelled_out

DONE = 0


@dataclass(frozen=True)
class Extension:
    """How long an extension is: until a moment, or so much after the due date; or it is taken back."""

    until: str | None = None
    days: float = 0.0
    hours: float = 0.0
    remove: bool = False


def run_extend(course: Course, assignment: str, student: str, extension: Extension) -> int:
    """Give a student another due date, settle a penalty that was taken already, and return the exit code.

    Raises:
        UsageError: the moment cannot be read, or the assignment has no due date to count from.
    """
    name = course.assignment(assignment).name
    term, allowances, console = read_term(course.root), read_allowances(course.root), Console()
    with nbgrader_api(course).gradebook as gradebook:
        due = due_date(gradebook, name, term)
        until = _until(extension, due, name)
        changed = allowances.extended(name, student, until)
        write_allowances(course.root, changed)
        said = f"until {until.astimezone():%Y-%m-%d %H:%M %Z}" if until else "no longer"
        after = f", {spelled_out((until - due).total_seconds())} after the due date" if until and due else ""
        console.print(Text(inert(f"{student} has more time for {name}: {said}{after}.")), soft_wrap=True)
        if due is None:
            console.print(
                f"{name} has no due date yet: set it under [due] in {FILE}, or in formgrader.", markup=False, soft_wrap=True
            )
            return DONE
        submission = write_due_dates(gradebook, name, student, term, changed)
        if submission is not None and term.late is not None:
            before = submission.late_submission_penalty or 0.0
            settle_penalty(gradebook, submission, term.late)
            now = submission.late_submission_penalty or 0.0
            late = f"{spelled_out(submission.total_seconds_late)} late" if submission.total_seconds_late else "in time"
            console.print(
                Text(f"What was handed in is {late} now: {number(now)} points are taken off, where it was {number(before)}.")
            )
    return DONE


def run_excuse(course: Course, assignment: str, student: str, *, remove: bool) -> int:
    """Ask nothing of a student for an assignment, or ask it again; return the exit code."""
    name = course.assignment(assignment).name
    write_allowances(course.root, read_allowances(course.root).with_excused(name, student, excused=not remove))
    said = f"{student} is {'no longer ' if remove else ''}excused from {name}."
    Console().print(Text(inert(said)), soft_wrap=True)
    return DONE


def run_drop(course: Course, student: str, *, remove: bool) -> int:
    """Leave a student out of what goes to the LMS, or take him or her in again; return the exit code."""
    write_allowances(course.root, read_allowances(course.root).with_dropped(student, dropped=not remove))
    said = "is back in the course" if remove else "has left the course: the grades stay in the gradebook, and go to no LMS"
    Console().print(Text(inert(f"{student} {said}.")), soft_wrap=True)
    return DONE


def run_allowances(course: Course) -> int:
    """List everybody who is allowed something, and return the exit code."""
    allowances, console = read_allowances(course.root), Console()
    lines = [f"{name}  {student}  until {moment.astimezone():%Y-%m-%d %H:%M %Z}"
             for (name, student), moment in sorted(allowances.until.items())]  # fmt: skip
    lines += [f"{name}  {student}  excused" for name, student in sorted(allowances.excused)]
    lines += [f"the course  {student}  has left" for student in sorted(allowances.dropped)]
    for text in lines or [f"Nobody is allowed anything yet ({allowances_file(course.root)})."]:
        console.print(Text(inert(text)), soft_wrap=True)
    return DONE


def _until(extension: Extension, due: datetime | None, assignment: str) -> datetime | None:
    if extension.remove:
        return None
    if extension.until is not None:
        try:
            return datetime.fromisoformat(extension.until).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise UsageError(f"--until {extension.until} is no time: write it as 2026-12-03T23:59.") from error
    try:
        more = timedelta(days=extension.days, hours=extension.hours)
        moment = due + more if due is not None else None
    except (ValueError, OverflowError) as error:
        raise UsageError(f"The calendar ends before that ({error}): say --until 2026-12-03T23:59.") from error
    if more <= timedelta(0):
        raise UsageError("Say how long: --until 2026-12-03T23:59, --days 2 or --hours 12; or --remove.")
    if moment is None:
        raise UsageError(f"{assignment} has no due date to count from: set it under [due] in {FILE}, or say --until.")
    return moment
