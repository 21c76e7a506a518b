"""Networks of any depth with gradients by complex steps, the oracle of `deep_network`; trusted side.

Nothing here differentiates a network by hand: a gradient is the imaginary part of the cost, computed from the output's
logits, after one weight was moved by an imaginary 1e-30. That is exact to the last digits, and shares nothing with
back-propagation. Examples stand in rows here, in columns in the notebook.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from autograder.testing.remember import remembered

Array = npt.NDArray[np.float64]
Complex = npt.NDArray[np.complex128]
Parameters = dict[str, Array]
Masks = Sequence[Array | None]

TINY_X: Array = np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]])
TINY_Y: Array = np.array([[1.0, 0.0, 0.0]])
P1: Parameters = {
    "W1": np.array([[0.1, -0.2], [0.4, 0.3], [-0.5, 0.6], [0.7, -0.8]]),
    "b1": np.array([[0.1], [-0.1], [0.2], [0.0]]),
    "W2": np.array([[0.5, -0.3, 0.8, -0.6]]),
    "b2": np.array([[0.2]]),
}
# Forty-digit arithmetic, rounded to twelve decimals.
P1_TANH_AL: Array = np.array([[0.451291414033, 0.671414961752, 0.686920682524]])
P1_TANH_GRADS: Parameters = {
    "dW1": np.array([[-0.090834356607, 0.073325796695], [0.049440711670, -0.037085468596],
                     [-0.156098882425, 0.075127515166], [0.098170236007, -0.070764406593]]),
    "db1": np.array([[0.135868678899], [-0.071868044167], [0.147871434110], [-0.148774465967]]),
    "dW2": np.array([[-0.020619319110, -0.055821212344, 0.218894187917, -0.233449851957]]),
    "db2": np.array([[0.269875686103]]),
}  # fmt: skip

ACTIVATIONS = ("relu", "tanh", "sigmoid")
STEP = 1e-30


@dataclass(frozen=True)
class Case:
    """A network, its examples and labels, drawn so that no hidden unit of a ReLU stands near its kink."""

    dims: tuple[int, ...]
    X: Array
    Y: Array
    P: Parameters

    @property
    def depth(self) -> int:
        """The number of layers with weights."""
        return len(self.dims) - 1

    def names(self) -> list[str]:
        """The gradients' names, last layer first: the order in which back-propagation finds them."""
        return [f"d{kind}{layer}" for layer in range(self.depth, 0, -1) for kind in "Wb"]


def case(rng: np.random.Generator, dims: Sequence[int], m: int, activation: str = "relu") -> Case:
    """Draw a network that is alive: every weight matters, and no ReLU is within 1e-3 of its kink.

    Raises:
        RuntimeError: no such network was found in 400 draws (the caller's sizes are unreasonable).
    """
    for _ in range(400):
        X = rng.normal(size=(dims[0], m))
        Y = (rng.random((dims[-1], m)) < 0.5).astype(float)
        P = parameters(rng, dims)
        layers = run(X, P, activation)
        hidden = [Z for _, Z in layers[:-1]]
        if activation != "relu" or all(np.min(np.abs(Z)) > 1e-3 and np.any(Z > 0) and np.any(Z < 0) for Z in hidden):
            return Case(tuple(dims), X, Y, P)
    raise RuntimeError(f"no network away from its kinks was found for {dims}, {m} examples")


def parameters(rng: np.random.Generator, dims: Sequence[int]) -> Parameters:
    """Draw weights of a useful size, and biases that are not zero."""
    P: Parameters = {}
    for layer, (before, here) in enumerate(pairwise(dims), start=1):
        P[f"W{layer}"] = rng.normal(size=(here, before)) * np.sqrt(1.8 / before)
        P[f"b{layer}"] = rng.normal(size=(here, 1)) * 0.4
    return P


def bend(z: Complex, activation: str) -> Complex:
    """Apply one activation to complex numbers; a ReLU looks at the real part alone."""
    if activation == "relu":
        return np.asarray(z * (z.real > 0), dtype=complex)
    if activation == "tanh":
        return np.tanh(z)
    if activation == "sigmoid":
        return np.asarray((1 + np.tanh(z / 2)) / 2, dtype=complex)
    raise ValueError(f"unknown activation {activation!r}; the choices are {', '.join(ACTIVATIONS)}")


def _logits(
    X: Array,
    P: Mapping[str, Complex],
    activation: str,
    masks: Masks | None,
    keep_prob: float,
    trace: list[tuple[Array, Array]] | None = None,
) -> Complex:
    """Return the last layer's pre-activations, one example a row; `trace` collects what every layer saw and made.

    One tensor may hold several versions of itself, one behind the other: then so does the answer.
    """
    depth = len(P) // 2
    rows: Complex = X.T.astype(complex)
    for layer in range(1, depth + 1):
        z = np.einsum("...ei,...oi->...eo", rows, P[f"W{layer}"]) + P[f"b{layer}"][..., None, :, 0]
        if trace is not None:
            trace.append((rows.real.T.copy(), z.real.T.copy()))
        if layer < depth:
            rows = bend(z, activation)
            mask = masks[layer - 1] if masks is not None else None
            if mask is not None:
                rows = rows * (mask.T / keep_prob)
    return np.asarray(z, dtype=complex)


def run(
    X: Array, P: Parameters, activation: str, masks: Masks | None = None, keep_prob: float = 1.0
) -> list[tuple[Array, Array]]:
    """Return each layer's (input, pre-activation), examples in columns as students have them."""
    trace: list[tuple[Array, Array]] = []
    _logits(X, _complex(P), activation, masks, keep_prob, trace)
    return trace


def probabilities(
    X: Array, P: Parameters, activation: str = "relu", masks: Masks | None = None, keep_prob: float = 1.0
) -> Array:
    """Return the network's outputs, shape (n_y, m)."""
    z = _logits(X, _complex(P), activation, masks, keep_prob).real.T
    return np.asarray(np.exp(-np.logaddexp(0.0, -z)), dtype=float)


def cost(X: Array, Y: Array, P: Parameters, activation: str = "relu", lambd: float = 0.0) -> float:
    """Return the cross-entropy, summed over outputs, its mean over examples, plus lambda / 2m of the squared weights."""
    return float(_cost(X, Y, _complex(P), activation, lambd, None, 1.0).real)


def _cost(
    X: Array,
    Y: Array,
    P: Mapping[str, Complex],
    activation: str,
    lambd: float,
    masks: Masks | None,
    keep_prob: float,
) -> Complex:
    """Return the cost, or that of each version where a tensor holds several."""
    z = _logits(X, P, activation, masks, keep_prob)
    sign = np.where(z.real > 0, 1.0, -1.0)
    surprise = z * (z.real > 0) + np.log1p(np.exp(-sign * z)) - z * Y.T
    weights = sum(np.sum(value * value, axis=(-2, -1)) for name, value in P.items() if name.startswith("W"))
    return np.asarray((np.sum(surprise, axis=(-2, -1)) + lambd / 2 * weights) / X.shape[1])


@remembered
def gradients(
    X: Array,
    Y: Array,
    P: Parameters,
    activation: str = "relu",
    lambd: float = 0.0,
    masks: Masks | None = None,
    keep_prob: float = 1.0,
) -> Parameters:
    """Return dJ/dW and dJ/db of every layer: one complex step an entry, those of one tensor together."""
    whole = _complex(P)
    found: Parameters = {}
    for name, value in whole.items():
        steps = 1j * STEP * np.eye(value.size).reshape(value.size, *value.shape)
        costs = _cost(X, Y, {**whole, name: value + steps}, activation, lambd, masks, keep_prob)
        found[f"d{name}"] = (costs.imag / STEP).reshape(value.shape)
    return found


@remembered
def descend(
    X: Array, Y: Array, P: Parameters, activation: str, learning_rate: float, steps: int
) -> tuple[list[float], Parameters]:
    """Return the cost before each of `steps` steps of gradient descent, and the parameters after the last."""
    costs = []
    for _ in range(steps):
        costs.append(cost(X, Y, P, activation))
        slopes = gradients(X, Y, P, activation)
        P = {name: value - learning_rate * slopes[f"d{name}"] for name, value in P.items()}
    return costs, P


def _complex(P: Mapping[str, Array]) -> dict[str, Complex]:
    return {name: np.array(P[name], dtype=complex) for layer in layers_of(P) for name in (f"W{layer}", f"b{layer}")}


def layers_of(P: Mapping[str, object]) -> range:
    """Return the numbers of the layers whose weights are there, from 1."""
    depth = 0
    while f"W{depth + 1}" in P:
        depth += 1
    return range(1, depth + 1)
