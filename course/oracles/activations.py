"""Activation functions, their slopes and parameter counts, written as log-domain closed forms and explicit loops; trusted side.

Nothing here shares a formulation with the notebook: sigmoid and the slopes of sigmoid and tanh are exponentials of
`logaddexp` (so that they are exact in the tails too), the ReLU family goes through the numbers one at a time, and
parameters are counted by adding up the weights into every single neuron.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

LOG_2 = float(np.log(2.0))


def sigmoid(z: Array) -> Array:
    """Return 1 / (1 + e^-z) as exp(-log(e^0 + e^-z))."""
    result: Array = np.exp(-np.logaddexp(0.0, -z))
    return result


def sigmoid_slope(z: Array) -> Array:
    """Return the slope of sigmoid, 1 / (e^(z/2) + e^(-z/2))^2."""
    result: Array = np.exp(-2.0 * np.logaddexp(z / 2.0, -z / 2.0))
    return result


def tanh_slope(z: Array) -> Array:
    """Return the slope of tanh, 4 / (e^z + e^-z)^2."""
    result: Array = np.exp(2.0 * (LOG_2 - np.logaddexp(z, -z)))
    return result


def relu(z: Array) -> Array:
    """Return z where it is positive and 0 elsewhere, one number at a time."""
    return _each(lambda value: value if value > 0.0 else 0.0, z)


def leaky_relu(z: Array, alpha: float = 0.01) -> Array:
    """Return z where it is positive and alpha z elsewhere, one number at a time."""
    return _each(lambda value: value if value > 0.0 else alpha * value, z)


def central_difference(function: Callable[[Array], Array], z: Array, step: float = 1e-5) -> Array:
    """Return the slope of an elementwise function of this module at every entry of z."""
    result: Array = (function(z + step) - function(z - step)) / (2.0 * step)
    return result


def count_parameters(layer_dims: list[int]) -> int:
    """Visit every neuron after the input layer: one weight for each incoming edge, and one bias."""
    total = 0
    for position, width in enumerate(layer_dims):
        for _neuron in range(width if position else 0):
            total += layer_dims[position - 1]
            total += 1
    return total


def away_from_zero(generator: np.random.Generator, shape: tuple[int, ...], low: float = 0.05, high: float = 3.0) -> Array:
    """Return random numbers of both signs whose magnitude lies between `low` and `high`: no kink is near.

    The signs alternate from a random start, so that both really occur wherever there are two entries.
    """
    magnitude = generator.uniform(low, high, size=shape)
    count = magnitude.size
    signs = np.where((np.arange(count) + generator.integers(0, 2)) % 2 == 0, 1.0, -1.0)
    result: Array = magnitude * generator.permutation(signs).reshape(shape)
    return result


def _each(rule: Callable[[float], float], z: Array) -> Array:
    result = np.empty(z.shape, dtype=np.float64)
    for place in np.ndindex(*z.shape):
        result[place] = rule(float(z[place]))
    return result
