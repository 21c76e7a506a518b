"""What a mistake is told is kept as approved text; what is said too often, or not at all, is found."""

from __future__ import annotations

from pathlib import Path

from autograder.course.model import find_course
from autograder.gate.messages import MOST_MISTAKES, Line, Message, approved_file, as_text, check_messages, messages
from autograder.grading.grader import Grader, GradingSettings

COURSE = find_course(Path(__file__).parent)


def told(*lines: Line) -> Message:
    """Return a message with these lines."""
    return Message("cost", "compute_cost__sums", lines, "What if every example came twice?")


def test_a_paragraph_holds_the_first_lines_and_the_page() -> None:
    """Three lines are read, the others are counted."""
    text = as_text([told(*(Line(f"f({i})", f"returned {i}") for i in range(5)))])
    assert text.startswith("cost: sums\n  desk  f(0)\n        returned 0\n") and "f(3)" not in text
    assert text.endswith("        and 2 more\n  page  What if every example came twice?\n")
    assert "nothing fails" in as_text([told()])


def test_what_is_said_too_often_or_not_at_all_is_found() -> None:
    """Two lines may say the same; a third has to say that it is the same; a line without a word helps nobody."""
    same, above = Line("f(1)", "returned None"), Line("f(2)", "the same as above")
    assert not list(check_messages([told(same, same, above, above, above)]))
    assert "3 times" in next(check_messages([told(same, same, same)]))[1]
    assert "without a word" in next(check_messages([told(Line("f(1)", ""))]))[1]


def test_one_exercise_says_what_was_approved() -> None:
    """A sample of what `autograder messages` compares as a whole: the first exercise of the first notebook."""
    assignment = COURSE.assignment(COURSE.names()[0])
    with Grader(assignment, GradingSettings()) as grader:
        found = list(messages(grader, assignment.exercises[:1]))
    assert 0 < len(found) <= MOST_MISTAKES and not list(check_messages(found))
    assert approved_file(assignment).read_text(encoding="utf-8").startswith(as_text(found).rstrip("\n"))
