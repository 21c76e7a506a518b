"""The student's page: what it says, and that nothing of a student's gets out of its place."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from autograder.grading.grader import Graded, Grader
from autograder.grading.scoring import score_exercise
from autograder.report.markup import code, markdown
from autograder.report.page import file_names, render_page
from autograder.report.page_cells import notebook_cells, page_of
from autograder.report.page_model import Page, Totals, make_page
from autograder.report.page_outline import GRADE, Grade
from autograder.report.text import number
from autograder.result import BROKEN, NEEDS_REVIEW, NOT_STARTED, SOLVED
from autograder.submission.read import read_submission
from autograder.submission.student_text import MAX_CHARACTERS, MAX_PIXELS, clean, picture, printed, shortened

from . import handmade

TAGS_OF_MARKDOWN = {
    "p", "strong", "em", "a", "span", "code", "pre", "div", "table", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li",
    "br", "hr", "blockquote", "del",
}  # fmt: skip
ATTRIBUTES = {"href", "rel", "class", "tabindex", "role", "aria-label", "scope", "start"}


class Tags(HTMLParser):
    """Collects what a browser would take for tags, with their attributes and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


# --- what it says -----------------------------------------------------------------------------------------------------


def test_the_page_says_where_to_look_in_words_of_the_notebook(graded: Graded, page: Page) -> None:
    """Each unsolved exercise: its section, a check of the notebook that fails, and what paper says; nothing that is hidden."""
    released = "\n".join("".join(cell["source"]) for cell in handmade.released()["cells"])
    text = Tags(render_page(page)).text
    unsolved = [one for one in page.exercises if one.status != SOLVED]
    assert len(unsolved) == 5  # one of them is worth no points
    for exercise in unsolved:
        where = exercise.where
        assert where is not None and where.section in released and where.section in text and where.number in text
        if exercise.status != NOT_STARTED:
            assert where.call and where.call in text
            asked = re.sub(r"\['\w+'\]$", "", where.call)  # of a check of several entries, the one that fails is named
            assert all(part in released for part in asked.split("…"))


def test_every_test_stands_on_the_page_with_its_title(graded: Graded, page: Page) -> None:
    """Each hidden test of each exercise that was begun is named, with its share of the points; the shares add up."""
    text = Tags(render_page(page)).text
    for exercise, shown in zip(graded.result.exercises, page.exercises, strict=True):
        assert sum(test.max_points for test in shown.tests) == pytest.approx(exercise.max_score)
        assert sum(test.points for test in shown.tests) == pytest.approx(exercise.score, abs=1e-3)
        if exercise.status != NOT_STARTED:
            assert [test.title for test in exercise.tests if test.title not in text] == []


def test_an_exercise_shows_its_heading_and_the_students_code_beside_it(page: Page) -> None:
    """An exercise is called what the notebook calls it, and holds the cell with the answer."""
    cost = next(one for one in page.exercises if one.id == "compute_cost")
    assert cost.title == "4. The cost: how wrong is the network?"
    assert "def compute_cost" in cost.cells[0].source


def test_a_cell_added_below_the_checks_belongs_to_that_exercise(page: Page) -> None:
    """What a student tried under an exercise is shown there, with what it printed and drew."""
    cost = next(one for one in page.exercises if one.id == "compute_cost")
    tried, note = cost.cells[1:]
    assert tried.source == handmade.OWN_CODE and note.source.startswith("My note")
    assert {output.kind for output in tried.outputs} >= {"printed", "picture"}
    assert "tries: 3" in tried.outputs[0].text


def test_a_hint_is_said_once_in_an_exercise(graded: Graded, page: Page) -> None:
    """Ten tests that fail for one reason give one hint."""
    cost = next(one for one in graded.result.exercises if one.id == "compute_cost")
    shown = next(one for one in page.exercises if one.id == "compute_cost")
    assert len([test for test in cost.tests if test.hint]) > 1
    assert [test.hint for test in shown.tests if test.hint] == [next(test.hint for test in cost.tests if test.hint)]


def test_what_to_try_next_begins_with_the_most_points(page: Page) -> None:
    """Exercises that can still give points stand in the order of how many; what is solved is not among them."""
    gains = [one.gain for one in page.next]
    assert gains == sorted(gains, reverse=True) and len(gains) == 4
    assert SOLVED not in {one.status for one in page.next}
    assert page.next[0].first_hint in render_page(page)


def test_a_page_of_all_solved_exercises_has_nothing_to_try_next(page: Page) -> None:
    """Who has solved everything reads so, and no list."""
    done = [replace(one, status=SOLVED, score=one.max_score) for one in page.exercises]
    text = Tags(render_page(replace(page, exercises=tuple(done), score=page.max_score))).text
    assert "Every exercise is solved" in text and "to gain" not in text


def test_the_gradebook_wins_over_the_tests(graded: Graded) -> None:
    """A score that a person set is shown as the score, and the page says what the tests alone gave."""
    cells = [
        replace(cell, grade=Grade(4.0, 4.0, waiting=False)) if cell.role == GRADE and cell.grade_id == "compute_cost" else cell
        for cell in notebook_cells(graded)
    ]
    page = make_page("alice", graded.result, cells, Totals(19.5, 25.0, 1.5))
    cost = next(one for one in page.exercises if one.id == "compute_cost")
    assert (cost.score, cost.status) == (4.0, SOLVED)
    assert cost.by_tests == next(one.score for one in graded.result.exercises if one.id == "compute_cost")
    text = " ".join(Tags(render_page(page)).text.split())
    assert "19.5 of 25 points" in text and "1.5 points were taken off" in text
    assert f"the tests alone gave {number(cost.by_tests)} of 4" in text


def test_a_broken_test_costs_nothing_on_the_page(graded: Graded) -> None:
    """Where the kit failed the page says so, and asks nothing of the student."""
    first, *rest = graded.result.exercises
    tests = (replace(first.tests[0], verdict=BROKEN), *first.tests[1:])
    broken = score_exercise(first.id, first.max_score, tests, None, started=True)
    result = replace(graded.result, exercises=(broken, *rest))
    page = make_page("alice", result, notebook_cells(graded))
    assert page.exercises[0].status == NEEDS_REVIEW and page.exercises[0] not in page.next
    assert "That costs you nothing" in render_page(page)


def test_a_function_from_a_plain_file_stands_with_its_exercise(grader: Grader) -> None:
    """A Python file without cells is shown function by function."""
    plain = read_submission(handmade.ROOT / "tests" / "submissions" / handmade.ASSIGNMENT / "typical.py")
    page = page_of(grader.grade(plain))
    cost = next(one for one in page.exercises if one.id == "compute_cost")
    assert [cell.source.startswith("def compute_cost") for cell in cost.cells] == [True]
    assert "def predict" not in cost.cells[0].source


def test_an_unreadable_file_has_a_page_that_says_so(grader: Grader, tmp_path: Path) -> None:
    """Nothing could be read, and still there is a page, with the reason."""
    (tmp_path / "bob.ipynb").write_text("{", encoding="utf-8")
    page = page_of(grader.grade(read_submission(tmp_path / "bob.ipynb")))
    assert page.score == 0.0
    assert "could not be read" in render_page(page)


# --- nothing gets out of its place ------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [handmade.HOSTILE_MARKDOWN, *handmade.HOSTILE_MARKDOWN.split("\n\n")])
def test_markdown_gives_only_harmless_tags(text: str) -> None:
    """Whatever stands in a Markdown cell, no tag, attribute or address comes through that could load or run anything."""
    for tag, attributes in Tags(str(markdown(text))).tags:
        assert tag in TAGS_OF_MARKDOWN
        assert set(attributes) <= ATTRIBUTES
        assert (attributes.get("href") or "https:").startswith("https:")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**bold**", "<strong>bold</strong>"),
        ("# Title", "<p><strong>Title</strong></p>"),
        ("$a < b$", '<span class="tex">a &lt; b</span>'),
        ("[a](https://example.org)", '<a href="https://example.org"'),
        ("![a picture](https://example.org/a.png)", "[picture: a picture]"),
        ("[](https://example.org)", ">https://example.org</a>"),
    ],
)
def test_markdown_keeps_what_is_harmless(source: str, expected: str) -> None:
    """Emphasis, headings, formulas and links are shown; a picture from outside only by its description."""
    assert expected in str(markdown(source))


def test_code_gives_only_spans() -> None:
    """Highlighted code holds nothing but coloured text, and all of the text."""
    parsed = Tags(str(code(handmade.HOSTILE_CODE)))
    assert {tag for tag, _ in parsed.tags} == {"span"}
    assert {name for _, attributes in parsed.tags for name in attributes} == {"class"}
    assert "</code></pre><script>alert('source')</script>" in parsed.text


@pytest.mark.parametrize("text", ["a\ud800b", "\udcff", "a\x00\x1b\x9b", "\u202eabc", "\uffff"])
def test_clean_text_can_be_written_and_steers_nothing(text: str) -> None:
    """Half characters, control characters and those that turn text around are replaced."""
    cleaned = clean(text).encode("utf-8").decode()
    assert not set(cleaned) & {"\x00", "\x1b", "\x9b", "\u202e", "\uffff"}


def test_output_is_shown_as_a_terminal_leaves_it() -> None:
    """Colours are dropped, and of a progress bar only the last state is left."""
    assert printed("\x1b[31mred\x1b[0m\n 10%\r 50%\r100%\r\nend\n") == "red\n100%\nend"


def test_long_text_is_cut_and_says_so() -> None:
    """Text beyond the bound is counted, not shown."""
    cut = shortened("x" * (MAX_CHARACTERS + 1234))
    assert cut.count("x") == MAX_CHARACTERS and "1,234 more characters" in cut


def _png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes(8)


@pytest.mark.parametrize(
    "data",
    [
        '"><script>alert(1)</script>',
        base64.b64encode(b"<svg onload=alert(1)>" * 3).decode(),
        base64.b64encode(_png(MAX_PIXELS + 1, 1)).decode(),
        base64.b64encode(_png(0, 1)).decode(),
        "iVBOR",
    ],
)
def test_what_is_no_modest_png_is_no_picture(data: str) -> None:
    """Anything else than a PNG of a bearable size is left out; one of the largest bearable size is not."""
    assert picture(data) is None
    assert picture(base64.b64encode(_png(MAX_PIXELS, MAX_PIXELS)).decode()) is not None


def test_hostile_names_give_harmless_files_of_their_own(page: Page) -> None:
    """File names are made of harmless characters, none twice, and none is the index."""
    students = ["../../etc/passwd", "a b", "a/b", "A_B", "index", "", "ä", handmade.HOSTILE_NAME, "a_b"]
    names = file_names([replace(page, student=name) for name in students])
    assert len({name.lower() for name in names} | {"index.html"}) == len(students) + 1
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") for name in names)
    assert not any(name.startswith(".") for name in names)
