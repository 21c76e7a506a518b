"""`autograder build`: pairs and releases, what it says and its exit codes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from autograder.cli import main
from autograder.course.model import Course, find_course
from autograder.course.settings import write_settings

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = "warmup"


def build(course: Course, *arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["build", *arguments, "--course", str(course.root)], env={"COLUMNS": "160"})


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course with one assignment, built by the kit."""
    for part in ("source", "solutions", "release"):
        shutil.copytree(KIT.root / part / ASSIGNMENT, tmp_path / part / ASSIGNMENT)
    write_settings(tmp_path, KIT.settings)
    return Course(tmp_path)


def test_nothing_to_do_changes_nothing(course: Course) -> None:
    """The kit's own pair and release are in sync: building them again says so."""
    done = build(course, ASSIGNMENT)
    assert done.exit_code == 0, done.output
    assert "nothing changed" in done.output


def test_a_change_of_the_script_reaches_notebook_and_release(course: Course) -> None:
    """A new sentence in the Python pair stands in the source and in the release; a new solution line only in the source."""
    script = course.script(ASSIGNMENT)
    text = script.read_text(encoding="utf-8")
    text = text.replace("# %% [markdown]\n", "# %% [markdown]\n# A new sentence.\n#\n", 1)
    text = text.replace("    ### BEGIN SOLUTION\n", "    ### BEGIN SOLUTION\n    a_new_solution_line = 1\n", 1)
    script.write_text(text, encoding="utf-8")
    done = build(course, ASSIGNMENT, "--from", "script")
    assert done.exit_code == 0 and "taken from: script" in done.output
    source = course.source(ASSIGNMENT).read_text(encoding="utf-8")
    release = course.release(ASSIGNMENT).read_text(encoding="utf-8")
    assert "A new sentence." in source and "A new sentence." in release
    assert "a_new_solution_line" in source and "a_new_solution_line" not in release


def test_a_change_of_the_notebook_reaches_the_script(course: Course) -> None:
    """Whoever edits the notebook in Jupyter finds the change in the Python pair."""
    source = course.source(ASSIGNMENT)
    source.write_text(
        source.read_text(encoding="utf-8").replace("### BEGIN SOLUTION", "### BEGIN SOLUTION\\n    # by hand", 1),
        encoding="utf-8",
    )
    done = build(course, ASSIGNMENT, "--from", "notebook")
    assert done.exit_code == 0 and "taken from: notebook" in done.output
    assert "# by hand" in course.script(ASSIGNMENT).read_text(encoding="utf-8")


def test_unknown_assignment_is_2(course: Course) -> None:
    """A name that is not there ends with 2 and the names that are."""
    done = build(course, "no_such_assignment")
    assert done.exit_code == 2
    assert f"the course has: {ASSIGNMENT}" in " ".join(done.output.split()) and "Traceback" not in done.output
