"""The pool loses no piece: whatever a process or the parent comes to, what can be answered is, and nothing stays behind."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from autograder.errors import KitBroken, UsageError
from autograder.grading import pool
from autograder.grading.pool import Lost, Piece, run_pieces
from autograder.worker.abandoned import LOCK, PREFIX, hold

from .chores import Chores, pieces

REPOSITORY = Path(__file__).parents[2]


def answers(work: Chores, todo: list[Piece], jobs: int) -> dict[str, object]:
    """Run the pieces to the end."""
    return {piece.what: answer for piece, answer in run_pieces(work, todo, jobs)}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_death_costs_only_the_piece_that_causes_it(tmp_path: Path, jobs: int) -> None:
    """A piece that ends its process is tried twice and lost with its reason; one that does so once is answered."""
    names = [f"plain{number}" for number in range(9)]
    todo = pieces(*names[:4], "kills", *names[4:7], "once", *names[7:])
    found = answers(Chores(tmp_path), todo, jobs)
    lost = found.pop("kills")
    assert isinstance(lost, Lost) and "SIGKILL" in lost.reason
    assert found == {name: name.upper() for name in (*names, "once")}
    tried = (tmp_path / "tried-kills").read_text().split()
    assert len(tried) == 2 and len(set(tried)) == 2
    assert all(len((tmp_path / f"tried-{name}").read_text().split()) == 1 for name in names)


def test_an_error_costs_only_its_piece_and_groups_are_kept_apart(tmp_path: Path) -> None:
    """A piece that raises is lost with the error's text; pieces of several groups are all answered, equal ones too."""
    todo = [*pieces("raises", "one"), *pieces("two", "two", group="b"), *pieces("three", group="c")]
    found = list(run_pieces(Chores(tmp_path), todo, 1))
    assert sorted(piece.what for piece, _ in found) == ["one", "raises", "three", "two", "two"]
    lost = [answer.reason for _, answer in found if isinstance(answer, Lost)]
    assert len(lost) == 1 and "ValueError: planted" in lost[0]


def test_each_process_has_a_group_of_its_own_while_there_are_enough(tmp_path: Path) -> None:
    """What is warm for a group is warm once: another process goes to the next group, also where the first has most left."""
    todo = [*pieces("a1 meets b2", "a2", "a3", "a4", group="a"), *pieces("b1", "b2 meets a4", group="b")]
    assert len(answers(Chores(tmp_path), todo, 2)) == len(todo)
    at = {piece.what: (tmp_path / f"tried-{piece.what}").read_text() for piece in todo}
    first, second = ({pid for what, pid in at.items() if what.startswith(group)} for group in "ab")
    assert len(first) == len(second) == 1 and first != second


def test_a_few_submissions_are_not_worth_a_process_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody says how many, a class takes all cores, and three files take one."""
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert [pool.processes_for(count) for count in (0, 1, 3, 4, 5, 31, 33, 400)] == [1, 1, 1, 1, 2, 8, 8, 8]


def test_a_run_without_work_removes_what_a_killed_judge_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everything is graded already no zygote starts, and the folder of a judge that was killed has to go all the same."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = tmp_path / f"{PREFIX}dead"
    folder.mkdir()
    os.close(hold(folder))
    os.utime(folder / LOCK, (1, 1))
    assert list(run_pieces(Chores(tmp_path), [], 1)) == []
    until = time.monotonic() + 10
    while folder.exists() and time.monotonic() < until:
        time.sleep(0.01)
    assert not folder.exists()


def test_tidying_up_is_not_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a process takes longer to put its folder away than the others wait: it is asked to end, and does so."""
    monkeypatch.setattr(pool, "GRACE_SECONDS", 0.1)
    assert answers(Chores(tmp_path), pieces("one", group="slow to end"), 1) == {"one": "ONE"}
    assert len(list(tmp_path.glob("closed-*"))) == 1


def test_an_error_of_the_kit_ends_the_run(tmp_path: Path) -> None:
    """What no piece could do is said at once, and the processes end."""
    with pytest.raises(UsageError, match="no such group"):
        answers(Chores(tmp_path), pieces("one", "two", group="refused"), 2)
    assert multiprocessing.active_children() == []


def test_processes_that_keep_dying_end_the_run(tmp_path: Path) -> None:
    """Where every piece kills its process, the run says so instead of going through the class."""
    with pytest.raises(KitBroken, match="keep ending"):
        answers(Chores(tmp_path), pieces(*(f"kills{number}" for number in range(20))), 2)
    assert multiprocessing.active_children() == []


def test_closing_early_puts_everything_away(tmp_path: Path) -> None:
    """Who stops listening, as Ctrl-C does, leaves no process, and each has put away what it had warmed up."""
    running = run_pieces(Chores(tmp_path), pieces("one", "two", "three", "four"), 1)
    assert next(running)[1] == "ONE"
    children = {child.pid for child in multiprocessing.active_children()}
    running.close()  # type: ignore[attr-defined]  # it is a generator
    assert multiprocessing.active_children() == []
    assert {path.name for path in tmp_path.glob("closed-*")} <= {f"closed-{pid}" for pid in children}


PARENT = """
import sys
from pathlib import Path
from autograder.grading.pool import run_pieces
from tests.engine.chores import Chores, pieces
if __name__ == "__main__":
    for piece, answer in run_pieces(Chores(Path(sys.argv[1])), pieces("one", "waits1", "waits2"), 2):
        print(answer, flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
def test_no_process_outlives_a_killed_parent(tmp_path: Path) -> None:
    """After kill -9 of the parent, processes in the middle of a piece end, and put away what they had warmed up."""
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    parent = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)], cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert parent.stdout is not None and parent.stdout.readline() == "ONE\n"
        until = time.monotonic() + 60
        while len(list(tmp_path.glob("tried-waits*"))) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        workers = {int(path.read_text().split()[0]) for path in tmp_path.glob("tried-waits*")}
    finally:
        parent.kill()
        parent.communicate()
    assert len(workers) == 2
    until = time.monotonic() + 30
    while any(_lives(pid) for pid in workers) and time.monotonic() < until:
        time.sleep(0.02)
    assert [pid for pid in workers if _lives(pid)] == []


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in ("Z", "X")
    except OSError:
        return False
