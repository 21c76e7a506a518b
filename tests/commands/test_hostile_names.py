"""Files that are called what breaks a terminal, a job's log, a report or the command itself are graded like any other."""

from __future__ import annotations

import io
import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from rich.console import Console

from autograder.cli import main
from autograder.commands.regraded import Change, print_changes
from autograder.submission.student_text import in_spreadsheet, inert
from tests.attacks import target
from tests.attacks.shown import _COMMAND, _CONTROL
from tests.engine import toy
from tests.tally import ROOT

NAMES = (
    "[/red]", "[bold", "[link=x]y[/link]", "\x1b[2J\x1b]0;evil\x07", "::add-mask::e", "##[add-mask]e",
    "a\n::set-output name=x::1",
    "=cmd()", "<script>evil()</script>", "\u202e84", "-rf", "%s%n", "{0.__class__}", "x" * 240, "@evil", "\udcff\udcfe",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_an_error_that_quotes_a_name_is_one_clear_line(name: str) -> None:
    """A file that is not there: exit code 2, the reason, and nothing that the terminal or a CI runner would obey."""
    said = CliRunner().invoke(main, ["grade", "--", f"./{name}.ipynb"])
    assert said.exit_code == 2 and said.exception.__class__ is SystemExit
    assert "error: There is no file" in said.output
    assert not _CONTROL.search(said.output) and not _COMMAND.search(said.output)


def test_every_hostile_name_is_graded_and_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All in one command, into every form of a report: each gets its marks, and no form is broken by a name."""
    course = target.write_target(tmp_path / "course")
    (tmp_path / "in").mkdir()
    files = [tmp_path / "in" / f"{name.replace('/', '_')}.ipynb" for name in NAMES]
    for file in files:
        file.write_bytes(course.source(toy.NAME).read_bytes())
    monkeypatch.chdir(tmp_path)
    reports = ["--json", "r.json", "--junit", "r.xml", "--markdown", "r.md", "--html", "pages"]
    arguments = ["grade", "--course", str(course.root), *reports, "--", *map(os.fspath, files)]
    said = CliRunner().invoke(main, arguments)
    assert said.exit_code == 0, said.output
    assert not _CONTROL.search(said.output) and not _COMMAND.search(said.output)
    results = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [one["score"] for one in results] == [one["max_score"] for one in results] and len(results) == len(NAMES)
    assert len(ElementTree.parse(tmp_path / "r.xml").getroot()) == len(NAMES)
    assert not _COMMAND.search((tmp_path / "r.md").read_text(encoding="utf-8"))
    pages = [path.resolve() for path in (tmp_path / "pages").rglob("*") if path.is_file()]
    assert len(pages) == len(NAMES) + 1 and all(page.is_relative_to(tmp_path / "pages") for page in pages)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "  @x", "\uff1d1+1", "\uff0b1"])
def test_a_spreadsheet_computes_nothing(text: str) -> None:
    """Blanks before the sign do not hide it."""
    assert in_spreadsheet(text).startswith("'")


@pytest.mark.parametrize("text", ["Eve;=cmd()", "Eve; @x", "Eve|+1", "Eve;\uff1d1"])
def test_a_spreadsheet_that_cuts_at_semicolons_computes_nothing(text: str) -> None:
    """Where the comma is the decimal sign, a file of commas is cut elsewhere."""
    assert not any(cell.lstrip().startswith(("=", "@", "+", "\uff1d")) for cell in re.split("[;|]", in_spreadsheet(text)))


@pytest.mark.parametrize("text", ["Ann-Marie O'Neil", "a@b.example", "a=b", "Smith; John", "C++"])
def test_an_ordinary_name_is_written_as_it_is(text: str) -> None:
    """A sign in the middle computes nothing."""
    assert in_spreadsheet(text) == text


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_changes_obeys_no_name(name: str) -> None:
    """What the class's tables print is text, like what is printed of one submission."""
    out = io.StringIO()
    print_changes(Console(file=out, width=400), [Change(name, 1.0, 2.0, ("points",))], 1)
    assert not _CONTROL.search(out.getvalue()) and not _COMMAND.search(out.getvalue())


def test_no_command_prints_what_is_not_made_harmless() -> None:
    """rich's own `escape` leaves escape sequences as they are: commands take `in_markup`, which does not."""
    for path in (ROOT / "autograder" / "commands").glob("*.py"):
        assert "rich.markup" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("text", ["x[a::2]", "A::B", "std::vector", "# a comment", "ratio 1::2"])
def test_ordinary_code_is_shown_as_it_is(text: str) -> None:
    """Only what a CI runner would take for a command is changed."""
    assert inert(text) == text
