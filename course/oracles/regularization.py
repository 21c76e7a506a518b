"""Independent answers for the regularization notebook: loops, prefix minima, central differences; trusted side."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Parameters = dict[str, Array]


def tagged(n_x: int, m: int) -> tuple[Array, Array]:
    """Return a data set whose columns can be told apart: example i holds i in Y, and 100 i + row in X."""
    X = np.array([[100.0 * i + row for i in range(m)] for row in range(n_x)])
    return X, np.array([[float(i) for i in range(m)]])


def network(sizes: Sequence[int], m: int, rng: np.random.Generator) -> tuple[Array, Array, Parameters]:
    """Return inputs, labels of both kinds and parameters (no zero anywhere) of a small network."""
    parameters: Parameters = {}
    for layer in range(1, len(sizes)):
        shape = (sizes[layer], sizes[layer - 1])
        parameters[f"W{layer}"] = rng.uniform(0.2, 1.0, shape) * rng.choice([-1.0, 1.0], shape)
        parameters[f"b{layer}"] = rng.uniform(0.2, 1.0, (sizes[layer], 1))
    labels = np.array([[float(i % 2) for i in range(m)]])
    return rng.normal(size=(sizes[0], m)), labels, parameters


def logits(X: Array, parameters: Parameters) -> list[float]:
    """Return the last layer's weighted sum for every example; the hidden layers use tanh."""
    last = max(int(name[1:]) for name in parameters if name.startswith("W"))
    answer = []
    for example in X.T:
        signal = [float(x) for x in example]
        for layer in range(1, last + 1):
            W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
            sums = [
                math.fsum(float(w) * a for w, a in zip(row, signal, strict=True)) + float(c[0])
                for row, c in zip(W, b, strict=True)
            ]
            signal = [math.tanh(z) for z in sums] if layer < last else sums
        answer.append(signal[0])
    return answer


def probabilities(X: Array, parameters: Parameters) -> Array:
    """Return the predicted probabilities of the network, shape (1, m)."""
    return np.array([[0.5 * (1.0 + math.tanh(0.5 * z)) for z in logits(X, parameters)]])


def cross_entropy(AL: Array, Y: Array) -> float:
    """Return the mean cost of an example, for probabilities strictly between 0 and 1."""
    terms = [-math.log(p if y > 0.5 else 1.0 - p) for p, y in zip(AL[0], Y[0], strict=True)]
    return math.fsum(terms) / len(terms)


def penalty(parameters: Parameters, lambd: float, m: int) -> float:
    """Return the L2 penalty: lambd over 2 m, times the sum of the squares of every weight (never of a bias)."""
    squares = [float(w) ** 2 for name, W in parameters.items() if name.startswith("W") for w in W.flat]
    return 0.5 * lambd * math.fsum(squares) / m


def cost_with_l2(AL: Array, Y: Array, parameters: Parameters, lambd: float) -> float:
    """Return the regularized cost."""
    return cross_entropy(AL, Y) + penalty(parameters, lambd, Y.shape[1])


def slopes(cost: Callable[[Parameters], float], parameters: Parameters, epsilon: float = 1e-5) -> Parameters:
    """Return the gradient of `cost` by central differences, as {"dW1": ..., "db1": ...}."""
    gradients: Parameters = {}
    for name, tensor in parameters.items():
        gradient = np.zeros_like(tensor)
        for place in np.ndindex(*tensor.shape):
            ends = []
            for step in (epsilon, -epsilon):
                moved = copy.deepcopy(parameters)
                moved[name][place] += step
                ends.append(cost(moved))
            gradient[place] = (ends[0] - ends[1]) / (2.0 * epsilon)
        gradients[f"d{name}"] = gradient
    return gradients


def total_cost(X: Array, Y: Array, lambd: float) -> Callable[[Parameters], float]:
    """Return the regularized cost as a function of the parameters; softplus of the logits, so nothing saturates."""

    def cost(parameters: Parameters) -> float:
        zs = logits(X, parameters)
        losses = [float(np.logaddexp(0.0, -z if y > 0.5 else z)) for z, y in zip(zs, Y[0], strict=True)]
        return math.fsum(losses) / len(losses) + penalty(parameters, lambd, len(losses))

    return cost


def random_gradients(parameters: Parameters, rng: np.random.Generator) -> Parameters:
    """Return made-up gradients of the right shapes, with no zero among them."""
    return {f"d{name}": rng.uniform(0.2, 1.0, tensor.shape) for name, tensor in parameters.items()}


def with_l2(gradients: Parameters, parameters: Parameters, lambd: float, m: int) -> Parameters:
    """Return the gradients of the regularized cost, entry by entry."""
    answer = {name: np.array(values) for name, values in gradients.items()}
    for name, tensor in parameters.items():
        if name.startswith("W"):
            for place in np.ndindex(*tensor.shape):
                answer[f"d{name}"][place] += float(tensor[place]) * (lambd / m)
    return answer


def thinned(A: Array, mask: npt.ArrayLike, keep_prob: float) -> Array:
    """Return what inverted dropout makes of A under this mask, entry by entry."""
    kept = np.asarray(mask)
    answer = np.zeros(A.shape)
    for place in np.ndindex(*A.shape):
        answer[place] = float(A[place]) / keep_prob if kept[place] else 0.0
    return answer


def six_sigma(keep_prob: float, n: int) -> float:
    """Return six standard deviations of the share kept among n independent draws."""
    return 6.0 * math.sqrt(keep_prob * (1.0 - keep_prob) / n)


def best_so_far(costs: Sequence[float], epoch: int) -> int | None:
    """Return the first epoch of the lowest cost among epochs 0 .. epoch, or None if all of them are nan."""
    seen = [(cost, i) for i, cost in enumerate(costs[: epoch + 1]) if not math.isnan(cost)]
    return min(seen)[1] if seen else None


def fires(costs: Sequence[float], patience: int) -> list[bool]:
    """Return for every epoch whether `patience` epochs have passed since the best one (or since before the start)."""
    answers = []
    for epoch in range(len(costs)):
        best = best_so_far(costs, epoch)
        answers.append(epoch - (-1 if best is None else best) >= patience)
    return answers


def epochs_run(costs: Sequence[float], patience: int, max_epochs: int) -> int:
    """Return how many epochs a training run with these validation costs lasts."""
    stops = [epoch + 1 for epoch, fired in enumerate(fires(costs, patience)) if fired]
    return min([*stops, max_epochs])


def labelled(value: float) -> Parameters:
    """Return parameters of a one-layer network whose every entry follows from one number."""
    return {"W1": np.array([[value, 10.0 * value]]), "b1": np.array([[-value]])}


class ScriptedRun:
    """The judge's side of a training run whose validation costs are written down beforehand.

    Parameters carry the number of epochs that made them, so both functions are free of state: whatever the student's
    loop hands over, they answer for exactly those parameters, and refuse anything that they did not make themselves.
    """

    def __init__(self, costs: Sequence[float], start: float = 0.0) -> None:
        self.costs = list(costs)
        self.start = start

    def after(self, epochs: int) -> Parameters:
        """Return the parameters after this many epochs."""
        return labelled(self.start + epochs)

    def train_cost(self, epochs: int) -> float:
        """Return the training cost of an epoch, counted from 1; it falls, but jumps at every third."""
        return 1.0 / (1.0 + epochs) + (0.25 if epochs % 3 == 0 else 0.0)

    def epochs_of(self, parameters: object) -> int:
        """Return how many epochs made these parameters.

        Raises:
            ValueError: they are not parameters of this run.
        """
        if not isinstance(parameters, dict):
            raise ValueError("the parameters are not a dictionary")
        W, b = parameters.get("W1"), parameters.get("b1")
        for tensor, shape in ((W, (1, 2)), (b, (1, 1))):
            if not isinstance(tensor, np.ndarray) or tensor.shape != shape or tensor.dtype.kind != "f":
                raise ValueError("the parameters are not those of this training run")
            if not np.all(np.isfinite(tensor)):
                raise ValueError("the parameters are not finite")
        epochs = round(float(np.asarray(W)[0, 0]) - self.start)
        right = self.after(epochs)
        if not (np.array_equal(np.asarray(W), right["W1"]) and np.array_equal(np.asarray(b), right["b1"])):
            raise ValueError("the parameters are not those of this training run")
        if not 0 <= epochs <= len(self.costs):
            raise ValueError("the training run is over")
        return epochs

    def epoch(self, parameters: object) -> tuple[Parameters, float]:
        """Answer for epoch_fn: train for one epoch; return new parameters and the training cost."""
        epochs = self.epochs_of(parameters) + 1
        if epochs > len(self.costs):
            raise ValueError("the training run is over")
        return self.after(epochs), self.train_cost(epochs)

    def validation(self, parameters: object) -> float:
        """Answer for val_fn: return the validation cost of these parameters; before the first epoch it is 100."""
        epochs = self.epochs_of(parameters)
        return float(self.costs[epochs - 1]) if epochs else 100.0
