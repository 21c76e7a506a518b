"""Writes what became of the attacks into docs/threat-model.md."""

from __future__ import annotations

import ast
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.tally import ROOT, put

from .keeper import CONTROL
from .suite import Attack

BESIDE_NOTE = "Files beside a submission (cases/beside) are tried by pytest: tests/attacks/test_beside.py"
ABOUT = {
    "clock": "time: alarms that are blocked, ignored or never come",
    "values": "values that lie or hurt",
    "objects": "objects where data is expected, and what they raise",
    "knowledge": "answers from elsewhere: tables, files, frames, the judge",
    "wire": "replies out of turn and messages that are none",
    "worker": "cells that rewrite, flood, end or hang their own process",
    "escapes": "files, network, processes, memory of others",
    "files": "links, pipes, forged notebooks, texts that are slow to read",
    "injection": "pages, Markdown, job logs, terminals, CSV, XML, names",
}

Results = Mapping[str, Mapping[str, list[str]]]


def write_table(page: Path, attacks: Sequence[Attack], results: Results, measured_at: str) -> None:
    """Put the table between its markers."""
    put(page, "attacks", [table(attacks, results, measured_at)])


def table(attacks: Sequence[Attack], results: Results, measured_at: str) -> str:
    """Return the table: a row a family, a column an environment; how many succeeded, and how many bite in the control."""
    where = [name for name in results if name != CONTROL]
    lines = [
        "| Family | | attacks | bite in the control | " + " | ".join(f"succeed: {name}" for name in where) + " |",
        "|---|---|---:|---:|" + "---:|" * len(where),
    ]
    families = {one.family: [other.name for other in attacks if other.family == one.family] for one in attacks}
    for family, names in families.items():
        lines.append(_row(f"`{family}`", ABOUT[family], names, where, results))
    lines.append(_row("**all**", "", [one.name for one in attacks], where, results))
    if idle := [name for name, reasons in results.get(CONTROL, {}).items() if not reasons]:
        lines.append(f"\nIn the control these do not bite: {', '.join(f'`{name}`' for name in idle)}.")
    lines.append(f"\nMeasured at state {measured_at} of engine and suite, with Python {sys.version.split()[0]}.")
    lines.append(f"Beside these, `tests/sandbox/test_attacks.py` holds {_escapes()} escapes, each with a control of its own.")
    return "\n".join(lines)


def _row(family: str, about: str, names: Sequence[str], where: Sequence[str], results: Results) -> str:
    control = results.get(CONTROL, {})
    tried = sum(name in control for name in names)
    bites = f"{sum(bool(control.get(name)) for name in names)} of {tried}" if tried else "–"
    succeeded = [str(sum(bool(results[one][name]) for name in names)) for one in where]
    return f"| {family} | {about} | {len(names)} | {bites} | {' | '.join(succeeded)} |"


def _escapes() -> int:
    tree = ast.parse((ROOT / "tests" / "sandbox" / "test_attacks.py").read_text(encoding="utf-8"))
    return sum(isinstance(node, ast.FunctionDef) and node.name.startswith("test_cannot") for node in tree.body)
