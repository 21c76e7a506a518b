"""`autograder export` over a real gradebook of nbgrader's."""

from __future__ import annotations

import csv
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from nbgrader.api import Gradebook

from autograder.cli import main
from autograder.nbgrader_plugin.environment import put_tools_on_path
from autograder.term.allowances import Allowances, read_allowances, write_allowances

from . import exports

# nbgrader builds its rows in an order that SQLAlchemy remarks on
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning", "ignore::ResourceWarning")
ASSIGNMENT = "one_hidden_layer"
CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'c'\nc.Exchange.root = {exchange!r}\n"
NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A course folder whose gradebook has a grade, a formula for a name, an absent student and an excused one."""
    root = tmp_path_factory.mktemp("course")
    before = os.environ["PATH"]
    put_tools_on_path()
    (root / "source" / ASSIGNMENT).mkdir(parents=True)
    (root / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").write_text(NOTEBOOK)
    (root / "nbgrader_config.py").write_text(CONFIG.format(exchange=str(root)))
    with Gradebook(f"sqlite:///{root}/gradebook.db", "c") as book:
        book.add_assignment(ASSIGNMENT)
        book.add_notebook(ASSIGNMENT, ASSIGNMENT)
        book.add_grade_cell("exercise", ASSIGNMENT, ASSIGNMENT, max_score=25, cell_type="code")
        for name in ("jdoe", "aabsent", "iill"):
            book.add_student(name, last_name="=HYPERLINK(1)" if name == "jdoe" else None)
        book.add_submission(ASSIGNMENT, "jdoe")
        grade = book.find_grade("exercise", ASSIGNMENT, ASSIGNMENT, "jdoe")
        grade.auto_score, grade.needs_manual_grade = 20.0, False
        book.db.commit()
    write_allowances(root, Allowances().with_excused(ASSIGNMENT, "iill"))
    yield root
    os.environ["PATH"] = before


def run(course: Path, *arguments: str) -> tuple[int, str]:
    """Run the command as one would type it; return its exit code and what it said."""
    done = CliRunner().invoke(main, ["export", ASSIGNMENT, "--course", str(course), *arguments])
    return done.exit_code, " ".join(done.output.split())


def test_canvas_gets_its_file_back(course: Path, tmp_path: Path) -> None:
    """Grades and excuses from nbgrader's gradebook stand in Canvas's column, and everybody else is named."""
    export = tmp_path / "canvas.csv"
    export.write_bytes(exports.CANVAS.encode())
    code, said = run(course, "--to", "canvas", "--gradebook", str(export), "-o", str(tmp_path / "up.csv"))
    assert code == 0 and "2 grades into 'One hidden layer (402)'; 1 of them changed what stood there" in said
    assert "not submitted, left as it was (1): aabsent" in said and "Vic Visitor (vvisitor)" in said
    wanted = exports.CANVAS.replace(",3.50,44.00", ",20,44.00").replace("iill,B,,,,", "iill,B,,,EX,")
    assert (tmp_path / "up.csv").read_bytes() == wanted.encode() and export.read_bytes() == exports.CANVAS.encode()


def test_csv_names_everybody_and_computes_nothing(course: Path) -> None:
    """Each student has a row that says what became of it; a name that is a formula is text."""
    assert run(course, "--to", "csv")[0] == 0
    with (course / "reports" / f"{ASSIGNMENT}-grades.csv").open(newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert {name: (row["score"], row["status"]) for name, row in rows.items()} == {
        "jdoe": ("20.0", "graded"), "aabsent": ("", "not submitted"), "iill": ("", "excused"),
    }  # fmt: skip
    assert rows["jdoe"]["last_name"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        ("", (), "name its gradebook export with --gradebook FILE"),
        ("Student,ID,SIS Login ID,Section,One hidden layer (4)\nX,1,xx,A,\n", ("{file}",), "names no student of nbgrader's"),
        (exports.CANVAS, ("{file}", "-o", "{file}"), "stays as it is"),
        (exports.CANVAS, ("/nowhere.csv",), "/nowhere.csv cannot be read"),
    ],
)
def test_nothing_is_written_without_a_match(
    course: Path, tmp_path: Path, text: str, arguments: tuple[str, ...], said: str
) -> None:
    """No file, the wrong class, the LMS's own file as the output: exit code 2, a reason, and no output."""
    (tmp_path / "in.csv").write_text(text, newline="")
    given = [one.format(file=tmp_path / "in.csv") for one in arguments]
    extra = [] if "-o" in given else ["-o", str(tmp_path / "up.csv")]
    code, answer = run(course, "--to", "canvas", *(["--gradebook", *given] if given else []), *extra)
    assert code == 2 and said in answer
    assert not (tmp_path / "up.csv").exists() and (tmp_path / "in.csv").read_bytes() == text.encode()


def test_allowances_that_cannot_be_read_stop_the_command(course: Path, tmp_path: Path) -> None:
    """A broken file of allowances is an error with its place: guessing would cost somebody an excuse."""
    path = course / ".autograder" / "allowances.json"
    good = path.read_text()
    path.write_text(good[:-5])
    code, said = run(course, "--to", "csv", "-o", str(tmp_path / "x.csv"))
    path.write_text(good)
    assert code == 2 and "allowances.json cannot be read" in said and read_allowances(course).excused


def test_ambiguous_students_end_the_command_with_1(course: Path, tmp_path: Path) -> None:
    """Two rows with one login: nothing is written for them, and the exit code says that somebody has to look."""
    (tmp_path / "in.csv").write_text(exports.CANVAS + '"Doe, J",9010,S-90,jdoe,A,,,,,\r\n', newline="")
    code, said = run(course, "--to", "canvas", "--gradebook", str(tmp_path / "in.csv"), "-o", str(tmp_path / "up.csv"))
    assert code == 1 and "--lms-user-id" in said and (tmp_path / "up.csv").read_text().count("EX") == 1


def test_feedback_is_named_as_the_lms_named_the_submissions(course: Path, tmp_path: Path) -> None:
    """Each system finds its students by the names: a page alone for each, and never the secret beside it."""
    downloads = {
        "doejane": f"all/doejane_LATE_12345_67890_{ASSIGNMENT}-1.ipynb",
        "roerick": f"roerick_1_2_hw/{ASSIGNMENT}/{ASSIGNMENT}.ipynb",
        "Zoë Moe": f"Zoë Moe_501_assignsubmission_file_/{ASSIGNMENT}.ipynb",
        "Bo Lo": "Bo Lo_502_assignsubmission_file_/renamed.ipynb",
        "none": f"none_9_9_{ASSIGNMENT}.ipynb",
    }
    for name in downloads.values():
        path = course / "downloaded" / ASSIGNMENT / "extracted" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert run(course, "--feedback")[0] == 2  # nobody generated any
    for student in ("doejane", "roerick", "Zoë Moe", "Bo Lo", "ann"):
        folder = course / "feedback" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        (folder / f"{ASSIGNMENT}.html").write_text(f"<p>{student}</p>")
        (folder / "submission_secret.txt").write_text("secret")
    code, said = run(course, "--feedback", "-o", str(tmp_path / "f.zip"))
    assert code == 0 and "5 pages" in said and "has no page: generate it (1): none" in said and "name (1): ann" in said
    with zipfile.ZipFile(tmp_path / "f.zip") as file:
        assert {name: file.read(name).decode() for name in file.namelist()} == {
            f"doejane_LATE_12345_67890_{ASSIGNMENT}-1.html": "<p>doejane</p>",
            f"roerick_1_2_hw_{ASSIGNMENT}_{ASSIGNMENT}.html": "<p>roerick</p>",
            f"Zoë Moe_501_assignsubmission_file_/{ASSIGNMENT}.html": "<p>Zoë Moe</p>",
            "Bo Lo_502_assignsubmission_file_/renamed.html": "<p>Bo Lo</p>",
            f"ann/{ASSIGNMENT}.html": "<p>ann</p>",
        }
    before = (tmp_path / "f.zip").read_bytes()
    assert run(course, "--feedback", "-o", str(tmp_path / "f.zip"))[0] == 0 and (tmp_path / "f.zip").read_bytes() == before
