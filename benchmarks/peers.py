"""Other graders on the same class and the same hidden tests: nbgrader without the kit, and otter-grader; trusted side.

otter-grader lives in an environment of its own, build/peers/otter, which the first run makes; it is never committed.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from autograder.course.model import Course
from benchmarks.classes import put_tests_into_source
from benchmarks.peer_tests import hidden_tests_of
from benchmarks.processes import BIN, ROOT, spent

OTTER = ROOT / "build" / "peers" / "otter"
OTTER_NEEDS = ("otter-grader>=6", "numpy", "matplotlib", "scikit-learn", "pytest", "msgpack", "ipykernel")
STOCK_CONFIG = """c = get_config()
c.CourseDirectory.course_id = "stock"
c.Execute.timeout = c.Execute.iopub_timeout = 900  # a busy machine is no reason to fail
"""
OTTER_TEST = """from otter.test_files import test_case
from benchmarks.peer_tests import run_test

OK_FORMAT = False
name, points = {exercise!r}, {points}

"""
OTTER_CASE = """@test_case(hidden=True)
def {name}(env):
    run_test({assignment!r}, {exercise!r}, {name!r}, env)

"""


class NoPeer(Exception):
    """A peer cannot be installed here; the sentence says why."""


def stock_nbgrader(course: Course, name: str) -> float:
    """Return what nbgrader's own autograde costs for a class, with the hidden tests in the notebook's grade cells."""
    (course.root / "nbgrader_config.py").write_text(STOCK_CONFIG, encoding="utf-8")
    (course.root / "gradebook.db").unlink(missing_ok=True)  # the one that is made here knows the notebook's cells
    put_tests_into_source(course, name)
    around = {"PYTHONPATH": str(ROOT)}
    spent([BIN / "nbgrader", "generate_assignment", name, "--force"], course.root, environment=around)
    return spent([BIN / "nbgrader", "autograde", name, "--create"], course.root, environment=around, also=(1,)).seconds


def install_otter() -> None:
    """Make otter's environment, if it is not there.

    Raises:
        NoPeer: the package index cannot be reached, or has no such package.
    """
    if (OTTER / "bin" / "otter").is_file():
        return
    venv.create(OTTER, with_pip=True, clear=True)
    pinned = ("-c", str(ROOT / "constraints.txt"))  # the same libraries as the kit's, where both use one
    command = [OTTER / "bin" / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", *pinned, *OTTER_NEEDS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoPeer((done.stderr.strip().splitlines() or ["pip failed"])[-1])


def otter_assignment(course: Course, name: str, folder: Path) -> Path:
    """Write the hidden tests as otter's, and return the autograder that `otter generate` makes of them."""
    tests = folder / "tests"
    tests.mkdir(parents=True)
    for exercise in course.assignment(name).exercises:
        if (course.hidden(name) / "tests" / f"test_{exercise.id}.py").is_file():
            cases = (
                OTTER_CASE.format(name=one, assignment=name, exercise=exercise.id) for one in hidden_tests_of(name, exercise.id)
            )
            text = OTTER_TEST.format(exercise=exercise.id, points=exercise.points) + "\n".join(cases)
            (tests / f"{exercise.id}.py").write_text(text, encoding="utf-8")
    archive = folder / "autograder.zip"
    command = [OTTER / "bin" / "otter", "generate", "-t", tests, "-o", archive, "--no-requirements", "--no-environment"]
    spent([*command, "--no-config"], folder, environment=_otter_environment(course))
    return archive


def otter_run(course: Course, archive: Path, notebooks: Sequence[Path], folder: Path) -> list[float]:
    """Return what `otter run` costs for each notebook."""
    command = [OTTER / "bin" / "otter", "run", "-a", archive, "-o", folder, "--no-logo"]
    return [spent([*command, path], folder, environment=_otter_environment(course)).seconds for path in notebooks]


def _otter_environment(course: Course) -> dict[str, str]:
    """Let otter find the tests and the students' helpers, and nothing of the kit's own environment."""
    path = f"{OTTER / 'bin'}:{Path(sys.base_prefix) / 'bin'}:/usr/bin:/bin"
    return {"PYTHONPATH": f"{ROOT}:{course.handout}", "PATH": path, "VIRTUAL_ENV": str(OTTER)}
