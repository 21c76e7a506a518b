"""Cuts the outputs out of a large notebook's bytes before it is parsed, in bounded time and memory; trusted side."""

from __future__ import annotations

import re

MAX_TOKENS = (
    4_000_000  # strings and brackets: a notebook of 200 MB of pictures has a few thousand, one of printed lines 2 million
)
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]]', re.DOTALL)
_VALUE = re.compile(rb"\s*:\s*(?=[\[{])")
_LONGEST = len(b'"attachments"')
_NOT_NEEDED = frozenset({(1, b'"metadata"'), (3, b'"outputs"'), (3, b'"attachments"')})  # by depth: notebook 1, cell 3
_OPENING = frozenset(b"{[")


def without_outputs(data: bytes) -> bytes | None:
    """Return a notebook's JSON with null for each cell's outputs, or None where it is too intricate to be a notebook.

    What is cut out is never made into objects. Whether the rest is a notebook is for the parser to say.
    """
    kept: list[bytes] = []
    start = depth = 0
    inside: int | None = None  # the depth at which the value that is being cut out stands
    for count, token in enumerate(_TOKEN.finditer(data)):
        if count > MAX_TOKENS:
            return None
        first = data[token.start()]
        if first in _OPENING:
            depth += 1
        elif first != 0x22:
            depth -= 1
            if depth == inside:
                start, inside = token.end(), None
        elif inside is None and token.end() - token.start() <= _LONGEST and (depth, token.group()) in _NOT_NEEDED:
            value = _VALUE.match(data, token.end())
            if value is not None:
                kept += [data[start : value.end()], b"null"]
                inside = depth
    return b"".join([*kept, data[start:]]) if inside is None else b"".join(kept)
