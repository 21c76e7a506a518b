"""Rebuilds a submission on the source notebook's cells: only answers and students' own cells are kept; trusted side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from autograder.course.model import Assignment, Exercise, SourceCell
from autograder.result import TAMPERED, UNREADABLE, Flag
from autograder.submission.canonical_cell import CanonicalCell
from autograder.submission.claims import BEFORE_ALL, Claims, Own, sort_cells, text_as
from autograder.submission.code_text import (
    added_statements,
    defines,
    definition_keys,
    definitions,
    is_stub,
    left_raises,
    remaining,
    same_content,
    without,
    written_names,
)
from autograder.submission.passed_over import without_commands
from autograder.submission.read import Submission, SubmittedCell

__all__ = ["Canonical", "CanonicalCell", "canonicalise", "is_stub", "recognise"]

ELSEWHERE = "taken from another cell of yours"


@dataclass(frozen=True)
class Canonical:
    """A rebuilt submission, with what had to be mended, in sentences for the student."""

    name: str
    assignment: Assignment
    cells: tuple[CanonicalCell, ...]
    messages: tuple[str, ...]
    not_started: frozenset[str]
    flags: tuple[Flag, ...] = ()  # what an instructor should look at
    left_raises: frozenset[str] = frozenset()  # functions that are written and still raise NotImplementedError


def canonicalise(submission: Submission, assignment: Assignment) -> Canonical:
    """Rebuild a submission; every cell of the source notebook is there afterwards, once, in the source's order.

    Answers come from the cells with their grade_id, wherever those stand and whatever kind they were turned into. Locked
    cells are the source's own. Cells that the student added stay behind the cell that they followed. What still is the stub
    is not run, so that it cannot undo a function that was written elsewhere.
    """
    claims = sort_cells(submission, assignment)
    messages = [*submission.remarks, *claims.messages]
    if submission.problem:
        messages.append(f"The submission could not be read and is graded as unanswered: {submission.problem}")
    foreign = not any(assignment.by_id[name].answer and assignment.by_id[name].kind == "code" for name in claims.known)
    if foreign:
        messages += _strangeness(submission, assignment)
        claims.own = {after: [one for one in some if one.cell.grade_id is None] for after, some in claims.own.items()}
    found, tampered = _from_locked_cells(claims, assignment)
    cells = [_added(own) for own in claims.own.get(BEFORE_ALL, [])]
    for position, origin in enumerate(assignment.cells):
        cells.append(_rebuilt(origin, claims.known.get(origin.grade_id or "")))
        cells += found.get(position, [])
        cells += [_added(own) for own in claims.own.get(position, [])]
    cells, remarks = without_commands(_without_overtaken_stubs(cells, assignment), assignment)
    messages += remarks
    if not foreign:
        messages += _mended(claims, assignment, cells)
    messages += _sentences_on_locked_cells(found, assignment)
    left = {name for cell in cells if cell.by_student and cell.run for name in left_raises(cell.source)}
    not_started = frozenset(e.id for e in assignment.exercises if _not_started(e, cells))
    flags = ((TAMPERED,) if tampered and not foreign else ()) + ((UNREADABLE,) if submission.problem else ())
    return Canonical(submission.name, assignment, tuple(cells), tuple(messages), not_started, flags, frozenset(left))


def recognise(submission: Submission, assignments: Iterable[Assignment]) -> Assignment | None:
    """Return the assignment that this submission most resembles by grade_ids or cell ids, or by function names without them."""
    ids = {cell.grade_id for cell in submission.cells if cell.grade_id}
    cell_ids = {cell.cell_id for cell in submission.cells if cell.cell_id and not cell.grade_id}
    text = "\n".join(as_text for cell in submission.cells if cell.kind == "code" and (as_text := cell.source))
    best: tuple[int, Assignment] | None = None
    for assignment in assignments:
        names = [name for exercise in assignment.exercises for name in exercise.functions]
        own = {cell.grade_id for cell in assignment.cells if cell.grade_id and cell.grade_id not in _SHARED_IDS}
        own_ids = {cell.cell_id for cell in assignment.cells if cell.grade_id and cell.grade_id not in _SHARED_IDS}
        score = 1000 * (len(ids & own) + len(cell_ids & own_ids)) + sum(defines(text, name) for name in names)
        if score and (best is None or score > best[0]):
            best = (score, assignment)
    return best[1] if best else None


_SHARED_IDS = frozenset({"setup"})


def _rebuilt(origin: SourceCell, submitted: SubmittedCell | None) -> CanonicalCell:
    if not origin.answer:
        return CanonicalCell(origin.kind, origin.source, origin, origin.runs_while_grading)
    text = text_as(origin, submitted)
    return CanonicalCell(origin.kind, text, origin, origin.runs_while_grading and not is_stub(text, origin.released))


def _added(own: Own) -> CanonicalCell:
    """Keep a cell of the student's own; a copy of a known cell that does not count is kept as text."""
    cell = own.cell
    if not own.counts:
        quoted = "\n".join(f"    {line}" for line in cell.source.split("\n"))
        return CanonicalCell(
            "markdown", f"This cell occurred more than once; this copy does not count.\n\n{quoted}", None, False
        )
    return CanonicalCell("code" if cell.kind == "code" else "markdown", cell.source, None, cell.kind == "code", cell.line)


def _from_locked_cells(claims: Claims, assignment: Assignment) -> tuple[dict[int, list[CanonicalCell]], bool]:
    """Take what students typed into locked cells and need, as cells of their own; and say whether the course's was changed.

    From checks only what answers an exercise that is answered nowhere else; from cells that run, whatever was added.
    """
    answers = [text_as(assignment.by_id[name], cell) for name, cell in claims.known.items() if assignment.by_id[name].answer]
    own = [one.cell.source for some in claims.own.values() for one in some if one.counts and one.cell.kind == "code"]
    answered = {name for text in (*answers, *own) for name in written_names(text)}
    needed = {name for exercise in assignment.exercises for name in exercise.functions} - answered
    found: dict[int, list[CanonicalCell]] = {}
    tampered = False
    for position, origin in enumerate(assignment.cells):
        submitted = claims.known.get(origin.grade_id or "")
        if submitted is None or origin.answer or same_content(submitted.source, origin.source, origin.kind):
            continue
        added = _added_to(origin, submitted)
        tampered |= _is_changed(origin, submitted)
        text = "\n\n\n".join(added)
        if added and (origin.runs_while_grading or needed & written_names(text)):
            found[position] = [CanonicalCell("code", text, None, True)]
            needed -= written_names(text)
    return found, tampered


def _added_to(origin: SourceCell, submitted: SubmittedCell) -> list[str]:
    return added_statements(submitted.source, origin.source) if origin.kind == "code" else []


def _is_changed(origin: SourceCell, submitted: SubmittedCell) -> bool:
    """Is any of a locked cell's own text changed or gone? What was only added to it is another matter."""
    if not origin.locked or origin.answer or same_content(submitted.source, origin.source, origin.kind):
        return False
    return not same_content(remaining(submitted.source, _added_to(origin, submitted)), origin.source, origin.kind)


def _sentences_on_locked_cells(found: dict[int, list[CanonicalCell]], assignment: Assignment) -> list[str]:
    functions = {name for exercise in assignment.exercises for name in exercise.functions}
    sentences = []
    for position, cells in found.items():
        names = [one.name for cell in cells for one in definitions(cell.source)]
        answers = [name for name in names if name in functions]
        what = list(dict.fromkeys(answers or names))
        listed = f"{', '.join(what[:-1])} and {what[-1]} were" if len(what) > 1 else f"{what[0]} was"
        where = f"found in the locked cell {assignment.cells[position].grade_id!r}, and what you wrote there counts"
        sentences.append(f"{listed} {where}. Write it into the cell above, or into one of your own.")
    return sentences


def _without_overtaken_stubs(cells: list[CanonicalCell], assignment: Assignment) -> list[CanonicalCell]:
    """Take a function's stub out of an answer where another cell of the student's holds the function: it would undo it."""
    needed = {name for exercise in assignment.exercises for name in exercise.functions}
    released = {text for cell in assignment.cells if cell.answer for text in definition_keys(cell.released, needed).values()}
    run = [index for index, cell in enumerate(cells) if cell.by_student and cell.run]
    stubs, written = dict[int, set[str]](), dict[int, set[str]]()
    for index in run:
        source = cells[index].source
        as_released = {name for name, text in definition_keys(source, needed).items() if text in released}
        written[index] = written_names(source) - as_released
        stubs[index] = ({one.name for one in definitions(source) if not one.written} | as_released) - written[index]
    trimmed = list(cells)
    for index in run:
        elsewhere = {name for other, names in written.items() if other != index for name in names} & needed
        if stubs[index] & elsewhere:
            trimmed[index] = replace(cells[index], source=without(cells[index].source, stubs[index] & elsewhere, ELSEWHERE))
    return trimmed


def _strangeness(submission: Submission, assignment: Assignment) -> list[str]:
    """Say what is handed in where no answer cell is recognised; a plain file of functions needs no remark."""
    if any(cell.grade_id for cell in submission.cells):
        return [f"The notebook holds no answer cell of {assignment.name}: was another assignment's handed in?"]
    return [] if submission.cells or submission.problem else ["The notebook is empty."]


def _mended(claims: Claims, assignment: Assignment, cells: list[CanonicalCell]) -> list[str]:
    """Say what had to be mended, cell by cell."""
    messages = []
    for origin in assignment.cells:
        if origin.grade_id is None:
            continue
        submitted = claims.known.get(origin.grade_id)
        if submitted is None:
            others = "\n".join(cell.source for cell in cells if cell.by_student and cell.run and cell.origin is not origin)
            messages.append(f"The cell {origin.grade_id!r} was missing and {_instead(origin, others)}.")
        elif submitted.kind != origin.kind:
            back = "turned back: its text counts" if origin.answer else "put back"
            messages.append(f"The cell {origin.grade_id!r} was turned into a {submitted.kind} cell and was {back}.")
        elif _is_changed(origin, submitted):
            messages.append(f"The locked cell {origin.grade_id!r} had been changed and was put back.")
    return messages


def _instead(origin: SourceCell, others: str) -> str:
    """Say what counts in the place of a cell that is missing."""
    if not origin.answer:
        return "was put back"
    if origin.kind == "code" and any(defines(others, name) for name in written_names(origin.source)):
        return "what you wrote in another cell counts"
    return "counts as not answered"


def _not_started(exercise: Exercise, cells: list[CanonicalCell]) -> bool:
    own = set(exercise.solution_cells)
    answers = [cell for cell in cells if cell.origin is not None and cell.origin.grade_id in own]
    if not answers or any(cell.run for cell in answers):
        return False
    elsewhere = "\n".join(cell.source for cell in cells if cell.by_student and cell.run)
    return not any(defines(elsewhere, name) for name in exercise.functions)
