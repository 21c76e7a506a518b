"""Lets a released notebook fetch its helper files where nothing lies beside it, as in Google Colab; trusted side.

Only where `course.toml` names a place, `files_url`: then a cell stands before the first cell of code. It does nothing where the
files are there, so it costs nothing on a JupyterHub, and nothing while grading.
"""

from __future__ import annotations

from string import Template
from typing import Any

from nbformat.v4 import new_code_cell

from autograder.course.model import Course
from autograder.nbgrader_plugin.release_step import ReleaseStep

CELL_ID = "fetch-helper-files"
LEFT_OUT = {"requirements.txt", "environment.yml"}  # for whoever makes an environment, which nobody does in a lone notebook
_TEXT = Template('''\
# Where the course's helper files do not lie beside this notebook, as in Google Colab, this cell fetches them. Leave it so.
def _fetch_helper_files(place, names):
    import importlib.util
    from os import makedirs, path
    from shutil import copytree
    from tempfile import TemporaryDirectory
    from urllib.parse import quote
    from urllib.request import urlretrieve

    if $there:
        return
    with TemporaryDirectory() as folder:
        try:
            for name in names:
                makedirs(path.dirname(path.join(folder, name)), exist_ok=True)
                urlretrieve(place + quote(name), path.join(folder, name))
        except OSError as error:
            raise RuntimeError(
                f"The course's helper files could not be fetched from {place} ({error}). Run this cell again when you are "
                "online; if that does not help, put $what from your course beside this notebook."
            ) from None
        copytree(folder, ".", dirs_exist_ok=True)
    importlib.invalidate_caches()


_fetch_helper_files("$place", """$names""".splitlines())''')


def fetch_where_named(config: Any) -> None:
    """Have nbgrader put the cell into what it makes for students, after everything that it does itself."""
    config.GenerateAssignment.preprocessors.append(FetchHelperFiles)


class FetchHelperFiles(ReleaseStep):
    """Puts the cell into the students' version of a notebook; last, so that the gradebook never hears of it."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Insert the cell where the course names a place, and the notebook has helper files."""
        if self.course_root is not None:
            insert(nb, fetching_cell(Course(self.course_root), resources["nbgrader"]["assignment"]))
        return nb, resources


def insert(nb: Any, text: str) -> None:
    """Put the cell before a notebook's first cell of code; nothing, where there is no text."""
    first = next((at for at, cell in enumerate(nb.cells) if cell.cell_type == "code"), None)
    if text and first is not None:
        cell = new_code_cell(text)
        cell["id"] = CELL_ID
        nb.cells.insert(first, cell)


def fetching_cell(course: Course, assignment: str) -> str:
    """Return the cell's text; nothing where the course names no place, or nothing has to be fetched."""
    folder = course.source(assignment).parent
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in {".ipynb", ".pyc"})
    names = [path.relative_to(folder).as_posix() for path in files if path.name not in LEFT_OUT]
    packages = sorted({name.partition("/")[0] for name in names if name.endswith("/__init__.py")})
    if not course.settings.files_url or not names:
        return ""
    place = f"{course.settings.files_url.rstrip('/')}/{assignment}/"
    first = packages[0] if packages else names[0]
    there = f'importlib.util.find_spec("{first}") is not None' if packages else f"path.exists({first!r})"
    what = f"the folder {first}" if packages else first if len(names) == 1 else f"{first} and the other files"
    return _TEXT.substitute(there=there, what=what, place=place, names="\n".join(names))
