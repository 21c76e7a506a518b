"""Hidden tests of nn_model; trusted side.

Where training starts is the student's own affair: a call with a learning rate of zero and the same generator tells the
start, and the oracle's gradient descent says where training must lead from there.

A loop shows what it does within few iterations, and each may cost much: in the second chance several messages, in a notebook
that goes through the examples one by one a hundred steps of Python. So no test asks for more iterations than it needs.
"""

import numpy as np

from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import chaotic, hint, properties, purity, shapes, stability, values
from course.oracles import datasets, shallow

UPSTREAM = {
    "layer_sizes": shallow.layer_sizes,
    "initialize_parameters": shallow.initialize_parameters,
    "forward_propagation": shallow.forward_propagation,
    "compute_cost": shallow.compute_cost,
    "backward_propagation": shallow.backward_propagation,
    "update_parameters": shallow.update_parameters,
}

SECONDS = 20
MOONS = 80
"""So few that right functions which go through the examples one by one are in time."""

MOONS_ITERATIONS, MOONS_LEARNING_RATE = 240, 3.0
COST_OF_A_STRAIGHT_LINE = 0.2931
"""The best straight line has 0.29316, and training stays near it until the border bends.

Of 1,500 small starts, gradient descent brought every one below 0.29 by then.
"""


def _data(rng, m=12):
    """Return two clouds that overlap a little, with three features."""
    y = (np.arange(m) % 2).astype(float).reshape(1, m)
    return rng.normal(size=(3, m)) + 0.8 * (2 * y - 1), y


def _train(student, x, y, n_h, *rest):
    """Train, and require parameters of the right shapes without nan."""
    parameters, costs = student.within(SECONDS).nn_model(x, y, n_h, *rest)
    for name, wanted in zip(shallow.NAMES, ((n_h, len(x)), (n_h, 1), (1, n_h), (1, 1)), strict=True):
        compare.shape(parameters[name], wanted, name)
        compare.finite(parameters[name], name)
    return {name: np.asarray(parameters[name], dtype=float) for name in shallow.NAMES}, costs


def _arrives(student, x, y, n_h, seed, iterations, learning_rate):
    """Require that training arrives where gradient descent arrives from the same start."""
    start, _ = _train(student, x, y, n_h, 1, 0.0, Rng(seed))
    compare.holds(np.any(start["W1"] != 0), "the start is not all zeros")
    expected, _ = shallow.descend(start, x, y, iterations, learning_rate, every=100)
    leads = any(not np.allclose(expected[name], start[name], rtol=1e-5, atol=1e-7) for name in shallow.NAMES)
    compare.holds(leads, "training leads away from the start")  # from huge or tiny numbers no step is seen
    answer, _ = _train(student, x, y, n_h, iterations, learning_rate, Rng(seed))
    compare.tensors(answer, expected, shallow.NAMES, rtol=1e-6, atol=1e-9)


@values
@hint("Does the same generator give the same start each time, and what does one step change in it?")
def test_one_iteration(student, rng, seed):
    """One iteration is one step of gradient descent."""
    _arrives(student, *_data(rng), 4, seed, 1, 0.6)


@values
def test_many_iterations(student, rng, seed):
    """Many iterations are as many steps of gradient descent, each from where the last one ended."""
    _arrives(student, *_data(rng), 4, seed, 30, 0.6)


@values
def test_costs(student, rng, seed):
    """Each entry of the costs is the cost at its iteration, before that iteration's step."""
    x, y = _data(rng)
    start, _ = _train(student, x, y, 4, 1, 0.0, Rng(seed))
    _, expected = shallow.descend(start, x, y, 110, 0.4, every=100)
    _, costs = _train(student, x, y, 4, 110, 0.4, Rng(seed))
    compare.holds(len(costs) in (2, 3), "one entry every hundred iterations, the first at the start")
    compare.close(np.array(costs), np.array(expected[: len(costs)]), "the costs", rtol=1e-5, atol=1e-7)


@values
@hint("What does the first line of the function say about the learning rate, and did you change it?")
def test_default_learning_rate(student, rng):
    """Without a learning rate, the default of the docstring is used."""
    x, y = rng.normal(size=(3, 12)), np.array([[1.0] * 3 + [0.0] * 9])
    parameters, _ = _train(student, x, y, 4, 1)
    # From small weights every probability is nearly one half, so the first step of b2 shows the learning rate.
    compare.number(float(parameters["b2"][0, 0]), 1.2 * (0.25 - 0.5), "b2", rtol=0.05)


@values
@chaotic
def test_moons(student, seed):
    """Trained on the two moons, the network does better than any straight line."""
    x, y = datasets.moons(MOONS)
    parameters, _ = _train(student, x, y, 4, MOONS_ITERATIONS, MOONS_LEARNING_RATE, Rng(seed))
    compare.holds(shallow.cost_of(parameters, x, y) < COST_OF_A_STRAIGHT_LINE, "better than a straight line")


@properties
@hint("With a learning rate of zero, how far should anything move?")
def test_learning_rate_of_zero(student, rng, seed):
    """With a learning rate of zero, training goes nowhere: the cost stays what it was."""
    # So long that a loop which gives up where the cost no longer falls, by whatever measure, is missing an entry.
    x, y = _data(rng)
    parameters, costs = _train(student, x, y, 4, 210, 0.0, Rng(seed))
    compare.holds(len(costs) in (3, 4), "one entry every hundred iterations, the first at the start")
    compare.close(np.array(costs), np.full(len(costs), shallow.cost_of(parameters, x, y)), "the costs", **compare.COST)
    compare.close(parameters["b1"], np.zeros((4, 1)), "b1")


@properties
@hint("How sure of anything should a network be before its first step?")
def test_starts_knowing_nothing(student, rng, seed):
    """Training starts from small weights: at first, every example is a coin flip."""
    parameters, costs = _train(student, *_data(rng), 5, 1, 0.0, Rng(seed))
    compare.holds(max(np.max(np.abs(array)) for array in parameters.values()) < 0.1, "the start is small")
    compare.close(np.array(costs), np.array([shallow.P0_COST]), "the costs", rtol=0, atol=0.05)


@properties
@hint("Three examples, four hidden units: how small can the cost become, if you let it?")
def test_learns_three_examples_by_heart(student, seed):
    """A network with enough hidden units learns three examples by heart."""
    x, y = shallow.tiny_x(), shallow.tiny_y()
    parameters, _ = _train(student, x, y, 4, 150, 1.2, Rng(seed))
    compare.holds(shallow.cost_of(parameters, x, y) < 0.02, "the cost is almost zero")


@properties
@hint("With a small learning rate, can a cost ever be higher than a hundred iterations earlier?")
def test_the_cost_falls(student, rng, seed):
    """With a modest learning rate, every entry of the costs is below the one before."""
    x, y = _data(rng)
    parameters, costs = _train(student, x, y, 3, 210, 0.2, Rng(seed))
    compare.finite(np.array(costs), "the costs")
    compare.holds(len(costs) in (2, 3, 4), "an entry every hundred iterations")  # which ones, other tests ask
    compare.holds(np.all(np.diff(costs) < 0), "the costs fall")
    compare.holds(shallow.cost_of(parameters, x, y) < costs[:3][-1], "the parameters are the last ones")


@properties
@hint("Same data, same generator, same settings: what could make two trainings differ?")
def test_training_can_be_repeated(student, rng, seed):
    """Trained again in the same way, the network comes out the same."""
    x, y = _data(rng)
    first, second = (_train(student, x, y, 4, 30, 0.6, Rng(seed))[0] for _ in range(2))
    compare.tensors(first, second, shallow.NAMES, rtol=1e-9)
    compare.holds(shallow.cost_of(first, x, y) < shallow.P0_COST, "something was learnt")


@shapes
def test_size_of_the_hidden_layer(student, rng, seed):
    """The hidden layer has as many units as were asked for."""
    for n_h in (1, 6):
        _train(student, *_data(rng), n_h, 2, 0.6, Rng(seed))


@shapes
def test_length_of_the_costs(student, rng, seed):
    """There is one cost for the start and one for every hundred iterations after it."""
    x, y = _data(rng)
    for iterations, lengths in ((1, (1,)), (100, (1, 2)), (101, (2,))):
        _, costs = _train(student, x, y, 2, iterations, 0.5, Rng(seed))
        compare.holds(len(costs) in lengths, "one entry every hundred iterations, the first at the start")


@shapes
def test_one_example(student, seed):
    """One example alone can be trained on."""
    parameters, _ = _train(student, np.array([[0.5], [-1.0]]), np.array([[1.0]]), 2, 50, 1.0, Rng(seed))
    compare.holds(shallow.forward(np.array([[0.5], [-1.0]]), parameters)["A2"][0, 0] > 0.9, "it is learnt")


@stability
@hint("When the network is sure of every example, which step of an iteration could still produce a nan?")
def test_a_large_learning_rate(student, seed):
    """A network that becomes sure of everything still has finite parameters and costs."""
    x = np.array([[-3.0, -2.0, 2.0, 3.0], [1.0, -1.0, 1.0, -1.0]])
    parameters, costs = _train(student, x, np.array([[0.0, 0.0, 1.0, 1.0]]), 3, 201, 200.0, Rng(seed))
    compare.finite(np.array(costs), "the costs")
    compare.holds(np.all((shallow.forward(x, parameters)["A2"] > 0.5) == [[0, 0, 1, 1]]), "all four are right")


@purity
def test_data_are_left_alone(student, rng, seed):
    """The inputs and the labels come back unchanged."""
    x, y = _data(rng)
    compare.holds(student.call("nn_model", x, y, 3, 5, 0.6, Rng(seed)).unchanged, "unchanged")
