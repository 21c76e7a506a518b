"""Hidden tests of initialize_deep: properties of the draws, never the draws themselves; trusted side."""

import numpy as np

from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import (
    hint,
    properties,
    purity,
    shapes,
    stability,
    values,
)
from course.oracles import initialisation

METHODS = ("zeros", "small", "large", "xavier", "he")
WIDE = [120, 80, 50, 30]
LENGTHS = "Over which sizes of the layer, and of which layer, does your standard deviation go?"


def _tensor(answer, name, shape):
    """Return one tensor of the answer, made sure to be finite numbers of the right shape."""
    compare.holds(isinstance(answer, dict) and name in answer, f"{name} is there")
    compare.shape(answer[name], shape, name)
    compare.finite(answer[name], name)
    return answer[name]


def _layers(answer, sizes):
    return [_tensor(answer, f"W{k}", (sizes[k], sizes[k - 1])) for k in range(1, len(sizes))]


def _spread(student, seed, method, sizes):
    for k, weights in enumerate(_layers(student.initialize_deep(list(sizes), method, Rng(seed)), sizes)):
        wanted = initialisation.deviation(method, sizes[k])
        compare.holds(
            not initialisation.spread_is_off(weights, wanted),
            f"the standard deviation of W{k + 1}",
        )


@properties
def test_zeros(student, seed):
    """With zeros, every weight is zero."""
    for weights in _layers(student.initialize_deep([4, 3, 2], "zeros", Rng(seed)), [4, 3, 2]):
        compare.close(weights, np.zeros(weights.shape), rtol=0.0, atol=0.0)


@values
@hint("Print the standard deviation of each layer: is it the same small number everywhere?")
def test_small(student, seed):
    """With small, every layer's weights have the small standard deviation."""
    _spread(student, seed, "small", WIDE)


@values
@hint("Print the standard deviation of each layer: what should it be for large?")
def test_large(student, seed):
    """With large, every layer's weights have standard deviation 1, a hundred times that of small."""
    _spread(student, seed, "small", WIDE[:3])
    _spread(student, seed, "large", WIDE)


@values
@hint(LENGTHS)
def test_xavier(student, seed):
    """With xavier, each layer's standard deviation fits its own number of inputs."""
    _spread(student, seed, "xavier", WIDE)


@values
@hint(LENGTHS)
def test_he(student, seed):
    """With he, each layer's standard deviation fits its own number of inputs."""
    _spread(student, seed, "he", WIDE)


@values
@hint(LENGTHS)
def test_growing_layers(student, seed):
    """Layers that grow are scaled by what enters them, not by what leaves them."""
    _spread(student, seed, "he", [20, 60, 200])
    _spread(student, seed, "xavier", [20, 60, 200])


@values
@hint("If a layer has only two inputs, what does your formula give on paper?")
def test_few_inputs(student, seed):
    """A layer with very few inputs is scaled by the same rule."""
    _spread(student, seed, "he", [2, 3000, 2])
    _spread(student, seed, "xavier", [3, 2000, 2])


@values
@hint("Which method does your function use when nobody names one, and what does the docstring say?")
def test_method_by_default(student, seed):
    """Without a method, the weights are drawn as for the default one."""
    answer = student.seeded(seed).initialize_deep([100, 80, 60])
    for k, weights in enumerate(_layers(answer, [100, 80, 60])):
        wanted = initialisation.deviation("he", [100, 80][k])
        compare.holds(
            not initialisation.spread_is_off(weights, wanted),
            f"the standard deviation of W{k + 1}",
        )


@properties
@hint("Do biases need to differ from unit to unit if the weights already do?")
def test_biases_are_zero(student, seed):
    """Every bias is zero, whatever the method."""
    for method in METHODS:
        answer = student.initialize_deep([5, 4, 3], method, Rng(seed))
        for k, units in enumerate((4, 3)):
            bias = _tensor(answer, f"b{k + 1}", (units, 1))
            compare.holds(not np.any(bias), f"b{k + 1} is zero")


@values
@hint("What should happen to someone who misspells the method?")
def test_unknown_method_is_refused(student):
    """A method that does not exist is a ValueError."""
    compare.holds(student.raised("initialize_deep", [2, 3, 1], "he", Rng(1)) is None, "no error for what exists")
    for method in ("best", "xaviar"):
        compare.holds(student.raised("initialize_deep", [2, 3, 1], method) == "ValueError", "a ValueError")


@properties
@hint("Are your draws as often negative as positive?")
def test_centred_on_zero(student, seed):
    """The weights are centred on zero."""
    for method in METHODS[1:]:
        answer = student.initialize_deep([60, 50, 40], method, Rng(seed))
        for k, weights in enumerate(_layers(answer, [60, 50, 40])):
            wanted = initialisation.deviation(method, [60, 50][k])
            compare.holds(np.any(weights), "the weights are not all zero")
            compare.holds(
                not initialisation.centre_is_off(weights, wanted),
                f"the mean of W{k + 1}",
            )


@properties
@hint("How many different numbers does each weight matrix hold?")
def test_entries_are_distinct(student, seed):
    """No two weights of a layer are equal: units, and inputs, start different."""
    for method in METHODS[1:]:
        for weights in _layers(student.initialize_deep([6, 5, 4], method, Rng(seed)), [6, 5, 4]):
            compare.holds(np.unique(weights).size == weights.size, "distinct entries")


@properties
@hint("If two layers have the same size, should they have the same weights?")
def test_layers_are_drawn_one_after_the_other(student, seed):
    """Layers of one size get different weights."""
    first, second, third = _layers(student.initialize_deep([6, 6, 6, 6], "he", Rng(seed)), [6, 6, 6, 6])
    for one, other in ((first, second), (second, third), (first, third)):
        compare.holds(not np.any(np.abs(one - other) <= 1e-9 * np.std(first)), "layers differ")


@properties
@hint("If you pass a generator in the same state twice, where could a difference come from?")
def test_repeatable(student, seed):
    """The same generator, in the same state, gives the same weights."""
    one, other = (_layers(student.initialize_deep([5, 4, 2], "he", Rng(seed)), [5, 4, 2]) for _ in range(2))
    for first, second in zip(one, other, strict=True):
        compare.holds(np.array_equal(first, second), "the same draws")


@properties
@hint("By which factor does each layer change the size of the signal, and what makes it one?")
def test_signal_survives_five_relu_layers(student, seed):
    """With he, a signal neither dies nor explodes on its way through five ReLU layers."""
    sizes = [200, 160, 128, 100, 80, 64]
    layers = _layers(student.initialize_deep(list(sizes), "he", Rng(seed)), sizes)
    inputs = np.random.default_rng(seed).standard_normal((200, 100))
    compare.holds(
        0.1 < initialisation.through(layers, inputs, halved=True) < 7.0,
        "the signal survives",
    )


@properties
@hint("By which factor does each layer change the size of the signal, and what makes it one?")
def test_signal_survives_five_linear_layers(student, seed):
    """With xavier, a signal neither dies nor explodes on its way through five linear layers."""
    sizes = [64, 80, 100, 128, 160, 200]
    layers = _layers(student.initialize_deep(list(sizes), "xavier", Rng(seed)), sizes)
    inputs = np.random.default_rng(seed).standard_normal((64, 100))
    compare.holds(
        0.4 < initialisation.through(layers, inputs, halved=False) < 2.0,
        "the signal survives",
    )


@shapes
@hint("Which size of the layer are the rows of W, and which the columns?")
def test_shapes_of_weights_and_biases(student, seed):
    """Each layer has a W with a row a unit and a column an input, and a column of biases."""
    answer = student.initialize_deep([5, 7, 3, 2], "he", Rng(seed))
    _layers(answer, [5, 7, 3, 2])
    for k, units in enumerate((7, 3, 2)):
        _tensor(answer, f"b{k + 1}", (units, 1))


@shapes
@hint("How many layers with weights does a list of two sizes describe?")
def test_single_layer(student, seed):
    """A network without hidden layers has one W and one b."""
    answer = student.initialize_deep([4, 1], "xavier", Rng(seed))
    _tensor(answer, "W1", (1, 4))
    _tensor(answer, "b1", (1, 1))
    compare.holds("W2" not in answer and "W0" not in answer, "only one layer")


@shapes
def test_twelve_layers(student, seed):
    """Twelve layers get twelve sets of parameters, counted from 1."""
    sizes = [3, 5, 4, 6, 2, 7, 3, 5, 4, 6, 2, 3, 1]
    answer = student.initialize_deep(list(sizes), "small", Rng(seed))
    _layers(answer, sizes)
    for k, units in enumerate(sizes[1:]):
        _tensor(answer, f"b{k + 1}", (units, 1))
    compare.holds("W13" not in answer and "b13" not in answer, "no thirteenth layer")


@shapes
@hint("Could these parameters hold the result of a training step?")
def test_all_are_floats(student, seed):
    """Weights and biases are float arrays, zeros included."""
    for method in METHODS:
        answer = student.initialize_deep([3, 2, 1], method, Rng(seed))
        for name, shape in (
            ("W1", (2, 3)),
            ("b1", (2, 1)),
            ("W2", (1, 2)),
            ("b2", (1, 1)),
        ):
            compare.holds(
                _tensor(answer, name, shape).dtype.kind == "f",
                f"{name} is a float array",
            )


@stability
@hint("What does your formula give for a layer with one input?")
def test_layers_of_one_unit(student, seed):
    """Layers with a single unit are no special case."""
    for method in METHODS[1:]:
        for weights in _layers(student.initialize_deep([1, 1, 1], method, Rng(seed)), [1, 1, 1]):
            limit = 7.0 * initialisation.deviation(method, 1)
            compare.holds(0.0 < np.abs(weights[0, 0]) < limit, "a weight of a likely size")


@purity
def test_sizes_are_left_alone(student, seed):
    """The list of sizes comes back unchanged."""
    compare.holds(
        student.call("initialize_deep", [4, 3, 1], "he", Rng(seed)).unchanged,
        "the sizes are unchanged",
    )
