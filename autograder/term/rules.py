"""Due dates and what being late costs, from the course folder's `term.toml`, which changes every term; trusted side."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

from autograder.course.settings import notebooks_of, read_settings
from autograder.course.slips import did_you_mean
from autograder.errors import UsageError
from autograder.language.spoken import ENGLISH, Language
from autograder.submission.due_line import DUE_COMMENT, DUE_MARK

FILE = "term.toml"
_TABLES = ("due", "late")
DAY, HOUR, MINUTE = 86_400.0, 3_600.0, 60.0
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LATE_KEYS = {"percent_a_day": 0.0, "at_most": 100.0, "grace_minutes": 0.0}


@dataclass(frozen=True)
class LateRule:
    """What each day begun costs, in percent of the points that were earned, up to a most; the grace costs nothing."""

    percent_a_day: float
    at_most: float = 100.0
    grace_minutes: float = 0.0

    def penalty(self, score: float, seconds_late: float) -> float:
        """Return the points that are taken off."""
        if seconds_late <= self.grace_minutes * MINUTE:
            return 0.0
        percent = min(self.at_most, self.percent_a_day * math.ceil(seconds_late / DAY))
        return round(score * percent / 100.0, 4)

    @property
    def sentence(self) -> str:
        """Say the rule to a student."""
        grace = f" The first {ENGLISH.number(self.grace_minutes)} minutes cost nothing." if self.grace_minutes else ""
        most = f", at most {ENGLISH.number(self.at_most)}%" if self.at_most < 100 else ""
        return f"Each day begun costs {ENGLISH.number(self.percent_a_day)}% of the points that you earned{most}.{grace}"


@dataclass(frozen=True)
class Term:
    """When assignments are due, each in the zone that was written, and the rule for late work, where there is one."""

    due: dict[str, datetime] = field(default_factory=dict)
    late: LateRule | None = None


@dataclass(frozen=True)
class Times:
    """When one student's work was due, until when he or she had, and when it came; None where nobody knows."""

    due: datetime | None = None
    until: datetime | None = None  # the due date with the student's extension
    handed_in: datetime | None = None


def read_term(root: Path) -> Term:
    """Read a course folder's `term.toml`; a course without one has due dates in nbgrader's gradebook only, and no rule.

    Raises:
        UsageError: the file cannot be read, or says something that has no meaning: nobody shall lose points to a slip.
    """
    path = root / FILE
    try:
        said: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Term()
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    if unknown := sorted(said.keys() - set(_TABLES)):
        meant = did_you_mean(unknown[0], _TABLES)
        raise UsageError(f"{path}: {', '.join(unknown)} means nothing here; the tables are [due] and [late].{meant}")
    due, late = said.get("due", {}), said.get("late")
    if not isinstance(due, dict) or not all(isinstance(when, datetime) for when in due.values()):
        raise UsageError(f"{path}: [due] gives each assignment a date and time, such as 2026-12-01T23:59:00+01:00.")
    _refuse_unknown(path, root, due)
    try:
        # one without an offset is this machine's time
        moments = {name: when if when.tzinfo else when.astimezone() for name, when in due.items()}
        for when in moments.values():
            when.astimezone(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"{path}: [due] names a moment at an end of the calendar ({error}).") from error
    return Term(moments, _late_rule(path, late) if late is not None else None)


def _refuse_unknown(path: Path, root: Path, due: Collection[str]) -> None:
    """Refuse a due date of an assignment that the course does not have: the one that was meant would have none."""
    settings = read_settings(root)
    known = notebooks_of(root) | {*settings.assignments, *settings.ungraded}
    for name in sorted(set(due) - known) if known else ():
        known_ones = ", ".join(sorted(known))
        raise UsageError(
            f"{path}: [due] names {name!r}, and no assignment is called so."
            f"{did_you_mean(name, known) or f' They are called {known_ones}.'}"
        )


def spelled_date(moment: datetime, language: Language = ENGLISH) -> str:
    """Return a moment as one says it, with its zone: Tuesday, 1 December 2026, 23:59 (UTC+01:00)."""
    zone = moment.tzname() or language.say("no zone")
    if language is not ENGLISH:
        return f"{language.date(moment)}, {moment:%H:%M} ({zone})"
    day = f"{_DAYS[moment.weekday()]}, {moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{day}, {moment:%H:%M} ({zone})"


def in_zone(moment: datetime, zone: tzinfo | None) -> datetime:
    """Return a moment in a zone (None: this machine's); a forged one at an end of the calendar as it stands."""
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return moment


def due_line(term: Term, assignment: str, language: Language = ENGLISH) -> str:
    """Return what students read in the notebook: when it is due and what being late costs; nothing without a due date."""
    if assignment not in term.due:
        return ""
    rule = f" {language.say(term.late.sentence)}" if term.late else ""
    when = spelled_date(term.due[assignment], language)
    if language is ENGLISH:
        return f"{DUE_MARK} {when}.{rule}"
    return f"**{language.say('Due')}**: {when}.{rule} {DUE_COMMENT}"


def handing_in(term: Term, assignment: str, times: Times, language: Language = ENGLISH) -> tuple[tuple[str, str], ...]:
    """Return what a student's page says of time, as pairs of a name and a text, in the zone of the due date."""
    written = term.due.get(assignment)
    zone = written.tzinfo if written else None  # None: this machine's
    extended = times.until if times.due and times.until and times.until > times.due else None
    named = (("Due", times.due), ("Your own due date", extended), ("Handed in", times.handed_in if times.due else None))
    return tuple(
        (language.say(name), spelled_date(in_zone(moment, zone), language)) for name, moment in named if moment is not None
    )


def spelled_out(seconds: float) -> str:
    """Return how long that is, as one says it: 2 days 3 hours, 40 minutes."""
    days, rest = divmod(max(0.0, seconds), DAY)
    hours, rest = divmod(rest, HOUR)
    minutes = math.ceil(rest / MINUTE)
    parts = [_counted(days, "day", "days"), _counted(hours, "hour", "hours")]
    if not days:
        parts = [parts[1], _counted(minutes, "minute", "minutes")]
    return " ".join(part for part in parts if part) or "less than a minute"


def late_note(rule: LateRule | None, seconds_late: float, penalty: float) -> str:
    """Return what a student reads about being late; nothing where the work was in time."""
    if seconds_late <= 0:
        return ""
    were = "point was" if penalty == 1 else "points were"
    cost = f"{ENGLISH.number(penalty)} {were} taken off" if penalty else "nothing was taken off"
    rest = f" {rule.sentence}" if rule else ""
    return f"It came {spelled_out(seconds_late)} late: {cost}.{rest}"


def _late_rule(path: Path, said: Any) -> LateRule:
    numbers = isinstance(said, dict) and all(
        isinstance(one, int | float) and not isinstance(one, bool) for one in said.values()
    )
    if not numbers or said.keys() - _LATE_KEYS.keys() or "percent_a_day" not in said:
        unknown = sorted(said.keys() - _LATE_KEYS.keys()) if isinstance(said, dict) else []
        meant = did_you_mean(unknown[0], _LATE_KEYS) if unknown else ""
        raise UsageError(f"{path}: [late] holds numbers called {', '.join(_LATE_KEYS)}; percent_a_day has to be there.{meant}")
    values = _LATE_KEYS | {name: float(one) for name, one in said.items()}
    if not (0 <= values["percent_a_day"] <= 100 and 0 <= values["at_most"] <= 100 and values["grace_minutes"] >= 0):
        raise UsageError(f"{path}: [late] has percentages from 0 to 100, and no negative grace_minutes.")
    return LateRule(**values)


def _counted(number: float, one: str, more: str) -> str:
    return f"{number:.0f} {one if number == 1 else more}" if number else ""
