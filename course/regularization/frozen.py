"""The dropout masks that a student's forward pass drew, checked and frozen for the oracle; trusted side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.testing import compare
from course.oracles.deep import Array, Case


def masks(caches: Sequence[dict[str, Any]], case: Case) -> list[Array | None]:
    """Return one mask a layer, None for the last: 0 and 1 of any dtype, one entry for each unit and example.

    Raises:
        compare.Mismatch: a hidden layer has no such mask.
    """
    compare.holds(len(caches) == case.depth, "one cache a layer", len(caches))
    found: list[Array | None] = []
    for layer in range(1, case.depth):
        mask = caches[layer - 1]["mask"]
        compare.shape(mask, (case.dims[layer], case.X.shape[1]), f"the mask of layer {layer}")
        compare.holds(np.all((mask == 0) | (mask == 1)), f"the mask of layer {layer} is 0 and 1", mask)
        found.append(np.asarray(mask, dtype=float))
    return [*found, None]


def nothing_dropped(mask: object) -> bool:
    """Say whether a mask drops nothing: None, or ones everywhere."""
    return mask is None or (isinstance(mask, np.ndarray) and mask.size > 0 and bool(np.all(mask == 1)))
