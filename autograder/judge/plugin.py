"""The judge's pytest plug-in: fixtures, the loop that waits for submissions, and one test on one submission; trusted side."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import numpy as np
import pytest

from autograder.course.content import content_module
from autograder.course.model import Assignment
from autograder.errors import KitBroken, StudentFault
from autograder.judge.blame import stems_from_student
from autograder.judge.one_test import needs_only, run_straight, run_with_pytest
from autograder.judge.proxy import Student, Transcript
from autograder.judge.right_student import CannotTell, RightStudent
from autograder.result import BROKEN, FAILED, PASSED, SKIPPED, Verdict
from autograder.testing.kinds import CHAOTIC_ATTRIBUTE, HINT_ATTRIBUTE, KIND_ATTRIBUTE, SHARES, weigh
from autograder.testing.returns import Returns
from autograder.worker.session import Session


@dataclass(frozen=True)
class Outcome:
    """One hidden test on one submission, with what the diagnosis needs: the error and the transcript of calls."""

    exercise: str
    name: str
    title: str
    kind: str
    weight: float
    hint: str | None
    verdict: Verdict
    error: BaseException | None
    transcript: Transcript
    seeded: bool  # does it use inputs that differ between students?
    seconds: float = 0.0
    chaotic: bool = False  # does rounding decide what a wrong function ends with?
    upstream: Mapping[str, Callable[..., object]] = field(default_factory=dict)  # what the judge answered for, as right work


class Host(Protocol):
    """What the plug-in needs of the judge."""

    assignment: Assignment
    secret: str

    @property
    def reference(self) -> Mapping[str, Any]:
        """The reference's functions, by name."""

    def serve(self) -> None:
        """Judge submissions until there are no more."""


class Plugin:
    """The pytest plug-in: fixtures, the loop, and the error of the test that ran last."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.items: dict[str, list[pytest.Function]] = {}
        self.modules: dict[str, ModuleType] = {}
        self.problems: list[str] = []
        self.error: BaseException | None = None
        self.seed_text = ""
        self.session: Session | None = None
        self.transcript = Transcript()
        self.returns: Mapping[str, Returns] = {}
        self._makers = {"student": self._make_student, "seed": self._make_seed, "rng": self._make_rng}
        self._straight: set[pytest.Function] = set()

    @pytest.fixture
    def student(self) -> Student:
        """The submission's functions."""
        return self._make_student()

    @pytest.fixture
    def seed(self) -> int:
        """An int made from the course secret, the student and the test."""
        return self._make_seed()

    @pytest.fixture
    def rng(self) -> np.random.Generator:
        """A generator seeded by the course secret, the student and the test."""
        return self._make_rng()

    def _make_student(self) -> Student:
        assert self.session is not None
        return Student(self.session, self.returns, self.transcript)

    def _make_seed(self) -> int:
        return int.from_bytes(hashlib.sha256(self.seed_text.encode(errors="surrogatepass")).digest()[:4], "big")

    def _make_rng(self) -> np.random.Generator:
        return np.random.default_rng([self._make_seed(), 1])  # another stream than Rng(seed) in the worker

    def pytest_configure(self, config: pytest.Config) -> None:
        """Let pytest's session end where the process then is.

        When it ends, pytest goes back to the folder it was started from. The process has a host (formgrader, nbgrader), which
        may have gone on to another folder; that folder of then may even be gone.
        """
        now = config.invocation_params
        config.invocation_params = pytest.Config.InvocationParams(args=now.args, plugins=now.plugins, dir=Path("."))

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
            if needs_only(item, self._makers):
                self._straight.add(item)
        if not self.problems:
            try:
                self.returns = _signatures(self.host.assignment)
            except KitBroken as error:  # pytest would show its own inside for it
                self.problems.append(str(error))
                return True
            self.host.serve()
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Keep the error of the test, in a report without pytest's formatted traceback: nobody reads it, and it is slow."""
        if call.excinfo is not None and self.error is None:
            error = call.excinfo.value
            self.error = error if call.when == "call" else KitBroken(f"during {call.when}: {error!r}")  # no student's code ran
        phase = call.when if call.when != "collect" else "call"
        return pytest.TestReport(item.nodeid, item.location, {}, "failed" if call.excinfo else "passed", None, phase)

    def weighted(self, exercise: str) -> list[tuple[pytest.Function, float]]:
        """Return an exercise's tests with their weights."""
        items = self.items[exercise]
        return list(zip(items, weigh([_kind(item) for item in items]), strict=True))

    def unjudged(self, exercise: str) -> list[Outcome]:
        """Return an exercise's tests as they stand before any run."""
        return [self._outcome(item, weight, SKIPPED) for item, weight in self.weighted(exercise)]

    def run(
        self, item: pytest.Function, weight: float, session: Session, student: str, following: pytest.Function | None
    ) -> Outcome:
        """Run one test on one submission; pytest keeps the module set up for the test that follows in it."""
        self.session, self.transcript, self.error = session, Transcript(), None
        self.seed_text = f"{self.host.secret}|{student}|{_pinned_name(item, self.host.assignment)}"
        started = time.perf_counter()
        with np.errstate(all="ignore"):  # what a student answers can overflow in a test: its verdict says so, and no warning
            if item in self._straight:
                self.error = run_straight(item, self._makers)
            else:
                run_with_pytest(item, None if following in self._straight else following)
        return self._outcome(item, weight, self._verdict(item), time.perf_counter() - started)

    def _verdict(self, item: pytest.Function) -> Verdict:
        """Name the verdict: an assertion, a student's fault, or anything that a student's value set off, fails the test."""
        if self.error is None:
            return PASSED
        if isinstance(self.error, AssertionError | StudentFault):
            return FAILED
        records, reference = self.transcript.records, self.host.reference
        return FAILED if stems_from_student(self.error, records, reference, lambda: self._rerun(item)) else BROKEN

    def _rerun(self, item: pytest.Function) -> BaseException | None:
        """Run a test on the reference's functions; return what it was stopped by."""
        if item not in self._straight:
            return CannotTell(item.name)
        assert self.session is not None
        right = RightStudent(self.session, self.returns, self.host.reference)
        with np.errstate(all="ignore"):
            return run_straight(item, {**self._makers, "student": lambda: right})

    def _outcome(self, item: pytest.Function, weight: float, verdict: Verdict, seconds: float = 0.0) -> Outcome:
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
            chaotic=is_chaotic(item),
        )


def is_chaotic(item: pytest.Function) -> bool:
    """Is this a long training, whose answers identify no mistake?"""
    return bool(getattr(item.function, CHAOTIC_ATTRIBUTE, False))


def _kind(item: pytest.Function) -> str:
    kind: str = getattr(item.function, KIND_ATTRIBUTE, "values")
    assert kind in SHARES
    return kind


def _signatures(assignment: Assignment) -> Mapping[str, Returns]:
    module = content_module(assignment.course, f"{assignment.name}.signatures")
    if module is None:
        raise KitBroken(f"{assignment.hidden / 'signatures.py'} is missing: say there what each function returns.")
    returns: object = getattr(module, "RETURNS", None)
    example = "such as RETURNS = {'area': Number()}, from autograder.testing.returns"
    if not isinstance(returns, Mapping):
        raise KitBroken(f"{module.__file__} has no dictionary RETURNS: say there what each function returns, {example}.")
    for name, structure in returns.items():
        if isinstance(structure, type) or not callable(getattr(structure, "read", None)):
            raise KitBroken(f"{module.__file__}: RETURNS[{name!r}] is no structure, {example}.")
    return returns


def _pinned_name(item: pytest.Function, assignment: Assignment) -> str:
    """Return what a test is called in the seed of its inputs: never to be changed, or every student gets other inputs.

    The first word is where hidden tests lay in version 1.0.
    """
    return f"autograder.hidden.{assignment.name}.{item.module.__name__.rpartition('.')[2]}::{item.name}"
