"""What a course promises to teach, and the cells that keep the promise; trusted side.

`coverage.toml`, in the course's content, lists items: a table a group, in it `id = "what is taught"`. A cell of a notebook
keeps one by a tag `covers:ID`. A course without that file promises nothing here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder.course.model import Assignment, Course
from autograder.errors import UsageError

FILE = "coverage.toml"
TAG = "covers:"
LEFT_OUT = "left out"  # the group of what is not taught on purpose: its text is the reason
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Item:
    """Something that the course teaches, or leaves out on purpose (then the text says why)."""

    id: str
    group: str
    text: str

    @property
    def left_out(self) -> bool:
        """Is it left out on purpose?"""
        return self.group == LEFT_OUT


@dataclass(frozen=True)
class Place:
    """Where an item is taught: the notebook, and the heading above the cell."""

    notebook: str
    heading: str


def read_items(course: Course) -> tuple[Item, ...]:
    """Return the items of a course, in the file's order.

    Raises:
        UsageError: the file cannot be read, or does not say what it should.
    """
    path = course.content / FILE
    try:
        groups: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    found: dict[str, Item] = {}
    for group, items in groups.items():
        if not isinstance(items, dict):
            raise UsageError(f'{path}: {group!r} stands in no group: write a line ["a group"] above it.')
        for name, text in items.items():
            if not isinstance(text, str) or not text.strip() or not _ID.fullmatch(name):
                raise UsageError(f'{path}: {group}: {name!r} must be small letters and hyphens, with a text: {name} = "...".')
            if name in found:
                raise UsageError(f"{path}: {name!r} stands in two groups, {found[name].group!r} and {group!r}: rename one.")
            found[name] = Item(name, group, text)
    return tuple(found.values())


def places(course: Course) -> dict[str, tuple[Place, ...]]:
    """Return where each tag `covers:ID` stands, by id, in the order of the notebooks; each place once."""
    found: dict[str, dict[Place, None]] = {}
    for name in (*course.names(), *course.ungraded()):
        for tag, heading in _tags(course.assignment(name)):
            found.setdefault(tag, {})[Place(name, heading)] = None
    return {tag: tuple(where) for tag, where in found.items()}


def _tags(assignment: Assignment) -> Iterator[tuple[str, str]]:
    """Yield each item's id that a cell is tagged with, and the first heading in the cell, or else the last one above it."""
    heading = assignment.name
    for cell in assignment.cells:
        headings = _HEADING.findall(cell.source) if cell.kind == "markdown" else []
        for tag in cell.tags:
            if tag.startswith(TAG):
                yield tag.removeprefix(TAG), headings[0] if headings else heading
        heading = headings[-1] if headings else heading
