"""A notebook that students open alone, as in Google Colab: its helper files are fetched, or it is said how to get them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import nbformat
import pytest

from autograder.course.model import Course, find_course
from autograder.course.settings import read_settings
from autograder.errors import UsageError
from autograder.nbgrader_plugin.helper_files import CELL_ID, fetching_cell, insert

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = "one_hidden_layer"


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    """A server that serves release/, as the course's own place does."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(KIT.root / "release"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def course_with(folder: Path, files_url: str) -> Course:
    """Return a course like this one, with a place for its files."""
    shutil.copytree(KIT.root / "source" / ASSIGNMENT, folder / "source" / ASSIGNMENT)
    said = f'files_url = "{files_url}"\n' if files_url else ""
    (folder / "course.toml").write_text(f'content = "{KIT.settings.content}"\n{said}', encoding="utf-8")
    return Course(folder)


def run_alone(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code in an empty folder, as a notebook's cells run there; a proxy would be asked for this machine's own address."""
    folder.mkdir(exist_ok=True)
    variables = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "PYTHONSAFEPATH": "", "no_proxy": "127.0.0.1"}
    command = [sys.executable, "-c", f"import sys\nsys.path.insert(0, '')\n{code}"]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, timeout=120, check=False)


def test_everything_that_is_needed_is_fetched(tmp_path: Path, place: str) -> None:
    """In an empty folder the cell brings what the release has beside the notebook, byte for byte, and the next cell runs."""
    cell = fetching_cell(course_with(tmp_path / "course", place), ASSIGNMENT)
    done = run_alone(tmp_path / "alone", f"{cell}\nfrom lesson.errors import *\nfrom lesson import hints")
    assert done.returncode == 0, done.stderr
    fetched = {path.name: path.read_bytes() for path in (tmp_path / "alone" / "lesson").glob("*.*")}
    assert fetched == {path.name: path.read_bytes() for path in (KIT.root / "release" / ASSIGNMENT / "lesson").glob("*.*")}


def test_a_data_file_alone_is_fetched(tmp_path: Path) -> None:
    """A notebook without a helper package gets its data all the same, under any name; once it is there, no more."""
    course = course_with(tmp_path / "course", "")
    (tmp_path / "course" / "source" / "own").mkdir()
    (tmp_path / "course" / "source" / "own" / "heights of 1900.csv").write_text("1\n")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(course.root / "source")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (course.root / "course.toml").write_text(f'files_url = "http://127.0.0.1:{server.server_port}"\n')
    cell = fetching_cell(Course(course.root), "own")
    reading = "assert open('heights of 1900.csv').read() == '1\\n'"
    assert run_alone(tmp_path / "alone", f"{cell}\n{reading}").returncode == 0
    server.shutdown()
    server.server_close()
    assert run_alone(tmp_path / "alone", f"{cell}\n{reading}").returncode == 0


def test_nothing_is_fetched_where_the_files_are(tmp_path: Path) -> None:
    """Beside its files, as on a JupyterHub and while grading, the cell asks nobody: here nobody would answer."""
    cell = fetching_cell(course_with(tmp_path / "course", "http://127.0.0.1:9"), ASSIGNMENT)
    shutil.copytree(KIT.root / "release" / ASSIGNMENT / "lesson", tmp_path / "alone" / "lesson")
    assert run_alone(tmp_path / "alone", cell).returncode == 0


@pytest.mark.parametrize("lost", ["server", "file"])
def test_what_cannot_be_fetched_is_said_with_a_remedy(tmp_path: Path, place: str, lost: str) -> None:
    """Where nobody answers, or a file is not there, one sentence says what to do; half of the files are not left behind."""
    where = "http://127.0.0.1:9" if lost == "server" else place
    cell = fetching_cell(course_with(tmp_path / "course", where), ASSIGNMENT)
    done = run_alone(tmp_path / "alone", cell.replace("lesson/trace.py", "lesson/gone.py"))
    last = done.stderr.strip().splitlines()[-1]
    assert done.returncode and "put the folder lesson from your course beside this notebook" in last and where in last
    assert not (tmp_path / "alone" / "lesson").exists()


def test_the_cell_stands_before_the_first_code(tmp_path: Path) -> None:
    """It is put into what students get, before everything that needs it, and not where a course names no place."""
    for url, wanted in (("https://example.org/release/", True), ("", False)):
        notebook = nbformat.read(KIT.root / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", as_version=4)
        before = [cell.source for cell in notebook.cells]
        insert(notebook, fetching_cell(course_with(tmp_path / str(wanted), url), ASSIGNMENT))
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        assert (code[0].get("id") == CELL_ID) == wanted
        assert [cell.source for cell in notebook.cells if cell.get("id") != CELL_ID] == before


@pytest.mark.parametrize("wrong", ["release", "ftp://a/b", 'https://a/\\"b', "https://a/$b", "https://a b"])
def test_a_place_that_is_none_is_refused(tmp_path: Path, wrong: str) -> None:
    """What is no address, or would not stay one inside a cell of code, is refused with an example."""
    (tmp_path / "course.toml").write_text(f'files_url = "{wrong}"\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"https://example\.org/release"):
        read_settings(tmp_path)
