"""Draws what a worker can send: values of every kind that crosses the wire, and answers that are nearly right."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.sandbox import wire

HUGE = 10**5000
DTYPES: Sequence[Any] = sorted(wire.DTYPES.values(), key=str)
TEXTS = (
    "",
    "W1",
    "x",
    "a\0b",
    "\x1b[31mred",
    "<script>",
    "=cmd()",
    "::add-mask::",
    "\n```\n",
    "\u202e",
    "\U0001f600",
    "x" * 3000,
)
FLOATS = (0.0, -0.0, 1.0, math.inf, -math.inf, math.nan, 5e-324, 2.2e-308, 1.8e308, -1e308, 1e-17, 0.1)
INTS = (0, 1, -1, 7, 2**31, 2**53 + 1, 2**63 - 1, 2**63, -(2**63), 2**64 - 1, 2**64, -(2**63) - 1, HUGE, -HUGE, 10**400)
MAX_DEPTH = 7


def text(draw: random.Random) -> str:
    """Return a text: a known nuisance, or characters from anywhere but the surrogates."""
    if draw.random() < 0.7:
        return draw.choice(TEXTS)
    return "".join(chr(draw.choice((draw.randrange(0x20), draw.randrange(0xD800), 0x10FFFF))) for _ in range(draw.randrange(8)))


def number(draw: random.Random) -> Any:
    """Return a number of Python's."""
    return draw.choice(
        (
            draw.choice(FLOATS),
            draw.choice(INTS),
            draw.gauss(0.0, 1.0),
            draw.randrange(-9, 9),
            complex(draw.choice(FLOATS), draw.gauss(0.0, 1.0)),
            draw.random() < 0.5,
        )
    )


def array(draw: random.Random, shape: tuple[int, ...] | None = None) -> Any:
    """Return an array of any dtype that crosses: of ordinary numbers, of one extreme one, or of any bits at all."""
    if shape is None:
        axes = draw.choice((0, 1, 1, 2, 2, 2, 3, 4, 32))
        shape = tuple(draw.randrange(4) for _ in range(axes)) if axes < 32 else (1,) * 32
    dtype = draw.choice(DTYPES) if draw.random() < 0.6 else np.dtype(float)
    size = math.prod(shape)
    way = draw.randrange(3)
    with np.errstate(all="ignore"):
        if way == 0 and dtype.kind != "b":
            return np.frombuffer(draw.randbytes(size * dtype.itemsize), dtype).reshape(shape)
        fill = draw.choice(FLOATS) if way == 1 else None
        numbers = np.array([draw.gauss(0.0, 2.0) if fill is None else fill for _ in range(size)])
        return numbers.reshape(shape).astype(dtype)


def key(draw: random.Random) -> Any:
    """Return a key of a dictionary or a member of a set."""
    return draw.choice((text, number, lambda d: (text(d), number(d)), lambda d: text(d).encode()))(draw)


def value(draw: random.Random, depth: int = 0) -> Any:
    """Return a value that a worker can send, by itself or in containers."""
    leaves: Sequence[Callable[[random.Random], Any]] = (
        number, number, array, array, text, lambda d: None, lambda d: text(d).encode(),
        lambda d: wire.Opaque(text(d), d.randrange(5)), lambda d: array(d, ())[()],
    )  # fmt: skip
    if depth >= MAX_DEPTH or draw.random() < 0.35 + 0.1 * depth:
        return draw.choice(leaves)(draw)
    size = draw.randrange(5)
    way = draw.randrange(6)
    if way == 0:
        return frozenset(key(draw) for _ in range(size))
    if way == 1:
        inner = value(draw, MAX_DEPTH)
        for _ in range(draw.randrange(wire.MAX_DEPTH + 2)):
            inner = [inner] if draw.random() < 0.5 else (inner,)
        return inner
    if way == 2:
        return {key(draw): value(draw, depth + 1) for _ in range(size)}
    if way == 3:
        return tuple(value(draw, depth + 1) for _ in range(size))
    return [value(draw, depth + 1) for _ in range(size)]


def nearly(draw: random.Random, right: Any) -> Any:
    """Return a right answer with something wrong in it, or as it is."""
    if isinstance(right, dict) and right and draw.random() < 0.85:
        name = draw.choice(sorted(right, key=str))
        if draw.random() < 0.15:
            return {other: item for other, item in right.items() if other != name}
        return {**right, name: nearly(draw, right[name])}
    if isinstance(right, list | tuple) and right and draw.random() < 0.85:
        place = draw.randrange(len(right))
        if draw.random() < 0.15:
            return type(right)(item for index, item in enumerate(right) if index != place)
        return type(right)(nearly(draw, item) if index == place else item for index, item in enumerate(right))
    if isinstance(right, set | frozenset) and draw.random() < 0.85:
        return (
            draw.choice((right - {min(right)}, right | {key(draw)}, sorted(right), {float(item) for item in right}))
            if right
            else {0}
        )
    if isinstance(right, str) and right and draw.random() < 0.85:
        place = draw.randrange(len(right))
        return draw.choice(
            (right[:place], right[:place] + text(draw) + right[place:], right.upper(), right[::-1], right.encode())
        )
    if isinstance(right, np.ndarray | float) and draw.random() < 0.9:
        with np.errstate(all="ignore"):
            return _spoilt(draw, np.asarray(right))
    return value(draw) if draw.random() < 0.5 else right


def _spoilt(draw: random.Random, right: Any) -> Any:
    ways: Sequence[Callable[[Any], Any]] = (
        lambda a: a * draw.choice((-1.0, 0.0, 2.0, 0.5, 3.0, 1e300, math.inf)),
        lambda a: a + draw.choice((1.0, -1.0, 1e-9, math.nan)),
        lambda a: a.T.copy(),
        lambda a: a.reshape(-1),
        lambda a: a[..., None],
        lambda a: a.sum(axis=-1, keepdims=draw.random() < 0.5) if a.ndim else a,
        lambda a: a[..., :-1] if a.ndim else a,
        lambda a: a.astype(draw.choice(DTYPES)),
        lambda a: a.tolist(),
        lambda a: array(draw, a.shape),
        lambda a: np.where(np.arange(a.size).reshape(a.shape) % 2 == 0, a, draw.choice(FLOATS)),
        lambda a: np.sort(a, axis=-1) if a.ndim else a,
        lambda a: a**2,
        lambda a: np.exp(a),
        lambda a: np.maximum(a, 0.0),
    )
    return draw.choice(ways)(right)
