"""A backward pass beside a nudge of the forward pass that belongs to it, both the student's own.

No expected value is known here: each parameter is moved a little, and the student's own cost says what that does. So the trace
tells where a backward pass parts from its forward pass, and nothing where both are wrong in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
NUDGE = 1e-5
SAME = 1e-4


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that a backward pass answers: its name, the answer, and what the nudges say."""

    name: str
    answer: object
    nudged: Array

    @property
    def trouble(self) -> str | None:
        """What is wrong with the answer, or None."""
        found = np.asarray(self.answer) if self.answer is not None else None
        if found is None or found.dtype.kind not in "fiub":
            return "is missing"
        if found.shape != self.nudged.shape:
            return f"has the shape {found.shape}; what it belongs to has {self.nudged.shape}"
        size = float(np.abs(self.nudged).max())
        apart = np.abs(found - self.nudged) > SAME * max(size, SAME)
        if not apart.any():
            return None
        place = tuple(int(index) for index in np.argwhere(apart)[0])
        both = f"says {found[place]:.5f} at {list(place)}; a nudge says {self.nudged[place]:.5f}"
        return f"{both} ({apart.sum()} of {apart.size} entries differ)"


KNOWN = {"backward_propagation": ("forward_propagation", "compute_cost"), "deep_backward": ("deep_forward", "compute_cost")}


def steps(*, name: str, namespace: Mapping[str, Any]) -> Iterator[Step]:
    """Yield the steps of this backward pass in the order in which they are computed: first of one example, then of five."""
    forward, cost = (namespace[needed] for needed in KNOWN[name])
    deep, rng = name == "deep_backward", np.random.default_rng(8)
    sizes = (3, 4, 2, 1) if deep else (3, 4, 1)
    parameters: dict[str, Any] = {}
    for level, (before, after) in enumerate(pairwise(sizes), 1):
        parameters[f"W{level}"] = rng.uniform(0.2, 0.9, (after, before)) * rng.choice([-1, 1], (after, 1))
        parameters[f"b{level}"] = rng.uniform(0.1, 0.6, (after, 1))
    X, Y = rng.uniform(0.2, 1.4, (3, 5)) * rng.choice([-1, 1], (3, 5)), np.array([[1.0, 0.0, 0.0, 1.0, 0.0]])

    bend = ["tanh"] if deep else []

    def at(values: dict[str, Array], X: Array, Y: Array) -> float:
        return float(cost(forward(X.copy(), values, *bend)[0], Y.copy()))

    for count, kinds in ((1, "b"), (5, "Wb")):
        few = X[:, :count], Y[:, :count]
        answer, cache = forward(few[0].copy(), _copy(of=parameters), *bend)
        given = (answer, few[1].copy(), cache, *bend) if deep else (_copy(of=parameters), cache, few[0].copy(), few[1].copy())
        grads = namespace[name](*given)
        for level in range(len(sizes) - 1, 0, -1):
            for kind in kinds:
                label = f"d{kind}{level} of five examples" if count > 1 else f"dZ{level} (of one example it is db{level})"
                nudged = _nudged(name=f"{kind}{level}", of=parameters, cost=at, data=few)
                yield Step(name=label, answer=grads.get(f"d{kind}{level}"), nudged=nudged)


def _copy(*, of: Mapping[str, Array]) -> dict[str, Array]:
    return {name: array.copy() for name, array in of.items()}


def _nudged(*, name: str, of: Mapping[str, Array], cost: Callable[..., float], data: tuple[Array, Array]) -> Array:
    answer = np.zeros_like(of[name])
    for place in np.ndindex(answer.shape):
        ends = []
        for way in (NUDGE, -NUDGE):
            moved = _copy(of=of)
            moved[name][place] += way
            ends.append(cost(moved, *data))
        answer[place] = (ends[0] - ends[1]) / (2 * NUDGE)
    return answer
