"""Answers of the right structure and the wrong content, against which every hidden test must hold; trusted side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from autograder.canonical import Canonical
from autograder.grading import Grader
from autograder.hidden import returns
from autograder.hidden.returns import Returns
from autograder.judge import Outcome

_LEAVES = {
    "None": "None",
    "a text": "'x'",
    "nan": "float('nan')",
    "an int": "7",
    "minus one": "-1",
    "True": "True",
    "an empty array": "np.array([])",
    "an array without examples": "np.zeros((2, 0))",
    "an infinite array": "np.full((1, 1), np.inf)",
    "a nan array": "np.full((1, 3), np.nan)",
    "a bool array": "np.zeros((2, 2), bool)",
    "an int array": "np.arange(6).reshape(2, 3)",
    "a 0-d array": "np.array(3.0)",
    "three dimensions": "np.ones((1, 7, 2))",
    "an empty list": "[]",
    "an empty dictionary": "{}",
    "an object": "object()",
}


def judge_garbage(grader: Grader, canonical: Canonical) -> Iterator[tuple[Outcome, str]]:
    """Judge every exercise with all its functions returning garbage, one kind of garbage at a time."""
    signatures = grader.judge.returns
    for label, leaf in _LEAVES.items():
        for exercise in grader.assignment.exercises:
            functions = [name for name in exercise.functions if name in signatures]
            if exercise.id not in grader.judge.exercises or not functions:
                continue
            lines = [f"def {name}(*_): return {_shaped(signatures[name], leaf)}" for name in functions]
            last = exercise.solution_cells[-1]
            cells = tuple(
                replace(cell, source=cell.source + "\n\n" + "\n".join(lines))
                if cell.origin and cell.origin.grade_id == last
                else cell
                for cell in canonical.cells
            )
            judged = grader.judge.judge(replace(canonical, cells=cells), "garbage", exercises=[exercise.id])
            for outcome in judged.outcomes[exercise.id]:
                yield outcome, label


def _shaped(spec: Returns, leaf: str) -> str:
    """Return the source text of a value of this structure with `leaf` in every place."""
    if isinstance(spec, returns.Tuple):
        return "(" + "".join(_shaped(item, leaf) + ", " for item in spec.items) + ")"
    if isinstance(spec, returns.Dict):
        keys = spec.keys or ("W1", "b1", "dW1", "db1")
        return "{" + ", ".join(f"{key!r}: {_shaped(spec.each, leaf)}" for key in keys) + "}"
    if isinstance(spec, returns.ListOf):
        return f"[{_shaped(spec.item, leaf)}, {_shaped(spec.item, leaf)}]"
    return f"[{leaf}, {leaf}]" if isinstance(spec, returns.Numbers) else leaf
