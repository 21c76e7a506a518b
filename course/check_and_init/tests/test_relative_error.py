"""Hidden tests of relative_error; trusted side."""

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
from course.oracles.checking import distance


@values
def test_vectors(student, rng):
    """The relative error of two vectors is right."""
    a, b = rng.uniform(-1.0, 1.0, 6), rng.uniform(-1.0, 1.0, 6)
    compare.number(student.relative_error(a, b), distance(a, b))


@values
@hint("Which entries of a matrix does the norm in the formula add up?")
def test_matrices(student, rng):
    """The relative error of two matrices counts every entry once."""
    a, b = rng.uniform(-1.0, 1.0, (3, 4)), rng.uniform(-1.0, 1.0, (3, 4))
    compare.number(student.relative_error(a, b), distance(a, b))


@values
def test_close_gradients(student, rng):
    """Two gradients that nearly agree have a small error of the right size."""
    a = rng.uniform(0.5, 1.5, (4, 2))
    b = a + 1e-5 * rng.uniform(0.5, 1.0, (4, 2))
    compare.number(student.relative_error(a, b), distance(a, b), rtol=1e-5)


@values
def test_lengths_one_to_two(student):
    """An array and its double are a third apart."""
    a = np.array([[2.0, -3.0, 6.0]])
    compare.number(student.relative_error(a, 2.0 * a), 1.0 / 3.0)


@properties
@hint("Two arrows of one length can point in different directions: what does your function say about them?")
def test_opposite_gradients(student, rng):
    """Opposite gradients are as far apart as can be."""
    a = rng.uniform(0.5, 1.0, (3, 2))
    compare.number(student.relative_error(a, -a), 1.0)


@properties
def test_one_gradient_is_zero(student, rng):
    """A gradient and a zero gradient are as far apart as can be, either way round."""
    a = rng.uniform(0.5, 1.0, (2, 2))
    compare.number(student.relative_error(a, np.zeros((2, 2))), 1.0)
    compare.number(student.relative_error(np.zeros((2, 2)), a), 1.0)


@values
@hint("If one entry of a hundred is wrong, does your answer depend on how many entries are right?")
def test_one_wrong_entry(student):
    """One wrong entry among many right ones is weighed by the norms."""
    a = np.ones((10, 10))
    b = a.copy()
    b[3, 7] = 2.0
    compare.number(student.relative_error(a, b), 1.0 / (10.0 + np.sqrt(103.0)))


@properties
@hint("What does your answer do if both gradients are a thousand times larger?")
def test_scale_does_not_matter(student, rng):
    """Scaling both gradients changes nothing."""
    a, b = rng.uniform(0.5, 1.0, (3, 3)), rng.uniform(0.5, 1.0, (3, 3))
    for factor in (1000.0, 0.1):
        compare.number(student.relative_error(factor * a, factor * b), distance(a, b))


@properties
@hint("Should it matter which of the two is called a?")
def test_symmetric(student, rng):
    """The order of the two gradients does not matter."""
    a, b = rng.uniform(0.5, 1.0, 5), rng.uniform(1.5, 9.0, 5)
    compare.number(student.relative_error(a, b), distance(a, b))
    compare.number(student.relative_error(b, a), distance(a, b))


@properties
def test_equal_gradients(student, rng):
    """Equal gradients have no error."""
    a = rng.uniform(-1.0, 1.0, (2, 5))
    compare.number(student.relative_error(a, a.copy()), 0.0)


@properties
@hint("Can positive and negative differences cancel in a norm?")
def test_differences_do_not_cancel(student):
    """Differences of opposite sign do not cancel."""
    compare.number(
        student.relative_error(np.array([1.0, 2.0]), np.array([2.0, 1.0])),
        np.sqrt(2.0) / np.sqrt(20.0),
    )


@shapes
def test_one_number(student, rng):
    """The answer is one number for arrays of three dimensions too."""
    a, b = rng.uniform(0.5, 1.0, (2, 3, 2)), rng.uniform(0.5, 1.0, (2, 3, 2))
    compare.number(student.relative_error(a, b), distance(a, b))


@shapes
def test_column(student, rng):
    """Two columns, such as bias gradients, give one number."""
    a, b = rng.uniform(0.5, 1.0, (4, 1)), rng.uniform(0.5, 1.0, (4, 1))
    compare.number(student.relative_error(a, b), distance(a, b))


@stability
@hint("What do two gradients that are both zero have to do with each other, and what does your division make of them?")
def test_two_zero_gradients(student):
    """Two zero gradients agree: the error is 0, and no division fails."""
    compare.number(student.relative_error(np.zeros((2, 3)), np.zeros((2, 3))), 0.0)


@stability
@hint("For gradients far below a millionth, is anything in your denominator larger than they are?")
def test_tiny_gradients(student):
    """Tiny gradients are compared as strictly as large ones."""
    a = np.array([[3e-7, 4e-7]])
    compare.number(student.relative_error(a, 2.0 * a), 1.0 / 3.0, rtol=1e-3)


@stability
def test_large_gradients(student):
    """Gradients in the millions are compared as well as small ones."""
    a = np.array([[3e7, 4e7]])
    compare.number(student.relative_error(a, 2.0 * a), 1.0 / 3.0)


@purity
def test_inputs_are_left_alone(student, rng):
    """Both arrays come back unchanged."""
    a, b = rng.uniform(0.5, 1.0, (2, 3)), rng.uniform(0.5, 1.0, (2, 3))
    compare.holds(student.call("relative_error", a, b).unchanged, "the inputs are unchanged")
