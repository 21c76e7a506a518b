"""Lines that only a notebook server can run are passed over; what works stays; what only looks like one is left alone."""

from __future__ import annotations

import ast

import pytest

from autograder.submission.notebook_syntax import pass_over

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
    assert len(gone) == 1 and gone[0].split()[0] == line.split()[0]
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
    assert gone == (magic,) and isinstance(ast.parse(text).body[0], ast.FunctionDef)


@pytest.mark.parametrize("magic", ["%%bash", "%%html", "%%javascript", "%%some_extension"])
def test_cell_that_is_no_python_is_passed_over_whole(magic: str) -> None:
    """Nothing of it is run as Python."""
    text, gone = pass_over(f"{magic}\nls -l\necho 'it''s'")
    assert gone == (magic,) and ast.parse(text).body == []
