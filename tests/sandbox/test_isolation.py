"""Levels follow from layers, less than was asked for is refused, and nothing secret is ever readable."""

from __future__ import annotations

import os
import random
import resource
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.errors import IsolationMissing, KitBroken
from autograder.sandbox import jail, kernel, landlock, seccomp, syscalls
from autograder.worker import isolation
from autograder.worker.isolation import Layers, available, readable_paths, require
from autograder.worker.zygote import PACKAGE, Zygote, ZygoteSettings

# --- levels ---


@pytest.mark.parametrize("namespaces", [True, False])
@pytest.mark.parametrize("abi", [0, 1, 7])
@pytest.mark.parametrize("filtering", [True, False])
def test_a_level_needs_a_complete_stack(namespaces: bool, abi: int, filtering: bool) -> None:
    """`strict` is every layer; `portable` is seccomp with either of the others; anything less is `none`."""
    level = Layers(namespaces, abi, filtering).level
    if not filtering or not (namespaces or abi):
        assert level == "none"
    else:
        assert level == ("strict" if namespaces and abi else "portable")


@pytest.mark.parametrize(
    ("layers", "wanted"),
    [
        (Layers(True, 7, True), "auto"),
        (Layers(True, 7, True), "strict"),
        (Layers(True, 7, True), "portable"),
        (Layers(False, 7, True), "auto"),
        (Layers(False, 1, True), "portable"),
        (Layers(True, 0, True), "portable"),
        (Layers(False, 0, False), "none"),
    ],
)
def test_enough_isolation_is_accepted(layers: Layers, wanted: str) -> None:
    """A level is enough for itself, for less, and for `auto`; `none` has to be asked for by name."""
    require(layers, wanted)


@pytest.mark.parametrize(
    ("layers", "wanted"),
    [
        (Layers(False, 7, True), "strict"),
        (Layers(True, 0, True), "strict"),
        (Layers(True, 7, False), "auto"),
        (Layers(True, 7, False), "portable"),
        (Layers(False, 0, True), "auto"),
        (Layers(False, 0, True), "portable"),
        (Layers(False, 0, False), "auto"),
        (Layers(False, 0, False), "strict"),
        (Layers(True, 7, True), "no such level"),
    ],
)
def test_less_isolation_is_refused(layers: Layers, wanted: str) -> None:
    """Less than was asked for is refused, with what is missing and what to do."""
    with pytest.raises(IsolationMissing, match="autograder doctor") as caught:
        require(layers, wanted)
    assert caught.value.exit_code == 3 and wanted in str(caught.value)


def test_asking_for_portable_leaves_namespaces_out() -> None:
    """The portable level behaves alike on every machine, also where more could be had."""
    assert not available(namespaces=True, wanted="portable").namespaces


def test_none_uses_no_layer() -> None:
    """Without isolation there is no half of it."""
    assert available(namespaces=True, wanted="none") == Layers(False, 0, False)


def test_an_unknown_processor_has_no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the tables do not know the architecture, no level is to be had."""
    monkeypatch.setattr(kernel, "machine", lambda: "riscv64")
    assert not seccomp.supported()
    assert available(namespaces=True).level == "none"


def test_another_system_has_no_isolation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Linux, no level is to be had."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert available(namespaces=False).level == "none"


def test_a_zygote_is_refused_where_nothing_isolates(monkeypatch: pytest.MonkeyPatch) -> None:
    """No student's code runs on a machine without isolation unless that was asked for; no folder is left behind."""
    monkeypatch.setattr(landlock, "abi", lambda: 0)
    monkeypatch.setattr(seccomp, "supported", lambda: False)
    made: list[str] = []
    monkeypatch.setattr("tempfile.mkdtemp", _recording(made))
    with pytest.raises(IsolationMissing):
        Zygote(ZygoteSettings())
    assert made and not Path(made[0]).exists()


def test_a_zygote_that_cannot_import_what_is_needed_is_the_kits_fault() -> None:
    """A missing library is reported as the kit's fault, and not as a student's."""
    with pytest.raises(KitBroken, match="did not start"):
        Zygote(ZygoteSettings(preload=("no_such_library",), isolation="none"))


def _recording(made: list[str]) -> Callable[..., str]:
    import tempfile

    original = tempfile.mkdtemp

    def mkdtemp(*arguments: str, **keywords: str) -> str:
        made.append(original(*arguments, **keywords))
        return made[-1]

    return mkdtemp


# --- the filter ---


@pytest.mark.parametrize("machine", sorted(syscalls.NUMBERS))
def test_the_filter_fits_the_kernel(machine: str) -> None:
    """The filter is short enough for the kernel, and no jump of it leaves it."""
    program = seccomp.program(42, machine)
    steps = [program[i : i + 8] for i in range(0, len(program), 8)]
    assert len(program) % 8 == 0 and 100 < len(steps) < 4096
    for index, step in enumerate(steps):
        code, yes, no = int.from_bytes(step[:2], "little"), step[2], step[3]
        if code & 0x07 == 0x05:  # a jump
            assert index + 1 + max(yes, no) < len(steps)
    assert int.from_bytes(steps[-1][:2], "little") == 0x06  # ends with a verdict: a refusal
    assert int.from_bytes(steps[-1][4:], "little") == 0x00050001


def _verdict(program: bytes, number: int, *arguments: int, architecture: int) -> int:
    """Run the filter as the kernel would."""
    data = number.to_bytes(4, "little") + architecture.to_bytes(4, "little") + bytes(8)
    data += b"".join((value & (2**64 - 1)).to_bytes(8, "little") for value in (*arguments, *[0] * (6 - len(arguments))))
    accumulator = index = 0
    while True:
        step = program[8 * index : 8 * index + 8]
        code, yes, no, operand = int.from_bytes(step[:2], "little"), step[2], step[3], int.from_bytes(step[4:], "little")
        index += 1
        if code == 0x20:
            accumulator = int.from_bytes(data[operand : operand + 4], "little")
        elif code == 0x54:
            accumulator &= operand
        elif code == 0x06:
            return operand
        else:
            hit = {0x15: accumulator == operand, 0x35: accumulator >= operand, 0x45: bool(accumulator & operand)}[code]
            index += yes if hit else no


ALLOW, REFUSE, KILL, PRETEND, ABSENT = 0x7FFF0000, 0x00050001, 0x80000000, 0x00050000, 0x00050000 | 38
CASES = [
    ("read", (), ALLOW), ("mmap", (), ALLOW), ("fchmod", (3, 0), PRETEND), ("fchmodat", (), PRETEND), ("clone3", (), ABSENT),
    ("openat", (0, 0, 0), ALLOW), ("openat", (0, 0, 0o2000101), ALLOW), ("openat", (0, 0, 0o1002), ALLOW),
    ("openat", (0, 0, 0o1000), REFUSE), ("openat", (0, 0, 3), REFUSE), ("openat", (0, 0, 0o1003), REFUSE),
    ("kill", (42, 9), ALLOW), ("kill", (43, 9), REFUSE), ("kill", (-1, 9), REFUSE), ("tgkill", (42, 43, 0), ALLOW),
    ("tgkill", (1, 1, 0), REFUSE), ("clone", (0x3D0F00,), ALLOW), ("clone", (17,), REFUSE), ("clone", (0x10010000,), REFUSE),
    ("clone", (0x10000,), REFUSE), ("clone", (0x3D0B00,), REFUSE), ("close_range", (3, 9, 0), ALLOW),
    ("close_range", (3, 9, 4), ALLOW), ("close_range", (3, 9, 2), REFUSE), ("close_range", (3, 9, 6), REFUSE),
    ("clone", (0x20010000,), REFUSE), ("ioctl", (1, 0x5401), ALLOW), ("ioctl", (1, 0x5412), 0x00050000 | 25),
    ("fcntl", (1, 1), ALLOW), ("fcntl", (1, 8), REFUSE), ("prctl", (15,), ALLOW), ("prctl", (1,), 0x00050000 | 22),
    ("prlimit64", (0, 0, 0, 1), ALLOW), ("prlimit64", (0, 0, 1, 0), REFUSE), ("prlimit64", (0, 0, 1 << 40, 0), REFUSE),
    ("sendto", (3, 1, 1, 1, 0, 0), REFUSE), ("sendto", (3, 1, 1, 0x4001, 0, 0), REFUSE),
    ("sendto", (3, 1, 1, 0x4000, 0, 0), ALLOW),
    ("sendto", (3, 1, 1, 0, 0, 0), ALLOW), ("sendto", (3, 1, 1, 0, 1, 0), REFUSE), ("sendto", (3, 1, 1, 0, 1 << 32, 0), REFUSE),
]  # fmt: skip


@pytest.mark.parametrize("machine", sorted(syscalls.NUMBERS))
@pytest.mark.parametrize(("call", "arguments", "verdict"), CASES)
def test_the_filter_looks_at_arguments(machine: str, call: str, arguments: tuple[int, ...], verdict: int) -> None:
    """Some calls are allowed for some arguments only, on each architecture."""
    program = seccomp.program(42, machine)
    architecture = syscalls.AUDIT_ARCHITECTURE[machine]
    assert _verdict(program, syscalls.NUMBERS[machine][call], *arguments, architecture=architecture) == verdict


@pytest.mark.parametrize("machine", sorted(syscalls.NUMBERS))
def test_the_filter_refuses_what_it_does_not_know(machine: str) -> None:
    """Every number that is not on the list is refused; another architecture's calls end the process."""
    program, architecture = seccomp.program(42, machine), syscalls.AUDIT_ARCHITECTURE[machine]
    known = set(syscalls.NUMBERS[machine].values())
    for number in [*set(range(600)) - known, 0x40000000, 0x40000000 + 1, 2**32 - 1]:
        assert _verdict(program, number, architecture=architecture) == REFUSE
    assert _verdict(program, 1, architecture=architecture ^ 1) == KILL


# --- what a worker may read ---


HELPER = "handout/needed.py"


def _check(package: Path, secrets: list[Path], paths: list[str]) -> None:
    """Assert that no readable path shows a secret, following links as a mount or an open does."""
    own = [(package / name).resolve() for name in ("__init__.py", "sandbox", HELPER)]
    closed = [path.resolve() for path in (package, *secrets)]
    prefixes = [Path(prefix).resolve() for prefix in (sys.prefix, sys.base_prefix)]
    for text in paths:
        real = Path(text).resolve()
        for secret in closed:
            assert not secret.is_relative_to(real), f"{text} shows {secret}"
            if real.is_relative_to(secret) and real not in own:
                assert any(real.is_relative_to(prefix) for prefix in prefixes if prefix.is_relative_to(secret)), (
                    f"{text} in {secret}"
                )


def _tree(root: Path, rng: random.Random) -> list[Path]:
    """Make a random tree of folders, files and links; return its folders."""
    folders = [root]
    for number in range(rng.randrange(8, 20)):
        parent = rng.choice(folders)
        folder = parent / f"d{number}"
        folder.mkdir()
        folders.append(folder)
        (rng.choice(folders) / f"f{number}").write_text("x")
        if rng.random() < 0.4:
            (rng.choice(folders) / f"l{number}").symlink_to(rng.choice(folders))
    return folders


def _package(folder: Path) -> Path:
    for name in ("sandbox", "handout", "hidden"):
        (folder / "autograder" / name).mkdir(parents=True)
    (folder / "autograder" / "__init__.py").write_text("")
    (folder / "autograder" / HELPER).write_text("")
    return folder / "autograder"


@pytest.mark.parametrize("seed", range(40))
def test_no_readable_path_shows_a_secret(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever Python, the package and the course lie, inside one another or linked, no secret is readable."""
    rng = random.Random(seed)
    folders = _tree(tmp_path, rng)
    prefix, base = rng.choice(folders), rng.choice(folders)
    monkeypatch.setattr(sys, "prefix", str(prefix))
    monkeypatch.setattr(sys, "base_prefix", str(base))
    monkeypatch.setattr(isolation, "_SYSTEM", (str(rng.choice(folders)), "/nowhere"))
    package = _package(rng.choice(folders))
    secrets = [rng.choice(folders) for _ in range(rng.randrange(3))] + [tmp_path / "nowhere"]
    paths = readable_paths(package, secrets, [package / HELPER])
    _check(package, secrets, paths)
    assert {str(package / name) for name in ("__init__.py", "sandbox", HELPER)} <= set(paths)
    assert str(package / "handout") not in paths


def test_a_course_inside_the_prefix_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A course in the folder of a Python installation is hidden, and the libraries beside it are not."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    course = tmp_path / "course"
    package = _package(course)
    (course / "gradebook.db").write_text("")
    (tmp_path / "lib" / "numpy").mkdir(parents=True)
    paths = readable_paths(package, [course], [package / HELPER])
    _check(package, [course], paths)
    assert str(tmp_path / "lib") in paths and str(tmp_path) not in paths


def test_a_package_in_site_packages_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installed beside the libraries, the package shows the sandbox and the students' helpers alone."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    site = tmp_path / "lib" / "python3" / "site-packages"
    package = _package(site)
    (site / "numpy").mkdir()
    (tmp_path / "lib64").symlink_to("lib")
    paths = readable_paths(package, [], [package / HELPER])
    _check(package, [], paths)
    assert str(site / "numpy") in paths and str(package / "sandbox") in paths and str(package) not in paths


def test_an_environment_inside_the_course_is_readable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The usual layout, with .venv in the course folder: the environment is readable and the course is not."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    (tmp_path / ".venv" / "lib").mkdir(parents=True)
    package = _package(tmp_path)
    paths = readable_paths(package, [tmp_path], [package / HELPER])
    _check(package, [tmp_path], paths)
    assert str(tmp_path / ".venv") in paths


def test_a_link_beside_a_secret_is_not_followed_into_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link in the folder of a Python installation is no way into the course."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    package = _package(tmp_path / "course")
    (tmp_path / "shortcut").symlink_to(package / "hidden")
    _check(package, [tmp_path / "course"], readable_paths(package, [tmp_path / "course"], [package / HELPER]))


def test_the_real_package_shows_no_secret() -> None:
    """Here and now, no readable path shows the hidden tests, the course or the judge."""
    paths = readable_paths(PACKAGE, [PACKAGE.parent], [PACKAGE.parent / "course" / "handout" / "lesson" / "data.py"])
    ours = [path for path in paths if Path(path).is_relative_to(PACKAGE.parent) and ".venv" not in Path(path).parts]
    shown = {str(Path(path).relative_to(PACKAGE.parent)) for path in ours}
    assert shown == {
        "autograder/__init__.py",
        "autograder/sandbox",
        "course/handout/lesson/data.py",
    }


def test_the_handout_holds_no_secret() -> None:
    """What every worker may read imports nothing of the hidden package, and does not name it."""
    for path in (PACKAGE.parent / "course" / "handout").rglob("*.py"):
        assert "oracles" not in path.read_text() and "autograder" not in path.read_text(), path


@pytest.mark.parametrize("limit", [16, 64])
def test_a_shell_that_allows_few_descriptors_is_enough_for_a_worker(limit: int) -> None:
    """The channel and the rules move to their places, wherever they lay, and nothing else stays open."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            channel, rules = os.dup2(writing, limit - 2), os.dup2(writing, limit - 1)
            os.closerange(5, limit - 2)
            resource.setrlimit(resource.RLIMIT_NOFILE, (limit, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
            there = jail._arrange_descriptors(channel, rules)
            open_ones = [one for one in range(limit) if os.path.exists(f"/proc/self/fd/{one}")]
            os.write(jail.CHANNEL, f"{there} {open_ones}".encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        assert told.read() == f"{jail.CHANNEL + 1} [0, 1, 2, {jail.CHANNEL}, {jail.CHANNEL + 1}]"
    os.waitpid(pid, 0)
