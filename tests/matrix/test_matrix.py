"""What `make matrix` tries at length holds in its short form: students' files need no newer Python than they are promised."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.tally import ROOT

from .environments import KIT, STUDENT, WANTED

OLDEST = (3, 10)
NEWER = {  # of the standard library, in Python 3.11 or later
    "typing": {"Self", "Never", "LiteralString", "assert_never", "assert_type", "reveal_type", "Required", "NotRequired",
               "Unpack", "TypeVarTuple", "dataclass_transform", "override", "TypeAliasType"},
    "enum": {"StrEnum", "ReprEnum", "EnumCheck", "verify", "member", "nonmember", "global_enum"},
    "datetime": {"UTC"},
    "contextlib": {"chdir"},
    "itertools": {"batched"},
    "math": {"exp2", "cbrt", "sumprod"},
    "warnings": {"deprecated"},
}  # fmt: skip
MODULES = {"tomllib", "wsgiref.types"}
BUILTINS = {"ExceptionGroup", "BaseExceptionGroup"}
HANDOUT = sorted((ROOT / "course" / "handout").rglob("*.py"))


@pytest.mark.parametrize("path", HANDOUT, ids=lambda path: path.name)
def test_what_is_handed_out_runs_on_python_3_10(path: Path) -> None:
    """Its grammar, and what it takes from the standard library by name: an import that fails stops a notebook's first cell."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), feature_version=OLDEST)):
        if isinstance(node, ast.ImportFrom):
            newer = NEWER.get(str(node.module), set())
            found |= {alias.name for alias in node.names if alias.name in newer} | ({node.module} & MODULES)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & MODULES
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found |= {node.attr} & NEWER.get(node.value.id, set())
        elif isinstance(node, ast.Name):
            found |= {node.id} & BUILTINS
        elif isinstance(node, ast.TryStar):
            found.add("except*")
    assert not found


def test_every_python_that_is_promised_is_tried() -> None:
    """The kit from 3.11 on, with the lowest and the newest libraries; students from 3.10 on, with NumPy 1.26 and the newest."""
    tried = {side: {(one.python, one.libraries) for one in WANTED if one.side == side} for side in (KIT, STUDENT)}
    assert {python for python, _ in tried[KIT]} == {"3.11", "3.12", "3.13", "3.14"} and len(tried[KIT]) == 8
    assert {python for python, _ in tried[STUDENT]} == {"3.10", "3.11", "3.12", "3.13", "3.14"} and len(tried[STUDENT]) == 10
