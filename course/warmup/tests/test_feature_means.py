"""Hidden tests of feature_means; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, values
from course.warmup import oracle


@values
def test_means(student, rng):
    """Each feature's mean over the examples is right."""
    X = rng.normal(1.0, 3.0, size=(3, 8))
    compare.close(student.feature_means(X), oracle.feature_means(X), "the means")


@values
def test_as_many_features_as_examples(student, rng):
    """The means are right where there are as many features as examples."""
    X = rng.normal(0.0, 2.0, size=(5, 5))
    compare.close(student.feature_means(X), oracle.feature_means(X), "the means")


@properties
@hint("If every example appeared twice, should a mean change?")
def test_doubling_the_data_changes_nothing(student, rng):
    """The same examples twice have the same means."""
    X = rng.normal(0.0, 1.0, size=(2, 5))
    compare.close(student.feature_means(np.hstack([X, X])), oracle.feature_means(X), "the means")


@properties
@hint("If every number of one feature grows by 10, what happens to its mean, and what to the means of the others?")
def test_moving_one_feature(student, rng):
    """Moving one feature moves its own mean by as much, and no other."""
    X = rng.normal(0.0, 1.0, size=(3, 6))
    moved = X.copy()
    moved[1] += 10.0
    compare.close(student.feature_means(moved), oracle.feature_means(X) + np.array([[0.0], [10.0], [0.0]]), "the means")


@shapes
@hint("What shape lines up with the rows of X: how many rows and how many columns should it have?")
def test_a_column_for_any_shape(student, rng):
    """The means stand in a column, whatever the number of features and examples."""
    for size in ((1, 4), (4, 1), (2, 9), (1, 1)):
        X = rng.normal(0.0, 1.0, size=size)
        compare.close(student.feature_means(X), oracle.feature_means(X), "the means")


@purity
@hint("Is X still the same after the call?")
def test_data_are_left_alone(student, rng):
    """The data that are passed in come back unchanged."""
    compare.holds(student.call("feature_means", rng.normal(1.0, 1.0, size=(3, 4))).unchanged, "X is unchanged")
