"""Right and wrong versions of a function, for the exercises in which a student writes a test; trusted side.

The wrong ones are the known mistakes of the bank, the right ones stand here. The judge calls both when a
student's test calls the function that it was given: neither enters the worker.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from autograder.course import bank
from autograder.course.model import find_course
from autograder.testing import compare

Function = Callable[..., Any]


def tells_apart(seed: int, expose: Function, right: Function, *wrong: Function) -> None:
    """Require that a student's test accuses every wrong version and no right one; all are asked before any is judged.

    Each is asked about twice, in an order that the seed draws: who only counts how often it was called knows nothing.
    """
    versions = 2 * [right, *wrong]
    accused: list[tuple[bool, bool]] = []  # is it, and should it be
    for index in np.random.default_rng([seed, len(versions)]).permutation(len(versions)):
        accused.append((bool(expose(versions[index])), versions[index] is not right))
    compare.holds(not any(said and not true for said, true in accused), "a right version is not accused")
    compare.holds(all(said for said, true in accused if true), "every wrong version is exposed")


def wrong(assignment: str, *names: str) -> list[Function]:
    """Return these known mistakes of an assignment as functions."""
    functions = {name.partition("__")[0] for name in names}
    known = {name: version for function in functions for name, version in _mistakes(assignment, function).items()}
    return [known[name] for name in names]


@lru_cache(maxsize=32)
def _mistakes(assignment: str, function: str) -> Mapping[str, Function]:
    read = find_course(Path(__file__).parent).assignment(assignment)
    entries = bank.read_bank(read.hidden, bank.MISTAKES, function)
    return {entry.name: _lazily(entry, _reference(assignment)) for entry in entries}


@lru_cache(maxsize=8)
def _reference(assignment: str) -> dict[str, Any]:
    return bank.reference_namespace(find_course(Path(__file__).parent).assignment(assignment))


def _lazily(entry: bank.Entry, reference: dict[str, Any]) -> Function:
    """Return a known mistake as a function that is made when it is first called: an assignment has hundreds."""

    def version(*arguments: Any) -> Any:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            return bank.implement(entry, reference)(*arguments)

    return version


def cost_by_logaddexp(A: Any, Y: Any) -> float:
    """The mean cross-entropy, from the logits: it differs from the usual way by rounding."""
    safe = np.clip(A, 1e-12, 1 - 1e-12)
    z = np.log(safe) - np.log1p(-safe)
    return float(np.mean(np.sum(np.logaddexp(0.0, z) - Y * z, axis=0)))


def cost_by_examples(A: Any, Y: Any) -> float:
    """The mean cross-entropy, one surprise after the other, with a guard inside the logarithm."""
    said = np.where(np.asarray(Y) == 1, A, 1 - np.asarray(A))
    return float(sum(-np.log(one + 1e-11) for one in said.ravel()) / np.shape(Y)[1])


def cost_by_product(A: Any, Y: Any) -> Any:
    """The mean cross-entropy as the logarithm of a likelihood, as a NumPy number."""
    said = np.where(np.asarray(Y) == 1, A, 1 - np.asarray(A))
    return -np.log(np.prod(np.maximum(said, 1e-12), dtype=np.longdouble)).astype(float) / np.shape(Y)[1]


def cost_with_l2_of(cost: Function) -> Function:
    """The regularized cost built on one of the costs above."""

    def whole(A: Any, Y: Any, parameters: Any, lambd: Any) -> float:
        weights = [np.ravel(value) for name, value in parameters.items() if str(name).startswith("W")]
        return float(cost(A, Y) + 0.5 * lambd * np.linalg.norm(np.concatenate(weights)) ** 2 / np.shape(Y)[1])

    return whole


_BENDS: Mapping[str, Function] = {
    "relu": lambda Z: np.where(Z > 0, Z, 0.0),
    "tanh": lambda Z: 2 / (1 + np.exp(np.clip(-2 * Z, -700, 700))) - 1,
    "sigmoid": lambda Z: np.exp(-np.logaddexp(0.0, -Z)),
}


def forward_with(product: Function, extra: bool = False) -> Function:
    """The deep forward pass with another way to multiply, and perhaps more in its caches than was asked for."""

    def forward(X: Any, parameters: Any, activation: str = "relu") -> tuple[Any, list[dict[str, Any]]]:
        A, caches, layers = np.asarray(X, dtype=float), [], len(parameters) // 2
        for level in range(1, layers + 1):
            W, b = parameters[f"W{level}"], parameters[f"b{level}"]
            Z = product(W, A) + b
            caches.append({"A_prev": A, "Z": Z, "W": W, "b": b, **({"layer": level} if extra else {})})
            A = _BENDS[activation if level < layers else "sigmoid"](Z)
        return A, caches

    return forward


def momentum_with(mix: Function) -> Function:
    """A step with momentum, with another way to mix the old velocity and the gradient."""

    def step(parameters: Any, grads: Any, v: Any, learning_rate: Any, beta: Any = 0.9) -> tuple[Any, Any]:
        new = {f"d{name}": mix(v[f"d{name}"], grads[f"d{name}"], beta) for name in parameters}
        return {name: value - learning_rate * new[f"d{name}"] for name, value in parameters.items()}, new

    return step
