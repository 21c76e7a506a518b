"""What is mended in a table of checks once all of them have run: what is said too often, and what chance alone has said."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from lesson.compare import NO_RETURN
from lesson.display import Mark, Row

ABOVE = "the same as above"
MOST_ALIKE = 2
NONE_INSIDE = "this part of the answer is None"
_COUNTED = re.compile(r", and there are \d+ examples$|: which logarithm is it\?$|: the sizes are right, the sign of .*$")
_NOT_FINITE = re.compile(r"((?:nan|infinite)): which step divides by 0.*$")
_RATIO = re.compile(
    r": (?:it|every entry) is ([\d.e+-]+) times too (large|small)( and has the opposite sign)?(: percent or fraction\?)?$"
)
_NUMBERS = re.compile(r"returned (-?[\d.]+), expected (-?[\d.]+)$")
_COMPARED = ("returned ", "came back ", "the first is ")
_UNCOMPARED = re.compile(r"^returned .*(expected shape|an array of shape|expected one number|None: does)|dtype|nan|infinite")


def of_this_call(call: str, note: str | None) -> str | None:
    """What a sentence becomes where the call itself answers its question: it looks into an answer, or hands nan over."""
    if note == NO_RETURN and isinstance(ast.parse(call.strip(), mode="eval").body, ast.Subscript | ast.Attribute):
        return NONE_INSIDE
    return _NOT_FINITE.sub(r"\1", note) if note and re.search(r"\bnan\b", call) else note


def said_once(rows: Sequence[Row]) -> list[Row]:
    """Say a sentence in two lines at most: in the lines below them it is said that it is the same."""
    seen: Counter[str] = Counter()
    found = []
    for row in rows:
        seen[row.note] += 1
        repeated = row.note and row.mark is Mark.WRONG and seen[row.note] > MOST_ALIKE
        found.append(replace(row, note=ABOVE) if repeated else row)
    return found


def without_chance(rows: Sequence[Row]) -> list[Row]:
    """Speak of examples, logarithms, signs or a ratio only where every compared answer is off by one: else it may be chance."""
    compared = [row.note for row in rows if row.mark is Mark.WRONG and row.note.startswith(_COMPARED)]
    if all(_COUNTED.search(note) for note in compared):
        return list(rows)
    plain = [_COUNTED.sub("", row.note) for row in rows]
    numbers = [note for note in compared if not _UNCOMPARED.search(note)]
    said = {_said(note) for note in plain} - {None}
    if not all(_said(_COUNTED.sub("", note)) or _is_off_by(note, said) for note in numbers):
        plain = [_RATIO.sub("", note) for note in plain]
    return [replace(row, note=note) for row, note in zip(rows, plain, strict=True)]


def _said(note: str) -> float | None:
    """The ratio that a note names."""
    found = _RATIO.search(note)
    if found is None:
        return None
    ratio = float(found[1]) if found[2] == "large" else 1 / float(found[1])
    return -ratio if found[3] else ratio


def _is_off_by(note: str, ratios: Collection[float | None]) -> bool:
    """Whether a note shows two numbers, and names no ratio, which differ by one of these all the same."""
    found = _NUMBERS.match(note)
    if found is None or not float(found[2]):
        return False
    ratio = float(found[1]) / float(found[2])
    return any(known is not None and abs(ratio - known) < 1e-3 * abs(known) for known in ratios)
