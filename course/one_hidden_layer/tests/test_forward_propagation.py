"""Hidden tests of forward_propagation; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import shallow


def _one(student, rng, name):
    """Compare one tensor of the cache: one output, as in the notebook, and sizes that are all different."""
    x, _, parameters = shallow.draw(rng, 3, 5, 1, 7)
    _, cache = student.forward_propagation(x, parameters)
    compare.close(cache[name], shallow.forward(x, parameters)[name], name)


def _a2(student, x, parameters, wanted):
    a2, _ = student.forward_propagation(x, parameters)
    compare.shape(a2, wanted, "A2")
    compare.finite(a2, "A2")
    return np.asarray(a2, dtype=float)


@values
def test_z1(student, rng):
    """Z1, the pre-activations of the hidden layer, is right."""
    _one(student, rng, "Z1")


@values
def test_a1(student, rng):
    """A1, the activations of the hidden layer, is right."""
    _one(student, rng, "A1")


@values
def test_z2(student, rng):
    """Z2, the pre-activations of the output layer, is right."""
    _one(student, rng, "Z2")


@values
def test_a2_in_the_cache(student, rng):
    """A2 in the cache, the probabilities, is right."""
    _one(student, rng, "A2")


@values
def test_a2_returned(student, rng):
    """The probabilities that are returned are right."""
    x, _, parameters = shallow.draw(rng, 3, 5, 1, 7)
    compare.close(student.forward_propagation(x, parameters)[0], shallow.forward(x, parameters)["A2"], "A2")


@values
def test_p1(student):
    """The probabilities of P1 on the three-example dataset are right."""
    compare.close(student.forward_propagation(shallow.tiny_x(), shallow.p1())[0], shallow.p1_a2(), "A2", atol=1e-9)


@properties
@hint("Does the probability of one example depend on which other examples stand beside it?")
def test_examples_do_not_see_each_other(student, rng):
    """Each example is processed on its own: in another order, the same probabilities come in that order."""
    x, _, parameters = shallow.draw(rng, 3, 4, 1, 6)
    order = np.array([3, 5, 0, 1, 4, 2])
    before, after = _a2(student, x, parameters, (1, 6)), _a2(student, x[:, order], parameters, (1, 6))
    compare.close(after, before[:, order], "A2")
    compare.holds(np.ptp(before) > 1e-3, "different examples get different probabilities")


@properties
@hint("With no biases, what happens to each layer of your network when every input changes its sign?")
def test_opposite_inputs_without_biases(student, rng):
    """Without biases, the opposite input gets the opposite probability."""
    x, _, parameters = shallow.draw(rng, 3, 4, 1, 6)
    parameters["b1"], parameters["b2"] = np.zeros((4, 1)), np.zeros((1, 1))
    here, there = _a2(student, x, parameters, (1, 6)), _a2(student, -x, parameters, (1, 6))
    compare.close(there, 1.0 - here, "A2")
    compare.holds(np.ptp(here) > 1e-3, "different examples get different probabilities")


@properties
@hint("Change one bias by a little: which numbers of the forward pass should move?")
def test_every_bias_counts(student, rng):
    """Changing any single bias changes the probabilities."""
    x, _, parameters = shallow.draw(rng, 3, 4, 1, 6)
    before = _a2(student, x, parameters, (1, 6))
    for name, unit in (("b1", 0), ("b1", 3), ("b2", 0)):
        moved = {key: value.copy() for key, value in parameters.items()}
        moved[name][unit, 0] += 0.5
        after = _a2(student, x, moved, (1, 6))
        compare.holds(np.all(np.abs(after - before) > 1e-9), f"{name}[{unit}] matters")


@properties
@hint("Which two arrays of your cache should hold the same numbers after a squash, and do they?")
def test_cache_is_consistent(student, rng):
    """Inside the cache, each activation belongs to its own pre-activation, and A2 is the array that is returned."""
    x, _, parameters = shallow.draw(rng, 3, 5, 1, 7)
    a2, cache = student.forward_propagation(x, parameters)
    for name, wanted in (("Z1", (5, 7)), ("A1", (5, 7)), ("Z2", (1, 7)), ("A2", (1, 7))):
        compare.shape(cache[name], wanted, name)
        compare.finite(cache[name], name)
    compare.close(a2, np.asarray(cache["A2"], dtype=float), "A2")
    compare.close(cache["A1"], np.sinh(cache["Z1"]) / np.cosh(cache["Z1"]), "A1")
    with np.errstate(all="ignore"):  # a student's A2 need be no probability
        logits = np.log(cache["A2"] / (1.0 - cache["A2"]))
    compare.close(logits, np.asarray(cache["Z2"], dtype=float), "Z2", rtol=1e-6)


@shapes
def test_shapes_of_the_cache(student, rng):
    """Every array of the cache has one row for each unit and one column for each example."""
    x, _, parameters = shallow.draw(rng, 3, 5, 1, 7)
    a2, cache = student.forward_propagation(x, parameters)
    for name, wanted in (("Z1", (5, 7)), ("A1", (5, 7)), ("Z2", (1, 7)), ("A2", (1, 7))):
        compare.shape(cache[name], wanted, name)
        compare.holds(cache[name].dtype.kind == "f", f"{name} holds floats")
    compare.shape(a2, (1, 7), "the answer")


@shapes
def test_several_outputs(student, rng):
    """A network with several outputs gives one row of probabilities for each of them."""
    x, _, parameters = shallow.draw(rng, 3, 5, 2, 7)
    a2, cache = student.forward_propagation(x, parameters)
    expected = shallow.forward(x, parameters)
    compare.tensors(cache, expected, ("Z1", "A1", "Z2", "A2"))
    compare.close(a2, expected["A2"], "A2")


@shapes
def test_one_example(student, rng):
    """One example alone gives a column, with the same probability as in a batch."""
    x, _, parameters = shallow.draw(rng, 3, 5, 1, 1)
    a2, cache = student.forward_propagation(x, parameters)
    compare.close(a2, shallow.forward(x, parameters)["A2"], "A2")
    compare.shape(cache["A1"], (5, 1), "A1")


@stability
@hint("How large a number can your formula of the last step bear, on either side of zero?")
def test_saturated_outputs(student):
    """Very large pre-activations give probabilities of 0 and 1, and no nan."""
    parameters = {"W1": np.array([[1.0]]), "b1": np.zeros((1, 1)), "W2": np.array([[2000.0]]), "b2": np.zeros((1, 1))}
    a2, _ = student.forward_propagation(np.array([[2.0, -2.0]]), parameters)
    compare.close(a2, np.array([[1.0, 0.0]]), "A2", atol=1e-12)


@stability
@hint("What should a hidden unit give back for an enormous input?")
def test_saturated_hidden_units(student):
    """Very large pre-activations of the hidden layer give activations of -1 and 1, and no nan."""
    parameters = {"W1": np.array([[900.0]]), "b1": np.zeros((1, 1)), "W2": np.array([[1.0]]), "b2": np.zeros((1, 1))}
    a2, cache = student.forward_propagation(np.array([[1.0, -1.0]]), parameters)
    compare.close(cache["A1"], np.array([[1.0, -1.0]]), "A1", atol=1e-12)
    compare.close(a2, 1.0 / (1.0 + np.exp([[-1.0, 1.0]])), "A2")


@purity
def test_inputs_are_left_alone(student, rng):
    """The inputs and the parameters that are passed in come back unchanged."""
    x, _, parameters = shallow.draw(rng, 3, 5, 1, 7)
    compare.holds(student.call("forward_propagation", x, parameters).unchanged, "unchanged")
