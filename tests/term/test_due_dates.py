"""Due dates that students see: in the notebook that is handed out, and on their page."""

from __future__ import annotations

import gc
import json
import shutil
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from autograder.course.model import Course, find_course
from autograder.gate.build import make_release
from autograder.language.spoken import language_of
from autograder.report.page import render_page
from autograder.report.page_model import Totals, make_page
from autograder.result import Result
from autograder.submission.canonical import canonicalise
from autograder.submission.due_line import with_due_line, without_due_line
from autograder.submission.read import read_submission
from autograder.term.rules import LateRule, Term, Times, due_line, handing_in

# nbgrader leaves its database to the garbage collector, which says so in whatever test it runs in
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning", "ignore::ResourceWarning")
WARMUP = "warmup"
HERE = timezone(timedelta(hours=1))
DUE = datetime(2026, 12, 1, 23, 59, tzinfo=HERE)
TERM = Term({WARMUP: DUE}, LateRule(10, 50))
LINE = (
    "**Due**: Tuesday, 1 December 2026, 23:59 (UTC+01:00). Each day begun costs 10% of the points that you earned, at most 50%."
)


@pytest.fixture(scope="module")
def due(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course in which nothing but the warm-up's due date is set, with the release that nbgrader makes of it."""
    kit, root = find_course(), tmp_path_factory.mktemp("due")
    (root / "source").mkdir()
    shutil.copytree(kit.source(WARMUP).parent, root / "source" / WARMUP)
    (root / "course.toml").write_text(f'name = "n"\ncontent = "{kit.content}"\nassignments = ["{WARMUP}"]\n')
    (root / "term.toml").write_text(f"[due]\n{WARMUP} = {DUE.isoformat()}\n[late]\npercent_a_day = 10\nat_most = 50\n")
    course = Course(root)
    make_release(course, [WARMUP], root / "release")
    gc.collect()
    return course


def test_the_release_says_when_it_is_due_under_its_title(due: Course) -> None:
    """One line more than in the repository's own release, which knows no due date; every other cell is the same."""
    made, plain = (json.loads(one.release(WARMUP).read_text())["cells"] for one in (due, find_course()))
    assert "".join(made[0]["source"]) == with_due_line("".join(plain[0]["source"]), LINE)
    assert "".join(made[0]["source"]).split("\n")[2] == LINE
    assert made[1:] == plain[1:]


def test_the_cell_with_the_due_date_is_not_the_students_own(due: Course) -> None:
    """Grading knows the cell as the one that was handed out, also when the date has been changed since."""
    assignment = due.assignment(WARMUP)
    for text in (due.release(WARMUP).read_text(), due.release(WARMUP).read_text().replace("1 December", "8 December")):
        due.release(WARMUP).write_text(text)
        canonical = canonicalise(read_submission(due.release(WARMUP), root=due.root), assignment)
        assert [cell for cell in canonical.cells if cell.origin is None] == []
        assert canonical.messages == () and canonical.cells[0].source == assignment.cells[0].source


@pytest.mark.parametrize("text", ["# Title", "# Title\n\nText.", "No title.\n\nText.", "", "# Title\n- a list\n"])
def test_the_line_comes_off_as_it_went_on(text: str) -> None:
    """Whatever the first cell says; blanks aside."""
    assert LINE in with_due_line(text, LINE).split("\n")
    assert without_due_line(with_due_line(text, LINE)).split() == text.split()


def test_there_is_no_line_without_a_due_date() -> None:
    """Neither without term.toml nor for another assignment."""
    assert due_line(Term(), WARMUP) == due_line(TERM, "another") == "" and due_line(TERM, WARMUP) == LINE


def test_the_page_says_when_it_was_due_and_handed_in() -> None:
    """In the zone of the due date; an extension only where there is one, and nothing where nothing is due."""
    times = Times(DUE.astimezone(UTC), DUE + timedelta(days=2), datetime(2026, 12, 3, 21, 0, tzinfo=UTC))
    shown = handing_in(TERM, WARMUP, times)
    assert shown == (
        ("Due", "Tuesday, 1 December 2026, 23:59 (UTC+01:00)"),
        ("Your own due date", "Thursday, 3 December 2026, 23:59 (UTC+01:00)"),
        ("Handed in", "Thursday, 3 December 2026, 22:00 (UTC+01:00)"),
    )
    assert [name for name, _ in handing_in(TERM, WARMUP, Times(DUE, DUE, None))] == ["Due"]
    assert handing_in(Term(), WARMUP, Times(None, None, DUE)) == ()
    result = Result(WARMUP, "ann", 20.0, 25.0, "strict", "1", 0.1, (), ())
    page = render_page(make_page("ann", result, (), Totals(20.0, 25.0, 0.0, "", shown)))
    assert all(f"<dt>{name}</dt><dd>{moment}</dd>" in page for name, moment in shown)
    assert "<dt>" not in render_page(make_page("ann", result, ()))


@pytest.mark.parametrize("moment", [datetime.max, datetime.min])
@pytest.mark.parametrize("hours", [-12, 0, 14])
@pytest.mark.parametrize("code", ["en", "de"])
def test_a_forged_timestamp_at_an_end_of_the_calendar_costs_no_page(
    tmp_path: Path, moment: datetime, hours: int, code: str
) -> None:
    """Such a moment is in no other zone; it is shown as it stands."""
    due = datetime(2026, 3, 1, tzinfo=timezone(timedelta(hours=hours)))
    (tmp_path / "course.toml").write_text(f'language = "{code}"\n', encoding="utf-8")
    times = Times(due, None, moment.replace(tzinfo=UTC))
    shown = dict(handing_in(Term({WARMUP: due}), WARMUP, times, language_of(Course(tmp_path))))
    assert any(str(moment.year) in text for text in shown.values())
