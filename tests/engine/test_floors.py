"""The gate's floors: an exercise without enough to test it, or to hint with, is not released."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from autograder.course import bank
from autograder.gate.floors import PLACEHOLDER, check_floors
from autograder.grading.grader import Grader, GradingSettings

from . import toy

ENOUGH: Mapping[str, str] = {
    **toy.HIDDEN_FILES,
    "mistakes.py": "".join(
        f'def {function}__wrong_{number}(x):\n    """Why {number}?"""\n    return x + {number + 10}\n\n\n'
        for function in ("double", "half", "chain", "odd")
        for number in range(3)
    ),
    "variants.py": "".join(
        f'def {function}__style_{number}(x):\n    """A style."""\n    y = {answer}\n    return y\n\n\n'
        for function, answer in (("double", "x + x"), ("half", "x * 0.5"), ("chain", "2 * x + 1"), ("odd", "x % 2 != 0"))
        for number in range(2)
    ),
    "test_chain.py": toy.HIDDEN_FILES["test_chain.py"].replace("import values", "import properties, values")
    + '\n\n@properties\ndef test_order(student):\n    """The chain grows."""\n    compare.number(student.chain(4.0), 9.0)\n',
    "test_pair.py": toy.HIDDEN_FILES["test_pair.py"].replace("import values", "import properties, values")
    + '\n\n@properties\ndef test_order(student):\n    """More is more."""\n    compare.number(student.half(8.0), 4.0)\n',
}


def missing(root: Path, files: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the place and the problem of everything that the floors find in a toy with these files."""
    assignment = toy.write_course(root, files=files).assignment(toy.NAME)
    with Grader(assignment, GradingSettings(isolation="none", secret="s")) as grader:
        return [(place, problem) for place, problem, _ in check_floors(assignment, grader.judge)]


def test_an_exercise_with_enough_of_everything_passes(tmp_path: Path) -> None:
    """Three mistakes, two variants, two kinds of tests and a structure are enough."""
    assert missing(tmp_path, ENOUGH) == []


def without(kind: str, function: str) -> str:
    """Return the entries of a bank file but for one function's."""
    entries = ENOUGH[f"{kind}.py"].split("\n\n\n")
    return "\n\n\n".join(one for one in entries if not one.startswith(f"def {function}__"))


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("mistakes.py", without(bank.MISTAKES, "double"), ("toy: double", "has 0 mistakes, and needs 3")),
        ("variants.py", without(bank.VARIANTS, "odd"), ("toy: odd", "has 0 variants, and needs 2")),
        ("test_chain.py", toy.HIDDEN_FILES["test_chain.py"], ("test_chain.py", "has tests of too few kinds (values)")),
        (
            "signatures.py",
            ENOUGH["signatures.py"].replace('"third": Number(), ', ""),
            ("toy/signatures.py: third", "has no structure"),
        ),
        (
            "mistakes.py",
            ENOUGH["mistakes.py"].replace('"""Why 0?"""', '"""Use 2 * x."""', 1),
            ("toy: double__wrong_0", "has a hint that asks nothing"),
        ),
        (
            "variants.py",
            f"# {PLACEHOLDER}\n" + ENOUGH["variants.py"],
            ("toy_content/toy/variants.py: line 1", f"still says {PLACEHOLDER}"),
        ),
    ],
    ids=["no mistakes", "no variants", "one kind", "no structure", "no question", "not filled in"],
)
def test_what_is_missing_is_named_with_its_place(tmp_path: Path, name: str, text: str, found: tuple[str, str]) -> None:
    """Each floor that an exercise does not reach closes the gate, and nothing else is said."""
    assert missing(tmp_path, {**ENOUGH, name: text}) == [found]
