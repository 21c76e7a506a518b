"""The command line: one function a command, exit codes as documented; trusted side."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from autograder import __version__
from autograder.commands.around import AROUND
from autograder.commands.one_line import OneLineErrors
from autograder.commands.options import COURSE, ISOLATION
from autograder.course.model import Course, find_course
from autograder.errors import UsageError


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="autograder")
def main() -> None:
    """Grade notebooks that teach neural networks from scratch.

    Student code runs in a locked-up process; hidden tests, expected values and oracles never enter it.
    """
    if sys.flags.optimize > 1:
        remedy = "Run the command without PYTHONOPTIMIZE (or with 1), and without -OO."
        raise UsageError(f"Python leaves out docstrings here, which are the titles of hidden tests. {remedy}")
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):  # read once, when NumPy is imported
        os.environ.setdefault(name, "1")  # the arrays are small: threads would only wait for one another
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # one that cannot spell a student's name must cost no row
            stream.reconfigure(errors="backslashreplace")


def _course(folder: Path | None) -> Course:
    return find_course(folder)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--assignment", "-a", help="The assignment; by default it is recognised from the cells.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), help="Write the results as JSON ('-': to the terminal).")
@click.option("--junit", type=click.Path(path_type=Path), help="Write a JUnit XML report.")
@click.option("--markdown", "markdown_file", type=click.Path(path_type=Path), help="Write a Markdown summary.")
@click.option("--html", type=click.Path(path_type=Path), help="Write a feedback page (a folder, for several files).")
@click.option("--gradescope", type=click.Path(path_type=Path), help="Write Gradescope's results.json (one file only).")
@click.option(
    "--github",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="On a GitHub runner: remarks at the lines of FOLDER's checkout, the job's summary, its outputs, Classroom's score.",
)
@click.option(
    "--code-quality", type=click.Path(path_type=Path), help="Write GitLab's code quality report: remarks at the lines."
)
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PCT", help="Exit with 1 if a score is below PCT percent.")
@click.option(
    "--watch", is_flag=True, help="Grade again whenever the file is saved, as far as the change matters; Ctrl-C ends it."
)
@COURSE
@ISOLATION
def grade(files: Sequence[Path], course_folder: Path | None, isolation_level: str, **options: Any) -> None:
    """Grade FILES: notebooks (.ipynb) or Python files (.py)."""
    from autograder.commands.grade import GradeOptions, run_grade

    chosen = GradeOptions(
        options["assignment"], options["json_file"], options["junit"], options["markdown_file"], options["html"],
        options["gradescope"], options["fail_under"], isolation_level, options["watch"], options["github"],
        options["code_quality"],
    )  # fmt: skip
    sys.exit(run_grade(_course(course_folder), files, chosen))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--release", type=click.Path(exists=True, path_type=Path), help="The notebook as released, or its folder.")
@click.option("--no-run", is_flag=True, help="Only read the notebook: no fresh run from top to bottom.")
@click.option("--json", "as_json", is_flag=True, help="Print what is found as JSON.")
def precheck(file: Path, release: Path | None, no_run: bool, as_json: bool) -> None:
    """Say what to mend in FILE before it is handed in; for students, without hidden tests or solutions."""
    from autograder.commands.precheck import PrecheckOptions, run_precheck

    sys.exit(run_precheck(file, PrecheckOptions(release, run=not no_run, json=as_json)))


@main.command()
@click.argument("assignment")
@click.option("--student", help="Only this student.")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    default=None,
    help="Processes that judge; by default one a core, fewer for a few submissions.",
)
@click.option("--regrade", is_flag=True, help="Judge everything again, and say whose score changed, by how much and why.")
@click.option("--csv", type=click.Path(dir_okay=False, path_type=Path), help="Write whose score changed as CSV.")
@click.option("--notices", type=click.Path(file_okay=False, path_type=Path), help="A folder: what to tell whom, a text each.")
@click.option(
    "--dask", metavar="URL", help="Judge on a Dask cluster, such as tcp://scheduler:8786, that sees this course's folder."
)
@COURSE
def autograde(assignment: str, course_folder: Path | None, **options: Any) -> None:
    """Grade everything in submitted/ for ASSIGNMENT into nbgrader's gradebook; a run that was stopped goes on."""
    from autograder.commands.autograde import AutogradeOptions, run_autograde

    sys.exit(run_autograde(_course(course_folder), assignment, AutogradeOptions(**options)))


@main.command()
@click.argument("assignments", nargs=-1)
@click.option(
    "--from", "prefer", type=click.Choice(["script", "notebook"]), help="Which side of a pair to take where they differ."
)
@COURSE
def build(assignments: Sequence[str], prefer: str | None, course_folder: Path | None) -> None:
    """Sync notebooks with their Python pairs and make release/ again."""
    from autograder.commands.build import run_build

    sys.exit(run_build(_course(course_folder), assignments, prefer))


@main.command()
@click.argument("assignments", nargs=-1)
@click.option("--table", is_flag=True, help="Print the table of exercises, tests, mistakes and variants as Markdown.")
@click.option("--mutants", is_flag=True, help="Also do what `autograder mutate` does: together they take less time.")
@click.option("--jobs", "-j", type=click.IntRange(1), default=None, help="Processes; by default one a core.")
@COURSE
@ISOLATION
def verify(
    assignments: Sequence[str],
    table: bool,
    mutants: bool,
    jobs: int | None,
    course_folder: Path | None,
    isolation_level: str,
) -> None:
    """Check everything that must hold before a release: the tests are tested here."""
    from autograder.commands.verify import run_verify

    course = _course(course_folder)
    sys.exit(run_verify(course, assignments, table=table, jobs=jobs, isolation_level=isolation_level, mutants=mutants))


@main.command()
@click.argument("names", nargs=-1, type=click.Choice(["points", "coverage", "length", "exercises", "mutation", "diagnosis"]))
@click.option("--jobs", "-j", type=click.IntRange(1), default=None, help="Processes; by default one a core.")
@COURSE
@ISOLATION
def tables(names: Sequence[str], jobs: int | None, course_folder: Path | None, isolation_level: str) -> None:
    """Write the tables of README.md and docs/ that are made from the course: those named, or all that these pages hold."""
    from autograder.commands.tables import run_tables

    sys.exit(run_tables(_course(course_folder), names, jobs=jobs, isolation_level=isolation_level))


@main.command()
@click.argument("assignments", nargs=-1)
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Only N mutants an assignment, the same ones every time.")
@click.option("--table", is_flag=True, help="Print the table of counts as Markdown.")
@click.option("--jobs", "-j", type=click.IntRange(1), default=None, help="Processes; by default one a core.")
@COURSE
@ISOLATION
def mutate(assignments: Sequence[str], course_folder: Path | None, isolation_level: str, **options: Any) -> None:
    """Make small wrong changes to the solutions of ASSIGNMENTS (by default of all), and say which no hidden test notices."""
    from autograder.commands.mutate import MutateOptions, run_mutate

    chosen = MutateOptions(options["sample"], options["table"], options["jobs"], isolation_level)
    sys.exit(run_mutate(_course(course_folder), assignments, chosen))


@main.command()
@click.argument("assignments", nargs=-1)
@click.option("--approve", is_flag=True, help="Keep what is said now, once a person has read it.")
@COURSE
@ISOLATION
def messages(assignments: Sequence[str], approve: bool, course_folder: Path | None, isolation_level: str) -> None:
    """Show what the first known mistakes of ASSIGNMENTS (by default of all) are told, where it is not as it was approved."""
    from autograder.commands.messages import run_messages

    sys.exit(run_messages(_course(course_folder), assignments, approve=approve, isolation_level=isolation_level))


@main.command()
@click.argument("assignment")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="The page; else reports/<assignment>.html.")
@click.option("--json", type=click.Path(dir_okay=False, path_type=Path), help="Everything as JSON ('-': to the terminal).")
@click.option("--csv", type=click.Path(dir_okay=False, path_type=Path), help="A row a student ('-': to the terminal).")
@COURSE
def report(assignment: str, course_folder: Path | None, **files: Path | None) -> None:
    """Make the class report of ASSIGNMENT from the stored results: one static page."""
    from autograder.commands.report import ReportOptions, run_report

    sys.exit(run_report(_course(course_folder), assignment, ReportOptions(files["html"], files["json"], files["csv"])))


@main.command()
@click.argument("assignment")
@click.option("--students", type=click.IntRange(1, 100_000), default=400, show_default=True, help="How many.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed draws the same class.")
@click.option(
    "--into", type=click.Path(path_type=Path), default=Path("simulated_class"), show_default=True, help="The folder to make."
)
@click.option("--jobs", "-j", type=click.IntRange(1), default=None, help="Processes; by default one a core.")
@COURSE
@ISOLATION
def simulate(assignment: str, course_folder: Path | None, isolation_level: str, **options: Any) -> None:
    """Draw a class for ASSIGNMENT from the bank, and grade it: the report can be seen before there are students."""
    from autograder.commands.simulate import SimulateOptions, run_simulate

    chosen = SimulateOptions(options["students"], options["seed"], options["into"], options["jobs"], isolation_level)
    sys.exit(run_simulate(_course(course_folder), assignment, chosen))


@main.command()
@click.argument("assignments", nargs=-1)
@click.option("--sample", type=click.IntRange(1), help="Only so many mistakes of each assignment, evenly spread.")
@click.option("--jobs", "-j", type=click.IntRange(1), default=None, help="Processes; by default one a core.")
@COURSE
def diagnosis(assignments: Sequence[str], sample: int | None, jobs: int | None, course_folder: Path | None) -> None:
    """Measure how often hints are given, and how often they are right."""
    from autograder.commands.measure import run_measure

    sys.exit(run_measure(_course(course_folder), assignments, sample=sample, jobs=jobs))


@main.group()
def new() -> None:
    """Make a new course, or a new exercise in one, to be filled in; or begin a new term."""


@new.command("course")
@click.argument("name")
@click.option("--title", help="What students read; by default the name.")
@click.option(
    "--into", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), show_default="here",
    help="The folder to make it in.",
)  # fmt: skip
def new_course(name: str, title: str | None, into: Path) -> None:
    """Make the folder of a course called NAME."""
    from autograder.commands.new import run_new_course

    sys.exit(run_new_course(into, name, title))


@new.command("term")
@click.argument("name")
@COURSE
def new_term(name: str, course_folder: Path | None) -> None:
    """Put the term that ends into archive/NAME, and give the course a fresh secret: other inputs for every hidden test."""
    from autograder.commands.new import run_new_term

    sys.exit(run_new_term(find_course(course_folder, beside_engine=False), name))


@new.command("exercise")
@click.argument("assignment")
@click.argument("name")
@click.option("--points", type=click.FloatRange(0), default=1, show_default=True, help="What it is worth.")
@COURSE
def new_exercise(assignment: str, name: str, points: float, course_folder: Path | None) -> None:
    """Add an exercise called NAME to ASSIGNMENT, which is made where it is new."""
    from autograder.commands.new import run_new_exercise

    sys.exit(run_new_exercise(find_course(course_folder, beside_engine=False), assignment, name, points))


@main.command()
@ISOLATION
def doctor(isolation_level: str) -> None:
    """Prove what isolation this machine gives, by trying to break it."""
    from autograder.commands.doctor import run_doctor_command

    sys.exit(run_doctor_command(isolation_level))


for _command in AROUND:
    main.add_command(_command)
