"""A result as plain text: for notebook outputs and logs; trusted side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.markup import escape

from autograder.language.spoken import ENGLISH, Language
from autograder.result import BROKEN, FAILED, NOT_STARTED, PASSED, SKIPPED, ExerciseResult, TestResult, Where
from autograder.submission.student_text import inert
from autograder.testing.kinds import SHARES

MAX_HINTS = 3  # of one exercise, at once: one mistake can fail a dozen tests, and each has its own question
MARKS = {PASSED: "pass", FAILED: "FAIL", SKIPPED: "  - ", BROKEN: "  ! "}
PASSES = "Every check in the notebook passes on your work: try other sizes and other numbers than those."


def in_markup(text: str) -> str:
    """Return a text for rich's markup that is shown as it is: no markup, and no order to a terminal or a CI runner."""
    return escape(inert(text))


def number(value: float) -> str:
    """Return a score without needless digits."""
    return ENGLISH.number(value)


def questions(tests: Sequence[TestResult]) -> list[str]:
    """Return the hints of the tests that failed, each once, the one that fits best first.

    That is a known mistake's; then what the values ask, or what an exercise has in their place, before its shapes and the rest.
    """
    kinds = list(SHARES)
    asked = [test for test in tests if test.hint and test.verdict == FAILED]
    asked.sort(key=lambda test: (test.mistake is None, kinds.index(test.kind) if test.kind in kinds else len(kinds)))
    return list(dict.fromkeys(test.hint for test in asked if test.hint))


def reasons(exercise: ExerciseResult) -> list[str]:
    """Return what explains an exercise's failures: notes and hints, each once, in the tests' order; a few hints are enough."""
    lines = [exercise.note] if exercise.note and exercise.status != NOT_STARTED else []
    asked = questions(exercise.tests)[:MAX_HINTS]
    for test in exercise.tests:
        lines += [text for text in (test.note, test.hint if test.hint in asked else None) if text]
    return list(dict.fromkeys(lines))


def look_at(where: Where, language: Language = ENGLISH) -> list[str]:
    """Return where to look, a line each: the section, what to run there, and what paper says."""
    say = language.say
    lines = [f"{say('Look at')}: {where.section}"] if where.section else []
    if where.call:
        lines.append(f"{say('Run there')}: {where.call}" + (f"  ({where.why})" if where.why else ""))
    elif where.passes:
        lines.append(say(PASSES))
    return lines + ([f"{say('On paper')}: {where.number}"] if where.number else [])


def exercise_text(exercise: ExerciseResult, language: Language = ENGLISH) -> str:
    """Return a few lines: one a test, its hint or note under it."""
    return "\n".join(_lines(exercise, language)) + "\n"


def _lines(exercise: ExerciseResult, language: Language) -> Iterator[str]:
    if exercise.status == NOT_STARTED:
        yield language.say("Not started.")
        return
    if exercise.note:
        yield exercise.note
    asked = questions(exercise.tests)
    left = asked[MAX_HINTS:]
    said = set(left)
    for test in exercise.tests:
        yield f"{language.say(MARKS[test.verdict])}  {test.title}"
        for text in _explanations(test):
            if text not in said:
                yield f"        {text}"
                said.add(text)
    if left:
        yield language.say(f"and {len(left)} more questions" if len(left) > 1 else "and one more question")
    if exercise.where is not None:
        yield from look_at(exercise.where, language)
    if any(test.verdict == BROKEN for test in exercise.tests):
        yield language.say(
            "  !  marks a test that the kit itself could not run: it costs nothing, and a person will look at it."
        )


def _explanations(test: TestResult) -> list[str]:
    return [text for text in (test.note, test.hint) if text]
