"""A notebook that was worked on elsewhere than in Jupyter is read as the same work: nothing is remarked, nothing is lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.course.model import Assignment, Course, find_course
from autograder.course.settings import write_settings
from autograder.nbgrader_plugin.helper_files import fetching_cell, insert
from autograder.submission.canonical import canonicalise
from autograder.submission.read import read_submission

KIT = find_course(Path(__file__))
ASSIGNMENT = "one_hidden_layer"
Notebook = dict[str, Any]


@pytest.fixture(scope="module")
def assignment() -> Assignment:
    """The assignment that is answered."""
    return KIT.assignment(ASSIGNMENT)


def solved() -> Notebook:
    """The released notebook with the reference's answers, as Jupyter would save it."""
    released = json.loads(KIT.release(ASSIGNMENT).read_text("utf-8"))
    answers = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell
        for cell in _marked(json.loads(KIT.source(ASSIGNMENT).read_text("utf-8")))
    }
    for cell in _marked(released):
        if cell["metadata"]["nbgrader"]["solution"]:
            cell["source"] = answers[cell["metadata"]["nbgrader"]["grade_id"]]["source"]
    return dict(released)


def _marked(notebook: Notebook) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]


def as_vs_code(notebook: Notebook) -> Notebook:
    """As VS Code's serializer writes it: keys sorted, lines apart, its own kernel's name, a mark of the language in each cell."""
    for cell in notebook["cells"]:
        cell["source"] = re.findall(r".*\n|.+$", "".join(cell["source"]))
        if cell["cell_type"] == "code":
            cell["metadata"]["vscode"] = {"languageId": "python"}
            cell["outputs"], cell["execution_count"] = [], None
    notebook["cells"].append(
        {"cell_type": "code", "execution_count": 1, "id": "b1f6ae0c", "metadata": {}, "outputs": [], "source": []}
    )
    notebook["metadata"] = {
        "kernelspec": {"display_name": ".venv (3.12.3)", "language": "python", "name": "python3"},
        "language_info": {"name": "python", "version": "3.12.3"},
    }
    return notebook


def as_colab(notebook: Notebook) -> Notebook:
    """As Colab writes it: an older format without ids, its own in the metadata, when each cell was run, and outputs of its own."""
    for place, cell in enumerate(notebook["cells"]):
        cell.pop("id", None)
        cell["metadata"] |= {"id": f"aB3dE{place:07d}", "executionInfo": {"status": "ok", "user": {"displayName": "Ann"}}}
        if cell["cell_type"] == "code":
            data = {"text/plain": ["1"], "application/vnd.google.colaboratory.intrinsic+json": {"type": "string"}}
            cell["outputs"] = [{"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1}]
    notebook["metadata"] = {"colab": {"provenance": []}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}
    return {**notebook, "nbformat_minor": 0}


def with_the_fetching_cell(notebook: Notebook, folder: Path) -> Notebook:
    """As it is released in a course that names a place for Colab."""
    import nbformat

    (folder / "source").symlink_to(KIT.root / "source")
    write_settings(folder, KIT.settings)
    text = '\nfiles_url = "https://example.org/release"\n'
    (folder / "course.toml").write_text((folder / "course.toml").read_text("utf-8") + text, encoding="utf-8")
    node = nbformat.from_dict(notebook)
    insert(node, fetching_cell(Course(folder), ASSIGNMENT))
    return dict(json.loads(nbformat.writes(node)))


@pytest.mark.parametrize("written", [as_vs_code, as_colab], ids=["vs-code", "colab"])
@pytest.mark.parametrize("fetching", [False, True], ids=["plain", "with the fetching cell"])
def test_it_is_the_same_work(
    assignment: Assignment, tmp_path: Path, written: Callable[[Notebook], Notebook], fetching: bool
) -> None:
    """No locked cell counts as changed, every answer is there, and nobody is told of anything."""
    notebook = solved()
    if fetching:
        notebook = with_the_fetching_cell(notebook, tmp_path)
    path = tmp_path / f"{ASSIGNMENT}.ipynb"
    path.write_text(json.dumps(written(notebook), indent=1, sort_keys=True), encoding="utf-8")
    found = canonicalise(read_submission(path), assignment)
    assert (found.messages, found.flags, found.not_started) == ((), (), frozenset())
    answers = {cell.origin.grade_id: cell.source for cell in found.cells if cell.origin is not None and cell.origin.answer}
    assert answers == {cell.grade_id: cell.source for cell in assignment.cells if cell.answer}
