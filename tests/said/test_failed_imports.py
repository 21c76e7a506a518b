"""Imports of what is not there while grading: they cost what uses them, and nothing else, wherever they stand."""

from __future__ import annotations

import pytest

from .conftest import Grade, exercise, notes

RELU = "def relu(z):\n    return np.maximum(z, 0.0)\ndef relu_derivative(z):\n    return (z > 0) * 1.0"
FAILING = {
    "import torch": "No module named 'torch'",
    "import numpy as np, pandas as pd": "No module named 'pandas'",
    "from numba import (\n    njit,\n    prange,\n)": "No module named 'numba'",
    "from numpy import no_such_name": "ImportError: cannot import name 'no_such_name' from 'numpy'",
    "from . import helpers": "ImportError: attempted relative import with no known parent package",
    "import google.colab; from google.colab import files": "No module named 'google'",
}


@pytest.mark.parametrize("text", FAILING)
def test_an_answer_below_a_failed_import_counts(grade: Grade, text: str) -> None:
    """Its function needs nothing of it; the exercise says which line failed, and why."""
    result = grade({"relu_solution": f"{text}\n{RELU}"})
    assert exercise(result, "relu").status == "solved"
    note = exercise(result, "relu").note or ""
    assert note.startswith("The cell ran but for an import: it went on below line 1, `") and FAILING[text] in note, note


def test_a_helper_below_a_failed_import_counts_and_every_import_is_told(grade: Grade) -> None:
    """In an own cell with several of them, and code beside one: what stands between and below them runs."""
    own = "import torch; low = 0.0\nimport pandas as pd\n\ndef clip(z):\n    return np.maximum(z, low)"
    result = grade({"relu_solution": RELU.replace("np.maximum(z, 0.0)", "clip(z)")}, (own,))
    assert exercise(result, "relu").status == "solved"
    assert [one.partition(", which")[0] for one in result.messages] == [
        "Your own cell 1 went on below line 1, `import torch; low = 0.0`",
        "Your own cell 1 went on below line 2, `import pandas as pd`",
    ]


def test_what_uses_a_failed_import_says_where_it_would_come_from(grade: Grade) -> None:
    """The function fails, and its note leads to the line; its neighbour in the same cell is not touched."""
    result = grade({"relu_solution": "import numba\n" + RELU.replace("np.maximum", "numba.njit(np.maximum)")})
    said = "relu uses numba, which would be defined in your cell of relu; line 1 of that cell failed: No module named 'numba'."
    assert any(note.startswith(said) for note in notes(result, "relu")), notes(result, "relu")
    assert 0 < exercise(result, "relu").score < exercise(result, "relu").max_score


def test_a_cell_that_stops_below_a_failed_import_tells_both(grade: Grade) -> None:
    """A decorator that is not there stops the cell; what was told of the import leads there."""
    result = grade({"relu_solution": RELU.replace("def relu(z)", "import numba\n@numba.njit\ndef relu(z)")})
    assert (exercise(result, "relu").note or "").startswith(
        "The cell ran but for an import: it went on below line 1, `import numba`"
    )
    assert any("that cell stopped at line 2: NameError: name 'numba'" in note for note in notes(result, "relu"))


def test_an_import_that_ends_the_program_or_stands_in_a_block_stops_its_cell(grade: Grade) -> None:
    """What is not plainly an import that failed is not passed over."""
    result = grade({"relu_solution": f"if True:\n    import torch\n{RELU}"})
    assert exercise(result, "relu").status == "wrong"
    assert (exercise(result, "relu").note or "").startswith("The cell did not run to its end: it stopped at line 2")
