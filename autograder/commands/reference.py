"""The reference of all commands as Markdown, from the command line's own definition; trusted side.

`python -m autograder.commands.reference > docs/commands.md` writes it; a test holds that it was written.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

_TYPES = {"integer range": "N", "float range": "N", "integer": "N", "float": "N"}
HEAD = """# Commands

Written by `python -m autograder.commands.reference` from the commands themselves; every command has `--help`.
"""


def reference(group: click.Group, name: str = "autograder") -> str:
    """Return a section a command: how it is called, what it does, its arguments and options."""
    return HEAD + "".join(_section(full, command) for full, command in _commands(group, name))


def _commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    for short in sorted(group.commands):
        command = group.commands[short]
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} {short}")
        elif not command.hidden:
            yield f"{name} {short}", command


def _section(name: str, command: click.Command) -> str:
    arguments = [_argument(one) for one in command.params if isinstance(one, click.Argument)]
    options = [one for one in command.params if isinstance(one, click.Option)]
    called = " ".join([name, *(["[options]"] if options else []), *arguments])
    lines = ["", f"## {name}", "", f"`{called}`", "", inspect.cleandoc(command.help or "").partition("\f")[0]]
    if options:
        lines += ["", "| option | does |", "|---|---|", *(_option(one) for one in options)]
    return "\n".join(lines) + "\n"


def _argument(one: click.Argument) -> str:
    name = (one.metavar or str(one.name)).upper()
    many = f"{name}..." if one.nargs == -1 else name
    return many if one.required else f"[{many}]"


def _option(one: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in one.opts)
    value = "" if one.is_flag else f" {_value(one)}"
    default = f" By default {one.default}." if isinstance(one.default, str | int | float) and one.show_default is True else ""
    return f"| {names}{value} | {(one.help or '').replace('|', ', ')}{default} |"


def _value(one: click.Option) -> str:
    if isinstance(one.type, click.Choice):
        return " or ".join(f"`{choice}`" for choice in one.type.choices)
    return (one.metavar or _TYPES.get(one.type.name, one.type.name)).upper()


if __name__ == "__main__":
    from autograder.cli import main

    print(reference(main), end="")
