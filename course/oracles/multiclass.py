"""Softmax, class counts, gradients through many layers and two optimizer steps, one number at a time; trusted side.

Nothing here is vectorised: probabilities come from a log-sum-exp for each example, gradients from central differences or
from explicit Jacobian matrices, and counts from a `Counter`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]
Tensors = dict[str, Array]


def log_softmax(Z: Array) -> Array:
    """Return the log-probabilities of scores (C, m), example by example."""
    out = np.empty(Z.shape, dtype=float)
    for i in range(Z.shape[1]):
        total = float(np.logaddexp.reduce(Z[:, i].astype(float)))
        for k in range(Z.shape[0]):
            out[k, i] = float(Z[k, i]) - total
    return out


def softmax(Z: Array) -> Array:
    """Return the probabilities of scores (C, m)."""
    return np.asarray(np.exp(log_softmax(Z)))


def one_hot(y: Sequence[int] | Labels, num_classes: int) -> Array:
    """Return a (num_classes, m) table whose column i holds one 1.0, in row y[i]."""
    return np.array([[1.0 if int(label) == k else 0.0 for label in y] for k in range(num_classes)], dtype=float)


def cross_entropy(P: Array, y: Sequence[int] | Labels) -> float:
    """Return the mean over examples of -log of the probability that the true class was given."""
    return math.fsum(-math.log(P[int(label), i]) for i, label in enumerate(y)) / len(y)


def cost_of_scores(Z: Array, y: Sequence[int] | Labels) -> float:
    """Return the mean cross-entropy of the softmax of Z, without ever forming a probability."""
    logs = log_softmax(Z)
    return math.fsum(-float(logs[int(label), i]) for i, label in enumerate(y)) / len(y)


def score_gradient(Z: Array, y: Sequence[int] | Labels, epsilon: float = 1e-5) -> Array:
    """Return the central differences of `cost_of_scores` by every score."""
    out = np.empty(Z.shape, dtype=float)
    for index in np.ndindex(Z.shape):
        up, down = Z.astype(float), Z.astype(float)
        up[index] += epsilon
        down[index] -= epsilon
        out[index] = (cost_of_scores(up, y) - cost_of_scores(down, y)) / (2 * epsilon)
    return out


def confusion(y_true: Sequence[int] | Labels, y_pred: Sequence[int] | Labels, num_classes: int) -> Labels:
    """Return how often each pair (truth, prediction) occurs; the truth is the row."""
    pairs = Counter((int(a), int(b)) for a, b in zip(y_true, y_pred, strict=True))
    return np.array([[pairs[a, b] for b in range(num_classes)] for a in range(num_classes)], dtype=np.int64)


def norm(tensor: Array) -> float:
    """Return the square root of the sum of all squared entries."""
    return math.sqrt(math.fsum(float(x) ** 2 for x in tensor.ravel()))


def layer_norms(grads: Mapping[str, Array]) -> list[float]:
    """Return the norm of dW1, dW2, ... as far as there are any."""
    found = sorted((int(key[2:]), tensor) for key, tensor in grads.items() if key.startswith("dW"))
    return [norm(tensor) for _, tensor in found]


def signals(dZ_last: Array, parameters: Mapping[str, Array], slopes: Sequence[Array]) -> list[Array]:
    """Return dZ1 .. dZL, each from the whole Jacobian matrix of the last layer by that layer, example by example."""
    layers = len(slopes) + 1
    out = []
    for start in range(1, layers + 1):
        width = dZ_last.shape[0] if start == layers else slopes[start - 1].shape[0]
        signal = np.zeros((width, dZ_last.shape[1]))
        for i in range(dZ_last.shape[1]):
            jacobian = np.eye(width)
            for layer in range(start, layers):
                jacobian = parameters[f"W{layer + 1}"] @ np.diag(slopes[layer - 1][:, i]) @ jacobian
            signal[:, i] = [math.fsum(jacobian[:, j] * dZ_last[:, i]) for j in range(width)]
        out.append(signal)
    return out


def signal_norms(dZ_last: Array, parameters: Mapping[str, Array], slopes: Sequence[Array]) -> list[float]:
    """Return the norm of dZ1, ..., dZL."""
    return [norm(signal) for signal in signals(dZ_last, parameters, slopes)]


def rmsprop(
    parameters: Mapping[str, Array],
    grads: Mapping[str, Array],
    s: Mapping[str, Array],
    learning_rate: float = 0.001,
    beta: float = 0.9,
    epsilon: float = 1e-8,
) -> tuple[Tensors, Tensors]:
    """Return parameters and mean squares after one RMSprop step, entry by entry."""
    new_parameters, new_s = {}, {}
    for name, tensor in parameters.items():
        stepped, mean = np.empty(tensor.shape), np.empty(tensor.shape)
        for index in np.ndindex(tensor.shape):
            g, old = float(grads["d" + name][index]), float(s["d" + name][index])
            mean[index] = g * g + beta * (old - g * g)
            stepped[index] = float(tensor[index]) - g / (math.sqrt(mean[index]) + epsilon) * learning_rate
        new_parameters[name], new_s["d" + name] = stepped, mean
    return new_parameters, new_s


def classical_momentum(
    parameters: Mapping[str, Array], history: Sequence[Mapping[str, Array]], learning_rate: float, beta: float = 0.9
) -> tuple[Tensors, Tensors]:
    """Return parameters and velocities after all the steps of a history of gradients that starts at rest.

    The velocity is the sum of every past gradient, faded once for each step since it was seen; the closed form of a
    parameter adds up, for every gradient, all the fading echoes that it has had so far.
    """
    count = len(history)
    new_parameters, velocity = {}, {}
    for name, tensor in parameters.items():
        faded = [grads["d" + name] * beta ** (count - 1 - k) for k, grads in enumerate(history)]
        echoes = [grads["d" + name] * math.fsum(beta**age for age in range(count - k)) for k, grads in enumerate(history)]
        velocity["d" + name] = np.sum(np.array(faded), axis=0)
        new_parameters[name] = tensor - learning_rate * np.sum(np.array(echoes), axis=0)
    return new_parameters, velocity


def random_parameters(rng: np.random.Generator, layer_dims: Sequence[int], scale: float = 1.0) -> Tensors:
    """Return parameters of a network with these widths; entries are of the size that keeps a signal's variance."""
    out: Tensors = {}
    for layer in range(1, len(layer_dims)):
        fan_in = layer_dims[layer - 1]
        out[f"W{layer}"] = scale * rng.standard_normal((layer_dims[layer], fan_in)) / math.sqrt(fan_in)
        out[f"b{layer}"] = scale * rng.standard_normal((layer_dims[layer], 1))
    return out


def random_like(rng: np.random.Generator, parameters: Mapping[str, Array]) -> Tensors:
    """Return a random gradient for every parameter, away from zero."""
    out: Tensors = {}
    for name, tensor in parameters.items():
        out["d" + name] = rng.choice([-1.0, 1.0], tensor.shape) * rng.uniform(0.1, 2.0, tensor.shape)
    return out
