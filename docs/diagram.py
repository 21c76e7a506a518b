"""Draws the engine's packages, docs/images/architecture.svg: what each does, and how a submission passes through.

`python docs/diagram.py` writes it. Places stand here; names, sentences and imports are the code's, and a test holds that the
picture was written: each package is in it, and an arrow stands only where one of its two ends imports the other.
"""

from __future__ import annotations

import ast
import re
import textwrap
from dataclasses import dataclass
from html import escape
from pathlib import Path

ENGINE = Path(__file__).resolve().parents[1] / "autograder"
PICTURE = Path(__file__).resolve().parent / "images" / "architecture.svg"
WIDTH, HEIGHT = 1120, 1010
INK, LINE, TRUSTED, UNTRUSTED = "#1d2733", "#5b6b7d", "#eef4fb", "#fdeeee"


@dataclass(frozen=True)
class Box:
    """A package and its place."""

    name: str
    x: int
    y: int
    width: int = 270
    height: int = 92


BOXES = (
    Box("sandbox", 30, 290),
    Box("submission", 420, 110), Box("worker", 420, 290), Box("judge", 420, 430), Box("diagnosis", 420, 570),
    Box("grading", 420, 710),
    Box("course", 820, 110), Box("testing", 820, 430), Box("term", 820, 710),
    Box("report", 420, 880, 210, 110), Box("class_report", 640, 880, 210, 110), Box("nbgrader_plugin", 860, 880, 230, 110),
)  # fmt: skip
ARROWS = (  # from, to, what passes
    ("submission", "worker", "cells"), ("worker", "sandbox", ""), ("sandbox", "worker", ""), ("worker", "judge", "answers"),
    ("judge", "diagnosis", "calls"), ("diagnosis", "grading", "hints"), ("grading", "report", ""),
    ("grading", "class_report", ""), ("grading", "nbgrader_plugin", ""),
    ("course", "submission", "your notebook"), ("course", "judge", "hidden tests"),
    ("testing", "judge", ""), ("term", "nbgrader_plugin", "late rules"),
)  # fmt: skip


def packages() -> dict[str, str]:
    """Return each package of the engine and the first sentence of its docstring, without the side it is on."""
    found = {}
    for path in sorted(ENGINE.glob("*/__init__.py")):
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        first = re.sub(r"`([^`]+)`", r"\1", said.partition("\n")[0])
        found[path.parent.name] = re.sub(r"[;:.] *((un)?trusted side)?\.?$", "", first).removeprefix("The untrusted side: ")
    return found


def imports(package: str) -> set[str]:
    """Return the packages of the engine that a package imports."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ENGINE / package).rglob("*.py")))
    return set(re.findall(r"^\s*(?:from|import) autograder\.(\w+)", text, re.MULTILINE)) - {package}


def problems() -> list[str]:
    """Say where the picture's places do not fit the code any more."""
    gone = [f"{box.name} is no package any more" for box in BOXES if box.name not in packages()]
    return gone + [f"{a} and {b} do not import each other" for a, b, _ in ARROWS if a not in imports(b) and b not in imports(a)]


def picture() -> str:
    """Return the whole drawing."""
    said = packages()
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        'font-family="system-ui, sans-serif" font-size="13">',
        "<title>The packages of the engine</title>",
        "<desc>A submission is rebuilt on the source notebook, run behind the trust line, judged, diagnosed and graded; "
        "reports and the gradebook read the result.</desc>",
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 10 5 0 10z" fill="{LINE}"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<rect x="10" y="60" width="330" height="480" rx="12" fill="{UNTRUSTED}"/>',
        '<path d="M360 40 V560 H10" stroke="#b3261e" stroke-width="2" stroke-dasharray="7 6" fill="none"/>',
        _text(30, 90, "untrusted: the student's code runs here", "#b3261e", bold=True),
        _text(380, 60, "trusted: never in a process with a student's code", INK, bold=True),
        _text(372, 32, "the trust line", "#b3261e"),
        *_note(30, 420, "The student's cells and functions, in a process of their own: no network, no other files, bounded in "
               "time, memory and output. No hidden test, no expected value and no oracle ever comes here.", 40),
        *(_arrow(start, end, label) for start, end, label in ARROWS),
        *(part for box in BOXES for part in _box(box, said[box.name])),
        *_around(said),
    ]  # fmt: skip
    return "\n".join([*parts, "</svg>"]) + "\n"


def _text(x: int, y: int, text: str, colour: str = INK, *, bold: bool = False, size: int = 13) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}"{weight}>{escape(text)}</text>'


def _note(x: int, y: int, text: str, columns: int) -> list[str]:
    return [_text(x, y + 18 * row, line, LINE) for row, line in enumerate(textwrap.wrap(text, columns))]


def _box(box: Box, said: str) -> list[str]:
    fill = "#fbdcda" if box.name == "sandbox" else TRUSTED
    frame = f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="8" fill="{fill}" stroke="{LINE}"/>'
    lines = textwrap.wrap(said, int(box.width / 7.7))
    return [
        frame,
        _text(box.x + 12, box.y + 24, f"{box.name}/", bold=True, size=15),
        *(_text(box.x + 12, box.y + 44 + 17 * row, line) for row, line in enumerate(lines)),
    ]


def _arrow(start: str, end: str, label: str) -> str:
    a, b = (next(box for box in BOXES if box.name == name) for name in (start, end))
    shift = {("worker", "sandbox"): -14, ("sandbox", "worker"): 14}.get((start, end), 0)
    if a.y == b.y or ((a.x + a.width < b.x or b.x + b.width < a.x) and abs(a.y - b.y) < 100):
        right = a.x < b.x
        x1, x2 = (a.x + a.width, b.x) if right else (a.x, b.x + b.width)
        y1, y2 = a.y + a.height // 2 + shift, b.y + b.height // 2 + shift
    else:
        x1, y1 = a.x + a.width // 2, a.y + a.height
        x2, y2 = min(max(x1, b.x + 20), b.x + b.width - 20), b.y
    line = f'<path d="M{x1} {y1} L{x2} {y2}" stroke="{LINE}" stroke-width="1.6" fill="none" marker-end="url(#tip)"/>'
    at = ((x1 + x2) // 2 - 4 * len(label), y1 - 8) if y1 == y2 else ((x1 + x2) // 2 + 8, (y1 + y2) // 2 + 4)
    return line + (_text(*at, label, LINE) if label else "")


def _around(said: dict[str, str]) -> list[str]:
    """List the packages that have no place in the flow, in the free corner."""
    lines = [_text(30, 600, "Beside the flow", bold=True)]
    y = 622
    for name in sorted(said.keys() - {box.name for box in BOXES}):
        rows = textwrap.wrap(f"{name}/  {said[name]}", 46)
        lines += [_text(30, y + 15 * row, text, size=12) for row, text in enumerate(rows)]
        y += 15 * len(rows) + 5
    return lines


if __name__ == "__main__":
    assert not problems(), problems()
    PICTURE.write_text(picture(), encoding="utf-8")
