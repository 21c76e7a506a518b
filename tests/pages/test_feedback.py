"""The student's page as people get it: from `nbgrader generate_feedback`, and from `autograder grade --html`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from autograder.cli import main
from autograder.course.model import find_course
from autograder.course.settings import write_settings

from . import handmade

pytestmark = pytest.mark.long

ESSAY = "essay"
HOSTILE_FOLDER = "\"'><img src=x onerror=alert(1)>"
SCORE = 3.25

# What an instructor does, in one process, because nbgrader takes seconds to start: both assignments are generated and graded;
# in formgrader another score, comments, and points for an answer in words; feedback for the assignment that is not ours.
GRADE = f"""
from pathlib import Path
from autograder.commands.autograde import nbgrader_api
from autograder.course.model import Course
from nbgrader.api import Gradebook

api = nbgrader_api(Course(Path.cwd()))
for assignment in ("{handmade.ASSIGNMENT}", "{ESSAY}"):
    assert api.generate_assignment(assignment, create=True)["success"]
    for student in sorted(path.parent.name for path in Path("submitted").glob(f"*/{{assignment}}")):
        answer = api.autograde(assignment, student, create=True)
        assert answer["success"], answer
with Gradebook(f"sqlite:///{{Path.cwd()}}/gradebook.db") as book:
    where = ("{handmade.ASSIGNMENT}", "{handmade.ASSIGNMENT}", "alice")
    book.find_grade("compute_cost", *where).manual_score = {SCORE}
    answer = book.find_grade("predict_boundary", *where)
    answer.manual_score, answer.extra_credit, answer.needs_manual_grade = 0.0, 0.5, False
    book.find_comment("compute_cost_solution", *where).manual_comment = "Almost: **one division** is missing."
    book.find_comment("predict_boundary", *where).manual_comment = "<script>alert(1)</script>"
    book.db.commit()
assert api.generate_feedback("{ESSAY}")["success"]
"""


def _run(course: Path, *arguments: str) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def _submit(course: Path, student: str, assignment: str) -> Path:
    return course / "submitted" / student / assignment / f"{assignment}.ipynb"


def _page(course: Path, student: str, assignment: str = handmade.ASSIGNMENT) -> str:
    return (course / "feedback" / student / assignment / f"{assignment}.html").read_text(encoding="utf-8")


def _essay(path: Path, **metadata: Any) -> None:
    """Write a notebook that the kit has no hidden tests for."""
    grading = {
        "grade": True,
        "grade_id": "essay",
        "locked": False,
        "points": 2,
        "schema_version": 3,
        "solution": True,
        "task": False,
    }
    cell = {"cell_type": "markdown", "id": "a", "metadata": {"nbgrader": grading}, "source": "What is a neuron?"}
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"cells": [cell], "metadata": {"kernelspec": kernel, **metadata}, "nbformat": 4, "nbformat_minor": 5}
    handmade.write(notebook, path)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of two assignments, graded, one score changed by a person, with feedback for everyone."""
    course = tmp_path_factory.mktemp("course")
    shutil.copy(handmade.ROOT / "nbgrader_config.py", course)
    write_settings(course, find_course(handmade.ROOT).settings)
    name = handmade.ASSIGNMENT
    shutil.copytree(handmade.ROOT / "source" / name, course / "source" / name)
    handmade.typical(_submit(course, "alice", name))
    handmade.hostile(_submit(course, HOSTILE_FOLDER, name))
    _submit(course, "bob", name).parent.mkdir(parents=True)
    _submit(course, "bob", name).write_text("{", encoding="utf-8")
    _essay(course / "source" / ESSAY / f"{ESSAY}.ipynb")
    forged = {"result": {"exercises": [{"id": "essay", "status": "solved", "tests": []}], "messages": []}}
    _essay(_submit(course, "alice", ESSAY), autograder=forged)
    _run(course, "-c", GRADE)
    _run(course, "-m", "nbgrader", "generate_feedback", name)
    return course


def test_nbgrader_gives_the_students_page(course: Path) -> None:
    """`nbgrader generate_feedback` writes our page, with the student's own cells and what they drew."""
    html = _page(course, "alice")
    assert "<h1>A network with one hidden layer</h1>" in html and "for <bdi>alice</bdi>" in html
    assert "My note: the cost falls." in html and "ZeroDivisionError" in html
    assert 'src="data:image/png;base64,' in html


def test_the_assignments_own_text_is_left_out(course: Path) -> None:
    """The page holds what the student wrote; the lesson stands in the notebook."""
    texts = ["".join(cell["source"]) for cell in handmade.released()["cells"] if cell["cell_type"] == "markdown"]
    sentences = sorted((line for text in texts for line in text.split("\n") if line.isascii()), key=len)[-20:]
    html = _page(course, "alice")
    assert [line for line in sentences if line[:40] in html] == [] and "Checks(" not in html


def test_what_a_person_changed_stands_on_the_page(course: Path) -> None:
    """A score, a comment and extra points from formgrader count, and a comment is no way in either."""
    html = _page(course, "alice")
    assert f"{SCORE} of 4" in html and "Your instructor set these points" in html
    assert "Almost: <strong>one division</strong> is missing." in html
    assert "0.5 extra points" in html
    assert "<script" not in html and "&lt;script&gt;alert(1)" in html


def test_one_unreadable_or_hostile_notebook_costs_nobody_a_page(course: Path) -> None:
    """Every student has a page: who handed in a broken file learns that, and hostile text stays text."""
    assert "could not be read" in _page(course, "bob")
    html = _page(course, HOSTILE_FOLDER)
    assert "<script" not in html and "<img src=x" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_a_notebook_without_hidden_tests_gets_nbgraders_feedback(course: Path) -> None:
    """Where the kit judges nothing nbgrader's own page is made, and a forged result in the file changes nothing."""
    html = _page(course, "alice", ESSAY)
    assert "Written response" in html and "What to try next" not in html


def test_grade_gives_the_page_without_nbgrader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`autograder grade --html` writes one file for one notebook, and a folder with an index for several."""
    one, two = handmade.typical(tmp_path / "alice.ipynb"), handmade.hostile(tmp_path / "<b>bob.ipynb")
    course = ["--course", str(handmade.ROOT)]
    for files, target in (([one], tmp_path / "one.html"), ([one, two], tmp_path / "both")):
        with pytest.raises(SystemExit) as ended:
            main(["grade", *map(str, files), "--html", str(target), *course], standalone_mode=False)
        assert ended.value.code == 0
    assert "for <bdi>alice</bdi>" in (tmp_path / "one.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in (tmp_path / "both").iterdir()) == ["alice.html", "b_bob.html", "index.html"]
    index = (tmp_path / "both" / "index.html").read_text(encoding="utf-8")
    assert 'href="b_bob.html"' in index and "<b>" not in index


def test_a_page_that_cannot_be_written_is_a_clear_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the file, and the exit code is the one of a wrong option."""
    (tmp_path / "file").write_text("")
    notebook = handmade.typical(tmp_path / "alice.ipynb")
    with pytest.raises(SystemExit) as ended:
        main(["grade", str(notebook), "--html", str(tmp_path / "file" / "page.html"), "--course", str(handmade.ROOT)])
    assert ended.value.code == 2
    assert "page.html cannot be written" in " ".join(capsys.readouterr().err.split())


def test_the_result_in_the_notebook_is_what_the_page_was_made_of(course: Path) -> None:
    """The page's titles and hints are the ones that the judge left in the autograded notebook."""
    path = course / "autograded" / "alice" / handmade.ASSIGNMENT / f"{handmade.ASSIGNMENT}.ipynb"
    result = json.loads(path.read_text(encoding="utf-8"))["metadata"]["autograder"]["result"]
    tests = [test for one in result["exercises"] if one["status"] in ("partial", "wrong") for test in one["tests"]]
    hints = {test["hint"] for test in tests if test["hint"]}
    assert len(tests) > 20 and len(hints) >= 3
    html = unescape(_page(course, "alice"))
    assert [text for text in {test["title"] for test in tests} | hints if text not in html] == []
