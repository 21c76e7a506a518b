"""The course secret decides every hidden input: no report, page, message or error holds it, not even in another spelling."""

from __future__ import annotations

import base64
import logging
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course.secret import course_secret

from ..engine import toy

REPORTS = ("json", "junit", "markdown", "html", "gradescope", "code-quality")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with its secret, and a solved submission of one student and a torn one of another."""
    course = toy.write_course(tmp_path / "course")
    course_secret(course)
    for student in ("ada", "bob"):
        folder = course.root / "submitted" / student / toy.NAME
        folder.mkdir(parents=True)
        shutil.copyfile(course.source(toy.NAME), folder / f"{toy.NAME}.ipynb")
    (folder / f"{toy.NAME}.ipynb").write_text("{torn")
    return course.root


def spellings(root: Path) -> set[str]:
    """Return the secret as it lies there, and as it would look encoded."""
    text = (root / ".autograder" / "secret").read_text(encoding="utf-8").strip()
    assert len(text) >= 16
    return {text, text[:16], base64.b64encode(text.encode()).decode()[:20], text.encode().hex()[:32]}


def test_no_report_and_no_message_holds_the_secret(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Graded well, torn, closed by the gate or refused: what a command says and writes is free of it."""
    caplog.set_level(logging.DEBUG)
    out = root.parent / "out"
    out.mkdir()
    written = [part for name in REPORTS for part in (f"--{name}", str(out / name))]
    said = []
    for student in ("ada", "bob"):
        file = root / "submitted" / student / toy.NAME / f"{toy.NAME}.ipynb"
        words = ["grade", str(file), "--assignment", toy.NAME, "--course", str(root), *written]
        said.append(CliRunner().invoke(main, words))
    for words in (
        ["verify", toy.NAME, "--jobs", "0"],
        ["grade", "nothing.ipynb"],
        ["autograde", "nothing"],
        ["gradescope", "nothing"],
    ):
        said.append(CliRunner().invoke(main, [*words, "--course", str(root)]))
    assert [one.exit_code for one in said][1:] == [2] * 5 and said[0].exit_code in (0, 3)
    shown = "".join(one.output + repr(one.exception) for one in said) + caplog.text
    shown += "".join(path.read_text(encoding="utf-8") for path in out.iterdir())
    assert len(list(out.iterdir())) == len(REPORTS)
    assert not [text for text in spellings(root) if text in shown]


def test_only_the_owner_may_read_what_holds_it(root: Path) -> None:
    """The file, its folder, and the zip for Gradescope, which needs it, are closed to others."""
    made = CliRunner().invoke(main, ["gradescope", toy.NAME, "--course", str(root), "-o", str(root.parent / "a.zip")])
    assert made.exit_code == 0, made.output
    for path in (root / ".autograder" / "secret", root.parent / "a.zip"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert not [text for text in spellings(root) if text in made.output]
