"""Reading submissions: whatever is wrong with a file, there is a submission, and a sentence that says what to do."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from autograder.submission.read import MAX_BYTES, MAX_CELL_CHARACTERS, MAX_CELLS, Submission, read_submission, submission_name

from .handmade import cell, notebook

GOOD = cell("x = 1", "setup")


def read(folder: Path, data: bytes, suffix: str = ".ipynb") -> Submission:
    """Write the bytes to a file and read it."""
    path = folder / f"work{suffix}"
    path.write_bytes(data)
    return read_submission(path)


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "white space": (b" \n\t\n", "empty"),
    "binary": (bytes(range(256)) * 40, "JSON"),
    "an image": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "JSON"),
    "truncated": (notebook([GOOD])[:-30], "JSON"),
    "nested too deeply": (b"[" * 200_000, "JSON"),
    "nested too deeply in a cell": (b'{"nbformat": 4, "cells": ' + b'[{"a":' * 100_000, "JSON"),
    "a number too large to read": (b'{"nbformat": ' + b"9" * 10_000 + b"}", "JSON"),
    "python": (b"def f(x):\n    return x\n", "JSON"),
    "an old format": (json.dumps({"nbformat": 3, "worksheets": [{"cells": []}]}).encode(), "old format"),
    "an old format with cells": (notebook([GOOD], nbformat=3), "format 4"),
    "a later format": (notebook([GOOD], nbformat=5), "format 4"),
    "no format": (json.dumps({"cells": []}).encode(), "format 4"),
    "a format that is a text": (notebook([GOOD], nbformat="4"), "format 4"),
    "a format that is a list": (notebook([GOOD], nbformat=[4]), "format 4"),
    "cells in a dictionary": (notebook({"0": GOOD}), "list of cells"),
    "cells that are a text": (notebook("x = 1"), "list of cells"),
    "no cells": (json.dumps({"nbformat": 4}).encode(), "list of cells"),
    "a list": (b"[1, 2]", "list of cells"),
    "a number": (b"42", "list of cells"),
    "null": (b"null", "list of cells"),
    "3000 cells": (notebook([GOOD] * 3000), f"{MAX_CELLS:,} cells"),
}


@pytest.mark.parametrize(("data", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_notebook_is_named_not_raised(tmp_path: Path, data: bytes, said: str) -> None:
    """Every kind of bad file gives a submission without cells and one clear sentence."""
    submission = read(tmp_path, data)
    assert submission.cells == () and submission.name == "work"
    assert submission.problem is not None
    assert said in submission.problem
    assert submission.problem[0].isupper() and submission.problem.endswith(".") and "\n" not in submission.problem


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is a submission that says so."""
    problem = read_submission(tmp_path / "nothing.ipynb").problem
    assert problem is not None and "no readable file" in problem


def test_a_folder_is_named(tmp_path: Path) -> None:
    """A folder with a notebook's name is a submission that says so."""
    (tmp_path / "work.ipynb").mkdir()
    problem = read_submission(tmp_path / "work.ipynb").problem
    assert problem is not None and "no readable file" in problem


@pytest.mark.parametrize("target", ["/dev/zero", "a link to itself", "a pipe"])
def test_a_file_without_an_end_is_not_read(tmp_path: Path, target: str) -> None:
    """A link to a device, to itself, or a pipe could be read for ever: it is no readable file."""
    path = tmp_path / "work.ipynb"
    if target == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(path if target == "a link to itself" else target)
    problem = read_submission(path).problem
    assert problem is not None and "no readable file" in problem


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file above the limit is refused by its size, with the remedy."""
    path = tmp_path / "work.ipynb"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    problem = read_submission(path).problem
    assert problem is not None and "200 MB" in problem and "Clear its outputs" in problem


ODD_CELLS: dict[str, tuple[Any, str | None]] = {
    "source is a list": (cell(["x = 1\n", "y = 2"], "setup"), "x = 1\ny = 2"),
    "source is a list with other things": (cell(["x = 1\n", 5, None, ["z"], "y = 2"], "setup"), "x = 1\ny = 2"),
    "source is a number": (cell(5, "setup"), None),
    "source is missing": ({"cell_type": "code", "metadata": {"nbgrader": {"grade_id": "setup"}}}, ""),
    "source is a dictionary": (cell({"x": 1}, "setup"), None),
    "a raw cell": (cell("x", "setup", kind="raw"), "x"),
    "a cell of a later kind": (cell("x", "setup", kind="heading"), None),
    "a cell that is no dictionary": ("x = 1", None),
    "a cell that is null": (None, None),
    "a cell type that is a list": ({"cell_type": ["code"], "source": "x"}, None),
}


@pytest.mark.parametrize(("odd", "text"), ODD_CELLS.values(), ids=ODD_CELLS)
def test_an_odd_cell_costs_only_itself(tmp_path: Path, odd: Any, text: str | None) -> None:
    """A cell that cannot be read is left out, the rest of the notebook is read."""
    submission = read(tmp_path, notebook([odd, cell("kept = 1", "other")]))
    assert submission.problem is None
    assert [one.source for one in submission.cells] == ([] if text is None else [text]) + ["kept = 1"]


ODD_METADATA = [
    None,
    [],
    "x",
    {"nbgrader": None},
    {"nbgrader": []},
    {"nbgrader": {"grade_id": 5}},
    {"nbgrader": {"grade_id": ["setup"]}},
]


@pytest.mark.parametrize("metadata", ODD_METADATA, ids=str)
def test_odd_metadata_make_a_cell_of_the_students_own(tmp_path: Path, metadata: object) -> None:
    """Metadata of any shape are read past: only a grade_id that is a text counts."""
    submission = read(tmp_path, notebook([{"cell_type": "code", "source": "x", "metadata": metadata}]))
    assert [(one.source, one.grade_id) for one in submission.cells] == [("x", None)]


def test_lone_surrogates_become_text(tmp_path: Path) -> None:
    """Half a surrogate pair, which no file or worker could take, is replaced when it is read."""
    submission = read(tmp_path, notebook([cell("x = '\ud800'", "setup")]))
    assert submission.cells[0].source == "x = '?'"
    submission.cells[0].source.encode()


def test_a_very_long_cell_is_cut(tmp_path: Path) -> None:
    """A cell is read up to a limit."""
    submission = read(tmp_path, notebook([cell("#" * (MAX_CELL_CHARACTERS + 5))]))
    assert len(submission.cells[0].source) == MAX_CELL_CHARACTERS


def test_a_byte_order_mark_is_read_past(tmp_path: Path) -> None:
    """Notebooks and scripts saved by some Windows editors begin with a mark; they are read all the same."""
    assert [one.source for one in read(tmp_path, b"\xef\xbb\xbf" + notebook([GOOD])).cells] == ["x = 1"]
    assert [one.source for one in read(tmp_path, b"\xef\xbb\xbfx = 1\n", ".py").cells] == ["x = 1\n"]


def test_a_plain_python_file_is_one_cell(tmp_path: Path) -> None:
    """A .py file without cell marks is one code cell without a grade_id."""
    submission = read(tmp_path, b"def f(x):\n    return x\n", ".py")
    assert [(one.kind, one.grade_id) for one in submission.cells] == [("code", None)]


PERCENT = b"""# %% [markdown]
# # Title

# %% nbgrader={"grade": false, "grade_id": "f_solution", "solution": true}
def f(x):
    return x

# %%
helper = 1
"""


@pytest.mark.parametrize("data", [PERCENT, PERCENT.replace(b"\n", b"\r\n")], ids=["unix", "windows"])
def test_a_percent_file_keeps_its_grade_ids(tmp_path: Path, data: bytes) -> None:
    """A .py file with cell marks is read as cells, with nbgrader's metadata on their marks, whatever its line ends."""
    submission = read(tmp_path, data, ".py")
    assert [(one.kind, one.grade_id) for one in submission.cells] == [
        ("markdown", None),
        ("code", "f_solution"),
        ("code", None),
    ]
    assert submission.cells[1].source == "def f(x):\n    return x"


BAD_PYTHON: dict[str, bytes] = {
    "empty": b"",
    "binary": bytes(range(256)) * 10,
    "metadata that do not parse": b"# %% nbgrader={{{\nx = 1\n",
    "metadata that are no dictionary": b'# %% nbgrader="f"\nx = 1\n',
    "marks only": b"# %%\n" * 50,
    "an unterminated string": b'# %%\nx = """\n# %%\n',
    "a broken header": b"# ---\n# jupyter: [\n# ---\n# %%\nx = 1\n",
    "a header that is not ended": b"# ---\n# jupyter:\n# %%\nx = 1\n",
    "nul bytes": b"# %%\nx = '\0'\n",
}


@pytest.mark.parametrize("data", BAD_PYTHON.values(), ids=BAD_PYTHON)
def test_an_odd_python_file_never_raises(tmp_path: Path, data: bytes) -> None:
    """Whatever stands in a .py file, there is a submission: cells, or a sentence."""
    submission = read(tmp_path, data, ".py")
    assert submission.problem is None or submission.problem.endswith(".")
    assert all(isinstance(one.source, str) and one.kind in ("code", "markdown") for one in submission.cells)


def test_a_python_file_that_is_too_long_is_named(tmp_path: Path) -> None:
    """A .py file of millions of characters is refused before it is split into cells."""
    problem = read(tmp_path, b"# %%\n" * 300_000, ".py").problem
    assert problem is not None and "too long" in problem


def test_the_name_is_the_students_folder(tmp_path: Path) -> None:
    """Where nbgrader collects it, <student>/<assignment>/<notebook>, the submission is named after the student."""
    assert submission_name(tmp_path / "ada" / "warmup" / "warmup.ipynb") == "ada"
    assert submission_name(tmp_path / "ada" / "warmup.ipynb") == "warmup"
    assert read_submission(tmp_path / "ada" / "warmup" / "warmup.ipynb", "given").name == "given"
