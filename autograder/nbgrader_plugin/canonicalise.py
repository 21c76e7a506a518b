"""nbgrader's sanitising step: the submission rebuilt on the source notebook's cells; trusted side."""

from __future__ import annotations

from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell
from nbgrader.preprocessors import (
    ClearOutput,
    DeduplicateIds,
    NbGraderPreprocessor,
    OverwriteCells,
    OverwriteKernelspec,
)
from nbgrader.utils import compute_checksum

from autograder.course.model import SourceCell
from autograder.grading.store import submission_digest
from autograder.submission.canonical import Canonical, CanonicalCell, canonicalise
from autograder.submission.read import Submission, SubmittedCell

_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


class Canonicalise(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader is untyped
    """Keeps the text of a student's answers and own cells, and takes everything else from the source notebook."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Rebuild one notebook; one without hidden tests gets nbgrader's own sanitising."""
        assignment = self.parent.assignment(resources)
        if assignment is None:
            for step in (ClearOutput, DeduplicateIds, OverwriteKernelspec, OverwriteCells):
                nb, resources = step(parent=self.parent)(nb, resources)
            return nb, resources
        submission = as_submission(nb, resources["nbgrader"]["student"])
        canonical = canonicalise(submission, assignment)
        for message in canonical.messages:
            self.log.warning("%s: %s", canonical.name, message)
        nb.cells = as_cells(canonical)
        nb.metadata = {
            "kernelspec": _KERNEL,
            "autograder": {
                "messages": list(canonical.messages),
                "flags": list(canonical.flags),
                "digest": submission_digest(submission),
            },
        }
        return nb, resources


def as_submission(nb: Any, name: str) -> Submission:
    """Return a notebook node as a submission."""
    read = nb.metadata.get("autograder", {})
    return Submission(name, tuple(_submitted(cell) for cell in nb.cells), read.get("problem"), tuple(read.get("remarks", ())))


def as_notebook(submission: Submission) -> Any:
    """Return a submission as a notebook node of plain cells: what `as_submission` turns back."""
    make = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
    notebook = new_notebook()
    for cell in submission.cells:
        node = make[cell.kind](cell.source)
        if cell.grade_id is not None:
            node.metadata["nbgrader"] = {"grade_id": cell.grade_id}
        node.metadata["autograder"] = {"cell_id": cell.cell_id, "line": cell.line}
        notebook.cells.append(node)
    notebook.metadata["autograder"] = {"problem": submission.problem, "remarks": list(submission.remarks)}
    return nbformat.from_dict(notebook)


def _submitted(cell: Any) -> SubmittedCell:
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    read = cell.metadata.get("autograder", {})
    return SubmittedCell(cell.cell_type, cell.source, grade_id, read.get("cell_id"), read.get("line"))


def as_cells(canonical: Canonical) -> list[Any]:
    """Return a rebuilt submission's cells as notebook nodes, with ids of our own that tell the student's own cells."""
    return [_node(cell, f"{'own' if cell.origin is None else 'c'}{index}") for index, cell in enumerate(canonical.cells)]


def _node(cell: CanonicalCell, cell_id: str) -> Any:
    node = _cell(cell.kind, cell.source)
    node.id = cell_id
    if cell.line is not None:
        node.metadata["autograder"] = {"line": cell.line}
    if cell.origin is not None and cell.origin.grade_id is not None:
        node.metadata["nbgrader"] = _metadata(cell.origin)
    return node


def _cell(kind: str, source: str) -> Any:
    """Return a cell; nbformat makes the same, but checks each, and the whole notebook is checked at the end anyway."""
    node = NotebookNode(cell_type=kind, metadata=NotebookNode(), source=source)
    if kind == "code":
        node.update(execution_count=None, outputs=[])
    return node


def _metadata(origin: SourceCell) -> dict[str, Any]:
    """Return nbgrader's metadata of a cell, with the checksum that the released cell has: unchanged means no answer."""
    metadata: dict[str, Any] = {
        "grade": origin.grade,
        "grade_id": origin.grade_id,
        "locked": origin.locked,
        "schema_version": 3,
        "solution": origin.solution,
        "task": False,
        "cell_type": origin.kind,
    }
    if origin.grade:
        metadata["points"] = origin.points
    released = _cell(origin.kind, origin.released)
    released.metadata["nbgrader"] = metadata
    metadata["checksum"] = compute_checksum(released)
    return metadata
