"""The release gate: everything that must hold before a release, each failure with its place and remedy; trusted side."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course import bank
from autograder.course.bank import Entry
from autograder.course.model import Assignment, Course
from autograder.diagnosis.diagnose import FORMS, conclude
from autograder.errors import StudentFault
from autograder.gate import garbage
from autograder.gate.files import check_files, check_metadata, check_release
from autograder.gate.floors import check_floors
from autograder.gate.handout import check_handout, check_helpers
from autograder.gate.nonsense_checks import check_nonsense
from autograder.gate.notebook_run import check_blank, check_runs
from autograder.gate.prompts import check_prompts
from autograder.gate.right_work import affected, check_assumption, check_variants_together
from autograder.gate.stand_in import override_solution, solution_submission
from autograder.gate.visible import Unseen, blind_checks, unseen_mistakes
from autograder.grading.grader import Grader
from autograder.judge.plugin import Outcome
from autograder.result import BROKEN, FAILED, NOT_STARTED, PASSED, as_json, timeless
from autograder.submission.read import read_submission

ENTRIES_A_TASK = 12
VISIBLE = "visible checks"
STUDENT = "the gate"  # one for all: what is replayed on the same inputs is remembered


@dataclass(frozen=True)
class Finding:
    """Something that must not be released: where it is, what is wrong, and what to do."""

    place: str
    problem: str
    remedy: str


@dataclass(frozen=True)
class Caught:
    """One bank entry's fate: by how many tests a mistake was failed (or a variant), and what it was diagnosed as."""

    entry: str
    function: str
    kind: str
    failed: tuple[str, ...]
    diagnosis: str | None
    tests: int
    asked: tuple[str, ...] = ()  # the failed tests' own questions
    tied: tuple[str, ...] = ()  # every known mistake that answers as this one did
    otherwise_hinted: bool = False  # no known mistake does, but the form or the structure of its answers says what is wrong


@dataclass(frozen=True)
class Task:
    """One piece of the gate, small enough to run beside others."""

    assignment: str
    kind: str
    first: int = 0

    @property
    def label(self) -> str:
        """A few words for the progress bar."""
        return f"{self.assignment}: {self.kind}"


@dataclass(frozen=True)
class Report:
    """What one task found."""

    task: Task
    findings: tuple[Finding, ...]
    caught: tuple[Caught, ...] = ()
    unseen: tuple[Unseen, ...] = ()


def tasks_for(assignment: Assignment) -> list[Task]:
    """Return the gate's pieces for one assignment."""
    name = assignment.name
    tasks = [Task(name, kind) for kind in (*_CHECKS, VISIBLE)]
    for kind in bank.KINDS:
        tasks += [Task(name, kind, first) for first in range(0, len(bank.read_bank(assignment.hidden, kind)), ENTRIES_A_TASK)]
    return tasks


def run_task(task: Task, course: Course, grader: Grader) -> Report:
    """Run one piece of the gate."""
    if task.kind in (bank.MISTAKES, bank.VARIANTS):
        entries = bank.read_bank(course.hidden(task.assignment), task.kind)[task.first : task.first + ENTRIES_A_TASK]
        caught = tuple(judge_entry(entry, task.kind, grader) for entry in entries)
        findings = [
            finding for entry, one in zip(entries, caught, strict=True) for finding in _bank_findings(entry, one, grader)
        ]
        return Report(task, tuple(findings), caught)
    if task.kind == bank.ASSUMPTIONS:
        entries = bank.read_bank(course.hidden(task.assignment), task.kind)[task.first : task.first + ENTRIES_A_TASK]
        return Report(task, tuple(Finding(*one) for entry in entries for one in check_assumption(grader, entry)))
    if task.kind == VISIBLE:
        unseen = tuple(unseen_mistakes(grader))
        return Report(task, tuple(Finding(*one) for one in blind_checks(unseen, task.assignment)), unseen=unseen)
    return Report(task, tuple(_CHECKS[task.kind](course, grader)))


def judge_entry(entry: Entry, kind: str, grader: Grader, *, hasty: bool = False) -> Caught:
    """Judge the reference solution with one function replaced by a bank entry.

    There are thousands, so that they share a worker; each finds the solution's names as they were at first.
    """
    exercise = grader.assignment.exercise(entry.function)
    mistake = kind == bank.MISTAKES
    canonical = override_solution(grader.assignment, entry.source)
    judgement = grader.judge.judge(
        canonical, STUDENT, exercises=[exercise.id], hasty=hasty, upstream_is_right=True, shared=True
    )
    outcomes = judgement.outcomes[exercise.id]
    failed = tuple(f"{o.name} ({o.kind})" for o in outcomes if o.verdict == FAILED)
    broken = tuple(f"{o.name} (broken: {o.error!r})" for o in outcomes if o.verdict == BROKEN)
    explaining = _explaining(entry, outcomes, grader) if mistake else []
    diagnosis = conclude(entry.function, explaining)
    asked = tuple(o.hint for o in outcomes if o.verdict == FAILED and o.hint)
    name = diagnosis.mistake if diagnosis else None
    tied = tuple(one.name for one in explaining)
    otherwise_hinted = mistake and not explaining and _otherwise_hinted(entry, outcomes, grader)
    return Caught(entry.name, entry.function, kind, failed + broken, name, len(outcomes), asked, tied, otherwise_hinted)


def _otherwise_hinted(entry: Entry, outcomes: Sequence[Outcome], grader: Grader) -> bool:
    """Does every failed test say itself what is wrong, or the structure of the answers?"""
    if all(isinstance(outcome.error, FORMS) for outcome in outcomes if outcome.verdict == FAILED):
        return True
    found = grader.diagnostician.diagnose(grader.assignment.exercise(entry.function), outcomes).get(entry.function)
    return found is not None and found.mistake is None and found.specific


def _explaining(entry: Entry, outcomes: Sequence[Outcome], grader: Grader) -> list[Entry]:
    scripts = grader.diagnostician.scripts(entry.function, outcomes)
    return grader.diagnostician.explaining(entry.function, scripts)


def _bank_findings(entry: Entry, caught: Caught, grader: Grader) -> Iterator[Finding]:
    place = f"{grader.assignment.hidden.name}/{entry.file}: {entry.name}"
    broken = [name for name in caught.failed if "broken" in name]
    if broken:
        yield Finding(place, f"breaks {broken[0]}", "Check the answer with compare.* before computing with it.")
    if caught.kind == bank.VARIANTS:
        allowed = "(purity)" if entry.mutates else "(no kind)"
        wrong = [name for name in caught.failed if not name.endswith(allowed)]
        if wrong:
            yield Finding(
                place, f"is right work, and fails {', '.join(wrong)}", "Make the test accept it, or mend the variant."
            )
        return
    if not caught.failed:
        yield Finding(place, "passes every hidden test", "Add a hidden test that it fails, or take the entry out.")
    elif caught.diagnosis is None and (caught.otherwise_hinted or entry.text in caught.asked):
        return  # where it draws unseeded numbers no replay can match, and the failed test asks the same question
    elif caught.diagnosis != entry.name and not _same_hint(entry, caught.diagnosis, grader.assignment.hidden):
        was = f"is diagnosed as {caught.diagnosis}" if caught.diagnosis else f"ties with {', '.join(caught.tied) or 'nothing'}"
        yield Finding(place, was, "Add a test that tells them apart, or give tied entries the same hint.")


def _same_hint(entry: Entry, other: str | None, hidden: Path) -> bool:
    """A tie is declared by giving both entries the same hint."""
    texts = {one.name: one.text for one in bank.read_bank(hidden, bank.MISTAKES)}
    return other is not None and texts.get(other) == entry.text


def _files(course: Course, grader: Grader) -> Iterator[Finding]:
    for place, problem, remedy in (*check_files(course, grader.assignment), *check_metadata(grader.assignment)):
        yield Finding(place, problem, remedy)
    for check in (check_release, check_helpers, check_prompts):
        for place, problem, remedy in check(course, grader.assignment):
            yield Finding(place, problem, remedy)
    ids = {exercise.id for exercise in grader.assignment.exercises}
    for missing in sorted(ids - set(grader.judge.exercises)):
        yield Finding(f"grade cell {missing}", "has no hidden tests", f"Write test_{missing}.py.")
    for extra in sorted(set(grader.judge.exercises) - ids):
        yield Finding(f"test_{extra}.py", "tests a grade cell that is not there", "Name the file after the grade cell.")


def _floors(course: Course, grader: Grader) -> Iterator[Finding]:
    for place, problem, remedy in check_floors(grader.assignment, grader.judge):
        yield Finding(place, problem, remedy)


def _solution_and_stub(course: Course, grader: Grader) -> Iterator[Finding]:
    name = grader.assignment.name
    solution = solution_submission(grader.assignment)
    results = [grader.grade(solution).result for _ in range(2)]
    first, second = (json.dumps(as_json(timeless(result))) for result in results)
    if first != second:
        yield Finding(f"solution of {name}", "gets different results when it is graded twice", "Seed what is random.")
    for exercise in results[0].exercises:
        for test in exercise.tests:
            if test.verdict != PASSED:
                yield Finding(
                    f"{exercise.id}: {test.name}", f"the solution gets {test.verdict}", "Mend the test or the solution."
                )
    release = read_submission(course.release(name), "release")
    for exercise in grader.grade(release).result.exercises:
        if exercise.status != NOT_STARTED or exercise.score:
            yield Finding(
                f"release of {name}: {exercise.id}", f"is '{exercise.status}'", "Look for a solution region that is open."
            )


def _handout(course: Course, grader: Grader) -> Iterator[Finding]:
    for place, problem, remedy in check_handout(grader, override_solution):
        yield Finding(place, problem, remedy)


def _whole_notebook(course: Course, grader: Grader) -> Iterator[Finding]:
    """The solved notebook runs from top to bottom."""
    for problem in check_runs(grader.assignment, grader.zygote):
        yield Finding(*problem)


def _blank_notebook(course: Course, grader: Grader) -> Iterator[Finding]:
    """The blank one passes none of its checks."""
    for problem in check_blank(grader.assignment, grader.zygote):
        yield Finding(*problem)


def _said_so(error: BaseException | None) -> bool:
    """Did the test pass, or say what it misses? Any other error means that it computed with what it had not looked at.

    An attribute where a method belongs says so itself, when the test calls it.
    """
    not_a_method = isinstance(error, TypeError) and str(error).endswith("object is not callable")
    return error is None or not_a_method or isinstance(error, AssertionError | StudentFault)


def _garbage(course: Course, grader: Grader) -> Iterator[Finding]:
    """No hidden test breaks on, and none but a purity test is passed by, values that only have the right structure."""
    broken: dict[str, str] = {}
    for label, definitions, names in garbage.definitions(grader.assignment, grader.judge.returns):
        concerned = {one for name in names for one in affected(grader.assignment, name)}
        exercises = [name for name in grader.judge.exercises if name in concerned]
        spoilt = override_solution(grader.assignment, definitions)
        outcomes = grader.judge.judge(spoilt, "garbage", exercises=exercises, upstream_is_right=True, shared=True).outcomes
        for outcome in (one for tests in outcomes.values() for one in tests):
            if outcome.verdict == BROKEN or not _said_so(outcome.error):
                place = f"test_{outcome.exercise}.py: {outcome.name}"
                broken.setdefault(place, f"breaks on {label}: {outcome.error!r}"[:300])
    for place, problem in broken.items():
        yield Finding(place, problem, "Check the answer with compare.* before computing with it.")


def _variants_together(course: Course, grader: Grader) -> Iterator[Finding]:
    """Every variant has full marks in every exercise."""
    for problem in check_variants_together(grader, bank.read_bank(grader.assignment.hidden, bank.VARIANTS)):
        yield Finding(*problem)


def _nonsense(course: Course, grader: Grader) -> Iterator[Finding]:
    """Guesses earn next to nothing."""
    for problem in check_nonsense(grader):
        yield Finding(*problem)


_CHECKS: dict[str, Callable[[Course, Grader], Iterator[Finding]]] = {
    "files": _files,
    "floors": _floors,
    "handout": _handout,
    "solution and stub": _solution_and_stub,
    "whole notebook": _whole_notebook,
    "blank notebook": _blank_notebook,
    "garbage": _garbage,
    "nonsense": _nonsense,
    "variants together": _variants_together,
}
