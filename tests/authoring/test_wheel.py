"""The wheel holds the whole engine, and nothing of the course that lies beside it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from .wheel import REPOSITORY, build_wheel

COURSE = ("course", "source", "solutions", "release", "tests")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, opened."""
    return zipfile.ZipFile(build_wheel(tmp_path_factory.mktemp("build")))


def test_the_wheel_holds_the_engine_alone(wheel: zipfile.ZipFile) -> None:
    """Beside its own metadata, a wheel has one top-level folder: the engine."""
    assert {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" not in name} == {"autograder"}


def test_the_wheel_holds_every_file_of_the_engine(wheel: zipfile.ZipFile) -> None:
    """Templates and style sheets come along: what a checkout has, a wheel has."""
    engine = REPOSITORY / "autograder"
    wanted = {path.relative_to(REPOSITORY).as_posix() for path in engine.rglob("*") if _is_ours(path)}
    assert any(name.endswith(".j2") for name in wanted)
    assert wanted - set(wheel.namelist()) == set()


def test_no_file_of_the_course_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    """Neither a hidden test, an oracle, a mistake nor a solution is in it, under whatever name."""
    secrets = {path.read_bytes() for folder in COURSE for path in (REPOSITORY / folder).rglob("*") if _is_ours(path)}
    secrets -= {text for text in secrets if not text.strip()}
    assert len(secrets) > 100
    assert not [name for name in wheel.namelist() if wheel.read(name) in secrets]


def _is_ours(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts
