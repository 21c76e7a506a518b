"""What is mended in a table of checks once all of them have run: what is said too often, and what chance alone has said."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lesson.compare import NO_RETURN
from lesson.display import Mark, Row

ABOVE = "the same as above"
MOST_ALIKE = 2
NONE_INSIDE = "this part of the answer is None"
_COUNTED = re.compile(r", and there are \d+ examples$|: which logarithm is it\?$|: the sizes are right, the sign of .*$")
_NOT_FINITE = re.compile(r"((?:nan|infinite)): which step divides by 0.*$")
_COMPARED = ("returned ", "came back ")


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
    """Speak of examples, logarithms or signs only where every answer that was compared is off by them: it may be chance."""
    compared = [row.note for row in rows if row.mark is Mark.WRONG and row.note.startswith(_COMPARED)]
    if all(_COUNTED.search(note) for note in compared):
        return list(rows)
    return [replace(row, note=_COUNTED.sub("", row.note)) for row in rows]
