"""A small class that is graded a second time: some rows stand, some are new, one holds a grade that a person gave."""

from __future__ import annotations

import json
import os
import shutil
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from autograder.commands.autograde import AutogradeOptions, nbgrader_api, run_autograde
from autograder.course.model import Course
from autograder.errors import KitError
from autograder.grading.judgements import load_judgement
from autograder.grading.store import load_result
from autograder.nbgrader_plugin.recorded import recorded_key
from autograder.result import as_json, timeless
from tests.engine import handmade, toy

KIT = Path(__file__).resolve().parents[2]
STANDING, CHANGED, NEW = ("ann", "ben"), ("cleo", "dora"), ("eve", "finn")
STUDENTS = (*STANDING, *CHANGED, *NEW)
BY_HAND, MANUAL = "cleo", 1.25
SLOW = "import time\ntime.sleep(0.15)"
_LEFT_OUT = ("odd", "odd_solution")  # its hidden test is broken on purpose
JOBS = 2


def make(root: Path) -> Course:
    """Write the course and the class, graded once, with what was handed in since."""
    cells = tuple(one for one in toy.CELLS if one["metadata"].get("nbgrader", {}).get("grade_id") not in _LEFT_OUT)
    files = {name: text for name, text in toy.HIDDEN_FILES.items() if name != "test_odd.py"}
    course = toy.write_course(root, cells, {name: text.replace(', "odd": Truth()', "") for name, text in files.items()})
    shutil.copyfile(KIT / "nbgrader_config.py", root / "nbgrader_config.py")
    for student in (*STANDING, *CHANGED):
        hand_in(course, student, solved=student != "ben")
    code = run(course)
    assert code == 0, f"the class cannot be graded at all: {code}"
    with nbgrader_api(course).gradebook as gradebook:
        grade = next(one for one in gradebook.find_submission(toy.NAME, BY_HAND).notebooks[0].grades if one.name == "pair")
        grade.manual_score = MANUAL
        gradebook.db.commit()
    for student in (*CHANGED, *NEW):
        hand_in(course, student, solved=student == "eve", more="# handed in again")
    return course


def hand_in(course: Course, student: str, *, solved: bool, more: str = "") -> None:
    """Put a submission where nbgrader collects it."""
    cells = json.loads(course.source(toy.NAME).read_text())["cells"]
    if not solved:
        blank = {one.grade_id: one.released for one in course.assignment(toy.NAME).cells if one.answer}
        for cell in cells:
            name = cell["metadata"].get("nbgrader", {}).get("grade_id")
            cell["source"] = blank.get(name, cell["source"]) if name != "double_solution" else cell["source"]
    cells.append(handmade.cell(f"{SLOW}\n{more}"))
    path = folder_of(course, student) / f"{toy.NAME}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(handmade.notebook(cells))


def folder_of(course: Course, student: str) -> Path:
    """Return a student's folder."""
    return course.root / "submitted" / student / toy.NAME


def start(course: Course, log: Path | None = None, before: Callable[[], None] | None = None, jobs: int = JOBS) -> Any:
    """Start the command in a process of its own; nbgrader is imported already, so that a run takes little."""
    process = get_context("fork").Process(target=_command, args=(course.root, log or Path(os.devnull), before, jobs))
    process.start()
    return process


def run(course: Course, log: Path | None = None, jobs: int = JOBS) -> int | None:
    """Run the command to its end, and return its exit code."""
    process = start(course, log, jobs=jobs)
    process.join()
    return int(process.exitcode)


def _command(root: Path, log: Path, before: Callable[[], None] | None, jobs: int) -> None:
    with log.open("a") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    code = 70
    try:
        if before is not None:
            before()
        code = run_autograde(Course(root), toy.NAME, AutogradeOptions(jobs=jobs))
    except KitError as error:
        print(error)
        code = error.exit_code
    except BaseException:
        traceback.print_exc()
    os._exit(code)


@dataclass(frozen=True)
class Row:
    """What is known of one student: in the gradebook, in the store, and in the graded notebook."""

    score: float | None
    manual: tuple[float | None, ...]
    result: Any
    keys: tuple[str | None, str | None, str | None]


def rows(course: Course) -> Mapping[str, Row]:
    """Return every student's row."""
    found = {}
    with nbgrader_api(course).gradebook as gradebook:
        submissions = list(gradebook.assignment_submissions(toy.NAME))
        names = [one.student.id for one in submissions]
        assert len(names) == len(set(names)), f"somebody has two rows: {names}"
        for one in submissions:
            name = one.student.id
            stored, judged = load_result(course, toy.NAME, name), load_judgement(course, toy.NAME, name)
            notebook = course.root / "autograded" / name / toy.NAME / f"{toy.NAME}.ipynb"
            keys = (stored.key if stored else None, judged.key if judged else None, recorded_key(notebook))
            manual = tuple(grade.manual_score for grade in sorted(one.notebooks[0].grades, key=lambda grade: grade.name))
            result = as_json(timeless(stored.result)) if stored else None
            found[name] = Row(one.score, manual, result, keys)
    return found
