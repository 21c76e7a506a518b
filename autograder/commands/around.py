"""The command line of what is around a course: the LMS, Gradescope, the term; trusted side."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from autograder.commands.options import COURSE
from autograder.course.model import find_course


@click.command()
@click.argument("assignment")
@click.option("--to", type=click.Choice(["canvas", "moodle", "csv"]), required=True, help="Whose file to write.")
@click.option(
    "--gradebook",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The LMS's own gradebook export, or Moodle's grading worksheet: its column is filled, all else stays as it is.",
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="The file; else reports/A-canvas.csv and the like."
)
@click.option("--column", help="The header of the column to fill; by default the one that is named like the assignment.")
@click.option("--partial", is_flag=True, help="Also write scores that wait for manual grading.")
@click.option("--zero-missing", is_flag=True, help="Write 0 for who handed in nothing; by default nothing is written.")
@click.option("--scale", is_flag=True, help="Convert to the LMS's points, where they are not the course's.")
@COURSE
def export(assignment: str, course_folder: Path | None, **options: Any) -> None:
    """Write the grades of ASSIGNMENT into a file that Canvas or Moodle takes back, or into a plain table.

    Exit code 0: written; 1: written, but somebody could be several students, and has no grade; 2: nothing written.
    """
    from autograder.commands.export import ExportOptions, run_export
    from autograder.lms.fill import FillOptions

    fill = FillOptions(options["column"], options["partial"], options["zero_missing"], options["scale"])
    chosen = ExportOptions(options["to"], options["gradebook"], options["output"], fill)
    sys.exit(run_export(find_course(course_folder), assignment, chosen))


AROUND = (export,)
