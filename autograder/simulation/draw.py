"""Draws a class from the bank: who solves what in which style, makes which mistake, or does not start; trusted side.

Everything is decided by a seed and by the rates below, so that a simulated class can be drawn again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import accumulate

from autograder.course.bank import MISTAKES, VARIANTS, Entry, entries_for, read_bank
from autograder.course.guesses import read_questions
from autograder.course.model import Assignment, Exercise
from autograder.simulation.guess import draw_beliefs, draw_guesses

CRASH, HANG, TAMPER, SYNTAX, UNREADABLE = "crash", "endless loop", "tampered cell", "syntax error", "unreadable file"


@dataclass(frozen=True)
class Rates:
    """How a class is drawn. Each rate is a share of the students, unless its comment says otherwise."""

    mistakes: tuple[float, float, float, float] = (0.30, 0.35, 0.22, 0.13)  # with 0, 1, 2 and 3 mistakes
    variants: float = 0.50  # of the exercises that are solved: in another style than the reference's
    held_out: float = 0.12  # of the bank's mistakes: unknown to the diagnosis, so that there are failures to cluster
    blank: float = 0.02  # nothing started
    gives_up: float = 0.10  # stops somewhere, and leaves the rest as it was
    skips: float = 0.03  # of the exercises: left out
    crash: float = 0.01  # a cell that ends the process
    endless: float = 0.005  # a function that never returns
    tampered: float = 0.01  # a locked cell that was changed
    syntax: float = 0.015  # an answer that does not parse
    unreadable: float = 0.005  # a file cut short
    late: float = 0.06  # after the due date
    ungraded: float = 0.01  # came in after the class was graded
    guesses: float = 0.85  # of the questions before a figure: answered


@dataclass(frozen=True)
class Answer:
    """What a student put in an exercise: bank entries in place of the reference's functions, or nothing at all."""

    exercise: str
    started: bool
    entries: tuple[Entry, ...] = ()
    wrong: bool = False


@dataclass(frozen=True)
class SimulatedStudent:
    """One student of the class, as drawn; `accident` is one of the constants above or None."""

    id: str
    first_name: str
    last_name: str
    answers: tuple[Answer, ...]
    accident: str | None = None
    hours_late: float = 0.0
    graded: bool = True
    guesses: Mapping[str, str] = field(default_factory=dict)  # cell -> what is written in it

    @property
    def mistakes(self) -> int:
        """How many exercises hold a mistake; one that was given up on before holds none."""
        return sum(answer.wrong for answer in self.answers)


def draw_class(assignment: Assignment, count: int, seed: int, rates: Rates) -> tuple[SimulatedStudent, ...]:
    """Draw the students, in the order of their ids."""
    dice = random.Random(f"{assignment.name} {seed}")
    mistakes = _popularity(read_bank(assignment.hidden, MISTAKES), dice)
    variants = read_bank(assignment.hidden, VARIANTS)
    students = [_student(number, assignment, mistakes, variants, dice, rates) for number in range(1, count + 1)]
    beliefs = draw_beliefs(read_questions(assignment), seed)
    return tuple(replace(one, guesses=draw_guesses(one.id, beliefs, seed, rates.guesses)) for one in students)


def held_out(assignment: Assignment, seed: int, rates: Rates) -> frozenset[str]:
    """Return the mistakes that the diagnosis shall not know."""
    dice = random.Random(f"held out {assignment.name} {seed}")
    names = [entry.name for entry in read_bank(assignment.hidden, MISTAKES)]
    return frozenset(dice.sample(names, round(len(names) * rates.held_out)))


def describe(rates: Rates) -> Iterator[tuple[str, str]]:
    """Yield each rate's name and value as people read it."""
    for one in fields(rates):
        value = getattr(rates, one.name)
        if isinstance(value, tuple):
            yield one.name, ", ".join(f"{number}: {share:.0%}" for number, share in enumerate(value))
        else:
            yield one.name.replace("_", " "), f"{value:.1%}"


Weighted = Sequence[tuple[Entry, float]]


def _popularity(entries: Sequence[Entry], dice: random.Random) -> Weighted:
    """Give mistakes frequencies as classes have them: a few are common, most are rare (Zipf's law within a function)."""
    weighted = []
    for function in dict.fromkeys(entry.function for entry in entries):
        own = entries_for(entries, [function])
        weighted += [(entry, 1.0 / rank) for rank, entry in enumerate(dice.sample(own, len(own)), 1)]
    return weighted


def _student(
    number: int, assignment: Assignment, mistakes: Weighted, variants: Sequence[Entry], dice: random.Random, rates: Rates
) -> SimulatedStudent:
    """Draw one student: `struggle` decides the number of mistakes, and makes those who make many also give up more often."""
    struggle = dice.random()
    wrong = _wrong_exercises(assignment, mistakes, _count(struggle, rates.mistakes), dice)
    stops_at = _stops_at(assignment, struggle, dice, rates)
    answers = []
    for place, exercise in enumerate(assignment.exercises):
        started = place < stops_at and dice.random() >= rates.skips
        entry = wrong.get(exercise.id)
        chosen = (entry,) if entry else _styles(exercise, variants, dice, rates)
        answers.append(Answer(exercise.id, started, chosen if started else (), wrong=started and entry is not None))
    first, last = dice.choice(FIRST_NAMES), dice.choice(LAST_NAMES)
    late = dice.random() < rates.late
    hours = round(dice.expovariate(1 / 20) + 0.1, 1) if late else 0.0
    graded = dice.random() >= rates.ungraded
    return SimulatedStudent(f"sim{number:03d}", first, last, tuple(answers), _accident(dice, rates), hours, graded)


def _count(struggle: float, shares: Sequence[float]) -> int:
    """Return how many mistakes: the quantile of the distribution, so that the rates hold and struggling is one trait."""
    return sum(struggle >= edge for edge in list(accumulate(shares))[:-1])


def _wrong_exercises(assignment: Assignment, mistakes: Weighted, count: int, dice: random.Random) -> dict[str, Entry]:
    """Choose the exercises with a mistake, those with many points first: they are long; then one mistake for each."""
    chosen: dict[str, Entry] = {}
    open_ = {e.id: e for e in assignment.exercises if any(entry.function in e.functions for entry, _ in mistakes)}
    while open_ and len(chosen) < count:
        exercise = dice.choices(list(open_.values()), [one.points or 1.0 for one in open_.values()])[0]
        own = [(entry, weight) for entry, weight in mistakes if entry.function in exercise.functions]
        chosen[exercise.id] = dice.choices([entry for entry, _ in own], [weight for _, weight in own])[0]
        del open_[exercise.id]
    return chosen


def _stops_at(assignment: Assignment, struggle: float, dice: random.Random, rates: Rates) -> int:
    """Return the position of the first exercise that is left undone; giving up is twice as likely in the weaker half."""
    total = len(assignment.exercises)
    if dice.random() < rates.blank:
        return 0
    likely = rates.gives_up * (1.6 if struggle > 0.5 else 0.4)
    return dice.randint(max(1, total // 2), total - 1) if dice.random() < likely and total > 1 else total


def _styles(exercise: Exercise, variants: Sequence[Entry], dice: random.Random, rates: Rates) -> tuple[Entry, ...]:
    """Choose another style for some of the functions; one that costs a purity test is no right answer, and is left out."""
    chosen = []
    for function in exercise.functions:
        own = [entry for entry in entries_for(variants, [function]) if not entry.mutates]
        if own and dice.random() < rates.variants:
            chosen.append(dice.choice(own))
    return tuple(chosen)


def _accident(dice: random.Random, rates: Rates) -> str | None:
    roll = dice.random()
    own = (rates.crash, rates.endless, rates.tampered, rates.syntax, rates.unreadable)
    for kind, rate in zip((CRASH, HANG, TAMPER, SYNTAX, UNREADABLE), own, strict=True):
        if roll < rate:
            return kind
        roll -= rate
    return None


FIRST_NAMES = (
    "Ada", "Amara", "Anton", "Beatriz", "Bilal", "Camille", "Chidi", "Clara", "Daniel", "Deniz", "Elif", "Emil", "Fatima",
    "Felix", "Giulia", "Hana", "Henrik", "Ines", "Ivo", "Jasmin", "Jonas", "Kaya", "Kenji", "Lena", "Luca", "Maja", "Mateo",
    "Mei", "Nadia", "Noah", "Olga", "Omar", "Paula", "Priya", "Rafael", "Rosa", "Samir", "Sofia", "Tariq", "Tomas", "Uma",
    "Viktor", "Wanda", "Yuki", "Yusuf", "Zoe",
)  # fmt: skip
LAST_NAMES = (
    "Adeyemi", "Almeida", "Aydin", "Bauer", "Berg", "Bianchi", "Castillo", "Chen", "Cohen", "Dahl", "Dubois", "Eriksen",
    "Fischer", "Garcia", "Haddad", "Horvat", "Ivanova", "Jansen", "Kaminski", "Kaur", "Kim", "Kovacs", "Larsen", "Lopez",
    "Maier", "Mensah", "Moreau", "Nakamura", "Nguyen", "Novak", "Okafor", "Oliveira", "Patel", "Peters", "Petrov", "Quist",
    "Ricci", "Rossi", "Sato", "Schmid", "Silva", "Tanaka", "Virtanen", "Weber", "Yilmaz", "Zhang",
)  # fmt: skip
