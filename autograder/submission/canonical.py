"""Rebuilds a submission on the source notebook's cells: only answers and students' own cells are kept; trusted side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.course.model import Assignment, Exercise, SourceCell
from autograder.result import TAMPERED, UNREADABLE
from autograder.submission.read import Submission, SubmittedCell


@dataclass(frozen=True)
class CanonicalCell:
    """One cell of a rebuilt submission: `origin` is the source cell, or None for a cell that the student added."""

    kind: str
    source: str
    origin: SourceCell | None
    run: bool

    @property
    def by_student(self) -> bool:
        """Did the student write this text?"""
        return self.origin is None or self.origin.answer


@dataclass(frozen=True)
class Canonical:
    """A rebuilt submission, with what had to be mended, in sentences for the student."""

    name: str
    assignment: Assignment
    cells: tuple[CanonicalCell, ...]
    messages: tuple[str, ...]
    not_started: frozenset[str]
    flags: tuple[str, ...] = ()  # of result.FLAGS: what an instructor should look at


def canonicalise(submission: Submission, assignment: Assignment) -> Canonical:
    """Rebuild a submission; every cell of the source notebook is there afterwards, once, in the source's order.

    Answers come from the first cell with their grade_id. Locked cells are the source's own. Cells that the student added stay
    behind the cell that they followed. A cell that still is the stub is not run, so that it cannot undo a function that
    was written elsewhere.
    """
    first, extras, messages = _sort_cells(submission, assignment)
    if submission.problem:
        messages.append(f"The submission could not be read and is graded as unanswered: {submission.problem}")
    foreign = not any(assignment.by_id[name].answer and assignment.by_id[name].kind == "code" for name in first)
    if foreign:
        messages += _strangeness(submission, assignment)
        extras = {after: [one for one in some if one[0].grade_id is None] for after, some in extras.items()}
    tampered = False
    cells: list[CanonicalCell] = [_added(cell, counts) for cell, counts in extras.pop(_BEFORE_ALL, [])]
    for position, origin in enumerate(assignment.cells):
        submitted = first.get(origin.grade_id or "")
        cells.append(_rebuilt(origin, submitted))
        if origin.grade_id is not None and not foreign:
            message, is_tampering = _mending(origin, submitted)
            messages += message
            tampered |= is_tampering
        cells += [_added(cell, counts) for cell, counts in extras.get(position, [])]
    not_started = frozenset(e.id for e in assignment.exercises if _not_started(e, assignment, cells))
    flags = ((TAMPERED,) if tampered else ()) + ((UNREADABLE,) if submission.problem else ())
    return Canonical(submission.name, assignment, tuple(cells), tuple(messages), not_started, flags)


def recognise(submission: Submission, assignments: Iterable[Assignment]) -> Assignment | None:
    """Return the assignment that this submission most resembles by grade_ids, or by function names without them."""
    ids = {cell.grade_id for cell in submission.cells if cell.grade_id}
    text = "\n".join(cell.source for cell in submission.cells if cell.kind == "code")
    best: tuple[int, Assignment] | None = None
    for assignment in assignments:
        names = [name for exercise in assignment.exercises for name in exercise.functions]
        own = {cell.grade_id for cell in assignment.cells if cell.grade_id and cell.grade_id not in _SHARED_IDS}
        score = 1000 * len(ids & own) + sum(_defines(text, name) for name in names)
        if score and (best is None or score > best[0]):
            best = (score, assignment)
    return best[1] if best else None


def is_stub(text: str, released: str) -> bool:
    """Is this the released stub or less: does no line of it say anything that the stub does not say?

    Comments, blank lines, docstrings, raises of NotImplementedError and lines such as `pass` say nothing. Whether the rest
    parses does not matter: a stub whose raise was deleted is still a stub.
    """
    return _bare(text) <= _bare(released)


_BEFORE_ALL = -1
_SHARED_IDS = frozenset({"setup"})
_Extras = dict[int, list[tuple[SubmittedCell, bool]]]


def _sort_cells(submission: Submission, assignment: Assignment) -> tuple[dict[str, SubmittedCell], _Extras, list[str]]:
    """Split a submission into first occurrences by grade_id and the student's own cells by the position they follow."""
    positions = {cell.grade_id: index for index, cell in enumerate(assignment.cells) if cell.grade_id}
    texts = {cell.source.strip() for cell in assignment.cells if cell.grade_id is None}
    recognised = any(cell.grade_id in positions for cell in submission.cells)
    here = _BEFORE_ALL if recognised else len(assignment.cells) - 1  # a plain file's functions come after everything
    first: dict[str, SubmittedCell] = {}
    extras: _Extras = {}
    messages: list[str] = []
    for cell in submission.cells:
        known = cell.grade_id if cell.grade_id in positions else None
        if known is not None and known not in first:
            first[known] = cell
            here = positions[known]
            continue
        if known is not None:
            messages.append(f"The cell {known!r} occurs more than once: the first one counts.")
        elif cell.source.strip() in texts or not cell.source.strip():
            here = _next_text(assignment, here, cell.source.strip())
            continue
        extras.setdefault(here, []).append((cell, known is None))
    return first, extras, messages


def _next_text(assignment: Assignment, here: int, text: str) -> int:
    """Return where this text stands among the provided texts that follow `here`, or else `here`."""
    for position in range(here + 1, len(assignment.cells)):
        if assignment.cells[position].grade_id is not None:
            break
        if assignment.cells[position].source.strip() == text:
            return position
    return here


def _rebuilt(origin: SourceCell, submitted: SubmittedCell | None) -> CanonicalCell:
    if not origin.answer:
        return CanonicalCell(origin.kind, origin.source, origin, origin.runs_while_grading)
    text = origin.released if submitted is None or submitted.kind != origin.kind else submitted.source
    return CanonicalCell(origin.kind, text, origin, origin.runs_while_grading and not is_stub(text, origin.released))


def _added(cell: SubmittedCell, counts: bool) -> CanonicalCell:
    """Keep a cell of the student's own; a second copy of a known cell is kept as text, because the first one counts."""
    if not counts:
        quoted = "\n".join(f"    {line}" for line in cell.source.split("\n"))
        return CanonicalCell("markdown", f"This cell occurred more than once; the first one counts.\n\n{quoted}", None, False)
    return CanonicalCell(cell.kind, cell.source, None, cell.kind == "code")


def _strangeness(submission: Submission, assignment: Assignment) -> list[str]:
    """Say what is handed in where no answer cell is recognised; a plain file of functions needs no remark."""
    if any(cell.grade_id for cell in submission.cells):
        return [f"The notebook holds no answer cell of {assignment.name}: was another assignment's handed in?"]
    return [] if submission.cells or submission.problem else ["The notebook is empty."]


def _mending(origin: SourceCell, submitted: SubmittedCell | None) -> tuple[list[str], bool]:
    """Say what had to be mended in one cell, and whether someone changed what was locked."""
    if submitted is None:
        what = "counts as not answered" if origin.answer else "was put back"
        return [f"The cell {origin.grade_id!r} was missing and {what}."], False
    if submitted.kind != origin.kind:
        return [f"The cell {origin.grade_id!r} was turned into a {submitted.kind} cell and was put back."], True
    if origin.locked and not origin.answer and submitted.source.strip() != origin.source.strip():
        return [f"The locked cell {origin.grade_id!r} had been changed and was put back."], True
    return [], False


def _not_started(exercise: Exercise, assignment: Assignment, cells: list[CanonicalCell]) -> bool:
    own = set(exercise.solution_cells)
    answers = [cell for cell in cells if cell.origin is not None and cell.origin.grade_id in own]
    if not answers or any(cell.run for cell in answers):
        return False
    elsewhere = "\n".join(cell.source for cell in cells if cell.by_student and cell.run)
    return not any(_defines(elsewhere, name) for name in exercise.functions)


def _defines(text: str, name: str) -> bool:
    return bool(re.search(rf"^[ \t]*(?:(?:def|class)[ \t]+{name}\b|{name}[ \t]*=)", text, re.MULTILINE))


_DOCSTRING = re.compile(r"""^[ \t]*[rRuU]?(\"{3}|'{3}).*?\1""", re.MULTILINE | re.DOTALL)
_SAYS_NOTHING = re.compile(r"pass|\.\.\.|return( None)?|raise NotImplementedError(\(.*\))?")


def _bare(text: str) -> set[str]:
    """Return the lines that say something."""
    lines = (re.sub(r"\s+", " ", line.split("#")[0]).strip().rstrip(";") for line in _DOCSTRING.sub("", text).split("\n"))
    return {line for line in lines if line and not _SAYS_NOTHING.fullmatch(line)}
