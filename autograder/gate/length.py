"""How long a notebook is for a student: words, minutes, and how long nothing but reading is asked for; trusted side.

The minutes are a model, not a measurement, and the same for every notebook: a beginner reads `WORDS_A_MINUTE` words of this
kind of text, and spends on everything else what `MINUTES` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.course.model import Assignment, Course, SourceCell
from autograder.gate.files import Problem

WORDS_A_MINUTE = 130
LINES_A_MINUTE = 15  # of code that is given, to be read once
MINUTES = {"formula": 0.5, "prediction": 2.0, "study": 1.5, "exercise": 4.0, "line": 1.0}  # a line: of the solution
ROUNDED_TO = 5
MOST_WORDS, MOST_CELLS, MOST_WORDS_A_TASK = 250, 6, 300
TIME = re.compile(r"\*\*Time\*\*: about (\d+) minutes")
_FORMULA = re.compile(r"\$\$.*?\$\$", re.DOTALL)
_INLINE = re.compile(r"\$[^$\n]+\$|`[^`\n]+`")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_REGION = re.compile(r"^[^\n]*BEGIN SOLUTION(.*?)^[^\n]*END SOLUTION[^\n]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Length:
    """What one notebook asks of a student."""

    notebook: str
    minutes: int
    words: int
    tasks: int
    gap_words: int  # the most words between two things that the student does
    gap_cells: int  # the most cells

    @property
    def words_a_task(self) -> int:
        """How much is read for each thing that is done."""
        return round(self.words / max(self.tasks, 1))


def measure(assignment: Assignment) -> Length:
    """Count one notebook."""
    words = sum(_words(_shown(cell)) for cell in assignment.cells if cell.kind == "markdown")
    gaps = list(_gaps(assignment))
    cells = _without_numbers(assignment.cells)
    minutes = words / WORDS_A_MINUTE + sum(map(_minutes, cells))
    return Length(
        assignment.name,
        ROUNDED_TO * max(round(minutes / ROUNDED_TO), 1),
        words,
        sum(map(_is_task, cells)),
        max(gap[0] for gap in gaps),
        max(gap[1] for gap in gaps),
    )


def length_table(course: Course) -> str:
    """Return a row a notebook; what is above a limit is set in bold."""
    lines = [
        "| notebook | minutes | words | tasks | words a task | longest gap: words | cells |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name in (*course.names(), *course.ungraded()):
        one = measure(course.assignment(name))
        numbers = (
            _marked(one.words_a_task, MOST_WORDS_A_TASK),
            _marked(one.gap_words, MOST_WORDS),
            _marked(one.gap_cells, MOST_CELLS),
        )
        lines.append(f"| {one.notebook} | {one.minutes} | {one.words} | {one.tasks} | {' | '.join(numbers)} |")
    return "\n".join(lines) + "\n"


def check_times(course: Course) -> Iterator[Problem]:
    """Yield each notebook whose first cell states another time than the model's; stating none is no fault."""
    for name in (*course.names(), *course.ungraded()):
        assignment = course.assignment(name)
        found = TIME.search(assignment.cells[0].source) if assignment.cells else None
        minutes = measure(assignment).minutes
        if found and int(found[1]) != minutes:
            remedy = f"Write about {minutes} minutes there, and run `autograder build {name}`."
            yield f"{name}: first cell", f"says that it takes about {found[1]} minutes, and the count says {minutes}", remedy


def _marked(number: int, most: int) -> str:
    return f"**{number}**" if number > most else str(number)


def _without_numbers(cells: Sequence[SourceCell]) -> list[SourceCell]:
    """Leave out the cells that take a written prediction's number: they are part of the prediction above them."""
    pairs = zip([None, *cells], cells, strict=False)
    return [
        cell
        for before, cell in pairs
        if before is None or not (before.kind == "markdown" and before.solution and cell.kind == "code" and _is_free(cell))
    ]


def _is_free(cell: SourceCell) -> bool:
    """Is this an unlocked cell to try something in, or to guess?"""
    return cell.kind == "code" and not cell.locked and not cell.solution


def _is_task(cell: SourceCell) -> bool:
    """Does the student write something here: an exercise, a prediction, a guess, a try of his own?"""
    return cell.solution or (cell.kind == "code" and not cell.locked)


def _gaps(assignment: Assignment) -> Iterator[tuple[int, int]]:
    """Yield the words and cells from each thing that the student does to the next, and from the last to the end."""
    words = cells = 0
    for cell in assignment.cells:
        if _is_task(cell):
            yield words, cells
            words = cells = 0
        else:
            cells += 1
            words += _words(cell.source) if cell.kind == "markdown" else 0
    yield words, cells


def _shown(cell: SourceCell) -> str:
    return _REGION.sub("", cell.source)


def _words(text: str) -> int:
    """Count words; a formula within a line or a piece of code counts as one, a formula on lines of its own as none."""
    return len(_WORD.findall(_INLINE.sub("x", _FORMULA.sub("", text))))


def _minutes(cell: SourceCell) -> float:
    """Return the time beyond reading prose that a cell takes."""
    if cell.kind == "markdown":
        return len(_FORMULA.findall(cell.source)) * MINUTES["formula"] + (MINUTES["prediction"] if cell.solution else 0.0)
    if cell.solution:
        return MINUTES["exercise"] + MINUTES["line"] * sum(_lines(region) for region in _REGION.findall(cell.source))
    if cell.grade:
        return 1.0  # to run the checks, and read what they say
    if not cell.locked:
        return MINUTES["prediction"]
    return MINUTES["study"] if cell.study else _lines(cell.source) / LINES_A_MINUTE


def _lines(code: str) -> int:
    return sum(bool(line.strip()) for line in code.split("\n"))
