"""Reads the names that LMSs give to downloaded submissions: whose each file is, and which of several counts; trusted side."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

# A file or a folder as each system names it; `rest` is the student's own name for it, which may look like another system's
# with another student in it: `_owner` never lets it decide. `number` is what the system knows a student by: it is added to the
# name where two students have the same one.
_SYSTEMS = tuple(
    re.compile(pattern)
    for pattern in (
        # Moodle: Jane Doe_12345_assignsubmission_file_/warmup.ipynb, or the same without a folder
        r"(?P<student>.+?)_(?P<number>\d+)_assignsubmission_file_?(?P<rest>.*)",
        # Brightspace: 12345-67890 - Jane Doe - Oct 10, 2025 1234 PM/warmup.ipynb, or the same without a folder; elsewhere the
        # date is 10 October, 2025 1234
        r"(?P<number>\d+)-\d+ ?- ?(?P<student>.+?) ?- ?(?:\w+\.? \d{1,2}|\d{1,2}\.? \w+\.?),? \d{4} \d{3,4}(?: [AP]M)?"
        r"(?: ?- ?(?P<rest>.+))?",
        # Blackboard: Homework 1_jdoe_attempt_2025-10-10-12-34-56_warmup.ipynb
        r".+?_(?P<student>[^_]+)_attempt_(?P<timestamp>[\d-]+)(?:_(?P<rest>.+))?",
        # Canvas, graded without names: anon_Ab1cD_67890_warmup.ipynb
        r"(?:LATE_)?(?P<student>anon_[^_]+)_(?P<upload>\d+)_(?P<rest>.+)",
        # Canvas, last, for its marks are the fewest: doejane_LATE_12345_67890_warmup-1.ipynb, or the same as a folder, where
        # an archive was handed in
        r"(?P<student>.+?)_(?:LATE_)?(?P<number>\d+)_(?P<upload>\d+)_(?P<rest>.+)",
    )
)
# Sakai: Doe, Jane(jdoe)/Submission attachment(s)/warmup.ipynb
_SAKAI, _SAKAIS = re.compile(r".*\((?P<student>[^()]+)\)"), "Submission attachment(s)"
_BLACKBOARD_TIME = re.compile(r"(\d{4}-\d\d-\d\d)-(\d\d)-(\d\d)-(\d\d)")
# a browser's, Canvas's, or both: warmup (1).ipynb, warmup-1.ipynb, warmup (1)-2.ipynb, of which the last orders them
_COUNTER = r"(?:[ _-]?\(\d+\)(?=[ _-]))?(?:[ _-]?\(?(?P<counter>\d+)\)?)?"
_DATE = re.compile(r"(?<!\d)(20\d\d_\d{1,2}_\d{1,2}|\d{1,2}_\d{1,2}_20\d\d)(?!\d)")  # submissions_2025_11_30 names no student
_SHORT = 6  # digits of a number and an upload that a small Canvas gives, or an assignment's name holds
_NOBODYS = re.compile(r"[. ]*")  # a name that would lead out of the folder of submissions


@dataclass(frozen=True)
class Download:
    """What a file's name tells: the student, the notebook, and what orders several files of one student."""

    name: str  # below the folder of the download
    student: str
    notebook: str
    number: str = ""
    timestamp: str = ""
    upload: int = 0
    counter: int = 0
    place: str = ""  # the name from the system's own part on
    renamed: bool = False  # not the notebook's own name: taken where nothing else is the student's
    own: bool = False  # in a folder that bears the student's name
    within: bool = False  # in a folder of another name, which may be another student's


def read_name(name: str, notebooks: Sequence[str], used: Mapping[str, int] | None = None) -> Download | None:
    """Return what a file's name tells, or None where no system writes so; `used` says how many names of the download are whose.

    A file that was renamed is the assignment's, where there is one notebook only and the rest is a system's own way to name.
    Anything else than a system's names is alice_warmup.ipynb, or warmup.ipynb in a folder (or an archive) called alice.
    """
    parts = name.split("/")
    if any(part.startswith(".") or part == "__MACOSX" for part in parts):
        return None  # what editors and archivers leave behind
    longest_first = "|".join(sorted(map(re.escape, notebooks), key=len, reverse=True))
    file = re.compile(rf"(?P<notebook>{longest_first}){_COUNTER}\.ipynb")
    for at, part in enumerate(parts):
        folder = at < len(parts) - 1
        match = _owner(part, used or {})
        if match and folder and _is_dated(match):
            match = None
        if parts[at + 1 : at + 2] == [_SAKAIS]:
            match = match or _SAKAI.fullmatch(part)
        if match:
            own = parts[-1] if folder else match["rest"] or ""
            told = _from_system(name, match, file, notebooks, own)
            return replace(told, place="/".join(parts[at:]), within=at > 0) if told else None
    plain = re.fullmatch(rf"(?P<student>.+?)_{file.pattern}", parts[-1]) or file.fullmatch(parts[-1])
    folders = [part for part in parts[:-1] if part not in notebooks]
    if plain is None:
        return None
    said = plain.groupdict().get("student")
    student = said or next(reversed(folders), "")
    told = _download(name, student, plain["notebook"], plain.groupdict())
    return replace(told, own=not said, within=bool(folders) and student not in folders) if told else None


def _owner(part: str, used: Mapping[str, int]) -> re.Match[str] | None:
    """Return how the download's own system reads a part of a name: that of most names, else the one whose part ends first.

    What follows is the student's. Two short numbers may be in an assignment's name, and are Canvas's where nothing else is.
    """
    found = [match for one in _SYSTEMS if (match := one.fullmatch(part))]
    return min(found, key=lambda one: (-used.get(one.re.pattern, 0), _is_short(one), _end(one)), default=None)


def _end(match: re.Match[str]) -> int:
    start = match.start("rest")
    return start if start >= 0 else match.end()


def _is_short(match: re.Match[str]) -> bool:
    """Are these no two numbers of Canvas's for sure?"""
    number, upload = match.groupdict().get("number"), match.groupdict().get("upload")
    return bool(number and upload) and len(f"{number}{upload}") <= _SHORT


def _is_dated(match: re.Match[str]) -> bool:
    """Whether what looks like two numbers of Canvas's in a folder's name is a date: the folder is the instructor's own."""
    return _is_short(match) and _DATE.search(match[0]) is not None


def _from_system(name: str, match: re.Match[str], file: re.Pattern[str], notebooks: Sequence[str], own: str) -> Download | None:
    """Return what a system's name tells; `own` is what the student called the file."""
    if found := file.fullmatch(own):
        return _download(name, match["student"], found["notebook"], match.groupdict() | found.groupdict())
    if len(notebooks) != 1:
        return None
    renamed = _download(name, match["student"], notebooks[0], match.groupdict())
    return replace(renamed, renamed=True) if renamed else None


def collect_names(names: Iterable[str], notebooks: Sequence[str]) -> tuple[list[Download], list[Download]]:
    """Return the files that count, with two students of one name told apart, and those that another file stands for.

    Of several files of a student's, the newest counts: by the time in its name, the number of its upload, its counter. What
    lies in the student's own folder comes before what others may have put into theirs.
    """
    names = sorted(names)
    parts = [set(name.split("/")) for name in names]
    used = {one.pattern: sum(any(map(one.fullmatch, some)) for some in parts) for one in _SYSTEMS}
    found = [one for name in names if (one := read_name(name, notebooks, used)) is not None]
    numbers: dict[str, set[str]] = defaultdict(set)
    for one in found:
        numbers[one.student].add(one.number)
    told = [
        replace(one, student=f"{one.student}_{one.number}") if one.number and len(numbers[one.student] - {""}) > 1 else one
        for one in found
    ]
    groups: dict[tuple[str, str], list[Download]] = defaultdict(list)
    for one in told:
        groups[one.student, one.notebook].append(one)
    counting = [max(_not_from_others(group), key=_order) for group in groups.values()]
    return counting, [one for one in told if one not in counting]


def _not_from_others(group: list[Download]) -> list[Download]:
    return [one for one in group if not one.within] if any(one.own for one in group) else group


def _download(name: str, student: str, notebook: str, said: Mapping[str, str | None]) -> Download | None:
    if _NOBODYS.fullmatch(student):
        return None
    student = unicodedata.normalize("NFC", student)  # an archive made on macOS writes an umlaut as two signs
    time = _BLACKBOARD_TIME.sub(r"\1 \2:\3:\4", said.get("timestamp") or "")
    upload, counter = int(said.get("upload") or 0), int(said.get("counter") or 0)
    return Download(name, student, notebook, said.get("number") or "", time, upload, counter, place=name)


def _order(one: Download) -> tuple[bool, str, int, int, str]:
    return not one.renamed, one.timestamp, one.upload, one.counter, one.name
