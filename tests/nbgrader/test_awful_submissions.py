"""A class with awful submissions among good ones, through nbgrader: no row is lost, and nobody's points change."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

from autograder.grading.store import load_result

from .courses import KIT, Place, make_place, solved

pytestmark = pytest.mark.long

ASSIGNMENT, POINTS = "neuron_activations", 10.0  # a short one: what is awful does not depend on it
EXITS = "import os\nos._exit(0)\n"
FAKES = """
import os
from IPython import get_ipython
get_ipython().events.register("post_run_cell", lambda *_: os._exit(0))
print("1000.0")
1000.0
"""


@dataclass(frozen=True)
class Played:
    """What is left of the class run."""

    place: Place
    autograde: subprocess.CompletedProcess[str]
    again: subprocess.CompletedProcess[str]
    written: set[Path]


def _with_cell(text: str) -> str:
    """Return the good notebook with one more cell at the top."""
    document = json.loads(solved(ASSIGNMENT))
    document["cells"].insert(0, {"cell_type": "code", "source": text, "metadata": {}, "outputs": [], "execution_count": None})
    return json.dumps(document)


def _faked_points() -> str:
    """Return the release with outputs and points that claim full marks."""
    document = json.loads(KIT.release(ASSIGNMENT).read_text(encoding="utf-8"))
    for cell in document["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade") and cell["cell_type"] == "code":
            cell["metadata"]["nbgrader"]["points"] = 1000
            data = {
                "output_type": "execute_result",
                "data": {"text/plain": "np.float64(1000.0)"},
                "metadata": {},
                "execution_count": 1,
            }
            cell["outputs"] = [data]
    return json.dumps(document)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """Grade a class in which good submissions stand before, between and after the awful ones."""
    place = make_place(tmp_path_factory.mktemp("class"), ASSIGNMENT)
    for student in ("a_good", "m_good", "z_good"):
        place.hand_in(student, solved(ASSIGNMENT))
    place.hand_in("empty", b"")
    place.hand_in("not_json", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    place.hand_in("old_format", '{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}')
    place.hand_in("other", KIT.release("warmup").read_text(encoding="utf-8"))
    place.hand_in("exits", _with_cell(EXITS))
    place.hand_in("fakes", _with_cell(FAKES))
    place.hand_in("claims", _faked_points())
    place.hand_in("blank", KIT.release(ASSIGNMENT).read_text(encoding="utf-8"))
    place.hand_in("misnamed", solved(ASSIGNMENT)).rename(place.submitted("misnamed").with_name("Untitled.ipynb"))
    place.submitted("nothing").parent.mkdir(parents=True)
    page = place.hand_in("smuggler", solved(ASSIGNMENT)).with_name("page.html")
    page.symlink_to(place.course.source(ASSIGNMENT))
    (place.hand_in("untimed", solved(ASSIGNMENT)).parent / "timestamp.txt").write_text("yesterday evening")
    secret = place.hand_in("pasted", solved(ASSIGNMENT)).with_name("data.txt")
    secret.symlink_to(place.course.source(ASSIGNMENT))
    place.submitted("linked").parent.mkdir(parents=True)
    place.submitted("linked").symlink_to(place.course.source(ASSIGNMENT))
    place.submitted("linked_folder").parent.parent.mkdir(parents=True)
    place.submitted("linked_folder").parent.symlink_to(place.course.source(ASSIGNMENT).parent)
    before = set((place.course.root / "submitted").rglob("*"))
    place.nbgrader("generate_assignment", ASSIGNMENT)
    autograde = place.nbgrader("autograde", ASSIGNMENT)
    place.nbgrader("export")
    place.nbgrader("generate_feedback", ASSIGNMENT)
    written = set((place.course.root / "submitted").rglob("*")) - before
    yield Played(place, autograde, place.nbgrader("release_feedback", ASSIGNMENT), written)
    for path in place.folder.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(place.folder)


FULL = ("a_good", "m_good", "z_good", "exits", "fakes", "smuggler", "misnamed", "untimed", "pasted")
ZERO = ("empty", "not_json", "old_format", "other", "claims", "blank", "nothing", "linked", "linked_folder")
SAYS = {
    "empty": "The file is empty.",
    "not_json": "cannot be read as JSON",
    "old_format": "old format",
    "other": f"The notebook holds no answer cell of {ASSIGNMENT}",
    "misnamed": "'Untitled.ipynb' was handed in",
    "nothing": "There is no readable file",
    "linked": "it is a symbolic link",
    "linked_folder": f"the folder '{ASSIGNMENT}' is a symbolic link",
    "untimed": "timestamp.txt says 'yesterday evening'",
    "exits": "(os._exit(0)) ran, its process was lost: it ended.",
}


def test_class_run_ends_well(played: Played) -> None:
    """nbgrader autograde ends with exit code 0: no submission stopped it, and no traceback was shown."""
    assert played.autograde.returncode == 0, played.autograde.stderr[-3000:]
    assert "Traceback" not in played.autograde.stderr


def test_no_row_is_lost(played: Played) -> None:
    """Everybody who handed in anything has a row in the export, graded, with the assignment's maximum."""
    exported = played.place.exported()
    assert set(exported) == {*FULL, *ZERO}
    assert {maximum for _, maximum in exported.values()} == {POINTS}
    for student in exported:
        assert load_result(played.place.course, ASSIGNMENT, student) is not None


@pytest.mark.parametrize("student", FULL)
def test_good_work_keeps_its_points(played: Played, student: str) -> None:
    """Right answers get all points beside awful submissions, also behind a cell that ends the process or prints points."""
    assert played.place.exported()[student][0] == POINTS


@pytest.mark.parametrize("student", ZERO)
def test_no_answers_get_no_points(played: Played, student: str) -> None:
    """What holds no answer gets 0, whatever it claims in outputs and metadata."""
    assert played.place.exported()[student][0] == 0.0


@pytest.mark.parametrize(("student", "says"), SAYS.items())
def test_student_is_told(played: Played, student: str, says: str) -> None:
    """The reason stands in the stored result and in the autograded notebook that feedback is made of."""
    stored = load_result(played.place.course, ASSIGNMENT, student)
    assert stored is not None and any(says in message for message in stored.result.messages)
    graded = played.place.course.root / "autograded" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    messages = nbformat.read(graded, as_version=4).metadata.autograder.result.messages
    assert any(says in message for message in messages)


def test_nothing_is_written_where_students_hand_in(played: Played) -> None:
    """What was handed in stays as it was: no empty notebook is put where one was missing."""
    assert played.written == set()


def test_links_are_not_copied(played: Played) -> None:
    """What a link in a submission leads to is neither in autograded/ nor in feedback/."""
    for stage in ("autograded", "feedback"):
        files = [path for path in (played.place.course.root / stage).rglob("*") if path.is_file() and path.suffix != ".ipynb"]
        assert files and not any(b"BEGIN SOLUTION" in path.read_bytes() for path in files)
        assert not [path for path in files if path.name == "data.txt"]


def test_timestamp_that_is_no_time_is_left_empty(played: Played) -> None:
    """A row is made without a time, and its status is a grade's: never `not submitted`."""
    with (played.place.course.root / "grades.csv").open(encoding="utf-8", newline="") as file:
        (row,) = [row for row in csv.DictReader(file) if row["student_id"] == "untimed"]
    assert row["timestamp"] == "" and row["status"] != "not submitted"


def test_scores_are_written_as_nbgrader_reads_them(played: Played) -> None:
    """Every grade cell has exactly one execute_result, a plain float within its points, and nothing on stderr."""
    for path in sorted((played.place.course.root / "autograded").glob(f"*/{ASSIGNMENT}/{ASSIGNMENT}.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            grading = cell.metadata.get("nbgrader", {})
            if cell.cell_type == "code" and grading.get("grade"):
                (score,) = (output.data["text/plain"] for output in cell.outputs if output.output_type == "execute_result")
                assert score == repr(float(score)) and 0.0 <= float(score) <= grading["points"]
                assert {output.get("name") for output in cell.outputs} <= {"stdout", None}


def test_only_generated_pages_are_released(played: Played) -> None:
    """A page that came with a submission, here a link to the solution, is not released as feedback."""
    assert played.again.returncode == 0, played.again.stderr[-3000:]
    pages = list((played.place.folder / "exchange").glob("*/feedback/*.html"))
    assert len(pages) == len({*FULL, *ZERO})
    assert not any(b"BEGIN SOLUTION" in page.read_bytes() for page in pages)
    assert not [path for path in Path(played.place.course.root / "feedback").rglob("page.html") if os.path.lexists(path)]
