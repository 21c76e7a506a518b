"""Runs one hidden test: straight where it needs only the judge's own fixtures, else with pytest's whole protocol; trusted side.

pytest's protocol costs about a millisecond a test, hidden tests are hundreds a submission, and nearly all of them take the
submission, a seed and a generator, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

Makers = Mapping[str, Callable[[], object]]


def needs_only(item: pytest.Function, makers: Makers) -> bool:
    """Can a test be called as it is, with these arguments and those that it is parametrised with?"""
    given = getattr(getattr(item, "callspec", None), "params", {})
    marks = {mark.name for mark in item.iter_markers()} - {"parametrize"}
    return item.cls is None and not marks and set(item.fixturenames) <= makers.keys() | given.keys() and not _indirect(item)


def _indirect(item: pytest.Function) -> bool:
    """Is it parametrised through a fixture, which makes something else of the parameter?"""
    return any(mark.kwargs.get("indirect") for mark in item.iter_markers("parametrize"))


def run_straight(item: pytest.Function, makers: Makers) -> BaseException | None:
    """Call a test that `needs_only` these; return what it was stopped by, as pytest would report it."""
    given: Mapping[str, Any] = getattr(getattr(item, "callspec", None), "params", {})
    arguments = {name: given[name] if name in given else makers[name]() for name in item.fixturenames}
    try:
        item.obj(**arguments)
    except (KeyboardInterrupt, pytest.exit.Exception):
        raise
    except BaseException as error:
        return error
    return None


def run_with_pytest(item: pytest.Function, following: pytest.Function | None) -> None:
    """Run a test with its fixtures; pytest keeps set up what the test that follows needs as well."""
    runtestprotocol(item, log=False, nextitem=following)
