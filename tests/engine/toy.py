"""A toy course in a folder of its own: small enough that every verdict is known beforehand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from autograder.course.model import Course

from .handmade import Cell, cell

NAME = "toy"
CONTENT = "toy_content"
FAULTY = "test_with_a_fault_of_its_own"  # the one hidden test that is broken

_SOLUTION = {"grade": False, "solution": True, "locked": False, "task": False}
_LOCKED = {"grade": False, "solution": False, "locked": True, "task": False}
_CHECKS = {"grade": True, "solution": False, "locked": True, "task": False}
_BY_HAND = {"grade": True, "solution": True, "locked": False, "task": False}


def solution(header: str, answer: str) -> str:
    """Return a function with its solution region."""
    return f'{header}\n    """Return the answer."""\n    ### BEGIN SOLUTION\n    {answer}\n    ### END SOLUTION'


def study(source: str, grade_id: str) -> Cell:
    """Return a locked cell that is not run while grading."""
    made = cell(source, grade_id, **_LOCKED)
    made["metadata"]["tags"] = ["study"]
    return made


_QUESTION = "What do you expect of the next cell?\n\n=== BEGIN SOLUTION ===\nA line.\n=== END SOLUTION ==="

CELLS: tuple[Cell, ...] = (
    cell("# A toy\n\nNothing here is worth learning.", kind="markdown"),
    cell("import numpy as np", "setup", **_LOCKED),
    cell(solution("def double(x):", "return 2 * x"), "double_solution", **_SOLUTION),
    cell("assert double(2.0) == 4.0", "double", points=4, **_CHECKS),
    cell(
        solution("def half(x):", "return x / 2") + "\n\n\n" + solution("def third(x):", "return x / 3"),
        "pair_solution",
        **_SOLUTION,
    ),
    cell("assert half(2.0) == 1.0", "pair", points=6, **_CHECKS),
    cell(_QUESTION, "predict_toy", "markdown", points=0, **_BY_HAND),
    study("print('a study')", "study_toy"),
    cell(solution("def chain(x):", "return double(x) + 1"), "chain_solution", **_SOLUTION),
    cell("assert chain(1.0) == 3.0", "chain", points=3, **_CHECKS),
    cell(solution("def odd(x):", "return x % 2 == 1"), "odd_solution", **_SOLUTION),
    cell("assert odd(3)", "odd", points=2, **_CHECKS),
)  # fmt: skip

HIDDEN_FILES: Mapping[str, str] = {
    "signatures.py": """
from autograder.testing.returns import Anything, Number, Truth

RETURNS = {"double": Anything(), "half": Number(), "third": Number(), "chain": Number(), "odd": Truth()}
""",
    "test_double.py": '''
import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, values


@values
def test_value(student):
    """Doubling works."""
    compare.number(student.double(2.0), 4.0)


@values
@hint("What is twice a negative number?")
def test_negative(student):
    """Doubling works for negative numbers."""
    compare.number(student.double(-3.0), -6.0)


@properties
def test_any_number(student, rng):
    """Doubling works for any number."""
    x = float(rng.normal())
    compare.number(student.double(x), 2 * x)


@purity
def test_left_alone(student):
    """The array is left alone."""
    compare.holds(student.call("double", np.ones(3)).unchanged, "the input is unchanged")
''',
    "test_pair.py": '''
from autograder.testing import compare
from autograder.testing.kinds import values


@values
def test_half(student):
    """Half of 4 is 2."""
    compare.number(student.half(4.0), 2.0)


@values
def test_half_of_nothing(student):
    """Half of 0 is 0."""
    compare.number(student.half(0.0), 0.0)


@values
def test_third(student):
    """A third of 6 is 2."""
    compare.number(student.third(6.0), 2.0)
''',
    "test_chain.py": '''
from autograder.testing import compare
from autograder.testing.kinds import values

UPSTREAM = {"double": lambda x: 2 * x}


@values
def test_chain(student):
    """The chain builds on double."""
    compare.number(student.chain(3.0), 7.0)
''',
    "test_odd.py": '''
from autograder.testing import compare
from autograder.testing.kinds import properties, values


@values
def test_three(student):
    """3 is odd."""
    compare.holds(student.odd(3), "3 is odd")


@properties
def test_with_a_fault_of_its_own(student):
    """The kit's own fault."""
    student.odd(2)
    {}["not the student's doing"]
''',
    "mistakes.py": '''
def double__adds_two(x):
    """Is 2 a number that tells doubling from adding?"""
    return x + 2


def double__no_answer(x):
    """Does the function hand its answer back?"""
    2 * x
''',
    "assumptions.py": '''
def double__of_a_number(x):
    """Assumes a number: an array is more than it expects."""
    assert np.ndim(x) == 0
    return 2 * x
''',
    "variants.py": '''
def double__sum(x):
    """A sum."""
    return x + x
''',
}


def write_course(root: Path, cells: tuple[Cell, ...] = CELLS, files: Mapping[str, str] = HIDDEN_FILES) -> Course:
    """Write the toy: `course.toml`, the source notebook, and the hidden content."""
    folder = root / "source" / NAME
    folder.mkdir(parents=True)
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}
    (folder / f"{NAME}.ipynb").write_text(json.dumps(notebook))
    (root / "course.toml").write_text(f'title = "A toy"\ncontent = "{CONTENT}"\n')
    for name, text in files.items():
        path = root / CONTENT / NAME / ("tests" if name.startswith("test_") else "") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Course(root)
