"""Where to look after losing points: the section, a number worked out on paper, a visible check that fails; trusted side.

Everything that is said stands in what was handed out. The visible checks run in a worker that has seen no hidden test, and all
that is taken from it is which of them it stopped at: nothing that a student's code prints or answers gets into a result.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from autograder.course.model import Assignment, Exercise, SourceCell
from autograder.grading.visible_checks import Probe, dictionary_keys, probe
from autograder.result import CRASHED, NOT_STARTED, PARTIAL, TIMED_OUT, VIOLATION, WRONG, ExerciseResult, Flag, Where
from autograder.submission.canonical import Canonical
from autograder.submission.own_cells import roles
from autograder.worker.cell_run import STUDY, Role
from autograder.worker.deadlines import Deadlines
from autograder.worker.session import Session
from autograder.worker.zygote import Zygote

HINTS_FILE, HINTS = "hints.py", "HINTS"  # of the handout: exercise -> its rungs, the last of which is a number
SECONDS = 20.0  # for all visible checks of a submission; whoever needs longer is told the section and the number
_TROUBLED = frozenset({CRASHED, TIMED_OUT, VIOLATION})  # such a submission has cost enough
_HEADING = re.compile(r"^#{1,4}[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
_SEED = "import random as _random, numpy as _numpy\n_random.seed(0)\n_numpy.random.seed(0)"


@dataclass(frozen=True)
class Found:
    """What a fresh run of the visible checks of one exercise gave: the call and reason of the first that fails, if any."""

    passes: bool
    call: str = ""
    why: str = ""


class Guide:
    """What an assignment's notebook and handout say about each of its exercises."""

    def __init__(self, assignment: Assignment) -> None:
        self.assignment = assignment
        self.sections = sections(assignment)
        self.numbers = numbers(assignment)

    def place(self, exercise: str) -> Where:
        """Return the section and the number."""
        section = self.sections.get(exercise, "")
        return Where(section, anchor(section), self.numbers.get(exercise, ""))

    def look(
        self, results: Sequence[ExerciseResult], canonical: Canonical, zygote: Zygote, flags: Sequence[Flag]
    ) -> tuple[ExerciseResult, ...]:
        """Return the results with a place to look at for every exercise that is not solved."""
        begun = [one.id for one in results if one.status in (PARTIAL, WRONG)]
        found = first_failing(begun, canonical, zygote) if begun and not _TROUBLED & set(flags) else {}
        return tuple(self._with_place(one, found.get(one.id)) for one in results)

    def _with_place(self, result: ExerciseResult, found: Found | None) -> ExerciseResult:
        if result.status not in (PARTIAL, WRONG, NOT_STARTED):
            return result
        where = self.place(result.id)
        if found is not None:
            where = replace(where, call=found.call, why=found.why, passes=found.passes)
        return replace(result, where=where)


def first_failing(exercises: Sequence[str], canonical: Canonical, zygote: Zygote) -> dict[str, Found]:
    """Run the visible checks of these exercises on a submission, in the notebook's order; say which of each fails first."""
    cells, parts, places = _cells(set(exercises), canonical)
    deadlines = Deadlines(call=2.0, cell=SECONDS / 4, cells=SECONDS, submission=SECONDS)
    session = Session(zygote, cells, deadlines, roles=parts)
    try:
        outcomes = session.start()
    finally:
        session.close()
    found = {}
    for exercise, (index, checks) in places.items():
        outcome = outcomes[index] if index < len(outcomes) else None
        if outcome is None or outcome.lost or not checks.checks:
            continue
        if outcome.ok:
            found[exercise] = Found(True)
        elif (check := checks.checks.get(outcome.line or 0)) is not None and check.call:
            found[exercise] = Found(False, check.call, check.why)
    return found


def _cells(wanted: set[str], canonical: Canonical) -> tuple[list[str], list[Role], dict[str, tuple[int, Probe]]]:
    """Return the notebook up to the last of the wanted checks: what is run while grading, and every grade cell taken apart."""
    names = {exercise.id for exercise in canonical.assignment.exercises}
    known = iter(roles(canonical))
    cells, parts, places = [_SEED], [Role()], dict[str, tuple[int, Probe]]()
    keys: dict[str, tuple[str, ...]] = {}
    for cell in canonical.cells:
        role = next(known) if cell.run else Role()
        name = cell.origin.grade_id if cell.origin is not None else None
        if cell.run and role.kind != STUDY:
            cells.append(cell.source)
        elif name in names and name is not None and cell.origin is not None:
            checks = probe(cell.origin.released, checking=name in wanted, keys=keys)
            keys |= dictionary_keys(cell.origin.released)
            cells.append(checks.source)
            if name in wanted:
                places[name] = (len(cells) - 1, checks)
        else:
            continue
        parts.append(role)
        if len(places) == len(wanted):
            break
    return cells, parts, places


def sections(assignment: Assignment) -> dict[str, str]:
    """Return the heading above each exercise's first answer."""
    owner = {name: exercise for exercise in assignment.exercises for name in exercise.solution_cells}
    heading, found = "", dict[str, str]()
    for cell in assignment.cells:
        if cell.kind == "markdown" and not cell.grade:
            heading = next(reversed(_headings(cell)), heading)
        exercise: Exercise | None = owner.get(cell.grade_id or "")
        if exercise is not None:
            found.setdefault(exercise.id, heading)
    return found


def numbers(assignment: Assignment) -> dict[str, str]:
    """Return what was worked out on paper for each exercise: the last rung of the hints that are handed out."""
    for path in assignment.helper_files:
        if path.name == HINTS_FILE:
            rungs = _literal(path.read_text(encoding="utf-8"), HINTS)
            return {str(name): str(texts[-1]) for name, texts in rungs.items() if isinstance(texts, tuple | list) and texts}
    return {}


def anchor(section: str) -> str:
    """Return the fragment by which Jupyter's notebooks link to a heading."""
    return section.replace(" ", "-")


def _headings(cell: SourceCell) -> list[str]:
    return [match.replace("`", "").replace("$", "") for match in _HEADING.findall(cell.released)]


def _literal(source: str, name: str) -> Mapping[object, object]:
    """Return the dictionary that a file gives a name, without running it; an empty one where there is none."""
    for node in ast.parse(source).body:
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(target, ast.Name) and target.id == name and isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            try:
                value = ast.literal_eval(node.value)
            except ValueError:
                return {}
            return value if isinstance(value, dict) else {}
    return {}
