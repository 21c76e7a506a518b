"""An answer as it arrives where it is graded: numbers, texts, arrays and containers, whatever classes they are made by.

Grading takes a `Fraction` for a number and a `UserDict` for a dictionary, and it does not take an array in which entries are
masked, or a class of your own that only behaves like a dictionary. The checks in a notebook go by the same rule.
"""

from __future__ import annotations

from collections import ChainMap, UserDict, UserList, deque
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import numpy as np

_AS_THEY_ARE = frozenset({bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, np.ndarray, type(None)})
_READ: tuple[tuple[type, Any], ...] = (
    (list, list), (tuple, tuple), (str, str.__str__), (int, int.__int__), (float, float.__float__)
)  # fmt: skip
_MAPPINGS = (dict, UserDict, ChainMap, MappingProxyType)


@dataclass(frozen=True)
class NotPlain:
    """What no check can take: in words, what it is."""

    words: str


def plain(value: Any) -> Any:
    """The value as it arrives; of a container, the values in it are left as they are."""
    if type(value) in _AS_THEY_ARE or (isinstance(value, np.generic) and not isinstance(value, str)):
        return value
    if isinstance(value, _MAPPINGS):
        return dict(value)
    for kind, read in _READ:  # by no method of the value's own class
        if isinstance(value, kind):
            return read(value)
    if type(value) in (deque, UserList):
        return list(value)
    if type(value) in (Fraction, Decimal):
        return _as_float(value)
    if isinstance(value, np.ma.MaskedArray):
        masked = np.ma.getmaskarray(value).any()
        return NotPlain("an array in which entries are masked") if masked else np.ma.getdata(value).view(np.ndarray)
    return value.view(np.ndarray) if isinstance(value, np.ndarray) else value


def _as_float(value: Fraction | Decimal) -> object:
    try:
        return float(value)
    except (ArithmeticError, ValueError):
        return NotPlain(f"a {type(value).__name__} that is no float")
