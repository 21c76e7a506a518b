"""A course chooses its language: its pages, its release and its notices are in it, and its grades are what they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.cli import main
from autograder.course.digest import grading_digest
from autograder.course.model import Course, find_course
from autograder.course.settings import write_settings
from autograder.errors import UsageError
from autograder.language.localised import localised
from autograder.language.spoken import ENGLISH, Language, language_of
from autograder.report.page import render_page
from autograder.report.page_model import Totals, make_page
from autograder.result import FAILED, PARTIAL, PASSED, ExerciseResult, Result, TestResult, Where, as_json
from autograder.scaffold.course import new_course
from autograder.scaffold.exercise import new_exercise
from autograder.submission.due_line import with_due_line, without_due_line
from autograder.term.rules import LateRule, Term, Times, due_line, handing_in, late_note

HINT = "What does transposing do to an array that has only one axis?"
UNKNOWN = "What nobody has translated?"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """This course in German: another folder that shares its content."""
    root = tmp_path_factory.mktemp("german")
    write_settings(root, replace(find_course(Path(__file__)).settings, language="de"))
    return Course(root)


@pytest.fixture(scope="module")
def german(course: Course) -> Language:
    """Its language, with the hints of the warm-up."""
    return language_of(course, "warmup")


@pytest.fixture(scope="module")
def result() -> Result:
    """A result with an exercise in which both a translated and an untranslated hint are given."""
    tests = (
        TestResult("a", "Flat labels come back in one row.", FAILED, 1.0, HINT, "as_row__transposes", kind="values"),
        TestResult("b", "A title that nobody has translated.", FAILED, 1.0, UNKNOWN, None, "relu gave no answer."),
        TestResult("c", "The labels that are passed in come back unchanged.", PASSED, 2.0),
    )
    where = Where("2. Shapes", "2.-Shapes", "", "as_row(flat)", "one row, two pairs of brackets")
    exercise = ExerciseResult("as_row", 2.5, 5.0, PARTIAL, tests, where=where)
    return Result("warmup", "anna", 2.5, 5.0, "strict", "1", 0.0, (exercise,), ("The notebook is empty.",))


def test_the_page_is_in_german(result: Result, german: Language) -> None:
    """Headings, status, numbers, titles and hints; what is not translated is read in English, and not lost."""
    totals = Totals(2.5, 5.0, 0.5, german.say(late_note(LateRule(10.0), 90_000, 0.5)))
    html = render_page(make_page("anna", result, [], totals, german), german)
    for said in (
        '<html lang="de">',
        "Deine Punkte",
        "<strong>2,5</strong> von 5 Punkten",
        "teilweise",
        "Das Notebook ist leer.",
    ):
        assert said in html
    for said in (
        "Was bewirkt das Transponieren",
        UNKNOWN,
        "Flache Labels kommen in einer Zeile zurück.",
        "relu gab keine Antwort.",
    ):
        assert said in html
    assert "Es kam 1 Tag 1 Stunde zu spät: 0,5 Punkte wurden abgezogen." in html
    assert "Where to look" not in html
    assert "eine Zeile, zwei Paar Klammern" in html


def test_only_what_is_read_changes(result: Result, german: Language) -> None:
    """Scores, verdicts, names, kinds and keys of a result stay what they were; English is not touched at all."""
    said, judged = as_json(localised(result, german)), as_json(result)
    texts = {"title", "hint", "note", "messages", "where"}

    def machine(data: object) -> object:
        if isinstance(data, dict):
            return {key: machine(value) for key, value in data.items() if key not in texts}
        return [machine(one) for one in data] if isinstance(data, list) else data

    assert machine(said) == machine(judged)
    assert said != judged
    assert localised(result, ENGLISH) is result


def test_a_language_decides_no_grade(course: Course) -> None:
    """What a stored grade is the result of is the same in both languages: nothing is graded again."""
    english = find_course(Path(__file__)).assignment("warmup")
    assert grading_digest(replace(english, course=course)) == grading_digest(english)


def test_the_due_date_is_said_and_still_no_change_of_the_cell(german: Language) -> None:
    """The line in the notebook is German, and a submission's cell with it is the one that was handed out."""
    term = Term({"warmup": datetime(2026, 12, 1, 23, 59, tzinfo=UTC)}, LateRule(10.0, 50.0))
    line = due_line(term, "warmup", german)
    assert line.startswith("**Abgabe bis**: Dienstag, 1. Dezember 2026, 23:59 (UTC). Jeder begonnene Tag kostet 10 %")
    assert without_due_line(with_due_line("# Title\n\nText", line)).split() == ["#", "Title", "Text"]
    times = Times(term.due["warmup"], term.due["warmup"], term.due["warmup"])
    assert handing_in(term, "warmup", times, german)[1] == ("Abgegeben", "Dienstag, 1. Dezember 2026, 23:59 (UTC)")


@pytest.mark.parametrize("code", ["German", "DE", "d", "de-DE", "../de"])
def test_what_is_no_language_is_refused(tmp_path: Path, code: str) -> None:
    """The file, the key and how to write it are named."""
    (tmp_path / "course.toml").write_text(f'language = "{code}"\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"course\.toml: language = .*write it like de"):
        _ = Course(tmp_path).settings


def test_a_language_without_a_catalogue_is_refused(tmp_path: Path) -> None:
    """Nobody reads English where the course believes otherwise; how to begin a catalogue is said."""
    (tmp_path / "course.toml").write_text('language = "fr"\n', encoding="utf-8")
    with pytest.raises(UsageError, match="autograder translate fr"):
        language_of(Course(tmp_path))


def test_translations_outlive_a_new_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`translate` begins a catalogue, keeps what was translated, and compiles it."""
    new_course(tmp_path, "shop")
    folder = tmp_path / "shop"
    new_exercise(Course(folder), "first", "total", 2.0)
    monkeypatch.chdir(folder)
    assert _run("translate", "fr") == 0
    po = next(folder.glob("*/locale/fr/LC_MESSAGES/first.po"))
    before = po.read_text(encoding="utf-8")
    key = before.split('msgid "')[2].split('"')[0]
    po.write_text(before.replace(f'msgid "{key}"\nmsgstr ""', f'msgid "{key}"\nmsgstr "En français."'), encoding="utf-8")
    assert _run("translate", "fr") == 0
    (folder / "course.toml").write_text((folder / "course.toml").read_text("utf-8") + 'language = "fr"\n', encoding="utf-8")
    assert language_of(Course(folder), "first").say(key) == "En français."
    assert "1 of" in capsys.readouterr().out


def _run(*arguments: str) -> int:
    try:
        main.main(list(arguments), standalone_mode=True)
    except SystemExit as stopped:
        return int(stopped.code or 0)
    return 0
