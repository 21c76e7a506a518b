"""Cells that stop: every report says which one, at which line, and why."""

from __future__ import annotations

import io
import json

import pytest
from rich.console import Console

from autograder.report.files import gradescope_json, json_text, junit_xml, markdown
from autograder.report.terminal import print_result
from autograder.result import Result

from .conftest import Grade, exercise, notes

RELU = "def relu(z):\n    return clip(z)\ndef relu_derivative(z):\n    return (z > 0) * 1.0"
HELPER = "\n\ndef clip(z):\n    return np.maximum(z, 0.0)"
STOPPED = {
    "1 +": "stopped at line 1, `1 +`: SyntaxError: invalid syntax (graded with Python 3.",
    "import sys\nsys.exit(2)": "stopped at line 2, `sys.exit(2)`: it ended the program (SystemExit: 2)",
    "import argparse\nargparse.ArgumentParser().parse_args(['--x'])": "stopped at line 2",
    "n = int(input('how many? '))": "stopped at line 1, `n = int(input('how many? '))`: ",
    "open('data.csv')": "stopped at line 1, `open('data.csv')`: [Errno 2] No such file or directory: 'data.csv'",
    "x = 1\nassert x == 2, 'x is not two'": "stopped at line 2, `assert x == 2, 'x is not two'`: AssertionError: x is not two",
    "def f():\n    raise NotImplementedError()\nf()": "stopped at line 2, `raise NotImplementedError()`: it needs f, which",
    "np.log(undefined_thing)": "stopped at line 1, `np.log(undefined_thing)`: NameError: name 'undefined_thing' is not defined",
}


def _terminal(result: Result) -> str:
    console = Console(width=500, record=True, file=io.StringIO())
    print_result(console, result)
    return console.export_text()


@pytest.mark.parametrize("text", STOPPED)
def test_the_exercise_names_the_own_cell_that_stopped_above_its_helper(grade: Grade, text: str) -> None:
    """The reason stands under the exercise and among the messages, and nothing else of the submission suffers."""
    result = grade({"relu_solution": RELU}, (text + HELPER,))
    message = next(one for one in result.messages if one.startswith("Your own cell 1 stopped"))
    assert STOPPED[text] in message, message
    said = "relu uses clip, which would be defined in your own cell 1; that cell stopped at line"
    assert any(note.startswith(said) for note in notes(result, "relu")), notes(result, "relu")
    assert {one.status for one in result.exercises if one.id != "relu"} == {"solved"}


def test_every_report_says_where_and_why(grade: Grade) -> None:
    """Terminal, JSON, JUnit, Markdown and Gradescope: the cell, the line and the reason."""
    result = grade({"relu_solution": RELU}, ("x = 1\nif x:\n    import pandas" + HELPER,))
    said = "Your own cell 1 stopped at line 3"
    assert said in _terminal(result) and said in json_text([result]) and said in junit_xml([result])
    assert said in markdown([result]) and said in json.loads(gradescope_json(result))["output"]
    for text in (_terminal(result), json_text([result]), junit_xml([result]), markdown([result]), gradescope_json(result)):
        assert "No module named" in text and "would be defined in your own cell 1" in text


def test_a_file_of_functions_that_stops_says_so_under_each_of_them(grade: Grade) -> None:
    """What was defined above the line is there; what stands below it is told where it would be."""
    plain = "import numpy as np\ndef tanh_derivative(z):\n    return 1 - np.tanh(z) ** 2\nopen('x.csv')\n" + RELU
    result = grade(plain=plain)
    assert exercise(result, "tanh_derivative").status == "solved"
    said = "relu is not defined: it would be defined in your file; that file stopped at line 4: [Errno 2] No such file"
    assert any(note.startswith(said) for note in notes(result, "relu")), notes(result, "relu")
    assert any(one.startswith("Your file stopped at line 4, `open('x.csv')`: ") for one in result.messages)


def test_an_answer_that_stops_is_told_by_its_exercise(grade: Grade) -> None:
    """The exercise's own note says the line; the submission's messages do not repeat it."""
    result = grade({"relu_solution": RELU.replace("clip(z)", "z * (z > 0)") + "\nprint(relu(undefined_thing))"})
    said = "The cell did not run to its end: it stopped at line 5, `print(relu(undefined_thing))`: NameError: name"
    assert (exercise(result, "relu").note or "").startswith(said)
    assert exercise(result, "relu").status == "solved" and not result.messages


def test_what_a_cell_raises_is_one_bounded_line(grade: Grade) -> None:
    """Whatever an exception says, it is cut, flat, and cannot steer a terminal or a page."""
    result = grade(None, ("raise ValueError('<b>\\n\\x1b[31m\\u202e' + 'x' * 10_000)",))
    (message,) = result.messages
    assert len(message) < 400 and message.isprintable()


def test_many_stopped_cells_are_counted_and_not_all_told(grade: Grade) -> None:
    """The first few say it all."""
    messages = grade(None, tuple(f"1 / 0  # {n}" for n in range(9))).messages
    assert messages[-1] == "And 5 more cells of your own stopped." and len(messages) == 5
