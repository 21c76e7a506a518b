"""The doctor: proves the isolation that this machine gives by trying real violations in real workers; trusted side."""

from __future__ import annotations

import ctypes
import json
import os
import platform
import secrets
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.doctor.probes import ATTEMPTS, CLOSED, EMPTYING, LANDLOCK, LIMITS, NUMBERS, PRELUDE, Attempt
from autograder.errors import KitError
from autograder.sandbox import kernel, landlock, seccomp
from autograder.sandbox.limits import Limits
from autograder.worker import isolation
from autograder.worker.process import WorkerLate, WorkerLost
from autograder.worker.zygote import PACKAGE, Zygote, ZygoteSettings

SECONDS = 5.0
PR_GET_DUMPABLE = 3
VARIABLE = "AUTOGRADER_DOCTOR_CANARY"


@dataclass(frozen=True)
class Probe:
    """One violation that was tried: what its failure proves, whether it failed, and what to do if it did not."""

    name: str
    proves: str
    held: bool
    remedy: str


@dataclass(frozen=True)
class Machine:
    """What the machine offers; the last two say why a layer is missing, and how to get it ("" where none is)."""

    platform: str
    kernel: str
    architecture: str
    user: str
    landlock: int
    namespaces: bool
    seccomp: bool
    level: str
    missing: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Examination:
    """The machine and the probes of its level."""

    machine: Machine
    probes: tuple[Probe, ...]

    @property
    def healthy(self) -> bool:
        """Say whether the level is a complete one and all its probes hold."""
        return self.machine.level in ("strict", "portable") and bool(self.probes) and all(probe.held for probe in self.probes)


def run_doctor(wanted: str = isolation.AUTO) -> Examination:
    """Try every violation at the level that is `wanted`; the machine's report names what is missing."""
    try:
        zygote = Zygote(ZygoteSettings(isolation=wanted))
    except KitError as error:
        return Examination(_machine(None, str(error)), ())
    with zygote, _bait() as world:
        machine = _machine(zygote, "")
        if machine.level == "none":
            return Examination(machine, ())
        hides = zygote.layers.namespaces
        probes = [_try(zygote, attempt, world) for attempt in ATTEMPTS if hides or not attempt.hidden_only]
        probes += [probe(zygote) for probe in _PROBES]
    return Examination(machine, tuple(probes))


# --- the machine ---


def _machine(zygote: Zygote | None, refusal: str) -> Machine:
    """Describe the machine, and what keeps it from `strict`."""
    linux = sys.platform == "linux"
    abi = landlock.abi() if linux else 0
    offered = isolation.Layers(False, abi, linux and seccomp.supported())
    level = zygote.layers.level if zygote is not None else "none"
    layers = zygote.layers if zygote is not None and level != "none" else offered
    missing, remedy = _missing(layers, linux, "" if layers.namespaces else _why_no_namespaces(zygote))
    if zygote is not None and level == "none":
        missing, remedy = "Isolation was switched off by name.", "Leave `--isolation none` out."
    return Machine(
        platform=platform.platform(terse=True),
        kernel=platform.release(),
        architecture=kernel.machine(),
        user="root" if linux and os.geteuid() == 0 else "an ordinary user",
        landlock=layers.landlock,
        namespaces=layers.namespaces,
        seccomp=layers.seccomp,
        level=level,
        missing=" ".join(filter(None, (missing, refusal))),
        remedy=remedy,
    )


def _missing(layers: isolation.Layers, linux: bool, refused: str) -> tuple[str, str]:
    """Return which layers are missing, and what would bring them."""
    if not linux:
        return "Isolation needs Linux.", "Grade in a Linux container or virtual machine: Docker's defaults are enough."
    missing, remedies = [], []
    if not layers.seccomp:
        missing.append(f"seccomp: no table for {kernel.machine()}.")
        remedies.append("Use an x86_64 or aarch64 machine with a 64-bit Python.")
    if not layers.landlock:
        missing.append("Landlock: the kernel has none, or it is switched off.")
        remedies.append(LANDLOCK)
    if not layers.namespaces:
        missing.append(f"Namespaces: {refused}." if refused else "Namespaces: not asked for at this level.")
        remedies += [_namespace_remedy()] if refused else []
    return " ".join(missing), " ".join(remedies)


def _why_no_namespaces(zygote: Zygote | None) -> str:
    """Return why a new process may not leave its namespaces, or ""."""
    if zygote is not None and zygote.no_namespaces:
        return zygote.no_namespaces
    if sys.platform != "linux":
        return "Linux only"
    code = "from autograder.sandbox import namespaces\ntry: namespaces.enter()\nexcept OSError as error: print(error)"
    environment = {"PYTHONPATH": str(PACKAGE.parent), "PATH": "/usr/bin:/bin"}
    asked = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    return asked.stdout.strip() or ("it could not be tried" if asked.returncode else "")


def _namespace_remedy() -> str:
    """Name the setting that closes user namespaces here, or list what can."""
    settings = (
        ("kernel/apparmor_restrict_unprivileged_userns", "1", "0"),
        ("kernel/unprivileged_userns_clone", "0", "1"),
        ("user/max_user_namespaces", "0", "15000"),
    )
    for path, closed, opened in settings:
        file = Path("/proc/sys") / path
        if file.exists() and file.read_text().strip() == closed:
            return f"For `strict`: sudo sysctl -w {path.replace('/', '.')}={opened}, or grade as root."
    if any(Path(mark).exists() for mark in ("/.dockerenv", "/run/.containerenv")):
        return (
            "For `strict` in a container: --cap-add SYS_ADMIN --security-opt seccomp=unconfined --security-opt "
            "apparmor=unconfined; `portable` needs no flag and is complete as well."
        )
    return "For `strict`: grade as root, or allow user namespaces (CONFIG_USER_NS, user.max_user_namespaces)."


# --- violations tried in a worker ---


@contextmanager
def _bait() -> Iterator[dict[str, Any]]:
    """Yield what an attacker may know of: files and sockets that are open to everyone, and processes."""
    folder = Path(tempfile.mkdtemp(prefix="autograder-doctor-"))
    secret = ctypes.create_string_buffer(b"canary")
    os.environ[VARIABLE] = "canary"
    listeners: list[socket.socket] = []
    abstract = f"autograder-doctor-{secrets.token_hex(8)}"
    try:
        folder.chmod(0o755)
        (folder / "canary").write_text("canary")
        (folder / "canary").chmod(0o644)
        for name, kind in (("stream", socket.SOCK_STREAM), ("datagram", socket.SOCK_DGRAM)):
            _listen(listeners, socket.AF_UNIX, kind, str(folder / name))
            (folder / name).chmod(0o777)
        _listen(listeners, socket.AF_UNIX, socket.SOCK_STREAM, "\0" + abstract)
        tcp = _listen(listeners, socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))[1]
        udp = _listen(listeners, socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0))[1]
        with subprocess.Popen(["sleep", "300"]) as bystander:
            try:
                yield {
                    "folder": str(folder), "canary": str(folder / "canary"), "hidden": str(PACKAGE / "judge"),
                    "course_file": str(PACKAGE / "result.py"), "judge": os.getpid(), "bystander": bystander.pid,
                    "address": ctypes.addressof(secret), "variable": VARIABLE, "tcp": tcp, "udp": udp, "abstract": abstract,
                    "too_much": Limits().memory + (256 << 20), "numbers": NUMBERS[kernel.machine()],
                }  # fmt: skip
            finally:
                bystander.kill()
    finally:
        os.environ.pop(VARIABLE, None)
        for listener in listeners:
            listener.close()
        shutil.rmtree(folder, ignore_errors=True)


def _listen(listeners: list[socket.socket], family: int, kind: int, address: Any) -> Any:
    listener = socket.socket(family, kind)
    listeners.append(listener)
    listener.bind(address)
    if kind == socket.SOCK_STREAM:
        listener.listen(8)
    return listener.getsockname()


def _try(zygote: Zygote, attempt: Attempt, world: dict[str, Any]) -> Probe:
    """Run one violation in a fresh worker."""
    prelude = PRELUDE.format(world=json.dumps(world))
    errors = _run(
        zygote, prelude, f"try:\n    exec({attempt.source!r})\nexcept {attempt.by} as error: raise SystemExit('refused')"
    )
    held = errors == ["SystemExit"]
    return Probe(attempt.name, attempt.proves, held, attempt.remedy)


def _run(zygote: Zygote, *cells: str) -> list[str]:
    """Run cells in a fresh worker; return the kinds of exceptions of the last."""
    worker = zygote.spawn()
    try:
        outputs = worker.run_cells(cells, SECONDS, figures=False)[-1]["outputs"]
    except WorkerLost as lost:
        return [f"lost: {lost.reason}"]
    finally:
        worker.close()
    return [str(output.get("ename")) for output in outputs if output.get("output_type") == "error"]


# --- what only the judge can see ---


def _disk(zygote: Zygote) -> Probe:
    """Fill the worker's folder: a small file system refuses, or the judge looks and kills."""
    errors = _run(zygote, "import time\nfor i in range(6): open(f'{i}', 'wb').write(bytes(8 << 20))\ntime.sleep(1)")
    held = errors == ["OSError"] if zygote.layers.namespaces else errors == ["lost: it wrote more files than are allowed"]
    return Probe("files: disk", "A worker's files are limited in all.", held, LIMITS)


def _leftovers(zygote: Zygote) -> Probe:
    """Leave files of every kind; the next worker must find none."""
    _run(
        zygote,
        "import os\nos.makedirs('a/b'); open('a/b/left', 'w').write('x'); os.mkdir('closed', 0); os.symlink('/', 'link')",
    )
    found = _run(zygote, "import os\nif not os.listdir('.') and not os.listdir(os.environ['HOME']): raise OSError")
    return Probe("files: left over", "The next worker finds an empty folder.", found == ["OSError"], EMPTYING)


def _deadline(zygote: Zygote) -> Probe:
    """Run a loop that no signal but SIGKILL ends."""
    worker = zygote.spawn()
    held = False
    try:
        worker.run_cells(["import signal\nsignal.pthread_sigmask(0, range(1, 64))\nwhile True: pass"], 0.2, figures=False)
    except WorkerLate:
        held = not worker.alive
    except WorkerLost:
        held = False
    finally:
        worker.close()
    return Probe("processes: deadline", "A loop that resists signals is killed when its time is up.", held, EMPTYING)


def _undumpable(_zygote: Zygote) -> Probe:
    """Ask the kernel whether this process, the judge, can be looked into."""
    held = kernel.prctl(PR_GET_DUMPABLE) == 0
    return Probe("judge: undumpable", "No process of the same user can look into the judge.", held, CLOSED)


def _dies_with_zygote(zygote: Zygote) -> Probe:
    """Kill the zygote while a worker lives; comes last."""
    worker = zygote.spawn()
    watch = os.dup(worker.pidfd)
    try:
        zygote.process.send_signal(signal.SIGKILL)
        zygote.process.wait(10)
        held = bool(select.select([watch], [], [], 10)[0])
    finally:
        os.close(watch)
        worker.close()
    return Probe("processes: orphans", "A worker dies with its zygote, and with the judge.", held, EMPTYING)


_PROBES: tuple[Callable[[Zygote], Probe], ...] = (
    _disk, _leftovers, _deadline, _undumpable, _dies_with_zygote,
)  # fmt: skip
