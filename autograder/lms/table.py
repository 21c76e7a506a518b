"""A CSV file that can be written back byte for byte, but for the cells that were changed; trusted side."""

from __future__ import annotations

import codecs
import contextlib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from autograder.errors import UsageError

MAX_BYTES = 50_000_000
DELIMITERS = (",", ";", "\t", ":")  # Moodle offers these four
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_ARCHIVE, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OTHER_FILES = {
    _ARCHIVE: "an Excel workbook or an archive",
    _OLD_EXCEL: "an Excel workbook",
    b"<": "a web page",
    b"%PDF": "a PDF",
}


@dataclass(frozen=True)
class Row:
    """One record: its cells as they stand in the file, quotes and all, and how the line ends."""

    raw: tuple[str, ...]
    end: str

    @cached_property
    def values(self) -> tuple[str, ...]:
        """What the cells say."""
        return tuple(_value(one) for one in self.raw)

    def value(self, column: int) -> str:
        """Return what a cell says; a row that ends before it says nothing there."""
        return self.values[column].strip() if column < len(self.raw) else ""

    def with_value(self, column: int, text: str, delimiter: str) -> Self:
        """Return the row with another value in a cell, quoted if it was quoted or has to be."""
        raw = list(self.raw) + [""] * (column + 1 - len(self.raw))
        quoted = raw[column].strip().startswith('"') or any(sign in text for sign in (delimiter, '"', "\n", "\r"))
        raw[column] = '"' + text.replace('"', '""') + '"' if quoted else text
        return replace(self, raw=tuple(raw))


@dataclass(frozen=True)
class Table:
    """A CSV file: its bytes are those of its rows, in its encoding."""

    rows: tuple[Row, ...]
    delimiter: str
    encoding: str
    mark: bytes  # the byte order mark in front, or nothing

    def to_bytes(self) -> bytes:
        """Return the file as it has to be written."""
        text = "".join(self.delimiter.join(row.raw) + row.end for row in self.rows)
        return self.mark + text.encode(self.encoding)

    def with_row(self, index: int, row: Row) -> Self:
        """Return the table with another row in a row's place."""
        return replace(self, rows=(*self.rows[:index], row, *self.rows[index + 1 :]))


def read_table(path: Path, known: Sequence[str]) -> Table:
    """Read a CSV file, with the delimiter under which its rows hold most of the `known` headers.

    Raises:
        UsageError: the file is not there, is no CSV file, or a quote in it does not end.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}. Name the file that the LMS's gradebook exported."
        ) from error
    what = next((name for start, name in _OTHER_FILES.items() if data.lstrip().startswith(start)), None)
    if what or len(data) > MAX_BYTES:
        what = what or f"{len(data):,} bytes long"
        raise UsageError(f"{path} is {what}, and no gradebook: export the gradebook as CSV (comma separated values).")
    text, encoding, mark = _decoded(data)
    names = {name.casefold() for name in known}

    def found(sign: str) -> int:
        count = 0
        with contextlib.suppress(UsageError):  # quotes end elsewhere for another delimiter than the file's own
            for row in itertools.islice(_rows(text, sign, path), 5):
                count = max(count, sum(one.strip().casefold() in names for one in row.values))
        return count

    delimiter = max(DELIMITERS, key=found)
    return Table(tuple(_rows(text, delimiter, path)), delimiter, encoding, mark)


def _decoded(data: bytes) -> tuple[str, str, bytes]:
    """Return text, encoding and byte order mark; what is no UTF-8 was saved by a spreadsheet in the Western encoding."""
    if data.startswith(codecs.BOM_UTF8):
        data, mark = data[len(codecs.BOM_UTF8) :], codecs.BOM_UTF8
    else:
        mark = next((one for one in _UTF_16 if data.startswith(one)), b"")
        data = data[len(mark) :]
    encodings = (_UTF_16[mark],) if mark in _UTF_16 else ("utf-8", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding, mark
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1", mark


def _rows(text: str, delimiter: str, path: Path) -> Iterator[Row]:
    """Split a text into records; a quoted cell may hold delimiters and line ends."""
    cell = re.compile(rf'[ ]*"(?:[^"]|"")*"[^{delimiter}\r\n]*|[^{delimiter}\r\n]*')
    stop = re.compile(rf"{delimiter}|\r\n|\n|\r|$(?![\s\S])")
    cells: list[str] = []
    at = 0
    while at < len(text) or cells:
        found = cell.match(text, at)
        raw = found[0] if found else ""
        if raw.lstrip(" ").startswith('"') and raw.count('"') % 2:
            place = f"{path}, line {text.count(chr(10), 0, at) + 1}"
            raise UsageError(f"{place}: a quote is opened there and never closed. Export the gradebook again.")
        cells.append(raw)
        ended = stop.match(text, at + len(raw))
        sign = ended[0] if ended else ""
        at += len(raw) + len(sign)
        if sign != delimiter:
            yield Row(tuple(cells), sign)
            cells = []


def _value(raw: str) -> str:
    text = raw.strip()
    if len(text) >= 2 and text.startswith('"') and text.endswith('"'):
        return text[1:-1].replace('""', '"')
    return raw
