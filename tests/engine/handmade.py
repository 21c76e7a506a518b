"""Notebooks made by hand, in bytes and as submissions, for tests that need one with a certain fault."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from autograder.course.model import Assignment
from autograder.submission.read import Submission, SubmittedCell

Cell = dict[str, Any]


def cell(source: object, grade_id: str | None = None, kind: str = "code", **nbgrader: object) -> Cell:
    """Return a notebook cell; `nbgrader` are further fields of its metadata."""
    metadata: dict[str, Any] = {}
    if grade_id is not None:
        metadata["nbgrader"] = {"grade_id": grade_id, "schema_version": 3, **nbgrader}
    made: Cell = {"cell_type": kind, "metadata": metadata, "source": source, "id": grade_id or "own"}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def notebook(cells: object, **fields: object) -> bytes:
    """Return the bytes of a notebook; `fields` replace its own."""
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **fields}).encode()


def blank(assignment: Assignment) -> Submission:
    """Return the assignment as it is released, with nothing filled in."""
    return answers(assignment, {})


def solved(assignment: Assignment) -> Submission:
    """Return the reference solution as a submission."""
    return answers(assignment, {c.grade_id: c.source for c in assignment.cells if c.answer and c.grade_id})


def answers(
    assignment: Assignment, texts: Mapping[str, str], extra: Iterable[SubmittedCell] = (), name: str = "ada"
) -> Submission:
    """Return the released notebook with these answers, by grade_id, and with cells of the student's own at its end."""
    cells = [SubmittedCell(c.kind, texts.get(c.grade_id or "", c.released), c.grade_id, c.cell_id) for c in assignment.cells]
    return Submission(name, (*cells, *extra))


def one_wrong(assignment: Assignment, grade_id: str, text: str, name: str = "ada") -> Submission:
    """Return the reference solution with one answer replaced."""
    texts = {c.grade_id: c.source for c in assignment.cells if c.answer and c.grade_id}
    return answers(assignment, texts | {grade_id: text}, name=name)
