"""What bad input gets: a clear line for the student, a score for everything else, and never a traceback of ours."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.submission.canonical import canonicalise
from autograder.course.model import Assignment, Course, find_course
from autograder.grading.grader import Grader, GradingSettings
from autograder.result import NOT_STARTED, PARTIAL, TAMPERED, UNREADABLE, WRONG, Result
from autograder.worker.deadlines import Deadlines
from autograder.submission.read import MAX_BYTES, MAX_CELLS, Submission, SubmittedCell, read_notebook, read_submission

from .faults import FAULTS, FULL, Fault

KIT = find_course(Path(__file__).parent)
NAME, EXERCISE = "neuron_activations", "tanh_derivative"
DEADLINES = Deadlines(call=0.5, cell=2.0, cells=20.0, submission=60.0)


@pytest.fixture(scope="module")
def assignment() -> Assignment:
    """A short assignment."""
    return KIT.assignment(NAME)


@pytest.fixture(scope="module")
def grader(assignment: Assignment) -> Iterator[Grader]:
    """One grader for everything below: each bad submission is followed by others."""
    with Grader(assignment, GradingSettings(deadlines=DEADLINES, secret="bad input")) as one:
        yield one


def solved() -> dict[str, Any]:
    """Return the source notebook, which holds the solution, as a student's file."""
    notebook: dict[str, Any] = json.loads(KIT.source(NAME).read_text(encoding="utf-8"))
    return notebook


def grade_id(cell: dict[str, Any]) -> str | None:
    """Return a cell's grade_id."""
    name: str | None = cell["metadata"].get("nbgrader", {}).get("grade_id")
    return name


def points(result: Result) -> dict[str, float]:
    """Return each exercise's score."""
    return {exercise.id: exercise.score for exercise in result.exercises}


def told(result: Result, exercise: str) -> str:
    """Return all that the student is told about an exercise, and about the notebook."""
    one = next(one for one in result.exercises if one.id == exercise)
    said = [one.note, *(test.note for test in one.tests), *(test.hint for test in one.tests), *result.messages]
    return "\n".join(text for text in said if text)


# --- one function is wrong ---


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_faulty_function_costs_only_its_exercise(grader: Grader, assignment: Assignment, fault: Fault) -> None:
    """The faulty function gets what it deserves and a clear line; every other exercise gets all its points."""
    (answer,) = assignment.exercise(EXERCISE).solution_cells
    cells = [SubmittedCell(c.kind, fault.cell if c.grade_id == answer else c.source, c.grade_id) for c in assignment.cells]
    result = grader.grade(Submission("student", tuple(cells))).result
    scores = points(result)
    if fault.points is None:
        assert scores[EXERCISE] < FULL
    else:
        assert scores[EXERCISE] == pytest.approx(fault.points)
    del scores[EXERCISE]
    assert scores == {exercise.id: exercise.points for exercise in assignment.exercises if exercise.id != EXERCISE}
    assert fault.says in told(result, EXERCISE)
    assert not result.broken
    assert 'File "' not in told(result, EXERCISE) and "Traceback" not in told(result, EXERCISE)


# --- the file is wrong ---


def _nested(depth: int) -> bytes:
    return b'{"cells": ' + b"[" * depth + b"]" * depth + b', "nbformat": 4}'


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)


def _many(path: Path) -> None:
    cell = {"cell_type": "code", "source": "", "metadata": {}}
    path.write_text(json.dumps({"cells": [cell] * (MAX_CELLS + 1), "nbformat": 4}), encoding="utf-8")


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: None, "no readable file"),
    "another name": (lambda path: (path.parent / "Untitled.ipynb").write_text("{}"), "'Untitled.ipynb' was handed in"),
    "a folder": (lambda path: path.mkdir(), "no readable file"),
    "empty": (lambda path: path.touch(), "the file is empty"),
    "white space": (lambda path: path.write_text(" \n"), "the file is empty"),
    "no JSON": (lambda path: path.write_text("def sigmoid(z): return z"), "cannot be read as JSON"),
    "cut short": (lambda path: path.write_text(json.dumps(solved())[:5000]), "cannot be read as JSON"),
    "binary": (lambda path: path.write_bytes(bytes(range(256)) * 10), "cannot be read as JSON"),
    "too deep": (lambda path: path.write_bytes(_nested(200_000)), "cannot be read as JSON"),
    "a number": (lambda path: path.write_text("4"), "no list of cells"),
    "no cells": (lambda path: path.write_text('{"nbformat": 4}'), "no list of cells"),
    "cells of another kind": (lambda path: path.write_text('{"nbformat": 4, "cells": {"a": 1}}'), "no list of cells"),
    "format 3": (lambda path: path.write_text('{"nbformat": 3, "worksheets": []}'), "old format"),
    "format 5": (lambda path: path.write_text('{"nbformat": 5, "cells": []}'), "not of format 4"),
    "format as text": (lambda path: path.write_text('{"nbformat": "4", "cells": []}'), "not of format 4"),
    "oversized": (_sparse, "larger than 200 MB"),
    "too many cells": (_many, "more than 2,000 cells"),
}


@pytest.mark.parametrize("name", FILES)
def test_unreadable_file_is_graded_as_unanswered(grader: Grader, tmp_path: Path, name: str) -> None:
    """A file that cannot be read gets 0 with every exercise not started, a flag, and one sentence that says why."""
    make, says = FILES[name]
    path = tmp_path / f"{NAME}.ipynb"
    make(path)
    result = grader.grade(read_submission(path, "student")).result
    assert result.score == 0.0 and {exercise.status for exercise in result.exercises} == {NOT_STARTED}
    assert result.flags == (UNREADABLE,)
    (message,) = result.messages
    assert says.lower() in message.lower()
    assert "Traceback" not in message and "Error:" not in message


@pytest.mark.parametrize("cells", [[None], [1, "a", []], [{"cell_type": "raw"}], [{"cell_type": "code", "source": 7}], [{}]])
def test_cells_that_are_none_are_passed_over(cells: list[Any]) -> None:
    """What is no cell is left out, and the rest is read."""
    good = {"cell_type": "code", "source": ["x = ", "1"], "metadata": None}
    data = json.dumps({"nbformat": 4, "cells": [*cells, good]}).encode()
    submission = read_notebook(data, "student")
    assert submission.problem is None
    assert [cell.source for cell in submission.cells][-1] == "x = 1"


# --- the cells are wrong ---


def _grade(grader: Grader, notebook: dict[str, Any]) -> Result:
    return grader.grade(read_notebook(json.dumps(notebook).encode(), "student")).result


def test_solution_gets_all_points_and_the_release_none(grader: Grader, assignment: Assignment) -> None:
    """The two ends of the scale, with nothing to remark."""
    best = _grade(grader, solved())
    assert best.score == best.max_score == assignment.points and not best.messages and not best.flags
    blank = grader.grade(read_submission(KIT.release(NAME), "student")).result
    assert blank.score == 0.0 and {exercise.status for exercise in blank.exercises} == {NOT_STARTED}
    assert not blank.messages


def test_deleted_cells_are_put_back(grader: Grader, assignment: Assignment) -> None:
    """A deleted answer counts as not answered and costs its exercise only; deleted checks and data cost nothing."""
    notebook = solved()
    gone = {f"{EXERCISE}_solution", "sigmoid", "setup"}
    notebook["cells"] = [cell for cell in notebook["cells"] if grade_id(cell) not in gone]
    result = _grade(grader, notebook)
    assert result.score == assignment.points - FULL and points(result)[EXERCISE] == 0.0
    assert f"The cell '{EXERCISE}_solution' was missing and counts as not answered." in result.messages
    assert "The cell 'sigmoid' was missing and was put back." in result.messages


def test_first_of_duplicated_cells_counts(grader: Grader, assignment: Assignment) -> None:
    """A second copy of an answer does not run, whatever it holds, and the student is told."""
    notebook = solved()
    original = next(cell for cell in notebook["cells"] if grade_id(cell) == f"{EXERCISE}_solution")
    notebook["cells"].append({**original, "source": "def tanh_derivative(z):\n    return None\n"})
    result = _grade(grader, notebook)
    assert result.score == assignment.points
    assert result.messages == (f"The cell '{EXERCISE}_solution' occurs more than once: the first one counts.",)


def test_tampering_gains_nothing(grader: Grader, assignment: Assignment) -> None:
    """Points, flags and texts of locked cells come from the source, whatever the submission says."""
    notebook = json.loads(KIT.release(NAME).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        grading = cell["metadata"].get("nbgrader", {})
        if grading.get("grade") and cell["cell_type"] == "code":
            cell["source"] = "1000.0"
            cell["outputs"] = [
                {"output_type": "execute_result", "data": {"text/plain": "1000.0"}, "metadata": {}, "execution_count": 1}
            ]
            grading.update(points=1000, locked=False, solution=True)
    result = _grade(grader, notebook)
    assert (result.score, result.max_score) == (0.0, assignment.points)
    assert TAMPERED in result.flags
    assert f"The locked cell '{EXERCISE}' had been changed and was put back." in result.messages


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_answer_turned_into_text_is_turned_back(grader: Grader, assignment: Assignment, kind: str) -> None:
    """A code answer that became a markdown or raw cell counts as it is: stock nbgrader turns it back as well."""
    notebook = solved()
    cell = next(cell for cell in notebook["cells"] if grade_id(cell) == f"{EXERCISE}_solution")
    cell["cell_type"] = kind
    result = _grade(grader, notebook)
    assert result.score == assignment.points and not result.flags
    said = f"The cell '{EXERCISE}_solution' was turned into a {kind} cell and was turned back: its text counts."
    assert result.messages == (said,)


LEFT = """def relu(z):
    # YOUR CODE HERE
    r = np.maximum(z, 0)
    raise NotImplementedError()
    return r


def relu_derivative(z):
    return (z > 0) * 1.0
    raise NotImplementedError()
"""


def _answered(text: str, name: str) -> dict[str, Any]:
    """Return the solved notebook with another text in one cell."""
    notebook = solved()
    next(cell for cell in notebook["cells"] if grade_id(cell) == name)["source"] = text
    return notebook


def test_raise_left_under_an_answer_is_said(grader: Grader, assignment: Assignment) -> None:
    """It costs what it stops, is named, and is not taken for an exercise that was not started."""
    result = _grade(grader, _answered(LEFT, "relu_solution"))
    (relu,) = [one for one in result.exercises if one.id == "relu"]
    assert relu.status == PARTIAL and 0.0 < relu.score < relu.max_score
    assert "The line raise NotImplementedError() still stands in relu" in told(result, "relu")
    assert "still stands in relu_derivative" not in told(result, "relu") and "not started" not in told(result, "relu")
    assert result.score == assignment.points - relu.max_score + relu.score


def test_only_raises_left_are_not_a_start(grader: Grader) -> None:
    """A function of which every test stops at the raise, but that is written, is wrong; a stub is not started."""
    both = (
        "def relu(z):\n    r = z\n    raise NotImplementedError\n\n\ndef relu_derivative(z):\n    raise NotImplementedError()\n"
    )
    (relu,) = [one for one in _grade(grader, _answered(both, "relu_solution")).exercises if one.id == "relu"]
    assert relu.status == WRONG and relu.score == 0.0


def test_syntax_of_a_newer_python_names_the_one_that_grades(grader: Grader, assignment: Assignment) -> None:
    """What Python 3.12 accepts and this one does not is told with this one's version."""
    text = next(cell for cell in solved()["cells"] if grade_id(cell) == "relu_solution")["source"]
    result = _grade(grader, _answered("".join(text) + '\nd = {"a": 1}\nprint(f"{d["a"]}{")\n', "relu_solution"))
    assert f"graded with Python {sys.version_info.major}.{sys.version_info.minor}" in told(result, "relu")


def test_statement_of_a_plain_file_costs_only_itself(grader: Grader, assignment: Assignment, tmp_path: Path) -> None:
    """A missing package, an argument parser and a broken function: everything else counts, and each line is told."""
    functions = [
        cell for cell in solved()["cells"] if str(grade_id(cell)).endswith("_solution") and cell["cell_type"] == "code"
    ]
    broken = ["import numpy as np", "import no_such_package", "import argparse", "argparse.ArgumentParser().parse_args(['-x'])"]
    texts = ["".join(cell["source"]) for cell in functions]
    leaky = next(index for index, text in enumerate(texts) if "def leaky_relu(z" in text)
    texts[leaky] = texts[leaky].replace("def leaky_relu(z", "def leaky_relu(:z", 1)
    path = tmp_path / "functions.py"
    path.write_text("\n".join([*broken, *texts]), encoding="utf-8")
    result = grader.grade(read_submission(path)).result
    lost = points(result).pop("leaky_relu")
    assert lost < 2.0 and result.score == assignment.points - 2.0 + lost
    said = "\n".join(result.messages)
    line = path.read_text(encoding="utf-8").split("\n").index(next(one for one in texts[leaky].split("\n") if "(:z" in one)) + 1
    assert "line 2" in said and "no_such_package" in said and "line 4" in said and f"line {line}" in said


def test_utf16_file_and_large_outputs_cost_nothing(grader: Grader, assignment: Assignment, tmp_path: Path) -> None:
    """PowerShell's encoding, and 21 MB of pictures."""
    cells = [cell for cell in solved()["cells"] if str(grade_id(cell)).endswith("_solution") and cell["cell_type"] == "code"]
    (tmp_path / "functions.py").write_bytes("\n\n".join("".join(cell["source"]) for cell in cells).encode("utf-16"))
    notebook = solved()
    picture = {"output_type": "display_data", "data": {"image/png": "A" * (21 << 20)}, "metadata": {}}
    next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["outputs"] = [picture]
    (tmp_path / f"{NAME}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    for name in ("functions.py", f"{NAME}.ipynb"):
        result = grader.grade(read_submission(tmp_path / name)).result
        assert result.score == assignment.points and not result.flags


def test_another_assignments_notebook_gets_one_clear_line(grader: Grader) -> None:
    """The notebook of another assignment scores 0, and the student reads one sentence, not one a cell."""
    result = grader.grade(read_submission(KIT.source("one_hidden_layer"), "student")).result
    assert result.score == 0.0
    assert result.messages == (f"The notebook holds no answer cell of {NAME}: was another assignment's handed in?",)


def test_notebook_without_cells_says_so(grader: Grader) -> None:
    """A notebook that was emptied is not started, and says that it is empty."""
    result = _grade(grader, {"nbformat": 4, "cells": []})
    assert result.score == 0.0 and result.messages == ("The notebook is empty.",)


def test_cells_of_ones_own_run_and_lose_nothing(grader: Grader, assignment: Assignment) -> None:
    """Own cells run where they stand; one that fails or plots or prints costs nothing, and what failed is said."""
    notebook = solved()
    for text in ("1 / 0", "print('hello')", "%%bash\nls", "!ls", "plt.plot([1, 2]);", "import lesson_that_is_not_there"):
        notebook["cells"].insert(4, {"cell_type": "code", "source": text, "metadata": {}, "outputs": []})
    result = _grade(grader, notebook)
    assert result.score == assignment.points
    assert [message for message in result.messages if "passed over" in message and "'!ls'" in message]
    assert "Your own cell 6 stopped at line 1, `1 / 0`: ZeroDivisionError: division by zero." in result.messages


def test_plain_python_file_needs_no_cells(grader: Grader, assignment: Assignment, tmp_path: Path) -> None:
    """A .py file of functions is graded like a notebook, and not told about cells that it cannot have."""
    path = tmp_path / "functions.py"
    path.write_text("import numpy as np\n\n\ndef tanh_derivative(z):\n    return 1 - np.tanh(z) ** 2\n", encoding="utf-8")
    result = grader.grade(read_submission(path)).result
    assert points(result) == {exercise.id: FULL if exercise.id == EXERCISE else 0.0 for exercise in assignment.exercises}
    assert not result.messages


def test_huge_texts_and_outputs_are_cut_or_ignored(assignment: Assignment) -> None:
    """A cell of a million characters is cut, and outputs are not read at all."""
    notebook = solved()
    notebook["cells"].append(
        {"cell_type": "code", "source": "#" * 1_000_000, "metadata": {}, "outputs": [{"data": "x" * 1_000_000}]}
    )
    submission = read_notebook(json.dumps(notebook).encode(), "student")
    assert max(len(cell.source) for cell in canonicalise(submission, assignment).cells) <= 200_000
