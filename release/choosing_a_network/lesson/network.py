"""A network to look into, for the notebooks that ask what networks do instead of how they are built.

It holds what the course teaches in one object; every option is given by name. Notebooks in which a network is built do not get
this file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Bend = Callable[[Array], Array]
BENDS: dict[str, tuple[Bend, Bend]] = {  # the bend of z, and its slope where it answers a
    "tanh": (np.tanh, lambda a: 1 - a * a),
    "relu": (lambda z: z * (z > 0), lambda a: 1.0 * (a > 0)),
    "leaky": (lambda z: z * np.where(z > 0, 1, 0.1), lambda a: np.where(a > 0, 1, 0.1)),
    "tanh + 1": (lambda z: np.tanh(z) + 1, lambda a: 2 * a - a * a),
    "sigmoid": (lambda z: (1 + np.tanh(z / 2)) / 2, lambda a: a - a * a),
    "none": (lambda z: 1.0 * z, np.ones_like),
}
SMALLEST = 1e-300


class Network:
    """A fully connected network; one example is one column.

    sizes: (n_0, ..., n_L). bend: the hidden activation. ends: "probability" (sigmoid, cross-entropy) or "number" (no bend, half
    the squared error). spread: None for the activation's own standard deviation, or a factor of it. shift: every hidden bias.
    """

    def __init__(
        self, sizes: tuple[int, ...], *, bend: str = "tanh", ends: str = "probability", seed: int = 0,
        spread: float = 1.0, shift: float = 0.0,
    ) -> None:  # fmt: skip
        self.bend, self.ends, self.random = bend, ends, np.random.default_rng(seed)
        gain = 2.0 if bend in ("relu", "leaky") else 1.0
        self.weights = [
            spread * np.sqrt(gain / before) * self.random.standard_normal((after, before)) for before, after in pairwise(sizes)
        ]
        self.biases = [np.full((after, 1), shift) for after in sizes[1:-1]] + [np.zeros((sizes[-1], 1))]
        self.record: dict[str, list[float]] = {}

    @property
    def parameters(self) -> list[Array]:
        """The weights of all layers, then the biases of all layers: the arrays themselves, to be changed in place."""
        return [*self.weights, *self.biases]

    def layers(self, X: Array, *, masks: Sequence[Array] = ()) -> list[Array]:
        """What every layer answers, the input first: for m examples an array (n_l, m) each.

        masks: for each hidden layer what its answers are multiplied with, as dropout does; none for no dropout.
        """
        answers = [X]
        for level, (W, b) in enumerate(zip(self.weights, self.biases, strict=True)):
            answers.append(self._bent(level, W @ answers[-1] + b))
            if level < len(masks):
                answers[-1] = answers[-1] * masks[level]
        return answers

    def answer(self, X: Array) -> Array:
        """What the last layer answers, (n_L, m)."""
        return self.layers(X)[-1]

    def decide(self, X: Array) -> Array:
        """0 or 1 for each example."""
        return np.where(self.answer(X) > 0.5, 1.0, 0.0)

    def cost(self, X: Array, Y: Array, *, l2: float = 0.0, masks: Sequence[Array] = ()) -> float:
        """The mean loss of the examples, and what large weights cost."""
        size = sum(float(np.sum(W * W)) for W in self.weights) if l2 else 0.0
        return self._loss(self.layers(X, masks=masks)[-1], Y) + float(l2 / (2 * X.shape[1]) * size)

    def accuracy(self, X: Array, Y: Array) -> float:
        """The percentage of right decisions."""
        return float(100 * np.mean(self.decide(X) == Y))

    def slopes(self, X: Array, Y: Array, *, l2: float = 0.0, masks: Sequence[Array] = ()) -> list[Array]:
        """The slope of the cost in each of `parameters`, by the chain rule from the end."""
        return self._back(self.layers(X, masks=masks), Y, l2, masks)

    def _back(self, inputs: list[Array], Y: Array, l2: float, masks: Sequence[Array] = ()) -> list[Array]:
        error = (inputs[-1] - Y) / Y.shape[1]
        weights, biases = [], []
        for level in range(len(self.weights) - 1, -1, -1):
            weights.append(error @ inputs[level].T + l2 / Y.shape[1] * self.weights[level])
            biases.append(error.sum(axis=1, keepdims=True))
            if level:
                drop = masks[level - 1] if masks else 1.0
                bent = (
                    inputs[level]
                    if not masks
                    else self._bent(level - 1, self.weights[level - 1] @ inputs[level - 1] + self.biases[level - 1])
                )
                error = (self.weights[level].T @ error) * drop * BENDS[self.bend][1](bent)
        return [*weights[::-1], *biases[::-1]]

    def fit(
        self, X: Array, Y: Array, *, epochs: int = 1000, rate: float = 0.5, batch: int | None = None, adam: bool = False,
        l2: float = 0.0, watch: tuple[Array, Array] | None = None, print_every: int = 0, uphill: bool = False,
    ) -> Network:  # fmt: skip
        """Train, note costs and accuracies in `record` before every epoch and after the last, and return the network itself.

        batch: None for all examples at once. watch: further examples to look at, never to learn from.
        """
        state = [[np.zeros_like(one) for one in self.parameters] for _ in range(2)]
        count, way = 0, -1.0 if uphill else 1.0
        with np.errstate(all="ignore"):
            for epoch in range(epochs):
                answers = self.layers(X)
                self._note(answers[-1], Y, watch, epoch if print_every and epoch % print_every == 0 else None)
                for columns in self._batches(X.shape[1], batch):
                    count += 1
                    if batch is not None:
                        answers = self.layers(X[:, columns])
                    for place, slope in enumerate(self._back(answers, Y if batch is None else Y[:, columns], l2)):
                        step = self._adam(state, place, slope, count) if adam else slope
                        self.parameters[place][...] -= way * rate * step
            self._note(self.answer(X), Y, watch, epochs if print_every else None)
        return self

    def _loss(self, A: Array, Y: Array) -> float:
        if self.ends == "number":
            return float(np.mean((A - Y) ** 2) / 2)
        return float(-np.mean(np.log(np.maximum(np.where(Y > 0.5, A, 1 - A), SMALLEST)).sum(axis=0)))

    def _bent(self, level: int, Z: Array) -> Array:
        last = "sigmoid" if self.ends == "probability" else "none"
        return BENDS[last if level == len(self.weights) - 1 else self.bend][0](Z)

    def _adam(self, state: list[list[Array]], place: int, slope: Array, count: int) -> Array:
        mean, square = state[0][place], state[1][place]
        mean += 0.1 * (slope - mean)
        square += 0.001 * (slope**2 - square)
        return mean / (1 - 0.9**count) / (np.sqrt(square / (1 - 0.999**count)) + 1e-8)

    def _batches(self, m: int, size: int | None) -> Iterator[Array]:
        if size is None:
            yield np.arange(m)
            return
        mixed = self.random.permutation(m)
        for first in range(0, m, size):
            yield mixed[first : first + size]

    def _note(self, A: Array, Y: Array, watch: tuple[Array, Array] | None, epoch: int | None) -> None:
        seen = {"training": (A, Y)} | ({"validation": (self.answer(watch[0]), watch[1])} if watch else {})
        values: dict[str, float] = {}
        for name, (answer, truth) in seen.items():
            values[f"{name} cost"] = self._loss(answer, truth)
            values[f"{name} accuracy"] = float(100 * np.mean((answer > 0.5) == truth))
        for name, value in values.items():
            self.record.setdefault(name, []).append(value)
        if epoch is not None:
            print(f"epoch {epoch:5}   " + "   ".join(f"{name} {value:8.4f}" for name, value in values.items()))
