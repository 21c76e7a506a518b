"""Hidden tests of compute_cost_with_l2 and add_l2_to_gradients; trusted side."""

import copy

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import regularization as oracle


def order(parameters):
    """Name the gradients of these parameters, in data-flow order: last layer first."""
    last = len(parameters) // 2
    return [f"d{kind}{layer}" for layer in range(last, 0, -1) for kind in "Wb"]


def case(rng, sizes=(3, 4, 2, 1), m=7):
    """Return probabilities, labels and parameters that go together."""
    X, Y, parameters = oracle.network(sizes, m, rng)
    return oracle.probabilities(X, parameters), Y, parameters


@values
def test_cost(student, rng):
    """The regularized cost of a network with three layers is right."""
    AL, Y, parameters = case(rng)
    compare.number(student.compute_cost_with_l2(AL, Y, parameters, 0.7), oracle.cost_with_l2(AL, Y, parameters, 0.7), rtol=1e-6)


@values
@hint("Which layers have weights?")
def test_cost_of_other_depths(student, rng):
    """The penalty counts every layer, in shallow networks and in deep ones."""
    for sizes in ((2, 1), (2, 3, 1), (2, *[3] * 10, 1)):
        AL, Y, parameters = case(rng, sizes, 5)
        right = oracle.cost_with_l2(AL, Y, parameters, 0.3)
        compare.number(student.compute_cost_with_l2(AL, Y, parameters, 0.3), right, rtol=1e-6)


@values
def test_gradients(student, rng):
    """The gradients of a network with three layers get the right addition."""
    _, _, parameters = case(rng)
    gradients = oracle.random_gradients(parameters, rng)
    right = oracle.with_l2(gradients, parameters, 0.7, 7)
    compare.tensors(student.add_l2_to_gradients(gradients, parameters, 0.7, 7), right, order(parameters))


@values
@hint("Which layers have weights, and which numbers does the penalty not see?")
def test_gradients_of_other_depths(student, rng):
    """Every layer's weights get the addition, in shallow networks and in deep ones."""
    for sizes in ((2, 1), (2, 3, 1), (2, *[3] * 10, 1)):
        _, _, parameters = case(rng, sizes, 5)
        gradients = oracle.random_gradients(parameters, rng)
        right = oracle.with_l2(gradients, parameters, 2.5, 40)
        compare.tensors(student.add_l2_to_gradients(gradients, parameters, 2.5, 40), right, order(parameters))


@properties
@hint("What is left of the penalty when its strength is nothing?")
def test_no_lambda_no_penalty(student, rng):
    """Without regularization, cost and gradients are the plain ones."""
    AL, Y, parameters = case(rng)
    compare.number(student.compute_cost_with_l2(AL, Y, parameters, 0.0), oracle.cross_entropy(AL, Y), rtol=1e-6)
    gradients = oracle.random_gradients(parameters, rng)
    compare.tensors(student.add_l2_to_gradients(gradients, parameters, 0.0, 7), gradients, order(parameters))


@properties
@hint("If every weight is doubled, how many times larger does a square become?")
def test_penalty_is_quadratic(student, rng):
    """Twice the weights give four times the penalty."""
    AL, Y, parameters = case(rng)
    double = {name: (2.0 if name[0] == "W" else 1.0) * tensor for name, tensor in parameters.items()}
    plain = oracle.cross_entropy(AL, Y)
    once = student.compute_cost_with_l2(AL, Y, parameters, 0.9) - plain
    twice = student.compute_cost_with_l2(AL, Y, double, 0.9) - plain
    compare.holds(once > 0, "the penalty is positive", once)
    compare.number(twice, 4.0 * once, rtol=1e-6)


@properties
@hint("Does the penalty look at the biases?")
def test_biases_are_free(student, rng):
    """The biases do not change the penalty, and their gradients get no addition."""
    AL, Y, parameters = case(rng)
    shifted = {name: tensor + (3.0 if name[0] == "b" else 0.0) for name, tensor in parameters.items()}
    right = oracle.cost_with_l2(AL, Y, parameters, 0.9)
    compare.number(student.compute_cost_with_l2(AL, Y, shifted, 0.9), right, rtol=1e-6)
    gradients = oracle.random_gradients(parameters, rng)
    answer = student.add_l2_to_gradients(gradients, shifted, 0.9, 7)
    compare.tensors(answer, gradients, [name for name in order(parameters) if name[1] == "b"])


@properties
@hint("If every example appeared twice, how strong would the penalty be beside the cost?")
def test_stacking_the_data_halves_the_penalty(student, rng):
    """The penalty is divided by the number of examples: the same data twice halves it."""
    AL, Y, parameters = case(rng)
    plain = oracle.cross_entropy(AL, Y)
    once = student.compute_cost_with_l2(AL, Y, parameters, 0.9) - plain
    twice = student.compute_cost_with_l2(np.hstack([AL, AL]), np.hstack([Y, Y]), parameters, 0.9) - plain
    compare.holds(once > 0, "the penalty is positive", once)
    compare.number(twice, 0.5 * once, rtol=1e-6)


@properties
@hint("Is this the slope of the cost that you compute in the other function?")
def test_gradient_check(student, rng):
    """The gradients agree with the slope of the regularized cost."""
    X, Y, parameters = oracle.network((2, 3, 1), 5, rng)
    plain = oracle.slopes(oracle.total_cost(X, Y, 0.0), parameters)
    right = oracle.slopes(oracle.total_cost(X, Y, 0.7), parameters)
    answer = student.add_l2_to_gradients(plain, parameters, 0.7, 5)
    for name in order(parameters):
        compare.holds(name in answer, "every gradient is returned", name)
        compare.gradient(answer[name], right[name], name)


@shapes
def test_gradient_shapes(student, rng):
    """Every gradient is returned, as floats in the shape of its parameter."""
    _, _, parameters = case(rng)
    gradients = oracle.random_gradients(parameters, rng)
    answer = student.add_l2_to_gradients(gradients, parameters, 0.5, 7)
    for name in order(parameters):
        compare.holds(name in answer, "every gradient is returned", name)
        compare.shape(answer[name], parameters[name[1:]].shape, name)
        compare.holds(answer[name].dtype.kind == "f", "gradients are floats", name)


@shapes
def test_one_example(student, rng):
    """A set of one example works, and the cost is one number."""
    AL, Y, parameters = case(rng, (2, 3, 1), 1)
    compare.number(student.compute_cost_with_l2(AL, Y, parameters, 0.4), oracle.cost_with_l2(AL, Y, parameters, 0.4), rtol=1e-6)


@stability
@hint("What is the logarithm of 0?")
def test_saturated_probabilities(student, rng):
    """Probabilities of exactly 0 and 1 give a finite cost, with the penalty in it."""
    _, Y, parameters = case(rng)
    extra = oracle.penalty(parameters, 0.6, 7)
    right = student.compute_cost_with_l2(np.array(Y), Y, parameters, 0.6)
    compare.number(right, extra, atol=1e-5)
    wrong = student.compute_cost_with_l2(1.0 - Y, Y, parameters, 0.6)
    compare.finite(wrong)
    compare.holds(10.0 <= wrong - extra <= 800.0, "a wrong answer that is sure of itself is expensive", wrong)


@stability
def test_large_weights(student, rng):
    """Very large weights give a finite penalty and finite gradients."""
    AL, Y, parameters = case(rng)
    large = {name: 1e60 * tensor for name, tensor in parameters.items()}
    compare.number(student.compute_cost_with_l2(AL, Y, large, 0.6), oracle.penalty(large, 0.6, 7), rtol=1e-6)
    gradients = oracle.random_gradients(parameters, rng)
    right = oracle.with_l2(gradients, large, 0.6, 7)
    compare.tensors(student.add_l2_to_gradients(gradients, large, 0.6, 7), right, order(parameters))


@purity
def test_cost_leaves_its_inputs_alone(student, rng):
    """The cost changes neither the probabilities nor the parameters that it is given."""
    AL, Y, parameters = case(rng)
    reply = student.call("compute_cost_with_l2", AL, Y, parameters, 0.5)
    compare.holds(reply.unchanged, "the inputs are unchanged")


@purity
def test_gradients_that_are_passed_in_are_left_alone(student, rng):
    """The caller's gradients and parameters come back unchanged."""
    _, _, parameters = case(rng)
    gradients = oracle.random_gradients(parameters, rng)
    reply = student.call("add_l2_to_gradients", copy.deepcopy(gradients), parameters, 0.5, 7)
    compare.holds(reply.unchanged, "the inputs are unchanged")
