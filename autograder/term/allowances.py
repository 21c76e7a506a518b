"""What single students are allowed: more time, an assignment excused, having left the course; trusted side."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from autograder.course.secret import FOLDER
from autograder.errors import UsageError
from autograder.whole_file import write_wanted

FILE = "allowances.json"
_KEYS = ("until", "excused", "dropped")


@dataclass(frozen=True)
class Allowances:
    """Who has more time for which assignment, who is excused from it, and who has left the course."""

    until: dict[tuple[str, str], datetime] = field(default_factory=dict)  # (assignment, student) -> the student's own due date
    excused: frozenset[tuple[str, str]] = frozenset()
    dropped: frozenset[str] = frozenset()

    def extended(self, assignment: str, student: str, until: datetime | None) -> Self:
        """Return the allowances with another due date for a student, or with none of his or her own."""
        others = {key: one for key, one in self.until.items() if key != (assignment, student)}
        return replace(self, until=others | ({} if until is None else {(assignment, student): until}))

    def with_excused(self, assignment: str, student: str, *, excused: bool = True) -> Self:
        """Return the allowances with a student excused from an assignment, or no longer so."""
        pair = {(assignment, student)}
        return replace(self, excused=self.excused | pair if excused else self.excused - pair)

    def with_dropped(self, student: str, *, dropped: bool = True) -> Self:
        """Return the allowances with a student who has left the course, or who is back."""
        return replace(self, dropped=self.dropped | {student} if dropped else self.dropped - {student})


def allowances_file(root: Path) -> Path:
    """Return where a course's allowances lie: beside its secret, in no repository."""
    return root / FOLDER / FILE


def read_allowances(root: Path) -> Allowances:
    """Read a course folder's allowances; none where nobody was given any.

    Raises:
        UsageError: the file cannot be read: guessing would cost a student points.
    """
    path = allowances_file(root)
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if unknown := sorted(data.keys() - _KEYS):
            raise ValueError(f"{', '.join(unknown)} means nothing here; what does is {', '.join(_KEYS)}")
        until = {
            (str(assignment), str(student)): datetime.fromisoformat(text).astimezone(UTC)
            for assignment, students in data.get("until", {}).items()
            for student, text in students.items()
        }
        excused = {(str(name), one) for name, students in data.get("excused", {}).items() for one in _students(students)}
        return Allowances(until, frozenset(excused), frozenset(_students(data.get("dropped", []))))
    except FileNotFoundError:
        return Allowances()
    except (OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        remedy = "Mend it, or take it away and give the extensions again with `autograder extend`."
        raise UsageError(f"{path} cannot be read ({error}). {remedy}") from error


def _students(said: Any) -> list[str]:
    """Return a list of students; a text alone would be taken for a list of its letters.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
        raise TypeError("who is excused or dropped has to stand in a list of texts")
    return said


def write_allowances(root: Path, allowances: Allowances) -> None:
    """Write a course folder's allowances, whole or not at all, readable by nobody else."""
    until: dict[str, dict[str, str]] = {}
    for (assignment, student), moment in sorted(allowances.until.items()):
        until.setdefault(assignment, {})[student] = moment.isoformat()
    excused: dict[str, list[str]] = {}
    for assignment, student in sorted(allowances.excused):
        excused.setdefault(assignment, []).append(student)
    data = {"until": until, "excused": excused, "dropped": sorted(allowances.dropped)}
    text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    write_wanted(allowances_file(root), text, "Nothing was changed.", mode=0o600)
