"""`autograder autograde`: a class into nbgrader's gradebook, and its exit codes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from autograder.cli import main
from autograder.course.model import Course, find_course
from autograder.course.settings import write_settings
from autograder.grading.store import load_result

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = "neuron_activations"


def autograde(course: Path, *arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["autograde", *arguments, "--course", str(course)], env={"COLUMNS": "160"})


@pytest.fixture(scope="module", autouse=True)
def _path() -> Iterator[None]:
    """The command puts nbgrader's tools on PATH: put it back."""
    before = os.environ["PATH"]
    yield
    os.environ["PATH"] = before


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    """A course with five submissions of one assignment: right, blank, unreadable, misnamed, and a folder without anything."""
    root = tmp_path_factory.mktemp("class")
    shutil.copytree(KIT.source(ASSIGNMENT).parent, root / "source" / ASSIGNMENT)
    shutil.copyfile(KIT.root / "nbgrader_config.py", root / "nbgrader_config.py")
    write_settings(root, KIT.settings)
    one = Course(root)
    for student in ("ann", "ben", "cleo", "dan", "eve"):
        (root / "submitted" / student / ASSIGNMENT).mkdir(parents=True)
    shutil.copyfile(KIT.source(ASSIGNMENT), _submitted(one, "ann"))
    shutil.copyfile(KIT.release(ASSIGNMENT), _submitted(one, "ben"))
    _submitted(one, "cleo").write_text("{", encoding="utf-8")
    shutil.copyfile(KIT.source(ASSIGNMENT), _submitted(one, "dan").with_name("Untitled.ipynb"))
    yield one
    shutil.rmtree(root)


@pytest.fixture(scope="module")
def said(course: Course) -> Result:
    """Grade the class once."""
    return autograde(course.root, ASSIGNMENT)


def _submitted(course: Course, student: str) -> Path:
    return course.root / "submitted" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"


def test_everybody_is_in_the_table_with_a_score(said: Result) -> None:
    """Whatever was handed in, there is a row with points, and the exit code is 0; a notebook of another name counts."""
    assert said.exit_code == 0, said.output
    cells = [[cell.strip() for cell in line.split("│")[1:3]] for line in said.output.splitlines() if line.startswith("│")]
    rows = {student: points for student, points in cells if student}  # a long remark has lines of its own
    assert rows == {name: "10 / 10" if name in ("ann", "dan") else "0 / 10" for name in ("ann", "ben", "cleo", "dan", "eve")}


@pytest.mark.parametrize(
    ("student", "says"),
    [("cleo", "cannot be read as JSON"), ("dan", "'Untitled.ipynb' was handed in"), ("eve", "graded as unanswered")],
)
def test_reason_for_a_zero_is_stored(said: Result, course: Course, student: str, says: str) -> None:
    """Who could not be graded, or handed in something odd, finds it in the result."""
    stored = load_result(course, ASSIGNMENT, student)
    assert said.exit_code == 0 and stored is not None and any(says in message for message in stored.result.messages)


def test_one_student_can_be_graded_again(said: Result, course: Course) -> None:
    """After a new submission, --student grades that one, and leaves the others' results alone."""
    before = {name: load_result(course, ASSIGNMENT, name) for name in ("ann", "cleo")}
    shutil.copyfile(KIT.source(ASSIGNMENT), _submitted(course, "ben"))
    again = autograde(course.root, ASSIGNMENT, "--student", "ben", "--regrade")
    assert said.exit_code == again.exit_code == 0 and "10 / 10" in again.output and "ann" not in again.output
    assert {name: load_result(course, ASSIGNMENT, name) for name in ("ann", "cleo")} == before


def test_resubmission_is_known_by_its_content(said: Result, course: Course) -> None:
    """A better notebook with an older time is graded again; one that did not change keeps its grade, and the row says so."""
    path = _submitted(course, "cleo")
    shutil.copyfile(KIT.source(ASSIGNMENT), path)
    old = path.stat().st_mtime - 50_000
    os.utime(path, (old, old))
    first, again = (
        autograde(course.root, ASSIGNMENT, "--student", "cleo"),
        autograde(course.root, ASSIGNMENT, "--student", "cleo"),
    )
    assert said.exit_code == first.exit_code == again.exit_code == 0
    assert "10 / 10" in first.output and "Unchanged since it was graded" not in first.output
    assert "10 / 10" in again.output and "Unchanged since it was graded" in again.output


def test_nothing_is_written_where_students_hand_in(said: Result, course: Course) -> None:
    """A notebook that is missing or has another name stays so."""
    assert said.exit_code == 0
    assert [path.name for path in (course.root / "submitted" / "dan").rglob("*.*")] == ["Untitled.ipynb"]
    assert not list((course.root / "submitted" / "eve").rglob("*.*"))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["no_such_assignment"], "There is no assignment 'no_such_assignment'"),
        ([ASSIGNMENT, "--student", "nobody"], "There is no submission from nobody"),
    ],
)
def test_wrong_names_are_2(course: Course, arguments: list[str], says: str) -> None:
    """A name that is not there ends with 2 and a sentence."""
    done = autograde(course.root, *arguments)
    assert done.exit_code == 2
    assert says in " ".join(done.output.split()) and "Traceback" not in done.output


def test_course_without_configuration_is_2(course: Course, tmp_path: Path) -> None:
    """Without nbgrader_config.py the judge would not be plugged in: the command says what to copy."""
    shutil.copytree(course.root / "source", tmp_path / "source")
    write_settings(tmp_path, KIT.settings)
    (tmp_path / "submitted" / "ann" / ASSIGNMENT).mkdir(parents=True)
    done = autograde(tmp_path, ASSIGNMENT)
    assert done.exit_code == 2 and "nbgrader_config.py" in " ".join(done.output.split())


def test_the_process_that_records_a_class_imports_no_judge() -> None:
    """The command judges nothing itself: pytest and NumPy, which its pool needs, would cost it half a second at every start."""
    code = (
        "import sys, autograder.commands.autograde; print(*{'pytest', 'numpy', 'autograder.grading.grader'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
