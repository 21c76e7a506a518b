"""Hidden tests of deep_forward and deep_backward with dropout and weight decay; trusted side.

The plain passes are given to students, so that every test here needs dropout or decay: the given code alone earns nothing.
A backward pass reads the caches of the student's own forward pass where these are right, and the judge's where they are not:
a mistake costs once.
"""

import numpy as np

from autograder.errors import StudentFault
from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import deep, passes
from course.regularization import frozen

UPSTREAM = {
    "dropout_forward": passes.dropout_forward,
    "dropout_backward": passes.dropout_backward,
    "add_l2_to_gradients": passes.add_l2_to_gradients,
}
TWELVE = (3, 4, 3, 2, 4, 3, 3, 4, 2, 3, 4, 3, 2)


def drop(student, rng, seed, dims=(3, 9, 7, 1), m=40, keep=0.6, activation="tanh"):
    """Return a case, and the student's outputs and caches under dropout."""
    case = deep.case(rng, dims, m, activation)
    AL, caches = student.deep_forward(case.X, case.P, activation, keep, Rng(seed), True)
    return case, AL, caches


def thinned(caches, case, activation, keep):
    """Require right caches of a pass under dropout, and return their masks; at least one entry must be dropped."""
    masks = frozen.masks(caches, case)
    compare.holds(any(np.any(mask == 0) for mask in masks[:-1]), "something is dropped", masks)
    for layer, (A_prev, Z) in enumerate(deep.run(case.X, case.P, activation, masks, keep), start=1):
        compare.close(caches[layer - 1]["A_prev"], A_prev, f"A_prev in the cache of layer {layer}")
        compare.close(caches[layer - 1]["Z"], Z, f"Z in the cache of layer {layer}")
        compare.close(caches[layer - 1]["W"], case.P[f"W{layer}"], f"W in the cache of layer {layer}")
    return masks


def passed(student, case, activation, keep=1.0, seed=0):
    """Return AL, the caches and the masks of a forward pass: the student's own where it is right, else the judge's."""
    drops = keep < 1
    arguments = (case.X, case.P, activation, keep, Rng(seed), drops)
    try:
        AL, caches = student.deep_forward(*arguments)
        masks = thinned(caches, case, activation, keep) if drops else None
        compare.close(AL, deep.probabilities(case.X, case.P, activation, masks, keep), "AL")
        compare.holds(len(caches) == case.depth, "one cache a layer", len(caches))
    except (AssertionError, StudentFault):  # whatever is wrong with it is the business of the tests of deep_forward
        AL, caches = passes.deep_forward(*arguments)
        masks = [cache["mask"] for cache in caches]
    return AL, caches, masks


def check_back(student, case, activation, keep=1.0, lambd=0.0, seed=0):
    """Require the gradients of one pass, last layer first."""
    AL, caches, masks = passed(student, case, activation, keep, seed)
    grads = student.deep_backward(AL, case.Y, caches, activation, keep, lambd)
    truth = deep.gradients(case.X, case.Y, case.P, activation, lambd, masks if keep < 1 else None, keep)
    compare.tensors(grads, truth, case.names(), rtol=1e-6, atol=1e-11)
    return grads


@values
@hint("What does the next layer see of a unit that is kept, and what of one that is dropped?")
def test_survivors_are_scaled_up(student, rng, seed):
    """Under dropout, each layer sees what the cached mask leaves of the layer before, so scaled that its mean is kept."""
    for activation in deep.ACTIVATIONS:
        case, AL, caches = drop(student, rng, seed, activation=activation)
        masks = thinned(caches, case, activation, 0.6)
        compare.close(AL, deep.probabilities(case.X, case.P, activation, masks, 0.6), "AL")


@values
@hint("Which layers may lose units, and which must stay whole?")
def test_inputs_and_outputs_stay_whole(student, rng, seed):
    """Dropout touches hidden layers alone: all features go in, and all probabilities come out."""
    case, AL, caches = drop(student, rng, seed, (6, 8, 1))
    frozen.masks(caches, case)
    compare.close(caches[0]["A_prev"], case.X, "A_prev in the cache of layer 1")
    compare.holds(frozen.nothing_dropped(caches[-1]["mask"]), "the last layer drops nothing", caches[-1]["mask"])
    Z = caches[-1]["Z"]
    compare.shape(Z, (1, 40), "Z in the last cache")
    compare.finite(Z, "Z in the last cache")
    compare.close(AL, 1 / (1 + np.exp(-np.clip(Z, -700, 700))), "AL")


@values
@hint("If you ask for the same prediction twice, should the answers agree?")
def test_nothing_is_dropped_at_prediction(student, rng, seed):
    """Units are dropped while training alone: outside it the network is whole, whatever keep_prob is."""
    case, _, caches = drop(student, rng, seed, (3, 9, 8, 1), 12, 0.5)
    frozen.masks(caches, case)
    expected = deep.probabilities(case.X, case.P, "tanh")
    compare.close(student.deep_forward(case.X, case.P, "tanh", 0.5, Rng(seed))[0], expected, "AL")
    compare.close(student.deep_forward(case.X, case.P, "tanh", 0.5, Rng(seed), False)[0], expected, "AL")


@values
@hint("Which units were silent in this very pass, and what does the cost owe them?")
def test_gradients_under_dropout(student, rng, seed):
    """Under dropout the gradients are those of the thinned network that the masks left."""
    for activation in ("tanh", "sigmoid", "relu"):
        check_back(student, deep.case(rng, (4, 6, 5, 4, 1), 6, activation), activation, 0.6, 0.0, seed)


@values
@hint("Which term does weight decay add to the cost, and what is its slope for one weight?")
def test_weight_decay(student, rng):
    """With weight decay the gradients are those of the penalised cost."""
    for dims, m in (((3, 5, 4, 1), 6), ((4, 1), 9)):
        check_back(student, deep.case(rng, dims, m, "tanh"), "tanh", 1.0, 0.7)


@values
@hint("Do weight decay and dropout get in each other's way?")
def test_dropout_and_decay_together(student, rng, seed):
    """Dropout and weight decay work together, with ReLU and a narrow network too."""
    check_back(student, deep.case(rng, (3, 8, 3, 1), 5, "relu"), "relu", 0.8, 0.7, seed)


@properties
@hint("How many units are silenced when all of them are kept?")
def test_keeping_everything_is_the_identity(student, rng, seed):
    """A share of the units is dropped at 0.5, and none at 1: training with keep_prob 1 is the whole network."""
    case, _, caches = drop(student, rng, seed, (3, 6, 5, 1), 9, 0.5, "relu")
    frozen.masks(caches, case)
    AL, caches = student.deep_forward(case.X, case.P, "relu", 1.0, Rng(seed), True)
    compare.close(AL, deep.probabilities(case.X, case.P, "relu"), "AL")
    for cache in caches:
        compare.holds(frozen.nothing_dropped(cache["mask"]), "no mask drops anything", cache["mask"])


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


@properties
@hint("If only the strength of the decay changes, by how much may each gradient move?")
def test_decay_pulls_every_weight_to_zero(student, rng):
    """Decay adds the same share of every layer's weights to that layer's gradient, and nothing to those of the biases."""
    case = deep.case(rng, (3, 5, 2, 4, 1), 8, "sigmoid")
    AL, caches, _ = passed(student, case, "sigmoid")
    plain, decayed = (student.deep_backward(AL, case.Y, caches, "sigmoid", 1.0, strength) for strength in (0.0, 2.5))
    for layer in range(case.depth, 0, -1):
        for kind, pull in (("W", 2.5 / 8), ("b", 0.0)):
            name, tensor = f"d{kind}{layer}", case.P[f"{kind}{layer}"]
            for grads in (plain, decayed):
                compare.holds(name in grads, f"{name} is there")
                compare.shape(grads[name], tensor.shape, name)
                compare.finite(grads[name], name)
            compare.close(decayed[name] - plain[name], pull * tensor, name, rtol=1e-6)


@properties
@hint("How strong is the decay for someone who asks for none?")
def test_no_decay_unless_asked_for(student, rng, seed):
    """Whoever names a keep_prob and no strength gets the thinned network's gradients without decay."""
    case = deep.case(rng, (3, 8, 6, 1), 7, "tanh")
    AL, caches, masks = passed(student, case, "tanh", 0.5, seed)
    grads = student.deep_backward(AL, case.Y, caches, "tanh", 0.5)
    compare.tensors(grads, deep.gradients(case.X, case.Y, case.P, "tanh", 0.0, masks, 0.5), case.names(), rtol=1e-6, atol=1e-11)


@properties
@hint("What does a mask of ones silence, and how much has to be made up for it?")
def test_masks_of_ones_change_nothing(student, rng):
    """Masks that drop nothing leave the decayed gradients as they are without masks."""
    case = deep.case(rng, (3, 5, 4, 1), 6, "tanh")
    AL, caches, _ = passed(student, case, "tanh")
    ones = [{**cache, "mask": np.ones((width, 6))} for cache, width in zip(caches[:-1], case.dims[1:-1], strict=True)]
    grads = student.deep_backward(AL, case.Y, [*ones, caches[-1]], "tanh", 1.0, 0.9)
    compare.tensors(grads, deep.gradients(case.X, case.Y, case.P, "tanh", 0.9), case.names(), rtol=1e-6, atol=1e-11)


@shapes
@hint("Would your loops notice another number of layers, or of examples?")
def test_other_depths_and_one_example(student, rng, seed):
    """Without hidden layers, with eleven of them and with one example alone, the gradients are right."""
    for dims, m, keep in (((3, 1), 5, 1.0), (TWELVE, 4, 0.9), ((3, 6, 5, 2), 1, 0.7)):
        check_back(student, deep.case(rng, dims, m, "tanh"), "tanh", keep, 0.4, seed)


@shapes
@hint("Which shape has a mask, and which the activations it is laid over?")
def test_mask_shapes(student, rng, seed):
    """Each hidden layer's mask has one entry for each unit and example, at unequal widths."""
    for dims, m in (((7, 2, 5, 3), 4), ((2, 6, 1), 11)):
        case, _, caches = drop(student, rng, seed, dims, m, 0.4)
        frozen.masks(caches, case)


@stability
@hint("What does each of your layers give for a very large input, when some of its units are silent?")
def test_huge_pre_activations(student, rng, seed):
    """Very large pre-activations give probabilities under dropout too, never nan."""
    for activation in deep.ACTIVATIONS:
        case = deep.case(rng, (3, 12, 9, 1), 8, activation)
        far = deep.Case(case.dims, case.X * 5e3, case.Y, case.P)
        AL, caches = student.deep_forward(far.X, far.P, activation, 0.5, Rng(seed), True)
        masks = frozen.masks(caches, far)
        compare.close(AL, deep.probabilities(far.X, far.P, activation, masks, 0.5), "AL", atol=1e-6)


@stability
@hint("When the network is certain and wrong, how strong should the correction be?")
def test_certain_and_wrong(student, rng, seed):
    """A thinned network that is certain and wrong still gets its full correction."""
    for bias in (60.0, -60.0):
        case = deep.case(rng, (3, 7, 1), 6, "tanh")
        P = {**case.P, "b2": np.array([[bias]])}
        wrong = deep.Case(case.dims, case.X, np.full((1, 6), float(bias < 0)), P)
        check_back(student, wrong, "tanh", 0.6, 0.3, seed)


@purity
def test_forward_leaves_its_inputs_alone(student, rng, seed):
    """The features and the parameters come back unchanged from a pass that drops units."""
    case = deep.case(rng, (4, 4, 4, 1), 4, "tanh")
    reply = student.call("deep_forward", case.X, case.P, "tanh", 0.5, Rng(seed), True)
    frozen.masks(reply.value[1], case)
    compare.holds(reply.unchanged, "the inputs are unchanged")


@purity
def test_backward_leaves_its_inputs_alone(student, rng, seed):
    """The outputs, the labels and the caches come back unchanged from a pass that reads masks and decays."""
    case = deep.case(rng, (3, 4, 4, 1), 4, "tanh")
    AL, caches, masks = passed(student, case, "tanh", 0.5, seed)
    reply = student.call("deep_backward", AL, case.Y, caches, "tanh", 0.5, 0.7)
    compare.tensors(reply.value, deep.gradients(case.X, case.Y, case.P, "tanh", 0.7, masks, 0.5), case.names(), rtol=1e-6)
    compare.holds(reply.unchanged, "the inputs are unchanged")
