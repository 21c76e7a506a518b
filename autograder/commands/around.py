"""The command line of what is around a course: the LMS, Gradescope, the term; trusted side."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from autograder.commands.options import COURSE, ISOLATION
from autograder.course.model import find_course


@click.command()
@click.argument("assignment")
@click.option("--to", type=click.Choice(["canvas", "moodle", "csv"]), help="Whose file to write.")
@click.option(
    "--gradebook",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The LMS's own gradebook export, or Moodle's grading worksheet: its column is filled, all else stays as it is.",
)
@click.option(
    "--feedback", is_flag=True, help="Write everybody's feedback page into one zip, named as the LMS wants, and no grades."
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
    """Write the grades of ASSIGNMENT into a file that Canvas or Moodle takes back, or into a plain table; or its feedback.

    Exit code 0: written; 1: written, but somebody could be several students, and has no grade; 2: nothing written.
    """
    from autograder.commands.export import ExportOptions, run_export, run_export_feedback
    from autograder.lms.fill import FillOptions

    course = find_course(course_folder)
    if options["feedback"]:
        sys.exit(run_export_feedback(course, assignment, options["output"]))
    if options["to"] is None:
        raise click.UsageError("Say --to canvas, --to moodle or --to csv for the grades, or --feedback for the pages.")
    fill = FillOptions(options["column"], options["partial"], options["zero_missing"], options["scale"])
    sys.exit(run_export(course, assignment, ExportOptions(options["to"], options["gradebook"], options["output"], fill)))


@click.command()
@click.argument("assignment")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="The zip; else reports/A-gradescope.zip.")
@click.option(
    "--visibility",
    type=click.Choice(["visible", "after_due_date", "after_published", "hidden"]),
    default="visible",
    show_default=True,
    help="When students see each exercise's tests and hints.",
)
@COURSE
@ISOLATION
def gradescope(assignment: str, output: Path | None, visibility: str, course_folder: Path | None, isolation_level: str) -> None:
    """Make the zip that Gradescope takes as the autograder of ASSIGNMENT.

    It holds the hidden tests and the course secret: upload it to Gradescope, and put it nowhere else.
    """
    from autograder.commands.gradescope import run_gradescope

    sys.exit(run_gradescope(find_course(course_folder), assignment, output, visibility, isolation_level))


@click.command()
@click.argument("assignment", required=False)
@click.argument("student", required=False)
@click.option("--until", metavar="TIME", help="Until then, such as 2026-12-03T23:59 (this machine's time, or with an offset).")
@click.option("--days", type=float, default=0.0, help="So many days after the due date.")
@click.option("--hours", type=float, default=0.0, help="So many hours after it.")
@click.option("--remove", is_flag=True, help="Take the extension back.")
@COURSE
def extend(assignment: str | None, student: str | None, course_folder: Path | None, **options: Any) -> None:
    """Give STUDENT more time for ASSIGNMENT; without both, list what everybody is allowed.

    A penalty that was taken off already is settled at once, without grading again.
    """
    from autograder.commands.term import Extension, run_allowances, run_extend

    course = find_course(course_folder)
    if assignment is None:
        sys.exit(run_allowances(course))
    if student is None:
        raise click.UsageError("Name the student, behind the assignment.")
    sys.exit(run_extend(course, assignment, student, Extension(**options)))


@click.command()
@click.argument("assignment")
@click.argument("student")
@click.option("--remove", is_flag=True, help="No longer.")
@COURSE
def excuse(assignment: str, student: str, remove: bool, course_folder: Path | None) -> None:
    """Ask nothing of STUDENT for ASSIGNMENT: exports say so, and hold no score."""
    from autograder.commands.term import run_excuse

    sys.exit(run_excuse(find_course(course_folder), assignment, student, remove=remove))


@click.command()
@click.argument("student")
@click.option("--remove", is_flag=True, help="The student is back.")
@COURSE
def drop(student: str, remove: bool, course_folder: Path | None) -> None:
    """STUDENT has left the course: the grades stay in the gradebook, and go to no LMS."""
    from autograder.commands.term import run_drop

    sys.exit(run_drop(find_course(course_folder), student, remove=remove))


@click.command()
@click.argument("assignment")
@click.option("--json", type=click.Path(dir_okay=False, path_type=Path), help="The pairs as JSON ('-': to the terminal).")
@click.option("--csv", type=click.Path(dir_okay=False, path_type=Path), help="A row a pair ('-': to the terminal).")
@click.option("--measure", is_flag=True, help="Plant copies in a made-up class instead, and count what is found.")
@click.option("--students", type=click.IntRange(2, 2_000), default=200, show_default=True, help="With --measure: how many.")
@click.option("--copies", type=click.IntRange(1, 500), default=40, show_default=True, help="With --measure: how many.")
@click.option("--seed", type=int, default=0, show_default=True, help="With --measure: the same seed, the same class.")
@COURSE
def similar(assignment: str, course_folder: Path | None, **options: Any) -> None:
    """Name pairs of submissions of ASSIGNMENT that are more alike than stub, solution and class explain.

    It is for a person to read and judge: nobody is accused, and no score changes. Exit code 0 whatever is found.
    """
    from autograder.commands.similar import SimilarOptions, run_similar

    sys.exit(run_similar(find_course(course_folder), assignment, SimilarOptions(**options)))


@click.command()
@click.argument("language")
@click.argument("assignments", nargs=-1)
@COURSE
def translate(language: str, assignments: tuple[str, ...], course_folder: Path | None) -> None:
    """Write what ASSIGNMENTS (by default all, and `precheck`) say to students, for translators into LANGUAGE (such as de).

    GNU gettext's files lie in the content's folder locale. What was translated stays; the rest is read in English. Run it
    again after hints, titles or translations have changed; `language = "de"` in course.toml then chooses what students read.
    """
    from autograder.commands.translate import run_translate

    sys.exit(run_translate(find_course(course_folder, beside_engine=False), language, assignments))


AROUND = (export, gradescope, extend, excuse, drop, similar, translate)
