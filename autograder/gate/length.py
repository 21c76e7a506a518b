"""How long a notebook is for a student: words, minutes, and how much is read between two things to do; trusted side.

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
OPTIONAL = re.compile(r"about (\d+) minutes, worth no points")
_FORMULA = re.compile(r"\$\$.*?\$\$", re.DOTALL)
_INLINE = re.compile(r"\$[^$\n]+\$|`[^`\n]+`")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_REGION = re.compile(r"^[^\n]*BEGIN SOLUTION(.*?)^[^\n]*END SOLUTION[^\n]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Length:
    """What one notebook asks of a student."""

    notebook: str
    minutes: int
    optional: int  # minutes more, for who does what is worth no points as well
    words: int
    tasks: int
    gap_words: int  # the most words between two things that the student does
    gap_cells: int  # the most cells

    @property
    def words_a_task(self) -> int:
        """How much is read for each thing that is done."""
        return round(self.words / max(self.tasks, 1))


@dataclass(frozen=True)
class Gap:
    """What lies between two things that the student does."""

    words: int
    cells: int
    ends_at: str


def measure(assignment: Assignment) -> Length:
    """Count one notebook."""
    gaps = list(_gaps(assignment))
    cells = _without_numbers(assignment.cells)
    asked = _without_optional(assignment, cells)
    optional = [cell for cell in cells if cell not in asked]
    return Length(
        assignment.name,
        max(_taken(asked), ROUNDED_TO),
        max(_taken(optional), ROUNDED_TO) if optional else 0,
        sum(map(_reading, assignment.cells)),
        sum(map(_is_task, cells)),
        max(gap.words for gap in gaps),
        max(gap.cells for gap in gaps),
    )


def length_table(course: Course) -> str:
    """Return a row a notebook; what is above a limit is set in bold."""
    lines = [
        "| notebook | minutes | optional | words | tasks | words a task | longest gap: words | cells |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name in (*course.names(), *course.ungraded()):
        one = measure(course.assignment(name))
        numbers = (
            _marked(one.words_a_task, MOST_WORDS_A_TASK),
            _marked(one.gap_words, MOST_WORDS),
            _marked(one.gap_cells, MOST_CELLS),
        )
        minutes = f"{one.minutes} | {one.optional or '-'}"
        lines.append(f"| {one.notebook} | {minutes} | {one.words} | {one.tasks} | {' | '.join(numbers)} |")
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
        wanted = [match[1] for cell in assignment.cells for match in OPTIONAL.finditer(cell.source) if cell.kind == "markdown"]
        optional = measure(assignment).optional
        if wanted and sum(map(int, wanted)) != optional:
            problem = f"says that it takes about {' and '.join(wanted)} minutes more, and the count says {optional}"
            yield f"{name}: what is worth no points", problem, f"Write about {optional} minutes there, and build it again."


def check_gaps(course: Course) -> Iterator[Problem]:
    """Yield each notebook that states its time and asks for too much reading in a row; a notebook that states none is free."""
    for name in (*course.names(), *course.ungraded()):
        assignment = course.assignment(name)
        if not assignment.cells or not TIME.search(assignment.cells[0].source):
            continue
        for gap in _gaps(assignment):
            if gap.words > MOST_WORDS or gap.cells > MOST_CELLS:
                problem = (
                    f"{gap.words} words and {gap.cells} cells without anything to do: at most {MOST_WORDS} and {MOST_CELLS}"
                )
                yield f"{name}: before {gap.ends_at}", problem, "Say it shorter, or let the student guess or fill in something."
        if (many := measure(assignment).words_a_task) > MOST_WORDS_A_TASK:
            yield name, f"{many} words a task: at most {MOST_WORDS_A_TASK}", "Say it shorter, or make a second notebook of it."


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


def _without_optional(assignment: Assignment, cells: Sequence[SourceCell]) -> list[SourceCell]:
    """Leave out what leads to an exercise worth nothing, in a notebook that gives points: who skips it needs no time for it."""
    free = {exercise.id for exercise in assignment.exercises if not exercise.points} if assignment.points else set()
    kept: list[SourceCell] = []
    since: list[SourceCell] = []  # the last visible checks
    for cell in cells:
        since.append(cell)
        if cell.grade and not cell.solution:
            kept += [] if cell.grade_id in free else since
            since = []
    return kept + since


def _taken(cells: Sequence[SourceCell]) -> int:
    """Return the minutes that these cells take, rounded."""
    return ROUNDED_TO * round(sum(_reading(cell) / WORDS_A_MINUTE + _minutes(cell) for cell in cells) / ROUNDED_TO)


def _reading(cell: SourceCell) -> int:
    return _words(_shown(cell)) if cell.kind == "markdown" else 0


def _is_free(cell: SourceCell) -> bool:
    """Is this an unlocked cell to try something in, or to guess?"""
    return cell.kind == "code" and not cell.locked and not cell.solution


def _is_task(cell: SourceCell) -> bool:
    """Does the student write something here: an exercise, a prediction, a guess, a try of his own?"""
    return cell.solution or (cell.kind == "code" and not cell.locked)


def _gaps(assignment: Assignment) -> Iterator[Gap]:
    """Yield what lies between each thing that the student does and the next, and from the last to the end."""
    words = cells = 0
    for cell in assignment.cells:
        if _is_task(cell):
            yield Gap(words, cells, cell.grade_id or "an answer")
            words = cells = 0
        else:
            cells += 1
            words += _words(cell.source) if cell.kind == "markdown" else 0
    yield Gap(words, cells, "the end")


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
    """Count lines with a word in them; a bracket that stands alone only closes what is counted already."""
    return sum(bool(_WORD.search(line)) for line in code.split("\n"))
