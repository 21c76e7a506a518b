"""`autograder report`: one class's report as a page, and as JSON or CSV where asked; trusted side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from autograder.class_report.exports import report_csv, report_json
from autograder.class_report.gather import gather
from autograder.class_report.page import render_page
from autograder.class_report.report import ClassReport, make_report
from autograder.course.model import Course
from autograder.report.text import in_markup
from autograder.whole_file import write_wanted

FOLDER = "reports"
MADE = 0
TO_TERMINAL = "-"
ELSEWHERE = "Choose another place with --html, --json or --csv."


@dataclass(frozen=True)
class ReportOptions:
    """Where to write what; without `html` the page goes to reports/<assignment>.html in the course."""

    html: Path | None = None
    json: Path | None = None
    csv: Path | None = None


def run_report(course: Course, assignment: str, options: ReportOptions) -> int:
    """Make the report, say what is most worth knowing and where the page is, and return the exit code.

    Raises:
        UsageError: there is no such assignment, or a file cannot be written.
    """
    console = Console(stderr=TO_TERMINAL in (str(options.json), str(options.csv)))
    with console.status(f"reading the results of {assignment}"):
        report = make_report(gather(course, assignment))
        page = options.html or course.root / FOLDER / f"{assignment}.html"
        text = render_page(report, page.parent)
    write_wanted(page, text, ELSEWHERE)
    for path, make in ((options.json, report_json), (options.csv, report_csv)):
        if str(path) == TO_TERMINAL:
            print(make(report), end="")
        elif path is not None:
            write_wanted(path, make(report), ELSEWHERE)
    _print_summary(console, report, page)
    return MADE


def _print_summary(console: Console, report: ClassReport, page: Path) -> None:
    scores = report.scores
    name = in_markup(report.results.assignment.name)
    middle = f", mean {scores.mean:.0f}%, median {scores.median:.0f}%" if scores.mean is not None else ""
    unread = f", {len(report.results.unreadable)} could not be read" if report.results.unreadable else ""
    counted = f"{scores.n} of {len(report.results.students)} graded{unread}"
    console.print(f"[bold]{name}[/bold]  {counted}{middle}", highlight=False)
    for sentence in report.teach:
        console.print(f"  • {in_markup(sentence)}", highlight=False)
    for notice in report.notices:
        console.print(f"  [yellow]note[/yellow]  {in_markup(notice)}", highlight=False)
    console.print(f"  page: {in_markup(str(page))}", highlight=False, soft_wrap=True)
