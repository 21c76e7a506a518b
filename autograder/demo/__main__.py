"""The demo's command line: each step in a line, then the grades with their reasons and the feedback pages; trusted side."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from autograder.course.model import Course
from autograder.demo.course import ASSIGNMENT, STUDENTS, Demo, make_demo
from autograder.demo.loop import exported, feedback_page, steps
from autograder.errors import KitBroken, KitError
from autograder.grading.store import load_result
from autograder.nbgrader_plugin.environment import quiet_nbgrader
from autograder.report.terminal import print_result
from autograder.report.text import number

ROOT = Path(__file__).resolve().parents[2]


@click.command(name="python -m autograder.demo")
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), default=ROOT / ".demo", show_default=".demo in the checkout",
    help="Where to play; an earlier demo there is replaced.",
)  # fmt: skip
def main(folder: Path) -> None:
    """Play the whole loop with three students: release, fetch, submit, collect, grade, feedback, export."""
    console = Console(highlight=False)
    try:
        demo = make_demo(Course(ROOT), folder)
        play(console, demo)
        show(console, demo)
    except KitError as error:
        Console(stderr=True, highlight=False).print(f"[red]error:[/red] {escape(str(error))}", soft_wrap=True)
        sys.exit(error.exit_code)


def play(console: Console, demo: Demo) -> None:
    """Run every step, and print a line for each."""
    started = time.perf_counter()
    console.print(f"[bold]A course with three students[/bold], in {escape(str(demo.folder))}\n", soft_wrap=True)
    with quiet_nbgrader():
        for step in steps(demo):
            before = time.perf_counter()
            with console.status(escape(step.command)):
                step.run()
            seconds = time.perf_counter() - before
            console.print(
                f"[green]✓[/green] [bold]{escape(step.command)}[/bold]  [dim]{escape(step.about)}, {seconds:.1f} s[/dim]",
                soft_wrap=True,
            )
    console.print(f"\n{time.perf_counter() - started:.0f} s in all.\n")


def show(console: Console, demo: Demo) -> None:
    """Print each student's grades with the reasons, then the exported grades and where the feedback pages are.

    Raises:
        KitBroken: a result or a page is missing, or the gradebook says something else than the judge.
    """
    grades = exported(demo)
    table = Table(title="nbgrader's gradebook", title_justify="left")
    for column in ("student", "handed in", "score"):
        table.add_column(column, overflow="fold")
    pages: list[str] = []
    for student in STUDENTS:
        stored = load_result(demo.course, ASSIGNMENT, student.name)
        page = feedback_page(demo, student)
        if stored is None or page is None or student.name not in grades:
            raise KitBroken(f"There is no result, grade or feedback page for {student.name} in {demo.folder}.")
        score, maximum = grades[student.name]
        if abs(score - stored.result.score) > 1e-6:
            raise KitBroken(f"The gradebook says {score} for {student.name}, and the judge {stored.result.score}.")
        print_result(console, stored.result)
        table.add_row(student.name, student.about, f"{number(score)} / {number(maximum)}")
        pages.append(f"  {student.name:8} {_shown(page)}")
    console.print(table)
    console.print("\n[bold]Feedback pages[/bold], as the students fetched them:")
    console.print(escape("\n".join(pages)), soft_wrap=True)
    console.print(
        f"[bold]Grades[/bold], as nbgrader exported them: {escape(_shown(demo.course.root / 'grades.csv'))}", soft_wrap=True
    )
    console.print(f"[bold]Formgrader[/bold]: cd {escape(_shown(demo.course.root))} && jupyter lab", soft_wrap=True)


def _shown(path: Path) -> str:
    """Return a path as it is shortest to type: relative where it lies below the working folder."""
    where = os.path.relpath(path)
    return str(path) if where.startswith("..") else where


if __name__ == "__main__":
    main()
