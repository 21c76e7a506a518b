"""Hidden tests of clipped_copy; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.warmup import oracle


def _spread_out(rng, size):
    """Numbers below, inside and above the interval from -1 to 2, each of the three for certain."""
    count = int(np.prod(size))
    numbers = np.concatenate([rng.uniform(-5, -1.5, count), rng.uniform(-0.8, 1.8, count), rng.uniform(2.5, 6, count)])
    kinds = rng.permutation(np.arange(count) % 3)
    return numbers[kinds * count + np.arange(count)].reshape(size)


@values
def test_values(student, rng):
    """Numbers outside the interval are limited, the others are kept."""
    A = _spread_out(rng, (4, 6))
    compare.close(student.clipped_copy(A, -1.0, 2.0), oracle.clipped(A, -1.0, 2.0), "the copy")


@values
def test_another_interval(student, rng):
    """The limits are those of the caller."""
    A = _spread_out(rng, (3, 5))
    compare.close(student.clipped_copy(A, -3.0, 0.5), oracle.clipped(A, -3.0, 0.5), "the copy")
    compare.close(student.clipped_copy(A, -0.2, 4.0), oracle.clipped(A, -0.2, 4.0), "the copy")


@shapes
def test_limits_of_one_sign(student, rng):
    """Both limits may lie on the same side of zero."""
    A = _spread_out(rng, (3, 5))
    compare.close(student.clipped_copy(A, 0.5, 3.0), oracle.clipped(A, 0.5, 3.0), "the copy")
    compare.close(student.clipped_copy(A, -4.0, -2.0), oracle.clipped(A, -4.0, -2.0), "the copy")


@properties
@hint("What is there to do for a number that already lies inside the interval?")
def test_inside_nothing_changes(student, rng):
    """Numbers inside the interval come back as they are."""
    A = rng.uniform(-3.0, 3.0, size=(3, 4))
    compare.close(student.clipped_copy(A, -10.0, 10.0), A, "the copy")


@properties
@hint("If a result is limited once more to the same interval, what should happen?")
def test_twice_is_once(student, rng):
    """Limiting twice is the same as limiting once."""
    A = _spread_out(rng, (2, 6))
    once = student.clipped_copy(A, -1.0, 2.0)
    compare.close(once, oracle.clipped(A, -1.0, 2.0), "the copy")
    compare.close(student.clipped_copy(once, -1.0, 2.0), oracle.clipped(A, -1.0, 2.0), "the copy")


@shapes
@hint("Has every number of A still its place in the answer?")
def test_shape_is_kept(student, rng):
    """The answer has the shape of the argument."""
    for size in ((1, 1), (1, 5), (5, 1), (3, 2)):
        A = _spread_out(rng, size)
        compare.close(student.clipped_copy(A, -1.0, 2.0), oracle.clipped(A, -1.0, 2.0), "the copy")


@stability
@hint("What should happen to a number that is larger than any limit you can think of?")
def test_enormous_numbers(student):
    """Enormous numbers of either sign are limited like any others."""
    A = np.array([[1e300, -1e300, 0.5], [1e12, -1e12, -0.5]])
    compare.close(student.clipped_copy(A, -1.0, 1.0), np.array([[1.0, -1.0, 0.5], [1.0, -1.0, -0.5]]), "the copy")


@purity
@hint("Does the array that you change belong to you, or to the caller?")
def test_argument_is_left_alone(student, rng):
    """The array that is passed in comes back unchanged."""
    A = _spread_out(rng, (3, 4))
    compare.holds(student.call("clipped_copy", A, -1.0, 2.0).unchanged, "A is unchanged")
