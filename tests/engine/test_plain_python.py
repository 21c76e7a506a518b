"""A plain Python file is cut into its statements: one that is no Python costs only itself, and lines keep their numbers."""

from __future__ import annotations

import pytest

from autograder.submission.plain_python import statements

GOOD = """#!/usr/bin/env python
# about this file
import numpy as np

# about f
@decorated(
    by="this",
)
def f(x):
    # within
    return x


text = '''
def not_a_function():
'''
x = [
1,
]
if x:
    pass
else:
    y = 1
a = 1; b = 2
class C:
    z = 3
# the end
"""


def begins(text: str) -> list[tuple[int, str]]:
    """Return each statement's line and its first line of code."""
    return [
        (one.line, next(line for line in one.text.split("\n") if line and not line.startswith("#"))) for one in statements(text)
    ]


EXPECTED = [
    (1, "import numpy as np"),
    (5, "@decorated("),
    (14, "text = '''"),
    (17, "x = ["),
    (20, "if x:"),
    (24, "a = 1; b = 2"),
    (25, "class C:"),
]


def test_file_is_cut_at_its_statements() -> None:
    """Comments and decorators stay with what follows them."""
    assert begins(GOOD) == EXPECTED


def test_nothing_is_lost() -> None:
    """The pieces put together are the file again."""
    assert "\n".join(one.text for one in statements(GOOD)).split() == GOOD.split()


@pytest.mark.parametrize(
    "broken",
    ["def g(:y):\n    return y", "def g(y):\nreturn y", "def g(y)\n    return y", "def g(y):\n    return (y", "x = 'it", "z z"],
)
@pytest.mark.parametrize("place", [0, 1])
def test_broken_function_leaves_the_others_whole(broken: str, place: int) -> None:
    """Every other statement still is one, wherever the broken one stands."""
    text = f"{GOOD}\n{broken}\n" if place else f"{broken}\n{GOOD}"
    shift = 0 if place else broken.count("\n") + 1
    found = begins(text)
    for line, code in EXPECTED[0 if place else 1 :]:
        assert (line + shift, code) in found


def test_empty_files_and_files_of_comments() -> None:
    """Nothing is no statement; comments alone are one text."""
    assert statements("") == statements(" \n\n") == []
    assert [one.text for one in statements("# only this")] == ["# only this"]
