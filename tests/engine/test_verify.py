"""The release gate finds planted faults, each with its place and its remedy, and finds nothing in a clean course."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.course import bank
from autograder.course.bank import Entry
from autograder.course.model import Course
from autograder.gate import pool as gate
from autograder.gate import right_work
from autograder.gate.checks import Finding, Report, Task, run_task, tasks_for
from autograder.gate.pool import Gate
from autograder.grading.grader import Grader, GradingSettings

from . import toy
from .conftest import DEADLINES
from .handmade import Cell, cell

CLEAN_FILES = {
    **toy.HIDDEN_FILES,
    "test_odd.py": toy.HIDDEN_FILES["test_odd.py"].replace('    {}["not the student\'s doing"]\n', ""),
}
CHECKS = ("handout", "solution and stub", "whole notebook", "blank notebook", "garbage", "nonsense", "variants together")
KINDS = (*CHECKS, *bank.KINDS)


@dataclass(frozen=True)
class Bench:
    """A toy course with its grader."""

    course: Course
    grader: Grader

    def findings(self, kind: str) -> tuple[Finding, ...]:
        """Return what one task of the gate finds."""
        return run_task(Task(toy.NAME, kind), self.course, self.grader).findings


def write_release(course: Course) -> None:
    """Write what nbgrader would make of the toy's notebook."""
    cells = [cell(one.released, one.grade_id, one.kind) for one in course.assignment(toy.NAME).cells]
    path = course.release(toy.NAME)
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}))


def bench(root: Path, files: Mapping[str, str], cells: tuple[Cell, ...] = toy.CELLS) -> Iterator[Bench]:
    """Set a toy up."""
    course = toy.write_course(root, cells, files)
    write_release(course)
    with Grader(course.assignment(toy.NAME), GradingSettings(deadlines=DEADLINES, secret="s")) as grader:
        yield Bench(course, grader)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """A toy without a fault."""
    yield from bench(tmp_path_factory.mktemp("clean"), CLEAN_FILES)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "nonsense"])
def test_a_clean_course_passes(clean: Bench, kind: str) -> None:
    """Where nothing is wrong, nothing is found."""
    assert clean.findings(kind) == ()


def test_a_mistake_that_is_caught_is_also_recognised(clean: Bench) -> None:
    """The report of a mistake says which tests it fails and that it is diagnosed as itself."""
    report = run_task(Task(toy.NAME, bank.MISTAKES), clean.course, clean.grader)
    found = {one.entry: (one.diagnosis, len(one.failed)) for one in report.caught}
    assert found == {"double__adds_two": ("double__adds_two", 2), "double__no_answer": ("double__no_answer", 3)}


def test_an_open_solution_is_found(clean: Bench, tmp_path: Path) -> None:
    """A release in which an exercise is already solved does not pass the gate."""
    course = Course(tmp_path)
    path = course.release(toy.NAME)
    path.parent.mkdir(parents=True)
    text = clean.course.release(toy.NAME).read_text()
    solved = next(one for one in clean.grader.assignment.cells if one.grade_id == "double_solution")
    path.write_text(text.replace(json.dumps(solved.released), json.dumps(solved.source)))
    found = run_task(Task(toy.NAME, "solution and stub"), course, clean.grader).findings
    assert [(one.place, one.problem) for one in found] == [("release of toy: double", "is 'solved'")]


def test_nonsense_that_earns_is_found(clean: Bench) -> None:
    """Half of nothing is zero, three is odd, and twice two stands in a visible check: what a guess can meet is found."""
    found = {(one.place, one.problem.partition(" earn ")[0]) for one in clean.findings("nonsense")}
    assert ("test_pair.py", "zeros") in found and ("test_odd.py", "ones") in found
    assert ("test_double.py", "the visible checks' answers") in found
    assert {what for place, what in found if place in ("test_double.py", "test_chain.py")} == {"the visible checks' answers"}


def fails_on_garbage(task: Task, course: Course, grader: Grader) -> Report:
    """Stand in for a task of the gate that fails."""
    if task.kind == "garbage":
        raise RuntimeError("planted")
    return Report(task, ())


def test_a_task_that_fails_is_a_finding_and_the_next_one_runs(clean: Bench) -> None:
    """An error inside the gate is reported with the task's name, and does not end the run."""
    work = gate.GateWork(Gate(clean.course, (toy.NAME,), 1, "auto"), fails_on_garbage)
    with work.warm(toy.NAME) as do:
        first, second = (do(Task(toy.NAME, kind)) for kind in ("garbage", "blank notebook"))
    assert first.findings[0].place == "toy: garbage" and "RuntimeError: planted" in first.findings[0].problem
    assert second.findings == ()


def test_the_gates_tasks_cover_the_whole_bank(course: Course) -> None:
    """Every assignment gets all its checks, and its tasks together judge every entry of the bank once."""
    for assignment in course.assignments():
        tasks = tasks_for(assignment)
        assert len({(one.kind, one.first) for one in tasks}) == len(tasks)
        assert {one.kind for one in tasks} - {*bank.KINDS} == {"files", "floors", "visible checks", *CHECKS}
        for kind in bank.KINDS:
            count = len(bank.read_bank(assignment.hidden, kind))
            assert sum(one.kind == kind for one in tasks) == -(-count // 12)


def test_variants_together_are_judged_where_they_meet(clean: Bench) -> None:
    """An exercise is judged where its tests come to another one's variant or to two; alone, its own is judged in the bank."""
    met = right_work._met(clean.grader)
    one, other, third = (Entry(toy.NAME, name, f"{name}__x", "", "") for name in ("double", "half", "third"))

    def meeting(*together: Entry) -> list[str]:
        return right_work._meeting_others(clean.grader.assignment, met, together)

    assert meeting() == meeting(other) == [] and meeting(one) == meeting(one, other) == ["chain"]
    assert sorted(meeting(one, other, third)) == ["chain", "pair"]


FAULTY_FILES = {
    **toy.HIDDEN_FILES,  # with a hidden test that is broken itself
    "test_double.py": toy.HIDDEN_FILES["test_double.py"]
    + '''

@properties
def test_that_trusts_the_answer(student):
    """It computes with an answer that it has not looked at."""
    compare.number(1 / student.double(1.0), 0.5)
''',
    "test_extra.py": toy.HIDDEN_FILES["test_chain.py"],
    "mistakes.py": '''
def double__right_after_all(x):
    """Is this a mistake?"""
    return x + x


def half__floor(x):
    """What is half of 1?"""
    return x / 2 + 1


def half__shifted(x):
    """Another question for the same mistake?"""
    return 1 + x / 2
''',
    "assumptions.py": '''
def double__above_zero(x):
    """Assumes a number above zero, of which every test should draw one."""
    assert type(x) is str
    return 2 * x
''',
    "variants.py": '''
def double__thrice(x):
    """Not right at all."""
    return x + x + x


def double__in_place(x):
    """Doubles in place, and does not say that it mutates."""
    x *= 2
    return x


def double__honest(x):
    """Mutates its argument."""
    x *= 2
    return x
''',
}

FAULTY_CELLS = (
    *toy.CELLS,
    toy.study("undefined_name", "study_broken"),
    toy.study("x = 1", "study_silent"),
    cell("def always(x):\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION", "always_solution", solution=True),
    cell("assert True", "always", grade=True, locked=True, points=1),
)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """A toy with every kind of fault."""
    yield from bench(tmp_path_factory.mktemp("faulty"), FAULTY_FILES, FAULTY_CELLS)


PLANTED = [
    ("solution and stub", "odd: test_with_a_fault_of_its_own", "the solution gets BROKEN", "Mend the test"),
    ("whole notebook", "toy.ipynb: study_broken", "does not run: name 'undefined_name' is not defined", "Mend the cell"),
    ("whole notebook", "toy.ipynb: study_silent", "shows nothing", "Draw or print"),
    ("blank notebook", "toy.ipynb: always", "passes before anything is solved", "what the stub cannot do"),
    ("garbage", "test_double.py: test_that_trusts_the_answer", "breaks on", "compare.*"),
    (bank.MISTAKES, "mistakes.py: double__right_after_all", "passes every hidden test", "Add a hidden test"),
    (bank.MISTAKES, "mistakes.py: half__floor", "ties with half__floor, half__shifted", "the same hint"),
    (bank.VARIANTS, "variants.py: double__thrice", "is right work, and fails", "Make the test accept it"),
    (bank.VARIANTS, "variants.py: double__in_place", "fails test_left_alone (purity)", "mend the variant"),
    ("variants together", "variants.py: double__thrice", "chain: test_chain (values)", "tolerance"),
    (bank.ASSUMPTIONS, "assumptions.py: double__above_zero", "keeps 0% of double", "one test of the shapes"),
]


@pytest.mark.parametrize(("kind", "place", "problem", "remedy"), PLANTED, ids=[place for _, place, _, _ in PLANTED])
def test_a_planted_fault_is_found(faulty: Bench, kind: str, place: str, problem: str, remedy: str) -> None:
    """Each planted fault is found at its place, with its remedy."""
    found = [one for one in faulty.findings(kind) if place in one.place and problem in one.problem]
    assert len(found) == 1 and remedy in found[0].remedy


def test_a_variant_that_says_it_mutates_may_lose_purity(faulty: Bench) -> None:
    """Only the variants that are wrong are found."""
    assert not any("double__honest" in one.place for one in faulty.findings(bank.VARIANTS))
