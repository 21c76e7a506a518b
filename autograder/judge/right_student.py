"""The reference in a student's place: whether a test that stopped with an error does so for right answers; trusted side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.errors import Raised
from autograder.judge.proxy import Record, Student, Transcript
from autograder.judge.replay import NOT_HERE, replay
from autograder.sandbox import wire
from autograder.testing.returns import Returns
from autograder.worker.session import Answer, Session


class CannotTell(Exception):
    """The test asks for more than functions: for objects, or for the notebook's variables."""


class RightStudent(Student):
    """A student whose functions are the reference's, without a worker."""

    def __init__(self, session: Session, returns: Mapping[str, Returns], reference: Mapping[str, Any]) -> None:
        super().__init__(session, returns, Transcript())
        self._reference = reference

    def _ask(
        self,
        action: str,
        target: str | int | None,
        arguments: tuple[object, ...],
        *,
        name: str,
        owner: int | None = None,
        told: str | None = None,
    ) -> tuple[Answer, Any]:
        """Answer a call as the reference does.

        Raises:
            CannotTell: it is no call of a function, or its answer is an object.
        """
        if action != "call" or target not in self._reference:
            raise CannotTell(name)
        record = Record(action, name, arguments, self._seed_of(arguments), Answer(None, True, None))
        right = next(replay(name, self._reference[name], [record]))
        if right.fault == NOT_HERE:
            raise CannotTell(name)
        if right.fault is not None:
            raise Raised(name, right.fault, right.said)
        if isinstance(right.value, wire.Opaque):
            raise CannotTell(name)
        return Answer(right.value, right.unchanged, None), right.value
