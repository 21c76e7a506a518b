"""The whole nbgrader loop, played once with nbgrader's real commands: every claim below looks at what is left of it."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import shutil
import subprocess
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.grading.store import load_result

from .courses import ASSIGNMENT, KIT, SHIPPED, Place, make_place, notebook

pytestmark = pytest.mark.long

STUDENTS = {"alice": "good", "bob": "typical", "mallory": "hostile"}
VERDICTS = tomllib.loads((SHIPPED / "verdicts.toml").read_text(encoding="utf-8"))
BY_ZIP = {"carol": "good", "dave": "typical"}


@dataclass(frozen=True)
class Played:
    """What is left when the loop is over."""

    place: Place
    said: Mapping[str, subprocess.CompletedProcess[str]]
    source_before: str


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """Play the loop: three students through the exchange, two more from an LMS download."""
    place = make_place(tmp_path_factory.mktemp("loop"))
    before = _digest(place.course.root / "source")
    said = {}
    for command in ("generate_assignment", "release_assignment"):
        said[command] = place.nbgrader(command, ASSIGNMENT)
    for student, answers in STUDENTS.items():
        home = place.home(student)
        said[f"fetch_assignment {student}"] = place.nbgrader("fetch_assignment", ASSIGNMENT, at=home)
        (home / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").write_text(notebook(answers), encoding="utf-8")
        said[f"submit {student}"] = place.nbgrader("submit", ASSIGNMENT, f"--student={student}", at=home)
    said["collect"] = place.nbgrader("collect", ASSIGNMENT)
    _download(place)
    said["zip_collect"] = place.nbgrader("zip_collect", ASSIGNMENT)
    for command in ("autograde", "generate_feedback", "release_feedback"):
        said[command] = place.nbgrader(command, ASSIGNMENT)
    for student in STUDENTS:
        arguments = ("fetch_feedback", ASSIGNMENT, f"--student={student}")
        said[f"fetch_feedback {student}"] = place.nbgrader(*arguments, at=place.home(student))
    said["export"] = place.nbgrader("export")
    yield Played(place, said, before)
    for path in place.folder.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(place.folder)


def _download(place: Place) -> None:
    """Put what an LMS gives out into the folder that zip_collect reads: one notebook by name, one archive by name."""
    archive = place.course.root / "downloaded" / ASSIGNMENT / "archive"
    archive.mkdir(parents=True)
    (archive / f"carol_{ASSIGNMENT} (1).ipynb").write_text(notebook(BY_ZIP["carol"]), encoding="utf-8")
    with zipfile.ZipFile(archive / "dave.zip", "w") as file:
        file.writestr(f"{ASSIGNMENT}.ipynb", notebook(BY_ZIP["dave"]))


def _digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return hashlib.sha256(b"".join(str(path.relative_to(folder)).encode() + path.read_bytes() for path in files)).hexdigest()


def _result(played: Played, student: str) -> Any:
    stored = load_result(played.place.course, ASSIGNMENT, student)
    assert stored is not None
    return stored.result


def test_every_command_succeeds(played: Played) -> None:
    """Every command of the loop ends with exit code 0, and none shows a traceback."""
    failed = {name: done.stderr[-2000:] for name, done in played.said.items() if done.returncode or "Traceback" in done.stderr}
    assert not failed


def test_release_holds_no_solution(played: Played) -> None:
    """What a student fetches is the kit's own release, which holds no solution."""
    fetched = played.place.course.root / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    cells = [cell.source for cell in nbformat.read(fetched, as_version=4).cells]
    assert cells == [cell.source for cell in nbformat.read(KIT.release(ASSIGNMENT), as_version=4).cells]
    assert not any("BEGIN SOLUTION" in cell for cell in cells)


@pytest.mark.parametrize(("student", "answers"), [*STUDENTS.items(), *BY_ZIP.items()])
def test_each_student_gets_what_the_notebook_deserves(played: Played, student: str, answers: str) -> None:
    """nbgrader's export holds exactly the points of verdicts.toml, through the exchange as through zip_collect."""
    score, maximum = played.place.exported()[student]
    assert score == pytest.approx(VERDICTS[answers]["score"], abs=1e-4)
    assert maximum == 25.0


@pytest.mark.parametrize(("student", "answers"), STUDENTS.items())
def test_every_lost_point_has_its_reason(played: Played, student: str, answers: str) -> None:
    """Each exercise has the points of verdicts.toml, and names the known mistake or says what happened."""
    verdict = VERDICTS[answers]
    exercises = {exercise.id: exercise for exercise in _result(played, student).exercises}
    assert {name: one.score for name, one in exercises.items()} == pytest.approx(verdict["points"], abs=1e-4)
    lost = verdict.get("lost", {})
    assert {name for name, one in exercises.items() if one.score < one.max_score} == set(lost)
    for name, reason in lost.items():
        for field, wanted in reason.items():
            assert wanted in {getattr(test, field) for test in exercises[name].tests}
    assert list(_result(played, student).messages) == verdict["messages"]


def test_gradebook_has_a_row_for_everybody_and_nobody_else(played: Played) -> None:
    """The hostile submission added no student and lost none."""
    assert set(played.place.exported()) == {*STUDENTS, *BY_ZIP}


def test_hostile_submission_disturbs_nobody(played: Played) -> None:
    """Source and the others' submissions are what they were, and equal work has equal points before and after it."""
    assert _digest(played.place.course.root / "source") == played.source_before
    for student in ("alice", "bob"):
        assert played.place.submitted(student).read_text(encoding="utf-8") == notebook(STUDENTS[student])
    grades = played.place.exported()
    assert grades["alice"] == grades["carol"] and grades["bob"] == grades["dave"]


def test_hostile_submission_stole_nothing(played: Played) -> None:
    """Its own count of the files that it could read is 0, in the outputs that feedback shows."""
    graded = played.place.course.root / "autograded" / "mallory" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    texts = [output.get("text", "") for cell in nbformat.read(graded, as_version=4).cells for output in cell.get("outputs", [])]
    assert [text for text in texts if "LOOT" in text] == ["LOOT 0 []\n"]


def test_feedback_reaches_its_student_with_the_hints(played: Played) -> None:
    """Bob's fetched page shows his three hints, and nothing that only hidden tests know."""
    (page,) = (played.place.home("bob") / ASSIGNMENT / "feedback").glob("*/*.html")
    text = page.read_text(encoding="utf-8")
    for reason in VERDICTS["typical"]["lost"].values():
        assert reason["hint"] in text
    for secret in ("oracles", "P1_COST", "course", "compute_cost__sums_over_examples", "submission_secret"):
        assert secret not in text


@pytest.mark.parametrize("student", STUDENTS)
def test_students_fetch_only_their_own_page(played: Played, student: str) -> None:
    """A student's feedback folder holds one page, and no file with the secret of the submission."""
    files = [path for path in (played.place.home(student) / ASSIGNMENT / "feedback").rglob("*") if path.is_file()]
    assert [path.name for path in files] == [f"{ASSIGNMENT}.html"]


@pytest.mark.parametrize("student", ["bob", "mallory"])
def test_autograder_grade_says_the_same(played: Played, student: str, tmp_path: Path) -> None:
    """`autograder grade` on the collected file gives the result that `nbgrader autograde` recorded, test by test."""
    target = tmp_path / "result.json"
    command = ["grade", str(played.place.submitted(student)), "--course", str(played.place.course.root), "--json", str(target)]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    alone = json.loads(target.read_text(encoding="utf-8"))
    recorded = dataclasses.asdict(_result(played, student))
    for part in ("score", "max_score", "assignment", "submission", "isolation"):
        assert alone[part] == recorded[part]
    assert alone["messages"] == list(recorded["messages"])
    verdicts = [[(t["name"], t["verdict"], t["hint"], t["note"]) for t in e["tests"]] for e in alone["exercises"]]
    assert verdicts == [[(t["name"], t["verdict"], t["hint"], t["note"]) for t in e["tests"]] for e in recorded["exercises"]]
