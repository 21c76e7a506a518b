"""Remembers what implementations answered, for calls that come again in other submissions; trusted side."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from autograder.judge.proxy import Record, Remote
from autograder.judge.replay import Implementation, Replayed, replay
from autograder.sandbox import wire

MAX_TAPES = 8192  # of some kilobytes each
SECONDS = 30.0  # that the known mistakes may take for one function: honest work takes less than one


@dataclass
class _Tape:
    """The answers so far, and where more come from."""

    rest: Iterator[Replayed]
    spend: Callable[[float], None]
    answers: list[Replayed] = field(default_factory=list)

    def play(self) -> Iterator[Replayed]:
        """Yield the answers from the first one on, making only those that nobody has asked for yet."""
        index = 0
        while True:
            if index == len(self.answers):
                following = next(self.rest, None)
                if following is None:
                    return
                self.spend(following.seconds)
                self.answers.append(following)
            yield self.answers[index]
            index += 1


class ReplayMemory:
    """Answers by implementation and calls; those that were not asked for longest are forgotten first.

    `spent` counts the seconds that answers took which nobody had asked for before.
    """

    def __init__(self, limit: int = MAX_TAPES) -> None:
        self._tapes: OrderedDict[tuple[object, ...], _Tape] = OrderedDict()
        self._limit = limit
        self.spent = 0.0

    @property
    def is_late(self) -> bool:
        """Has a function had its time? Nothing more is known of it then: a student can hand on what takes long."""
        return self.spent > SECONDS

    def _spend(self, seconds: float) -> None:
        self.spent += seconds

    def replay(
        self,
        owner: tuple[object, ...],
        key: bytes | None,
        function: str,
        implementation: Callable[[], Implementation],
        records: Sequence[Record],
        *,
        watch: bool = False,
    ) -> Iterator[Replayed]:
        """Yield what `replay` yields; `owner` names the implementation, `key` is `key_of` the records (None: forgotten)."""
        if key is None:
            return _Tape(replay(function, implementation(), records, watch=watch), self._spend).play()
        full = (*owner, key, watch)
        if full not in self._tapes:
            self._tapes[full] = _Tape(replay(function, implementation(), records, watch=watch), self._spend)
            if len(self._tapes) > self._limit:
                self._tapes.popitem(last=False)
        self._tapes.move_to_end(full)
        return self._tapes[full].play()


def key_of(records: Sequence[Record]) -> bytes | None:
    """Return a digest of the calls, the same for the same calls; None where a function is among the arguments."""
    try:
        calls = [[r.action, r.name, list(r.arguments), r.seed, r.target, r.made] for r in records]
        return hashlib.sha256(wire.encode(calls, _number)).digest()
    except (_NoData, wire.WireError):
        return None


class _NoData(Exception):
    """An argument is no plain data and no object that the worker keeps."""


def _number(value: object) -> int:
    if isinstance(value, Remote):
        return int(value._ref)
    raise _NoData
