"""How values are put into words, and how the table of checks looks."""

from __future__ import annotations

import html
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt

from lesson.plain import NotPlain, plain

SMALL = 8  # arrays, lists and tuples of at most this many entries are shown in full


class Mark(Enum):
    """A verdict: its symbol, its symbol where there is only ASCII, its name and its colour (on white and on black)."""

    RIGHT = ("✓", "ok", "right", "#009E73")
    WRONG = ("✗", "x", "not right yet", "#D55E00")
    WAITING = ("○", "o", "not started", "#7F7F7F")
    NOTE = ("•", "*", "worth knowing", "#2F86C1")

    @property
    def symbol(self) -> str:
        """One character that says it without colour."""
        return self.value[0]


@dataclass(frozen=True)
class Row:
    """One check: what was called, how it went, what came back and was expected, and why that is expected."""

    mark: Mark
    call: str
    note: str = ""
    why: str = ""


def show(title: str, rows: Sequence[Row]) -> None:
    """Show the table: as HTML and text in Jupyter, as text anywhere else."""
    text = as_text(title, rows)
    if "IPython" in sys.modules:
        from IPython.core.getipython import get_ipython
        from IPython.display import display

        if get_ipython() is not None:
            display({"text/plain": text, "text/html": as_html(title, rows)}, raw=True)
            return
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        for mark in Mark:
            text = text.replace(mark.symbol, mark.value[1])
        text = text.encode(encoding, "replace").decode(encoding)
    print(text)


def as_text(title: str, rows: Sequence[Row]) -> str:
    """The table as plain text."""
    lines = [title]
    for row in rows:
        lines.append(f"  {row.mark.symbol} {row.call}" + (f"   ({row.why})" if row.why else ""))
        lines += [f"      {row.note}"] if row.note else []
    return "\n".join(lines)


def as_html(title: str, rows: Sequence[Row]) -> str:
    """The table as HTML that needs nothing from outside and inherits the theme's own text colour."""
    body = "".join(_html_row(row) for row in rows)
    return (
        '<table style="border-collapse:collapse;margin:0.4em 0;color:inherit;font-size:0.95em">'
        '<caption style="caption-side:top;text-align:left;font-weight:bold;color:inherit;padding:0.2em 0">'
        f"{html.escape(title)}</caption><tbody>{body}</tbody></table>"
    )


def _html_row(row: Row) -> str:
    symbol, _, name, colour = row.mark.value
    cell = "text-align:left;vertical-align:top;white-space:normal;padding:0.3em 0.7em;overflow-wrap:anywhere;line-height:1.35;"
    line = "border-top:1px solid rgba(128,128,128,0.35);"
    why = f'<div style="opacity:0.75">{html.escape(row.why)}</div>' if row.why else ""
    note = f"<div>{html.escape(row.note)}</div>" if row.note else ""
    code = "font-family:var(--jp-code-font-family,monospace);background:none;color:inherit;white-space:pre-wrap;padding:0"
    return (
        f'<tr style="{line}background:none">'
        f'<td style="{cell}color:{colour};font-weight:bold;border-left:3px solid {colour}">'
        f'<span role="img" title="{name}" aria-label="{name}">{symbol}</span></td>'
        f'<td style="{cell}max-width:30em"><code style="{code}">{html.escape(row.call)}</code></td>'
        f'<td style="{cell}max-width:40em">{note}{why}</td></tr>'
    )


def describe(value: object, digits: int = 5) -> str:
    """A short text for any value; never the `repr` of an object that a student made."""
    value = plain(value)
    if value is None or isinstance(value, bool | np.bool_):
        return str(value)
    if isinstance(value, NotPlain):
        return value.words
    if is_number(value):
        array = np.asarray(value)
        if array.dtype.kind == "O":
            return "a whole number of more than 19 digits"
        return str(array) if array.dtype.kind in "iu" else f"{float(array):.{digits}g}"
    if isinstance(value, str):
        return repr(str(value[:60]) + "…" * (len(value) > 60))
    if isinstance(value, np.ndarray):
        return _describe_array(np.asarray(value), digits)
    if isinstance(value, dict):
        return f"a dictionary with {names(value)}" if value else "an empty dictionary"
    if isinstance(value, list | tuple):
        return _describe_sequence(value, digits)
    if isinstance(value, set | frozenset) and all(isinstance(one, str) for one in value):
        return f"the set of {names(sorted(value))}" if value else "an empty set"
    if isinstance(value, np.dtype | type):
        return f"the type {value.name if isinstance(value, np.dtype) else value.__name__}"
    if callable(value):
        return "a function (are its parentheses missing?)"
    return f"a value of type {type(value).__name__}"


def is_number(value: object) -> bool:
    """Whether it is one number, plain or NumPy's, and not a truth value."""
    value = plain(value)
    if isinstance(value, np.ndarray | np.generic):
        return value.shape == () and value.dtype.kind in "iuf"
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_plain(values: Sequence[object]) -> bool:
    """Whether it is short enough, and its values simple enough, to show them all."""
    return len(values) <= SMALL and all(isinstance(v, str | bool | None) or is_number(v) for v in values)


def count(many: int, noun: str) -> str:
    """`many` and the noun in the right number."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{many} {noun if many == 1 else plural}"


def names(keys: Collection[Any]) -> str:
    """Up to eight names in quotes."""
    texts = [f'"{key}"' if isinstance(key, str) else describe(key) for key in keys]
    return ", ".join(texts[:8]) + (", …" if len(texts) > 8 else "")


def _describe_array(array: npt.NDArray[Any], digits: int) -> str:
    if array.dtype.kind not in "biuf":
        return f"an array of shape {array.shape} and dtype {array.dtype}"
    if array.size > SMALL or array.size == 0:
        return f"an array of shape {array.shape}"
    formatter: Any = {"float_kind": lambda x: f"{x + 0.0:.{digits}g}"}
    text = np.array2string(array, separator=", ", max_line_width=10_000, formatter=formatter)
    return " ".join(text.split()).replace("[ ", "[")


def _describe_sequence(values: list[Any] | tuple[Any, ...], digits: int) -> str:
    kind = "list" if isinstance(values, list) else "tuple"
    if not is_plain(values):
        return f"a {kind} of {count(len(values), 'value')}"
    inside = ", ".join(describe(value, digits) for value in values)
    return f"[{inside}]" if kind == "list" else f"({inside}{',' * (len(values) == 1)})"
