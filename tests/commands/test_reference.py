"""docs/commands.md is what the commands say of themselves."""

from __future__ import annotations

from pathlib import Path

from autograder.cli import main
from autograder.commands.reference import reference

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"


def test_the_reference_is_written_from_the_commands() -> None:
    """Whoever changes a command writes the page again: python -m autograder.commands.reference > docs/commands.md"""
    assert PAGE.read_text(encoding="utf-8") == reference(main)


def test_every_option_says_what_it_does() -> None:
    """No row of the reference has an empty cell, and every command a sentence."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if line.startswith("|") and "| |" in line.replace("  ", " ")]
    said = [lines[at + 4] for at, line in enumerate(lines) if line.startswith("## ")]
    assert said and all(one and not one.startswith("|") for one in said)
