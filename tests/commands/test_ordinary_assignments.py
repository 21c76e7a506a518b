"""An ordinary nbgrader assignment beside ours, under any name: what needs hidden tests says so, and build leaves it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main

from ..engine import toy

NAMES = ("week-1", "Übung 2")
NEEDING = {
    "autograde": ("autograde",),
    "verify": ("verify",),
    "simulate": ("simulate", "--students", "4", "--into", "made_up"),
    "gradescope": ("gradescope",),
}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course that holds nothing but ordinary assignments."""
    root = toy.write_course(tmp_path / "made", files={}).root
    for name in NAMES:
        folder = root / "source" / name
        folder.mkdir()
        shutil.copyfile(root / "source" / toy.NAME / f"{toy.NAME}.ipynb", folder / f"{name}.ipynb")
    shutil.rmtree(root / "source" / toy.NAME)
    return root


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", NEEDING.values(), ids=NEEDING.keys())
def test_what_needs_hidden_tests_says_what_grades_it(course: Path, words: tuple[str, ...], name: str) -> None:
    """The error names the place in which hidden tests would be, and nbgrader's own command."""
    done = CliRunner().invoke(main, [words[0], name, *words[1:], "--course", str(course)])
    assert done.exit_code == 2, done.output
    said = " ".join(done.output.split())
    assert f"{name} has no hidden tests" in said and f"{name}/tests" in said.replace("\n", "")
    assert "`nbgrader autograde" in said and "collected" not in said


def test_a_file_of_it_is_refused_alike(course: Path) -> None:
    """`grade` names the same remedy."""
    file = course / "source" / NAMES[0] / f"{NAMES[0]}.ipynb"
    done = CliRunner().invoke(main, ["grade", str(file), "--assignment", NAMES[0], "--course", str(course)])
    assert done.exit_code == 2 and "nbgrader autograde week-1" in done.output


def test_build_without_names_leaves_it_alone(course: Path) -> None:
    """Nothing of it is rewritten, and no pair is made; the command says so."""
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    done = CliRunner().invoke(main, ["build", "--course", str(course)])
    assert done.exit_code == 0, done.output
    assert all(f"{name}  left alone" in done.output for name in NAMES)
    assert {path: path.read_bytes() for path in course.rglob("*") if path.is_file()} == before
