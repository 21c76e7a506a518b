"""Hidden tests of ReLU and its derivative; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import activations

LOOSE = {"rtol": 1e-6, "atol": 1e-8, "kinds": compare.ANY_NUMBER}
"""For slopes: 0 and 1 may be bools, ints or floats here; one test of shapes is about the dtype alone."""


@values
def test_relu_values(student, rng):
    """ReLU gives the right number for every entry."""
    z = activations.away_from_zero(rng, (3, 6))
    compare.close(student.relu(z), activations.relu(z), "relu")


@values
def test_relu_of_large_numbers(student, rng):
    """ReLU has no ceiling: large positive numbers pass through."""
    z = activations.away_from_zero(rng, (2, 5), 5.0, 80.0)
    compare.close(student.relu(z), activations.relu(z), "relu")


@values
def test_derivative_values(student, rng):
    """The derivative of ReLU is right for every entry that is not zero."""
    z = activations.away_from_zero(rng, (4, 5))
    compare.close(student.relu_derivative(z), np.sign(activations.relu(z)), "relu_derivative", **LOOSE)


@values
def test_derivative_of_one_sign(student, rng):
    """The derivative of ReLU is right where all entries have the same sign."""
    z = rng.uniform(0.1, 2.0, size=(2, 3))
    compare.close(student.relu_derivative(z), np.ones((2, 3)), "relu_derivative", **LOOSE)
    compare.close(student.relu_derivative(-z), np.zeros((2, 3)), "relu_derivative", **LOOSE)
    mixed = z * np.array([[1.0, -1.0, -1.0]])  # else an answer could go by the number of the call
    compare.close(student.relu_derivative(mixed), (mixed > 0) * 1.0, "relu_derivative", **LOOSE)


@properties
@hint("What does ReLU do with z, what does it do with -z, and what must be left when you subtract?")
def test_relu_splits_a_number(student, rng):
    """ReLU of z minus ReLU of -z gives z back."""
    z = activations.away_from_zero(rng, (2, 6))
    left, right = student.relu(-z), student.relu(z)
    compare.shape(left, z.shape, "relu")
    compare.shape(right, z.shape, "relu")
    compare.close(right * 1.0 - left * 1.0, z, "relu")
    compare.holds(np.all(right >= 0.0) and np.all(left >= 0.0), "relu is never negative", right)


@properties
@hint("If every z is three times as large, how should the outputs change?")
def test_relu_scales(student, rng):
    """Multiplying z by a positive number multiplies its ReLU by the same number."""
    z = activations.away_from_zero(rng, (3, 3), 0.1, 1.0)
    factor = float(rng.uniform(2.0, 4.0))
    compare.close(student.relu(factor * z), factor * activations.relu(z), "relu")


@properties
@hint("If you nudge z by a very small amount, how much does relu(z) change for each unit of the nudge?")
def test_derivative_is_the_slope(student, rng):
    """The derivative is the slope of ReLU: it agrees with a central difference on both sides of zero."""
    z = activations.away_from_zero(rng, (3, 4))
    slope = activations.central_difference(activations.relu, z)
    compare.close(student.relu_derivative(z), slope, "relu_derivative", **LOOSE)


@properties
@hint("On a straight line, does the slope depend on how far along you are?")
def test_derivative_ignores_the_distance(student, rng):
    """The slope depends on the sign of z alone: it is the same near zero and far away."""
    z = activations.away_from_zero(rng, (2, 5), 0.01, 0.02)
    want = np.sign(activations.relu(z))
    compare.close(student.relu_derivative(z), want, "relu_derivative", **LOOSE)
    compare.close(student.relu_derivative(400.0 * z), want, "relu_derivative", **LOOSE)


@shapes
@hint("Has every entry of z exactly one entry in the answer, in the same place?")
def test_relu_keeps_the_shape(student, rng):
    """ReLU returns the shape of its input: one number, a row, a column or a table."""
    for size in ((1, 1), (1, 6), (5, 1), (3, 5)):
        z = activations.away_from_zero(rng, size)
        compare.close(student.relu(z), activations.relu(z), "relu")


@shapes
@hint("Has every entry of z exactly one slope in the answer, in the same place?")
def test_derivative_keeps_the_shape(student, rng):
    """The derivative of ReLU returns the shape of its input."""
    for size in ((1, 1), (1, 6), (5, 1), (3, 5)):
        z = activations.away_from_zero(rng, size)
        compare.close(student.relu_derivative(z), np.sign(activations.relu(z)), "relu_derivative", **LOOSE)


@shapes
@hint("What dtype will the next product, or the next subtraction, need?")
def test_derivative_holds_numbers(student, rng):
    """The slopes are numbers that can be multiplied and subtracted."""
    z = activations.away_from_zero(rng, (2, 4))
    want = np.sign(activations.relu(z))
    compare.close(student.relu_derivative(z), want, "relu_derivative", rtol=1e-6, atol=1e-8, kinds="iuf")


@stability
@hint("At the corner the slope jumps: which numbers lie between the two slopes, and is yours one of them?")
def test_derivative_at_the_kink(student):
    """At exactly zero the slope is a number from 0 to 1, and the neighbours are not disturbed."""
    answer = student.relu_derivative(np.array([[0.0, 2.0, -2.0], [-1.0, 0.0, 1.0]]))
    compare.shape(answer, (2, 3), "relu_derivative")
    compare.finite(answer, "relu_derivative")
    kinks = answer[np.array([0, 1]), np.array([0, 1])] * 1.0
    compare.holds(np.all((kinks >= 0.0) & (kinks <= 1.0)), "a slope from 0 to 1 at the kink", answer)
    others = answer[np.array([0, 0, 1, 1]), np.array([1, 2, 0, 2])]
    compare.close(others, np.array([1.0, 0.0, 0.0, 1.0]), "relu_derivative", **LOOSE)


@stability
@hint("Does any step on the way to your answer make a number too large to store?")
def test_extreme_numbers(student):
    """Extremely large numbers of either sign, and zero, give neither nan nor infinity."""
    z = np.array([[1e30, -1e30, 0.0], [1000.0, -1000.0, 1e-30]])
    compare.close(student.relu(z), activations.relu(z), "relu", atol=1e-35)


@purity
@hint("Is the input still the same after the call?")
def test_relu_leaves_its_input_alone(student, rng):
    """The array passed to ReLU comes back unchanged."""
    z = activations.away_from_zero(rng, (3, 4))
    compare.holds(student.call("relu", z).unchanged, "the input is unchanged")


@purity
@hint("Is the input still the same after the call?")
def test_derivative_leaves_its_input_alone(student, rng):
    """The array passed to the derivative of ReLU comes back unchanged."""
    z = activations.away_from_zero(rng, (3, 4))
    compare.holds(student.call("relu_derivative", z).unchanged, "the input is unchanged")
