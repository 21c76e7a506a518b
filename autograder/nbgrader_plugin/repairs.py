"""Mends what nbgrader has no setting for: odd timestamps, links, missing notebooks, resubmissions; trusted side.

nbgrader stops at a student whose timestamp.txt is no time, copies what links lead to, passes over a student whose notebook
has another name, and knows a new version by its time alone. Its classes are named in its own code, so they are mended in place.
"""

from __future__ import annotations

import contextlib
import glob
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde
from nbgrader.converters import base as converters
from nbgrader.converters.base import BaseConverter, NbGraderException
from nbgrader.coursedir import CourseDirectory

from autograder.course.model import Course
from autograder.errors import UsageError
from autograder.grading.store import submission_digest
from autograder.nbgrader_plugin.recorded import recorded_digest
from autograder.submission.folder import read_submitted
from autograder.submission.plain_files import plain_files
from autograder.submission.timestamps import read_timestamp

_find_all_files = converters.find_all_files
_init_notebooks = BaseConverter.init_notebooks
_init_assignment = Autograde.init_assignment


def mend() -> None:
    """Put our versions in the place of nbgrader's; doing it twice changes nothing."""
    CourseDirectory.get_existing_timestamp = _existing_timestamp
    BaseConverter.init_notebooks = _init_notebooks_of_each_folder
    Autograde.init_notebooks = _init_notebooks_of_everybody
    Autograde.init_destination = _init_destination_by_content
    Autograde.init_assignment = _init_assignment_without_links


def _existing_timestamp(self: Any, dest_path: str) -> Any:
    """Return when a submission was handed in; None where that cannot be read, instead of an error that costs the row."""
    when, remark = read_timestamp(Path(dest_path))
    if remark:
        self.log.warning("%s: %s", dest_path, remark)
    return when


def _init_notebooks_of_each_folder(self: Any) -> None:
    """List what is in each student's folder; nbgrader takes a name for a pattern, and [ab]'s notebooks would be a's."""
    _init_notebooks(self)
    for folder in self.assignments:
        if (literal := glob.escape(folder)) != folder:
            self.assignments[folder] = glob.glob(os.path.join(literal, f"{self.coursedir.notebook_id}.ipynb"))


def _init_notebooks_of_everybody(self: Any) -> None:
    """List what to grade: also students whose notebook has another name, lies deeper, or is not there."""
    try:
        BaseConverter.init_notebooks(self)
    except NbGraderException:
        include_missing(self)
        if not self.assignments:
            raise
    else:
        include_missing(self)
    for folder in list(self.assignments):
        if reason := why_not_recorded(folder):
            self.log.error("%r is not graded: %s", folder, reason)
            del self.assignments[folder]


def why_not_recorded(student: str) -> str | None:
    """Say why nbgrader can hold no student of this name; it would stop there, and lose those who come after."""
    if "\n" not in student and not any("\ud800" <= sign <= "\udfff" for sign in student):
        return None
    what = "a line break" if "\n" in student else "a sign that is no UTF-8"
    return f"nbgrader can hold no student whose name has {what}: rename the folder in submitted/, and run the command again."


def include_missing(autograde: Any) -> None:
    """Have nbgrader grade every student who handed in anything; it would pass over some, or stop at them."""
    directory = autograde.coursedir
    if directory.notebook_id != "*":
        return
    pattern = directory.format_path(directory.submitted_directory, directory.student_id, directory.assignment_id)
    source = Path(directory.format_path(directory.source_directory, ".", directory.assignment_id))
    wanted = [path.name for path in sorted(source.glob("*.ipynb")) if course_of(directory).has_hidden_tests(path.stem)]
    for folder in (Path(path) for path in glob.glob(pattern)):
        if wanted and folder.is_dir():
            listed = autograde.assignments.setdefault(str(folder), [])
            listed += [path for path in (str(folder / name) for name in wanted) if path not in listed]


def course_of(directory: Any) -> Course:
    """Return the course that an nbgrader app works in."""
    return Course(Path(directory.root))


def _init_destination_by_content(self: Any, assignment_id: str, student_id: str) -> bool:
    """Say whether to grade a student: not only where the timestamp is newer, but where what was handed in is another."""
    if not self.force and _is_another(self, assignment_id, student_id):
        self.force = True
        try:
            return bool(BaseConverter.init_destination(self, assignment_id, student_id))
        finally:
            self.force = False
    return bool(BaseConverter.init_destination(self, assignment_id, student_id))


def _is_another(autograde: Any, assignment_id: str, student_id: str) -> bool:
    """Was something else handed in than what the graded notebook was made of?"""
    directory = autograde.coursedir
    source = Path(directory.format_path(directory.source_directory, ".", assignment_id)) / f"{assignment_id}.ipynb"
    course = course_of(directory)
    if not source.is_file() or not course.has_hidden_tests(assignment_id):
        return False
    graded = Path(directory.format_path(directory.autograded_directory, student_id, assignment_id)) / source.name
    folder = Path(directory.format_path(directory.submitted_directory, student_id, assignment_id))
    try:
        submission = read_submitted(folder, course.assignment(assignment_id), student_id)
    except UsageError:
        return False
    return recorded_digest(graded) != submission_digest(submission)  # none: a run was ended in the middle of it


def _init_assignment_without_links(self: Any, assignment_id: str, student_id: str) -> None:
    """Prepare one student's folder; of what was handed in, only plain files are copied, of bounded number and size."""
    with _plain_files_only(self):
        _init_assignment(self, assignment_id, student_id)


@contextlib.contextmanager
def _plain_files_only(autograde: Any) -> Iterator[None]:
    """Leave out of what nbgrader copies of a submission what no attempt keeps either."""

    def find(path: str, exclude: list[str] | None = None) -> list[str]:
        found, left_out = plain_files(path, exclude or ())
        if left_out:
            autograde.log.warning("%s: %d files are not copied: links, pipes, or more than is kept", path, left_out)
        return found

    converters.find_all_files = find
    try:
        yield
    finally:
        converters.find_all_files = _find_all_files
