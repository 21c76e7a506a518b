"""A guess beside what happened: for cells in which a student commits himself before he looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NONE_YET = "no guess above yet: a wrong one teaches more than none"


def said(guess: object, happened: object, what: str = "") -> None:
    """Print a guess (a number, or one of several words) beside what happened; `...` is no guess."""
    lead = f"{what}: " if what else ""
    if guess is ...:
        print(f"{lead}{_text(happened)}   ({NONE_YET})")
    elif isinstance(guess, int | float) and isinstance(happened, int | float) and not isinstance(guess, bool):
        ratio = guess / happened if happened else 0.0
        near = "close" if 0.8 <= ratio <= 1.25 else f"{ratio:.2g} times what it was" if ratio > 0 else "of another size"
        print(f"{lead}{_text(happened)}   (you guessed {_text(guess)}: {near})")
    else:
        print(
            f"{lead}{_text(happened)}   (you guessed {_text(guess)}: {'just so' if guess == happened else 'it went otherwise'})"
        )


def said_all(guesses: Mapping[Any, object], happened: Mapping[Any, object]) -> None:
    """Print a line for each thing that was guessed."""
    for key, value in happened.items():
        said(guesses.get(key, ...), value, str(key))
    right = sum(guesses.get(key, ...) == value for key, value in happened.items())
    print(f"{right} of {len(happened)} as you said")


def _text(value: object) -> str:
    return f"{value:,.4g}" if isinstance(value, float) else str(value)
