"""The judge: one pytest session that runs an assignment's hidden tests on one submission after another; trusted side.

pytest collects once and then waits in its own thread, in our `pytest_runtestloop`, for submissions. The `student` fixture
gives each test the submission's functions, which run in a worker.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import TracebackType
from typing import Any, Self

import pytest

from autograder.course.bank import reference_namespace
from autograder.course.content import bind
from autograder.course.model import TESTS, Assignment
from autograder.errors import KitBroken
from autograder.judge.plugin import Outcome, Plugin, is_chaotic
from autograder.judge.second_chance import better
from autograder.result import PASSED, Flag
from autograder.submission.canonical import Canonical
from autograder.submission.own_cells import roles
from autograder.testing.returns import Returns
from autograder.worker.cell_outcome import CellOutcome
from autograder.worker.deadlines import Deadlines
from autograder.worker.session import Session
from autograder.worker.zygote import Zygote

PYTEST_OPTIONS = (
    "--assert=plain", "--capture=no", "--import-mode=importlib", "--disable-plugin-autoload", "-c", "/dev/null",
    *(f"-pno:{name}" for name in (
        "terminal", "cacheprovider", "logging", "warnings", "unraisableexception", "threadexception", "faulthandler",
        "doctest", "junitxml", "pastebin", "nose", "stepwise", "setuponly", "setupplan", "recwarn", "debugging",
    )),
)  # fmt: skip


@dataclass(frozen=True)
class Judgement:
    """What judging one submission gave: cell outcomes (by position among the cells) and the tests of each started exercise."""

    cells: Mapping[int, CellOutcome]
    outcomes: Mapping[str, tuple[Outcome, ...]]
    violations: tuple[str, ...]
    flags: frozenset[Flag] = frozenset()


@dataclass(frozen=True)
class _Request:
    canonical: Canonical
    student: str
    exercises: frozenset[str] | None
    figures: bool
    upstream_is_right: bool
    hasty: bool
    shared: bool
    solved: frozenset[str]


class Judge:
    """The hidden tests of one assignment, collected and ready; a context manager.

    Raises:
        KitBroken: the hidden tests could not be collected.
    """

    def __init__(self, assignment: Assignment, zygote: Zygote, secret: str, deadlines: Deadlines | None = None) -> None:
        self.assignment, self.zygote, self.secret = assignment, zygote, secret
        self.deadlines = deadlines or Deadlines()
        self._requests: queue.Queue[_Request | None] = queue.Queue()
        self._answers: queue.Queue[Judgement | BaseException] = queue.Queue()
        self._ready: queue.Queue[str | None] = queue.Queue()
        self._shared: Session | None = None
        self._plugin = Plugin(self)
        self._thread = threading.Thread(target=self._run_pytest, name=f"judge-{assignment.name}", daemon=True)
        self._thread.start()
        problem = self._ready.get()
        if problem is not None:
            raise KitBroken(f"The hidden tests of {assignment.name} cannot be collected:\n{problem}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def exercises(self) -> Sequence[str]:
        """The exercises that have hidden tests."""
        return list(self._plugin.items)

    @property
    def returns(self) -> Mapping[str, Returns]:
        """What each function must return, as a structure."""
        return self._plugin.returns

    @cached_property
    def reference(self) -> Mapping[str, Any]:
        """The reference's functions, by name."""
        return reference_namespace(self.assignment)

    def tests(self, exercise: str) -> list[Outcome]:
        """Return an exercise's tests, with verdict SKIPPED and no transcript."""
        return self._plugin.unjudged(exercise)

    def judge(
        self,
        canonical: Canonical,
        student: str,
        *,
        exercises: Sequence[str] | None = None,
        figures: bool = False,
        hasty: bool = False,
        upstream_is_right: bool = False,
        shared: bool = False,
        solved: frozenset[str] = frozenset(),
    ) -> Judgement:
        """Run the hidden tests (of all started exercises, or of those named) on one submission.

        `hasty` ends an exercise with a test that is failed for good: enough to know that work is wrong, not what it is worth.
        With `upstream_is_right` (the gate puts one wrong function into the solution) nothing is judged a second time.
        `shared` requests in a row, whose cells differ in the last one only, share a worker: never for students' code.
        Exercises that are known to be `solved` are so without being judged: their functions stay the student's own.

        Raises:
            KitError: the kit or the machine is at fault, never the submission.
        """
        wanted = None if exercises is None else frozenset(exercises)
        self._requests.put(_Request(canonical, student, wanted, figures, upstream_is_right, hasty, shared, solved))
        answer = self._answers.get()
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def close(self) -> None:
        """End the pytest session."""
        self._requests.put(None)
        self._thread.join(10)

    def _run_pytest(self) -> None:
        folder = self.assignment.hidden / TESTS
        options = [*PYTEST_OPTIONS, "--rootdir", str(self.assignment.course.content.parent), str(folder)]
        try:
            bind(self.assignment.course)
            status = pytest.main(options, plugins=[self._plugin])
            self._ready.put("\n".join(self._plugin.problems) or f"pytest ended with status {status}")
        except BaseException as error:
            self._ready.put(repr(error))

    def serve(self) -> None:
        """Judge submissions until there are no more; runs in pytest's thread."""
        self._ready.put(None)
        while (request := self._requests.get()) is not None:
            try:
                self._answers.put(self._judge(request))
            except BaseException as error:
                self._answers.put(error)
        if self._shared is not None:
            self._shared.close()

    def _judge(self, request: _Request) -> Judgement:
        run = {index: cell.source for index, cell in enumerate(request.canonical.cells) if cell.run}
        session = self._session(list(run.values()), request)
        try:
            session.start()
            outcomes = {}
            for exercise in self._plugin.items:
                if request.exercises is not None and exercise not in request.exercises:
                    continue
                if request.exercises is None and exercise in request.canonical.not_started:
                    continue
                hasty = request.hasty and (request.upstream_is_right or not self._upstream(exercise))
                outcomes[exercise] = self._run_exercise(exercise, session, request.student, hasty=hasty, brief=request.shared)
            if not request.upstream_is_right:
                session.close()  # one worker of a student's at a time: they share a folder
                outcomes |= self._second_chances(outcomes, request, session)
            cells = dict(zip(run, session.outcomes, strict=False))
            return Judgement(cells, outcomes, tuple(session.violations), frozenset(session.flags))
        finally:
            self._shared = session if request.shared else None
            if not request.shared:
                session.close()

    def _session(self, cells: list[str], request: _Request) -> Session:
        """Return the shared session with its last cell renewed, if it can be had, or a new one: the only one that lives."""
        old, self._shared = self._shared, None
        if old is not None and request.shared and old.cells[:-1] == cells[:-1]:
            old.renew(cells)
            return old
        if old is not None:
            old.close()
        parts = [] if request.shared else roles(request.canonical)
        return Session(self.zygote, cells, self.deadlines, roles=parts, figures=request.figures)

    def _run_exercise(
        self,
        exercise: str,
        session: Session,
        student: str,
        passed: Mapping[str, Outcome] | None = None,
        *,
        hasty: bool = False,
        brief: bool = False,
    ) -> tuple[Outcome, ...]:
        """Run an exercise's tests, but for those that have passed already; in haste, up to the first that is failed.

        Being `brief` leaves out long trainings once anything has failed: they identify nothing.
        """
        done = dict(passed or {})
        tests = self._plugin.weighted(exercise)
        waiting = sorted(
            ((item, weight) for item, weight in tests if item.name not in done), key=lambda test: is_chaotic(test[0])
        )
        for index, (item, weight) in enumerate(waiting):
            if brief and is_chaotic(item) and any(outcome.verdict != PASSED for outcome in done.values()):
                break
            following = waiting[index + 1][0] if index + 1 < len(waiting) else None
            if hasty or (brief and following is not None and is_chaotic(following)):
                following = None  # it may not be run, and pytest must have torn everything down by then
            done[item.name] = self._plugin.run(item, weight, session, student, following)
            if hasty and done[item.name].verdict != PASSED:
                break
        return tuple(done[item.name] for item, _ in tests if item.name in done)

    def _upstream(self, exercise: str) -> Mapping[str, Callable[..., object]]:
        """Return the other exercises' functions that this one builds on, as the judge answers them."""
        upstream: Mapping[str, Callable[..., object]] = getattr(self._plugin.modules[exercise], "UPSTREAM", {})
        return upstream

    def _unsolved_upstream(
        self, exercise: str, outcomes: Mapping[str, tuple[Outcome, ...]], known: frozenset[str] = frozenset()
    ) -> Mapping[str, Callable[..., object]]:
        """Return the functions below an exercise but for those whose own exercise is solved: they can stay as they are."""
        solved = known | {name for name, tests in outcomes.items() if all(outcome.verdict == PASSED for outcome in tests)}
        right = {function for one in self.assignment.exercises if one.id in solved for function in one.functions}
        return {name: function for name, function in self._upstream(exercise).items() if name not in right}

    def _second_chances(
        self, outcomes: Mapping[str, tuple[Outcome, ...]], request: _Request, before: Session
    ) -> dict[str, tuple[Outcome, ...]]:
        """Judge again what builds on unsolved functions and failed, within what is left of the submission's time."""
        found = dict(outcomes)
        for exercise, first in outcomes.items():
            upstream = self._unsolved_upstream(exercise, found, request.solved)
            if upstream and not before.over and any(outcome.verdict != PASSED for outcome in first):
                found[exercise] = self._second_chance(exercise, first, request, before, upstream)
        return found

    def _second_chance(
        self,
        exercise: str,
        first: tuple[Outcome, ...],
        request: _Request,
        before: Session,
        upstream: Mapping[str, Callable[..., object]],
    ) -> tuple[Outcome, ...]:
        """Judge again, with upstream functions answered by the judge, what failed: a mistake shall not cost twice."""
        session = before.again(upstream)
        try:
            passed = {outcome.name: outcome for outcome in first if outcome.verdict == PASSED}
            second = self._run_exercise(exercise, session, request.student, passed, hasty=request.hasty)
        finally:
            session.close()
        again = {outcome.name: outcome for outcome in second}
        return tuple(better(old, again[old.name], upstream) for old in first if old.name in again)
