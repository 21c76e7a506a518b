"""Due dates, extensions and penalties in nbgrader's gradebook, as the commands and the step of autograde write them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from click.testing import CliRunner
from nbgrader.api import Gradebook
from traitlets.config import Config

from autograder.cli import main
from autograder.nbgrader_plugin.environment import put_tools_on_path
from autograder.nbgrader_plugin.late import CourseLatePenalties
from autograder.term.allowances import Allowances, write_allowances

# nbgrader builds its rows in an order that SQLAlchemy remarks on
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning", "ignore::ResourceWarning")
A1, NOTEBOOK = "one_hidden_layer", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
TERM = "[due]\none_hidden_layer = 2026-12-01T12:00:00Z\n[late]\npercent_a_day = 10\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A course in which jdoe handed in 20 points a day and a half after the due date."""
    root = tmp_path_factory.mktemp("course")
    before = os.environ["PATH"]
    put_tools_on_path()
    (root / "source" / A1).mkdir(parents=True)
    (root / "source" / A1 / f"{A1}.ipynb").write_text(NOTEBOOK)
    (root / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.course_id = 'c'\nc.Exchange.root = {str(root)!r}\n"
    )
    (root / "term.toml").write_text(TERM)
    with Gradebook(f"sqlite:///{root}/gradebook.db", "c") as book:
        book.add_assignment(A1)
        book.add_notebook(A1, A1)
        book.add_grade_cell("exercise", A1, A1, max_score=25, cell_type="code")
        book.add_student("jdoe")
        book.add_submission(A1, "jdoe", timestamp=datetime(2026, 12, 3, 0, 0))
        grade = book.find_grade("exercise", A1, A1, "jdoe")
        grade.auto_score, grade.needs_manual_grade = 20.0, False
        book.db.commit()
    yield root
    os.environ["PATH"] = before


@pytest.fixture(autouse=True)
def nobody_is_allowed_anything(course: Path) -> None:
    """Each test begins without allowances."""
    write_allowances(course, Allowances())


def autograde_step(course: Path, config: Config | None = None) -> None:
    """Run the step that autograde runs after saving scores."""
    exporter = SimpleNamespace(parent=SimpleNamespace(coursedir=SimpleNamespace(root=str(course))))
    step = CourseLatePenalties(config=config) if config else CourseLatePenalties()
    step._root = lambda: Path(exporter.parent.coursedir.root)  # type: ignore[method-assign]  # a whole exporter would need a class
    names = {"notebook": A1, "assignment": A1, "student": "jdoe", "db_url": f"sqlite:///{course}/gradebook.db"}
    step.preprocess(nbformat.v4.new_notebook(), {"nbgrader": names})


def penalty(course: Path) -> float:
    """Return what the gradebook takes off."""
    with Gradebook(f"sqlite:///{course}/gradebook.db", "c") as book:
        return float(book.find_submission(A1, "jdoe").late_submission_penalty or 0.0)


def run(course: Path, *arguments: str) -> tuple[int, str]:
    """Run a command as one would type it; return its exit code and what it said."""
    done = CliRunner().invoke(main, [*arguments, "--course", str(course)])
    return done.exit_code, " ".join(done.output.split())


def test_autograde_takes_off_what_the_rule_says(course: Path) -> None:
    """Two days begun at 10% of 20 points; the due date of term.toml is in nbgrader's gradebook."""
    autograde_step(course)
    assert penalty(course) == 4.0
    with Gradebook(f"sqlite:///{course}/gradebook.db", "c") as book:
        assert book.find_assignment(A1).duedate == datetime(2026, 12, 1, 12, 0)


def test_an_extension_counts_when_graded_and_at_once(course: Path) -> None:
    """A day more leaves one day begun, enough more leaves none; taking it back takes the points off again."""
    autograde_step(course)
    code, said = run(course, "extend", A1, "jdoe", "--days", "1")
    assert code == 0 and penalty(course) == 2.0 and "2 points are taken off, where it was 4" in said
    assert run(course, "extend", A1, "jdoe", "--until", "2026-12-04T00:00+00:00")[0] == 0 and penalty(course) == 0.0
    autograde_step(course)
    assert penalty(course) == 0.0 and f"{A1} jdoe until 2026-12-04" in run(course, "extend")[1]
    assert run(course, "extend", A1, "jdoe", "--remove")[0] == 0 and penalty(course) == 4.0


def test_the_courses_own_plugin_comes_first(course: Path) -> None:
    """A plug-in that nbgrader_config.py names is used, and not the term's rule."""
    config = Config()
    config.AssignLatePenalties.plugin_class = "nbgrader.plugins.latesubmission.LateSubmissionPlugin"
    config.LateSubmissionPlugin.penalty_method = "zero"
    (course / "term.toml").write_text(TERM.partition("[late]")[0])
    autograde_step(course, config)
    (course / "term.toml").write_text(TERM)
    assert penalty(course) == 20.0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((A1, "jdoe"), "Say how long"),
        ((A1, "jdoe", "--days", "-1"), "Say how long"),
        ((A1, "jdoe", "--until", "tomorrow"), "--until tomorrow is no time"),
        ((A1, "jdoe", "--days", "inf"), "The calendar ends before that"),
        ((A1, "jdoe", "--hours", "nan"), "The calendar ends before that"),
        ((A1, "jdoe", "--days", "1e12"), "The calendar ends before that"),
        (("nothing", "jdoe", "--days", "1"), "There is no assignment"),
        ((A1,), "Name the student"),
    ],
)
def test_an_extension_that_says_nothing_is_an_error(course: Path, arguments: tuple[str, ...], said: str) -> None:
    """Exit code 2, the reason and the remedy, and nothing is written."""
    code, answer = run(course, "extend", *arguments)
    assert code == 2 and said in answer and "Nobody is allowed anything yet" in run(course, "extend")[1]


def test_excused_and_dropped_students_are_remembered(course: Path) -> None:
    """Each can be taken back."""
    assert run(course, "excuse", A1, "ann")[0] == run(course, "drop", "bob")[0] == 0
    said = run(course, "extend")[1]
    assert f"{A1} ann excused" in said and "bob has left" in said
    assert run(course, "excuse", A1, "ann", "--remove")[0] == run(course, "drop", "bob", "--remove")[0] == 0
    assert "Nobody is allowed anything yet" in run(course, "extend")[1]
