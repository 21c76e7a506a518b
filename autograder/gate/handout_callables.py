"""Every callable that a helper module holds, however deep, each as an expression that gives it anywhere; trusted side.

The expressions are evaluated here, to try a callable on recorded calls, and in a worker, to judge it as a student's answer.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import io
import itertools
import sys
import types
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any

TOOLS = """
import importlib as _importlib
import types as _types


def _module(name):
    return _importlib.import_module(name)


def _inner(function, path):
    code = function.__code__
    for index in path:
        code = code.co_consts[index]
    return _types.FunctionType(code, function.__globals__)
"""
_DEEPEST = 3  # containers within containers that are looked into
_TEXTS = 12  # texts of a module's own that are tried as arguments of its factories
_COMPREHENSIONS = frozenset({"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"})

Named = dict[str, Callable[..., Any]]


def callables(modules: Iterable[str]) -> Named:
    """Return every function, class, method, lambda and nested function of these modules, and what their factories make."""
    tools: dict[str, Any] = {}
    exec(TOOLS, tools)
    found: Named = {}
    for name in modules:
        module = tools["_module"](name)
        _add(found, _of_module(module, f"_module({name!r})"), name)
        for expression, value in list(found.items()):
            if getattr(value, "__module__", None) == name:
                _add(found, _made_by(value, expression, _texts_of(module)), name)
        for expression, value in list(found.items()):
            if isinstance(value, types.FunctionType) and value.__module__ == name:
                _add(found, _nested_in(value, expression), name)
    return found


def _add(found: Named, more: Iterable[tuple[str, Any]], module: str) -> None:
    """Keep what is the module's own; a library's function that it imports is not."""
    for expression, value in more:
        if callable(value) and getattr(value, "__module__", None) == module:
            found.setdefault(expression, value)


def _of_module(module: types.ModuleType, expression: str) -> Iterator[tuple[str, Any]]:
    for name, value in vars(module).items():
        own = f"{expression}.{name}"
        if isinstance(value, type) and value.__module__ == module.__name__:
            yield own, value
            yield from _of_class(value, own)
        elif not name.startswith("__"):
            yield from _within(value, own)


def _of_class(kind: type, expression: str) -> Iterator[tuple[str, Any]]:
    for name, value in vars(kind).items():
        place = f"vars({expression})[{name!r}]"
        if isinstance(value, staticmethod | classmethod):
            yield f"{place}.__func__", value.__func__
        elif isinstance(value, property):
            yield f"{place}.fget", value.fget
        elif isinstance(value, types.FunctionType):
            yield place, value


def _within(value: Any, expression: str, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Yield a value, and what its containers hold; of an object of the module's own, its methods."""
    if isinstance(value, dict | list | tuple) and depth < _DEEPEST:
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in itertools.islice(items, 200):
            yield from _within(item, f"{expression}[{key!r}]", depth + 1)
    elif callable(value):
        yield expression, value


def _made_by(factory: Callable[..., Any], expression: str, texts: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield the functions that a factory returns for plausible arguments, and the methods of the objects that it makes."""
    tries = ["", *(repr(text) for text in ("ada", *texts)), "1", "{}", "'ada', {}"]
    for arguments in tries:
        call = f"{expression}({arguments})"
        try:
            with quiet():
                made = factory(*eval(f"({arguments},)" if arguments else "()"))
        except Exception:  # it wants other arguments
            continue
        if isinstance(factory, type):
            for name in vars(factory):
                if not name.startswith("__") or name == "__call__":
                    yield f"{call}.{name}", getattr(made, name, None)
        else:
            yield from _within(made, call)


def _nested_in(function: types.FunctionType, expression: str) -> Iterator[tuple[str, Any]]:
    """Yield the functions and lambdas written inside a function, where they need nothing of its variables."""

    def walk(code: types.CodeType, path: tuple[int, ...]) -> Iterator[tuple[str, Any]]:
        for index, constant in enumerate(code.co_consts):
            if isinstance(constant, types.CodeType):
                if not constant.co_freevars and constant.co_name not in _COMPREHENSIONS:
                    inner = types.FunctionType(constant, function.__globals__)
                    yield f"_inner({expression}, {(*path, index)!r})", inner
                yield from walk(constant, (*path, index))

    yield from walk(function.__code__, ())


def _texts_of(module: types.ModuleType) -> list[str]:
    """Return the texts in a module's own constants: what its factories may be asked for."""

    def flat(value: Any, depth: int = 0) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple | list | dict) and depth < _DEEPEST:
            for item in value:
                yield from flat(item, depth + 1)

    found = [text for name, value in vars(module).items() if not name.startswith("__") for text in flat(value)]
    return list(dict.fromkeys(found))[:_TEXTS]


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Let nothing that a callable prints, warns of or draws leave a trace; a figure is no answer, and slow to make."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    before = {name: getattr(pyplot, name) for name in ("subplots", "figure")} if pyplot else {}
    try:
        for name in before:
            setattr(pyplot, name, _no_figure)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for name, function in before.items():
            setattr(pyplot, name, function)


@contextlib.contextmanager
def read_once() -> Iterator[None]:
    """Let a library's data set be read from its file once: what hands it out is tried with hundreds of calls."""
    datasets = sys.modules.get("sklearn.datasets")
    before = getattr(datasets, "load_digits", None)
    if datasets is None or before is None:
        yield
        return
    datasets.load_digits = _remembering(before)  # type: ignore[attr-defined]  # a module, whatever mypy knows of it
    try:
        yield
    finally:
        datasets.load_digits = before  # type: ignore[attr-defined]  # as above


def _remembering(load: Callable[..., Any]) -> Callable[..., Any]:
    known = functools.lru_cache(maxsize=8, typed=True)(load)

    def remembering(*arguments: Any, **named: Any) -> Any:
        try:
            hash((arguments, *named.values()))
        except TypeError:
            return load(*arguments, **named)
        return copy.deepcopy(known(*arguments, **named))

    return remembering


def _no_figure(*_: object, **__: object) -> None:
    raise RuntimeError("nothing is drawn here")
