"""Files that could not be read are counted apart in a class report."""

from __future__ import annotations

from pathlib import Path

from autograder.class_report.report import make_report
from autograder.result import NOT_STARTED, UNREADABLE
from tests.class_report.made_up import class_of, course_in, not_started, result, scored


def test_an_unreadable_file_is_no_student_who_did_not_start(tmp_path: Path) -> None:
    """It is counted apart: no score, no status, no sentence of what to teach speaks of it."""
    solved = [scored(name, 2, 3, 5) for name in ("ann", "ben", "cay", "dan", "eve")]
    lost = [
        result(
            name, *(not_started(one) for one in ("first", "second", "third")), flags=(UNREADABLE,), messages=("It is a zip.",)
        )
        for name in ("fay", "gus")
    ]
    made = class_of(course_in(tmp_path), *solved, *lost)
    report = make_report(made)
    assert [student.id for student in made.unreadable] == ["fay", "gus"] and len(made.graded) == 5 and not made.waiting
    assert report.scores.n == 5 and report.scores.low == 100.0
    assert all(item.n == 5 and item.completion == 1.0 and not item.statuses[NOT_STARTED] for item in report.items)
    assert not any("did not start" in sentence for sentence in report.teach)
    assert [one.student.id for one in report.remarks if one.kind == UNREADABLE] == ["fay", "gus"]


def test_a_class_of_unreadable_files_is_asked_for_them_again(tmp_path: Path) -> None:
    """Nothing is said of what the class knows, and nothing divides by zero."""
    lost = result("ann", *(not_started(one) for one in ("first", "second", "third")), flags=(UNREADABLE,))
    first, second, _ = make_report(class_of(course_in(tmp_path), lost)).teach
    assert first == "The one file that was handed in could not be read, so there is nothing to teach again."
    assert second == "Ask for them again: see below."
