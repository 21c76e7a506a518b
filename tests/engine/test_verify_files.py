"""The part of the gate that reads files, on a copy of the warm-up in which faults are planted."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course.model import Assignment, Course
from autograder.course.settings import write_settings
from autograder.gate.build import notebook_text
from autograder.gate.files import check_files, check_metadata, check_release

NAME = "warmup"


@pytest.fixture
def copy(course: Course, tmp_path: Path) -> Course:
    """A copy of the warm-up's three sides, for this test to spoil."""
    copy = Course(tmp_path)
    write_settings(tmp_path, course.settings)
    for path in (course.script(NAME), course.source(NAME), course.release(NAME)):
        target = tmp_path / path.relative_to(course.root)
        shutil.copytree(path.parent, target.parent)
    return copy


def spoilt(copy: Course, spoil: Callable[[str], str]) -> Assignment:
    """Change the script, make the notebook from it, and return the assignment."""
    before = copy.script(NAME).read_text()
    after = spoil(before)
    assert after != before
    copy.script(NAME).write_text(after)
    copy.source(NAME).write_text(notebook_text(after))
    return copy.assignment(NAME)


def cell_line(grade_id: str, change: Callable[[str], str]) -> Callable[[str], str]:
    """Return a change of the line that begins this cell."""

    def spoil(script: str) -> str:
        lines = script.split("\n")
        where = next(i for i, line in enumerate(lines) if f'"grade_id": "{grade_id}"' in line)
        return "\n".join([*lines[:where], change(lines[where]), *lines[where + 1 :]])

    return spoil


METADATA = {
    "an unlocked check cell": (
        cell_line("as_row", lambda line: line.replace('"locked": true', '"locked": false')),
        "warmup.ipynb: as_row",
        "students could change",
        "Lock it",
    ),
    "a study tag on an unlocked cell": (
        cell_line("study_views", lambda line: line.replace('"locked": true', '"locked": false')),
        "warmup.ipynb: study_views",
        "tagged study but can be edited",
        "Lock it, take the tag off",
    ),
    "a study tag on a check cell": (
        cell_line("add_bias", lambda line: line.replace("# %%", '# %% tags=["study"]')),
        "warmup.ipynb: add_bias",
        "tagged study but can be edited or graded",
        "take the tag off",
    ),
    "a code cell without metadata": (
        cell_line("tiny_set", lambda _: "# %%"),
        "warmup.ipynb: 'X_tiny, Y_tiny = data.tiny()",
        "without nbgrader metadata",
        "Give it a grade_id and lock it",
    ),
    "a grade_id that occurs twice": (
        cell_line("tiny_set", lambda line: line.replace("tiny_set", "setup")),
        "warmup.ipynb: setup",
        "occurs twice",
        "Rename",
    ),
    "an exercise without a function": (
        lambda script: script.replace("def as_row(y):", "as_row = lambda y: 1"),
        "warmup.ipynb: as_row",
        "no solution cell above it that defines a function",
        "Add one",
    ),
    "an exercise without a solution cell": (
        cell_line("as_row_solution", lambda line: line.replace('"solution": true', '"solution": false')),
        "warmup.ipynb: as_row",
        "no solution cell above it",
        "Add one",
    ),
    "an answer that is released as it is": (
        lambda script: script.replace(
            script[script.index("def as_row(y):") : script.index("    ### END SOLUTION") + len("    ### END SOLUTION")],
            "# YOUR CODE HERE\nraise NotImplementedError()",
        ),
        "warmup.ipynb: as_row_solution",
        "would be released with its solution",
        "### BEGIN SOLUTION",
    ),
}


@pytest.mark.parametrize(("spoil", "place", "problem", "remedy"), METADATA.values(), ids=METADATA)
def test_a_fault_in_the_metadata_is_found(
    copy: Course, spoil: Callable[[str], str], place: str, problem: str, remedy: str
) -> None:
    """Each planted fault is found at its cell, with its remedy."""
    found = list(check_metadata(spoilt(copy, spoil)))
    assert any(where.startswith(place) and problem in what and remedy in how for where, what, how in found), found


def test_the_real_notebooks_metadata_are_clean(assignments: list[Assignment]) -> None:
    """No assignment has a fault in its metadata."""
    for assignment in assignments:
        assert list(check_metadata(assignment)) == []


def test_a_solution_line_in_a_locked_cell_is_found(copy: Course) -> None:
    """A line of the reference solution that stands in a provided cell would be released: the gate quotes it."""
    line = "return Z + b.reshape(-1, 1)"
    assert list(check_release(copy, copy.assignment(NAME))) == []
    release = copy.release(NAME)
    release.write_text(release.read_text().replace("Z_square = np.zeros((3, 3))", f"def given(Z, b):\\n    {line}"))
    assert list(check_release(copy, copy.assignment(NAME))) == [
        (f"release/{NAME}", f"gives away the solution line {line!r}", "Move it into the solution region.")
    ]


@pytest.mark.parametrize("name", ["test_a_flat_array", "as_row__flat", "course.oracles", "oracles.shallow"])
def test_a_name_of_the_hidden_side_is_found(copy: Course, course: Course, name: str) -> None:
    """A hidden test's, a mistake's or an oracle's name in the release is found."""
    from autograder.gate.files import _hidden_names

    names = sorted(
        one for one in _hidden_names(copy.assignment(NAME)) if one.startswith(name.partition("_a_")[0].partition("__")[0])
    )
    assert names
    release = copy.release(NAME)
    release.write_text(release.read_text().replace("# Warm-up: arrays", f"# See {names[0]}: arrays"))
    ((place, problem, remedy),) = check_release(copy, copy.assignment(NAME))
    assert place == f"release/{NAME}" and repr(names[0]) in problem and remedy == "Take it out of the notebook."


def test_the_real_releases_give_nothing_away(course: Course, assignments: list[Assignment]) -> None:
    """No released notebook holds a solution line or a hidden name."""
    for assignment in assignments:
        assert list(check_release(course, assignment)) == []


def test_a_pair_out_of_sync_and_an_old_release_are_found(copy: Course) -> None:
    """A script that was changed and not built: the notebook and the release are named, each with the command that mends it."""
    script = copy.script(NAME)
    script.write_text(script.read_text().replace("# Warm-up: arrays", "# Warming up: arrays"))
    release = copy.release(NAME)
    release.write_text(release.read_text().replace("Warm-up", "Old"))
    found = list(check_files(copy, copy.assignment(NAME)))
    assert found == [
        (str(copy.source(NAME)), "is not in sync with its pair", f"Run `autograder build {NAME}`."),
        (f"release/{NAME}", "is not what nbgrader makes of the source now", f"Run `autograder build {NAME}`."),
    ]
