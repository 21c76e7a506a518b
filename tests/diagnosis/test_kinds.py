"""The table of facts: every kind asks, says where it is said, and is found by some detector."""

from __future__ import annotations

import ast
from pathlib import Path

from autograder.diagnosis.facts import kinds
from autograder.diagnosis.facts.kinds import KINDS

FOLDER = Path(kinds.__file__).parent
_FREE = "{asks}"  # the detector brings the question


def test_every_kind_asks_and_says_no_number() -> None:
    """A row asks a question, says part of a sentence, and holds no digit: words in braces are the detector's."""
    for name, kind in KINDS.items():
        assert kind.asks == _FREE or kind.asks.endswith("?"), name
        assert kind.says, name
        assert not any(letter.isdigit() for letter in (kind.says + kind.asks).replace("0/0", "")), name


def test_every_kind_is_some_detectors() -> None:
    """What no detector finds does not stand in the table, and no detector says what the table does not hold."""
    used = set[str]()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("of_kind", "_finding", "_factor")
            ):
                words = [one for argument in node.args for one in ast.walk(argument) if isinstance(one, ast.Constant)]
                used |= {str(one.value) for one in words}
    assert set(KINDS) <= used
    assert {one for one in used if one.partition("/")[0] in KINDS} <= set(KINDS)


def test_sentences_stand_in_the_table_alone() -> None:
    """No detector builds a fact or a finding with words of its own."""
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Fact", "Finding"):
                words = [
                    one for argument in node.args for one in ast.walk(argument) if isinstance(one, ast.JoinedStr | ast.Constant)
                ]
                assert path.name in ("kinds.py", "describe.py"), path.name
                assert not any(isinstance(one, ast.Constant) and "?" in str(one.value) for one in words), (
                    f"{path.name}:{node.lineno}"
                )
