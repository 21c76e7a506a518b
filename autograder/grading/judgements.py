"""What the judge found, stored with everything that an autograded notebook is made of, so that it need not judge again.

A stored result (`grading.store`) is what reports read; a judgement beside it also holds the cells' outputs, compressed. Both
are written whole or not at all; trusted side.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course.model import Assignment, Course
from autograder.course.secret import FOLDER
from autograder.grading.graded import Graded
from autograder.grading.store import file_name, key_of
from autograder.result import Result, as_json, from_json
from autograder.submission.canonical import Canonical, canonicalise
from autograder.submission.read import Submission, SubmittedCell
from autograder.whole_file import write_whole
from autograder.worker.cell_outcome import CellOutcome
from autograder.worker.isolation import LEVELS

if TYPE_CHECKING:  # a judgement can be read without a judge
    from autograder.grading.grader import Grader

PROTECTED = LEVELS[:-1]  # all but none
MAX_BYTES = 16 << 20  # of one judgement, compressed; what is larger is judged again instead


@dataclass(frozen=True)
class Judgement:
    """What judging a rebuilt submission gave: the judge's own result, and each cell's outputs."""

    key: str
    result: Result
    outputs: Mapping[int, CellOutcome]

    def of(self, digest: str, assignment: Assignment) -> bool:
        """Is this what judging a submission with this digest would give now?"""
        return self.result.isolation in PROTECTED and self.key == key_of(digest, assignment, self.result.isolation)


def rebuilt(canonical: Canonical) -> Submission:
    """Return a rebuilt submission as one to be judged: the cells that nbgrader finds in the sanitised notebook."""
    cells = tuple(
        SubmittedCell(cell.kind, cell.source, cell.origin.grade_id if cell.origin is not None else None, None, cell.line)
        for cell in canonical.cells
    )
    return Submission(canonical.name, cells)


def judge_rebuilt(grader: Grader, submission: Submission, digest: str) -> tuple[Graded, str]:
    """Judge a submission that is rebuilt already, store the judgement, and return what was found with its key."""
    graded = grader.grade(submission, figures=True)
    key = key_of(digest, grader.assignment, graded.result.isolation)
    save_judgement(grader.assignment.course, submission.name, Judgement(key, graded.result, graded.outputs))
    return graded, key


def as_graded(judgement: Judgement, submission: Submission, assignment: Assignment) -> Graded:
    """Return a stored judgement as grading the rebuilt submission would."""
    return Graded(judgement.result, canonicalise(submission, assignment), judgement.outputs)


def save_judgement(course: Course, student: str, judgement: Judgement) -> None:
    """Write a student's judgement, whole or not at all; one that is too large is left out."""
    write_judgement(_path(course, judgement.result.assignment, student), judgement)


def write_judgement(path: Path, judgement: Judgement) -> None:
    """Write a judgement to a file, likewise."""
    data = {
        "key": judgement.key,
        "result": as_json(judgement.result),
        "outputs": {str(index): asdict(outcome) for index, outcome in judgement.outputs.items()},
    }
    packed = gzip.compress(json.dumps(data).encode(), compresslevel=3, mtime=0)
    if len(packed) > MAX_BYTES:
        path.unlink(missing_ok=True)
        return
    write_whole(path, packed)


def load_judgement(course: Course, assignment: str, student: str) -> Judgement | None:
    """Return a student's stored judgement, or None where there is none that can be read."""
    return read_judgement(_path(course, assignment, student))


def read_judgement(path: Path) -> Judgement | None:
    """Return the judgement in a file, likewise."""
    try:
        data = json.loads(gzip.decompress(path.read_bytes()))
        outputs = {int(index): _outcome(outcome) for index, outcome in data["outputs"].items()}
        return Judgement(data["key"], from_json(data["result"]), outputs)
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # not there, cut short or spoilt: it is judged again


def _outcome(data: dict[str, object]) -> CellOutcome:
    outcome = CellOutcome(**data)  # type: ignore[arg-type]  # what asdict wrote
    return replace(outcome, outputs=tuple(outcome.outputs), passed=tuple(outcome.passed))


def _path(course: Course, assignment: str, student: str) -> Path:
    return course.root / FOLDER / "judgements" / assignment / f"{file_name(student)}.json.gz"
