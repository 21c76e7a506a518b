"""The judge: verdicts, faults, replaced workers, second chances and seeds, on a toy whose answers are known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from autograder.course.model import Assignment
from autograder.errors import Died, KitBroken, Missing, Raised, TimedOut, WrongArity
from autograder.grading.grader import Grader, GradingSettings
from autograder.judge.judge import Judgement
from autograder.result import BROKEN, CRASHED, FAILED, PASSED, SKIPPED, TIMED_OUT
from autograder.submission.canonical import canonicalise

from . import toy
from .handmade import blank, one_wrong, solved

HALF = 'def half(x):\n    """Return the answer."""\n    {half}\n\n\ndef third(x):\n    """Return the answer."""\n    {third}'


def pair(half: str = "return x / 2", third: str = "return x / 3") -> str:
    """Return the cell of half and third with these bodies."""
    return HALF.format(half=half, third=third)


def judged(grader: Grader, grade_id: str, text: str, name: str = "ada") -> Judgement:
    """Judge the solution with one answer replaced."""
    canonical = canonicalise(one_wrong(grader.assignment, grade_id, text, name), grader.assignment)
    return grader.judge.judge(canonical, name)


def verdicts(judgement: Judgement, exercise: str) -> dict[str, str]:
    """Return the verdicts of an exercise's tests by name."""
    return {outcome.name: outcome.verdict for outcome in judgement.outcomes[exercise]}


def test_right_work_passes_every_test(toy_grader: Grader) -> None:
    """The reference solution passes all tests but the one that is broken itself."""
    judgement = toy_grader.judge.judge(canonicalise(solved(toy_grader.assignment), toy_grader.assignment), "ada")
    found = {(e, o.name): o.verdict for e, outcomes in judgement.outcomes.items() for o in outcomes}
    assert found.pop(("odd", "test_with_a_fault_of_its_own")) == BROKEN
    assert set(found.values()) == {PASSED} and len(found) == 9
    assert not judgement.flags and not judgement.violations


def test_wrong_work_fails_the_tests_that_it_gets_wrong(toy_grader: Grader) -> None:
    """A function that adds 2 is right for 2 and wrong elsewhere, and only there it fails."""
    found = verdicts(judged(toy_grader, "double_solution", "def double(x):\n    return x + 2"), "double")
    assert found == {"test_value": PASSED, "test_negative": FAILED, "test_any_number": FAILED, "test_left_alone": PASSED}


def test_a_tests_own_fault_is_broken_and_costs_nothing(toy_grader: Grader) -> None:
    """An exception of the hidden test's own is the kit's fault: full marks, and a person is asked to look."""
    result = toy_grader.grade(solved(toy_grader.assignment)).result
    odd = next(one for one in result.exercises if one.id == "odd")
    assert (odd.score, odd.max_score, odd.status) == (2.0, 2.0, "needs review")
    assert result.broken == ["odd"] and result.score == result.max_score == 15.0


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("def double(x):\n    raise KeyError('mine')", Raised),
        ("def double(x):\n    while True: pass", TimedOut),
        ("def double(x):\n    import os\n    os._exit(3)", Died),
        ("def twice(x):\n    return 2 * x", Missing),
        ("def double():\n    return 4", WrongArity),
    ],
    ids=["raises", "hangs", "dies", "missing", "arity"],
)
def test_a_students_fault_fails_the_test(toy_grader: Grader, text: str, fault: type[Exception]) -> None:
    """Whatever happens in the student's function fails the test and is never taken for the kit's fault."""
    judgement = judged(toy_grader, "double_solution", text)
    assert {outcome.verdict for outcome in judgement.outcomes["double"]} == {FAILED}
    assert {type(outcome.error) for outcome in judgement.outcomes["double"]} == {fault}
    assert set(verdicts(judgement, "pair").values()) == {PASSED}


def test_a_hang_costs_only_its_own_tests(toy_grader: Grader) -> None:
    """An endless loop in one function leaves the other function of its exercise, and all other exercises, their marks."""
    judgement = judged(toy_grader, "pair_solution", pair(third="while True:\n        pass"))
    assert verdicts(judgement, "pair") == {"test_half": PASSED, "test_half_of_nothing": PASSED, "test_third": FAILED}
    assert verdicts(judgement, "chain") == {"test_chain": PASSED}


def test_a_hang_that_ignores_the_alarm_is_killed_and_reported(toy_grader: Grader) -> None:
    """A function that swallows every exception for ever is killed from outside; the worker is replaced, the rest goes on."""
    stubborn = ("while True:", "    try:", "        while True: pass", "    except BaseException: pass")
    judgement = judged(toy_grader, "pair_solution", pair(third="\n    ".join(stubborn)))
    assert verdicts(judgement, "pair") == {"test_half": PASSED, "test_half_of_nothing": PASSED, "test_third": FAILED}
    assert verdicts(judgement, "chain") == {"test_chain": PASSED}
    assert judgement.flags == {TIMED_OUT}


def test_a_dead_worker_is_replaced(toy_grader: Grader) -> None:
    """A function that ends the process fails its tests; the cells run again in a new worker, and the next test passes."""
    judgement = judged(toy_grader, "pair_solution", pair(half="import os; os._exit(0)"))
    assert verdicts(judgement, "pair") == {"test_half": FAILED, "test_half_of_nothing": FAILED, "test_third": PASSED}
    assert verdicts(judgement, "chain") == {"test_chain": PASSED}
    assert judgement.flags == {CRASHED}


def test_a_cell_that_ends_the_process_costs_only_itself(toy_grader: Grader) -> None:
    """A cell that exits is blanked and named; every other exercise keeps its marks."""
    graded = toy_grader.grade(one_wrong(toy_grader.assignment, "double_solution", "import os\nos._exit(0)"))
    scores = {one.id: one.score for one in graded.result.exercises}
    assert scores == {"double": 0.0, "pair": 6.0, "chain": 3.0, "odd": 2.0}
    assert graded.result.flags == (CRASHED,)
    double = graded.result.exercises[0]
    assert double.note is not None and "process" in double.note


def test_one_unfilled_function_of_two_is_not_started_alone(toy_grader: Grader) -> None:
    """Where one function of an exercise still raises NotImplementedError, its tests are skipped and the other's count."""
    graded = toy_grader.grade(one_wrong(toy_grader.assignment, "pair_solution", pair(third="raise NotImplementedError()")))
    exercise = next(one for one in graded.result.exercises if one.id == "pair")
    assert {test.name: test.verdict for test in exercise.tests} == {
        "test_half": PASSED,
        "test_half_of_nothing": PASSED,
        "test_third": SKIPPED,
    }
    assert (exercise.score, exercise.status) == (4.0, "partial")
    assert [test.note for test in exercise.tests if test.note] == ["third is not started."]


def test_functions_that_all_raise_not_implemented_are_not_started(toy_grader: Grader) -> None:
    """A stub that was only touched (another parameter name) is reported as not started, not as wrong."""
    text = 'def double(number):\n    """Return the answer."""\n    raise NotImplementedError("later")'
    exercise = toy_grader.grade(one_wrong(toy_grader.assignment, "double_solution", text)).result.exercises[0]
    assert (exercise.status, exercise.score) == ("not started", 0.0)
    assert {test.verdict for test in exercise.tests} == {SKIPPED}


def test_the_blank_notebook_runs_no_hidden_test(toy_grader: Grader) -> None:
    """Every exercise of the released notebook is not started, and no test of it runs."""
    judgement = toy_grader.judge.judge(canonicalise(blank(toy_grader.assignment), toy_grader.assignment), "ada")
    assert judgement.outcomes == {}
    result = toy_grader.grade(blank(toy_grader.assignment)).result
    assert [one.status for one in result.exercises] == ["not started"] * 4
    assert result.score == 0.0 and not result.messages and not result.flags


def test_a_mistake_upstream_does_not_cost_twice(toy_grader: Grader) -> None:
    """A wrong `double` loses its own marks; `chain`, which builds on it, is judged again with the right one and passes."""
    judgement = judged(toy_grader, "double_solution", "def double(x):\n    return 3 * x")
    assert FAILED in verdicts(judgement, "double").values()
    assert verdicts(judgement, "chain") == {"test_chain": PASSED}


def test_the_second_chance_does_not_excuse_the_exercise_itself(toy_grader: Grader) -> None:
    """A wrong `chain` fails with its own `double` and with the judge's."""
    judgement = judged(toy_grader, "chain_solution", "def chain(x):\n    return double(x) - 1")
    assert verdicts(judgement, "chain") == {"test_chain": FAILED}


def drawn(grader: Grader, name: str) -> float:
    """Return the random input that a student's `double` is given."""
    judgement = grader.judge.judge(canonicalise(solved(grader.assignment), grader.assignment), name)
    outcome = next(o for o in judgement.outcomes["double"] if o.name == "test_any_number")
    assert outcome.seeded
    return float(outcome.transcript.records[0].arguments[0])


def test_random_inputs_differ_between_students_and_stay_for_one(toy_grader: Grader) -> None:
    """Ada gets the same random input at every regrade, and Bob another: answers cannot be copied or hard-coded."""
    assert drawn(toy_grader, "ada") == drawn(toy_grader, "ada")
    assert drawn(toy_grader, "ada") != drawn(toy_grader, "bob")


def test_random_inputs_depend_on_the_course_secret(toy_grader: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has the kit but not the secret cannot compute the inputs."""
    before = drawn(toy_grader, "ada")
    monkeypatch.setattr(toy_grader.judge, "secret", "another secret")
    assert drawn(toy_grader, "ada") != before


def test_a_name_that_is_no_text_can_be_judged(toy_grader: Grader) -> None:
    """A folder name that is not UTF-8 reaches us as lone surrogates; it seeds inputs like any other name."""
    judgement = toy_grader.judge.judge(canonicalise(solved(toy_grader.assignment), toy_grader.assignment), "ad\udce0")
    assert set(verdicts(judgement, "double").values()) == {PASSED}


def test_only_the_exercises_that_are_asked_for_are_judged(toy_grader: Grader) -> None:
    """Naming exercises leaves the others out of the result and its maximum."""
    result = toy_grader.grade(solved(toy_grader.assignment), exercises=["pair"]).result
    assert [one.id for one in result.exercises] == ["pair"] and result.max_score == 6.0


def test_the_transcript_keeps_the_arguments_as_they_were(toy_grader: Grader) -> None:
    """A function that overwrites its argument fails the purity test, and the record still holds what it was given."""
    text = "def double(x):\n    x *= 2\n    return x"
    judgement = judged(toy_grader, "double_solution", text)
    outcome = next(o for o in judgement.outcomes["double"] if o.name == "test_left_alone")
    assert outcome.verdict == FAILED
    assert np.array_equal(outcome.transcript.records[0].arguments[0], np.ones(3))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("import autograder.no_such_module", "no_such_module"),
        ("def test_value(student):\n    pass", "needs a kind"),
        ("from autograder.testing.kinds import values\n\n@values\ndef test_value(student):\n    pass", "its title"),
    ],
    ids=["does not import", "no kind", "no title"],
)
def test_hidden_tests_that_cannot_be_used_stop_the_grader(
    text: str, said: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A hidden test that does not import, or lacks its kind or title, is an error of the kit that names the file."""
    course = toy.write_course(tmp_path_factory.mktemp("faulty"), files={**toy.HIDDEN_FILES, "test_double.py": text})
    with pytest.raises(KitBroken, match=r"test_double\.py") as caught:
        Grader(course.assignment(toy.NAME), GradingSettings(secret="s"))
    assert said in str(caught.value)


def test_a_judge_that_ends_leaves_the_host_where_it_is(
    toy_assignment: Assignment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A judge's session that began in one folder ends in another, when the process has gone there: it stays where it is."""
    begun, later = tmp_path / "begun", tmp_path / "later"
    begun.mkdir()
    later.mkdir()
    monkeypatch.chdir(begun)
    with Grader(toy_assignment, GradingSettings(secret="s")):
        monkeypatch.chdir(later)
    assert Path.cwd() == later
