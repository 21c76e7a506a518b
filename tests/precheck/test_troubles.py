"""Each kind of trouble is told, with its cell, its line and its remedy; and a perfect notebook has none."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from .notebooks import COURSE, Change, Document, add, answer, cell, cells, found, own, released, solved

from lesson.precheck import examine  # isort: skip  # found through .notebooks
from lesson.precheck_findings import rows, title  # isort: skip
from lesson.precheck_static import check_file_name  # isort: skip

RELU = "def relu(z):\n    {}\n\n\ndef relu_derivative(z):\n    return (z > 0) * 1.0"


def relu(body: str) -> Change:
    """The change that writes relu's body."""
    return answer("relu_solution", RELU.format(textwrap.indent(body, "    ").strip()))


def renamed(name: str) -> Change:
    """The change that calls relu something else."""
    return answer("relu_solution", RELU.format("return z").replace("def relu(", f"def {name}("))


def both(first: Change, second: Change) -> Change:
    """One change and then another."""

    def change(document: Document) -> None:
        first(document)
        second(document)

    return change


def drop(grade_id: str) -> Change:
    """The change that deletes a cell."""
    return lambda document: document["cells"].remove(cell(document, grade_id))


def twice(grade_id: str, source: str | None = None) -> Change:
    """The change that pastes a cell once more."""

    def change(document: Document) -> None:
        one = cell(document, grade_id)
        document["cells"].append({**one, "source": source or one["source"]})

    return change


def turned(grade_id: str, kind: str) -> Change:
    """The change that turns a cell into one of another kind."""
    return lambda document: cell(document, grade_id).update(cell_type=kind)


STUB = "def relu(z):\n    # YOUR CODE HERE\n    raise NotImplementedError()"
TROUBLES: list[tuple[str, Change, str]] = [
    ("missing-cell", drop("relu_solution"), "relu_solution is missing"),
    ("missing-cell", drop("sigmoid_solution"), "sigmoid_solution is missing"),
    ("doubled-cell", twice("relu_solution"), "same answer cell"),
    ("doubled-cell", twice("relu_solution", "helper = 1"), "same answer cell"),
    ("turned-cell", turned("relu_solution", "markdown"), "become a markdown cell"),
    ("turned-cell", turned("sigmoid_solution", "raw"), "become a raw cell"),
    ("turned-cell", turned("predict_edges", "code"), "become a code cell"),
    ("not-started", answer("relu_solution", STUB + "\n\n\n" + STUB.replace("relu", "relu_derivative")), "not started"),
    ("not-started", answer("relu_solution", ""), "not started"),
    ("not-started", answer("relu_solution", "# later"), "not started"),
    ("not-started", relu("pass"), "relu is not started"),
    ("not-started", relu("..."), "relu is not started"),
    ("not-started", relu("# YOUR CODE HERE\nraise NotImplementedError()"), "relu is not started"),
    ("left-raise", relu("a = z * (z > 0)\nraise NotImplementedError()\nreturn a"), "still stands in relu"),
    ("left-raise", relu("a = z * (z > 0)\n# YOUR CODE HERE\nraise NotImplementedError\nreturn a"), "still stands in relu"),
    ("left-raise", relu("if True:\n    # YOUR CODE HERE\n    raise NotImplementedError()\nreturn z"), "still stands in relu"),
    ("left-raise", relu("for _ in z:\n    pass\nraise NotImplementedError('todo')"), "still stands in relu"),
    ("missing-function", renamed("ReLU"), "you defined ReLU"),
    ("missing-function", renamed("my"), "relu is not defined"),
    ("undefined-name", relu("return np.maximum(0, x)"), "relu uses the name x"),
    ("undefined-name", relu("return ReLU(z)"), "; relu is"),
    ("undefined-name", relu("return [v for v in zz]"), "zz"),
    ("undefined-name", relu("def inner():\n    return treshold\nreturn inner()"), "treshold"),
    ("undefined-name", relu("return (lambda a: a * factor)(z)"), "factor"),
    ("undefined-name", relu("return math.exp(z)"), "math"),
    ("undefined-name", add("print(nowhere)"), "nowhere"),
    ("undefined-name", add("slope = 2\ndel slope\n\ndef double(z):\n    return slope * z"), "deletes"),
    ("undefined-name", both(add("print(later_on)"), add("later_on = 1", after="sigmoid")), "further down"),
    ("shell", answer("relu_solution", "!pip install numpy\n" + RELU.format("return z * (z > 0)")), "!pip install numpy"),
    ("shell", answer("relu_solution", "%pip install numpy\n" + RELU.format("return z * (z > 0)")), "%pip install numpy"),
    ("shell", answer("relu_solution", "%matplotlib widget\n" + RELU.format("return z * (z > 0)")), "%matplotlib widget"),
    ("shell", answer("relu_solution", "%%bash\nls"), "%%bash"),
    ("shell", answer("relu_solution", "%%writefile relu.py\n" + RELU.format("return z * (z > 0)")), "%%writefile relu.py"),
    ("shell", add("files = !ls\nprint(files)"), "!ls"),
    ("shell", add("x = 1\n%%capture\ny = 2"), "`%%capture` works only as the first line"),
    ("syntax", answer("relu_solution", "def relu(z)\n    return z"), "cannot read this cell"),
    ("syntax", answer("relu_solution", "def relu(z):\nreturn z"), "cannot read this cell"),
    ("syntax", add("print('half"), "cannot read this cell"),
    ("syntax", add("a = (1,\nb = 2"), "cannot read this cell"),
    ("module", add("import pandas as pd"), "module pandas is not there"),
    ("module", add("from scipy.special import expit"), "module scipy is not there"),
    ("module", relu("import torch\nreturn z"), "module torch is not there"),
    ("module", add("from my_helpers import relu2"), "module my_helpers is not there"),
    ("numpy-name", relu("return z * (z > 0).astype(np.float)"), "np.float"),
    ("numpy-name", relu("return np.relu(z)"), "np.relu"),
    ("file", add("text = open('data.csv').read()"), "data.csv"),
    ("file", add("X_own = np.loadtxt('/home/me/points.txt')"), "/home/me/points.txt"),
    ("file", add("plt.savefig('figure.png')"), "figure.png"),
    ("file", add("from pathlib import Path\nPath('a.txt').write_text('1')"), "write_text"),
    ("asks-a-person", add("name = input('Your name? ')"), "waits for somebody"),
    ("asks-a-person", relu("breakpoint()\nreturn z"), "waits for somebody"),
    ("asks-a-person", add("import sys\nsys.exit()"), "ends the run"),
    ("answer-in-given-cell", lambda document: cell(document, "relu").update(source=RELU.format("return z")), "given cell"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "change", "words"), TROUBLES, ids=[f"{one[0]}-{n}" for n, one in enumerate(TROUBLES)])
def test_trouble_is_told_with_its_place_and_remedy(kind: str, change: Change, words: str) -> None:
    """The kind is found once or more, something is to mend, and the sentence says what and what to do."""
    there = [one for one in found(change) if one.kind == kind and one.level == "mend"]
    assert there, found(change)
    assert any(words in one.what for one in there), there
    assert all(one.remedy and one.where for one in there)
    assert kind == "missing-cell" or all(one.cell for one in there)


WRITTEN_HERE = [
    "%%writefile helpers.py\ndef f(x):\n    return x",
    "%%file -a helpers.py\ndef f(x):\n    return x",
    "with open('helpers.py', 'w') as file:\n    file.write('def f(x): return x')",
]


@pytest.mark.parametrize("cell", WRITTEN_HERE)
def test_module_that_the_notebook_writes_itself_is_no_trouble(cell: str) -> None:
    """It is there while grading as well; the notebook may import it, run it and read it."""
    for use in ("import helpers", "from helpers import f", "%run helpers.py", "print(open('helpers.py').read())"):
        assert [one for one in found(both(add(use), add(cell))) if one.level == "mend"] == []


LINES = [
    ("left-raise", relu("a = z\nraise NotImplementedError()\nreturn a"), 3),
    ("syntax", answer("relu_solution", "def relu(z):\n    a = z\n    return (a"), 3),
    ("undefined-name", relu("a = z\nreturn a * slope"), 3),
    ("module", add("a = 1\n\nimport pandas"), 3),
    ("asks-a-person", add("\n\ninput()"), 3),
]


@pytest.mark.parametrize(("kind", "change", "line"), LINES, ids=[one[0] for one in LINES])
def test_the_line_is_the_one_in_the_cell(kind: str, change: Change, line: int) -> None:
    """Lines are counted within the cell, as the editor shows them."""
    assert [one.line for one in found(change) if one.kind == kind] == [line]


FINE: list[Change] = [
    relu("return np.where(z > 0, z, 0.0)"),
    relu("if isinstance(z, str):\n    raise NotImplementedError('no texts')\nreturn z * (z > 0)"),
    both(relu("return helper(z)"), add("def helper(z):\n    return z")),
    relu("return [a for a in z if (b := a) and b]"),
    relu("global last\nlast = z\nreturn last"),
    relu("try:\n    import torch\nexcept ImportError:\n    pass\nreturn z * (z > 0)"),
    add("%matplotlib inline\nimport math\nprint(math.pi)"),
    add("from math import *\nprint(sin(pi))"),
    add("%%time\nfast = 1\n"),
    add("class Layer:\n    size = 3\n    def grow(self):\n        return Layer, self.size, __name__"),
    add("match 3:\n    case int(whole):\n        print(whole)"),
    add("for row, (a, b) in enumerate([(1, 2)]):\n    print(row, a, b)"),
    add("display(_); print(In, Out)"),
    add("with np.errstate(all='ignore') as state:\n    print(state)"),
    lambda document: document["cells"].insert(3, own("My notes: open('x') and !ls", "markdown")),
    lambda document: cell(document, "relu").update(source="".join(cell(document, "relu")["source"]).replace("\n", "\r\n")),
]  # fmt: skip


@pytest.mark.parametrize("change", FINE, ids=map(str, range(len(FINE))))
def test_what_is_right_is_left_alone(change: Change) -> None:
    """Other styles, own helpers and harmless magics give nothing to mend."""
    assert [one for one in found(change) if one.level == "mend"] == []


@pytest.mark.parametrize("name", COURSE.names())
def test_a_perfect_notebook_gives_nothing_to_mend(name: str) -> None:
    """All solved notebooks, with the release beside them and without: nothing to mend and nothing worth knowing."""
    for pristine in (True, False):
        assert {one.level for one in found(lambda document: None, name=name, pristine=pristine)} <= {"fine"}


@pytest.mark.parametrize("name", COURSE.names())
def test_a_blank_notebook_is_told_as_not_started(name: str) -> None:
    """Each answer cell of a released notebook once, and nothing else to mend."""
    expected = released(name)
    said = examine(expected.cells, expected, run=False)
    assert {one.kind for one in said if one.level == "mend"} <= {"not-started", "empty-text"}
    code = [one for one in expected.answers if one.kind == "code"]
    assert len([one for one in said if one.kind == "not-started"]) == len(code)


@pytest.mark.parametrize("text", ["{}", "{} ", "**{}**", "{}\n\n---"])
def test_an_empty_text_is_told_and_a_written_one_is_not(text: str) -> None:
    """The prompt alone is no answer, in whatever dress; a sentence below it is one."""
    expected = released("beyond_binary")
    stub = expected.by_id["tsne"].source
    empty = found(answer("tsne", stub.replace("YOUR ANSWER HERE", text.format("YOUR ANSWER HERE"))), name="beyond_binary")
    assert [one.level for one in empty if one.kind == "empty-text"] == ["mend"]
    written = found(answer("tsne", stub.replace("YOUR ANSWER HERE", text.format("Islands far apart."))), name="beyond_binary")
    assert not [one for one in written if one.kind == "empty-text"]


def test_another_assignments_notebook_is_told() -> None:
    """Its grade_ids are none of this assignment's."""
    said = examine(cells(solved("warmup")), released("optimizers"), run=False)
    assert [one.kind for one in said] == ["wrong-file"]


def test_lost_marks_are_told_and_functions_are_still_looked_at() -> None:
    """Without any metadata, functions are known by their names."""
    document = solved()
    for one in document["cells"]:
        one["metadata"] = {}
    document["cells"] = [one for one in document["cells"] if "def leaky_relu" not in "".join(one["source"])]
    said = examine(cells(document), released(), run=False)
    assert {"lost-marks", "missing-cell"} == {one.kind for one in said if one.level == "mend"}
    assert {one.where for one in said if one.kind == "missing-cell"} >= {"leaky_relu"}


@pytest.mark.parametrize("name", ["neuron_activations (1).ipynb", "neuron_activations-Copy1.ipynb", "Untitled.ipynb"])
def test_a_renamed_copy_is_told(name: str, tmp_path: Path) -> None:
    """Only the given name is collected."""
    assert [one.kind for one in check_file_name(tmp_path / name, released())] == ["file-name"]
    assert not list(check_file_name(tmp_path / "neuron_activations.ipynb", released()))


def test_a_newer_copy_beside_it_is_told(tmp_path: Path) -> None:
    """The work may be in the copy."""
    import os

    right, copied = tmp_path / "neuron_activations.ipynb", tmp_path / "neuron_activations-Copy1.ipynb"
    right.write_text("{}")
    copied.write_text("{}")
    os.utime(right, (1, 1))
    assert [one.kind for one in check_file_name(right, released())] == ["newer-copy"]


def test_the_same_said_of_many_cells_is_one_row() -> None:
    """A blank notebook does not bury its reader; the headline still counts all."""
    expected = released()
    said = examine(expected.cells, expected, run=False)
    assert len(rows(said)) < len(said)
    assert "things to mend" in title("x", said)
