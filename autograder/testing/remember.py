"""Remembers what a pure function of the course's own has answered to the same numbers; trusted side.

The release gate asks thousands of wrong implementations the same questions, and each time the oracle computes the same right
answer. A student's value may be among the arguments: the answer is computed here, by trusted code, from exactly those bytes, so
that it is right whatever they are; and what is kept is bounded, so that nobody makes it grow.
"""

from __future__ import annotations

import contextlib
import functools
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, ParamSpec, TypeVar

import numpy as np

ROOM = 4 << 20  # bytes that one function's questions and answers may take
LARGEST = ROOM // 16  # of one question with its answer
ITEM = 150  # bytes that a value takes in a question and in its answer, beside an array's own, about

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


class _Unknown(Exception):
    """A value that is no plain data, such as a function or a generator, or is too large to be kept."""


class _Memory:
    """Answers by question; when there is no more room, what was not asked for longest is forgotten."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._room = ROOM
        self._lock = threading.Lock()  # one process may hold several judges, each with its thread

    def get(self, key: Hashable) -> tuple[Any, int] | None:
        with self._lock:
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def put(self, key: Hashable, answer: Any, size: int) -> None:
        if size > LARGEST:
            return
        with self._lock:
            self._room += self._answers.pop(key, (None, 0))[1] - size
            self._answers[key] = answer, size
            while self._room < 0:
                self._room += self._answers.popitem(last=False)[1][1]


def remembered(function: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """Let a function answer from memory what it was asked before; each answer is a copy, so that no test spoils another's.

    The function must be pure: its answer depends on its arguments alone, and they stay as they are. Where an argument is no
    plain data (a function, a generator) it is called as it stands. An exception is not remembered.
    """
    memory = _Memory()

    @functools.wraps(function)
    def answer(*args: _Given.args, **kwargs: _Given.kwargs) -> _Found:
        try:
            question, asked = _key((args, kwargs))
        except _Unknown:
            return function(*args, **kwargs)
        known = memory.get(question)
        if known is not None:
            copy: _Found = _copied(known[0])
            return copy
        found = function(*args, **kwargs)
        with contextlib.suppress(_Unknown):  # what it returns cannot be kept
            memory.put(question, _copied(found), asked + _key(found)[1])
        return found

    return answer


def _key(value: Any) -> tuple[Hashable, int]:
    """Return what tells a value from every other, to the bit and in how its array lies in memory; and about its bytes."""
    kind = type(value)
    if kind is np.ndarray and value.dtype.kind in "biufc" and value.nbytes <= LARGEST:
        return (value.shape, value.strides, value.dtype.str, value.tobytes()), ITEM + value.nbytes
    if isinstance(value, np.generic) and value.dtype.kind in "biufc":
        return (value.dtype.str, value.tobytes()), ITEM
    if kind is float:
        return (kind, value.hex()), ITEM  # by its bits: 0.0 equals -0.0, and nan nothing
    if kind in (int, str, bool, type(None)):
        return (kind, value), ITEM + (len(value) if kind is str else int(value or 0).bit_length() // 8)
    if kind in (list, tuple):
        keys = [_key(item) for item in value]
    elif kind is dict and all(type(name) is str for name in value):
        keys = [((name, key), len(name) + size) for name, item in value.items() for key, size in [_key(item)]]
    else:
        raise _Unknown
    return (kind, *(key for key, _ in keys)), ITEM + sum(size for _, size in keys)


def _copied(value: Any) -> Any:
    """Return a copy of plain data."""
    kind = type(value)
    if kind is np.ndarray:
        return value.copy(order="K")
    if kind in (list, tuple):
        return kind(_copied(item) for item in value)
    return {name: _copied(item) for name, item in value.items()} if kind is dict else value
