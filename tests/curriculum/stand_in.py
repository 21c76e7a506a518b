"""A student whose functions run here, in this process: for trusted code only, and for many runs in little time.

It is the engine's own `Student` on a session without a worker, so a hidden test sees exactly what it sees while grading.
"""

from __future__ import annotations

import copy
import importlib
import inspect
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from autograder.course.model import find_course
from autograder.errors import Missing, Raised, StudentFault
from autograder.judge.proxy import Student, Transcript
from autograder.sandbox import wire
from autograder.worker.session import Answer, Call, Session


class LocalSession:
    """Answers calls as a worker would, from a dictionary of trusted functions."""

    generation = 1

    def __init__(self, names: Mapping[str, Any]) -> None:
        self.names = names
        self.upstream: dict[str, Callable[..., object]] = {}
        self._kept: list[Any] = [None]

    def ask(self, call: Call, seconds: float | None = None) -> Answer:
        """Return the answer.

        Raises:
            StudentFault: the function is missing or raised.
        """
        arguments = [self._opened(argument, call) for argument in call.arguments]
        if call.action == "hold":
            return Answer(wire.Opaque("held", self._keep(arguments[0])), True, None)
        subject = self._kept[call.target] if isinstance(call.target, int) else self._named(str(call.target))
        if call.action == "overwrite":
            for item in subject.values() if isinstance(subject, dict) else [subject]:
                item[...] = arguments[0]
            return Answer(None, True, None)
        if call.action == "get":
            return Answer(self._crossed(getattr(subject, call.attribute) if call.attribute else subject), True, None)
        if call.seed is not None:
            np.random.seed(call.seed)
            random.seed(call.seed)
        before = wire.encode(arguments, id)
        try:
            with np.errstate(all="ignore"):
                value = subject(*arguments)
        except Exception as error:
            raise Raised(call.name, type(error).__name__) from error
        return Answer(self._crossed(value), wire.encode(arguments, id) == before, tuple(arguments))

    def _named(self, name: str) -> Any:
        if name not in self.names:
            raise Missing(name)
        return self.names[name]

    def _opened(self, argument: object, call: Call) -> Any:
        if isinstance(argument, wire.Rng):
            return np.random.default_rng(argument.seed)
        if isinstance(argument, wire.Ref):
            return self._kept[argument.number]
        return call.callbacks[argument.number] if isinstance(argument, wire.Callback) else copy.deepcopy(argument)

    def _keep(self, value: object) -> int:
        self._kept.append(value)
        return len(self._kept) - 1

    def _crossed(self, value: object) -> object:
        """Return the value as it would arrive from a worker."""
        return wire.decode(wire.encode(value, self._keep))


@dataclass(frozen=True)
class HiddenTest:
    """One hidden test function of one assignment."""

    assignment: str
    exercise: str
    function: Callable[..., None]

    @property
    def seeded(self) -> bool:
        """Does it use inputs that differ between students?"""
        return bool({"rng", "seed"} & set(inspect.signature(self.function).parameters))

    @property
    def draws(self) -> bool:
        """Does the student's function draw random numbers in it, from a seed that differs between students?"""
        return "seed" in inspect.signature(self.function).parameters

    @property
    def kind(self) -> str:
        """One of the five kinds."""
        kind: str = self.function.__dict__["autograder_kind"]
        return kind

    def failure(self, names: Mapping[str, Any], seed: int) -> BaseException | None:
        """Return what goes wrong when these functions are tested with inputs of this seed, or None."""
        returns = importlib.import_module(f"course.{self.assignment}.signatures").RETURNS
        student = Student(cast(Session, LocalSession(names)), returns, Transcript())
        given = {"student": student, "seed": seed, "rng": np.random.default_rng([seed, 1])}
        try:
            self.function(**{name: given[name] for name in inspect.signature(self.function).parameters})
        except (AssertionError, StudentFault, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
            return error
        return None


def hidden_tests(assignment: str) -> Iterator[HiddenTest]:
    """Yield the hidden tests of an assignment."""
    for path in sorted((find_course().hidden(assignment) / "tests").glob("test_*.py")):
        module = importlib.import_module(f"course.{assignment}.tests.{path.stem}")
        for name, function in vars(module).items():
            if name.startswith("test_") and inspect.isfunction(function):
                yield HiddenTest(assignment, path.stem.removeprefix("test_"), function)
