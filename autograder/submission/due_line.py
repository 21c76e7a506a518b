"""The line with the due date that a released notebook's first cell may hold, and texts without it; trusted side.

It stands in the release only, never in the source: a cell that holds it is still the one that was handed out, also where the
date has been changed since.
"""

from __future__ import annotations

DUE_MARK = "**Due**:"
DUE_COMMENT = "<!-- due -->"  # ends the line in any other language than English; Jupyter does not show it


def with_due_line(text: str, line: str) -> str:
    """Return a text with the line under its heading, or at its top where it begins with none."""
    first, _, rest = text.partition("\n")
    if not first.startswith("#"):
        return f"{line}\n\n{text}"
    return f"{first}\n\n{line}\n\n{rest.lstrip()}".rstrip("\n")


def without_due_line(text: str) -> str:
    """Return a text without such a line."""
    if DUE_MARK not in text and DUE_COMMENT not in text:
        return text
    lines = text.split("\n")
    return "\n".join(one for one in lines if not one.startswith(DUE_MARK) and not one.rstrip().endswith(DUE_COMMENT))
