"""Functions as a course asks for them, each with its right answer, its structure and arguments to call it with."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.sandbox import wire
from autograder.testing.returns import (
    Anything,
    Array,
    Dict,
    ListOf,
    Maybe,
    Number,
    Numbers,
    Record,
    Returns,
    SetOf,
    Text,
    Truth,
    Tuple,
    Whole,
)


def total(x: Any) -> Any:
    """A number."""
    return float(np.sum(x**2))


def centre(x: Any) -> Any:
    """An array."""
    return x - x.mean()


def scale(x: Any) -> Any:
    """The same arguments as `centre`: its twin."""
    return x / 2


def forward(A: Any, W: Any, b: Any) -> Any:
    """A tuple with a cache."""
    Z = W @ A + b
    return np.maximum(Z, 0.0), {"A": A, "Z": Z}


def backward(A: Any, W: Any, Y: Any) -> Any:
    """A dictionary of tensors."""
    dZ = W @ A - Y
    m = A.shape[1]
    return {"dW1": dZ @ A.T / m, "db1": dZ.sum(axis=1, keepdims=True) / m, "dA0": W.T @ dZ}


def history(x: Any, count: int) -> Any:
    """A list of numbers."""
    return [float(x.ravel()[0]) / (k + 1) for k in range(count)]


def initialise(rows: int, columns: int, rng: Any) -> Any:
    """Drawn numbers."""
    return {"W1": rng.standard_normal((rows, columns)) * 0.01, "b1": np.zeros((rows, 1))}


def halves(x: Any) -> Any:
    """A list of arrays."""
    return [x[:, ::2], x[:, 1::2]]


def positive(x: Any) -> Any:
    """A truth value."""
    return bool(x.sum() > 0)


def count(x: Any) -> Any:
    """A whole number."""
    return int(x.size)


def spelled(x: Any) -> Any:
    """A text."""
    return " ".join(f"{value:.2f}" for value in x.ravel())


def signs(x: Any) -> Any:
    """A set."""
    return {int(value > 0) for value in x.ravel()} | {x.shape[1]}


def summary(x: Any) -> Any:
    """A record."""
    return {"n": int(x.size), "unit": "m", "values": x.ravel().tolist(), "signs": signs(x)}


def largest(x: Any) -> Any:
    """A number or none."""
    return float(x.max()) if x.max() > 0 else None


def described(x: Any) -> Any:
    """Plain data in plain data."""
    return {"all": [x.tolist(), (bool(x.sum() > 0), None)], "text": spelled(x), (1, "a"): x}


@dataclass(frozen=True)
class Asked:
    """One function: what it returns, and how its arguments are drawn."""

    function: Callable[..., Any]
    returns: Returns
    arguments: Callable[[Any, int], Sequence[Any]]

    @property
    def name(self) -> str:
        """Its name."""
        return self.function.__name__


def _matrix(numbers: Any, m: int) -> Any:
    return numbers.normal(size=(2, m))


ASKED: Sequence[Asked] = (
    Asked(total, Number(), lambda n, m: [_matrix(n, m)]),
    Asked(centre, Array(), lambda n, m: [_matrix(n, m)]),
    Asked(scale, Anything(), lambda n, m: [_matrix(n, m)]),
    Asked(forward, Tuple((Array(), Dict(("A", "Z"))), names=("A", "the cache")),
          lambda n, m: [_matrix(n, m), n.normal(size=(3, 2)), n.normal(size=(3, 1))]),
    Asked(backward, Dict(("dW1", "db1", "dA0")), lambda n, m: [_matrix(n, m), n.normal(size=(3, 2)), n.normal(size=(3, m))]),
    Asked(history, Numbers(), lambda n, m: [_matrix(n, m), m]),
    Asked(initialise, Dict(("W1", "b1")), lambda n, m: [m, 2, wire.Rng(m)]),
    Asked(halves, ListOf(Array()), lambda n, m: [_matrix(n, m)]),
    Asked(positive, Truth(), lambda n, m: [_matrix(n, m)]),
    Asked(count, Whole(), lambda n, m: [_matrix(n, m)]),
    Asked(spelled, Text(), lambda n, m: [_matrix(n, m)]),
    Asked(signs, SetOf(Whole()), lambda n, m: [_matrix(n, m)]),
    Asked(summary, Record({"n": Whole(), "unit": Text(), "values": Numbers(), "signs": SetOf(Whole())}),
          lambda n, m: [_matrix(n, m)]),
    Asked(largest, Maybe(Number()), lambda n, m: [_matrix(n, m)]),
    Asked(described, Anything(), lambda n, m: [_matrix(n, m)]),
)  # fmt: skip
RETURNS: Mapping[str, Returns] = {one.name: one.returns for one in ASKED}


def drawn_arguments(draw: random.Random, asked: Asked) -> tuple[Any, ...]:
    """Return arguments for one call."""
    return tuple(asked.arguments(np.random.default_rng(draw.randrange(2**32)), draw.randrange(1, 5)))
