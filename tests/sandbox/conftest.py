"""Prisons and zygotes for the tests of the sandbox."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.errors import IsolationMissing
from autograder.worker.zygote import Zygote, ZygoteSettings

from .prison import CONTROL, STACKS, Prison, World, machine_gives, python_for_ordinary_users


def pytest_configure(config: pytest.Config) -> None:
    """Declare the mark of tests that have no control."""
    config.addinivalue_line("markers", "isolated: not run in the control, where nothing isolates")
    config.addinivalue_line("markers", "each_level: run at each isolation level, not only at the best")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is not for the control, and what the level makes no difference to."""
    items[:] = [item for item in items if _wanted(item, getattr(getattr(item, "callspec", None), "params", {}))]


def _wanted(item: pytest.Item, parameters: dict[str, Any]) -> bool:
    if item.get_closest_marker("isolated") and parameters.get("prison", ("",))[0] == CONTROL:
        return False
    return parameters.get("zygote") != "portable" or item.get_closest_marker("each_level") is not None


@pytest.fixture(scope="session")
def ordinary_python() -> Iterator[str | None]:
    """A Python for an ordinary user."""
    with tempfile.TemporaryDirectory(prefix="ordinary-") as folder:
        yield python_for_ordinary_users(Path(folder))


@pytest.fixture(scope="session")
def world() -> Iterator[World]:
    """What there is to be attacked."""
    world = World()
    yield world
    world.close()


@pytest.fixture(
    scope="module",
    params=[*((stack, user) for user in ("root", "ordinary") for stack in STACKS), (CONTROL, "any")],
    ids=lambda param: "-".join(param),
)
def prison(request: pytest.FixtureRequest, world: World, ordinary_python: str | None) -> Iterator[Prison]:
    """Each isolation stack, as root and as an ordinary user, and the control."""
    stack, user = request.param
    if user == "root" and os.geteuid() != 0:
        pytest.skip("these tests do not run as root")
    python = sys.executable
    if user == "ordinary" and os.geteuid() == 0:
        if ordinary_python is None:
            pytest.skip("no Python here can be run by an ordinary user")
        python = ordinary_python
    with Prison(stack, user, python, world) as prison:
        machine_gives(prison)
        yield prison


@pytest.fixture(scope="module", params=["auto", "portable"])
def zygote(request: pytest.FixtureRequest) -> Iterator[Zygote]:
    """A zygote at the best level that this machine gives, and at the portable one."""
    try:
        zygote = Zygote(ZygoteSettings(isolation=request.param))
    except IsolationMissing as error:
        pytest.skip(str(error))
    with zygote:
        yield zygote
