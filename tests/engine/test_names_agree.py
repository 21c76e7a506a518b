"""What a cell binds is read in the engine and in the helpers that students get, which can import nothing of it: they agree."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from autograder.course.model import find_course
from autograder.submission.names import bindings

HANDOUT = find_course(Path(__file__).parent).handout
STATEMENTS = (
    "x = 1",
    "x: int = 1",
    "x, (y, *z) = 1, (2, 3)",
    "x += 1",
    "a = b = c",
    "a[0] = 1",
    "a.b = 1",
    "def f(x):\n    y = x",
    "async def f(): pass",
    "class C:\n    y = 1\n    def m(self): z = 1",
    "import numpy",
    "import numpy as np",
    "import os.path",
    "import os.path as p",
    "from os import path, sep as s",
    "for i, j in []:\n    k = i",
    "while False:\n    x = 1",
    "with open('x') as f:\n    y = f",
    "try:\n    x = 1\nexcept ValueError as error:\n    y = 2\nfinally:\n    z = 3",
    "if (n := 3):\n    m = n",
    "[x for x in y]",
    "[w := x for x in y]",
    "f = lambda x: (y := x)",
    "def f():\n    global g\n    g = 1",
    "match 1:\n    case [a, *b]: pass\n    case {'k': c, **d}: pass\n    case e: pass",
    "print(x)",
    "del x",
    "x = [i for i in range(3)]",
    "if x:\n    del x",
    "@d\ndef f(): pass",
    "lambda: 0",
    "",
)


def shipped(source: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return what the helper that students get says of a cell."""
    monkeypatch.syspath_prepend(str(HANDOUT))
    from lesson.precheck_names import bindings as of_tree

    return set(of_tree(ast.parse(source)))


@pytest.mark.parametrize("source", STATEMENTS)
def test_both_readers_name_the_same_bindings(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever kind of statement binds a name, the desk and the student's own check before handing in see it alike."""
    mine = {binding.name for binding in bindings(source)}
    assert mine == shipped(source, monkeypatch)
    assert sys.modules["lesson"].__file__ is not None
