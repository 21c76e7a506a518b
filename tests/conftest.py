"""What holds for every test of the kit: it leaves the process in the folder it was in, and the long ones are begun first."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterator

import pytest

from tests.preloaded.pools import POOLS
from tests.preloaded.zygotes import SERVERS

ISOLATION = ("tests/sandbox/", "tests/attacks/")  # where zygotes are started as always
THE_POOL = "tests/engine/test_pool.py"  # where judging processes are


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Choose how this test and its fixtures start zygotes and judging processes."""
    SERVERS.start()
    SERVERS.active = not item.nodeid.startswith(ISOLATION)
    POOLS.active = SERVERS.active and not item.nodeid.startswith(THE_POOL)
    _ask_for_nbgraders_version_once()


def _ask_for_nbgraders_version_once() -> None:
    """Let nbgrader, in this process, start `alembic` for its first new gradebook only: each time it answers the same."""
    api = sys.modules.get("nbgrader.api")
    if api is not None and not hasattr(api.get_alembic_version, "cache_info"):
        api.get_alembic_version = functools.cache(api.get_alembic_version)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest: one that is begun last leaves the other processors idle."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(autouse=True)
def same_folder() -> Iterator[None]:
    """Fail a test that leaves the working folder changed, and put it back for the next."""
    before = os.getcwd()
    yield
    after = os.getcwd()
    os.chdir(before)
    assert after == before, f"the test left the process in {after}"
