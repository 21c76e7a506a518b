"""Makes an assignment known to nbgrader's gradebook from its source notebook, whatever was typed first; trusted side.

nbgrader itself does so only in a `generate_assignment` that writes a release; where there is one already, as in a clone of
a course, it skips the assignment, and `autograde` then knows none of that name.
"""

from __future__ import annotations

import copy
import json
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.utils import rmtree

from autograder.course.model import Assignment, Course, read_assignment

Points = Mapping[str, tuple[float, str]]  # grade_id -> what it is worth, and its cell's type


@dataclass(frozen=True)
class Known:
    """What the gradebook holds of one notebook: its graded cells, its answer cells, and whether anybody handed it in."""

    points: Points
    answers: frozenset[str]
    submitted: bool


def register(autograde: Autograde) -> None:
    """Bring the gradebook up to the source notebooks of the assignment that is about to be graded.

    Raises:
        NbGraderException: cells were added or taken away after work had been graded, which nbgrader cannot change.
    """
    directory = autograde.coursedir
    source = Path(directory.format_path(directory.source_directory, ".", directory.assignment_id))
    notebooks = sorted(source.glob("*.ipynb"))
    known = _known(directory, [path.stem for path in notebooks])
    course = Course(Path(directory.root))
    judged = [read_assignment(path, course) for path in notebooks if course.has_hidden_tests(path.stem)]
    moved = [one for one in judged if one.name in known and not _same_cells(one, known[one.name])]
    if any(path.stem not in known for path in notebooks) or (moved and not any(one.submitted for one in known.values())):
        _generate(autograde)
    elif moved:
        names = ", ".join(one.name for one in moved)
        message = (
            f"The source of {names} has other graded cells than the gradebook, which already holds submissions. Put the cells "
            f"back, or start the assignment anew: nbgrader db assignment remove {directory.assignment_id} --force"
        )
        autograde.log.error(message)
        raise NbGraderException(message)
    else:
        _write_points(directory, [one for one in judged if _points(one) != known[one.name].points])
    for assignment in judged:
        _forget_old_grades(autograde, assignment)


def _known(directory: Any, names: list[str]) -> dict[str, Known]:
    """Return what the gradebook holds of these notebooks of the assignment."""
    found = {}
    with Gradebook(directory.db_url, directory.course_id) as gradebook:
        for name in names:
            try:
                notebook = gradebook.find_notebook(name, directory.assignment_id)
            except MissingEntry:
                continue
            points = {cell.name: (float(cell.max_score), cell.cell_type) for cell in notebook.grade_cells}
            answers = frozenset(cell.name for cell in notebook.solution_cells)
            found[name] = Known(points, answers, bool(notebook.submissions))
    return found


def _points(assignment: Assignment) -> Points:
    return {str(cell.grade_id): (cell.points, cell.kind) for cell in assignment.cells if cell.grade}


def _same_cells(assignment: Assignment, known: Known) -> bool:
    answers = {str(cell.grade_id) for cell in assignment.cells if cell.solution}
    return set(_points(assignment)) == set(known.points) and answers == known.answers


def _generate(autograde: Autograde) -> None:
    """Have nbgrader generate the assignment into a folder that is thrown away: what stays is its row in the gradebook."""
    directory = copy.copy(autograde.coursedir)
    autograde.log.info("Making %s known to the gradebook, from its source notebook", directory.assignment_id)
    with tempfile.TemporaryDirectory() as folder:
        directory.release_directory, directory.notebook_id = folder, "*"
        GenerateAssignment(coursedir=directory, parent=autograde.parent).start()


def _write_points(directory: Any, changed: list[Assignment]) -> None:
    if not changed:
        return
    with Gradebook(directory.db_url, directory.course_id) as gradebook:
        for assignment in changed:
            for name, (points, kind) in _points(assignment).items():
                names = (name, assignment.name, directory.assignment_id)
                gradebook.update_or_create_grade_cell(*names, max_score=points, cell_type=kind)


def _forget_old_grades(autograde: Autograde, assignment: Assignment) -> None:
    """Remove what was graded with other points, so that nbgrader grades it again; what a person gave stays in the gradebook."""
    directory, points = autograde.coursedir, _points(assignment)
    pattern = directory.format_path(directory.submitted_directory, "(?P<student>.*)", directory.assignment_id, escape=True)
    for folder in autograde.assignments:
        student = _student(pattern, folder)
        graded = Path(directory.format_path(directory.autograded_directory, student, directory.assignment_id))
        if student and _graded_points(graded / f"{assignment.name}.ipynb") not in (None, points):
            page = Path(directory.format_path(directory.feedback_directory, student, directory.assignment_id))
            autograde.log.warning("%s was graded with other points than the source has now: it is graded again", student)
            for outdated in (graded, page):
                if outdated.is_dir():
                    rmtree(str(outdated))


def _student(pattern: str, folder: str) -> str | None:
    found = re.fullmatch(pattern, folder)
    return found["student"] if found else None


def _graded_points(path: Path) -> Points | None:
    """Return the points in an autograded notebook, or None where there is none that can be read."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        graded = [(cell["metadata"].get("nbgrader", {}), cell["cell_type"]) for cell in cells]
        return {one["grade_id"]: (float(one["points"]), kind) for one, kind in graded if one.get("grade")}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
