"""Hidden tests of RMSprop and classical momentum; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import multiclass

NAMES = ["W1", "b1", "W2", "b2"]
SLOPES = ["d" + name for name in NAMES]


def _start(rng, layer_dims=(3, 4, 2)):
    """Parameters, and gradients for them."""
    parameters = multiclass.random_parameters(rng, layer_dims)
    return parameters, multiclass.random_like(rng, parameters)


def _zeros(parameters):
    return {"d" + name: np.zeros_like(tensor) for name, tensor in parameters.items()}


def _squares(rng, parameters):
    return {"d" + name: rng.uniform(0.1, 4.0, tensor.shape) for name, tensor in parameters.items()}


# --- RMSprop


@values
def test_rmsprop_parameters_after_one_step(student, rng):
    """The parameters after one RMSprop step from a state that is not zero are right."""
    parameters, grads = _start(rng)
    s = _squares(rng, parameters)
    new, _ = student.update_parameters_with_rmsprop(parameters, grads, s, 0.05, 0.8)
    compare.tensors(new, multiclass.rmsprop(parameters, grads, s, 0.05, 0.8)[0], NAMES)


@values
def test_rmsprop_mean_squares_after_one_step(student, rng):
    """The mean squares after one RMSprop step are right."""
    parameters, grads = _start(rng)
    s = _squares(rng, parameters)
    _, new_s = student.update_parameters_with_rmsprop(parameters, grads, s, 0.05, 0.8)
    compare.tensors(new_s, multiclass.rmsprop(parameters, grads, s, 0.05, 0.8)[1], SLOPES)


@values
def test_rmsprop_over_several_steps(student, rng):
    """Several RMSprop steps from rest are right, with the defaults."""
    start, _ = _start(rng)
    parameters = mine = start
    s = mine_s = _zeros(start)
    for _ in range(3):
        grads = multiclass.random_like(rng, start)
        parameters, s = student.update_parameters_with_rmsprop(parameters, grads, s)
        mine, mine_s = multiclass.rmsprop(mine, grads, mine_s)
    compare.tensors(parameters, mine, NAMES)
    compare.tensors(s, mine_s, SLOPES)


@values
def test_rmsprop_three_layers(student, rng):
    """Every layer of a network of three layers takes its step."""
    parameters, grads = _start(rng, (2, 3, 4, 1))
    s = _squares(rng, parameters)
    new, _ = student.update_parameters_with_rmsprop(parameters, grads, s, 0.1, 0.5)
    compare.tensors(new, multiclass.rmsprop(parameters, grads, s, 0.1, 0.5)[0], [*NAMES, "W3", "b3"])


@properties
@hint("RMSprop divides by the usual size of a gradient: what happens when all of them are a thousand times larger?")
def test_rmsprop_from_rest_does_not_feel_the_scale(student, rng):
    """From rest, gradients that are a thousand times larger give the same step."""
    parameters, grads = _start(rng)
    larger = {name: 1000 * tensor for name, tensor in grads.items()}
    new, _ = student.update_parameters_with_rmsprop(parameters, larger, _zeros(parameters), 0.01, 0.9, 0.0)
    wanted = multiclass.rmsprop(parameters, grads, _zeros(parameters), 0.01, 0.9, 0.0)[0]
    compare.tensors(new, wanted, NAMES)


@properties
@hint("With a learning rate of 0, what should move, and what should still be remembered?")
def test_rmsprop_with_rate_zero_moves_nothing_but_remembers(student, rng):
    """With a learning rate of 0 nothing moves, and the mean squares are still updated."""
    parameters, grads = _start(rng)
    s = _squares(rng, parameters)
    new, new_s = student.update_parameters_with_rmsprop(parameters, grads, s, 0.0)
    compare.tensors(new, parameters, NAMES)
    compare.tensors(new_s, multiclass.rmsprop(parameters, grads, s)[1], SLOPES)


@stability
@hint("Where does epsilon stand: what happens to it when the gradients are tiny?")
def test_rmsprop_epsilon_with_tiny_gradients(student, rng):
    """With tiny gradients, epsilon keeps the step small in the way that the formula says."""
    parameters, grads = _start(rng)
    tiny = {name: 1e-7 * tensor for name, tensor in grads.items()}
    new, _ = student.update_parameters_with_rmsprop(parameters, tiny, _zeros(parameters), 1.0, 0.9, 1e-6)
    compare.tensors(new, multiclass.rmsprop(parameters, tiny, _zeros(parameters), 1.0, 0.9, 1e-6)[0], NAMES)


@stability
@hint("How large is epsilon when nobody says so, and what is it for?")
def test_rmsprop_default_epsilon(student, rng):
    """Without an epsilon, the default of the function keeps the steps of tiny gradients small."""
    parameters, grads = _start(rng)
    tiny = {name: 1e-8 * tensor for name, tensor in grads.items()}
    new, _ = student.update_parameters_with_rmsprop(parameters, tiny, _zeros(parameters), 1.0, 0.9)
    compare.tensors(new, multiclass.rmsprop(parameters, tiny, _zeros(parameters), 1.0, 0.9)[0], NAMES)


@stability
@hint("What is divided by what when a gradient has always been 0?")
def test_rmsprop_of_a_zero_gradient(student, rng):
    """A gradient that has always been 0 moves nothing and gives no nan."""
    parameters, _ = _start(rng)
    new, _ = student.update_parameters_with_rmsprop(parameters, _zeros(parameters), _zeros(parameters), 0.1)
    compare.tensors(new, parameters, NAMES)


@purity
def test_rmsprop_leaves_its_inputs_alone(student, rng):
    """RMSprop leaves the caller's parameters, gradients and mean squares as they were."""
    parameters, grads = _start(rng)
    reply = student.call("update_parameters_with_rmsprop", parameters, grads, _squares(rng, parameters), 0.1)
    compare.holds(reply.unchanged, "the inputs are unchanged")


# --- classical momentum


@values
def test_momentum_from_rest(student, rng):
    """From rest, the first step of classical momentum is a step of gradient descent."""
    parameters, grads = _start(rng)
    new, v = student.update_parameters_with_classical_momentum(parameters, grads, _zeros(parameters), 0.3)
    wanted, wanted_v = multiclass.classical_momentum(parameters, [grads], 0.3)
    compare.tensors(new, wanted, NAMES)
    compare.tensors(v, wanted_v, SLOPES)


@values
def test_momentum_over_several_steps(student, rng):
    """Several steps of classical momentum are right, with a beta of one's own choice."""
    start, _ = _start(rng)
    parameters, v, history = start, _zeros(start), []
    for _ in range(4):
        history.append(multiclass.random_like(rng, start))
        parameters, v = student.update_parameters_with_classical_momentum(parameters, history[-1], v, 0.1, 0.7)
    wanted, wanted_v = multiclass.classical_momentum(start, history, 0.1, 0.7)
    compare.tensors(v, wanted_v, SLOPES)
    compare.tensors(parameters, wanted, NAMES)


@values
def test_momentum_with_the_default_beta(student, rng):
    """Without a beta, the default of the docstring is used."""
    start, _ = _start(rng)
    parameters, v, history = start, _zeros(start), []
    for _ in range(3):
        history.append(multiclass.random_like(rng, start))
        parameters, v = student.update_parameters_with_classical_momentum(parameters, history[-1], v, 0.05)
    compare.tensors(parameters, multiclass.classical_momentum(start, history, 0.05)[0], NAMES)


@values
def test_momentum_three_layers(student, rng):
    """Every layer of a network of three layers takes its step of classical momentum."""
    parameters, grads = _start(rng, (2, 3, 4, 1))
    new, _ = student.update_parameters_with_classical_momentum(parameters, grads, _zeros(parameters), 0.2)
    compare.tensors(new, multiclass.classical_momentum(parameters, [grads], 0.2)[0], [*NAMES, "W3", "b3"])


@properties
@hint("If all memory fades at once, which older rule is left?")
def test_momentum_without_memory_is_gradient_descent(student, rng):
    """With beta 0, what happened before does not count."""
    parameters, grads = _start(rng)
    past = multiclass.random_like(rng, parameters)
    new, v = student.update_parameters_with_classical_momentum(parameters, grads, past, 0.4, 0.0)
    compare.tensors(new, {name: parameters[name] - 0.4 * grads["d" + name] for name in NAMES}, NAMES)
    compare.tensors(v, grads, SLOPES)


@properties
@hint("Under a constant slope, how fast does the classical form end up going?")
def test_momentum_reaches_its_effective_rate(student, rng):
    """Under a constant gradient, the velocity rises towards that gradient over 1 - beta."""
    parameters, grads = _start(rng)
    v = _zeros(parameters)
    for _ in range(40):
        parameters, v = student.update_parameters_with_classical_momentum(parameters, grads, v, 0.01, 0.5)
    compare.tensors(v, {name: 2 * tensor for name, tensor in grads.items()}, SLOPES)


@properties
@hint("When the slope is suddenly 0, does a rolling ball stop at once?")
def test_momentum_coasts_without_a_gradient(student, rng):
    """Without a gradient, the parameters go on with what is left of the velocity."""
    parameters, past = _start(rng)
    new, v = student.update_parameters_with_classical_momentum(parameters, _zeros(parameters), past, 0.1, 0.6)
    compare.tensors(v, {name: 0.6 * past[name] for name in SLOPES}, SLOPES)
    compare.tensors(new, {name: parameters[name] - 0.06 * past["d" + name] for name in NAMES}, NAMES)


@shapes
def test_both_keep_names_and_shapes(student, rng):
    """Both return every parameter and every state under its name, in its shape."""
    parameters, grads = _start(rng, (5, 2, 3))
    for answer in (
        student.update_parameters_with_rmsprop(parameters, grads, _zeros(parameters), 0.1),
        student.update_parameters_with_classical_momentum(parameters, grads, _zeros(parameters), 0.1),
    ):
        for name in NAMES:
            compare.holds(name in answer[0] and "d" + name in answer[1], f"{name} is there")
            compare.shape(answer[0][name], parameters[name].shape, name)
            compare.shape(answer[1]["d" + name], parameters[name].shape, "d" + name)


@purity
def test_momentum_leaves_its_inputs_alone(student, rng):
    """Classical momentum leaves the caller's parameters, gradients and velocity as they were."""
    parameters, grads = _start(rng)
    past = multiclass.random_like(rng, parameters)
    reply = student.call("update_parameters_with_classical_momentum", parameters, grads, past, 0.1)
    compare.holds(reply.unchanged, "the inputs are unchanged")
