"""Finds which cell of the source each submitted cell is, and which of several copies holds the answer; trusted side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from autograder.course.model import Assignment, SourceCell
from autograder.submission.code_text import (
    as_code,
    is_stub,
    same_content,
    says_something,
    statement_keys,
    without,
    words,
    written_names,
)
from autograder.submission.due_line import without_due_line
from autograder.submission.plain_python import parsed
from autograder.submission.read import Submission, SubmittedCell

BEFORE_ALL = -1
TAKEN = "the first one that you wrote counts"


@dataclass(frozen=True)
class Own:
    """A cell that stays where the student put it: `counts` says whether it is theirs, or a copy that is kept as text."""

    cell: SubmittedCell
    counts: bool


@dataclass
class Claims:
    """A submission's cells: those of the source by grade_id, the others by the position of the source cell they follow."""

    known: dict[str, SubmittedCell] = field(default_factory=dict)
    own: dict[int, list[Own]] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)


def sort_cells(submission: Submission, assignment: Assignment) -> Claims:
    """Tell a submission's cells apart; of several copies of an answer every part that is written counts once."""
    positions = {cell.grade_id: index for index, cell in enumerate(assignment.cells) if cell.grade_id}
    identities = _identities(submission, assignment)
    texts = {words(cell.source) for cell in assignment.cells if cell.grade_id is None}
    recognised = any(identities)
    provided = set[str]() if recognised else _provided(assignment)
    here = BEFORE_ALL if recognised else len(assignment.cells) - 1  # a plain file's functions come after everything
    copies: dict[str, list[SubmittedCell]] = {}
    places: dict[int, list[SubmittedCell]] = {}
    for cell, name in zip(submission.cells, identities, strict=True):
        if name is not None:
            copies.setdefault(name, []).append(cell)
            if len(copies[name]) > 1:
                places.setdefault(here, []).append(cell)
            else:
                here = positions[name]
        elif cell.kind != "raw" and (text := words(without_due_line(cell.source))) and text not in texts:
            if not (provided and cell.kind == "code" and _is_provided(cell.source, provided)):
                places.setdefault(here, []).append(cell)
        else:
            here = _next_text(assignment, here, words(without_due_line(cell.source)))
    return _settled(assignment, copies, places)


def _settled(assignment: Assignment, copies: dict[str, list[SubmittedCell]], places: dict[int, list[SubmittedCell]]) -> Claims:
    """Choose among the copies of each cell, and put their other parts around it."""
    claims = Claims()
    parts: dict[int, list[Own]] = {}  # by the identity of a copy: what is left of it
    for position, origin in enumerate(assignment.cells):
        found = copies.get(origin.grade_id or "")
        if not found:
            continue
        chosen, others, message = _choose(origin, found)
        claims.known[str(origin.grade_id)] = chosen
        claims.messages += [message] if message else []
        for copy, own in others:
            if copy is found[0]:  # the others stand where they stood; this one stood here, and comes before what was chosen
                places.setdefault(position - 1, []).append(copy)
            parts[id(copy)] = [own] if own is not None else []
        parts |= {id(copy): [] for copy in found if id(copy) not in parts}
    for place, cells in places.items():
        claims.own[place] = [own for cell in cells for own in parts.get(id(cell), [Own(cell, True)])]
    return claims


_Others = list[tuple[SubmittedCell, Own | None]]


def _choose(origin: SourceCell, copies: list[SubmittedCell]) -> tuple[SubmittedCell, _Others, str | None]:
    """Return the copy that counts, what is left of each other one, and a sentence."""
    if len(copies) == 1:
        return copies[0], [], None
    twice = f"The cell {origin.grade_id!r} occurs more than once: "
    if not origin.answer:
        chosen = next((one for one in copies if same_content(one.source, origin.source, origin.kind)), copies[0])
        return (
            chosen,
            [(one, _as_text(one, chosen, origin)) for one in copies if one is not chosen],
            f"{twice}the first one counts.",
        )
    written = [one for one in copies if not is_stub(one.source, origin.released)]
    fitting = [one for one in written if one.kind == origin.kind] or written or copies[:1]
    if len(fitting) == 1 or len({words(one.source) for one in fitting}) == 1:
        which = "the first one counts." if fitting[0] is copies[0] else "the one with your answer counts."
        others = [(one, _as_text(one, fitting[0], origin)) for one in copies if one is not fitting[0]]
        return fitting[0], others, twice + which
    joined = "\n\n".join(one.source for one in fitting)
    if origin.kind != "code":
        return replace(fitting[0], source=joined), [(one, None) for one in copies[1:]], f"{twice}all of them count together."
    joined = "\n".join(one.source for one in fitting)
    if parsed(joined) is not None and any(parsed(one.source) is None for one in fitting):
        return replace(fitting[0], source=joined), [(one, None) for one in copies[1:]], f"{twice}they are read as one."
    return _choose_code(origin, copies, fitting, twice)


def _as_text(copy: SubmittedCell, chosen: SubmittedCell, origin: SourceCell) -> Own | None:
    """Keep a copy that does not count as text, unless it says the same as what counts, or is the stub."""
    return None if words(copy.source) in (words(chosen.source), words(origin.released)) else Own(copy, False)


def _choose_code(
    origin: SourceCell, copies: list[SubmittedCell], written: list[SubmittedCell], twice: str
) -> tuple[SubmittedCell, _Others, str]:
    """Choose among several written copies of a code answer: each function counts where it is written first."""
    wanted = written_names(origin.source)
    chosen = max(written, key=lambda one: len(wanted & written_names(one.source)))
    taken = set(written_names(chosen.source))
    others: _Others = []
    conflict = helped = False
    for copy in copies:
        if copy is chosen:
            continue
        if copy not in written:
            others.append((copy, _as_text(copy, chosen, origin)))
            continue
        doubled = taken & written_names(copy.source)
        stubs = wanted - written_names(copy.source)
        rest = without(copy.source, doubled | stubs, TAKEN)
        conflict |= bool(doubled)
        if not says_something(rest) or parsed(copy.source) is None:
            others.append((copy, Own(copy, False)))
            continue
        helped = True
        taken |= written_names(copy.source)
        others.append((copy, Own(replace(copy, source=rest if doubled or stubs else copy.source), True)))
    which = "every function counts as you wrote it first." if helped and conflict else "its parts count together."
    if not helped:
        which = "the first one counts." if chosen is copies[0] else "the one with your answer counts."
    return chosen, others, twice + which


def _identities(submission: Submission, assignment: Assignment) -> list[str | None]:
    """Return each cell's grade_id, where the source has it; one that lost its metadata is known by its id or its text."""
    known: list[str | None] = [cell.grade_id if cell.grade_id in assignment.by_id else None for cell in submission.cells]
    claimed = set(known)
    by_cell_id = {cell.cell_id: cell.grade_id for cell in assignment.cells if cell.cell_id and cell.grade_id}
    by_text = dict(_texts(assignment))
    for index, cell in enumerate(submission.cells):
        if cell.grade_id is not None or known[index] is not None or cell.line is not None:
            continue  # a statement of a plain file is no cell, even where it is all that a cell holds
        found = by_cell_id.get(cell.cell_id or "") or by_text.get(words(cell.source)) or _by_prompt(cell, assignment)
        if found is not None and found not in claimed:
            known[index] = found
            claimed.add(found)
    return known


def _texts(assignment: Assignment) -> Iterator[tuple[str, str]]:
    """Yield the texts that only one cell of the release has, with its grade_id."""
    texts = [words(cell.released) for cell in assignment.cells]
    for cell, text in zip(assignment.cells, texts, strict=True):
        if cell.grade_id is not None and text and texts.count(text) == 1:
            yield text, cell.grade_id


def _by_prompt(cell: SubmittedCell, assignment: Assignment) -> str | None:
    """Return the written answer whose question this text still begins with."""
    if cell.kind != "markdown":
        return None
    first = cell.source.strip().partition("\n")[0].strip()
    found = [
        one.grade_id
        for one in assignment.cells
        if one.answer
        and one.kind == "markdown"
        and len(first) > 20
        and one.released.strip().partition("\n")[0].strip() == first
    ]
    return found[0] if len(found) == 1 else None


def _provided(assignment: Assignment) -> set[str]:
    """Return the statements that the notebook brings along: a file made from it shall not run its studies and checks again."""
    cells = [cell for cell in assignment.cells if cell.kind == "code" and not cell.answer]
    return {key for cell in cells for key in statement_keys(cell.source)}


def _is_provided(source: str, provided: set[str]) -> bool:
    own = statement_keys(source)
    return bool(own) and own <= provided


def _next_text(assignment: Assignment, here: int, text: str) -> int:
    """Return where this text stands among the provided texts that follow `here`, or else `here`."""
    for position in range(here + 1, len(assignment.cells)):
        if assignment.cells[position].grade_id is not None:
            break
        if words(assignment.cells[position].source) == text:
            return position
    return here


def text_as(origin: SourceCell, cell: SubmittedCell | None) -> str:
    """Return the text of an answer, whatever kind of cell it was turned into."""
    if cell is None:
        return origin.released
    return as_code(cell.source) if origin.kind == "code" and cell.kind != "code" else cell.source
