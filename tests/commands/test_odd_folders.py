"""Folders in submitted/ that are called what nbgrader takes for a pattern, or are none: each has its row, or says why not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.commands.autograde import nbgrader_api
from autograder.course.model import find_course
from autograder.course.settings import write_settings

pytestmark = pytest.mark.long

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = "neuron_activations"
RECORDED = ("*", "[ab]", "a")
REFUSED = {"x\ny": "a line break", "\udcff": "a sign that is no UTF-8", "file": "no folder that can be read"}


def test_every_folder_has_a_row_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is graded in another's place, and what cannot be recorded is named with what to do: the others are graded."""
    monkeypatch.setenv("PATH", os.environ["PATH"])
    shutil.copytree(KIT.source(ASSIGNMENT).parent, tmp_path / "source" / ASSIGNMENT)
    shutil.copyfile(KIT.root / "nbgrader_config.py", tmp_path / "nbgrader_config.py")
    write_settings(tmp_path, KIT.settings)
    for student in (*RECORDED, *REFUSED):
        folder = tmp_path / "submitted" / student / ASSIGNMENT
        folder.parent.mkdir(parents=True)
        if student == "file":
            folder.write_text("a notebook without its folder", encoding="utf-8")
        else:
            folder.mkdir()
            notebook = KIT.source(ASSIGNMENT) if student == "a" else KIT.release(ASSIGNMENT)
            shutil.copyfile(notebook, folder / f"{ASSIGNMENT}.ipynb")
    command = ["autograde", ASSIGNMENT, "--jobs", "1", "--course", str(tmp_path)]
    done = CliRunner().invoke(main, command, env={"COLUMNS": "400"})
    assert done.exit_code == 3 and "3 graded" in done.output and "3 ungraded" in done.output, done.output
    for said in REFUSED.values():
        assert said in done.output
    with nbgrader_api(find_course(tmp_path)).gradebook as gradebook:
        scores = {one.student.id: one.score for one in gradebook.assignment_submissions(ASSIGNMENT)}
    assert set(scores) == set(RECORDED) and [name for name, score in scores.items() if score] == ["a"]
    assert sorted(path.name for path in (tmp_path / "autograded").iterdir()) == sorted(RECORDED)
