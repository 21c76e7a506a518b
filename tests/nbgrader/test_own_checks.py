"""Assignments without hidden tests: their own checks run in a locked-up worker, and score as in stock nbgrader."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.utils import determine_grade

from autograder.course.beside import file_cells, files_beside
from autograder.nbgrader_plugin.own_checks import MAX_OUTPUTS, other_kernel, run_in_worker
from autograder.worker.zygote import Zygote, ZygoteSettings

POINTS = 4.0


@pytest.fixture(scope="module")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    """A zygote that hides one folder, as it hides a course."""
    hidden = tmp_path_factory.mktemp("course")
    (hidden / "secret.txt").write_text("the secret", encoding="utf-8")
    with Zygote(ZygoteSettings(secrets=(hidden,))) as made:
        yield made


def graded(*sources: str) -> Any:
    """Return a notebook whose last cell is a grade cell."""
    cells = [new_code_cell(source) for source in sources]
    metadata = {"grade": True, "solution": False, "locked": True, "points": POINTS, "grade_id": "check", "schema_version": 3}
    cells[-1].metadata["nbgrader"] = nbformat.from_dict({**metadata, "task": False, "cell_type": "code"})
    return new_notebook(cells=cells)


def score(zygote: Zygote, folder: Path, sources: Sequence[str], seconds: float | None = 20.0) -> float:
    """Run a notebook, and return what nbgrader itself reads from its last cell."""
    notebook = graded(*sources)
    run_in_worker(notebook, zygote, folder, seconds)
    nbformat.validate(notebook)
    earned, most = determine_grade(notebook.cells[-1])
    assert most == POINTS and earned is not None
    return float(earned)


STOCK = [
    (("x = 1", "assert x == 1"), POINTS),
    (("x = 2", "assert x == 1"), 0.0),
    (("def f(:", "assert True"), POINTS),
    (("x = 1", "1.5"), 1.5),
    (("x = 1", "0.0"), 0.0),
    (("x = 1", "print('well done')"), POINTS),
    (("x = 1", "import sys; print('oh', file=sys.stderr)"), 0.0),
    (("x = 1", "import warnings; warnings.warn('oh')"), 0.0),
    (("raise ValueError", "y = 1\n### BEGIN HIDDEN TESTS\nassert y == 1\n### END HIDDEN TESTS"), POINTS),
    (("raise ValueError", "undefined"), 0.0),
    (("import numpy as np", "float(np.mean([1.0, 2.0]))"), 1.5),
]


@pytest.mark.parametrize(("sources", "points"), STOCK, ids=[sources[-1][:24] for sources, _ in STOCK])
def test_a_check_scores_as_in_a_kernel(zygote: Zygote, tmp_path: Path, sources: tuple[str, ...], points: float) -> None:
    """An error or anything on stderr is 0, a value is partial credit, and all else is full marks."""
    assert score(zygote, tmp_path, sources) == points


UNFINISHED = {
    "ends its process": "import os\nos._exit(0)",
    "never ends": "while True: pass",
    "hides the error behind outputs": f"for i in range({MAX_OUTPUTS + 5}):\n    display(i)\nraise ValueError",
    "hides the value behind outputs": f"for i in range({MAX_OUTPUTS + 5}):\n    display(i)\n0.5",
    "hides the value behind text": "print('x' * 100_000)\n0.5",
    "hides the value behind spaces": "class Blank:\n    def __repr__(self):\n        return ''\nBlank()",
}


@pytest.mark.parametrize("check", UNFINISHED.values(), ids=list(UNFINISHED))
def test_what_is_not_known_to_have_passed_earns_nothing(zygote: Zygote, tmp_path: Path, check: str) -> None:
    """nbgrader gives full marks to a cell without outputs: a cell that was lost, stopped or cut short has an error instead."""
    assert score(zygote, tmp_path, ("x = 1", check), seconds=2.0) == 0.0


def test_a_cell_that_ends_the_process_costs_no_other_check(zygote: Zygote, tmp_path: Path) -> None:
    """What was defined before is defined again, and the check below runs."""
    assert score(zygote, tmp_path, ("x = 1", "import os; os._exit(0)", "assert x == 1")) == POINTS


def test_nothing_of_the_course_can_be_read(zygote: Zygote, tmp_path: Path) -> None:
    """In a kernel, a student's cell reads the gradebook; in a worker it finds nothing."""
    (secret,) = zygote.settings.secrets
    assert (secret / "secret.txt").is_file()
    read = f"import pathlib\nfound = pathlib.Path({str(secret / 'secret.txt')!r}).exists()"
    assert score(zygote, tmp_path, (read, "assert not found")) == POINTS


def test_files_beside_the_notebook_are_there(zygote: Zygote, tmp_path: Path) -> None:
    """Data and modules beside the notebook, or in folders there, are found as in a kernel; their originals are safe."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "heights.csv").write_bytes(b"1,2\n\xff")
    (tmp_path / "helper.py").write_text("def three():\n    return 3\n", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to("/etc/passwd")
    use = "import helper\nfrom pathlib import Path\ndata = Path('data/heights.csv').read_bytes()\n"
    use += "Path('helper.py').write_text('')"
    check = "assert helper.three() == 3 and data == b'1,2\\n\\xff' and not Path('link.csv').exists()"
    assert score(zygote, tmp_path, (use, check)) == POINTS
    assert "three" in (tmp_path / "helper.py").read_text(encoding="utf-8")


def test_a_cell_is_told_that_nbgrader_grades_it(zygote: Zygote, tmp_path: Path) -> None:
    """As in nbgrader's own kernel: NBGRADER_EXECUTION is `autograde`."""
    nb = graded("import os", "assert os.environ['NBGRADER_EXECUTION'] == 'autograde'")
    run_in_worker(nb, zygote, tmp_path, 30)
    assert not [output for cell in nb.cells for output in cell.get("outputs", ()) if output.output_type == "error"]


def test_files_that_are_too_large_are_named(tmp_path: Path) -> None:
    """What does not fit is left out, and the instructor reads which file it was."""
    with (tmp_path / "large.bin").open("wb") as file:
        file.truncate(100 << 20)
    cells, said = file_cells(files_beside(tmp_path))
    assert len(cells) == 1 and len(said) == 1 and said[0].startswith("large.bin ")


KERNELS = [
    ({}, None),
    ({"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}, None),
    ({"kernelspec": {"name": "conda-env-physics-py", "language": "python", "display_name": "x"}}, None),
    ({"kernelspec": {"name": "python3", "display_name": "x"}, "language_info": {"name": "python"}}, None),
    ({"kernelspec": {"name": "ir", "language": "R", "display_name": "R"}}, "ir"),
    ({"kernelspec": {"name": "julia-1.10", "display_name": "Julia"}, "language_info": {"name": "julia"}}, "julia-1.10"),
    ({"kernelspec": {"name": "bash", "display_name": "Bash"}}, "bash"),
]


@pytest.mark.parametrize(("metadata", "kernel"), KERNELS, ids=[json.dumps(one)[:40] for one, _ in KERNELS])
def test_a_notebook_for_another_kernel_is_left_to_nbgrader(metadata: dict[str, Any], kernel: str | None) -> None:
    """Whatever a notebook says or leaves out of its kernel, Python is told from other languages."""
    assert other_kernel(new_notebook(metadata=nbformat.from_dict(metadata))) == kernel


CONFIG = """
from autograder.nbgrader_plugin import configure

c = get_config()
c.CourseDirectory.course_id = "stock"
c.CourseDirectory.root = {root!r}
configure(c)
"""


def test_a_stock_assignment_goes_through_nbgraders_own_command(tmp_path: Path) -> None:
    """Hidden cells that students never got, partial credit and manual grading reach the gradebook; the log says what ran."""
    from nbgrader.api import Gradebook

    from .courses import Place

    place = Place(tmp_path)
    check = "assert x > 0\n### BEGIN HIDDEN TESTS\n3.0\n### END HIDDEN TESTS"
    source = graded("### BEGIN SOLUTION\nx = 1\n### END SOLUTION", check)
    answer = {"grade": False, "solution": True, "locked": False, "grade_id": "answer", "schema_version": 3, "task": False}
    source.cells[0].metadata["nbgrader"] = nbformat.from_dict(answer)
    essay = new_code_cell("# why?\n### BEGIN SOLUTION\n### END SOLUTION")
    essay.metadata["nbgrader"] = nbformat.from_dict({**answer, "grade": True, "grade_id": "essay", "points": 2})
    source.cells.append(essay)
    path = place.course.root / "source" / "ps1" / "ps1.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(source, path)
    (place.course.root / "nbgrader_config.py").write_text(CONFIG.format(root=str(place.course.root)), encoding="utf-8")
    assert place.nbgrader("generate_assignment", "ps1").returncode == 0
    released = place.course.root / "release" / "ps1" / "ps1.ipynb"
    assert "HIDDEN" not in released.read_text(encoding="utf-8")
    for student, written in {"ada": "x = 1", "bob": "x = -1"}.items():
        notebook = nbformat.read(released, as_version=4)
        notebook.cells[0].source, notebook.cells[2].source = written, "because"
        folder = place.course.root / "submitted" / student / "ps1"
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / "ps1.ipynb")
    done = place.nbgrader("autograde", "ps1")
    assert done.returncode == 0, done.stderr
    assert "locked-up worker" in done.stderr
    with Gradebook(f"sqlite:///{place.course.root}/gradebook.db", "stock") as gradebook:
        found = {name: gradebook.find_submission("ps1", name) for name in ("ada", "bob")}
        assert {name: one.score for name, one in found.items()} == {"ada": 3.0, "bob": 0.0}
        assert all(one.needs_manual_grade for one in found.values())
    shutil.rmtree(tmp_path, ignore_errors=True)
