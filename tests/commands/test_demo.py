"""`make demo`: the loop with three students, in a folder of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.course.model import find_course
from autograder.demo.assemble import assemble, split_answers
from autograder.demo.course import ASSIGNMENT, STUDENTS, make_demo
from autograder.errors import UsageError

pytestmark = pytest.mark.long

KIT = find_course(Path(__file__).parent)
VERDICTS = tomllib.loads((KIT.root / "tests" / "submissions" / ASSIGNMENT / "verdicts.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Played:
    """What the demo said, and where it played."""

    folder: Path
    said: str
    code: int


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """Play the demo once."""
    folder = tmp_path_factory.mktemp("demo") / "d"
    command = [sys.executable, "-m", "autograder.demo", "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    yield Played(folder, done.stdout + done.stderr, done.returncode)
    shutil.rmtree(folder, ignore_errors=True)


def test_demo_ends_well_and_shows_every_command(played: Played) -> None:
    """Each step of the loop is a line with the command that one would type."""
    assert played.code == 0, played.said
    for command in (
        "generate_assignment", "release_assignment", "fetch_assignment", "submit", "collect", "autograde",
        "generate_feedback", "release_feedback", "fetch_feedback", "export",
    ):  # fmt: skip
        assert f"✓ nbgrader {command}" in played.said


@pytest.mark.parametrize("student", STUDENTS, ids=[student.name for student in STUDENTS])
def test_demo_prints_the_deserved_grade_with_its_reasons(played: Played, student: object) -> None:
    """The score is that of verdicts.toml, and each lost point has its hint or note."""
    assert student in STUDENTS
    verdict = VERDICTS[student.answers]  # type: ignore[attr-defined]  # pytest types its parameters as objects
    flat = " ".join(played.said.split())
    assert f"{verdict['score']:.2f}".rstrip("0").rstrip(".") + " / 25 (" in flat
    for reason in verdict.get("lost", {}).values():
        assert all(text in flat for field, text in reason.items() if field in ("hint", "note"))


def test_demo_names_feedback_pages_that_are_there(played: Played) -> None:
    """Every path that is printed as a feedback page is a file."""
    pages = [line.strip().partition(" ")[2].strip() for line in played.said.splitlines() if line.endswith(f"{ASSIGNMENT}.html")]
    assert len(pages) == len(STUDENTS) and all(Path(page).is_file() for page in pages)


def test_demo_replaces_an_earlier_one_and_nothing_else(played: Played, tmp_path: Path) -> None:
    """A second demo in the same folder starts afresh; a folder that holds anything else is left alone."""
    demo = make_demo(KIT, played.folder)
    assert not (demo.course.root / "grades.csv").exists()
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="something that is no demo"):
        make_demo(KIT, tmp_path)
    assert (tmp_path / "thesis.txt").exists()


def test_answers_go_into_the_cells_that_ask_for_them() -> None:
    """What stands above a function goes with it, what follows the last goes there too, and the file's docstring nowhere."""
    parts = (
        "import os\n\n# why\nx = 1\n\n\ndef f():\n    return 1",
        "def helper():\n    pass\n\n\ndef g():\n    return 2",
        "y = 3",
    )
    text = '"""About."""\n' + "\n\n\n".join(parts) + "\n"
    pieces = split_answers(text, {"f", "g"})
    assert pieces["f"] == parts[0]
    assert pieces["g"] == f"{parts[1]}\n\n\n{parts[2]}"


def test_answers_to_something_else_are_refused(tmp_path: Path) -> None:
    """A file that defines none of the notebook's functions is an error that names them."""
    (tmp_path / "a.py").write_text("def nothing():\n    pass\n", encoding="utf-8")
    with pytest.raises(UsageError, match="layer_sizes"):
        assemble(KIT.release(ASSIGNMENT), tmp_path / "a.py")
