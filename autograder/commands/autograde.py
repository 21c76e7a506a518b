"""`autograder autograde`: a class's submissions through nbgrader's own autograde into its gradebook; trusted side."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from autograder.course.model import Assignment, Course
from autograder.errors import UsageError
from autograder.grading.store import load_result, still_holds
from autograder.nbgrader_plugin.environment import put_tools_on_path
from autograder.report.text import number
from autograder.result import Result
from autograder.submission.folder import read_submitted
from autograder.submission.student_text import inert

GRADED, BROKEN = 0, 3
CONFIG = "nbgrader_config.py"
UNCHANGED = "Unchanged since it was graded: its grade stands."


def run_autograde(course: Course, assignment: str, student: str | None, *, regrade: bool) -> int:
    """Grade what is in submitted/, print the class, and return the exit code.

    Raises:
        UsageError: the assignment or the student is not there.
    """
    console = Console()
    judged = course.assignment(assignment)
    folder = course.root / "submitted"
    students = sorted(path.parent.name for path in folder.glob(f"*/{assignment}") if path.is_dir())
    if student is not None:
        students = [name for name in students if name == student]
    if not students:
        who = f"from {student} " if student else ""
        raise UsageError(f"There is no submission {who}of {assignment} in {folder}: collect them first (nbgrader collect).")
    api = nbgrader_api(course)
    problems: dict[str, str] = {}
    standing: set[str] = set()  # whose grade is not made again
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress, quiet_nbgrader():
        bar = progress.add_task(f"grading {assignment}", total=len(students))
        for name in students:
            stale = regrade or _is_stale(course, judged, name)
            standing |= set() if stale else {name}
            try:
                answer: dict[str, Any] = api.autograde(assignment, name, force=stale)
            except Exception as error:  # of one row, and no other is lost with it
                answer = {"success": False, "error": f"{type(error).__name__}: {error}"}
            if not answer["success"]:
                problems[name] = str(answer.get("error") or answer.get("log") or "nbgrader gave no reason")
            progress.advance(bar)
    results = {name: stored.result for name in students if (stored := load_result(course, assignment, name))}
    _print_class(console, assignment, students, results, problems, standing)
    if problems or any(result.broken for result in results.values()):
        return BROKEN
    return GRADED


def nbgrader_api(course: Course) -> Any:
    """Return nbgrader's API with the course's own configuration."""
    put_tools_on_path()
    from nbgrader.apps import NbGraderAPI
    from traitlets.config.loader import PyFileConfigLoader

    if not (course.root / CONFIG).is_file():
        raise UsageError(f"There is no {CONFIG} in {course.root}: copy the kit's, which plugs the judge into nbgrader.")
    config = PyFileConfigLoader(CONFIG, path=str(course.root)).load_config()
    config.CourseDirectory.root = str(course.root)
    return NbGraderAPI(config=config)


@contextmanager
def quiet_nbgrader() -> Iterator[None]:
    """Keep nbgrader's log off the terminal, where the progress bar is."""
    logger = logging.getLogger("traitlets")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _is_stale(course: Course, assignment: Assignment, student: str) -> bool:
    """Is there no grade yet, or has anything changed that decides it? Files' times say nothing: copies keep or lose them."""
    graded = course.root / "autograded" / student / assignment.name / f"{assignment.name}.ipynb"
    stored = load_result(course, assignment.name, student)
    if stored is None or not graded.is_file():
        return True
    submission = read_submitted(course.root / "submitted" / student / assignment.name, assignment, student)
    return not still_holds(stored, submission, assignment)


def _print_class(
    console: Console,
    assignment: str,
    students: list[str],
    results: dict[str, Result],
    problems: dict[str, str],
    standing: Collection[str],
) -> None:
    table = Table(title=f"{assignment}: {len(students)} submissions", title_justify="left")
    for column, justify in (("student", "left"), ("points", "right"), ("remarks", "left")):
        table.add_column(column, justify=justify)  # type: ignore[arg-type]  # rich types this as a literal
    for name in students:
        result, shown = results.get(name), escape(inert(name))
        if name in problems or result is None:
            why = problems.get(name, "there is no result").strip().split("\n")[-1]
            table.add_row(shown, "ungraded", f"[red]{escape(inert(why))}[/red]")
            continue
        remarks = [UNCHANGED] if name in standing else []
        remarks += [f"to review by hand: {', '.join(result.broken)}"] if result.broken else []
        said = escape(inert(" ".join([*remarks, *result.messages])))
        table.add_row(shown, f"{number(result.score)} / {number(result.max_score)}", said)
    console.print(table)
