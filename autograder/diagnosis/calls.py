"""The calls of one function in one hidden test, with the reference's answers beside the student's; trusted side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from autograder.errors import StudentFault
from autograder.judge.proxy import Record
from autograder.judge.replay import Implementation, Replayed, same_answer, same_form


@dataclass(frozen=True)
class Script:
    """The calls of one function in one hidden test, with the reference's answers."""

    test: str
    records: tuple[Record, ...]
    key: bytes | None  # the same for the same calls
    reference: tuple[Replayed, ...]
    drawn: tuple[bool, ...]  # are the numbers drawn anew at each call, so that only their form can be compared?
    upstream: Mapping[str, Implementation]
    purity: bool
    main: bool
    failed: bool

    @property
    def seconds(self) -> float:
        """How long the reference took."""
        return sum(answer.seconds for answer in self.reference)

    @cached_property
    def wrong(self) -> bool:
        """Does the student differ from the reference here?"""
        return not self.agrees(self.reference)

    @property
    def tells(self) -> bool:
        """Does it hold a wrong answer, so that agreeing with it is more than stopping with the same kind of error?"""
        calls = zip(self.records, self.reference, self.drawn, strict=True)
        answered = [call for call in calls if not isinstance(call[0].outcome, StudentFault)]
        return not all(_same(record, answer, drawn=drawn, purity=self.purity) for record, answer, drawn in answered)

    def agrees(self, answers: Iterable[Replayed], *, word_for_word: bool = False) -> bool:
        """Are these answers the student's? Stops at the first difference.

        Where the reference refuses as well, to stop is right, and everybody has words of his own for it.
        """
        calls = zip(self.records, answers, self.drawn, self.reference, strict=True)
        return all(
            _same(record, answer, drawn=drawn, purity=self.purity, word_for_word=word_for_word and asked.fault is None)
            for record, answer, drawn, asked in calls
        )


def _same(record: Record, answer: Replayed, *, drawn: bool, purity: bool, word_for_word: bool = False) -> bool:
    return same_form(record, answer) if drawn else same_answer(record, answer, purity=purity, word_for_word=word_for_word)
