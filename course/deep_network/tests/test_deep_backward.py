"""Hidden tests of deep_backward; trusted side.

The caches come from a forward pass: the student's own, or a right one where the student's is wrong.
"""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import deep, passes

UPSTREAM = {"deep_forward": passes.plain_forward}

TWELVE = (3, 4, 3, 2, 4, 3, 3, 4, 2, 3, 4, 3, 1)


def back(student, case, activation):
    """Return the student's gradients of a case."""
    AL, caches = student.deep_forward(case.X, case.P, activation)
    return student.deep_backward(AL, case.Y, caches, activation)


def check(grads, case, activation):
    """Require the gradient of every tensor, last layer first."""
    truth = deep.gradients(case.X, case.Y, case.P, activation)
    compare.tensors(grads, truth, case.names(), rtol=1e-6, atol=1e-11)


def numbers(grads, case):
    """Require finite tensors of the right shapes, so that they can be calculated with."""
    for name in case.names():
        compare.holds(name in grads, f"{name} is there")
        compare.shape(grads[name], case.P[name[1:]].shape, name)
        compare.finite(grads[name], name)
    return grads


@values
@hint("What is left of the loop when there is no hidden layer?")
def test_no_hidden_layer(student, rng):
    """Without a hidden layer the gradients are those of logistic regression."""
    case = deep.case(rng, (4, 1), 7)
    check(back(student, case, "relu"), case, "relu")


@values
def test_one_hidden_layer_on_the_tiny_set(student):
    """With one tanh hidden layer, the gradients on the three-example dataset are right."""
    AL, caches = student.deep_forward(deep.TINY_X, deep.P1, "tanh")
    grads = student.deep_backward(AL, deep.TINY_Y, caches, "tanh")
    compare.tensors(grads, deep.P1_TANH_GRADS, ("dW2", "db2", "dW1", "db1"), atol=1e-9)


@values
def test_relu_network(student, rng):
    """The gradients of three layers with ReLU hidden units are right."""
    case = deep.case(rng, (3, 5, 4, 1), 7, "relu")
    check(back(student, case, "relu"), case, "relu")


@values
def test_tanh_network(student, rng):
    """The gradients of three layers with tanh hidden units are right."""
    case = deep.case(rng, (2, 6, 3, 1), 5, "tanh")
    check(back(student, case, "tanh"), case, "tanh")


@values
def test_sigmoid_network(student, rng):
    """The gradients of three layers with sigmoid hidden units are right."""
    case = deep.case(rng, (4, 3, 5, 1), 6, "sigmoid")
    check(back(student, case, "sigmoid"), case, "sigmoid")


@values
def test_relu_is_the_default(student, rng):
    """Hidden layers are ReLU when no activation is named."""
    case = deep.case(rng, (3, 4, 5, 1), 6, "relu")
    AL, caches = student.deep_forward(case.X, case.P)
    check(student.deep_backward(AL, case.Y, caches), case, "relu")


@values
def test_several_outputs(student, rng):
    """The gradients of a network with several outputs are right."""
    case = deep.case(rng, (3, 5, 4, 2), 7, "tanh")
    check(back(student, case, "tanh"), case, "tanh")


@values
@hint("Which layer's cache does each round of your loop read?")
def test_equal_widths(student, rng):
    """The gradients are right where all widths are equal and a wrong tensor would still fit."""
    for activation in ("relu", "tanh"):
        case = deep.case(rng, (3, 3, 3, 3, 1), 3, activation)
        check(back(student, case, activation), case, activation)


@values
def test_twelve_layers(student, rng):
    """The gradients reach the first layer of a very deep network."""
    case = deep.case(rng, TWELVE, 4, "tanh")
    check(back(student, case, "tanh"), case, "tanh")


@properties
@hint("If every example appeared twice, should the slope of the mean change?")
def test_the_same_data_twice(student, rng):
    """The gradient belongs to a mean: the same data twice gives the same gradient."""
    case = deep.case(rng, (3, 4, 3, 1), 5, "tanh")
    twice = deep.Case(case.dims, np.hstack([case.X, case.X]), np.hstack([case.Y, case.Y]), case.P)
    check(back(student, twice, "tanh"), case, "tanh")


@properties
@hint("How is the gradient of a batch related to the gradients of its examples?")
def test_a_batch_is_the_mean_of_its_examples(student, rng):
    """The gradient of a batch is the mean of its examples' gradients, taken two by two."""
    case = deep.case(rng, (3, 4, 3, 1), 6, "relu")
    parts = []
    for i in (0, 2, 4):
        pair = deep.Case(case.dims, case.X[:, i : i + 2], case.Y[:, i : i + 2], case.P)
        parts.append(numbers(back(student, pair, "relu"), case))
    whole = numbers(back(student, case, "relu"), case)
    for name in case.names():
        compare.close(np.mean([part[name] for part in parts], axis=0, dtype=float), whole[name], name, atol=1e-9)
    check(whole, case, "relu")


@properties
@hint("If every prediction is exactly right, what should be learnt?")
def test_nothing_to_learn(student, rng):
    """Where the outputs equal the targets, every gradient is zero."""
    case = deep.case(rng, (3, 4, 3, 1), 5, "tanh")
    AL, caches = student.deep_forward(case.X, case.P, "tanh")
    grads = student.deep_backward(AL, AL, caches, "tanh")
    compare.tensors(grads, {f"d{name}": 0.0 * value for name, value in case.P.items()}, case.names(), atol=1e-12)


@properties
@hint("If you take a small step against a gradient, where should the cost go?")
def test_a_small_step_lowers_the_cost(student, rng):
    """A small step against the gradient lowers the cost as much as the slopes promise."""
    case = deep.case(rng, (3, 6, 5, 1), 9, "tanh")
    grads = numbers(back(student, case, "tanh"), case)
    step = 1e-5
    moved = {name: value - step * grads[f"d{name}"] for name, value in case.P.items()}
    fall = deep.cost(case.X, case.Y, case.P, "tanh") - deep.cost(case.X, case.Y, moved, "tanh")
    steepest = sum(float(np.sum(slope**2)) for slope in deep.gradients(case.X, case.Y, case.P, "tanh").values())
    compare.number(fall / step, steepest, "the fall of the cost", rtol=1e-3)


@properties
@hint("What should happen to a name that no activation has?")
def test_unknown_activation_is_refused(student, rng):
    """An unknown activation is a ValueError."""
    case = deep.case(rng, (3, 4, 1), 4, "relu")
    AL, caches = student.deep_forward(case.X, case.P, "relu")
    raised = student.raised("deep_backward", AL, case.Y, caches, "softplus")
    compare.holds(raised == "ValueError", "an unknown activation is a ValueError", raised)


@shapes
@hint("Which shape must a gradient have, if it is to be subtracted from its tensor?")
def test_shapes(student, rng):
    """Each gradient has the shape of its tensor, at unequal widths."""
    case = deep.case(rng, (7, 2, 5, 1), 4, "tanh")
    numbers(back(student, case, "tanh"), case)


@shapes
def test_one_example(student, rng):
    """The gradients of a single example are right."""
    case = deep.case(rng, (3, 4, 2, 1), 1, "tanh")
    check(back(student, case, "tanh"), case, "tanh")


@shapes
def test_more_layers_than_examples(student, rng):
    """Each layer has its two gradients, at any depth."""
    for dims in ((2, 1), (2, 3, 1), (2, 3, 4, 3, 2, 1)):
        case = deep.case(rng, dims, 2, "tanh")
        numbers(back(student, case, "tanh"), case)


@stability
@hint("When the network is certain and wrong, how strong should the correction be?")
def test_certain_and_wrong(student, rng):
    """A network that is certain and wrong still gets its full correction."""
    for bias in (60.0, -60.0):
        case = deep.case(rng, (3, 4, 1), 6, "tanh")
        P = {**case.P, "b2": np.array([[bias]])}
        wrong = deep.Case(case.dims, case.X, np.full((1, 6), float(bias < 0)), P)
        check(back(student, wrong, "tanh"), wrong, "tanh")


@stability
def test_saturated_hidden_units(student, rng):
    """Saturated hidden units give small gradients, never nan."""
    for activation in ("tanh", "sigmoid", "relu"):
        case = deep.case(rng, (3, 4, 3, 1), 6, activation)
        P = {**case.P, "b1": case.P["b1"] + np.array([[300.0], [-300.0], [800.0], [-800.0]])}
        far = deep.Case(case.dims, case.X, case.Y, P)
        grads = numbers(back(student, far, activation), far)
        compare.tensors(grads, deep.gradients(far.X, far.Y, P, activation), far.names(), rtol=1e-6, atol=1e-9)


@purity
def test_inputs_are_left_alone(student, rng):
    """The outputs, the labels and the caches come back unchanged."""
    case = deep.case(rng, (3, 3, 3, 1), 3, "tanh")
    AL, caches = student.deep_forward(case.X, case.P, "tanh")
    reply = student.call("deep_backward", AL, case.Y, caches, "tanh")
    compare.holds(reply.unchanged, "the inputs are unchanged")
