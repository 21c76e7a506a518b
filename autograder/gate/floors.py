"""The least that every exercise must have before it is released; trusted side."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.course import bank
from autograder.course.model import Assignment, Exercise
from autograder.gate.files import Problem
from autograder.judge.judge import Judge

MISTAKES, VARIANTS, KINDS = 3, 2, 2
PLACEHOLDER = "FILL IN"  # what `autograder new` leaves for an author to replace


def check_floors(assignment: Assignment, judge: Judge) -> Iterator[Problem]:
    """Yield what is missing from the assignment's exercises: without it, an open gate would say nothing."""
    for exercise in assignment.exercises:
        yield from _structures(assignment, exercise, judge)
        yield from _entries(assignment, exercise)
        kinds = {test.kind for test in judge.tests(exercise.id)} if exercise.id in judge.exercises else set()
        if len(kinds) < KINDS:
            has = ", ".join(sorted(kinds)) or "none"
            remedy = f"Use at least {KINDS} of the kinds in testing/kinds.py: what is asked for besides right values?"
            yield (f"test_{exercise.id}.py", f"has tests of too few kinds ({has})", remedy)
    yield from _hints(assignment)
    yield from check_placeholders(assignment)


def _structures(assignment: Assignment, exercise: Exercise, judge: Judge) -> Iterator[Problem]:
    for function in exercise.functions:
        if function not in judge.returns:
            place = f"{assignment.name}/signatures.py: {function}"
            yield (place, "has no structure", "Say in RETURNS what it returns: hidden tests meet nothing else then.")


def _entries(assignment: Assignment, exercise: Exercise) -> Iterator[Problem]:
    floors = (
        (bank.MISTAKES, MISTAKES, "What do students get wrong here?"),
        (bank.VARIANTS, VARIANTS, "How else can it be right?"),
    )
    for kind, floor, question in floors:
        count = len(bank.entries_for(bank.read_bank(assignment.hidden, kind), exercise.functions))
        if count < floor:
            yield (f"{assignment.name}: {exercise.id}", f"has {count} {kind}, and needs {floor}", f"Add some. {question}")


def _hints(assignment: Assignment) -> Iterator[Problem]:
    for entry in bank.read_bank(assignment.hidden, bank.MISTAKES):
        if "?" not in entry.text:
            yield (
                f"{assignment.name}: {entry.name}",
                "has a hint that asks nothing",
                "Make it a question that leads to the mistake.",
            )


def check_placeholders(assignment: Assignment) -> Iterator[Problem]:
    """Yield each file in which something that `autograder new` left to be filled in is still there."""
    course = assignment.course
    oracle = course.content / "oracles" / f"{assignment.name}.py"
    for path in [course.script(assignment.name), *sorted(assignment.hidden.rglob("*")), oracle]:
        if path.suffix in (".py", ".toml", ".md") and path.is_file():
            lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
            found = [str(number) for number, line in enumerate(lines, 1) if PLACEHOLDER in line]
            if found:
                name = path.relative_to(course.root) if path.is_relative_to(course.root) else path
                place = f"{name}: line{'s' if len(found) > 1 else ''} {', '.join(found)}"
                yield (place, f"still say{'' if len(found) > 1 else 's'} {PLACEHOLDER}", "Write what belongs there.")
