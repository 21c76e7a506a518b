"""What `lesson.precheck` knows of a notebook as it is handed out: `lesson/expected.json`, made with the release; trusted side.

It holds the marked cells as students get them, stubs and all, and so nothing that the released notebook does not hold.
"""

from __future__ import annotations

import json
from pathlib import Path

from autograder.course.model import Assignment, Course

FILE = Path("lesson", "expected.json")


def has_expected(assignment: Assignment) -> bool:
    """Is there anybody to read it: does the notebook import the course's `lesson.precheck`?"""
    return f"{FILE.parent.name}.precheck" in assignment.helpers


def expected_file(course: Course, assignment: str) -> Path:
    """Return where it stands beside the source notebook, from where nbgrader copies it into the release."""
    return course.source(assignment).parent / FILE


def expected_text(assignment: Assignment) -> str:
    """Return its text: the same for the same notebook, whatever the machine."""
    cells = [
        {
            "grade_id": cell.grade_id, "kind": cell.kind, "grade": cell.grade, "solution": cell.solution,
            "locked": cell.locked, "points": cell.points, "study": cell.study, "source": cell.released,
        }
        for cell in assignment.cells
        if cell.grade_id is not None
    ]  # fmt: skip
    return json.dumps({"assignment": assignment.name, "cells": cells}, ensure_ascii=False, indent=1) + "\n"
