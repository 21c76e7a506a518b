"""Frames that a worker could send: messages of ours with their bytes changed. The decoder reads them or refuses them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache

import msgpack

from autograder.sandbox import wire

from . import draw as drawn

SEEDS, LARGEST = 3000, 1 << 16
FRAMES = 16  # of one trial: seeding takes as long as drawing one
SENT_BACK = 0.25  # of what was read: it takes three times as long as reading
HEADS = (
    b"\xdc\xff\xff",
    b"\xdd\xff\xff\xff\xff",
    b"\xde\xff\xff",
    b"\xdf\xff\xff\xff\xff",
    b"\xdb\xff\xff\xff\xff",
    b"\xc6\xff\xff\xff\xff",
    b"\xc9\xff\xff\xff\xff\x01",
    b"\xc8\x00\x10\x01",
    b"\xc1",
    b"\xd6\xff",
    b"\xd8\xff",
    b"\xc7\x0c\xff",
    b"\x91" * 40,
    b"\x81\x00" * 40,
    b"\xc7\x02\x01\x03\x20",
    b"\xd4\x04\x80",
    b"\x90",
    b"\x80",
    b"\xc0",
)


@cache
def bodies() -> Sequence[bytes]:
    """Return messages that are right: answers with drawn values, as a worker frames them."""
    draw, found = random.Random(1), list[bytes]()
    while len(found) < SEEDS:
        message = {"i": draw.randrange(9), "ok": draw.random() < 0.9, "value": drawn.value(draw), "unchanged": True}
        try:
            body = wire.encode(message, lambda _: 0)
        except wire.WireError:
            continue
        if len(body) <= LARGEST:
            found.append(body)
    return found


def frame(draw: random.Random) -> bytes:
    """Return a message with a few changes, or nested in an extension of ours."""
    body = bytearray(draw.choice(bodies()))
    for _ in range(draw.choice((0, 1, 1, 1, 2, 3, 8))):
        draw.choice(_CHANGES)(draw, body)
    if draw.random() < 0.05:
        return bytes(msgpack.packb(msgpack.ExtType(draw.randrange(1, 12), bytes(body)), use_bin_type=True))
    return bytes(body)


def _flip(draw: random.Random, body: bytearray) -> None:
    if body:
        body[draw.randrange(len(body))] ^= 1 << draw.randrange(8)


def _put(draw: random.Random, body: bytearray) -> None:
    if body:
        body[draw.randrange(len(body))] = draw.choice((0, 1, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xC7, 0xC9, 0xD4, 0xFF))


def _cut(draw: random.Random, body: bytearray) -> None:
    del body[draw.randrange(len(body) + 1) :]


def _drop(draw: random.Random, body: bytearray) -> None:
    start = draw.randrange(len(body) + 1)
    del body[start : start + draw.randrange(1, 9)]


def _head(draw: random.Random, body: bytearray) -> None:
    start = draw.randrange(len(body) + 1)
    body[start : start + draw.randrange(6)] = draw.choice(HEADS)


def _splice(draw: random.Random, body: bytearray) -> None:
    other = draw.choice(bodies())
    start, begin = draw.randrange(len(body) + 1), draw.randrange(len(other) + 1)
    body[start : start + draw.randrange(20)] = other[begin : begin + draw.randrange(60)]


_CHANGES: Sequence[Callable[[random.Random, bytearray], None]] = (_flip, _flip, _put, _cut, _drop, _head, _splice)


def read(body: bytes, *, send_back: bool = True) -> bool:
    """Decode a body as the judge does; whatever is read can be sent back, or is refused by the wire's own error.

    Returns whether it was read. Any other exception is a finding.
    """
    try:
        message, weight = wire.weighed(body)
    except wire.WireError:
        return False
    assert weight >= len(body)
    if not send_back:
        return True
    try:
        again = wire.encode(message)
    except wire.WireError:
        return True
    assert len(wire.encode(wire.decode(again))) == len(again), "what was read is another thing when it is sent back"
    return True


def trial(draw: random.Random) -> int:
    """Read a few drawn frames; returns how many."""
    for _ in range(FRAMES):
        read(frame(draw), send_back=draw.random() < SENT_BACK)
    return FRAMES
