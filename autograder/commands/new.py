"""`autograder new`: a course, an exercise to fill in, or a term that begins, and what comes next; trusted side."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from autograder.course.model import Course
from autograder.course.secret import VARIABLE
from autograder.gate.floors import KINDS, MISTAKES, PLACEHOLDER, VARIANTS
from autograder.report.text import in_markup
from autograder.scaffold.course import new_course
from autograder.scaffold.exercise import new_exercise
from autograder.term.new_term import begin_new_term


def run_new_course(parent: Path, name: str, title: str | None) -> int:
    """Make a course, say what was made and what comes next, and return the exit code."""
    console = Console(highlight=False)
    made = new_course(parent, name, title)
    _list(console, "Made:", made)
    console.print(f"\nNext: [bold]cd {in_markup(_shown(parent / name))}[/bold], then")
    console.print("  [bold]autograder new exercise ASSIGNMENT NAME[/bold]")
    return 0


def run_new_exercise(course: Course, assignment: str, name: str, points: float) -> int:
    """Make an exercise, say what is to be filled in, and return the exit code."""
    console = Console(highlight=False)
    made = new_exercise(course, assignment, name, points)
    _list(console, f"{name} is there, and runs as it stands. Replace each place that says {PLACEHOLDER} in:", made)
    console.print(
        f"\nThe gate asks for {MISTAKES} mistakes, {VARIANTS} variants, tests of {KINDS} kinds, a question as hint. Next:\n"
        f"  [bold]autograder build {assignment}[/bold]    after every edit of the notebook or its pair\n"
        f"  [bold]autograder verify {assignment}[/bold]   says what is missing or wrong",
        soft_wrap=True,
    )
    return 0


def run_new_term(course: Course, name: str) -> int:
    """Begin a new term, say where the last one lies and what comes next, and return the exit code."""
    console = Console(highlight=False)
    begun = begin_new_term(course, name)
    console.print(
        f"{', '.join(begun.moved)} went to {in_markup(_shown(begun.archive))}, which only you can read.", soft_wrap=True
    )
    secret = f"The secret stands in {VARIABLE}: set a new one there." if begun.kept_secret else "The course has a fresh secret."
    console.print(secret, soft_wrap=True)
    console.print(
        "Next: a new term.toml with this term's due dates, then autograder build and autograder verify.", soft_wrap=True
    )
    return 0


def _list(console: Console, title: str, paths: Sequence[Path]) -> None:
    console.print(title, soft_wrap=True)
    for path in paths:
        console.print(f"  {in_markup(_shown(path))}", soft_wrap=True)


def _shown(path: Path) -> str:
    where = os.path.relpath(path)
    return str(path) if where.startswith("..") else where
