"""nbgrader's step that writes the term's due date into a notebook that is about to be released; trusted side."""

from __future__ import annotations

from typing import Any

from nbformat.v4 import new_markdown_cell

from autograder.course.model import Course
from autograder.language.spoken import language_of
from autograder.nbgrader_plugin.release_step import ReleaseStep
from autograder.submission.due_line import with_due_line
from autograder.term.rules import due_line, read_term

CELL_ID = "due-date"  # of the cell that is made where the first one cannot hold the line: the same at every build


class WriteDueDate(ReleaseStep):
    """Puts one line under the notebook's title; without a due date in term.toml the notebook stays as it is."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Write the line into the first cell, or into a new one where that is code or nbgrader's."""
        root = self.course_root
        line = ""
        if root is not None:
            line = due_line(read_term(root), resources["nbgrader"]["assignment"], language_of(Course(root)))
        if line:
            first = nb.cells[0] if nb.cells else None
            if first is not None and first.cell_type == "markdown" and "nbgrader" not in first.metadata:
                first.source = with_due_line(first.source, line)
            else:
                made = new_markdown_cell(line)
                made["id"] = CELL_ID
                nb.cells.insert(0, made)
        return nb, resources


def write_due_dates_into_releases(config: Any) -> None:
    """Add the step to nbgrader's own of `generate_assignment`, as its command, formgrader's button and our build run them."""
    config.GenerateAssignment.preprocessors.prepend([WriteDueDate])
