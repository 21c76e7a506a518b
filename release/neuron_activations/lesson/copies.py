"""Copies of what a check names, the way back to them, and whether two values are the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np


def copied(value: Any) -> Any:
    """A copy of arrays and of the dictionaries, lists and tuples that hold them; anything else is shared."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if type(value) is dict:
        return {key: copied(item) for key, item in value.items()}
    if type(value) in (list, tuple):
        return type(value)(copied(item) for item in value)
    return value


def put_back(value: Any, before: Any) -> Any:
    """Give `value` the contents of `before` again, in place where that is possible; return what stands for it now."""
    if isinstance(before, np.ndarray) and isinstance(value, np.ndarray):
        if value.shape != before.shape or value.dtype != before.dtype:
            return before
        if value.flags.writeable:
            value[...] = before
        return value
    if type(before) is dict and type(value) is dict:
        items = {key: put_back(value.get(key), item) for key, item in before.items()}
        value.clear()
        value.update(items)
        return value
    if type(before) is list and type(value) is list:
        kept = value if len(value) == len(before) else before
        value[:] = [put_back(item, old) for item, old in zip(kept, before, strict=True)]
        return value
    if type(before) is tuple and type(value) is tuple:
        for item, old in zip(value, before, strict=True):
            put_back(item, old)
        return value
    return before


def same(actual: object, expected: object) -> bool:
    """Whether two values are exactly the same, arrays by shape, dtype and every entry."""
    if isinstance(actual, np.ndarray) and isinstance(expected, np.ndarray):
        equal_nan = actual.dtype.kind == "f"
        return actual.dtype == expected.dtype and np.array_equal(actual, expected, equal_nan=equal_nan)
    if isinstance(actual, Mapping) and isinstance(expected, Mapping):
        return actual.keys() == expected.keys() and all(same(actual[key], expected[key]) for key in expected)
    if isinstance(actual, list | tuple) and isinstance(expected, list | tuple):
        return len(actual) == len(expected) and all(map(same, actual, expected))
    return actual is expected or bool(actual == expected)
