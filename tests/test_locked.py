"""What `make setup` installs is locked, file by file, and an audit that could not look does not pass."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import audit
from tests.tally import ROOT

LOCKS = {"requirements.lock": ("dev",), "requirements-docs.lock": ("docs",)}
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)


def entries(name: str) -> list[str]:
    """Return a lock's entries, each with the lines that follow on it."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("name", LOCKS)
def test_every_file_is_known_by_its_hash(name: str) -> None:
    """One version of each package, for every system and Python, and a hash for each of its files."""
    found = entries(name)
    assert len(found) > 50 and all("--hash=sha256:" in entry and _PIN.match(entry) for entry in found)


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_is_of_what_is_declared_and_pinned(name: str) -> None:
    """Whoever changes pyproject.toml or constraints.txt makes the lock anew: `make lock`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *(one for extra in LOCKS[name] for one in project["optional-dependencies"][extra])]
    locked = {canonicalize_name(found[1]): found[2] for entry in entries(name) if (found := _PIN.match(entry))}
    for requirement in map(Requirement, declared):
        version = locked.get(canonicalize_name(requirement.name))
        assert version is not None and requirement.specifier.contains(version), f"{requirement}: make lock"
    pins = _PIN.findall((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    for package, version in pins:
        if (found := locked.get(canonicalize_name(package))) is not None:
            assert found == version, f"{package} is {version} in constraints.txt and {found} in {name}: make lock"


def test_make_setup_installs_by_hash(tmp_path: Path) -> None:
    """The lock is what is installed, in two halves that are all of it, and nothing is fetched for the kit itself."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "LOCKED := --require-hashes" in text and "--no-deps --no-build-isolation -e ." in text
    assert all(f"$(LOCKED) --no-deps -r $(VENV)/half-{half}.txt" in text for half in (0, 1))
    (program,) = re.findall(r"awk '(.+)' requirements.lock", text)
    subprocess.run(["awk", program.replace("$(VENV)", str(tmp_path)), ROOT / "requirements.lock"], check=True)
    entry = re.compile(r"^\S(?:.*\\\n)*.*\n", re.MULTILINE)  # a package, and the hashes that follow it
    halves = [entry.findall((tmp_path / f"half-{half}.txt").read_text(encoding="utf-8")) for half in (0, 1)]
    assert sorted(halves[0] + halves[1]) == sorted(entry.findall((ROOT / "requirements.lock").read_text(encoding="utf-8")))
    assert all(len(half) > 40 and half[-1].count("--hash=sha256:") for half in halves)


PACKAGE = {"name": "x", "version": "1", "vulns": []}


@pytest.mark.parametrize(
    ("found", "code", "said"),
    [
        ([PACKAGE], audit.CLEAN, "no known hole"),
        ([PACKAGE | {"vulns": [{"id": "PYSEC-1"}]}], audit.HOLES, "PYSEC-1"),
        ([{"name": "x", "skip_reason": "not found"}], audit.UNKNOWN, "not audited"),
        ([PACKAGE, {"name": "y", "skip_reason": "not found"}], audit.UNKNOWN, "1 of 2"),
        ([], audit.UNKNOWN, "not audited"),
        ("no network", audit.UNKNOWN, "no network"),
    ],
)
def test_an_audit_that_could_not_look_does_not_pass(found: list[dict[str, object]] | str, code: int, said: str) -> None:
    """A mirror knows no advisories: "nothing found" is then nothing known."""
    assert audit.judged(found)[0] == code and said in audit.judged(found)[1]
