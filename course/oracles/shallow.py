"""The network with one hidden layer, with examples as rows and costs from logits, unlike the notebook; trusted side.

Arrays that go in and come out are as the students know them: one example a column. The functions at the end have the
students' signatures, so that a hidden test module can name them in `UPSTREAM`; they may be called with anything, and
answer what is not numbers of the right shape with a `ValueError`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from autograder.testing.remember import remembered
from course.oracles import differences

Array = npt.NDArray[np.float64]
Parameters = dict[str, Array]

NAMES = ("W1", "b1", "W2", "b2")
ORDER = ("dW2", "db2", "dW1", "db1")
"""Gradients in the order in which the error reaches them: the first wrong one is where the mistake is."""
LARGEST_LAYER = 10_000
FLOOR = 1e-12

P0_COST = float(np.log(2.0))
P1_COST = 1.0233001045329728
P1_COST_AFTER = {1: 0.745340, 10: 0.197720, 100: 0.005846, 1000: 0.000437}
"""The cost of P1 after so many steps at a learning rate of 1.2 on the three-example dataset."""


def tiny_x() -> Array:
    """Return the inputs of the three-example dataset, (2, 3)."""
    return np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]])


def tiny_y() -> Array:
    """Return the labels of the three-example dataset, (1, 3)."""
    return np.array([[1.0, 0.0, 0.0]])


def p0() -> Parameters:
    """Return the parameters for paper: two hidden units that do nothing yet."""
    return {
        "W1": np.zeros((2, 2)),
        "b1": np.zeros((2, 1)),
        "W2": np.array([[1.0, -1.0]]),
        "b2": np.zeros((1, 1)),
    }


def p0_dz2() -> Array:
    """Return A2 - Y of P0: every probability is one half."""
    return np.array([[-0.5, 0.5, 0.5]])


def p0_gradients() -> Parameters:
    """Return the gradients of P0, in exact fractions."""
    sixth = 1.0 / 6.0
    return {
        "dW1": np.array([[-sixth, 0.1], [sixth, -0.1]]),
        "db1": np.array([[sixth], [-sixth]]),
        "dW2": np.zeros((1, 2)),
        "db2": np.array([[sixth]]),
    }


def p0_after_a_step() -> Parameters:
    """Return P0 after one step at a learning rate of 1.2."""
    return {
        "W1": np.array([[0.2, -0.12], [-0.2, 0.12]]),
        "b1": np.array([[-0.2], [0.2]]),
        "W2": np.array([[1.0, -1.0]]),
        "b2": np.array([[-0.2]]),
    }


def p1() -> Parameters:
    """Return the grader's own parameters: four hidden units, no symmetry."""
    return {
        "W1": np.array([[0.1, -0.2], [0.4, 0.3], [-0.5, 0.6], [0.7, -0.8]]),
        "b1": np.array([[0.1], [-0.1], [0.2], [0.0]]),
        "W2": np.array([[0.5, -0.3, 0.8, -0.6]]),
        "b2": np.array([[0.2]]),
    }


def p1_a2() -> Array:
    """Return the probabilities that P1 gives the three examples (12 digits)."""
    return np.array([[0.451291414033, 0.671414961752, 0.686920682524]])


def p1_gradients() -> Parameters:
    """Return the gradients of P1 (12 digits, from 40-digit arithmetic)."""
    return {
        "dW1": np.array(
            [
                [-0.090834356607, 0.073325796695],
                [0.049440711670, -0.037085468596],
                [-0.156098882425, 0.075127515166],
                [0.098170236007, -0.070764406593],
            ]
        ),
        "db1": np.array([[0.135868678899], [-0.071868044167], [0.147871434110], [-0.148774465967]]),
        "dW2": np.array([[-0.020619319110, -0.055821212344, 0.218894187917, -0.233449851957]]),
        "db2": np.array([[0.269875686103]]),
    }


def draw(rng: np.random.Generator, n_x: int, n_h: int, n_y: int, m: int, scale: float = 0.6) -> tuple[Array, Array, Parameters]:
    """Return inputs, labels (both classes in every row where m > 1) and parameters without any symmetry."""
    x = rng.normal(size=(n_x, m))
    y = rng.integers(0, 2, size=(n_y, m)).astype(np.float64)
    if m > 1:
        y[:, 0], y[:, 1] = 0.0, 1.0
    parameters = {
        "W1": scale * rng.normal(size=(n_h, n_x)),
        "b1": scale * rng.normal(size=(n_h, 1)),
        "W2": scale * rng.normal(size=(n_y, n_h)),
        "b2": scale * rng.normal(size=(n_y, 1)),
    }
    return x, y, parameters


def _hidden(z: Array) -> Array:
    """Return the hyperbolic tangent, from expm1."""
    shrink = np.expm1(-2.0 * np.abs(z))
    return np.sign(z) * -shrink / (2.0 + shrink)


def _probability(z: Array) -> Array:
    """Return the logistic function, as exp(-ln(1 + e^-z))."""
    return np.exp(-np.logaddexp(0.0, -z))


def forward(x: Array, parameters: Mapping[str, Array]) -> Parameters:
    """Return Z1, A1, Z2 and A2, computed an example a row."""
    z1 = np.einsum("pi,hi->ph", x.T, parameters["W1"]) + parameters["b1"].ravel()
    a1 = _hidden(z1)
    z2 = np.einsum("ph,oh->po", a1, parameters["W2"]) + parameters["b2"].ravel()
    return {
        "Z1": z1.T.copy(),
        "A1": a1.T.copy(),
        "Z2": z2.T.copy(),
        "A2": _probability(z2).T.copy(),
    }


def cost(a2: Array, y: Array) -> float:
    """Return the mean surprise at the labels: -ln of the probability that was given to what really happened."""
    given = np.where(y > 0.5, a2, 1.0 - a2)
    return float(np.mean(np.sum(-np.log(np.maximum(given, FLOOR)), axis=0)))


def cost_of(parameters: Mapping[str, Array], x: Array, y: Array) -> float:
    """Return the cost of a network, from its logits: ln(1 + e^z) - y z. Labels between 0 and 1 are allowed."""
    logits = forward(x, parameters)["Z2"]
    total = 0.0
    for z, label in zip(logits.T, y.T, strict=True):
        total += float(np.sum(np.logaddexp(0.0, z) - label * z))
    return total / len(x.T)


@remembered
def slope(parameters: Parameters, x: Array, y: Array, name: str) -> Array:
    """Return what `cost_of` does when each entry of one tensor is nudged: its central difference."""
    return differences.central_difference(lambda theta: cost_of({**parameters, name: theta}, x, y), parameters[name])


@remembered
def slopes(parameters: Parameters, x: Array, y: Array) -> Parameters:
    """Return the same of every tensor."""
    return differences.gradients(lambda here: cost_of(here, x, y), parameters)


@remembered
def gradients(parameters: Mapping[str, Array], x: Array, y: Array) -> Parameters:
    """Return the gradients of `cost_of`: the mean over the examples of each example's own gradient."""
    return _gradients(parameters, forward(x, parameters), x, y)


def _gradients(parameters: Mapping[str, Array], cache: Mapping[str, Array], x: Array, y: Array) -> Parameters:
    error = (cache["A2"] - y).T
    slope = 1.0 - np.square(cache["A1"].T)
    blame = np.einsum("po,oh,ph->ph", error, parameters["W2"], slope)
    share = 1.0 / x.shape[1]
    return {
        "dW1": share * np.einsum("ph,pi->hi", blame, x.T),
        "db1": share * np.einsum("ph->h", blame)[:, None],
        "dW2": share * np.einsum("po,ph->oh", error, cache["A1"].T),
        "db2": share * np.einsum("po->o", error)[:, None],
    }


@remembered
def descend(
    parameters: Mapping[str, Array],
    x: Array,
    y: Array,
    iterations: int,
    learning_rate: float,
    every: int = 1,
) -> tuple[Parameters, list[float]]:
    """Return the parameters after plain gradient descent, and the cost before `every` so many steps and after the last."""
    here = {name: np.array(parameters[name], dtype=np.float64) for name in NAMES}
    costs = []
    for done in range(iterations):
        seen = forward(x, here)
        if done % every == 0:
            costs.append(cost(seen["A2"], y))
        slopes = _gradients(here, seen, x, y)
        here = {name: here[name] - learning_rate * slopes[f"d{name}"] for name in NAMES}
    costs.append(cost(forward(x, here)["A2"], y))
    return here, costs


# The students' signatures.


def layer_sizes(X: object, Y: object, n_h: object = 4) -> tuple[int, int, int]:
    """Return (n_x, n_h, n_y)."""
    return _matrix(X).shape[0], _size(n_h), _matrix(Y).shape[0]


def initialize_parameters(n_x: object, n_h: object, n_y: object, rng: object = None) -> Parameters:
    """Return small random weights and zero biases: the same ones for any generator, new ones at every call without."""
    inputs, hidden, outputs = _size(n_x), _size(n_h), _size(n_y)
    if not isinstance(rng, np.random.Generator):  # a worker's generator arrives as an opaque value
        rng = np.random.default_rng(None if rng is None else (inputs, hidden, outputs))
    return {
        "W1": rng.normal(0.0, 0.01, (hidden, inputs)),
        "b1": np.zeros((hidden, 1)),
        "W2": rng.normal(0.0, 0.01, (outputs, hidden)),
        "b2": np.zeros((outputs, 1)),
    }


def forward_propagation(X: object, parameters: object) -> tuple[Array, Parameters]:
    """Return (A2, cache)."""
    x, here = _matrix(X), _tensors(parameters, NAMES)
    _fits(here, x.shape[0])
    with np.errstate(all="ignore"):
        cache = forward(x, here)
    return cache["A2"], cache


def compute_cost(A2: object, Y: object) -> float:
    """Return the mean cross-entropy cost."""
    a2, y = _matrix(A2), _matrix(Y)
    if a2.shape != y.shape:
        raise ValueError("A2 and Y need the same shape")
    with np.errstate(all="ignore"):
        return cost(a2, y)


def backward_propagation(parameters: object, cache: object, X: object, Y: object) -> Parameters:
    """Return the four gradients, from the cache as it was given."""
    x, here = _matrix(X), _tensors(parameters, NAMES)
    _fits(here, x.shape[0])
    seen = _tensors(cache, ("A1", "A2"))
    with np.errstate(all="ignore"):
        return _gradients(here, seen, x, _matrix(Y))


def update_parameters(parameters: object, grads: object, learning_rate: object = 1.2) -> Parameters:
    """Return new parameters, one step downhill."""
    rate = np.asarray(learning_rate)
    if rate.shape != () or rate.dtype.kind not in "iuf":
        raise ValueError("the learning rate must be a number")
    here, slopes = (
        _tensors(parameters, NAMES),
        _tensors(grads, tuple(f"d{name}" for name in NAMES)),
    )
    with np.errstate(all="ignore"):
        return {name: here[name] - float(rate) * slopes[f"d{name}"] for name in NAMES}


def _matrix(value: object) -> Array:
    if not isinstance(value, np.ndarray) or value.ndim != 2 or value.dtype.kind not in "biuf" or value.size == 0:
        raise ValueError("a two-dimensional array of numbers is needed")
    return value.astype(np.float64)


def _tensors(values: object, names: tuple[str, ...]) -> Parameters:
    if not isinstance(values, dict) or any(name not in values for name in names):
        raise ValueError(f"a dictionary with {', '.join(names)} is needed")
    return {name: _matrix(values[name]) for name in names}


def _fits(parameters: Parameters, inputs: int) -> None:
    """Require shapes that belong together: einsum would stretch a dimension of one, where a product refuses it."""
    outputs, hidden = parameters["W2"].shape
    wanted = {"W1": (hidden, inputs), "b1": (hidden, 1), "b2": (outputs, 1)}
    if any(parameters[name].shape != shape for name, shape in wanted.items()):
        raise ValueError("the parameters do not fit each other or the inputs")


def _size(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or not 1 <= value <= LARGEST_LAYER:
        raise ValueError("a number of units is needed")
    return int(value)
