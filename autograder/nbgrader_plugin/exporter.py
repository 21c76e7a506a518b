"""Reads submitted notebooks without ever failing, and keeps one grader an assignment while nbgrader runs; trusted side."""

from __future__ import annotations

import glob
import weakref
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.converters import Autograde

from autograder.course.model import Assignment, Course, read_assignment
from autograder.grading.grader import Grader, GradingSettings
from autograder.submission.read import Submission, read_submission


class SafeNotebookExporter(NotebookExporter):
    """A notebook exporter for `Autograde.exporter_class`: an unreadable file becomes an empty notebook with a message."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._assignments: dict[Path, Assignment] = {}
        if isinstance(self.parent, Autograde):
            include_missing(self.parent)

    def from_filename(self, filename: str, resources: Any = None, **kwargs: Any) -> Any:
        """Read and convert one notebook; a submitted one is read by us, never by nbformat."""
        sanitising = getattr(self.parent, "_sanitizing", False)
        if not sanitising or self.assignment(resources) is None:
            return super().from_filename(filename, resources=resources, **kwargs)
        submission = read_submission(Path(filename), resources["nbgrader"]["student"])
        if submission.problem:
            self.log.error("%s is graded as unanswered: %s", filename, submission.problem)
        return self.from_notebook_node(_as_notebook(submission), resources=resources, **kwargs)

    def assignment(self, resources: Any) -> Assignment | None:
        """Return the assignment that a notebook belongs to, or None where this kit has no hidden tests for it."""
        names = resources["nbgrader"]
        directory: Any = self.parent.coursedir  # type: ignore[union-attr]  # nbgrader always sets it
        folder = Path(directory.format_path(directory.source_directory, ".", names["assignment"]))
        path = (folder / f"{names['notebook']}.ipynb").resolve()
        if path not in self._assignments and path.is_file():
            self._assignments[path] = read_assignment(path, Course(path.parents[2]))
        found = self._assignments.get(path)
        return found if found is not None and found.has_hidden_tests else None

    def grader(self, assignment: Assignment) -> Grader:
        """Return the grader of this assignment, started once for the nbgrader app around us.

        nbgrader makes a new exporter a command and formgrader one a click; the app (or API) around them stays.
        """
        owner: Any = getattr(self.parent, "parent", None) or self.parent
        graders: dict[tuple[Path, int], Grader] = owner.__dict__.setdefault("_autograder_graders", {})
        key = (assignment.path, assignment.path.stat().st_mtime_ns)
        if key not in graders:
            while graders:  # another assignment, or an older source: its zygote is of no more use
                graders.popitem()[1].close()
            graders[key] = Grader(assignment, GradingSettings())
            weakref.finalize(owner, graders[key].close)
        return graders[key]


def include_missing(autograde: Autograde) -> None:
    """Have nbgrader grade every student who handed in anything, also where the notebook is not there or has another name.

    nbgrader passes over such a student, or stops at them: the row is lost. This runs when it has listed what to grade.
    """
    directory = autograde.coursedir
    if directory.notebook_id != "*":
        return
    pattern = directory.format_path(directory.submitted_directory, directory.student_id, directory.assignment_id)
    source = Path(directory.format_path(directory.source_directory, ".", directory.assignment_id))
    wanted = [path.name for path in sorted(source.glob("*.ipynb")) if _has_hidden_tests(path)]
    for folder in (Path(path) for path in glob.glob(pattern)):
        if wanted and folder.is_dir():
            listed = autograde.assignments.setdefault(str(folder), [])
            listed += [path for path in (str(folder / name) for name in wanted) if path not in listed]


def _has_hidden_tests(path: Path) -> bool:
    return Course(path.resolve().parents[2]).has_hidden_tests(path.stem)


def _as_notebook(submission: Submission) -> Any:
    """Return a notebook of plain cells that remember only their grade_id."""
    notebook = new_notebook()
    for cell in submission.cells:
        node = new_code_cell(cell.source) if cell.kind == "code" else new_markdown_cell(cell.source)
        if cell.grade_id is not None:
            node.metadata["nbgrader"] = {"grade_id": cell.grade_id}
        notebook.cells.append(node)
    if submission.problem:
        notebook.metadata["autograder"] = {"problem": submission.problem}
    return nbformat.from_dict(notebook)
