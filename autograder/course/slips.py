"""The right name nearest to a wrong one, for what a person writes into a course's files; trusted side."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

_ALIKE = 0.6  # as difflib counts: half a dozen letters may differ in one, no more


def nearest(name: str, known: Collection[str]) -> str | None:
    """Return the known name that was probably meant, whatever its capitals and however its words are joined.

    Another number is another name: who writes week-2 does not mean week-3.
    """
    plain = {one.casefold().replace("-", "_").replace(" ", "_"): one for one in known if _numbers(one) == _numbers(name)}
    found = difflib.get_close_matches(name[:80].casefold().replace("-", "_").replace(" ", "_"), plain, 1, _ALIKE)
    return plain[found[0]] if found else None


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name[:80])


def did_you_mean(name: str, known: Collection[str]) -> str:
    """Return a question to end a sentence with, or nothing where no known name is near."""
    meant = nearest(name, known)
    return f" Did you mean {meant!r}?" if meant is not None else ""
