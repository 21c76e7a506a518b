"""What random starting weights must look like, in standard errors, and what becomes of a signal; trusted side."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

SIGMAS = 5.0


def deviation(method: str, fan_in: int) -> float:
    """Return the standard deviation that the method asks for in a layer with `fan_in` inputs."""
    fixed = {"zeros": 0.0, "small": 1e-2, "large": 1.0}
    if method in fixed:
        return fixed[method]
    gain = {"xavier": 1.0, "he": 2.0}[method]
    return math.exp(0.5 * (math.log(gain) - math.log(fan_in)))


def spread_is_off(weights: Array, wanted: float) -> bool:
    """Tell whether the root mean square of the weights is more than five standard errors away from `wanted`."""
    entries = [float(w) / wanted for w in np.ravel(weights)]
    found = math.sqrt(math.fsum(w * w for w in entries) / len(entries))
    return not abs(found - 1.0) <= SIGMAS / math.sqrt(2.0 * len(entries))


def centre_is_off(weights: Array, wanted: float) -> bool:
    """Tell whether the mean of the weights is more than five standard errors away from zero."""
    entries = [float(w) / wanted for w in np.ravel(weights)]
    return not abs(math.fsum(entries)) <= SIGMAS * math.sqrt(len(entries))


def through(layers: list[Array], inputs: Array, *, halved: bool) -> float:
    """Return by which factor the mean square of a signal changes on its way through layers without biases.

    With `halved`, negative pre-activations are silenced at each layer (ReLU); otherwise the layers are linear.
    """
    signal = inputs
    for weights in layers:
        signal = np.einsum("ij,jk->ik", weights, signal)
        if halved:
            signal = (signal + np.abs(signal)) / 2.0
    return float(np.vdot(signal, signal) / signal.size / (np.vdot(inputs, inputs) / inputs.size))
