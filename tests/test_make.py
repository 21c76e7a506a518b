"""`make test` is as good as both of its halves: one that fails, or is killed, fails the whole, and what it said is shown."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ("python", "ruff", "mypy", "autograder")
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not here")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A folder with the Makefile, an environment that is ready, and programs that say their name and end well."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("pyproject.toml", "constraints.txt", "requirements.lock"):
        (tmp_path / name).touch()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in PROGRAMS:
        let(tmp_path, name, "exit 0")
    (tmp_path / ".venv" / ".ready").touch()
    return tmp_path


def let(course: Path, name: str, ending: str) -> None:
    """Let a program say its name and first arguments, and end so."""
    program = course / ".venv" / "bin" / name
    program.write_text(f'#!/bin/sh\necho "this is {name} $1 $2"\n{ending}\n')
    program.chmod(0o755)


def make_test(course: Path) -> subprocess.CompletedProcess[str]:
    """Run `make test` as from a terminal, not as a part of the `make test` that runs this."""
    environment = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    return subprocess.run(
        ["make", "test"], cwd=course, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_both_halves_well_are_well(course: Path) -> None:
    """Where nothing fails, `make test` ends with 0, after the suite, the gate and the mutants."""
    done = make_test(course)
    assert done.returncode == 0, done.stderr
    assert all(f"this is {one}" in done.stdout for one in ("python -m", "autograder verify --mutants"))


@pytest.mark.parametrize("ending", ["exit 3", "kill -9 $$"], ids=["fails", "is killed"])
@pytest.mark.parametrize(
    ("program", "said"),
    [("python", "python -m"), ("autograder", "autograder verify"), ("ruff", "ruff format"), ("mypy", "mypy")],
)
def test_a_half_that_fails_or_is_killed_fails_the_whole(course: Path, program: str, said: str, ending: str) -> None:
    """Whichever it is, what it said before is shown, and the other half is still run to its end."""
    let(course, program, ending)
    done = make_test(course)
    assert done.returncode != 0
    assert f"this is {said}" in done.stdout
    other = "autograder verify --mutants" if program == "python" else "python -m"
    assert f"this is {other}" in done.stdout
