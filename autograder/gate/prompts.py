"""The part of the release gate that reads what students are asked: every text of the source is in the release; trusted side."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from autograder.course.model import TEXT_STUB, Assignment, Course, SourceCell
from autograder.gate.files import Problem

LEAST_WORDS = 4  # "Your answer:" is no prompt
_REGION = re.compile(r"^[^\n]*BEGIN SOLUTION.*?END SOLUTION[^\n]*$", re.DOTALL | re.MULTILINE)
_MARKS = re.compile(r"BEGIN (?:SOLUTION|MARK SCHEME|HIDDEN TESTS)")


def check_prompts(course: Course, assignment: Assignment) -> Iterator[Problem]:
    """Every written answer has its prompt in the release, and every text of the source outside solutions stands there."""
    released = json.loads(course.release(assignment.name).read_text(encoding="utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in released]
    everything = _words("\n\n".join(texts))
    for index, cell in enumerate(assignment.cells):
        place = f"release/{assignment.name}: {cell.grade_id or repr(cell.source.strip()[:40])}"
        if _is_written_answer(cell):
            before = texts[index - 1] if 0 < index <= len(texts) and not assignment.cells[index - 1].solution else ""
            prompt = texts[index] if index < len(texts) else ""
            if not _asks(prompt) and not _asks(before):
                yield (place, "asks nothing: neither the cell nor the text above it has a prompt", _remedy(cell))
        for paragraph in _shown(cell):
            if paragraph not in everything:
                yield (place, f"has lost a text of the source: {paragraph[:200]!r}", _remedy(cell))


def _is_written_answer(cell: SourceCell) -> bool:
    """Does a student write words here, or a person read what is written?"""
    return cell.solution and (cell.kind == "markdown" or cell.grade)


def _asks(text: str) -> bool:
    """Has a cell words of its own, beside the stub?"""
    for stub in TEXT_STUB:
        text = text.replace(stub, "")
    return len(_words(text).split()) >= LEAST_WORDS


def _shown(cell: SourceCell) -> list[str]:
    """Return the paragraphs of a text that a student is to read: what is outside the region of the solution.

    Without a region the whole cell is the answer. A mark of another kind opens none, and what stands before it was meant to
    be read.
    """
    if cell.kind != "markdown" or (cell.solution and not _MARKS.search(cell.source)):
        return []
    shown = _MARKS.split(_REGION.sub("", cell.source))[0]
    paragraphs = (_words(paragraph) for paragraph in re.split(r"\n\s*\n", shown))
    return [paragraph for paragraph in paragraphs if re.search(r"\w", paragraph)]


def _words(text: str) -> str:
    return " ".join(text.split())


def _remedy(cell: SourceCell) -> str:
    if "MARK SCHEME" in cell.source:
        return "Mark the answer with === BEGIN SOLUTION === and === END SOLUTION ===: a mark scheme is for task cells."
    return "Put the question outside the solution region, or into the text above, and run `autograder build`."
