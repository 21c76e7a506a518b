"""What a replayed function answers is seen as it would have arrived from a worker."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.judge.replay import _as_seen
from autograder.sandbox import wire

VALUES: list[Any] = [
    *(0, -1, 1 << 61, 1 << 63, -(1 << 63), 1 << 70, True, None, "x", 0.5, -0.0, float("nan"), 1j, b"x"),
    *(np.float64(2.5), np.float32(2.5), np.int64(3), np.bool_(True), np.str_("x"), np.longdouble(2)),
    *(
        np.arange(6.0).reshape(2, 3),
        np.arange(6.0).reshape(2, 3).T,
        np.zeros((0, 2)),
        np.array(3.0),
        np.arange(3),
        np.eye(2) > 0,
    ),
    *(
        np.arange(3, dtype=np.float32),
        np.array([1.0, 2.0], dtype=">f8"),
        np.array([None]),
        np.zeros(1 << 18),
        np.arange(10.0)[::2],
    ),
    *([1, np.eye(2)], (1, np.eye(2)), {1, 2}, {"W1": np.eye(2), "b": [1]}, {1: 2.0}, (np.float64(1.0), [None], {"a": (1,)})),
    np.random.default_rng(0),
    len,
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: f"{type(value).__name__}-{str(value)[:20]}")
def test_the_short_way_shows_what_the_wire_would(value: Any) -> None:
    """Type, bytes and the array's order in memory are those that the wire gives, and nothing is shared with the function."""
    seen, arrived = _as_seen(value), wire.decode(wire.encode(value))
    assert type(seen) is type(arrived)
    if not isinstance(seen, wire.Opaque):
        assert wire.encode(seen) == wire.encode(arrived)
    if isinstance(seen, np.ndarray):
        assert (seen.dtype.str, seen.strides, seen.flags.writeable) == (
            arrived.dtype.str,
            arrived.strides,
            arrived.flags.writeable,
        )
        assert not np.shares_memory(seen, value)
