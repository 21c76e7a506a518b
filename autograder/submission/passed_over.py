"""Passes over what only a notebook server can run, and tells the student what that costs; trusted side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from autograder.course.model import Assignment
from autograder.submission.canonical_cell import CanonicalCell, called, line_in_file
from autograder.submission.notebook_syntax import Cost, pass_over
from autograder.submission.own_files import own_files

MANY_LINES = 5  # so many lines that were passed over are quoted
MANY_LETTERS = 80  # of each


def without_commands(cells: list[CanonicalCell], assignment: Assignment) -> tuple[list[CanonicalCell], list[str]]:
    """Return the cells with the lines that cannot work made harmless, and sentences about those lines."""
    of_student = [index for index, cell in enumerate(cells) if cell.by_student and cell.run]
    files = own_files(cells[index].source for index in of_student)
    found, free, dear, misplaced = list(cells), list[str](), list[str](), list[str]()
    for index in of_student:
        text, lines = pass_over(cells[index].source, files)
        found[index] = replace(cells[index], source=text)
        free += [one.text for one in lines if one.cost is Cost.NOTHING]
        dear += [one.text for one in lines if one.cost is Cost.WHAT_IT_MAKES]
        for one in (line for line in lines if line.cost is Cost.MISPLACED):
            where = called(cells, assignment, index)
            misplaced.append(_misplaced(one.text, line_in_file(cells[index], one.line), where))
    sentences = [_free(free)] if free else []
    sentences += [_dear(dear)] if dear else []
    sentences += misplaced[:MANY_LINES]
    if len(misplaced) > MANY_LINES:
        sentences.append(f"And {len(misplaced) - MANY_LINES} more lines with two percent signs stand where they do not work.")
    return found, sentences


def _free(lines: Iterable[str]) -> str:
    quoted, several = _quoted(lines)
    was = "were" if several else "was"
    return f"{quoted} {was} passed over, which costs nothing: while grading there is no shell and no front end."


def _dear(lines: Iterable[str]) -> str:
    quoted, several = _quoted(lines)
    was = "were" if several else "was"
    missed = "A file or value that it would have made is not there for the cells below: make it in Python."
    return f"{quoted} {was} passed over: while grading there is no shell and no front end. {missed}"


def _misplaced(text: str, line: int, where: str) -> str:
    """Say of a cell magic that stands further down what is wrong, where, and what to do."""
    only = "it works only as the first line of a cell, with nothing above it. Move it there, or delete it."
    return f"{_short(text)}, line {line} of {where}, was passed over: {only}"


def _quoted(lines: Iterable[str]) -> tuple[str, bool]:
    """Quote the first lines, without those that stand there again, and say whether there are several."""
    different = list(dict.fromkeys(_short(one) for one in lines))
    more = f" and {len(different) - MANY_LINES} more" if len(different) > MANY_LINES else ""
    return ", ".join(different[:MANY_LINES]) + more, len(different) > 1


def _short(text: str) -> str:
    return repr(text if len(text) <= MANY_LETTERS else f"{text[: MANY_LETTERS - 3]}...")
