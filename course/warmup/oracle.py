"""The warm-up's functions, written with Python numbers, lists and loops alone; trusted side.

Sums are exact (`math.fsum`), and no NumPy operation takes part: arrays are only made at the end.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def as_row(y: npt.NDArray[np.generic]) -> Array:
    """Return the labels, one after the other, in one row."""
    labels: list[float] = []
    for entry in y.tolist():
        labels.append(float(entry[0]) if isinstance(entry, list) else float(entry))
    return np.array([labels], dtype=np.float64)


def feature_means(X: Array) -> Array:
    """Return one mean for each row."""
    return np.array([[math.fsum(row) / len(row)] for row in X.tolist()], dtype=np.float64)


def add_bias(Z: Array, b: Array) -> Array:
    """Return the sum, entry by entry."""
    biases = [entry[0] if isinstance(entry, list) else entry for entry in b.tolist()]
    rows = [[value + bias for value in row] for row, bias in zip(Z.tolist(), biases, strict=True)]
    return np.array(rows, dtype=np.float64)


def clipped(A: Array, low: float, high: float) -> Array:
    """Return the middle one of `low`, the number and `high`, entry by entry."""
    return np.array([[sorted((low, value, high))[1] for value in row] for row in A.tolist()], dtype=np.float64)


def standardize(X: Array) -> Array:
    """Return each row minus its mean, over the root of its mean squared deviation; a constant row becomes 0."""
    rows = []
    for row in X.tolist():
        mean = math.fsum(row) / len(row)
        spread = math.sqrt(math.fsum((value - mean) ** 2 for value in row) / len(row))
        rows.append([(value - mean) / spread if spread > 0.0 else 0.0 for value in row])
    return np.array(rows, dtype=np.float64)
