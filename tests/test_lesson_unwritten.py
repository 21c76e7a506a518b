"""In Jupyter, a cell that needs an answer that is not written yet ends in one line; every other error is shown in full."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest

HANDOUT = Path(__file__).resolve().parents[1] / "course" / "handout"
CELLS = {
    "start": f"import sys\nsys.path.insert(0, {str(HANDOUT)!r})",
    "another tool": "def tool(shell, *_, **__):\n    shell._showtraceback(KeyError, KeyError(), ['a tool'])\n"
    "get_ipython().set_custom_exc((KeyError,), tool)",
    "import": "import lesson",
    "again": "import importlib\nimportlib.reload(lesson)",
    "stubs": "def forward(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()\n"
    "class Net:\n    def __init__(self):\n        raise NotImplementedError()\ndef train():\n    return forward(1)",
    "a study": "train()",
    "through other code": "import functools\nfunctools.reduce(lambda one, two: forward(two), [1, 2])",
    "a class": "Net()",
    "a bare stub": "# YOUR CODE HERE\nraise NotImplementedError()",
    "a reason": "raise NotImplementedError('only for two classes')",
    "a library": "exec('def f(): raise NotImplementedError()', {'__name__': 'library'}, (space := {}))\nspace['f']()",
    "another": "1 / 0",
    "another tool's": "{}['x']",
}


@pytest.fixture(scope="module")
def shown() -> dict[str, str]:
    """What each cell's error looks like in a kernel."""
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS.values()]
    notebook: Any = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, allow_errors=True, timeout=120).execute()
    errors = [[one for one in cell.outputs if one.output_type == "error"] for cell in notebook.cells]
    return {name: "\n".join(found[-1].traceback) if found else "" for name, found in zip(CELLS, errors, strict=True)}


@pytest.mark.parametrize(("cell", "name"), [("a study", "forward"), ("through other code", "forward"), ("a class", "Net")])
def test_an_unwritten_answer_ends_in_one_line(shown: dict[str, str], cell: str, name: str) -> None:
    """The innermost function that is not written yet is named."""
    assert (
        shown[cell] == f"This cell needs {name}, which is not written yet. Fill in its cell, run it, then run this one again."
    )


def test_a_stub_that_is_run_itself_is_told(shown: dict[str, str]) -> None:
    """An answer cell without a function."""
    assert shown["a bare stub"].startswith("This cell is not written yet") and "\n" not in shown["a bare stub"]


@pytest.mark.parametrize("cell", ["a reason", "a library", "another"])
def test_every_other_error_is_shown_in_full(shown: dict[str, str], cell: str) -> None:
    """An error that says something itself, one of a library's, and one of another kind keep their frames."""
    assert "Traceback" in shown[cell] and "not written yet" not in shown[cell]


def test_what_another_tool_handles_is_left_to_it(shown: dict[str, str]) -> None:
    """A handler that stood there before, as Colab may have one, still gets its own errors."""
    assert shown["another tool's"] == "a tool"
