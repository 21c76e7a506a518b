"""Runs a notebook whose checks stand in the notebook itself, in a locked-up worker in place of a kernel; trusted side.

These are the assignments for which the course holds no hidden tests: stock nbgrader's, with asserts, `### BEGIN HIDDEN TESTS`
and partial credit. nbgrader reads their scores from the outputs, as ever: an error or anything on stderr is 0, a value is
partial credit, nothing is full marks. So whatever is not known to have run to its end gets an error here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbformat.v4 import new_output

from autograder.course.beside import file_cells, files_beside
from autograder.nbgrader_plugin.cell_outputs import as_outputs
from autograder.worker.cell_outcome import MAX_OUTPUTS, CellOutcome
from autograder.worker.deadlines import Deadlines

if TYPE_CHECKING:  # every nbgrader command imports this module, and few of them run anything
    from autograder.worker.zygote import Zygote

CHECKED = (
    "%s has no hidden tests outside the notebook: it was run in a locked-up worker, and its own checks gave the score. "
    "Checks in a notebook share a process with the student's code, which can reach them there."
)
OTHER_KERNEL = "%s is written for the kernel %s: stock nbgrader runs it, in a kernel and without isolation."
AS_NBGRADER = "import os as _os\n_os.environ['NBGRADER_EXECUTION'] = 'autograde'\ndel _os;"  # which cells may ask for
NO_LIMIT = 3600.0  # seconds, for a course that sets no time limit
TEXT_ROOM = 64 << 10  # characters of a cell's outputs that a worker keeps
SKIPPED_TAG = "skip-execution"  # nbclient's


def other_kernel(nb: Any) -> str | None:
    """Return the kernel's name where a notebook is not written in Python; None where it is, or says nothing."""
    kernel = nb.metadata.get("kernelspec", {})
    name = str(kernel.get("name") or "python3")
    language = str(kernel.get("language") or nb.metadata.get("language_info", {}).get("name") or "").lower()
    python = language.startswith(("python", "ipython")) if language else "py" in name.lower()
    return None if python else name


def run_in_worker(nb: Any, zygote: Zygote, folder: Path, seconds: float | None) -> list[str]:
    """Run all cells, write their outputs, and return what the instructor should know.

    `folder` holds the files that lie beside the notebook: a cell finds them where it runs, as it does in a kernel.
    """
    from autograder.worker.session import Session

    setup, left_out = file_cells(files_beside(folder))
    setup.append(AS_NBGRADER)
    cells = [cell for cell in nb.cells if cell.cell_type == "code"]
    sources = [*setup, *("" if SKIPPED_TAG in cell.metadata.get("tags", []) else cell.source for cell in cells)]
    session = Session(zygote, sources, deadlines(seconds, len(sources)), figures=True)
    try:
        outcomes = session.start()
    finally:
        session.close()
    unkept = session.run.unkept
    for index, cell in enumerate(cells, len(setup)):
        outcome = outcomes[index] if index < len(outcomes) else CellOutcome(False)
        count = index - len(setup) + 1
        cell.execution_count = count
        # an error comes first: nbgrader stops reading at the first value
        cell.outputs = [*_unknown(cell, outcome, kept=index not in unkept), *as_outputs(outcome, count)]
    return [*left_out, *session.violations]


def deadlines(seconds: float | None, cells: int) -> Deadlines:
    """Return nbgrader's own limit for each cell, and room for all of them; it has none for a notebook as a whole."""
    each = NO_LIMIT if seconds is None or seconds <= 0 else float(seconds)
    return Deadlines(cell=each, cells=each * (cells + 1), submission=2 * each * (cells + 1) + NO_LIMIT)


def _unknown(cell: Any, outcome: CellOutcome, *, kept: bool) -> list[Any]:
    """Return an error where a cell did not run to its end, or its value, which may be its score, cannot be trusted."""
    if any(output["output_type"] == "error" for output in outcome.outputs):
        return []
    if not outcome.ok:
        return [_error("CellStopped", outcome.lost or "the cell did not run to its end")]
    graded = cell.metadata.get("nbgrader", {}).get("grade") and not cell.metadata["nbgrader"].get("solution")
    if graded and (not kept or _cut(outcome.outputs)):
        return [_error("TooMuchOutput", "this cell showed more than is kept, so that its score is not known")]
    return []


def _cut(outputs: Sequence[dict[str, Any]]) -> bool:
    """May something of a cell's outputs be missing?"""
    texts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs]
    values = [output["data"].get("text/plain") for output in outputs if output["output_type"] == "execute_result"]
    return len(outputs) >= MAX_OUTPUTS or sum(map(len, texts)) >= TEXT_ROOM or not all(values)


def _error(name: str, message: str) -> Any:
    return new_output("error", ename=name, evalue=message, traceback=[f"{name}: {message}"])
