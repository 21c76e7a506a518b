"""Mistakes as data: reads `mistakes.toml`, whose entries are patches on the named functions of `bases.py`; trusted side.

A patch is applied to the base's text as it stands in `bases.py`, without its docstring. Every text that is searched for stands
there exactly once, so that a patch says what it changes, and a base that has been edited under it is noticed.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from autograder.errors import KitBroken

Definition = ast.FunctionDef | ast.ClassDef

KEYS = ("hint", "base", "replace", "after")
INDENT = "    "


@dataclass(frozen=True)
class Base:
    """A function (or class) to patch; `text` is what stands in the file, without the docstring."""

    name: str
    text: str
    place: str

    @cached_property
    def node(self) -> ast.stmt:
        """The base as a statement, parsed once for its many patches; never to be changed."""
        return ast.parse(self.text).body[0]


@dataclass(frozen=True)
class Patch:
    """One table of `mistakes.toml`: `replace` and `after` hold pairs of the text to look for and the text to write."""

    name: str
    place: str
    base: str
    hint: str
    replace: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]

    @property
    def whole(self) -> bool:
        """Does this table hold nothing but the place in the order of a whole function of `mistakes.py`?"""
        return not (self.hint or self.replace or self.after)

    @property
    def function(self) -> str:
        """What the mistake stands in for."""
        return self.name.partition("__")[0]


def read_statements(path: Path) -> list[ast.stmt]:
    """Return what stands in a Python file at its top level; nothing where there is no file.

    Raises:
        KitBroken: the file is no Python.
    """
    if not path.is_file():
        return []
    try:
        return ast.parse(path.read_text(encoding="utf-8"), filename=str(path)).body
    except SyntaxError as error:
        raise KitBroken(f"{path}:{error.lineno}: this is no Python ({error.msg}).") from error
    except ValueError as error:  # other bytes than UTF-8, or a null byte
        raise KitBroken(f"{path} cannot be read: {error}.") from error


def read_bases(path: Path) -> dict[str, Base]:
    """Return the public functions and classes of `bases.py` by name; none where there is no file.

    Raises:
        KitBroken: one has no docstring or no body, or a name occurs twice.
    """
    bases: dict[str, Base] = {}
    for node in read_statements(path):
        if isinstance(node, Definition) and not node.name.startswith("_"):
            place = f"{path}:{node.lineno}"
            if not ast.get_docstring(node):
                raise KitBroken(f"{place}: the base {node.name} needs a docstring that says what it is.")
            if node.name in bases:
                raise KitBroken(f"{place}: there are two bases named {node.name}: rename one.")
            text = _without_docstring(path, node)
            if len(node.body) == 1 or node.body[0].lineno == node.lineno:
                raise KitBroken(f"{place}: the base {node.name} needs a body, and its docstring lines of its own.")
            bases[node.name] = Base(node.name, text, place)
    return bases


def read_patches(path: Path) -> tuple[Patch, ...]:
    """Return the tables of `mistakes.toml`, in the file's order; none where there is no file.

    Raises:
        KitBroken: the file is no TOML (two tables of one name are none), or a table has keys or values that mean nothing here.
    """
    if not path.is_file():
        return ()
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except ValueError as error:
        raise KitBroken(
            f"{path} cannot be read as TOML: {error}. (A table that is declared twice is a name used twice.)"
        ) from error
    places = _places(path, text)
    return tuple(_patch(name, table, places.get(name, str(path))) for name, table in tables.items())


def compile_patch(patch: Patch, bases: Mapping[str, Base]) -> Definition:
    """Return the mistake as a definition named like the function that it stands in for, with the hint as its docstring.

    Raises:
        KitBroken: the base is unknown, or the patch does not fit it, is no Python, or changes nothing.
    """
    base = bases.get(patch.base)
    if base is None:
        known = ", ".join(bases) or "none"
        raise KitBroken(f"{patch.place}: {patch.name} is a patch of {patch.base}, which is no base. bases.py has: {known}.")
    text = apply(patch, base)
    try:
        node = _definition(text)
    except SyntaxError as error:
        line = (error.text or "").strip()
        raise KitBroken(f"{patch.place}: the patch of {patch.name} makes no Python ({error.msg}): {line!r}.") from error
    if node is None:
        raise KitBroken(f"{patch.place}: the patch of {patch.name} must leave one function or class, and nothing beside it.")
    node.name = base.name
    if _same(node, base.node):
        raise KitBroken(f"{patch.place}: the patch of {patch.name} changes nothing in {base.name} ({base.place}).")
    node.name = patch.function
    node.body.insert(0, ast.Expr(ast.Constant(patch.hint)))
    return node


def _same(one: object, other: object) -> bool:
    """Are two statements the same Python, wherever they stand? It ends at the first difference, which `ast.dump` cannot."""
    if type(one) is not type(other):
        return False
    if isinstance(one, ast.AST):
        return all(_same(getattr(one, field, None), getattr(other, field, None)) for field in one._fields)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other


def apply(patch: Patch, base: Base) -> str:
    """Return the base's text with all replacements made, and all lines added, at once.

    Raises:
        KitBroken: a text that is searched for does not stand in the base exactly once, or two replacements overlap.
    """
    changes = []
    for search, new in patch.replace:
        start = _find(search, patch, base)
        changes.append((start, start + len(search), new))
    for search, new in patch.after:
        last = _find(search, patch, base) + len(search) - 1
        end = base.text.find("\n", last)
        end = len(base.text) if end < 0 else end
        changes.append((end, end, _as_lines(new, base.text[:end].rpartition("\n")[2])))
    done, position = "", 0
    for start, end, new in sorted(changes, key=lambda change: change[:2]):
        if start < position:
            raise KitBroken(f"{patch.place}: two changes of {patch.name} overlap in {base.name}: make them one.")
        done += base.text[position:start] + new
        position = end
    return done + base.text[position:]


def _find(search: str, patch: Patch, base: Base) -> int:
    count = base.text.count(search)
    if count == 0:
        raise KitBroken(
            f"{patch.place}: {patch.name} looks for {search!r}, which does not stand in {base.name} ({base.place}). "
            "Copy the text from there, spaces included."
        )
    if count > 1:
        raise KitBroken(
            f"{patch.place}: {patch.name} looks for {search!r}, which stands {count} times in {base.name} ({base.place}). "
            "Take more of the line, or the line before it, so that it stands there once."
        )
    return base.text.index(search)


def _as_lines(new: str, above: str) -> str:
    """Indent new lines like the line above them, and one step more where that opens a block."""
    indent = above[: len(above) - len(above.lstrip())] + (INDENT if above.rstrip().endswith(":") else "")
    return "".join(f"\n{indent}{line}" if line else "\n" for line in new.strip("\n").split("\n"))


def _patch(name: str, table: Any, place: str) -> Patch:
    if not isinstance(table, dict):
        raise KitBroken(f"{place}: {name} is no table: begin each mistake with a line that holds its name in brackets.")
    if not all(name.partition("__")):
        raise KitBroken(f"{place}: {name} needs a name like compute_cost__no_mean.")
    unknown = [key for key in table if key not in KEYS]
    if unknown:
        raise KitBroken(f"{place}: {name} has keys that mean nothing here: {', '.join(unknown)}. Known are {', '.join(KEYS)}.")
    function = name.partition("__")[0]
    hint, base = table.get("hint", ""), table.get("base", function)
    if not isinstance(hint, str) or not isinstance(base, str):
        raise KitBroken(f"{place}: hint and base of {name} must be texts.")
    replace, after = (tuple(_pairs(table.get(key, []), key, name, place)) for key in ("replace", "after"))
    if table and not (hint.strip() and (replace or after)):
        raise KitBroken(
            f"{place}: {name} needs a hint, and a patch in replace or after. "
            "The table of a whole function, which stands in mistakes.py with its hint as docstring, is empty."
        )
    return Patch(name, place, base, hint, replace, after)


def _pairs(value: Any, key: str, name: str, place: str) -> Iterator[tuple[str, str]]:
    rows = value if isinstance(value, list) else [None]
    for row in rows:
        if not (isinstance(row, list) and len(row) == 2 and all(isinstance(text, str) for text in row) and row[0].strip()):
            raise KitBroken(
                f"{place}: {key} of {name} must be a list of pairs of texts: [['what stands there', 'what to write']]."
            )
        yield row[0], row[1]


def _places(path: Path, text: str) -> dict[str, str]:
    """Return the file and the line of each table's heading, by the table's name."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("["):
            found.setdefault(line.strip()[1:].partition("]")[0], f"{path}:{number}")
    return found


def _definition(text: str) -> Definition | None:
    """Return the one definition that a text holds; None where it holds another thing, or more.

    Raises:
        SyntaxError: the text is no Python.
    """
    body = ast.parse(text).body
    return body[0] if len(body) == 1 and isinstance(body[0], Definition) else None


def _without_docstring(path: Path, node: Definition) -> str:
    lines = path.read_text(encoding="utf-8").split("\n")
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    docstring, last = node.body[0], node.end_lineno or node.lineno
    after = (docstring.end_lineno or docstring.lineno) + 1
    while after < last and not lines[after - 1].strip():
        after += 1
    return "\n".join(lines[first - 1 : docstring.lineno - 1] + lines[after - 1 : last])
