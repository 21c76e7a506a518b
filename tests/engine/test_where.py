"""Where to look: in words of what was handed out, and never in those of a hidden test or of a student's code."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping

import pytest

from autograder.course.model import Assignment
from autograder.grading.grader import Grader
from autograder.grading.visible_checks import dictionary_keys, probe
from autograder.grading.where import Guide
from autograder.report.text import PASSES, look_at
from autograder.result import Where, as_json, from_json, timeless

from .handmade import answers, solved

CHECKS = """
half = 0.5
with Checks("f", globals()) as check:
    check("f(half)", 1.0, "a half and a half")
    check.shape("f(np.ones((2, 3)))", (2, 3))
    for name in "ab":
        check(f"f(data['{name}'])", 1.0, f"the entry {name}")
    later = 3
    check.unchanged("f(later)", "later")
"""


def places(grader: Grader, texts: Mapping[str, str]) -> dict[str, Where | None]:
    """Return where to look in a submission that has these answers, and the solution's for the rest."""
    assignment = grader.assignment
    whole = {cell.grade_id: cell.source for cell in solved(assignment).cells if cell.grade_id}
    return {one.id: one.where for one in grader.grade(answers(assignment, whole | texts)).result.exercises}


def test_the_first_failing_check_is_named(toy_grader: Grader) -> None:
    """One that fails on the notebook's own numbers is quoted; what is solved has nothing to look at."""
    found = places(toy_grader, {"double_solution": "def double(x):\n    return x + 3"})
    assert found["double"] == Where("A toy", "A-toy", call="double(2.0) == 4.0", passes=False)
    assert found["pair"] is found["odd"] is None


def test_where_every_visible_check_passes_that_is_said(toy_grader: Grader) -> None:
    """A mistake that only other inputs show: the page can say no more than that, since those are hidden."""
    where = places(toy_grader, {"double_solution": "def double(x):\n    return abs(2 * x)"})["double"]
    assert where is not None and where.passes and not where.call and PASSES in look_at(where)


def test_an_exercise_that_is_not_begun_has_its_section(toy_grader: Grader) -> None:
    """And no check: they would all fail."""
    stub = next(one.released for one in toy_grader.assignment.cells if one.grade_id == "odd_solution")
    assert places(toy_grader, {"odd_solution": stub})["odd"] == Where("A toy", "A-toy")


@pytest.mark.parametrize(
    "answer",
    [
        "seen = []\ndef double(x):\n    seen.append(x)\n    raise ValueError(f'LEAK {seen}')",
        "seen = []\ndef double(x):\n    seen.append(x)\n    print('LEAK', seen)\n    return f'LEAK {seen}'",
        "def double(x):\n    exec(compile('raise AssertionError(\"LEAK\")', '<cell 1>', 'exec'))",
        "class E(Exception):\n    __str__ = __repr__ = lambda self: 'LEAK'\ndef double(x):\n    raise E",
    ],
)
def test_nothing_of_the_students_gets_into_it(toy_grader: Grader, answer: str) -> None:
    """Whatever a function remembers of hidden inputs, prints, answers or raises: every word is of the notebook."""
    found = places(toy_grader, {"double_solution": answer})
    where = found["double"]
    assert where is not None and where.call in ("double(2.0) == 4.0", "")
    assert "LEAK" not in json.dumps([vars(one) for one in found.values() if one is not None])


@pytest.mark.parametrize("ending", ["import os\nos._exit(0)", "while True:\n        pass"])
def test_code_that_ends_or_holds_its_process_costs_no_verdict(toy_grader: Grader, ending: str) -> None:
    """It is told the section, and is not run a second time for more."""
    answer = f"def double(x):\n{textwrap.indent(ending, '    ')}"
    where = places(toy_grader, {"double_solution": answer})["double"]
    assert where is not None and where.section == "A toy" and where.passes is None


def test_results_keep_the_place(toy_grader: Grader) -> None:
    """In JSON and back; a result that an older kit stored has none."""
    graded = toy_grader.grade(answers(toy_grader.assignment, {"double_solution": "def double(x):\n    return 0"}))
    result = timeless(graded.result)
    data = json.loads(json.dumps(as_json(result)))
    assert [one.where for one in from_json(data).exercises] == [one.where for one in result.exercises]
    assert data["exercises"][0]["where"]["call"] == "double(2.0) == 4.0"
    for one in data["exercises"]:
        del one["where"]
    assert {one.where for one in from_json(data).exercises} == {None}


def test_a_grade_cell_is_taken_apart() -> None:
    """Each check is a `with` of its own, with its call and reason by line; what is defined stays."""
    taken = probe(CHECKS)
    found = list(dict.fromkeys((one.call, one.why) for one in taken.checks.values()))
    assert found == [
        ("f(half)", "a half and a half"),
        ("f(np.ones((2, 3)))", ""),
        ("f(data['…'])", "the entry …"),
        ("f(later)", ""),
    ]
    assert taken.source.count("with Checks") == 4
    assert {line for line in taken.checks if "with Checks" in taken.source.split("\n")[line - 1]} <= set(taken.checks)
    assert probe(CHECKS, checking=False).source == "half = 0.5\nlater = 3"
    assert probe("def broken(:").source == "" and probe(f"assert f('{'x' * 999}')").checks[1].call == ""


def test_a_loop_over_a_dictionary_is_taken_apart() -> None:
    """What is said to be run can be run: the key stands in it, also where an earlier cell made the dictionary."""
    made = "grads = {'dW1': 1, 'db1': 2}"
    loops = """
with Checks("f", globals()) as check:
    for name, value in grads.items():
        check(f"f()['{name}']", value, f"{name} on paper")
        check(f"g({name!r})", value)
    for name in grads:
        check(f"h()['{name}']", grads[name])
    for i in range(3):
        check(f"k({i})", i)
"""
    for taken in (probe(made + loops), probe(loops, keys=dictionary_keys(made))):
        calls = list(dict.fromkeys(one.call for one in taken.checks.values()))
        assert calls == ["f()['dW1']", "g(…)", "f()['db1']", "h()['dW1']", "h()['db1']", "k(…)"]
        assert {one.why for one in taken.checks.values() if one.call == "f()['db1']"} == {"db1 on paper"}
        compile(taken.source, "checks", "exec")


def test_every_exercise_of_the_course_has_a_section_and_a_number(assignments: list[Assignment]) -> None:
    """Both stand in what is handed out: the release and its helper files."""
    for assignment in assignments:
        guide = Guide(assignment)
        texts = [cell.released.replace("`", "").replace("$", "") for cell in assignment.cells]
        hints = "".join(path.read_text(encoding="utf-8") for path in assignment.helper_files if path.name == "hints.py")
        for exercise in assignment.exercises:
            where = guide.place(exercise.id)
            assert where.section and any(f"# {where.section}" in text for text in texts), exercise.id
            assert where.number and where.number in hints.replace('\\"', '"'), exercise.id
