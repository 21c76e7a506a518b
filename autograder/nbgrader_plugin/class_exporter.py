"""The exporter of a class run: a notebook goes from nbgrader's first pass to its second as it is; trusted side.

nbgrader writes the rebuilt notebook as a file, reads it again to grade it, and copies the whole of it four times in each pass.
Here the second pass takes what the first one left, and only the graded notebook becomes a file, with the same bytes.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4.rwbase import split_lines, strip_transient

from autograder.grading.json_text import indented
from autograder.nbgrader_plugin.exporter import SafeNotebookExporter


class ClassExporter(SafeNotebookExporter):
    """Exports the notebooks of a class that this kit judges; any other goes nbgrader's way."""

    _rebuilt: Any = None  # the notebook between the passes

    @property
    def between_passes(self) -> bool:
        """Has the first pass left a notebook, so that there is nothing to be written?"""
        return self._rebuilt is not None

    def from_filename(self, filename: str, resources: Any = None, **kwargs: Any) -> Any:
        """Read and convert one notebook; in the second pass, the one that the first pass has left."""
        rebuilt, self._rebuilt = self._rebuilt, None
        if rebuilt is None or getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **kwargs)
        resources["metadata"] = {"name": Path(filename).stem, "path": os.path.dirname(filename)}
        graded, resources = self._steps(rebuilt, resources)
        text = indented(strip_transient(split_lines(graded)), sort_keys=True, ensure_ascii=False)
        return f"{text}\n", {**resources, "output_suffix": ".nbconvert"}

    def from_notebook_node(self, nb: Any, resources: Any = None, **kwargs: Any) -> Any:
        """Convert a notebook; after the first pass it is kept, and there is no text."""
        if not getattr(self.parent, "_sanitizing", False) or self.assignment(resources) is None:
            return super().from_notebook_node(nb, resources, **kwargs)
        self._rebuilt, resources = self._steps(nb, resources)
        return "", resources

    def _steps(self, notebook: Any, resources: Any) -> tuple[Any, Any]:
        """Take the pass's steps, and check what they have made of the notebook."""
        resources = self._init_resources(resources)
        for step in self._preprocessors:
            notebook, resources = step(notebook, resources)
        nbformat.validate(notebook, relax_add_props=True)
        return notebook, resources
