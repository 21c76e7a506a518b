"""Reading files as people hand them in: encodings, line ends, wrong files, large outputs, links."""

from __future__ import annotations

import json
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.submission.outputs import MAX_TOKENS, without_outputs
from autograder.submission.read import MAX_SOURCE_BYTES, Submission, read_notebook, read_python, read_submission

from .handmade import cell, notebook

TEXT = "x = 'é'  # naïve\ny = 2\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


def with_mark(text: str, codec: str) -> bytes:
    """Return a text's bytes with a byte order mark where the encoding needs one to be told."""
    mark = "\ufeff" if codec in ("utf-16-le", "utf-16-be") else ""
    return (mark + text).encode(codec)


@pytest.mark.parametrize("codec", ENCODINGS)
def test_every_encoding_is_read(codec: str) -> None:
    """Notebooks and Python files are read by their mark, as UTF-8, or as old Windows editors write."""
    assert " ".join(one.source for one in read_python(with_mark(TEXT, codec), "ada").cells).split() == TEXT.split()
    document = json.dumps(json.loads(notebook([cell(TEXT, "setup")])), ensure_ascii=False)
    (one,) = read_notebook(with_mark(document, codec), "ada").cells
    assert one.source == TEXT


def test_declared_encoding_is_read() -> None:
    """A Python file that declares its encoding is read in it."""
    assert "ж" in read_python("# -*- coding: koi8-r -*-\nx = 'ж'\n".encode("koi8-r"), "ada").cells[0].source


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_are_one_kind(end: str) -> None:
    """Whichever editor saved it."""
    assert read_notebook(notebook([cell(f"x = 1{end}y = 2", "setup")]), "ada").cells[0].source == "x = 1\ny = 2"
    assert "\r" not in read_python(f"x = 1{end}y = 2".encode(), "ada").cells[0].source


def test_notebook_under_a_python_name_is_a_notebook() -> None:
    """A .py file that holds a notebook's JSON is read as what it is."""
    assert [one.grade_id for one in read_python(notebook([cell("x = 1", "setup")]), "ada").cells] == ["setup"]


def _zip(names: list[str]) -> bytes:
    import io

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


WHOLE = json.dumps(json.loads(notebook([cell("x = 1\ny = 2", "setup")])), indent=1)
WRONG: dict[str, tuple[bytes, list[str]]] = {
    "conflict": (
        WHOLE.replace('   "source"', '<<<<<<< HEAD\n   "source"', 1).encode(),
        ["merge conflict markers (<<<<<<<) at line"],
    ),
    "zip": (_zip(["a.ipynb"]), ["is a zip archive", "Unpack"]),
    "docx": (_zip(["word/document.xml"]), ["is a Word document"]),
    "pdf": (b"%PDF-1.7\n", ["is a PDF document"]),
    "png": (b"\x89PNG\r\n\x1a\n\0\0", ["is a picture"]),
    "gzip": (b"\x1f\x8b\x08\0", ["is a gzip archive"]),
    "pickle": (pickle.dumps({"cells": []}), ["pickled", "not opened"]),
    "rtf": (b"{\\rtf1\\ansi def f}", ["formatted text (RTF)"]),
    "page": (b"\n<!DOCTYPE html>\n<html>", ["is a web page (HTML)", "Download"]),
    "git lfs": (b"version https://git-lfs.github.com/spec/v1\n", ["Git LFS pointer"]),
    "comma": (WHOLE.replace('"nbformat": 4,', '"nbformat": 4,,').encode(), ["line ", "column "]),
    "cut short": (WHOLE[:-40].encode(), ["is cut short", "line "]),
    "cut in a text": (WHOLE[: WHOLE.index("y = 2")].encode(), ["is cut short"]),
    "python": (b"import numpy as np\n\n\ndef f(x):\n    return x\n", ["holds Python code", ".py"]),
    "noise": (b"\x03\x04\x05\x80" * 99, ["not a text"]),
    "deep": (b"[" * 200_000, ["nested too deeply"]),
}


@pytest.mark.parametrize(("data", "says"), WRONG.values(), ids=WRONG)
def test_unreadable_file_says_what_it_is(data: bytes, says: list[str]) -> None:
    """One sentence or two: what it is, where, and what to do."""
    submission = read_notebook(data, "ada")
    assert submission.cells == () and submission.problem is not None
    assert all(part in submission.problem for part in says), submission.problem
    assert submission.problem[0].isupper() and submission.problem.endswith(".") and "\n" not in submission.problem


@pytest.mark.parametrize("kind", ["zip", "pdf", "page", "rtf"])
def test_python_file_that_is_none_says_what_it_is(kind: str) -> None:
    """The name's ending does not make it Python."""
    assert WRONG[kind][1][0] in str(read_python(WRONG[kind][0], "ada").problem)


def test_conflict_in_a_python_file_costs_what_it_touches() -> None:
    """The statements outside the markers count, and the line is told."""
    text = "def f(x):\n    return x\n\n\n<<<<<<< HEAD\ny = 1\n=======\ny = 2\n>>>>>>> other\n\n\ndef g(x):\n    return x\n"
    submission = read_python(text.encode(), "ada")
    assert any(one.source.startswith("def g(x):\n    return x") for one in submission.cells)
    assert "merge conflict markers (<<<<<<<) at line 5" in submission.remarks[0]


def large(outputs: object) -> bytes:
    """Return a notebook with these outputs, large attachments and large metadata of its own."""
    one = cell('x = "outputs": [1]\ny = "}"', "setup")
    one["outputs"], one["attachments"] = outputs, {"a.png": {"image/png": 'quote " brace } ' * 10}}
    return notebook([cell("# Title", kind="markdown"), one, cell("z = 3", "other")], metadata={"widgets": {"outputs": [[{}]]}})


@pytest.mark.parametrize(
    "outputs",
    [
        [],
        [{"data": {"image/png": "A" * (MAX_SOURCE_BYTES + 5)}}],
        [{"output_type": "stream", "text": ['a "quoted" \\ line {[\n'] * 100}, {"nested": [[], {}, [{}]]}],
    ],
    ids=["none", "a picture of more than 20 MB", "lines"],
)
def test_outputs_do_not_matter(outputs: object) -> None:
    """They are cut out before anything is parsed, whatever stands in them; the cells stay as they are."""
    data = large(outputs)
    lean = without_outputs(data)
    assert lean is not None and len(lean) < 2_000
    assert read_notebook(data, "ada") == read_notebook(lean, "ada")
    assert [one.source for one in read_notebook(data, "ada").cells][1:] == ['x = "outputs": [1]\ny = "}"', "z = 3"]


def test_large_sources_are_refused() -> None:
    """What is left without outputs is limited: a file cannot fill the memory with objects."""
    problem = read_notebook(notebook([cell("#" * (MAX_SOURCE_BYTES + 5))]), "ada").problem
    assert problem is not None and "20 MB besides its outputs" in problem


def test_brackets_without_end_are_refused_unparsed() -> None:
    """Millions of small values are no notebook, wherever they stand: counting stops early."""
    assert without_outputs(b'{"cells": [{"outputs": [' + b"[]," * (MAX_TOKENS // 2 + 5)) is None


LINKS: dict[str, Callable[[Path, Path], Path]] = {
    "file": lambda home, target: _link(home / "ada" / "work" / "work.ipynb", target),
    "assignment": lambda home, target: _link(home / "ada" / "work", target.parent) / "work.ipynb",
    "student": lambda home, target: _link(home / "ada", target.parent.parent) / "work" / "work.ipynb",
}


def _link(path: Path, target: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
    return path


@pytest.mark.parametrize("kind", LINKS)
def test_links_are_not_followed(tmp_path: Path, kind: str) -> None:
    """Neither as the file nor as a folder that the student can have made."""
    target = tmp_path / "solutions" / "work" / "work.ipynb"
    target.parent.mkdir(parents=True)
    target.write_bytes(notebook([cell("x = 1", "setup")]))
    submission = read_submission(LINKS[kind](tmp_path / "submitted", target))
    assert submission.cells == () and "symbolic link" in str(submission.problem)


def test_links_below_the_root_are_not_followed(tmp_path: Path) -> None:
    """In a repository that a student pushed, any folder can be a link, at any depth."""
    target = tmp_path / "elsewhere" / "a" / "b" / "c" / "work.ipynb"
    target.parent.mkdir(parents=True)
    target.write_bytes(notebook([cell("x = 1", "setup")]))
    path = _link(tmp_path / "repository" / "hidden", tmp_path / "elsewhere") / "a" / "b" / "c" / "work.ipynb"
    assert read_submission(path).cells  # above the student's folders links are the course's business
    assert "symbolic link" in str(read_submission(path, root=tmp_path / "repository").problem)


def test_wide_folders_of_the_course_may_be_links(tmp_path: Path) -> None:
    """A course that keeps its submissions on another disk is read."""
    real = tmp_path / "disk" / "ada" / "work" / "work.ipynb"
    real.parent.mkdir(parents=True)
    real.write_bytes(notebook([cell("x = 1", "setup")]))
    (tmp_path / "submitted").symlink_to(tmp_path / "disk")
    assert read_submission(tmp_path / "submitted" / "ada" / "work" / "work.ipynb") == Submission(
        "ada", read_notebook(real.read_bytes(), "ada").cells
    )
