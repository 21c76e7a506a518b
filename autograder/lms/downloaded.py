"""What zip_collect left of an LMS's download: which file is whose, and by which number the LMS knows whom; trusted side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.lms.layout import CANVAS
from autograder.nbgrader_plugin.collector import own_notebooks
from autograder.nbgrader_plugin.downloads import Download, collect_names

DOWNLOADED = ("downloaded", "extracted")  # where zip_collect leaves what it unpacked: downloaded/ASSIGNMENT/extracted
_MOODLES = "_assignsubmission_file"


def downloads_of(coursedir: Any, assignment: str) -> dict[tuple[str, str], Download]:
    """Return the files that count, by student and notebook; none where nothing came through an LMS."""
    coursedir.assignment_id = assignment
    folder = Path(coursedir.root) / DOWNLOADED[0] / assignment / DOWNLOADED[1]
    notebooks: Sequence[str] = own_notebooks(coursedir)
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.ipynb")] if folder.is_dir() else []
    return {(one.student, one.notebook): one for one in collect_names(names, notebooks)[0]}


def lms_numbers(downloads: Mapping[tuple[str, str], Download], system: str) -> dict[str, str]:
    """Return the number by which this system knows each student whose file it named."""
    return {
        student: one.number
        for (student, _), one in downloads.items()
        if one.number and (bool(one.upload) if system == CANVAS else _MOODLES in one.place)
    }
