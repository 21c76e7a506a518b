"""Tables of the documentation: written between their marks, compared with the course, and stamped where they were measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.commands.tables import run_tables
from autograder.commands.verify import Row, as_markdown
from autograder.course.bank import MISTAKES, VARIANTS, entries_for, read_bank
from autograder.course.model import Course, find_course
from autograder.errors import UsageError
from autograder.gate.tables import (
    DIAGNOSIS,
    EXERCISES,
    MUTATION,
    NAMES,
    POINTS,
    check_tables,
    measured_digest,
    old_measurements,
    region,
    tables_of,
    write_table,
)

from . import toy

POINTS_TABLE = "| assignment | points | what |\n|---|---:|---|\n| toy | {points} bonus | a toy \\| two |\n"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A toy course with a README that holds no table yet."""
    made = toy.write_course(tmp_path)
    (made.root / "README.md").write_text("# Toy\n", encoding="utf-8")
    return made


def hold(course: Course, *regions: str) -> Path:
    """Let the README hold these tables among other text."""
    page = course.root / "README.md"
    page.write_text("# Toy\n\n" + "\nBetween.\n\n".join(regions) + "\nBehind.\n", encoding="utf-8")
    return page


def exercises(course: Course) -> str:
    """Return the table that a gate would write which has run one test an exercise, and caught or accepted nothing."""
    assignment = course.assignment(toy.NAME)
    mistakes, variants = (read_bank(assignment.hidden, kind) for kind in (MISTAKES, VARIANTS))
    rows: list[Row] = []
    for one in assignment.exercises:
        counts = [len(entries_for(entries, one.functions)) for entries in (mistakes, variants)]
        rows.append((toy.NAME, one.id, one.points, 1, 0, counts[0], 0, counts[1], 0))
    return as_markdown(rows)


def test_wrong_points_are_found_and_written(course: Course) -> None:
    """A number that is not the notebook's closes the gate; writing changes that number, and nothing that an author wrote."""
    points = f"{course.assignment(toy.NAME).points:g}"
    page = hold(course, region(POINTS, POINTS_TABLE.format(points="77")))
    ((place, problem, remedy),) = check_tables(course)
    assert (place, remedy) == ("README.md", "Run `autograder tables points`.") and "points" in problem
    assert run_tables(course, [], jobs=1, isolation_level="auto") == 0
    assert list(check_tables(course)) == []
    assert page.read_text(encoding="utf-8") == f"# Toy\n\n{region(POINTS, POINTS_TABLE.format(points=points))}\nBehind.\n"


def test_an_assignment_that_is_new_gets_a_row_and_one_that_is_gone_loses_it(course: Course) -> None:
    """The rows are the course's assignments."""
    page = hold(course, region(POINTS, "| assignment | points |\n|---|---:|\n| gone | 3 |\n"))
    assert run_tables(course, [POINTS], jobs=1, isolation_level="auto") == 0
    text = page.read_text(encoding="utf-8")
    assert "gone" not in text and f"| {toy.NAME} | {course.assignment(toy.NAME).points:g} |" in text


def test_a_row_with_other_counts_than_the_course_is_named(course: Course) -> None:
    """Points and the numbers of mistakes and variants are compared without running a test; what is caught is not."""
    good = exercises(course)
    row = next(line for line in good.split("\n") if line.startswith(f"| {toy.NAME} |"))
    before, points, tests, mistakes, unseen, variants = (cell.strip() for cell in row.strip("|").split("|")[1:])
    hold(course, region(EXERCISES, good.replace(row, row.replace(f"| {tests} |", "| 5 |", 1).replace("0 of", "7 of"))))
    assert list(check_tables(course)) == []
    wrong = [("other", points, mistakes, variants), (before, "77", mistakes, variants)]
    wrong += [(before, points, "0 of 99", variants), (before, points, mistakes, "0 of 99")]
    for name, worth, caught, accepted in wrong:
        hold(
            course,
            region(EXERCISES, good.replace(row, f"| {toy.NAME} | {name} | {worth} | 1 | {caught} | {unseen} | {accepted} |")),
        )
        ((place, problem, remedy),) = check_tables(course)
        assert (place, remedy) == ("README.md", "Run `autograder tables exercises`.") and before in problem


def test_measured_figures_are_current_until_anything_changes_that_they_depend_on(course: Course) -> None:
    """A table that carries the present digest is current; one without a digest, or measured before an edit, is not."""
    hold(course, region(MUTATION, "old\n"), region(DIAGNOSIS, "old\n", "0123"))
    assert [table.name for table in old_measurements(course)] == [MUTATION, DIAGNOSIS]
    for table in tables_of(course):
        assert write_table(table, "new\n", measured_digest(course))
    assert old_measurements(course) == [] and list(check_tables(course)) == []
    test = next((course.hidden(toy.NAME) / "tests").glob("test_*.py"))
    test.write_text(test.read_text(encoding="utf-8") + "\n# another state\n", encoding="utf-8")
    assert [table.name for table in old_measurements(course)] == [MUTATION, DIAGNOSIS]


def test_a_table_that_nothing_makes_is_a_finding(course: Course) -> None:
    """A name with a slip of the pen would otherwise never be written again."""
    hold(course, region("pionts", "old\n"))
    assert [place for place, _, _ in check_tables(course)] == ["README.md"]


def test_a_course_without_tables_is_told_where_to_put_them(course: Course) -> None:
    """There is nothing to write, nothing is written, and the message holds the lines to paste."""
    assert list(check_tables(course)) == [] and old_measurements(course) == []
    with pytest.raises(UsageError, match="<!-- autograder tables: points -->"):
        run_tables(course, [POINTS], jobs=1, isolation_level="auto")


def test_this_courses_own_tables_have_the_counts_of_the_course() -> None:
    """README.md and docs/ hold every table, and what can be counted in them is right."""
    course = find_course(Path(__file__).parent)
    assert {table.name for table in tables_of(course)} == set(NAMES)
    assert list(check_tables(course)) == []
