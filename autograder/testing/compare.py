"""Strict comparison of a student's answer with the oracle's; trusted side.

Shapes must be equal, nan equals nothing, and a float answer must be of float dtype. Every failure is a `Mismatch`, which
keeps both values for the diagnosis. Its text is for the kit's developers: students never see it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
ANY_NUMBER = "biuf"
HUGE = 1e100
COST = {"rtol": 1e-6, "atol": 1e-7}
"""Room for a cross-entropy: wide enough for 1e-8 inside the logarithms, which is met often and harms nobody.

Whatever compares a cost that a student's functions have computed, be it a cost alone or that of a whole training, uses it.
"""


class Mismatch(AssertionError):
    """A student's answer is not the right one; `what` names the tensor, and both values are kept."""

    def __init__(self, what: str, actual: object, expected: object, reason: str) -> None:
        super().__init__(f"{what}: {reason}")
        self.what = what
        self.actual = actual
        self.expected = expected
        self.reason = reason


def number(actual: object, expected: float, what: str = "the answer", *, rtol: float = 1e-7, atol: float = 1e-10) -> None:
    """Require one finite number (a float, a NumPy scalar or a 0-d array) close to `expected`.

    Raises:
        Mismatch: the answer is not one number, is nan, or is too far away.
    """
    array = _array(actual, what)
    if array.shape != () or array.dtype.kind not in "iuf":
        raise Mismatch(what, actual, expected, f"not one number: shape {array.shape}, dtype {array.dtype}")
    _near(array, np.asarray(expected), what, rtol, atol, actual, expected)


def close(
    actual: object,
    expected: object,
    what: str = "the answer",
    *,
    rtol: float = 1e-7,
    atol: float = 1e-10,
    kinds: str | None = None,
) -> None:
    """Require an array of the expected shape, dtype kind and values.

    `kinds` lists the accepted dtype kinds, for example `ANY_NUMBER` where a mask may be bool, int or float; by default
    only the expected array's own kind is accepted.

    Raises:
        Mismatch: shape, dtype kind or a value is wrong.
    """
    want = np.asarray(expected)
    shape(actual, want.shape, what, expected=expected)
    got = np.asarray(actual)
    if got.dtype.kind not in (kinds or want.dtype.kind):
        raise Mismatch(what, actual, expected, f"dtype {got.dtype}, wanted kind {kinds or want.dtype.kind}")
    _near(got, want, what, rtol, atol, actual, expected)


def same(actual: object, expected: object, what: str = "the answer", *, rtol: float = 1e-7, atol: float = 1e-10) -> None:
    """Require plain data: numbers close to the expected ones, and texts, truth values, None, sets and all structure exactly.

    A list may stand for a tuple, an int for a float. Items of a set and keys of a dictionary are compared exactly.

    Raises:
        Mismatch: something differs; `what` says where.
    """
    if isinstance(expected, np.ndarray):
        close(actual, expected, what, rtol=rtol, atol=atol)
    elif isinstance(expected, Mapping):
        if not isinstance(actual, Mapping) or actual.keys() != expected.keys():
            raise Mismatch(what, actual, expected, "no dictionary of these keys")
        for key, value in expected.items():
            same(actual[key], value, f"{what}[{key!r}]", rtol=rtol, atol=atol)
    elif isinstance(expected, list | tuple):
        if not isinstance(actual, list | tuple) or len(actual) != len(expected):
            raise Mismatch(what, actual, expected, "no list of this length")
        for index, (one, value) in enumerate(zip(actual, expected, strict=True)):
            same(one, value, f"{what}[{index}]", rtol=rtol, atol=atol)
    elif isinstance(expected, int | float | complex | np.number) and not isinstance(expected, bool):
        array = _array(actual, what)
        if array.shape != () or array.dtype.kind not in "iufc":
            raise Mismatch(what, actual, expected, f"not one number: shape {array.shape}, dtype {array.dtype}")
        _near(array, np.asarray(expected), what, rtol, atol, actual, expected)
    elif isinstance(expected, bool | np.bool_):
        if not isinstance(actual, bool | np.bool_) or bool(actual) != bool(expected):
            raise Mismatch(what, actual, expected, "another truth value, or none")
    elif isinstance(expected, set | frozenset):
        if not isinstance(actual, set | frozenset) or frozenset(actual) != frozenset(expected):
            raise Mismatch(what, actual, expected, "not the same set")
    elif type(actual) is not type(expected) or actual != expected:
        raise Mismatch(what, actual, expected, "not the same")


def shape(actual: object, wanted: tuple[int, ...], what: str = "the answer", *, expected: object = None) -> None:
    """Require an array of exactly this shape; a scalar is not an array.

    Raises:
        Mismatch: it is no array, or has another shape.
    """
    if not isinstance(actual, np.ndarray):
        raise Mismatch(what, actual, expected, f"not an array but {type(actual).__name__}")
    if actual.shape != tuple(wanted):
        raise Mismatch(what, actual, expected, f"shape {actual.shape}, wanted {tuple(wanted)}")


def tensors(
    actual: Mapping[str, object],
    expected: Mapping[str, object],
    order: Sequence[str],
    *,
    rtol: float = 1e-7,
    atol: float = 1e-10,
) -> None:
    """Require every named tensor, compared in `order` (data-flow order), so that the first wrong one is reported.

    Extra keys are allowed.

    Raises:
        Mismatch: a tensor is missing or wrong; `what` is its name.
    """
    for name in order:
        if name not in actual:
            raise Mismatch(name, None, expected[name], "missing")
        close(actual[name], expected[name], name, rtol=rtol, atol=atol)


def gradient(
    actual: object, expected: object, what: str = "the gradient", *, tolerance: float = 1e-6, floor: float = 1e-9
) -> None:
    """Require a small norm-relative error, ||a - e|| / (||a|| + ||e||), with an absolute escape for zero gradients.

    Raises:
        Mismatch: the shape is wrong, an entry is not finite, or the error is above both limits.
    """
    want = np.asarray(expected, dtype=float)
    shape(actual, want.shape, what, expected=expected)
    got = np.asarray(actual)
    if got.dtype.kind != "f" or not np.all(np.isfinite(got)):
        raise Mismatch(what, actual, expected, f"not finite floats: dtype {got.dtype}")
    got = got.astype(float)
    largest = max(float(np.max(np.abs(one), initial=0.0)) for one in (got, want))
    unit = largest if largest > HUGE else 1.0  # the squares of what is huge are infinite, and infinity exceeds no limit
    difference = float(np.linalg.norm(got / unit - want / unit))
    scale = float(np.linalg.norm(got / unit) + np.linalg.norm(want / unit))
    if not (difference * unit <= floor or difference <= tolerance * scale):
        raise Mismatch(what, actual, expected, f"relative error {difference / scale:.3g}")


def finite(actual: object, what: str = "the answer") -> None:
    """Require numbers without nan or infinity.

    Raises:
        Mismatch: an entry is not finite, or the answer is not numeric.
    """
    array = _array(actual, what)
    if array.dtype.kind not in ANY_NUMBER or not np.all(np.isfinite(array)):
        raise Mismatch(what, actual, None, "not finite numbers")


def holds(condition: object, what: str, actual: object = None) -> None:
    """Require a property; `what` says in the kit's own words which one.

    Raises:
        Mismatch: the condition is not true.
    """
    try:
        true = bool(condition)
    except Exception as error:  # an array of several answers, or an object: what a student returned, compared
        raise Mismatch(what, actual, None, "is neither true nor false") from error
    if not true:
        raise Mismatch(what, actual, None, "does not hold")


def _array(actual: object, what: str) -> Array:
    """Return a student's answer as an array."""
    try:
        return np.asarray(actual)
    except Exception as error:  # lists of unequal lengths, objects
        raise Mismatch(what, actual, None, "cannot be read as an array") from error


def _near(got: Array, want: Array, what: str, rtol: float, atol: float, actual: object, expected: object) -> None:
    kind = complex if "c" in (got.dtype.kind, want.dtype.kind) else float
    with np.errstate(invalid="ignore", over="ignore"):
        wrong = ~(np.abs(got.astype(kind) - want.astype(kind)) <= atol + rtol * np.abs(want.astype(kind)))
        wrong &= ~((got == want) & np.isinf(want.astype(kind)))
    if np.any(wrong):
        raise Mismatch(what, actual, expected, f"{int(np.sum(wrong))} of {wrong.size} entries differ")
