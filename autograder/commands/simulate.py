"""`autograder simulate`: a made-up class, drawn, graded and ready for `autograder report`; trusted side."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.commands.options import need_hidden_tests
from autograder.commands.progress import progress_bar
from autograder.course.model import Course
from autograder.report.text import in_markup
from autograder.simulation.course import Simulation, make_course
from autograder.simulation.draw import Rates, SimulatedStudent, describe, draw_class, held_out
from autograder.simulation.grade import ClassRun, grade_class

MADE = 0


@dataclass(frozen=True)
class SimulateOptions:
    """The options of the command."""

    students: int
    seed: int
    into: Path
    jobs: int | None
    isolation: str


def run_simulate(course: Course, name: str, options: SimulateOptions) -> int:
    """Draw a class, write its course folder, grade it, and return the exit code.

    Raises:
        UsageError: there is no such assignment, it has no hidden tests, or the folder holds something else.
    """
    console = Console()
    assignment = course.assignment(name)
    need_hidden_tests(assignment)
    rates = Rates()
    students = draw_class(assignment, options.students, options.seed, rates)
    _print_plan(console, name, rates, students, options.seed)
    made = make_course(course, options.into.resolve(), Simulation(name, options.students, options.seed, rates), students)
    jobs = options.jobs or os.cpu_count() or 1
    run = ClassRun(made, name, held_out(assignment, options.seed, rates), options.isolation, jobs)
    started = time.perf_counter()
    _grade(console, run, [student.id for student in students if student.graded])
    seconds = time.perf_counter() - started
    graded = sum(student.graded for student in students)
    pace = f"{60 * graded / seconds:.0f} a minute, {min(jobs, graded)} processes"
    console.print(f"{graded} graded in {seconds:.0f} s: {pace}", highlight=False)
    command = f"autograder report {name} --course {in_markup(str(options.into))}"
    console.print(f"Now run: [bold]{command}[/bold]", highlight=False, soft_wrap=True)
    return MADE


def _grade(console: Console, run: ClassRun, students: Sequence[str]) -> None:
    with progress_bar(console, f"grading {run.assignment}", len(students)) as advance:
        grade_class(run, students, lambda _: advance(None))


def _print_plan(console: Console, name: str, rates: Rates, students: Sequence[SimulatedStudent], seed: int) -> None:
    """Print the rates, and beside each what was drawn."""
    drawn = _drawn(students)
    table = Table(title=f"{name}: a class of {len(students)}, seed {seed}", title_justify="left")
    for column in ("rate", "stated", "drawn"):
        table.add_column(column, justify="left" if column == "rate" else "right")
    for label, value in describe(rates):
        table.add_row(label, value, drawn.get(label, ""))
    console.print(table)


def _drawn(students: Sequence[SimulatedStudent]) -> dict[str, str]:
    """Count what the students were given, under the names of the rates."""
    accidents = Counter(student.accident for student in students)
    made = Counter(student.mistakes for student in students)
    return {
        "mistakes": ", ".join(f"{number}: {made[number]}" for number in sorted(made)),
        "blank": str(sum(not any(answer.started for answer in student.answers) for student in students)),
        "crash": str(accidents["crash"]),
        "endless": str(accidents["endless loop"]),
        "tampered": str(accidents["tampered cell"]),
        "syntax": str(accidents["syntax error"]),
        "unreadable": str(accidents["unreadable file"]),
        "late": str(sum(student.hours_late > 0 for student in students)),
        "ungraded": str(sum(not student.graded for student in students)),
    }
