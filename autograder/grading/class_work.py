"""What the pool's processes do in a class run: read, look the judgement up, else judge and store; trusted side."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course.model import Assignment, Course
from autograder.errors import UsageError
from autograder.grading.judgements import Judgement, judge_rebuilt, load_judgement, rebuilt, save_judgement
from autograder.grading.store import key_of, submission_digest
from autograder.submission.canonical import canonicalise
from autograder.submission.folder import read_submitted
from autograder.submission.read import Submission
from autograder.worker.isolation import LEVELS

if TYPE_CHECKING:  # the process that records a class judges nothing
    from autograder.grading.grader import Grader

READ_ATTEMPTS, SETTLING_SECONDS = 3, 0.2


@dataclass(frozen=True)
class Judged:
    """One student's part in a class run: the judgement with this key is stored, or a sentence says why there is none."""

    key: str = ""
    reused: bool = False
    problem: str = ""


Settle = Callable[[Assignment, str, Judged, Callable[[], "Grader"]], Judged]


@dataclass(frozen=True)
class ClassWork:
    """What a process of the pool does; with `again`, no stored judgement is used but those that are `done` again already."""

    course: Course
    again: bool = False
    done: Mapping[str, str] = field(default_factory=dict)  # by student, the key
    settle: Settle | None = None  # what becomes of a student's attempts, once the one in `submitted/` is judged

    @contextmanager
    def warm(self, group: str) -> Iterator[Callable[[str], Judged]]:
        """Grade an assignment's students; the grader is started by the first who needs it."""
        from autograder.grading.grader import Grader

        assignment = self.course.assignment(group)
        with ExitStack() as stack:
            graders: list[Grader] = []

            def grader() -> Grader:
                if not graders:
                    graders.append(stack.enter_context(Grader(assignment)))
                return graders[0]

            yield lambda student: self._settled(assignment, student, grader)

    def _settled(self, assignment: Assignment, student: str, grader: Callable[[], Grader]) -> Judged:
        judged = self._judge(assignment, student, grader)
        if self.settle is None or judged.problem:
            return judged
        try:
            return self.settle(assignment, student, judged, grader)
        except (OSError, UsageError) as error:
            return Judged(problem=str(error))

    def _judge(self, assignment: Assignment, student: str, grader: Callable[[], Grader]) -> Judged:
        try:
            submission = read_settled(self.course, assignment, student)
        except (OSError, UsageError) as error:
            return Judged(problem=str(error))
        digest = submission_digest(submission)
        stored = load_judgement(self.course, assignment.name, student)
        if stored is not None and self.again and self.done.get(student) != stored.key:
            stored = None
        if stored is not None and not stored.result.broken and stored.of(digest, assignment):
            return Judged(stored.key, reused=True)
        _, key = judge_rebuilt(grader(), rebuilt(canonicalise(submission, assignment)), digest)
        return Judged(key)


def read_settled(course: Course, assignment: Assignment, student: str) -> Submission:
    """Read what a student handed in, once nothing in the folder changes while it is read.

    Raises:
        UsageError: the folder is gone, or it is still being written.
    """
    folder = course.root / "submitted" / student / assignment.name
    for _ in range(READ_ATTEMPTS):
        before = _state(folder)
        submission = read_submitted(folder, assignment, student)
        if before is None:
            raise UsageError(_why_no_folder(folder))
        if before == _state(folder):
            return submission
        time.sleep(SETTLING_SECONDS)
    raise UsageError("The submission is being written while it is read: run the command again when it has arrived.")


def _why_no_folder(folder: Path) -> str:
    try:
        folder.lstat()
        os.listdir(folder)
    except FileNotFoundError:
        if not os.path.lexists(folder):
            return "The submission was there when the run began, and is gone."
    except OSError as error:
        return f"{folder} is no folder that can be read ({error.strerror}): put the notebook into one of this name."
    return f"{folder} is no folder that can be read: put the notebook into one of this name."


def _state(folder: Path) -> list[tuple[str, int, int]] | None:
    """Return each entry's name, size and time, or None where there is no folder."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.stat(follow_symlinks=False)) for entry in entries]
    except OSError:
        return None
    return sorted((name, status.st_size, status.st_mtime_ns) for name, status in found)


def store_lost(course: Course, assignment: Assignment, student: str, reason: str) -> Judged:
    """Store the row of a student whose process ended: it waits for a person, and the next run grades it again."""
    from autograder.grading.grader import lost_row

    try:
        submission = read_settled(course, assignment, student)
    except (OSError, UsageError) as error:
        return Judged(problem=str(error))
    work = rebuilt(canonicalise(submission, assignment))
    level = LEVELS[0]
    graded = lost_row(work, assignment, level, reason)
    key = key_of(submission_digest(submission), assignment, level)
    try:
        save_judgement(course, student, Judgement(key, graded.result, graded.outputs))
    except OSError as error:  # the reason of the loss may well be a full disk
        return Judged(problem=f"Nothing could be stored ({error.strerror}): make room, and run the command again.")
    return Judged(key)
