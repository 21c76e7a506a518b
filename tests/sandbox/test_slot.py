"""A worker's folder is its own, bounded while anything happens, and given up at once, however full it is."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.errors import IsolationMissing
from autograder.sandbox import kernel
from autograder.worker import leftovers
from autograder.worker.cell_outcome import read_outcome
from autograder.worker.process import Worker, WorkerLost
from autograder.worker.zygote import Zygote, ZygoteSettings

LISTED = "import os\nprint(os.listdir('.'))"
THREAD = "import os, threading, time, mmap\ndef later():\n    time.sleep(0.2)\n{body}\n    time.sleep(60)\n"
THREAD += "threading.Thread(target=later, daemon=True).start()"


@pytest.fixture(scope="module")
def portable() -> Iterator[Zygote]:
    """A zygote without namespaces: its workers write on the disk."""
    try:
        zygote = Zygote(ZygoteSettings(isolation="portable"))
    except IsolationMissing as error:
        pytest.skip(str(error))
    with zygote:
        yield zygote


def run(worker: Worker, *cells: str) -> list[str]:
    """Run cells in a worker, and return what each printed or raised."""
    outcomes = worker.run_cells(cells, 10.0, figures=False, read=read_outcome)
    return ["".join(o.get("text", o.get("ename", "")) for o in outcome.outputs).strip() for outcome in outcomes]


def lost_while_nobody_listens(zygote: Zygote, body: str) -> str:
    """Have a thread of a worker do something while the judge neither sends nor receives; return why it was lost."""
    worker = zygote.spawn()
    try:
        run(worker, THREAD.format(body=body))
        deadline = time.monotonic() + 10.0
        while not zygote.overfull(worker.number) and time.monotonic() < deadline:
            time.sleep(0.05)
        with pytest.raises(WorkerLost) as caught:
            run(worker, "1", "2")
        return caught.value.reason
    finally:
        worker.close()


FILLS = {
    "large files": "    for i in range(8): open(str(i), 'wb').write(bytes(8 << 20))",
    "many files": "    for i in range(2500): open(str(i), 'w').close()",
    "many folders": "    for i in range(30):\n        for j in range(100): os.makedirs(f'{i}/{j}')",
    "files without a name": (
        "    held = []\n    for i in range(8):\n        held.append(open(str(i), 'wb'))\n"
        "        held[-1].write(bytes(8 << 20))\n"
        "        held[-1].flush()\n        os.unlink(str(i))"
    ),
    "mapped files without a name": (
        "    held = []\n    for i in range(8):\n        with open(str(i), 'wb+') as f:\n            f.write(bytes(8 << 20))\n"
        "            f.flush()\n            held.append(mmap.mmap(f.fileno(), 4096))\n        os.unlink(str(i))"
    ),
    "mapped files without a name, which were called like shared memory": (
        "    import ctypes\n    libc = ctypes.CDLL(None)\n    os.makedirs('a /dev/zero b')\n    for i in range(8):\n"
        "        name = f'a /dev/zero b/{i}'\n        f = open(name, 'wb+', buffering=0)\n"
        "        f.write(bytes(8 << 20))\n"
        "        libc.mmap(None, ctypes.c_size_t(4096), 1, 1, f.fileno(), ctypes.c_long(0))\n        f.close()\n"
        "        os.unlink(name)"
    ),
    "files in a thread's own table of descriptors": (
        "    import ctypes\n    libc, held = ctypes.CDLL(None), []\n"
        "    libc.syscall(436, ctypes.c_long(1000), ctypes.c_long(1001), ctypes.c_long(2))\n    for i in range(8):\n"
        "        held.append(open(str(i), 'wb', buffering=0))\n        held[-1].write(bytes(8 << 20))\n"
        "        os.unlink(str(i))\n    time.sleep(9)"
    ),
    "names that change while they are read": (
        "    os.mkdir('a')\n    for i in range(400): open(f'a/{i:0200}', 'w').close()\n"
        "    for i in range(200_000):\n        os.rename(f'a/{i % 2:0200}', f'a/{i % 2}')\n"
        "        os.rename(f'a/{i % 2}', f'a/{i % 2:0200}')"
    ),
    "a folder that is never where it was": (
        "    os.mkdir('a')\n    for i in range(200_000):\n"
        "        os.mkdir(f'a/{i}')\n        os.rename('a', 'b')\n        os.rename('b', 'a')"
    ),
}


@pytest.mark.parametrize("body", FILLS.values(), ids=FILLS.keys())
def test_a_worker_that_fills_its_folder_is_killed_whatever_the_judge_does(portable: Zygote, body: str) -> None:
    """The folder is looked at also while the judge sends, computes or waits for something else."""
    assert lost_while_nobody_listens(portable, body) == "it wrote more files than are allowed"


def test_files_count_when_the_main_thread_has_ended(portable: Zygote) -> None:
    """A main thread that has ended shows neither files nor memory, and the process goes on."""
    worker = portable.spawn()
    exit_number = {"x86_64": 60, "aarch64": 93}[kernel.machine()]
    fills = THREAD.format(body=FILLS["files without a name"])
    with pytest.raises(WorkerLost) as caught:
        run(worker, f"{fills}\nimport ctypes\nctypes.CDLL(None).syscall({exit_number}, 0)")
    assert caught.value.reason == "it wrote more files than are allowed"


def test_room_is_taken_by_writing_only(portable: Zygote) -> None:
    """Else gigabytes are taken between two looks; the C library writes instead, so that whoever needs room gets it."""
    worker = portable.spawn()
    source = "import os\nf = open('a', 'wb')\nos.posix_fallocate(f.fileno(), 0, 1 << 20)\nprint(os.stat('a').st_size)"
    at_once = "import ctypes\nprint(ctypes.CDLL(None).fallocate(f.fileno(), 1, ctypes.c_long(0), ctypes.c_long(1 << 20)))"
    assert run(worker, source, at_once) == [str(1 << 20), "-1"]
    worker.close()


def test_nothing_moves_from_folder_to_folder(portable: Zygote) -> None:
    """The watch reads one folder after another: what moves behind its back is never seen. Moving by copying goes on."""
    worker = portable.spawn()
    made = "import os, shutil\nos.makedirs('a/x')\nos.mkdir('b')\nopen('a/f', 'w').write('kept')"
    tries = ["os.rename('a/x', 'b/x')", "os.rename('a/f', 'b/f')", "os.link('a/f', 'b/f')"]
    fine = "shutil.move('a/f', 'b/f')\nshutil.move('a/x', 'b')\nos.rename('b/f', 'b/g')\nos.replace('b/x', 'b/y')"
    printed = run(worker, made, *tries, f"{fine}\nprint(os.listdir('a'), sorted(os.listdir('b')), open('b/g').read())")
    assert printed == ["", *["OSError"] * 3, "[] ['g', 'y'] kept"]
    worker.close()


def test_a_few_files_are_allowed(portable: Zygote) -> None:
    """Also one that has lost its name, as a temporary file has."""
    worker = portable.spawn()
    source = (
        "import tempfile, time\nf = tempfile.TemporaryFile()\nf.write(bytes(1 << 20))\nopen('a', 'w').close()\ntime.sleep(0.5)"
    )
    assert run(worker, source, "print(1)") == ["", "1"]
    worker.close()


def test_the_next_worker_starts_at_once_whatever_was_left(portable: Zygote, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits until a full folder is empty: it is put aside, out of the next worker's reach, and removed by the way."""
    monkeypatch.setattr(portable.leftovers, "sweep", lambda: None)
    worker = portable.spawn()
    assert run(
        worker, "import os\nfor i in range(20): os.makedirs(f'deep/{i}/' + '/'.join('abc'))\nopen('secret', 'w').write('x')"
    ) == [""]
    zygote = portable.process.pid
    before = set((portable.work / "used").iterdir())
    worker.close()
    (aside,) = set((portable.work / "used").iterdir()) - before
    assert sorted(os.listdir(aside / "slot")) == ["deep", "secret"]
    following = portable.spawn()
    tries = [f"open({str(aside / 'slot' / 'secret')!r})", "open('../more', 'w')", f"open({str(aside / 'slot' / 'new')!r}, 'w')"]
    assert run(following, LISTED, *tries) == ["[]", *["PermissionError"] * 3]
    following.close()
    assert portable.process.pid == zygote and portable.process.poll() is None
    monkeypatch.undo()
    deadline = time.monotonic() + 60.0
    while list((portable.work / "used").iterdir()) and time.monotonic() < deadline:
        portable.leftovers.sweep()
        time.sleep(0.05)
    assert not list((portable.work / "used").iterdir())


def test_a_run_ends_also_when_the_removal_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes longer than a moment goes on by itself, and the folder is gone in the end."""
    monkeypatch.setattr(leftovers, "PATIENCE", 0.0)
    try:
        zygote = Zygote(ZygoteSettings(isolation="portable"))
    except IsolationMissing as error:
        pytest.skip(str(error))
    with zygote:
        worker = zygote.spawn()
        run(worker, "import os\nfor i in range(1500): os.mkdir(str(i))")
    deadline = time.monotonic() + 60.0
    while zygote.work.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not zygote.work.exists()


def test_only_one_worker_lives_in_a_zygote(portable: Zygote) -> None:
    """Two would share a folder: the first one is ended when the second starts."""
    first = portable.spawn()
    run(first, "open('left', 'w').close()")
    second = portable.spawn()
    assert not first.alive
    assert run(second, LISTED) == ["[]"]
    second.close()


def test_a_zygote_leaves_no_folder_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Libraries that find no home make themselves a folder under the temporary one: it has to be in ours."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    tmp_path.chmod(0o755)
    with contextlib.suppress(IsolationMissing), Zygote(ZygoteSettings(isolation="portable")) as zygote:
        environment = Path(f"/proc/{zygote.process.pid}/environ").read_bytes().split(b"\0")
        assert f"MPLCONFIGDIR={zygote.work / 'home'}".encode() in environment
    assert not list(tmp_path.iterdir())
