"""Which known mistakes a student would hand in with every visible check of the exercise green; trusted side.

Each mistake stands in for the reference solution's function, and the exercise's own grade cell is run. A mistake that
passes it is found out only after the deadline, when it costs points and can no longer be mended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType

from autograder.course import bank
from autograder.course.model import Assignment
from autograder.errors import KitBroken
from autograder.gate.files import Problem
from autograder.gate.stand_in import solution_submission
from autograder.grading.grader import Grader
from autograder.submission.canonical import canonicalise
from autograder.worker.cell_outcome import CellOutcome
from autograder.worker.deadlines import Deadlines
from autograder.worker.session import Session

LARGEST_SHARE = 0.05  # of an exercise's known mistakes may pass its visible checks
# exercises that still need checks: the mistakes that pass them all, and of how many; none may be added
NOT_YET: Mapping[str, tuple[int, int]] = MappingProxyType({})
# what is drawn without a seed is other numbers each time, and the same ones in each run: what is said of a mistake has to stay
_REMEMBER = """
import copy as _copy, itertools as _itertools, random as _random, numpy as _numpy
def _draw_the_same(draw=_numpy.random.default_rng):
    fresh = _itertools.count()
    _random.seed(0)
    _numpy.random.seed(0)
    _numpy.random.default_rng = lambda seed=None: draw(next(fresh) if seed is None else seed)
_data = {n: v for n, v in globals().items() if not n.startswith('_') and isinstance(v, (np.ndarray, dict, list, set))}
def _start_again(names=dict(globals()), data=_copy.deepcopy(_data), copied=_copy.deepcopy, draw=_draw_the_same):
    here, itself = globals(), _start_again
    draw()
    here.clear()
    here.update(names, **copied(data), _start_again=itself)  # data too: a mistake may have changed them in place
"""
_DEADLINES = Deadlines(cell=5.0, cells=300.0, submission=400.0)


@dataclass(frozen=True)
class Unseen:
    """One exercise: how many mistakes of it are known, and the names of those that no visible check sees."""

    exercise: str
    known: int
    names: tuple[str, ...]

    @property
    def too_many(self) -> bool:
        """Do more of them pass than the gate allows?"""
        return len(self.names) > LARGEST_SHARE * self.known


def unseen_mistakes(grader: Grader) -> list[Unseen]:
    """Return what passes the visible checks, exercise by exercise, in the order of the notebook.

    Raises:
        KitBroken: the solution itself does not pass them, so that nothing can be said about mistakes.
    """
    assignment = grader.assignment
    entries = bank.read_bank(assignment.hidden, bank.MISTAKES)
    session = Session(grader.zygote, _prepared(assignment), _DEADLINES)
    found = []
    try:
        for exercise in assignment.exercises:
            checks = assignment.by_id[exercise.id].source
            if not _passes(session, assignment, "", checks):
                raise KitBroken(f"{assignment.name}: the solution fails its own visible checks of {exercise.id}.")
            mine = bank.entries_for(entries, exercise.functions)
            green = [entry.name for entry in mine if _passes(session, assignment, entry.source, checks)]
            found.append(Unseen(exercise.id, len(mine), tuple(green)))
    finally:
        session.close()
    return found


@contextmanager
def visible_session(grader: Grader) -> Iterator[Callable[[str, str], str]]:
    """Give a function that runs a check cell for the solution with a source in it, and returns what it showed, as text."""
    session = Session(grader.zygote, _prepared(grader.assignment), _DEADLINES)

    def shown(source: str, checks: str) -> str:
        outputs = _last(session, source, checks).outputs
        texts = (output.get("data", {}).get("text/plain") or output.get("text", "") for output in outputs)
        return "\n".join(str(text) for text in texts)

    try:
        yield shown
    finally:
        session.close()


def blind_checks(
    unseen: Sequence[Unseen], assignment: str, not_yet: Mapping[str, tuple[int, int]] = NOT_YET
) -> Iterator[Problem]:
    """Refuse exercises whose visible checks let too many known mistakes through, or more than they did when last measured."""
    for one in unseen:
        place = f"{assignment}: {one.exercise}"
        measured = not_yet.get(one.exercise)
        if measured is not None and not one.too_many:
            yield (
                place,
                "stands in NOT_YET, and its visible checks are good enough",
                "Take it out of autograder/gate/visible.py.",
            )
        elif one.too_many and (measured is None or len(one.names) > measured[0]):
            share = f"{len(one.names)} of {one.known} known mistakes pass every visible check"
            remedy = (
                f"Add a visible check that they fail: at most {LARGEST_SHARE:.0%} of an exercise's mistakes may stay unseen."
            )
            yield place, f"{share} ({', '.join(one.names)})", remedy


def _prepared(assignment: Assignment) -> list[str]:
    """Return the solved notebook as one cell, its visible checks included: they define what later ones use."""
    canonical = canonicalise(solution_submission(assignment), assignment)
    run = [cell.source for cell in canonical.cells if cell.run]
    checks = [exercise.id for exercise in assignment.exercises]
    known = {cell.origin.grade_id for cell in canonical.cells if cell.run and cell.origin}
    missing = [assignment.by_id[name].source for name in checks if name not in known]
    return ["\n\n".join([*run, *missing, _REMEMBER]), ""]


def _passes(session: Session, assignment: Assignment, source: str, checks: str) -> bool:
    """Say whether the exercise's visible checks are green for the solution with this source in it."""
    return _last(session, source, checks).ok


def _last(session: Session, source: str, checks: str) -> CellOutcome:
    """Return what became of the check cell, run in a new worker."""
    session.renew([session.cells[0], f"_start_again()\n{source}\n\n{checks}"])
    outcomes = session.start()
    return outcomes[-1] if outcomes else CellOutcome(False)
