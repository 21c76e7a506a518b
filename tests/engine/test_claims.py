"""Whatever Jupyter, an editor or a browser does to a notebook's structure, right answers count, and nobody is accused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from autograder.course.model import Assignment, Course
from autograder.result import TAMPERED
from autograder.submission.canonical import Canonical, canonicalise, recognise
from autograder.submission.read import Submission, SubmittedCell, read_python

from .handmade import blank, solved

RELU = "def relu(z):\n    return np.maximum(0.0, z)"
SLOPE = "def relu_derivative(z):\n    return (z > 0) * 1.0"
HELPER = "def my_helper(z):\n    return z"


@pytest.fixture(scope="module")
def neuron(course: Course) -> Assignment:
    """An assignment with an exercise of two functions."""
    return course.assignment("neuron_activations")


def with_answers(assignment: Assignment, *cells: SubmittedCell | str, at: str = "relu_solution") -> Submission:
    """Return the solution with these cells in the place of one: a text is a copy of the cell."""
    found: list[SubmittedCell] = []
    for cell in solved(assignment).cells:
        if cell.grade_id != at:
            found.append(cell)
            continue
        found += [replace(cell, source=one) if isinstance(one, str) else one for one in cells]
    return Submission("ada", tuple(found))


def functions(canonical: Canonical, *names: str) -> dict[str, object]:
    """Run the student's running cells and return these functions' answers to -1.5."""
    import numpy as np

    space: dict[str, object] = {"np": np}
    for cell in canonical.cells:
        if cell.run and cell.by_student and ("relu" in cell.source or "helper" in cell.source):
            exec(cell.source, space)
    return {name: space[name](np.array([-1.5, 2.0])).tolist() for name in names}  # type: ignore[operator]  # a function


def assert_relu_counts(canonical: Canonical) -> None:
    """Both functions give right answers, the exercise is started, and nothing is flagged."""
    assert functions(canonical, "relu", "relu_derivative") == {"relu": [0.0, 2.0], "relu_derivative": [0.0, 1.0]}
    assert canonical.not_started == frozenset() and canonical.flags == ()


STUB = "def relu(z):\n    # YOUR CODE HERE\n    raise NotImplementedError()"
SLOPE_STUB = STUB.replace("relu", "relu_derivative")
BOTH, STUBS = f"{RELU}\n\n\n{SLOPE}", f"{STUB}\n\n\n{SLOPE_STUB}"
COPIES = {
    "helper first": [HELPER, BOTH],
    "helper last": [BOTH, HELPER],
    "one function each": [RELU, SLOPE],
    "one function each, other way round": [SLOPE, RELU],
    "stub first": [STUBS, BOTH],
    "stub last": [BOTH, STUBS],
    "empty first": ["", BOTH],
    "two stubs": [STUBS, BOTH, STUBS],
    "the same three times": [BOTH, BOTH, BOTH],
    "half a stub each": [f"{RELU}\n\n\n{SLOPE_STUB}", f"{STUB}\n\n\n{SLOPE}"],
    "cut in a function": ["def relu(z):\n    zero = 0.0", f"    return np.maximum(zero, z)\n\n\n{SLOPE}"],
    "second attempt that is wrong": [BOTH, "def relu(z):\n    return z"],
    "a note of the attempt before": [SubmittedCell("markdown", "An old try", "relu_solution"), BOTH],
}


@pytest.mark.parametrize("copies", COPIES.values(), ids=COPIES)
def test_answer_counts_wherever_it_stands_among_copies(neuron: Assignment, copies: list[str]) -> None:
    """Of several cells with one grade_id every part that is written counts, the first of two that are."""
    canonical = canonicalise(with_answers(neuron, *copies), neuron)
    assert_relu_counts(canonical)
    assert any("occurs more than once" in message for message in canonical.messages)


@pytest.mark.parametrize("copies", COPIES.values(), ids=COPIES)
def test_copies_far_apart_count_alike(neuron: Assignment, copies: list[str]) -> None:
    """A copy may stand at the notebook's end, where JupyterLab pasted it."""
    submission = with_answers(neuron, *copies)
    first, *rest = [one for one in submission.cells if one.grade_id == "relu_solution"]
    others = [one for one in submission.cells if one is first or one not in rest]
    assert_relu_counts(canonicalise(Submission("ada", (*others, *rest)), neuron))


TURNED = {
    "markdown": ("markdown", BOTH),
    "raw": ("raw", BOTH),
    "heading": ("markdown", f"# {BOTH}"),
    "fenced": ("markdown", f"```python\n{BOTH}\n```"),
}


@pytest.mark.parametrize(("kind", "text"), TURNED.values(), ids=TURNED)
def test_code_answer_of_another_kind_is_turned_back(neuron: Assignment, kind: str, text: str) -> None:
    """Whatever the command-mode key did to it."""
    canonical = canonicalise(with_answers(neuron, SubmittedCell(kind, text, "relu_solution")), neuron)
    assert_relu_counts(canonical)
    assert canonical.messages == (
        f"The cell 'relu_solution' was turned into a {kind} cell and was turned back: its text counts.",
    )


@pytest.mark.parametrize("kind", ["code", "raw"])
def test_written_answer_of_another_kind_is_kept_and_not_run(assignments: list[Assignment], kind: str) -> None:
    """Prose in a code cell is prose: it is graded by hand, and never run."""
    warmup = assignments[0]
    name = next(one.grade_id for one in warmup.cells if one.answer and one.kind == "markdown")
    submission = with_answers(warmup, SubmittedCell(kind, "import os; os._exit(0)", name), at=str(name))
    cell = next(one for one in canonicalise(submission, warmup).cells if one.origin and one.origin.grade_id == name)
    assert (cell.kind, cell.source, cell.run) == ("markdown", "import os; os._exit(0)", False)


LAYOUTS: dict[str, Callable[[str], str]] = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "old mac": lambda text: text.replace("\n", "\r"),
    "trailing blanks": lambda text: text.replace("\n", "  \n"),
    "tabs": lambda text: text.replace("    ", "\t"),
    "blank lines": lambda text: f"\n\n{text}\n\n",
    "a byte order mark": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_layout_of_a_locked_cell_is_no_tampering(assignments: list[Assignment], layout: Callable[[str], str]) -> None:
    """Line ends, blanks and tabs are an editor's doing: no flag, and no message."""
    for assignment in assignments:
        answers = {one.grade_id for one in assignment.cells if one.answer}
        cells = [
            one if one.grade_id in answers else replace(one, source=layout(one.source)) for one in solved(assignment).cells
        ]
        canonical = canonicalise(Submission("ada", tuple(cells)), assignment)
        assert (canonical.messages, canonical.flags) == ((), ())


def test_formatter_is_no_tampering(neuron: Assignment) -> None:
    """Other quotes and line breaks in a locked cell are the same Python."""
    cells = [
        replace(one, source=one.source.replace('"', "'")) if one.grade_id == "relu" else one for one in solved(neuron).cells
    ]
    assert canonicalise(Submission("ada", tuple(cells)), neuron).flags == ()


def in_check_cell(neuron: Assignment, text: str, *, answered: bool) -> Canonical:
    """Canonicalise a notebook with this text in the locked cell of relu's checks."""
    cells = []
    for one in (solved if answered else blank)(neuron).cells:
        cells.append(replace(one, source=text) if one.grade_id == "relu" else one)
    return canonicalise(Submission("ada", tuple(cells)), neuron)


def test_answer_typed_into_a_check_cell_counts(neuron: Assignment) -> None:
    """What was added above, below or with helpers is taken; the checks are as they were, so nobody tampered."""
    checks = neuron.by_id["relu"].source
    for text in (f"{BOTH}\n{checks}", f"{checks}\n{BOTH}", f"import math\n{HELPER}\n{BOTH}\n{checks}"):
        canonical = in_check_cell(neuron, text, answered=False)
        assert functions(canonical, "relu") == {"relu": [0.0, 2.0]}
        assert "relu" not in canonical.not_started and canonical.flags == ()
        assert any("found in the locked cell 'relu'" in message for message in canonical.messages)


def test_answer_in_place_of_the_checks_counts_and_is_told(neuron: Assignment) -> None:
    """Where the checks are gone, the answer counts all the same, and the change is flagged."""
    canonical = in_check_cell(neuron, BOTH, answered=False)
    assert functions(canonical, "relu") == {"relu": [0.0, 2.0]} and canonical.flags == (TAMPERED,)


def test_answer_in_its_own_cell_comes_before_one_in_a_check_cell(neuron: Assignment) -> None:
    """An exercise that is answered takes nothing from the checks."""
    text = f"def relu(z):\n    return None\n{neuron.by_id['relu'].source}"
    assert functions(in_check_cell(neuron, text, answered=True), "relu") == {"relu": [0.0, 2.0]}


def test_import_added_to_the_setup_cell_counts(neuron: Assignment) -> None:
    """A locked cell that runs keeps its text; what was added to it runs behind it."""
    cells = [
        replace(one, source=f"{one.source}\nimport math") if one.grade_id == "setup" else one for one in solved(neuron).cells
    ]
    canonical = canonicalise(Submission("ada", tuple(cells)), neuron)
    assert [one.source for one in canonical.cells if one.run and one.origin is None] == [
        "import math"
    ] and canonical.flags == ()


def test_stub_of_one_function_does_not_undo_it_elsewhere(neuron: Assignment) -> None:
    """relu in a cell of one's own, its slope in the cell for both, where relu's stub still stands below."""
    own = SubmittedCell("code", RELU)
    answer = SubmittedCell("code", f"{STUB}\n\n\n{SLOPE}", "relu_solution")
    for cells in ((own, answer), (answer, own)):
        assert_relu_counts(canonicalise(with_answers(neuron, *cells), neuron))


def test_notebook_that_lost_its_metadata_is_known_by_its_cell_ids(assignments: list[Assignment]) -> None:
    """Colab, Kaggle and others drop nbgrader's metadata: ids tell the cells, and texts the provided ones."""
    for assignment in assignments:
        bare = Submission("ada", tuple(replace(one, grade_id=None) for one in solved(assignment).cells))
        assert recognise(bare, assignments) is assignment
        assert canonicalise(bare, assignment) == canonicalise(solved(assignment), assignment)


def test_notebook_that_lost_metadata_and_ids_is_graded_by_its_functions(neuron: Assignment) -> None:
    """Its provided cells are known by their text and not run again; its functions are cells of the student's own."""
    bare = Submission("ada", tuple(replace(one, grade_id=None, cell_id=None) for one in solved(neuron).cells))
    canonical = canonicalise(bare, neuron)
    assert canonical.not_started == frozenset() and canonical.flags == ()
    assert functions(canonical, "relu") == {"relu": [0.0, 2.0]}
    assert not any(one.origin is None and "Checks(" in one.source for one in canonical.cells if one.run)


def test_script_made_from_the_notebook_does_not_run_its_studies_again(neuron: Assignment) -> None:
    """Of a plain file that nbconvert wrote, only what the notebook does not bring along is the student's."""
    text = "\n\n\n".join(one.source for one in solved(neuron).cells if one.kind == "code")
    canonical = canonicalise(read_python(text.encode(), "ada"), neuron)
    own = [one for one in canonical.cells if one.origin is None]
    assert canonical.not_started == frozenset() and len(own) == len({name for e in neuron.exercises for name in e.functions})
    assert all(text.split("\n")[one.line - 1] == one.source.split("\n")[0] for one in own if one.line)


def test_missing_answer_that_is_written_elsewhere_is_not_called_unanswered(neuron: Assignment) -> None:
    """The sentence on a missing cell says what counts in its place."""
    canonical = canonicalise(with_answers(neuron, SubmittedCell("code", BOTH)), neuron)
    assert canonical.messages == ("The cell 'relu_solution' was missing and what you wrote in another cell counts.",)


def test_raise_that_was_left_is_known(neuron: Assignment) -> None:
    """A function that is written and still raises is told from a stub, and from one that returns before."""
    text = f"def relu(z):\n    r = np.maximum(z, 0)\n    raise NotImplementedError()\n    return r\n\n\n{SLOPE_STUB}"
    canonical = canonicalise(with_answers(neuron, text), neuron)
    assert canonical.left_raises == {"relu"} and "relu" not in canonical.not_started


def test_shell_lines_are_passed_over_with_one_remark(neuron: Assignment) -> None:
    """They cost neither the function below them nor more than one sentence."""
    own = SubmittedCell("code", "!pip install pandas\n%pip install numpy")
    canonical = canonicalise(with_answers(neuron, f"!pip install numpy\n{BOTH}", own), neuron)
    assert_relu_counts(canonical)
    (message,) = canonical.messages
    assert "'!pip install numpy', '!pip install pandas', '%pip install numpy' were passed over" in message


HOSTILE = {
    "deep sum": "x = " + "+".join(["1"] * 900),
    "deep brackets": "x = " + "[" * 90 + "]" * 90,
    "deep return": "def relu(z):\n    return " + "-" * 700 + "z",
    "deep raise": "def relu(z):\n    raise " + "+".join(["z"] * 900),
    "nul": "def relu(z):\n    return z\0",
    "calls": "get_ipython()" + ".f()" * 800 + ".system('ls')",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_stops_the_rebuilding(neuron: Assignment, text: str) -> None:
    """Whatever stands in an answer, a locked cell, a copy or a plain file, there is a rebuilt notebook."""
    touched = ("setup", "relu_solution", "relu")
    cells = [replace(one, source=text) if one.grade_id in touched else one for one in solved(neuron).cells]
    for some in (cells, [*cells, *solved(neuron).cells], [replace(one, grade_id=None) for one in cells]):
        assert len(canonicalise(Submission("ada", tuple(some)), neuron).cells) >= len(neuron.cells)
    assert canonicalise(read_python(text.encode(), "ada"), neuron).messages is not None
