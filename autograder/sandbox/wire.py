"""Bounded, typed messages between judge and worker; used on both sides of the trust line, never executes what it reads.

A frame is a 4-byte little-endian length and a msgpack document. Arrays, NumPy scalars, tuples, sets, large ints and complex
numbers have extension types of our own. A class of the student's that is made of one of these arrives as what it is made of.
Whatever else a student returns arrives as an `Opaque`, equal to nothing.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgpack
import numpy as np

from autograder.sandbox.plain import CONTAINERS, MAPPINGS, is_plain_key, made_of

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
_MAX_AXES = 32
_HEADS = [struct.Struct(f"<BB{axes}q") for axes in range(_MAX_AXES + 1)]  # an array's: its dtype's length, its axes, its shape
_SHAPES = [struct.Struct(f"<{axes}q") for axes in range(_MAX_AXES + 1)]
_DTYPES_BY_NAME = {name.encode(): dtype for name, dtype in DTYPES.items()}
_NAMES_BY_DTYPE = {dtype: name.encode() for name, dtype in DTYPES.items()}


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


def decode(body: bytes, open_special: Open | None = None) -> Any:
    """Return what `weighed` returns, without the weight."""
    return weighed(body, open_special)[0]


def weighed(body: bytes, open_special: Open | None = None) -> tuple[Any, int]:
    """Return the message, and about how many bytes of memory it takes here.

    Only a worker passes `open_special`, which opens `Rng`, `Ref` and `Callback`.

    Raises:
        WireError: the body is not a message of ours, or is beyond a bound.
    """
    if len(body) > MAX_FRAME:
        raise WireError("too large")
    decoder = _Decoder(open_special)
    try:
        message = decoder.unpack(body)
    except WireError:
        raise
    except Exception as error:  # struct.error, UnicodeDecodeError, StackError, ...: whatever it is, the message is at fault
        raise WireError(type(error).__name__) from None
    if decoder.containers > MAX_DEPTH:  # else it cannot be deeper
        _check_depth(message)
    return message, len(body) + NODE_BYTES * decoder.nodes


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
        name = _NAMES_BY_DTYPE.get(array.dtype)
        if name is None:
            if array.dtype != np.longdouble and array.dtype != np.clongdouble:
                return _opaque(value, self.keep)
            array = array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)
            name = array.dtype.str.encode()
        axes = array.ndim
        if axes > _MAX_AXES:  # NumPy 2 allows twice as many, and the other side would refuse them
            return _opaque(value, self.keep)
        code = ARRAY if isinstance(value, np.ndarray) else SCALAR
        return msgpack.ExtType(code, _HEADS[axes].pack(len(name), axes, *array.shape) + name + array.tobytes())


def _bigint(value: int) -> msgpack.ExtType:
    size = value.bit_length() // 8 + 1
    if size > MAX_BIGINT_BYTES:
        raise WireError("too large")
    return msgpack.ExtType(BIGINT, value.to_bytes(size, "little", signed=True))


def _opaque(value: object, keep: Keep | None) -> msgpack.ExtType:
    return _extension(OPAQUE, [type(value).__name__[:80], keep(value) if keep else 0])


class _Decoder:
    """One message's decoding: counts nodes, containers and keys, because msgpack's own limits hold for one container each."""

    def __init__(self, open_special: Open | None) -> None:
        self.open_special = open_special
        self.depth = self.nodes = self.containers = self.collisions = 0

    def unpack(self, body: bytes) -> Any:
        return msgpack.unpackb(
            body,
            raw=False,
            strict_map_key=False,
            ext_hook=self.extension,
            list_hook=self.counted,
            object_hook=self.counted_map,
            timestamp=1,  # as a float: no type of msgpack's own comes through
            max_str_len=MAX_FRAME,
            max_bin_len=MAX_FRAME,
            max_ext_len=MAX_FRAME,
            max_array_len=MAX_NODES,
            max_map_len=MAX_MAP,
        )

    def counted(self, container: Any) -> Any:
        self.nodes += 1 + len(container)
        self.containers += 1
        if self.nodes > MAX_NODES:
            raise WireError("too many values")
        return container

    def counted_map(self, container: Any) -> Any:
        self.count_keys(container)
        return self.counted(container)

    def count_keys(self, container: Any) -> None:
        self.collisions += len(container) ** 2
        if len(container) > MAX_MAP or self.collisions > MAX_COLLISIONS:
            raise WireError("too many keys")

    def extension(self, code: int, data: bytes) -> object:
        if code == ARRAY:
            return _decode_array(data).copy()
        if code == SCALAR:
            array = _decode_array(data)
            if array.ndim:
                raise WireError("scalar")
            return array[()]
        if code == COMPLEX:
            return complex(*struct.unpack("<dd", data))
        if code == BIGINT:
            if len(data) > MAX_BIGINT_BYTES:
                raise WireError("bigint")
            return int.from_bytes(data, "little", signed=True)
        return self.nested(code, data)

    def nested(self, code: int, data: bytes) -> object:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise WireError("too deep")
        value = self.unpack(data)
        self.depth -= 1
        if code in (RNG, REF, CALLBACK) and self.open_special is not None:
            return self.open_special(code, value)
        if type(value) is not list:
            raise WireError(f"extension {code}")
        if code == TUPLE:
            return tuple(value)
        if code in (SET, FROZENSET):
            self.count_keys(value)
            return frozenset(value) if self.open_special is None or code == FROZENSET else set(value)
        if code == OPAQUE and [type(item) for item in value] == [str, int] and 0 <= value[1] < MAX_REF:
            return Opaque(value[0][:80], value[1])
        raise WireError(f"extension {code}")


def _check_depth(message: object) -> None:
    """Refuse a message that is too deep for functions that walk it by recursion."""
    level: list[Any] = [message]
    for _ in range(MAX_DEPTH + 1):
        values = (item.values() if isinstance(item, dict) else item for item in level)
        level = [x for items in values for x in items if isinstance(x, list | dict | tuple | frozenset)]
        if not level:
            return
    raise WireError("too deep")


def _decode_array(data: bytes) -> Any:
    if len(data) < 2:
        raise WireError("array")
    name_length, ndim = data[0], data[1]
    if ndim > _MAX_AXES:
        raise WireError("array dimensions")
    shape = _SHAPES[ndim].unpack_from(data, 2)
    start = 2 + 8 * ndim
    dtype = _DTYPES_BY_NAME.get(data[start : start + name_length])
    if dtype is None:
        raise WireError("array dtype")
    count = 1
    for size in shape:
        if not 0 <= size <= MAX_FRAME:
            raise WireError("array shape")
        count *= size
    if count * dtype.itemsize != len(data) - start - name_length:
        raise WireError("array size")
    array: Any = np.ndarray(shape, dtype, data, start + name_length)
    return array if dtype.kind != "b" else array.view(np.uint8).astype(bool)  # a bool of NumPy's is one byte, but only 0 or 1
