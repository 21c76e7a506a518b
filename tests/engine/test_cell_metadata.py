"""What is wrong with the cells of a source notebook is said by `build` with the cell, in place of nbgrader's traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from autograder.course.model import find_course
from autograder.errors import UsageError
from autograder.gate.cell_metadata import refuse_wrong_cells

GRADE: dict[str, Any] = {"grade": True, "grade_id": "area", "points": 2}
WRONG: dict[str, tuple[list[tuple[str, dict[str, Any]]], str]] = {
    "no points": ([("1", {"grade": True, "grade_id": "area"})], "points of cell 'area' are None"),
    "points in words": ([("1", {**GRADE, "points": "two"})], "points of cell 'area' are 'two'"),
    "points that are true": ([("1", {**GRADE, "points": True})], "points of cell 'area' are True"),
    "negative points": ([("1", {**GRADE, "points": -0.5})], "points of cell 'area' are -0.5"),
    "a task without points": ([("1", {"task": True, "grade_id": "draw"})], "points of cell 'draw'"),
    "one name twice": ([("1", GRADE), ("2", {"solution": True, "grade_id": "area"})], "Two cells have the grade_id 'area'"),
    "a blank in a name": ([("1", {**GRADE, "grade_id": "my area"})], "grade_id 'my area' of cell 1"),
    "no end": ([("### BEGIN SOLUTION\nx", {"solution": True, "grade_id": "s"})], "cell 's', BEGIN SOLUTION stands 1 times"),
    "no beginning": ([("x\n### END SOLUTION", {})], "cell 1 .* END SOLUTION 1 times"),
}


@pytest.mark.parametrize(("cells", "says"), WRONG.values(), ids=WRONG.keys())
def test_a_cell_that_stops_nbgrader_is_named(tmp_path: Path, cells: list[tuple[str, dict[str, Any]]], says: str) -> None:
    """The sentence says which cell it is and what is wrong with it."""
    path = tmp_path / "hw.ipynb"
    path.write_text(json.dumps({"cells": [{"source": [text], "metadata": {"nbgrader": found}} for text, found in cells]}))
    with pytest.raises(UsageError, match=says):
        refuse_wrong_cells(path)


def test_what_is_right_is_let_through() -> None:
    """No notebook of the course is refused: with points of 0, answers by hand, and studies without any metadata."""
    course = find_course()
    for name in (*course.names(), *course.ungraded()):
        refuse_wrong_cells(course.source(name))
