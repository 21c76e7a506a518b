"""Networks of any depth with gradients by complex steps, the oracle of `deep_network`; trusted side.

Nothing here differentiates a network by hand: a gradient is the imaginary part of the cost, computed from the output's
logits, after one weight was moved by an imaginary 1e-30. That is exact to the last digits, and shares nothing with
back-propagation. Examples stand in rows here, in columns in the notebook.

`deep_forward` and `deep_backward` have the students' signatures and check everything: they stand in for a student's own
functions where a later exercise is judged, and are never a source of expected values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

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
    """Return the last layer's pre-activations, one example a row; `trace` collects what every layer saw and made."""
    depth = len(P) // 2
    rows: Complex = X.T.astype(complex)
    for layer in range(1, depth + 1):
        z = np.einsum("ei,oi->eo", rows, P[f"W{layer}"]) + P[f"b{layer}"][:, 0]
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
) -> np.complex128:
    z = _logits(X, P, activation, masks, keep_prob)
    sign = np.where(z.real > 0, 1.0, -1.0)
    surprise = z * (z.real > 0) + np.log1p(np.exp(-sign * z)) - z * Y.T
    weights = sum(np.sum(value * value) for name, value in P.items() if name.startswith("W"))
    return np.complex128((np.sum(surprise) + lambd / 2 * weights) / X.shape[1])


def gradients(
    X: Array,
    Y: Array,
    P: Parameters,
    activation: str = "relu",
    lambd: float = 0.0,
    masks: Masks | None = None,
    keep_prob: float = 1.0,
) -> Parameters:
    """Return dJ/dW and dJ/db of every layer, one complex step an entry."""
    moved = _complex(P)
    found: Parameters = {}
    for name, value in moved.items():
        slope = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            value[place] += 1j * STEP
            slope[place] = _cost(X, Y, moved, activation, lambd, masks, keep_prob).imag / STEP
            value[place] = value[place].real
        found[f"d{name}"] = slope
    return found


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
    return {name: np.array(P[name], dtype=complex) for layer in _layers(P) for name in (f"W{layer}", f"b{layer}")}


def _layers(P: Mapping[str, object]) -> range:
    depth = 0
    while f"W{depth + 1}" in P:
        depth += 1
    return range(1, depth + 1)


# What follows stands in for a student's own functions; it may be called with anything.


def _table(value: object, what: str) -> Array:
    if not isinstance(value, np.ndarray) or value.ndim != 2 or value.dtype.kind not in "biuf":
        raise ValueError(f"{what} must be a two-dimensional array of numbers")
    return value.astype(float)


def _fraction(value: object, what: str) -> float:
    if not isinstance(value, int | float | np.number) or isinstance(value, np.complexfloating):
        raise TypeError(f"{what} must be a number")
    return float(value)


def _generator(rng: object) -> np.random.Generator:
    seed = getattr(rng, "seed", None)
    return rng if isinstance(rng, np.random.Generator) else np.random.default_rng(seed if isinstance(seed, int) else 0)


@np.errstate(all="ignore")
def deep_forward(
    X: object,
    parameters: object,
    activation: object = "relu",
    keep_prob: object = 1.0,
    rng: object = None,
    training: object = False,
) -> tuple[Array, list[dict[str, Array | None]]]:
    """Answer as a right `deep_forward` does; there is no mask where nothing is dropped, as the exercise says.

    Raises:
        ValueError, TypeError: an argument cannot be what the exercise asks for.
    """
    if not isinstance(parameters, dict) or not _layers(parameters):
        raise ValueError("parameters must be a dictionary with W1, b1, ...")
    if not isinstance(activation, str) or activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    keep, draws = _fraction(keep_prob, "keep_prob"), _generator(rng)
    drops = bool(training is not False) and 0 < keep < 1
    A, caches = _table(X, "X"), list[dict[str, Array | None]]()
    depth = len(_layers(parameters))
    for layer in range(1, depth + 1):
        W, b = _table(parameters[f"W{layer}"], f"W{layer}"), _table(parameters.get(f"b{layer}"), f"b{layer}")
        if W.shape[1] != A.shape[0] or b.shape != (W.shape[0], 1):
            raise ValueError(f"W{layer} or b{layer} does not fit its input")
        Z = np.einsum("oi,ie->oe", W, A) + b
        mask = None
        out = np.exp(-np.logaddexp(0.0, -Z))
        if layer < depth:
            out = bend(Z.astype(complex), activation).real
            if drops:
                mask = (draws.random(Z.shape) < keep).astype(float)
                out = out * mask / keep
        caches.append({"A_prev": A, "Z": Z, "W": W, "b": b, "mask": mask})
        A = out
    return A, caches


@np.errstate(all="ignore")
def deep_backward(
    AL: object, Y: object, caches: object, activation: object = "relu", keep_prob: object = 1.0, lambd: object = 0.0
) -> Parameters:
    """Answer as a right `deep_backward` does.

    Raises:
        ValueError, TypeError: an argument cannot be what the exercise asks for.
    """
    if not isinstance(activation, str) or activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    if not isinstance(caches, list | tuple) or not caches or not all(isinstance(cache, dict) for cache in caches):
        raise ValueError("caches must be a list of dictionaries, one a layer")
    keep, decay = _fraction(keep_prob, "keep_prob"), _fraction(lambd, "lambd")
    signal = _table(AL, "AL") - _table(Y, "Y")
    m, found = max(signal.shape[1], 1), Parameters()
    for layer in range(len(caches), 0, -1):
        A_prev, W = (_table(caches[layer - 1].get(name), name) for name in ("A_prev", "W"))
        if signal.shape != (W.shape[0], A_prev.shape[1]) or W.shape[1] != A_prev.shape[0]:
            raise ValueError(f"the cache of layer {layer} does not fit")
        found[f"dW{layer}"] = np.einsum("oe,ie->oi", signal, A_prev) / m + W * (decay / m)
        found[f"db{layer}"] = np.einsum("oe->o", signal)[:, np.newaxis] / m
        if layer > 1:
            Z, mask = _table(caches[layer - 2].get("Z"), "Z"), caches[layer - 2].get("mask")
            if Z.shape != A_prev.shape:
                raise ValueError(f"the cache of layer {layer - 1} does not fit")
            slope = bend(np.asarray(Z + 1j * STEP, dtype=complex), activation).imag / STEP
            if mask is not None and _table(mask, "mask").shape == Z.shape and 0 < keep <= 1:
                slope = slope * _table(mask, "mask") / keep
            signal = np.einsum("oi,oe->ie", W, signal) * slope
    return found
