"""Hidden tests of update_parameters; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, values
from course.oracles import shallow

WANTED = {"W1": (5, 3), "b1": (5, 1), "W2": (1, 5), "b2": (1, 1)}
SEVERAL = {"W1": (4, 3), "b1": (4, 1), "W2": (2, 4), "b2": (2, 1)}


def _start(rng, sizes=WANTED):
    """Return parameters and gradients that are unlike each other in every entry."""
    parameters = {name: rng.normal(size=size) for name, size in sizes.items()}
    return parameters, {f"d{name}": rng.normal(size=size) for name, size in sizes.items()}


def _moved(parameters, grads, learning_rate):
    """Return the rule's answer, entry by entry."""
    return {
        name: np.array([[w - learning_rate * g for w, g in zip(*rows, strict=True)]
                        for rows in zip(parameters[name], grads[f"d{name}"], strict=True)])
        for name in shallow.NAMES
    }  # fmt: skip


def _one(student, rng, name):
    parameters, grads = _start(rng)
    answer = student.update_parameters(parameters, grads, 0.35)
    compare.close(answer[name], _moved(parameters, grads, 0.35)[name], name)


@values
def test_w1(student, rng):
    """W1 moves by the rule."""
    _one(student, rng, "W1")


@values
def test_b1(student, rng):
    """b1 moves by the rule."""
    _one(student, rng, "b1")


@values
def test_w2(student, rng):
    """W2 moves by the rule."""
    _one(student, rng, "W2")


@values
def test_b2(student, rng):
    """b2 moves by the rule."""
    _one(student, rng, "b2")


@values
def test_default_learning_rate(student, rng):
    """Without a learning rate, the default of the docstring is used."""
    parameters, grads = _start(rng)
    compare.tensors(student.update_parameters(parameters, grads), _moved(parameters, grads, 1.2), shallow.NAMES)


@values
def test_a_step_from_p0(student):
    """One step from P0 leads where it leads on paper."""
    answer = student.update_parameters(shallow.p0(), shallow.p0_gradients(), 1.2)
    compare.tensors(answer, shallow.p0_after_a_step(), shallow.NAMES)


@properties
@hint("With a learning rate of zero, how far should anything move?")
def test_learning_rate_of_zero(student, rng):
    """With a learning rate of zero, nothing moves."""
    parameters, grads = _start(rng)
    compare.tensors(student.update_parameters(parameters, grads, 0.0), parameters, shallow.NAMES, rtol=0, atol=1e-15)


@properties
@hint("Twice the learning rate: how much longer should the step be?")
def test_the_step_is_proportional_to_the_learning_rate(student, rng):
    """Twice the learning rate makes the step twice as long."""
    parameters, grads = _start(rng)
    short, long = (student.update_parameters(parameters, grads, rate) for rate in (0.2, 0.4))
    for name in shallow.NAMES:
        for answer in (short, long):
            compare.shape(answer[name], WANTED[name], name)
            compare.finite(answer[name], name)
        step = short[name].astype(float) - parameters[name]
        compare.close(long[name].astype(float) - parameters[name], 2 * step, name)
        compare.holds(np.all(step != 0), f"{name} moves")


@properties
@hint("Does your step lead uphill or downhill?")
def test_the_cost_falls(student, rng):
    """A small step lowers the cost."""
    x, y, parameters = shallow.draw(rng, 3, 5, 1, 7)
    answer = student.update_parameters(parameters, shallow.gradients(parameters, x, y), 1e-2)
    for name in shallow.NAMES:
        compare.shape(answer[name], WANTED[name], name)
        compare.finite(answer[name], name)
    compare.holds(shallow.cost_of(answer, x, y) < shallow.cost_of(parameters, x, y), "the cost falls")


@properties
@hint("Which gradient belongs to which parameter?")
def test_each_gradient_moves_its_own_parameter(student, rng):
    """A gradient that is zero everywhere but in one array moves that array alone."""
    parameters, grads = _start(rng)
    for name in shallow.NAMES:
        only = {key: value if key == f"d{name}" else np.zeros_like(value) for key, value in grads.items()}
        compare.tensors(student.update_parameters(parameters, only, 0.5), _moved(parameters, only, 0.5), shallow.NAMES)


@shapes
def test_shapes_are_kept(student, rng):
    """Every parameter keeps its shape, and holds floats."""
    parameters, grads = _start(rng)
    answer = student.update_parameters(parameters, grads, 0.1)
    for name in shallow.NAMES:
        compare.shape(answer[name], WANTED[name], name)
        compare.holds(answer[name].dtype.kind == "f", f"{name} holds floats")


@shapes
def test_several_outputs(student, rng):
    """A network with several outputs moves by the same rule."""
    parameters, grads = _start(rng, SEVERAL)
    compare.tensors(student.update_parameters(parameters, grads, 0.3), _moved(parameters, grads, 0.3), shallow.NAMES)


@purity
def test_the_caller_keeps_the_old_parameters(student, rng):
    """The parameters and gradients that are passed in come back unchanged."""
    parameters, grads = _start(rng)
    compare.holds(student.call("update_parameters", parameters, grads, 0.5).unchanged, "unchanged")
