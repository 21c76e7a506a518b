"""The doctor proves what holds, and notices what does not."""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.doctor import checks as doctor
from autograder.doctor.checks import Examination, Machine, Probe, run_doctor
from autograder.doctor.probes import ATTEMPTS, NUMBERS, Attempt
from autograder.errors import IsolationMissing
from autograder.sandbox import landlock, seccomp, syscalls
from autograder.worker import isolation
from autograder.worker.zygote import Zygote, ZygoteSettings

NEVER_SUCCEED = {  # the judge closed its own memory, and the limits of a worker do not depend on the level
    "judge: /proc", "judge: process_vm_readv", "judge: ptrace", "judge: environment", "judge: descriptors", "memory: private",
    "memory: shared", "files: core dumps",
}  # fmt: skip


ONLY_ROOT_SUCCEEDS = {"files: library", "processes: threads"}  # root's files, and a limit that root has not


@pytest.fixture(scope="module")
def unprotected() -> Iterator[tuple[Zygote, dict[str, Any]]]:
    """A zygote without any isolation, and the bait."""
    with Zygote(ZygoteSettings(isolation="none")) as zygote, doctor._bait() as world:
        yield zygote, world


@pytest.mark.parametrize("level", ["auto", "portable"])
def test_everything_holds_on_this_machine(level: str) -> None:
    """Every probe holds at the levels that this machine gives."""
    found = run_doctor(level)
    if found.machine.level == "none":
        pytest.skip(f"no complete isolation here: {found.machine.missing}")
    assert [probe.name for probe in found.probes if not probe.held] == []
    assert found.healthy and len(found.probes) >= len(ATTEMPTS) - 1


@pytest.mark.parametrize("attempt", [one for one in ATTEMPTS if one.name not in NEVER_SUCCEED], ids=lambda one: one.name)
def test_every_violation_is_noticed(unprotected: tuple[Zygote, dict[str, Any]], attempt: Attempt) -> None:
    """Where nothing isolates, each violation succeeds and its probe says so."""
    if attempt.name in ONLY_ROOT_SUCCEEDS and os.geteuid() != 0:
        pytest.skip("an ordinary user may not do it in any case")
    zygote, world = unprotected
    assert not doctor._try(zygote, attempt, world).held


def test_an_attempt_that_is_itself_wrong_does_not_hold(unprotected: tuple[Zygote, dict[str, Any]]) -> None:
    """A mistake in an attempt's source is not taken for a refusal."""
    zygote, world = unprotected
    assert not doctor._try(zygote, Attempt("x", "x", "no_such_name", "x"), world).held


def test_no_isolation_is_never_healthy() -> None:
    """Switched off by name, isolation is reported as missing."""
    found = run_doctor("none")
    assert not found.healthy and found.machine.level == "none" and found.machine.missing


def test_a_machine_without_layers_is_told_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused level gives no probes, but the reason and the remedy."""

    def refuse(_: ZygoteSettings) -> Zygote:
        raise IsolationMissing("nothing to be had")

    monkeypatch.setattr(doctor, "Zygote", refuse)
    monkeypatch.setattr(landlock, "abi", lambda: 0)
    monkeypatch.setattr(seccomp, "supported", lambda: False)
    found = run_doctor("auto")
    assert not found.healthy and found.probes == ()
    assert "nothing to be had" in found.machine.missing and "Landlock" in found.machine.missing
    assert "x86_64" in found.machine.remedy and "5.13" in found.machine.remedy


def test_another_system_is_told_to_use_a_container(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Linux there is one remedy."""
    missing, remedy = doctor._missing(isolation.Layers(False, 0, False), False, "")
    assert "Linux" in missing and "Docker" in remedy


@pytest.mark.parametrize(
    ("setting", "value", "word"),
    [
        ("kernel/apparmor_restrict_unprivileged_userns", "1", "kernel.apparmor_restrict_unprivileged_userns=0"),
        ("kernel/unprivileged_userns_clone", "0", "kernel.unprivileged_userns_clone=1"),
        ("user/max_user_namespaces", "0", "user.max_user_namespaces=15000"),
    ],
)
def test_the_setting_that_closes_namespaces_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: str, value: str, word: str
) -> None:
    """The remedy names the kernel setting that stands in the way."""
    (tmp_path / setting).parent.mkdir(parents=True)
    (tmp_path / setting).write_text(value + "\n")
    monkeypatch.setattr(doctor, "Path", lambda path: tmp_path if path == "/proc/sys" else Path(path))
    assert word in doctor._namespace_remedy()


def test_one_failing_probe_is_enough() -> None:
    """An examination with a probe that does not hold is not healthy."""
    machine = Machine("Linux", "6.1", "x86_64", "root", 7, True, True, "strict")
    good, bad = Probe("a", "a", True, ""), Probe("b", "b", False, "do this")
    assert Examination(machine, (good,)).healthy
    assert not Examination(machine, (good, bad)).healthy
    assert not Examination(machine, ()).healthy
    assert not Examination(dataclasses.replace(machine, level="none"), (good,)).healthy


def test_every_attempt_says_what_to_do() -> None:
    """No probe is without a remedy, and no name stands twice."""
    assert all(attempt.remedy and attempt.proves.endswith(".") for attempt in ATTEMPTS)
    assert len({attempt.name for attempt in ATTEMPTS}) == len(ATTEMPTS)


def test_attempts_use_calls_that_both_architectures_name() -> None:
    """Every system call that an attempt makes has a number on every supported architecture."""
    import re

    used = {name for attempt in ATTEMPTS for name in re.findall(r"syscall\('(\w+)'", attempt.source)}
    assert used and all(used <= set(numbers) for numbers in NUMBERS.values())


@pytest.mark.parametrize("machine", sorted(syscalls.NUMBERS))
def test_no_refused_call_is_allowed(machine: str) -> None:
    """The calls that the doctor and the attacks expect to be refused are not on the filter's list."""
    let_through = {*syscalls.ALLOWED, *syscalls.PRETENDED, *syscalls.ABSENT, *seccomp._special_cases(1)}
    refused = NUMBERS[machine].keys() - syscalls.NUMBERS[machine].keys()
    assert len(refused) > 70 and not refused & let_through


@pytest.mark.skipif(sys.platform != "linux", reason="the tables are Linux's")
def test_numbers_are_unique() -> None:
    """No two calls of one architecture share a number."""
    for numbers in NUMBERS.values():
        assert len(set(numbers.values())) == len(numbers)
