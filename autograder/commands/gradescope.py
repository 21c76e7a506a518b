"""`autograder gradescope`: an assignment's autograder as Gradescope takes it; trusted side."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from autograder.commands.options import need_hidden_tests
from autograder.course.model import Course
from autograder.packaging.gradescope import GradescopeSettings, gradescope_zip
from autograder.report.text import number
from autograder.whole_file import write_wanted

MADE = 0
FOLDER = "reports"


def run_gradescope(course: Course, name: str, output: Path | None, visibility: str, isolation: str) -> int:
    """Write the zip, say what to set on Gradescope, and return the exit code.

    Raises:
        UsageError: the assignment has no hidden tests, or the zip cannot be written.
    """
    assignment = course.assignment(name)
    need_hidden_tests(assignment)
    data = gradescope_zip(assignment, GradescopeSettings(name, isolation, visibility))
    output = output or course.root / FOLDER / f"{name}-gradescope.zip"
    write_wanted(output, data, "Choose another file with --output.", mode=0o600)  # the course secret is in it
    points = number(sum(exercise.points for exercise in assignment.exercises))
    console = Console()
    console.print(f"{output}  ({len(data) / 1e6:.1f} MB)", highlight=False, soft_wrap=True)
    console.print(f"On Gradescope: a programming assignment with {points} autograder points; Configure Autograder: this zip.",
                  highlight=False, soft_wrap=True)  # fmt: skip
    console.print("It holds hidden tests and the course secret: put it nowhere else.", highlight=False)
    return MADE
