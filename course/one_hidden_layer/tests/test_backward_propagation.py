"""Hidden tests of backward_propagation, with central differences of the judge's own cost; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import shallow

SHAPES = {"dW2": (1, 5), "db2": (1, 1), "dW1": (5, 3), "db1": (5, 1)}


def _backward(student, x, y, parameters):
    return student.backward_propagation(parameters, shallow.forward(x, parameters), x, y)


def _tiny(student, name):
    grads = _backward(student, shallow.tiny_x(), shallow.tiny_y(), shallow.p1())
    compare.close(grads[name], shallow.p1_gradients()[name], name)


def _check(student, rng, name):
    """Compare one gradient with the central difference, on sizes that are all different."""
    x, y, parameters = shallow.draw(rng, 3, 5, 1, 7)
    compare.gradient(_backward(student, x, y, parameters)[name], shallow.slope(parameters, x, y, name[1:]), name)


@values
def test_p0(student):
    """The gradients of P0 are the ones found on paper."""
    grads = _backward(student, shallow.tiny_x(), shallow.tiny_y(), shallow.p0())
    compare.tensors(grads, shallow.p0_gradients(), shallow.ORDER)


@values
def test_p1_dw2(student):
    """dW2 of P1 on the three-example dataset is right."""
    _tiny(student, "dW2")


@values
def test_p1_db2(student):
    """db2 of P1 on the three-example dataset is right."""
    _tiny(student, "db2")


@values
def test_p1_dw1(student):
    """dW1 of P1 on the three-example dataset is right."""
    _tiny(student, "dW1")


@values
def test_p1_db1(student):
    """db1 of P1 on the three-example dataset is right."""
    _tiny(student, "db1")


@values
def test_all_gradients_on_another_network(student, rng):
    """All four gradients are right on a network of other sizes."""
    x, y, parameters = shallow.draw(rng, 4, 3, 1, 9)
    compare.tensors(_backward(student, x, y, parameters), shallow.gradients(parameters, x, y), shallow.ORDER)


@properties
@hint("Nudge one weight of the output layer: does the cost move as much as your gradient says?")
def test_gradient_check_of_dw2(student, rng):
    """dW2 agrees with what the cost does when each weight of the output layer is nudged."""
    _check(student, rng, "dW2")


@properties
@hint("Nudge one bias of the output layer: does the cost move as much as your gradient says?")
def test_gradient_check_of_db2(student, rng):
    """db2 agrees with what the cost does when each bias of the output layer is nudged."""
    _check(student, rng, "db2")


@properties
@hint("Nudge one weight of the hidden layer: along which path does the cost hear of it?")
def test_gradient_check_of_dw1(student, rng):
    """dW1 agrees with what the cost does when each weight of the hidden layer is nudged."""
    _check(student, rng, "dW1")


@properties
@hint("Nudge one bias of the hidden layer: along which path does the cost hear of it?")
def test_gradient_check_of_db1(student, rng):
    """db1 agrees with what the cost does when each bias of the hidden layer is nudged."""
    _check(student, rng, "db1")


@properties
@hint("Nudge any one parameter: does the cost move as much as your gradient says?")
def test_gradient_check_on_the_tiny_set(student, rng):
    """On the three-example dataset, all gradients agree with what the cost does."""
    x, y = shallow.tiny_x(), shallow.tiny_y()
    _, _, parameters = shallow.draw(rng, 2, 4, 1, 3)
    slopes = shallow.slopes(parameters, x, y)
    grads = _backward(student, x, y, parameters)
    for name in shallow.ORDER:
        compare.gradient(grads[name], slopes[name], name)


@properties
@hint("If every example appeared twice, should the gradients change?")
def test_stacking_the_data_twice_changes_nothing(student, rng):
    """The gradients are means: the same data twice gives the same gradients."""
    x, y, parameters = shallow.draw(rng, 3, 5, 1, 4)
    grads = _backward(student, np.hstack([x, x]), np.hstack([y, y]), parameters)
    compare.tensors(grads, shallow.gradients(parameters, x, y), shallow.ORDER)


@properties
@hint("When every prediction is already what it should be, what is left to learn?")
def test_nothing_to_learn(student, rng):
    """Where the predictions equal the labels, every gradient is zero."""
    x, _, parameters = shallow.draw(rng, 3, 5, 1, 6)
    cache = shallow.forward(x, parameters)
    grads = student.backward_propagation(parameters, cache, x, cache["A2"].copy())
    for name in shallow.ORDER:
        compare.gradient(grads[name], np.zeros(SHAPES[name]), name)


@properties
@hint("Take one tiny step against your gradients: does the cost fall?")
def test_a_small_step_lowers_the_cost(student, rng):
    """A small step against the gradients lowers the cost."""
    x, y, parameters = shallow.draw(rng, 3, 5, 1, 7)
    grads = _backward(student, x, y, parameters)
    for name in shallow.ORDER:
        compare.shape(grads[name], SHAPES[name], name)
        compare.finite(grads[name], name)
    moved = {name: parameters[name] - 1e-3 * np.clip(grads[f"d{name}"], -1e3, 1e3) for name in shallow.NAMES}
    compare.holds(shallow.cost_of(moved, x, y) < shallow.cost_of(parameters, x, y), "the cost falls")


@shapes
def test_weight_gradients_have_the_shape_of_the_weights(student, rng):
    """Each weight gradient has the shape of its weights."""
    x, y, parameters = shallow.draw(rng, 3, 5, 1, 7)
    grads = _backward(student, x, y, parameters)
    for name in ("dW2", "dW1"):
        compare.shape(grads[name], SHAPES[name], name)
        compare.holds(grads[name].dtype.kind == "f", f"{name} holds floats")


@shapes
def test_bias_gradients_are_columns(student, rng):
    """Each bias gradient is a column, one entry a unit."""
    x, y, parameters = shallow.draw(rng, 3, 5, 1, 7)
    grads = _backward(student, x, y, parameters)
    for name in ("db2", "db1"):
        compare.shape(grads[name], SHAPES[name], name)
        compare.holds(grads[name].dtype.kind == "f", f"{name} holds floats")


@shapes
def test_several_outputs(student, rng):
    """All four gradients are right on a network with several outputs."""
    x, y, parameters = shallow.draw(rng, 4, 3, 2, 9)
    compare.tensors(_backward(student, x, y, parameters), shallow.gradients(parameters, x, y), shallow.ORDER)


@shapes
def test_one_example(student, rng):
    """One example alone has gradients, of the same shapes as ever."""
    x, y, parameters = shallow.draw(rng, 3, 5, 1, 1)
    compare.tensors(_backward(student, x, y, parameters), shallow.gradients(parameters, x, y), shallow.ORDER)


@stability
@hint("A network that is completely sure and wrong: should it learn a lot, or nothing?")
def test_sure_and_wrong_still_learns(student, rng):
    """A saturated output that is wrong still gives a strong gradient, and no nan."""
    x, _, parameters = shallow.draw(rng, 3, 5, 1, 4, scale=0.1)
    for bias, label in ((40.0, 0.0), (-40.0, 1.0)):
        parameters["b2"], y = np.array([[bias]]), np.full((1, 4), label)
        grads = _backward(student, x, y, parameters)
        compare.close(grads["db2"], np.array([[1.0 - 2.0 * label]]), "db2", rtol=1e-6)
        compare.tensors(grads, shallow.gradients(parameters, x, y), shallow.ORDER, rtol=1e-6)


@stability
@hint("A network that is completely sure and right: what should it learn, and does your formula divide by anything?")
def test_sure_and_right_stays(student, rng):
    """A saturated output that is right gives gradients of zero, and no nan."""
    x, _, parameters = shallow.draw(rng, 3, 5, 1, 4, scale=0.1)
    for bias, label in ((60.0, 1.0), (-60.0, 0.0)):
        parameters["b2"] = np.array([[bias]])
        grads = _backward(student, x, np.full((1, 4), label), parameters)
        for name in shallow.ORDER:
            compare.gradient(grads[name], np.zeros(SHAPES[name]), name)


@purity
def test_parameters_and_cache_are_left_alone(student, rng):
    """The parameters, the cache, the inputs and the labels come back unchanged."""
    x, y, parameters = shallow.draw(rng, 3, 5, 1, 7)
    cache = shallow.forward(x, parameters)
    compare.holds(student.call("backward_propagation", parameters, cache, x, y).unchanged, "unchanged")
