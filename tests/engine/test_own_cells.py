"""A student's own cells lose their own time only, in the order in which the answers need them least."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.course.model import Assignment
from autograder.grading.grader import Grader, GradingSettings
from autograder.submission.canonical import Canonical, canonicalise
from autograder.submission.own_cells import roles
from autograder.submission.read import Submission, SubmittedCell
from autograder.worker.cell_run import HELPER, PROVIDED, STUDY
from autograder.worker.deadlines import Deadlines

DEADLINES = Deadlines(call=1.0, cell=0.6, cells=1.5, submission=12.0)
SLOW = "import time\ntime.sleep(0.4)"
WHOLE = {"double": 4.0, "pair": 6.0, "chain": 3.0}


@pytest.fixture(scope="module")
def hurried(toy_assignment: Assignment) -> Iterator[Grader]:
    """A grader of the toy with little time for cells."""
    with Grader(toy_assignment, GradingSettings(deadlines=DEADLINES, secret="a toy's secret")) as grader:
        yield grader


def notebook(assignment: Assignment, *own: str, before: str | None = None, **changed: str) -> Submission:
    """Return the solution with own cells before the cell named, or at the end, and some answers changed."""
    given = [SubmittedCell(c.kind, changed.get(c.grade_id or "", c.source), c.grade_id) for c in assignment.cells]
    at = next((i for i, one in enumerate(given) if before and one.grade_id == before), len(given))
    given[at:at] = [SubmittedCell("code", source) for source in own]
    return Submission("ada", tuple(given))


def scores(grader: Grader, submission: Submission) -> tuple[dict[str, float], list[str]]:
    """Return the points of the exercises that the toy can judge, and the messages."""
    result = grader.grade(submission).result
    return {one.id: one.score for one in result.exercises if one.id in WHOLE}, list(result.messages)


@pytest.mark.parametrize("before", ["setup", "pair_solution", None], ids=["at the beginning", "in the middle", "at the end"])
def test_own_cells_that_are_together_too_long_lose_their_own_time_only(hurried: Grader, before: str | None) -> None:
    """Each is allowed, together they are not: the answers get full marks, and those stopped are named."""
    found, messages = scores(hurried, notebook(hurried.assignment, *[SLOW] * 8, before=before))
    assert found == WHOLE
    (message,) = [one for one in messages if "together" in one]
    assert "your own cells together took longer" in message
    assert "your own cell 8 of 8 (time.sleep(0.4))" in message and "cell 1 of 8" not in message


@pytest.mark.parametrize("before", ["setup", None])
@pytest.mark.parametrize(
    "cell", ["while True: pass", "import os\nos._exit(1)", "x = bytearray(10 ** 11)"], ids=["hang", "exit", "memory"]
)
@pytest.mark.parametrize("times", [1, 9])
def test_own_cells_that_hang_or_end_the_process_cost_nothing(
    hurried: Grader, cell: str, times: int, before: str | None
) -> None:
    """Whatever own cells do to their process, and however many there are, the answers are judged in another."""
    found, messages = scores(hurried, notebook(hurried.assignment, *[cell] * times, before=before))
    assert found == WHOLE
    assert "bytearray" in cell or any("your own cell" in message for message in messages)


def test_a_helper_behind_long_cells_is_still_defined(hurried: Grader) -> None:
    """An own cell that binds what an answer uses runs, in its place, whatever the own cells before it took."""
    own = [*["while True: pass"] * 5, "def twice(x):\n    return 2 * x"]
    answer = "def double(x):\n    return twice(x)"
    assert scores(hurried, notebook(hurried.assignment, *own, before="pair_solution", double_solution=answer))[0] == WHOLE


def test_an_own_cell_that_redefines_an_answer_counts(hurried: Grader) -> None:
    """The last definition holds, as it does in the notebook."""
    own = [SLOW, "def double(x):\n    return 3 * x", *[SLOW] * 6]
    assert scores(hurried, notebook(hurried.assignment, *own))[0]["double"] < WHOLE["double"]


def test_a_lost_worker_does_not_bring_the_long_cells_back(hurried: Grader) -> None:
    """A function that ends the process, again and again, leaves the others their time."""
    died = "def third(x):\n    import os\n    os._exit(1)\n\n\ndef half(x):\n    return x / 2"
    found, _ = scores(hurried, notebook(hurried.assignment, *[SLOW] * 3, pair_solution=died))
    assert found["chain"] == WHOLE["chain"] and found["double"] == WHOLE["double"] and 0 < found["pair"] < WHOLE["pair"]


def test_second_chances_share_the_submissions_time(hurried: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Judging again what builds on a wrong function is given no time of its own."""
    ends: list[tuple[float, float]] = []
    from autograder.worker.session import Session

    again = Session.again

    def remembered(self: Session, *arguments: object, **options: object) -> Session:
        other = again(self, *arguments, **options)  # type: ignore[arg-type]  # handed on as they came
        ends.append((self._end, other._end))
        assert self._worker is None, "two workers of one student would live at once"
        return other

    monkeypatch.setattr(Session, "again", remembered)
    wrong = "def double(x):\n    return 3 * x"
    assert scores(hurried, notebook(hurried.assignment, double_solution=wrong))[0]["chain"] == WHOLE["chain"]
    assert ends and all(first == second for first, second in ends)


def kinds(assignment: Assignment, *own: str, **changed: str) -> list[str]:
    """Return the kinds of the own cells."""
    canonical: Canonical = canonicalise(notebook(assignment, *own, **changed), assignment)
    return [one.kind for one in roles(canonical) if one.kind != PROVIDED]


USES_SCALE = {"double_solution": "def double(x):\n    return scale(x)"}


@pytest.mark.parametrize(
    ("own", "kind"),
    [
        ("def scale(x): return 2 * x", HELPER),
        ("scale = lambda x: 2 * x", HELPER),
        ("class scale: pass", HELPER),
        ("if True:\n    from math import floor as scale", HELPER),
        ("for scale in [abs]: pass", HELPER),
        ("def f():\n    global scale\n    scale = abs\nf()", HELPER),
        ("def double(x): return x", HELPER),
        ("from math import *", HELPER),
        ("exec('scale = abs')", HELPER),
        ("this is no Python", HELPER),
        ("%timeit double(1)", STUDY),
        ("import numpy as np\nprint(np.ones(3))", STUDY),
        ("def f():\n    scale = 3\n    return scale", STUDY),
        ("print(scale(2))", STUDY),
        ("values = [double(x) for x in range(3)]", STUDY),
    ],
)  # fmt: skip
def test_a_cell_is_needed_when_it_binds_what_an_answer_uses(toy_assignment: Assignment, own: str, kind: str) -> None:
    """However it binds the name; what only uses names is not needed, nor what imports again what is there."""
    assert kinds(toy_assignment, own, **USES_SCALE) == [kind]


def test_what_a_needed_cell_uses_is_needed_as_well(toy_assignment: Assignment) -> None:
    """Through any number of cells, in any order."""
    own = ["two = one + 1", "unused = two", "one = 1", "def scale(x): return two * x"]
    assert kinds(toy_assignment, *own, **USES_SCALE) == [HELPER, STUDY, HELPER, HELPER]
