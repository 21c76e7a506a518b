"""What a student may ask for at the desk: three rungs of a hint, and a trace of the own backward pass; neither is an answer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "course" / "handout"))

from lesson import trace
from lesson.checks import Checks
from lesson.hints import HINTS, RUNGS

from autograder.course.model import find_course
from tests.curriculum.lessons import reference

COURSE = find_course(Path(__file__).parent)


def notebook(name: str, **other: Any) -> dict[str, Any]:
    """Return a notebook's names, with some functions in the place of its own."""
    return {**vars(reference(name)), **other}


def first(printed: str) -> str:
    """Return the first line of a table."""
    return printed.split("\n")[0]


def test_every_exercise_has_three_rungs() -> None:
    """Each graded exercise of the course has a place, a question that asks, and a number; no other name has."""
    exercises = {exercise.id for assignment in COURSE.assignments() for exercise in assignment.exercises}
    assert set(HINTS) == exercises
    for name, (place, question, number) in HINTS.items():
        assert "?" in question and any(sign.isdigit() for sign in number) and "?" not in place, name


def test_no_rung_holds_a_line_of_a_solution() -> None:
    """What a rung says is no line of the reference, and no call of NumPy."""
    rungs = [rung for three in HINTS.values() for rung in three]
    for assignment in COURSE.assignments():
        for cell in (one for one in assignment.cells if one.solution and one.kind == "code"):
            lines = {line.strip() for line in cell.source.split("\n")} - {line.strip() for line in cell.released.split("\n")}
            assert not [line for line in lines if len(line) > 11 and any(line in rung for rung in rungs)]
    assert not [rung for rung in rungs if "np." in rung]


def test_asking_again_gives_the_next_rung_and_then_the_last(capsys: pytest.CaptureFixture[str]) -> None:
    """A new run of the cell forgets nothing, and every exercise has a ladder of its own."""
    names: dict[str, Any] = {}
    for rung in (0, 1, 2, 2):
        Checks("compute_cost", names).hint()
        assert capsys.readouterr().out.startswith(f"compute_cost, {RUNGS[rung]}: {HINTS['compute_cost'][rung]}")
    Checks("compute_cost", names).hint("relu")
    assert capsys.readouterr().out.startswith(f"relu, {RUNGS[0]}")
    Checks("compute_cost", names).hint("reluu")
    assert "no hint for 'reluu'" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "function"), [("one_hidden_layer", "backward_propagation"), ("deep_network", "deep_backward")]
)
def test_a_right_backward_pass_agrees_with_its_forward_pass(
    name: str, function: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing differs."""
    names = notebook(name)
    Checks(function, names).trace(names[function])
    assert first(capsys.readouterr().out).endswith("nothing differs")


def broken(kind: str) -> Any:
    """Return a backward pass of one hidden layer with one fault."""

    def backward_propagation(parameters: Any, cache: Any, X: Any, Y: Any) -> Any:
        m, A1 = X.shape[1], cache["A1"]
        dZ2 = cache["A2"] - Y
        slope = 1 - cache["Z1"] ** 2 if kind == "slope of Z1" else 1 - A1**2
        dZ1 = (parameters["W2"].T @ dZ2) * slope
        grads = {"dW1": dZ1 @ X.T / m, "db1": dZ1.sum(axis=1, keepdims=True) / m}
        grads |= {"dW2": dZ2 @ A1.T / (1 if kind == "no mean" else m), "db2": dZ2.sum(axis=1, keepdims=kind != "flat") / m}
        return grads if kind != "missing" else {key: value for key, value in grads.items() if key != "dW1"}

    return backward_propagation


FAULTS = (
    ("slope of Z1", "dZ1 (of one example it is db1)"),
    ("no mean", "dW2 of five examples"),
    ("flat", "dZ2 (of one example it is db2)"),
    ("missing", "dW1 of five examples"),
)


@pytest.mark.parametrize(("kind", "where"), FAULTS)
def test_a_trace_names_the_first_that_differs(kind: str, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In the order in which a backward pass computes."""
    names = notebook("one_hidden_layer", backward_propagation=broken(kind))
    Checks("backward_propagation", names).trace(names["backward_propagation"])
    assert first(capsys.readouterr().out).endswith(f"the first that differs is {where}")


def test_a_trace_judges_by_the_students_own_forward_pass(capsys: pytest.CaptureFixture[str]) -> None:
    """With a sigmoid in the hidden layer of the forward pass, tanh's slope is what differs: no right answer is known here."""
    right = notebook("one_hidden_layer")

    def forward_propagation(X: Any, parameters: Any) -> Any:
        Z1 = parameters["W1"] @ X + parameters["b1"]
        A1 = right["sigmoid"](Z1)
        Z2 = parameters["W2"] @ A1 + parameters["b2"]
        return right["sigmoid"](Z2), {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": right["sigmoid"](Z2)}

    names = notebook("one_hidden_layer", forward_propagation=forward_propagation)
    Checks("backward_propagation", names).trace(names["backward_propagation"])
    assert "the first that differs is dZ1" in first(capsys.readouterr().out)


@pytest.mark.parametrize("function", [lambda *_: 1 / 0, lambda *_: None, lambda: None])
def test_a_function_that_cannot_be_followed_stops_nothing(function: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """It is a line of the table, or the name of what can be followed."""
    function.__name__ = "backward_propagation"
    Checks("backward_propagation", notebook("one_hidden_layer")).trace(function)
    assert "differs is" in first(capsys.readouterr().out)
    Checks("relu", {}).trace(np.tanh)
    assert "A trace follows backward_propagation" in capsys.readouterr().out


def test_nothing_of_the_trace_can_be_called_as_an_answer() -> None:
    """Every function takes its arguments by name, as no exercise does."""
    for call in (trace.steps, trace._copy, trace._nudged, trace.Step):
        with pytest.raises(TypeError):
            list(call({}))  # type: ignore[operator]  # whatever it would be
