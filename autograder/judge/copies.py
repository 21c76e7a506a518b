"""Copies of a call's arguments, quickly: arrays and dictionaries of arrays are nearly all there is; trusted side."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np


def copied(argument: Any) -> Any:
    """Return a deep copy."""
    kind = type(argument)
    if kind is np.ndarray and argument.dtype.kind != "O":
        return argument.copy()
    if kind is dict:
        return {key: copied(item) for key, item in argument.items()}
    return argument if kind in (int, float, bool, str, type(None)) else copy.deepcopy(argument)
