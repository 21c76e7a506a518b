"""Facts about which calls go wrong: only with one example, only for t above one, only with very large inputs; trusted side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from autograder.sandbox import wire
from autograder.structure_arguments import GREEK, Given

SATURATED = 30.0
SETTINGS = 3
MINIMUM = 4  # calls, before an accident can be ruled out


def conditions(wrong: Sequence[Given], right: Sequence[Given], *, settings_only: bool = False) -> Iterator[str]:
    """Yield what all the wrong calls have and no right one has; nothing where several such things are as good as each other."""
    if not wrong or not right or len(wrong) + len(right) < MINIMUM:
        return
    tables = [dict(features(given)) for given in (*wrong, *right)]
    fitting: dict[int, list[str]] = {}
    for name, (_, says) in tables[0].items():
        if name.startswith("option") or all(name in table for table in tables):  # an option that is not given is not chosen
            values = [table[name][0] if name in table else False for table in tables]
            if all(values[: len(wrong)]) and not any(values[len(wrong) :]):
                fitting.setdefault(table_rank(name), []).append(says)
    for rank in sorted(fitting)[:1]:
        enough = rank <= SETTINGS or (not settings_only and min(len(wrong), len(right)) >= 3)
        if enough and len(set(fitting[rank])) == 1:
            yield fitting[rank][0]


def table_rank(name: str) -> int:
    """Return how much a feature says: the lower, the more; options and settings before what the arrays hold."""
    return {"option": 0, "divides": 1, "number": 2, "examples": 2, "depth": 3}.get(name.partition(" ")[0], 4)


def features(given: Given) -> Iterator[tuple[str, tuple[bool, str]]]:
    """Yield every feature of a call: its name, whether it is there, and the words for it."""
    for name, value in given.values.items():
        word = GREEK.get(name, name)
        if isinstance(value, bool):
            yield f"option {name}", (value, f"when {name} is True")
            yield f"option not {name}", (not value, f"when {name} is False")
        elif isinstance(value, str):
            yield f"option {name} {value}", (True, f"when {name} is {value!r}")
        elif isinstance(value, int | float | np.number):
            yield from _number_features(word, float(value))
        elif value is None or isinstance(value, wire.Rng):
            yield f"option {name} none", (value is None, f"when no {name} is given")
            yield f"option {name} given", (value is not None, f"when {name} is given")
    yield from _size_features(given)
    yield from _content_features(given)


def _number_features(word: str, value: float) -> Iterator[tuple[str, tuple[bool, str]]]:
    yield f"number {word} zero", (value == 0, f"when {word} is zero")
    yield f"number {word} not zero", (value != 0, f"unless {word} is zero")
    yield f"number {word} one", (value == 1, f"when {word} is one")
    yield f"number {word} not one", (value != 1, f"unless {word} is one")
    yield f"number {word} negative", (value < 0, f"when {word} is negative")


def _size_features(given: Given) -> Iterator[tuple[str, tuple[bool, str]]]:
    if given.examples is not None:
        yield "examples one", (given.examples == 1, "when there is only one example")
        yield "examples many", (given.examples > 1, "when there is more than one example")
        size = given.numbers.get("batch_size")
        if size:
            yield "divides not", (given.examples % size != 0, "when the batch size does not divide the number of examples")
    layers = sum(1 for name in given.arrays if name.startswith("W") and name[1:].isdigit())
    if layers:
        yield "depth one", (layers == 1, "when there is only one layer")
        yield "depth many", (layers > 1, "when there is more than one layer")
        yield "depth deep", (layers > 2, "when there are more than two layers")
    data = given.arrays.get("Y", given.arrays.get("A2"))
    if data is not None and data.ndim == 2:
        yield "outputs many", (data.shape[0] > 1, "when there is more than one output")


def _content_features(given: Given) -> Iterator[tuple[str, tuple[bool, str]]]:
    for name, array in given.arrays.items():
        if not array.size:
            continue
        yield f"{name} integers", (array.dtype.kind in "iu", f"when {name} holds integers")
        if not np.all(np.isfinite(array)):
            continue
        yield (
            f"{name} saturated",
            (bool(np.max(np.abs(array)) > SATURATED), f"when {name} holds very large or very negative numbers"),
        )
        yield f"{name} zero", (bool(np.any(array == 0)), f"when {name} holds a zero")
        yield f"{name} ends", (bool(np.any((array == 0) | (array == 1))), f"when {name} holds exactly zero or one")
        yield f"{name} negative", (bool(np.any(array < 0)), f"when {name} holds a negative number")
        yield f"{name} axes", (array.ndim == 1, f"when {name} has one axis only")
        yield f"{name} lone", (array.size == 1, f"when {name} holds one number only")
        if array.ndim == 2:
            yield f"{name} wide", (array.shape[0] > 1, f"when {name} has more than one row")
            yield f"{name} row", (array.shape[0] == 1, f"when {name} has one row only")
            yield f"{name} column", (array.shape[1] == 1, f"when {name} has one column only")
