"""The course that is attacked: one exercise for each structure that an answer can have, and one that stays honestly solved."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.course.model import Course
from tests.engine import toy
from tests.engine.handmade import Cell, cell

KEPT = "kept"
MARK = "8675309"  # stands in every hidden input: what shows it has given an input away
SECRET = "the secret of the course under attack"


@dataclass(frozen=True)
class Target:
    """One exercise: its right answer, the structure it returns, an expression that must hold, and one for a drawn x."""

    name: str
    answer: str
    returns: str
    holds: str
    drawn: str


_BOTH = "compare.close(found[0], x - x.mean()); compare.number(found[1], float(x.mean()))"
TARGETS = (
    Target("total", "def total(x):\n    return float(np.sum(x ** 2))", "Number()",
           "compare.number(student.total(HIDDEN), float(np.sum(HIDDEN ** 2)))",
           "compare.number(student.total(x), float(np.sum(x ** 2)))"),
    Target("centre", "def centre(x):\n    return x - x.mean()", "Array()",
           "compare.close(student.centre(HIDDEN), HIDDEN - HIDDEN.mean())",
           "compare.close(student.centre(x), x - x.mean())"),
    Target("parts", "def parts(x):\n    return {'W': 2 * x, 'b': x.sum(keepdims=True)}", "Dict(('W', 'b'))",
           "compare.close(student.parts(HIDDEN)['W'], 2 * HIDDEN)",
           "found = student.parts(x); compare.close(found['W'], 2 * x); compare.close(found['b'], x.sum(keepdims=True))"),
    Target("both", "def both(x):\n    return x - x.mean(), float(x.mean())", "Tuple((Array(), Number()))",
           f"x = HIDDEN; found = student.both(x); {_BOTH}", f"found = student.both(x); {_BOTH}"),
    Target("history", "def history(x):\n    return [float(v) / 2 for v in x]", "Numbers()",
           "compare.close(np.array(student.history(HIDDEN)), HIDDEN / 2)",
           "compare.close(np.array(student.history(x)), x / 2)"),
    Target("rows", "def rows(x):\n    return [x, 2 * x]", "ListOf(Array())",
           "compare.holds(len(found := student.rows(HIDDEN)) == 2, 'two'); compare.close(found[1], 2 * HIDDEN)",
           "compare.holds(len(found := student.rows(x)) == 2, 'two'); compare.close(found[1], 2 * x)"),
    Target("positive", "def positive(x):\n    return bool(x.sum() > 0)", "Truth()",
           "compare.holds(student.positive(HIDDEN) and not student.positive(-HIDDEN), 'it is told by the sign')",
           "s = x.sum() ** 2 + 1; y = np.array([s]); "
           "compare.holds(student.positive(y) and not student.positive(-y), 'it is told by the sign')"),
    Target("count", "def count(x):\n    return int(x.size)", "Whole()",
           "compare.holds(student.count(HIDDEN) == 3 and student.count(HIDDEN[:1]) == 1, 'all are counted')",
           "n = int(abs(x[0]) * 1000) + 7; compare.holds(student.count(np.ones(n)) == n, 'all are counted')"),
    Target("free", "def free(x):\n    return 3 * x", "Anything()",
           "compare.close(student.free(HIDDEN), 3 * HIDDEN)", "compare.close(student.free(x), 3 * x)"),
    Target("chain", "def chain(x):\n    return float(np.sum(centre(x) ** 2))", "Number()",
           "compare.number(student.chain(HIDDEN), float(np.sum((HIDDEN - HIDDEN.mean()) ** 2)))",
           "compare.number(student.chain(x), float(np.sum((x - x.mean()) ** 2)))"),
    Target("Counter",
           "class Counter:\n    def __init__(self, start):\n        self.value = start\n"
           "    def step(self, x):\n        self.value = self.value + float(x)\n        return self.value", "Instance()",
           "one = student.Counter(8675309.0); one.step(1.0); compare.number(one.step(2.0), 8675312.0)",
           "one = student.Counter(float(x[0])); compare.number(one.step(float(x[1])), float(x[0]) + float(x[1]))"),
    Target(KEPT, "def kept(x):\n    return x + 1.0", "Number()",
           "compare.number(student.kept(8675309.0), 8675310.0)",
           "compare.number(student.kept(float(x[0])), float(x[0]) + 1.0)"),
    Target("spelled", "def spelled(x):\n    return ' '.join(f'{v:.3f}' for v in x)", "Text()",
           "compare.same(student.spelled(HIDDEN), '8675309.000 1.500 -2.250')",
           "compare.same(student.spelled(x), ' '.join(f'{v:.3f}' for v in x))"),
    Target("wholes", "def wholes(x):\n    return {int(v) for v in x}", "SetOf(Whole())",
           "compare.same(student.wholes(HIDDEN), {8675309, 1, -2})",
           "compare.same(student.wholes(100 * x), {int(v) for v in 100 * x})"),
    Target("facts", "def facts(x):\n    return {'n': x.size, 'unit': 'm', 'values': x.tolist()}",
           "Record({'n': Whole(), 'unit': Text(), 'values': Numbers()})",
           "compare.same(student.facts(HIDDEN), {'n': 3, 'unit': 'm', 'values': HIDDEN.tolist()})",
           "compare.same(student.facts(x), {'n': 3, 'unit': 'm', 'values': x.tolist()})"),
    Target("root", "def root(v):\n    return None if v < 0 else float(np.sqrt(v))", "Maybe(Number())",
           "compare.same(student.root(-8675309.0), None); compare.same(student.root(8675309.0), 8675309.0 ** 0.5)",
           "v = float(x[0]) ** 2 + 1; compare.same(student.root(-v), None); compare.same(student.root(v), v ** 0.5)"),
    Target("pairs", "def pairs(x):\n    return ((float(v), 2.0 * float(v)) for v in x)", "Stream(Tuple((Number(), Number())))",
           "compare.same(student.take(student.pairs(HIDDEN), 9), [(v, 2 * v) for v in HIDDEN.tolist()])",
           "compare.same(student.take(student.pairs(x), 2), [(v, 2 * v) for v in x[:2].tolist()])"),
    Target("plain", "def plain(x):\n    return {'all': [x.tolist(), (True, None)], 'mean': float(x.mean())}", "Anything()",
           "compare.same(student.plain(HIDDEN), {'all': [HIDDEN.tolist(), (True, None)], 'mean': float(HIDDEN.mean())})",
           "compare.same(student.plain(x), {'all': [x.tolist(), (True, None)], 'mean': float(x.mean())})"),
    Target("slope", "def slope(x):\n    return 2.0 * x", "Array()",
           "compare.gradient(student.slope(HIDDEN), 2.0 * HIDDEN)",
           "compare.gradient(student.slope(x), 2.0 * x)"),
    Target("drawn", "def drawn(x, rng):\n    return rng.permutation(x)", "Array()",
           "known = HIDDEN.tolist(); compare.same(sorted(known.index(v) for v in student.drawn(HIDDEN, Rng(7))), [0, 1, 2])",
           "known = x.tolist(); compare.same(sorted(known.index(v) for v in student.drawn(x, Rng(8))), [0, 1, 2])"),
)  # fmt: skip
OTHERS = (
    "spelled",
    "wholes",
    "facts",
    "root",
    "pairs",
    "plain",
    "slope",
    "drawn",
)  # structures that only attacks of their own are played `at`
NAMES = tuple(one.name for one in TARGETS)
ATTACKED = tuple(name for name in NAMES if name not in (KEPT, *OTHERS))

_TEST = '''
import numpy as np

from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import properties, purity, values

HIDDEN = np.array([8675309.0, 1.5, -2.25])
{upstream}

@values
def test_hidden_input(student):
    """It is right for a fixed input."""
    {holds}


@values
def test_drawn_input(student, rng):
    """It is right for a drawn input."""
    x = rng.normal(size=3)
    {drawn}
'''
_VISIBLE = "assert np.isfinite(1.0)"
_MISTAKES = '''
import numpy as np


def total__mean(x):
    """Is a mean a sum?"""
    return float(np.mean(x ** 2))


def centre__not_centred(x):
    """What is the mean of the answer?"""
    return x


def history__not_halved(x):
    """What is half of 2?"""
    return list(x)
'''


def _cells() -> tuple[Cell, ...]:
    cells = [cell("import numpy as np", "setup", **toy._LOCKED)]
    for one in TARGETS:
        lines = one.answer.split("\n")
        body = textwrap.indent("### BEGIN SOLUTION\n" + textwrap.dedent("\n".join(lines[1:])) + "\n### END SOLUTION", "    ")
        cells.append(cell(f"{lines[0]}\n{body}", f"{one.name}_solution", **toy._SOLUTION))
        cells.append(cell(_VISIBLE, one.name, points=4, **toy._CHECKS))
    return tuple(cells)


def _files() -> Mapping[str, str]:
    kinds = "Anything, Array, Dict, Instance, ListOf, Maybe, Number, Numbers, Record, SetOf, Stream, Text, Truth, Tuple, Whole"
    returns = ",\n    ".join(f"{one.name!r}: {one.returns}" for one in TARGETS)
    signatures = (
        f"from autograder.testing.returns import {kinds}\n\nRETURNS = {{\n    {returns},\n    'Counter.step': Number(),\n}}\n"
    )
    files = {"signatures.py": signatures, "mistakes.py": _MISTAKES}
    for one in TARGETS:
        upstream = 'UPSTREAM = {"centre": lambda x: x - x.mean()}\n' if one.name == "chain" else ""
        files[f"test_{one.name}.py"] = _TEST.format(upstream=upstream, holds=one.holds, drawn=one.drawn)
    return files


def write_target(root: Path) -> Course:
    """Write the course, readable for everybody but for nobody's worker."""
    return toy.write_course(root, _cells(), _files())
