"""What is mended in a table of checks once all of them have run: what is said too often, and what chance alone has said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lesson.display import Mark, Row

ABOVE = "the same as above"
MOST_ALIKE = 2
_COUNTED = re.compile(r", and there are \d+ examples$|: which logarithm is it\?$")
_COMPARED = ("returned ", "came back ")


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
    """Speak of examples or logarithms only where every answer that was compared is off by them: else it may be chance."""
    compared = [row.note for row in rows if row.mark is Mark.WRONG and row.note.startswith(_COMPARED)]
    if all(_COUNTED.search(note) for note in compared):
        return list(rows)
    return [replace(row, note=_COUNTED.sub("", row.note)) for row in rows]
