"""Grades submissions of one assignment: canonicalise, judge, diagnose, score; trusted side."""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self, TypeVar

from autograder import __version__
from autograder.course.beside import file_cells
from autograder.course.digest import grading_digest
from autograder.course.installed import preload_of
from autograder.course.model import Assignment, Course
from autograder.course.secret import course_secret
from autograder.diagnosis.behaviour import fingerprints
from autograder.diagnosis.diagnose import Diagnosis, Diagnostician
from autograder.errors import KitBroken, KitError, Raised, StudentFault
from autograder.grading.faults import Reader
from autograder.grading.graded import Graded as Graded
from autograder.grading.scoring import score_exercise
from autograder.grading.stopped import note_of, stopped_cells, told
from autograder.grading.where import Guide
from autograder.judge.judge import Judge, Judgement
from autograder.judge.plugin import Outcome
from autograder.result import BROKEN, FAILED, SKIPPED, UNREADABLE, ExerciseResult, Result, TestResult, in_order
from autograder.submission.canonical import Canonical, canonicalise
from autograder.submission.read import Submission
from autograder.submission.student_text import inert, line
from autograder.testing.returns import Malformed
from autograder.worker import isolation
from autograder.worker.deadlines import Deadlines
from autograder.worker.zygote import Zygote, ZygoteSettings

LOG = logging.getLogger(__name__)
_Found = TypeVar("_Found")


@dataclass(frozen=True)
class GradingSettings:
    """How to grade: the isolation level, the deadlines, and the secret that seeds randomised inputs."""

    isolation: str = isolation.AUTO
    deadlines: Deadlines = field(default_factory=Deadlines)
    secret: str | None = None


class Grader:
    """A zygote, a judge and a diagnostician for one assignment; a context manager."""

    def __init__(self, assignment: Assignment, settings: GradingSettings | None = None) -> None:
        """Start what is needed to grade.

        Raises:
            KitError: isolation is missing, or the kit is broken.
        """
        self.assignment = assignment
        self.settings = settings or GradingSettings()
        course = assignment.course
        self.engine = engine_of(assignment)
        secret = self.settings.secret or course_secret(course)
        self.zygote = Zygote(zygote_settings(assignment, self.settings.isolation))
        try:
            self.judge = Judge(assignment, self.zygote, secret, self.settings.deadlines)
            self.diagnostician = Diagnostician(assignment, self.judge.returns)
            self.guide = Guide(assignment)
        except BaseException:
            self.zygote.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the judge and the zygote."""
        self.judge.close()
        self.zygote.close()

    def grade(
        self,
        submission: Submission,
        *,
        figures: bool = False,
        exercises: Sequence[str] | None = None,
        solved: frozenset[str] = frozenset(),
    ) -> Graded:
        """Grade one submission; whatever it holds and whatever goes wrong, there is a result, and the next one can be graded.

        What the kit itself could not do is BROKEN, with the reason among the messages: it waits for a person.
        """
        started = time.perf_counter()
        wanted = [
            exercise.id
            for exercise in self.assignment.exercises
            if exercise.id in self.judge.exercises and (exercises is None or exercise.id in exercises)
        ]
        try:
            canonical = canonicalise(submission, self.assignment)
            judgement = self.judge.judge(canonical, submission.name, exercises=exercises, figures=figures, solved=solved)
            stopped = stopped_cells(canonical, judgement.cells)
            reader = Reader(canonical, stopped)
            results = tuple(self._exercise(reader, judgement, name) for name in wanted)
            results = self._guided(results, canonical, judgement)
            judgement = replace(judgement, violations=(*told(stopped, canonical), *judgement.violations))
        except Exception as error:  # of one row, and no other is lost with it
            LOG.error("%s could not be graded: %s", line(inert(submission.name)), _described(error))
            canonical = _blank(submission.name, self.assignment, error)
            judgement, results = Judgement({}, {}, ()), tuple(self._broken(name) for name in wanted)
        return Graded(self._result(canonical, judgement, results, time.perf_counter() - started), canonical, judgement.cells)

    def _guided(
        self, results: tuple[ExerciseResult, ...], canonical: Canonical, judgement: Judgement
    ) -> tuple[ExerciseResult, ...]:
        """Return the results with where to look; what this stumbles over costs the place, and never a verdict."""
        try:
            return self.guide.look(results, canonical, self.zygote, [*canonical.flags, *judgement.flags])
        except Exception as error:
            LOG.warning("where to look in %s could not be found out: %s", line(inert(canonical.name)), _described(error))
            return results

    def not_started(self, name: str) -> ExerciseResult:
        """Return the result of an exercise that still is as it was handed out."""
        tests = tuple(TestResult(one.name, one.title, SKIPPED, one.weight, kind=one.kind) for one in self.judge.tests(name))
        scored = score_exercise(name, self.assignment.exercise(name).points, tests, "Not started.", started=False)
        return replace(scored, where=self.guide.place(name))

    def _result(
        self, canonical: Canonical, judgement: Judgement, results: tuple[ExerciseResult, ...], seconds: float
    ) -> Result:
        return Result(
            assignment=self.assignment.name,
            submission=canonical.name,
            score=round(sum(one.score for one in results), 4),
            max_score=sum(one.max_score for one in results),
            isolation=self.zygote.layers.level,
            engine=self.engine,
            seconds=seconds,
            exercises=results,
            messages=tuple(dict.fromkeys((*canonical.messages, *judgement.violations))),
            flags=in_order({*canonical.flags, *judgement.flags}),
        )

    def _broken(self, name: str) -> ExerciseResult:
        """Return an exercise that waits for a person."""
        tests = tuple(TestResult(one.name, one.title, BROKEN, one.weight, kind=one.kind) for one in self.judge.tests(name))
        return score_exercise(name, self.assignment.exercise(name).points, tests, None, started=True)

    def _exercise(self, reader: Reader, judgement: Judgement, name: str) -> ExerciseResult:
        canonical, stopped = reader.canonical, reader.all_stopped
        exercise = self.assignment.exercise(name)
        outcomes = judgement.outcomes.get(name)
        if outcomes is None:
            tests = tuple(TestResult(t.name, t.title, SKIPPED, t.weight, kind=t.kind) for t in self.judge.tests(name))
            why = "Nothing could be read." if UNREADABLE in canonical.flags else "Not started."
            return score_exercise(name, exercise.points, tests, why, started=False)
        diagnoses = _attempted(lambda: self.diagnostician.diagnose(exercise, outcomes), name)
        aliasing = _attempted(lambda: self.diagnostician.aliasing(exercise, outcomes), name)
        pure = {**diagnoses, **aliasing}
        tests = tuple(_test_result(one, pure if one.kind == "purity" else diagnoses, reader) for one in outcomes)
        note = note_of(stopped, canonical, exercise.solution_cells)
        scored = score_exercise(name, exercise.points, tests, note, started=True)
        explained = [name for name, one in diagnoses.items() if one.mistake]
        behaviour = dict(_attempted(lambda: fingerprints(exercise, outcomes, explained), name))
        return replace(scored, seconds=sum(outcome.seconds for outcome in outcomes), behaviour=behaviour)


def _attempted(work: Callable[[], Mapping[str, _Found]], exercise: str) -> Mapping[str, _Found]:
    """Return what was found out about an exercise; what this stumbles over costs the finding, and never the verdicts."""
    try:
        return work()
    except Exception as error:
        LOG.warning("a wrong answer to %s could not be explained: %s", exercise, _described(error))
        return {}


def _blank(name: str, assignment: Assignment, error: Exception) -> Canonical:
    """Return the row of a submission that the kit could not grade: nothing of it, and the reason."""
    blank = canonicalise(Submission(name, ()), assignment)
    reason = f"The kit could not grade this submission, and a person has to: {_described(error)}"
    return replace(blank, messages=(reason,), flags=())


def lost_row(submission: Submission, assignment: Assignment, level: str, reason: str) -> Graded:
    """Return the row of a submission whose process ended: every exercise waits for a person, and the reason is there."""
    canonical = _blank(submission.name, assignment, KitBroken(reason))
    waiting = tuple(score_exercise(one.id, one.points, (), None, started=True) for one in assignment.exercises)
    result = Result(
        assignment=assignment.name,
        submission=submission.name,
        score=0.0,
        max_score=sum(one.max_score for one in waiting),
        isolation=level,
        engine=engine_of(assignment),
        seconds=0.0,
        exercises=waiting,
        messages=canonical.messages,
    )
    return Graded(result, canonical, {})


def engine_of(assignment: Assignment) -> str:
    """Return the version of the kit, with the digest of everything that decides a grade."""
    return f"{__version__}+{grading_digest(assignment)[:12]}"


def _described(error: Exception) -> str:
    """Return what the kit says of its own error, or its kind and place: any other text could quote a hidden test's values."""
    if isinstance(error, KitError):
        return str(error)[:500]
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}."


def _test_result(outcome: Outcome, diagnoses: Mapping[str, Diagnosis], reader: Reader) -> TestResult:
    """Give a failed test its hint: a known mistake's, else what the answers' structure says, else its own question."""
    if outcome.verdict != FAILED:
        return TestResult(outcome.name, outcome.title, outcome.verdict, outcome.weight, kind=outcome.kind)
    called = {record.name.partition(".")[0] for record in outcome.transcript.records}
    found = next((diagnosis for function, diagnosis in diagnoses.items() if function in called), None)
    error = outcome.error
    if isinstance(error, Raised) and error.kind == "NotImplementedError" and error.name in reader.canonical.left_raises:
        left = f"The line raise NotImplementedError() still stands in {error.name}: what follows it never runs."
        return TestResult(outcome.name, outcome.title, FAILED, outcome.weight, note=left, kind=outcome.kind)
    if isinstance(error, Raised) and error.kind == "NotImplementedError":
        return TestResult(
            outcome.name, outcome.title, SKIPPED, outcome.weight, note=f"{error.name} is not started.", kind=outcome.kind
        )
    note = reader.sentence(error, outcome.upstream) if isinstance(error, StudentFault) else None
    if isinstance(error, Malformed):
        note = error.sentence
    note = note or (found.note if found else None)
    own = outcome.hint if found is None or (outcome.hint and not found.specific) else None
    if isinstance(error, StudentFault | Malformed):
        own = None  # a test's own question is about an answer, and there was none that it could be asked of
    hint = own or (found.hint if found else None)
    mistake = found.mistake if found else None
    return TestResult(outcome.name, outcome.title, FAILED, outcome.weight, hint, mistake, note, outcome.kind)


def zygote_settings(assignment: Assignment, level: str) -> ZygoteSettings:
    """Return what an assignment's zygote is started with: its libraries, its helpers, and the files beside its notebook.

    Raises:
        KitBroken: a library of the notebook's is not installed here.
    """
    course = assignment.course
    return ZygoteSettings(
        preload_of(assignment),
        level,
        secrets=secret_places(course),
        handout=course.handout,
        helpers=tuple(assignment.helper_files),
        setup=tuple(file_cells(assignment.beside)[0]) if assignment.beside else (),
    )


def secret_places(course: Course) -> tuple[Path, ...]:
    """What no worker may read, wherever it lies: the course with its submissions and gradebook, and the usual exchanges."""
    return (
        course.root.resolve(),
        course.content,
        *(Path(path) for path in ("/usr/local/share/nbgrader", "/usr/share/nbgrader")),
    )
