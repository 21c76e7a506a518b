"""What a page says can be typed, followed and looked at: commands are known, examples come out, links lead somewhere."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

from .known import trouble
from .pages import PAGES, ROOT, Line, anchors, blocks, links, mentioned, text_of, typed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_line_is_one(page: Path) -> None:
    """Each line that a page lets one type, and each command that it mentions, is read by the program itself."""
    lines: list[Line] = [*typed(page), *mentioned(page)]
    said = [f"{line.page}: {line.text}: {problem}" for line in lines if (problem := trouble(line.words))]
    assert said == []


def test_lines_that_cannot_be_typed_are_seen() -> None:
    """The check itself sees an unknown command, option, choice and target, and an argument too many."""
    for line in (
        "autograder gradde A", "autograder grade A --jsn F", "autograder export A --to canva", "autograder report A B",
        "nbgrader colect A", "nbgrader collect A --whatever=1", "make tests", "python -m autograder.nothing", "frobnicate A",
    ):  # fmt: skip
        assert trouble(Line("", line).words), line


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(text_of(page), "pycon")], ids=lambda page: page.stem)
def test_examples_in_python_come_out(page: Path) -> None:
    """What a page shows of a Python session is what Python says."""
    session = "\n".join(blocks(text_of(page), "pycon"))
    found = doctest.DocTestParser().get_doctest(session, {}, page.stem, str(page), 0)
    failed, tried = doctest.DocTestRunner(verbose=False).run(found)
    assert tried and not failed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page: Path) -> None:
    """Links and pictures inside this repository exist, and so do the headings that they name."""
    lost = []
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


def test_every_page_has_its_place() -> None:
    """Each page is reached from docs/index.md, and each decision from its list."""
    for contents in (ROOT / "docs" / "index.md", ROOT / "docs" / "decisions" / "index.md"):
        there = {path.name for path in contents.parent.glob("*.md")} - {"index.md"}
        assert there <= set(links(contents)), there - set(links(contents))
        for link in {link for link in links(contents) if link[0].isdigit()}:
            title = text_of(contents.parent / link).partition("\n")[0].removeprefix("# ")
            assert f"[{title}]({link})" in text_of(contents)


def test_pictures_are_small() -> None:
    """A picture of the documentation is loaded by everybody who clones or reads: none has more than 150 kB."""
    pictures = [path for path in (ROOT / "docs" / "images").rglob("*") if path.is_file()]
    assert pictures and [path.name for path in pictures if path.stat().st_size > 150_000] == []


def test_the_architecture_is_drawn_from_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """docs/images/architecture.svg is what `python docs/diagram.py` writes; no arrow stands without an import."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    diagram = importlib.import_module("diagram")
    assert diagram.problems() == []
    assert diagram.PICTURE.read_text(encoding="utf-8") == diagram.picture()
