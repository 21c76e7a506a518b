"""Finds an assignment's notebook in a student's folder, whatever its name, and never writes there; trusted side."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.model import Assignment, read_assignment
from autograder.errors import UsageError
from autograder.submission.canonical import canonicalise, recognise
from autograder.submission.file import link_towards
from autograder.submission.read import Submission, read_submission
from autograder.submission.timestamps import read_timestamp

MAX_DEPTH = 4
MAX_CANDIDATES = 20
_NOTEBOOKS = (".ipynb", ".ipynb.txt", ".ipynb.json")  # some browsers add an ending of their own
_PASSED_BY = ("__MACOSX", "__pycache__")


@dataclass(frozen=True)
class _Candidate:
    """A notebook that was recognised: where it lies in the folder, what it holds, and how many exercises are started."""

    name: str
    submission: Submission
    started: int
    changed: float


def read_submitted(folder: Path, assignment: Assignment, student: str) -> Submission:
    """Read what a student handed in for an assignment: the notebook of its name, or one that is recognised.

    The notebook of the right name counts, unless it holds no answer and another one does; among others the one with most
    answers, and the newest of those. What was chosen is a remark.
    """
    named = f"{assignment.name}.ipynb"
    submission = read_submission(folder / named, student)
    remarks = [remark] if (remark := read_timestamp(folder)[1]) else []
    link = link_towards(folder / named)
    if link is None or link == folder / named:
        submission, chosen = _chosen(folder, submission, assignment, student)
        remarks += chosen
    return replace(submission, remarks=(*remarks, *submission.remarks))


def siblings(assignment: Assignment) -> list[Assignment]:
    """Return all assignments of the course, this one among them."""
    found = []
    for path in sorted(assignment.path.parent.parent.glob("*/*.ipynb")):
        if path == assignment.path:
            found.append(assignment)
        elif path.stem == path.parent.name:
            try:
                found.append(read_assignment(path, assignment.course))
            except UsageError:
                continue  # it is being written: only this assignment matters here
    return found


def _chosen(folder: Path, named: Submission, assignment: Assignment, student: str) -> tuple[Submission, list[str]]:
    """Return the notebook to grade, and sentences on why it is this one."""
    paths = list(_candidates(folder, f"{assignment.name}.ipynb"))
    if not paths:
        return named, []
    assignments = siblings(assignment)
    others = [one for path in paths if (one := _recognised(folder, path, student, assignment, assignments)) is not None]
    if not others:
        return named, []
    others.sort(key=lambda one: (one.started, one.changed), reverse=True)
    best, name = others[0], f"{assignment.name}.ipynb"
    keep = "Keep the notebook's name, and hand in one."
    if os.path.lexists(folder / name):
        if named.problem:
            return best.submission, [
                f"{name!r} cannot be read: {best.name!r}, which was handed in beside it, is graded. {keep}"
            ]
        if _started(named, assignment) or not best.started:
            beside = [one.name for one in others if one.started]
            return named, [f"{name!r} is graded, and not {', '.join(map(repr, beside))} beside it. {keep}"] if beside else []
        return best.submission, [f"{name!r} holds no answers: {best.name!r}, which does, is graded. {keep}"]
    rivals = [one.name for one in others[1:] if one.started]
    newest = ", the newest of those with most answers," if rivals and others[1].started == best.started else ""
    beside_it = f", and not {', '.join(map(repr, rivals))}" if rivals else ""
    said = f"There is no {name!r}: {best.name!r} was handed in{newest} and is graded{beside_it}. {keep}"
    return best.submission, [said]


def _recognised(
    folder: Path, path: Path, student: str, assignment: Assignment, assignments: Sequence[Assignment]
) -> _Candidate | None:
    """Read one more notebook; None where it is no notebook of this assignment."""
    submission = read_submission(path, student, root=folder)
    found = recognise(submission, assignments)
    if submission.problem or found is None or found.name != assignment.name:
        return None
    name = path.relative_to(folder).as_posix()
    return _Candidate(name, submission, _started(submission, assignment), path.lstat().st_mtime)


def _started(submission: Submission, assignment: Assignment) -> int:
    return len(assignment.exercises) - len(canonicalise(submission, assignment).not_started)


def _candidates(folder: Path, named: str) -> Iterator[Path]:
    """Yield the other notebooks in a folder and below it, or where there is none at all the Python files in it; no links."""
    found: list[Path] = []
    scripts: list[Path] = []
    for place, folders, files in os.walk(folder):
        here = Path(place)
        deep = len(here.relative_to(folder).parts) >= MAX_DEPTH
        folders[:] = [] if deep else sorted(one for one in folders if one not in _PASSED_BY and not one.startswith("."))
        for name in sorted(files):
            path = here / name
            if name.startswith(".") or path == folder / named or path.is_symlink() or not path.is_file():
                continue
            if name.lower().endswith(_NOTEBOOKS):
                found.append(path)
            elif here == folder and name.lower().endswith(".py"):
                scripts.append(path)
        if len(found) >= MAX_CANDIDATES:
            break
    yield from (found or scripts)[:MAX_CANDIDATES]
