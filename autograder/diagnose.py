"""Finds the known mistake that explains a failed exercise, by replaying the bank on the recorded calls; trusted side.

A mistake explains a function when all its answers are the student's, at least one of them is not the reference's, and
no mistake with another hint does so too. On a tie, or without a match, it says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder import bank
from autograder.bank import Entry
from autograder.course import Assignment, Exercise
from autograder.judge import Outcome
from autograder.replay import Implementation, Replayed, records_of, replay, same_answer
from autograder.result import FAILED
from autograder.student import Record

_MAIN_KINDS = ("values", "properties", "shapes")


@dataclass(frozen=True)
class Diagnosis:
    """Why one function is wrong: the bank's entry and its hint."""

    function: str
    mistake: str
    hint: str


@dataclass(frozen=True)
class _Script:
    """The calls of one function in one hidden test, with the reference's answers."""

    records: tuple[Record, ...]
    reference: tuple[Replayed, ...]
    purity: bool
    main: bool
    failed: bool

    @property
    def seconds(self) -> float:
        return sum(answer.seconds for answer in self.reference)

    @property
    def wrong(self) -> bool:
        """Does the student differ from the reference here?"""
        return not self.agrees(self.reference)

    def agrees(self, answers: Sequence[Replayed]) -> bool:
        return all(same_answer(r, a, purity=self.purity) for r, a in zip(self.records, answers, strict=True))

    def explained_by(self, function: str, implementation: Implementation) -> bool:
        """Does the implementation answer as the student did, all along? Stops at the first difference."""
        answers = replay(function, implementation, self.records)
        return all(same_answer(r, a, purity=self.purity) for r, a in zip(self.records, answers, strict=True))


class Diagnostician:
    """The bank of one assignment, ready to be replayed."""

    def __init__(self, assignment: Assignment, *, without: frozenset[str] = frozenset()) -> None:
        """Read the bank; entries named in `without` are left out, to measure how the rest does on them."""
        self.assignment = assignment
        self.reference: dict[str, Any] = bank.reference_namespace(assignment)
        self._entries = [entry for entry in bank.read_bank(assignment.name, bank.MISTAKES) if entry.name not in without]
        self._implementations: dict[str, Implementation] = {}

    def diagnose(self, exercise: Exercise, outcomes: Sequence[Outcome]) -> Mapping[str, Diagnosis]:
        """Return a diagnosis by function, for the functions of this exercise that can be diagnosed."""
        found: dict[str, Diagnosis] = {}
        if all(outcome.verdict != FAILED for outcome in outcomes):
            return found
        for function in exercise.functions:
            scripts = self._scripts(function, outcomes)
            if any(script.failed for script in scripts):
                diagnosis = self._match(function, scripts)
                if diagnosis is not None:
                    found[function] = diagnosis
        return found

    def _scripts(self, function: str, outcomes: Sequence[Outcome]) -> list[_Script]:
        scripts = []
        for outcome in outcomes:
            records = records_of(function, outcome.transcript.records)
            if records:
                answers = tuple(replay(function, self.reference[function], records))
                main, failed = outcome.kind in _MAIN_KINDS, outcome.verdict == FAILED
                scripts.append(_Script(tuple(records), answers, outcome.kind == "purity", main, failed))
        return scripts

    def _match(self, function: str, scripts: list[_Script]) -> Diagnosis | None:
        """Match on the main tests; where the student is right there, on those of stability and purity that failed too."""
        main = [script for script in scripts if script.main]
        if not any(script.wrong for script in main):
            main += [script for script in scripts if not script.main and script.failed]
        if not any(script.wrong for script in main):
            return None
        main.sort(key=lambda script: (not script.wrong, script.seconds))
        matches = [entry for entry in bank.entries_for(self._entries, [function]) if self._explains(entry, main)]
        if not matches or len({entry.text for entry in matches}) > 1:
            return None
        return Diagnosis(function, matches[0].name, matches[0].text)

    def _explains(self, entry: Entry, scripts: list[_Script]) -> bool:
        if entry.name not in self._implementations:
            self._implementations[entry.name] = bank.implement(entry, self.reference)
        return all(script.explained_by(entry.function, self._implementations[entry.name]) for script in scripts)
