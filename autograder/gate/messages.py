"""What a student who makes a known mistake reads at the desk and on the page, as text that a person approved; trusted side.

For the first mistakes of each exercise the visible checks are run, and every line that fails is kept as it was shown. The page
asks the mistake's own question: that it is recognised is held elsewhere in the gate. `messages.txt`, in the assignment's
folder, is what was read and found good; whatever changes has to be read again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course import bank
from autograder.course.model import Assignment, Exercise
from autograder.gate.files import Problem
from autograder.gate.visible import visible_session
from autograder.grading.grader import Grader

FILE = "messages.txt"
MOST_MISTAKES = 20  # of an exercise: those that stand first in the bank
SHOWN = 3  # of the lines that fail, the first ones: nobody reads further before he mends something
MOST_ALIKE = 2  # a sentence that stands in more lines of one table says nothing new in the later ones
ABOVE = "the same as above"  # what a table says of a line whose sentence stood in two others
_ROW = re.compile(r"^  (\S) (.*)$")


@dataclass(frozen=True)
class Line:
    """One check that failed: the call, and what was said of it."""

    call: str
    note: str


@dataclass(frozen=True)
class Message:
    """What is read of one mistake: the lines that fail at the desk, and the question on the page."""

    exercise: str
    mistake: str
    desk: tuple[Line, ...]
    page: str


def messages(grader: Grader, exercises: Sequence[Exercise] | None = None) -> Iterator[Message]:
    """Yield what is said of the first known mistakes of these exercises, or of all, in the notebook's order."""
    assignment = grader.assignment
    entries = bank.read_bank(assignment.hidden, bank.MISTAKES)
    with visible_session(grader) as shown:
        for exercise in assignment.exercises if exercises is None else exercises:
            for entry in bank.entries_for(entries, exercise.functions)[:MOST_MISTAKES]:
                text = shown(entry.source, assignment.by_id[exercise.id].source)
                yield Message(exercise.id, entry.name, tuple(_failed(text)), entry.text)


def as_text(found: Sequence[Message]) -> str:
    """Return the messages as they are kept: a paragraph a mistake."""
    parts = []
    for one in found:
        lines = [f"{one.exercise}: {one.mistake.partition('__')[2].replace('_', ' ')}"]
        lines += [f"  desk  {line.call}\n        {line.note}" for line in one.desk[:SHOWN]] or ["  desk  nothing fails"]
        more = len(one.desk) - SHOWN
        lines += [f"        and {more} more"] if more > 0 else []
        parts.append("\n".join([*lines, f"  page  {one.page}"]))
    return "\n\n".join(parts) + "\n"


def approved_file(assignment: Assignment) -> Path:
    """Return where the approved text of an assignment stands."""
    return assignment.hidden / FILE


def check_messages(found: Sequence[Message]) -> Iterator[Problem]:
    """Yield each message that repeats itself within one table, or says nothing at all."""
    for one in found:
        place = f"{one.exercise}: {one.mistake}"
        for note, times in Counter(line.note for line in one.desk).items():
            if not note:
                yield place, "fails a visible check without a word", "Say what is different."
            elif times > MOST_ALIKE and note != ABOVE:
                problem = f"reads one sentence {times} times: {note[:120]!r}"
                yield place, problem, "Say it once, and what the other lines have in common."


def _failed(text: str) -> Iterator[Line]:
    """Yield the rows of a table that are marked as wrong, with the line below them."""
    lines = text.split("\n")
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        row = _ROW.match(line)
        if row and row[1] in "✗x":
            call = row[2].partition("   (")[0]
            yield Line(call, below.strip() if below.startswith("      ") else "")
