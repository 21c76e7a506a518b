"""Results at the student's lines, for GitHub (with the outputs and Classroom's score) and GitLab; trusted side."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.report.text import number, reasons
from autograder.result import NEEDS_REVIEW, NOT_STARTED, SOLVED, ExerciseResult, Result
from autograder.submission.student_text import line

ERROR, WARNING, NOTICE = "error", "warning", "notice"
_SEVERITY = {ERROR: "major", WARNING: "minor", NOTICE: "info"}
_LEVELS = {SOLVED: None, NOT_STARTED: NOTICE, NEEDS_REVIEW: NOTICE}  # any other status is an error
MAX_MESSAGE = 2_000
MAX_BYTES = 50_000_000  # of a notebook that is searched for a function's line


@dataclass(frozen=True)
class Annotation:
    """A remark at a line of a file; without `line` it is about the whole of it."""

    path: str
    line: int | None
    level: str
    title: str
    message: str


def annotate(result: Result, file: Path, root: Path, functions: dict[str, tuple[str, ...]]) -> list[Annotation]:
    """Return a remark for every exercise that lost points, at the line where its function is defined.

    `root` is the folder that was checked out, which CI systems take paths from; `functions` names each exercise's.
    """
    try:
        path = file.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        path = file.name
    text = _text(file)
    found = []
    for exercise in result.exercises:
        level = _LEVELS.get(exercise.status, ERROR)
        if level is not None:
            where = next((at for name in functions.get(exercise.id, ()) if (at := _line_of(name, text))), None)
            found.append(Annotation(path, where, level, _title(exercise), _message(exercise)))
    found += [Annotation(path, None, WARNING, result.assignment, line(message)) for message in result.messages]
    return found


def github_commands(annotations: Sequence[Annotation], results: Sequence[Result]) -> str:
    """Return the commands that a GitHub runner reads from a step's output: the remarks, and the score for GitHub Classroom."""
    lines = []
    for one in annotations:
        at = f",line={one.line}" if one.line else ""
        lines.append(f"::{one.level} file={_property(one.path)}{at},title={_property(one.title)}::{_data(one.message)}")
    score, maximum = _total(results)
    points = json.dumps({"totalPoints": score, "maxPoints": maximum})
    lines.append(f"::notice title=Autograding complete::Points {number(score)}/{number(maximum)}")
    lines.append(f"::notice title=Autograding report::{_data(points)}")
    return "\n".join(lines) + "\n"


def github_outputs(results: Sequence[Result]) -> str:
    """Return a step's outputs: score, max-score, and the percentage of the lowest."""
    score, maximum = _total(results)
    percent = min((result.percent for result in results), default=0.0)
    return f"score={number(score)}\nmax-score={number(maximum)}\npercent={percent:.2f}\n"


def code_quality(annotations: Sequence[Annotation]) -> str:
    """Return the remarks as GitLab shows them beside the lines of a merge request."""
    entries = []
    for one in annotations:
        mark = hashlib.sha256(f"{one.path}\0{one.title.partition(':')[0]}\0{one.message}".encode()).hexdigest()
        place = {"path": one.path, "lines": {"begin": one.line or 1}}
        text = f"{one.title}. {one.message}" if one.message else one.title
        entries.append({"description": text, "check_name": "autograder", "fingerprint": mark,
                        "severity": _SEVERITY[one.level], "location": place})  # fmt: skip
    return json.dumps(entries, indent=1, ensure_ascii=True) + "\n"


def _title(exercise: ExerciseResult) -> str:
    return f"{exercise.id}: {exercise.status}, {number(exercise.score)} of {number(exercise.max_score)} points"


def _message(exercise: ExerciseResult) -> str:
    said = " ".join(line(text) for text in reasons(exercise)) or "See the table of this job."
    return said if len(said) <= MAX_MESSAGE else f"{said[:MAX_MESSAGE]}..."


def _text(file: Path) -> str:
    try:
        return file.read_bytes()[:MAX_BYTES].decode("utf-8", "replace")
    except OSError:
        return ""


def _line_of(name: str, text: str) -> int | None:
    """Return the line that defines a function: of a Python file, or of a notebook, whose cells' lines are lines of JSON."""
    found = re.search(rf'^[ \t]*(?:"[ \t]*)?(?:def|class) {re.escape(name.partition(".")[0])}\b', text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else None


def _total(results: Sequence[Result]) -> tuple[float, float]:
    return round(sum(one.score for one in results), 4), round(sum(one.max_score for one in results), 4)


def _data(text: str) -> str:
    """Return text as a command's message: nothing in it ends the command or begins another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(line(text)).replace(":", "%3A").replace(",", "%2C")
