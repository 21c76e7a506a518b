"""Lines that only a notebook server can run are passed over; what works stays; what only looks like one is left alone."""

from __future__ import annotations

import ast

import pytest

from autograder.submission.notebook_syntax import Cost, pass_over

GONE = [
    "!pip install numpy",
    "!!ls",
    "%pip install numpy",
    "%conda install numpy",
    "!pip install \\\n    numpy",
    "%matplotlib widget",
    "%matplotlib ipympl",
    "%matplotlib notebook",
    "%matplotlib qt",
    "%load_ext autoreload",
    "%autoreload 2",
    "%config InlineBackend.figure_format = 'retina'",
    "files = !ls",
    "a, b = %some_magic",
    "np.dot?",
    "?np.dot",
    "get_ipython().system('pip install numpy')",
    "get_ipython().run_line_magic('pip', 'install numpy')",
    "get_ipython().run_line_magic('matplotlib', 'widget')",
    "files = get_ipython().getoutput('ls')",
    "IPython.get_ipython().magic('load_ext autoreload')",
    "get_ipython().system(\n    'ls'\n)",
]


@pytest.mark.parametrize("line", GONE)
def test_line_is_passed_over_and_the_function_below_it_stays(line: str) -> None:
    """The rest of the cell keeps its lines, and parses."""
    text, gone = pass_over(f"{line}\ndef f(x):\n    return x\n")
    assert len(gone) == 1 and gone[0].text.split()[0] == line.split()[0]
    assert isinstance(ast.parse(text).body[-1], ast.FunctionDef)
    assert text.count("\n") == f"{line}\ndef f(x):\n    return x\n".count("\n")


def test_line_within_a_block_keeps_the_block() -> None:
    """An `if` with a shell line alone in it still is one."""
    text, gone = pass_over("if True:\n    !pip install x\nelse:\n    y = !ls\n")
    assert len(gone) == 2 and ast.parse(text)


STAYS = [
    "%timeit f(1)",
    "%time f(1)",
    "x = %timeit -o f(1)",
    "%matplotlib inline",
    "%%time\nf(1)",
    "%%capture\nf(1)",
    "get_ipython().run_line_magic('matplotlib', 'inline')",
    "get_ipython().run_line_magic('timeit', 'f(1)')",
    "x = 7 \\\n% 3",
    "x = (7\n% 3)",
    "text = '''\n!ls\n%pip\n'''\n%timeit f",
    'print("!ls")  # !ls',
    "x = 5 % 3",
    "y = x != 3",
    "# what is this?",
    "def f(x:\n    return x % 2",
]


@pytest.mark.parametrize("text", STAYS)
def test_what_works_or_is_python_stays(text: str) -> None:
    """Nothing is passed over, and not a letter changed."""
    assert pass_over(text) == (text, ())


@pytest.mark.parametrize("magic", ["%%writefile answer.py", "%%timeit", "%%prun", "%%some_extension"])
def test_function_under_a_magic_that_would_not_define_it_counts(magic: str) -> None:
    """A cell magic that does something else with a function's text is passed over, and the function is not."""
    text, gone = pass_over(f"{magic}\ndef f(x):\n    return x")
    assert [(one.text, one.cost) for one in gone] == [(magic, Cost.NOTHING)] and isinstance(
        ast.parse(text).body[0], ast.FunctionDef
    )


@pytest.mark.parametrize("magic", ["%%bash", "%%html", "%%javascript", "%%some_extension"])
def test_cell_that_is_no_python_is_passed_over_whole(magic: str) -> None:
    """Nothing of it is run as Python."""
    text, gone = pass_over(f"{magic}\nls -l\necho 'it''s'")
    assert [one.text for one in gone] == [magic] and ast.parse(text).body == []


COSTS = [
    ("!pip install numpy", Cost.NOTHING),
    ("!python -m pip install numpy", Cost.NOTHING),
    ("%load_ext autoreload", Cost.NOTHING),
    ("%matplotlib widget", Cost.NOTHING),
    ("%load helpers.py", Cost.NOTHING),  # Jupyter puts the text into the cell, and then it is there
    ("np.dot?", Cost.NOTHING),
    ("%%html\n<b>", Cost.NOTHING),
    ("!echo 'x = 1' > helpers.py", Cost.WHAT_IT_MAKES),
    ("!wget example.org/helpers.py", Cost.WHAT_IT_MAKES),
    ("files = !ls", Cost.WHAT_IT_MAKES),
    ("%run elsewhere.py", Cost.WHAT_IT_MAKES),
    ("%%bash\ncp a b", Cost.WHAT_IT_MAKES),
    ("%%writefile /tmp/helpers.txt\nnot ( Python", Cost.WHAT_IT_MAKES),
    ("x = 1\n%%capture\ny = 2", Cost.MISPLACED),
]


@pytest.mark.parametrize(("text", "cost"), COSTS, ids=[text for text, _ in COSTS])
def test_what_it_costs_that_a_line_is_passed_over_is_known(text: str, cost: Cost) -> None:
    """What installs or shows costs nothing; what makes a file or a value costs whoever needs it."""
    _, (one,) = pass_over(text)
    assert one.cost is cost


MAGICS = ["%%capture", "%%time", "%%timeit", "%%writefile helpers.py", "%%prun", "%%some_extension", "%%capture out"]
ABOVE = ["import math\n", "# a comment\n", '"""A text."""\n\n', "%matplotlib inline\n", "%%time\nx = 1\n"]


@pytest.mark.parametrize("magic", MAGICS)
@pytest.mark.parametrize("above", ABOVE)
def test_misplaced_cell_magic_is_passed_over_where_it_stands(above: str, magic: str) -> None:
    """The lines keep their numbers, and the function below it is one."""
    text, (one,) = pass_over(f"{above}{magic}\ndef f(x):\n    return x")
    assert (one.text, one.line, one.cost) == (magic, above.count("\n") + 1, Cost.MISPLACED)
    python = text if not text.startswith("%") else text.partition("\n")[2]
    assert isinstance(ast.parse(python).body[-1], ast.FunctionDef)
    assert text.count("\n") == above.count("\n") + 2


def test_misplaced_magic_of_another_language_takes_what_is_below_it_along() -> None:
    """The function above it stays, and nothing below it is run as Python; inside a block it is one line."""
    text, (one,) = pass_over("def f(x):\n    return x\n%%bash\nls -l\necho 'it''s'")
    (function, nothing) = ast.parse(text).body
    assert isinstance(function, ast.FunctionDef) and isinstance(nothing, ast.Pass) and one.line == 3
    assert len(ast.parse(pass_over("def f(x):\n    %%time\n    return x")[0]).body) == 1


KEPT = ["%%writefile helpers.py\nanything", "\n%%file -a helpers.py\nanything", "%run helpers.py", "%run -i helpers"]


@pytest.mark.parametrize("text", KEPT)
def test_file_of_the_notebooks_own_is_written_and_run(text: str) -> None:
    """What writes or runs a file that the notebook uses itself is left as it is; of any other file it is passed over."""
    assert pass_over(text, frozenset({"helpers.py"})) == (text, ())
    assert len(pass_over(text, frozenset({"others.py"}))[1]) == 1
