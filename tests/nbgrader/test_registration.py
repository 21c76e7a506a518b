"""The gradebook follows the source notebooks, whichever command comes first, and other courses' files are left alone."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from traitlets.config import Config

from autograder.commands.autograde import AutogradeOptions, nbgrader_api, run_autograde
from autograder.nbgrader_plugin import configure

from .courses import ASSIGNMENT, KIT, Place, make_place, notebook

pytestmark = [pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning", "ignore::ResourceWarning"), pytest.mark.long]
STUDENT, CELL = "ann", "layer_sizes"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A clone: source and release are there, a submission was collected, and nobody has a gradebook."""
    monkeypatch.setenv("PATH", os.environ["PATH"])
    place = make_place(tmp_path)
    shutil.copytree(KIT.release(ASSIGNMENT).parent, place.course.release(ASSIGNMENT).parent)
    place.hand_in(STUDENT, notebook("good"))
    return place


def _by_command(place: Place) -> None:
    assert run_autograde(place.course, ASSIGNMENT, AutogradeOptions(jobs=1)) == 0


def _by_button(place: Place, *, force: bool = True) -> None:
    answer = nbgrader_api(place.course).autograde(ASSIGNMENT, STUDENT, force=force)
    assert answer["success"], answer


def _grades(place: Place) -> tuple[float, float]:
    """Return the student's score and the maximum, as the gradebook has them."""
    with nbgrader_api(place.course).gradebook as gradebook:
        found = gradebook.find_submission(ASSIGNMENT, STUDENT)
        return found.score, found.max_score


def _change_source(place: Place, change: Callable[[list[dict[str, Any]]], None]) -> None:
    path = place.course.source(ASSIGNMENT)
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document["cells"])
    path.write_text(json.dumps(document), encoding="utf-8")


def _worth(points: float) -> Callable[[list[dict[str, Any]]], None]:
    def change(cells: list[dict[str, Any]]) -> None:
        for cell in cells:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == CELL:
                cell["metadata"]["nbgrader"]["points"] = points

    return change


@pytest.mark.parametrize("grade", [_by_command, _by_button])
def test_grading_a_clone_needs_nothing_before(place: Place, grade: Callable[[Place], None]) -> None:
    """The assignment is registered from its source when it is first graded; the release is not touched."""
    before = place.course.release(ASSIGNMENT).read_bytes()
    grade(place)
    assert _grades(place) == (25.0, 25.0)
    assert place.course.release(ASSIGNMENT).read_bytes() == before


def test_points_that_change_later_count(place: Place) -> None:
    """With other points in the source, the next autograde grades anew who was graded with the old ones, and only them."""
    _by_button(place)
    graded = place.course.root / "autograded" / STUDENT / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    written = graded.stat().st_mtime_ns
    _by_button(place, force=False)
    assert graded.stat().st_mtime_ns == written  # nothing has changed
    _change_source(place, _worth(6))
    _by_button(place, force=False)
    assert _grades(place) == (30.0, 30.0)


def test_cells_that_come_too_late_are_named(place: Place) -> None:
    """A graded cell that appears once there are grades stops the command, with the remedy, and no grade is lost."""
    _by_button(place)

    def add(cells: list[dict[str, Any]]) -> None:
        found = next(one for one in cells if one["metadata"].get("nbgrader", {}).get("grade_id") == CELL)
        more = json.loads(json.dumps(found))
        more["id"], more["metadata"]["nbgrader"]["grade_id"] = "later", "later"
        cells.append(more)

    _change_source(place, add)
    answer = nbgrader_api(place.course).autograde(ASSIGNMENT, STUDENT)
    assert not answer["success"] and "nbgrader db assignment remove" in answer["log"]
    assert _grades(place) == (25.0, 25.0)


def test_configure_sets_nothing_that_is_the_courses_own() -> None:
    """Which files are ignored, where things lie and how files are named stays as the course, or nbgrader, has it."""
    config = Config()
    config.CourseDirectory.ignore = ["*.tmp"]
    config.FileNameCollectorPlugin.named_regexp = "mine"
    configure(config)
    assert config.CourseDirectory == {"ignore": ["*.tmp"]} and config.FileNameCollectorPlugin == {"named_regexp": "mine"}
