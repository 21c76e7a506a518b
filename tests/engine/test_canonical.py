"""Rebuilding a submission: what is the course's comes from the course, and only the students' own text from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.course.model import Assignment
from autograder.gate.build import script_text
from autograder.result import TAMPERED, UNREADABLE
from autograder.submission.canonical import Canonical, canonicalise
from autograder.submission.read import Submission, SubmittedCell, read_notebook, read_python

from .handmade import answers, blank, cell, notebook, solved


@pytest.fixture(scope="module")
def warmup(assignments: list[Assignment]) -> Assignment:
    """The smallest assignment."""
    return assignments[0]


def rebuilt(cells: list[SubmittedCell], assignment: Assignment, problem: str | None = None) -> Canonical:
    """Canonicalise these cells."""
    return canonicalise(Submission("ada", tuple(cells), problem), assignment)


def submitted(assignment: Assignment) -> list[SubmittedCell]:
    """Return the solved notebook's cells."""
    return list(solved(assignment).cells)


def index(cells: list[SubmittedCell], grade_id: str) -> int:
    """Return where a cell stands."""
    return next(i for i, one in enumerate(cells) if one.grade_id == grade_id)


def text_of(canonical: Canonical, grade_id: str) -> str:
    """Return a cell's text after rebuilding."""
    return next(one.source for one in canonical.cells if one.origin and one.origin.grade_id == grade_id)


def own_cells(canonical: Canonical) -> list[tuple[str, str, bool]]:
    """Return the cells that the student added."""
    return [(one.kind, one.source, one.run) for one in canonical.cells if one.origin is None]


def test_the_solution_comes_through_unchanged(assignments: list[Assignment]) -> None:
    """A complete, honest submission of every assignment is the source notebook again, without a message."""
    for assignment in assignments:
        canonical = canonicalise(solved(assignment), assignment)
        assert [one.source for one in canonical.cells] == [one.source for one in assignment.cells]
        assert (canonical.messages, canonical.flags, canonical.not_started) == ((), (), frozenset())


def test_the_released_notebook_is_not_started(assignments: list[Assignment]) -> None:
    """The released notebook of every assignment runs no answer cell and has no exercise started."""
    for assignment in assignments:
        canonical = canonicalise(blank(assignment), assignment)
        assert canonical.not_started == {exercise.id for exercise in assignment.exercises}
        assert not any(one.run for one in canonical.cells if one.origin and one.origin.answer)
        assert canonical.messages == ()


def test_a_changed_locked_cell_is_put_back_and_reported(warmup: Assignment) -> None:
    """A locked cell gets the source's own text, and the change is tampering."""
    cells = submitted(warmup)
    where = index(cells, "as_row")
    cells[where] = replace(cells[where], source="pass  # all checks passed")
    canonical = rebuilt(cells, warmup)
    assert text_of(canonical, "as_row") == warmup.by_id["as_row"].source
    assert canonical.flags == (TAMPERED,)
    assert canonical.messages == ("The locked cell 'as_row' had been changed and was put back.",)


def test_white_space_around_a_locked_cell_is_no_tampering(warmup: Assignment) -> None:
    """An editor that adds a line break at a cell's end accuses nobody."""
    cells = [replace(one, source=one.source + "\n") for one in submitted(warmup)]
    assert rebuilt(cells, warmup).flags == ()


@pytest.mark.parametrize("gone", ["setup", "as_row", "as_row_solution", "predict_broadcast"])
def test_a_deleted_cell_is_put_back(warmup: Assignment, gone: str) -> None:
    """Locked cells come back as they were, answers as the stub; the student is told, and it is no tampering."""
    canonical = rebuilt([one for one in submitted(warmup) if one.grade_id != gone], warmup)
    assert len(canonical.cells) == len(warmup.cells)
    assert text_of(canonical, gone) == warmup.by_id[gone].released
    assert canonical.flags == ()
    assert len(canonical.messages) == 1 and repr(gone) in canonical.messages[0] and "missing" in canonical.messages[0]
    assert canonical.not_started == ({"as_row"} if gone == "as_row_solution" else set())


def test_the_first_of_two_copies_counts(warmup: Assignment) -> None:
    """The second cell with a grade_id is kept as text and not run, so it cannot replace what the first one defined."""
    cells = submitted(warmup)
    where = index(cells, "as_row_solution")
    cells.insert(where + 1, replace(cells[where], source="def as_row(y):\n    return None"))
    canonical = rebuilt(cells, warmup)
    assert text_of(canonical, "as_row_solution") == warmup.by_id["as_row_solution"].source
    ((kind, text, run),) = own_cells(canonical)
    assert (kind, run) == ("markdown", False) and "return None" in text
    assert any("more than once" in message for message in canonical.messages)


def test_a_locked_copy_that_comes_first_does_not_run(warmup: Assignment) -> None:
    """Of two cells that claim a locked cell's grade_id neither text is taken: the source's own is."""
    cells = submitted(warmup)
    cells.insert(0, SubmittedCell("code", "raise SystemExit", "setup"))
    canonical = rebuilt(cells, warmup)
    assert text_of(canonical, "setup") == warmup.by_id["setup"].source
    assert not any("SystemExit" in one.source for one in canonical.cells if one.run)


def test_points_flags_tags_kernel_and_outputs_of_a_submission_are_ignored(warmup: Assignment) -> None:
    """A notebook whose metadata promise more points, unlocked checks, tags or outputs is rebuilt like an honest one."""
    lies = {"points": 1000, "locked": False, "grade": False, "solution": True, "task": True}
    cells = [cell(one.source, one.grade_id, one.kind, **lies) for one in submitted(warmup)]
    for one in cells:
        one["metadata"]["tags"] = ["study", "raises-exception"]
        one["outputs"] = [{"output_type": "execute_result", "data": {"text/plain": "100"}, "metadata": {}}]
    data = notebook(cells, metadata={"kernelspec": {"name": "bash", "display_name": "Bash"}})
    lying = canonicalise(read_notebook(data, "ada"), warmup)
    assert lying == canonicalise(solved(warmup), warmup)


def test_a_renamed_grade_id_leaves_the_answer_in_place(warmup: Assignment) -> None:
    """An answer under a grade_id that nobody knows is a cell of the student's own: it runs, and the exercise counts."""
    cells = submitted(warmup)
    where = index(cells, "as_row_solution")
    cells[where] = replace(cells[where], grade_id="as_row_solution_2")
    canonical = rebuilt(cells, warmup)
    assert ("code", cells[where].source, True) in own_cells(canonical)
    assert "as_row" not in canonical.not_started
    stub = next(one for one in canonical.cells if one.origin and one.origin.grade_id == "as_row_solution")
    assert not stub.run and stub.source == warmup.by_id["as_row_solution"].released


def test_helper_cells_stay_where_the_student_put_them_and_run(warmup: Assignment) -> None:
    """A student's own cells stay behind the cell that they followed; code runs, text does not."""
    cells = submitted(warmup)
    where = index(cells, "as_row_solution")
    cells[where:where] = [SubmittedCell("code", "helper = 1"), SubmittedCell("markdown", "A note.")]
    canonical = rebuilt(cells, warmup)
    texts = [one.source for one in canonical.cells]
    assert own_cells(canonical) == [("code", "helper = 1", True), ("markdown", "A note.", False)]
    assert texts.index("helper = 1") < texts.index(warmup.by_id["as_row_solution"].source)
    assert texts.index("helper = 1") > texts.index(warmup.by_id["setup"].source)


def test_cells_above_everything_stay_there(warmup: Assignment) -> None:
    """A student's cell before the first known cell comes first."""
    canonical = rebuilt([SubmittedCell("code", "first = 1"), *submitted(warmup)], warmup)
    assert canonical.cells[0].source == "first = 1" and canonical.cells[0].run


def test_empty_cells_are_left_out(warmup: Assignment) -> None:
    """The empty cell that Jupyter adds at the end is nobody's."""
    assert own_cells(rebuilt([*submitted(warmup), SubmittedCell("code", " \n")], warmup)) == []


def test_reordered_cells_run_in_the_sources_order(warmup: Assignment) -> None:
    """A notebook with its cells upside down is rebuilt in the right order."""
    canonical = rebuilt(submitted(warmup)[::-1], warmup)
    assert [one.source for one in canonical.cells] == [one.source for one in warmup.cells]
    assert canonical.messages == ()


def test_a_cell_that_changed_its_kind_is_put_back(warmup: Assignment) -> None:
    """An answer turned into markdown counts as it is, a check comes back as a check; neither is tampering."""
    cells = submitted(warmup)
    for grade_id in ("as_row_solution", "add_bias"):
        where = index(cells, grade_id)
        cells[where] = replace(cells[where], kind="markdown")
    canonical = rebuilt(cells, warmup)
    assert text_of(canonical, "as_row_solution") == warmup.by_id["as_row_solution"].source
    assert text_of(canonical, "add_bias") == warmup.by_id["add_bias"].source
    assert canonical.not_started == set() and canonical.flags == ()


def test_an_unreadable_submission_is_the_stub_with_its_reason(warmup: Assignment) -> None:
    """What could not be read is graded as unanswered: one message, one flag, and no talk of missing cells."""
    canonical = rebuilt([], warmup, "The file is empty.")
    assert canonical.messages == ("The submission could not be read and is graded as unanswered: The file is empty.",)
    assert canonical.flags == (UNREADABLE,)
    assert canonical.not_started == {exercise.id for exercise in warmup.exercises}
    assert [one.source for one in canonical.cells] == [one.released for one in warmup.cells]


def test_a_plain_python_file_runs_after_the_provided_cells(warmup: Assignment) -> None:
    """Functions in a plain .py file find the notebook's imports and data, and no stub undoes them."""
    text = "def as_row(y):\n    return np.reshape(y, (1, -1)) * 1.0\n"
    canonical = canonicalise(read_python(text.encode(), "ada"), warmup)
    assert canonical.cells[-1].source.strip() == text.strip() and canonical.cells[-1].run
    assert canonical.not_started == {exercise.id for exercise in warmup.exercises} - {"as_row"}


def test_a_notebook_saved_as_python_is_an_honest_submission(assignments: list[Assignment]) -> None:
    """A percent .py file made from the notebook is the notebook again, without a message: its locked cells are unchanged."""
    for assignment in assignments:
        script = script_text(assignment.path.read_text())
        canonical = canonicalise(read_python(script.encode(), "ada"), assignment)
        assert (canonical.messages, canonical.flags, canonical.not_started) == ((), (), frozenset())
        assert own_cells(canonical) == []


def test_a_function_written_elsewhere_is_not_undone_by_the_stub(warmup: Assignment) -> None:
    """Where the answer stands in a cell of the student's own, the stub below it does not run, and the exercise is started."""
    own = SubmittedCell("code", warmup.by_id["as_row_solution"].source)
    cells = list(blank(warmup).cells)
    cells.insert(index(cells, "as_row_solution"), own)
    canonical = rebuilt(cells, warmup)
    assert "as_row" not in canonical.not_started
    assert [one.source for one in canonical.cells if one.run and one.by_student] == [own.source]


def test_a_stub_with_code_around_its_gap_is_one_wherever_it_was_pasted(assignments: list[Assignment]) -> None:
    """Every function and class, as it was handed out, in cells below the answers: none of them undoes its answer."""
    for assignment in assignments:
        below = [
            SubmittedCell("code", f"# as it was\n{cell.released}", None, f"again-{n}")
            for n, cell in enumerate(assignment.cells)
            if cell.answer and cell.kind == "code"
        ]
        canonical = rebuilt([*submitted(assignment), *below], assignment)
        pasted = [cell.source for cell in canonical.cells if cell.origin is None and cell.run]
        assert len(pasted) == len(below)
        assert not [source for source in pasted if "raise NotImplementedError" in source]
        assert canonical.left_raises == frozenset()


def again(canonical: Canonical) -> Canonical:
    """Canonicalise a canonical notebook."""
    cells = [SubmittedCell(one.kind, one.source, one.origin.grade_id if one.origin else None) for one in canonical.cells]
    return canonicalise(Submission(canonical.name, tuple(cells)), canonical.assignment)


def awkward(assignment: Assignment) -> dict[str, Submission]:
    """Return submissions with every kind of thing to mend."""
    cells = submitted(assignment)
    first = index(cells, assignment.exercises[0].solution_cells[0])
    helper, note = SubmittedCell("code", "helper = 1"), SubmittedCell("markdown", "A note.")
    return {
        "solved": solved(assignment),
        "blank": blank(assignment),
        "unreadable": Submission("ada", (), "The file is empty."),
        "deleted": Submission("ada", tuple(cells[::2])),
        "reversed": Submission("ada", tuple(cells[::-1])),
        "twice": Submission("ada", tuple(cells + cells)),
        "own cells": Submission("ada", (helper, *cells[:first], note, helper, *cells[first:], note)),
        "renamed": Submission("ada", tuple(replace(one, grade_id="x") for one in cells)),
        "plain": Submission("ada", (SubmittedCell("code", "def as_row(y):\n    return y"),)),
        "empty answers": answers(assignment, {one.grade_id: "" for one in assignment.cells if one.answer and one.grade_id}),
    }


KINDS = ("solved", "blank", "unreadable", "deleted", "reversed", "twice", "own cells", "renamed", "plain", "empty answers")


@pytest.mark.parametrize("kind", KINDS)
def test_rebuilding_twice_is_rebuilding_once(assignments: list[Assignment], kind: str) -> None:
    """A canonical notebook canonicalises to itself: the same cells in the same order with the same decision to run them."""
    for assignment in (assignments[0], assignments[2]):
        submissions = awkward(assignment)
        assert submissions.keys() == set(KINDS)
        once = canonicalise(submissions[kind], assignment)
        twice = again(once)
        assert [(one.kind, one.source, one.origin, one.run) for one in twice.cells] == [
            (one.kind, one.source, one.origin, one.run) for one in once.cells
        ]
        assert twice.not_started == once.not_started
