"""Hidden tests of sigmoid and its derivative; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import activations

LOOSE = {"rtol": 1e-6, "atol": 1e-8}
"""For slopes: a student may difference the sigmoid numerically."""


@values
def test_sigmoid_values(student, rng):
    """Sigmoid gives the right number for every entry."""
    z = activations.away_from_zero(rng, (3, 5), 0.1, 6.0)
    compare.close(student.sigmoid(z), activations.sigmoid(z), "sigmoid")


@values
def test_sigmoid_on_paper(student):
    """Sigmoid agrees with the values that can be worked out on paper."""
    z = np.log(np.array([[1.0, 3.0, 9.0], [1.0 / 3.0, 1.0 / 9.0, 4.0]]))
    compare.close(student.sigmoid(z), np.array([[0.5, 0.75, 0.9], [0.25, 0.1, 0.8]]), "sigmoid")


@values
def test_derivative_values(student, rng):
    """The derivative of sigmoid is right for every entry."""
    z = activations.away_from_zero(rng, (4, 3), 0.1, 6.0)
    compare.close(student.sigmoid_derivative(z), activations.sigmoid_slope(z), "sigmoid_derivative", **LOOSE)


@values
def test_derivative_on_paper(student):
    """The derivative of sigmoid agrees with the values that can be worked out on paper."""
    z = np.log(np.array([[1.0, 3.0, 1.0 / 9.0]]))
    compare.close(student.sigmoid_derivative(z), np.array([[0.25, 0.1875, 0.09]]), "sigmoid_derivative", **LOOSE)


@properties
@hint("What should the outputs for z and for -z add up to?")
def test_sigmoid_is_symmetric(student, rng):
    """The sigmoid of z and the sigmoid of -z add up to 1."""
    z = activations.away_from_zero(rng, (2, 6), 0.1, 8.0)
    left = student.sigmoid(-z)
    right = student.sigmoid(z)
    compare.shape(left, z.shape, "sigmoid")
    compare.shape(right, z.shape, "sigmoid")
    compare.close(left + right * 1.0, np.ones(z.shape), "sigmoid", kinds="f")


@properties
@hint("Which end of the number line should come out near 1, and which near 0?")
def test_sigmoid_rises(student, rng):
    """A larger pre-activation gives a larger sigmoid, always between 0 and 1."""
    z = np.cumsum(rng.uniform(0.2, 0.6, size=(1, 20)), axis=1) - 4.0
    answer = student.sigmoid(z)
    compare.shape(answer, z.shape, "sigmoid")
    compare.finite(answer, "sigmoid")
    steps = np.diff(answer.astype(float), axis=1)
    compare.holds(np.all(steps > 0.0), "sigmoid rises", answer)
    compare.holds(np.all((answer > 0.0) & (answer < 1.0)), "sigmoid lies between 0 and 1", answer)


@properties
@hint("Should the answer for one entry depend on which other numbers stand in the array?")
def test_sigmoid_is_elementwise(student, rng):
    """Each entry's sigmoid is the same alone as among others."""
    z = activations.away_from_zero(rng, (3, 4), 0.1, 5.0)
    compare.close(student.sigmoid(z[1:2, 2:3].copy()), activations.sigmoid(z[1:2, 2:3]), "sigmoid")
    compare.close(student.sigmoid(z[:, ::-1].copy()), activations.sigmoid(z)[:, ::-1], "sigmoid")


@properties
@hint("If you nudge z by a very small amount, how much does sigmoid(z) change for each unit of the nudge?")
def test_derivative_is_the_slope(student, rng):
    """The derivative is the slope of the sigmoid curve: it agrees with a central difference."""
    z = rng.uniform(-5.0, 5.0, size=(3, 6))
    slope = activations.central_difference(activations.sigmoid, z)
    compare.gradient(student.sigmoid_derivative(z), slope, "sigmoid_derivative")


@properties
@hint("The curve of sigmoid looks the same when it is turned half a turn about its middle: what does that say of its slopes?")
def test_derivative_is_even(student, rng):
    """The slopes at z and at -z are equal, and none is negative or above one quarter."""
    z = rng.uniform(0.2, 6.0, size=(2, 5))
    right, left = student.sigmoid_derivative(z), student.sigmoid_derivative(-z)
    compare.shape(right, z.shape, "sigmoid_derivative")
    compare.shape(left, z.shape, "sigmoid_derivative")
    compare.close(left * 1.0, right * 1.0, "sigmoid_derivative", rtol=1e-5, atol=1e-8)
    compare.holds(np.all((right > 0.0) & (right < 0.25)), "slopes between 0 and one quarter", right)


@shapes
@hint("Has every entry of z exactly one entry in the answer, in the same place?")
def test_sigmoid_keeps_the_shape(student, rng):
    """Sigmoid returns floats in the shape of its input: one number, a row, a column or a table."""
    for size in ((1, 1), (1, 6), (5, 1), (3, 5)):
        z = rng.uniform(-2.0, 2.0, size=size)
        compare.close(student.sigmoid(z), activations.sigmoid(z), "sigmoid")


@shapes
@hint("Has every entry of z exactly one slope in the answer, in the same place?")
def test_derivative_keeps_the_shape(student, rng):
    """The derivative of sigmoid returns floats in the shape of its input."""
    for size in ((1, 1), (1, 6), (5, 1), (3, 5)):
        z = rng.uniform(-2.0, 2.0, size=size)
        compare.close(student.sigmoid_derivative(z), activations.sigmoid_slope(z), "sigmoid_derivative", **LOOSE)


@stability
@hint("Which power of e becomes too large to store, and for which sign of z?")
def test_sigmoid_saturates(student):
    """Very large pre-activations of either sign give 1 and 0, never nan or infinity."""
    z = np.array([[1000.0, -1000.0, 720.0], [-720.0, 1e5, -1e5]])
    compare.close(student.sigmoid(z), np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]), "sigmoid")


@stability
@hint("How flat is the curve of sigmoid far from zero?")
def test_sigmoid_is_exact_before_it_saturates(student):
    """Moderately large pre-activations are neither cut off nor lost."""
    z = np.array([[12.0, -12.0, 25.0, -25.0], [40.0, -40.0, 300.0, -300.0]])
    compare.close(student.sigmoid(z), activations.sigmoid(z), "sigmoid")


@stability
@hint("Far from zero the curve is flat, on both sides: what should its slope be, and can your formula say so?")
def test_derivative_saturates(student):
    """The slope is 0 far from zero on either side, never nan or infinity."""
    z = np.array([[1000.0, -1000.0], [-720.0, 720.0]])
    compare.close(student.sigmoid_derivative(z), np.zeros((2, 2)), "sigmoid_derivative")


@purity
@hint("Is the input still the same after the call?")
def test_sigmoid_leaves_its_input_alone(student, rng):
    """The array passed to sigmoid comes back unchanged."""
    z = np.hstack([rng.uniform(-3.0, 3.0, size=(2, 4)), [[900.0], [-900.0]]])
    compare.holds(student.call("sigmoid", z).unchanged, "the input is unchanged")


@purity
@hint("Is the input still the same after the call?")
def test_derivative_leaves_its_input_alone(student, rng):
    """The array passed to the derivative of sigmoid comes back unchanged."""
    z = np.hstack([rng.uniform(-3.0, 3.0, size=(2, 4)), [[900.0], [-900.0]]])
    compare.holds(student.call("sigmoid_derivative", z).unchanged, "the input is unchanged")
