"""Says what a file is that cannot be read as a notebook, where, and what to do about it; trusted side."""

from __future__ import annotations

import ast
import json
import re
import warnings

_AGAIN = "Hand in the notebook itself, as Jupyter saves it."
_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a zip archive", "Unpack it and hand in the notebook that is inside."),
    (b"PK\x05\x06", "a zip archive without anything in it", _AGAIN),
    (b"\x1f\x8b", "a gzip archive", "Unpack it and hand in the notebook that is inside."),
    (b"Rar!", "a rar archive", "Unpack it and hand in the notebook that is inside."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it and hand in the notebook that is inside."),
    (b"%PDF", "a PDF document", _AGAIN),
    (b"\x89PNG", "a picture", _AGAIN),
    (b"\xff\xd8\xff", "a picture", _AGAIN),
    (b"GIF8", "a picture", _AGAIN),
    (b"{\\rtf", "a formatted text (RTF)", "Save it as plain text, or hand in the notebook as Jupyter saves it."),
    (b"\xd0\xcf\x11\xe0", "an Office document", _AGAIN),
    (b"SQLite format 3", "a database", _AGAIN),
    (b"\x93NUMPY", "a NumPy array", _AGAIN),
    (b"\x7fELF", "a program", _AGAIN),
    (b"bplist00", "a macOS bookmark or settings file", _AGAIN),
    (
        b"version https://git-lfs",
        "a Git LFS pointer, which stands for a file elsewhere",
        "Run git lfs pull, and hand in the file.",
    ),
)
_OFFICE = ((b"word/", "a Word document"), (b"xl/", "an Excel workbook"), (b"ppt/", "a PowerPoint presentation"))
_PICKLE = re.compile(rb"\x80[\x02-\x05].*\.$", re.DOTALL)
_WEB_PAGE = re.compile(r"\s*<(!doctype|html|head|body|\?xml|svg|!--)", re.IGNORECASE)
_CONFLICT = re.compile(r"^<{7}(?: |$)", re.MULTILINE)


def kind_of_file(data: bytes) -> str | None:
    """Return a sentence on a file that is neither a notebook nor Python, by how it begins, or None where it may be one."""
    for beginning, kind, remedy in _KINDS:
        if data.startswith(beginning):
            if beginning == b"PK\x03\x04":
                document = next((name for part, name in _OFFICE if part in data[:4096]), None)
                kind, remedy = (document, _AGAIN) if document else (kind, remedy)
            return f"the file is {kind}, no notebook: it cannot be read as JSON. {remedy}"
    if _PICKLE.match(data):
        return f"the file is pickled Python data, no notebook: it cannot be read as JSON, and is not opened. {_AGAIN}"
    if _WEB_PAGE.match(data[:200].decode("latin-1")):
        page = "the file is a web page (HTML), no notebook: it cannot be read as JSON."
        return f"{page} Download the notebook itself (on GitHub by the button “Download raw file”) and hand it in again."
    return None


def conflict_markers(text: str) -> str | None:
    """Return `holds merge conflict markers (<<<<<<<) at line N`, or None where there are none."""
    found = _CONFLICT.search(text)
    return f"holds merge conflict markers (<<<<<<<) at line {_line(text, found.start())}" if found else None


def why_no_json(text: str, error: Exception) -> str:
    """Return a sentence on why this text is no JSON, with the place and the remedy."""
    cannot = "so it cannot be read as JSON"
    marker = conflict_markers(text)
    if marker:
        return f"the file {marker}, {cannot}. Resolve the conflict in Git, and hand it in again."
    if isinstance(error, RecursionError):
        return f"the file is no notebook: its brackets are nested too deeply, {cannot}. {_AGAIN}"
    if not isinstance(error, json.JSONDecodeError):
        return f"the file is no notebook: it holds a number that is too large, {cannot}. {_AGAIN}"
    if _is_binary(text):
        return f"the file is no notebook: it is not a text, {cannot}. {_AGAIN}"
    if text.lstrip()[:1] not in ("{", "["):
        if _is_python(text):
            return f"the file holds Python code, no notebook, {cannot}. Give it a name that ends in .py and hand it in again."
        return f"the file is no notebook: it does not begin as one does (with a curly bracket), {cannot}. {_AGAIN}"
    place = f"line {error.lineno}, column {error.colno}"
    if _cut_short(text, error):
        short = f"the file is cut short: it ends in the middle, at {place}, {cannot}."
        return f"{short} Was it handed in before the download or the upload had ended? Hand it in again."
    what = error.msg[0].lower() + error.msg[1:]
    return f"the file is no notebook: it cannot be read as JSON from {place} on ({what}). Was it edited by hand? {_AGAIN}"


def _cut_short(text: str, error: json.JSONDecodeError) -> bool:
    """Does the text end before the parser found what is wrong: at its end, or in a string that is never closed?"""
    rest = text[error.pos + 1 :]
    unclosed = error.msg.startswith(("Unterminated string", "Invalid \\")) and '"' not in rest
    return unclosed or not text[error.pos :].strip()


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _is_binary(text: str) -> bool:
    beginning = text[:4096]
    odd = sum((ord(letter) < 32 and letter not in "\t\n\r\f\x1b") or letter == "\ufffd" for letter in beginning)
    return odd > len(beginning) // 50


def _is_python(text: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            body = ast.parse(text[:200_000]).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return any(isinstance(one, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom) for one in body)
