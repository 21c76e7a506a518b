"""Where the shell or terminal is an odd one, a command still says what it has to say."""

from __future__ import annotations

import errno
import os

import click
import pytest
from click.testing import CliRunner
from rich.console import Console

from autograder.commands.one_line import OneLineErrors


@click.group(cls=OneLineErrors)
def main() -> None:
    """Stand for the program."""


@main.command()
def hello() -> None:
    """Print something."""
    Console().print("hello", len("there"))


@main.command()
@click.argument("number", type=int)
def refuse(number: int) -> None:
    """Meet what the machine refuses."""
    raise OSError(number, os.strerror(number))


@pytest.mark.parametrize("columns", ["0", "00", "", "80", "x"])
def test_a_terminal_of_no_columns_is_printed_to_all_the_same(columns: str) -> None:
    """Some editors and schedulers say COLUMNS=0, and a table of no width is nothing."""
    result = CliRunner().invoke(main, ["hello"], env={"COLUMNS": columns, "LINES": columns})
    assert result.output.split() == ["hello", "5"]


@pytest.mark.parametrize(
    ("number", "remedy"), [(errno.EMFILE, "ulimit -n"), (errno.ENFILE, "ulimit -n"), (errno.ENOSPC, "Make room")]
)
def test_what_the_machine_refuses_is_told_with_its_remedy(number: int, remedy: str) -> None:
    """One line: what was refused, and what to do about it."""
    result = CliRunner().invoke(main, ["refuse", str(number)])
    assert result.exit_code != 0 and remedy in result.stderr and os.strerror(number) in result.stderr
    assert len(result.stderr.strip().split("\n")) == 1
