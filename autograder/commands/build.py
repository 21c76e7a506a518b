"""`autograder build`: pairs and releases, assignment by assignment; trusted side."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from autograder.commands.options import refuse_unknown
from autograder.course.model import Course
from autograder.gate.build import build
from autograder.report.text import in_markup


def run_build(course: Course, names: Sequence[str], prefer: str | None) -> int:
    """Build the assignments named, or all; return the exit code.

    Raises:
        UsageError: a name is unknown.
    """
    console = Console()
    scripts = {path.stem for path in (course.root / "solutions").glob("*/*.py") if path.stem == path.parent.name}
    known = sorted(scripts | set(course.names()))
    refuse_unknown(names, known)
    ours = [name for name in known if name in scripts or course.hidden(name).is_dir()]
    for name in () if names else sorted(set(known) - set(ours)):
        console.print(f"[bold]{in_markup(name)}[/bold]  left alone: it has neither a pair in solutions/ nor hidden tests, as "
                      "an ordinary assignment of nbgrader's", highlight=False, soft_wrap=True)  # fmt: skip
    for name in names or ours:
        with console.status(f"building {name}"):
            built = build(course, name, prefer)
        what = ", ".join(built.changed) or "nothing changed"
        console.print(f"[bold]{name}[/bold]  taken from: {built.taken_from}; {what}", highlight=False)
    return 0
