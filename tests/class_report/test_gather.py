"""What the class report reads from a course: results, folders, names and lateness."""

import os
from datetime import datetime

import pytest
from nbgrader.api import Gradebook

from autograder.class_report.gather import gather
from autograder.class_report.report import LATE, REVIEW, UNGRADED, duration, make_report
from autograder.errors import UsageError
from autograder.grading.store import Stored, results_folder, save_result
from autograder.nbgrader_plugin.environment import put_tools_on_path
from autograder.result import CRASHED, NOT_STARTED, TAMPERED, UNREADABLE, from_json
from tests.class_report.made_up import HOSTILE, class_of, course_in, exercise, in_review, not_started, result, scored, submit


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", os.environ["PATH"])
    put_tools_on_path()
    return course_in(tmp_path)


def store(course, made):
    save_result(course, Stored("key", made.submission, made))


def gradebook(course, due, **submissions):
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as book:
        book.add_assignment("made_up", duedate=due)
        for student, when in submissions.items():
            book.add_student(student, first_name=student.title(), last_name="Berg")
            if when is not None:
                book.add_submission("made_up", student, timestamp=when)


def test_a_submission_without_a_result_is_ungraded(course):
    """A folder that no result belongs to is a student who waits, never a student with 0."""
    submit(course, "ann")
    store(course, scored("bo", 2, 3, 5))
    made = gather(course, "made_up")
    assert [(one.id, one.result is not None) for one in made.students] == [("ann", False), ("bo", True)]
    assert [(one.kind, one.student.id) for one in make_report(made).remarks] == [(UNGRADED, "ann")]


def test_the_page_to_open_is_the_feedback_or_else_the_submission(course):
    """Feedback is what a person wants to see; without it the notebook is there."""
    notebook = submit(course, "ann")
    submit(course, "bo")
    feedback = course.root / "feedback" / "bo" / "made_up" / "made_up.html"
    feedback.parent.mkdir(parents=True)
    feedback.touch()
    store(course, scored("cy", 0, 0, 0))
    assert [one.page for one in gather(course, "made_up").students] == [notebook, feedback, None]


@pytest.mark.filterwarnings("ignore:Object of type")  # nbgrader adds a submission before its session knows it
def test_lateness_comes_from_the_gradebook(course):
    """Names and late submissions are nbgrader's."""
    due = datetime(2026, 3, 2, 18, 0)
    gradebook(course, due, ann=datetime(2026, 3, 2, 20, 0), bo=datetime(2026, 3, 2, 17, 0))
    for name in ("ann", "bo"):
        store(course, scored(name, 2, 3, 5))
    made = gather(course, "made_up")
    assert [(one.name, one.seconds_late) for one in made.students] == [("Ann Berg", 7200.0), ("Bo Berg", 0.0)]
    assert [(one.kind, one.detail) for one in make_report(made).remarks] == [(LATE, "2 hours")]


def test_lateness_comes_from_the_timestamp_before_the_gradebook_knows_the_submission(course):
    """`nbgrader collect` puts a timestamp beside the notebook; it counts until the submission is recorded."""
    gradebook(course, datetime(2026, 3, 2, 18, 0), ann=None, bo=None)
    for name, stamp in (("ann", "2026-03-02 18:30:00.000000 UTC"), ("bo", "no time")):
        (submit(course, name).parent / "timestamp.txt").write_text(stamp)
    assert [one.seconds_late for one in gather(course, "made_up").students] == [1800.0, 0.0]


def test_a_gradebook_that_cannot_be_read_costs_only_what_it_knows(course):
    """A damaged database is said to be one; the results are reported all the same."""
    (course.root / "gradebook.db").write_bytes(b"this is no database" * 100)
    store(course, scored("ann", 2, 3, 5))
    made = gather(course, "made_up")
    assert len(made.graded) == 1
    assert "gradebook could not be read" in made.notices[0]


def test_a_damaged_result_is_a_student_who_waits(course):
    """A result file that was cut short does not stop the report."""
    submit(course, "ann")
    store(course, scored("ann", 2, 3, 5))
    (results_folder(course, "made_up") / "ann.json").write_text('{"key": ')
    assert gather(course, "made_up").students[0].result is None


def test_a_hostile_name_is_a_student_like_any_other(course):
    """Whatever a student is called, there is a result and a row."""
    store(course, scored(HOSTILE, 2, 3, 5))
    assert [one.id for one in gather(course, "made_up").students] == [HOSTILE]


def test_an_unknown_assignment_is_an_error_of_usage(course):
    """The message names the assignments that there are."""
    with pytest.raises(UsageError, match="made_up"):
        gather(course, "nothing")


def test_remarks_stand_gravest_first(course):
    """Suspicious submissions come before crashes, and those before what only waits."""
    made = class_of(
        course,
        result("ann", exercise("first", 2.0), flags=(CRASHED,), messages=("A cell ended the process: it ended.",)),
        result("bo", in_review("first")),
        result("cy", exercise("first", 2.0), flags=(TAMPERED,)),
    )
    assert [(one.kind, one.student.id) for one in make_report(made).remarks] == [
        (TAMPERED, "cy"),
        (CRASHED, "ann"),
        (REVIEW, "bo"),
    ]


def test_results_without_isolation_and_of_several_engines_are_announced(course):
    """What makes scores doubtful stands at the top of the page."""
    made = class_of(course, result("ann", exercise("first", 2.0), isolation="none"), result("bo", engine="other"))
    first, second = make_report(made).notices
    assert first.startswith("1 of 2 results were graded without isolation") and "different versions" in second


def test_unreadable_files_are_no_students_who_did_not_start(course):
    """They are listed and announced, and stand in no figure; nobody is told to give what they may well have done more time."""
    blank = [not_started(name) for name in ("first", "second", "third")]
    lost = [result(f"lost{number}", *blank, flags=(UNREADABLE,), messages=("The file is empty.",)) for number in range(6)]
    made = make_report(class_of(course, *lost, *(scored(f"good{number}", 2, 3, 5) for number in range(14))))
    assert made.scores.n == 14 and made.scores.low == 100.0
    assert all(item.n == 14 and item.statuses[NOT_STARTED] == 0 for item in made.items)
    assert sum(remark.kind == UNREADABLE for remark in made.remarks) == 6
    assert made.notices[0].startswith("6 of 20 submissions could not be read")
    assert not any("did not start" in sentence for sentence in made.teach)


def test_results_of_an_older_kit_have_no_flags():
    """A result that was stored before there were flags is read, with none."""
    data = {
        "assignment": "a",
        "submission": "s",
        "score": 0,
        "max_score": 0,
        "isolation": "strict",
        "engine": "1",
        "seconds": 0,
    }
    assert from_json({**data, "exercises": [], "messages": []}).flags == ()


@pytest.mark.parametrize(
    ("seconds", "words"), [(5, "less than a minute"), (60, "1 minute"), (7000, "2 hours"), (86400, "1 day"), (260000, "3 days")]
)
def test_durations_in_words(seconds, words):
    """A time span is rounded to what matters, with singular and plural right."""
    assert duration(seconds) == words
