"""What is handed out does the same in a notebook that has taken all of NumPy by `from numpy import *`."""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course.model import SourceCell, find_course

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "course" / "handout"))

from lesson.checks import CheckFailed, Checks

KIT = find_course(Path(__file__))
SHADOWED = set(np.__all__) & set(dir(builtins))
GRADED = [
    (a.name, cell) for a in KIT.assignments() for cell in a.cells if cell.kind == "code" and not (cell.answer or cell.study)
]


def _otherwise_in_numpy(source: str) -> Iterator[str]:
    """Yield calls that mean something else, or nothing, to NumPy's function of this name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SHADOWED - {"sum"}:
            made = any(isinstance(one, ast.GeneratorExp) for one in node.args)
            several = node.func.id in ("max", "min") and (
                len(node.args) > 1 or any(one.arg in ("key", "default") for one in node.keywords)
            )
            if made or several:
                yield ast.unparse(node)


@pytest.mark.parametrize(("name", "cell"), GRADED, ids=[f"{name}-{cell.grade_id}" for name, cell in GRADED])
def test_given_cells_need_no_builtin_that_a_star_import_replaces(name: str, cell: SourceCell) -> None:
    """A student's `from numpy import *` must cost nothing: `any` of a generator is always true there."""
    assert list(_otherwise_in_numpy(cell.source)) == []


HOLDS: dict[str, bool] = {
    "all(x > 0 for x in (1, 2))": True,
    "all(x > 0 for x in (1, -2))": False,
    "any(x > 2 for x in (1, 2))": False,
    "max(1, 2) == 2": True,
    "max((1, 2), key=lambda x: -x) == 1": True,
    "min(x for x in (3, 2)) == 2 and any(x > 1 for x in (1, 2))": True,
    "sum(x for x in (1, 2)) == abs(-3)": True,
}


@pytest.mark.parametrize(("expression", "holds"), HOLDS.items())
@pytest.mark.parametrize("star", ["", "from numpy import *", "from numpy import *\nfrom math import *"])
def test_a_check_means_pythons_own_functions(expression: str, holds: bool, star: str) -> None:
    """A check that cannot fail would be the worst of them."""
    namespace: dict[str, Any] = {"np": np}
    exec(star, namespace)
    passed = True
    try:
        with Checks("one", namespace) as check:
            check.that(expression)
    except CheckFailed:
        passed = False
    assert passed == holds


def test_a_function_of_the_students_own_is_not_replaced() -> None:
    """Only NumPy's own gives way: who writes a `pow` is asked for it."""
    with Checks("one", {"np": np, "pow": lambda x: x + 1, "max": lambda *_: 7}) as check:
        check("pow(1)", 2)
        check("max(1, 2)", 7)
