"""The gate finds an answer that is handed out, however it is packed, and nothing where none is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from autograder.gate import handout as verify_handout
from autograder.gate import handout_callables
from autograder.gate.checks import Finding, Task, run_task
from autograder.gate.handout import Candidate, suspicious
from autograder.grading.grader import Grader, GradingSettings
from autograder.judge.proxy import Record
from autograder.sandbox import wire
from autograder.worker.session import Answer

from . import toy
from .conftest import DEADLINES
from .handmade import cell

PACKED = {
    "a function": "def plain(x):\n    return x + x",
    "a private function": "def _hidden(x):\n    return x + x",
    "a lambda": "short = lambda x: 2 * x",
    "a method": "class Kit:\n    def grow(self, x):\n        return 2 * x",
    "a static method": "class Kit:\n    @staticmethod\n    def grow(x):\n        return 2 * x",
    "a class method": "class Kit:\n    @classmethod\n    def grow(cls, x):\n        return 2 * x",
    "an object that is called": "class Kit:\n    def __call__(self, x):\n        return 2 * x",
    "a function in a function": "def outer(a, b, c):\n    def inner(x):\n        return 2 * x\n    return a",
    "a table of functions": "TABLE = {'grow': [None, lambda x: 2 * x]}",
    "what a factory returns": "def make():\n    k = 2\n    return lambda x: k * x",
    "what a factory returns for a text": "def make(name):\n    k = 2 if name else 3\n    return {'A': lambda x: k * x}",
    "what a factory returns for a text of its own": "NAMES = ('twice', 'thrice')\ndef make(name):\n"
    "    k = NAMES.index(name) + 2\n    return lambda x: k * x",
    "a part of the answer": "def both(x):\n    return x, {'grown': 2 * x}['grown']",
    "an entry of the answer": "def both(x):\n    return {'old': x, 'grown': 2 * x}",
}
ORDERED = {
    "the arguments turned round": "def f(b, a):\n    return a - b",
    "only one of them": "def f(a):\n    return a - 1.0",
}


@pytest.fixture
def handout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A handout with one package, importable here for the time of a test."""
    folder = tmp_path / toy.CONTENT / "handout"  # where a toy in the same folder looks for it
    (folder / "tools").mkdir(parents=True)
    (folder / "tools" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(folder))
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "tools"]:
        del sys.modules[name]


def _call(value: float, *arguments: float) -> Record:
    return Record("call", "asked", arguments, None, Answer(value, True, None))


@pytest.mark.parametrize("source", PACKED.values(), ids=PACKED.keys())
def test_an_answer_is_found_however_it_is_packed(handout: Path, source: str) -> None:
    """Public or private, nested or made by a factory: what answers the recorded calls is suspicious."""
    (handout / "tools" / "extra.py").write_text(source)
    given = handout_callables.callables(["tools.extra"])
    found = suspicious("asked", given, [[_call(4.0, 2.0)], [_call(-6.0, -3.0), _call(1.0, 0.5)]])
    assert found
    tools: dict[str, object] = {}
    exec(f"{handout_callables.TOOLS}\n{found[0].source('asked')}", tools)  # what the judge will be given
    assert tools["asked"](21.0) == 42.0  # type: ignore[operator]  # it has just been defined


@pytest.mark.parametrize("source", ORDERED.values(), ids=ORDERED.keys())
def test_an_answer_is_found_behind_other_arguments(handout: Path, source: str) -> None:
    """A function that takes the arguments in another order, or fewer of them, is an answer as well."""
    (handout / "tools" / "extra.py").write_text(source)
    given = handout_callables.callables(["tools.extra"])
    assert suspicious("asked", given, [[_call(4.0, 5.0, 1.0)], [_call(2.0, 3.0, 1.0)]])


def test_what_answers_nothing_is_not_suspicious(handout: Path) -> None:
    """Functions that raise, print, draw, return the input or never end in time are passed over."""
    text = "import matplotlib.pyplot as plt\nimport numpy as np\ndef f(x):\n    print(x)\n    raise ValueError\n"
    text += "def g(x):\n    return plt.subplots()[1]\ndef same(x):\n    return x\ndef grown(x):\n    return np.sum(x) + 1\n"
    (handout / "tools" / "extra.py").write_text(text)
    given = handout_callables.callables(["tools.extra"])
    assert len(given) == 4
    assert suspicious("asked", given, [[_call(4.0, 2.0)], [_call(-6.0, -3.0)], [_call(np.nan, 1.0)]]) == []


def _life() -> list[Record]:
    """Return what is recorded of one object of the class `asked`: the judge keeps an argument, makes the object, calls it."""
    made = Answer(wire.Opaque("asked", 2), True, None)
    return [
        Record("hold", "held", (np.ones(2),), None, Answer(wire.Opaque("held", 1), True, None), made=1),
        Record("call", "asked", (3.0,), None, made, made=2),
        Record("call", "asked.name", (), None, Answer("x", True, None), target=2),
        Record("call", "asked.double", (4.0,), None, Answer(8.0, True, None), target=2),
    ]


def test_a_class_is_suspicious_for_what_its_objects_answer(handout: Path) -> None:
    """One right method is enough; that an object can be made, and that the judge keeps arguments for it, is none."""
    method = "    def double(self, x):\n        return {} * x\n"
    text = f"class Right:\n    def __init__(self, n): pass\n{method.format(2)}"
    text += f"class Wrong:\n    def __init__(self, n): pass\n{method.format(3)}"
    text += f"class Unmade:\n    def __init__(self): pass\n{method.format(2)}\ndef f(x):\n    return x\n"
    (handout / "tools" / "extra.py").write_text(text)
    given = handout_callables.callables(["tools.extra"])
    assert {name.rpartition(".")[2] for name in given} >= {"Right", "Wrong", "Unmade", "f"}
    found = suspicious("asked", given, [_life(), _life()])
    assert [one.expression for one in found] == ["_module('tools.extra').Right"]


def test_the_bug_hunts_passes_fit_no_other_call() -> None:
    """A candidate for each right pass is there, and takes one argument, so that it fits no exercise of several."""
    given = handout_callables.callables(["lesson.suspects"])
    passes = [value for expression, value in given.items() if "suspects('ada')[" in expression]
    assert len(passes) == 6
    assert all(verify_handout._takes(one, 1) and not verify_handout._takes(one, 4) for one in passes)


def test_a_candidate_is_written_as_a_student_would() -> None:
    """The definition passes on what it is to pass on, and picks what counts."""
    assert Candidate("k.f").source("g") == "g = k.f"
    names = {"k": lambda a, b: {"it": a - b}}
    exec(Candidate("k", (1, 0), "it").source("g"), names)
    assert names["g"](1, 3) == 2  # type: ignore[call-arg]  # it has just been defined


def _findings(root: Path) -> tuple[Finding, ...]:
    """Run the gate's task on a toy course whose notebook imports the planted module."""
    cells = (cell("import numpy as np\nfrom tools import extra", "setup", **toy._LOCKED), *toy.CELLS[2:])
    course = toy.write_course(root, cells)
    with Grader(course.assignment(toy.NAME), GradingSettings(deadlines=DEADLINES, secret="s")) as grader:
        return run_task(Task(toy.NAME, "handout"), course, grader).findings


def test_a_planted_answer_closes_the_gate(handout: Path, tmp_path: Path) -> None:
    """An answer in the toy's handout is a finding that names it and what it earns; a helper that answers nothing is none."""
    (handout / "tools" / "extra.py").write_text(
        "def twice(values):\n    return values + values\ndef label(x):\n    return str(x)"
    )
    found = _findings(tmp_path)
    assert [one.place for one in found] == ["handout of toy: _module('tools.extra').twice"]
    assert "of double" in found[0].problem and "does not import" in found[0].remedy
