"""What a value of a class of its own is made of: the text, number, array or container that it is; untrusted side."""

from __future__ import annotations

from collections import ChainMap, UserDict, UserList, deque
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

import numpy as np

MAPPINGS = (dict, UserDict, ChainMap, MappingProxyType)
CONTAINERS = (*MAPPINGS, list, tuple)


def is_plain_key(key: object) -> bool:
    """Whether a dictionary's key arrives as itself."""
    return type(key) in (str, int, float, bool, bytes, tuple)


def made_of(value: object) -> object:
    """Return the text, number or array that a value of another class is made of, by no method of that class; else None."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if type(value) in (deque, UserList):
        return list(value)  # type: ignore[call-overload]  # either is a sequence
    if type(value) in (Fraction, Decimal):
        try:
            return float(value)  # type: ignore[arg-type]  # either is a number
        except (ArithmeticError, ValueError):  # too large, or a Decimal that signals
            return None
    if isinstance(value, np.ma.MaskedArray):
        return None if np.ma.getmaskarray(value).any() else np.ma.getdata(value).view(np.ndarray)
    return value.view(np.ndarray) if isinstance(value, np.ndarray) and value.dtype.kind in "biufc" else None
