"""Plants copies in a simulated class, each disguised in a known way, and counts which of them are found; trusted side."""

from __future__ import annotations

import ast
import random
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from autograder.course.model import Assignment
from autograder.similarity.pairs import answers_of, background, find_pairs
from autograder.simulation.draw import Rates, draw_class
from autograder.simulation.handwriting import Hand, rename, written_by
from autograder.simulation.notebooks import answers_in
from autograder.submission.canonical import canonicalise
from autograder.submission.read import Submission, SubmittedCell

Texts = Mapping[str, str]  # grade_id -> what stands in the answer cell
HALF = "half of it, all disguises"
REWRITTEN = "rewritten in the copier's own hand"


@dataclass(frozen=True)
class Found:
    """What was counted: by disguise, how many copies were planted and how many of them named; and pairs named that are none."""

    students: int
    planted: Mapping[str, int]
    named: Mapping[str, int]
    false_pairs: int


def measure(assignment: Assignment, students: int, copies: int, seed: int) -> Found:
    """Draw a class in which everybody has a hand of their own, plant copies, and compare all with all."""
    dice = random.Random(f"copies {assignment.name} {students} {copies} {seed}")
    drawn = draw_class(assignment, students, seed, Rates())
    texts = {one.id: _in_hand(Hand.drawn(f"{seed} {one.id}"), answers_in(one, assignment)) for one in drawn}
    writers = [name for name in texts if texts[name]]
    chosen = dice.sample(writers, min(2 * copies, len(writers) // 2 * 2))
    kinds = list(DISGUISES)
    planted: dict[frozenset[str], str] = {}
    for number, (source, copier) in enumerate(zip(chosen[::2], chosen[1::2], strict=True)):
        kind = kinds[number % len(kinds)]
        texts[copier] = {**texts[copier], **DISGUISES[kind](texts[source], random.Random(f"{seed} {copier}"))}
        planted[frozenset((source, copier))] = kind
    features = {name: answers_of(canonicalise(_submission(name, own, assignment), assignment)) for name, own in texts.items()}
    found = {frozenset(pair.students) for pair in find_pairs(features, background(assignment))}
    named = Counter(kind for pair, kind in planted.items() if pair in found)
    return Found(students, Counter(planted.values()), named, len(found - planted.keys()))


def _submission(name: str, texts: Texts, assignment: Assignment) -> Submission:
    cells = [SubmittedCell(one.kind, texts.get(one.grade_id or "", one.released), one.grade_id, one.cell_id)
             for one in assignment.cells]  # fmt: skip
    return Submission(name, tuple(cells))


def _in_hand(hand: Hand, texts: Texts) -> dict[str, str]:
    return {name: written_by(hand, text) for name, text in texts.items()}


def _renamed(texts: Texts, dice: random.Random) -> dict[str, str]:
    return {name: _changed(text, lambda function: rename(function, dice)) for name, text in texts.items()}


def _reformatted(texts: Texts, dice: random.Random) -> dict[str, str]:
    """Another layout: blank lines, parentheses, spaces, and no comments."""

    def one(text: str) -> str:
        lines = _changed(text, lambda function: None).split("\n")
        spread = [re.sub(r"return (.+)$", r"return (\1)", line) if line.startswith("    return") else line for line in lines]
        return "\n".join(f"{line}\n" if dice.random() < 0.3 and line.startswith("    ") else line for line in spread)

    return {name: one(text) for name, text in texts.items()}


def _commented_anew(texts: Texts, dice: random.Random) -> dict[str, str]:
    """Other comments, more or fewer."""
    hand = Hand(str(dice.random()), 0.0, 0.0, 0.0, 0.6)
    without = {name: re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE) for name, text in texts.items()}
    return {name: written_by(hand, text) for name, text in without.items()}


def _reordered(texts: Texts, dice: random.Random) -> dict[str, str]:
    return {name: _changed(text, lambda function: _swap_neighbours(function, dice)) for name, text in texts.items()}


def _split(texts: Texts, dice: random.Random) -> dict[str, str]:
    """More lines than there were: parts of formulas get names."""
    return _in_hand(Hand(str(dice.random()), 0.5, 0.0, 0.0, 0.0), texts)


def _padded(texts: Texts, dice: random.Random) -> dict[str, str]:
    """A line in each function that does nothing."""

    def pad(function: ast.FunctionDef) -> None:
        name, place = dice.choice(("check", "unused", "debug")), dice.randrange(len(function.body))
        after_docstring = max(place, 1 if ast.get_docstring(function) else 0)
        function.body[after_docstring:after_docstring] = ast.parse(f"{name} = {dice.randrange(100)}").body

    return {name: _changed(text, pad) for name, text in texts.items()}


def _everything(texts: Texts, dice: random.Random) -> dict[str, str]:
    for disguise in (_reordered, _renamed, _commented_anew, _reformatted):
        texts = disguise(texts, dice)
    return dict(texts)


def _half(texts: Texts, dice: random.Random) -> dict[str, str]:
    chosen = dice.sample(sorted(texts), (len(texts) + 1) // 2)
    return _everything({name: texts[name] for name in chosen}, dice)


def _rewritten(texts: Texts, dice: random.Random) -> dict[str, str]:
    return _in_hand(Hand.drawn(str(dice.random())), _everything(texts, dice))


DISGUISES: Mapping[str, Callable[[Texts, random.Random], dict[str, str]]] = {
    "none": lambda texts, dice: dict(texts),
    "variables renamed": _renamed,
    "reformatted, without comments": _reformatted,
    "other comments": _commented_anew,
    "statements reordered": _reordered,
    "lines split": _split,
    "dead code added": _padded,
    "all but dead code and split lines": _everything,
    HALF: _half,
    REWRITTEN: _rewritten,
}


def _changed(text: str, change: Callable[[ast.FunctionDef], None]) -> str:
    """Return a cell with each of its functions changed; one that does not parse stays as it is."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return text
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            change(node)
    return ast.unparse(tree)


def _swap_neighbours(function: ast.FunctionDef, dice: random.Random) -> None:
    """Swap assignments that stand beside each other and do not need each other."""
    for place in range(len(function.body) - 1):
        first, second = function.body[place : place + 2]
        free = isinstance(first, ast.Assign) and isinstance(second, ast.Assign) and dice.random() < 0.7
        if free and not (_stored(first) & _named(second) or _stored(second) & _named(first)):
            function.body[place : place + 2] = [second, first]


def _stored(statement: ast.stmt) -> set[str]:
    return {one.id for one in ast.walk(statement) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}


def _named(statement: ast.stmt) -> set[str]:
    return {one.id for one in ast.walk(statement) if isinstance(one, ast.Name)}
