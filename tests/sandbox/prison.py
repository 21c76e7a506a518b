"""A prison is one isolation stack under one user; `refuses` runs an attack in it and judges what became of it."""

from __future__ import annotations

import builtins
import importlib.metadata
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import pytest

from autograder.doctor.probes import NUMBERS
from autograder.sandbox import kernel

ROOT = Path(__file__).resolve().parent.parent.parent
KEEPER = Path(__file__).with_name("keeper.py")
ORDINARY_UID = 64_990
STACKS = ("strict", "landlock", "namespaces")
CONTROL = "control"

_OS_ERRORS = frozenset(
    name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, OSError)
) - {"FileExistsError", "IsADirectoryError", "NotADirectoryError"}

PRELUDE = """
import ctypes, errno, json, os, resource, signal, socket, sys, threading, time
world = json.loads({world!r})
_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
def syscall(name, *arguments):
    words = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = _libc.syscall(ctypes.c_long(world["numbers"][name]), *words)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
"""


@dataclass(frozen=True)
class Outcome:
    """What became of an attack: the kind of exception that stopped it, or None; what it printed; why its worker was lost."""

    error: str | None = None
    message: str = ""
    text: str = ""
    lost: str | None = None


class World:
    """What there is to be attacked: a file that everyone may read, a folder that everyone may write to, and listeners."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="attacked-"))
        self.folder.chmod(0o777)
        self.canary = self.folder / "canary"
        self.victim = self.folder / "victim"
        self.sockets: list[socket.socket] = []
        self.tcp = self._listen(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))
        self.udp = self._listen(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0))
        self.abstract = f"attacked-{os.getpid()}"
        self._listen(socket.AF_UNIX, socket.SOCK_STREAM, "\0" + self.abstract)
        self._listen(socket.AF_UNIX, socket.SOCK_STREAM, str(self.folder / "stream"))
        self._listen(socket.AF_UNIX, socket.SOCK_DGRAM, str(self.folder / "datagram"))
        self.restore()

    def restore(self) -> None:
        """Put back what an attack in the control may have changed."""
        for path in (self.canary, self.victim):
            path.unlink(missing_ok=True)
            path.write_text("untouched")
            path.chmod(0o666)
            os.utime(path, (1_000_000, 1_000_000))

    def describe(self) -> dict[str, Any]:
        """Return what an attacker may know."""
        hidden = ROOT / "course"
        return {
            "folder": str(self.folder),
            "canary": str(self.canary),
            "victim": str(self.victim),
            "tcp": self.tcp,
            "udp": self.udp,
            "abstract": self.abstract,
            "root": str(ROOT),
            "hidden": str(hidden),
            "hidden_test": str(next(path for path in sorted(hidden.glob("*/tests/test_*.py")))),
            "numbers": NUMBERS[kernel.machine()],
        }

    def close(self) -> None:
        """Stop listening and remove the files."""
        for listener in self.sockets:
            listener.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _listen(self, family: int, kind: int, address: Any) -> int:
        listener = socket.socket(family, kind)
        listener.bind(address)
        if kind == socket.SOCK_STREAM:
            listener.listen(64)
        self.sockets.append(listener)
        if isinstance(address, str) and not address.startswith("\0"):
            os.chmod(address, 0o777)
        name = listener.getsockname()
        return int(name[1]) if family == socket.AF_INET else 0


class Prison:
    """A keeper process with one stack, as root or as an ordinary user; a context manager."""

    def __init__(self, stack: str, user: str, python: str, world: World) -> None:
        self.stack, self.user, self.world = stack, user, world
        as_other: dict[str, Any] = {"user": ORDINARY_UID, "group": ORDINARY_UID, "extra_groups": []}
        self.process = subprocess.Popen(
            [python, "-B", str(KEEPER), stack],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd="/",
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": "/tmp", "CANARY": "a secret of the judge"},
            **(as_other if user == "ordinary" and os.geteuid() == 0 else {}),
        )
        self.hello = self._answer()
        self.known = json.dumps(self.hello | world.describe())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    @property
    def is_control(self) -> bool:
        """Say whether nothing isolates here."""
        return self.stack == CONTROL

    def run(self, *sources: str, seconds: float = 4.0) -> Outcome:
        """Run cells in a fresh worker, and return what became of the last."""
        self.world.restore()
        cells = [PRELUDE.format(world=self.known), *sources]
        assert self.process.stdin is not None
        print(json.dumps({"cells": cells, "seconds": seconds}), file=self.process.stdin, flush=True)
        return Outcome(**self._answer())

    def refuses(self, source: str, *, by: str | None = None, anyway: str | None = None, seconds: float = 4.0) -> None:
        """Claim that the kernel stops this attack, and that it succeeds in the control.

        `by` names another exception than an OSError that says so; `anyway` is why the attack fails even in the control.
        """
        outcome = self.run(source, seconds=seconds)
        expected = {by} if by else _OS_ERRORS
        if not self.is_control:
            assert outcome.lost is None and outcome.error in expected, outcome
        elif anyway is None:
            assert outcome.lost is not None or outcome.error is None, f"this is no attack: {outcome}"

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        answer: dict[str, Any] = json.loads(self.process.stdout.readline() or '{"refused": "the keeper ended"}')
        return answer


WORKERS_NEED = frozenset({"numpy", "ipython", "matplotlib", "msgpack"})


def python_for_ordinary_users(folder: Path, needed: frozenset[str] = WORKERS_NEED) -> str | None:
    """Return a Python that any user can run with these distributions and all that they need, or None.

    Where this interpreter lies behind a closed folder (root's home), the system's own of the same version is given
    links to the same packages.
    """
    prefixes = {Path(os.path.realpath(prefix)) for prefix in (sys.prefix, sys.base_prefix, sys.executable)}
    if all(parent.stat().st_mode & 0o001 for prefix in prefixes for parent in (prefix, *prefix.parents)):
        return sys.executable
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    system = Path("/usr/bin") / version
    if not system.exists():
        return None
    packages = folder / "lib" / version / "site-packages"
    packages.mkdir(parents=True)
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(system)
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\ninclude-system-site-packages = false\n")
    for parent in (folder, *packages.parents):
        if parent.is_relative_to(folder):
            parent.chmod(0o755)
    for entry in _entries(set(needed)):
        if entry.is_dir():
            shutil.copytree(entry, packages / entry.name, copy_function=_link, dirs_exist_ok=True)
        else:
            _link(str(entry), str(packages / entry.name))
    return str(folder / "bin" / "python")


def _entries(wanted: set[str]) -> Iterator[Path]:
    """Yield the files and folders in site-packages of these distributions and of all that they need."""
    done: set[str] = set()
    while wanted - done:
        name = min(wanted - done)
        done.add(name)
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another platform
        wanted |= {
            re.split(r"[\s<>=!~;\[(]", text)[0].lower() for text in distribution.requires or () if "extra ==" not in text
        }
        tops = {path.parts[0] for path in distribution.files or () if path.parts[0] not in ("..", "__pycache__", "share")}
        yield from (Path(str(distribution.locate_file(top))) for top in sorted(tops))


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileExistsError:
        return
    except OSError:  # another file system
        shutil.copy2(source, target)


def machine_gives(prison: Prison) -> None:
    """Skip, with the reason, where the machine does not give this stack."""
    if "refused" in prison.hello:
        pytest.skip(f"{prison.stack} as {prison.user}: {prison.hello['refused']}")
