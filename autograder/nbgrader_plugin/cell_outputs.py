"""What a worker says of a cell, as a notebook's outputs; trusted side."""

from __future__ import annotations

from typing import Any

from nbformat.v4 import new_output

from autograder.worker.cell_outcome import CellOutcome


def as_outputs(outcome: CellOutcome | None, count: int | None = None) -> list[Any]:
    """Return a cell's outputs as notebook nodes; `count` is the number that a notebook shows beside a value."""
    if outcome is None:
        return []
    outputs = []
    for output in outcome.outputs:
        fields = {key: value for key, value in output.items() if key != "output_type"}
        if output["output_type"] == "execute_result":
            fields["execution_count"] = count
        outputs.append(new_output(output["output_type"], **fields))
    return outputs
