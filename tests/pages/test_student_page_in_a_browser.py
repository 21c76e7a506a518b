"""The student's page in a real browser: silent, accessible, usable by keyboard, phone and paper, and closed to injection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.report.page import file_names, render_index, render_page
from autograder.report.page_model import Page

from . import handmade

LIGHT_AND_DARK = pytest.mark.parametrize("scheme", ["light", "dark"])
WIDTHS = pytest.mark.parametrize("width", [360, 1280])


@LIGHT_AND_DARK
@WIDTHS
def test_the_page_loads_in_silence(page_file: Path, visit: Callable[..., Any], width: int, scheme: str) -> None:
    """No message in the console, no request but for the file itself, and nothing wider than the screen."""
    visited = visit(page_file, width=width, scheme=scheme)
    assert visited.said == []
    assert [url for url in visited.asked_for if not url.startswith("data:image/png")] == [page_file.resolve().as_uri()]
    assert visited.page.evaluate("document.documentElement.scrollWidth") == width
    assert visited.page.evaluate("getComputedStyle(document.querySelector('.hero')).borderRadius") != "0px", "no style"


@LIGHT_AND_DARK
@WIDTHS
def test_axe_finds_nothing(page_file: Path, violations: Callable[..., list[str]], width: int, scheme: str) -> None:
    """axe-core finds no violation, of contrast or anything else."""
    assert violations(page_file, width=width, scheme=scheme) == []


def test_axe_finds_nothing_on_the_hostile_page(hostile_file: Path, violations: Callable[..., list[str]]) -> None:
    """What a student writes cannot make the page inaccessible either."""
    assert violations(hostile_file) == []


def test_axe_finds_nothing_on_a_page_in_german(
    german_file: Path, visit: Callable[..., Any], violations: Callable[..., list[str]]
) -> None:
    """A page in another language says so to a screen reader, and is as accessible."""
    assert visit(german_file).page.evaluate("document.documentElement.lang") == "de"
    assert violations(german_file) == []


def test_axe_would_find_something(page_file: Path, folder: Path, violations: Callable[..., list[str]]) -> None:
    """The check itself is checked: a page with grey text on white does not get through."""
    bad = folder / "grey.html"
    bad.write_text(page_file.read_text(encoding="utf-8").replace("--ink: #1b1d21", "--ink: #bbbbbb"), encoding="utf-8")
    assert any("color-contrast" in one for one in violations(bad))


def test_every_link_leads_to_its_exercise(page_file: Path, visit: Callable[..., Any]) -> None:
    """Each link of the page leads to a place on it, and following one from the overview arrives there."""
    page = visit(page_file).page
    hrefs = page.eval_on_selector_all("a", "all => all.map(one => one.getAttribute('href'))")
    assert len(hrefs) > 9
    assert page.evaluate("all => all.filter(one => !one.startsWith('#') || !document.querySelector(one))", hrefs) == []
    page.click(".overview a >> text=The cost")
    assert page.evaluate("document.querySelector(':target').id") == "exercise-compute_cost"


def test_the_keyboard_is_enough(page_file: Path, visit: Callable[..., Any]) -> None:
    """The first stop skips to the score, and a solved exercise opens and closes with Enter."""
    page = visit(page_file).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to your score"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.focus("#exercise-layer_sizes summary")
    states = []
    for _ in range(2):
        page.keyboard.press("Enter")
        states.append(page.evaluate("document.querySelector('#exercise-layer_sizes details').open"))
    assert states == [True, False]


def test_print_shows_what_is_folded(page_file: Path, visit: Callable[..., Any]) -> None:
    """On paper nothing can be opened, so everything is."""
    page = visit(page_file).page
    visible = "document.querySelector('#exercise-layer_sizes details table').checkVisibility({contentVisibilityAuto: true})"
    height = "document.querySelector('#exercise-layer_sizes').offsetHeight"
    folded = page.evaluate(height)
    assert not page.evaluate(visible)
    page.emulate_media(media="print")
    page.wait_for_function(visible)  # a busy machine takes a moment to lay the page out again
    assert page.evaluate(height) > 2 * folded


@LIGHT_AND_DARK
def test_a_hostile_name_and_notebook_inject_nothing(hostile_file: Path, visit: Callable[..., Any], scheme: str) -> None:
    """No script, frame, handler, form, outside picture or style of the student's stands in the page, and nothing ran."""
    visited = visit(hostile_file, scheme=scheme)
    page = visited.page
    page.wait_for_timeout(300)
    assert visited.dialogs == [] and visited.said == []
    assert [url for url in visited.asked_for if not url.startswith("data:image/png")] == [hostile_file.resolve().as_uri()]
    forbidden = "script, iframe, object, embed, form, base, link, [style], main style, meta[http-equiv=refresh]"
    assert page.eval_on_selector_all(forbidden, "all => all.map(one => one.outerHTML)") == []
    handlers = "all => all.flatMap(one => [...one.attributes]).filter(one => one.name.startsWith('on')).map(one => one.name)"
    assert page.eval_on_selector_all("*", handlers) == []
    pictures = page.eval_on_selector_all("img", "all => all.map(one => one.getAttribute('src'))")
    assert [source for source in pictures if not source.startswith("data:image/png;base64,")] == []
    assert "<img src=x onerror=alert(1)>" in page.inner_text("header bdi")
    assert "{{ 7*7 }}" in page.title()


def test_the_policy_stops_a_script_that_got_in(page_file: Path, folder: Path, visit: Callable[..., Any]) -> None:
    """Were an escape ever forgotten, the page's own policy would keep the script, the picture and the style out."""
    pierced = folder / "pierced.html"
    hole = "<script>alert(1)</script><img src=x onerror='alert(2)'><p id='hole' style='color:red'>x</p>"
    pierced.write_text(page_file.read_text(encoding="utf-8").replace("<section", f"{hole}<section", 1), encoding="utf-8")
    visited = visit(pierced)
    assert visited.dialogs == []
    assert len([text for text in visited.said if "Content Security Policy" in text]) >= 3
    assert visited.page.evaluate("getComputedStyle(document.getElementById('hole')).color") != "rgb(255, 0, 0)"


@LIGHT_AND_DARK
def test_the_index_is_sound(
    page: Page, folder: Path, visit: Callable[..., Any], violations: Callable[..., list[str]], scheme: str
) -> None:
    """The index of several pages loads in silence, is accessible, and leads to them."""
    pages = [page, replace(page, student=handmade.HOSTILE_NAME)]
    index = folder / "class" / "index.html"
    index.parent.mkdir(exist_ok=True)
    names = file_names(pages)
    for name, one in zip(names, pages, strict=True):
        (index.parent / name).write_text(render_page(one), encoding="utf-8")
    index.write_text(render_index(list(zip(names, pages, strict=True))), encoding="utf-8")
    assert violations(index, scheme=scheme) == []
    visited = visit(index, width=360, scheme=scheme)
    assert visited.said == []
    visited.page.click("tbody tr:nth-child(2) a")
    assert visited.page.inner_text("header bdi").startswith("\"'><img")
