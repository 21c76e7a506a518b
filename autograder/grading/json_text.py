"""JSON with an indent of one, as the standard library writes it, several times as fast; trusted side.

With an indent the library writes piece by piece in Python, which was a tenth of recording a submission.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any


def indented(value: object, *, sort_keys: bool = False, ensure_ascii: bool = True) -> str:
    """Return what `json.dumps` returns with `indent=1`, for data whose keys are texts."""
    return _text(value, "\n", encode_basestring_ascii if ensure_ascii else encode_basestring, sort_keys=sort_keys)


def _text(value: Any, line: str, quoted: Callable[[str], str], *, sort_keys: bool) -> str:
    if isinstance(value, str):
        return quoted(value)
    inner = line + " "
    if isinstance(value, dict):
        items = sorted(value.items()) if sort_keys else value.items()
        parts = [f"{quoted(key)}: {_text(item, inner, quoted, sort_keys=sort_keys)}" for key, item in items]
        return f"{{{inner}{f',{inner}'.join(parts)}{line}}}" if parts else "{}"
    if isinstance(value, list | tuple):
        parts = [_text(item, inner, quoted, sort_keys=sort_keys) for item in value]
        return f"[{inner}{f',{inner}'.join(parts)}{line}]" if parts else "[]"
    return json.dumps(value)
