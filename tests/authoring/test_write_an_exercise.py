"""docs/write-an-exercise.md, followed literally in an empty folder: an outsider's course, from wheel to class report."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import matplotlib
import pytest

from .page import Commands, File, missing_line, read_page, run
from .wheel import REPOSITORY, build_wheel, lend_dependencies

pytestmark = pytest.mark.long

PAGE = REPOSITORY / "docs" / "write-an-exercise.md"
REFERENCE = "\n# Reference\n"


@dataclass(frozen=True)
class Done:
    """What is left when the page has been followed to its reference: every block of commands, and what it printed."""

    folder: Path
    environment: Mapping[str, str]
    said: list[tuple[Commands, subprocess.CompletedProcess[str]]]

    @property
    def course(self) -> Path:
        """The course that the page makes."""
        return self.folder / "physics"

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one more command, at a place that is no course."""
        return subprocess.run(
            words, cwd="/", env=dict(self.environment), capture_output=True, text=True, timeout=120, check=False
        )


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """Follow the page; a command that ends otherwise than it says is the end, since what follows builds on it."""
    folder = tmp_path_factory.mktemp("empty")
    environment = _environment(tmp_path_factory.mktemp("tools"), folder)
    wheel = build_wheel(tmp_path_factory.mktemp("build"))
    wheel.rename(folder / wheel.name)
    here, said = folder, list[tuple[Commands, subprocess.CompletedProcess[str]]]()
    for step in read_page(PAGE.read_text(encoding="utf-8").partition(REFERENCE)[0]):
        if isinstance(step, File):
            (here / step.path).parent.mkdir(parents=True, exist_ok=True)
            (here / step.path).write_text(step.text, encoding="utf-8")
            continue
        here, finished = run(step, here, environment)
        said.append((step, finished))
        if finished.returncode != step.code:
            break
        if len(said) == 1:
            lend_dependencies(folder / "environment")
    return Done(folder, environment, said)


def _environment(tools: Path, folder: Path) -> dict[str, str]:
    """Return what a new terminal has: the system's Python, no package index, and nothing of this repository."""
    python = tools / "python3"
    python.write_text(f'#!/bin/sh\nexec "{sys._base_executable}" "$@"\n')  # type: ignore[attr-defined]  # not in typeshed
    python.chmod(0o755)
    kept = {name: os.environ[name] for name in ("LANG", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    kept |= {"PATH": f"{folder}/environment/bin:{tools}:/usr/local/bin:/usr/bin:/bin", "HOME": str(tools), "COLUMNS": "300"}
    kept["MPLCONFIGDIR"] = matplotlib.get_cachedir()  # else its fonts are listed anew, for many seconds
    return kept | {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "OMP_NUM_THREADS": "1"}


def test_every_command_ends_as_the_page_says(done: Done) -> None:
    """Each block of commands ends well, but for the gate that is said to be closed, and no block is left."""
    wrong = [(c.line, c.text, p.returncode, p.stdout) for c, p in done.said if p.returncode != c.code]
    assert not wrong
    steps = read_page(PAGE.read_text(encoding="utf-8").partition(REFERENCE)[0])
    assert len(done.said) == sum(isinstance(step, Commands) for step in steps)


def test_every_line_that_the_page_shows_is_printed(done: Done) -> None:
    """What the page shows below a command is what the command prints, line after line."""
    assert not [(c.line, line, p.stdout) for c, p in done.said if (line := missing_line(c.printed, p.stdout)) is not None]


def test_nothing_of_this_repository_took_part(done: Done) -> None:
    """The engine came from the wheel, and this course cannot be imported."""
    place = done.command("python", "-c", "import autograder; print(autograder.__file__)").stdout
    assert place.startswith(str(done.folder / "environment"))
    assert done.command("python", "-c", "import course").returncode != 0


def test_the_gate_named_every_place_that_was_to_be_filled_in(done: Done) -> None:
    """Before anything was filled in, the gate was closed for the places to fill in, and for nothing else."""
    closed = [p.stdout for c, p in done.said if c.code == 3]
    assert len(closed) == 1
    findings = [line for line in closed[0].split("\n") if line.startswith("✗")]
    assert findings and all(re.search(r"still says? FILL IN", line) for line in findings)


def test_students_get_no_solution(done: Done) -> None:
    """The release holds the stub in the place of each solution, and beside the notebook only what it needs to run."""
    files = {path.name: path for path in (done.course / "release").rglob("*") if path.is_file()}
    assert files.keys() == {"motion.ipynb", "requirements.txt", "environment.yml"}
    cells = ["".join(cell["source"]) for cell in json.loads(files["motion.ipynb"].read_text(encoding="utf-8"))["cells"]]
    assert sum("raise NotImplementedError()" in cell for cell in cells) == 2
    assert not any("np.sqrt(2" in cell or "SOLUTION" in cell for cell in cells)


def test_each_student_gets_what_the_work_deserves(done: Done) -> None:
    """Right work has full marks, a known mistake costs its own exercise alone, and an attack earns nothing."""
    with (done.course / "report.csv").open(encoding="utf-8", newline="") as file:
        scores = {row["student"]: float(row["score"]) for row in csv.DictReader(file)}
    assert scores == {"ada": 5.0, "bob": 3.0, "mallory": 0.0}


def test_the_hostile_submission_read_no_hidden_test(done: Done) -> None:
    """Nothing of the file that Mallory wanted to read stands in what was graded or is shown."""
    secret = "student.free_fall(4 * height), 2 * once"  # names of tests stand in results, their text nowhere
    assert secret in (done.course / "course" / "motion" / "tests" / "test_free_fall.py").read_text(encoding="utf-8")
    graded = [path for path in (done.course / "autograded").rglob("*") if path.is_file()]
    assert graded
    assert not [path for path in graded if secret.encode() in path.read_bytes()]


def test_the_command_line_explains_itself(done: Done) -> None:
    """From the wheel, --help names the commands, and a command at a place without a course says what to do."""
    assert all(name in done.command("autograder", "--help").stdout for name in ("new", "verify", "build", "grade", "doctor"))
    lost = done.command("autograder", "new", "exercise", "motion", "free_fall")
    assert lost.returncode == 2
    assert "autograder new course NAME" in lost.stderr
