"""Tells nbgrader's zip_collect whose each downloaded file is, and which counts; trusted side."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from nbgrader.plugins import FileNameCollectorPlugin

from autograder.nbgrader_plugin.downloads import Download, collect_names


class CourseCollector(FileNameCollectorPlugin):  # type: ignore[misc]  # nbgrader is untyped
    """Collects what it can name the student of; with a `named_regexp` of the instructor's, it does what nbgrader does."""

    def _match(self, filename: str) -> dict[str, Any] | None:
        if self.named_regexp or not self._notebooks:
            answer: dict[str, Any] | None = super()._match(filename)
            return answer
        name = self._relative(filename)
        counting, passed_over = self._downloads
        if name in passed_over:
            self.log.warning("%s is passed over: %s is the same student's, and counts.", name, passed_over[name])
            return None
        if name not in counting:
            answer = super()._match(filename)
            return answer
        found = counting[name]
        if found.renamed:
            self.log.warning("%s is taken as %s: the file was renamed.", name, found.notebook)
        said = {"student_id": found.student, "file_id": found.notebook}
        return said | ({"timestamp": found.timestamp} if found.timestamp else {})

    def _extracted(self) -> Path:
        return Path(self.parent._format_collect_path(self.parent.extracted_directory))

    def _relative(self, filename: str) -> str:
        """Return a name as it was in the download: the folders above it name no student."""
        path, folder = Path(filename).resolve(), self._extracted().resolve()
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else filename

    @cached_property
    def _notebooks(self) -> list[str]:
        """The names of the assignment's own notebooks."""
        directory = getattr(self.parent, "coursedir", None)
        return own_notebooks(directory) if directory is not None else []

    @cached_property
    def _downloads(self) -> tuple[dict[str, Download], dict[str, str]]:
        """The files that count, by name, and those that are passed over, with the name of the one that counts."""
        names = [self._relative(str(path)) for path in self._extracted().rglob("*.ipynb")]
        counting, passed_over = collect_names(names, self._notebooks)
        by_notebook = {(one.student, one.notebook): one.name for one in counting}
        instead = {one.name: by_notebook[one.student, one.notebook] for one in passed_over}
        return {one.name: one for one in counting}, instead


def own_notebooks(directory: Any) -> list[str]:
    """Return the names of an assignment's notebooks, from its source."""
    source = Path(directory.format_path(directory.source_directory, ".", directory.assignment_id))
    return sorted(path.stem for path in source.glob("*.ipynb"))
