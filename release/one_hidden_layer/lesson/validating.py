"""What nbgrader's button Validate is told: it shows a cell's error and nothing else, so the error says which checks fail.

Untrusted side: it runs where students work.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from lesson.display import Mark, Row, as_text

HANDED_OUT = Path(__file__).with_name("expected.json")  # made with the release; it has each cell's points


def validating() -> bool:
    """Whether nbgrader's Validate runs this notebook."""
    return os.environ.get("NBGRADER_EXECUTION") == "validate"


def unlike(rows: Sequence[Row]) -> list[str]:
    """The checks that do not pass, as lines of text."""
    return as_text("", [row for row in rows if row.mark is not Mark.RIGHT]).splitlines()[1:]


def may_stay_empty(name: str, handed_out: Path = HANDED_OUT) -> bool:
    """Whether this exercise is worth no points in a notebook where others are: no reason to say that credit is lost."""
    try:
        cells = json.loads(handed_out.read_text(encoding="utf-8"))["cells"]
        points = {cell["grade_id"]: cell["points"] for cell in cells if cell["grade"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return points.get(name) == 0 and any(points.values())
