"""Reads the attacks: a file each, whose first lines say what it tries, what must happen, and whether it bites.

    # tries: what the submission is up to
    # must: gain nothing | lose nothing | be bounded
    # kind: call | cells | file | name | beside        (left out: call)
    # bites: in one process | without isolation        (left out: it needs a judge like ours to be an attack at all)
    # may: lose kept                                   (the notebook may spoil its own solved exercise)
    # at: free total                                   (the functions in whose place a `call` is put; left out: all but one)

`call`: `attack(*arguments, **options)` is put in the place of every function and class but one. `cells`: the file's cells
follow on the notebook, in which one exercise is solved. `file`: `make(folder, solved)` leaves a submission of its own.
`name`: `NAME` is what the student or the file is called, and `TEXT` what it prints and raises. `beside`: `place(folder)`
leaves files in the working folder of a command; `touched(folder)` is told where a canary must not appear.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

CASES = Path(__file__).with_name("cases")
GAIN_NOTHING, LOSE_NOTHING, BE_BOUNDED = "gain nothing", "lose nothing", "be bounded"
CALL, CELLS, FILE, NAME, BESIDE = "call", "cells", "file", "name", "beside"
IN_ONE_PROCESS, WITHOUT_ISOLATION = "in one process", "without isolation"
ALLOWED = {
    "must": {GAIN_NOTHING, LOSE_NOTHING, BE_BOUNDED},
    "kind": {CALL, CELLS, FILE, NAME, BESIDE},
    "bites": {IN_ONE_PROCESS, WITHOUT_ISOLATION, ""},
    "may": {"lose kept", ""},
}


@dataclass(frozen=True)
class Attack:
    """One hostile submission."""

    name: str  # its path below cases/, without the ending
    tries: str
    must: str
    kind: str
    bites: str
    may: str
    at: str
    text: str

    @property
    def family(self) -> str:
        """The folder that it lies in."""
        return self.name.partition("/")[0]

    def executed(self) -> SimpleNamespace:
        """Return what the file defines; for those kinds that are recipes of ours, and never for a student's code."""
        assert self.kind in (FILE, NAME, BESIDE)
        names: dict[str, object] = {}
        exec(compile(self.text, f"{self.name}.py", "exec"), names)
        return SimpleNamespace(**names)


def attacks() -> list[Attack]:
    """Return all attacks, by family and name."""
    return [read(path) for path in sorted(CASES.glob("*/*.py"))]


def read(path: Path) -> Attack:
    """Read one attack; a header that is incomplete or says what nobody can check is an error."""
    text = path.read_text(encoding="utf-8")
    header: dict[str, str] = {"kind": CALL, "bites": "", "may": "", "at": ""}
    for line in text.split("\n"):
        key, colon, said = line.removeprefix("# ").partition(": ")
        if not line.startswith("# ") or not colon or key not in ("tries", "must", "kind", "bites", "may", "at"):
            break
        header[key] = said.strip()
    name = path.relative_to(CASES).with_suffix("").as_posix()
    for key, allowed in ALLOWED.items():
        if header.get(key) not in allowed:
            raise ValueError(f"{name}: '# {key}: {header.get(key)}' is none of {sorted(allowed)}")
    return Attack(name=name, text=text, **header)
