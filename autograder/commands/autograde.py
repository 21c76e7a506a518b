"""`autograder autograde`: a class's submissions through nbgrader's own autograde into its gradebook; trusted side."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from autograder.course.model import Course
from autograder.errors import UsageError
from autograder.grading.store import load_result
from autograder.nbgrader_plugin.environment import put_tools_on_path
from autograder.report.text import number
from autograder.result import Result

GRADED, BROKEN = 0, 3
CONFIG = "nbgrader_config.py"


def run_autograde(course: Course, assignment: str, student: str | None, *, regrade: bool) -> int:
    """Grade what is in submitted/, print the class, and return the exit code.

    Raises:
        UsageError: the assignment or the student is not there.
    """
    console = Console()
    course.assignment(assignment)
    folder = course.root / "submitted"
    students = sorted(path.parent.name for path in folder.glob(f"*/{assignment}") if path.is_dir())
    if student is not None:
        students = [name for name in students if name == student]
    if not students:
        who = f"from {student} " if student else ""
        raise UsageError(f"There is no submission {who}of {assignment} in {folder}: collect them first (nbgrader collect).")
    api = nbgrader_api(course)
    problems: dict[str, str] = {}
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress, quiet_nbgrader():
        bar = progress.add_task(f"grading {assignment}", total=len(students))
        _ensure_generated(api, assignment)
        for name in students:
            _put_missing_notebook(folder / name / assignment / f"{assignment}.ipynb")
            answer: dict[str, Any] = api.autograde(
                assignment, name, force=True if regrade else _is_stale(course, assignment, name)
            )
            if not answer["success"]:
                problems[name] = str(answer.get("error") or answer.get("log") or "nbgrader gave no reason")
            progress.advance(bar)
    results = {name: stored.result for name in students if (stored := load_result(course, assignment, name))}
    _print_class(console, assignment, students, results, problems)
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


def _ensure_generated(api: Any, assignment: str) -> None:
    """nbgrader grades only what its gradebook knows: make the assignment known where it is not."""
    with api.gradebook as gradebook:
        known = {one.name for one in gradebook.assignments if one.notebooks}  # a due date alone makes a row without any
    if assignment not in known:
        api.generate_assignment(assignment, force=True, create=True)


def _put_missing_notebook(path: Path) -> None:
    """nbgrader passes over a student whose notebook is not there: an empty file makes it a row with 0 and a reason."""
    if not path.exists():
        path.touch()


def _is_stale(course: Course, assignment: str, student: str) -> bool:
    """Is there no grade yet, or has the submission changed since?"""
    submitted = course.root / "submitted" / student / assignment / f"{assignment}.ipynb"
    graded = course.root / "autograded" / student / assignment / f"{assignment}.ipynb"
    return not graded.is_file() or graded.stat().st_mtime < submitted.stat().st_mtime


def _print_class(
    console: Console, assignment: str, students: list[str], results: dict[str, Result], problems: dict[str, str]
) -> None:
    table = Table(title=f"{assignment}: {len(students)} submissions", title_justify="left")
    for column, justify in (("student", "left"), ("points", "right"), ("remarks", "left")):
        table.add_column(column, justify=justify)  # type: ignore[arg-type]  # rich types this as a literal
    for name in students:
        result = results.get(name)
        if name in problems or result is None:
            why = problems.get(name, "there is no result").strip().split("\n")[-1]
            table.add_row(escape(name), "ungraded", f"[red]{escape(why)}[/red]")
            continue
        remarks = [f"to review by hand: {', '.join(result.broken)}"] if result.broken else []
        table.add_row(
            escape(name), f"{number(result.score)} / {number(result.max_score)}", escape(" ".join([*remarks, *result.messages]))
        )
    console.print(table)
