"""Imports a course's content (tests, signatures, oracles) as a package named after its folder; trusted side."""

from __future__ import annotations

import contextlib
import importlib
import sys
import traceback
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from types import ModuleType

from autograder.course.beside import modules_of
from autograder.course.model import Assignment, Course
from autograder.course.settings import FILE
from autograder.errors import KitBroken, UsageError


def bind(course: Course) -> str:
    """Make the course's content importable, in place of another course's of the same name; return the package's name.

    Raises:
        UsageError: the name belongs to a module that is no course's.
    """
    name, folder = course.content.name, str(course.content)
    bound = sys.modules.get(name)
    if bound is not None and folder in getattr(bound, "__path__", ()):
        return name
    if bound is not None and not _is_content(bound):
        raise UsageError(f"{folder}: a module named {name!r} is in use already. Give the course's content another name.")
    for module in [module for module in sys.modules if module == name or module.startswith(f"{name}.")]:
        del sys.modules[module]
    importlib.invalidate_caches()
    spec = ModuleSpec(name, None, is_package=True)
    spec.submodule_search_locations = [folder]
    sys.modules[name] = module_from_spec(spec)
    return name


def content_module(course: Course, name: str) -> ModuleType | None:
    """Return a module of the course's content, such as `warmup.signatures`, or None where there is no such file.

    Raises:
        KitBroken: it stops with an error; with the place of it.
    """
    package = bind(course)
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        if find_spec(".".join([package, *parts[:end]])) is None:
            return None
    try:
        return importlib.import_module(f"{package}.{name}")
    except Exception as error:  # whatever an author's module stops with
        raise KitBroken(f"{_place(error, course, name)}: {_said(error)}. Mend it, and run the command again.") from error


@contextlib.contextmanager
def importable(assignment: Assignment) -> Iterator[None]:
    """Let the notebook's cells find their helpers here for a while; afterwards the process knows nothing of them.

    Where files lie beside the notebook, the working folder is theirs as well, as it is for a kernel.
    """
    handout, beside = assignment.course.handout, assignment.beside
    packages = {path.stem for path in handout.iterdir()} if handout.is_dir() else set()
    packages |= modules_of(beside)
    kept = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in packages}
    for name in kept:
        del sys.modules[name]
    places = [str(handout), *([str(assignment.path.parent)] if beside else [])]
    for place in places:
        sys.path.insert(0, place)
    try:
        with contextlib.chdir(assignment.path.parent) if beside else contextlib.nullcontext():
            yield
    finally:
        for place in places:
            if place in sys.path:  # a helper may have set the path itself
                sys.path.remove(place)
        for name in [name for name in sys.modules if name.partition(".")[0] in packages]:
            del sys.modules[name]
        sys.modules.update(kept)


def _place(error: Exception, course: Course, name: str) -> str:
    """Return the file and line of the course's content that stopped."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}, line {error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename.startswith(f"{course.content}/")]
    return f"{own[-1].filename}, line {own[-1].lineno}" if own else f"{course.content.joinpath(*name.split('.'))}.py"


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error.msg if isinstance(error, SyntaxError) else error}".rstrip(".")


def _is_content(module: ModuleType) -> bool:
    """Is this the content package of some course, or of one that is gone?"""
    paths = [Path(path) for path in getattr(module, "__path__", ())]
    return bool(paths) and all((path.parent / FILE).is_file() or not path.exists() for path in paths)
