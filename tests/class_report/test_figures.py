"""The report's figures can be read by eye, by ear and in the dark, and are the same every time."""

import re
from xml.etree import ElementTree

import pytest

from autograder.class_report.figures import item_figure, outcome_figure, score_figure
from autograder.class_report.statistics import item_statistics, summarise_scores
from tests.class_report.made_up import POINTS, scored

RESULTS = [scored("ann", 2, 3, 5), scored("bo", 2, 1, 3), scored("cy", 1, 2, 1), scored("di", 0, 0, 1)]
ITEMS = [item_statistics(RESULTS, name, points) for name, points in POINTS.items()]
SCORES = summarise_scores([one.percent for one in RESULTS])


def figures():
    return [score_figure(SCORES), outcome_figure(ITEMS), item_figure(ITEMS)]


@pytest.fixture(scope="module", params=range(3), ids=["scores", "outcomes", "items"])
def figure(request):
    return figures()[request.param]


def test_a_figure_is_one_described_image(figure):
    """Assistive technology reads a name and a description, and no loose numbers."""
    root = ElementTree.fromstring(figure.svg)
    assert root.get("role") == "img"
    texts = {element.get("id"): element.text for element in root if element.tag in ("title", "desc")}
    assert [texts[name] for name in root.get("aria-labelledby").split()] == [figure.title, figure.description]


def test_text_stays_text(figure):
    """Labels are text elements, which scale, can be found, and take the page's typeface."""
    words = [element.text for element in ElementTree.fromstring(figure.svg).iter("text")]
    assert (words and "students" in " ".join(words)) or figure.name == "items"


def test_a_figure_needs_no_inline_style_and_loads_nothing(figure):
    """A strict content security policy would drop style attributes; nothing may point outside the page."""
    assert " style=" not in figure.svg and "<style" not in figure.svg
    assert all(target.startswith("#") for target in re.findall(r'href="([^"]*)"', figure.svg))
    assert "http" not in figure.svg


def test_every_colour_is_the_style_sheets(figure):
    """Colours come from classes, so that a dark page has dark-page colours; no placeholder is left."""
    assert "#0101" not in figure.svg and "#000000" not in figure.svg
    assert "fill-" in figure.svg


def test_ids_are_unique_on_a_page_with_all_figures():
    """Three figures of one program in one page share no id, and every reference has its target."""
    page = "".join(one.svg for one in figures())
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:url\(#|href="#)([^")]*)', page)) <= set(ids)


def test_the_same_class_gives_the_same_bytes():
    """Figures hold no date and no random id."""
    assert [one.svg for one in figures()] == [one.svg for one in figures()]


def test_the_description_says_what_the_bars_say():
    """Everything that is drawn is told."""
    assert "1 student from 10 to 20 percent" in score_figure(SCORES).description
    assert "first: solved 2 (50%), partial 1 (25%), wrong 1 (25%)" in outcome_figure(ITEMS).description


def test_figures_of_nobody_are_drawn_or_left_out():
    """Without results there is an empty histogram, and no scatter plot of undefined numbers."""
    nothing = [item_statistics([], name, points) for name, points in POINTS.items()]
    assert score_figure(summarise_scores([])).description == "No submission has been graded yet."
    assert "no results" in outcome_figure(nothing).description
    assert item_figure(nothing) is None
