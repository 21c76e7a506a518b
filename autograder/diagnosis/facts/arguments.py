"""Names what a call was given: its numbers, its sizes and its arrays, so that a finding can speak of them; trusted side."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from autograder.diagnosis.facts.tensors import Array, named_arrays
from autograder.sandbox import wire

EXAMPLES = "the number of examples"
_BY_COLUMN = ("X", "Y", "AL", "A", "Z", "A1", "A2", "Z1", "Z2", "dA", "dY", "P", "mask")
GREEK = {"lambd": "lambda", "learning_rate0": "the first learning rate", "learning_rate": "the learning rate"}


@dataclass(frozen=True)
class Given:
    """The arguments of one call, by the parameter names of the reference."""

    values: Mapping[str, Any]

    @cached_property
    def arrays(self) -> dict[str, Array]:
        """Every array within the arguments, by name; the first of a name wins."""
        found: dict[str, Array] = {}
        for parameter, value in self.values.items():
            for name, array in named_arrays(value, parameter):
                if array.ndim:
                    found.setdefault(name, array)
        return found

    @cached_property
    def numbers(self) -> dict[str, float]:
        """The arguments that are single numbers."""
        plain = {name: value for name, value in self.values.items() if isinstance(value, int | float | np.number)}
        return {name: float(value) for name, value in plain.items() if not isinstance(value, bool)}

    @cached_property
    def examples(self) -> int | None:
        """The number of columns that the arrays of data share; None where there is no such number."""
        data = [array for name, array in self.arrays.items() if name in _BY_COLUMN and array.ndim == 2]
        counts = {array.shape[1] for array in data}
        return counts.pop() if len(counts) == 1 else None

    @property
    def random(self) -> bool:
        """Is a generator among the arguments?"""
        return any(isinstance(value, wire.Rng) for value in self.values.values())

    def symbols(self) -> Iterator[tuple[str, float]]:
        """Yield the quantities that a factor may be equal to, each with the words for it."""
        if self.examples:
            yield EXAMPLES, float(self.examples)
        for name, value in self.numbers.items():
            yield GREEK.get(name, name), value
            if 0 < value < 1:
                yield f"one minus {GREEK.get(name, name)}", 1.0 - value
        for name, value in self.values.items():
            if isinstance(value, list | tuple) and len(value) > 1 and all(type(item) is int for item in value):
                yield f"the first entry of {name}", float(value[0])
                yield f"the last entry of {name}", float(value[-1])
                yield f"the number of entries of {name}", float(len(value))
                yield f"the number of entries of {name} minus one", float(len(value) - 1)
                yield f"the sum of {name}", float(sum(value))
                yield f"the sum of {name} without its first entry", float(sum(value[1:]))
        for name, array in self.arrays.items():
            if isinstance(self.values.get(name), list | tuple):
                continue
            if name == "X" or (name in _BY_COLUMN and self.examples is not None):
                yield f"the number of rows of {name}", float(array.shape[0])
            if name not in _BY_COLUMN or self.examples is None:
                for axis, size in enumerate(array.shape[:2]):
                    yield f"the number of {('rows', 'columns')[axis] if array.ndim > 1 else 'entries'} of {name}", float(size)


def given(implementation: Callable[..., Any], arguments: tuple[Any, ...]) -> Given:
    """Name the arguments of a call after the reference's parameters."""
    try:
        parameters = [name for name in inspect.signature(implementation).parameters if name != "self"]
    except (TypeError, ValueError):
        parameters = []
    names = parameters + [f"argument {i + 1}" for i in range(len(parameters), len(arguments))]
    return Given(dict(zip(names, arguments, strict=False)))
