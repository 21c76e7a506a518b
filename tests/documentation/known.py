"""Says what is wrong with a command line, by asking the command lines of the kit, of nbgrader and of make themselves."""

from __future__ import annotations

import functools
import importlib.util
import re
from pathlib import Path

import click

from autograder.cli import main

from .pages import ROOT

OTHERS = {  # programs of the system, of Python and of Jupyter, which no page explains
    "source", "cd", "ln",
    "mkdir", "mv", "cp", "chmod", "git", "pip", "npm", "jupyter", "jupyterhub", "useradd", "conda", "code",
    "environment/bin/pip", ".venv/bin/pip", "/opt/course/.venv/bin/pip", "/opt/course/.venv/bin/jupyter",
    "/opt/course/.venv/bin/jupyterhub", "docker", "npx", "apt-get",
}  # fmt: skip
PLACEHOLDER = re.compile(r"[A-Z]+|\.\.\.|[\w./]*[A-Z]{2,}[\w./]*")


def trouble(words: list[str]) -> str:
    """Return what is wrong with a command; nothing where it can be typed so."""
    program, *rest = words
    if program == "autograder":
        return _kit(rest)
    if program == "nbgrader":
        return _nbgrader(rest)
    if program == "make":
        targets = [word for word in rest if "=" not in word]
        return "" if set(targets) <= _targets() else f"the Makefile has no target {' '.join(targets)}"
    if program in {"python", "python3"}:
        return _module(rest)
    return "" if program in OTHERS else f"no page may take {program} for granted"


def _kit(words: list[str]) -> str:
    """Let click read the words, as the command would, and compare what has to be one of a few."""
    command: click.Command = main
    while isinstance(command, click.Group):
        if not words or words[0].startswith("-"):
            return ""
        name, *words = words
        found = [command.commands.get(one) for one in name.split("|")]
        if any(one is None for one in found):
            return f"there is no command {name}"
        command = next(one for one in found if one is not None)
    try:
        values, left, _ = command.make_parser(click.Context(command)).parse_args(list(words))
    except click.UsageError as error:
        return error.format_message()
    return f"there is no place for {' '.join(left)}" if left else _choices(command, values)


def _choices(command: click.Command, values: dict[str, object]) -> str:
    for one in command.params:
        if isinstance(one.type, click.Choice) and (said := values.get(str(one.name))) is not None:
            several = said if isinstance(said, tuple) else (said,)
            for value in "|".join(map(str, several)).split("|"):
                if value and value not in one.type.choices and not PLACEHOLDER.fullmatch(value):
                    return f"{value} is none of {', '.join(one.type.choices)}"
    return ""


@functools.cache
def _application() -> object:
    from nbgrader.apps import NbGraderApp  # a second, which pages without nbgrader's commands need not spend

    return NbGraderApp()


def _nbgrader(words: list[str]) -> str:
    """Ask nbgrader's own table of commands; its options are traits of classes, aliases and flags."""
    application = _application()
    name, *rest = words
    if name not in application.subcommands:  # type: ignore[attr-defined]  # nbgrader has no types
        return f"nbgrader has no command {name}"
    if name == "db":
        return ""
    kind = application.subcommands[name][0]  # type: ignore[attr-defined]
    command = kind() if isinstance(kind, type) else None
    known = {*command.aliases, *command.flags} if command else set()  # type: ignore[attr-defined]
    for word in rest:
        option = word.removeprefix("--").partition("=")[0]
        if word.startswith("--") and option not in known and not _is_trait(option):
            return f"nbgrader {name} knows no option {word}"
    return ""


def _is_trait(option: str) -> bool:
    import nbgrader.apps as apps
    from nbgrader import converters, exchange
    from nbgrader.exchange import default

    kind, _, name = option.partition(".")
    found = next((getattr(place, kind) for place in (converters, default, exchange, apps) if hasattr(place, kind)), None)
    return found is not None and found.class_traits().get(name) is not None


@functools.cache
def _targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def _module(words: list[str]) -> str:
    if "-m" in words:
        module = words[words.index("-m") + 1]
        return "" if module in {"pip", "venv"} or importlib.util.find_spec(module) else f"there is no module {module}"
    scripts = [word for word in words if word.endswith(".py")]
    missing = [word for word in scripts if not Path(ROOT, word).is_file()]
    return f"there is no file {', '.join(missing)}" if missing else ""
