"""A guess beside what happened: for cells in which a student commits himself before he looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

NONE_YET = "no guess above yet: a wrong one teaches more than none"
GUESSED, HAPPENED = "#CC79A7", "#000000"  # purple and black: told apart in grey too, since one is dashed


def beside(name: str, guess: object, happened: float | str, unit: str = "", ax: Axes | None = None, along: str = "y") -> None:
    """Draw a guess beside what happened, and print both; `...` is no guess, and a choice is only printed.

    Lines are drawn across `ax`, at a value of its axis `along`; without `ax` both are marked on a number line of their own.
    """
    number = _number(guess)
    shown = happened if isinstance(happened, str) else _short(happened)
    print(f"{name}: {shown}{' ' * bool(unit)}{unit}   ({_verdict(guess, happened)})")
    if isinstance(happened, str) or number is None:
        return
    ax = ax or _number_line(number, float(happened), unit)
    for value, word, colour, style in ((number, "you guessed", GUESSED, "--"), (float(happened), "it was", HAPPENED, ":")):
        _line(ax, value, f"{word} {_short(value)}", colour, style, along)
    if len(ax.figure.axes) > 1:  # beside a panel there may be another one: below it there is room
        ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.22), fontsize=8, ncols=2)
    else:
        ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), fontsize=9)


def said(guess: object, happened: object, what: str = "") -> None:
    """Print a guess (a number, or one of several words) beside what happened; `...` is no guess."""
    lead = f"{what}: " if what else ""
    print(f"{lead}{_text(happened)}   ({_verdict(guess, happened)})")


def said_all(guesses: Mapping[Any, object], happened: Mapping[Any, object]) -> None:
    """Print a line for each thing that was guessed."""
    for key, value in happened.items():
        said(guesses.get(key, ...), value, str(key))
    right = sum(guesses.get(key, ...) == value for key, value in happened.items())
    print(f"{right} of {len(happened)} as you said")


def _verdict(guess: object, happened: object) -> str:
    if guess is ...:
        return NONE_YET
    number = _number(guess)
    if number is not None and isinstance(happened, int | float):
        ratio = number / happened if happened else 0.0
        near = (
            "close"
            if number == happened or 0.8 <= ratio <= 1.25
            else f"{ratio:.2g} times what it was"
            if ratio > 0
            else "of another size"
        )
        return f"you guessed {_text(guess)}: {near}"
    same = guess == happened or str(guess).strip().lower() == str(happened).strip().lower()
    return f"you guessed {_text(guess)}: {'just so' if same else 'it went otherwise'}"


def _number_line(guess: float, happened: float, unit: str) -> Axes:
    """A flat figure that is nothing but an axis, wide enough for both."""
    ax: Axes = plt.subplots(figsize=(6.0, 1.1), layout="constrained")[1]
    low, high = sorted((guess, happened))
    room = 0.15 * (high - low) or max(abs(high), 1.0) * 0.15
    ax.set_xlim(low - room, high + room)
    ax.set_yticks([])
    ax.set_xlabel(unit or "value")
    ax.set_title("Your guess beside what happened", fontsize=9)
    for side in ("left", "right", "top"):
        ax.spines[side].set_visible(False)
    return ax


def _line(ax: Axes, value: float, label: str, colour: str, style: str, along: str) -> None:
    """Draw a line across the panel; what lies far outside it is only named, so that the curves keep their size."""
    across = along == "x" or not ax.get_yticks().size
    low, high = sorted(ax.get_xlim() if across else ax.get_ylim())
    log = (ax.get_xscale() if across else ax.get_yscale()) == "log"
    inside = low / 100 <= value <= high * 100 and value > 0 if log else 2 * low - high <= value <= 2 * high - low
    if inside:
        (ax.axvline if across else ax.axhline)(value, color=colour, linestyle=style, linewidth=1.6, label=label)
    else:
        ax.plot([], [], color=colour, linestyle=style, label=f"{label} (outside this figure)")


def _number(value: object) -> float | None:
    """A guess as a number, also where it was written as a text; None for everything else."""
    if isinstance(value, bool):
        return None
    try:
        number = float(value.strip().rstrip("%")) if isinstance(value, str) else float(value)  # type: ignore[arg-type]  # tried
    except (TypeError, ValueError, OverflowError):
        return None
    return number if abs(number) < 1e300 else None  # neither nan nor infinite


def _short(value: float) -> str:
    return f"{value:.4g}" if abs(value) < 1e5 else f"{value:,.0f}"


def _text(value: object) -> str:
    return f"{value:,.4g}" if isinstance(value, float) else str(value)
