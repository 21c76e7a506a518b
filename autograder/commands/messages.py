"""`autograder messages`: what the most typical mistakes are told, beside the text that was approved; trusted side."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from rich.console import Console

from autograder.commands.options import refuse_unknown
from autograder.course.model import Assignment, Course
from autograder.gate.messages import approved_file, as_text, check_messages, messages
from autograder.grading.grader import Grader, GradingSettings
from autograder.report.text import in_markup

AS_APPROVED, DIFFERENT = 0, 3


def run_messages(course: Course, names: Sequence[str], *, approve: bool, isolation_level: str) -> int:
    """Compare the messages of the assignments named, or of all, with the approved text, or approve them; return the exit code.

    Raises:
        UsageError: a name is unknown.
    """
    refuse_unknown(names, course.names())
    console = Console()
    chosen = [course.assignment(name) for name in course.names() if name in names or not names]
    codes = [_one(console, one, approve, isolation_level) for one in chosen if one.has_hidden_tests]
    return max(codes, default=AS_APPROVED)


def _one(console: Console, assignment: Assignment, approve: bool, isolation_level: str) -> int:
    with Grader(assignment, GradingSettings(isolation=isolation_level)) as grader:
        found = list(messages(grader))
    text, path = as_text(found), approved_file(assignment)
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    for place, problem, remedy in check_messages(found):
        console.print(
            f"[yellow]![/yellow] [bold]{in_markup(place)}[/bold] {in_markup(problem)}", highlight=False, soft_wrap=True
        )
        console.print(f"  → {in_markup(remedy)}", highlight=False, soft_wrap=True)
    if approve:
        path.write_text(text, encoding="utf-8")
    for line in difflib.unified_diff(before.splitlines(), text.splitlines(), "approved", "now", lineterm="", n=1):
        console.print(in_markup(line), highlight=False, soft_wrap=True)
    state = "as approved" if text == before else "approved now" if approve else "not as approved: read it, then add --approve"
    console.print(f"[bold]{assignment.name}[/bold]  {len(found)} mistakes, {state}", highlight=False)
    return AS_APPROVED if approve or text == before else DIFFERENT
