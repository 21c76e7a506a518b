"""Mini-batches by counting, momentum and Adam as unrolled weighted sums in plain Python numbers; trusted side.

The notebook carries two running averages from step to step. Here nothing is carried: an average after n steps is the
weighted sum of everything that was ever seen, added up entry by entry with `math.fsum`, and Adam's correction divides
by the sum of the weights that the gradients got, which is what "unbiased" means.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from autograder.testing.remember import remembered

Array = npt.NDArray[np.float64]
Tensors = dict[str, Array]

MOMENTUM_COSTS = (1.020222, 1.014422, 1.006262)
"""The cost of P1 on the three-example dataset after steps 1, 2 and 3 of momentum, learning rate 0.1, beta 0.9."""
ADAM_COSTS = (0.848733, 0.718943, 0.627476)
"""The same with Adam, learning rate 0.1 and the usual betas."""


# Mini-batches


def sizes(m: int, batch_size: int) -> list[int]:
    """Return how many examples each mini-batch holds: full ones, then what is left, never none."""
    counted = []
    left = m
    while left > 0:
        counted.append(min(left, batch_size))
        left -= batch_size
    return counted


def tagged(m: int, n_x: int = 3) -> tuple[Array, Array]:
    """Return X (n_x, m) and Y (1, m) whose columns say which example they are: row r of X holds number + 1000 r."""
    numbers = np.arange(1.0, m + 1.0)
    return np.stack([numbers + 1000.0 * row for row in range(n_x)]), 5000.0 + numbers[None, :]


def column_numbers(batch_x: Array) -> list[float]:
    """Return the example numbers of a mini-batch of tagged columns, in its order, whatever else it holds."""
    return [float(value) for value in batch_x[0, :]] if batch_x.ndim == 2 and len(batch_x) else []


def neighbours(numbers: Sequence[float]) -> float:
    """Return the share of consecutive numbers that differ by one: 1 in sorted data, about 2 / m in shuffled data."""
    pairs = list(pairwise(numbers))
    return sum(abs(a - b) == 1.0 for a, b in pairs) / max(len(pairs), 1)


def displacement(numbers: Sequence[float]) -> float:
    """Return the mean distance of the numbers 1..m from their own places, in parts of m: about 1/3 when shuffled."""
    far = [abs(number - place) for place, number in enumerate(numbers, start=1)]
    return math.fsum(far) / max(len(far), 1) ** 2


# Networks to update


def draw(rng: np.random.Generator, dims: Sequence[int]) -> tuple[Tensors, Tensors, Tensors, Tensors]:
    """Return parameters, gradients, first and second moments for these layers; no entry is near zero.

    The gradients stand in the order in which back-propagation finds them, last layer first.
    """

    def away_from_zero(shape: tuple[int, int]) -> Array:
        return rng.uniform(0.2, 1.5, shape) * np.where(rng.random(shape) < 0.5, -1.0, 1.0)

    parameters: Tensors = {}
    for layer, (before, here) in enumerate(pairwise(dims), start=1):
        parameters[f"W{layer}"] = away_from_zero((here, before))
        parameters[f"b{layer}"] = away_from_zero((here, 1))
    gradients, first = ({f"d{n}": away_from_zero(a.shape) for n, a in parameters.items()} for _ in range(2))
    second = {f"d{n}": rng.uniform(0.2, 1.5, a.shape) for n, a in parameters.items()}
    return parameters, dict(reversed(gradients.items())), first, second


def zeros(parameters: Mapping[str, Array]) -> Tensors:
    """Return a zero for every entry of every gradient."""
    return {f"d{name}": np.array([[0.0] * array.shape[1]] * array.shape[0]) for name, array in parameters.items()}


def filled(parameters: Mapping[str, Array], value: float) -> Tensors:
    """Return gradients that are all `value`."""
    return {name: zero + value for name, zero in zeros(parameters).items()}


def scaled(tensors: Mapping[str, Array], factor: float) -> Tensors:
    """Return the tensors times a number."""
    return {name: factor * array for name, array in tensors.items()}


def names(parameters: Mapping[str, Array]) -> list[str]:
    """Return the parameters' names, first layer first."""
    return [f"{kind}{layer}" for layer in range(1, len(parameters) // 2 + 1) for kind in "Wb"]


def slopes(parameters: Mapping[str, Array]) -> list[str]:
    """Return the names of the gradients (and of the moments), first layer first."""
    return [f"d{name}" for name in names(parameters)]


# Rules


def average(start: float, seen: Sequence[float], beta: float) -> float:
    """Return the exponential average: the start counts beta^n, a value seen i steps ago (1 - beta) beta^i."""
    n = len(seen)
    return math.fsum([math.pow(beta, n) * start, *((1.0 - beta) * math.pow(beta, n - 1 - i) * seen[i] for i in range(n))])


@cache
def weight_given(beta: float, t: int) -> float:
    """Return what the weights of t steps' values sum to."""
    return math.fsum((1.0 - beta) * math.pow(beta, i) for i in range(t))


def _entrywise(rule: Callable[..., float], *arrays: Array) -> Array:
    answer = np.empty(arrays[0].shape)
    for place in np.ndindex(answer.shape):
        answer[place] = rule(*(float(array[place]) for array in arrays))
    return answer


@remembered
def momentum(
    parameters: Mapping[str, Array],
    gradients: Sequence[Mapping[str, Array]],
    v: Mapping[str, Array],
    learning_rate: float,
    beta: float = 0.9,
) -> tuple[Tensors, Tensors]:
    """Return parameters and velocity after one step for each item of `gradients`."""
    moved: Tensors = {}
    velocity: Tensors = {}
    for name, array in parameters.items():
        seen = [given[f"d{name}"] for given in gradients]

        def after(start: float, *values: float) -> float:
            return average(start, values, beta)

        def place(here: float, start: float, *values: float) -> float:
            passed = (average(start, values[: n + 1], beta) for n in range(len(values)))
            return here - learning_rate * math.fsum(passed)

        velocity[f"d{name}"] = _entrywise(after, v[f"d{name}"], *seen)
        moved[name] = _entrywise(place, array, v[f"d{name}"], *seen)
    return moved, velocity


@remembered
def adam(
    parameters: Mapping[str, Array],
    gradients: Sequence[Mapping[str, Array]],
    v: Mapping[str, Array],
    s: Mapping[str, Array],
    t: int,
    learning_rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
) -> tuple[Tensors, Tensors, Tensors]:
    """Return parameters and both moments after one step for each item of `gradients`; `t` numbers the first of them."""
    moved: Tensors = {}
    first: Tensors = {}
    second: Tensors = {}
    for name, array in parameters.items():
        seen = [given[f"d{name}"] for given in gradients]

        def mean(start: float, *values: float) -> float:
            return average(start, values, beta1)

        def mean_square(start: float, *values: float) -> float:
            return average(start, [value * value for value in values], beta2)

        def place(here: float, v0: float, s0: float, *values: float) -> float:
            for n in range(1, len(values) + 1):
                centre = mean(v0, *values[:n]) / weight_given(beta1, t + n - 1)
                size = math.sqrt(mean_square(s0, *values[:n]) / weight_given(beta2, t + n - 1))
                here -= learning_rate * centre / (size + epsilon)
            return here

        first[f"d{name}"] = _entrywise(mean, v[f"d{name}"], *seen)
        second[f"d{name}"] = _entrywise(mean_square, s[f"d{name}"], *seen)
        moved[name] = _entrywise(place, array, v[f"d{name}"], s[f"d{name}"], *seen)
    return moved, first, second


def decayed(learning_rate0: float, k: float, t: float) -> float:
    """Return the rate at epoch t, with 40-digit decimals."""
    with localcontext() as context:
        context.prec = 40
        return float(Decimal(learning_rate0) * (-Decimal(k) * Decimal(t)).exp())
