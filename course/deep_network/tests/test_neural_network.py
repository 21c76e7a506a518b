"""Hidden tests of NeuralNetwork; trusted side.

Weights are drawn by the student's class, so expected values start from the parameters that it shows.
"""

import numpy as np

from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import chaotic, hint, properties, purity, shapes, stability, values
from course.oracles import deep, passes

UPSTREAM = {"deep_forward": passes.plain_forward, "deep_backward": passes.plain_backward}

XOR_X = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
XOR_Y = np.array([[0.0, 1.0, 1.0, 0.0]])


LARGEST = 1e4
"""A parameter: next to larger ones the tests could not see a step."""


def parameters(net, dims):
    """Return the network's parameters: finite floats of the right shapes."""
    shown = net.parameters
    for layer in range(1, len(dims)):
        for name, wanted in ((f"W{layer}", (dims[layer], dims[layer - 1])), (f"b{layer}", (dims[layer], 1))):
            compare.holds(name in shown, f"{name} is there")
            compare.shape(shown[name], wanted, name)
            compare.finite(shown[name], name)
            compare.holds(np.all(np.abs(shown[name]) < LARGEST), f"{name} is of a sane size", shown[name])
    names = [f"{kind}{layer}" for layer in range(1, len(dims)) for kind in "Wb"]
    return {name: shown[name].astype(float) for name in names}


def same(actual, expected):
    """Require these parameters."""
    compare.tensors(actual, expected, list(expected), rtol=1e-6, atol=1e-9)


def batch(rng, n_x, m, n_y=1):
    """Return features, and labels of both kinds, never as many of the one as of the other: zero weights would be at rest."""
    Y = np.zeros((n_y, m))
    Y[:, : max(1, m // 3)] = 1.0
    return rng.normal(size=(n_x, m)), rng.permuted(Y, axis=1)


@values
def test_forward(student, rng):
    """forward gives the outputs of the network's own parameters."""
    X, _ = batch(rng, 3, 6)
    for activation in ("tanh", "relu"):
        net = student.NeuralNetwork([3, 5, 4, 1], activation, 0.1, Rng(3))
        P = parameters(net, (3, 5, 4, 1))
        compare.close(net.forward(X)[0], deep.probabilities(X, P, activation), "AL")


@values
def test_compute_cost(student, rng):
    """compute_cost gives the mean cross-entropy, the same on any data of the same kind repeated."""
    net = student.NeuralNetwork([2, 3, 1], "tanh", 0.1, Rng(3))
    AL, Y = rng.uniform(0.05, 0.95, (1, 7)), batch(rng, 2, 7)[1]
    expected = float(np.mean(np.where(Y == 1, -np.log(AL), -np.log1p(-AL))))
    compare.number(net.compute_cost(AL, Y), expected, "the cost", **compare.COST)
    compare.number(net.compute_cost(np.hstack([AL, AL]), np.hstack([Y, Y])), expected, "the cost", **compare.COST)


@values
def test_backward(student, rng):
    """backward gives the gradients of the network's cost."""
    X, Y = batch(rng, 3, 6)
    net = student.NeuralNetwork([3, 5, 4, 1], "tanh", 0.1, Rng(4))
    P = parameters(net, (3, 5, 4, 1))
    AL, caches = net.forward(X)
    grads = net.backward(AL, Y, caches)
    names = [f"d{kind}{layer}" for layer in (3, 2, 1) for kind in "Wb"]
    compare.tensors(grads, deep.gradients(X, Y, P, "tanh"), names, rtol=1e-6, atol=1e-10)


@values
@hint("Where does the learning rate of this very network stand, and what is it multiplied with?")
def test_update(student, rng):
    """update_parameters takes one step of gradient descent at the network's learning rate."""
    for learning_rate in (0.3, 2.0):
        net = student.NeuralNetwork([2, 4, 1], "tanh", learning_rate, Rng(5))
        P = parameters(net, (2, 4, 1))
        grads = {f"d{name}": rng.normal(size=value.shape) for name, value in P.items()}
        net.update_parameters(grads)
        same(parameters(net, (2, 4, 1)), {k: v - learning_rate * grads[f"d{k}"] for k, v in P.items()})


@values
@hint("When is a cost written down: before or after its step? And on which parameters?")
def test_train_costs(student, rng):
    """train returns the cost of each iteration, from before its step."""
    X, Y = batch(rng, 2, 6)
    net = student.NeuralNetwork([2, 3, 2, 1], "tanh", 0.4, Rng(6))
    costs, _ = deep.descend(X, Y, parameters(net, (2, 3, 2, 1)), "tanh", 0.4, 6)
    found = net.train(X, Y, 6)
    compare.holds(len(found) == 6, "one cost an iteration", len(found))
    compare.close(np.array(found, dtype=float), np.array(costs), "the costs", **compare.COST)


@values
def test_train_parameters(student, rng):
    """After train the network stands where gradient descent leads."""
    X, Y = batch(rng, 2, 6)
    for activation in ("relu", "sigmoid"):
        net = student.NeuralNetwork([2, 4, 1], activation, 0.5, Rng(7))
        _, P = deep.descend(X, Y, parameters(net, (2, 4, 1)), activation, 0.5, 5)
        net.train(X, Y, 5)
        same(parameters(net, (2, 4, 1)), P)


@values
def test_predict(student, rng):
    """predict says 1 exactly where the probability is above one half."""
    X, _ = batch(rng, 3, 40)
    net = student.NeuralNetwork([3, 6, 1], "tanh", 0.1, Rng(8))
    AL = deep.probabilities(X, parameters(net, (3, 6, 1)), "tanh")
    compare.holds(0 < np.sum(AL > 0.5) < AL.size, "some probabilities are above one half and some below", AL)
    labels = net.predict(X)
    compare.close(labels, (AL > 0.5).astype(int), "the labels", kinds=compare.ANY_NUMBER)


@values
@hint("Which activation and which learning rate does the docstring promise to someone who names neither?")
def test_defaults(student, rng):
    """Without further arguments the network uses ReLU and a learning rate of one hundredth."""
    X, Y = batch(rng, 2, 5)
    net = student.seeded(11).NeuralNetwork([2, 6, 1])
    P = parameters(net, (2, 6, 1))
    _, moved = deep.descend(X, Y, P, "relu", 0.01, 1)
    net.train(X, Y, 1)
    same(parameters(net, (2, 6, 1)), moved)


@properties
@hint("Where do the random numbers come from, and who decided where that begins?")
def test_starts_follow_the_generator(student):
    """The same generator state gives the same first weights, another state gives others."""
    one, two, three = (parameters(student.NeuralNetwork([3, 4, 1], "tanh", 0.1, Rng(s)), (3, 4, 1)) for s in (1, 1, 2))
    same(two, one)
    compare.holds(np.all(one["W1"] != three["W1"]), "another state, another start", three["W1"])


@properties
@hint("What would two hidden units with equal weights ever learn to do differently? And units with tiny ones?")
def test_first_weights(student):
    """The first weights all differ and suit the number of inputs; the biases are zero."""
    dims = (400, 50, 100, 1)
    for activation in ("relu", "tanh"):
        P = parameters(student.NeuralNetwork(list(dims), activation, 0.1, Rng(9)), dims)
        for layer in (1, 2):
            W = P[f"W{layer}"]
            compare.holds(len(np.unique(W)) == W.size, "the first weights all differ", W)
            spread = np.std(W) * np.sqrt(dims[layer - 1])
            compare.holds(0.6 < spread < 2.0, "the spread of the first weights", spread)
        for layer in (1, 2, 3):
            compare.close(P[f"b{layer}"], np.zeros((dims[layer], 1)), f"b{layer}")


@properties
@hint("What does a network have to remember between two calls?")
def test_training_carries_on(student, rng):
    """Training twice carries on: it is the same as training once for as long."""
    X, Y = batch(rng, 2, 6)
    net = student.NeuralNetwork([2, 3, 1], "tanh", 0.6, Rng(10))
    costs, P = deep.descend(X, Y, parameters(net, (2, 3, 1)), "tanh", 0.6, 5)
    found = [*net.train(X, Y, 2), *net.train(X, Y, 3)]
    compare.holds(len(found) == 5, "one cost an iteration of each call", len(found))
    compare.close(np.array(found, dtype=float), np.array(costs), "the costs", **compare.COST)
    same(parameters(net, (2, 3, 1)), P)


@properties
@hint("What belongs to one network, and what to all of them?")
def test_networks_are_independent(student, rng):
    """Training one network leaves another as it was."""
    X, Y = batch(rng, 2, 6)
    one = student.NeuralNetwork([2, 3, 1], "tanh", 0.5, Rng(11))
    two = student.NeuralNetwork([2, 3, 1], "relu", 2.0, Rng(12))
    before, start = parameters(two, (2, 3, 1)), parameters(one, (2, 3, 1))
    one.train(X, Y, 3)
    same(parameters(two, (2, 3, 1)), before)
    same(parameters(one, (2, 3, 1)), deep.descend(X, Y, start, "tanh", 0.5, 3)[1])


@properties
@hint("Which forward pass do these gradients belong to: the one whose results are handed over, or the one made last?")
def test_backward_belongs_to_its_own_pass(student, rng):
    """backward answers for the pass whose caches it is given, even after other passes and predictions."""
    X, Y = batch(rng, 2, 6)
    other, _ = batch(rng, 2, 4)
    net = student.NeuralNetwork([2, 3, 1], "tanh", 0.1, Rng(13))
    P = parameters(net, (2, 3, 1))
    AL, caches = net.forward(X)
    net.forward(other)
    net.predict(other * 2)
    grads = net.backward(AL, Y, caches)
    compare.tensors(grads, deep.gradients(X, Y, P, "tanh"), ("dW2", "db2", "dW1", "db1"), rtol=1e-6, atol=1e-10)


@properties
@hint("Should asking a network a question change it?")
def test_asking_changes_nothing(student, rng):
    """forward, compute_cost, backward and predict leave the parameters as they are."""
    X, Y = batch(rng, 2, 6)
    net = student.NeuralNetwork([2, 3, 1], "tanh", 0.9, Rng(14))
    before = parameters(net, (2, 3, 1))
    AL, caches = net.forward(X)
    net.compute_cost(AL, Y)
    net.backward(AL, Y, caches)
    net.predict(X)
    same(parameters(net, (2, 3, 1)), before)


@properties
@hint("If you predict twice, is the answer the same?")
def test_the_same_question_has_the_same_answer(student, rng):
    """Two forward passes over the same data give the same probabilities."""
    X = batch(rng, 2, 9)[0]
    net = student.NeuralNetwork([2, 20, 1], "relu", 0.1, Rng(21))
    one, two = (net.forward(X)[0] for _ in range(2))
    compare.shape(one, (1, 9), "AL")
    compare.close(two, one, "AL, asked again", rtol=0.0, atol=0.0)


@properties
@chaotic
def test_solves_xor(student):
    """Sixteen ReLU units learn the four points of XOR."""
    net = student.within(20).NeuralNetwork([2, 16, 1], "relu", 0.5, Rng(1))
    costs = net.train(XOR_X, XOR_Y, 1000)
    compare.holds(len(costs) == 1000 and costs[-1] < 0.1, "the cost becomes small", costs[-1:])
    compare.close(net.predict(XOR_X), XOR_Y.astype(int), "the labels", kinds=compare.ANY_NUMBER)


@shapes
def test_parameters_of_every_layer(student):
    """Every layer has weights and biases of the right shapes, at any depth."""
    for dims in ([3, 1], [4, 2, 5, 1], [2, *[3] * 11, 1]):
        net = student.NeuralNetwork(dims, "tanh", 0.1, Rng(15))
        compare.holds(len(net.parameters) == 2 * (len(dims) - 1), "two tensors a layer", len(net.parameters))
        parameters(net, dims)


@shapes
def test_several_outputs(student, rng):
    """Several outputs give one row of labels each, and one cost."""
    X, Y = batch(rng, 3, 8, 2)
    net = student.NeuralNetwork([3, 4, 2], "tanh", 0.1, Rng(16))
    P = parameters(net, (3, 4, 2))
    compare.close(net.predict(X), (deep.probabilities(X, P, "tanh") > 0.5).astype(int), "the labels",
                  kinds=compare.ANY_NUMBER)  # fmt: skip
    costs = net.train(X, Y, 2)
    compare.close(np.array(costs, dtype=float), np.array(deep.descend(X, Y, P, "tanh", 0.1, 2)[0]), "the costs", **compare.COST)


@shapes
@hint("How many steps are zero steps?")
def test_no_iterations(student, rng):
    """Training for no iterations returns no costs and moves nothing."""
    X, Y = batch(rng, 2, 4)
    net = student.NeuralNetwork([2, 3, 1], "tanh", 0.5, Rng(17))
    before = parameters(net, (2, 3, 1))
    compare.holds(len(net.train(X, Y, 0)) == 0, "no costs")
    same(parameters(net, (2, 3, 1)), before)


@stability
@hint("What is the logarithm of zero, and when could your cost meet it?")
def test_cost_of_certain_outputs(student):
    """The cost of outputs that are exactly 0 or 1 is finite: near zero where right, large where wrong."""
    net = student.NeuralNetwork([2, 3, 1], "tanh", 0.1, Rng(18))
    certain = np.array([[1.0, 0.0, 1.0]])
    right, wrong = net.compute_cost(certain, certain), net.compute_cost(certain, 1 - certain)
    compare.holds(-1e-6 < right < 1e-6, "a right certain answer costs nearly nothing", right)
    compare.holds(10 <= wrong <= 800, "a wrong certain answer costs much, but not infinitely much", wrong)


@stability
def test_training_on_large_features(student, rng):
    """Training on features of very large size gives numbers, never nan."""
    X, Y = batch(rng, 2, 6)
    net = student.NeuralNetwork([2, 4, 1], "sigmoid", 0.1, Rng(19))
    costs = net.train(X * 1e4, Y, 3)
    compare.finite(np.array(costs, dtype=float), "the costs")
    compare.holds(len(costs) == 3, "one cost an iteration", len(costs))
    parameters(net, (2, 4, 1))


@purity
def test_data_is_left_alone(student, rng):
    """Training and predicting leave the features and the labels as they were."""
    X, Y = batch(rng, 2, 6)
    held_X, held_Y = student.hold(X), student.hold(Y)
    first = student.NeuralNetwork([2, 3, 1], "tanh", 0.5, Rng(20))
    first.train(held_X, held_Y, 2)
    first.predict(held_X)
    second = student.NeuralNetwork([2, 3, 1], "tanh", 0.5, Rng(21))
    costs, _ = deep.descend(X, Y, parameters(second, (2, 3, 1)), "tanh", 0.5, 3)
    found = second.train(held_X, held_Y, 3)
    compare.close(np.array(found, dtype=float), np.array(costs), "the costs", **compare.COST)


@purity
def test_widths_are_left_alone(student):
    """The list of widths comes back unchanged."""
    compare.holds(student.call("NeuralNetwork", [2, 4, 3, 1], "tanh", 0.1, Rng(22)).unchanged, "the widths are unchanged")
