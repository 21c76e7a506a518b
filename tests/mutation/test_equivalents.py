"""The tables of equivalent mutants speak of mutants that there are, and give each a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course.model import find_course
from autograder.gate.checks import Caught, Report, Task
from autograder.gate.mutants import mutants_of
from autograder.gate.mutation_run import MUTANTS, read_equivalents, stale_entries, tally
from autograder.testing.equivalent import Equivalent

COURSE = find_course(Path(__file__).parent)


@pytest.mark.parametrize("name", COURSE.names())
def test_no_entry_is_stale(name: str) -> None:
    """Every entry names one mutant of the solution as it is written now."""
    assert stale_entries(COURSE.assignment(name), read_equivalents(COURSE.assignment(name))) == []


@pytest.mark.parametrize("name", COURSE.names())
def test_every_entry_gives_a_reason(name: str) -> None:
    """A reason is a sentence."""
    for entry in read_equivalents(COURSE.assignment(name)):
        assert entry.reason.endswith(".") and len(entry.reason.split()) >= 4, entry


def test_an_entry_for_another_text_is_stale() -> None:
    """When the solution changes, its old entries are told apart from the rest."""
    table = read_equivalents(COURSE.assignment("warmup"))
    moved = replace(table[0], before=f"{table[0].before} + 1")
    assert stale_entries(COURSE.assignment("warmup"), (moved, *table[1:])) == [moved]


def test_an_entry_that_stands_there_twice_is_stale() -> None:
    """The second reason for one mutant would never be read."""
    table = read_equivalents(COURSE.assignment("warmup"))
    assert stale_entries(COURSE.assignment("warmup"), (*table, table[0])) == [table[0], table[0]]


def test_an_assignment_without_a_table_has_no_entries() -> None:
    """A course's own assignment need not explain anything."""
    assignment = replace(COURSE.assignment("warmup"), name="an_assignment_of_someone_else")
    assert read_equivalents(assignment) == ()


def fates(caught: dict[str, tuple[str, ...]]) -> list[Report]:
    """Reports that say by which tests each mutant of warmup was failed."""
    mutants = mutants_of(COURSE.assignment("warmup"))
    ones = [Caught(m.entry.name, m.function, MUTANTS, caught.get(m.entry.name, ("test_x (values)",)), None, 9) for m in mutants]
    return [Report(Task("warmup", MUTANTS), (), tuple(ones))]


def test_a_survivor_without_an_entry_is_unexplained() -> None:
    """One mutant that no test fails, and that no entry names, spoils the tally."""
    assignment = COURSE.assignment("warmup")
    explained = {entry.key for entry in read_equivalents(COURSE.assignment("warmup"))}
    survivor = next(mutant for mutant in mutants_of(assignment) if mutant.key not in explained)
    survivors = {mutant.entry.name: () for mutant in mutants_of(assignment) if mutant.key in explained}
    assert tally(assignment, fates(dict(survivors)), None).clean
    found = tally(assignment, fates({**survivors, survivor.entry.name: ()}), None)
    assert found.unexplained == (survivor,)
    assert not found.clean


def test_an_entry_that_a_test_fails_is_refuted() -> None:
    """What a hidden test can tell from the solution is not equivalent, whatever the reason says."""
    found = tally(COURSE.assignment("warmup"), fates({}), None)
    assert [entry for entry, _ in found.refuted] == list(read_equivalents(COURSE.assignment("warmup")))
    assert not found.clean


def test_a_mutant_that_breaks_a_test_spoils_the_tally() -> None:
    """A hidden test that breaks is the kit's own fault, although the mutant is caught."""
    assignment = COURSE.assignment("warmup")
    explained = {entry.key for entry in read_equivalents(COURSE.assignment("warmup"))}
    survivors: dict[str, tuple[str, ...]] = {m.entry.name: () for m in mutants_of(assignment) if m.key in explained}
    breaking = next(mutant for mutant in mutants_of(assignment) if mutant.key not in explained)
    found = tally(assignment, fates({**survivors, breaking.entry.name: ("test_x (broken: KeyError())",)}), None)
    assert [mutant for mutant, _ in found.breaking] == [breaking]
    assert not found.clean


def test_a_sample_is_the_same_every_time() -> None:
    """A sample holds as many mutants as asked for, in the order of the whole."""
    assignment = COURSE.assignment("warmup")
    everything, sample = mutants_of(assignment), mutants_of(assignment, 20)
    mutants_of.cache_clear()
    assert mutants_of(assignment, 20) == sample
    assert [mutant for mutant in everything if mutant in sample] == list(sample)
    assert len(sample) == 20


def test_entries_compare_by_what_they_name() -> None:
    """The key of an entry is the key of its mutant; the reason is no part of it."""
    one = Equivalent("f", "constant", "a + 1", "a + 2", "Reason.")
    assert one.key == replace(one, reason="Another reason.").key == ("f", "constant", "a + 1", "a + 2", 1)
