"""What a worker says of a cell, in the notebook that formgrader opens."""

from __future__ import annotations

import base64
import struct
import zlib

import pytest

from autograder.nbgrader_plugin.cell_outputs import as_outputs
from autograder.submission.student_text import MAX_PIXELS
from autograder.worker.cell_outcome import CellOutcome


def png(width: int, height: int) -> str:
    """Return a PNG of one colour, a thousandth of what it unpacks to."""
    rows = zlib.compress(bytes(1 + width // 8) * height)
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    body = b"".join(struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + body).decode()


def shown(picture: str) -> dict[str, str]:
    """Return what becomes of an output with this picture."""
    output = {"output_type": "display_data", "data": {"text/plain": "<Figure>", "image/png": picture}}
    (node,) = as_outputs(CellOutcome(True, (output,)))
    return dict(node.data)


def test_a_figure_is_kept() -> None:
    """A PNG of an ordinary size is shown, byte for byte."""
    assert shown(png(640, 480)) == {"text/plain": "<Figure>", "image/png": png(640, 480)}


@pytest.mark.parametrize(
    "picture",
    [png(MAX_PIXELS + 1, 8), png(60_000, 8), '"><script>alert(1)</script>', "", "R0lGODlhAQABAAAAACw="],
    ids=["too wide", "far too wide", "markup", "nothing", "another format"],
)
def test_what_is_no_modest_png_is_not_shown(picture: str) -> None:
    """A few kilobytes can unpack to gigabytes in the browser of whoever opens the notebook in formgrader."""
    assert shown(picture) == {"text/plain": "<Figure>"}
