"""The course on disk: cells, exercises and points as the notebooks state them, and the release as nbgrader makes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from autograder.course.digest import grading_digest
from autograder.course.model import Assignment, Course, defined_names, find_course, read_assignment, released
from autograder.errors import UsageError

from . import toy

POINTS = {
    "warmup": 0.0,
    "neuron_activations": 10.0,
    "one_hidden_layer": 25.0,
    "check_and_init": 15.0,
    "deep_network": 15.0,
    "optimizers": 15.0,
    "regularization": 20.0,
    "beyond_binary": 20.0,
}


def test_the_assignments_and_their_points_are_the_curriculums(assignments: list[Assignment]) -> None:
    """Eight assignments in the curriculum's order; with what is graded by hand they have 100 points and 20 of bonus."""
    totals = {one.name: sum(cell.points for cell in one.cells if cell.grade) for one in assignments}
    assert list(totals) == list(POINTS) and totals == POINTS


def test_every_exercise_has_hidden_tests_and_functions(assignments: list[Assignment]) -> None:
    """Each grade cell names a test file, and has a solution cell above it that defines something."""
    for assignment in assignments:
        for exercise in assignment.exercises:
            assert (assignment.hidden / "tests" / f"test_{exercise.id}.py").is_file(), exercise.id
            assert exercise.solution_cells and exercise.functions, exercise.id


def test_an_exercise_is_found_by_id_and_by_function(toy_assignment: Assignment) -> None:
    """`exercise` takes the grade cell's name and the name of any function of it."""
    assert toy_assignment.exercise("pair") is toy_assignment.exercise("third")
    assert toy_assignment.exercise("pair").functions == ("half", "third")
    with pytest.raises(KeyError):
        toy_assignment.exercise("quarter")


def test_what_runs_while_grading(toy_assignment: Assignment) -> None:
    """Provided code and answers run; studies, visible checks, predictions and text do not."""
    run = [cell.grade_id for cell in toy_assignment.cells if cell.runs_while_grading]
    assert run == ["setup", "double_solution", "pair_solution", "chain_solution", "odd_solution"]
    assert [cell.grade_id for cell in toy_assignment.cells if cell.manual] == ["predict_toy"]


def test_the_zygote_preloads_what_the_notebooks_import(assignments: list[Assignment]) -> None:
    """Each assignment preloads NumPy and the students' own helpers by their full names."""
    for assignment in assignments:
        assert {"numpy", "matplotlib.pyplot", "lesson.checks"} <= set(assignment.preload), assignment.name


@pytest.mark.parametrize("name", POINTS)
def test_released_is_what_nbgrader_makes(course: Course, name: str) -> None:
    """Our idea of a released cell is nbgrader's own: the release notebook has exactly these texts, cell by cell."""
    assignment = course.assignment(name)
    made: dict[str, Any] = json.loads(course.release(name).read_text(encoding="utf-8"))
    assert ["".join(cell["source"]) for cell in made["cells"]] == [cell.released for cell in assignment.cells]


@pytest.mark.parametrize(
    ("source", "kind", "expected"),
    [
        (
            "a\n  ### BEGIN SOLUTION\n  b\n  ### END SOLUTION\nc",
            "code",
            "a\n  # YOUR CODE HERE\n  raise NotImplementedError()\nc",
        ),
        ("no region at all", "code", "# YOUR CODE HERE\nraise NotImplementedError()"),
        ("no region at all", "markdown", "YOUR ANSWER HERE"),
        ("why?\n=== BEGIN SOLUTION ===\nso\n=== END SOLUTION ===", "markdown", "why?\nYOUR ANSWER HERE"),
        (
            "### BEGIN SOLUTION\na\n### END SOLUTION\nb\n### BEGIN SOLUTION\nc\n### END SOLUTION",
            "code",
            "# YOUR CODE HERE\nraise NotImplementedError()\nb\n# YOUR CODE HERE\nraise NotImplementedError()",
        ),
    ],
    ids=["region", "whole code cell", "whole text cell", "text region", "two regions"],
)
def test_regions_and_whole_cells_become_stubs(source: str, kind: str, expected: str) -> None:
    """A region becomes a stub at its own indentation; a solution cell without one becomes the stub altogether."""
    assert released(source, kind, solution=True) == expected


def test_locked_cells_are_released_as_they_are() -> None:
    """A cell that is no solution keeps its text."""
    assert released("x = 1\ny = 2", "code", solution=False) == "x = 1\ny = 2"


@pytest.mark.parametrize("text", ["", "not json", "[]", "{}", '{"cells": 5}', '{"cells": [5]}', '{"cells": [{"source": "x"}]}'])
def test_a_source_notebook_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    """A source notebook that is no notebook is an error with its path and the remedy, not a traceback."""
    path = tmp_path / "broken.ipynb"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"broken\.ipynb.*autograder build"):
        read_assignment(path, Course(tmp_path))


def test_an_unknown_assignment_is_named_with_the_known_ones(toy_course: Course) -> None:
    """Asking for an assignment that is not there lists those that are."""
    with pytest.raises(UsageError, match=r"'toys'.*toy\."):
        toy_course.assignment("toys")


def test_assignments_outside_the_curriculum_come_last(tmp_path: Path) -> None:
    """Known assignments stand in the curriculum's order, an instructor's own behind them; loose files are passed over."""
    for name in ("zebra", "optimizers", "aardvark", "warmup"):
        (tmp_path / "source" / name).mkdir(parents=True)
        (tmp_path / "source" / name / f"{name}.ipynb").write_text("{}")
    (tmp_path / "source" / "warmup" / "draft.ipynb").write_text("{}")
    (tmp_path / "course.toml").write_text('assignments = ["warmup", "optimizers", "not_there"]')
    assert Course(tmp_path).names() == ["warmup", "optimizers", "aardvark", "zebra"]


def test_the_course_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    """The course is the nearest folder above that holds `source`; elsewhere it is the kit's own."""
    (tmp_path / "mine" / "source").mkdir(parents=True)
    (tmp_path / "mine" / "submitted" / "ada").mkdir(parents=True)
    assert find_course(tmp_path / "mine" / "submitted" / "ada").root == (tmp_path / "mine").resolve()
    assert find_course(tmp_path).root == find_course(Path(__file__).parent).root


@pytest.mark.parametrize("source", ["def f(:", "x = '\0'", "(" * 5000, ""])
def test_names_of_a_cell_that_does_not_parse_are_none(source: str) -> None:
    """Looking for functions in a cell never raises."""
    assert defined_names(source) == []


def test_the_digest_changes_with_any_hidden_file(tmp_path: Path) -> None:
    """One changed character in a hidden test gives another digest, so stored results are not taken for current ones."""
    assignment = toy.write_course(tmp_path).assignment(toy.NAME)
    before = grading_digest(assignment)
    assert grading_digest(assignment) == before
    file = assignment.hidden / "tests" / "test_odd.py"
    file.write_text(file.read_text() + "\n")
    assert grading_digest(assignment) != before
