"""The gradebook in a PostgreSQL server, by nbgrader's own `db_url`: a class run records there as it does in SQLite."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course.model import Course
from tests.commands.test_class_run import ASSIGNMENT, STUDENTS, make_class

pytest.importorskip("psycopg2", reason="SQLAlchemy speaks to PostgreSQL through it: pip install psycopg2-binary")
NAME = "postgres"  # the database that every server has


def _programs() -> Path | None:
    """Return where Debian's package, or PATH, has the server."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((place for place in reversed(places) if (place / "initdb").is_file()), None)


PROGRAMS = _programs()
pytestmark = pytest.mark.skipif(PROGRAMS is None, reason="there is no PostgreSQL server here: apt install postgresql")


def _run(*command: str) -> None:
    """Run one of the server's programs, which refuse to run as root."""
    assert PROGRAMS is not None
    who = "postgres" if os.geteuid() == 0 else None
    program, *rest = command
    subprocess.run([PROGRAMS / program, *rest], check=True, user=who, cwd="/", stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server of this test's own, on a socket in its own folder."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = str(folder / "data")
    try:
        _run("initdb", "--auth=trust", "--username=nbgrader", "--no-sync", data)
        _run("pg_ctl", "start", "-w", "-s", "-D", data, "-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses=''")
        try:
            yield f"postgresql+psycopg2://nbgrader@/{NAME}?host={folder}"
        finally:
            _run("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _autograde(course: Course) -> str:
    """Run the command, and return what it says."""
    before = os.environ["PATH"]
    try:
        done = CliRunner().invoke(main, ["autograde", ASSIGNMENT, "--jobs", "1", "--course", str(course.root)])
    finally:
        os.environ["PATH"] = before
    assert done.exit_code == 0, done.output
    return done.output


def test_a_class_is_recorded_in_postgresql_and_found_there_again(address: str, tmp_path: Path) -> None:
    """Every student has a row with the score, nothing lies in an SQLite file, and the next run has nothing to do."""
    from nbgrader.api import Gradebook

    course = make_class(tmp_path)
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f"\nc.CourseDirectory.db_url = {address!r}\n")
    assert "3 graded, 0 reused" in _autograde(course)
    with Gradebook(address) as gradebook:
        scores = {name: gradebook.find_submission(ASSIGNMENT, name).score for name in STUDENTS}
    assert scores["ann"] == scores["cleo"] > scores["ben"] == 0
    assert not list(course.root.glob("*.db"))
    assert "0 graded, 3 reused" in _autograde(course)
