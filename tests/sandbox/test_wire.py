"""The wire carries plain data and arrays exactly, and turns everything else into a `WireError`."""

from __future__ import annotations

import enum
import math
import pickle
import random
import struct
from collections import ChainMap, UserDict, defaultdict, deque, namedtuple
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import msgpack
import numpy as np
import pytest

from autograder.sandbox import wire
from autograder.sandbox.wire import Callback, Opaque, Ref, Rng, WireError

_HEAD = wire.HEADER.size

Sized = namedtuple("Sized", "rows columns")


def _there_and_back(value: object) -> Any:
    return wire.decode(wire.frame(value)[_HEAD:])


def _packed(value: object) -> bytes:
    return bytes(msgpack.packb(value, use_bin_type=True))


def _extension(code: int, data: bytes) -> bytes:
    return _packed(msgpack.ExtType(code, data))


def _array(name: bytes, shape: tuple[int, ...], data: bytes) -> bytes:
    return struct.pack(f"<BB{len(shape)}q", len(name), len(shape), *shape) + name + data


# --- what crosses, crosses exactly ---


@pytest.mark.parametrize(
    "value",
    [
        None, True, False, 0, -1, 2**63, -(2**63), 2**64, -(2**200), 1.5, math.inf, -0.0, "", "naïve ∂W", b"\x00\xff", 1 + 2j,
        [], [1, [2.0, "x"]], (), (1, (2,)), {}, {"a": {"b": 1}}, {1: "x", 2.5: "y", b"k": 1, ("t", 1): 2}, set(),
        pytest.param({1, "a"}, id="{1, 'a'}"),  # a set's repr follows no order, and both pytest-xdist workers must agree
    ],
    ids=repr,
)  # fmt: skip
def test_plain_data_round_trips(value: object) -> None:
    """Every plain value arrives as itself, of the same type."""
    answer = _there_and_back(value)
    assert answer == value and type(answer) is type(value if not isinstance(value, set) else frozenset())


def test_nan_round_trips() -> None:
    """NaN arrives as NaN."""
    assert math.isnan(_there_and_back(math.nan))


@pytest.mark.parametrize("dtype", sorted(wire.DTYPES))
@pytest.mark.parametrize("shape", [(), (0,), (3,), (0, 4), (2, 3), (1, 2, 1, 2)], ids=str)
def test_arrays_round_trip(dtype: str, shape: tuple[int, ...]) -> None:
    """Arrays of every dtype and byte order, 0-d and empty ones too, arrive with dtype, shape and every bit."""
    array = np.asarray(np.arange(math.prod(shape)).reshape(shape) % 2).astype(dtype)
    answer = _there_and_back(array)
    assert type(answer) is np.ndarray and answer.dtype.str == array.dtype.str and answer.shape == shape
    assert answer.tobytes() == array.tobytes() and answer.flags.writeable


@pytest.mark.parametrize(
    "array",
    [
        np.arange(12.0).reshape(3, 4).T,
        np.arange(12.0)[::3],
        np.arange(12.0)[::-1],
        np.broadcast_to(np.arange(3.0), (4, 3)),
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
    ],
    ids=["transposed", "strided", "reversed", "broadcast", "fortran"],
)
def test_arrays_in_any_layout_round_trip(array: np.ndarray) -> None:
    """Arrays that are not contiguous arrive with the same entries."""
    assert np.array_equal(_there_and_back(array), array)


@pytest.mark.parametrize("dtype", sorted(wire.DTYPES))
def test_scalars_round_trip(dtype: str) -> None:
    """NumPy's scalars arrive as scalars of the same kind."""
    answer = _there_and_back(np.dtype(dtype).type(1))
    assert type(answer) is np.dtype(dtype).type and answer == 1


def test_extended_precision_is_narrowed() -> None:
    """Long doubles, which differ between machines, arrive as doubles."""
    assert _there_and_back(np.longdouble(1.5)) == 1.5
    assert _there_and_back(np.ones(2, np.clongdouble)).dtype == np.complex128


def test_special_arguments_reach_the_worker_alone() -> None:
    """Generators, references and callbacks are opened where the worker says how, and refused by the judge."""
    for special, number in ((Rng(7), 7), (Ref(8), 8), (Callback(9), 9)):
        body = wire.encode([special])
        assert wire.decode(body, lambda code, value: (code, value))[0][1] == number
        with pytest.raises(WireError):
            wire.decode(body)


@pytest.mark.parametrize(
    "value",
    [
        *("x" * size for size in (0, 31, 32, 255, 256, 65_536)),
        *([None] * size for size in (0, 15, 16, 65_535, 65_536)),
        *({str(key): True for key in range(size)} for size in (0, 15, 16, wire.MAX_MAP)),
        *(float(number) for number in ("nan", "inf", "-0.0", "1e-310")),
        *(sign * 2**bits for bits in (0, 5, 7, 8, 15, 16, 31, 32, 62) for sign in (1, -1)),
        b"\x00" * 300, "∂" * 11, {1: "a", 2.5: "b", b"c": "d", "é": []}, [[{"a": [1.5, {"b": None}]}], False],
    ],
    ids=lambda value: f"{type(value).__name__} {str(value)[:12]}",
)  # fmt: skip
def test_plain_data_are_written_as_msgpack_writes_them(value: object) -> None:
    """Sizes around each of msgpack's limits, and every plain type, give msgpack's own bytes."""
    assert wire.encode(value) == _packed(value)


@pytest.mark.parametrize("size", [0, 3, 240, 300, 65_500, 65_600])
def test_arrays_and_tuples_are_extensions_as_msgpack_writes_them(size: int) -> None:
    """Extensions of every length of msgpack's have its own bytes."""
    array = np.zeros(size, np.uint8)
    body = _array(b"|u1", array.shape, array.tobytes())
    assert wire.encode(array) == _extension(wire.ARRAY, body)
    assert wire.encode(("x" * size,)) == _extension(wire.TUPLE, _packed(["x" * size]))


def test_a_container_that_lies_about_its_length_arrives_whole() -> None:
    """What is written is what the container gives, whatever it says of its length."""

    class Liar(list[int]):
        def __len__(self) -> int:
            return 99

    class Forger(dict[str, int]):
        def __len__(self) -> int:
            return 0

    assert _there_and_back([Liar([1, 2]), Forger(a=1), "end"]) == [[1, 2], {"a": 1}, "end"]


# --- what is not plain data ---


@pytest.mark.parametrize(
    "value",
    [
        object(), len, np, np.float64, range(3), np.array([1, None]), np.array(["a"]), np.array([b"a"]), np.zeros(2, "V3"),
        np.zeros(1, [("x", "f8")]), np.array(["2020-01-01"], "datetime64[D]"), np.datetime64("2020-01-01"), np.str_("x").dtype,
        np.random.default_rng(0), np.ma.masked_array([1.0], [True]), slice(1), NotImplemented, iter([]),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_anything_else_arrives_opaque(value: object) -> None:
    """What is not plain data arrives as a name and a number, and equals nothing."""
    kept: list[object] = []
    body = wire.frame([value], lambda item: kept.append(item) or 5)[_HEAD:]  # type: ignore[func-returns-value]
    (answer,) = wire.decode(body)
    assert isinstance(answer, Opaque) and answer.ref == 5 and kept == [value]
    assert answer != Opaque(answer.type_name, answer.ref) and answer != answer.ref


class _Liar:
    """Claims to be equal to everything, and to be whatever it is asked for."""

    __hash__ = object.__hash__

    def _lie(self, *_: object) -> Any:
        return 7

    def __eq__(self, other: object) -> bool:
        return True

    __int__ = __index__ = __float__ = __str__ = __len__ = __array__ = __abs__ = __add__ = __sub__ = _lie


class _Label(_Liar, str): ...


class _Size(_Liar, int): ...


class _Cost(_Liar, float): ...


class _Rows(list): ...  # type: ignore[type-arg]


class _Cache(dict): ...  # type: ignore[type-arg]


class _Grid(np.ndarray): ...


class _Names(enum.StrEnum):
    W1 = "W1"


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (_Label("x"), "x"), (_Size(3), 3), (_Cost(2.5), 2.5), (_Rows([_Size(1)]), [1]), (_Cache(a=1), {"a": 1}),
        (UserDict(a=1), {"a": 1}), (ChainMap({"a": 1}, {"a": 2}), {"a": 1}), (MappingProxyType({"a": 1}), {"a": 1}),
        (defaultdict(list, a=[1]), {"a": [1]}), (Sized(1, 2), (1, 2)), ({_Names.W1: _Names.W1}, {"W1": "W1"}),
        ({np.int64(1): 2, np.str_("b1"): 3}, {1: 2, "b1": 3}), (Fraction(1, 4), 0.25), (Decimal("0.5"), 0.5),
        (deque([1]), [1]),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_a_class_made_of_plain_data_arrives_as_what_it_is_made_of(value: object, plain: object) -> None:
    """Right work may use a class of its own; that class's methods have no say in what arrives."""
    answer = _there_and_back(value)
    assert repr(answer) == repr(plain) and type(answer) is type(plain)


@pytest.mark.parametrize("array", [np.matrix([[1.0, 2.0]]), np.ma.array([[1.0, 2.0]]), np.array([[1.0, 2.0]]).view(_Grid)])
def test_an_array_of_another_class_arrives_as_an_array(array: np.ndarray) -> None:
    """A matrix, an array in which nothing is masked, or a class made of arrays: their numbers and their shape count."""
    answer = _there_and_back(array)
    assert type(answer) is np.ndarray and answer.tolist() == [[1.0, 2.0]]


@pytest.mark.parametrize("value", [Decimal("sNaN"), Fraction(10**400), object(), np.ma.array([1.0], mask=[True])])
def test_what_is_made_of_nothing_plain_stays_opaque(value: object) -> None:
    """A number that no float can hold, a masked entry, an object: no value is made up for it."""
    assert isinstance(_there_and_back(value), Opaque)


def test_a_set_reaches_a_student_as_a_set() -> None:
    """A student's function may add to the set that it was given; the judge's own side gets one that cannot change."""
    body = wire.encode([{1, 2}, frozenset({3})])
    assert [type(one) for one in wire.decode(body, lambda code, value: None)] == [set, frozenset]
    assert [type(one) for one in wire.decode(body)] == [frozenset, frozenset]


def test_pickles_stay_bytes() -> None:
    """A pickle arrives as the bytes it is."""
    data = pickle.dumps(print)
    assert _there_and_back(data) == data


def test_no_timestamp_arrives() -> None:
    """The one extension type that msgpack has of its own arrives as a plain number."""
    assert type(wire.decode(_packed(msgpack.Timestamp(1, 2)))) is float


def test_a_bool_is_zero_or_one() -> None:
    """A bool array made of other bytes is read as truth values: NumPy would compute with the bytes."""
    answer = wire.decode(_extension(wire.ARRAY, _array(b"|b1", (3,), b"\x00\x02\xff")))
    assert answer.view(np.uint8).tolist() == [0, 1, 1]


# --- bounds ---


def _nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


def test_depth_is_bounded_when_sending() -> None:
    """What is nested too deeply is not sent; the deepest that is sent is read."""
    assert _there_and_back(_nested(wire.MAX_DEPTH)) == _nested(wire.MAX_DEPTH)
    with pytest.raises(WireError):
        wire.frame(_nested(wire.MAX_DEPTH + 1))


def test_a_value_within_itself_is_not_sent() -> None:
    """A list that contains itself is refused, not followed for ever."""
    value: list[Any] = []
    value.append(value)
    with pytest.raises(WireError):
        wire.frame(value)


@pytest.mark.parametrize("depth", [wire.MAX_DEPTH + 2, 100, 1000, 100_000])
@pytest.mark.parametrize("kind", ["list", "map", "tuple"])
def test_depth_is_bounded_when_reading(depth: int, kind: str) -> None:
    """What a forger nests too deeply is refused: functions that walk an answer by recursion are safe."""
    body = b"\x90"
    for _ in range(min(depth, 3000) if kind == "tuple" else depth):
        body = {"list": b"\x91" + body, "map": b"\x81\xa1k" + body}.get(kind) or _extension(wire.TUPLE, b"\x91" + body)
        if kind != "tuple" and depth == 100_000:
            body = (b"\x91" if kind == "list" else b"\x81\xa1k") * depth + b"\x90"
            break
    with pytest.raises(WireError):
        wire.decode(body)


@pytest.mark.parametrize(
    "body",
    [
        _packed([[0] * 1000] * 501),
        b"\xdd" + struct.pack(">I", wire.MAX_NODES + 1) + b"\x00" * (wire.MAX_NODES + 1),
        _packed([msgpack.ExtType(wire.TUPLE, _packed([0] * 100_000))] * 6),
        _packed([{str(i): i for i in range(4000)}] * 130),
    ],
    ids=["nested", "flat", "tuples", "maps"],
)
def test_values_are_bounded_in_number(body: bytes) -> None:
    """A message with too many values is refused, however they are divided."""
    with pytest.raises(WireError):
        wire.decode(body)


def test_announced_sizes_are_not_believed() -> None:
    """A header that announces more than comes allocates nothing."""
    for start in (b"\xdd\xff\xff\xff\xff", b"\xdf\xff\xff\xff\xff", b"\xc6\xff\xff\xff\xff", b"\xdb\xff\xff\xff\xff"):
        with pytest.raises(WireError):
            wire.decode(start + b"\x00" * 10)


def test_dictionaries_are_bounded() -> None:
    """A dictionary with too many keys is neither sent nor read."""
    large = dict.fromkeys(range(wire.MAX_MAP + 1), 0)
    with pytest.raises(WireError):
        wire.frame(large)
    with pytest.raises(WireError):
        wire.decode(_packed(large))


def test_sets_are_bounded() -> None:
    """A set with too many elements is neither sent nor read: if all collide, building it takes their number's square."""
    with pytest.raises(WireError):
        wire.frame(set(range(wire.MAX_MAP + 1)))
    with pytest.raises(WireError):
        wire.decode(_extension(wire.SET, _packed(list(range(wire.MAX_MAP + 1)))))


def test_colliding_keys_are_bounded_in_all() -> None:
    """Many dictionaries, each as large as is allowed, are refused together."""
    one = dict.fromkeys(range(wire.MAX_MAP), 0)
    assert wire.decode(_packed([one])) == [one]
    with pytest.raises(WireError):
        wire.decode(_packed([one] * 6))


def test_frames_are_bounded() -> None:
    """A message larger than a frame is neither sent nor read."""
    with pytest.raises(WireError):
        wire.frame(bytes(wire.MAX_FRAME))
    with pytest.raises(WireError):
        wire.decode(bytes(wire.MAX_FRAME + 1))


def test_integers_are_bounded() -> None:
    """An integer with too many digits is neither sent nor read."""
    with pytest.raises(WireError):
        wire.frame(1 << 100_000)
    with pytest.raises(WireError):
        wire.decode(_extension(wire.BIGINT, bytes(wire.MAX_BIGINT_BYTES + 1)))


# --- malformed messages ---


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x03", b"\x03\x05", b"\x03\x21" + bytes(300), _array(b"<f8", (2,), bytes(8)), _array(b"<f8", (1,), bytes(16)),
        _array(b"<f8", (-1,), b""), _array(b"<f8", (-1, -8), bytes(64)), _array(b"<f8", (2**62, 4), b""),
        _array(b"<f8", (2**31, 2**33, 0), b""), _array(b"<f8", (1 << 24,) * 31 + (0,), b""), _array(b"|O", (1,), bytes(8)),
        _array(b"<U4", (1,), bytes(16)), _array(b"|S4", (1,), bytes(4)), _array(b"|V8", (1,), bytes(8)),
        _array(b"<M8[s]", (1,), bytes(8)), _array(b"<f16", (1,), bytes(16)), _array(b"f8,i4", (1,), bytes(12)),
        _array(b"\xff\xfe", (1,), bytes(8)), _array(b"", (1,), bytes(8)), b"\xff\x00<f8",
    ],
    ids=repr,
)  # fmt: skip
@pytest.mark.parametrize("code", [wire.ARRAY, wire.SCALAR])
def test_bogus_arrays_are_refused(code: int, data: bytes) -> None:
    """An array whose header lies, or whose dtype is not on the list, is refused."""
    with pytest.raises(WireError):
        wire.decode(_extension(code, data))


_ONE = _array(b"<f8", (1,), bytes(8))
MALFORMED = {
    "empty": b"",
    "reserved": b"\xc1",
    "cut": b"\x91",
    "two": b"\x00\x00",
    "unknown extension": _extension(99, b"\x00"),
    "empty extension": _extension(0, b""),
    "bad timestamp": b"\xc7\x03\xffabc",
    "negative extension": b"\xd4\x80\x00",
    "short complex": _extension(wire.COMPLEX, b"abc"),
    "tuple of no list": _extension(wire.TUPLE, b"\x01"),
    "empty tuple": _extension(wire.TUPLE, b""),
    "set of a list": _extension(wire.SET, b"\x91\x90"),
    "opaque without a name": _extension(wire.OPAQUE, b"\x90"),
    "opaque with a number for a name": _extension(wire.OPAQUE, b"\x92\x01\x01"),
    "opaque with a bool for a number": _extension(wire.OPAQUE, b"\x92\xa1x\xc3"),
    "generator": _extension(wire.RNG, b"\x01"),
    "scalar with a shape": _extension(wire.SCALAR, _ONE),
    "text that is not UTF-8": b"\xa2\xff\xfe",
    "list as a key": b"\x81\x90\x01",
    "array as a key": b"\x81" + _extension(wire.ARRAY, _ONE) + b"\x01",
}


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED)
def test_malformed_messages_are_refused(body: bytes) -> None:
    """A message that is no message of ours is refused."""
    with pytest.raises(WireError):
        wire.decode(body)


def _seeds() -> list[bytes]:
    values = [{"i": 1, "ok": True, "value": {"W1": np.ones((2, 3)), "t": (1, {2}, 1j, 2**70)}}, [np.float32(1), None, "x" * 40]]
    return [wire.encode(value) for value in values]


@pytest.mark.parametrize("seed", range(4))
def test_random_bytes_raise_nothing_else(seed: int) -> None:
    """Whatever bytes come, the answer is a value or a WireError."""
    rng = random.Random(seed)
    seeds = _seeds()
    for _ in range(3000):
        body = bytearray(rng.choice(seeds) if rng.random() < 0.7 else rng.randbytes(rng.randrange(60)))
        for _ in range(rng.randrange(4)):
            if body:
                body[rng.randrange(len(body))] = rng.choice((0, 1, 0x90, 0xC7, 0xC8, 0xD4, 0xDC, 0xFF, rng.randrange(256)))
        if rng.random() < 0.2:
            del body[rng.randrange(len(body) + 1) :]
        try:
            wire.decode(bytes(body))
        except WireError:
            continue


def test_nothing_that_arrives_can_act() -> None:
    """All that random messages decode to is of a short list of inert types."""
    allowed = (type(None), bool, int, float, complex, str, bytes, list, tuple, dict, frozenset, np.ndarray, np.generic, Opaque)
    rng = random.Random(9)
    for _ in range(3000):
        body = bytearray(rng.choice(_seeds()))
        body[rng.randrange(len(body))] = rng.randrange(256)
        try:
            pending = [wire.decode(bytes(body))]
        except WireError:
            continue
        while pending:
            item = pending.pop()
            assert isinstance(item, allowed)
            if isinstance(item, dict):
                pending += [*item, *item.values()]
            elif isinstance(item, list | tuple | frozenset):
                pending += item
            elif isinstance(item, np.ndarray):
                assert item.dtype.str in wire.DTYPES


@pytest.mark.parametrize("number", [-1, wire.MAX_REF, 2**63, 2**64, 10**30, -(10**30)])
def test_a_reference_that_could_not_be_sent_back_is_refused(number: int) -> None:
    """A worker numbers its objects; the judge sends the number back, as a whole number of the frame's own kind."""
    big = -(2**63) <= number < 2**64
    packed = number if big else msgpack.ExtType(wire.BIGINT, number.to_bytes(20, "little", signed=True))
    with pytest.raises(WireError):
        wire.decode(_extension(wire.OPAQUE, _packed(["Counter", packed])))


def test_every_reference_that_is_read_can_be_sent_back() -> None:
    """Both ways in which the judge does: as the object of a call, and as an argument."""
    found = wire.decode(_extension(wire.OPAQUE, _packed(["Counter", wire.MAX_REF - 1])))
    for message in (found, [{"x": found}], Ref(found.ref)):
        assert wire.encode(message)
