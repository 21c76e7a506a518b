"""Hidden tests of batchnorm_forward and batchnorm_backward; trusted side.

The cache is the student's own: what it holds is not looked at, it is only handed to the student's backward function.
"""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import batchnorm


def _running(rng, n):
    return {"mean": rng.uniform(-1, 1, (n, 1)), "var": rng.uniform(0.5, 3.0, (n, 1))}


def _backward(student, Z, gamma, beta, dY, *more):
    """The student's gradients after the student's own forward pass."""
    _, cache, _ = student.batchnorm_forward(Z, gamma, beta, batchnorm.start(len(Z)), True, *more)
    return student.batchnorm_backward(dY, cache)


# --- forward, training


@values
def test_output_in_training(student, rng):
    """The output in training is right, with a scale and a shift of its own for each feature."""
    Z, gamma, beta = batchnorm.some(rng, 3, 8)
    out, _, _ = student.batchnorm_forward(Z, gamma, beta, batchnorm.start(3))
    compare.close(out, batchnorm.forward(Z, gamma, beta), "the output")


@values
def test_running_statistics_after_one_batch(student, rng):
    """The running mean and variance move a little towards the batch."""
    Z, gamma, beta = batchnorm.some(rng, 3, 8)
    running = _running(rng, 3)
    _, _, new = student.batchnorm_forward(Z, gamma, beta, running, True, 0.9)
    compare.tensors(new, batchnorm.updated(running, Z, 0.9), ["mean", "var"])


@values
def test_running_statistics_with_another_momentum(student, rng):
    """The momentum that is passed is the one that is used, and it weighs the old value."""
    Z, gamma, beta = batchnorm.some(rng, 2, 6)
    running = _running(rng, 2)
    _, _, new = student.batchnorm_forward(Z, gamma, beta, running, True, 0.25)
    compare.tensors(new, batchnorm.updated(running, Z, 0.25), ["mean", "var"])


@values
def test_running_statistics_with_the_default_momentum(student, rng):
    """Without a momentum, the default of the function is used."""
    Z, gamma, beta = batchnorm.some(rng, 2, 6)
    running = _running(rng, 2)
    _, _, new = student.batchnorm_forward(Z, gamma, beta, running)
    compare.tensors(new, batchnorm.updated(running, Z, 0.9), ["mean", "var"])


@values
def test_running_statistics_after_several_batches(student, rng):
    """The running statistics of one batch are the start of the next."""
    running = mine = batchnorm.start(2)
    for _ in range(3):
        Z, gamma, beta = batchnorm.some(rng, 2, 5)
        _, _, running = student.batchnorm_forward(Z, gamma, beta, running, True, 0.8)
        mine = batchnorm.updated(mine, Z, 0.8)
    compare.tensors(running, mine, ["mean", "var"])


@values
def test_output_with_a_large_eps(student, rng):
    """The eps that is passed is the one that is used, at its place in the formula."""
    Z, gamma, beta = batchnorm.some(rng, 3, 7)
    out, _, _ = student.batchnorm_forward(Z, gamma, beta, batchnorm.start(3), True, 0.9, 0.75)
    compare.close(out, batchnorm.forward(Z, gamma, beta, 0.75), "the output")


@properties
@hint("Take one feature of the output with gamma 1 and beta 0: where should its centre be, and how wide is it?")
def test_each_feature_is_centred_with_spread_one(student, rng):
    """With gamma 1 and beta 0, each feature of the output has mean 0 and spread 1 over the batch."""
    Z, _, _ = batchnorm.some(rng, 4, 50)
    out, _, _ = student.batchnorm_forward(Z, np.ones((4, 1)), np.zeros((4, 1)), batchnorm.start(4))
    compare.shape(out, (4, 50), "the output")
    compare.finite(out, "the output")
    compare.close(np.mean(out, axis=1, dtype=float), np.zeros(4), "the mean", atol=1e-9)
    compare.close(np.std(out, axis=1, dtype=float), np.ones(4), "the spread", rtol=1e-3)


@properties
@hint("If a whole feature is moved and stretched, what is left of that after normalising?")
def test_moving_and_stretching_a_feature_changes_nothing(student, rng):
    """Moving and stretching a feature before normalising leaves the output as it was."""
    Z, gamma, beta = batchnorm.some(rng, 3, 9)
    moved = Z * np.array([[2.0], [0.5], [7.0]]) + np.array([[10.0], [-3.0], [0.1]])
    out, _, _ = student.batchnorm_forward(moved, gamma, beta, batchnorm.start(3))
    compare.close(out, batchnorm.forward(Z, gamma, beta), "the output", rtol=1e-3, atol=1e-3)


@properties
@hint("In training, does the output know anything about earlier batches?")
def test_training_does_not_use_the_running_statistics(student, rng):
    """In training, the output does not depend on the running statistics."""
    Z, gamma, beta = batchnorm.some(rng, 2, 6)
    out, _, _ = student.batchnorm_forward(Z, gamma, beta, _running(rng, 2), True)
    compare.close(out, batchnorm.forward(Z, gamma, beta), "the output")


# --- forward, prediction


@values
def test_output_at_prediction(student, rng):
    """The output at prediction is right: it comes from the running statistics."""
    Z, gamma, beta = batchnorm.some(rng, 3, 8)
    running = _running(rng, 3)
    out, _, _ = student.batchnorm_forward(Z, gamma, beta, running, False)
    compare.close(out, batchnorm.predict(Z, gamma, beta, running), "the output")


@values
def test_output_at_prediction_with_a_large_eps(student, rng):
    """The eps that is passed is used at prediction too."""
    Z, gamma, beta = batchnorm.some(rng, 3, 8)
    running = _running(rng, 3)
    out, _, _ = student.batchnorm_forward(Z, gamma, beta, running, False, 0.9, 0.5)
    compare.close(out, batchnorm.predict(Z, gamma, beta, running, 0.5), "the output")


@properties
@hint("May the answer for one example depend on which others are predicted with it?")
def test_one_example_alone_is_predicted_as_in_a_batch(student, rng):
    """At prediction, an example alone has the same output as in a batch."""
    Z, gamma, beta = batchnorm.some(rng, 3, 6)
    running = _running(rng, 3)
    out, _, _ = student.batchnorm_forward(Z[:, 4:5], gamma, beta, running, False)
    compare.close(out, batchnorm.predict(Z, gamma, beta, running)[:, 4:5], "the output")


@properties
@hint("Should a network learn anything from the data that it is only asked to predict?")
def test_prediction_learns_nothing(student, rng):
    """At prediction, the running statistics come back as they were."""
    Z, gamma, beta = batchnorm.some(rng, 3, 6)
    running = _running(rng, 3)
    _, _, new = student.batchnorm_forward(Z, gamma, beta, running, False, 0.6)
    compare.tensors(new, running, ["mean", "var"])


@shapes
def test_forward_shapes(student, rng):
    """The output has the shape of Z, and the running statistics are columns, one entry a feature."""
    for n, m in ((3, 8), (5, 5), (1, 4)):
        Z, gamma, beta = batchnorm.some(rng, n, m)
        out, _, running = student.batchnorm_forward(Z, gamma, beta, batchnorm.start(n))
        compare.shape(out, (n, m), "the output")
        compare.shape(running["mean"], (n, 1), "the running mean")
        compare.shape(running["var"], (n, 1), "the running variance")


@stability
@hint("What is the spread of a feature that never changes, and what is done with it?")
def test_a_constant_feature_stays_finite(student, rng):
    """A feature that is the same in every example gives its shift, not nan."""
    Z, gamma, beta = batchnorm.some(rng, 2, 6)
    Z[0] = 3.0
    out, _, _ = student.batchnorm_forward(Z, gamma, beta, batchnorm.start(2))
    compare.close(out, batchnorm.forward(Z, gamma, beta), "the output")


@stability
@hint("When a feature is huge but hardly varies, which subtraction keeps the digits that matter?")
def test_a_feature_far_from_zero_keeps_its_digits(student, rng):
    """A feature that lies very far from zero is normalised as well as any other."""
    Z, gamma, beta = batchnorm.some(rng, 2, 8)
    out, _, _ = student.batchnorm_forward(np.round(Z, 2) + 1e8, gamma, beta, batchnorm.start(2))
    compare.close(out, batchnorm.forward(np.round(Z, 2), gamma, beta), "the output", rtol=1e-4, atol=1e-4)


@stability
@hint("How much can one example vary?")
def test_a_batch_of_one_stays_finite(student):
    """A batch of a single example gives the shift, not nan."""
    beta = np.array([[0.5], [-1.0], [2.0]])
    out, _, _ = student.batchnorm_forward(np.array([[4.0], [-7.0], [0.0]]), np.full((3, 1), 2.0), beta, batchnorm.start(3))
    compare.close(out, beta, "the output")


@purity
def test_forward_leaves_its_inputs_alone(student, rng):
    """Z, gamma, beta and the caller's running statistics are left as they were."""
    Z, gamma, beta = batchnorm.some(rng, 3, 5)
    reply = student.call("batchnorm_forward", Z, gamma, beta, _running(rng, 3))
    compare.holds(reply.unchanged, "the inputs are unchanged in training")
    reply = student.call("batchnorm_forward", Z, gamma, beta, _running(rng, 3), False)
    compare.holds(reply.unchanged, "the inputs are unchanged at prediction")


# --- backward


@values
def test_gradient_of_the_shift(student, rng):
    """The gradient of beta agrees with nudging beta."""
    Z, gamma, beta = batchnorm.some(rng, 3, 6)
    dY = rng.standard_normal((3, 6))
    _, _, dbeta = _backward(student, Z, gamma, beta, dY)
    compare.gradient(dbeta, batchnorm.gradients(Z, gamma, beta, dY)[2], "dbeta")


@values
def test_gradient_of_the_scale(student, rng):
    """The gradient of gamma agrees with nudging gamma."""
    Z, gamma, beta = batchnorm.some(rng, 3, 6)
    dY = rng.standard_normal((3, 6))
    _, dgamma, _ = _backward(student, Z, gamma, beta, dY)
    compare.gradient(dgamma, batchnorm.gradients(Z, gamma, beta, dY)[1], "dgamma")


@values
def test_gradient_of_the_input(student, rng):
    """The gradient of Z agrees with nudging each entry of Z."""
    Z, gamma, beta = batchnorm.some(rng, 3, 6)
    dY = rng.standard_normal((3, 6))
    dZ, _, _ = _backward(student, Z, gamma, beta, dY)
    compare.gradient(dZ, batchnorm.gradients(Z, gamma, beta, dY)[0], "dZ")


@values
def test_gradient_of_the_input_with_a_large_eps(student, rng):
    """The gradient of Z is right for another eps too."""
    Z, gamma, beta = batchnorm.some(rng, 2, 5)
    dY = rng.standard_normal((2, 5))
    dZ, _, _ = _backward(student, Z, gamma, beta, dY, 0.9, 0.5)
    compare.gradient(dZ, batchnorm.gradients(Z, gamma, beta, dY, 0.5)[0], "dZ")


@properties
@hint("If every example of one feature moved by the same amount, would the output notice?")
def test_the_input_gradients_of_a_feature_cancel(student, rng):
    """The gradients of one feature's examples add up to 0, as moving them all changes nothing."""
    Z, gamma, beta = batchnorm.some(rng, 4, 7)
    dZ, _, _ = _backward(student, Z, gamma, beta, rng.standard_normal((4, 7)))
    compare.shape(dZ, (4, 7), "dZ")
    compare.finite(dZ, "dZ")
    compare.close(np.sum(dZ, axis=1, dtype=float), np.zeros(4), "the sum of a row", atol=1e-9)


@properties
@hint("If the incoming gradient is the same for all examples, can moving one of them change the sum of the outputs?")
def test_a_constant_incoming_gradient_gives_none(student, rng):
    """When all examples of a feature have the same incoming gradient, Z has none."""
    Z, gamma, beta = batchnorm.some(rng, 3, 8)
    dZ, _, _ = _backward(student, Z, gamma, beta, np.tile(rng.uniform(0.5, 2, (3, 1)), (1, 8)))
    compare.gradient(dZ, np.zeros((3, 8)), "dZ")


@properties
@hint("Is a sum over the examples, or a mean, what the chain rule asks for here?")
def test_twice_the_data_doubles_the_gradients_of_scale_and_shift(student, rng):
    """When data and incoming gradient are stacked twice, the gradients of gamma and beta double."""
    Z, gamma, beta = batchnorm.some(rng, 2, 5)
    dY = rng.standard_normal((2, 5))
    _, dgamma, dbeta = _backward(student, np.hstack([Z, Z]), gamma, beta, np.hstack([dY, dY]))
    _, want_gamma, want_beta = batchnorm.gradients(Z, gamma, beta, dY)
    compare.gradient(dgamma, 2 * want_gamma, "dgamma")
    compare.gradient(dbeta, 2 * want_beta, "dbeta")


@shapes
def test_backward_shapes(student, rng):
    """dZ has the shape of Z, dgamma and dbeta have the shape of gamma and beta."""
    for n, m in ((3, 8), (5, 5), (2, 4)):
        Z, gamma, beta = batchnorm.some(rng, n, m)
        dZ, dgamma, dbeta = _backward(student, Z, gamma, beta, rng.standard_normal((n, m)))
        compare.shape(dZ, (n, m), "dZ")
        compare.shape(dgamma, (n, 1), "dgamma")
        compare.shape(dbeta, (n, 1), "dbeta")


@stability
@hint("What is the spread of a feature that never changes, and what is done with it?")
def test_gradients_of_a_constant_feature_stay_finite(student, rng):
    """A feature that is the same in every example has finite gradients."""
    Z, gamma, beta = batchnorm.some(rng, 2, 6)
    Z[1] = -2.0
    dY = rng.standard_normal((2, 6))
    dZ, dgamma, dbeta = _backward(student, Z, gamma, beta, dY, 0.9, 0.01)
    for name, gradient in (("dZ", dZ), ("dgamma", dgamma), ("dbeta", dbeta)):
        compare.finite(gradient, name)
    compare.close(dbeta, np.sum(dY, axis=1, keepdims=True), "dbeta")


@purity
def test_backward_leaves_its_inputs_alone(student, rng):
    """The incoming gradient and the cache are left as they were."""
    Z, gamma, beta = batchnorm.some(rng, 3, 5)
    _, cache, _ = student.batchnorm_forward(Z, gamma, beta, batchnorm.start(3))
    reply = student.call("batchnorm_backward", rng.standard_normal((3, 5)), cache)
    compare.holds(reply.unchanged, "the inputs are unchanged")
