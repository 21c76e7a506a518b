"""Hidden tests of deep_backward; trusted side.

The caches come from a forward pass: the student's own, or a right one where the student's is wrong.
"""

import numpy as np

from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.deep_network import frozen
from course.oracles import deep

UPSTREAM = {"deep_forward": deep.deep_forward}

TWELVE = (3, 4, 3, 2, 4, 3, 3, 4, 2, 3, 4, 3, 1)


def back(student, case, activation, *rest):
    """Return the student's gradients of a case."""
    AL, caches = student.deep_forward(case.X, case.P, activation)
    return student.deep_backward(AL, case.Y, caches, activation, *rest)


def check(grads, case, activation, lambd=0.0):
    """Require the gradient of every tensor, last layer first."""
    truth = deep.gradients(case.X, case.Y, case.P, activation, lambd)
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


@values
@hint("Which term does weight decay add to the cost, and what is its slope for one weight?")
def test_weight_decay(student, rng):
    """With weight decay the gradients are those of the penalised cost."""
    for dims, m in (((3, 5, 4, 1), 6), ((4, 1), 9)):
        case = deep.case(rng, dims, m, "tanh")
        check(back(student, case, "tanh", 1.0, 0.7), case, "tanh", 0.7)


@properties
@hint("Which parameters does the penalty look at?")
def test_decay_spares_the_biases(student, rng):
    """Weight decay leaves the gradients of the biases as they are."""
    case = deep.case(rng, (3, 4, 4, 1), 5, "tanh")
    grads = back(student, case, "tanh", 1.0, 25.0)
    truth = deep.gradients(case.X, case.Y, case.P, "tanh")
    compare.tensors(grads, truth, ("db3", "db2", "db1"), rtol=1e-6, atol=1e-11)


@properties
@hint("If only the strength of the decay changes, by how much may each gradient move?")
def test_decay_pulls_every_weight_to_zero(student, rng):
    """Weight decay adds the same share of every layer's weights to that layer's gradient."""
    case = deep.case(rng, (3, 5, 2, 4, 1), 8, "sigmoid")
    plain, decayed = (numbers(back(student, case, "sigmoid", 1.0, strength), case) for strength in (0.0, 2.5))
    for layer in range(case.depth, 0, -1):
        name = f"dW{layer}"
        compare.close(decayed[name] - plain[name], 2.5 / 8 * case.P[f"W{layer}"], name, rtol=1e-6)


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
@hint("Which units were silent in this very pass, and what does the cost owe them?")
def test_gradients_under_dropout(student, rng, seed):
    """Under dropout the gradients are those of the thinned network that the masks left."""
    for activation in ("tanh", "sigmoid"):
        case = deep.case(rng, (4, 6, 5, 4, 1), 6, activation)
        AL, caches = student.deep_forward(case.X, case.P, activation, 0.6, Rng(seed), True)
        masks = frozen.masks(caches, case)
        grads = student.deep_backward(AL, case.Y, caches, activation, 0.6)
        truth = deep.gradients(case.X, case.Y, case.P, activation, 0.0, masks, 0.6)
        compare.tensors(grads, truth, case.names(), rtol=1e-6, atol=1e-11)


@properties
@hint("What does a mask of ones silence, and how much has to be made up for it?")
def test_masks_of_ones_change_nothing(student, rng):
    """Masks that drop nothing leave the gradients as they are without masks, and keep_prob need not be named."""
    case = deep.case(rng, (3, 5, 4, 1), 6, "tanh")
    AL, caches = student.deep_forward(case.X, case.P, "tanh")
    compare.holds(len(caches) == case.depth, "one cache a layer", len(caches))
    ones = [{**cache, "mask": np.ones((width, 6))} for cache, width in zip(caches[:-1], case.dims[1:-1], strict=True)]
    check(student.deep_backward(AL, case.Y, [*ones, caches[-1]], "tanh"), case, "tanh")


@properties
@hint("Do weight decay and dropout get in each other's way?")
def test_dropout_and_decay_together(student, rng, seed):
    """Dropout and weight decay work together, with ReLU and a narrow network too."""
    case = deep.case(rng, (3, 8, 3, 1), 5, "relu")
    AL, caches = student.deep_forward(case.X, case.P, "relu", 0.8, Rng(seed), True)
    masks = frozen.masks(caches, case)
    grads = student.deep_backward(AL, case.Y, caches, "relu", 0.8, 0.7)
    truth = deep.gradients(case.X, case.Y, case.P, "relu", 0.7, masks, 0.8)
    compare.tensors(grads, truth, case.names(), rtol=1e-6, atol=1e-11)


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
    reply = student.call("deep_backward", AL, case.Y, caches, "tanh", 1.0, 0.7)
    compare.holds(reply.unchanged, "the inputs are unchanged")


@purity
def test_inputs_are_left_alone_under_dropout(student, rng, seed):
    """Under dropout, too, the caches come back unchanged."""
    case = deep.case(rng, (3, 4, 4, 1), 4, "tanh")
    AL, caches = student.deep_forward(case.X, case.P, "tanh", 0.5, Rng(seed), True)
    reply = student.call("deep_backward", AL, case.Y, caches, "tanh", 0.5)
    compare.holds(reply.unchanged, "the inputs are unchanged")
