"""Grades one submission where Gradescope has put it, and writes its results.json; trusted side."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from autograder.course.model import Course
from autograder.errors import KitError
from autograder.grading.grader import Grader, GradingSettings
from autograder.language.spoken import language_of
from autograder.report.files import gradescope_json
from autograder.submission.folder import read_submitted
from autograder.whole_file import write_whole

SETTINGS = "gradescope.json"
NOBODY = "submission"


def main(root: Path) -> int:
    """Grade what lies in submission/ and write results/results.json.

    Where the kit is at fault no result is written: Gradescope says that the autograder failed, and nobody loses a point.
    """
    settings = json.loads((root / "source" / "kit" / SETTINGS).read_text(encoding="utf-8"))
    assignment = Course(root / "source" / "kit").assignment(settings["assignment"])
    student = _student(root / "submission_metadata.json")
    submission = read_submitted(root / "submission", assignment, student)
    try:
        with Grader(assignment, GradingSettings(isolation=settings["isolation"])) as grader:
            result = grader.grade(submission).result
    except KitError as error:
        print(f"The autograder could not grade, and no points were given or taken: {error}")
        return error.exit_code
    told = gradescope_json(result, settings["visibility"], language_of(assignment.course, assignment.name))
    write_whole(root / "results" / "results.json", told, mode=0o644)
    print(f"{student}: {result.score} of {result.max_score}, isolation {result.isolation}, engine {result.engine}")
    return 0


def _student(metadata: Path) -> str:
    """Return who handed in: by email, as randomised inputs are made for each; a group is all of its members."""
    try:
        data: Any = json.loads(metadata.read_text(encoding="utf-8"))
        return "+".join(sorted(str(user["email"]) for user in data["users"])) or NOBODY
    except (OSError, ValueError, KeyError, TypeError):
        return NOBODY


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
