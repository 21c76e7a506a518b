"""What rebuilding a submission may cost is bounded, and whatever is left out is said."""

from __future__ import annotations

import json

import pytest

from autograder.submission.bounds import MAX_CODE_CHARACTERS, MAX_CONTAINERS
from autograder.submission.read import read_notebook, read_python

from .handmade import cell, notebook


def test_answers_keep_their_room_and_the_rest_becomes_text() -> None:
    """Ten own cells of the largest size before an answer: the answer is read, and what has no room is text, with one remark."""
    large = "x = " + "1" * 150_000
    read = read_notebook(notebook([*([cell(large)] * 10), cell("def f(): pass", "f_solution")]), "ada")
    kinds = [one.kind for one in read.cells]
    assert read.problem is None and read.cells[-1].source == "def f(): pass"
    assert kinds == ["code"] + ["markdown"] * 9 + ["code"]
    assert sum(len(one.source) for one in read.cells if one.kind == "code") <= MAX_CODE_CHARACTERS
    (remark,) = read.remarks
    assert remark.startswith("9 code cells are not run") and "300,000 characters" in remark


def test_an_answer_beyond_the_bound_counts_as_none() -> None:
    """Where the answers themselves are too long, the last of them are comments."""
    read = read_notebook(notebook([cell("x = " + "1" * 180_000, f"e{number}_solution") for number in range(4)]), "ada")
    assert [one.source.startswith("#") for one in read.cells] == [False, True, True, True]


def test_a_plain_file_is_bounded_as_well() -> None:
    """A Python file without cells."""
    text = "\n".join(f"x{number} = [" + "1, " * 20_000 + "]" for number in range(10))
    read = read_python(text.encode(), "ada")
    assert sum(len(one.source) for one in read.cells if one.kind == "code") <= MAX_CODE_CHARACTERS
    assert len(read.cells) == 10 and "not run" in read.remarks[0]


@pytest.mark.parametrize("piece", ["[]", "{}", "[[]]"])
def test_json_of_nothing_but_brackets_is_refused_unread(piece: str) -> None:
    """Three bytes of a file would take thirty times as much memory: it is unreadable, and says why."""
    text = f'{{"nbformat": 4, "cells": [{",".join([piece] * MAX_CONTAINERS)}]}}'
    problem = read_notebook(text.encode(), "ada").problem
    assert problem is not None and "1,000,000 lists and objects" in problem


def test_an_ordinary_notebook_has_no_remark() -> None:
    """With lists, dictionaries and a large output."""
    made = json.loads(notebook([cell("x = [[1, 2], {}]" * 100)]))
    made["cells"][0]["outputs"] = [{"output_type": "stream", "text": "[" * 100_000}]
    read = read_notebook(json.dumps(made).encode(), "ada")
    assert read.problem is None and read.remarks == ()
