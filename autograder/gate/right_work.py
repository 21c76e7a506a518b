"""The part of the release gate that puts right work into a whole solved notebook: variants and assumptions; trusted side."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from autograder.course.bank import Entry
from autograder.course.model import Assignment, defined_names
from autograder.gate.files import Problem
from autograder.gate.stand_in import override_solution
from autograder.grading.grader import Grader
from autograder.grading.scoring import score_exercise
from autograder.judge.plugin import Outcome
from autograder.result import BROKEN, PASSED, TestResult

STUDENT = "the gate"  # as in the tasks of the bank: what is replayed on the same inputs is remembered
LEAST = 0.85  # of an exercise, for right work with one assumption

Outcomes = Mapping[str, Sequence[Outcome]]


def check_variants_together(grader: Grader, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Every variant, in a whole notebook of variants, leaves full marks to all exercises.

    Many are judged at once, one for each function. Where a test fails, each is judged alone in the solved notebook: two
    variants need not fit each other (a cache may hold what the next function needs), but each must fit the solution.
    Exercises that meet nothing but one variant of their own are left out: it is judged there alone, as one of the bank.
    """
    met = _met(grader)
    for together in _rounds(entries):
        if not _lost(together, _judged(grader, together, _meeting_others(grader.assignment, met, together))):
            continue
        for entry in together:
            others = [name for name in affected(grader.assignment, entry.function) if name in grader.judge.exercises]
            if entry.mutates:  # what it does to its arguments is what purity asks about, and may meet the functions around it
                others = [grader.assignment.exercise(entry.function).id]
            lost = _lost((entry,), _judged(grader, (entry,), others))
            if lost:
                place = f"{grader.assignment.hidden.name}/{entry.file}: {entry.name}"
                what = f"is right work, and in the solved notebook it fails {', '.join(lost[:4])}"
                yield place, what, "Give the tolerance of what is built on it at least the room that its own tests give."


def check_assumption(grader: Grader, entry: Entry) -> Iterator[Problem]:
    """Right work that assumes one thing too much loses one test, in its own exercise and in those that build on it."""
    place = f"{grader.assignment.hidden.name}/{entry.file}: {entry.name}"
    remedy = "Put the size or type that it does not expect into one test of the shapes, and ordinary ones into the others."
    exercises = [name for name in affected(grader.assignment, entry.function) if name in grader.judge.exercises]
    for exercise, outcomes in _judged(grader, (entry,), exercises).items():
        failed = [f"{outcome.name} ({outcome.kind})" for outcome in outcomes if outcome.verdict != PASSED]
        share = share_of(outcomes)
        if any(outcome.verdict == BROKEN for outcome in outcomes):
            yield place, f"breaks a test of {exercise}", "Check the answer with compare.* before computing with it."
        elif len(failed) > 1 or share < LEAST:
            yield place, f"keeps {share:.0%} of {exercise}, and fails {', '.join(failed)}", remedy


def share_of(outcomes: Sequence[Outcome]) -> float:
    """Return the share of an exercise that these verdicts are worth."""
    tests = tuple(TestResult(one.name, one.title, one.verdict, one.weight, kind=one.kind) for one in outcomes)
    return score_exercise("", 1.0, tests, None, started=True).score


def affected(assignment: Assignment, function: str) -> list[str]:
    """Return the exercise of a function, and all whose own functions use it, through whatever other functions."""
    own, uses = assignment.exercise(function).id, _uses(assignment)
    reached = {function}
    while more := {name for name, names in uses.items() if names & reached} - reached:
        reached |= more
    return [one.id for one in assignment.exercises if one.id == own or reached & set(one.functions)]


def _uses(assignment: Assignment) -> Mapping[str, set[str]]:
    """Return the names that stand in the cell in which each name is defined."""
    uses: dict[str, set[str]] = {}
    for cell in assignment.cells:
        if cell.runs_while_grading:
            names = {node.id for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Name)}
            uses |= dict.fromkeys(defined_names(cell.source), names)
    return uses


def _met(grader: Grader) -> Mapping[str, set[str]]:
    """Return the names that each exercise's tests come to: the solution's functions that they call, and what these use."""
    uses, met = _uses(grader.assignment), {}
    for exercise, outcomes in _judged(grader, (), grader.judge.exercises).items():
        reached = {record.name.partition(".")[0] for one in outcomes for record in one.transcript.records}
        while more := {name for known in reached for name in uses.get(known, ())} - reached:
            reached |= more
        met[exercise] = reached
    return met


def _meeting_others(assignment: Assignment, met: Mapping[str, set[str]], together: Sequence[Entry]) -> list[str]:
    """Return the exercises whose tests come to another exercise's variant, or to several."""
    found = []
    for exercise, names in met.items():
        reached = [entry for entry in together if entry.function in names or assignment.exercise(entry.function).id == exercise]
        if len(reached) > 1 or any(assignment.exercise(entry.function).id != exercise for entry in reached):
            found.append(exercise)
    return found


def _rounds(entries: Sequence[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Deal the entries out so that each round holds at most one for each function."""
    functions = dict.fromkeys(entry.function for entry in entries)
    for together in zip_longest(*([one for one in entries if one.function == name] for name in functions)):
        yield tuple(entry for entry in together if entry is not None)


def _judged(grader: Grader, entries: Sequence[Entry], exercises: Sequence[str]) -> Outcomes:
    canonical = override_solution(grader.assignment, "\n\n".join(entry.source for entry in entries))
    judgement = grader.judge.judge(canonical, STUDENT, exercises=exercises, upstream_is_right=True, shared=True)
    return judgement.outcomes


def _lost(entries: Sequence[Entry], outcomes: Outcomes) -> list[str]:
    """Return the tests that are not passed, but for purity where a variant says that it mutates.

    What is built on such a function changes what it is given as well; students are judged there with a right one instead.
    """
    mutating = any(entry.mutates for entry in entries)
    return [
        f"{exercise}: {one.name} ({one.kind})"
        for exercise, tests in outcomes.items()
        for one in tests
        if one.verdict != PASSED and not (mutating and one.kind == "purity")
    ]
