"""Makes what a student wrote or printed fit for a page: valid characters, bounded length, no terminal codes; trusted side."""

from __future__ import annotations

import base64
import binascii
import re
import struct
from dataclasses import dataclass

MAX_CHARACTERS = 20_000  # of one cell or output: what nobody reads to its end only makes the page slow
MAX_PIXELS = 4_000  # of a picture, each way: a small file can unpack to more memory than a phone has
_PNG = b"\x89PNG\r\n\x1a\n"
_TERMINAL_CODE = re.compile(r"\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_COMMAND = re.compile(r"::(?=[A-Za-z][\w-]*[^\n]*?::)|##(?=\[|vso\[)")  # what a CI runner would take for an order in its log
# a spreadsheet would run a text that begins with one of these, full width in some countries, or a cell of a line that is
# cut at semicolons, as Excel does where the comma is the decimal sign
_FORMULA = re.compile(r"(?:^|(?<=[;|]))(\s*[=+\-@＝＋－＠])")
_STEERING = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")  # would turn the letters around them


@dataclass(frozen=True)
class Picture:
    """A picture that may be shown: a checked PNG with its size."""

    data: str  # base64
    width: int
    height: int


def clean(text: str) -> str:
    """Return text that any page can hold: no control characters, no half characters, none that turn the text around."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))


def line(text: str) -> str:
    """Return a name or a title as one clean line."""
    return " ".join(clean(text).split())[:300]


def in_spreadsheet(text: str) -> str:
    """Return a name as one line that a spreadsheet shows and does not compute, and that is no command in a CI job's log."""
    return _FORMULA.sub(r"'\1", inert(line(text)))


def inert(text: str) -> str:
    """Return clean text that may stand in a terminal or in a CI job's log: nothing in it is a command to whoever shows it."""
    return _COMMAND.sub(lambda found: ": :" if found[0] == "::" else "## ", clean(text))


def shortened(text: str) -> str:
    """Return clean text of bounded length, which says what was left out."""
    if len(text) <= MAX_CHARACTERS:
        return clean(text)
    left_out = len(text) - MAX_CHARACTERS
    return f"{clean(text[:MAX_CHARACTERS])}\n… and {left_out:,} more characters, which are in the notebook"


def printed(text: str) -> str:
    """Return output as a terminal leaves it: colours dropped, a progress bar's last state only."""
    text = _TERMINAL_CODE.sub("", text[: 4 * MAX_CHARACTERS]).replace("\r\n", "\n")
    lines = (one.rstrip("\r").rpartition("\r")[2] for one in text.split("\n"))
    return shortened("\n".join(lines).rstrip("\n"))


def picture(data: str) -> Picture | None:
    """Return a cell's picture, or None where it is no PNG or unpacks to too much."""
    try:
        raw = base64.b64decode("".join(data.split()), validate=True)
        width, height = struct.unpack(">II", raw[16:24])
    except (binascii.Error, ValueError, struct.error):
        return None
    if not raw.startswith(_PNG) or not (0 < width <= MAX_PIXELS and 0 < height <= MAX_PIXELS):
        return None
    return Picture(base64.b64encode(raw).decode(), width, height)
