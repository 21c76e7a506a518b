"""Draws what a simulated class believes before it looks, and what each of its students guesses; trusted side."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.course.guesses import Question

_KNOWS_IT = 0.5  # of the questions: the class's common belief is what happens
_SLIPS = 0.03  # of the guesses: written in a way that nobody can read


@dataclass(frozen=True)
class Common:
    """What most of a class expects of one question, and how far the students spread around it."""

    question: Question
    value: float
    spread: float
    weights: tuple[float, ...] = ()  # of the choices


def draw_beliefs(questions: Sequence[Question], seed: int) -> tuple[Common, ...]:
    """Draw the common beliefs: about half of them are right, the others surprise."""
    dice = random.Random(f"beliefs {seed}")
    found = []
    for question in questions:
        knows = dice.random() < _KNOWS_IT
        if question.choices:
            held = question.truth if knows else dice.choice(question.choices)
            weights = tuple(4.0 if choice == held else 1.0 for choice in question.choices)
            found.append(Common(question, 0.0, 0.0, weights))
        else:
            truth = float(question.truth)
            size = max(abs(truth), question.near, 1.0)
            away = 0.0 if knows else dice.choice((-1, 1)) * dice.uniform(0.1, 0.6) * size
            found.append(Common(question, truth + away, max(question.near, 0.1 * size)))
    return tuple(found)


def draw_guesses(student: str, beliefs: Sequence[Common], seed: int, share: float) -> Mapping[str, str]:
    """Return the texts of the cells that a student fills in; dice of their own leave every other draw as it was."""
    dice = random.Random(f"guesses {seed} {student}")
    texts = {}
    for common in beliefs:
        told, slips, roll = dice.random() < share, dice.random() < _SLIPS, dice.gauss(0.0, 1.0)
        choice = dice.choices(common.question.choices, common.weights)[0] if common.weights else ""
        if told:
            value = repr(choice) if choice else f"{common.value + common.spread * roll:.4g}"
            texts[common.question.cell] = f"{common.question.cell} = {'about ' if slips else ''}{value}"
    return texts
