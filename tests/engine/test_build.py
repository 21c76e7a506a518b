"""Building: the two sides of a pair say the same, in both directions, and the release is nbgrader's own."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from autograder.course.model import Course
from autograder.course.settings import write_settings
from autograder.errors import KitBroken, UsageError
from autograder.gate.build import (
    NOTEBOOK,
    SCRIPT,
    build,
    folder_contents,
    link_helpers,
    make_release,
    notebook_text,
    script_text,
    synced,
)

NAME = "warmup"
CHANGED = "# Warm-up: arrays, and how your work is checked", "# Warming up"


@pytest.fixture(scope="module")
def built(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A copy of the warm-up's script, built: the notebook and the release are made from it."""
    copy = Course(tmp_path_factory.mktemp("course"))
    write_settings(copy.root, course.settings)
    copy.script(NAME).parent.mkdir(parents=True)
    shutil.copy(course.script(NAME), copy.script(NAME))
    first = build(copy, NAME)
    assert (first.assignment, first.taken_from) == (NAME, SCRIPT)
    assert {f"{NAME}.ipynb", "lesson/checks.py"} <= set(first.changed)
    return copy


@pytest.fixture
def pair(built: Course, tmp_path: Path) -> Course:
    """A copy of both sides, for this test to change."""
    copy = Course(tmp_path)
    write_settings(tmp_path, built.settings)
    for path in (copy.script(NAME), copy.source(NAME)):
        path.parent.mkdir(parents=True)
    shutil.copy(built.script(NAME), copy.script(NAME))
    shutil.copy(built.source(NAME), copy.source(NAME))
    return copy


def cells(notebook: str) -> list[dict[str, Any]]:
    """Return a notebook's cells."""
    found: list[dict[str, Any]] = json.loads(notebook)["cells"]
    return found


def test_building_twice_changes_nothing(built: Course) -> None:
    """A second build writes no file, on either side or in the release."""
    before = {path: path.stat().st_mtime_ns for path in built.root.rglob("*") if path.is_file()}
    again = build(built, NAME)
    assert (again.taken_from, again.changed) == ("both alike", ())
    assert {path: path.stat().st_mtime_ns for path in built.root.rglob("*") if path.is_file()} == before


def test_the_committed_release_is_what_is_made_now(course: Course, built: Course) -> None:
    """The release in the repository is byte by byte what nbgrader makes of the warm-up today."""
    assert folder_contents(built.release(NAME).parent) == folder_contents(course.release(NAME).parent)


def test_the_release_holds_stubs_and_helpers_and_nothing_secret(built: Course) -> None:
    """What students get is the notebook without solutions and the helpers that it imports, as plain files."""
    made = built.release(NAME)
    assignment = built.assignment(NAME)
    assert ["".join(one["source"]) for one in cells(made.read_text())] == [one.released for one in assignment.cells]
    helpers = {path.relative_to(built.handout).as_posix() for path in assignment.helper_files}
    assert set(folder_contents(made.parent)) == helpers | {
        f"{NAME}.ipynb",
        "lesson/expected.json",
        "requirements.txt",
        "environment.yml",
    }
    assert not any(path.is_symlink() for path in made.parent.rglob("*"))


def test_helpers_are_linked_beside_the_source(built: Course) -> None:
    """The source folder links to the one helper package, and a broken link is mended."""
    link = built.source(NAME).parent / "lesson" / "checks.py"
    assert link.is_symlink() and link.resolve() == built.handout / "lesson" / "checks.py"
    link.unlink()
    link.symlink_to("nowhere")
    link_helpers(built, NAME)
    assert link.resolve() == built.handout / "lesson" / "checks.py"


def test_helpers_that_are_not_needed_are_taken_away(built: Course) -> None:
    """A link or an old copy of another notebook's helper goes; a file that the course put there itself stays."""
    folder, other = built.source(NAME).parent / "lesson", built.handout / "lesson" / "suspects.py"
    own, old = folder / "extra.py", folder / "suspects.py"
    own.write_text("x = 1\n")
    for put in (lambda: old.symlink_to(other), lambda: shutil.copy(other, old)):
        put()
        link_helpers(built, NAME)
        assert not os.path.lexists(old) and own.is_file()
    old.write_text("of the course's own\n")
    link_helpers(built, NAME)
    assert old.is_file()
    old.unlink()
    own.unlink()


def test_both_directions_lose_nothing(course: Course) -> None:
    """Script to notebook to script is the same script, and the notebook made again is the same notebook, for every pair."""
    for name in course.names():
        script = course.script(name).read_text()
        notebook = notebook_text(script)
        assert script_text(notebook) == script, name
        assert notebook_text(script_text(notebook)) == notebook, name


def test_both_directions_keep_nbgraders_metadata(course: Course) -> None:
    """Points, flags, grade_ids and tags are in the script and in the notebook alike."""
    for name in course.names():
        script = course.script(name).read_text()
        made = [one["metadata"] for one in cells(notebook_text(script))]
        graded = [one["nbgrader"]["grade_id"] for one in made if "nbgrader" in one]
        assert graded == re.findall(r'^# %%.*"grade_id": "(\w+)"', script, re.MULTILINE)
        assert sum("study" in one.get("tags", []) for one in made) == len(
            re.findall(r'^# %%.*tags=\["study"', script, re.MULTILINE)
        )
        assert all({"grade", "locked", "solution", "cell_type"} <= set(one["nbgrader"]) for one in made if "nbgrader" in one)


def test_cell_ids_depend_on_the_cells_alone(course: Course) -> None:
    """A graded cell's id is its grade_id, every id occurs once, and none changes when another cell does."""
    for name in course.names():
        made = cells(notebook_text(course.script(name).read_text()))
        ids = [one["id"] for one in made]
        assert len(set(ids)) == len(ids) and all(re.fullmatch(r"[\w-]{1,64}", one) for one in ids)
        assert all(one["id"] == one["metadata"]["nbgrader"]["grade_id"][:56] for one in made if "nbgrader" in one["metadata"])
    script = course.script(NAME).read_text()
    before, after = ([one["id"] for one in cells(notebook_text(text))] for text in (script, script.replace(*CHANGED)))
    assert len(before) == len(after) and sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_equal_texts_get_different_ids() -> None:
    """Two cells with the same text have ids of their own."""
    first, second = cells(notebook_text("# %% [markdown]\n# Same.\n\n# %% [markdown]\n# Same.\n"))
    assert first["id"] != second["id"]


def test_outputs_and_the_users_kernel_do_not_reach_the_pair(pair: Course) -> None:
    """A notebook that was run and saved in somebody's environment is the same pair as before."""
    clean = pair.source(NAME).read_text()
    used = json.loads(clean)
    used["metadata"]["kernelspec"] = {"display_name": "My env", "language": "python", "name": "my-env"}
    used["metadata"]["language_info"] = {"name": "python", "version": "3.99"}
    for one in used["cells"]:
        one["metadata"]["collapsed"] = True
        if one["cell_type"] == "code":
            one["execution_count"] = 7
            one["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["a solution"]}]
    pair.source(NAME).write_text(json.dumps(used))
    taken, script, notebook = synced(pair, NAME, NOTEBOOK)
    assert (taken, script, notebook) == (NOTEBOOK, pair.script(NAME).read_text(), clean)


def touch(newer: Path, older: Path) -> None:
    """Give two files times an hour apart."""
    os.utime(older, (1_000_000, 1_000_000))
    os.utime(newer, (1_003_600, 1_003_600))


def change_notebook(course: Course) -> None:
    """Edit the notebook as JupyterLab would."""
    path = course.source(NAME)
    path.write_text(path.read_text().replace(*CHANGED))


@pytest.mark.parametrize(
    ("notebook_is_newer", "prefer", "taken"),
    [(True, None, NOTEBOOK), (False, None, SCRIPT), (True, SCRIPT, SCRIPT), (False, NOTEBOOK, NOTEBOOK)],
    ids=["newer notebook", "newer script", "script by name", "notebook by name"],
)
def test_the_newer_side_wins_unless_one_is_named(pair: Course, notebook_is_newer: bool, prefer: str | None, taken: str) -> None:
    """Where the sides differ, the one that was changed last is taken, or the one that is named; both come out alike."""
    change_notebook(pair)
    newer, older = pair.source(NAME), pair.script(NAME)
    touch(*((newer, older) if notebook_is_newer else (older, newer)))
    side, script, notebook = synced(pair, NAME, prefer)
    assert side == taken
    assert (CHANGED[1] in script) == (CHANGED[1] in notebook) == (taken == NOTEBOOK)
    assert notebook_text(script) == notebook


@pytest.mark.parametrize("side", [SCRIPT, NOTEBOOK])
def test_either_side_alone_makes_the_other(pair: Course, side: str) -> None:
    """A missing script is made from the notebook, and the other way round."""
    expected = pair.script(NAME).read_text(), pair.source(NAME).read_text()
    (pair.source(NAME) if side == SCRIPT else pair.script(NAME)).unlink()
    assert synced(pair, NAME) == (side, *expected)


def test_no_side_at_all_is_named(tmp_path: Path) -> None:
    """An assignment that is not there is an error with both places it could be at."""
    with pytest.raises(UsageError, match=r"neither .*warmup\.py nor .*warmup\.ipynb"):
        synced(Course(tmp_path), NAME)


def test_a_changed_notebook_reaches_the_script_and_the_release(built: Course, tmp_path: Path) -> None:
    """Editing in JupyterLab and building carries the change everywhere, and removes what no longer belongs in the release."""
    copy = Course(tmp_path / "copy")
    shutil.copytree(built.root, copy.root, symlinks=True)
    (copy.release(NAME).parent / "left_over.py").write_text("x = 1\n")
    change_notebook(copy)
    touch(copy.source(NAME), copy.script(NAME))
    done = build(copy, NAME)
    assert (done.taken_from, set(done.changed)) == (NOTEBOOK, {f"{NAME}.py", f"{NAME}.ipynb", "left_over.py"})
    for path in (copy.script(NAME), copy.source(NAME), copy.release(NAME)):
        assert CHANGED[1] in path.read_text() and CHANGED[0] not in path.read_text()
    assert not (copy.release(NAME).parent / "left_over.py").exists()


def test_a_release_that_nbgrader_refuses_is_reported_in_its_words(pair: Course, tmp_path: Path) -> None:
    """A solution region that is never closed stops the build with the assignment's name and nbgrader's reason."""
    script = pair.script(NAME).read_text().replace("    ### END SOLUTION\n", "", 1)
    pair.source(NAME).write_text(notebook_text(script))
    with pytest.raises(KitBroken, match=rf"(?s){NAME}.*solution"):
        make_release(pair, [NAME], tmp_path / "release")
