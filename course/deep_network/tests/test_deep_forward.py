"""Hidden tests of deep_forward; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import deep

TWELVE = (3, 4, 3, 2, 4, 3, 3, 4, 2, 3, 4, 3, 1)


def check_caches(caches, case, activation, names):
    """Require these entries of every layer's cache."""
    compare.holds(len(caches) == case.depth, "one cache a layer", len(caches))
    for layer, (A_prev, Z) in enumerate(deep.run(case.X, case.P, activation), start=1):
        truth = {"A_prev": A_prev, "Z": Z, "W": case.P[f"W{layer}"], "b": case.P[f"b{layer}"]}
        for name in names:
            compare.close(caches[layer - 1][name], truth[name], f"{name} in the cache of layer {layer}")


@values
def test_no_hidden_layer(student, rng):
    """Without a hidden layer the network is logistic regression."""
    case = deep.case(rng, (4, 1), 6)
    AL, _ = student.deep_forward(case.X, case.P, "relu")
    compare.close(AL, 1 / (1 + np.exp(-(np.einsum("oi,ie->oe", case.P["W1"], case.X) + case.P["b1"]))), "AL")


@values
def test_one_hidden_layer_on_the_tiny_set(student):
    """With one tanh hidden layer, the outputs on the three-example dataset are right."""
    AL, _ = student.deep_forward(deep.TINY_X, deep.P1, "tanh")
    compare.close(AL, deep.P1_TANH_AL, "AL", atol=1e-9)


@values
def test_relu_network(student, rng):
    """A network of three layers with ReLU hidden units gives the right outputs."""
    case = deep.case(rng, (3, 5, 4, 1), 8, "relu")
    compare.close(student.deep_forward(case.X, case.P, "relu")[0], deep.probabilities(case.X, case.P, "relu"), "AL")


@values
def test_tanh_network(student, rng):
    """A network of three layers with tanh hidden units gives the right outputs."""
    case = deep.case(rng, (2, 6, 3, 1), 7, "tanh")
    compare.close(student.deep_forward(case.X, case.P, "tanh")[0], deep.probabilities(case.X, case.P, "tanh"), "AL")


@values
def test_sigmoid_network(student, rng):
    """A network of three layers with sigmoid hidden units gives the right outputs."""
    case = deep.case(rng, (5, 3, 4, 1), 6, "sigmoid")
    AL, _ = student.deep_forward(case.X, case.P, "sigmoid")
    compare.close(AL, deep.probabilities(case.X, case.P, "sigmoid"), "AL")


@values
def test_relu_is_the_default(student, rng):
    """Hidden layers are ReLU when no activation is named."""
    case = deep.case(rng, (3, 4, 1), 6, "relu")
    compare.close(student.deep_forward(case.X, case.P)[0], deep.probabilities(case.X, case.P, "relu"), "AL")


@values
def test_several_outputs(student, rng):
    """Each of several output units gives its own probability."""
    case = deep.case(rng, (2, 5, 3), 6, "tanh")
    compare.close(student.deep_forward(case.X, case.P, "tanh")[0], deep.probabilities(case.X, case.P, "tanh"), "AL")


@values
@hint("If one layer were taken out of the loop, would the output of a very deep network notice?")
def test_twelve_layers(student, rng):
    """Every layer of a very deep network takes part."""
    case = deep.case(rng, TWELVE, 5, "tanh")
    compare.close(student.deep_forward(case.X, case.P, "tanh")[0], deep.probabilities(case.X, case.P, "tanh"), "AL")


@values
@hint("Which of a layer's two stages does the slope of its activation have to be taken at?")
def test_caches_hold_pre_activations(student, rng):
    """Each cache holds what its layer computed before the activation."""
    for activation in ("relu", "sigmoid"):
        case = deep.case(rng, (3, 5, 4, 1), 6, activation)
        check_caches(student.deep_forward(case.X, case.P, activation)[1], case, activation, ("Z",))


@values
def test_caches_hold_inputs(student, rng):
    """Each cache holds what came into its layer."""
    case = deep.case(rng, (3, 3, 3, 1), 3, "tanh")
    check_caches(student.deep_forward(case.X, case.P, "tanh")[1], case, "tanh", ("A_prev",))


@values
def test_caches_hold_weights(student, rng):
    """Each cache holds its own layer's weights and biases."""
    case = deep.case(rng, (3, 3, 3, 1), 4, "tanh")
    check_caches(student.deep_forward(case.X, case.P, "tanh")[1], case, "tanh", ("W", "b"))


@properties
@hint("Does what happens to one example depend on the others beside it?")
def test_examples_are_independent(student, rng):
    """An example's output is the same in a batch of two as in a large one."""
    case = deep.case(rng, (3, 5, 4, 1), 6, "relu")
    whole = deep.probabilities(case.X, case.P, "relu")
    for i in (0, 2, 4):
        AL, _ = student.deep_forward(case.X[:, i : i + 2], case.P, "relu")
        compare.close(AL, whole[:, i : i + 2], "AL")


@properties
@hint("A dictionary has names: does your function look layers up, or take them as they come?")
def test_order_of_the_dictionary_is_free(student, rng):
    """The parameters are found by name, whatever their order in the dictionary."""
    case = deep.case(rng, (3, 3, 3, 1), 5, "tanh")
    shuffled = {name: case.P[name] for name in ("b2", "W3", "b1", "W1", "b3", "W2")}
    compare.close(student.deep_forward(case.X, shuffled, "tanh")[0], deep.probabilities(case.X, case.P, "tanh"), "AL")


@properties
@hint("What should happen to a name that no activation has?")
def test_unknown_activation_is_refused(student, rng):
    """An unknown activation is a ValueError."""
    case = deep.case(rng, (3, 4, 1), 4)
    for name in ("softplus", "Relu"):
        raised = student.raised("deep_forward", case.X, case.P, name)
        compare.holds(raised == "ValueError", "an unknown activation is a ValueError", raised)


@shapes
def test_shapes_with_unequal_widths(student, rng):
    """Outputs and pre-activations have one row a unit and one column an example."""
    case = deep.case(rng, (7, 2, 5, 1), 4, "tanh")
    AL, caches = student.deep_forward(case.X, case.P, "tanh")
    compare.shape(AL, (1, 4), "AL")
    for cache, width in zip(caches, case.dims[1:], strict=False):
        compare.shape(cache["Z"], (width, 4), "Z")


@shapes
@hint("How many caches should a network with no hidden layer leave behind?")
def test_one_cache_a_layer(student, rng):
    """There is one cache for each layer, at any depth."""
    for dims in ((3, 1), (3, 2, 1), (3, 4, 2, 1), TWELVE):
        case = deep.case(rng, dims, 4, "tanh")
        _, caches = student.deep_forward(case.X, case.P, "tanh")
        compare.holds(len(caches) == case.depth, "one cache a layer", len(caches))


@shapes
def test_one_example(student, rng):
    """A single example is a column like any other."""
    case = deep.case(rng, (3, 4, 1), 1, "tanh")
    compare.close(student.deep_forward(case.X, case.P, "tanh")[0], deep.probabilities(case.X, case.P, "tanh"), "AL")


@shapes
def test_whole_number_inputs(student, rng):
    """Features that are whole numbers work like any others."""
    case = deep.case(rng, (2, 5, 4, 1), 4, "relu")
    X = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
    AL, _ = student.deep_forward(X, case.P, "relu")
    compare.close(AL, deep.probabilities(X.astype(float), case.P, "relu"), "AL")


@stability
@hint("What does each of your activations give for a very large input, of either sign?")
def test_huge_pre_activations(student, rng):
    """Very large pre-activations give probabilities, never nan."""
    for activation in deep.ACTIVATIONS:
        case = deep.case(rng, (3, 5, 4, 1), 8, activation)
        for sign in (1.0, -1.0):
            P = {**case.P, "W3": case.P["W3"] * sign}
            AL, _ = student.deep_forward(case.X * 5e3, P, activation)
            compare.close(AL, deep.probabilities(case.X * 5e3, P, activation), "AL", atol=1e-6)


@stability
def test_certain_outputs(student):
    """An output that is certain is 0 or 1, not nan."""
    P = {"W1": np.eye(2), "b1": np.zeros((2, 1)), "W2": np.array([[3000.0, -3000.0]]), "b2": np.zeros((1, 1))}
    AL, _ = student.deep_forward(np.array([[1.0, 0.5], [0.5, 2.0]]), P, "relu")
    compare.close(AL, np.array([[1.0, 0.0]]), "AL", atol=1e-6)


@purity
def test_inputs_are_left_alone(student, rng):
    """The features and the parameters come back unchanged."""
    case = deep.case(rng, (3, 3, 3, 1), 3, "relu")
    compare.holds(student.call("deep_forward", case.X, case.P, "relu").unchanged, "the inputs are unchanged")
