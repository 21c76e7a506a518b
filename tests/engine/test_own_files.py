"""A notebook that writes a module of its own and imports it is graded as what it is, and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.course.model import Assignment
from autograder.grading.grader import Grader, GradingSettings
from autograder.result import Result
from autograder.submission.own_cells import _names
from autograder.submission.own_files import own_files, written_here
from autograder.submission.read import Submission, SubmittedCell
from autograder.worker.deadlines import Deadlines

DEADLINES = Deadlines(call=1.0, cell=2.0, cells=6.0, submission=30.0)
MODULE = "def twice(x):\n    return 2 * x\n"
USE = "def double(x):\n    return twice(x)\n"


@pytest.fixture(scope="module")
def grader(toy_assignment: Assignment) -> Iterator[Grader]:
    """A grader of the toy."""
    with Grader(toy_assignment, GradingSettings(deadlines=DEADLINES, secret="files of their own")) as one:
        yield one


def graded(grader: Grader, own: tuple[str, ...], answer: str) -> Result:
    """Grade the solution with another answer to `double`, and with own cells before it."""
    assignment = grader.assignment
    cells = [
        SubmittedCell(c.kind, answer if c.grade_id == "double_solution" else c.source, c.grade_id) for c in assignment.cells
    ]
    at = next(i for i, one in enumerate(cells) if one.grade_id == "double_solution")
    cells[at:at] = [SubmittedCell("code", source) for source in own]
    return grader.grade(Submission("ada", tuple(cells))).result


WRITTEN: dict[str, tuple[tuple[str, ...], str]] = {
    "from import": ((f"%%writefile helpers.py\n{MODULE}",), f"from helpers import twice\n{USE}"),
    "import": ((f"%%writefile helpers.py\n{MODULE}", "import helpers"), "def double(x):\n    return helpers.twice(x)"),
    "within": ((f"%%writefile helpers.py\n{MODULE}",), "def double(x):\n    import helpers\n    return helpers.twice(x)"),
    "%%file": ((f"%%file ./helpers.py\n{MODULE}",), f"from helpers import *\n{USE}"),
    "appended": (
        ("%%writefile helpers.py\nfactor = 2", f"%%writefile -a helpers.py\n{MODULE}"),
        f"from helpers import twice\n{USE}",
    ),
    "open": ((f"with open('helpers.py', 'w') as file:\n    file.write({MODULE!r})",), f"from helpers import twice\n{USE}"),
    "Path": ((f"from pathlib import Path\nPath('helpers.py').write_text({MODULE!r})",), f"from helpers import twice\n{USE}"),
    "%run": ((f"%%writefile helpers.py\n{MODULE}", "%run helpers.py"), USE),
    "%run of an opened file": ((f"open('helpers.py', 'w').write({MODULE!r});", "%run -i helpers"), USE),
    "exec": ((f"%%writefile helpers.py\n{MODULE}", "exec(open('helpers.py').read())"), USE),
    "a package": (
        ("import os\nos.makedirs('tools', exist_ok=True)", f"%%writefile tools/helpers.py\n{MODULE}"),
        f"from tools.helpers import twice\n{USE}",
    ),
    "a name of the library's": ((f"%%writefile test.py\n{MODULE}",), f"from test import twice\n{USE}"),
    "as nbconvert writes it": (
        (
            f"get_ipython().run_cell_magic('writefile', 'helpers.py', {MODULE!r})",
            "get_ipython().run_line_magic('run', 'helpers.py')",
        ),
        USE,
    ),
    "no Python": (("%%writefile factor.txt\n2",), "def double(x):\n    return int(open('factor.txt').read()) * x"),
    "the answer itself": ((f"%%writefile double.py\n{USE.replace('twice(x)', '2 * x')}",), "from double import double"),
    "written and not used": ((), "%%writefile double.py\ndef double(x):\n    return 2 * x"),
    "misplaced magic": ((), "# mine\n%%capture\ndef double(x):\n    return 2 * x"),
}


@pytest.mark.parametrize(("own", "answer"), WRITTEN.values(), ids=WRITTEN)
def test_module_that_the_notebook_writes_is_there_when_it_is_graded(grader: Grader, own: tuple[str, ...], answer: str) -> None:
    """Full marks for what uses it."""
    result = graded(grader, own, answer)
    (double,) = [one for one in result.exercises if one.id == "double"]
    assert double.score == double.max_score, (double, result.messages)


def test_one_students_module_is_not_there_for_the_next(grader: Grader) -> None:
    """The next notebook imports what it has written itself, and else nothing."""
    assert graded(grader, *WRITTEN["from import"]).exercises[0].score
    result = graded(grader, (), WRITTEN["from import"][1])
    assert "No module named 'helpers'" in str(result)


NOT_THERE = {
    "made by a shell": (("!echo 'def twice(x): return 2 * x' > helpers.py",), f"from helpers import twice\n{USE}"),
    "run from elsewhere": (("%run helpers.py",), USE),
    "made in another language": (("%%bash\ncp a.py helpers.py",), f"from helpers import twice\n{USE}"),
}


@pytest.mark.parametrize(("own", "answer"), NOT_THERE.values(), ids=NOT_THERE)
def test_what_cannot_be_made_is_said_and_not_called_free(grader: Grader, own: tuple[str, ...], answer: str) -> None:
    """The remark says that it is missing, and the other exercises count."""
    result = graded(grader, own, answer)
    (remark,) = [one for one in result.messages if "passed over" in one]
    assert "costs nothing" not in remark and "is not there for the cells below" in remark
    assert [one.score for one in result.exercises if one.id == "pair"] == [6.0]


def test_misplaced_magic_is_told_with_its_place_and_remedy(grader: Grader) -> None:
    """Line and cell, in the words of the notebook."""
    result = graded(grader, ("x = 1\n%%time\ny = 2",), WRITTEN["misplaced magic"][1])
    said = "it works only as the first line of a cell, with nothing above it. Move it there, or delete it."
    assert f"'%%capture', line 2 of your cell of double, was passed over: {said}" in result.messages
    assert f"'%%time', line 2 of your own cell 1, was passed over: {said}" in result.messages


STOPPED = {
    "%timeit -z 1": "option -z not recognized",
    "ask = get_ipython().run_cell_magic\nask('nope', '', '')": "Cell magic `%%nope` not found",
    "for i in range(60):\n    display(i)\n1 / 0": "ZeroDivisionError",
    "raise ExceptionGroup('several', [ValueError()])": "ExceptionGroup",
    "exit()": "it ended the program",
}


@pytest.mark.parametrize(("cell", "why"), STOPPED.items(), ids=STOPPED)
def test_cell_that_stopped_always_says_why(grader: Grader, cell: str, why: str) -> None:
    """Also where IPython only prints it, and where the cell had shown much before; it costs nothing else."""
    result = graded(grader, (cell,), "def double(x):\n    return 2 * x")
    (said,) = [one for one in result.messages if one.startswith("Your own cell 1 stopped")]
    assert why in said and "it was stopped" not in said
    assert [one.score for one in result.exercises if one.id == "double"] == [4.0]


OUTSIDE = ["/tmp/x.py", "../x.py", "~/x.py", "a/../x.py", "$name", "{name}", "", ".hidden.py", "x.py y.py", "-a", "a//b.py"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_only_plain_names_within_the_folder_are_written(name: str) -> None:
    """Whatever uses it, a file elsewhere is not the notebook's own."""
    cell = f"%%writefile {name}\nx = 1"
    assert written_here(cell) is None and not own_files([cell, f"import x\nopen({name!r})"])


def test_cells_that_write_or_run_a_file_are_needed() -> None:
    """They bind no name that an answer uses, and yet they are not the first to be given up."""
    for cell in ("%%writefile a.py\nx = 1", "%run a.py", "with open('a.py', 'w') as file: file.write('x')"):
        assert _names(cell) is None


@pytest.mark.parametrize("piece", ["import a, ", "%run ", "from a ", "'a", "%%writefile a\n", ": import ", "import" + " " * 40])
def test_no_text_is_slow_to_look_through(piece: str) -> None:
    """The uses of files are found in one pass: ten times the text is no hundred times the work."""
    text = piece * (300_000 // len(piece))
    assert own_files([text, "import a"]) <= {"a"}
