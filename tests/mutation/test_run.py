"""`autograder mutate` on a real assignment: a survivor that nothing explains is shown, and a gap in the tests is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course.bank import Entry
from autograder.course.model import find_course
from autograder.gate.checks import Task, judge_entry
from autograder.gate.mutants import mutants_of
from autograder.gate.mutation_run import MUTANTS, Tally, check_or_judge, judge_mutants
from autograder.grading.grader import Grader, GradingSettings

pytestmark = pytest.mark.long

COURSE = find_course(Path(__file__).parent)


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    """A grader of the smallest assignment."""
    with Grader(COURSE.assignment("warmup"), GradingSettings(secret="mutation")) as one:
        yield one


def test_a_survivor_is_shown_with_its_change_and_ends_with_3(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the table, the survivors are printed as a change of lines, with the entry that would explain each.

    That no survivor is unexplained with it, of any assignment, is what `autograder verify --mutants` says in `make test`.
    """
    monkeypatch.setattr("autograder.gate.mutation_run.read_equivalents", lambda name: ())
    result = CliRunner().invoke(main, ["mutate", "warmup", "--jobs", "1"])
    assert result.exit_code == 3, result.output
    assert f"{len(mutants_of(COURSE.assignment('warmup')))} mutants" in result.output
    assert "- return y.reshape(1, -1).astype(float)" in result.output
    assert "+ return y.reshape(1, -2).astype(float)" in result.output
    assert "Equivalent('as_row', 'constant', 'y.reshape(1, -1)', 'y.reshape(1, -2)')" in result.output


@pytest.mark.parametrize("survives", [True, False])
def test_verify_with_mutants_fails_for_a_survivor_alone(monkeypatch: pytest.MonkeyPatch, survives: bool) -> None:
    """The gate with mutants shows one that nothing explains and ends with 3, also where the gate itself is open."""
    (mutant, *_) = mutants_of(COURSE.assignment("warmup"))
    clean = Tally("warmup", (mutant,), (), (), (), (), (), ())
    found = replace(clean, caught=(), unexplained=(mutant,)) if survives else clean
    monkeypatch.setattr("autograder.commands.verify.run_gate_and_mutation", lambda gate, on_report: ([], [found]))
    result = CliRunner().invoke(main, ["verify", "warmup", "--mutants"])
    assert "The gate is open." in result.output, result.output
    assert result.exit_code == (3 if survives else 0)
    assert (mutant.place in result.output) == survives


def test_both_kinds_of_task_are_done(grader: Grader) -> None:
    """What does the gate's tasks beside the mutants does each as it is done alone."""
    for task in (Task("warmup", MUTANTS, 10), Task("warmup", "floors")):
        done = check_or_judge(task, COURSE, grader)
        assert (len(done.caught) > 0) == (task.kind == MUTANTS) and done.findings == ()


def test_a_name_that_is_no_assignment_is_refused() -> None:
    """The message names it, and the exit code is that of a usage error."""
    result = CliRunner().invoke(main, ["mutate", "warmdown"])
    assert result.exit_code == 2
    assert "warmdown" in result.output


def test_a_mutant_is_judged_up_to_its_first_failure(grader: Grader) -> None:
    """In haste, one failed test is enough; otherwise every test of the exercise is run."""
    wrong = Entry("warmup", "feature_means", "wrong", "", "def feature_means(X):\n    return None\n")
    hasty, whole = (judge_entry(wrong, MUTANTS, grader, hasty=haste) for haste in (True, False))
    assert len(hasty.failed) == 1 < len(whole.failed)
    assert hasty.failed[0] == whole.failed[0]


def test_a_mutant_that_hangs_or_ends_the_process_is_caught(grader: Grader) -> None:
    """No answer is a wrong answer, and the next mutant is judged as ever."""
    hangs = Entry("warmup", "as_row", "hangs", "", "def as_row(y):\n    while True:\n        pass\n")
    dies = Entry("warmup", "as_row", "dies", "", "def as_row(y):\n    import os\n    os._exit(3)\n")
    assert all(judge_entry(entry, MUTANTS, grader, hasty=True).failed for entry in (hangs, dies))
    right = Entry("warmup", "as_row", "right", "", "def as_row(y):\n    return y.reshape(1, -1).astype(float)\n")
    assert not judge_entry(right, MUTANTS, grader, hasty=True).failed


def test_a_task_judges_its_own_mutants(grader: Grader) -> None:
    """A task begins at its own mutant, and says of each by which test it was failed."""
    report = judge_mutants(Task("warmup", MUTANTS, 10), COURSE, grader, None)
    assert [one.entry for one in report.caught] == [m.entry.name for m in mutants_of(grader.assignment)[10:20]]
    assert report.findings == ()
