"""Reads a message: bounded, typed, and whatever it holds, never executed; used on both sides of the trust line."""

from __future__ import annotations

import struct
from typing import Any

import msgpack
import numpy as np

from autograder.sandbox.wire_format import (
    ARRAY,
    BIGINT,
    CALLBACK,
    COMPLEX,
    DTYPES_BY_NAME,
    FROZENSET,
    MAX_AXES,
    MAX_BIGINT_BYTES,
    MAX_COLLISIONS,
    MAX_DEPTH,
    MAX_FRAME,
    MAX_MAP,
    MAX_NODES,
    MAX_REF,
    NODE_BYTES,
    OPAQUE,
    REF,
    RNG,
    SCALAR,
    SET,
    SHAPES,
    TUPLE,
    Opaque,
    Open,
    WireError,
)


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
    if ndim > MAX_AXES:
        raise WireError("array dimensions")
    shape = SHAPES[ndim].unpack_from(data, 2)
    start = 2 + 8 * ndim
    dtype = DTYPES_BY_NAME.get(data[start : start + name_length])
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
