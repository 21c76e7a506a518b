"""Digests what an exception says: tells two TypeErrors apart, carries no hidden input out; on both sides of the trust line."""

from __future__ import annotations

import hashlib

LENGTH = 16
_MODULES = ("builtins", "numpy")  # a student's own class could do anything when asked for its text


def digest_of(error: BaseException) -> str:
    """Return `LENGTH` hexadecimal digits, or nothing where the exception is of a class that somebody wrote."""
    if type(error).__module__.partition(".")[0] not in _MODULES:
        return ""
    try:
        text = str(error)
    except Exception:
        return ""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:LENGTH]
