"""Measures the diagnosis on the bank: each known mistake held out in turn, and mistakes in pairs; trusted side.

Held out, a mistake is judged like a submission that the kit has never seen. What its hint would be then is looked at in
layers: another entry of the bank, facts about the answers, the form of the answers, the failed tests' own questions.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.course import bank
from autograder.course.bank import Entry
from autograder.course.model import Assignment
from autograder.diagnosis.diagnose import FORMS, Diagnosis, Diagnostician, conclude
from autograder.gate.held_out_session import LocalJudge
from autograder.gate.stand_in import with_entries
from autograder.judge.plugin import Outcome
from autograder.result import FAILED

SECRET, FRESH_SECRET = "the measurement", "the measurement, with fresh inputs"
STUDENT = "held out"

RIGHT, WRONG, NONE = "right", "wrong", "none"


@dataclass(frozen=True)
class HeldOut:
    """One mistake, held out: what each layer said, and whether that is right."""

    entry: str
    caught: bool
    siblings_kept: str  # the bank without this entry
    siblings_removed: str  # the bank without any entry of the same hint
    fact: str  # about the answers, which says what is wrong
    place: str  # a fact that only says where to look
    form: bool  # the structure of the answer is named, or that there is none
    question: bool  # a failed test asks its own question
    facts: tuple[str, ...] = ()  # the kinds of all facts that could be said, the one that is said first


@dataclass(frozen=True)
class Pair:
    """Two mistakes at once: in two exercises (`together` is False), or in one function."""

    first: str
    second: str
    together: bool
    verdict: str


class Bench:
    """One assignment, ready to be measured."""

    def __init__(self, assignment: Assignment) -> None:
        self.assignment = assignment
        self.judge = LocalJudge(assignment, SECRET)
        self.diagnostician = Diagnostician(assignment, self.judge.returns)
        self.entries = bank.read_bank(assignment.hidden, bank.MISTAKES)

    def close(self) -> None:
        """End the judge."""
        self.judge.close()

    def hold_out(self, entry: Entry) -> HeldOut:
        """Judge one mistake, and diagnose it without itself."""
        outcomes = self._outcomes([entry], entry.function, SECRET)
        failed = [outcome for outcome in outcomes if outcome.verdict == FAILED]
        scripts = self.diagnostician.scripts(entry.function, outcomes)
        matching = [other for other in self.diagnostician.explaining(entry.function, scripts) if other.name != entry.name]
        kept = conclude(entry.function, matching)
        removed = conclude(entry.function, [other for other in matching if other.text != entry.text])
        findings = _all(self.diagnostician.by_facts(entry.function, scripts))
        found = findings[0] if findings else None
        if removed is None and (found is None or not found.specific):  # else the hint of a part is not given
            same = frozenset(other.name for other in self.entries if other.text == entry.text)
            removed = conclude(entry.function, self.diagnostician.explaining_part(entry.function, scripts, without=same))
        verdict = NONE if found is None else RIGHT if self._holds([entry], entry.function, found) else WRONG
        return HeldOut(
            entry=entry.name,
            caught=bool(failed),
            siblings_kept=NONE if kept is None else RIGHT if kept.hint == entry.text else WRONG,
            siblings_removed=NONE if removed is None else WRONG,
            fact=verdict if found is not None and found.specific else NONE,
            place=verdict if found is not None and not found.specific else NONE,
            form=any(isinstance(outcome.error, FORMS) for outcome in failed),
            question=any(outcome.hint for outcome in failed),
            facts=tuple(dict.fromkeys(one.kind for one in findings)),
        )

    def in_two_exercises(self, first: Entry, second: Entry) -> Pair:
        """Put two mistakes into one notebook: is each diagnosed as it is alone?"""
        alone = [self._diagnosis([entry], entry.function) for entry in (first, second)]
        together = [self._diagnosis([first, second], entry.function) for entry in (first, second)]
        same = all(_said(one) == _said(other) for one, other in zip(alone, together, strict=True))
        return Pair(first.name, second.name, False, RIGHT if same else WRONG)

    def in_one_function(self, first: Entry, second: Entry) -> Pair | None:
        """Mix two mistakes of one function tensor by tensor; None where they do not touch different tensors."""
        mixed = Entry(first.assignment, first.function, f"{first.name} + {second.name}", "mixed", _mixture(first, second))
        outcomes = self._outcomes([mixed], first.function, SECRET)
        scripts = self.diagnostician.scripts(first.function, outcomes)
        if not scripts or self.diagnostician.explaining(first.function, scripts):
            return None  # one of the two hides the other
        exercise = self.assignment.exercise(first.function)
        found = self.diagnostician.diagnose(exercise, outcomes).get(first.function)
        if found is None:
            return Pair(first.name, second.name, True, NONE)
        right = found.hint in (first.text, second.text) if found.mistake else self._holds([mixed], first.function, found)
        return Pair(first.name, second.name, True, (RIGHT if right else WRONG) if found.mistake or found.specific else NONE)

    def _holds(self, entries: Sequence[Entry], function: str, found: Diagnosis) -> bool:
        """Is what was said of the answers borne out by fresh inputs?"""
        scripts = self.diagnostician.scripts(function, self._outcomes(entries, function, FRESH_SECRET))
        return any(one.note == found.note for one in self.diagnostician.by_facts(function, scripts))

    def _diagnosis(self, entries: Sequence[Entry], function: str) -> Diagnosis | None:
        outcomes = self._outcomes(entries, function, SECRET)
        return self.diagnostician.diagnose(self.assignment.exercise(function), outcomes).get(function)

    def _outcomes(self, entries: Sequence[Entry], function: str, secret: str) -> tuple[Outcome, ...]:
        """Judge a function's exercise, where these mistakes are all that is wrong: as in a submission, the rest is solved."""
        wrong = {self.assignment.exercise(entry.function).id for entry in entries}
        solved = frozenset(exercise.id for exercise in self.assignment.exercises) - wrong
        self.judge.secret, exercise = secret, self.assignment.exercise(function).id
        canonical = with_entries(self.assignment, entries)
        judgement = self.judge.judge(canonical, STUDENT, exercises=[exercise], solved=solved, shared=True)
        return judgement.outcomes[exercise]


def pairs_of_exercises(assignment: Assignment, entries: Sequence[Entry], count: int) -> Iterator[tuple[Entry, Entry]]:
    """Yield pairs of mistakes in two exercises, spread over the bank: always the same ones."""
    names = [exercise.id for exercise in assignment.exercises]
    by_exercise = [[e for e in entries if assignment.exercise(e.function).id == name] for name in names]
    groups = [group for group in by_exercise if group]
    for index in range(count if len(groups) > 1 else 0):
        one, other = groups[index % len(groups)], groups[(index + 1 + index // len(groups) % (len(groups) - 1)) % len(groups)]
        yield one[(7 * index) % len(one)], other[(11 * index) % len(other)]


def pairs_of_tensors(bench: Bench, count: int) -> Iterator[tuple[Entry, Entry]]:
    """Yield pairs of mistakes in one function whose answer holds several tensors: always the same ones."""
    functions = [f for f in dict.fromkeys(entry.function for entry in bench.entries) if bench.diagnostician.can_be_mixed(f)]
    for index in range(count if functions else 0):
        entries = [entry for entry in bench.entries if entry.function == functions[index % len(functions)]]
        first, second = entries[(7 * index) % len(entries)], entries[(7 * index + 5 + 3 * index) % len(entries)]
        if first.name != second.name:
            yield first, second


def _mixture(first: Entry, second: Entry) -> str:
    """Return a function that takes each tensor from the mistake that gets it wrong, the first one before the second."""
    name = first.function
    return (
        f"_right = {name}\n{first.source}\n_one = {name}\n{second.source}\n_two = {name}\n\n"
        "def _mixed(right, one, two):\n"
        "    if isinstance(right, dict):\n"
        "        return {key: _mixed(right[key], one[key], two[key]) for key in right}\n"
        "    if isinstance(right, tuple):\n"
        "        return tuple(map(_mixed, right, one, two))\n"
        "    same = np.shape(right) == np.shape(one) and np.allclose(right, one, rtol=1e-9, atol=0)\n"
        "    return two if same else one\n\n"
        f"def {name}(*arguments):\n"
        "    import copy\n"
        "    return _mixed(*(each(*copy.deepcopy(arguments)) for each in (_right, _one, _two)))\n"
    )


def _all(found: Iterator[Diagnosis]) -> list[Diagnosis]:
    """Return what is found, as far as the detectors are ready for the answers."""
    findings = list[Diagnosis]()
    with np.errstate(all="ignore"), contextlib.suppress(ArithmeticError, LookupError, TypeError, ValueError):
        findings.extend(found)
    return findings


def _said(found: Diagnosis | None) -> tuple[str, str | None] | None:
    return None if found is None else (found.hint, found.note)
