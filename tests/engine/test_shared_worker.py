"""The gate's shared worker: each entry finds the solution as it was at first, and one that ends the process harms no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.errors import KitBroken
from autograder.gate.stand_in import override_solution
from autograder.grading.grader import Grader
from autograder.judge.judge import Judgement
from autograder.result import BROKEN, FAILED, PASSED

RIGHT, WRONG = "def double(x):\n    return x + x", "def double(x):\n    return x + 2"


def shared(grader: Grader, source: str, exercise: str = "double") -> Judgement:
    """Judge the solution with these definitions behind it, in the shared worker."""
    canonical = override_solution(grader.assignment, source)
    return grader.judge.judge(canonical, "ada", exercises=[exercise], upstream_is_right=True, shared=True)


def all_passed(judgement: Judgement, exercise: str = "double") -> bool:
    """Did every test of the exercise pass?"""
    return all(outcome.verdict == PASSED for outcome in judgement.outcomes[exercise])


def test_requests_in_a_row_start_one_worker(toy_grader: Grader) -> None:
    """Ten entries are judged by one worker, each as itself."""
    shared(toy_grader, RIGHT)
    before = toy_grader.zygote.started
    assert [all_passed(shared(toy_grader, source)) for source in [RIGHT, WRONG] * 5] == [True, False] * 5
    assert toy_grader.zygote.started == before


def test_an_entry_leaves_no_names_behind(toy_grader: Grader) -> None:
    """What one entry defines, replaces or deletes, the next one finds as the solution has it."""
    shared(toy_grader, "left_over = 1\ndel half\n\n\ndef third(x):\n    return 0")
    assert not all_passed(shared(toy_grader, "def double(x):\n    return 2 * x * left_over"))
    assert all_passed(shared(toy_grader, RIGHT, "pair"), "pair")


def test_an_entry_leaves_no_changed_data_behind(toy_grader: Grader) -> None:
    """What one entry does in place to the notebook's data, the next does not see; what cannot be copied stays as it is."""

    data = "import numpy as np\ntable, drawn = {'a': np.ones(2)}, [0, 1, 2]\nnever = [(number for number in drawn)]\n"

    def judged(source: str) -> Judgement:
        canonical = override_solution(toy_grader.assignment, source)
        cells = (replace(canonical.cells[0], source=data + canonical.cells[0].source), *canonical.cells[1:])
        request = replace(canonical, cells=cells)
        return toy_grader.judge.judge(request, "ada", exercises=["double"], upstream_is_right=True, shared=True)

    changing = "table['a'][0] = 7\ntable['b'] = 1\ndrawn.clear()\n"
    as_at_first = "list(table) == ['a'] and table['a'][0] == 1 and len(drawn) == 3 and never"
    assert all_passed(judged(f"{changing}{RIGHT}"))
    assert all_passed(judged(f"double = double if {as_at_first} else None"))
    assert not all_passed(judged(f"{changing}double = double if {as_at_first} else None"))


def test_an_entry_that_ends_the_process_harms_no_other(toy_grader: Grader) -> None:
    """After an entry has ended the worker, the next is judged in a new one."""
    assert not all_passed(shared(toy_grader, "import os\n\n\ndef double(x):\n    os._exit(1)"))
    judgement = shared(toy_grader, RIGHT)
    assert all_passed(judgement) and not judgement.violations and not judgement.flags


def test_a_submission_never_gets_the_shared_worker(toy_grader: Grader) -> None:
    """A request that is not shared starts a worker of its own, and leaves none for the next."""
    shared(toy_grader, RIGHT)
    before = toy_grader.zygote.started
    canonical = override_solution(toy_grader.assignment, RIGHT)
    for _ in range(2):
        assert all_passed(toy_grader.judge.judge(canonical, "ada", exercises=["double"]))
    assert toy_grader.zygote.started == before + 2


def test_a_fault_while_a_test_is_set_up_is_the_kits_own(toy_grader: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    """An assertion that fails before the test has begun is no student's failure, though it is an AssertionError."""
    plugin = toy_grader.judge._plugin

    def refuses(*_: object) -> None:
        raise AssertionError("previous item was not torn down properly")

    for item, _ in plugin.weighted("double"):
        monkeypatch.setattr(item, "setup", refuses)
    monkeypatch.setattr(plugin, "_straight", set())  # as if each wanted a fixture of its own
    outcomes = shared(toy_grader, RIGHT).outcomes["double"]
    assert {outcome.verdict for outcome in outcomes} == {BROKEN}
    assert all(isinstance(outcome.error, KitBroken) for outcome in outcomes)
    assert FAILED not in {outcome.verdict for outcome in outcomes}
