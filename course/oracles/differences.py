"""Central differences and the relative error that compares two gradients; trusted side."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
EPSILON = 1e-5


def central_difference(f: Callable[[Array], float], theta: npt.ArrayLike, epsilon: float = EPSILON) -> Array:
    """Return (f(theta + epsilon) - f(theta - epsilon)) / (2 epsilon) for each entry of `theta`, one entry at a time.

    A fresh array is built for each evaluation, so `f` may do what it likes with it.
    """
    centre = np.array(theta, dtype=np.float64)
    slope = np.empty_like(centre)
    for index in np.ndindex(centre.shape):
        step = np.zeros_like(centre)
        step[index] = epsilon
        slope[index] = (float(f(centre + step)) - float(f(centre - step))) / (2.0 * epsilon)
    return slope


def gradients(
    cost: Callable[[dict[str, Array]], float], parameters: Mapping[str, npt.ArrayLike], epsilon: float = EPSILON
) -> dict[str, Array]:
    """Return `{"dW1": ..., ...}`: the central difference of `cost` in every array of `parameters`."""

    def in_one(name: str) -> Callable[[Array], float]:
        return lambda theta: cost({**fresh(), name: theta})

    def fresh() -> dict[str, Array]:
        return {key: np.array(value, dtype=np.float64) for key, value in parameters.items()}

    return {f"d{name}": central_difference(in_one(name), value, epsilon) for name, value in parameters.items()}


def relative_error(a: npt.ArrayLike, b: npt.ArrayLike) -> float:
    """Return ||a - b|| / (||a|| + ||b||), which is 0 when both are zero and at most 1."""
    left, right = np.ravel(np.asarray(a, dtype=np.float64)), np.ravel(np.asarray(b, dtype=np.float64))
    scale = float(np.sqrt(left @ left) + np.sqrt(right @ right))
    if scale == 0.0:
        return 0.0
    gap = left - right
    return float(np.sqrt(gap @ gap)) / scale
