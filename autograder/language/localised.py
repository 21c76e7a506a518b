"""A result as a student reads it in another language: scores, verdicts, names and keys are what they were; trusted side."""

from __future__ import annotations

from dataclasses import replace

from autograder.language.spoken import ENGLISH, Language
from autograder.result import ExerciseResult, Result, TestResult, Where


def localised(result: Result, language: Language) -> Result:
    """Return the result with its sentences in a language; what is stored stays as it was judged."""
    if language is ENGLISH:
        return result
    exercises = tuple(_exercise(one, language) for one in result.exercises)
    return replace(result, exercises=exercises, messages=tuple(map(language.say, result.messages)))


def _exercise(exercise: ExerciseResult, language: Language) -> ExerciseResult:
    return replace(
        exercise,
        tests=tuple(_test(one, language) for one in exercise.tests),
        note=_said(exercise.note, language),
        where=_where(exercise.where, language) if exercise.where is not None else None,
    )


def _test(test: TestResult, language: Language) -> TestResult:
    return replace(test, title=language.say(test.title), hint=_said(test.hint, language), note=_said(test.note, language))


def _where(where: Where, language: Language) -> Where:
    """The section and the call are found in the notebook, as they stand there."""
    return replace(where, number=language.say(where.number), why=language.say(where.why))


def _said(text: str | None, language: Language) -> str | None:
    return language.say(text) if text else text
