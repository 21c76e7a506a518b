"""What lies in a student's folder: the notebook is found under any name, told by content, and nothing is written there."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course.model import Assignment, Course, find_course
from autograder.grading.store import Stored, key_of, result_key, same_submission, still_holds, submission_digest
from autograder.submission.read import Submission, SubmittedCell
from autograder.submission.folder import read_submitted
from autograder.submission.timestamps import read_timestamp
from tests.class_report.made_up import scored

KIT = find_course(Path(__file__).parent)
NAME = "neuron_activations"
SOLVED, BLANK = KIT.source(NAME).read_bytes(), KIT.release(NAME).read_bytes()
OTHER = KIT.source("one_hidden_layer").read_bytes()


@pytest.fixture(scope="module")
def assignment() -> Assignment:
    """A short assignment of the real course."""
    return KIT.assignment(NAME)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A student's folder, empty."""
    path = tmp_path / "ada" / NAME
    path.mkdir(parents=True)
    return path


def put(folder: Path, **files: bytes) -> None:
    """Write files, with the folders that they lie in."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


NAMES = [
    f"{NAME} (1).ipynb", f"{NAME}-copy.ipynb", f"alice_{NAME}.ipynb", f"{NAME.upper()}.IPYNB", f"{NAME}.ipynb.txt",
    f"{NAME}.ipynb.json", f"{NAME}/{NAME}.ipynb", f"a/b/{NAME}.ipynb", "Untitled.ipynb", "Kopie von Übung 1.ipynb",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_renamed_or_nested_notebook_is_read(folder: Path, assignment: Assignment, name: str) -> None:
    """It is recognised by its cells, and the remark names it; the folder stays as it was."""
    put(folder, **{name: SOLVED, "lesson/other.py": b"def relu(z): pass"})
    before = sorted(folder.rglob("*"))
    submission = read_submitted(folder, assignment, "ada")
    assert submission.problem is None and submission.name == "ada"
    (remark,) = submission.remarks
    assert repr(name) in remark and "was handed in and is graded" in remark
    assert sorted(folder.rglob("*")) == before


def chosen(folder: Path, assignment: Assignment) -> tuple[Submission, str]:
    """Return what is read of a folder, and its one remark or nothing."""
    submission = read_submitted(folder, assignment, "ada")
    assert len(submission.remarks) <= 1
    return submission, " ".join(submission.remarks)


def test_the_right_name_needs_no_remark(folder: Path, assignment: Assignment) -> None:
    """Neither other assignments' notebooks, nor checkpoints, nor an empty copy beside it matter."""
    put(folder, **{
        f"{NAME}.ipynb": SOLVED, "one_hidden_layer.ipynb": OTHER, "copy.ipynb": BLANK, "empty.ipynb": b"",
        f".ipynb_checkpoints/{NAME}-checkpoint.ipynb": SOLVED,
    })  # fmt: skip
    assert chosen(folder, assignment)[1] == ""


def test_of_two_with_answers_the_right_name_counts(folder: Path, assignment: Assignment) -> None:
    """And the student is told which one was not looked at."""
    put(folder, **{f"{NAME}.ipynb": SOLVED, f"{NAME} (1).ipynb": SOLVED})
    assert f"'{NAME}.ipynb' is graded, and not '{NAME} (1).ipynb'" in chosen(folder, assignment)[1]


@pytest.mark.parametrize(
    ("named", "says"), [(BLANK, "holds no answers"), (b"", "cannot be read"), (b"<html>", "cannot be read")]
)
def test_copy_with_answers_counts_where_the_right_name_has_none(
    folder: Path, assignment: Assignment, named: bytes, says: str
) -> None:
    """A browser's second download is called (1): the answers may be there."""
    put(folder, **{f"{NAME}.ipynb": named, f"{NAME} (1).ipynb": SOLVED})
    submission, remark = chosen(folder, assignment)
    assert says in remark and f"'{NAME} (1).ipynb'" in remark and submission.problem is None
    assert submission.cells == read_submitted(_folder(folder, f"{NAME}.ipynb", SOLVED), assignment, "ada").cells


def _folder(beside: Path, name: str, data: bytes) -> Path:
    folder = beside.parent.parent / "bob" / NAME
    put(folder, **{name: data})
    return folder


def test_of_several_other_names_the_one_with_answers_counts_and_then_the_newest(folder: Path, assignment: Assignment) -> None:
    """Which it was is said, since a person may think otherwise."""
    put(folder, **{"old.ipynb": SOLVED, "new.ipynb": SOLVED, "blank.ipynb": BLANK})
    for name, when in (("old.ipynb", 1_000_000_000), ("new.ipynb", 1_100_000_000), ("blank.ipynb", 1_200_000_000)):
        os.utime(folder / name, (when, when))
    remark = chosen(folder, assignment)[1]
    assert "'new.ipynb' was handed in, the newest of those with most answers, and is graded, and not 'old.ipynb'" in remark


def test_another_assignments_notebook_alone_is_not_graded(folder: Path, assignment: Assignment) -> None:
    """The reason names what was handed in."""
    put(folder, **{"one_hidden_layer.ipynb": OTHER})
    problem = chosen(folder, assignment)[0].problem
    assert problem is not None and "'one_hidden_layer.ipynb' was handed in" in problem


def test_links_are_no_candidates(folder: Path, assignment: Assignment) -> None:
    """Neither a link beside the notebook nor a linked folder is looked into."""
    (folder / "mine.ipynb").symlink_to(KIT.source(NAME))
    (folder / "deep").symlink_to(KIT.source(NAME).parent)
    assert read_submitted(folder, assignment, "ada").cells == ()


# --- a resubmission is known by its content ---


def test_key_changes_with_the_answers_and_not_with_the_file(folder: Path, assignment: Assignment) -> None:
    """Outputs, metadata, the name and the times of a file decide nothing."""
    put(folder, **{f"{NAME}.ipynb": SOLVED})
    submission = read_submitted(folder, assignment, "ada")
    stored = Stored(result_key(submission, assignment, "strict"), "ada", scored("ada", 2, 3, 5))
    assert stored.key == key_of(submission_digest(submission), assignment, "strict")
    assert still_holds(stored, submission, assignment) and same_submission(stored, submission)

    document = json.loads(SOLVED)
    document["metadata"]["kernelspec"] = {"name": "another"}
    (folder / f"{NAME}.ipynb").unlink()
    put(folder, **{f"{NAME} (1).ipynb": json.dumps(document, indent=3).encode()})
    assert still_holds(stored, read_submitted(folder, assignment, "ada"), assignment)

    put(folder, **{f"{NAME}.ipynb": SOLVED.replace(b"np.maximum", b"np.minimum")})
    os.utime(folder / f"{NAME}.ipynb", (1_000_000_000, 1_000_000_000))
    other = read_submitted(folder, assignment, "ada")
    assert not still_holds(stored, other, assignment) and not same_submission(stored, other)


def test_key_tells_apart_what_only_an_id_tells_apart() -> None:
    """A cell without a grade_id is known by Jupyter's id: with another id it may be another answer, and the key another one."""
    one, other = (Submission("ada", (SubmittedCell("code", "x = 1", None, cell_id),)) for cell_id in ("a", "b"))
    assert submission_digest(one) != submission_digest(other)
    one, other = (Submission("ada", (SubmittedCell("code", "x = 1", "x", cell_id),)) for cell_id in ("a", "b"))
    assert submission_digest(one) == submission_digest(other)


# --- timestamps ---


def _not_a_file(folder: Path) -> object:
    (folder / "timestamp.txt").mkdir()
    return (folder / "timestamp.txt" / "x").write_text("x")


STAMPS: dict[str, tuple[Callable[[Path], object], str | None, str | None]] = {
    "nbgrader's": (lambda one: (one / "timestamp.txt").write_text("2026-03-02 18:30:00.000000 UTC"), "2026-03-02T18:30", None),
    "iso": (lambda one: (one / "timestamp.txt").write_text("2026-03-02T18:30:00+01:00"), "2026-03-02T17:30", None),
    "American": (lambda one: (one / "timestamp.txt").write_text("March 2, 2026 6:30 PM"), "2026-03-02T18:30", None),
    "UTF-16": (lambda one: (one / "timestamp.txt").write_text("2026-03-02 18:30", encoding="utf-16"), "2026-03-02T18:30", None),
    "none": (lambda one: None, None, None),
    "empty": (lambda one: (one / "timestamp.txt").touch(), None, None),
    "words": (lambda one: (one / "timestamp.txt").write_text("yesterday evening"), None, "says 'yesterday evening'"),
    "bytes": (lambda one: (one / "timestamp.txt").write_bytes(b"\xff\x00\x9c" * 99), None, "is not known"),
    "too large": (lambda one: (one / "timestamp.txt").write_text("9" * 5000), None, "is not known"),
    "a folder": (_not_a_file, None, "is no readable file"),
    "a link": (lambda one: (one / "timestamp.txt").symlink_to("/etc/hostname"), None, "is no readable file"),
    "in the future": (
        lambda one: (one / "timestamp.txt").write_text("2999-01-01 00:00 UTC"),
        "2999-01-01T00:00",
        "has not come",
    ),
}


@pytest.mark.parametrize(("write", "when", "says"), STAMPS.values(), ids=STAMPS)
def test_timestamp_is_read_or_remarked_on(
    folder: Path, write: Callable[[Path], object], when: str | None, says: str | None
) -> None:
    """Whatever stands there, there is a time or none, and at most a sentence."""
    write(folder)
    found, remark = read_timestamp(folder)
    assert (found.isoformat(timespec="minutes") if found else None) == when
    assert remark is None if says is None else (remark is not None and says in remark)
