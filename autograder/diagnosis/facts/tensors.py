"""Takes two answers apart into named tensors, in the order in which they are computed; trusted side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from autograder.judge.replay import equal
from autograder.testing.returns import Anything, Dict, ListOf, Returns, Tuple

Array = npt.NDArray[Any]
MISSING = object()
THE_LENGTH = "the number of items"
THE_ANSWER = "the answer"
_NUMERIC = (bool, int, float, np.ndarray, np.generic)
_GRADIENT = re.compile(r"d[A-Za-z]+(\d+)")
_LAYER = re.compile(r"(.*?)(\d+)(\D.*)?", re.DOTALL)
_OF = "\0"  # between a key and the dictionary that holds it, while names are made


@dataclass(frozen=True)
class Tensor:
    """One tensor of one call: its name, the student's and the right one (arrays, or None where it is no number)."""

    name: str
    actual: Array | None
    expected: Array | None
    plain: bool  # did the reference give a number or a list, and no array?
    right: bool


def take_apart(actual: object, expected: object, spec: Returns | None) -> list[Tensor]:
    """Return the tensors of an answer in data-flow order, each with the right one beside it."""
    found = list(_walk(actual, expected, spec, THE_ANSWER, ""))
    shorts = Counter(name.partition(_OF)[0] for name in {tensor.name for tensor in found})
    named: dict[str, Tensor] = {}
    for tensor in found:
        short = tensor.name.partition(_OF)[0]
        name = short if shorts[short] == 1 else tensor.name.replace(_OF, " of ")
        if name not in named or (named[name].right and not tensor.right):
            named[name] = replace(tensor, name=name)
    return [named[name] for name in data_flow(list(named))]


def data_flow(names: Sequence[str]) -> list[str]:
    """Sort tensors into the order of computation: gradients from the last layer to the first, the rest as it stands."""
    if names and all(_GRADIENT.fullmatch(name) for name in names):
        return sorted(names, key=lambda name: (-layer_of(name), names.index(name)))
    return list(names)


def layer_of(name: str) -> int:
    """Return the number in a tensor's name, or 0."""
    match = _LAYER.fullmatch(name)
    return int(match[2]) if match else 0


def kind_of(name: str) -> str:
    """Return a tensor's name without its number."""
    match = _LAYER.fullmatch(name)
    return match[1] + (match[3] or "") if match else name


def named_arrays(value: object, name: str) -> Iterator[tuple[str, Array]]:
    """Yield every array or number within a value, with a name such as `W1` or `X`."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from named_arrays(item, str(key))
    elif isinstance(value, list | tuple) and not _numeric_list(value):
        for index, item in enumerate(value):
            yield from named_arrays(item, f"{name}[{index}]")
    elif isinstance(value, _NUMERIC) or (isinstance(value, list | tuple) and value):
        array = np.asarray(value)
        if array.dtype.kind in "biuf":
            yield name, array


def _walk(actual: object, expected: object, spec: Returns | None, name: str, owner: str) -> Iterator[Tensor]:
    if isinstance(expected, Mapping):
        each = spec.each if isinstance(spec, Dict) else None
        keys = [key for key in expected if not isinstance(spec, Dict) or not spec.keys or key in spec.keys]
        for key in keys:
            item = actual.get(key, MISSING) if isinstance(actual, Mapping) else MISSING
            yield from _walk(item, expected[key], each, f"{key}{_OF}{owner}" if owner else str(key), owner)
    elif isinstance(expected, list | tuple) and (isinstance(spec, Tuple) or not _numeric_list(expected)):
        yield from _walk_sequence(actual, expected, spec, name, owner)
    else:
        yield _tensor(actual, expected, name)


def _walk_sequence(actual: object, expected: Sequence[object], spec: Returns | None, name: str, owner: str) -> Iterator[Tensor]:
    """Walk the items in data-flow order: a cache is made on the way, and parameters are updated at the end."""
    items = list(actual) if isinstance(actual, list | tuple) else []
    if isinstance(spec, ListOf) and len(items) != len(expected):
        yield Tensor(
            f"the length of {name}" if name != THE_ANSWER else THE_LENGTH,
            np.asarray(len(items)),
            np.asarray(len(expected)),
            True,
            False,
        )
    specs, labels = _labels(spec, expected, name)
    order = list(range(len(expected)))
    if isinstance(spec, Tuple):
        order.sort(key=lambda index: ("cache" not in labels[index], "parameters" in labels[index]))
    for index in order:
        one = specs[index]
        if isinstance(one, Anything) and isinstance(spec, Tuple):
            continue  # free: the exercise leaves its form open
        item = items[index] if index < len(items) else MISSING
        nested = isinstance(expected[index], Mapping | list | tuple) and not _numeric_list(expected[index])
        yield from _walk(item, expected[index], one, labels[index], labels[index] if nested else owner)


def _labels(spec: Returns | None, expected: Sequence[object], name: str) -> tuple[list[Returns | None], list[str]]:
    count = len(expected)
    if isinstance(spec, Tuple) and len(spec.items) == count:
        return list(spec.items), list(spec.names or [f"value {i + 1}" for i in range(count)])
    if isinstance(spec, ListOf):
        word = "layer" if "cache" in name else "item"
        return [spec.item] * count, [f"{word} {i + 1}" for i in range(count)]
    return [None] * count, [f"{name}, item {i + 1}" for i in range(count)]


def _tensor(actual: object, expected: object, name: str) -> Tensor:
    right = actual is not MISSING and _alike(actual, expected)
    plain = not isinstance(expected, np.ndarray)
    return Tensor(name, _as_array(actual), _as_array(expected), plain, right)


def _alike(actual: object, expected: object) -> bool:
    """Are two leaves the same? A whole number may stand for a float, and a 0-d array for a number, as in the tests."""
    a, e = _as_array(actual), _as_array(expected)
    if a is None or e is None:
        return actual is expected or (type(actual) is type(expected) and equal(actual, expected))
    return a.shape == e.shape and equal(a.astype(float), e.astype(float))


def _as_array(value: object) -> Array | None:
    if isinstance(value, _NUMERIC) or (isinstance(value, list | tuple) and _numeric_list(value)):
        array = np.asarray(value)
        return array if array.dtype.kind in "biuf" else None
    return None


def _numeric_list(value: object) -> bool:
    return (
        isinstance(value, list | tuple) and bool(value) and all(isinstance(i, bool | int | float | np.generic) for i in value)
    )
