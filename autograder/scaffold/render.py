"""Templates as text files: rendered with Jinja2, and never written over what is there; trusted side."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from autograder.errors import UsageError

TEMPLATES = Path(__file__).resolve().parent / "templates"


def rendered(template: str, values: Mapping[str, object]) -> str:
    """Return a template's text with the values in it."""
    # no autoescaping: the templates are Python, TOML and Markdown, and what goes in has been checked to be a name or a number
    environment = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, keep_trailing_newline=True)
    return environment.get_template(template).render(values)


def write_new(path: Path, text: str) -> Path:
    """Write a file that is not there yet, and return its path.

    Raises:
        UsageError: it is there.
    """
    if path.exists():
        raise UsageError(f"{path} is there already: choose another name, or edit that file.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def append(path: Path, text: str) -> Path:
    """Add to the end of a file, which is made where it is missing, and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n" if path.exists() else ""
    path.write_text(before + text if before else text.lstrip("\n"), encoding="utf-8")
    return path
