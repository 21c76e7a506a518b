"""The one-hidden-layer network example by example, its gradient, and what a gradient check must report; trusted side.

Nothing here is vectorised: costs are sums of softplus terms over examples, gradients are explicit triple loops, norms are
`math.fsum` sums. So it shares no formulation with the notebook's solution.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from autograder.testing.remember import remembered

Array = npt.NDArray[np.float64]
Parameters = dict[str, Array]

NAMES = ("W1", "b1", "W2", "b2")


def tiny() -> tuple[Array, Array]:
    """Return the three-example dataset."""
    return np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]]), np.array([[1.0, 0.0, 0.0]])


def p1() -> Parameters:
    """Return the grader's own parameters for the three-example dataset."""
    return {
        "W1": np.array([[0.1, -0.2], [0.4, 0.3], [-0.5, 0.6], [0.7, -0.8]]),
        "b1": np.array([[0.1], [-0.1], [0.2], [0.0]]),
        "W2": np.array([[0.5, -0.3, 0.8, -0.6]]),
        "b2": np.array([[0.2]]),
    }


P1_DW2 = np.array([[-0.020619319110, -0.055821212344, 0.218894187917, -0.233449851957]])
"""The gradient of the cost with respect to W2 at P1, computed with 40-digit arithmetic."""

P1_DW1 = np.array(
    [
        [-0.090834356607, 0.073325796695],
        [0.049440711670, -0.037085468596],
        [-0.156098882425, 0.075127515166],
        [0.098170236007, -0.070764406593],
    ]
)
"""The gradient of the cost with respect to W1 at P1, computed with 40-digit arithmetic."""


def network(
    rng: np.random.Generator, n_x: int, n_h: int, n_y: int, m: int, scale: float = 0.6
) -> tuple[Parameters, Array, Array]:
    """Draw a network and a dataset in which both labels occur."""
    parameters = {
        "W1": rng.standard_normal((n_h, n_x)) * scale,
        "b1": rng.standard_normal((n_h, 1)) * scale,
        "W2": rng.standard_normal((n_y, n_h)) * scale,
        "b2": rng.standard_normal((n_y, 1)) * scale,
    }
    labels = (rng.random((n_y, m)) < 0.5).astype(float)
    labels[:, 0], labels[:, -1] = 1.0, 0.0
    return parameters, rng.standard_normal((n_x, m)), labels


def _unit(weights: Array, biases: Array, row: int, inputs: list[float]) -> float:
    return math.fsum(
        [
            float(biases[row, 0]),
            *(float(weights[row, k]) * v for k, v in enumerate(inputs)),
        ]
    )


def _example(parameters: Mapping[str, Array], inputs: list[float]) -> tuple[list[float], list[float]]:
    """Return the hidden activations and the output scores of one example."""
    hidden = [math.tanh(_unit(parameters["W1"], parameters["b1"], j, inputs)) for j in range(len(parameters["W1"]))]
    return hidden, [_unit(parameters["W2"], parameters["b2"], k, hidden) for k in range(len(parameters["W2"]))]


def _softplus(score: float) -> float:
    return max(score, 0.0) + math.log1p(math.exp(-abs(score)))


def cost(parameters: Mapping[str, Array], X: Array, Y: Array) -> float:
    """Return the cross-entropy summed over outputs and averaged over examples."""
    total = []
    for i in range(X.shape[1]):
        scores = _example(parameters, X[:, i].tolist())[1]
        total += [_softplus(score) - float(Y[k, i]) * score for k, score in enumerate(scores)]
    return math.fsum(total) / float(X.shape[1])


def exact(parameters: Mapping[str, Array], X: Array, Y: Array) -> Parameters:
    """Return the gradient of `cost` by the chain rule, one entry and one example at a time, keyed like the parameters."""
    gradient = {name: np.zeros_like(parameters[name]) for name in NAMES}
    m = X.shape[1]
    for i in range(m):
        inputs = X[:, i].tolist()
        hidden, scores = _example(parameters, inputs)
        for k, score in enumerate(scores):
            slope = (0.5 * (1.0 + math.tanh(0.5 * score)) - float(Y[k, i])) / m
            gradient["b2"][k, 0] += slope
            for j, activation in enumerate(hidden):
                gradient["W2"][k, j] += slope * activation
                through = slope * float(parameters["W2"][k, j]) * (1.0 - activation) * (1.0 + activation)
                gradient["b1"][j, 0] += through
                for n, value in enumerate(inputs):
                    gradient["W1"][j, n] += through * value
    return gradient


def slopes(f: Callable[[Array], float], theta: Array, epsilon: float) -> Array:
    """Return the symmetric difference quotient of `f` in every entry of `theta`."""
    centre = np.array(theta, dtype=float)
    answer = np.empty(centre.shape)
    for place in np.ndindex(centre.shape):
        nudge = np.zeros(centre.shape)
        nudge[place] = epsilon
        answer[place] = (f(centre + nudge) - f(centre - nudge)) / (2.0 * epsilon)
    return answer


def distance(a: Array, b: Array) -> float:
    """Return the norm of the difference over the sum of the norms, and 0 for two zero arrays."""
    left, right = np.ravel(a).tolist(), np.ravel(b).tolist()
    scale = math.hypot(*left) + math.hypot(*right)
    return math.dist(left, right) / scale if scale else 0.0


def errors(
    parameters: Mapping[str, Array],
    X: Array,
    Y: Array,
    epsilon: float,
    gradient: Mapping[str, Array] | None = None,
) -> dict[str, float]:
    """Return each tensor's distance between its gradient (the exact one by default) and its difference quotients."""
    against = exact(parameters, X, Y) if gradient is None else gradient

    def along(name: str) -> Callable[[Array], float]:
        return lambda value: cost({**parameters, name: value}, X, Y)

    return {name: distance(against[name], slopes(along(name), parameters[name], epsilon)) for name in NAMES}


@remembered
def worst(parameters: Mapping[str, Array], X: Array, Y: Array, epsilon: float) -> float:
    """Return the largest of `errors`: what a gradient check of right gradients reports with this epsilon."""
    return max(errors(parameters, X, Y, epsilon).values())


@remembered
def beside_the_valley(parameters: Mapping[str, Array], X: Array, Y: Array, name: str, offset: float) -> Parameters:
    """Return the parameters with the one entry of `name` moved to `offset` beyond the cost's minimum along it.

    The cost is convex in the output layer, so halving an interval finds the minimum; there the gradient is small and the
    error of a coarse difference quotient is not, which makes this tensor the worst one.
    """
    low, high = -30.0, 30.0
    for _ in range(80):
        middle = (low + high) / 2.0
        slope = float(exact({**parameters, name: np.array([[middle]])}, X, Y)[name][0, 0])
        low, high = (middle, high) if slope < 0.0 else (low, middle)
    return {**parameters, name: np.array([[low + offset]])}


class Probe:
    """A function to differentiate that refuses anything but a numeric array of its own shape, and keeps what it was given.

    Raises:
        ValueError: when it is called with a wrong shape, or with something that is not numeric.
    """

    def __init__(self, f: Callable[[Array], float], shape: tuple[int, ...]) -> None:
        self.f = f
        self.shape = shape
        self.points: list[Array] = []

    def __call__(self, theta: object) -> float:
        """Return the function's value at `theta`."""
        if not isinstance(theta, np.ndarray) or theta.dtype.kind not in "iuf":
            raise ValueError("f needs an array of numbers")
        if theta.shape != self.shape:
            raise ValueError("f needs an array of the same shape as theta")
        point = np.array(theta, dtype=float)
        if not np.all(np.isfinite(point)):
            raise ValueError("f needs finite numbers")
        self.points.append(point)
        with np.errstate(all="ignore"):  # a student chooses the point
            return float(self.f(point))


def relative_error(a: object, b: object) -> float:
    """Answer for a student's `relative_error`.

    Raises:
        ValueError: the arguments are not two arrays of numbers of one shape.
    """
    for array in (a, b):
        if not isinstance(array, np.ndarray) or array.dtype.kind not in "iuf":
            raise ValueError("two arrays are needed")
    left, right = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if left.shape != right.shape:
        raise ValueError("the arrays must have one shape")
    return distance(left, right)
