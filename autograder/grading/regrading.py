"""What a regrade has to remember so that it can be stopped: the scores before it, and who is done; trusted side.

It lies in a folder of its own until the regrade is finished: a regrade that is started again then goes on with that one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.course.model import Course
from autograder.course.secret import FOLDER
from autograder.grading.store import Stored, file_name, load_result, read_result, results_folder
from autograder.whole_file import write_whole

DONE = ".done"


@dataclass(frozen=True)
class Regrading:
    """One regrade of an assignment, begun now or by an earlier run that was stopped."""

    folder: Path

    def before(self, students: Iterable[str]) -> dict[str, Stored]:
        """Return the results that stood when it was begun."""
        return {name: stored for name in students if (stored := read_result(self.folder / f"{file_name(name)}.json"))}

    def done(self, students: Iterable[str]) -> Mapping[str, str]:
        """Return the key of each student who has been judged and recorded since."""
        paths = {name: self.folder / f"{file_name(name)}{DONE}" for name in students}
        return {name: path.read_text(encoding="utf-8") for name, path in paths.items() if path.is_file()}

    def note(self, student: str, key: str) -> None:
        """Note that a student is judged and recorded."""
        (self.folder / f"{file_name(student)}{DONE}").write_text(key, encoding="utf-8")

    @property
    def complete(self) -> bool:
        """Is everybody done whose result stood when it was begun? Of a class, one student's regrade is not."""
        return all(path.with_suffix(DONE).is_file() for path in self.folder.glob("*.json"))

    def finish(self) -> None:
        """Forget it: the next regrade begins anew."""
        shutil.rmtree(self.folder, ignore_errors=True)


def begin_or_go_on(course: Course, assignment: str, students: Iterable[str]) -> Regrading:
    """Return the regrade that was stopped, or begin one; the results that stand now are put aside, where none is yet."""
    folder = course.root / FOLDER / "regrading" / assignment
    folder.mkdir(parents=True, exist_ok=True)
    for student in students:
        name = file_name(student)
        if not (folder / f"{name}.json").exists() and load_result(course, assignment, student) is not None:
            stands = results_folder(course, assignment) / f"{name}.json"
            write_whole(folder / f"{name}.json", stands.read_bytes())
    return Regrading(folder)
