"""Facts about which calls go wrong: only with one example, only for t above one, only with very large inputs; trusted side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from autograder.diagnosis.facts.arguments import GREEK, Given
from autograder.sandbox import wire

SATURATED = 30.0
MINIMUM = 4  # calls, before an accident can be ruled out
MINIMUM_OF_CONTENTS = 3  # calls on each side
RANKS = {"option": 0, "divides": 1, "number": 2, "examples": 2, "depth": 3}  # the lower, the more it says

Feature = tuple[str, bool, str]  # its name, whether a call has it, and the words for it


def conditions(wrong: Sequence[Given], right: Sequence[Given], *, settings_only: bool = False) -> Iterator[str]:
    """Yield what all the wrong calls have and no right one has; nothing where several such things are as good as each other."""
    if not wrong or not right or len(wrong) + len(right) < MINIMUM:
        return
    fitting = _fitting(settings, wrong, right) or _ignoring_zeros(wrong, right)
    if not fitting and not settings_only and min(len(wrong), len(right)) >= MINIMUM_OF_CONTENTS:
        fitting = _fitting(contents, wrong, right)
    best = {says for rank, says in fitting if rank == min(rank for rank, _ in fitting)}
    if len(best) == 1:
        yield best.pop()


def _ignoring_zeros(wrong: Sequence[Given], right: Sequence[Given]) -> list[tuple[int, str]]:
    """Return what parts the calls once those with a zero among their settings are set aside: a rate of zero hides much."""
    zeros = sorted((_zeros(given) for given in right if _zeros(given)), key=len)
    others = [given for given in right if not _zeros(given)]
    if not zeros or not others or any(map(_zeros, wrong)):
        return []
    named: list[str] = []
    for names in zeros:
        if not set(names) & set(named):
            named += names[:1]
    also = " or ".join(GREEK.get(name, name) for name in named)
    return [
        (rank, f"{says} or {also} is zero") for rank, says in _fitting(settings, wrong, others) if says.startswith("unless")
    ]


def _zeros(given: Given) -> list[str]:
    return [name for name, value in given.numbers.items() if value == 0]


def _fitting(
    features: Callable[[Given], Iterator[Feature]], wrong: Sequence[Given], right: Sequence[Given]
) -> list[tuple[int, str]]:
    """Return the features that part the wrong calls from the right ones, each with its rank and its words."""
    tables = [{name: there for name, there, _ in features(given)} for given in (*wrong, *right)]
    found = []
    for name, there, says in features(wrong[0]):
        if there and (name.startswith("option") or all(name in table for table in tables)):
            values = [table.get(name, False) for table in tables]  # an option that is not given is not chosen
            if all(values[: len(wrong)]) and not any(values[len(wrong) :]):
                found.append((RANKS.get(name.partition(" ")[0], len(RANKS)), says))
    return found


def settings(given: Given) -> Iterator[Feature]:
    """Yield the features that options, numbers and sizes make."""
    for name, value in given.values.items():
        word = GREEK.get(name, name)
        if isinstance(value, bool):
            yield f"option {name}", value, f"when {name} is True"
            yield f"option not {name}", not value, f"when {name} is False"
        elif isinstance(value, str):
            yield f"option {name} {value}", True, f"when {name} is {value!r}"
        elif isinstance(value, int | float | np.number):
            yield from _number_features(word, float(value))
        elif value is None or isinstance(value, wire.Rng):
            yield f"option {name} none", value is None, f"when no {name} is given"
            yield f"option {name} given", value is not None, f"when {name} is given"
    yield from _size_features(given)


def _number_features(word: str, value: float) -> Iterator[Feature]:
    yield f"number {word} zero", value == 0, f"when {word} is zero"
    yield f"number {word} not zero", value != 0, f"unless {word} is zero"
    yield f"number {word} one", value == 1, f"when {word} is one"
    yield f"number {word} not one", value != 1, f"unless {word} is one"
    yield f"number {word} negative", value < 0, f"when {word} is negative"


def _size_features(given: Given) -> Iterator[Feature]:
    if given.examples is not None:
        yield "examples one", given.examples == 1, "when there is only one example"
        yield "examples many", given.examples > 1, "when there is more than one example"
        size = given.numbers.get("batch_size")
        if size:
            yield "divides not", given.examples % size != 0, "when the batch size does not divide the number of examples"
    layers = sum(1 for name in given.arrays if name.startswith("W") and name[1:].isdigit())
    if layers:
        yield "depth one", layers == 1, "when there is only one layer"
        yield "depth many", layers > 1, "when there is more than one layer"
        yield "depth deep", layers > 2, "when there are more than two layers"
    data = given.arrays.get("Y", given.arrays.get("A2"))
    if data is not None and data.ndim == 2:
        yield "outputs many", data.shape[0] > 1, "when there is more than one output"


def contents(given: Given) -> Iterator[Feature]:
    """Yield the features that lie in what the arrays hold."""
    for name, array in given.arrays.items():
        if not array.size:
            continue
        yield f"{name} integers", array.dtype.kind in "iu", f"when {name} holds integers"
        if not np.all(np.isfinite(array)):
            continue
        large = bool(np.max(np.abs(array)) > SATURATED)
        yield f"{name} saturated", large, f"when {name} holds very large or very negative numbers"
        yield f"{name} zero", bool(np.any(array == 0)), f"when {name} holds a zero"
        yield f"{name} ends", bool(np.any((array == 0) | (array == 1))), f"when {name} holds exactly zero or one"
        yield f"{name} negative", bool(np.any(array < 0)), f"when {name} holds a negative number"
        yield f"{name} axes", array.ndim == 1, f"when {name} has one axis only"
        yield f"{name} lone", array.size == 1, f"when {name} holds one number only"
