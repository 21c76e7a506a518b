"""Hidden tests of the pencil-and-paper quiz on P0, one an entry; trusted side.

Numbers may be rounded to three digits. A vector may be written flat; a matrix must be a matrix.
"""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, shapes, values
from course.oracles import shallow

ROUNDING = 1e-3
LEARNING_RATE = 1.2
LARGEST_ENTRY = 100


def _expected():
    return {"J": np.array(shallow.P0_COST), "dZ2": shallow.p0_dz2(), **shallow.p0_gradients(),
            **shallow.p0_after_a_step()}  # fmt: skip


def _leaves(value):
    """Return how many numbers `value` holds, or fail where it holds anything else."""
    if isinstance(value, list | tuple):
        return sum(_leaves(item) for item in value)
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating | np.ndarray):
        raise compare.Mismatch("the entry", value, None, "not numbers")
    array = np.asarray(value)
    if array.dtype.kind not in "iuf":
        raise compare.Mismatch("the entry", value, None, f"dtype {array.dtype}")
    return array.size


def _flat(value):
    """Return the numbers in nested lists and arrays, as a list."""
    return [number for item in value for number in _flat(item)] if isinstance(value, list | tuple) else [value]


def _entry(student, name):
    """Return one entry as an array of floats, or fail."""
    answers = student.p0_answers()
    compare.holds(isinstance(answers, dict) and name in answers, f"{name} is there", answers)
    compare.holds(0 < _leaves(answers[name]) <= LARGEST_ENTRY, f"{name} has a sane size", answers[name])
    try:
        array = np.asarray(answers[name], dtype=float)
    except (ValueError, TypeError, OverflowError) as error:
        raise compare.Mismatch(name, answers[name], None, "not a rectangle of numbers") from error
    compare.finite(array, name)
    return array


def _like(array, wanted, name):
    """Give a vector that was written flat the shape that is wanted."""
    compare.holds(array.size == wanted.size, f"{name} has as many numbers as it needs", array)
    if array.shape != wanted.shape:
        compare.holds(min(wanted.shape, default=1) == 1, f"{name} has rows and columns", array)
    return array.reshape(wanted.shape)


def _judge(student, name):
    wanted = _expected()[name]
    compare.close(_like(_entry(student, name), wanted, name), wanted, name, rtol=0, atol=ROUNDING)


@values
def test_cost(student):
    """The cost of P0 is right."""
    _judge(student, "J")


@values
def test_dz2(student):
    """The error of the output layer, dZ2, is right."""
    _judge(student, "dZ2")


@values
def test_dw2(student):
    """dW2 is right."""
    _judge(student, "dW2")
    answers = student.p0_answers()  # dW2 is zero: a sheet of nothing else is no answer to anything
    others = [value for name, value in answers.items() if name in ("J", "dZ2", "db2", "dW1", "db1") and _leaves(value)]
    numbers = [np.ravel(one).astype(float) for value in others for one in _flat(value)]
    compare.holds(any(np.any(np.abs(one) > ROUNDING) for one in numbers), "not all is zero")


@values
def test_db2(student):
    """db2 is right."""
    _judge(student, "db2")


@values
def test_dw1(student):
    """dW1 is right."""
    _judge(student, "dW1")


@values
def test_db1(student):
    """db1 is right."""
    _judge(student, "db1")


@values
def test_w1_after_the_step(student):
    """W1 after the step is right."""
    _judge(student, "W1")


@values
def test_b1_after_the_step(student):
    """b1 after the step is right."""
    _judge(student, "b1")


@values
def test_w2_after_the_step(student):
    """W2 after the step is right."""
    _judge(student, "W2")


@values
def test_b2_after_the_step(student):
    """b2 after the step is right."""
    _judge(student, "b2")


def _follows(student, *names):
    """Require that the step follows from the student's own gradient, right or wrong, for parameters of P0."""
    for name in names:
        start = shallow.p0()[name]
        gradient = _like(_entry(student, f"d{name}"), start, f"d{name}")
        after = _like(_entry(student, name), start, name)
        compare.holds(np.all(np.abs(gradient) < 1e3), f"d{name} is of a sane size")
        compare.close(after, start - LEARNING_RATE * gradient, name, rtol=0, atol=2 * ROUNDING)


@properties
@hint("Start from W1 and b1 of P0 and from your own gradients: where does the rule lead?")
def test_step_of_the_hidden_layer_follows(student):
    """W1 and b1 after the step follow from the gradients that you found, even if those are not right."""
    _follows(student, "W1", "b1")


@properties
@hint("Start from W2 and b2 of P0 and from your own gradients: where does the rule lead?")
def test_step_of_the_output_layer_follows(student):
    """W2 and b2 after the step follow from the gradients that you found, even if those are not right."""
    _follows(student, "W2", "b2")


@shapes
def test_gradients_have_the_shapes_of_their_parameters(student):
    """Every gradient has the shape of its parameter, written with rows and columns."""
    for name, start in shallow.p0().items():
        compare.holds(_entry(student, f"d{name}").shape == start.shape, f"the shape of d{name}")


@shapes
def test_other_shapes(student):
    """The cost is one number, dZ2 has one column for each example, and parameters keep their shapes."""
    for name in ("J", "dZ2", "W1", "b1", "W2", "b2"):
        compare.holds(_entry(student, name).shape == _expected()[name].shape, f"the shape of {name}")
