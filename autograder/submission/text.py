"""Turns a submitted file's bytes into text, whatever its encoding, and its line ends into one kind; trusted side."""

from __future__ import annotations

import codecs
import io
import json
import tokenize

_MARKS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, *, python: bool = False) -> str:
    """Return the text: by its byte order mark, as UTF-8, by a Python file's declaration, or at worst as Western European."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    if 0 in data[:4]:  # UTF-16 or UTF-32 without a mark, as JSON's own rules tell them apart
        return data.decode(json.detect_encoding(data), "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_declared(data) if python else "cp1252", "replace")


def one_kind_of_line_end(text: str) -> str:
    r"""Return the text with \n at the end of each line, whichever editor saved it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _declared(data: bytes) -> str:
    """Return the encoding that a Python file declares in its first lines, or that of old Windows editors."""
    try:
        codec, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except (SyntaxError, LookupError, ValueError):
        return "cp1252"
    return "cp1252" if codec.startswith("utf-8") else codec
