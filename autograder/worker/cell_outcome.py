"""What one cell did, as its worker reports it: checked field by field, because a worker is not trusted; trusted side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MAX_OUTPUTS = 50  # of one cell; the worker keeps to these as well, but it is not trusted
MAX_TEXT = 2 << 20
MAX_LINES = 2_000
MAX_NAME = 80
MAX_PASSED = 20  # imports


@dataclass(frozen=True)
class CellOutcome:
    """What one cell did: its outputs in notebook form, checked; `lost` says why the worker ended in it."""

    ok: bool
    outputs: tuple[dict[str, Any], ...] = ()
    lost: str | None = None
    line: int | None = None  # of the cell: where it stopped
    function: str = ""  # in which function of the student's own
    passed: tuple[int, ...] = ()  # of the cell: lines of imports that failed, below which it went on

    @property
    def late(self) -> bool:
        """Does the worker say that it stopped the cell because its time was up?"""
        return any(output.get("ename") == "TimeIsUp" for output in self.outputs)


def read_outcome(reply: dict[Any, Any]) -> CellOutcome:
    """Return what a worker says a cell did, with everything in it checked."""
    outputs = reply.get("outputs")
    checked = [_checked_output(output) for output in outputs[:MAX_OUTPUTS]] if isinstance(outputs, list) else []
    line, function = _checked_place(reply.get("stopped"))
    kept = tuple(output for output in checked if output is not None)
    return CellOutcome(reply.get("ok") is True, kept, None, line, function, _checked_lines(reply.get("passed")))


def _checked_place(stopped: Any) -> tuple[int | None, str]:
    """Return the line and the function where a cell stopped, as far as they are a number and a name."""
    if not isinstance(stopped, list) or len(stopped) != 2 or type(stopped[0]) is not int or not 0 < stopped[0] < MAX_TEXT:
        return None, ""
    name = as_text(stopped[1])
    return stopped[0], name if len(name) <= MAX_NAME and all(part.isidentifier() for part in name.split(".")) else ""


def _checked_lines(lines: Any) -> tuple[int, ...]:
    found = lines[:MAX_PASSED] if isinstance(lines, list) else []
    return tuple(one for one in found if type(one) is int and 0 < one < MAX_TEXT)


def _checked_output(output: Any) -> dict[str, Any] | None:
    """Return a cell's output with exactly the fields of its kind, all of them texts; None if it is anything else."""
    if not isinstance(output, dict):
        return None
    kind = as_text(output.get("output_type"))
    if kind == "stream":
        name = "stderr" if as_text(output.get("name")) == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": as_text(output.get("text"))}
    if kind in ("display_data", "execute_result") and isinstance(output.get("data"), dict):
        data = {mime: as_text(output["data"][mime]) for mime in ("text/plain", "image/png") if mime in output["data"]}
        return {"output_type": kind, "data": data}
    if kind == "error":
        lines = output.get("traceback")
        traceback = [as_text(line) for line in lines[:MAX_LINES]] if isinstance(lines, list) else []
        fields = {"ename": as_text(output.get("ename")), "evalue": as_text(output.get("evalue")), "traceback": traceback}
        return {"output_type": "error", **fields}
    return None


def as_text(value: object) -> str:
    """Return a bounded text that can be written as UTF-8; an empty one for anything that is no text."""
    return value[:MAX_TEXT].encode("utf-8", "replace").decode() if isinstance(value, str) else ""
