"""Reads submitted notebooks without ever failing, and keeps one grader an assignment while nbgrader runs; trusted side."""

from __future__ import annotations

import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbconvert.exporters import NotebookExporter
from nbgrader.converters import Autograde

from autograder.course.model import Assignment, Course, read_assignment
from autograder.grading.graded import Graded
from autograder.grading.judgements import as_graded, judge_rebuilt, load_judgement
from autograder.nbgrader_plugin.canonicalise import as_notebook
from autograder.nbgrader_plugin.registration import register
from autograder.submission.folder import read_submitted
from autograder.submission.read import Submission

if TYPE_CHECKING:  # every nbgrader command imports this module, and few of them judge
    from autograder.grading.grader import Grader
    from autograder.worker.zygote import Zygote

RECORDING = "_autograder_recording"  # set on the app around the converter by a class run


class SafeNotebookExporter(NotebookExporter):
    """A notebook exporter for `Autograde.exporter_class`: an unreadable file becomes an empty notebook with a message."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._assignments: dict[Path, Assignment] = {}
        if isinstance(self.parent, Autograde):
            register(self.parent)

    def from_filename(self, filename: str, resources: Any = None, **kwargs: Any) -> Any:
        """Read and convert one notebook; a submitted one is read by us, never by nbformat."""
        sanitising = getattr(self.parent, "_sanitizing", False)
        found = self.assignment(resources)
        if not sanitising or found is None:
            return super().from_filename(filename, resources=resources, **kwargs)
        submission = read_submitted(Path(filename).parent, found, resources["nbgrader"]["student"])
        if submission.problem:
            self.log.error("%s is graded as unanswered: %s", filename, submission.problem)
        return self.from_notebook_node(as_notebook(submission), resources=resources, **kwargs)

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

    def judged(self, assignment: Assignment, submission: Submission, digest: str) -> tuple[Graded, str]:
        """Return what the judge finds in a rebuilt submission, with its key: what is stored where that still holds.

        What the kit could not judge is judged again, but for a class run that has just tried.
        """
        stored = load_judgement(assignment.course, assignment.name, submission.name)
        if stored is not None and stored.of(digest, assignment) and (self._recording or not stored.result.broken):
            return as_graded(stored, submission, assignment), stored.key
        return judge_rebuilt(self.grader(assignment), submission, digest)

    @property
    def _owner(self) -> Any:
        """The app or API around the converter: it stays from one student to the next."""
        return getattr(self.parent, "parent", None) or self.parent

    @property
    def _recording(self) -> bool:
        return bool(self._owner.__dict__.get(RECORDING, False))

    def zygote(self) -> Zygote:
        """Return the zygote of the notebooks that have no hidden tests, started once for the nbgrader app around us."""
        from autograder.grading.grader import secret_places
        from autograder.worker.zygote import Zygote, ZygoteSettings

        owner = self._owner
        found: Zygote | None = owner.__dict__.get("_autograder_zygote")
        if found is None:
            course = Course(Path(self.parent.coursedir.root))  # type: ignore[union-attr]  # nbgrader always sets it
            found = owner.__dict__["_autograder_zygote"] = Zygote(ZygoteSettings(secrets=secret_places(course)))
            weakref.finalize(owner, found.close)
        return found

    def grader(self, assignment: Assignment) -> Grader:
        """Return the grader of this assignment, started once for the nbgrader app around us.

        nbgrader makes a new exporter a command and formgrader one a click; the app (or API) around them stays.
        """
        from autograder.grading.grader import Grader, GradingSettings

        owner = self._owner
        graders: dict[tuple[Path, int], Grader] = owner.__dict__.setdefault("_autograder_graders", {})
        key = (assignment.path, assignment.path.stat().st_mtime_ns)
        if key not in graders:
            while graders:  # another assignment, or an older source: its zygote is of no more use
                graders.popitem()[1].close()
            graders[key] = Grader(assignment, GradingSettings())
            weakref.finalize(owner, graders[key].close)
        return graders[key]
