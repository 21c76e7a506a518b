"""What both directions of the wire have in common: bounds, codes, dtypes and the few kinds of value that are not plain data.

Used on both sides of the trust line.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

MAX_FRAME = 16 << 20
MAX_DEPTH = 32
MAX_NODES = 500_000
MAX_MAP = 4096  # a dictionary or set with chosen keys must not become a denial of service:
MAX_COLLISIONS = 1 << 26  # if all keys collide, building them costs the sum of their squares, in all of a message
MAX_BIGINT_BYTES = 4096
MAX_REF = 1 << 31  # a worker's number of an object: what is larger could not be sent back to it
NODE_BYTES = 64  # of a value in a container, about
HEADER = struct.Struct("<I")

ARRAY, SCALAR, TUPLE, BIGINT, COMPLEX, SET, OPAQUE, RNG, REF, CALLBACK, FROZENSET = range(1, 12)

_NAMES = ("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16")
DTYPES = {
    np.dtype(order + name).str: np.dtype(order + name) for name in _NAMES for order in "<>"
}  # the only dtypes that cross; object, text, void and date arrays do not
MAX_AXES = 32
HEADS = [struct.Struct(f"<BB{axes}q") for axes in range(MAX_AXES + 1)]  # an array's: its dtype's length, its axes, its shape
SHAPES = [struct.Struct(f"<{axes}q") for axes in range(MAX_AXES + 1)]
DTYPES_BY_NAME = {name.encode(): dtype for name, dtype in DTYPES.items()}
NAMES_BY_DTYPE = {dtype: name.encode() for name, dtype in DTYPES.items()}


class WireError(Exception):
    """A message is malformed, or beyond a bound."""


@dataclass(frozen=True, eq=False)
class Opaque:
    """A worker's object that is not plain data: its type's name (a student's text) and its number in the worker."""

    type_name: str
    ref: int


@dataclass(frozen=True)
class Rng:
    """As an argument: `np.random.default_rng(seed)` in the worker, with the global generators seeded alike."""

    seed: int


@dataclass(frozen=True, eq=False)
class Ref:
    """As an argument: the object that the worker keeps under this number."""

    number: int


@dataclass(frozen=True, eq=False)
class Callback:
    """As an argument: a function in the worker that asks the judge; the number is the judge's name for it."""

    number: int


Keep = Callable[[object], int]
Open = Callable[[int, Any], object]
