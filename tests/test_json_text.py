"""Indented JSON is written as the standard library writes it."""

from __future__ import annotations

import json
from enum import StrEnum

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbformat.v4.rwbase import split_lines, strip_transient

from autograder.grading.json_text import indented


class _Word(StrEnum):
    ONE = "one"


DATA: tuple[object, ...] = (
    {}, [], (), "", None, True, 0, -1, 1.5, 1e-300, float("inf"), 2**70, "naïve ∂W \u2028 \ud800 \"\\\x00\n",
    {"b": 1, "a": [1, {"c": []}, (), {}], "é": {"": None}}, [[[]], [{}], ["x"]], {"a": (1, 2)},
    _Word.ONE, {_Word.ONE: _Word.ONE},
)  # fmt: skip


@pytest.mark.parametrize("value", DATA, ids=range(len(DATA)))
@pytest.mark.parametrize("sort_keys", [False, True])
@pytest.mark.parametrize("ensure_ascii", [False, True])
def test_it_is_the_standard_librarys_text(value: object, sort_keys: bool, ensure_ascii: bool) -> None:
    """Every kind of value, nested or empty, sorted or not, gives the same characters."""
    expected = json.dumps(value, indent=1, sort_keys=sort_keys, ensure_ascii=ensure_ascii)
    assert indented(value, sort_keys=sort_keys, ensure_ascii=ensure_ascii) == expected


def test_a_key_that_is_no_text_is_refused() -> None:
    """A key that JSON has not is no silent text."""
    with pytest.raises(TypeError):
        indented({1: 2})


def test_a_notebook_is_written_as_nbformat_writes_it() -> None:
    """What a class run writes of a notebook, whose texts become lists of lines, has nbformat's own bytes."""
    shown = {"text/plain": "a\nb\r\n", "image/png": "AAAA\n"}
    outputs = [
        new_output("stream", text="one\ntwo ∂\n"),
        new_output("display_data", data=shown),
        new_output("error", ename="E", evalue="v", traceback=["x\ny"]),
    ]
    cells = [new_code_cell("x = 1\n\ny = '''\u2028'''", outputs=outputs), new_markdown_cell(""), new_code_cell("")]
    notebook = new_notebook(cells=cells, metadata={"autograder": {"result": {"score": 2.0, "messages": []}}})
    expected = nbformat.writes(notebook)
    assert indented(strip_transient(split_lines(notebook)), sort_keys=True, ensure_ascii=False) == expected
