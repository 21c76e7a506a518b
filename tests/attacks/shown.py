"""What is shown of a result in each form of a report, and what a student's text must not become in any of them."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from rich.console import Console

from autograder.class_report.exports import report_csv, report_json
from autograder.class_report.gather import ClassResults, Student
from autograder.class_report.page import render_page as class_page
from autograder.class_report.report import make_report
from autograder.commands.regraded import Change, as_csv, print_changes
from autograder.commands.report import _print_summary as print_report
from autograder.commands.similar import _print as print_pairs
from autograder.commands.similar import as_csv as pairs_as_csv
from autograder.grading.grader import Graded
from autograder.report.files import gradescope_json, json_text, junit_xml, markdown
from autograder.report.page import render_page
from autograder.report.page_cells import page_of
from autograder.report.terminal import print_result
from autograder.similarity.pairs import SimilarPair

from . import target

CANARY = "a canary that nobody may hear"


def texts(graded: Graded, *, page: bool = True) -> dict[str, str]:
    """Return everything that is shown of a result, by the name of its form; the page is the slowest to make."""
    terminal = io.StringIO()
    print_result(Console(file=terminal, width=80, force_terminal=False), graded.result)
    return {
        "JSON": json_text([graded.result]),
        "JUnit": junit_xml([graded.result]),
        "Markdown": markdown([graded.result]),
        "Gradescope": gradescope_json(graded.result),
        "the page": render_page(page_of(graded)) if page else "",
        "the terminal": terminal.getvalue(),
    }


def of_a_class(graded: Graded, folder: Path) -> dict[str, str]:
    """Return what is shown of a class in which two students are called like this one, by the name of its form."""
    name, assignment = graded.result.submission, graded.canonical.assignment
    student = Student(
        name, name, graded.result, 7200.0, folder / "notebook.ipynb", folder / name.replace("\0", "") / "page.html"
    )
    report = make_report(ClassResults(assignment, (student, student), (f"{name} is a notice",)))
    change, pair = Change(name, 1.0, 2.0, ("points",)), SimilarPair((name, name), (), 50.0)
    terminal = io.StringIO()
    console = Console(file=terminal, width=300, force_terminal=False)
    print_changes(console, [change], 2)
    print_pairs(console, [pair], 2)
    print_report(console, report, folder / "page.html")
    return {
        "the page": class_page(report, folder),
        "the terminal": terminal.getvalue(),
        "JUnit": "",
        "Markdown": "",
        "CSV": report_csv(report) + as_csv([change]) + pairs_as_csv([pair]),
        "JSON": report_json(report),
    }


def told(graded: Graded, *, page: bool, of_class: bool = False) -> list[str]:
    """Name the forms of a result that show what they must not, or in which a student's text is more than text."""
    shown = texts(graded, page=page)
    found = [*_leaks(graded, shown), *misused(shown)]
    if of_class:
        found += [f"of the class: {one}" for one in misused(of_a_class(graded, Path("/tmp/class")))]
    return found


def _leaks(graded: Graded, shown: dict[str, str]) -> list[str]:
    """Name what shows a hidden input, the course's secret or the canary."""
    shown = shown | {"a cell's output": json.dumps([one.outputs for one in graded.outputs.values()], default=repr)}
    shown["a message"] = "\n".join(graded.result.messages)
    secrets = {target.SECRET: "the secret", target.MARK: "a hidden input", CANARY: "a file outside"}
    return [f"{what} stands in {where}" for where, text in shown.items() for secret, what in secrets.items() if secret in text]


class _Active(HTMLParser):
    """Collects what a page would do by itself: a student's text must be none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note elements and attributes that act."""
        if tag in ("iframe", "object", "embed", "form", "base", "marquee"):
            self.found.append(tag)
        for name, value in attrs:
            if (
                name.startswith("on")
                or "evil" in name
                or (value or "").strip().lower().startswith(("javascript:", "vbscript:"))
            ):
                self.found.append(f"{tag} {name}")
            if name in ("src", "href") and "evil" in (value or "") and tag != "a":
                self.found.append(f"{tag} {name}")

    def handle_data(self, data: str) -> None:
        """Note a script that is a student's."""
        if self.cdata_elem and "evil" in data:  # type: ignore[attr-defined]  # which element's raw text this is
            self.found.append(f"{self.cdata_elem} data")  # type: ignore[attr-defined]  # likewise


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_COMMAND = re.compile(r"^\s*::[a-z-]+.*::|##\[[a-z-]+", re.MULTILINE)
_FORMULA = re.compile(r"[=@＝＠]|[+\-＋－](?![\d.]+$)")
_LIVE_MARKDOWN = re.compile(r"(?<!\\)<(?:img|script|a |details|h1)|(?<!\\)\]\(|(?<![\w\\`])@evil|^# evil", re.MULTILINE)


def misused(shown: dict[str, str]) -> list[str]:
    """Name the forms in which a student's text would be more than text."""
    found = []
    page = _Active()
    page.feed(shown["the page"])
    found += [f"the page runs a student's {what}" for what in page.found]
    for form in ("JUnit", "Markdown", "the terminal", "the page"):
        if _CONTROL.search(shown[form]):
            found.append(f"{form} holds control characters")
    for form in ("Markdown", "the terminal"):
        if _COMMAND.search(shown[form]):
            found.append(f"{form} holds a workflow command")
    found += [f"a spreadsheet computes {cell[:20]!r}" for cell in _cells(shown.get("CSV", "")) if _FORMULA.match(cell)]
    if _LIVE_MARKDOWN.search(shown["Markdown"]):
        found.append("Markdown holds a student's markup")
    for form, text in shown.items():
        try:
            text.encode()
        except UnicodeEncodeError:
            found.append(f"{form} cannot be written as UTF-8")
    if shown["JUnit"]:
        suites = ElementTree.fromstring(shown["JUnit"].encode(errors="replace"))
        if len(suites) != 1 or any(child.tag not in ("testcase", "system-out") for child in suites[0]):
            found.append("JUnit has another structure")
    for form in shown.keys() & {"JSON", "Gradescope"}:
        json.loads(shown[form])
    return found


def _cells(text: str) -> list[str]:
    """Return a table's cells as spreadsheets take them, where the comma or the semicolon is between them."""
    rows = [row for sign in ",;" for row in csv.reader(io.StringIO(text), delimiter=sign)]
    return [cell.strip() for row in rows for cell in row]
