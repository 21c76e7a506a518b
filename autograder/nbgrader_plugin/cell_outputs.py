"""What a worker says of a cell, as a notebook's outputs; trusted side."""

from __future__ import annotations

from typing import Any

from nbformat.v4 import new_output

from autograder.submission.student_text import picture
from autograder.worker.cell_outcome import CellOutcome


def as_outputs(outcome: CellOutcome | None, count: int | None = None) -> list[Any]:
    """Return a cell's outputs as notebook nodes; `count` is the number that a notebook shows beside a value."""
    if outcome is None:
        return []
    outputs = []
    for output in outcome.outputs:
        fields = {key: value for key, value in output.items() if key != "output_type"}
        if "data" in fields:
            fields["data"] = _shown(fields["data"])
        if output["output_type"] == "execute_result":
            fields["execution_count"] = count
        outputs.append(new_output(output["output_type"], **fields))
    return outputs


def _shown(data: dict[str, str]) -> dict[str, str]:
    """Return an output's forms; a picture only where it is a PNG of a size that a browser has the memory for."""
    kept = {mime: text for mime, text in data.items() if mime != "image/png"}
    found = picture(data["image/png"]) if "image/png" in data else None
    return kept if found is None else {**kept, "image/png": found.data}
