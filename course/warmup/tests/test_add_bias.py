"""Hidden tests of add_bias; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, values
from course.warmup import oracle


@values
def test_column_of_biases(student, rng):
    """A column of biases is added right."""
    Z, b = rng.normal(size=(3, 5)), rng.normal(size=(3, 1))
    compare.close(student.add_bias(Z, b), oracle.add_bias(Z, b), "the sum")


@values
def test_flat_biases(student, rng):
    """Biases in a flat array are added right."""
    Z, b = rng.normal(size=(4, 6)), rng.normal(size=4)
    compare.close(student.add_bias(Z, b), oracle.add_bias(Z, b), "the sum")


@values
@hint("When there are as many examples as neurons, which axis does a flat b line up with?")
def test_as_many_examples_as_neurons(student, rng):
    """The biases go to the rows also where there are as many examples as neurons."""
    Z, flat = rng.normal(size=(4, 4)), rng.normal(size=4)
    compare.close(student.add_bias(Z, flat), oracle.add_bias(Z, flat), "the sum")
    compare.close(student.add_bias(Z, flat.reshape(4, 1)), oracle.add_bias(Z, flat), "the sum")


@properties
@hint("What should be left when you take Z away from the answer?")
def test_each_row_gets_its_own_bias(student, rng):
    """The answer minus Z is the same number all along a row."""
    Z, b = rng.normal(size=(3, 4)), np.array([[1.0], [-2.0], [5.0]])
    answer = student.add_bias(Z, b)
    compare.shape(answer, (3, 4), "the sum")
    compare.close(answer - Z, np.array([[1.0] * 4, [-2.0] * 4, [5.0] * 4]), "the difference")


@properties
@hint("What does a bias of zero do?")
def test_zero_bias_changes_nothing(student, rng):
    """Biases of zero give Z back."""
    Z = rng.normal(size=(2, 5))
    compare.close(student.add_bias(Z, np.zeros((2, 1))), Z, "the sum")


@shapes
@hint("Has the answer exactly the shape of Z?")
def test_shape_of_the_sum(student, rng):
    """The answer has the shape of Z, for one neuron or one example as well."""
    for n, m in ((1, 4), (4, 1), (1, 1), (2, 7)):
        Z, b = rng.normal(size=(n, m)), rng.normal(size=(n, 1))
        compare.close(student.add_bias(Z, b), oracle.add_bias(Z, b), "the sum")
        compare.close(student.add_bias(Z, b[:, 0].copy()), oracle.add_bias(Z, b), "the sum")


@purity
@hint("Are Z and b still the same after the call, in shape as well?")
def test_arguments_are_left_alone(student, rng):
    """Z and b come back unchanged."""
    Z = rng.normal(size=(3, 4))
    compare.holds(student.call("add_bias", Z, rng.normal(size=(3, 1))).unchanged, "Z and a column are unchanged")
    compare.holds(student.call("add_bias", Z, rng.normal(size=3)).unchanged, "Z and a flat b are unchanged")
