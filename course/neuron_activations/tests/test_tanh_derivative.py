"""Hidden tests of the derivative of tanh; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import activations

LOOSE = {"rtol": 1e-6, "atol": 1e-8}


@values
def test_values(student, rng):
    """The derivative of tanh is right for every entry."""
    z = activations.away_from_zero(rng, (3, 5), 0.1, 4.0)
    compare.close(student.tanh_derivative(z), activations.tanh_slope(z), "tanh_derivative", **LOOSE)


@values
def test_on_paper(student):
    """The derivative of tanh agrees with the values that can be worked out on paper."""
    z = np.log(np.array([[1.0, 2.0], [1.0 / 2.0, 3.0]]))
    compare.close(student.tanh_derivative(z), np.array([[1.0, 0.64], [0.64, 0.36]]), "tanh_derivative", **LOOSE)


@properties
@hint("If you nudge z by a very small amount, how much does tanh(z) change for each unit of the nudge?")
def test_is_the_slope(student, rng):
    """The derivative is the slope of the tanh curve: it agrees with a central difference."""
    z = rng.uniform(-3.0, 3.0, size=(4, 3))
    compare.gradient(student.tanh_derivative(z), activations.central_difference(np.tanh, z), "tanh_derivative")


@properties
@hint("Where is tanh steepest, and does it ever fall?")
def test_is_even_and_bounded(student, rng):
    """The slopes at z and at -z are equal, and lie between 0 and 1."""
    z = rng.uniform(0.2, 4.0, size=(2, 5))
    right, left = student.tanh_derivative(z), student.tanh_derivative(-z)
    compare.shape(right, z.shape, "tanh_derivative")
    compare.shape(left, z.shape, "tanh_derivative")
    compare.close(left * 1.0, right * 1.0, "tanh_derivative", rtol=1e-5, atol=1e-8)
    compare.holds(np.all((right > 0.0) & (right < 1.0)), "slopes between 0 and 1", right)


@shapes
@hint("Has every entry of z exactly one slope in the answer, in the same place?")
def test_keeps_the_shape(student, rng):
    """The answer holds floats in the shape of the input: one number, a row, a column or a table."""
    for size in ((1, 1), (1, 6), (5, 1), (3, 5)):
        z = rng.uniform(-2.0, 2.0, size=size)
        compare.close(student.tanh_derivative(z), activations.tanh_slope(z), "tanh_derivative", **LOOSE)


@stability
@hint("Far from zero the curve is flat, on both sides: what should its slope be, and can your formula say so?")
def test_saturates(student):
    """The slope is 0 far from zero on either side, never nan or infinity."""
    z = np.array([[1000.0, -1000.0], [-720.0, 720.0]])
    compare.close(student.tanh_derivative(z), np.zeros((2, 2)), "tanh_derivative")


@purity
@hint("Is the input still the same after the call?")
def test_leaves_its_input_alone(student, rng):
    """The array passed in comes back unchanged."""
    z = np.hstack([rng.uniform(-3.0, 3.0, size=(2, 4)), [[900.0], [-900.0]]])
    compare.holds(student.call("tanh_derivative", z).unchanged, "the input is unchanged")
