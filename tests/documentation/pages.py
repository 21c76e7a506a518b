"""Reads the pages of the documentation: their blocks of code, the commands in them, and their links."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md"))]
SHELL = {"", "sh", "console"}
PROGRAMS = ("autograder", "nbgrader", "make")  # whose lines are also looked for in the text
_FENCE = re.compile(r"^ *```(\S*)[^\n]*\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"!?\[[^]]*\]\(([^)\s]+)\)")
_TITLE = re.compile(r"^#+ (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Line:
    """A command as a page says it, and the page."""

    page: str
    text: str

    @property
    def words(self) -> list[str]:
        """The words of its first command, without settings of variables before it and without what it is piped into."""
        words = shlex.split(re.sub(r"\[[^]]*\]", "", self.text).replace("\\|", "|"), comments=True)
        while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
            words.pop(0)
        end = next((at for at, word in enumerate(words) if word in {"|", "&&", ";", ">", "2>"}), len(words))
        return words[:end]


def text_of(page: Path) -> str:
    """Return a page's text."""
    return page.read_text(encoding="utf-8")


def blocks(text: str, *languages: str) -> list[str]:
    """Return the blocks of code in these languages; "" is one that names none."""
    return [body for language, body in _FENCE.findall(text) if language in languages]


def prose(text: str) -> str:
    """Return a page without its blocks of code."""
    return _FENCE.sub("", text)


def typed(page: Path) -> Iterator[Line]:
    """Yield what a page lets somebody type into a terminal, one line a command."""
    where, text = page.relative_to(ROOT).as_posix(), text_of(page)
    for block in blocks(text, *SHELL):
        for line in block.replace("\\\n", " ").split("\n"):
            if line.strip() and not line.lstrip().startswith("#"):
                yield Line(where, line.removeprefix("$ ").strip())


def mentioned(page: Path) -> Iterator[Line]:
    """Yield the commands of ours, of nbgrader's and of make's in the text of a page."""
    for code in _INLINE.findall(prose(text_of(page))):
        program, _, rest = code.partition(" ")
        if program in PROGRAMS and rest:
            yield Line(page.relative_to(ROOT).as_posix(), code)


def links(page: Path) -> Iterator[str]:
    """Yield what a page links to inside this repository, as it is written."""
    for target in _LINK.findall(prose(text_of(page))):
        if not re.match(r"[a-z]+:", target):
            yield target


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub and the site give a page's headings."""
    found: set[str] = set()
    for title in _TITLE.findall(prose(text_of(page))):
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", title)
        slug = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        found.add(next(name for name in (slug, *(f"{slug}-{n}" for n in range(1, 99))) if name not in found))
    return found
