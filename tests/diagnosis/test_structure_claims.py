"""Claims about what the structure of the answers says, each with a wrong function written by hand."""

from __future__ import annotations

import re

import pytest

from .conftest import Exercise, Graders, failed, notes
from .wrong import _BACKWARD, CLAIMS, Claim

_NAMES = re.compile(r"\b(?:d?[A-Z]+[a-z]*|d?b|n_[a-z]|beta|learning_rate)\d*\b|\bitem \d+\b|\blayer \d+\b")


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.label)
def test_structure_is_named(graders: Graders, exercise: Exercise, claim: Claim) -> None:
    """Each structural mistake is named in the note of a failed test, without any bank."""
    said = notes(exercise(graders(claim.assignment), claim.source))
    assert any(claim.fact in note for note in said), said


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.label)
def test_no_number_is_given_away(graders: Graders, exercise: Exercise, claim: Claim) -> None:
    """Neither hint nor note holds a number, but for those in tensors' names."""
    for test in failed(exercise(graders(claim.assignment), claim.source)):
        for text in (test.hint or "", test.note or ""):
            assert not re.search(r"\d", _NAMES.sub("", text)), text


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.label)
def test_hints_ask(graders: Graders, exercise: Exercise, claim: Claim) -> None:
    """A hint is a question, and holds no code."""
    for test in failed(exercise(graders(claim.assignment), claim.source)):
        if test.hint is not None:
            assert test.hint.endswith("?"), test.hint
            assert not re.search(r"keepdims|axis=|\.T\b|np\.|//|\*\*|==", test.hint), test.hint


def test_first_wrong_tensor_in_data_flow_order_is_named(graders: Graders, exercise: Exercise) -> None:
    """A mistake in the output layer is said of dW2, although dW1 is wrong as well."""
    source = _BACKWARD % "dW1, dW2 = dW1 * m, dW2 * m"
    assert any(
        note.startswith("dW2 is wrong: every entry is too large")
        for note in notes(exercise(graders("one_hidden_layer"), source))
    )


def test_two_mistakes_are_diagnosed_by_exercise(graders: Graders, exercise: Exercise) -> None:
    """Two mistakes in one notebook are each told to their own exercise, as if the other were not there."""
    backward = _BACKWARD % "dW1 = dW1 * m"
    update = "def update_parameters(parameters, grads, learning_rate=1.2):\n    return {name: value.copy() for name, value in parameters.items()}\n"
    grader = graders("one_hidden_layer")
    both = (backward, update)
    for name, alone in (("backward_propagation", backward), ("update_parameters", update)):
        assert notes(exercise(grader, *both, name=name)) == notes(exercise(grader, alone, name=name))


def test_a_mistake_upstream_costs_and_says_nothing_downstream(graders: Graders, exercise: Exercise) -> None:
    """A wrong forward_propagation leaves predict, which builds on it, solved."""
    forward = (
        "def forward_propagation(X, parameters):\n"
        '    Z1 = parameters["W1"] @ X + parameters["b1"]\n'
        '    Z2 = parameters["W2"] @ Z1 + parameters["b2"]\n'
        '    return sigmoid(Z2), {"Z1": Z1, "A1": Z1, "Z2": Z2, "A2": sigmoid(Z2)}\n'
    )
    grader = graders("one_hidden_layer")
    result = exercise(grader, forward, name="predict")
    assert result.score == result.max_score
    said = notes(exercise(grader, forward))
    assert "Z1 is right, A1 is wrong: it holds what is right for Z1." in said


def test_another_way_of_drawing_is_no_fact(graders: Graders, exercise: Exercise) -> None:
    """Weights drawn in another way are not called wrong, where a bias is."""
    source = (
        "def initialize_parameters(n_x, n_h, n_y, rng=None):\n"
        "    rng = np.random.default_rng() if rng is None else rng\n"
        '    return {"W2": rng.normal(0, 0.01, (n_y, n_h)), "W1": rng.normal(0, 0.01, (n_h, n_x)),\n'
        '            "b1": np.zeros(n_h), "b2": np.zeros((n_y, 1))}\n'
    )
    said = notes(exercise(graders("one_hidden_layer"), source))
    assert any("b1 is wrong: it has too few axes" in note for note in said)
    assert not any("W1 is wrong" in note or "W2 is wrong" in note for note in said)
