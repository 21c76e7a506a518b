"""nbgrader's execution step: the judge in place of a kernel, with the scores written as nbgrader reads them; trusted side."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute, NbGraderPreprocessor

from autograder.course.digest import digests
from autograder.course.model import Assignment
from autograder.errors import UsageError
from autograder.grading.graded import Graded
from autograder.grading.judgements import Judgement
from autograder.grading.store import Stored, save_result
from autograder.nbgrader_plugin.canonicalise import as_cells, as_submission
from autograder.nbgrader_plugin.cell_outputs import as_outputs
from autograder.nbgrader_plugin.own_checks import CHECKED, OTHER_KERNEL, other_kernel, run_in_worker
from autograder.report.text import exercise_text
from autograder.result import ExerciseResult, as_json, from_json, in_order
from autograder.submission.timestamps import read_timestamp
from autograder.term.attempts import keep_attempt
from autograder.worker.cell_outcome import CellOutcome
from autograder.worker.leftovers import remove_tree


class JudgedExecute(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader is untyped
    """Runs a rebuilt submission in a worker, judges it, and writes outputs and scores into its cells."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Judge one notebook, unless that is done; one without hidden tests is run for the checks that stand in it."""
        assignment = self.parent.assignment(resources)
        if assignment is None:
            return self._with_own_checks(nb, resources)
        rebuilt = nb.metadata.get("autograder", {})  # what sanitising found: the cells are the source's own by now
        submission = as_submission(nb, resources["nbgrader"]["student"])
        graded, key = self.parent.judged(assignment, submission, str(rebuilt.get("digest", "")))
        messages = rebuilt.get("messages", [])
        write_outputs(nb, graded)
        data = as_json(graded.result)
        data["messages"] = [*messages, *(message for message in data["messages"] if message not in messages)]
        data["flags"] = list(in_order({*rebuilt.get("flags", []), *data["flags"]}))
        nb.metadata["autograder"] = {"result": data, "key": key}
        stored = Stored(key, graded.result.submission, from_json(data), digests(assignment))
        save_result(assignment.course, stored)
        names, directory = resources["nbgrader"], self.parent.parent.coursedir
        submitted = Path(directory.format_path(directory.submitted_directory, names["student"], names["assignment"]))
        self._keep(assignment, submitted, names["student"], Judgement(key, stored.result, graded.outputs))
        make_releasable(Path(directory.format_path(directory.autograded_directory, names["student"], names["assignment"])))
        for message in graded.result.messages:
            self.log.warning("%s: %s", graded.result.submission, message)
        if graded.result.broken:
            self.log.error("The kit could not judge %s: grade them by hand.", ", ".join(graded.result.broken))
        return nb, resources

    def _keep(self, assignment: Assignment, submitted: Path, student: str, judgement: Judgement) -> None:
        """Keep the attempt; a disk without room for it costs no grade."""
        try:
            keep_attempt(assignment.course, submitted, student, judgement)
        except (UsageError, OSError) as error:
            self.log.error("%s", error)

    def _with_own_checks(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Run a notebook of stock nbgrader's in a worker, or one for another kernel as nbgrader does."""
        name, kernel = resources["nbgrader"]["notebook"], other_kernel(nb)
        stock = Execute(parent=self.parent)
        if kernel is not None:
            self.log.warning(OTHER_KERNEL, name, kernel)
            return stock(nb, resources)  # type: ignore[no-any-return]  # nbgrader is untyped
        if not stock.enabled:  # --no-execute: the outputs are what was handed in
            return nb, resources
        self.log.warning(CHECKED, name)
        folder = Path(resources.get("metadata", {}).get("path") or ".")
        for message in run_in_worker(nb, self.parent.zygote(), folder, stock.timeout):
            self.log.warning("%s of %s: %s", name, resources["nbgrader"]["student"], message)
        return nb, resources


def make_releasable(folder: Path) -> None:
    """Give a graded submission that did not come through the exchange the two files that release_feedback opens.

    Without them nbgrader stops there, and the students after it get no feedback.
    """
    if not folder.is_dir():
        return
    if read_timestamp(folder)[0] is None:  # none, or one that nothing can be read from: release_feedback would stop at it
        _put(folder / "timestamp.txt", "")
    if not (folder / "submission_secret.txt").is_file():
        _put(folder / "submission_secret.txt", secrets.token_hex(64))


def _put(path: Path, text: str) -> None:
    """Write a file, also where a folder of this name was handed in."""
    if path.is_dir() and not path.is_symlink():
        remove_tree(path)
    path.unlink(missing_ok=True)
    path.write_text(text, encoding="ascii")


def write_outputs(nb: Any, graded: Graded) -> None:
    """Write each cell's outputs: what the worker printed and drew, and for a grade cell its tests and its score.

    nbgrader takes a grade cell's score from its outputs: an error or anything on stderr means 0, the first
    `execute_result` is the score, and no `execute_result` means full marks. So there is exactly one, a plain float.
    """
    exercises = {exercise.id: exercise for exercise in graded.result.exercises}
    nb.cells = as_cells(graded.canonical)
    for index, cell in enumerate(nb.cells):
        if cell.cell_type != "code":
            continue
        grading = cell.metadata.get("nbgrader", {})
        if grading.get("grade") and not grading.get("solution"):
            cell.outputs = score_outputs(exercises.get(grading["grade_id"]), float(grading["points"]))
        else:
            cell.outputs = _with_reason(graded.outputs.get(index))


def score_outputs(exercise: ExerciseResult | None, points: float) -> list[Any]:
    """Return the outputs of a grade cell; an exercise that was not judged gets 0, never nbgrader's full marks."""
    text = exercise_text(exercise) if exercise is not None else "This exercise has no hidden tests.\n"
    score = min(max(float(exercise.score), 0.0), points) if exercise is not None else 0.0
    stream = new_output("stream", name="stdout", text=text)
    return [stream, new_output("execute_result", data={"text/plain": repr(score)}, execution_count=1)]


def _with_reason(outcome: CellOutcome | None) -> list[Any]:
    """Return a cell's outputs, and why there are no more; the score stands in another cell, so this is no error."""
    outputs = as_outputs(outcome)
    if outcome is not None and outcome.lost:
        outputs.append(new_output("stream", name="stdout", text=f"The cell was stopped: {outcome.lost}.\n"))
    return outputs
