"""The class report in a real browser: silent, accessible, usable by keyboard and on a phone, and closed to injection."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from autograder.class_report.gather import ClassResults
from autograder.class_report.page import render_page
from autograder.class_report.report import make_report
from autograder.result import FLAGS
from tests.class_report.made_up import (
    HOSTILE,
    class_of,
    course_in,
    exercise,
    failed,
    in_review,
    not_started,
    passed,
    result,
    submit,
)

pytestmark = pytest.mark.long

LIGHT_AND_DARK = pytest.mark.parametrize("scheme", ["light", "dark"])
WIDTHS = pytest.mark.parametrize("width", [360, 1280])
ATTACK = f'"><img src=x onerror=alert(1)>{HOSTILE}'
CODE = f"def first(x):\n    return '</code></pre>{HOSTILE}' + {'x' * 300}"


@pytest.fixture(scope="module")
def report_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class in which everything occurs: mistakes, clusters of all kinds, every flag, and names that attack."""
    course = course_in(tmp_path_factory.mktemp("course"))
    made = []
    for place in range(24):
        name = ATTACK.replace("/", "_") if place == 0 else f"student{place:02d}" + "o" * (place == 1) * 120
        submit(course, name, first=CODE, second="def helper(x):\n    return x\n\n\ndef second(x):\n    return helper(x)")
        wrong = exercise("first", 0.0, failed(hint=ATTACK, title="It adds."), behaviour={"first": f"a{place % 4}"})
        known = exercise(
            "second",
            1.0,
            failed("helper__adds_two", "What is 1 + 1?"),
            passed(),
            behaviour={"second": "b"} if place % 2 else {},
        )
        third = (exercise("third", 5.0), not_started("third"), in_review("third"), exercise("third", place % 5))[place % 4]
        flags = FLAGS[place : place + 1]
        made.append(result(name, wrong, known, third, flags=flags, messages=(ATTACK,) if flags else (), isolation="none"))
    path = course.root / "reports" / "made_up.html"
    path.parent.mkdir()
    path.write_text(render_page(make_report(class_of(course, *made, seconds_late=90.0)), path.parent), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report before there is anything to report."""
    course = course_in(tmp_path_factory.mktemp("empty"))
    path = course.root / "empty.html"
    assignment = course.assignment("made_up")
    path.write_text(render_page(make_report(ClassResults(assignment, ())), course.root), encoding="utf-8")
    return path


@LIGHT_AND_DARK
@WIDTHS
def test_the_report_loads_in_silence(report_file: Path, visit: Callable[..., Any], width: int, scheme: str) -> None:
    """No message in the console, no request but for the file itself, no dialog, and nothing wider than the screen."""
    visited = visit(report_file, width=width, scheme=scheme)
    visited.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert (visited.said, visited.dialogs) == ([], [])
    assert visited.asked_for == [report_file.resolve().as_uri()]
    assert visited.page.evaluate("document.documentElement.scrollWidth") == width
    assert visited.page.evaluate("document.querySelectorAll('script, img, iframe, object').length") == 0
    assert visited.page.evaluate("getComputedStyle(document.querySelector('.card')).borderRadius") != "0px", "no style"


@LIGHT_AND_DARK
@WIDTHS
def test_axe_finds_nothing(report_file: Path, violations: Callable[..., list[str]], width: int, scheme: str) -> None:
    """axe-core finds no violation, of contrast or anything else, with everything unfolded."""
    assert violations(report_file, width=width, scheme=scheme) == []


def test_axe_finds_nothing_on_an_empty_report(empty_file: Path, violations: Callable[..., list[str]]) -> None:
    """The report of nobody is a page like any other."""
    assert violations(empty_file) == []


def test_figures_are_images_with_names(report_file: Path, visit: Callable[..., Any]) -> None:
    """The browser tells assistive technology three images, each by its title."""
    page = visit(report_file).page
    names = ["Distribution of the scores", "What became of each exercise"]
    assert [page.get_by_role("img", name=name).count() for name in names] == [1, 1]


@LIGHT_AND_DARK
def test_figures_stand_out_from_the_page(report_file: Path, visit: Callable[..., Any], scheme: str) -> None:
    """Text in a figure has the page's own ink in both schemes, and every bar another colour than the paper."""
    page = visit(report_file, scheme=scheme).page
    ink = page.evaluate("getComputedStyle(document.body).color")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    fills = page.eval_on_selector_all("svg.figure text", "all => all.map(one => getComputedStyle(one).fill)")
    assert fills and set(fills) == {ink}
    bars = page.eval_on_selector_all(
        ".fill-bar, .fill-solved, .fill-wrong", "all => all.map(one => getComputedStyle(one).fill)"
    )
    assert bars and paper not in bars


def test_text_in_figures_is_readable_on_a_phone(report_file: Path, visit: Callable[..., Any]) -> None:
    """Figures shrink with the screen, but no letter below 9 pixels."""
    page = visit(report_file, width=360).page
    sizes = page.eval_on_selector_all(
        "svg.figure text",
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * "
        "Math.hypot(one.getScreenCTM().a, one.getScreenCTM().b))",
    )
    assert min(sizes) >= 9


def test_the_keyboard_reaches_everything(report_file: Path, visit: Callable[..., Any]) -> None:
    """The first stop skips to the report, folded parts open with Enter, and wide tables can be scrolled."""
    page = visit(report_file, width=360).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.focus("section[aria-labelledby=students] summary")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('section[aria-labelledby=students] details').open")
    wide = page.eval_on_selector_all(
        "*",
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1 && "
        "['auto', 'scroll'].includes(getComputedStyle(one).overflowX)).map(one => one.tabIndex)",
    )
    assert wide and set(wide) == {0}


def test_links_of_the_navigation_arrive(report_file: Path, visit: Callable[..., Any]) -> None:
    """Every link within the page leads to a part of it."""
    page = visit(report_file).page
    targets = page.eval_on_selector_all("nav a", "all => all.map(one => one.getAttribute('href'))")
    assert len(targets) == 7
    assert page.evaluate("all => all.filter(one => !document.querySelector(one))", targets) == []


def test_links_to_submissions_open_them(report_file: Path, visit: Callable[..., Any]) -> None:
    """Each link to a submission leads to a file that is there, whatever the student is called."""
    page = visit(report_file).page
    links = {link for link in page.eval_on_selector_all("main a", "all => all.map(one => one.href)") if "#" not in link}
    assert len(links) == 24
    assert [link for link in links if not Path(unquote(urlsplit(link).path)).is_file()] == []
