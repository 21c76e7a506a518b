"""Replays a transcript on an implementation from the bank and compares its answers with the student's; trusted side."""

from __future__ import annotations

import contextlib
import io
import random
import signal
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from autograder import errors
from autograder.judge.copies import copied
from autograder.judge.proxy import Record, Remote
from autograder.sandbox import said, wire
from autograder.worker.callbacks import too_large
from autograder.worker.session import Answer

RTOL, ATOL = 1e-6, 1e-9
REPLAY_SECONDS = 3.0
TOO_LARGE = "MemoryError"  # as what the arguments ask for would end, on a smaller machine
NOT_HERE = "NotHere"  # the fault of a call whose argument lives in the worker alone: nothing is known of its answer

Implementation = Callable[..., Any]


@dataclass(frozen=True)
class Replayed:
    """One answer of an implementation: its value as it would have arrived, or the kind of exception."""

    value: object = None
    unchanged: bool = True
    fault: str | None = None
    said: str = ""  # a digest of what the exception says
    seconds: float = 0.0
    arguments: tuple[object, ...] | None = None  # as they are afterwards, when they changed and were watched


class _TooSlow(BaseException):
    """The implementation does not end."""


class _NotHere(Exception):
    """An argument is an object of the worker's that no replayed call has made."""


def records_of(function: str, records: Sequence[Record]) -> list[Record]:
    """Return the calls of a function, or the whole life of a class's objects, with the values held for them."""
    own = function + "."
    found = [record for record in records if record.name == function or record.name.startswith(own)]
    lives = any(record.name != function or any(isinstance(one, Remote) for one in record.arguments) for record in found)
    return [r for r in records if r.name == function or r.name.startswith(own) or (lives and r.name == "held")]


def replay(
    function: str, implementation: Implementation, records: Sequence[Record], *, watch: bool = False, ours: bool = False
) -> Iterator[Replayed]:
    """Yield the implementation's answer to each record in turn; `watch` whether it leaves its arguments alone.

    In a process of `ours` the global generators are left as they come: nobody else draws from them.
    """
    objects: dict[int, Any] = {}
    for record in records:
        yield _replay_one(function, implementation, record, objects, watch=watch, ours=ours)


def redrawn(records: Sequence[Record]) -> tuple[Record, ...]:
    """Return the same calls with other random numbers; none where no call is random."""
    if all(record.seed is None for record in records):
        return ()
    return tuple(
        replace(record, seed=record.seed and record.seed + 1, arguments=tuple(map(_reseeded, record.arguments)))
        for record in records
    )


def _reseeded(argument: Any) -> Any:
    return wire.Rng(argument.seed + 1) if isinstance(argument, wire.Rng) else argument


def same_answer(record: Record, replayed: Replayed, *, purity: bool, word_for_word: bool = False) -> bool:
    """Is the student's answer to this record the implementation's? `word_for_word`: do exceptions say the same as well?"""
    if isinstance(record.outcome, errors.StudentFault):
        same_words = getattr(record.outcome, "said", "") == replayed.said != ""
        return replayed.fault == _fault_name(record.outcome) and (same_words or not word_for_word)
    if replayed.fault is not None or (purity and record.action == "call" and not _same_traces(record.outcome, replayed)):
        return False
    return equal(record.outcome.value, replayed.value)


def same_form(record: Record, replayed: Replayed) -> bool:
    """Has the student's answer the implementation's form, where the numbers themselves are drawn anew at each call?"""
    if isinstance(record.outcome, errors.StudentFault) or replayed.fault is not None:
        return same_answer(record, replayed, purity=False)
    return _form(record.outcome.value) == _form(replayed.value)


def as_asked(function: Callable[..., object]) -> Callable[..., object]:
    """Return a function of the judge as a worker sees it: what is no plain data arrives as an opaque value."""

    def ask(*args: object, **kwargs: object) -> object:
        sent, named = [_as_seen(one) for one in args], {name: _as_seen(one) for name, one in kwargs.items()}
        try:
            return _as_seen(function(*sent, **named))
        except Exception:
            raise ValueError("the arguments are not what this function takes") from None

    return ask


def _same_traces(outcome: Answer, replayed: Replayed) -> bool:
    """Did both leave the arguments alone, or change them alike?"""
    if outcome.unchanged != replayed.unchanged:
        return False
    return outcome.unchanged or equal(list(outcome.arguments or ()), list(replayed.arguments or ()))


def _form(value: object) -> object:
    if isinstance(value, dict):
        return {key: _form(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_form(item) for item in value]
    return (np.shape(value), np.asarray(value).dtype.kind) if isinstance(value, _NUMERIC) else type(value).__name__


def equal(first: object, second: object) -> bool:
    """Are two answers the same, up to rounding? Here nan equals nan: both went wrong alike."""
    if isinstance(first, wire.Opaque) or isinstance(second, wire.Opaque):
        return isinstance(first, wire.Opaque) and isinstance(second, wire.Opaque)
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(equal(first[key], second[key]) for key in first)
    if isinstance(first, list | tuple) and isinstance(second, list | tuple):
        return len(first) == len(second) and all(equal(a, b) for a, b in zip(first, second, strict=True))
    if isinstance(first, _NUMERIC) and isinstance(second, _NUMERIC):
        a, b = np.asarray(first), np.asarray(second)
        if "O" in (a.dtype.kind, b.dtype.kind):  # an int beyond 64 bits
            return a.shape == b.shape and bool(np.array_equal(a, b))
        if a.shape != b.shape or (a.dtype.kind in "biu") != (b.dtype.kind in "biu"):
            return a.shape == b.shape and a.dtype.kind != "b" != b.dtype.kind and bool(np.array_equal(a, b))
        return _close(a, b)
    return type(first) is type(second) and bool(first == second)


def _close(a: npt.NDArray[Any], b: npt.NDArray[Any]) -> bool:
    """Do two arrays of one shape agree? The plain comparison comes first: np.allclose is ten times as slow."""
    if a.dtype == b.dtype == np.float64 and a.size:
        first, other = a.item(0), b.item(0)
        if abs(first - other) > ATOL + RTOL * abs(other):  # where two answers differ they nearly always do here
            return False
    if a.dtype.kind == b.dtype.kind == "f":
        with np.errstate(all="ignore"):
            apart = np.abs(a - b)
            if bool(np.isfinite(apart).all()):  # then so are a and b
                return bool((apart <= ATOL + RTOL * np.abs(b)).all())
    return bool(np.allclose(a.astype(complex), b.astype(complex), rtol=RTOL, atol=ATOL, equal_nan=True))


_PLAIN = frozenset(map(np.dtype, ("<f8", "<i8", "|b1")))
_FEW_BYTES, _LARGE = 1 << 20, 1 << 62  # far below what the wire itself refuses
_ATOMS, _TEXTS = frozenset({float, bool, str, type(None), np.float64}), {str}
_SIMPLE = _ATOMS | {int}
_NUMERIC = (bool, int, float, complex, np.ndarray, np.generic)


def _replay_one(
    function: str, implementation: Implementation, record: Record, objects: dict[int, Any], *, watch: bool, ours: bool
) -> Replayed:
    try:
        arguments = [_opened(argument, objects) for argument in record.arguments]
    except _NotHere:
        return Replayed(fault=NOT_HERE)
    if record.action == "hold":
        objects[record.made or 0] = arguments[0]
        return Replayed(wire.Opaque("held", 0))
    if record.action == "overwrite":
        held: Any = objects.get(record.target or 0)
        for item in held.values() if isinstance(held, dict) else [held]:
            item[...] = arguments[0]
        return Replayed()
    if too_large(arguments, numbers=False):  # a hidden test hands on a student's tables; numbers are nearly always its own
        return Replayed(fault=TOO_LARGE)
    started = time.perf_counter()
    try:
        with _seeded(record.seed, ours=ours), _bounded(), _silent(), np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            before = wire.encode(arguments, id) if watch else b""
            value = _perform(function, implementation, record, arguments, objects)
            unchanged = not watch or wire.encode(arguments, id) == before
            after = None if unchanged else tuple(wire.decode(wire.encode(arguments, lambda _: 0)))
            seen = _as_seen(value)
    except (Exception, _TooSlow) as error:
        seconds = time.perf_counter() - started
        return Replayed(fault=_exception_name(error), said=said.digest_of(error), seconds=seconds)
    if isinstance(seen, wire.Opaque):
        objects[record.made or 0] = value
    return Replayed(seen, unchanged, seconds=time.perf_counter() - started, arguments=after)


def _as_seen(value: Any) -> Any:
    """Return a value as it would have arrived: plain data as a copy, all else by the wire itself."""
    kind = type(value)
    if kind is np.ndarray and value.dtype in _PLAIN and value.nbytes <= _FEW_BYTES:
        return value.copy()
    if kind in _ATOMS or (kind is int and abs(value) < _LARGE):
        return value
    if kind is dict and set(map(type, value)) <= _TEXTS:
        return {key: _as_seen(item) for key, item in value.items()}
    if kind is tuple:
        return tuple(_as_seen(item) for item in value)
    return wire.decode(wire.encode(value))


def _perform(
    function: str, implementation: Implementation, record: Record, arguments: list[Any], objects: dict[int, Any]
) -> Any:
    if record.name == function:
        return implementation(*arguments)
    attribute = getattr(objects[record.target or 0], record.name.partition(".")[2])
    return attribute(*arguments) if record.action == "call" else attribute


def _opened(argument: Any, objects: dict[int, Any]) -> Any:
    if isinstance(argument, wire.Rng):
        return np.random.default_rng(argument.seed)
    if isinstance(argument, Remote | wire.Opaque):
        ref = argument._ref if isinstance(argument, Remote) else argument.ref
        if ref not in objects:
            raise _NotHere
        return objects[ref]
    if type(argument) in (list, tuple) and not _SIMPLE.issuperset(map(type, argument)):
        return type(argument)(_opened(one, objects) for one in argument)
    if type(argument) is dict:
        return {key: _opened(one, objects) for key, one in argument.items()}
    return as_asked(argument) if callable(argument) else copied(argument)


def _exception_name(error: BaseException) -> str:
    if isinstance(error, _TooSlow):
        return "TimedOut"
    names = [kind.__name__ for kind in type(error).__mro__ if kind.__name__ in errors.Raised.KINDS]
    return names[0] if names else "Exception"


def _fault_name(fault: errors.StudentFault) -> str:
    if isinstance(fault, errors.Raised):
        return fault.kind
    return "TypeError" if isinstance(fault, errors.WrongArity | errors.NotCallable) else type(fault).__name__


@contextlib.contextmanager
def _seeded(seed: int | None, *, ours: bool) -> Iterator[None]:
    """Seed the global generators; unless they are ours, they go on afterwards as if nothing had been."""
    if seed is None:
        yield
        return
    before = None if ours else (np.random.get_state(), random.getstate())
    np.random.seed(seed)
    random.seed(seed)
    try:
        yield
    finally:
        if before is not None:
            np.random.set_state(before[0])
            random.setstate(before[1])


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Keep what an implementation prints off our own output."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield


@contextlib.contextmanager
def _bounded() -> Iterator[None]:
    """Stop an implementation that does not end, where this thread may use the alarm; verify finds such entries anyway."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def too_slow(_signal: int, _frame: object) -> None:
        raise _TooSlow

    before = signal.signal(signal.SIGPROF, too_slow)  # by computing: a busy machine changes no diagnosis
    signal.setitimer(signal.ITIMER_PROF, REPLAY_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
