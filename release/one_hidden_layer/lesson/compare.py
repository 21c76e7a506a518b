"""What is different between an answer and the expected one, in a sentence that a student can use.

The sentences state facts and ask questions; they never contain the remedy.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from lesson.display import SMALL, count, describe, is_number, is_plain, names

Array = npt.NDArray[Any]

RELATIVE = 1e-6
NO_RETURN = "returned None: does every path end in `return`?"
LOGARITHMS = (1 / np.log(2), 1 / np.log(10))


def difference(
    actual: object, expected: object, atol: float = 1e-6, examples: Collection[int] = (), lead: str = "returned "
) -> str | None:
    """Say how `actual` differs from `expected`, or return None where it does not.

    `examples` are the numbers of examples that the call was about; `lead` opens the sentence.
    """
    if actual is None and expected is not None:
        return NO_RETURN if lead else "None"
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
    if type(actual) is type(expected) and actual == expected:
        return None
    return f"{lead}{describe(actual)}, expected {describe(expected)}"


def shape_difference(actual: object, wanted: tuple[int, ...], lead: str = "returned ") -> str | None:
    """Say how the shape of `actual` differs from `wanted`, or return None where it does not."""
    if actual is None:
        return NO_RETURN
    question = ""
    if isinstance(actual, np.ndarray):
        if actual.shape == tuple(wanted):
            return None
        came, wish = f"an array of shape {actual.shape}", f"shape {tuple(wanted)}"
        question = _shape_question(actual.shape, tuple(wanted))
    else:
        came, wish = describe(actual), f"an array of shape {tuple(wanted)}"
        if is_number(actual):
            came, question = f"one number, {came}", _shape_question((), tuple(wanted))
    return f"{lead}{came}, expected {wish}" + (f": {question}" if question else "")


def _pair(actual: object, expected: object) -> tuple[str, str]:
    """Both values, with as many digits as it takes to see that they differ."""
    for digits in (5, 8, 12):
        came, wish = describe(actual, digits), describe(expected, digits)
        if came != wish:
            return came, wish
    return describe(actual, 17), describe(expected, 17)


def _mapping(
    actual: object, expected: Mapping[Any, object], atol: float, examples: Collection[int], lead: str
) -> str | None:
    """Compare the required entries of a dictionary; others are passed over."""
    if not isinstance(actual, Mapping):
        return f"{lead}{describe(actual)}, expected a dictionary with {names(expected)}"
    missing = [key for key in expected if key not in actual]
    if missing:
        return f"{lead}a dictionary without {names(missing)}; it has {names(actual) or 'no entries'}"
    found = {key: difference(actual[key], value, atol, examples, "") for key, value in expected.items()}
    return _verdicts({str(key): text for key, text in found.items()})


def _sequence(
    actual: object, expected: Sequence[object], atol: float, examples: Collection[int], lead: str
) -> str | None:
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
    came, wish = _pair(got, want)
    return _sentence(f"{lead}{came}, expected {wish}", _value_fact(got, want, atol, examples))


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
        return None
    fact = _value_fact(got, want, atol, examples)
    if got.size <= SMALL:
        came, wish = _pair(got, want)
        return _sentence(f"{lead}{came}, expected {wish}", fact or (_where(wrong) if got.size > 1 else ""))
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    came, wish = _pair(got[place], want[place])
    entry = f"{'came back with' if lead else 'has'} {came} at {list(place)}, expected {wish}"
    return _sentence(entry, fact or _where(wrong))


def near(got: Array, want: Array, atol: float) -> npt.NDArray[np.bool_]:
    """Entry by entry: is it close enough? nan is close to nan alone."""
    got, want = got.astype(float), want.astype(float)
    with np.errstate(all="ignore"):
        close = np.abs(got - want) <= atol + RELATIVE * np.abs(want)
    return np.asarray(close & np.isfinite(want) | (got == want) | (np.isnan(got) & np.isnan(want)))


def _value_fact(got: Array, want: Array, atol: float, examples: Collection[int]) -> str:
    """The first structural fact that explains all entries at once, or an empty text."""
    if got.dtype.kind in "iu" and not np.array_equal(want, np.round(want)):
        return f"the dtype is {got.dtype}: where did the decimals go?"
    got, want = got.astype(float), want.astype(float)
    if not np.isfinite(want).all():
        return ""
    if not np.isfinite(got).all():
        return _not_finite(got)
    return next((fact for rule in RULES for fact in rule(got, want, atol, examples)), "")


def _not_finite(got: Array) -> str:
    kind = "nan" if np.isnan(got).any() else "infinite"
    many = int(np.isnan(got).sum() or np.isinf(got).sum())
    amount = "it is" if got.ndim == 0 else f"{many} of {count(got.size, 'entry')} {'is' if many == 1 else 'are'}"
    return f"{amount} {kind}: which step divides by 0, takes the log of 0, or overflows?"


def _is_zero(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    if got.size > 1 and not got.any():
        yield "every entry is 0: is the result filled in?"


def _is_multiple(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    """A constant ratio; one number alone must have a telling one."""
    used = np.abs(want) > max(atol, 1e-9)
    if not used.any() or not near(got[~used], want[~used], atol).all():
        return
    ratios = got[used] / want[used]
    factor = float(ratios.flat[0])
    if abs(factor) < 1e-9 or np.abs(ratios - factor).max() > 1e-5 * abs(factor):
        return
    size = max(abs(factor), 1 / abs(factor))
    whole = round(size) if abs(size - round(size)) < 1e-4 * size else 0
    log = any(abs(abs(factor) - base) < 1e-4 for base in LOGARITHMS)
    squares = {m * m for m in examples} | {*examples}
    plain = bool(np.all(want == np.round(want)) and np.all(got == np.round(got)))  # counts and labels: chance
    telling = whole in {1, 100, *squares} or log or (whole == 2 and not plain)
    if telling or used.sum() > (2 if plain else 1):
        yield _multiple_text(factor, size, whole, log, whole in squares and whole > 1, got.ndim == 0, examples)


def _multiple_text(
    factor: float, size: float, whole: int, log: bool, counted: bool, single: bool, examples: Collection[int]
) -> str:
    if whole == 1:
        return "the sign is flipped" if single else "every sign is flipped"
    subject = "it is" if single else "every entry is"
    text = f"{subject} {whole or format(size, '.4g')} times too {'large' if abs(factor) > 1 else 'small'}"
    text += " and has the opposite sign" if factor < 0 else ""
    if counted:
        m = whole if whole in examples else round(whole**0.5)
        return f"{text}, and there are {m} examples"
    if log:
        return f"{text}: which logarithm is it?"
    return f"{text}: percent or fraction?" if whole == 100 else text


def _is_transposed(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    if got.ndim == 2 and got.shape == got.T.shape and near(got.T, want, atol).all():
        yield "the answer is the transpose of what was expected"


def _is_complement(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    if near(1 - got, want, atol).all() and (got.size > 1 or 0 < float(want.flat[0]) < 1):
        yield "it is 1 minus what was expected: which class is which?"


def _has_signs_wrong(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    if got.size > 1 and near(np.abs(got), np.abs(want), atol).all():
        wrong = int((~near(got, want, atol)).sum())
        yield f"the sizes are right, the sign of {wrong} of {got.size} entries is not"


def _is_shifted(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    shift = got - want
    if got.size > 2 and np.ptp(shift) <= atol:
        amount = float(shift.flat[0])
        yield f"every entry is {abs(amount):.4g} too {'large' if amount > 0 else 'small'}"


def _is_reordered(got: Array, want: Array, atol: float, examples: Collection[int]) -> Iterator[str]:
    if got.size > 2 and np.ptp(want) > atol and near(np.sort(got, axis=None), np.sort(want, axis=None), atol).all():
        yield "these are the right numbers in another order"


Rule = Callable[[Array, Array, float, Collection[int]], Iterator[str]]
RULES: tuple[Rule, ...] = (
    _is_zero, _is_multiple, _is_transposed, _is_complement, _has_signs_wrong, _is_shifted, _is_reordered,
)  # fmt: skip


def _where(wrong: npt.NDArray[np.bool_]) -> str:
    """Which entries are wrong: one row, one column, or how many."""
    if wrong.all():
        return "no entry is right" if wrong.size > 1 else ""
    if wrong.ndim == 2:
        for axis, name in ((1, "row"), (0, "column")):
            lines = np.flatnonzero(wrong.any(axis=axis))
            if len(lines) == 1 and wrong.shape[1 - axis] > 2:
                last = " (the last)" if lines[0] == wrong.shape[1 - axis] - 1 else ""
                return f"only {name} {lines[0]}{last} is wrong"
    return f"{int(wrong.sum())} of {wrong.size} entries differ"


def _shape_question(got: tuple[int, ...], want: tuple[int, ...]) -> str:
    """What to ask about a shape, without looking at values."""
    squeezed = [n for n in got if n != 1] == [n for n in want if n != 1]
    if squeezed and len(got) < len(want):
        return "is the summed axis still there?"
    if squeezed and len(got) > len(want):
        return "is there an axis of length 1 too many?"
    if got == want[::-1]:
        return "are rows and columns swapped?"
    if np.prod(got) == 1:
        return "is everything summed to one number?"
    if len(got) == len(want):
        if all(g == w or w == 1 for g, w in zip(got, want, strict=True)):
            square = len(got) == 2 and got[0] == got[1]
            return "did two shapes broadcast into a square?" if square else "is one axis too many still there?"
        if all(g == w or g == 1 for g, w in zip(got, want, strict=True)):
            return "is an axis summed that should stay?"
    return ""


def _sentence(opening: str, fact: str) -> str:
    return f"{opening}: {fact}" if fact else opening
