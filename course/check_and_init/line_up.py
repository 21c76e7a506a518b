"""Which suspects of the bug hunt a student gets and what is wrong with each; trusted side.

An independent copy of the choice in `lesson/suspects.py`, with the answers beside it. `tests/test_bug_hunt.py` proves by
gradient check that both agree.
"""

from __future__ import annotations

import hashlib

TENSORS = ("dW1", "db1", "dW2", "db2")

# One row for each group of three recipes; None is a right pass.
_DEFECTS: tuple[tuple[str | None, str | None, str | None], ...] = (
    ("dW2", "db1", "dW1"),
    (None, None, None),
    ("db2", "dW1", "db1"),
    ("dW1", "db2", "dW2"),
    (None, None, None),
    ("db1", "dW2", "db2"),
)


def truth(student_id: str) -> dict[str, str | None]:
    """Return {"A": None or the wrong tensor, ..., "F": ...} for this student."""
    text = f"bug hunt/{student_id.strip().lower()}"
    digest = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
    octets = [int(digest[k : k + 2], 16) for k in range(0, 64, 2)]
    ranked = []
    for row, defects in enumerate(_DEFECTS):
        key = 256 * octets[8 + 2 * row] + octets[9 + 2 * row]
        ranked.append((key, row, defects[octets[row] % 3]))
    ranked.sort(key=lambda entry: entry[:2])
    return {letter: defect for letter, (_, _, defect) in zip("ABCDEF", ranked, strict=True)}
