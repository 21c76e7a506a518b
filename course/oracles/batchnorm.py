"""Batch normalisation with the statistics module, and its gradients by central differences; trusted side."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from autograder.testing.remember import remembered

Array = npt.NDArray[np.float64]


def batch_statistics(Z: Array) -> tuple[list[float], list[float]]:
    """Return each feature's mean and population variance over the examples."""
    means = [statistics.fmean(row.tolist()) for row in Z]
    return means, [statistics.pvariance(row.tolist(), mu) for row, mu in zip(Z, means, strict=True)]


def forward(Z: Array, gamma: Array, beta: Array, eps: float = 1e-5) -> Array:
    """Return the training-time output."""
    return _apply(Z, gamma, beta, *batch_statistics(Z), eps)


def predict(Z: Array, gamma: Array, beta: Array, running: Mapping[str, Array], eps: float = 1e-5) -> Array:
    """Return the output at prediction, from the running mean and variance."""
    return _apply(Z, gamma, beta, running["mean"].ravel().tolist(), running["var"].ravel().tolist(), eps)


def updated(running: Mapping[str, Array], Z: Array, momentum: float = 0.9) -> dict[str, Array]:
    """Return the running statistics after one batch: each old one moves towards the batch by the share 1 - momentum."""
    means, variances = batch_statistics(Z)
    out = {}
    for key, batch in (("mean", means), ("var", variances)):
        old = running[key].ravel().tolist()
        out[key] = np.array([[o + (1 - momentum) * (new - o)] for o, new in zip(old, batch, strict=True)])
    return out


@remembered
def gradients(Z: Array, gamma: Array, beta: Array, dY: Array, eps: float = 1e-5) -> tuple[Array, Array, Array]:
    """Return dZ, dgamma and dbeta of the scalar sum(dY * output), by central differences of `forward`."""

    def scalar(z: Array, g: Array, b: Array) -> float:
        return math.fsum((dY * forward(z, g, b, eps)).ravel())

    return (
        _central(lambda z: scalar(z, gamma, beta), Z),
        _central(lambda g: scalar(Z, g, beta), gamma),
        _central(lambda b: scalar(Z, gamma, b), beta),
    )


def start(n: int) -> dict[str, Array]:
    """Return the usual running statistics before the first batch."""
    return {"mean": np.zeros((n, 1)), "var": np.ones((n, 1))}


def some(rng: np.random.Generator, n: int, m: int) -> tuple[Array, Array, Array]:
    """Return Z with an own centre and spread for every feature, and gamma and beta that are not 1 and 0."""
    Z = rng.uniform(-3, 3, (n, 1)) + rng.uniform(0.5, 2.0, (n, 1)) * rng.standard_normal((n, m))
    return Z, rng.uniform(0.5, 2.0, (n, 1)), rng.uniform(-1.0, 1.0, (n, 1))


def _apply(Z: Array, gamma: Array, beta: Array, means: list[float], variances: list[float], eps: float) -> Array:
    out = np.empty(Z.shape)
    for j, (mu, var) in enumerate(zip(means, variances, strict=True)):
        for i in range(Z.shape[1]):
            out[j, i] = float(gamma[j, 0]) * (float(Z[j, i]) - mu) / math.sqrt(var + eps) + float(beta[j, 0])
    return out


def _central(f: Callable[[Array], float], theta: Array, epsilon: float = 1e-5) -> Array:
    out = np.empty(theta.shape)
    for index in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[index] += epsilon
        down[index] -= epsilon
        out[index] = (f(up) - f(down)) / (2 * epsilon)
    return out
