"""Results on disk, one file a student, with the key that says what they are the result of; trusted side."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course.digest import grading_digest
from autograder.course.model import Assignment, Course
from autograder.course.secret import FOLDER, course_secret
from autograder.grading.json_text import indented
from autograder.result import Result, as_json, from_json
from autograder.submission.read import Submission
from autograder.whole_file import write_whole

HASHED = "_"  # begins the file name of a student whose own name cannot be one


@dataclass(frozen=True)
class Stored:
    """One student's stored result; `key` is a hash of the submission and of everything that decides its grade."""

    key: str
    student: str
    result: Result
    digests: Mapping[str, str] = field(default_factory=dict)  # of what decided it, part by part; older files have none


def results_folder(course: Course, assignment: str) -> Path:
    """Return where an assignment's results lie."""
    return course.root / FOLDER / "results" / assignment


def result_key(submission: Submission, assignment: Assignment, isolation: str) -> str:
    """Return the key: submission, source notebook, hidden tests and engine, course secret and isolation level."""
    return key_of(submission_digest(submission), assignment, isolation)


def submission_digest(submission: Submission) -> str:
    """Return a digest of what was handed in, as far as it can change a grade: a new file with the same answers is the same.

    A cell that has lost its grade_id may still be known by Jupyter's own id.
    """
    cells = [[one.kind, one.source, one.grade_id, None if one.grade_id else one.cell_id] for one in submission.cells]
    return hashlib.sha256(json.dumps([submission.name, submission.problem, cells]).encode()).hexdigest()


def key_of(digest: str, assignment: Assignment, isolation: str) -> str:
    """Return the key of a submission with this digest: the digest, and one of everything else that decides the grade."""
    rest = json.dumps([grading_digest(assignment), course_secret(assignment.course), isolation])
    return f"{digest}-{hashlib.sha256(rest.encode()).hexdigest()}"


def same_submission(stored: Stored, submission: Submission) -> bool:
    """Is this the submission that the stored result is of?"""
    return stored.key.partition("-")[0] == submission_digest(submission)


def still_holds(stored: Stored, submission: Submission, assignment: Assignment) -> bool:
    """Would grading this submission again give the stored result, because nothing that decides it has changed?"""
    return stored.key == result_key(submission, assignment, stored.result.isolation)


def save_result(course: Course, stored: Stored) -> None:
    """Write a student's result, whole or not at all."""
    write_result(results_folder(course, stored.result.assignment) / f"{file_name(stored.student)}.json", stored)


def write_result(path: Path, stored: Stored) -> None:
    """Write a result to a file, whole or not at all."""
    data = {"key": stored.key, "student": stored.student, "digests": dict(stored.digests), "result": as_json(stored.result)}
    write_whole(path, indented(data))


def load_result(course: Course, assignment: str, student: str) -> Stored | None:
    """Return a student's stored result, or None where there is none that can be read."""
    return read_result(results_folder(course, assignment) / f"{file_name(student)}.json")


def load_results(course: Course, assignment: str) -> Iterator[Stored]:
    """Yield every stored result of an assignment, by student."""
    for path in sorted(results_folder(course, assignment).glob("*.json")):
        stored = read_result(path)
        if stored is not None:
            yield stored


def read_result(path: Path) -> Stored | None:
    """Return the stored result in a file, or None where there is none that can be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Stored(data["key"], data["student"], from_json(data["result"]), dict(data.get("digests", {})))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # not there, or cut short by an older program: it is graded again


def file_name(student: str) -> str:
    """Return a file name for any student's name: the name itself where it is harmless, and one that no other name has."""
    name = student.encode(errors="surrogatepass")  # a folder's name need not be UTF-8
    if student.replace("-", "").replace("_", "").isalnum() and len(name) < 100 and not student.startswith(HASHED):
        return student
    return HASHED + hashlib.sha256(name).hexdigest()[:32]
