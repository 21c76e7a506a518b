"""The judge: one pytest session that runs an assignment's hidden tests on one submission after another; trusted side.

pytest collects once and then waits in its own thread, in our `pytest_runtestloop`, for submissions. The `student` fixture
gives each test the submission's functions, which run in a worker.
"""

from __future__ import annotations

import hashlib
import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType, TracebackType
from typing import Any, Self

import numpy as np
import pytest
from _pytest.runner import runtestprotocol

from autograder.canonical import Canonical
from autograder.course import HIDDEN, Assignment
from autograder.engine import Zygote
from autograder.errors import KitBroken, StudentFault
from autograder.hidden.returns import Returns
from autograder.hidden.weights import HINT_ATTRIBUTE, KIND_ATTRIBUTE, SHARES, weigh
from autograder.result import BROKEN, FAILED, PASSED
from autograder.second_chance import better
from autograder.session import CellOutcome, Deadlines, Session
from autograder.student import Student, Transcript

PYTEST_OPTIONS = (
    "--assert=plain", "--capture=no", "--import-mode=importlib", "--disable-plugin-autoload", "-c", "/dev/null",
    *(f"-pno:{name}" for name in (
        "terminal", "cacheprovider", "logging", "warnings", "unraisableexception", "threadexception", "faulthandler",
        "doctest", "junitxml", "pastebin", "nose", "stepwise", "setuponly", "setupplan", "recwarn", "debugging",
    )),
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """One hidden test on one submission, with what the diagnosis needs: the error and the transcript of calls."""

    exercise: str
    name: str
    title: str
    kind: str
    weight: float
    hint: str | None
    verdict: str
    error: BaseException | None
    transcript: Transcript
    seeded: bool  # does it use inputs that differ between students?
    seconds: float = 0.0


@dataclass(frozen=True)
class Judgement:
    """What judging one submission gave: cell outcomes (by position among the cells) and the tests of each started exercise."""

    cells: Mapping[int, CellOutcome]
    outcomes: Mapping[str, tuple[Outcome, ...]]
    violations: tuple[str, ...]
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Request:
    canonical: Canonical
    student: str
    exercises: frozenset[str] | None
    figures: bool


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
        self._plugin = _Plugin(self)
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

    def tests(self, exercise: str) -> list[Outcome]:
        """Return an exercise's tests, with verdict SKIPPED and no transcript."""
        return self._plugin.unjudged(exercise)

    def judge(
        self, canonical: Canonical, student: str, *, exercises: Sequence[str] | None = None, figures: bool = False
    ) -> Judgement:
        """Run the hidden tests (of all started exercises, or of those named) on one submission.

        Raises:
            KitError: the kit or the machine is at fault, never the submission.
        """
        wanted = None if exercises is None else frozenset(exercises)
        self._requests.put(_Request(canonical, student, wanted, figures))
        answer = self._answers.get()
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def close(self) -> None:
        """End the pytest session."""
        self._requests.put(None)
        self._thread.join(10)

    def _run_pytest(self) -> None:
        folder = HIDDEN / self.assignment.name
        options = [*PYTEST_OPTIONS, "--rootdir", str(HIDDEN.parent.parent), str(folder)]
        try:
            status = pytest.main(options, plugins=[self._plugin])
            self._ready.put("\n".join(self._plugin.problems) or f"pytest ended with status {status}")
        except BaseException as error:
            self._ready.put(repr(error))

    def _serve(self) -> None:
        """Judge submissions until there are no more; runs in pytest's thread."""
        self._ready.put(None)
        while (request := self._requests.get()) is not None:
            try:
                self._answers.put(self._judge(request))
            except BaseException as error:
                self._answers.put(error)

    def _judge(self, request: _Request) -> Judgement:
        run = {index: cell.source for index, cell in enumerate(request.canonical.cells) if cell.run}
        session = Session(self.zygote, list(run.values()), self.deadlines, figures=request.figures)
        try:
            cells = dict(zip(run, session.start(), strict=False))
            outcomes = {}
            for exercise in self._plugin.items:
                if request.exercises is not None and exercise not in request.exercises:
                    continue
                if request.exercises is None and exercise in request.canonical.not_started:
                    continue
                first = self._run_exercise(exercise, session, request.student)
                outcomes[exercise] = self._second_chance(exercise, first, request, list(run.values()))
            return Judgement(cells, outcomes, tuple(session.violations), frozenset(session.flags))
        finally:
            session.close()

    def _run_exercise(
        self, exercise: str, session: Session, student: str, passed: Mapping[str, Outcome] | None = None
    ) -> tuple[Outcome, ...]:
        """Run an exercise's tests, but for those that have passed already."""
        done = dict(passed or {})
        tests = self._plugin.weighted(exercise)
        waiting = [(item, weight) for item, weight in tests if item.name not in done]
        for index, (item, weight) in enumerate(waiting):
            following = waiting[index + 1][0] if index + 1 < len(waiting) else None
            done[item.name] = self._plugin.run(item, weight, session, student, following)
        return tuple(done[item.name] for item, _ in tests)

    def _second_chance(
        self, exercise: str, first: tuple[Outcome, ...], request: _Request, cells: list[str]
    ) -> tuple[Outcome, ...]:
        """Judge again, with upstream functions answered by the judge, what failed: a mistake shall not cost twice."""
        upstream: Mapping[str, Callable[..., object]] = getattr(self._plugin.modules[exercise], "UPSTREAM", {})
        if not upstream or all(outcome.verdict == PASSED for outcome in first):
            return first
        session = Session(self.zygote, cells, self.deadlines, upstream=upstream)
        try:
            passed = {outcome.name: outcome for outcome in first if outcome.verdict == PASSED}
            second = self._run_exercise(exercise, session, request.student, passed)
        finally:
            session.close()
        return tuple(better(old, new) for old, new in zip(first, second, strict=True))


class _Plugin:
    """The pytest plug-in: fixtures, the loop, and the error of the test that ran last."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.items: dict[str, list[pytest.Function]] = {}
        self.modules: dict[str, ModuleType] = {}
        self.problems: list[str] = []
        self.error: BaseException | None = None
        self.seed_text = ""
        self.session: Session | None = None
        self.transcript = Transcript()
        self.returns: Mapping[str, Returns] = {}

    @pytest.fixture
    def student(self) -> Student:
        """The submission's functions."""
        assert self.session is not None
        return Student(self.session, self.returns, self.transcript)

    @pytest.fixture
    def seed(self) -> int:
        """An int made from the course secret, the student and the test."""
        return int.from_bytes(hashlib.sha256(self.seed_text.encode(errors="surrogatepass")).digest()[:4], "big")

    @pytest.fixture
    def rng(self, seed: int) -> np.random.Generator:
        """A generator seeded by the course secret, the student and the test."""
        return np.random.default_rng([seed, 1])  # another stream than Rng(seed) in the worker

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what could not be collected."""
        if report.failed:
            self.problems.append(str(report.longrepr))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Wait for submissions instead of running the tests once."""
        if self.problems:
            return True
        for item in session.items:
            assert isinstance(item, pytest.Function)
            exercise = item.module.__name__.rpartition(".")[2].removeprefix("test_")
            if not hasattr(item.function, KIND_ATTRIBUTE) or not item.function.__doc__:
                self.problems.append(f"{item.nodeid} needs a kind (@values ...) and a docstring: its title.")
            self.items.setdefault(exercise, []).append(item)
            self.modules[exercise] = item.module
        if not self.problems:
            self.returns = _signatures(self.judge.assignment.name)
            self.judge._serve()
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Keep the error of the test, in a report without pytest's formatted traceback: nobody reads it, and it is slow."""
        if call.excinfo is not None and self.error is None:
            self.error = call.excinfo.value
        return pytest.TestReport(item.nodeid, item.location, {}, "failed" if call.excinfo else "passed", None, call.when)

    def weighted(self, exercise: str) -> list[tuple[pytest.Function, float]]:
        """Return an exercise's tests with their weights."""
        items = self.items[exercise]
        return list(zip(items, weigh([_kind(item) for item in items]), strict=True))

    def unjudged(self, exercise: str) -> list[Outcome]:
        """Return an exercise's tests as they stand before any run."""
        return [self._outcome(item, weight, "SKIPPED") for item, weight in self.weighted(exercise)]

    def run(
        self, item: pytest.Function, weight: float, session: Session, student: str, following: pytest.Function | None
    ) -> Outcome:
        """Run one test on one submission; pytest keeps the module set up for the test that follows in it."""
        self.session, self.transcript, self.error = session, Transcript(), None
        self.seed_text = f"{self.judge.secret}|{student}|{item.module.__name__}::{item.name}"
        started = time.perf_counter()
        runtestprotocol(item, log=False, nextitem=following)
        return self._outcome(item, weight, _verdict(self.error), time.perf_counter() - started)

    def _outcome(self, item: pytest.Function, weight: float, verdict: str, seconds: float = 0.0) -> Outcome:
        return Outcome(
            exercise=item.module.__name__.rpartition(".")[2].removeprefix("test_"),
            name=item.name,
            title=" ".join((item.function.__doc__ or "").split()),
            kind=_kind(item),
            weight=weight,
            hint=getattr(item.function, HINT_ATTRIBUTE, None),
            verdict=verdict,
            error=self.error if verdict != "SKIPPED" else None,
            transcript=self.transcript if verdict != "SKIPPED" else Transcript(),
            seeded="rng" in item.fixturenames or "seed" in item.fixturenames,
            seconds=seconds,
        )


def _kind(item: pytest.Function) -> str:
    kind: str = getattr(item.function, KIND_ATTRIBUTE, "values")
    assert kind in SHARES
    return kind


def _verdict(error: BaseException | None) -> str:
    """An assertion or a student's fault fails the test; anything else is the kit's own fault."""
    if error is None:
        return PASSED
    return FAILED if isinstance(error, AssertionError | StudentFault) else BROKEN


def _signatures(assignment: str) -> Mapping[str, Returns]:
    from importlib import import_module

    returns: dict[str, Any] = import_module(f"autograder.hidden.{assignment}.signatures").RETURNS
    return returns
