"""What counts as not started: every shape of an unfilled stub, and nothing in which a student computes something."""

from __future__ import annotations

import pytest

from autograder.course.model import Assignment
from autograder.submission.canonical import canonicalise, is_stub

from .handmade import one_wrong

RELEASED = '''def f(A2, Y):
    """Return the cost.

    A2: shape (1, m). # of examples: m.
    """
    # YOUR CODE HERE
    raise NotImplementedError()'''

STUBS = {
    "as released": RELEASED,
    "with a comment": RELEASED + "\n    # TODO: tomorrow",
    "without the comment": RELEASED.replace("    # YOUR CODE HERE\n", ""),
    "without the raise": RELEASED.replace("    raise NotImplementedError()", ""),
    "without the raise and the docstring, which does not parse": "def f(A2, Y):\n    # YOUR CODE HERE",
    "the header alone, which does not parse": "def f(A2, Y):",
    "with pass": RELEASED.replace("raise NotImplementedError()", "pass"),
    "with pass and a semicolon": RELEASED.replace("raise NotImplementedError()", "pass;"),
    "with dots": RELEASED.replace("raise NotImplementedError()", "..."),
    "with return": RELEASED.replace("raise NotImplementedError()", "return"),
    "with return None": RELEASED.replace("raise NotImplementedError()", "return None  # ???"),
    "with another raise": RELEASED.replace("NotImplementedError()", "NotImplementedError"),
    "with a message in the raise": RELEASED.replace("NotImplementedError()", "NotImplementedError('not yet')"),
    "with a docstring of one's own": 'def f(A2, Y):\n    """My cost."""\n    raise NotImplementedError()',
    "with a docstring in the other quotes": "def f(A2, Y):\n    '''My\n    cost.'''\n    raise NotImplementedError()",
    "with blank lines": RELEASED.replace("\n", "\n\n"),
    "indented by tabs": RELEASED.replace("    ", "\t"),
    "indented wrongly, which does not parse": RELEASED.replace("    raise", "  raise"),
    "the raise run into the comment": RELEASED.replace("\n    raise NotImplementedError()", "raise NotImplementedError()"),
    "emptied": "",
    "only a comment": "# I could not do this one",
}


@pytest.mark.parametrize("text", STUBS.values(), ids=STUBS)
def test_an_unfilled_stub_is_a_stub_whatever_its_shape(text: str) -> None:
    """A cell in which the student wrote nothing that computes is not started, even where it does not parse."""
    assert is_stub(text, RELEASED)


ATTEMPTS = {
    "an answer": RELEASED.replace("raise NotImplementedError()", "return 0.0"),
    "an answer above the raise": RELEASED.replace("    raise", "    J = 0\n    raise"),
    "an answer that does not parse": RELEASED.replace("raise NotImplementedError()", "return -np.sum("),
    "an answer on the header's line": "def f(A2, Y): return 0.0",
    "a helper": "import math\n" + RELEASED,
    "a lambda": "f = lambda A2, Y: 0.0",
    "return None from a condition": RELEASED.replace("raise NotImplementedError()", "if Y is None: return None"),
}


@pytest.mark.parametrize("text", ATTEMPTS.values(), ids=ATTEMPTS)
def test_an_attempt_is_no_stub(text: str) -> None:
    """A cell with a line of the student's own is started, whether or not it parses."""
    assert not is_stub(text, RELEASED)


def test_no_solution_is_taken_for_a_stub(assignments: list[Assignment]) -> None:
    """In every assignment the reference's own answers are started, and the released texts are not."""
    for assignment in assignments:
        for one in assignment.cells:
            if one.answer and one.kind == "code":
                assert is_stub(one.released, one.released) and not is_stub(one.source, one.released), one.grade_id


def test_an_unfilled_stub_that_does_not_parse_is_not_run(assignments: list[Assignment]) -> None:
    """Deleting the stub's raise leaves a function without a body: not started, not a syntax error with ten failed tests."""
    warmup = assignments[0]
    canonical = canonicalise(one_wrong(warmup, "as_row_solution", "def as_row(y):\n    # YOUR CODE HERE\n"), warmup)
    assert canonical.not_started == {"as_row"}
    assert not any(one.run for one in canonical.cells if one.origin and one.origin.grade_id == "as_row_solution")
