"""Renders a student's page: one static HTML file, no script, no outside resource, everything escaped; trusted side."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from autograder.language.spoken import ENGLISH, Language
from autograder.report.markup import code, markdown
from autograder.report.page_model import Page, PageExercise
from autograder.report.text import PASSES
from autograder.result import (
    BROKEN,
    FAILED,
    NEEDS_REVIEW,
    NOT_STARTED,
    PARTIAL,
    PASSED,
    SKIPPED,
    SOLVED,
    WRONG,
    Status,
    Verdict,
)

TEMPLATES = Path(__file__).resolve().parent / "templates"
INDEX = "index.html"
SHOWN_NEXT = 3  # more advice at once is no advice
_KINDS: dict[Status | Verdict, str] = {
    SOLVED: "solved", PARTIAL: "partial", WRONG: "wrong", NOT_STARTED: "blank", NEEDS_REVIEW: "review",
    PASSED: "solved", FAILED: "wrong", SKIPPED: "blank", BROKEN: "review",
}  # fmt: skip
_SAID = {PASSED: "passed", FAILED: "did not pass", SKIPPED: "not started", BROKEN: "could not be run"}
_STRIP, _GAP = 1000.0, 6.0


def render_page(page: Page, language: Language = ENGLISH) -> str:
    """Return a student's page, made and shown in one language."""
    answered = [one for one in page.answers if one.cell.answered or one.cell.points or one.cell.comment]
    return _render(
        "feedback.html.j2",
        ("base.css", "feedback.css"),
        language,
        page=page,
        strip=_strip(page),
        summary=_summary(page, language),
        shown_next=SHOWN_NEXT,
        passes=PASSES,
        answers=answered,
        unanswered=len(page.answers) - len(answered),
    )


def render_index(entries: Sequence[tuple[str, Page]]) -> str:
    """Return a page that links to several students' pages, by their file names."""
    return _render("index.html.j2", ("base.css",), ENGLISH, entries=[(quote(name), page) for name, page in entries])


def file_names(pages: Sequence[Page]) -> list[str]:
    """Return a file name for each page: of harmless characters, and each its own."""
    names: list[str] = []
    taken = {INDEX}
    for page in pages:
        stem = re.sub(r"[^A-Za-z0-9_-]+", "_", page.student).strip("_")[:80] or "student"
        candidates = [f"{stem}.html", f"{stem}-{page.assignment}.html"]
        candidates += [f"{stem}-{count}.html" for count in range(2, len(pages) + 3)]
        names.append(next(name for name in candidates if name.lower() not in taken))
        taken.add(names[-1].lower())  # for file systems that do not tell capitals apart
    return names


@dataclass(frozen=True)
class _StripPart:
    x: float
    width: float
    filled: float
    kind: str


def _strip(page: Page) -> list[_StripPart]:
    """Return the bar of the whole assignment: a part an exercise, as wide as its points, as full as its score."""
    sizes = [one.max_score or float(not page.max_score) for one in page.exercises]
    shown = [(one, size) for one, size in zip(page.exercises, sizes, strict=True) if size]
    scale = (_STRIP - _GAP * (len(shown) - 1)) / sum(size for _, size in shown) if shown else 0.0
    parts: list[_StripPart] = []
    x = 0.0
    for one, size in shown:
        width = round(size * scale, 2)
        parts.append(_StripPart(round(x, 2), width, round(width * _share(one) / 100, 2), _KINDS[one.status]))
        x += width + _GAP
    return parts


def _share(one: PageExercise) -> float:
    """Return how much of an exercise is done, in percent: of its points, or of its tests where it has none."""
    whole = one.max_score or float(len(one.tests)) or 1.0
    part = one.score if one.max_score else float(one.passed)
    return round(100 * min(1.0, max(0.0, part / whole)), 2)


def _summary(page: Page, language: Language) -> str:
    counts = {status: sum(one.status == status for one in page.exercises) for status in _KINDS}
    total = len(page.exercises)
    parts = [f"{counts[SOLVED]} of {total} exercise{'' if total == 1 else 's'} solved"]
    if begun := counts[PARTIAL] + counts[WRONG]:
        parts.append(f"{begun} to mend")
    if counts[NOT_STARTED]:
        parts.append(f"{counts[NOT_STARTED]} not started")
    if counts[NEEDS_REVIEW]:
        parts.append(f"{counts[NEEDS_REVIEW]} for a person to look at")
    return ", ".join(map(language.say, parts)) + "."


def _render(template: str, styles: tuple[str, ...], language: Language, **values: Any) -> str:
    style, style_hash = style_sheet(styles)
    return (
        _environment(language)
        .get_template(template)
        .render(**values, lang=language.code, style=Markup(style), style_hash=style_hash)
    )


@cache
def style_sheet(names: tuple[str, ...]) -> tuple[str, str]:
    """Return style sheets as one, and what a content security policy names it by."""
    style = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names)
    return style, "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


@lru_cache(maxsize=16)
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]  # the extension's
    environment.filters.update(
        {
            "number": language.number,
            "say": language.say,
            "code": code,
            "markdown": partial(markdown, say=language.say),
            "kind": _KINDS.__getitem__,
            "said": _SAID.__getitem__,
            "share": _share,
            "anchor": lambda name: "exercise-" + re.sub(r"[^A-Za-z0-9_-]", "_", name),
        }
    )
    return environment
