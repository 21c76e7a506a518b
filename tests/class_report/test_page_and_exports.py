"""The class report as a page, as JSON and as CSV: everything escaped, nothing invented."""

import csv
import io
import json
import re

from autograder.class_report.exports import report_csv, report_json
from autograder.class_report.gather import ClassResults
from autograder.class_report.page import render_page
from autograder.class_report.report import make_report
from tests.class_report.made_up import HOSTILE, class_of, course_in, exercise, failed, in_review, passed, result, scored, submit


def hostile_class(folder):
    """Return a class in which everything that a student can choose tries to be markup."""
    course = course_in(folder)
    code = f"def first(x):\n    return '</code></pre>{HOSTILE}'"
    for name in (HOSTILE, "ann"):
        folder_name = name.replace("/", "_")
        submit(course, folder_name, first=code)
    wrong = exercise("first", 0.0, failed(), behaviour={"first": "aa"})
    names = [HOSTILE.replace("/", "_"), "ann"]
    flagged = {"flags": ("crashed",), "messages": (f"It said {HOSTILE}.",)}
    return course, class_of(course, *(result(name, wrong, **flagged) for name in names))


def test_nothing_that_a_student_chose_is_markup(tmp_path):
    """Names, code and messages are text, wherever they stand."""
    course, made = hostile_class(tmp_path)
    page = render_page(make_report(made), course.root / "reports")
    assert "<script" not in page and "&lt;script&gt;alert(1)" in page


def test_links_are_relative_and_quoted(tmp_path):
    """The page can be moved with the course; a strange name leads to its own file and to nothing else."""
    course, made = hostile_class(tmp_path)
    page = render_page(make_report(made), course.root / "reports")
    links = set(re.findall(r'href="([^"#]+)"', page))
    assert links == {
        "../submitted/ann/made_up/made_up.ipynb",
        "../submitted/%3Cscript%3Ealert%281%29%3C_script%3E/made_up/made_up.ipynb",
    }


def test_the_page_allows_itself_no_script_and_no_outside_resource(tmp_path):
    """The content security policy names the one style sheet; there are no style attributes that it would drop."""
    course, made = hostile_class(tmp_path)
    page = render_page(make_report(made), course.root)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert " style=" not in page and " src=" not in page and "@import" not in page and "url(http" not in page


def test_an_undefined_statistic_is_a_dash(tmp_path):
    """Where nothing varies, no number is made up."""
    made = class_of(course_in(tmp_path), *(scored(name, 2, 3, 5) for name in ("ann", "bo", "cy")))
    page = render_page(make_report(made), tmp_path)
    assert "nan" not in page and "None" not in page and '<td class="right">–</td>' in page


def test_the_page_of_an_empty_class_stands(tmp_path):
    """Before anything is collected the page says so."""
    made = ClassResults(course_in(tmp_path).assignment("made_up"), ())
    page = render_page(make_report(made), tmp_path)
    assert "No submission was found" in page and "None" not in page


def test_the_same_class_gives_the_same_page(tmp_path):
    """No time, no random id: a page changes when the results change."""
    course, made = hostile_class(tmp_path)
    assert render_page(make_report(made), course.root) == render_page(make_report(made), course.root)


def test_a_name_with_half_characters_can_be_written(tmp_path):
    """A folder's name need not be valid text; page, JSON and CSV can be written all the same."""
    report = make_report(class_of(course_in(tmp_path), scored("ann\udcff\u202e", 2, 3, 5)))
    for text in (render_page(report, tmp_path), report_json(report), report_csv(report)):
        text.encode("utf-8")
        assert "\u202e" not in text


def test_json_holds_what_the_page_shows(tmp_path):
    """Programs get the same figures, unrounded names and all clusters."""
    wrong = exercise("first", 1.0, failed("first__adds_two", "Why?"), passed(), behaviour={})
    unknown = exercise("first", 1.0, failed(title="It adds."), passed(), behaviour={"first": "aa"})
    made = class_of(course_in(tmp_path), result("ann", wrong), result("bo", unknown), result("cy", in_review("first")))
    data = json.loads(report_json(make_report(made)))
    assert data["graded"] == 3 and data["exercises"][0]["mean"] == 1.0
    assert data["mistakes"] == [
        {"exercise": "first", "mistake": "first__adds_two", "hint": "Why?", "count": 1, "cost": 1.0, "students": ["ann"]}
    ]
    assert data["clusters"][0]["failing"] == [{"title": "It adds.", "hint": None}]
    assert len(data["teach"]) == 3 and data["remarks"][0]["kind"] == "needs review"


def test_csv_leaves_empty_what_is_not_graded(tmp_path):
    """An exercise in review and a student without a result are no zeros."""
    course = course_in(tmp_path)
    submit(course, "di")
    made = class_of(course, result("ann", exercise("first", 2.0), in_review("second")))
    rows = list(csv.DictReader(io.StringIO(report_csv(make_report(made)))))
    assert rows[0]["first"] == "2" and rows[0]["second"] == "" and rows[0]["third"] == ""
    assert rows[0]["remarks"] == "needs review"


def test_csv_cells_are_no_formulas(tmp_path):
    """A name that a spreadsheet would run is defused."""
    made = class_of(course_in(tmp_path), scored("=cmd|' /C calc'!A0", 2, 3, 5))
    assert list(csv.reader(io.StringIO(report_csv(make_report(made)))))[1][0].startswith("'=")
