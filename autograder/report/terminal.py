"""A result in the terminal: a line an exercise, the reasons for lost points under it; trusted side."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from autograder.language.localised import localised
from autograder.language.spoken import ENGLISH, Language
from autograder.report.text import MAX_HINTS, look_at, questions
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
from autograder.submission.student_text import inert

STYLES = {SOLVED: "green", PARTIAL: "yellow", WRONG: "red", NOT_STARTED: "dim", NEEDS_REVIEW: "magenta"}
SYMBOLS = {SOLVED: "✓", PARTIAL: "◐", WRONG: "✗", NOT_STARTED: "○", NEEDS_REVIEW: "!"}
MAX_TITLES = 3
MAX_PLACES = 2  # of where to look: the section and what to run there; the page has the rest


def print_result(console: Console, result: Result, language: Language = ENGLISH) -> None:
    """Print one submission's exercises, scores and reasons, in a language."""
    result, say = localised(result, language), language.say
    console.print(Text(inert(f"{result.submission}: {result.assignment}"), style="bold"))
    width = max((len(exercise.id) for exercise in result.exercises), default=0)
    for exercise in result.exercises:
        console.print(_line(exercise, width, language))
        for reason in _reasons(exercise, language):
            console.print(Padding(reason, (0, 0, 0, 6), expand=False))
    for message in result.messages:
        console.print(Padding(Text.assemble((say("note") + "  ", "yellow"), inert(message)), (0, 0, 0, 2), expand=False))
    score = f"{language.number(result.score)} / {language.number(result.max_score)}"
    rest = say(f"isolation: {result.isolation}, {result.seconds:.2f} s")
    console.print(Text.assemble("  ", (score, "bold"), f"  ({result.percent:.0f}%)   {rest}\n"))


def _line(exercise: ExerciseResult, width: int, language: Language) -> Text:
    style = STYLES[exercise.status]
    passed = sum(test.verdict == PASSED for test in exercise.tests)
    points = f"{language.number(exercise.score)} / {language.number(exercise.max_score)}"
    tests = exercise.status if exercise.status == NOT_STARTED else f"{passed} of {len(exercise.tests)} tests"
    return Text.assemble(
        "  ", (f"{SYMBOLS[exercise.status]} {exercise.id:{width}}", style), f"{points:>12}   ", (language.say(tests), "dim")
    )


def _reasons(exercise: ExerciseResult, language: Language) -> Iterator[Text]:
    """Yield what explains lost points: notes of what happened, hints, and the titles of the first tests that failed."""
    if exercise.status == NOT_STARTED:
        return
    if exercise.note:
        yield Text(inert(exercise.note))
    failed = [test for test in exercise.tests if test.verdict in (FAILED, BROKEN)]
    for note in dict.fromkeys(test.note for test in exercise.tests if test.note):
        yield Text(inert(note))
    for hint in questions(exercise.tests)[:MAX_HINTS]:
        yield Text(inert(f"→ {hint}"), style="bold cyan")
    for test in failed[:MAX_TITLES]:
        yield Text(f"{'✗' if test.verdict == FAILED else '!'} {test.title}", style="dim")
    if len(failed) > MAX_TITLES:
        yield Text(language.say(f"and {len(failed) - MAX_TITLES} more tests"), style="dim")
    if exercise.where is not None:
        for text in look_at(exercise.where, language)[:MAX_PLACES]:
            yield Text(inert(text), style="blue")
