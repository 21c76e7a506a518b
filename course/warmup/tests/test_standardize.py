"""Hidden tests of standardize; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.warmup import oracle

UPSTREAM = {"feature_means": oracle.feature_means}
LOOSE = {"rtol": 1e-6, "atol": 1e-7}
"""A student may add a tiny number to the standard deviation."""


def _data(rng, size):
    """Features with different means and standard deviations, none of them small."""
    scale = rng.uniform(1.0, 6.0, size=(size[0], 1))
    return scale * np.linspace(-1.5, 1.5, size[1]) + rng.normal(size=size) + rng.uniform(2.0, 9.0, size=(size[0], 1))


@values
def test_values(student, rng):
    """Every entry of the standardized data is right."""
    X = _data(rng, (3, 9))
    compare.close(student.standardize(X), oracle.standardize(X), "the data", **LOOSE)


@values
@hint("What shapes have the means and the standard deviations, and do they line up with rows or with columns?")
def test_as_many_features_as_examples(student, rng):
    """The answer is right where there are as many features as examples."""
    X = _data(rng, (6, 6))
    compare.close(student.standardize(X), oracle.standardize(X), "the data", **LOOSE)


@properties
@hint("Which two numbers should describe each feature afterwards?")
def test_mean_and_spread(student, rng):
    """Afterwards each feature has mean 0 and standard deviation 1."""
    X = _data(rng, (4, 11))
    answer = student.standardize(X)
    compare.shape(answer, X.shape, "the data")
    compare.finite(answer, "the data")
    compare.close(np.mean(answer, axis=1), np.zeros(4), "the means", **LOOSE)
    compare.close(np.std(answer, axis=1), np.ones(4), "the standard deviations", **LOOSE)


@properties
@hint("If a feature were measured in other units, should the standardized data change?")
def test_units_do_not_matter(student, rng):
    """Moving and scaling the features beforehand changes nothing."""
    X = _data(rng, (3, 8))
    other = X * np.array([[100.0], [2.0], [7.0]]) + np.array([[-50.0], [3.0], [20.0]])
    compare.close(student.standardize(other), oracle.standardize(X), "the data", **LOOSE)


@shapes
@hint("Has the answer exactly the shape of X?")
def test_shape_is_kept(student, rng):
    """The answer has the shape of the data, for one feature as well."""
    for size in ((1, 5), (2, 7), (5, 3)):
        X = _data(rng, size)
        compare.close(student.standardize(X), oracle.standardize(X), "the data", **LOOSE)


@stability
@hint("What is the standard deviation of a feature that never varies, and what happens when you divide by it?")
def test_constant_feature(student, rng):
    """A feature that never varies becomes 0, and the others are not disturbed."""
    X = _data(rng, (3, 4))
    X[1] = 7.0
    compare.close(student.standardize(X), oracle.standardize(X), "the data", **LOOSE)


@stability
@hint("What is the standard deviation of a single example, and what happens when you divide by it?")
def test_single_example(student):
    """A single example becomes 0 in every feature."""
    compare.close(student.standardize(np.array([[3.0], [-2.0]])), np.zeros((2, 1)), "the data", **LOOSE)


@purity
@hint("Is X still the same after the call?")
def test_data_are_left_alone(student, rng):
    """The data that are passed in come back unchanged."""
    compare.holds(student.call("standardize", _data(rng, (2, 5))).unchanged, "X is unchanged")
