"""Answers a worker that asks for a function of the judge's, and says which sizes are too large for one; trusted side.

A student chooses what such a function is called with. What it would take is estimated from the arguments before it is
called: the judge is a guest in somebody's process (formgrader's, a notebook's) and must not limit that process as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

Callbacks = Mapping[int, Callable[..., object]]

MAX_ENTRIES = 1 << 22  # of the largest table that a function may make: 32 MB of floats, twice what a message holds
MAX_TOGETHER = 1 << 25  # entries of all such tables, one for each array and each size: a network has as many as it has layers
MAX_SIZES = 8  # an array of no more whole numbers may hold sizes, such as the units of each layer


def serve(message: dict[Any, Any], callbacks: Callbacks) -> dict[str, object]:
    """Answer one call of a judge's function; whatever it is given, the worker only learns that it was wrong."""
    function = callbacks.get(message["callback"]) if type(message["callback"]) is int else None
    arguments, keywords = message.get("args"), message.get("kwargs")
    if function is None or not isinstance(arguments, list) or not isinstance(keywords, dict):
        return {"ok": False}
    if too_large([*arguments, *keywords.values()]):
        return {"ok": False}
    try:
        with np.errstate(all="ignore"):
            return {"ok": True, "value": function(*arguments, **{str(key): value for key, value in keywords.items()})}
    except Exception:  # the arguments are a student's: anything can be wrong with them
        return {"ok": False}


def too_large(arguments: Iterable[object], *, numbers: bool = True) -> bool:
    """Say whether a function that is given these arguments could take more memory than the judge has to spare."""
    largest, many = largest_table(arguments, numbers=numbers)
    return largest > MAX_ENTRIES or largest * many > MAX_TOGETHER


def largest_table(arguments: Iterable[object], *, numbers: bool = True) -> tuple[int, int]:
    """Return how many entries the largest table can have that is made of these arguments' sizes, and how many can be made.

    It has the two largest sizes as rows and columns; there can be one for each array and each whole number. A size is the
    length of an array's axis, or (where `numbers` may be meant as one) a whole number.
    """
    sizes, largest, many = [1, 1], 0, 1
    waiting = list(arguments)
    while waiting:
        value = waiting.pop()
        if isinstance(value, np.ndarray):  # nearly all there is
            sizes += value.shape
            largest, many = max(largest, size := value.size), many + 1
            if numbers and 0 < size <= MAX_SIZES and value.dtype.kind in "iu":
                sizes += [abs(int(value.min())), abs(int(value.max()))]
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list | tuple | set | frozenset):
            sizes.append(len(value))
            waiting += value
        elif numbers and isinstance(value, int | np.integer):
            sizes.append(abs(int(value)))
            many += 1
    first, second = sorted(sizes)[-2:]
    return max(largest, first * second), many
