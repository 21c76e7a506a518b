"""Hidden tests of leaky ReLU and its derivative; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import activations

LOOSE = {"rtol": 1e-6, "atol": 1e-8}


def _slope(z, alpha):
    """The slope away from zero, from the sign alone."""
    return 0.5 * (1.0 + alpha) + 0.5 * (1.0 - alpha) * np.sign(z)


@values
def test_leaky_values(student, rng):
    """Leaky ReLU with a given alpha is right for every entry."""
    z = activations.away_from_zero(rng, (3, 5))
    alpha = float(rng.uniform(0.1, 0.4))
    compare.close(student.leaky_relu(z, alpha), activations.leaky_relu(z, alpha), "leaky_relu")


@values
@hint("At which z does the function change from one branch to the other?")
def test_leaky_close_to_zero(student):
    """On either side of zero, small numbers are in the right branch."""
    z = np.array([[0.01, 0.2, 0.39, -0.01, -0.2, -0.39]])
    compare.close(student.leaky_relu(z, 0.4), activations.leaky_relu(z, 0.4), "leaky_relu")


@values
def test_leaky_default(student, rng):
    """Leaky ReLU uses the agreed alpha when none is given."""
    z = activations.away_from_zero(rng, (2, 6), 0.1, 20.0)
    compare.close(student.leaky_relu(z), activations.leaky_relu(z, 0.01), "leaky_relu")


@values
def test_derivative_values(student, rng):
    """The derivative of leaky ReLU with a given alpha is right for every entry that is not zero."""
    z = activations.away_from_zero(rng, (4, 3))
    alpha = float(rng.uniform(0.1, 0.4))
    answer = student.leaky_relu_derivative(z, alpha)
    compare.close(answer, _slope(z, alpha), "leaky_relu_derivative", **LOOSE)


@values
def test_derivative_default(student, rng):
    """The derivative of leaky ReLU uses the agreed alpha when none is given."""
    z = activations.away_from_zero(rng, (2, 6))
    compare.close(student.leaky_relu_derivative(z), _slope(z, 0.01), "leaky_relu_derivative", **LOOSE)


@values
def test_derivative_of_one_sign(student, rng):
    """The derivative of leaky ReLU is right where all entries have the same sign."""
    z = rng.uniform(0.1, 2.0, size=(2, 3))
    compare.close(student.leaky_relu_derivative(z, 0.2), _slope(z, 0.2), "leaky_relu_derivative", **LOOSE)
    compare.close(student.leaky_relu_derivative(-z, 0.2), _slope(-z, 0.2), "leaky_relu_derivative", **LOOSE)


@properties
@hint("Which alpha turns the leaky version into plain ReLU, and which into the identity?")
def test_alpha_spans_relu_and_identity(student, rng):
    """Alpha moves the function from plain ReLU to the identity."""
    z = activations.away_from_zero(rng, (3, 3))
    compare.close(student.leaky_relu(z, 0.0), activations.relu(z), "leaky_relu")
    compare.close(student.leaky_relu(z, 1.0), z, "leaky_relu")


@properties
@hint("If every z is three times as large, how should the outputs change?")
def test_leaky_scales(student, rng):
    """Multiplying z by a positive number multiplies the output by the same number."""
    z = activations.away_from_zero(rng, (2, 4), 0.1, 1.0)
    factor = float(rng.uniform(2.0, 6.0))
    compare.close(student.leaky_relu(factor * z, 0.2), factor * activations.leaky_relu(z, 0.2), "leaky_relu")


@properties
@hint("Should a negative z come out positive, or a positive one negative?")
def test_leaky_keeps_the_sign(student, rng):
    """No output changes sign, and a larger z always gives a larger output."""
    z = np.cumsum(rng.uniform(0.2, 0.5, size=(1, 16)), axis=1) - 3.0
    answer = student.leaky_relu(z, 0.1)
    compare.shape(answer, z.shape, "leaky_relu")
    compare.finite(answer, "leaky_relu")
    compare.holds(np.all(np.sign(answer * 1.0) == np.sign(z)), "signs are kept", answer)
    compare.holds(np.all(np.diff(answer * 1.0, axis=1) > 0.0), "the function rises", answer)


@properties
@hint("If you nudge z by a very small amount, how much does leaky_relu(z) change for each unit of the nudge?")
def test_derivative_is_the_slope(student, rng):
    """The derivative is the slope of leaky ReLU: it agrees with a central difference on both sides of zero."""
    z = activations.away_from_zero(rng, (3, 4))
    slope = activations.central_difference(lambda at: activations.leaky_relu(at, 0.3), z)
    compare.gradient(student.leaky_relu_derivative(z, 0.3), slope, "leaky_relu_derivative")


@properties
@hint("On a straight line, does the slope depend on how far along you are?")
def test_derivative_ignores_the_distance(student, rng):
    """The slope depends on the sign of z alone: it is the same near zero and far away."""
    z = activations.away_from_zero(rng, (2, 5), 0.01, 0.02)
    compare.close(student.leaky_relu_derivative(z, 0.25), _slope(z, 0.25), "leaky_relu_derivative", **LOOSE)
    compare.close(student.leaky_relu_derivative(400.0 * z, 0.25), _slope(z, 0.25), "leaky_relu_derivative", **LOOSE)


@shapes
@hint("Has every entry of z exactly one entry in the answer, in the same place?")
def test_leaky_keeps_the_shape(student, rng):
    """Leaky ReLU returns floats in the shape of its input: one number, a row, a column or a table."""
    for size in ((1, 1), (1, 6), (5, 1), (3, 5)):
        z = activations.away_from_zero(rng, size)
        compare.close(student.leaky_relu(z, 0.1), activations.leaky_relu(z, 0.1), "leaky_relu")


@shapes
@hint("Has every entry of z exactly one slope in the answer, in the same place, and can it hold a fraction?")
def test_derivative_keeps_the_shape(student, rng):
    """The derivative of leaky ReLU returns floats in the shape of its input."""
    for size in ((1, 1), (1, 6), (5, 1), (3, 5)):
        z = activations.away_from_zero(rng, size)
        compare.close(student.leaky_relu_derivative(z, 0.1), _slope(z, 0.1), "leaky_relu_derivative", **LOOSE)


@stability
@hint("At the corner the slope jumps: which numbers lie between the two slopes, and is yours one of them?")
def test_derivative_at_the_kink(student):
    """At exactly zero the slope is a number from alpha to 1, and the neighbours are not disturbed."""
    answer = student.leaky_relu_derivative(np.array([[0.0, 2.0, -2.0], [-1.0, 0.0, 1.0]]), 0.2)
    compare.shape(answer, (2, 3), "leaky_relu_derivative")
    compare.finite(answer, "leaky_relu_derivative")
    kinks = answer[np.array([0, 1]), np.array([0, 1])] * 1.0
    compare.holds(np.all((kinks >= 0.2 - 1e-8) & (kinks <= 1.0 + 1e-8)), "a slope from alpha to 1 at the kink", answer)
    others = answer[np.array([0, 0, 1, 1]), np.array([1, 2, 0, 2])] * 1.0
    compare.close(others, np.array([1.0, 0.2, 0.2, 1.0]), "leaky_relu_derivative", **LOOSE)


@stability
@hint("Does any step on the way to your answer make a number too large to store?")
def test_extreme_numbers(student):
    """Extremely large numbers of either sign, and zero, give neither nan nor infinity."""
    z = np.array([[1e30, -1e30, 0.0], [1000.0, -1000.0, 1e-30]])
    compare.close(student.leaky_relu(z, 0.1), activations.leaky_relu(z, 0.1), "leaky_relu", atol=1e-35)


@purity
@hint("Is the input still the same after the call?")
def test_leaky_leaves_its_input_alone(student, rng):
    """The array passed to leaky ReLU comes back unchanged."""
    z = activations.away_from_zero(rng, (3, 4))
    compare.holds(student.call("leaky_relu", z, 0.1).unchanged, "the input is unchanged")


@purity
@hint("Is the input still the same after the call?")
def test_derivative_leaves_its_input_alone(student, rng):
    """The array passed to the derivative of leaky ReLU comes back unchanged."""
    z = activations.away_from_zero(rng, (3, 4))
    compare.holds(student.call("leaky_relu_derivative", z, 0.1).unchanged, "the input is unchanged")
