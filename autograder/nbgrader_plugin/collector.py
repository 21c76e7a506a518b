"""Tells whose file one from an LMS download is, by the names that the usual systems give; trusted side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from nbgrader.plugins import FileNameCollectorPlugin

# Each ends in the notebook's name as it was handed in; `file` stands for the assignment's own notebooks. `number` is what
# the system knows a student by: it is added to the name where two students have the same one.
_SYSTEMS = (
    # Canvas: doejane_LATE_12345_67890_warmup-1.ipynb
    r"(?P<student_id>[^/_]+)_(?:LATE_)?(?P<number>\d+)_\d+_{file}",
    # Moodle: Jane Doe_12345_assignsubmission_file_/warmup.ipynb, or the same without a folder
    r"(?P<student_id>[^/]+?)_(?P<number>\d+)_assignsubmission_file_?/?{file}",
    # Brightspace: 12345-67890 - Jane Doe - Oct 10, 2025 1234 PM/warmup.ipynb, or the same without a folder
    r"(?P<number>\d+)-\d+ ?- ?(?P<student_id>[^/]+?) ?- ?\w+ \d{{1,2}}, \d{{4}} \d{{3,4}} [AP]M(?:/| ?- ?){file}",
    # Blackboard: Homework 1_jdoe_attempt_2025-10-10-12-34-56_warmup.ipynb
    r"[^/]+_(?P<student_id>[^/_]+)_attempt_(?P<timestamp>[\d-]+)_{file}",
    # anything else: alice_warmup.ipynb, alice/warmup.ipynb, or alice.zip with warmup.ipynb in it
    r"(?P<student_id>[^/]+?)[_/]{file}",
)
_BLACKBOARD_TIME = re.compile(r"(\d{4}-\d\d-\d\d)-(\d\d)-(\d\d)-(\d\d)")


class CourseCollector(FileNameCollectorPlugin):  # type: ignore[misc]  # nbgrader is untyped
    """Collects what it can name the student of; with a `named_regexp` of the instructor's, it does what nbgrader does."""

    def _match(self, filename: str) -> dict[str, Any] | None:
        notebooks = self._notebooks() if not self.named_regexp else []
        found = read_name(self._relative(filename), notebooks) if notebooks else None
        if found is None:
            answer: dict[str, Any] | None = super()._match(filename)
            return answer
        number = found.pop("number", None)
        if number and len(self._numbers[found["student_id"]]) > 1:
            found["student_id"] += f"_{number}"
        return found

    def _extracted(self) -> Path:
        return Path(self.parent._format_collect_path(self.parent.extracted_directory))

    def _relative(self, filename: str) -> str:
        """Return a name as it was in the download: the folders above it name no student."""
        path, folder = Path(filename).resolve(), self._extracted().resolve()
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else filename

    def _notebooks(self) -> list[str]:
        """Return the names of the assignment's own notebooks."""
        directory = getattr(self.parent, "coursedir", None)
        if directory is None:
            return []
        source = Path(directory.format_path(directory.source_directory, ".", directory.assignment_id))
        return sorted(path.stem for path in source.glob("*.ipynb"))

    @cached_property
    def _numbers(self) -> dict[str, set[str]]:
        """Return, for each name among the files that were extracted, the numbers of those who have it."""
        folder = self._extracted()
        numbers: dict[str, set[str]] = defaultdict(set)
        for path in folder.rglob("*.ipynb"):
            found = read_name(self._relative(str(path)), self._notebooks()) or {}
            if "number" in found:
                numbers[found["student_id"]].add(found["number"])
        return numbers


def read_name(filename: str, notebooks: Sequence[str]) -> dict[str, Any] | None:
    """Return student_id and file_id, and where the name holds them timestamp and number; None where no system writes so.

    A counter behind the notebook's name, as a browser or Canvas puts it there, is passed over: `warmup (1).ipynb`.
    """
    longest_first = sorted(map(re.escape, notebooks), key=len, reverse=True)
    file = rf"(?P<file_id>{'|'.join(longest_first)})(?:[ _-]?\(?\d+\)?)?\.ipynb"
    for system in _SYSTEMS:
        if match := re.search(rf"(?:^|/){system.format(file=file)}$", filename):
            found = {key: value for key, value in match.groupdict().items() if value}
            if "timestamp" in found:
                found["timestamp"] = _BLACKBOARD_TIME.sub(r"\1 \2:\3:\4", found["timestamp"])
            return found
    return None
