"""Finds why a failed exercise is wrong: by replaying the known mistakes on the recorded calls, else by facts; trusted side.

A known mistake explains a function when all its answers are the student's, at least one of them is not the reference's, and
no mistake with another hint does so too. Where none does, the answers themselves are compared with the reference's
(`facts`). Where nothing is sure, it says nothing: a wrong hint is worse than none.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from autograder.course import bank
from autograder.course.bank import Entry
from autograder.course.model import Assignment, Exercise
from autograder.diagnosis.calls import Script
from autograder.diagnosis.facts import describe
from autograder.diagnosis.memory import ReplayMemory, key_of
from autograder.diagnosis.parts import explained_tensors
from autograder.errors import Died, Missing, NotCallable, TimedOut, WrongArity
from autograder.judge.plugin import Outcome
from autograder.judge.proxy import Record
from autograder.judge.replay import NOT_HERE, TOO_LARGE, Implementation, Replayed, as_asked, equal, records_of, redrawn
from autograder.result import FAILED
from autograder.sandbox.wire import Rng
from autograder.testing.returns import Dict, Malformed, Returns, Tuple

_MAIN_KINDS = ("values", "properties", "shapes")
_KINDS_OF_OBJECTS = ("aliasing", "accepts", "raises")  # an object's values depend on its past: no fact about them stands alone
_NOTHING_KNOWN = ("OSError", NOT_HERE, TOO_LARGE)  # a file or object of the worker's is not here, or too much was handed on
FORMS = (Malformed, TimedOut, WrongArity, NotCallable, Missing, Died)  # what such a test says for itself is all there is to say


@dataclass(frozen=True)
class Diagnosis:
    """Why one function is wrong: a hint, from the bank's entry named, or from a fact about the answers."""

    function: str
    mistake: str | None
    hint: str
    note: str | None = None
    kind: str = "bank"
    specific: bool = True  # or does it only say where to look?


class Diagnostician:
    """The bank of one assignment, ready to be replayed."""

    def __init__(self, assignment: Assignment, returns: Mapping[str, Returns], entries: Sequence[Entry] | None = None) -> None:
        """Take the bank's entries, or those given; `returns` says what each function returns, as a structure."""
        self.assignment, self.returns = assignment, returns
        self._given = entries
        self._references: dict[tuple[str, ...], dict[str, Any]] = {}
        self._implementations: dict[tuple[str, tuple[str, ...]], Implementation] = {}
        self._memory = ReplayMemory()

    @property
    def reference(self) -> dict[str, Any]:
        """The reference's names; where nothing fails, neither these nor the bank are needed, and a second is saved."""
        return self._reference({})

    def _entries(self, function: str) -> Sequence[Entry]:
        """Return the mistakes of one function: the whole bank takes a second to read."""
        if self._given is None:
            return bank.read_bank(self.assignment.hidden, bank.MISTAKES, function)
        return bank.entries_for(self._given, [function])

    def diagnose(self, exercise: Exercise, outcomes: Sequence[Outcome]) -> Mapping[str, Diagnosis]:
        """Return a diagnosis by function, for the functions of this exercise that can be diagnosed."""
        found: dict[str, Diagnosis] = {}
        if all(outcome.verdict != FAILED for outcome in outcomes):
            return found
        for function in exercise.functions:
            scripts = self.scripts(function, outcomes)
            diagnosis = conclude(function, self.explaining(function, scripts)) or self._without_bank(function, scripts)
            if diagnosis is not None:
                found[function] = diagnosis
        return found

    def _without_bank(self, function: str, scripts: Sequence[Script]) -> Diagnosis | None:
        """Return what a fact says; where it only says where to look, a mistake that explains a part says more."""
        fact = _first(self.by_facts(function, scripts))
        if fact is not None and fact.specific:
            return fact
        return conclude(function, self.explaining_part(function, scripts)) or fact

    def aliasing(self, exercise: Exercise, outcomes: Sequence[Outcome]) -> Mapping[str, Diagnosis]:
        """Return, by function, which arguments it writes into: what the tests of purity show beside any other mistake.

        Where they are all that failed, `diagnose` speaks of them.
        """
        found: dict[str, Diagnosis] = {}
        purity = [outcome for outcome in outcomes if outcome.kind == "purity"]
        if any(outcome.verdict == FAILED and outcome.kind != "purity" for outcome in outcomes):
            for function in exercise.functions:
                one = _first(self._aliasing(function, self.scripts(function, purity)))
                if one is not None:
                    found[function] = one
        return found

    def scripts(self, function: str, outcomes: Sequence[Outcome]) -> list[Script]:
        """Return the calls of a function in each test that calls it; none where no such test failed.

        Long trainings are only looked at where nothing else failed. From here on the function has its time.
        """
        self._memory.spent = 0.0
        if any(outcome.verdict == FAILED and not outcome.chaotic for outcome in outcomes):
            outcomes = [outcome for outcome in outcomes if not outcome.chaotic]
        found = [self._script(function, outcome) for outcome in outcomes if records_of(function, outcome.transcript.records)]
        return found if any(script.failed for script in found) else []

    def explaining(self, function: str, scripts: Sequence[Script]) -> list[Entry]:
        """Return the known mistakes that answer as the student did.

        The main tests decide; where the student is right there, those of stability and purity that failed do too. A test that
        was passed with another answer than the reference's may have got it from a wrong function of another exercise. Of the
        tests of purity, those are left that change their arguments as the student did.
        """
        main = [script for script in scripts if script.main]
        if not any(script.wrong for script in main):
            main += [script for script in scripts if not script.main and script.failed]
        if not any(script.wrong for script in main):
            return []
        word_for_word = not any(script.tells for script in main)
        main.sort(key=lambda script: (not script.wrong, script.seconds))
        entries = self._entries(function)
        own = [script for script in main if script.failed or not script.wrong]
        found = self._all_explaining(entries, main, word_for_word=word_for_word)
        if not found and len(own) < len(main):
            found = self._all_explaining(entries, own, word_for_word=word_for_word)
        found = self._all_explaining(found, [script for script in scripts if script.purity], word_for_word=word_for_word)
        if len({entry.text for entry in found}) > 1:  # extreme numbers can tell apart what ordinary ones cannot
            others = [script for script in scripts if not script.main and not script.purity]
            found = self._all_explaining(found, others, word_for_word=word_for_word) or found
        return found

    def explaining_part(
        self, function: str, scripts: Sequence[Script], *, without: frozenset[str] = frozenset()
    ) -> list[Entry]:
        """Return the known mistakes that explain as many wrong tensors as any does, and the first one among them.

        There are none where an answer has no parts (see `can_be_mixed`).
        """
        if not self.can_be_mixed(function):
            return []
        main = [script for script in scripts if script.main and not any(script.drawn)]
        main.sort(key=lambda script: (not script.wrong, script.seconds))
        best, found = 0, list[Entry]()
        for entry in self._entries(function):
            if self._memory.is_late:
                return []
            count = 0 if entry.name in without else self._parts(entry, main)
            if count > best:
                best, found = count, []
            if count and count == best:
                found.append(entry)
        return found

    def can_be_mixed(self, function: str) -> bool:
        """Does the function, without drawing numbers, return several tensors, so that two mistakes can stand side by side?"""
        reference, spec = self.reference[function], self.returns.get(function)
        if inspect.isclass(reference) or "rng" in _parameters(reference):
            return False
        return isinstance(spec, Dict) or (isinstance(spec, Tuple) and any(isinstance(item, Dict) for item in spec.items))

    def _parts(self, entry: Entry, scripts: Sequence[Script]) -> int:
        total = 0
        for script in scripts:
            answers = self._answers(entry, script)
            calls = [pair for pair in zip(script.records, script.reference, strict=True) if pair[0].name == entry.function]
            if len(calls) < len(script.records):
                return 0  # an object has a life of its own
            count = explained_tensors(calls, answers, self.returns.get(entry.function))
            if count is None:
                return 0
            total += count
        return total

    def _script(self, function: str, outcome: Outcome) -> Script:
        records = tuple(records_of(function, outcome.transcript.records))
        reference, purity = self._reference(outcome.upstream)[function], outcome.kind == "purity"
        key, owner = key_of(records), ("the reference", tuple(sorted(outcome.upstream)))
        answers = tuple(self._memory.replay(owner, key, function, lambda: reference, records, watch=purity))
        drawn = (False,) * len(records)
        draws = any(record.name == function and not _has_generator(record) for record in records)
        if draws and "rng" in _parameters(reference):
            again = self._memory.replay(("drawn again", *owner), key, function, lambda: reference, records)
            drawn = tuple(not equal(one.value, other.value) for one, other in zip(answers, again, strict=True))
        main, failed = outcome.kind in _MAIN_KINDS and not outcome.chaotic, outcome.verdict == FAILED
        return Script(outcome.name, records, key, answers, drawn, outcome.upstream, purity, main, failed)

    def _all_explaining(self, entries: Sequence[Entry], scripts: Sequence[Script], *, word_for_word: bool) -> list[Entry]:
        found = []
        for entry in entries:
            if self._memory.is_late:
                return []
            if all(one.agrees(self._answers(entry, one), word_for_word=word_for_word) for one in scripts):
                found.append(entry)
        return found

    def _answers(self, entry: Entry, script: Script) -> Iterator[Replayed]:
        owner, own = (entry.name, tuple(sorted(script.upstream))), script.records
        make = partial(self._implementation, entry, script.upstream)
        return self._memory.replay(owner, script.key, entry.function, make, own, watch=script.purity)

    def _reference(self, upstream: Mapping[str, Implementation]) -> dict[str, Any]:
        """Return the reference's names; where the judge answered for other exercises' functions, with these in their places."""
        key = tuple(sorted(upstream))
        if key not in self._references:
            names = bank.reference_namespace(self.assignment)
            names.update({name: as_asked(function) for name, function in upstream.items()})
            self._references[key] = names
        return self._references[key]

    def _implementation(self, entry: Entry, upstream: Mapping[str, Implementation]) -> Implementation:
        key = entry.name, tuple(sorted(upstream))
        if key not in self._implementations:
            self._implementations[key] = bank.implement(entry, self._reference(upstream))
        return self._implementations[key]

    def by_facts(self, function: str, scripts: Sequence[Script]) -> Iterator[Diagnosis]:
        """Yield what comparing the student's answers with the reference's shows, the best first.

        The main tests come first; where they are passed, those of stability; where they are passed as well, purity.
        """
        subject = describe.Function(function, self.reference[function], self.returns)
        main = [self._calls(function, script) for script in scripts if script.main]
        if any(script.main and script.failed for script in scripts):
            found = describe.findings(subject, main, self._twins(function))
        elif extreme := [self._calls(function, s) for s in scripts if not s.main and not s.purity and s.failed]:
            found = describe.extreme_findings(subject, [*main, *extreme])
        else:
            yield from self._aliasing(function, scripts)
            return
        lives = any(record.name != function for script in scripts for record in script.records)  # an object's, or an iterator's
        plain = not lives and not inspect.isclass(self.reference[function])
        for one in found:
            if plain or one.kind in _KINDS_OF_OBJECTS:
                yield Diagnosis(function, None, one.hint, one.note, one.kind, one.specific)

    def _aliasing(self, function: str, scripts: Sequence[Script]) -> Iterator[Diagnosis]:
        subject = describe.Function(function, self.reference[function], self.returns)
        calls = [self._calls(function, script) for script in scripts if script.purity and script.failed]
        for one in describe.aliasing_findings(subject, calls):
            yield Diagnosis(function, None, one.hint, one.note, one.kind)

    def _twins(self, function: str) -> dict[str, Implementation]:
        """Return the other functions of the assignment that take the same arguments."""
        own = _parameters(self.reference[function])
        names = [name for exercise in self.assignment.exercises for name in exercise.functions if name != function]
        plain = [name for name in names if not inspect.isclass(self.reference[name])]
        return {name: self.reference[name] for name in plain if own and _parameters(self.reference[name]) == own}

    def _calls(self, function: str, script: Script) -> list[describe.Call]:
        reference, again = self._reference(script.upstream)[function], redrawn(script.records)
        others: Iterable[Replayed | None] = [None] * len(script.records)
        if again:
            owner = "the reference", tuple(sorted(script.upstream))
            others = self._memory.replay(owner, key_of(again), function, lambda: reference, again)
        quadruples = zip(script.records, script.reference, others, script.drawn, strict=True)
        return [
            describe.Call(record, answer, other, script.failed)
            for record, answer, other, drawn in quadruples
            if not drawn and answer.fault not in _NOTHING_KNOWN
        ]


def _first(found: Iterator[Diagnosis]) -> Diagnosis | None:
    """Return the best finding; what no detector is ready for costs the finding, and never the grading."""
    try:
        with np.errstate(all="ignore"):
            return next(found, None)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None


def _has_generator(record: Record) -> bool:
    """Was the call given a generator, so that its answer is the same each time?"""
    return any(isinstance(argument, Rng) for argument in record.arguments)


def _parameters(implementation: Implementation) -> list[str]:
    return list(inspect.signature(implementation).parameters)


def conclude(function: str, entries: Sequence[Entry]) -> Diagnosis | None:
    """Return the known mistake's hint, where all entries that explain the function have the same one."""
    if not entries or len({entry.text for entry in entries}) > 1:
        return None
    return Diagnosis(function, entries[0].name, entries[0].text)
