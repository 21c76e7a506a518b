"""Which two submissions share features that hardly anybody else's have, and in which exercises; trusted side.

A feature weighs as many bits as it takes to be picked out of the class: what one in N has weighs log2 N. What the release, the
solution or the bank has weighs nothing, and what more than a few have is how one writes it here. Nothing is accused.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from autograder.course import bank
from autograder.course.model import Assignment
from autograder.similarity.features import pieces
from autograder.submission.canonical import Canonical, canonicalise
from autograder.submission.read import Submission

MOST = 4  # students who share a feature that still tells something, or one in twenty of a large class
SAID = (
    "These answers are more alike than the stub, the solution and the rest of the class explain. That proves nothing: students "
    "may have worked together where that is allowed, or have had one source. Read both, and ask, before anything is said. "
    "No score depends on it."
)
AS_IF = 50  # so many students at least: what nobody in a small class has either is rarer than that class can show
ENOUGH_BITS = 45.0  # of evidence, over two exercises or more: measured with `autograder similar A --measure`
ALONE_BITS = 65.0  # in one exercise alone: two who have the same unusual source for it are as much alike as a copy


@dataclass(frozen=True)
class Alike:
    """An exercise in which two answers are alike: which share of the shorter one's rare features both have; the evidence."""

    exercise: str
    share: float
    bits: float


@dataclass(frozen=True)
class SimilarPair:
    """Two students whose answers are alike, in which exercises, and how much evidence there is in all, in bits."""

    students: tuple[str, str]
    exercises: tuple[Alike, ...]
    bits: float


Answers = Mapping[str, frozenset[str]]  # exercise -> features


def similar_pairs(assignment: Assignment, submissions: Iterable[Submission]) -> list[SimilarPair]:
    """Return the pairs worth looking at, those with most evidence first."""
    answers = {one.name: answers_of(canonicalise(one, assignment)) for one in submissions}
    if not find_pairs(answers):
        return []  # without reading the bank
    return find_pairs(answers, background(assignment))


def find_pairs(answers: Mapping[str, Answers], known: frozenset[str] = frozenset()) -> list[SimilarPair]:
    """Compare students' features, without those that are known to everybody."""
    spread = Counter(feature for own in answers.values() for feature in set().union(*own.values()))
    most, students = max(MOST, len(answers) // 20), max(len(answers), AS_IF)
    bits = {feature: math.log2(students / count) for feature, count in spread.items() if count <= most and feature not in known}
    rare = {name: {exercise: features & bits.keys() for exercise, features in own.items()} for name, own in answers.items()}
    found = [pair for one, other in _meeting(rare) if (pair := _compared(one, other, rare, bits)) is not None]
    return sorted(found, key=lambda pair: (-pair.bits, pair.students))


def answers_of(canonical: Canonical) -> Answers:
    """Return a rebuilt submission's features, exercise by exercise; a helper belongs to the exercise whose cell it is in."""
    assignment = canonical.assignment
    given = given_names(assignment)
    owner = {name: exercise.id for exercise in assignment.exercises for name in exercise.functions}
    cell_of = {name: exercise.id for exercise in assignment.exercises for name in exercise.solution_cells}
    found: dict[str, frozenset[str]] = {}
    for cell in canonical.cells:
        if cell.kind != "code" or not cell.by_student:
            continue
        place = cell_of.get(cell.origin.grade_id or "", "") if cell.origin is not None else ""
        for piece in pieces(cell.source, given):
            exercise = owner.get(piece.name) or place
            found[exercise] = found.get(exercise, frozenset()) | piece.features
    return found


def background(assignment: Assignment) -> frozenset[str]:
    """Return the features of everything that is no student's own idea: release, solution, known mistakes and variants."""
    given = given_names(assignment)
    texts = [text for cell in assignment.cells if cell.kind == "code" for text in (cell.source, cell.released)]
    texts += [path.read_text(encoding="utf-8") for path in assignment.helper_files]
    return _of_bank(assignment.hidden, given) | _all_features(texts, given)


@lru_cache(maxsize=8)
def _of_bank(hidden: Path, given: frozenset[str]) -> frozenset[str]:
    return _all_features([entry.source for kind in bank.KINDS for entry in bank.read_bank(hidden, kind)], given)


def _all_features(texts: Iterable[str], given: frozenset[str]) -> frozenset[str]:
    return frozenset(feature for text in dict.fromkeys(texts) for piece in pieces(text, given) for feature in piece.features)


def given_names(assignment: Assignment) -> frozenset[str]:
    """Return the functions and classes that every notebook has under the same name."""
    return frozenset(name for exercise in assignment.exercises for name in exercise.functions)


def _meeting(rare: Mapping[str, Answers]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that share any rare feature."""
    holders: dict[str, list[str]] = {}
    for name in sorted(rare):
        for feature in set().union(*rare[name].values()):
            holders.setdefault(feature, []).append(name)
    yield from dict.fromkeys(pair for names in holders.values() for pair in combinations(names, 2))


def _compared(one: str, other: str, rare: Mapping[str, Answers], bits: Mapping[str, float]) -> SimilarPair | None:
    """Return the pair, where the exercises in which more is shared than not hold enough evidence."""
    first, second = rare[one], rare[other]
    compared = [_alike(exercise, first[exercise], second[exercise], bits) for exercise in first if exercise in second]
    alike = sorted((found for found in compared if found.bits > 0), key=lambda found: -found.bits)
    total = sum(found.bits for found in alike)
    enough = ENOUGH_BITS if len(alike) > 1 else ALONE_BITS
    return SimilarPair((one, other), tuple(alike), round(total, 1)) if total >= enough else None


def _alike(exercise: str, first: frozenset[str], second: frozenset[str], bits: Mapping[str, float]) -> Alike:
    """Weigh what both have against what the shorter of the two has alone: a copy has next to nothing of its own."""
    shared = sum(bits[feature] for feature in first & second)
    smaller = min(sum(bits[feature] for feature in features) for features in (first, second))
    share = shared / smaller if smaller else 0.0
    return Alike(exercise, round(share, 3), round(2 * shared - smaller, 1))
