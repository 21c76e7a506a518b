"""What each exercise function must return, as a structure; trusted side.

A student's answer is checked against its structure before a hidden test sees it, so that a hidden test never meets
a value it did not expect: a wrong structure fails the test, with a sentence that students may read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from autograder.testing.described import kind_of_value

_OUR_WORDS = re.compile(r"what \S+ returned\b|an entry of |item \d+ of |value \d+ of ")  # how a sentence begins without a name


_PLAIN = (bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, np.ndarray, np.generic, type(None))


class Malformed(AssertionError):
    """A student's answer has the wrong structure; the text is written for the student and holds no value."""

    @property
    def sentence(self) -> str:
        """Begin with a capital, unless it begins with a name: n_x stays n_x."""
        text = str(self)
        return text[0].upper() + text[1:] if _OUR_WORDS.match(text) else text


class Returns(Protocol):
    """A structure: `read` returns the answer in its usual form, or raises `Malformed`."""

    def read(self, answer: object, name: str) -> object:
        """Return `answer` in its usual form; `name` is how to call it in a sentence."""


@dataclass(frozen=True)
class Anything:
    """Any answer at all: the hidden test itself must be ready for all of them (for example None, or a remote object)."""

    def read(self, answer: object, name: str) -> object:
        """Return the answer as it is."""
        return answer


@dataclass(frozen=True)
class Instance:
    """An object of the student's own class; it stays in the worker, and what arrives here stands for it."""

    def read(self, answer: object, name: str) -> object:
        """Return the object as it is."""
        if isinstance(answer, _PLAIN):
            raise Malformed(f"{name} is {kind_of_value(answer)}; an object of the class is needed.")
        return answer


@dataclass(frozen=True)
class Number:
    """One real number: int, float, NumPy scalar or 0-d array; never bool, nan is allowed. Read as a Python float."""

    def read(self, answer: object, name: str) -> object:
        """Return the number as a float."""
        if type(answer) is int:  # of any length
            return _as_float(answer)
        array = _array(answer, name, "one number")
        if array.shape != () or array.dtype.kind not in "iuf":
            raise Malformed(f"{name} is {kind_of_value(answer)}; one number is needed.")
        return float(array)


@dataclass(frozen=True)
class Whole:
    """One whole number: int, NumPy integer or 0-d integer array. Read as a Python int."""

    def read(self, answer: object, name: str) -> object:
        """Return the number as an int."""
        if type(answer) is int:  # of any length
            return answer
        array = _array(answer, name, "one whole number")
        if array.shape != () or array.dtype.kind not in "iu":
            raise Malformed(f"{name} is {kind_of_value(answer)}; one whole number is needed.")
        return int(array)


@dataclass(frozen=True)
class Truth:
    """One truth value: bool, NumPy bool, or the ints 0 and 1. Read as a Python bool."""

    def read(self, answer: object, name: str) -> object:
        """Return the truth value as a bool."""
        array = _array(answer, name, "True or False")
        if array.shape != () or array.dtype.kind not in "biu" or int(array) not in (0, 1):
            raise Malformed(f"{name} is {kind_of_value(answer)}; True or False is needed.")
        return bool(array)


@dataclass(frozen=True)
class Complex:
    """One number, real or complex; never bool, nan is allowed. Read as a Python complex number."""

    def read(self, answer: object, name: str) -> object:
        """Return the number as a complex one."""
        array = np.asarray(answer) if isinstance(answer, complex) else _array(answer, name, "one number")
        if array.shape != () or array.dtype.kind not in "iufc":
            raise Malformed(f"{name} is {kind_of_value(answer)}; one number is needed.")
        return complex(array)


@dataclass(frozen=True)
class Text:
    """A text. Read as it is."""

    def read(self, answer: object, name: str) -> object:
        """Return the text."""
        if not isinstance(answer, str):
            raise Malformed(f"{name} is {kind_of_value(answer)}; a text is needed.")
        return answer


@dataclass(frozen=True)
class Nothing:
    """None: for functions that are asked to change something, or to draw it."""

    def read(self, answer: object, name: str) -> object:
        """Return None."""
        if answer is not None:
            raise Malformed(f"{name} is {kind_of_value(answer)}; nothing is to be returned.")
        return None


@dataclass(frozen=True)
class Maybe:
    """None, or an answer of this structure."""

    item: Returns

    def read(self, answer: object, name: str) -> object:
        """Return None, or what the structure reads."""
        return None if answer is None else self.item.read(answer, name)


@dataclass(frozen=True)
class Array:
    """A NumPy array of real numbers (bool, int or float), of any shape; with `kinds="biufc"` of complex ones as well."""

    kinds: str = "biuf"
    lists: bool = False  # may it be a list or a tuple, or nested ones, as well?

    def read(self, answer: object, name: str) -> object:
        """Return the array as it is; lists, where they may be, as an array."""
        if self.lists and isinstance(answer, list | tuple):
            answer = np.asarray(answer)
        if not isinstance(answer, np.ndarray) or answer.dtype.kind not in self.kinds:
            raise Malformed(f"{name} is {kind_of_value(answer)}; a NumPy array of numbers is needed.")
        return answer


@dataclass(frozen=True)
class Numbers:
    """A list, tuple or 1-d array of real numbers, such as a cost history. Read as a list of floats."""

    def read(self, answer: object, name: str) -> object:
        """Return the numbers as a list of floats."""
        if isinstance(answer, np.ndarray) and answer.ndim == 1 and answer.dtype.kind in "iuf":
            answer = answer.tolist()
        if not isinstance(answer, list | tuple):
            raise Malformed(f"{name} is {kind_of_value(answer)}; a list of numbers is needed.")
        return [Number().read(item, f"an entry of {name}") for item in answer]


@dataclass(frozen=True)
class Tuple:
    """A tuple (or list) of exactly these items."""

    items: tuple[Returns, ...]
    names: tuple[str, ...] = ()

    def read(self, answer: object, name: str) -> object:
        """Return a tuple of the items, each read in turn."""
        if not isinstance(answer, tuple | list):
            raise Malformed(f"{name} is {kind_of_value(answer)}; {len(self.items)} values are needed.")
        if len(answer) != len(self.items):
            raise Malformed(f"{name} holds {len(answer)} values; {len(self.items)} are needed.")
        names = self.names or tuple(f"value {i + 1} of {name}" for i in range(len(self.items)))
        return tuple(item.read(value, label) for item, value, label in zip(self.items, answer, names, strict=True))


@dataclass(frozen=True)
class ListOf:
    """A list or tuple of any length whose items all have one structure."""

    item: Returns

    def read(self, answer: object, name: str) -> object:
        """Return a list of the items, each read in turn."""
        if not isinstance(answer, list | tuple):
            raise Malformed(f"{name} is {kind_of_value(answer)}; a list is needed.")
        return [self.item.read(value, f"item {i} of {name}") for i, value in enumerate(answer)]


@dataclass(frozen=True)
class Dict:
    """A dictionary with at least the keys given; `each` reads the required values, extra keys are passed over.

    Without required keys, every value is read with `each`: for dictionaries whose keys depend on the arguments.
    """

    keys: tuple[str, ...] = ()
    each: Returns = field(default_factory=Array)

    def read(self, answer: object, name: str) -> object:
        """Return a new dictionary of the required entries."""
        if not isinstance(answer, dict):
            raise Malformed(f"{name} is {kind_of_value(answer)}; a dictionary is needed.")
        missing = [key for key in self.keys if key not in answer]
        if missing:
            raise Malformed(f"{name} has no entry {missing[0]!r}.")
        return {key: self.each.read(answer[key], f"{name}[{key!r}]") for key in (self.keys or answer)}


@dataclass(frozen=True)
class Record:
    """A dictionary with at least these keys, each with a structure of its own; extra keys are passed over."""

    fields: Mapping[str, Returns]

    def read(self, answer: object, name: str) -> object:
        """Return a new dictionary of the required entries."""
        if not isinstance(answer, dict):
            raise Malformed(f"{name} is {kind_of_value(answer)}; a dictionary is needed.")
        missing = [key for key in self.fields if key not in answer]
        if missing:
            raise Malformed(f"{name} has no entry {missing[0]!r}.")
        return {key: spec.read(answer[key], f"{name}[{key!r}]") for key, spec in self.fields.items()}


@dataclass(frozen=True)
class SetOf:
    """A set of any size whose items all have one structure. Read as a frozenset."""

    item: Returns

    def read(self, answer: object, name: str) -> object:
        """Return a frozenset of the items, each read in turn."""
        if not isinstance(answer, set | frozenset):
            raise Malformed(f"{name} is {kind_of_value(answer)}; a set is needed.")
        return frozenset(self.item.read(value, f"an item of {name}") for value in answer)


@dataclass(frozen=True)
class Stream:
    """An iterator (a generator, a map, a zip), which stays in the worker: `student.take(stream, 5)` runs through it there."""

    item: Returns
    lists: bool = True  # may it be a list or a tuple as well?

    def read(self, answer: object, name: str) -> object:
        """Return the iterator as it is; an endless one is as good as any."""
        if self.lists and isinstance(answer, list | tuple):
            return [self.item.read(value, f"item {i} of {name}") for i, value in enumerate(answer)]
        if isinstance(answer, _PLAIN):
            needed = "a list or an iterator" if self.lists else "an iterator"
            raise Malformed(f"{name} is {kind_of_value(answer)}; {needed} is needed.")
        return answer


def _as_float(number: int) -> float:
    try:
        return float(number)
    except OverflowError:
        return math.inf if number > 0 else -math.inf


def _array(answer: object, name: str, needed: str) -> np.ndarray[tuple[int, ...], np.dtype[np.generic]]:
    if not isinstance(answer, bool | int | float | np.generic | np.ndarray):
        raise Malformed(f"{name} is {kind_of_value(answer)}; {needed} is needed.")
    return np.asarray(answer)
