"""Everybody's feedback in one archive, each page named as the LMS named the submission; trusted side."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.lms.downloaded import downloads_of
from autograder.nbgrader_plugin.collector import own_notebooks
from autograder.nbgrader_plugin.downloads import Download

_DATE = (1980, 1, 1, 0, 0, 0)  # the same archive whenever it is made


@dataclass(frozen=True)
class Feedback:
    """The pages by their names in the archive, who has none, and whose page has no name of the LMS's."""

    pages: Mapping[str, Path]
    without_page: tuple[str, ...]
    without_name: tuple[str, ...]


def gather_feedback(coursedir: Any, assignment: str, dropped: Collection[str] = ()) -> Feedback:
    """Find the pages that generate_feedback made, and the names under which zip_collect found the submissions."""
    coursedir.assignment_id = assignment
    notebooks = own_notebooks(coursedir)
    downloads = downloads_of(coursedir, assignment)
    folder = Path(coursedir.format_path(coursedir.feedback_directory, "*", assignment))
    students = {path.parent.name for path in folder.parents[1].glob(f"*/{assignment}") if path.is_dir()} - set(dropped)
    pages: dict[str, Path] = {}
    paged = set()
    for student in sorted(students):
        own = Path(coursedir.format_path(coursedir.feedback_directory, student, assignment))
        for notebook in notebooks:
            if (path := own / f"{notebook}.html").is_file():
                download = downloads.get((student, notebook))
                pages[page_name(download) if download else f"{student}/{path.name}"] = path
                paged.add(student)
    came = {student for student, _ in downloads} - set(dropped)
    return Feedback(pages, tuple(sorted(came - paged)), tuple(sorted(paged - came)))


def page_name(download: Download) -> str:
    """Return a page's name in the archive: the submission's own. Canvas knows no folders, and reads ids in the name."""
    name = download.place.removesuffix(".ipynb") + ".html"
    return name.replace("/", "_") if download.upload else name


def archive(pages: Mapping[str, Path]) -> bytes:
    """Return the archive, byte for byte the same for the same pages."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, path in sorted(pages.items()):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            file.writestr(entry, path.read_bytes())
    return data.getvalue()
