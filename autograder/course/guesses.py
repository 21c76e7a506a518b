"""The questions that a notebook asks before its figures, and what became of them; trusted side.

`guesses.toml`, in an assignment's folder, holds a table a question: what is asked, in which unit or of which choices, and what
happened when the solution was run. The student's guess stands in the cell `guess_NAME`, as `guess_NAME = 84`.
"""

from __future__ import annotations

import ast
import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.course.model import Assignment
from autograder.errors import UsageError

FILE = "guesses.toml"
PREFIX = "guess_"
_MOST_DIGITS = 300  # beyond it a number is no guess, and no float


@dataclass(frozen=True)
class Question:
    """One question; `truth` is what happened, and a number within `near` of it counts as right."""

    name: str
    asks: str
    truth: float | str
    near: float = 0.0
    unit: str = ""
    choices: tuple[str, ...] = ()

    @property
    def cell(self) -> str:
        """The grade_id of the cell with the guess, which is also the name of the variable."""
        return f"{PREFIX}{self.name}"

    def is_right(self, guess: float | str) -> bool:
        """Is this guess what happened, or near enough?"""
        if isinstance(self.truth, str) or isinstance(guess, str):
            return guess == self.truth
        return abs(guess - self.truth) <= self.near * (1 + 1e-9)


def read_questions(assignment: Assignment) -> tuple[Question, ...]:
    """Return an assignment's questions in the order of its notebook; none where it asks none.

    Raises:
        UsageError: the file cannot be read, or an entry is not what it should be.
    """
    path = assignment.hidden / FILE
    try:
        tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    order = {cell.grade_id: place for place, cell in enumerate(assignment.cells)}
    found = [_question(str(path), name, table) for name, table in tables.items()]
    return tuple(sorted(found, key=lambda one: order.get(one.cell, len(order))))


def guess_in(question: Question, sources: Sequence[str]) -> float | str | None:
    """Return what these cells give as the guess: the last that can be read, or None where there is none.

    Nothing is run: a guess is a number or a text that stands there. A percent sign in a text is passed over, and a
    choice may be written in any case.
    """
    guess: float | str | None = None
    for source in sources:
        for value in _assigned(source, question.cell):
            read = _as_guess(question, value)
            guess = read if read is not None else guess
    return guess


def has_text(question: Question, source: str) -> bool:
    """Does a cell hold something else than the blank that was handed out?"""
    values = _assigned(source, question.cell)
    return any(value is not ... for value in values) or (not values and bool(source.strip()))


def _question(path: str, name: str, table: object) -> Question:
    remedy = f"{path}: [{name}] needs `asks`, `truth`, and either `near` (with `unit`) or `choices`"
    if not isinstance(table, Mapping) or not {"asks", "truth"} <= set(table) <= {"asks", "truth", "near", "unit", "choices"}:
        raise UsageError(f"{remedy}, and nothing else.")
    choices = tuple(str(one) for one in table.get("choices", ()))
    truth = table["truth"]
    if choices:
        if str(truth) not in choices:
            raise UsageError(f"{path}: [{name}] has a truth that is none of its choices.")
        return Question(name, str(table["asks"]), str(truth), choices=choices)
    if isinstance(truth, bool) or not isinstance(truth, int | float) or "near" not in table:
        raise UsageError(f"{remedy}.")
    return Question(name, str(table["asks"]), float(truth), float(table["near"]), str(table.get("unit", "")))


def _assigned(source: str, name: str) -> list[object]:
    """Return the plain values that a cell assigns to a name; what is computed, or does not parse, is none."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    values = []
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == name for one in node.targets):
            try:
                values.append(ast.literal_eval(node.value))
            except (ValueError, TypeError, RecursionError, MemoryError, SyntaxError):
                values.append(None)
    return values


def _as_guess(question: Question, value: object) -> float | str | None:
    """Return a value as a guess of this question, or None where it is none."""
    if isinstance(value, int) and abs(value) > 10**_MOST_DIGITS:
        return None  # Python refuses to write a longer one out
    if question.choices:
        text = str(value).strip().casefold() if isinstance(value, str | int | float) and len(str(value)[:99]) < 99 else ""
        return next((one for one in question.choices if one.casefold() == text), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value.strip().rstrip("%") if isinstance(value, str) else value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
