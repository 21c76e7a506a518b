"""Three questions from the notebook before: what was lost there, where feedback lies beside this one, else a fixed three."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from lesson.display import Mark, Row, show
from lesson.recall_questions import BEFORE, QUESTIONS

MANY = 3
NEAR = 0.02  # of a number: as exact as one is in one's head
LARGEST_FILE, MOST_FILES = 1 << 20, 50


def ask(notebook: str, *, folder: Path | None = None) -> None:
    """Show the three questions; nothing is graded."""
    chosen, lost = _chosen(notebook=notebook, folder=folder or Path())
    why = "what your feedback says was not whole yet" if lost else "what this notebook builds on"
    rows = [Row(Mark.NOTE, f"{place}. {question}") for place, (question, _) in enumerate(chosen, 1)]
    show(f"Recall, from {BEFORE[notebook] or 'Python'}: {why}", rows)


def check(notebook: str, answers: Sequence[object], *, folder: Path | None = None) -> None:
    """Say at once which answers are right; `...` is none."""
    chosen, _ = _chosen(notebook=notebook, folder=folder or Path())
    rows = []
    for place, (question, right) in enumerate(chosen):
        answer = answers[place] if place < len(answers) else ...
        if answer is ...:
            rows.append(Row(Mark.WAITING, question, "no answer yet"))
        elif _same(answer=answer, right=right):
            rows.append(Row(Mark.RIGHT, question, f"{right}"))
        else:
            rows.append(Row(Mark.WRONG, question, f"you say {answer}; it is {right}"))
    show(f"Recall: {sum(row.mark is Mark.RIGHT for row in rows)} of {len(rows)}", rows)


def _chosen(*, notebook: str, folder: Path) -> tuple[list[tuple[str, Any]], bool]:
    """The three questions, and whether feedback chose any of them: what was lost first, most first, then the fixed order."""
    before = BEFORE[notebook]
    pool = QUESTIONS[before]
    lost = [name for name in _lost(assignment=before, folder=folder) if name in pool] if before else []
    order = list(dict.fromkeys(chain(lost, pool)))
    return [pool[name] for name in islice(order, MANY)], bool(lost)


def _lost(*, assignment: str, folder: Path) -> list[str]:
    """The exercises that lost points, as results in JSON say that lie here or in the folder of the notebook before."""
    shares: dict[str, float] = {}
    for path in _files(assignment=assignment, folder=folder):
        for exercise in _exercises(path=path, assignment=assignment):
            try:
                share = float(exercise["score"]) / float(exercise["max_score"])
                shares[str(exercise["id"])] = share
            except (KeyError, TypeError, ValueError, ZeroDivisionError):
                continue
    return sorted((name for name, share in shares.items() if share < 1), key=lambda name: shares[name])


def _files(*, assignment: str, folder: Path) -> list[Path]:
    """JSON files that may be feedback, the oldest first, so that the newest has the last word."""
    places = (
        folder,
        folder / "feedback",
        folder.resolve().parent / assignment,
        folder.resolve().parent / assignment / "feedback",
    )
    found = []
    for place in places:
        try:
            files = [(path.stat().st_mtime, path) for path in islice(place.glob("*.json"), MOST_FILES)]
            found += [pair for pair in files if pair[1].is_file() and pair[1].stat().st_size <= LARGEST_FILE]
        except OSError:
            continue
    return [path for _, path in sorted(found)]


def _exercises(*, path: Path, assignment: str) -> list[Mapping[str, Any]]:
    """The exercises of the results in a file that are of this assignment; none where it holds anything else."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    results = [one for one in (data if isinstance(data, list) else [data]) if isinstance(one, dict)]
    mine = [one.get("exercises") for one in results if one.get("assignment") == assignment]
    return [one for some in mine if isinstance(some, list) for one in some if isinstance(one, dict)]


def _same(*, answer: object, right: object) -> bool:
    """Is a word the same, and a number near enough?"""
    if isinstance(right, str):
        return str(answer).strip().casefold() == right.casefold()
    try:
        number = float(answer.strip().rstrip("%") if isinstance(answer, str) else answer)  # type: ignore[arg-type]  # tried
    except (TypeError, ValueError, OverflowError):
        return False
    return abs(number - float(right)) <= NEAR * max(abs(float(right)), 1e-9)  # type: ignore[arg-type]  # a number, as told
