"""Hidden tests of dropout_forward and dropout_backward; trusted side."""

import numpy as np

from autograder.errors import StudentFault
from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import regularization as oracle

SHARES_KEPT = (0.3, 0.8)


def draws(seed, which=1):
    """Return the generator that the student gets; it must not repeat the numbers of the test's own `rng`."""
    return Rng(seed ^ (0x5EED + which))


def activations(rng, shape):
    """Return activations of both signs, none of them near zero."""
    return rng.uniform(0.5, 2.0, shape) * rng.choice([-1.0, 1.0], shape)


def forward(student, A, keep_prob, *generator):
    """Drop units; return the output and the mask, which must be an array of zeros and ones in the shape of A."""
    out, mask = student.dropout_forward(A, keep_prob, *generator)
    compare.shape(out, A.shape, "the output")
    compare.finite(out, "the output")
    compare.shape(mask, A.shape, "the mask")
    compare.holds(np.all((mask == 0) | (mask == 1)), "the mask holds zeros and ones alone", mask)
    return out, mask


def own_kind(student, seed):
    """Return the dtype of the masks that this student makes; bool if there is none to be had."""
    try:
        mask = forward(student, np.ones((3, 4)), 0.5, draws(seed))[1]
    except (AssertionError, StudentFault):  # whatever went wrong is the business of the tests of dropout_forward
        return np.dtype(bool)
    return mask.dtype


def drawn(student, rng, seed, shape, keep_prob):
    """Return a mask that the judge draws, in the dtype of the student's own masks, with a 0 and a 1 in it."""
    mask = rng.random(shape) < keep_prob
    mask.flat[0], mask.flat[-1] = True, False
    return mask.astype(own_kind(student, seed))


@values
@hint("What happens to a unit that is kept, and what to one that is dropped?")
def test_output_follows_from_the_mask(student, rng, seed):
    """The output is what the returned mask makes of the activations."""
    for shape, keep_prob in (((6, 9), 0.8), ((5, 8), 0.25), ((7, 3), 0.5)):
        A = activations(rng, shape)
        out, mask = forward(student, A, keep_prob, draws(seed))
        compare.close(out, oracle.thinned(A, mask, keep_prob), "the output")
    _, mask = forward(student, np.ones((20, 30)), 0.5, draws(seed))
    compare.holds(np.any(mask) and not np.all(mask), "some units are kept, and some dropped", mask)


@values
@hint("Count the survivors: what share of the units is kept?")
def test_share_kept(student, seed):
    """The share of units kept is the probability that was asked for."""
    for keep_prob in SHARES_KEPT:
        _, mask = forward(student, np.ones((100, 200)), keep_prob, draws(seed))
        compare.holds(abs(np.mean(mask) - keep_prob) < oracle.six_sigma(keep_prob, 20_000), "the share kept", mask)


@values
@hint("Which units were silent in this pass?")
def test_backward(student, rng, seed):
    """The gradient goes back through the units that were kept, and through no other."""
    for shape, keep_prob in (((6, 9), 0.8), ((5, 8), 0.25), ((7, 3), 0.5)):
        dA = activations(rng, shape)
        mask = drawn(student, rng, seed, shape, keep_prob)
        compare.close(student.seeded(seed).dropout_backward(dA, mask, keep_prob), oracle.thinned(dA, mask, keep_prob))


@properties
@hint("Is the layer's average output the same with dropout as without it?")
def test_mean_is_kept(student, rng, seed):
    """On average over many units, dropout changes nothing."""
    A = rng.uniform(1.0, 2.0, (100, 200))
    for keep_prob in SHARES_KEPT:
        out, _ = forward(student, A, keep_prob, draws(seed))
        bound = oracle.six_sigma(keep_prob, A.size) * np.sqrt(np.mean(A**2)) / keep_prob
        compare.holds(abs(np.mean(out) - np.mean(A)) < bound, "the mean of the output", out)


@properties
@hint("Does each unit of each example have its own chance?")
def test_every_entry_has_its_own_chance(student, seed):
    """Units differ within an example, and examples differ within a unit."""
    _, mask = forward(student, np.ones((30, 40)), 0.5, draws(seed))
    compare.holds(np.any(mask != mask[:, :1]), "the columns differ", mask)
    compare.holds(np.any(mask != mask[:1, :]), "the rows differ", mask)


@properties
@hint("If every unit is kept, what is left to do?")
def test_keeping_all_is_the_identity(student, rng, seed):
    """With a keep probability of 1 nothing is dropped and nothing is changed."""
    A = activations(rng, (7, 11))
    out, mask = forward(student, A, 1.0, draws(seed))
    compare.close(out, A, "the output")
    compare.close(mask, np.ones(A.shape), "the mask", kinds=compare.ANY_NUMBER)


@properties
@hint("Two calls with different random numbers: are the same units dropped?")
def test_fresh_draws(student, seed):
    """Other random numbers drop other units."""
    A = np.ones((20, 20))
    masks = [forward(student, A, 0.5, draws(seed, i))[1] for i in range(2)]
    compare.holds(np.any(masks[0] != masks[1]), "two masks differ", masks)


@stability
@hint("What is there to draw from when the caller passes no generator?")
def test_without_a_generator(student, seed):
    """Called without a generator it finds random numbers by itself, new ones for each call."""
    A = np.ones((20, 20))
    masks = [forward(student.seeded(seed ^ (0x5EED + i)), A, 0.5)[1] for i in range(2)]
    compare.holds(np.any(masks[0] != masks[1]), "two masks differ", masks)


@properties
@hint("Same state of the generator twice: is it the same mask?")
def test_repeatable(student, seed):
    """The same state of the generator drops the same units."""
    A = np.ones((20, 20))
    first, second = (forward(student, A, 0.5, draws(seed))[1] for _ in range(2))
    compare.close(second, first, "the mask", kinds=compare.ANY_NUMBER)


@properties
@hint("Does the mask depend on the activations?")
def test_mask_does_not_look_at_the_activations(student, rng, seed):
    """Large, small, negative and zero activations are kept equally often."""
    A = np.repeat(np.array([[-50.0], [-0.2], [0.0], [0.3], [50.0]]), 4000, axis=1)
    _, mask = forward(student, A, 0.4, draws(seed))
    for row in mask:
        compare.holds(abs(np.mean(row) - 0.4) < oracle.six_sigma(0.4, 4000), "the share kept", row)


@properties
@hint("Is the backward pass the same linear map as the forward pass?")
def test_gradient_check_with_the_mask_frozen(student, rng, seed):
    """The gradient agrees with the slope of a cost behind the dropout, the mask held fixed."""
    A, weights = activations(rng, (4, 5)), activations(rng, (4, 5))
    mask = drawn(student, rng, seed, A.shape, 0.7)

    def cost(tensors):
        return float(np.sum(weights * np.sin(oracle.thinned(tensors["A"], mask, 0.7))))

    right = oracle.slopes(cost, {"A": A})["dA"]
    dA = weights * np.cos(oracle.thinned(A, mask, 0.7))
    compare.gradient(student.seeded(seed).dropout_backward(dA, mask, 0.7), right)


@shapes
@hint("Which shape has one activation for each unit and each example?")
def test_shapes_and_dtypes(student, rng, seed):
    """Output, mask and gradient have the activations' shape; output and gradient are floats."""
    for shape in ((3, 5), (1, 4), (6, 1)):
        out, mask = student.dropout_forward(np.ones(shape), 0.5, draws(seed))
        compare.shape(out, shape, "the output")
        compare.shape(mask, shape, "the mask")
        compare.holds(out.dtype.kind == "f", "the output is made of floats", out)
        back = student.seeded(seed).dropout_backward(np.ones(shape), np.ones(shape, dtype=own_kind(student, seed)), 0.5)
        compare.shape(back, shape, "the gradient")
        compare.holds(back.dtype.kind == "f", "the gradient is made of floats", back)


@stability
def test_very_large_and_very_small_activations(student, rng, seed):
    """Very large and very small activations come through undamaged."""
    for size in (1e200, 1e-200):
        A = size * activations(rng, (6, 8))
        out, mask = forward(student, A, 0.5, draws(seed))
        compare.close(out / size, oracle.thinned(A, mask, 0.5) / size, "the output")


@stability
@hint("What comes out when nearly every unit is dropped?")
def test_dropping_nearly_everything(student, rng, seed):
    """With a very small keep probability the output and the gradient are still right."""
    A = activations(rng, (40, 50))
    out, mask = forward(student, A, 0.01, draws(seed))
    compare.close(out, oracle.thinned(A, mask, 0.01), "the output")
    fixed = drawn(student, rng, seed, A.shape, 0.01)
    compare.close(student.seeded(seed).dropout_backward(A, fixed, 0.01), oracle.thinned(A, fixed, 0.01), "the gradient")


@purity
@hint("Is A the same after the call?")
def test_forward_leaves_its_input_alone(student, rng, seed):
    """The activations that are passed in come back unchanged."""
    A = activations(rng, (6, 8))
    compare.holds(student.call("dropout_forward", A, 0.5, draws(seed)).unchanged, "the inputs are unchanged")


@purity
def test_backward_leaves_its_inputs_alone(student, rng, seed):
    """The gradient and the mask that are passed in come back unchanged."""
    dA = activations(rng, (6, 8))
    mask = drawn(student, rng, seed, dA.shape, 0.5)
    compare.holds(student.call("dropout_backward", dA, mask, 0.5).unchanged, "the inputs are unchanged")
