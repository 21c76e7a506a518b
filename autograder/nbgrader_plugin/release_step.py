"""What the kit's own steps of making a release have in common; trusted side."""

from __future__ import annotations

from pathlib import Path

from nbgrader.preprocessors import NbGraderPreprocessor


class ReleaseStep(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader is untyped
    """A step of `generate_assignment`."""

    @property
    def course_root(self) -> Path | None:
        """The course's folder, which the converter behind this step's exporter knows; None outside of one."""
        directory = getattr(getattr(self.parent, "parent", None), "coursedir", None)
        return None if directory is None else Path(directory.root)
