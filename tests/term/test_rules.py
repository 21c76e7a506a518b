"""term.toml and the allowances: what late work costs, who has more time, and slips that cost nobody a point."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.course.settings import read_settings
from autograder.errors import UsageError
from autograder.report.page import render_page
from autograder.report.page_model import Totals, make_page
from autograder.result import Result
from autograder.term.allowances import Allowances, allowances_file, read_allowances, write_allowances
from autograder.term.rules import LateRule, Term, late_note, read_term, spelled_out

RULE = LateRule(percent_a_day=10, at_most=50, grace_minutes=15)
HOUR, DAY = 3600.0, 86400.0


@pytest.mark.parametrize(
    ("seconds", "points"),
    [(0, 0.0), (900, 0.0), (901, 2.0), (DAY, 2.0), (DAY + 1, 4.0), (4.5 * DAY, 10.0), (400 * DAY, 10.0)],
)
def test_each_day_begun_costs_its_share(seconds: float, points: float) -> None:
    """The grace is free, a day that has begun counts, and the most is the most."""
    assert RULE.penalty(20.0, seconds) == points and RULE.penalty(0.0, seconds) == 0.0


def test_term_is_read_in_utc(tmp_path: Path) -> None:
    """A due date with an offset, and the rule with what it leaves out."""
    (tmp_path / "term.toml").write_text("[due]\na1 = 2026-12-01T23:59:00+01:00\n[late]\npercent_a_day = 20\n")
    assert read_term(tmp_path) == Term({"a1": datetime(2026, 12, 1, 22, 59, tzinfo=UTC)}, LateRule(20.0))
    assert read_term(tmp_path / "elsewhere") == Term()


@pytest.mark.parametrize(
    "text",
    [
        "[due]\na1 = 2026-12-01\n", '[due]\na1 = "tomorrow"\n', "due = 3\n", "[dew]\n", "[late]\n",
        "[late]\npercent_a_day = '10'\n",
        "[late]\npercent_a_day = 110\n", "[late]\npercent_a_day = 10\nper_hour = 1\n", "[late]\npercent_a_day = true\n",
        "[late\n",
        "[late]\npercent_a_day = 10\ngrace_minutes = -1\n", "late = 10\n",
        "[late]\npercent_a_day = nan\n", "[late]\npercent_a_day = 10\ngrace_minutes = nan\n",
        "[due]\na1 = 0001-01-01T00:00:00+14:00\n", "[due]\na1 = 9999-12-31T23:59:59-12:00\n", "\xff",
    ],
)  # fmt: skip
def test_a_slip_in_term_toml_is_an_error(tmp_path: Path, text: str) -> None:
    """What has no meaning is named with its file, and never passed over."""
    (tmp_path / "term.toml").write_text(text)
    with pytest.raises(UsageError, match=r"term\.toml"):
        read_term(tmp_path)


WRONG_NAMES = [
    ("[due]\noptimisers = 2026-12-01T23:59:00Z\n", "optimisers.*Did you mean 'optimizers'"),
    ("[due]\nOptimizers = 2026-12-01T23:59:00Z\n", "Did you mean 'optimizers'"),
    ("[due]\none-hidden-layer = 2026-12-01T23:59:00Z\n", "Did you mean 'one_hidden_layer'"),
    ("[due]\nkubernetes = 2026-12-01T23:59:00Z\n", "They are called one_hidden_layer, optimizers, reading, to_come"),
    ("[dues]\n", r"dues means nothing here.*Did you mean 'due'"),
    ("[late]\npercent_a_day = 10\nat_mots = 50\n", "Did you mean 'at_most'"),
]


@pytest.fixture
def named_course(tmp_path: Path) -> Path:
    """A course of three notebooks, one of them ungraded, and one to come."""
    for name in ("one_hidden_layer", "optimizers", "reading"):
        (tmp_path / "source" / name).mkdir(parents=True)
        (tmp_path / "source" / name / f"{name}.ipynb").write_text("{}")
    (tmp_path / "course.toml").write_text(
        'assignments = ["one_hidden_layer", "optimizers", "to_come"]\nungraded = ["reading"]\n'
    )
    return tmp_path


@pytest.mark.parametrize(("text", "words"), WRONG_NAMES)
def test_a_slip_in_a_name_is_told_with_the_name_that_was_meant(named_course: Path, text: str, words: str) -> None:
    """A due date under a wrong name would hold for nobody, and nobody would notice."""
    (named_course / "term.toml").write_text(text)
    with pytest.raises(UsageError, match=words):
        read_term(named_course)


def test_every_notebook_of_the_course_may_have_a_due_date(named_course: Path) -> None:
    """One that is to come and one that is not graded as well."""
    names = ("one_hidden_layer", "reading", "to_come")
    (named_course / "term.toml").write_text("[due]\n" + "".join(f"{name} = 2026-12-01T23:59:00Z\n" for name in names))
    assert tuple(read_term(named_course).due) == names


SETTINGS = [
    ('assignmets = ["optimizers"]\n', "Did you mean 'assignments'"),
    ("[due]\nx = 1\n", r"\[due\] belongs into term.toml"),
    ('assignments = ["optimisers", "one_hidden_layer"]\n', "no notebook .* 'optimisers'. Did you mean 'optimizers'"),
    ('assignments = ["optimizers", "one_hidden_layer"]\nungraded = ["readnig"]\n', "Did you mean 'reading'"),
]


@pytest.mark.parametrize(("text", "words"), SETTINGS)
def test_a_slip_in_course_toml_is_told_with_what_was_meant(named_course: Path, text: str, words: str) -> None:
    """Keys, tables and the names in its lists; a name that resembles no notebook may be there before its notebook is."""
    (named_course / "course.toml").write_text(text)
    with pytest.raises(UsageError, match=words):
        read_settings(named_course)


def test_a_planned_week_is_no_slip_of_another(named_course: Path) -> None:
    """Notebooks that a number tells apart are others: one may be listed before it is there, and the next lie there unlisted."""
    (named_course / "source" / "week-3").mkdir()
    (named_course / "source" / "week-3" / "week-3.ipynb").write_text("{}")
    (named_course / "course.toml").write_text('assignments = ["one_hidden_layer", "week-2"]\n')
    assert read_settings(named_course).assignments == ("one_hidden_layer", "week-2")


def test_students_read_how_late_and_by_which_rule() -> None:
    """The page's sentence: how late, what it cost, and why; in time there is none."""
    assert late_note(RULE, DAY + 3 * HOUR, 4.0) == (
        "It came 1 day 3 hours late: 4 points were taken off. Each day begun costs 10% of the points that you earned, "
        "at most 50%. The first 15 minutes cost nothing."
    )
    assert late_note(RULE, 300.0, 0.0).startswith("It came 5 minutes late: nothing was taken off.")
    assert late_note(RULE, 0.0, 0.0) == "" and late_note(None, 60.0, 1.0) == "It came 1 minute late: 1 point was taken off."


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "less than a minute"), (1, "1 minute"), (2 * HOUR + 1, "2 hours 1 minute"), (2 * DAY, "2 days")]
)
def test_times_are_said_as_one_says_them(seconds: float, said: str) -> None:
    """No seconds, no zeros, no plural of one."""
    assert spelled_out(seconds) == said


def test_allowances_come_back_as_they_were(tmp_path: Path) -> None:
    """Written whole, readable by nobody else, and taken back again."""
    until = datetime(2026, 12, 3, 12, tzinfo=UTC)
    given = Allowances().extended("a1", "zoë", until).with_excused("a2", "ann").with_dropped("bob")
    write_allowances(tmp_path, given)
    assert read_allowances(tmp_path) == given and allowances_file(tmp_path).stat().st_mode & 0o077 == 0
    back = given.extended("a1", "zoë", None).with_excused("a2", "ann", excused=False).with_dropped("bob", dropped=False)
    assert back == Allowances() == read_allowances(tmp_path / "elsewhere")


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", '{"until": {"a1": {"ann": "soon"}}}', '{"excused": 3}', '{"until": []}', '{"dropped": ["a', "[" * 100_000,
        '{"dropped": "ann"}', '{"excused": {"a1": "ann"}}', '{"dropped": [12]}',  # else a name's letters would be dropped
        '{"droped": ["ann"]}', '{"until": {"a1": {"ann": "0001-01-01T00:00:00+14:00"}}}',
    ],
)  # fmt: skip
def test_broken_allowances_are_an_error(tmp_path: Path, text: str) -> None:
    """Guessing would cost somebody an extension."""
    allowances_file(tmp_path).parent.mkdir()
    allowances_file(tmp_path).write_text(text)
    with pytest.raises(UsageError, match=r"allowances\.json"):
        read_allowances(tmp_path)


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Nobody believes that an extension was given where it was not."""
    (tmp_path / ".autograder").write_text("a file in the folder's place")
    with pytest.raises(UsageError, match="Nothing was changed"):
        write_allowances(tmp_path, Allowances(dropped=frozenset({"ann"})))


def test_the_page_says_how_late_and_what_it_cost() -> None:
    """The student's page holds the sentence in place of the bare number of points, and nothing where the work was in time."""
    result = Result("a1", "ann", 20.0, 25.0, "strict", "1", 0.1, (), ())
    late = render_page(make_page("ann", result, (), Totals(16.0, 25.0, 4.0, late_note(RULE, DAY + 3 * HOUR, 4.0))))
    assert (
        "1 day 3 hours late: 4 points were taken off. Each day begun costs 10%" in late and "because it came late" not in late
    )
    assert "4 points were taken off because it came late" in render_page(make_page("ann", result, (), Totals(16.0, 25.0, 4.0)))
    assert "taken off" not in render_page(make_page("ann", result, (), Totals(20.0, 25.0, 0.0, late_note(RULE, 0.0, 0.0))))
