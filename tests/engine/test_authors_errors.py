"""What an author writes wrongly into the course's content is said once: the problem, the file and the line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder.errors import KitBroken
from autograder.grading.grader import Grader, GradingSettings

from . import toy
from .handmade import cell

WRONG = {
    "a syntax error": ("signatures.py", "RETURNS = {'double': 1\n\n", r"signatures\.py, line 1: SyntaxError: .*never closed"),
    "a name that is not there": (
        "signatures.py",
        "x = 1\nRETURNS = {'double': Number()}\n",
        r"signatures\.py, line 2: NameError",
    ),
    "a library that is not there": (
        "signatures.py",
        "import no_such_library\n",
        r"signatures\.py, line 1: ModuleNotFoundError",
    ),
    "no dictionary": ("signatures.py", "RETURN = {}\n", r"signatures\.py has no dictionary RETURNS"),
    "a list": ("signatures.py", "RETURNS = ['double']\n", r"signatures\.py has no dictionary RETURNS"),
    "a type for a structure": (
        "signatures.py",
        "RETURNS = {'double': float}\n",
        r"signatures\.py: RETURNS\['double'\] is no structure",
    ),
    "a structure that is not called": (
        "signatures.py",
        "from autograder.testing.returns import Number\nRETURNS = {'double': Number}\n",
        r"signatures\.py: RETURNS\['double'\] is no structure",
    ),
    "a test with a syntax error": ("test_double.py", "def test_x(:\n", r"test_double\.py.*SyntaxError|SyntaxError.*"),
    "a test that imports nothing": ("test_double.py", "import no_such_library\n", r"No module named 'no_such_library'"),
}


@pytest.mark.parametrize(("name", "text", "says"), WRONG.values(), ids=WRONG.keys())
def test_an_authors_error_is_said_with_its_place(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, text: str, says: str
) -> None:
    """The error names what is wrong and where, and nothing of our inside is shown for it."""
    course = toy.write_course(tmp_path, files={**toy.HIDDEN_FILES, name: text})
    with pytest.raises(KitBroken) as found:
        Grader(course.assignment(toy.NAME), GradingSettings(secret="x"))
    said = " ".join(str(found.value).split())
    assert re.search(says, said), said
    shown = "".join(capfd.readouterr())
    assert "INTERNALERROR" not in shown + said and "importlib" not in shown


IMPORTS = {
    "alone": ("import no_such_library", False),
    "of a part": ("from no_such_library.inner import x", False),
    "in try": ("try:\n    import no_such_library\nexcept ImportError:\n    no_such_library = None", True),
    "in a function": ("def later():\n    import no_such_library", True),
}


@pytest.mark.parametrize(("source", "starts"), IMPORTS.values(), ids=IMPORTS.keys())
def test_a_library_that_is_not_installed_is_named(tmp_path: Path, source: str, starts: bool) -> None:
    """Without it nobody could be graded, so nobody is; what a notebook can do without is no reason to stop."""
    course = toy.write_course(tmp_path, (cell(source, "setup", **toy._LOCKED), *toy.CELLS))
    if starts:
        with Grader(course.assignment(toy.NAME), GradingSettings(secret="x")) as grader:
            assert grader.judge.exercises
    else:
        with pytest.raises(KitBroken, match=r"imports no_such_library, which is not installed .* pip install no_such_library"):
            Grader(course.assignment(toy.NAME), GradingSettings(secret="x"))
