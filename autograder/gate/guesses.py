"""The part of the release gate that holds a notebook's questions against what its solution shows; trusted side."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence

from autograder.course.guesses import FILE, PREFIX, Question, guess_in, read_questions
from autograder.course.model import Assignment
from autograder.gate.files import Problem
from autograder.worker.cell_outcome import CellOutcome

_SAID = re.compile(r"^(\w+): (\S+).* {3}\(")  # as the handout's lesson.guesses.beside prints it


def check_guesses(assignment: Assignment, outcomes: Sequence[CellOutcome]) -> Iterator[Problem]:
    """Every question has its blank cell, what its truth says is what the solution showed, and no guess is without a question.

    `outcomes` are those of the source notebook's code cells.
    """
    questions = {question.cell: question for question in read_questions(assignment)}
    if not questions:
        return  # no report reads this notebook's guesses
    cells = [cell for cell in assignment.cells if cell.kind == "code"]
    asked = {str(cell.grade_id): cell for cell in cells if str(cell.grade_id).startswith(PREFIX)}
    for name in sorted(asked.keys() - questions.keys()):
        yield f"{assignment.name}: {name}", "is a guess that no report reads", f"Say in {FILE} what it asks and what happens."
    shown = _shown(questions, outcomes)
    for name, question in questions.items():
        place = f"{assignment.name}/{FILE}: [{question.name}]"
        cell = asked.get(name)
        if cell is None:
            yield place, f"has no cell {name}", f"Put an unlocked code cell {name} before the figure, tagged study."
        elif cell.locked or not cell.study or not _is_blank(cell.source, name):
            yield place, f"has a cell {name} that is no blank", f"Make it unlocked, tagged study, with `{name} = ...` in it."
        elif question.name not in shown:
            remedy = f'Call lesson.guesses.beside("{question.name}", {name}, ...) in the study.'
            yield place, "is never shown beside what happened", remedy
        elif not _agrees(question, shown[question.name]):
            problem = f"says {question.truth}, and the solution shows {shown[question.name]}"
            yield place, problem, "Measure it again, over several seeds, and mend the one that is wrong."


def _shown(questions: Mapping[str, Question], outcomes: Sequence[CellOutcome]) -> dict[str, str]:
    """Return what the studies printed of each question: its name, a colon, and what happened."""
    lines = (line for one in outcomes for output in one.outputs for line in str(output.get("text", "")).split("\n"))
    found = {}
    names = {question.name: question for question in questions.values()}
    for line in lines:
        said = _SAID.match(line)
        if said and said[1] in names:
            rest = line.partition(": ")[2]
            choice = next((one for one in names[said[1]].choices if rest.startswith(f"{one} ")), None)
            found[said[1]] = choice or said[2].replace(",", "")
    return found


def _agrees(question: Question, shown: str) -> bool:
    guess = guess_in(question, [f"{question.cell} = {shown!r}"])
    return guess is not None and question.is_right(guess)


def _is_blank(source: str, name: str) -> bool:
    """Is the cell `name = ...` and nothing else but a comment?"""
    try:
        (only,) = ast.parse(source).body
    except (SyntaxError, ValueError):
        return False
    return ast.unparse(only) == f"{name} = ..."
