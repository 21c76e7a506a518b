"""What a course promises to teach: a lost item closes the gate, and the table says where each is taught."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.commands.tables import run_tables
from autograder.course.coverage import read_items
from autograder.course.model import Course, find_course
from autograder.errors import UsageError
from autograder.gate.coverage import check_coverage, coverage_table
from autograder.gate.tables import COVERAGE, check_tables, region

from . import toy
from .handmade import cell

PROMISED = '["Numbers"]\ndoubling = "twice a number"\nhalves = "half a number"\n\n["left out"]\nroots = "too hard | here"\n'


def course_with(folder: Path, promised: str | None = PROMISED, *tags: str) -> Course:
    """Return the toy with a text cell, tagged, below a heading of its own."""
    text = cell("# A toy\n\n## Numbers\n\nAll about numbers.", kind="markdown")
    text["metadata"]["tags"] = list(tags)
    course = toy.write_course(folder, (text, *toy.CELLS[1:]))
    if promised is not None:
        (course.content / "coverage.toml").write_text(promised, encoding="utf-8")
    return course


def test_a_course_that_promises_nothing_owes_nothing(tmp_path: Path) -> None:
    """Without the file there is no item, and no finding."""
    course = course_with(tmp_path, None)
    assert read_items(course) == () and list(check_coverage(course)) == []


def test_an_item_that_no_cell_teaches_is_named_with_its_text(tmp_path: Path) -> None:
    """One of the two is tagged: the other is a finding of its own, which says what to do; what is left out is none."""
    ((place, problem, remedy),) = check_coverage(course_with(tmp_path, PROMISED, "covers:doubling", "study"))
    assert place == "coverage.toml: halves" and "half a number" in problem and "covers:halves" in remedy


def test_the_table_names_notebook_and_heading(tmp_path: Path) -> None:
    """Each item has a row; one that is nowhere says so, and a bar in a text does not break the table."""
    text = coverage_table(course_with(tmp_path, PROMISED, "covers:doubling"))
    assert text.startswith("1 of 2 items are taught; 1 are left out on purpose.")
    assert f"| twice a number | `{toy.NAME}` | A toy |" in text and "| half a number | **nowhere** |" in text
    assert "| too hard \\| here | left out |" in text


@pytest.mark.parametrize(("tag", "what"), [("covers:doublin", "does not list"), ("covers:roots", "left out")])
def test_a_tag_that_keeps_no_promise_is_found(tmp_path: Path, tag: str, what: str) -> None:
    """A slip of the pen, or an item that is said to be left out, is named with its notebook."""
    course = course_with(tmp_path, PROMISED, "covers:doubling", "covers:halves", tag)
    ((place, problem, _),) = check_coverage(course)
    assert place == f"{toy.NAME}: {tag}" and what in problem


def test_a_table_that_is_behind_closes_the_gate_until_it_is_written(tmp_path: Path) -> None:
    """`autograder tables` writes what `autograder verify` asks for."""
    course = course_with(tmp_path, PROMISED, "covers:doubling", "covers:halves")
    (course.root / "README.md").write_text(region(COVERAGE, "old\n"), encoding="utf-8")
    ((place, _, remedy),) = check_tables(course)
    assert (place, remedy) == ("README.md", "Run `autograder tables coverage`.")
    assert run_tables(course, [], jobs=1, isolation_level="auto") == 0
    assert list(check_tables(course)) == []


REFUSED = (
    'doubling = "in no group"\n',
    '["a"]\nx = 3\n',
    '["a"]\nX = "capital"\n',
    '["a"]\nx = " "\n',
    "[[",
    '["a"]\nx = "1"\n["b"]\nx = "2"\n',
)


@pytest.mark.parametrize("text", REFUSED)
def test_a_file_that_cannot_be_meant_is_refused_by_name(tmp_path: Path, text: str) -> None:
    """The error names the file."""
    with pytest.raises(UsageError, match=r"coverage\.toml"):
        read_items(course_with(tmp_path, text))


def test_this_course_teaches_all_that_it_promises() -> None:
    """Each item of course/coverage.toml is taught by some cell."""
    course = find_course(Path(__file__).parent)
    assert len(read_items(course)) > 150 and list(check_coverage(course)) == []
