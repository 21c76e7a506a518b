"""Says which of a submission's cells stopped, at which line, and why; trusted side.

Cells run before the first hidden test, so what they raise holds no hidden input and may be quoted: bounded, as one line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from autograder.submission.canonical import Canonical
from autograder.submission.canonical_cell import FILE, CanonicalCell, called, is_answer, line_in_file
from autograder.submission.names import bindings, place
from autograder.submission.plain_python import graded_with
from autograder.submission.student_text import line
from autograder.worker.cell_outcome import CellOutcome

MAX_WHY = 120
_UNDEFINED = re.compile(r"name '(\w+)' is not defined")
MAX_TOLD = 4  # cells; one that imports what is not there is often followed by ten that needed it


@dataclass(frozen=True)
class Stopped:
    """A cell that stopped, or went on below an import that failed: where, what to call it, the line with its code, and why."""

    index: int
    where: str  # "your own cell 2"
    line: int | None
    code: str
    why: str
    announced: bool = False  # did the session say so already: its time was up, or its process was lost?
    went_on: bool = False

    @property
    def reason(self) -> str:
        """Complete "the cell": which line it stopped at, and why."""
        if self.went_on:
            return f"went on below line {self.line}, `{self.code}`, which failed: {self.why}"
        at = f" at line {self.line}" if self.line is not None else ""
        code = f", `{self.code}`" if self.code else ""
        return f"stopped{at}{code}: {self.why}"

    @property
    def briefly(self) -> str:
        """The same without the code, as the rest of a sentence that has named the cell already."""
        if self.went_on:
            return f"line {self.line} of that {'file' if self.where == FILE else 'cell'} failed: {self.why}"
        at = f" at line {self.line}" if self.line is not None else ""
        return f"that {'file' if self.where == FILE else 'cell'} stopped{at}: {self.why}"


def stopped_cells(canonical: Canonical, outcomes: Mapping[int, CellOutcome]) -> tuple[Stopped, ...]:
    """Return the cells that stopped, in their order; those that went on below an import that failed once for each of these."""
    found = []
    unrun = left_out(canonical) if any(not one.ok for one in outcomes.values()) else frozenset()
    for index in sorted(index for index, one in outcomes.items() if not one.ok and 0 <= index < len(canonical.cells)):
        outcome, cell, name = outcomes[index], canonical.cells[index], where(canonical, index)
        errors = _errors(outcome)
        passed = list(zip(outcome.passed, errors, strict=False))
        for number, error in passed:
            found.append(Stopped(index, name, *_quoted(cell, number), _why(error, outcome, unrun), went_on=True))
        rest = errors[len(passed) :]
        if rest or not passed:
            error = rest[-1] if rest else ("", "")
            announced = outcome.lost is not None or error[0] == "TimeIsUp"
            found.append(Stopped(index, name, *_quoted(cell, outcome.line), _why(error, outcome, unrun), announced))
    return tuple(found)


def _quoted(cell: CanonicalCell, number: int | None) -> tuple[int | None, str]:
    """Return the number that a student knows a cell's line by, and its code; none where the line cannot be quoted."""
    here = place(cell.source, number) if number is not None else None
    return (line_in_file(cell, here.line), line(here.code)) if here is not None and here.code else (None, "")


def left_out(canonical: Canonical) -> frozenset[str]:
    """Return the names that the notebook's own cells bind which are not run while grading: checks and studies."""
    sources = [cell.source for cell in canonical.cells if cell.kind == "code" and not cell.run and not cell.by_student]
    return frozenset(name for source in sources for name in _bound(source))


@lru_cache(maxsize=512)  # cells of the course's own, the same in every submission
def _bound(source: str) -> frozenset[str]:
    return frozenset(binding.name for binding in bindings(source))


def told(stopped: tuple[Stopped, ...], canonical: Canonical) -> list[str]:
    """Return sentences about the cells that belong to no exercise, whose own note would say it."""
    others = [one for one in stopped if not one.announced and not is_answer(canonical.cells[one.index])]
    sentences = [
        f"{one.where[0].upper()}{one.where[1:]} {one.reason}" for one in others[:MAX_TOLD]
    ]  # begins with a word of ours
    if len(others) > MAX_TOLD:
        sentences.append(f"And {len(others) - MAX_TOLD} more cells of your own stopped.")
    return [_ended(sentence) for sentence in sentences]


def where(canonical: Canonical, index: int) -> str:
    """Return what to call a cell: the answer of an exercise, a cell of the notebook's, or the student's own by its count."""
    return called(canonical.cells, canonical.assignment, index)


def note_of(stopped: tuple[Stopped, ...], canonical: Canonical, solution_cells: tuple[str, ...]) -> str | None:
    """Return what to say of an exercise whose own cell stopped."""
    for one in stopped:
        origin = canonical.cells[one.index].origin
        if origin is not None and origin.grade_id in solution_cells:
            if one.went_on:
                return _ended(f"The cell ran but for an import: it {one.reason}")
            return _ended(f"The cell did not run to its end: it {one.reason}")
    return None


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _errors(outcome: CellOutcome) -> list[tuple[str, str]]:
    """Return the kinds and the texts of the errors that a cell shows, each as one line."""
    failures = [output for output in outcome.outputs if output["output_type"] == "error"]
    return [(line(one["ename"])[:40], line(one["evalue"])[:MAX_WHY]) for one in failures]


def _why(error: tuple[str, str], outcome: CellOutcome, unrun: frozenset[str]) -> str:
    """Return the reason in one line; what students meet most often in plainer words than Python's."""
    kind, text = error
    if not kind:
        return f"the process that ran it was lost ({line(outcome.lost)})" if outcome.lost else "it was stopped"
    if (missing := _UNDEFINED.fullmatch(text)) and missing[1] in unrun:
        return f"{missing[1]} belongs to the notebook's checks and studies, which are not run while grading"
    if kind in _PLAINER:
        return _PLAINER[kind].format(text=text, name=outcome.function or "something that")
    if kind in ("SyntaxError", "IndentationError", "TabError"):
        text = re.sub(r" \(<ipython-input[^)]*\)$", "", text) + graded_with(kind)
    return f"{kind}: {text}" if text else kind


_PLAINER = {
    "TimeIsUp": "it took too long",
    "SystemExit": "it ended the program (SystemExit: {text}); sys.exit and argparse do that",
    "EOFError": "it waits for someone to type, and while grading nobody is there ({text})",
    "FileNotFoundError": "{text} (while grading there are no files)",
    "PermissionError": "{text} (while grading there are no files)",
    "UsageError": "{text} (a line that begins with a percent sign is Jupyter's own command)",
    "ModuleNotFoundError": "{text}",
    "NotImplementedError": "it needs {name}, which is not written yet",
}
