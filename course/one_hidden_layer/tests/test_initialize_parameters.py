"""Hidden tests of initialize_parameters: properties of the draw, never stored draws; trusted side."""

import numpy as np

from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import hint, properties, shapes, values
from course.oracles import shallow

SIZES = (50, 2000, 1)  # one output, as in the notebook: several are asked for in one test of the shapes
STANDARD_DEVIATION = 0.01


def _weights(student, seed, name, wanted):
    weights = student.initialize_parameters(*SIZES, Rng(seed))[name]
    compare.shape(weights, wanted, name)
    compare.finite(weights, name)
    return np.asarray(weights, dtype=float)


def _spread(weights, name):
    within = 5 * STANDARD_DEVIATION / np.sqrt(2 * weights.size)
    compare.number(float(np.std(weights)), STANDARD_DEVIATION, f"the spread of {name}", rtol=0, atol=within)


@values
@hint("What is the standard deviation of your weights, measured with np.std on a large layer?")
def test_spread_of_w1(student, seed):
    """The weights of the hidden layer have the standard deviation that the docstring gives."""
    _spread(_weights(student, seed, "W1", (2000, 50)), "W1")


@values
@hint("What is the standard deviation of the second layer's weights, measured with np.std on a large layer?")
def test_spread_of_w2(student, seed):
    """The weights of the output layer have the standard deviation that the docstring gives."""
    _spread(_weights(student, seed, "W2", (1, 2000)), "W2")


@values
def test_biases_of_the_hidden_layer(student, seed):
    """The hidden layer starts with the biases that the docstring gives."""
    parameters = student.initialize_parameters(3, 5, 1, Rng(seed))
    compare.close(parameters["b1"], np.zeros((5, 1)), "b1", kinds="fi", atol=0)
    compare.holds(np.unique(parameters["W1"]).size > 1, "there are weights beside the biases, and not all the same")


@values
def test_biases_of_the_output_layer(student, seed):
    """The output layer starts with the biases that the docstring gives."""
    parameters = student.initialize_parameters(3, 5, 1, Rng(seed))
    compare.close(parameters["b2"], np.zeros((1, 1)), "b2", kinds="fi", atol=0)
    compare.holds(np.unique(parameters["W2"]).size > 1, "there are weights beside the biases, and not all the same")


@properties
@hint("Which range does your random function draw from, and where is the middle of that range?")
def test_weights_are_centred(student, seed):
    """The weights are as often negative as positive: their mean is near zero."""
    for name, wanted in (("W1", (2000, 50)), ("W2", (1, 2000))):
        weights = _weights(student, seed, name, wanted)
        within = 5 * STANDARD_DEVIATION / np.sqrt(weights.size)
        compare.number(float(np.mean(weights)), 0.0, f"the mean of {name}", rtol=0, atol=within)


@properties
@hint("If two hidden units start with the same weights, how could training ever tell them apart?")
def test_no_two_weights_are_equal(student, seed):
    """Every weight is drawn on its own: no two are equal."""
    for name, wanted in (("W1", (2000, 50)), ("W2", (1, 2000))):
        weights = _weights(student, seed, name, wanted)
        compare.holds(np.unique(weights).size == weights.size, f"the entries of {name} are distinct")


@properties
@hint("Where do the weights of the second layer come from?")
def test_the_layers_are_drawn_separately(student, seed):
    """The two layers get draws of their own, not the same numbers twice."""
    parameters = student.initialize_parameters(6, 6, 1, Rng(seed))
    for name, wanted in (("W1", (6, 6)), ("W2", (1, 6))):
        compare.shape(parameters[name], wanted, name)
        compare.finite(parameters[name], name)
    shared = np.isin(np.round(parameters["W1"], 12), np.round(parameters["W2"], 12))
    compare.holds(not np.any(shared), "W1 and W2 share no number")


@properties
@hint("Two students in one room call your function twice: who decides whether they get the same numbers?")
def test_successive_draws_differ(student):
    """Two calls, one after the other, give different weights."""
    first, second = (student.initialize_parameters(3, 5, 1)["W1"] for _ in range(2))
    for weights in (first, second):
        compare.shape(weights, (5, 3), "W1")
        compare.finite(weights, "W1")
    compare.holds(not np.any(first == second), "two calls differ")


@properties
@hint("Where do your random numbers come from, and does whoever calls the function have a say in it?")
def test_same_generator_same_weights(student, seed):
    """The same generator in the same state gives the same weights."""
    first, second = (student.initialize_parameters(3, 5, 1, Rng(seed)) for _ in range(2))
    for name, wanted in (("W1", (5, 3)), ("W2", (1, 5))):
        compare.shape(first[name], wanted, name)
        compare.finite(first[name], name)
    compare.tensors(first, second, shallow.NAMES, rtol=0, atol=0)
    compare.holds(np.any(first["W1"] != 0), "there is something to repeat")


@shapes
def test_shape_of_w1(student):
    """W1 has one row for each hidden unit and one column for each input."""
    compare.shape(student.initialize_parameters(3, 5, 1)["W1"], (5, 3), "W1")


@shapes
def test_shape_of_b1(student):
    """b1 is a column, with one entry for each hidden unit."""
    compare.shape(student.initialize_parameters(3, 5, 1)["b1"], (5, 1), "b1")


@shapes
def test_shape_of_w2(student):
    """W2 has one row for each output and one column for each hidden unit."""
    compare.shape(student.initialize_parameters(3, 5, 1)["W2"], (1, 5), "W2")


@shapes
def test_shape_of_b2(student):
    """b2 is a column, with one entry for each output."""
    compare.shape(student.initialize_parameters(3, 5, 1)["b2"], (1, 1), "b2")


@shapes
def test_several_outputs(student):
    """With several outputs, W2 has a row for each of them and b2 an entry for each."""
    parameters = student.initialize_parameters(3, 5, 2)
    for name, wanted in (("W1", (5, 3)), ("b1", (5, 1)), ("W2", (2, 5)), ("b2", (2, 1))):
        compare.shape(parameters[name], wanted, name)


@shapes
def test_one_unit_everywhere(student, seed):
    """A network of one unit a layer still has two-dimensional arrays of floats."""
    parameters = student.initialize_parameters(1, 1, 1, Rng(seed))
    for name in shallow.NAMES:
        compare.shape(parameters[name], (1, 1), name)
        compare.finite(parameters[name], name)
        compare.holds(parameters[name].dtype.kind == "f", f"{name} holds floats")
