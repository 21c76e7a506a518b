"""What is different between an answer and the expected one, in a sentence that a student can use.

The sentences state facts and ask questions; they never contain the remedy.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from lesson.display import SMALL, count, describe, is_number, is_plain, names
from lesson.facts import near, value_fact, where
from lesson.plain import plain

Array = npt.NDArray[Any]

_SETS = (set, frozenset)
FINE, FINE_ABSOLUTE = 1e-7, 1e-10  # what grading looks at
NO_RETURN = "returned None: does every path end in `return`?"


def difference(
    actual: object, expected: object, atol: float = 1e-6, examples: Collection[int] = (), lead: str = "returned "
) -> str | None:
    """Say how `actual` differs from `expected`, or return None where it does not.

    `examples` are the numbers of examples that the call was about; `lead` opens the sentence.
    """
    actual = plain(actual)
    if actual is None and expected is not None:
        return NO_RETURN if lead else "it is None"
    if isinstance(expected, Mapping):
        return _mapping(actual, expected, atol, examples, lead)
    if isinstance(expected, list | tuple):
        return _sequence(actual, expected, atol, examples, lead)
    if isinstance(expected, bool | np.bool_):
        return _truth(actual, bool(expected), lead)
    if isinstance(expected, int | float | np.number):
        return _number(actual, np.asarray(expected), atol, examples, lead)
    if isinstance(expected, np.ndarray):
        return _array(actual, expected, atol, examples, lead)
    if isinstance(expected, complex):
        return _complex(actual, expected, atol, lead)
    alike = type(actual) is type(expected) or (type(expected) in _SETS and type(actual) in _SETS)
    if alike and actual == expected:
        return None
    return f"{lead}{describe(actual)}, expected {describe(expected)}"


def shape_difference(actual: object, wanted: tuple[int, ...], lead: str = "returned ") -> str | None:
    """Say how the shape of `actual` differs from `wanted`, or return None where it does not."""
    actual = plain(actual)
    if actual is None:
        return NO_RETURN
    question = ""
    if isinstance(actual, np.ndarray):
        if actual.dtype.kind not in "biufc":
            return f"{lead}an array of dtype {actual.dtype}, expected an array of numbers"
        if actual.shape == tuple(wanted):
            return None
        came, wish = f"an array of shape {actual.shape}", f"shape {tuple(wanted)}"
        question = _shape_question(actual.shape, tuple(wanted))
    else:
        came, wish = describe(actual), f"an array of shape {tuple(wanted)}"
        if is_number(actual):
            came, question = f"one number, {came}", _shape_question((), tuple(wanted))
    return f"{lead}{came}, expected {wish}" + (f": {question}" if question else "")


def pair(actual: object, expected: object) -> tuple[str, str]:
    """Both values, with as many digits as it takes to see that they differ."""
    for digits in (5, 8, 12):
        came, wish = describe(actual, digits), describe(expected, digits)
        if came != wish:
            return came, wish
    return describe(actual, 17), describe(expected, 17)


def _mapping(actual: object, expected: Mapping[Any, object], atol: float, examples: Collection[int], lead: str) -> str | None:
    """Compare the required entries of a dictionary; others are passed over."""
    if not isinstance(actual, dict):
        return f"{lead}{describe(actual)}, expected a dictionary with {names(expected)}"
    missing = [key for key in expected if key not in actual]
    if missing:
        return f"{lead}a dictionary without {names(missing)}; it has {names(actual) or 'no entries'}"
    found = {key: difference(actual[key], value, atol, examples, "") for key, value in expected.items()}
    return _verdicts({str(key): text for key, text in found.items()})


def _sequence(actual: object, expected: Sequence[object], atol: float, examples: Collection[int], lead: str) -> str | None:
    """Compare a tuple or a list, value by value."""
    if not isinstance(actual, list | tuple):
        return f"{lead}{describe(actual)}, expected {count(len(expected), 'value')}"
    shown = f"{lead}{describe(actual)}, expected {describe(expected)}"
    if len(actual) != len(expected):
        return shown if is_plain(expected) else f"{lead}{count(len(actual), 'value')}, expected {len(expected)}"
    pairs = enumerate(zip(actual, expected, strict=True), 1)
    found = {f"value {i}": difference(a, e, atol, examples, "") for i, (a, e) in pairs}
    plain = is_plain(actual) and is_plain(expected) and describe(actual) != describe(expected)
    return shown if plain and any(found.values()) else _verdicts(found)


def _verdicts(found: Mapping[str, str | None]) -> str | None:
    """Which parts are right, which are wrong, and what is the matter with the first wrong one."""
    wrong = {name: text for name, text in found.items() if text}
    if not wrong:
        return None
    right = [name for name in found if name not in wrong]
    opening = f"{', '.join(right)} right, " if right else ""
    first = next(iter(wrong))
    subject = f"{first}: " if len(wrong) > 1 else ""
    if len(found) > SMALL:
        return f"{len(wrong)} of {len(found)} wrong: {first}: {wrong[first]}"
    return f"{opening}{', '.join(wrong)} wrong: {subject}{wrong[first]}"


def _truth(actual: object, expected: bool, lead: str) -> str | None:
    array = np.asarray(actual)
    if array.dtype.kind in "biu" and array.shape == ():
        return None if bool(array) == expected and int(array) in (0, 1) else f"{lead}{array}, expected {expected}"
    question = ": must all of them hold, or any?" if array.dtype.kind == "b" else ""
    return f"{lead}{describe(actual)}, expected {expected}{question}"


def _number(actual: object, want: Array, atol: float, examples: Collection[int], lead: str) -> str | None:
    if not is_number(actual):
        question = ""
        if isinstance(actual, np.ndarray):
            question = ": is something still to be combined?" if actual.size > 1 else ": which axes are left?"
            actual_text = f"an array of shape {actual.shape}"
        else:
            actual_text = describe(actual)
        return f"{lead}{actual_text}, expected one number, {describe(want)}{question}"
    got = np.asarray(actual)
    if near(got, want, atol).all():
        return None
    came, wish = pair(got, want)
    return _sentence(f"{lead}{came}, expected {wish}", value_fact(got, want, atol, examples))


def _complex(actual: object, want: complex, atol: float, lead: str) -> str | None:
    array = np.asarray(actual)
    if array.shape != () or array.dtype.kind not in "iufc":
        return f"{lead}{describe(actual)}, expected one number, {want}"
    got = complex(array)
    parts, wanted = np.array([got.real, got.imag]), np.array([want.real, want.imag])
    return None if near(parts, wanted, atol).all() else f"{lead}{got:.5g}, expected {want:.5g}"


def _array(actual: object, want: Array, atol: float, examples: Collection[int], lead: str) -> str | None:
    if not isinstance(actual, np.ndarray):
        return shape_difference(actual, want.shape, lead)
    got = np.asarray(actual)
    if got.dtype.kind not in "biuf" or want.dtype.kind not in "biuf":
        same = got.dtype.kind == want.dtype.kind and np.array_equal(got, want)
        return None if same else f"{lead}an array of dtype {got.dtype}, expected dtype {want.dtype}"
    if got.shape != want.shape:
        if got.ndim == 2 and got.T.shape == want.shape and near(got.T, want, atol).all():
            return f"{lead}shape {got.shape}, expected {want.shape}: the answer is the transpose of what was expected"
        return shape_difference(got, want.shape, lead)
    if got.dtype.kind == "b" and want.dtype.kind == "f":
        return f"{lead}truth values (dtype bool), expected numbers: can you add and subtract them?"
    wrong = ~near(got, want, atol)
    if not wrong.any():
        return _coarse(got, want, lead)
    fact = value_fact(got, want, atol, examples)
    if got.size <= SMALL:
        came, wish = pair(got, want)
        return _sentence(f"{lead}{came}, expected {wish}", fact or (where(wrong) if got.size > 1 else ""))
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    came, wish = pair(got[place], want[place])
    entry = f"{'came back with' if lead else 'has'} {came} at {list(place)}, expected {wish}"
    return _sentence(entry, fact or where(wrong))


def _coarse(got: Array, want: Array, lead: str) -> str | None:
    """Numbers that are right as far as their dtype goes, which keeps fewer digits than grading looks at."""
    if got.dtype.kind != "f" or got.dtype.itemsize >= 8 or near(got, want, FINE_ABSOLUTE, FINE).all():
        return None
    digits = round(-np.log10(np.finfo(got.dtype).eps))
    return f"{lead}numbers of dtype {got.dtype}, which keep some {digits} digits: where do they lose the others?"


def _shape_question(got: tuple[int, ...], want: tuple[int, ...]) -> str:
    """What to ask about a shape, without looking at values."""
    squeezed = [n for n in got if n != 1] == [n for n in want if n != 1]
    if squeezed and len(got) < len(want):
        return "where did the axis of length 1 go?" if len(want) - len(got) == 1 else "where did its axes go?"
    if squeezed and len(got) > len(want):
        return "is there an axis of length 1 too many?"
    if got == want[::-1]:
        return "are rows and columns swapped?"
    if np.prod(got) == 1 and len(got) != len(want):
        return "is everything combined into one number?"
    if len(got) == len(want):
        if all(g == w or w == 1 for g, w in zip(got, want, strict=True)):
            square = len(got) == 2 and got[0] == got[1]
            length = next(g for g, w in zip(got, want, strict=True) if g != w)
            question = f"should the axis of length {length} still be there?"
            return "did two shapes broadcast into a square?" if square else question
        if all(g == w or g == 1 for g, w in zip(got, want, strict=True)):
            return "has an axis been summed that should stay, or is something left out?"
    return ""


def _sentence(opening: str, fact: str) -> str:
    return f"{opening}: {fact}" if fact else opening
