"""`autograder similar`: which answers are more alike than the class explains, for a person to read; trusted side."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.course.model import Assignment, Course
from autograder.errors import UsageError
from autograder.report.text import in_markup
from autograder.similarity.pairs import SAID, SimilarPair, similar_pairs
from autograder.simulation.copies import DISGUISES, measure
from autograder.submission.folder import read_submitted
from autograder.submission.read import Submission
from autograder.submission.student_text import in_spreadsheet
from autograder.whole_file import write_wanted

LOOKED = 0
TO_TERMINAL = "-"
HEADER = ("student", "other", "evidence in bits", "exercises")


@dataclass(frozen=True)
class SimilarOptions:
    """Where to write the pairs; or how large a made-up class to measure with."""

    json: Path | None = None
    csv: Path | None = None
    measure: bool = False
    students: int = 200
    copies: int = 40
    seed: int = 0


def run_similar(course: Course, name: str, options: SimilarOptions) -> int:
    """Print the pairs, or what the measurement found, and return the exit code; no score depends on it.

    Raises:
        UsageError: there is no such assignment, nothing was handed in, or a file cannot be written.
    """
    assignment = course.assignment(name)
    console = Console(stderr=TO_TERMINAL in (str(options.json), str(options.csv)))
    if options.measure:
        return _measure(console, assignment, options)
    submissions = list(handed_in(course, assignment))
    if not submissions:
        raise UsageError(f"Nothing is in {course.root / 'submitted'} for {name}: collect first.")
    with console.status(f"comparing {len(submissions)} submissions"):
        found = similar_pairs(assignment, submissions)
    for path, text in ((options.json, as_json(found)), (options.csv, as_csv(found))):
        if str(path) == TO_TERMINAL:
            print(text, end="")
        elif path is not None:
            write_wanted(path, text, "Choose another place with --json or --csv.")
    _print(console, found, len(submissions))
    return LOOKED


def handed_in(course: Course, assignment: Assignment) -> Iterator[Submission]:
    """Yield what every student handed in, as it is graded."""
    for folder in sorted((course.root / "submitted").glob(f"*/{assignment.name}")):
        if folder.is_dir():
            yield read_submitted(folder, assignment, folder.parent.name)


def as_json(found: Sequence[SimilarPair]) -> str:
    """Return the pairs as JSON."""
    return json.dumps([asdict(pair) for pair in found], indent=1) + "\n"


def as_csv(found: Sequence[SimilarPair]) -> str:
    """Return a row a pair, with a header."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for pair in found:
        one, other = map(in_spreadsheet, pair.students)
        writer.writerow((one, other, pair.bits, "; ".join(exercise.exercise for exercise in pair.exercises)))
    return text.getvalue()


def _print(console: Console, found: Sequence[SimilarPair], students: int) -> None:
    if not found:
        console.print(
            f"Of {students} submissions no two are more alike than stub, solution and class explain.", highlight=False
        )
        return
    table = Table(title=f"{len(found)} of {students * (students - 1) // 2:,} pairs to read", title_justify="left")
    for column in HEADER:
        table.add_column(column, justify="right" if column == HEADER[2] else "left")
    for pair in found:
        alike = ", ".join(f"{one.exercise or 'helpers'} {one.share:.0%}" for one in pair.exercises)
        table.add_row(*map(in_markup, pair.students), f"{pair.bits:.0f}", alike)
    console.print(table)
    console.print(SAID, highlight=False)


def _measure(console: Console, assignment: Assignment, options: SimilarOptions) -> int:
    """Print how many planted copies are found, by disguise, and how many pairs are named that are none."""
    with console.status(f"drawing and comparing {options.students} made-up submissions"):
        found = measure(assignment, options.students, options.copies, options.seed)
    table = Table(title=f"{assignment.name}: {options.students} made-up students, seed {options.seed}", title_justify="left")
    for column in ("disguise", "copies", "found"):
        table.add_column(column, justify="left" if column == "disguise" else "right")
    for kind in DISGUISES:
        table.add_row(kind, str(found.planted.get(kind, 0)), str(found.named.get(kind, 0)))
    console.print(table)
    planted, named = sum(found.planted.values()), sum(found.named.values())
    others = options.students * (options.students - 1) // 2 - planted
    console.print(
        f"{named} of {planted} copies found, {planted - named} missed; {found.false_pairs} of {others:,} other pairs named."
    )
    return LOOKED
