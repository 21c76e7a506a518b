"""`autograder grade --watch`: grades a file again whenever it is saved, as far as the change can matter; trusted side."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from autograder.course.model import Assignment
from autograder.grading.again import grade_again
from autograder.grading.grader import Graded, Grader, GradingSettings
from autograder.report.page_cells import language_for
from autograder.report.terminal import print_result
from autograder.report.text import in_markup
from autograder.submission.read import Submission

DEBOUNCE_MS, STEP_MS, WAKE_MS = 100, 20, 200
STOPPED = 0


@dataclass(frozen=True)
class Watched:
    """The file, how to read it, and what to do with each result."""

    path: Path
    assignment: Assignment
    isolation: str
    figures: bool
    read: Callable[[], Submission]
    write: Callable[[Graded], None]


def run_watch(watched: Watched, console: Console) -> int:
    """Grade the file, and again at every save, until Ctrl-C; what cannot be read is waited for."""
    before: Graded | None = None
    with Grader(watched.assignment, GradingSettings(isolation=watched.isolation)) as grader:
        try:
            for _ in saves(watched.path):
                before = _once(watched, console, grader, before)
        except KeyboardInterrupt:
            click.echo("No longer watching.")  # the console may have been in the middle of a line, and keeps the next ones back
    return STOPPED


def _once(watched: Watched, console: Console, grader: Grader, before: Graded | None) -> Graded | None:
    """Grade what is saved now, and return it; where it cannot be read, what was graded before stands."""
    started = time.perf_counter()
    submission = watched.read() if watched.path.is_file() else None
    if submission is None or submission.problem:
        why = submission.problem if submission is not None else "it is not there."
        console.print(
            f"[yellow]{in_markup(str(watched.path))} cannot be read:[/yellow] {in_markup(why or '')} Waiting for the next save."
        )
        return before
    again = grade_again(grader, submission, before, figures=watched.figures)
    if again.judged is not None and not again.judged:
        console.print("Saved: no exercise has changed.", highlight=False)
    else:
        print_result(console, again.graded.result, language_for(again.graded))
        rest = "" if again.judged is None else f": {', '.join(sorted(again.judged))}; the others as before"
        console.print(f"[dim]graded in {time.perf_counter() - started:.2f} s{in_markup(rest)}[/dim]", highlight=False)
    watched.write(again.graded)
    return again.graded


def saves(path: Path) -> Iterator[None]:
    """Yield at once, and then whenever the file is written or put in place of the old one, as editors do."""
    from watchfiles import watch  # here: nothing else needs it

    path = path.resolve()
    changes = watch(
        path.parent,
        watch_filter=lambda _, changed: Path(changed).name == path.name,
        debounce=DEBOUNCE_MS,
        step=STEP_MS,
        recursive=False,
        yield_on_timeout=True,
        rust_timeout=WAKE_MS,
    )
    next(changes)  # now the watcher is there: a save during the first grading is not missed
    yield
    for change in changes:
        if change:
            yield
