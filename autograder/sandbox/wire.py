"""Bounded, typed messages between judge and worker; used on both sides of the trust line, never executes what it reads.

A frame is a 4-byte little-endian length and a msgpack document. Arrays, NumPy scalars, tuples, sets, large ints and complex
numbers have extension types of our own. A class of the student's that is made of one of these arrives as what it is made of.
Whatever else a student returns arrives as an `Opaque`, equal to nothing.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

import msgpack
import numpy as np

from autograder.sandbox.plain import CONTAINERS, MAPPINGS, is_plain_key, made_of
from autograder.sandbox.wire_decoder import decode, weighed
from autograder.sandbox.wire_format import (
    ARRAY,
    BIGINT,
    CALLBACK,
    COMPLEX,
    DTYPES,
    FROZENSET,
    HEADER,
    HEADS,
    MAX_AXES,
    MAX_BIGINT_BYTES,
    MAX_COLLISIONS,
    MAX_DEPTH,
    MAX_FRAME,
    MAX_MAP,
    MAX_NODES,
    MAX_REF,
    NAMES_BY_DTYPE,
    NODE_BYTES,
    OPAQUE,
    REF,
    RNG,
    SCALAR,
    SET,
    TUPLE,
    Callback,
    Keep,
    Opaque,
    Open,
    Ref,
    Rng,
    WireError,
)

__all__ = [
    "ARRAY",
    "BIGINT",
    "CALLBACK",
    "COMPLEX",
    "DTYPES",
    "FROZENSET",
    "HEADER",
    "MAX_BIGINT_BYTES",
    "MAX_COLLISIONS",
    "MAX_DEPTH",
    "MAX_FRAME",
    "MAX_MAP",
    "MAX_NODES",
    "MAX_REF",
    "NODE_BYTES",
    "OPAQUE",
    "REF",
    "RNG",
    "SCALAR",
    "SET",
    "TUPLE",
    "Callback",
    "Keep",
    "Opaque",
    "Open",
    "Ref",
    "Rng",
    "WireError",
    "decode",
    "encode",
    "frame",
    "weighed",
]


def frame(message: object, keep: Keep | None = None, simplified: Callable[[Any], object] | None = None) -> bytes:
    """Return the framed message; `keep` numbers the objects that are not plain data.

    `simplified` is told of a message in which a container of another kind than the plain ones was made plain.

    Raises:
        WireError: the message is too deep or too large.
    """
    encoder = _Encoder(keep)
    body = _pack(encoder.encode(message, 0))
    if len(body) > MAX_FRAME:
        raise WireError("too large")
    if encoder.simplified and simplified is not None:
        simplified(message)
    return HEADER.pack(len(body)) + body


def encode(value: object, keep: Keep | None = None) -> bytes:
    """Return the message without its header, for comparing two values byte by byte."""
    return _pack(_Encoder(keep).encode(value, 0))


def _pack(tree: object) -> bytes:
    return bytes(msgpack.packb(tree, use_bin_type=True))


def _extension(code: int, tree: object) -> msgpack.ExtType:
    return msgpack.ExtType(code, _pack(tree))


class _Encoder:
    """One message's encoding: counts values and bytes before they are copied, since a student chooses both."""

    def __init__(self, keep: Keep | None) -> None:
        self.keep = keep
        self.nodes = self.bytes = 0
        self.simplified = False

    def count(self, size: int) -> None:
        self.nodes += 1
        self.bytes += size
        if self.nodes > MAX_NODES or self.bytes > MAX_FRAME:
            raise WireError("too large")

    def encode(self, value: Any, depth: int) -> object:
        if depth > MAX_DEPTH:
            raise WireError("too deep")
        kind = type(value)
        if kind is np.ndarray:  # nearly all there is
            self.nodes += 1
            return self.array(value)
        self.count(len(value) if kind in (str, bytes, np.str_) else 0)
        if value is None or kind in (bool, float, str, bytes):
            return value
        if kind is int:
            return value if -(2**63) <= value < 2**64 else _bigint(value)
        if isinstance(value, np.generic) and kind.__module__ == "numpy":
            return str(value) if kind is np.str_ else self.array(value)
        if isinstance(value, (*MAPPINGS, set, frozenset)) and len(value) > MAX_MAP:
            raise WireError("too large")
        if isinstance(value, CONTAINERS):
            return self.container(value, depth)
        if kind in (set, frozenset):
            return _extension(SET if kind is set else FROZENSET, [self.encode(item, depth + 1) for item in value])
        if kind is complex:
            return msgpack.ExtType(COMPLEX, struct.pack("<dd", value.real, value.imag))
        if kind is Opaque:  # numbered already
            return _extension(OPAQUE, [value.type_name, value.ref])
        for special, code in ((Rng, RNG), (Ref, REF), (Callback, CALLBACK)):
            if kind is special:
                return _extension(code, value.seed if special is Rng else value.number)
        plain = made_of(value)
        return _opaque(value, self.keep) if plain is None else self.encode(plain, depth)

    def container(self, value: Any, depth: int) -> object:
        if type(value) not in (dict, list, tuple):
            self.simplified = True
        if isinstance(value, list):
            return [self.encode(item, depth + 1) for item in value]
        if isinstance(value, tuple):
            return _extension(TUPLE, [self.encode(item, depth + 1) for item in value])
        return {self.key(k, depth): self.encode(v, depth + 1) for k, v in value.items()}

    def key(self, key: Any, depth: int) -> object:
        if type(key) is str:
            self.count(len(key))
            return key
        if not is_plain_key(key):
            self.simplified = True
        if isinstance(key, np.integer | np.floating):
            key = key.item()
        return self.encode(key, depth + 1) if isinstance(key, str | int | float | bytes | tuple) else repr(key)[:80]

    def array(self, value: Any) -> object:
        array = np.asarray(value)
        self.count(array.nbytes)  # of one that repeats itself without taking memory as well
        name = NAMES_BY_DTYPE.get(array.dtype)
        if name is None:
            if array.dtype != np.longdouble and array.dtype != np.clongdouble:
                return _opaque(value, self.keep)
            array = array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)
            name = array.dtype.str.encode()
        axes = array.ndim
        if axes > MAX_AXES:  # NumPy 2 allows twice as many, and the other side would refuse them
            return _opaque(value, self.keep)
        code = ARRAY if isinstance(value, np.ndarray) else SCALAR
        return msgpack.ExtType(code, HEADS[axes].pack(len(name), axes, *array.shape) + name + array.tobytes())


def _bigint(value: int) -> msgpack.ExtType:
    size = value.bit_length() // 8 + 1
    if size > MAX_BIGINT_BYTES:
        raise WireError("too large")
    return msgpack.ExtType(BIGINT, value.to_bytes(size, "little", signed=True))


def _opaque(value: object, keep: Keep | None) -> msgpack.ExtType:
    return _extension(OPAQUE, [type(value).__name__[:80], keep(value) if keep else 0])
