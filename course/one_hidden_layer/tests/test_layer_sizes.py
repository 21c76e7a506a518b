"""Hidden tests of layer_sizes; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, values


def _sizes(student, n_x, n_y, m, *n_h):
    return student.layer_sizes(np.ones((n_x, m)), np.arange(n_y * m).reshape(n_y, m) % 2.0, *n_h)


@values
def test_input_layer(student):
    """The input layer has one unit for each feature."""
    compare.number(_sizes(student, 5, 1, 3, 6)[0], 5, "n_x")


@values
def test_hidden_layer(student):
    """The hidden layer has as many units as were asked for."""
    sizes = _sizes(student, 5, 1, 3, 6)
    compare.number(sizes[1], 6, "n_h")
    compare.holds(len({*sizes}) == 3, "the three sizes are told apart", sizes)


@values
def test_output_layer(student):
    """The output layer has one unit for each row of labels, however many there are."""
    for n_y in (1, 2):
        compare.number(_sizes(student, 5, n_y, 3, 6)[2], n_y, "n_y")


@values
def test_default_hidden_layer(student):
    """The size of the hidden layer has the default of the docstring."""
    sizes = _sizes(student, 3, 1, 7)
    compare.number(sizes[1], 4, "n_h")
    compare.holds(len({*sizes}) == 3, "the three sizes are told apart", sizes)


@properties
@hint("If you collected twice as many examples, would the network need more units?")
def test_number_of_examples_does_not_matter(student, rng):
    """More examples of the same kind need the same network."""
    n_x = int(rng.integers(2, 9))
    for m in (2, 11, 40):
        compare.holds(_sizes(student, n_x, 1, m, 13) == (n_x, 13, 1), "the sizes do not depend on m")


@shapes
def test_one_example(student):
    """One example alone is a dataset too."""
    compare.holds(_sizes(student, 4, 1, 1, 3) == (4, 3, 1), "sizes for one column")


@purity
def test_inputs_are_left_alone(student):
    """The arrays that are passed in come back unchanged."""
    compare.holds(student.call("layer_sizes", np.ones((2, 3)), np.zeros((1, 3)), 4).unchanged, "unchanged")
