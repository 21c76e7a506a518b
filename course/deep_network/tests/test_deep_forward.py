"""Hidden tests of deep_forward; trusted side."""

import numpy as np

from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.deep_network import frozen
from course.oracles import deep

TWELVE = (3, 4, 3, 2, 4, 3, 3, 4, 2, 3, 4, 3, 1)


def check_caches(caches, case, activation, names):
    """Require these entries of every layer's cache."""
    compare.holds(len(caches) == case.depth, "one cache a layer", len(caches))
    for layer, (A_prev, Z) in enumerate(deep.run(case.X, case.P, activation), start=1):
        truth = {"A_prev": A_prev, "Z": Z, "W": case.P[f"W{layer}"], "b": case.P[f"b{layer}"]}
        for name in names:
            compare.close(caches[layer - 1][name], truth[name], f"{name} in the cache of layer {layer}")


def drop(student, rng, seed, dims=(3, 9, 7, 1), m=40, keep=0.6, activation="tanh"):
    """Return a case, its student's outputs and caches under dropout."""
    case = deep.case(rng, dims, m, activation)
    AL, caches = student.deep_forward(case.X, case.P, activation, keep, Rng(seed), True)
    return case, AL, caches


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


@properties
@hint("If you ask for the same prediction twice, should the answers agree?")
def test_nothing_is_dropped_at_prediction(student, rng, seed):
    """Outside training the network is whole, whatever keep_prob is."""
    case = deep.case(rng, (3, 9, 8, 1), 12, "tanh")
    expected = deep.probabilities(case.X, case.P, "tanh")
    compare.close(student.deep_forward(case.X, case.P, "tanh", 0.5, Rng(seed))[0], expected, "AL")
    compare.close(student.deep_forward(case.X, case.P, "tanh", 0.5, Rng(seed), False)[0], expected, "AL")


@properties
@hint("How many units are silenced when all of them are kept?")
def test_keeping_everything_is_the_identity(student, rng, seed):
    """Training with keep_prob 1 gives the outputs of the whole network."""
    case = deep.case(rng, (3, 6, 5, 1), 9, "relu")
    AL, caches = student.deep_forward(case.X, case.P, "relu", 1.0, Rng(seed), True)
    compare.close(AL, deep.probabilities(case.X, case.P, "relu"), "AL")
    for cache in caches:
        compare.holds(frozen.nothing_dropped(cache["mask"]), "no mask drops anything", cache["mask"])


@properties
def test_survivors_are_scaled_up(student, rng, seed):
    """Under dropout, each layer sees what the cached mask leaves of the layer before, so scaled that its mean is kept."""
    for activation in deep.ACTIVATIONS:
        case, AL, caches = drop(student, rng, seed, activation=activation)
        masks = frozen.masks(caches, case)
        for layer, (A_prev, Z) in enumerate(deep.run(case.X, case.P, activation, masks, 0.6), start=1):
            compare.close(caches[layer - 1]["A_prev"], A_prev, f"A_prev in the cache of layer {layer}")
            compare.close(caches[layer - 1]["Z"], Z, f"Z in the cache of layer {layer}")
        compare.close(AL, deep.probabilities(case.X, case.P, activation, masks, 0.6), "AL")


@properties
@hint("Which layers may lose units, and which must stay whole?")
def test_inputs_and_outputs_stay_whole(student, rng, seed):
    """Dropout touches hidden layers alone: all features go in, and all probabilities come out."""
    case, AL, caches = drop(student, rng, seed, (6, 8, 1))
    frozen.masks(caches, case)
    compare.close(caches[0]["A_prev"], case.X, "A_prev in the cache of layer 1")
    compare.holds(frozen.nothing_dropped(caches[-1]["mask"]), "the last layer drops nothing", caches[-1]["mask"])
    compare.shape(AL, (1, 40), "AL")
    compare.holds(np.all((AL > 0) & (AL < 1)), "probabilities lie strictly between 0 and 1", AL)
    compare.close(AL, 1 / (1 + np.exp(-np.clip(finite(caches[-1]["Z"], (1, 40)), -700, 700))), "AL")


def finite(value, wanted):
    """Return finite numbers of this shape."""
    compare.shape(value, wanted, "Z in the last cache")
    compare.finite(value, "Z in the last cache")
    return value


@properties
@hint("If you counted the survivors, what share of all the entries would they be?")
def test_the_right_share_survives(student, rng, seed):
    """About the share keep_prob of each hidden layer's entries survives."""
    for keep in (0.8, 0.3):
        case, _, caches = drop(student, rng, seed, (3, 40, 30, 1), 120, keep)
        for mask in frozen.masks(caches, case)[:-1]:
            sigma = np.sqrt(keep * (1 - keep) / mask.size)
            compare.holds(abs(np.mean(mask) - keep) < 6 * sigma, "the share of survivors", np.mean(mask))


@properties
@hint("Is each unit, in each example and each layer, thinned by a draw of its own?")
def test_every_entry_has_a_draw_of_its_own(student, rng, seed):
    """Masks differ from unit to unit, from example to example and from layer to layer."""
    case, _, caches = drop(student, rng, seed, (3, 20, 20, 20, 1), 30, 0.5)
    first, second, third, _ = frozen.masks(caches, case)
    for mask in (first, second, third):
        compare.holds(np.any(mask != mask[:1]), "units differ", mask)
        compare.holds(np.any(mask != mask[:, :1]), "examples differ", mask)
    for one, other in ((first, second), (second, third), (first, third)):
        compare.holds(np.any(one != other), "layers differ", one)


@properties
@hint("Where do the random numbers come from, and who decided where that begins?")
def test_draws_follow_the_generator(student, rng, seed):
    """The same generator state gives the same masks, another state gives others."""
    case = deep.case(rng, (3, 30, 1), 30, "tanh")
    drawn = []
    for state in (seed % 1000, seed % 1000, seed % 1000 + 1):
        _, caches = student.deep_forward(case.X, case.P, "tanh", 0.5, Rng(state), True)
        drawn.append(frozen.masks(caches, case)[0])
    compare.holds(np.array_equal(drawn[0], drawn[1]), "the same state, the same mask", drawn[1])
    compare.holds(not np.array_equal(drawn[0], drawn[2]), "another state, another mask", drawn[2])


@properties
@hint("Two training passes in a row, and nobody passes a generator: who decides which units are silenced the second time?")
def test_masks_without_a_generator(student, rng):
    """Without a generator there are masks all the same, new ones in each pass."""
    case = deep.case(rng, (3, 30, 1), 30, "tanh")
    drawn = []
    for _ in range(2):
        _, caches = student.deep_forward(case.X, case.P, "tanh", 0.5, None, True)
        drawn.append(frozen.masks(caches, case)[0])
    compare.holds(not np.array_equal(drawn[0], drawn[1]), "another pass, another mask", drawn[1])


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


@purity
def test_inputs_are_left_alone_under_dropout(student, rng, seed):
    """Dropout leaves the features and the parameters unchanged too."""
    case = deep.case(rng, (4, 4, 4, 1), 4, "tanh")
    reply = student.call("deep_forward", case.X, case.P, "tanh", 0.5, Rng(seed), True)
    compare.holds(reply.unchanged, "the inputs are unchanged")
