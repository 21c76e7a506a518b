"""The class report as one static HTML page: no script, no outside resource, everything escaped; trusted side."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from autograder.class_report.beliefs import Belief
from autograder.class_report.clusters import ALIKE, Cluster
from autograder.class_report.figures import Figure, belief_figure, item_figure, outcome_figure, score_figure
from autograder.class_report.gather import Student
from autograder.class_report.report import EXPLANATIONS, KINDS, ClassReport
from autograder.class_report.statistics import STATUSES
from autograder.class_report.teach import percent, readable, students
from autograder.course.bank import MISTAKES
from autograder.course.model import Assignment
from autograder.report.markup import code
from autograder.report.page import TEMPLATES, style_sheet
from autograder.report.text import number
from autograder.similarity.pairs import SAID
from autograder.submission.excerpt import shortened
from autograder.submission.student_text import clean, line

DASH = "–"
MAX_COMMON = 20  # so many mistakes are shown at once; the others, and those of a single student, fold away
MAX_TESTS = 6
MAX_PAIRS = 30  # of similar answers: with more than that, students worked together
MAX_SHOWN = 8  # so many clusters stand open: the others fold away
MAX_SINGLE = 60  # code of so many lone failures is shown; more would make a page that nobody reads to its end


@dataclass(frozen=True)
class Link:
    """A student on the page; without `href` there is nothing to open."""

    id: str
    name: str
    href: str | None


@dataclass(frozen=True)
class ClusterCard:
    """A cluster as the page shows it."""

    cluster: Cluster
    links: Sequence[Link]
    by: str | None
    code: Markup | None
    entry: Markup | None


def render_page(report: ClassReport, folder: Path) -> str:
    """Return the page, with links relative to the folder that it will lie in."""
    style, style_hash = style_sheet(("base.css", "class_report.css"))
    template = _environment().get_template("class_report.html.j2")
    return template.render(**_context(report, folder), style=Markup(style), style_hash=style_hash)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_fit,
    )
    environment.filters.update(
        {"number": _number, "figure2": _two_digits, "percent": _percent, "readable": readable, "linked": _linked}
    )
    return environment


def _fit(value: object) -> object:
    """Return plain text without what would break a page: a student's name or message may hold any character."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _context(report: ClassReport, folder: Path) -> dict[str, Any]:
    links = {student.id: _link(student, folder) for student in report.results.students}
    mistakes = [(mistake, [links[student] for student in mistake.students]) for mistake in report.mistakes]
    own = [cluster for cluster in report.clusters if cluster.follows is None]
    alike = [cluster for cluster in own if cluster.n >= ALIKE]
    alone = [cluster for cluster in own if cluster.n < ALIKE]
    return {
        "assignment": report.results.assignment,
        "report": report,
        "most_tests": MAX_TESTS,
        "graded": report.results.graded,
        "statuses": STATUSES,
        "links": links,
        "figures": {figure.name: figure for figure in _figures(report)},
        "students": students,
        "common": [one for one in mistakes[:MAX_COMMON] if one[0].n > 1] or mistakes[:MAX_COMMON],
        "mistakes": mistakes,
        "kinds": [(kind, EXPLANATIONS[kind], [one for one in report.remarks if one.kind == kind]) for kind in KINDS],
        "largest": [_card(cluster, links) for cluster in alike[:MAX_SHOWN]],
        "smaller": [_card(cluster, links) for cluster in alike[MAX_SHOWN:]],
        "alone": [_card(cluster, links) for cluster in alone[:MAX_SINGLE]],
        "following": [cluster for cluster in report.clusters if cluster.follows is not None],
        "similar": [(pair, [links[name] for name in pair.students]) for pair in report.similar[:MAX_PAIRS]],
        "similar_said": SAID,
        "left_out": max(0, len(alone) - MAX_SINGLE),
        "believed": _believed,
        "happened": _happened,
        "bank": _bank_file(report.results.assignment),
    }


def _believed(belief: Belief) -> str:
    """Return what a class believed, in a few words: the choices by their number, or the median and the middle half."""
    if belief.middle is not None:
        half = f", half of the class from {belief.half[0]:.4g} to {belief.half[1]:.4g}" if belief.half else ""
        return f"median {belief.middle:.4g}{half}"
    counts = sorted(belief.counts, key=lambda one: -one[1])
    return ", ".join(f"{choice}: {count}" for choice, count in counts if count) or DASH


def _happened(belief: Belief) -> str:
    truth = belief.question.truth
    return truth if isinstance(truth, str) else f"{truth:.4g} {belief.question.unit}".strip()


def _bank_file(assignment: Assignment) -> str:
    """Return the file for mistakes that are written out as functions, as the course's folder shows it."""
    path, root = assignment.hidden / f"{MISTAKES}.py", assignment.course.root
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _figures(report: ClassReport) -> Iterator[Figure]:
    yield score_figure(report.scores)
    if report.items:
        yield outcome_figure(report.items)
    if (items := item_figure(report.items)) is not None:
        yield items
    if (beliefs := belief_figure(report.beliefs)) is not None:
        yield beliefs


def _card(cluster: Cluster, links: dict[str, Link]) -> ClusterCard:
    found = cluster.specimen
    return ClusterCard(
        cluster,
        [links[student] for student in cluster.students],
        found.student if found else None,
        code(shortened(found.code.source)) if found else None,
        code(found.entry) if found and found.entry else None,
    )


def _linked(links: dict[str, Link], names: Sequence[str]) -> list[Link]:
    return [links[name] for name in names]


def _link(student: Student, folder: Path) -> Link:
    if student.page is None:
        return Link(line(student.id), line(student.name), None)
    relative = os.path.relpath(student.page, folder.resolve()).replace(os.sep, "/")
    try:
        href = "/".join(quote(os.fsencode(part), safe="") for part in relative.split("/"))
    except UnicodeEncodeError:  # a name that no file can have
        return Link(line(student.id), line(student.name), None)
    return Link(line(student.id), line(student.name), href)


def _number(value: float | None) -> str:
    return DASH if value is None else number(value)


def _two_digits(value: float | None) -> str:
    """Return a statistic with two digits, with a real minus sign, or a dash where it is not defined."""
    return DASH if value is None else f"{value:.2f}".replace("-", "−")


def _percent(value: float | None) -> str:
    return DASH if value is None else percent(value)
