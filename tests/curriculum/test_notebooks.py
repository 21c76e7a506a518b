"""The notebooks keep the rules of writing that a program can check; the rest is for a reader's eye."""

from __future__ import annotations

import ast
import builtins
import json
import re
import sys
from collections.abc import Iterator

import pytest

from autograder.course.guesses import read_questions
from autograder.course.model import Assignment, SourceCell
from autograder.gate.length import measure

from .lessons import COURSE

NAMES = COURSE.names()
UNGRADED = COURSE.ungraded()
ALLOWED = {"numpy", "matplotlib", "sklearn", "lesson"} | set(sys.stdlib_module_names)
FORBIDDEN_MODULES = {"os", "subprocess", "socket", "urllib", "http", "shutil", "pathlib", "ctypes", "multiprocessing"}
EVERYWHERE = set(dir(builtins)) | {"__name__"}
CLAIMS = (
    r"always (accelerat|converge|improve|help|win|work|beat|faster|better)\w*",
    r"never (overfit|fail)\w*",
    r"guarantee\w*",
    r"(is|are) always (better|faster|best)",
    r"best (optimizer|activation|method) (is|for everything)",
    r"momentum (always )?accelerates",
    r"dropout (always )?(improves|raises)",
)
SHAPE = re.compile(r"shape|\([\w\[\]{}.+\- ]+,[\w\[\]{}.+\-, ]*\)|number|float|size|layer_dims|True|dictionary|list")


@pytest.fixture(params=NAMES)
def assignment(request: pytest.FixtureRequest) -> Assignment:
    """Each assignment in turn."""
    return COURSE.assignment(request.param)


@pytest.fixture(params=[*NAMES, *UNGRADED])
def notebook(request: pytest.FixtureRequest) -> Assignment:
    """Each notebook in turn, those without exercises too."""
    return COURSE.assignment(request.param)


def code(assignment: Assignment) -> Iterator[SourceCell]:
    """Yield the code cells."""
    return (cell for cell in assignment.cells if cell.kind == "code")


def prose(assignment: Assignment) -> str:
    """Return all text that is not code."""
    return "\n\n".join(cell.source for cell in assignment.cells if cell.kind == "markdown")


def stored(tree: ast.AST) -> set[str]:
    """Return the names that a cell gives a value to, at its top level or inside."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    names |= {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    names |= {a.arg for n in ast.walk(tree) if isinstance(n, ast.arguments) for a in (*n.args, *n.posonlyargs, *n.kwonlyargs)}
    names |= {n.arg for node in ast.walk(tree) if isinstance(node, ast.arguments) for n in (node.vararg, node.kwarg) if n}
    names |= {
        (a.asname or a.name).split(".")[0]
        for n in ast.walk(tree)
        if isinstance(n, ast.Import | ast.ImportFrom)
        for a in n.names
    }
    return names | {n.name for n in ast.walk(tree) if isinstance(n, ast.ExceptHandler) and n.name}


def read(tree: ast.AST) -> set[str]:
    """Return the names that a cell reads."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def read_at_once(tree: ast.Module) -> set[str]:
    """Return the names that a cell reads when it runs; what stands in a function is read when that is called."""
    names: set[str] = set()
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            waiting += [*node.args.defaults, *(one for one in node.args.kw_defaults if one is not None)]
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            names.add(node.id)
        waiting += ast.iter_child_nodes(node)
    return names


def test_it_reads_from_top_to_bottom(notebook: Assignment) -> None:
    """No cell needs a name that only a later cell defines, and no function one that no cell defines."""
    known, later = set(EVERYWHERE), set()
    for cell in code(notebook):
        tree = ast.parse(cell.source)
        known |= stored(tree)
        later |= read(tree)
        assert read_at_once(tree) <= known, (cell.grade_id, read_at_once(tree) - known)
    assert later <= known


def test_no_exercise_needs_a_study(assignment: Assignment) -> None:
    """Studies are not run while grading: what runs then needs no name from them."""
    trees = [ast.parse(cell.source) for cell in code(assignment) if cell.runs_while_grading]
    known = EVERYWHERE.union(*map(stored, trees))
    needed = set().union(*map(read, trees))
    assert needed <= known, needed - known


def test_it_imports_the_allowed_packages_only(notebook: Assignment) -> None:
    """NumPy, matplotlib, scikit-learn, the standard library and the students' own helpers; no files, commands or network."""
    for cell in code(notebook):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Import):
                modules = {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                modules = {str(node.module).split(".")[0]}
            else:
                continue
            assert modules <= ALLOWED - FORBIDDEN_MODULES, cell.grade_id


def test_it_uses_neither_magics_nor_files(assignment: Assignment) -> None:
    """Plain Python that runs anywhere: no %magic, no !command, nothing opened."""
    for cell in code(assignment):
        assert not re.search(r"^\s*(%%?[a-z]|!)", cell.source, re.MULTILINE), cell.grade_id
        assert not read(ast.parse(cell.source)) & {"open", "eval", "exec", "input", "get_ipython"}, cell.grade_id


def draws(cell: SourceCell) -> bool:
    """Does this study draw a figure?"""
    return cell.study and bool(re.search(r"\b(plots|plt)\.", cell.source))


FOLLOW_UPS = {  # these show again, or closer, what was predicted and seen before
    ("beyond_binary", "study_wrong_digits"),
    ("check_and_init", "study_keepsake"),
}


def test_each_figure_is_predicted_first(notebook: Assignment) -> None:
    """Since the study before, or since the last exercise, there is a cell in which students commit themselves."""
    predicted = False
    for cell in notebook.cells:
        if str(cell.grade_id).startswith(("predict_", "guess_")) and not cell.locked:
            predicted = True
        elif cell.kind == "code":
            if draws(cell):
                assert predicted or (notebook.name, cell.grade_id) in FOLLOW_UPS, cell.grade_id
            predicted = predicted and not cell.study


def test_each_figure_is_discussed_afterwards(notebook: Assignment) -> None:
    """The cell below a figure is text, and says what to look at or to compare."""
    for cell, below in zip(notebook.cells, [*notebook.cells[1:], None], strict=True):
        if draws(cell) and (notebook.name, cell.grade_id) not in FOLLOW_UPS:
            assert below is not None and below.kind == "markdown" and len(below.source) > 60, cell.grade_id


def test_each_prediction_is_worth_no_points_and_hides_its_answer(assignment: Assignment) -> None:
    """A prediction is graded by hand, worth 0 until an instructor gives it points, and its answer is not released."""
    for cell in assignment.cells:
        if str(cell.grade_id).startswith("predict_") and cell.kind == "markdown":
            assert cell.manual and cell.points == 0 and not cell.locked, cell.grade_id
            assert cell.released.count("YOUR ANSWER HERE") == 1, cell.grade_id
            assert len(cell.released) < len(cell.source), cell.grade_id


def test_each_prediction_takes_a_number_or_a_choice(assignment: Assignment) -> None:
    """Below every written prediction stands the cell for its guess, and the class report knows what it asks."""
    questions = {question.cell for question in read_questions(assignment)}
    for cell, below in zip(assignment.cells, assignment.cells[1:], strict=False):
        if str(cell.grade_id).startswith("predict_") and cell.kind == "markdown":
            assert below.grade_id == f"guess_{str(cell.grade_id).removeprefix('predict_')}", cell.grade_id
            assert below.grade_id in questions and not below.locked and below.study


def functions(assignment: Assignment) -> Iterator[tuple[str, ast.FunctionDef, str]]:
    """Yield what students are to write, as it is released, with its docstring; a method's stands with all of its class."""
    for cell in code(assignment):
        if cell.solution:
            for node in ast.parse(cell.released).body:
                parts = [node, *(node.body if isinstance(node, ast.ClassDef) else [])]
                documented = [part for part in parts if isinstance(part, ast.FunctionDef | ast.ClassDef)]
                text = "\n".join(ast.get_docstring(part) or "" for part in documented)
                for part in documented:
                    if isinstance(part, ast.FunctionDef):
                        yield f"{cell.grade_id}: {part.name}", part, text


def test_each_stub_says_what_goes_in_and_what_comes_out(assignment: Assignment) -> None:
    """Every function that students write keeps a docstring in the release: it names the shapes, or the kind of the values."""
    found = list(functions(assignment))
    assert found
    for label, function, text in found:
        arguments = [argument.arg for argument in function.args.args if argument.arg != "self"]
        assert len(text) > 20, label
        assert SHAPE.search(text) or all(f"{name}:" in text for name in arguments), label


def test_array_arguments_are_documented_with_their_shapes(assignment: Assignment) -> None:
    """Where a function takes X, Y, Z or A, its docstring or its class's says a shape in brackets or in words."""
    for label, function, text in functions(assignment):
        arguments = {argument.arg for argument in function.args.args}
        if arguments & {"X", "Y", "Z", "A", "A2", "AL", "dA", "dY"}:
            assert re.search(r"shape|\([\w\[\]]+, \w+\)", text), label


@pytest.mark.parametrize("claim", CLAIMS)
def test_no_sweeping_claim_is_made(notebook: Assignment, claim: str) -> None:
    """What is not true of every network is not said of every network; a claim in quotation marks is put to the test."""
    text = re.sub(r'"[^"\n]*"', "", prose(notebook))
    assert not re.search(rf"\b{claim}", text, re.IGNORECASE)


def test_it_begins_with_a_title_and_ends_with_text(assignment: Assignment) -> None:
    """The first cell holds the title; the last one is the check before handing in, below a text that says so."""
    assert assignment.cells[0].kind == "markdown" and assignment.cells[0].source.startswith("# ")
    assert assignment.cells[-1].grade_id == "precheck" and assignment.cells[-2].source.startswith("## Before you hand in")
    assert len(re.findall(r"^# ", assignment.cells[0].source, re.MULTILINE)) == 1


def test_it_says_how_long_it_takes_what_it_needs_and_what_comes_next(notebook: Assignment) -> None:
    """The first cell states the time (which the gate compares with the count), what comes before and what comes after."""
    found = re.search(r"\*\*Time\*\*: about \d+ minutes.*\*\*Before it\*\*: .+\*\*After it\*\*: .+", notebook.cells[0].source)
    assert found and set(re.findall(r"`(\w+)`", found[0])) <= {*NAMES, *UNGRADED}


@pytest.mark.parametrize("name", UNGRADED)
def test_an_ungraded_notebook_asks_for_a_guess_every_few_cells(name: str) -> None:
    """At most 250 words (a page of formulas: 260) or 6 cells without anything to do, and no more than two hours in all."""
    length = measure(COURSE.assignment(name))
    assert length.gap_words <= 260 and length.gap_cells <= 6 and length.words_a_task <= 150 and length.minutes <= 120


def test_what_was_learnt_is_summed_up(notebook: Assignment) -> None:
    """Each notebook has a section that says what has been learnt."""
    assert re.search(r"^## What you (have )?learnt", prose(notebook), re.MULTILINE)


def test_formulas_are_closed(notebook: Assignment) -> None:
    """Every display formula that is opened is closed in the same cell."""
    for cell in notebook.cells:
        if cell.kind == "markdown":
            assert cell.source.count("$$") % 2 == 0, cell.source[:60]
            inline = re.sub(r"\$\$.*?\$\$|`[^`]*`|\\\$", "", cell.source, flags=re.DOTALL)
            assert inline.count("$") % 2 == 0, cell.source[:60]


def test_no_notebook_holds_outputs(notebook: Assignment) -> None:
    """Source and release are without outputs and run counts, and ask for the standard kernel."""
    for path in (COURSE.source(notebook.name), COURSE.release(notebook.name)):
        data = json.loads(path.read_text(encoding="utf-8"))
        assert data["metadata"]["kernelspec"]["name"] == "python3"
        assert all(not cell.get("outputs") and not cell.get("execution_count") for cell in data["cells"])
