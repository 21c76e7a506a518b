"""Further oracles and reference solutions against 40-digit arithmetic, from the definitions, on small inputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from mpmath import mp, mpf

from course.oracles import activations, batchnorm, multiclass, optimizers, regularization

from .lessons import notebook

STEP = mpf(10) ** -12
Matrix = list[list[Any]]

Z = np.array([[1.5, -0.25, 30.0, 0.0], [-2.0, 0.5, 0.125, 0.0], [0.75, 3.0, -700.0, 0.0]])
LABELS = [0, 2, 0, 1]


@pytest.fixture(autouse=True)
def _forty_digits() -> Any:
    """Compute with 40 digits."""
    with mp.workdps(40):
        yield


def exact(array: Any) -> Matrix:
    """Return the binary numbers of an array, exactly."""
    return [[mpf(float(entry)) for entry in row] for row in np.atleast_2d(array)]


def rounded(matrix: Matrix) -> Any:
    """Return the nearest binary numbers."""
    return np.array([[float(entry) for entry in row] for row in matrix])


def slope(f: Callable[[Matrix], Any], at: Matrix) -> Any:
    """Return the central differences of f; their error is far below the precision of a float."""
    answer = [[mpf(0)] * len(row) for row in at]
    for i, row in enumerate(at):
        for j, entry in enumerate(row):
            ends = []
            for sign in (1, -1):
                moved = [list(line) for line in at]
                moved[i][j] = entry + sign * STEP
                ends.append(f(moved))
            answer[i][j] = (ends[0] - ends[1]) / (2 * STEP)
    return rounded(answer)


def softmax(scores: Matrix) -> Matrix:
    """The definition: exp of each score over the sum of its column."""
    columns = [[mp.exp(row[j]) for row in scores] for j in range(len(scores[0]))]
    return [[columns[j][k] / sum(columns[j]) for j in range(len(columns))] for k in range(len(scores))]


def surprise(scores: Matrix) -> Any:
    """The mean of -log of the true class's probability."""
    P = softmax(scores)
    return -sum(mp.log(P[label][j]) for j, label in enumerate(LABELS)) / len(LABELS)


def test_softmax_and_cross_entropy() -> None:
    """Oracle and reference solution give the definition's probabilities and cost, also for scores of 30 and -700."""
    names, P = notebook("beyond_binary"), rounded(softmax(exact(Z)))
    for found in (multiclass.softmax(Z), names.softmax(Z)):
        np.testing.assert_allclose(found, P, rtol=1e-13, atol=1e-300)
    cost = float(surprise(exact(Z)))
    assert multiclass.cost_of_scores(Z, LABELS) == pytest.approx(cost, rel=1e-13)
    assert multiclass.cross_entropy(P, LABELS) == pytest.approx(cost, rel=1e-13)
    assert names.cross_entropy(P, names.one_hot(np.array(LABELS), 3)) == pytest.approx(cost, rel=1e-13)


def test_the_gradient_of_softmax_and_cross_entropy() -> None:
    """(P - Y) / m is the derivative of the definition, and the oracle's central differences are good to 1e-9."""
    names, gradient = notebook("beyond_binary"), slope(surprise, exact(Z))
    Y = names.one_hot(np.array(LABELS), 3)
    np.testing.assert_allclose(names.softmax_backward(names.softmax(Z), Y), gradient, rtol=1e-12, atol=1e-16)
    np.testing.assert_allclose(multiclass.score_gradient(Z, LABELS), gradient, atol=1e-9)


B = np.array([[0.5, -1.25, 3.0, 0.75], [100.0, 100.5, 99.25, 101.0]])
GAMMA, BETA = np.array([[1.5], [-0.75]]), np.array([[0.25], [2.0]])
D = np.array([[0.5, -1.0, 0.25, 2.0], [1.0, 0.125, -0.5, 0.75]])
EPS = 1e-5


def normalised(z: Matrix, gamma: Matrix, beta: Matrix) -> Matrix:
    """The definition of batch normalisation, with the population variance."""
    rows = []
    for row, (g,), (b,) in zip(z, gamma, beta, strict=True):
        mean = sum(row) / len(row)
        variance = sum((entry - mean) ** 2 for entry in row) / len(row)
        rows.append([g * (entry - mean) / mp.sqrt(variance + mpf(EPS)) + b for entry in row])
    return rows


def weighed(z: Matrix, gamma: Matrix, beta: Matrix) -> Any:
    """The sum of D times the output: a number whose gradients `backward` gives for dY = D."""
    pairs = zip(exact(D), normalised(z, gamma, beta), strict=True)
    return sum(d * out for row, outs in pairs for d, out in zip(row, outs, strict=True))


def test_batch_normalisation() -> None:
    """Output and running statistics are the definition's, also for values that differ by 1% of their size."""
    names, out = notebook("beyond_binary"), rounded(normalised(exact(B), exact(GAMMA), exact(BETA)))
    np.testing.assert_allclose(batchnorm.forward(B, GAMMA, BETA), out, rtol=1e-11)
    answer, _, running = names.batchnorm_forward(B, GAMMA, BETA, batchnorm.start(2))
    np.testing.assert_allclose(answer, out, rtol=1e-11)
    for key, old, new in (("mean", 0.0, [0.75, 100.1875]), ("var", 1.0, [2.28125, 0.41796875])):
        found = batchnorm.updated(batchnorm.start(2), B)[key]
        np.testing.assert_allclose(found, running[key], rtol=1e-12)
        np.testing.assert_allclose(found.ravel(), [0.9 * old + 0.1 * value for value in new], rtol=1e-12)


def test_the_gradients_of_batch_normalisation() -> None:
    """The short formula of the solution, and the oracle's differences, are the derivatives of the definition."""
    names, z, gamma, beta = notebook("beyond_binary"), exact(B), exact(GAMMA), exact(BETA)
    wanted = (
        slope(lambda moved: weighed(moved, gamma, beta), z),
        slope(lambda moved: weighed(z, moved, beta), gamma),
        slope(lambda moved: weighed(z, gamma, moved), beta),
    )
    _, cache, _ = names.batchnorm_forward(B, GAMMA, BETA, batchnorm.start(2))
    for found, difference, true in zip(
        names.batchnorm_backward(D, cache), batchnorm.gradients(B, GAMMA, BETA, D), wanted, strict=True
    ):
        np.testing.assert_allclose(found, true, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(difference, true, rtol=1e-7, atol=1e-8)


def adam_steps(theta: Any, v: Any, s: Any, grads: list[Any], t: int, rate: Any, beta1: Any, beta2: Any, epsilon: Any) -> Any:
    """The definition of Adam on one number."""
    for g in grads:
        v = beta1 * v + (1 - beta1) * g
        s = beta2 * s + (1 - beta2) * g * g
        theta -= rate * (v / (1 - beta1**t)) / (mp.sqrt(s / (1 - beta2**t)) + epsilon)
        t += 1
    return theta, v, s


@pytest.mark.parametrize("t", [1, 2, 7])
@pytest.mark.parametrize("size", [1.0, 1e-7])
@pytest.mark.parametrize(("beta1", "beta2"), [(0.9, 0.999), (0.5, 0.75)])
def test_adam(t: int, size: float, beta1: float, beta2: float) -> None:
    """Three steps from a state that is not zero, for gradients of usual size and as small as epsilon's square root."""
    names = notebook("optimizers")
    theta, first, second = 0.75, 0.125 * size, 0.5 * size**2
    history = [size * g for g in (0.5, -0.25, 1.5)]
    settings = (0.01, beta1, beta2, 1e-8)
    wanted = adam_steps(*map(mpf, (theta, first, second)), [mpf(g) for g in history], t, *map(mpf, settings))
    parameters, v, s = {"W1": np.array([[theta]])}, {"dW1": np.array([[first]])}, {"dW1": np.array([[second]])}
    gradients = [{"dW1": np.array([[g]])} for g in history]
    oracle = optimizers.adam(parameters, gradients, v, s, t, *settings)
    for step, grads in enumerate(gradients):
        parameters, v, s = names.update_parameters_with_adam(parameters, grads, v, s, t + step, *settings)
    for found in (oracle, (parameters, v, s)):
        numbers = [float(next(iter(tensors.values()))[0, 0]) for tensors in found]
        assert numbers == pytest.approx([float(number) for number in wanted], rel=1e-12, abs=1e-30)


def test_momentum_and_decay() -> None:
    """Momentum's average over three steps, and the rate after t epochs, to the last digits."""
    names, beta = notebook("optimizers"), mpf(0.9)
    v, theta = mpf(0.25), mpf(1.0)
    parameters, velocity = {"W1": np.array([[1.0]])}, {"dW1": np.array([[0.25]])}
    history = [{"dW1": np.array([[g]])} for g in (0.5, -2.0, 0.125)]
    oracle = optimizers.momentum(parameters, history, velocity, 0.1)
    for grads in history:
        v = beta * v + (1 - beta) * mpf(float(grads["dW1"][0, 0]))
        theta -= mpf(0.1) * v
        parameters, velocity = names.update_parameters_with_momentum(parameters, grads, velocity, 0.1)
    for found in (oracle, (parameters, velocity)):
        assert [float(found[0]["W1"][0, 0]), float(found[1]["dW1"][0, 0])] == pytest.approx([float(theta), float(v)], rel=1e-13)
    rate = float(mpf(0.3) * mp.exp(-mpf(0.05) * 7))
    assert names.exponential_decay(0.3, 0.05, 7) == pytest.approx(rate, rel=1e-14)
    assert optimizers.decayed(0.3, 0.05, 7) == pytest.approx(rate, rel=1e-14)


def test_l2_cost_and_gradient() -> None:
    """Cost and gradient with a penalty of lambda 0.7 are the definition's; biases are not decayed."""
    names, lambd = notebook("regularization"), 0.7
    parameters = {"W1": np.array([[0.5, -1.25], [2.0, 0.125]]), "b1": np.array([[3.0], [-1.0]])}
    parameters |= {"W2": np.array([[0.75, -0.5]]), "b2": np.array([[10.0]])}
    AL, Y = np.array([[0.9, 0.25, 0.6]]), np.array([[1.0, 0.0, 0.0]])
    plain = -(mp.log(mpf(0.9)) + mp.log(1 - mpf(0.25)) + mp.log(1 - mpf(0.6))) / 3
    squares = sum(entry**2 for name in ("W1", "W2") for row in exact(parameters[name]) for entry in row)
    wanted = float(plain + mpf(lambd) / 6 * squares)
    assert regularization.cost_with_l2(AL, Y, parameters, lambd) == pytest.approx(wanted, rel=1e-14)
    assert names.compute_cost_with_l2(AL, Y, parameters, lambd) == pytest.approx(wanted, rel=1e-14)
    zero = {"d" + name: np.zeros_like(value) for name, value in parameters.items()}
    for found in (names.add_l2_to_gradients(zero, parameters, lambd, 3), regularization.with_l2(zero, parameters, lambd, 3)):
        for name in ("W1", "W2"):
            penalty = slope(lambda W: mpf(lambd) / 6 * sum(e**2 for row in W for e in row), exact(parameters[name]))
            np.testing.assert_allclose(found["d" + name], penalty, rtol=1e-13)
        assert not np.any(found["db1"]) and not np.any(found["db2"])


@pytest.mark.parametrize("z", [0.0, 1.0, -1.0, 30.0, -30.0, -700.0, 700.0, 1e-9, 36.8])
def test_sigmoid_and_tanh(z: float) -> None:
    """The sigmoid and both slopes, from the definition, where a careless formula overflows or cancels."""
    names, x = notebook("neuron_activations"), mpf(z)
    sigmoid = 1 / (1 + mp.exp(-x))
    point = np.array([[z]])
    assert float(names.sigmoid(point)[0, 0]) == pytest.approx(float(sigmoid), rel=1e-14)
    assert float(names.sigmoid_derivative(point)[0, 0]) == pytest.approx(float(sigmoid * (1 - sigmoid)), rel=1e-9, abs=1e-15)
    assert float(names.tanh_derivative(point)[0, 0]) == pytest.approx(float(1 - mp.tanh(x) ** 2), rel=1e-9, abs=1e-15)
    assert float(np.ravel(activations.sigmoid(point))[0]) == pytest.approx(float(sigmoid), rel=1e-14)
