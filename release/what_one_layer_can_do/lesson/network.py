"""A network to look into, for the notebooks that ask what networks do instead of how they are built.

Slopes come from a tape that knows single operations, and steps from scikit-learn, so that nothing here is an answer to an
exercise: no layer's slope is written down, nor a bend's. Training takes two to three times as long for it. Notebooks in which a
network is built do not get this file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.neural_network._stochastic_optimizers import AdamOptimizer, SGDOptimizer
from sklearn.utils import gen_batches

Array = npt.NDArray[Any]
Passing = Callable[[Array], Array]  # from a slope of the end in a value to that in something which the value was made of


class _Taped:
    """A value that remembers what it was made of, and how it passes a slope on to each; constants are plain arrays."""

    __slots__ = ("made_of", "slope", "tape", "value")
    __array_ufunc__ = None  # an array that meets one leaves the operation to this class

    def __init__(self, value: Array, tape: list[_Taped], *made_of: tuple[Any, Passing]) -> None:
        self.value, self.tape = value, tape
        self.slope: Any = None
        self.made_of = [(one, passing) for one, passing in made_of if isinstance(one, _Taped)]
        tape.append(self)

    def __add__(self, other: Any) -> _Taped:
        return _Taped(self.value + _plain(other), self.tape, (self, _unchanged), (other, _unchanged))

    def __mul__(self, other: Any) -> _Taped:
        mine, others = self.value, _plain(other)
        return _Taped(mine * others, self.tape, (self, lambda slope: slope * others), (other, lambda slope: slope * mine))

    def __matmul__(self, other: Any) -> _Taped:
        mine, others = self.value, _plain(other)
        return _Taped(mine @ others, self.tape, (self, lambda slope: slope @ others.T), (other, lambda slope: mine.T @ slope))

    def __rtruediv__(self, constant: Array) -> _Taped:
        ratio = constant / self.value
        return _Taped(ratio, self.tape, (self, lambda slope: -slope * ratio / self.value))

    def exp(self) -> _Taped:
        power = np.exp(self.value)
        return _Taped(power, self.tape, (self, lambda slope: slope * power))

    def log(self) -> _Taped:
        return _Taped(np.log(self.value), self.tape, (self, lambda slope: slope / self.value))

    def total(self) -> _Taped:
        return _Taped(self.value.sum(), self.tape, (self, lambda slope: np.full(self.value.shape, slope)))

    def tanh(self) -> _Taped:
        """Made of the operations above, on whose side of 0 nothing can overflow."""
        side = np.where(self.value > 0, 2.0, -2.0)
        ratio: _Taped = side / ((self * -side).exp() + 1.0)
        return ratio + side * -0.5


def _plain(other: Any) -> Any:
    return other.value if isinstance(other, _Taped) else other


def _unchanged(slope: Array) -> Array:
    return slope


def _walk_back(end: _Taped) -> None:
    """Give everything on the tape that the end was made of its slope: the last that was made is the first to pass it on."""
    end.slope = np.ones_like(end.value)
    for one in reversed(end.tape):
        if one.slope is not None:
            for source, passing in one.made_of:
                passed = passing(one.slope)
                source.slope = passed if source.slope is None else source.slope + passed


BENDS: dict[str, Callable[[_Taped], _Taped]] = {
    "tanh": lambda z: z.tanh(),
    "relu": lambda z: z * (z.value > 0),
    "leaky": lambda z: z * np.where(z.value > 0, 1.0, 0.1),
    "tanh + 1": lambda z: z.tanh() + 1.0,
    "sigmoid": lambda z: (z * 0.5).tanh() * 0.5 + 0.5,
    "none": lambda z: z,
}


class Network:
    """A fully connected network; one example is one column.

    sizes: (n_0, ..., n_L). bend: the hidden activation. ends: "probability" (sigmoid, cross-entropy) or "number" (no bend, half
    the squared error). spread: a factor of the activation's usual standard deviation. shift: every hidden bias.
    """

    def __init__(
        self, sizes: tuple[int, ...], *, bend: str = "tanh", ends: str = "probability", seed: int = 0,
        spread: float = 1.0, shift: float = 0.0,
    ) -> None:  # fmt: skip
        self.bend, self.ends, self.random = bend, ends, np.random.default_rng(seed)
        self.border = 0.0 if ends == "probability" else 0.5  # the last sum from which on the decision is 1
        gain = 2.0 if bend in ("relu", "leaky") else 1.0
        shapes = [(after, before) for before, after in pairwise(sizes)]
        counts = [after * before for after, before in shapes]
        deviations = np.repeat([spread * np.sqrt(gain / before) for _, before in shapes], counts)
        parts = np.split(deviations * self.random.standard_normal(sum(counts)), np.cumsum(counts)[:-1])
        self.weights = [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]
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
        *hidden, last = self._run(self._taped(), X, masks)
        last = BENDS["sigmoid" if self.ends == "probability" else "none"](last)
        return [X, *(one.value for one in (*hidden, last))]

    def answer(self, X: Array) -> Array:
        """What the last layer answers, (n_L, m)."""
        return self.layers(X)[-1]

    def decide(self, X: Array) -> Array:
        """0 or 1 for each example."""
        return 1.0 * (self._run(self._taped(), X)[-1].value >= self.border)

    def cost(self, X: Array, Y: Array, *, l2: float = 0.0, masks: Sequence[Array] = ()) -> float:
        """The mean loss of the examples, and what large weights cost."""
        parameters = self._taped()
        loss = self._loss(self._run(parameters, X, masks)[-1], Y)
        return float(self._weighed(parameters, loss, l2 / X.shape[1]).value)

    def accuracy(self, X: Array, Y: Array) -> float:
        """The percentage of right decisions."""
        return self._accuracy(self._run(self._taped(), X)[-1], Y)

    def slopes(self, X: Array, Y: Array, *, l2: float = 0.0, masks: Sequence[Array] = ()) -> list[Array]:
        """The slope of the cost in each of `parameters`, by the chain rule from the end."""
        parameters = self._taped()
        return self._slopes(parameters, self._loss(self._run(parameters, X, masks)[-1], Y), l2 / X.shape[1])

    def fit(
        self, X: Array, Y: Array, *, epochs: int = 1000, rate: float = 0.5, batch: int | None = None, adam: bool = False,
        l2: float = 0.0, watch: tuple[Array, Array] | None = None, print_every: int = 0, uphill: bool = False,
    ) -> Network:  # fmt: skip
        """Train, note costs and accuracies in `record` before every epoch and after the last, and return the network itself.

        batch: None for all examples at once. watch: further examples to look at, never to learn from.
        """
        # scikit-learn's own rules, which keep their state: how a step is made of slopes is an exercise
        still = SGDOptimizer(self.parameters, rate, momentum=0.0, nesterov=False)
        rule = AdamOptimizer(self.parameters, rate) if adam else still
        with np.errstate(all="ignore"):
            for epoch in range(epochs):
                parameters = self._taped()
                last = self._run(parameters, X)[-1]
                loss = self._note(last, Y, watch, epoch if print_every and epoch % print_every == 0 else None)
                for columns in self._batches(X.shape[1], batch):
                    if batch is not None:
                        parameters = self._taped()
                        loss = self._loss(self._run(parameters, X[:, columns])[-1], Y[:, columns])
                    slopes = self._slopes(parameters, loss, l2 / len(columns))
                    if adam:  # its epsilon stands elsewhere in the rule than the course's
                        rule.epsilon = 1e-8 * (1 - rule.beta_2 ** (rule.t + 1)) ** 0.5
                    rule.update_params(self.parameters, [-one for one in slopes] if uphill else slopes)
            self._note(self._run(self._taped(), X)[-1], Y, watch, epochs if print_every else None)
        return self

    def _taped(self) -> list[_Taped]:
        tape: list[_Taped] = []
        return [_Taped(one, tape) for one in self.parameters]

    def _run(self, parameters: Sequence[_Taped], X: Array, masks: Sequence[Array] = ()) -> list[_Taped]:
        """Return what every hidden layer answers, and the last layer's sum, of which its answer and the cost are made."""
        here: Any = X
        ones, many, found = np.ones((1, X.shape[1])), len(self.weights), []
        for level in range(many):
            here = parameters[level] @ here + parameters[many + level] @ ones
            if level < many - 1:
                here = BENDS[self.bend](here)
                here = here * masks[level] if level < len(masks) else here
            found.append(here)
        return found

    def _loss(self, last: _Taped, Y: Array) -> _Taped:
        """Return the mean loss, of the last layer's sum and not its answer, which may round to 0 or 1."""
        if self.ends == "number":
            gap = last + -Y
            each: _Taped = gap * gap * 0.5
        else:
            side = np.where(last.value > 0, 1.0, -1.0)
            each = ((last * -side).exp() + 1.0).log() + last * ((last.value > 0) - Y)
        mean: _Taped = each.total() * (1.0 / Y.shape[1])
        return mean

    def _weighed(self, parameters: Sequence[_Taped], loss: _Taped, price: float) -> _Taped:
        for W in parameters[: len(self.weights)] if price else ():
            loss += (W * W).total() * (price * 0.5)
        return loss

    def _slopes(self, parameters: Sequence[_Taped], loss: _Taped, price: float) -> list[Array]:
        _walk_back(self._weighed(parameters, loss, price))
        return [one.slope for one in parameters]

    def _accuracy(self, last: _Taped, Y: Array) -> float:
        return float(100 * np.mean((last.value >= self.border) == (Y > 0.5)))

    def _batches(self, m: int, size: int | None) -> Iterator[Array]:
        if size is None:
            return iter([np.arange(m)])
        mixed = self.random.permutation(m)
        return (mixed[part] for part in gen_batches(m, size))

    def _note(self, last: _Taped, Y: Array, watch: tuple[Array, Array] | None, epoch: int | None) -> _Taped:
        """Record costs and accuracies; return the training examples' mean loss, to go on with."""
        seen = {"training": (last, Y)} | ({"validation": (self._run(self._taped(), watch[0])[-1], watch[1])} if watch else {})
        losses = {name: self._loss(end, truth) for name, (end, truth) in seen.items()}
        values: dict[str, float] = {}
        for name, (end, truth) in seen.items():
            values[f"{name} cost"] = float(losses[name].value)
            values[f"{name} accuracy"] = self._accuracy(end, truth)
        for name, value in values.items():
            self.record.setdefault(name, []).append(value)
        if epoch is not None:
            print(f"epoch {epoch:5}   " + "   ".join(f"{name} {value:8.4f}" for name, value in values.items()))
        return losses["training"]
