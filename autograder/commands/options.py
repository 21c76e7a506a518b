"""Options that several commands have; trusted side."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from autograder.course.model import Assignment
from autograder.errors import UsageError
from autograder.worker import isolation

ISOLATION = click.option(
    "--isolation", "isolation_level", type=click.Choice([isolation.AUTO, *isolation.LEVELS]), default=isolation.AUTO,
    show_default=True, help="The isolation that is required; none grades without protection and says so in every result.",
)  # fmt: skip
COURSE = click.option(
    "--course", "course_folder", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The course folder, which holds source/; by default the one around the working folder.",
)  # fmt: skip

ANOTHER_FOLDER = "Choose another folder with --notices."


def refuse_unknown(names: Sequence[str], known: Sequence[str]) -> None:
    """Refuse names of assignments that are not among those known.

    Raises:
        UsageError: with the names, and those that there are.
    """
    unknown = sorted(set(names) - set(known))
    if unknown:
        raise UsageError(f"There is no assignment {', '.join(unknown)}; the course has: {', '.join(known) or 'none'}.")


def need_hidden_tests(assignment: Assignment) -> None:
    """Refuse an assignment that can be graded by the checks in its notebook alone, if at all.

    Raises:
        UsageError: with where its hidden tests would be, and what grades it as it is.
    """
    if not assignment.has_hidden_tests:
        raise UsageError(
            f"{assignment.name} has no hidden tests: there is no test_*.py in {assignment.hidden / 'tests'}. Write them "
            "(`autograder new exercise` shows how), or grade it by the checks that stand in its notebook: "
            f"`nbgrader autograde {shlex.quote(assignment.name)}`."
        )
