"""The course's hidden tests for graders that run them beside the student's code, in one process: nbgrader's own, and otter.

They are the very tests that the judge runs; only what answers a call is another: the function itself, at once.
"""

from __future__ import annotations

import copy
import hashlib
import importlib
import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from autograder import errors
from autograder.course.content import bind
from autograder.course.model import find_course
from autograder.judge.proxy import Student, Transcript
from autograder.sandbox import wire
from autograder.worker.session import Answer, Call

ROOT = Path(__file__).resolve().parent.parent


class InProcess:
    """What answers a hidden test's calls in a session's place: the namespace that the notebook has left."""

    generation = 1

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        self.upstream: dict[str, Callable[..., object]] = {}
        self._namespace = namespace
        self._kept: list[Any] = [None]

    def ask(self, call: Call, _seconds: float | None = None) -> Answer:
        """Return what the student's function returns.

        Raises:
            StudentFault: there is none, or it raised.
        """
        if call.action == "hold":
            return self._answer(call.arguments[0], keep=True)
        subject = self._kept[call.target] if isinstance(call.target, int) else self._named(call)
        if call.action == "overwrite":
            for item in subject.values() if isinstance(subject, dict) else [subject]:
                item[...] = call.arguments[0]
            return self._answer(None)
        if call.action == "get":
            return self._answer(getattr(subject, call.attribute) if call.attribute else subject)
        return self._called(subject, call)

    def _called(self, subject: Any, call: Call) -> Answer:
        arguments = [self._opened(argument) for argument in call.arguments]
        if call.seed is not None:
            np.random.seed(call.seed)
        before = wire.encode(arguments, id)
        try:
            value = subject(*arguments)
        except Exception as error:
            kind = next(one.__name__ for one in type(error).__mro__ if one.__module__ == "builtins")
            raise errors.Raised(call.name, kind, "") from error
        unchanged = wire.encode(arguments, id) == before
        return Answer(*self._parts(value), unchanged, None if unchanged else tuple(arguments))

    def _named(self, call: Call) -> Any:
        if call.target not in self._namespace:
            raise errors.Missing(call.name)
        return self._namespace[str(call.target)]

    def _opened(self, argument: Any) -> Any:
        if isinstance(argument, wire.Rng):
            return np.random.default_rng(argument.seed)
        return self._kept[argument.number] if isinstance(argument, wire.Ref) else copy.deepcopy(argument)

    def _answer(self, value: object, *, keep: bool = False) -> Answer:
        return Answer(*self._parts(value, keep=keep), True, None)

    def _parts(self, value: object, *, keep: bool = False) -> tuple[object]:
        if keep or not isinstance(value, bool | int | float | str | dict | list | tuple | np.ndarray | np.generic | None):
            self._kept.append(value)
            return (wire.Opaque(type(value).__name__, len(self._kept) - 1),)
        return (value,)


def hidden_tests_of(assignment: str, exercise: str) -> list[str]:
    """Return the names of an exercise's hidden tests."""
    return [name for name in vars(_module(assignment, exercise)) if name.startswith("test_")]


def run_test(assignment: str, exercise: str, name: str, namespace: Mapping[str, Any]) -> None:
    """Run one hidden test on what a notebook has defined.

    Raises:
        Exception: the test is failed.
    """
    module = _module(assignment, exercise)
    returns = importlib.import_module(f"course.{assignment}.signatures").RETURNS
    seed = int.from_bytes(hashlib.sha256(f"{exercise}.{name}".encode()).digest()[:4], "big")
    student = Student(InProcess(namespace), returns, Transcript())  # type: ignore[arg-type]  # answers as a session does
    fixtures = {"student": student, "seed": seed, "rng": np.random.default_rng([seed, 1])}
    test = getattr(module, name)
    with np.errstate(all="ignore"):
        test(**{wanted: fixtures[wanted] for wanted in inspect.signature(test).parameters})


def score(assignment: str, exercise: str, namespace: Mapping[str, Any], points: float) -> float:
    """Return an exercise's score, as partial credit in a grade cell of nbgrader's."""
    names = hidden_tests_of(assignment, exercise)
    return points * sum(_passes(assignment, exercise, name, namespace) for name in names) / len(names)


def _passes(assignment: str, exercise: str, name: str, namespace: Mapping[str, Any]) -> bool:
    try:
        run_test(assignment, exercise, name, namespace)
    except Exception:  # whatever it is, the test is failed
        return False
    return True


def _module(assignment: str, exercise: str) -> ModuleType:
    bind(find_course(ROOT))
    return importlib.import_module(f"course.{assignment}.tests.test_{exercise}")
