"""Every attempt that was graded is kept, and the one that counts lies in submitted/: the last, or the best; trusted side.

nbgrader's gradebook knows one submission a student, which is what lies in `submitted/`. So the attempt that counts is put
there, with its own timestamp: its score, its penalty, its page and what is exported follow, and a person's points stay.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course.model import Assignment, Course
from autograder.course.secret import FOLDER
from autograder.errors import UsageError
from autograder.grading.class_work import Judged
from autograder.grading.graded import Graded
from autograder.grading.judgements import (
    Judgement,
    as_graded,
    judge_rebuilt,
    load_judgement,
    read_judgement,
    rebuilt,
    save_judgement,
    write_judgement,
)
from autograder.grading.store import Stored, file_name, read_result, submission_digest, write_result
from autograder.submission.canonical import canonicalise
from autograder.submission.folder import read_submitted
from autograder.submission.plain_files import plain_files
from autograder.submission.timestamps import read_timestamp
from autograder.term.rules import LateRule
from autograder.worker.leftovers import remove_tree

if TYPE_CHECKING:  # nbgrader's commands import this module, and few of them judge
    from autograder.grading.grader import Grader

LAST, BEST = "last", "best"
FILES, RESULT, JUDGEMENT = "files", "result.json", "judgement.json.gz"
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Attempt:
    """One attempt of a student's: when it was handed in, where its files lie, and what it was given."""

    folder: Path
    when: datetime | None
    stored: Stored

    @property
    def files(self) -> Path:
        """What was handed in, as it lay in `submitted/`."""
        return self.folder / FILES


@dataclass(frozen=True)
class Lateness:
    """Until when each student has, and the rule: what an attempt's points are worth."""

    due: datetime | None = None
    until: Mapping[str, datetime] = field(default_factory=dict)  # students with more time
    rule: LateRule | None = None

    def penalty(self, student: str, when: datetime | None, score: float) -> float:
        """Return what is taken off an attempt's points."""
        if self.due is None or self.rule is None or when is None:
            return 0.0
        late = (when - max(self.due, self.until.get(student, self.due))).total_seconds()
        return min(score, self.rule.penalty(score, late)) if late > 0 else 0.0

    def worth(self, student: str, attempt: Attempt) -> float:
        """Return an attempt's points, less what being late costs."""
        score = attempt.stored.result.score
        return round(score - self.penalty(student, attempt.when, score), 4)


def keep_attempt(course: Course, submitted: Path, student: str, judgement: Judgement) -> Attempt:
    """Keep what lies in a student's folder with what was found; one that is kept already gets the new result."""
    moment = read_timestamp(submitted)[0]
    when = moment.replace(tzinfo=UTC) if moment else None
    stamp = f"{when:%Y%m%dT%H%M%S}" if when else "undated"
    folder = attempts_folder(course, judgement.result.assignment, student) / f"{stamp}-{judgement.key[:8]}"
    if not (folder / FILES).is_dir():
        _copy(submitted, folder / FILES)
    return _with_judgement(Attempt(folder, when, Stored(judgement.key, student, judgement.result)), judgement)


def attempts_folder(course: Course, assignment: str, student: str) -> Path:
    """Return where a student's attempts are kept, in no repository and beside the course secret."""
    return course.root / FOLDER / "attempts" / assignment / file_name(student)


def read_attempts(course: Course, assignment: str, student: str) -> list[Attempt]:
    """Return a student's attempts, the first one first; what cannot be read any more is left out."""
    found = []
    for path in attempts_folder(course, assignment, student).glob(f"*/{RESULT}"):
        stored = read_result(path)
        if stored is not None and (path.parent / FILES).is_dir():
            moment = read_timestamp(path.parent / FILES)[0]
            found.append(Attempt(path.parent, moment.replace(tzinfo=UTC) if moment else None, stored))
    return sorted(found, key=lambda one: (one.when or _UNDATED, one.folder.name))


def graded_attempt(assignment: Assignment, attempt: Attempt) -> Graded | None:
    """Return what was found in an attempt, for its page; None where that is not kept any more."""
    found = read_judgement(attempt.folder / JUDGEMENT)
    if found is None:
        return None
    submission = read_submitted(attempt.files, assignment, attempt.stored.student)
    return as_graded(found, rebuilt(canonicalise(submission, assignment)), assignment)


def best_of(attempts: Sequence[Attempt], student: str, lateness: Lateness) -> Attempt:
    """Return the attempt that is worth most after what being late costs; of equal ones the last."""
    return max(enumerate(attempts), key=lambda one: (lateness.worth(student, one[1]), one[0]))[1]


@dataclass(frozen=True)
class BestCounts:
    """What a class run does once a student's submission is judged: keep it, and let the best attempt count."""

    lateness: Lateness
    again: bool = False  # judge the earlier attempts again too: what decides their grades has changed

    def __call__(self, assignment: Assignment, student: str, judged: Judged, grader: Callable[[], Grader]) -> Judged:
        """Put the best attempt into `submitted/` and its judgement into the store; return it.

        What the kit could not judge counts as it is until a person or the next run has: nobody knows what it is worth.
        """
        course = assignment.course
        submitted = course.root / "submitted" / student / assignment.name
        found = load_judgement(course, assignment.name, student)
        if found is None or found.result.broken:
            return judged
        here = keep_attempt(course, submitted, student, found)
        attempts = [
            one if one.folder == here.folder else self._judged_now(assignment, student, one, grader)
            for one in read_attempts(course, assignment.name, student)
        ]
        best = best_of([one for one in attempts if not one.stored.result.broken], student, self.lateness)
        if best.folder == here.folder:
            save_judgement(course, student, found)  # judging the others has put theirs in its place
            return judged
        _put_in_place(best.files, submitted)
        kept = read_judgement(best.folder / JUDGEMENT)
        if kept is None or kept.key != best.stored.key:
            return Judged(_judge(assignment, student, submitted, grader).key)
        save_judgement(course, student, kept)
        return Judged(kept.key, judged.reused)

    def _judged_now(self, assignment: Assignment, student: str, attempt: Attempt, grader: Callable[[], Grader]) -> Attempt:
        """Judge an earlier attempt again where something that decides its grade has changed."""
        digest = attempt.stored.key.partition("-")[0]
        kept = Judgement(attempt.stored.key, attempt.stored.result, {})
        if kept.of(digest, assignment) and not self.again:
            return attempt
        found = _judge(assignment, student, attempt.files, grader)
        return _with_judgement(attempt, found)


def _with_judgement(attempt: Attempt, found: Judgement) -> Attempt:
    stored = Stored(found.key, attempt.stored.student, found.result)
    write_judgement(attempt.folder / JUDGEMENT, found)
    write_result(attempt.folder / RESULT, stored)
    return replace(attempt, stored=stored)


def _judge(assignment: Assignment, student: str, folder: Path, grader: Callable[[], Grader]) -> Judgement:
    submission = read_submitted(folder, assignment, student)
    digest = submission_digest(submission)
    graded, key = judge_rebuilt(grader(), rebuilt(canonicalise(submission, assignment)), digest)
    return Judgement(key, graded.result, graded.outputs)


def _copy(source: Path, target: Path) -> None:
    """Copy a folder's plain files, whole or not at all.

    Raises:
        UsageError: it cannot be copied: nothing is overwritten then.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=target.parent, prefix=".part-"))
    try:
        copy = draft / "copy"
        copy.mkdir()
        for path in plain_files(source)[0]:
            place = copy / os.path.relpath(path, source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place, follow_symlinks=False)
        os.rename(copy, target)
    except (OSError, shutil.Error) as error:
        raise UsageError(
            f"{source} could not be kept as an attempt ({error}): make room, and run the command again."
        ) from error
    finally:
        remove_tree(draft)


def _put_in_place(kept: Path, submitted: Path) -> None:
    """Put an attempt's files where nbgrader looks for them; what lies there is kept as an attempt of its own already."""
    beside = Path(tempfile.mkdtemp(dir=submitted.parent, prefix=".attempt-"))
    try:
        shutil.copytree(kept, beside / "new", symlinks=True)
        os.rename(submitted, beside / "old")
        try:
            os.rename(beside / "new", submitted)
        except OSError:
            os.rename(beside / "old", submitted)
            raise
    except (OSError, shutil.Error) as error:
        raise UsageError(f"The attempt that counts could not be put into {submitted} ({error}).") from error
    finally:
        remove_tree(beside)
