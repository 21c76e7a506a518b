"""What is collected from the exchange: each one's own plain files, whatever the others leave where every student can write."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default.collect import ExchangeCollect
from traitlets.config import Config

from autograder.nbgrader_plugin import collected
from autograder.nbgrader_plugin.collected import mend_collect

TIME, LATER = "2026-11-30 09:00:00.000000 UTC", "2026-11-30 10:00:00.000000 UTC"


class Exchange:
    """An exchange and a course, in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.course, self.inbound = folder / "course", folder / "exchange" / "c" / "inbound"
        self.secret = folder / "solution.ipynb"
        self.secret.write_text("the solution")
        self.course.mkdir()
        self.inbound.mkdir(parents=True)
        os.chmod(folder / "exchange", 0o777)

    def hand_in(self, student: str, text: str, time: str = TIME) -> Path:
        """Leave a submission there."""
        folder = self.inbound / f"{student}+A+{time}+x"
        folder.mkdir()
        (folder / "A.ipynb").write_text(text)
        (folder / "timestamp.txt").write_text(time)
        return folder

    def collect(self, **options: Any) -> dict[str, dict[str, str]]:
        """Collect; return what lies in submitted/."""
        config = Config()
        config.CourseDirectory.root = str(self.course)
        config.CourseDirectory.course_id = "c"
        config.CourseDirectory.assignment_id = "A"
        config.Exchange.root = str(self.inbound.parents[1])
        directory = CourseDirectory(config=config)
        ExchangeCollect(coursedir=directory, config=config, **options).start()
        found: dict[str, dict[str, str]] = {}
        for path in sorted((self.course / "submitted").rglob("*")):
            assert not path.is_symlink()
            if path.is_file() and path.name != "timestamp.txt":
                student, _, *rest = path.relative_to(self.course / "submitted").parts
                found.setdefault(student, {})["/".join(rest)] = path.read_text()[:20]
        return found


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty gradebook: making one takes longer than all else here."""
    path = tmp_path_factory.mktemp("empty") / "gradebook.db"
    Gradebook(f"sqlite:///{path}", "c").close()
    return path


@pytest.fixture
def exchange(tmp_path: Path, gradebook: Path) -> Exchange:
    """An exchange in which one student has handed in."""
    mend_collect()
    exchange = Exchange(tmp_path)
    shutil.copy(gradebook, exchange.course)
    exchange.hand_in("zoe", "hers")
    return exchange


def link_to_the_solution(folder: Path, exchange: Exchange) -> None:
    """Put a link in the place of the notebook."""
    (folder / "A.ipynb").unlink()
    (folder / "A.ipynb").symlink_to(exchange.secret)


def folder_by_link(folder: Path, exchange: Exchange) -> None:
    """Put a link in the place of a folder."""
    (folder / "data").symlink_to(exchange.secret.parent)


def pipe(folder: Path, _exchange: Exchange) -> None:
    """Leave a pipe without an end."""
    os.mkfifo(folder / "pipe")


def terabyte(folder: Path, _exchange: Exchange) -> None:
    """Leave a file that is much larger than what it takes on the disk."""
    with (folder / "large").open("wb") as file:
        file.truncate(1 << 40)


@pytest.mark.parametrize("leave", [link_to_the_solution, folder_by_link, pipe, terabyte])
def test_plain_files_alone_are_collected(exchange: Exchange, leave: Callable[[Path, Exchange], None]) -> None:
    """The instructor can read what a student cannot: a link in a student's folder is not followed, and nothing ends the run."""
    leave(exchange.hand_in("mal", "his"), exchange)
    own = {} if leave is link_to_the_solution else {"mal": {"A.ipynb": "his"}}
    assert exchange.collect() == {"zoe": {"A.ipynb": "hers"}, **own}


def test_a_folder_that_goes_meanwhile_costs_nobody_else(exchange: Exchange, monkeypatch: pytest.MonkeyPatch) -> None:
    """A student can remove or close a folder at any moment."""
    gone = exchange.hand_in("amy", "gone")
    before = collected._init_src
    monkeypatch.setattr(collected, "_init_src", lambda self: (before(self), shutil.rmtree(gone)))
    assert exchange.collect() == {"zoe": {"A.ipynb": "hers"}}


def test_a_folder_by_link_is_nobodys(exchange: Exchange) -> None:
    """Another student's folder under one's own name is not one's own work."""
    theirs = next(exchange.inbound.iterdir())
    (exchange.inbound / f"mal+A+{TIME}+x").symlink_to(theirs)
    assert exchange.collect() == {"zoe": {"A.ipynb": "hers"}}


@pytest.mark.parametrize("name", ["mal+A+no time+x", "mal+A++", "+A+", "mal+A+9999999999-01-01 00:00:00 UTC+x"])
def test_a_name_without_a_time_costs_nobody_else(exchange: Exchange, name: str) -> None:
    """Every student can make a folder there, and call it anything."""
    (exchange.inbound / name).mkdir()
    assert exchange.collect() == {"zoe": {"A.ipynb": "hers"}}


def test_nobody_else_hands_in_for_a_student(exchange: Exchange, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer folder in her name that another student made does not take the place of her own."""
    exchange.hand_in("zoe", "not hers", LATER)
    owners = iter(["mal", "zoe"] if LATER in os.listdir(exchange.inbound)[0] else ["zoe", "mal"])
    monkeypatch.setattr(collected, "_name_of", lambda _user: next(owners))
    assert exchange.collect() == {"zoe": {"A.ipynb": "hers"}}


def test_what_is_too_much_is_left_out_and_the_notebook_is_not(exchange: Exchange) -> None:
    """nbgrader stops at a folder that is larger than its limit, after it has removed what was collected before."""
    exchange.collect()
    (exchange.hand_in("zoe", "newer", LATER) / "data").write_bytes(bytes(101_000_000))
    assert exchange.collect(update=True) == {"zoe": {"A.ipynb": "newer"}}
