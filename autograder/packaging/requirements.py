"""Pins the libraries that Python files import, and what those need in turn, to what is installed here; trusted side."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import metadata

from packaging.requirements import InvalidRequirement, Requirement

OURS = "autograder"  # travels as files, and needs far more than grading does


def imported_tops(sources: Iterable[str]) -> set[str]:
    """Return the top-level names of the libraries that these sources import; what does not parse imports nothing."""
    found: set[str] = set()
    for source in sources:
        try:
            tree = ast.parse(source)
        except (SyntaxError, ValueError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names)


def distributions(tops: Iterable[str]) -> set[str]:
    """Return the distributions that provide these top-level names here; a name that none provides is the course's own."""
    providers = _providers()
    return {_plain(name) for top in tops for name in providers.get(top, ())} - {OURS}


@cache  # it reads the list of files of everything that is installed
def _providers() -> Mapping[str, Sequence[str]]:
    return metadata.packages_distributions()


def pinned(names: Iterable[str]) -> list[str]:
    """Return `name==version` for each distribution, sorted."""
    return [f"{name}=={metadata.version(name)}" for name in sorted({_plain(name) for name in names})]


def with_dependencies(names: Iterable[str]) -> set[str]:
    """Return the distributions and what they need on this machine, without their extras."""
    found: set[str] = set()
    waiting = [_plain(name) for name in names]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        for text in metadata.requires(name) or []:
            try:
                need = Requirement(text)
            except InvalidRequirement:
                continue  # an old distribution's own way to write it
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                waiting.append(_plain(need.name))
    return found


def _plain(name: str) -> str:
    """Return a distribution's name as the index writes it: Jinja2 and jinja2 are one."""
    return name.lower().replace("_", "-").replace(".", "-")
