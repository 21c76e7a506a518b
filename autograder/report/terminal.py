"""A result in the terminal: one table a submission, hints under the failures; trusted side."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from autograder.report.text import number
from autograder.result import (
    BROKEN,
    FAILED,
    NEEDS_REVIEW,
    NOT_STARTED,
    PARTIAL,
    PASSED,
    SOLVED,
    WRONG,
    ExerciseResult,
    Result,
)

STYLES = {SOLVED: "green", PARTIAL: "yellow", WRONG: "red", NOT_STARTED: "dim", NEEDS_REVIEW: "magenta"}
SYMBOLS = {SOLVED: "✓", PARTIAL: "◐", WRONG: "✗", NOT_STARTED: "○", NEEDS_REVIEW: "!"}
MAX_TITLES = 3


def print_result(console: Console, result: Result) -> None:
    """Print one submission's exercises, scores and reasons."""
    table = Table(title=Text(f"{result.submission}: {result.assignment}", style="bold"), title_justify="left", expand=False)
    table.add_column("")
    table.add_column("exercise", no_wrap=True)
    table.add_column("points", justify="right", no_wrap=True)
    table.add_column("tests", justify="right", no_wrap=True)
    table.add_column("why", overflow="fold", ratio=1)
    for exercise in result.exercises:
        style = STYLES[exercise.status]
        passed = sum(test.verdict == PASSED for test in exercise.tests)
        table.add_row(
            Text(SYMBOLS[exercise.status], style=style),
            Text(exercise.id, style=style),
            f"{number(exercise.score)} / {number(exercise.max_score)}",
            f"{passed} / {len(exercise.tests)}",
            _why(exercise),
        )
    console.print(table)
    for message in result.messages:
        console.print(f"  [yellow]note[/yellow]  {escape(message)}")
    score = f"{number(result.score)} / {number(result.max_score)}"
    console.print(f"  [bold]{score}[/bold]  ({result.percent:.0f}%)   isolation: {result.isolation}, {result.seconds:.2f} s\n")


def _why(exercise: ExerciseResult) -> Text:
    if exercise.status == NOT_STARTED:
        return Text("not started", style="dim")
    text = Text()
    if exercise.note:
        text.append(exercise.note + "\n")
    failed = [test for test in exercise.tests if test.verdict in (FAILED, BROKEN)]
    for hint in dict.fromkeys(test.hint for test in failed if test.hint):
        text.append(f"→ {hint}\n", style="bold cyan")
    for note in dict.fromkeys(test.note for test in failed if test.note):
        text.append(f"{note}\n")
    for test in failed[:MAX_TITLES]:
        text.append(f"{'✗' if test.verdict == FAILED else '!'} {test.title}\n", style="dim")
    if len(failed) > MAX_TITLES:
        text.append(f"and {len(failed) - MAX_TITLES} more\n", style="dim")
    text.rstrip()
    return text
