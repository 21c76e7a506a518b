"""Hidden tests of gradient_check; trusted side.

The notebook's backward pass is right, so a fine step must report agreement. A coarse step makes the difference quotients
wrong by a known amount: then the answer is a definite number, which only the worst of all four tensors gives.
"""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import (
    hint,
    properties,
    purity,
    shapes,
    stability,
    values,
)
from course.oracles import checking

UPSTREAM = {"relative_error": checking.relative_error}

WORST = "Does your answer still show it if one of the four tensors is far off and the three others agree?"


def _agrees(student, parameters, X, Y, epsilon):
    expected = checking.worst(parameters, X, Y, epsilon)
    compare.number(
        student.gradient_check(parameters, X, Y, epsilon),
        expected,
        rtol=1e-5,
        atol=1e-9,
    )


@properties
@hint("With right gradients, how close to zero should the answer be?")
def test_right_gradients_agree(student):
    """On the three examples, right gradients pass."""
    X, Y = checking.tiny()
    compare.number(student.gradient_check(checking.p1(), X, Y), 0.0, atol=1e-7)


@shapes
def test_two_outputs(student, rng):
    """With two outputs and unequal sizes, right gradients pass."""
    parameters, X, Y = checking.network(rng, 4, 5, 2, 7)
    compare.number(student.gradient_check(parameters, X, Y, 1e-5), 0.0, atol=1e-6)


@values
@hint("If epsilon is far too large, should the check still be content? Where does your function use its epsilon?")
def test_coarse_step_shows(student):
    """A step that is far too coarse is reported with the right size of error."""
    X, Y = checking.tiny()
    _agrees(student, checking.p1(), X, Y, 0.5)


@values
@hint(WORST)
def test_first_weights_count(student):
    """If the first layer's weights disagree most, their error is the answer."""
    _agrees(student, *checking.network(np.random.default_rng(283), 3, 2, 1, 4), 0.5)


@values
@hint(WORST)
def test_first_biases_count(student):
    """If the first layer's biases disagree most, their error is the answer."""
    _agrees(student, *checking.network(np.random.default_rng(596), 3, 3, 1, 6), 0.3)


@values
@hint(WORST)
def test_second_weights_count(student):
    """If the second layer's weights disagree most, their error is the answer."""
    _agrees(student, *checking.network(np.random.default_rng(591), 3, 4, 1, 5, scale=1.5), 0.3)


@values
@hint(WORST)
def test_second_biases_count(student):
    """If the second layer's biases disagree most, their error is the answer."""
    parameters, X, Y = checking.network(np.random.default_rng(1), 3, 4, 1, 6)
    _agrees(student, checking.beside_the_valley(parameters, X, Y, "b2", 0.02), X, Y, 0.5)


@values
@hint("How far does your check step when nobody says how far?")
def test_step_by_default(student, rng):
    """Without an epsilon, the answer is that of the default step."""
    parameters, X, Y = checking.network(rng, 3, 4, 1, 6)
    wide = 300.0 * X  # so that the error of the step stands far above that of rounding
    small = {**parameters, "W1": parameters["W1"] / 300.0}
    compare.number(student.gradient_check(small, wide, Y), checking.worst(small, wide, Y, 1e-5), rtol=0.05, atol=0.0)


@properties
@hint("With a tenth of the step, by which factor should the error of central differences fall?")
def test_finer_step_agrees_better(student, rng):
    """The reported error falls with the square of the step."""
    parameters, X, Y = checking.network(rng, 3, 4, 1, 6)
    for epsilon in (0.2, 0.02):
        _agrees(student, parameters, X, Y, epsilon)


@properties
@hint("If the cost does not move at all but the backward pass says that it should, what must the check report?")
def test_disagreement_is_reported(student):
    """Where the cost is flat and the backward pass is not, the check reports complete disagreement."""
    X, Y = checking.tiny()
    compare.number(
        student.gradient_check({**checking.p1(), "b2": np.array([[-60.0]])}, X, Y),
        1.0,
        rtol=1e-6,
    )


@properties
@hint("Which examples does your check look at?")
def test_order_of_the_examples_does_not_matter(student, rng):
    """Shuffling the examples changes nothing."""
    parameters, X, Y = checking.network(rng, 3, 4, 1, 6)
    _agrees(student, parameters, X, Y, 0.4)
    _agrees(student, parameters, X[:, ::-1].copy(), Y[:, ::-1].copy(), 0.4)


@shapes
def test_single_hidden_unit(student, rng):
    """One input, one hidden unit, one output and two examples are enough."""
    parameters, X, Y = checking.network(rng, 1, 1, 1, 2)
    _agrees(student, parameters, X, Y, 0.3)


@shapes
@hint("Does a call without an epsilon do the same as one with the usual epsilon?")
def test_default_step(student, rng):
    """The step may be left out."""
    parameters, X, Y = checking.network(rng, 2, 3, 1, 5)
    compare.number(student.gradient_check(parameters, X, Y), 0.0, atol=1e-6)


@stability
@hint("Which rule of relative_error is about two zeros?")
def test_zero_gradients(student):
    """A tensor whose gradient is zero both ways does not spoil the answer."""
    X, Y = checking.tiny()
    parameters = {
        "W1": np.zeros((2, 2)),
        "b1": np.zeros((2, 1)),
        "W2": np.array([[1.0, -1.0]]),
        "b2": np.zeros((1, 1)),
    }
    compare.number(student.gradient_check(parameters, X, Y), 0.0, atol=1e-7)


@purity
@hint("Are the parameters bit for bit the same after the check?")
def test_inputs_are_left_alone(student, rng):
    """Parameters and data come back unchanged."""
    parameters, X, Y = checking.network(rng, 2, 3, 1, 4)
    compare.holds(
        student.call("gradient_check", parameters, X, Y).unchanged,
        "the inputs are unchanged",
    )
